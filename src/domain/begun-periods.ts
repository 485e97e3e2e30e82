/** Kỳ đã bắt đầu: which reports may be asked for today. Apart from the calendar's rules, which home carries. */
import type { Occasion } from './occasion.ts';
import { monthsOfYear, periodsOfYear } from './period.ts';
import type { Period, ReportCalendar } from './period.ts';
import { thematicPeriods } from './report-calendar.ts';
import { workingYearOf } from './time.ts';
import type { LocalDate } from './time.ts';

/**
 * Begun by today and to be reported, of this working year and the one before, the newest first.
 * @param monthLabel the words of a month, `2020-05`.
 */
export function begunPeriods(calendar: ReportCalendar, today: LocalDate, occasions: readonly Occasion[] = [], monthLabel = (month: string): string => month): readonly Period[] {
  const year = workingYearOf(today);
  return [
    ...[year - 1, year].filter((one) => one >= calendar.firstYear).flatMap((one) => periodsOfYear(calendar, one)),
    ...(calendar.months.isAsked ? [year - 1, year].flatMap((one) => monthsOfYear(calendar, one, monthLabel)) : []),
    ...thematicPeriods(calendar, occasions),
  ]
    .filter((one) => one.isReport && one.from <= today)
    .toSorted((one, next) => (one.to === next.to ? (one.id < next.id ? 1 : -1) : one.to < next.to ? 1 : -1));
}

/** The period that closed last; before any has, the one that runs. */
export function lastClosed(begun: readonly Period[], today: LocalDate): Period | null {
  return begun.find((one) => one.to < today) ?? begun[0] ?? null;
}
