import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../src/domain/number-entry.ts';

describe('a number is read as the officer means it', () => {
  test.each([
    ['1200', 1200], ['1.200', 1200], ['1 200', 1200], ['1\u00a0200', 1200], ['１２００', 1200], [' 42 ', 42], ['0', 0], ['007', 7],
    ['1.200.000', 1_200_000], ['999999999999999', 999_999_999_999_999],
  ])('“%s” is %d', (text, value) => {
    expect(readNumber(text, 'attendances')).toEqual({ value });
  });

  test.each(['', '   ', '\u3000'])('an empty box (“%s”) is nothing, and nothing is not zero', (text) => {
    expect(readNumber(text, 'attendances')).toEqual({ value: null });
  });
});

test.each(['1,5', '1.5', '1.2000', '12 00', '-3', '+3', 'abc', '3 người', '1e3', '0x1F', '1.200,5', '½', '٣'])('“%s” is no whole number', (text) => {
  expect(readNumber(text, 'women')).toMatchObject({ problem: { code: 'figure-not-whole', field: 'women' } });
});

test('a number of absurd length is refused instead of being rounded', () => {
  expect(readNumber('1234567890123456', 'gifts')).toMatchObject({ problem: { code: 'figure-out-of-bounds', field: 'gifts' } });
});

test('every whole number survives being written with dots', () => {
  fc.assert(fc.property(fc.nat({ max: 1_000_000_000 }), (value) => {
    const dotted = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
    expect(readNumber(dotted, 'gifts')).toEqual({ value });
  }));
});

test('whatever is typed, the answer is a whole number, nothing, or a problem', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    const read = readNumber(text, 'gifts');
    if ('value' in read) expect(read.value === null || Number.isSafeInteger(read.value)).toBe(true);
    else expect(['figure-not-whole', 'figure-out-of-bounds']).toContain(read.problem.code);
  }));
});
