import { expect, test } from 'vitest';
import { occasions2020 } from '../../src/content/occasions-2020.ts';
import { lunarOf } from '../../src/domain/lunar.ts';
import { occasionsOfYear, ordinalIn } from '../../src/domain/occasion-year.ts';
import { workingYearOf } from '../../src/domain/time.ts';
import { day } from '../make/activity-context.ts';

const occasions = occasions2020(null);
const repeating = occasions.filter((one) => one.repeat !== undefined);

test('the ordinal of every anniversary follows from its origin and its year, and no ordinal of years is without an origin', () => {
  for (const { id, origin = [], ordinal, startsOn } of occasions) {
    if (ordinal.includes('năm') || origin.length > 0) expect(ordinalIn(origin, Number(startsOn?.slice(0, 4))), id).toBe(ordinal);
  }
  expect(occasions.filter((one) => (one.origin ?? []).length > 0)).toHaveLength(20);
});

test('the day of every occasion that repeats follows from its rule', () => {
  for (const { id, repeat, startsOn } of repeating) {
    expect(startsOn, id).not.toBeNull();
    if (startsOn === null) continue;
    if (repeat?.kind === 'lunar') expect(lunarOf(startsOn), id).toMatchObject({ day: repeat.day, month: repeat.month, isLeapMonth: false });
    else expect(repeat, id).toEqual({ kind: 'solar', day: Number(startsOn.slice(8)), month: Number(startsOn.slice(5, 7)) });
  }
  expect(repeating).toHaveLength(30);
});

test('computed from the next year back, the calendar of 2020 stands where it was written', () => {
  for (const occasion of repeating) {
    const year = workingYearOf(occasion.startsOn ?? day('2020-01-01'));
    const [later] = occasionsOfYear([occasion], year + 1, 2020);
    if (later === undefined) throw new Error(`${occasion.id} does not come back`);
    const back = occasionsOfYear([later], year, 2020).map(({ id, title, shortTitle, startsOn, endsOn, ordinal }) => ({ id, title, shortTitle, startsOn, endsOn, ordinal }));
    const { id, title, shortTitle, startsOn, endsOn, ordinal } = occasion;
    expect(back, id).toEqual([{ id, title, shortTitle, startsOn, endsOn, ordinal }]);
  }
});

test('the lunar days are those that the titles name', () => {
  const named = { 'l-ongtao': '23 tháng Chạp', 'e-tet': 'mùng 1 tháng Giêng', 'l-gioto': '10 tháng Ba', 'l-trungthu': 'rằm tháng Tám' };
  const lunar = occasions.filter((one) => one.repeat?.kind === 'lunar');
  expect(lunar.map((one) => [one.id, /\((.*)\)/.exec(one.title)?.[1]])).toEqual(Object.entries(named));
  expect(lunar.map((one) => one.repeat)).toEqual([
    { kind: 'lunar', day: 23, month: 12 }, { kind: 'lunar', day: 1, month: 1 }, { kind: 'lunar', day: 10, month: 3 }, { kind: 'lunar', day: 15, month: 8 },
  ]);
});

test('a congress, a tournament, a festival and a law belong to their own year', () => {
  const once = occasions.filter((one) => one.repeat === undefined);
  expect(once.filter((one) => one.ordinal.startsWith('lần ')).map((one) => one.id)).toEqual(occasions.filter((one) => one.ordinal.startsWith('lần ')).map((one) => one.id));
  for (const one of occasionsOfYear(occasions, 2022, 2020)) expect(once.map(({ id }) => id)).not.toContain(one.id);
});
