import { markedPieces } from '../search-index.ts';

interface MarkedProps {
  text: string;
  query: string;
  /** All texts of what was found, where this is one of several. */
  within?: readonly string[];
}

/** A text with the words that were looked for marked in it. */
export function Marked({ text, query, within }: MarkedProps) {
  return <>{markedPieces(text, query, within).map(({ from, text: words, isMatch }) => (isMatch ? <mark key={from}>{words}</mark> : words))}</>;
}
