import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lunarOf, solarOf } from '../../src/domain/lunar.ts';
import { addDays, daysBetween } from '../../src/domain/time.ts';
import { day } from '../make/activity-context.ts';

/**
 * Mùng 1 Tết of 1968–2055. New moons, equinoxes and solstices came from an ephemeris of another make (VSOP87 and a lunar
 * theory, good to seconds), the calendar's rules were then applied at UTC+7 by another program than the one tested here.
 */
const newYears = `
1968-01-29 1969-02-16 1970-02-06 1971-01-27 1972-02-15 1973-02-03 1974-01-23 1975-02-11 1976-01-31 1977-02-18 1978-02-07
1979-01-28 1980-02-16 1981-02-05 1982-01-25 1983-02-13 1984-02-02 1985-01-21 1986-02-09 1987-01-29 1988-02-17 1989-02-06
1990-01-27 1991-02-15 1992-02-04 1993-01-23 1994-02-10 1995-01-31 1996-02-19 1997-02-07 1998-01-28 1999-02-16 2000-02-05
2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-17 2008-02-07 2009-01-26 2010-02-14 2011-02-03
2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01
2023-01-22 2024-02-10 2025-01-29 2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-02 2031-01-23 2032-02-11 2033-01-31
2034-02-19 2035-02-08 2036-01-28 2037-02-15 2038-02-04 2039-01-24 2040-02-12 2041-02-01 2042-01-22 2043-02-10 2044-01-30
2045-02-17 2046-02-06 2047-01-26 2048-02-14 2049-02-02 2050-01-23 2051-02-11 2052-02-01 2053-02-18 2054-02-08 2055-01-28
`.trim().split(/\s+/);

/** Leap months of the same years from the same source: the month, and its first day. */
const leapMonths = `
7 1968-08-24, 5 1971-06-23, 4 1974-05-22, 8 1976-09-24, 6 1979-07-24, 4 1982-05-23, 2 1985-03-21, 7 1987-08-24, 5 1990-06-23,
3 1993-04-22, 8 1995-09-24, 5 1998-06-24, 4 2001-05-23, 2 2004-03-21, 7 2006-08-24, 5 2009-06-23, 4 2012-05-21, 9 2014-10-24,
6 2017-07-23, 4 2020-05-23, 2 2023-03-22, 6 2025-07-25, 5 2028-06-23, 3 2031-04-21, 11 2033-12-22, 6 2036-07-23, 5 2039-06-22,
2 2042-03-22, 7 2044-08-23, 5 2047-06-23, 3 2050-04-21, 8 2052-09-23, 6 2055-07-24
`.trim().split(/,\s*/);

test('Tết falls on its day in each of the 88 years from 1968 to 2055', () => {
  expect(newYears).toHaveLength(88);
  expect(newYears.map((_, index) => solarOf({ year: 1968 + index, month: 1, day: 1, isLeapMonth: false }))).toEqual(newYears);
  expect(newYears.map((text) => lunarOf(day(text)))).toEqual(newYears.map((_, index) => ({ year: 1968 + index, month: 1, day: 1, isLeapMonth: false })));
});

test('a year has the leap month that it has, and no other', () => {
  const found = newYears.flatMap((_, index) => Array.from({ length: 12 }, (__, month) => {
    const first = solarOf({ year: 1968 + index, month: month + 1, day: 1, isLeapMonth: true });
    return first === null ? [] : `${month + 1} ${first}`;
  }).flat());
  expect(found).toEqual(leapMonths);
});

test.each([
  ['1968-01-29', '1968-01-30'], ['1969-02-16', '1969-02-17'], ['1985-01-21', '1985-02-20'], ['2007-02-17', '2007-02-18'],
  ['2030-02-02', '2030-02-03'], ['2053-02-18', '2053-02-19'],
])('Tết is kept on %s in Vietnam, where the Chinese calendar of UTC+8 says %s', (vietnam, china) => {
  expect(lunarOf(day(vietnam))).toMatchObject({ month: 1, day: 1, isLeapMonth: false });
  // Not the browser's own Chinese calendar as a witness: some of its tables miss a new moon seven minutes past midnight.
  expect(lunarOf(day(china))).not.toMatchObject({ month: 1, day: 1 });
});

test.each([
  ['2020-01-17', 2019, 12, 23, false],
  ['2020-02-08', 2020, 1, 15, false],
  ['2020-04-02', 2020, 3, 10, false],
  ['2020-05-22', 2020, 4, 30, false],
  ['2020-05-23', 2020, 4, 1, true],
  ['2020-06-25', 2020, 5, 5, false],
  ['2020-09-02', 2020, 7, 15, false],
  ['2020-10-01', 2020, 8, 15, false],
  ['2033-12-22', 2033, 11, 1, true],
])('%s is a day of the lunar year %i, month %i, day %i', (solar, year, month, date, isLeapMonth) => {
  expect(lunarOf(day(solar))).toEqual({ year, month, day: date, isLeapMonth });
});

describe('whatever the day', () => {
  const days = fc.integer({ min: 0, max: daysBetween(day('1900-01-01'), day('2199-12-31')) }).map((count) => addDays(day('1900-01-01'), count));

  test('to the lunar calendar and back is the same day', () => {
    fc.assert(fc.property(days, (solar) => solarOf(lunarOf(solar)) === solar));
  });

  test('the next day is the next of the month, or the first of a month after 29 or 30 days', () => {
    fc.assert(fc.property(days, (solar) => {
      const here = lunarOf(solar);
      const next = lunarOf(addDays(solar, 1));
      return next.day === here.day + 1 ? next.month === here.month : next.day === 1 && (here.day === 29 || here.day === 30);
    }));
  });
});

test('a day that the year does not have is no day: a 30th of a short month, a leap month of a common year, nonsense', () => {
  expect(solarOf({ year: 2020, month: 1, day: 30, isLeapMonth: false })).toBeNull();
  expect(solarOf({ year: 2021, month: 4, day: 1, isLeapMonth: true })).toBeNull();
  expect(solarOf({ year: 2020, month: 13, day: 1, isLeapMonth: false })).toBeNull();
  expect(solarOf({ year: 10_000, month: 1, day: 1, isLeapMonth: false })).toBeNull();
});
