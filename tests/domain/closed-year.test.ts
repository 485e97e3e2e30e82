import { expect, test } from 'vitest';
import { comesTooLate, isYearClosed } from '../../src/domain/closed-year.ts';
import type { LocalDate } from '../../src/domain/time.ts';

const day = (text: string): LocalDate => text as LocalDate;

test('a year is closed once the province works in a later one; December belongs to the next year', () => {
  expect(isYearClosed(day('2020-11-30'), 2020)).toBe(false);
  expect(isYearClosed(day('2020-11-30'), 2021)).toBe(true);
  expect(isYearClosed(day('2020-12-01'), 2021)).toBe(false);
  expect(isYearClosed(day('2021-12-05'), 2021)).toBe(false);
});

test.each([
  ['while the year runs for the province', '2020-05-15', false, '2020-12-20', 2020, false],
  ['saved in its year, arrived after it', '2020-05-15', false, '2020-11-30', 2021, false],
  ['saved after its year', '2020-05-15', false, '2020-12-01', 2021, true],
  ['asked for by the province', '2020-05-15', true, '2021-03-01', 2021, false],
] as const)('an edit %s', (_when, heldOn, isReturned, savedOn, year, isLate) => {
  expect(comesTooLate({ heldOn: day(heldOn), isReturned }, day(savedOn), year)).toBe(isLate);
});
