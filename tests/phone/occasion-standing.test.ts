import { expect, test } from 'vitest';
import type { Occasion } from '../../src/domain/occasion.ts';
import { dayText, lunarText, statusText, whenText } from '../../src/phone/screens/calendar/occasion-standing.ts';
import { day, occasions } from '../make/activity-context.ts';

const today = day('2020-05-15');

function occasion(id: string): Occasion {
  const found = occasions.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

test.each([
  ['e0519', 'Còn 4 ngày', 'Dự kiến'],
  ['e0508', 'Đã diễn ra', 'Đã diễn ra'],
  ['m-cn', 'Đang diễn ra, đến 31/5/2020', 'Đang diễn ra'],
  ['s-hoaban', '', 'Dừng tổ chức'],
  ['s-caulong', '', 'Chưa chốt ngày'],
  ['l-tetmong', 'Còn 229 ngày', 'Chưa chốt ngày'],
])('on 15/5/2020 %s reads “%s” and stands as “%s”', (id, when, status) => {
  expect([whenText(occasion(id), today), statusText(occasion(id), today)]).toEqual([when, status]);
});

test('a day that passed is not said to have been held unless somebody said so', () => {
  const computed: Occasion = { ...occasion('e0508'), status: 'planned' };
  expect([whenText(computed, today), statusText(computed, today)]).toEqual(['Đã qua', 'Đã qua']);
});

test('what was put off counts no days', () => {
  const late: Occasion = { ...occasion('e0519'), status: 'postponed' };
  expect([whenText(late, today), statusText(late, today)]).toEqual(['', 'Hoãn, chờ ngày mới']);
});

test('tomorrow and today are words, not numbers', () => {
  expect(whenText(occasion('e0519'), day('2020-05-18'))).toBe('Ngày mai');
  expect(whenText(occasion('e0519'), day('2020-05-19'))).toBe('Hôm nay');
});

test('days are written as offices write them, by the sun and by the moon', () => {
  expect(dayText(occasion('e0519'))).toBe('Thứ Ba, 19/5/2020');
  expect(dayText(occasion('m-at'))).toBe('01/5/2020 đến 31/5/2020');
  expect(dayText(occasion('s-hoidien'))).toBe('Chưa định ngày');
  expect(lunarText(day('2020-04-02'))).toBe('10/3 âm lịch');
  expect(lunarText(day('2020-05-23'))).toBe('1/4 nhuận âm lịch');
});
