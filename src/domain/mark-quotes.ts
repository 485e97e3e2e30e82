/** Trích: the text of a block of the directive with the sentences of one requirement marked in it. */

export interface Passage {
  /** Where it begins in the text of the block. */
  readonly from: number;
  readonly text: string;
  readonly isQuote: boolean;
}

/**
 * @param words the text of the block; @param quotes sentences that stand in it letter by letter.
 * @returns the whole text in order, cut at the quotes; overlapping quotes become one passage, a quote that is not
 * found is left unmarked.
 */
export function markQuotes(words: string, quotes: readonly string[]): readonly Passage[] {
  const spans: { from: number; to: number }[] = [];
  for (const quote of quotes) {
    const from = quote === '' ? -1 : words.indexOf(quote);
    if (from >= 0) spans.push({ from, to: from + quote.length });
  }
  spans.sort((left, right) => left.from - right.from);
  const passages: Passage[] = [];
  let at = 0;
  for (const span of spans) {
    const last = passages.at(-1);
    if (span.from < at && last !== undefined) {
      if (span.to > at) {
        passages[passages.length - 1] = { ...last, text: last.text + words.slice(at, span.to) };
        at = span.to;
      }
      continue;
    }
    if (span.from > at) passages.push({ from: at, text: words.slice(at, span.from), isQuote: false });
    passages.push({ from: span.from, text: words.slice(span.from, span.to), isQuote: true });
    at = span.to;
  }
  if (at < words.length) passages.push({ from: at, text: words.slice(at), isQuote: false });
  return passages;
}
