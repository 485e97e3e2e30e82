import { markedPieces } from '../search-index.ts';

/** A text with the words that were looked for marked in it. */
export function Marked({ text, query }: { text: string; query: string }) {
  return <>{markedPieces(text, query).map(({ from, text: words, isMatch }) => (isMatch ? <mark key={from}>{words}</mark> : words))}</>;
}
