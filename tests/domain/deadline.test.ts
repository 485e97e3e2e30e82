import { expect, it } from 'vitest';
import { reportCalendar } from '../../src/content/report-calendar.ts';
import { proposedDueOn } from '../../src/domain/deadline.ts';
import { day } from '../make/activity-context.ts';

it.each([
  ['a Monday', '2020-05-11', '2020-05-14'],
  ['a Friday, over the weekend', '2020-05-15', '2020-05-20'],
  ['a Saturday', '2020-05-16', '2020-05-20'],
  ['the day before 30/4, over two holidays and a weekend', '2020-04-29', '2020-05-06'],
  ['the last days of a year', '2020-12-30', '2021-01-05'],
  ['the day before Tết, over all its days', '2020-01-22', '2020-02-03'],
  ['the day before Giỗ Tổ', '2020-04-01', '2020-04-07'],
])('a return leaves three working days of the calendar to a unit that is asked on %s', (_when, from, due) => {
  expect(proposedDueOn(day(from), reportCalendar)).toBe(due);
});

it('a day off that the province adds moves the day that a return proposes', () => {
  expect(proposedDueOn(day('2020-05-11'), { ...reportCalendar, holidays: { 2020: [day('2020-05-12')] } })).toBe('2020-05-15');
});

it('before a calendar is published only weekends are known', () => {
  expect(proposedDueOn(day('2020-05-15'), null)).toBe('2020-05-20');
  expect(proposedDueOn(day('2020-04-29'), null)).toBe('2020-05-04');
});
