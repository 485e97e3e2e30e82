import { expect, test, vi } from 'vitest';
import { occasionsAround } from '../../src/domain/occasion-year.ts';
import type { OccasionId } from '../../src/domain/id.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { needsOtherYear, withOccasions } from '../../src/phone/reference.ts';
import { aReference } from '../make/reference.ts';

const day = (text: string): LocalDate => text as LocalDate;

test.each([['2020-05-15', false], ['2020-10-31', false], ['2020-11-01', true], ['2020-12-01', true], ['2026-11-23', true], ['2019-11-20', true]])(
  'on %s the occasions of another year than 2020 are wanted: %s', (today, wanted) => {
    expect(needsOtherYear(day(today), 2020)).toBe(wanted);
  });

test('six years on, 19/5 reminds with its own count, and by the same name', () => {
  const reference = aReference();
  const around = occasionsAround(reference.publishedOccasions, day('2026-05-15'), 2020);
  const later = withOccasions(reference, around);
  expect(later.occasionsById.get('e0519' as OccasionId)).toMatchObject({ startsOn: '2026-05-19' });
  expect(later.occasionsById.get('e0519' as OccasionId)?.shortTitle).toContain('136 năm');
  // What was published stands for the calendar to go through the years from.
  expect(later.publishedOccasions).toBe(reference.publishedOccasions);
  expect(later.setting).toBe(reference.setting);
});

test('other occasions leave unread what a start has no need of', () => {
  const reference = aReference();
  const read = vi.fn(() => []);
  Object.defineProperty(reference, 'forms', { get: read, enumerable: true });
  const later = withOccasions(reference, []);
  expect(read).not.toHaveBeenCalled();
  expect(later.forms).toEqual([]);
  expect(read).toHaveBeenCalledTimes(1);
});
