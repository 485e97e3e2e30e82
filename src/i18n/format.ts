/**
 * Dates, times and numbers as Vietnamese offices write them. `Intl` is not used: its full date is not office style,
 * and old phones carry different tables.
 * A zero stands before days under 10 and before the months 1 and 2: 05/01/2020, 04/6/2019 (Nghị định 30/2020/NĐ-CP;
 * the directive itself writes 04/6/2019).
 */
import type { Instant } from '../domain/time.ts';
import { dayOf, LocalDate } from '../domain/time.ts';

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const;
const vietnamOffsetMs = 7 * 3_600_000;

function partsOf(day: LocalDate): { day: string; month: string; year: string } {
  const month = Number(day.slice(5, 7));
  return { day: day.slice(8, 10), month: month <= 2 ? `0${month}` : String(month), year: day.slice(0, 4) };
}

/** 15/5/2020 · 05/01/2020 · 04/6/2019 */
export function dateText(on: LocalDate): string {
  const { day, month, year } = partsOf(on);
  return `${day}/${month}/${year}`;
}

/** 19/5 · 03/6 */
export function dayMonthText(on: LocalDate): string {
  const { day, month } = partsOf(on);
  return `${day}/${month}`;
}

/** ngày 15 tháng 5 năm 2020 */
export function officeDateText(on: LocalDate): string {
  const { day, month, year } = partsOf(on);
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** Thứ Sáu */
export function weekdayText(on: LocalDate): string {
  return weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()] ?? '';
}

/** Thứ Sáu, 15/5/2020 */
export function weekdayDateText(on: LocalDate): string {
  return `${weekdayText(on)}, ${dateText(on)}`;
}

/** tức thứ Sáu, 15/5/2020: beside a browser's box for a day, which writes 05/15/2020 in an English browser. Empty where the box holds no day. */
export function boxDayText(box: string): string {
  const day = LocalDate.safeParse(box);
  return day.success ? `tức ${weekdayDateText(day.data).replace(/^Thứ/, 'thứ')}` : '';
}

/** Thg 5: the small line of a date tile. */
export function tileMonthText(on: LocalDate): string {
  return `Thg ${Number(on.slice(5, 7))}`;
}

/** 15, without a zero in front: the large line of a date tile. */
export function tileDayText(on: LocalDate): string {
  return String(Number(on.slice(8, 10)));
}

/** Tháng 5/2020 · Tháng 01/2020; takes `2020-05` or a day. */
export function monthText(month: string): string {
  const number = Number(month.slice(5, 7));
  return `Tháng ${number <= 2 ? `0${number}` : number}/${month.slice(0, 4)}`;
}

/** 14:32, always in Vietnam's time: a phone set to UTC would say 07:32. */
export function timeText(at: Instant): string {
  return new Date(Date.parse(at) + vietnamOffsetMs).toISOString().slice(11, 16);
}

/** 14:35, 15/5/2020 */
export function timeDateText(at: Instant): string {
  return `${timeText(at)}, ${dateText(dayOf(at))}`;
}

/** 15/5 14:35: one step of a timeline. */
export function dayTimeText(at: Instant): string {
  return `${dayMonthText(dayOf(at))} ${timeText(at)}`;
}

/** 48.213,5 · 1.200; at most `decimals` places, zeros at the end left out. */
export function numberText(value: number, decimals = 1): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const rest = fraction.replace(/0+$/, '');
  const isZero = grouped === '0' && rest === '';
  return `${value < 0 && !isZero ? '-' : ''}${grouped}${rest === '' ? '' : `,${rest}`}`;
}

/** 52,4% of a share between 0 and 1. */
export function percentText(share: number): string {
  return `${numberText(share * 100)}%`;
}

/** 148 kB · 6,1 MB, in steps of 1,000. */
export function bytesText(bytes: number): string {
  return bytes < 1_000_000 ? `${numberText(Math.ceil(bytes / 1000), 0)} kB` : `${numberText(bytes / 1_000_000)} MB`;
}
