/** Các tháng của một việc: from one month of a working year to another, both included. The working year begins with December. */
import * as z from 'zod/mini';
import type { DayRange } from './requirement.ts';
import { addDays } from './time.ts';
import type { LocalDate } from './time.ts';

const month = z.int().check(z.minimum(1), z.maximum(12));

export const MonthSpan = z.object({ from: month, to: month }).check(z.refine(({ from, to }) => monthOrder(from) <= monthOrder(to)));
export type MonthSpan = z.infer<typeof MonthSpan>;

/** The months of a working year in their order: December of the year before comes first. */
export const yearMonths: readonly number[] = [12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
export const wholeYear: MonthSpan = { from: 12, to: 11 };

/** The place of a month in the working year: 0 for December, 11 for November. */
export function monthOrder(month: number): number {
  return month % 12;
}

export function monthAt(order: number): number {
  return yearMonths[Math.min(11, Math.max(0, order))] ?? 12;
}

export function monthOf(day: LocalDate): number {
  return Number(day.slice(5, 7));
}

/** Both put in the order of the working year. */
export function spanOf(one: number, other: number): MonthSpan {
  return monthOrder(one) <= monthOrder(other) ? { from: one, to: other } : { from: other, to: one };
}

export function holdsMonth({ from, to }: MonthSpan, month: number): boolean {
  return monthOrder(month) >= monthOrder(from) && monthOrder(month) <= monthOrder(to);
}

/**
 * What a tap on a month makes of a span: the first tap names the month, a second one the other end, the next one begins
 * anew; on the only month it takes it away.
 */
export function tappedMonth(span: MonthSpan | null, month: number): MonthSpan | null {
  if (span === null || span.from !== span.to) return { from: month, to: month };
  return span.from === month ? null : spanOf(span.from, month);
}

/** Its first and last day, both inclusive. */
export function daysOfSpan({ from, to }: MonthSpan, workingYear: number): DayRange {
  const first = firstDay(from, workingYear);
  const next = to === 11 ? `${workingYear}-12-01` : firstDay(monthAt(monthOrder(to) + 1), workingYear);
  return { from: first, to: addDays(next as LocalDate, -1) };
}

function firstDay(month: number, workingYear: number): LocalDate {
  return `${month === 12 ? workingYear - 1 : workingYear}-${String(month).padStart(2, '0')}-01` as LocalDate;
}
