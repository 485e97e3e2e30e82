/** Ô số: what an officer types into the box of a figure, read as a whole number. */
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

export type NumberEntry = { readonly value: number | null } | { readonly problem: Problem };

const mostDigits = 15;

/**
 * Reads “1200”, “1.200”, “1 200” and “１２００” as the same number; an empty box is null, because blank is not zero.
 * A dot or a space counts as a separator of thousands only where three digits follow; a comma is a decimal comma.
 * @param field the key of the figure, named by the problem.
 * Problems: `figure-not-whole` (letters, signs, decimals), `figure-out-of-bounds` (more than 15 digits).
 */
export function readNumber(text: string, field: string): NumberEntry {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return { value: null };
  if (!/^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}(\s\d{3})+)$/.test(plain)) return { problem: problem('figure-not-whole', field) };
  const digits = plain.replace(/[.\s]/g, '').replace(/^0+(?=\d)/, '');
  if (digits.length > mostDigits) return { problem: problem('figure-out-of-bounds', field, { min: 0, max: 10 ** mostDigits - 1 }) };
  return { value: Number(digits) };
}
