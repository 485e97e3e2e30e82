import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../src/domain/deadline.ts';
import { LocalDate } from '../../src/domain/time.ts';

describe('the day that a return proposes', () => {
  it.each([
    ['a Monday', '2020-05-11', '2020-05-14'],
    ['a Friday, over the weekend', '2020-05-15', '2020-05-20'],
    ['a Saturday', '2020-05-16', '2020-05-20'],
    ['the day before 30/4, over two holidays and a weekend', '2020-04-29', '2020-05-06'],
    ['the last days of a year', '2020-12-30', '2021-01-05'],
  ])('leaves three working days to a unit that is asked on %s', (_when, from, due) => {
    expect(addWorkingDays(LocalDate.parse(from), 3)).toBe(due);
  });
});
