import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochLetters, ReceiptNumber, receiptNumber } from '../../src/domain/receipt.ts';

test('a receipt number reads as unit, year, epoch and position', () => {
  expect(receiptNumber('C01', 2020, 1, 412)).toMatch(/^C01-2020-A0412-[0-9A-Z]$/);
  expect(receiptNumber('C01', 2020, 2, 12_345)).toMatch(/^C01-2020-B12345-[0-9A-Z]$/);
});

test('one wrong character, or two neighbours swapped, is noticed when a number is read out over the phone', () => {
  const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(), fc.constantFrom(...characters), (position, where, other) => {
      const number = receiptNumber('C01', 2020, 1, position);
      const places = [...number].flatMap((character, index) => (character === '-' ? [] : [index]));
      const at = places[where % places.length] ?? 0;
      if (number[at] !== other) expect(ReceiptNumber.safeParse(number.slice(0, at) + other + number.slice(at + 1)).success).toBe(false);
      const [one, next] = [number[at] ?? '', number[at + 1] ?? '-'];
      if (next !== '-' && one !== next) expect(ReceiptNumber.safeParse(number.slice(0, at) + next + one + number.slice(at + 2)).success).toBe(false);
    }),
  );
});

test('a server that was restored more often than the alphabet is long still gives numbers', () => {
  expect([1, 26, 27, 702, 703].map(epochLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
