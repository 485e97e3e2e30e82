import { expect, test } from 'vitest';
import { codeInHash, codeText, missingCount } from '../../src/phone/screens/activation/code-text.ts';

test.each([
  ['k7m29qxp', 'K7M2-9QXP'],
  ['K7M2-9QXP', 'K7M2-9QXP'],
  [' k7m2 9qxp ', 'K7M2-9QXP'],
  ['K7M2 – 9QXP', 'K7M2-9QXP'],
  ['K7M', 'K7M'],
  ['K7M2', 'K7M2'],
  ['K7M29', 'K7M2-9'],
  ['OIL0', '0110'],
  ['Â7Đ2', 'A7D2'],
  ['１２３４', '1234'],
  ['https://so-tay.example/k#K7M29QXP', 'K7M2-9QXP'],
  ['K7M29QXPZZZ', 'K7M2-9QXP'],
])('“%s” in the box becomes %s', (typed, shown) => {
  expect(codeText(typed)).toBe(shown);
});

test('writing it back changes nothing more, so the cursor stays where it was', () => {
  for (const typed of ['k7m29qxp', 'K7M2-', 'Ơ-', '']) expect(codeText(codeText(typed))).toBe(codeText(typed));
});

test('the officer is told how many characters are missing', () => {
  expect(missingCount('K7M2-9Q')).toBe(2);
  expect(missingCount('K7M29QXP')).toBe(0);
  expect(missingCount('K7M29QXPZ')).toBe(-1);
});

test('a link fills the box', () => {
  expect(codeInHash('#K7M29QXP')).toBe('K7M2-9QXP');
  expect(codeInHash('')).toBe('');
});
