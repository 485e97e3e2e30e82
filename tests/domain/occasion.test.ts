import { expect, test } from 'vitest';
import { daysUntil, nearOccasions } from '../../src/domain/occasion.ts';
import type { Occasion } from '../../src/domain/occasion.ts';
import { day, occasions } from '../make/activity-context.ts';

function occasion(id: string): Occasion {
  const found = occasions.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

test('days are counted to the first day, nought while it lasts, and back from the last', () => {
  expect(daysUntil(occasion('e0519'), day('2020-05-15'))).toBe(4);
  expect(daysUntil(occasion('m-cn'), day('2020-05-15'))).toBe(0);
  expect(daysUntil(occasion('m-cn'), day('2020-06-02'))).toBe(-2);
  expect(daysUntil(occasion('s-caulong'), day('2020-06-02'))).toBeNull();
});

test('near occasions come nearest first, a day before a month, and never a cancelled one', () => {
  const ids = nearOccasions(occasions, day('2020-05-15')).map((one) => one.occasion.id);
  expect(ids.slice(0, 4)).toEqual(['m-at', 'm-cn', 'e0519', 'e0508']);
  expect(nearOccasions(occasions, day('2020-03-14')).map((one) => one.occasion.id)).not.toContain('s-hoaban');
});

test('what lies beyond the window is not near', () => {
  const ids = nearOccasions(occasions, day('2020-05-15'), 7, 3).map((one) => one.occasion.id);
  expect(ids).not.toContain('e0519');
  expect(ids).not.toContain('e0507');
  expect(ids).toContain('e0508');
});
