import { describe, expect, it } from 'vitest';
import { markQuotes } from '../../src/domain/mark-quotes.ts';

describe('the directive beside a record', () => {
  const words = 'Tổ chức tuyên truyền; chăm lo Tết, nhất là vùng sâu.';

  it('shows every word of the task once and in order, whatever is marked', () => {
    for (const quotes of [[], ['chăm lo Tết'], [words], ['vùng sâu', 'Tổ chức'], ['không có'], ['']]) {
      expect(markQuotes(words, quotes).map((passage) => passage.text).join('')).toBe(words);
    }
  });

  it('marks the sentences of the requirement and nothing else', () => {
    expect(markQuotes(words, ['vùng sâu', 'chăm lo Tết']).filter((passage) => passage.isQuote).map((passage) => passage.text))
      .toEqual(['chăm lo Tết', 'vùng sâu']);
  });

  it('joins quotes that overlap instead of repeating words', () => {
    expect(markQuotes(words, ['tuyên truyền; chăm lo', 'chăm lo Tết', 'chăm'])).toEqual([
      { from: 0, text: 'Tổ chức ', isQuote: false },
      { from: 8, text: 'tuyên truyền; chăm lo Tết', isQuote: true },
      { from: 33, text: ', nhất là vùng sâu.', isQuote: false },
    ]);
  });
});
