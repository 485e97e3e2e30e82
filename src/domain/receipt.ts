/**
 * Biên nhận: the number a phone shows once the server has committed an edition, e.g. `C01-2020-A0412-K`:
 * unit code – working year of the record – epoch letter and position – check character.
 * The mark binds the number to the change's id, its body and the moment of receipt, so that a phone can offer
 * an old receipt after a restore and the server can honour it.
 */
import * as z from 'zod/mini';
import { Instant } from './time.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const ReceiptNumber = z
  .string()
  .check(z.regex(/^[A-Z0-9]{2,8}-\d{4}-[A-Z]{1,4}\d{4,12}-[0-9A-Z]$/), z.refine(hasRightCheckCharacter))
  .brand<'ReceiptNumber'>();
export type ReceiptNumber = z.infer<typeof ReceiptNumber>;

export const Receipt = z.object({
  number: ReceiptNumber,
  receivedAt: Instant,
  /** Made by the server over number, changeId, body hash and receivedAt; opaque to the phone. */
  mark: z.string().check(z.maxLength(64)),
});
export type Receipt = z.infer<typeof Receipt>;

/** @param epochOrdinal 1 for the first life of the server's database; @param position from 1. */
export function receiptNumber(unitCode: string, workingYear: number, epochOrdinal: number, position: number): ReceiptNumber {
  const head = `${unitCode}-${workingYear}-${epochLetters(epochOrdinal)}${String(position).padStart(4, '0')}`;
  return `${head}-${checkCharacter(head)}` as ReceiptNumber;
}

/** 1 → A, 26 → Z, 27 → AA: a server may be restored more often than the alphabet is long. */
export function epochLetters(ordinal: number): string {
  let rest = Math.max(1, Math.floor(ordinal));
  let letters = '';
  while (rest > 0) {
    rest -= 1;
    letters = String.fromCodePoint(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26);
  }
  return letters;
}

/** ISO/IEC 7064 MOD 37,36: finds every single wrong character, and 99 of 100 swaps of neighbours. */
function checkCharacter(head: string): string {
  let product = 36;
  for (const character of head) {
    const value = alphabet.indexOf(character);
    if (value < 0) continue;
    const sum = (product + value) % 36 || 36;
    product = (sum * 2) % 37;
  }
  return alphabet[(37 - product) % 36] ?? '0';
}

function hasRightCheckCharacter(text: string): boolean {
  const cut = text.lastIndexOf('-');
  return checkCharacter(text.slice(0, cut)) === text.slice(cut + 1);
}
