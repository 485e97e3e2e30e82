import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochLetters, ReceiptNumber, receiptNumber } from '../../src/domain/receipt.ts';

test('a receipt number reads as unit, year, epoch and position', () => {
  expect(receiptNumber('C01', 2020, 1, 412)).toMatch(/^C01-2020-A0412-[0-9A-Z]$/);
  expect(receiptNumber('C01', 2020, 2, 12_345)).toMatch(/^C01-2020-B12345-[0-9A-Z]$/);
});

const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const placesOf = (number: string): number[] => [...number].flatMap((character, index) => (character === '-' ? [] : [index]));

test('one wrong character is noticed when a number is read out over the phone', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(), fc.constantFrom(...characters), (position, where, other) => {
      const number = receiptNumber('C01', 2020, 1, position);
      const places = placesOf(number);
      const at = places[where % places.length] ?? 0;
      if (number[at] !== other) expect(ReceiptNumber.safeParse(number.slice(0, at) + other + number.slice(at + 1)).success).toBe(false);
    }),
  );
});

test('of a hundred swaps of neighbours at most one is not noticed', () => {
  let [swapCount, unnoticedCount] = [0, 0];
  for (let position = 1; position <= 5_000; position += 7) {
    const number = receiptNumber('C01', 2020, 1, position);
    for (const at of placesOf(number)) {
      const [one, next] = [number[at] ?? '-', number[at + 1] ?? '-'];
      if (next === '-' || one === next) continue;
      swapCount += 1;
      if (ReceiptNumber.safeParse(number.slice(0, at) + next + one + number.slice(at + 2)).success) unnoticedCount += 1;
    }
  }
  expect(swapCount).toBeGreaterThan(5_000);
  expect(unnoticedCount / swapCount).toBeLessThan(0.01);
});

test('a server that was restored more often than the alphabet is long still gives numbers', () => {
  expect([1, 26, 27, 702, 703].map(epochLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
