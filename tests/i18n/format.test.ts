import { expect, test } from 'vitest';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import {
  bytesText, dateText, dayMonthText, dayTimeText, monthText, numberText, officeDateText, percentText, tileDayText, tileMonthText,
  boxDayText, timeDateText, timeText, weekdayDateText,
} from '../../src/i18n/format.ts';

const day = (text: string): LocalDate => text as LocalDate;
const at = (text: string): Instant => text as Instant;

test.each([
  [dateText, '2020-05-15', '15/5/2020'],
  [dateText, '2020-01-05', '05/01/2020'],
  [dateText, '2019-06-04', '04/6/2019'],
  [dateText, '2020-02-28', '28/02/2020'],
  [dateText, '2020-12-31', '31/12/2020'],
  [dateText, '2020-10-09', '09/10/2020'],
  [dayMonthText, '2020-05-19', '19/5'],
  [dayMonthText, '2020-06-03', '03/6'],
  [dayMonthText, '2020-01-05', '05/01'],
  [officeDateText, '2020-05-15', 'ngày 15 tháng 5 năm 2020'],
  [officeDateText, '2020-02-03', 'ngày 03 tháng 02 năm 2020'],
  [weekdayDateText, '2020-05-15', 'Thứ Sáu, 15/5/2020'],
  [weekdayDateText, '2020-05-17', 'Chủ Nhật, 17/5/2020'],
  [tileDayText, '2020-06-03', '3'],
  [tileMonthText, '2020-06-03', 'Thg 6'],
  [monthText, '2020-05', 'Tháng 5/2020'],
  [monthText, '2020-01', 'Tháng 01/2020'],
  [dateText, '2019-12-01', '01/12/2019'],
  [dateText, '2020-03-09', '09/3/2020'],
  [dateText, '2020-02-29', '29/02/2020'],
])('[kV3] a day is written as offices write it: %o of %s is %s', (write, on, written) => {
  expect(write(day(on))).toBe(written);
});

test('[kV3] times are Vietnam’s whatever the phone is set to, and midnight there turns the day', () => {
  expect(timeText(at('2020-05-15T07:32:00.000Z'))).toBe('14:32');
  expect(timeDateText(at('2020-05-14T17:05:00.000Z'))).toBe('00:05, 15/5/2020');
  expect(dayTimeText(at('2020-05-12T02:12:00.000Z'))).toBe('12/5 09:12');
});

test('[kV3] numbers carry dots for thousands and a comma for the fraction', () => {
  expect(numberText(48_213.5)).toBe('48.213,5');
  expect(numberText(1200)).toBe('1.200');
  expect(numberText(0)).toBe('0');
  expect(numberText(-0.01)).toBe('0');
  expect(numberText(-1234)).toBe('-1.234');
  expect(percentText(0.524)).toBe('52,4%');
  expect(bytesText(148_000)).toBe('148 kB');
  expect(bytesText(4200)).toBe('5 kB');
  expect(bytesText(6_140_000)).toBe('6,1 MB');
});

test('beside a browser’s box the day is said in this country’s order, and a box without a day says nothing', () => {
  expect(['2020-05-18', '2020-05-17', '', '2020-02-31', '18/5/2020'].map(boxDayText)).toEqual(['tức thứ Hai, 18/5/2020', 'tức Chủ Nhật, 17/5/2020', '', '', '']);
});
