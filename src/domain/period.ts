/**
 * Kỳ báo cáo: which days a report counts. Closing days are data of the province; everything else follows from them,
 * for any working year (domain paper §3.2: union statistics close on 31/5 and 30/11).
 */
import * as z from 'zod/mini';
import { addDays, LocalDate, workingYearRange } from './time.ts';

/** A day of every year, `05-31`; the 29th of February is none, because it does not come every year. */
export const MonthDay = z
  .string()
  .check(z.regex(/^\d{2}-\d{2}$/), z.refine((text) => LocalDate.safeParse(`2019-${text}`).success))
  .brand<'MonthDay'>();
export type MonthDay = z.infer<typeof MonthDay>;

/** Loại báo cáo. Quarter, half year and year are kept by the calendar itself; the others only where the province asks. */
export const ReportType = z.enum(['quarter', 'halfYear', 'year', 'month', 'thematic', 'flash']);
export type ReportType = z.infer<typeof ReportType>;

/** `2020-h1`, `2020-q3`, `2020-t05` for May, `2020-e-tet` for an occasion, `2020-f0519` for a day. The year is the working year. */
export const PeriodId = z.string().check(z.regex(/^\d{4}-[a-z0-9-]{1,40}$/)).brand<'PeriodId'>();
export type PeriodId = z.infer<typeof PeriodId>;

/** Days from the closing to the day a report is due; `workingDays` passes over weekends and holidays in counting. */
const DaysAfter = z.object({ days: z.int().check(z.minimum(0), z.maximum(60)), workingDays: z.boolean() });

/** How a period comes out of the closing days: the parts it spans, in their order, and the due days before they move. */
export const PeriodRule = z.object({
  key: z.string().check(z.regex(/^[a-z0-9]{1,12}$/)),
  type: ReportType,
  /** “6 tháng đầu năm”, without the year. */
  label: z.string().check(z.minLength(1), z.maxLength(60)),
  kind: z.enum(['quarter', 'cumulative']),
  /** Keys of closings, one after the other: one for a quarter, two for the half year. */
  closings: z.array(z.string()).check(z.minLength(1)),
  /** False: a view of the figures, nothing to hand in. */
  isReport: z.boolean(),
  /** By level; empty for a view. */
  due: z.record(z.string(), MonthDay),
  /** The cumulative view that stands beside a quarter in its report (nine months beside the third quarter). */
  besides: z.nullable(z.string()),
});
export type PeriodRule = z.infer<typeof PeriodRule>;

export const ReportCalendar = z.object({
  /** Grows with every change by the province. */
  version: z.int().check(z.minimum(1)),
  /** The first working year that reports are asked for: nobody is late with a year before the directive. */
  firstYear: z.int().check(z.minimum(2000), z.maximum(2100)),
  closings: z.array(z.object({ key: z.string(), on: MonthDay })).check(z.minLength(1)),
  periods: z.array(PeriodRule),
  /** Báo cáo tháng: closes on a day of the month; due days by level are days of the same month. */
  months: z.object({ isAsked: z.boolean(), closesOn: z.int().check(z.minimum(1), z.maximum(28)), due: z.record(z.string(), z.int().check(z.minimum(1), z.maximum(28))) }),
  /** Báo cáo chuyên đề: after the last day of an occasion. */
  thematic: z.object({ isAsked: z.boolean(), occasionIds: z.array(z.string()), due: z.record(z.string(), DaysAfter) }),
  /** Báo cáo nhanh, đột xuất: after the day it is about. */
  flash: z.object({ isAsked: z.boolean(), due: z.record(z.string(), DaysAfter) }),
  /** A due day on a weekend or a holiday moves to the next working day. */
  movesToWorkingDay: z.boolean(),
  holidaysEveryYear: z.array(MonthDay),
  /** By calendar year: the days around Tết, Giỗ Tổ, days in lieu. */
  holidays: z.record(z.string().check(z.regex(/^\d{4}$/)), z.array(LocalDate)),
});
export type ReportCalendar = z.infer<typeof ReportCalendar>;

/** One period of one working year; both days inclusive. */
export interface Period {
  readonly id: PeriodId;
  readonly year: number;
  readonly type: ReportType;
  readonly label: string;
  readonly kind: 'quarter' | 'cumulative' | 'month' | 'event';
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly isReport: boolean;
  /** Quarters it is made of, or null where it is no sum of others. */
  readonly parts: readonly PeriodId[] | null;
  readonly besides: PeriodId | null;
}

/** The quarters, half year, nine months and year of one working year, in the order of the calendar. */
export function periodsOfYear(calendar: ReportCalendar, year: number): readonly Period[] {
  const closings = calendar.closings.map(({ key, on }) => ({ key, on: dayInWorkingYear(on, year) }));
  const startOf = (key: string): LocalDate => {
    const before = closings[closings.findIndex((one) => one.key === key) - 1];
    return before === undefined ? workingYearRange(year).from : addDays(before.on, 1);
  };
  return calendar.periods.flatMap((rule) => {
    const first = rule.closings[0] ?? '';
    const last = closings.find((one) => one.key === rule.closings.at(-1));
    if (last === undefined) return [];
    const period: Period = {
      id: periodId(year, rule.key),
      year,
      type: rule.type,
      label: rule.label,
      kind: rule.kind,
      from: startOf(first),
      to: last.on,
      isReport: rule.isReport,
      parts: rule.kind === 'quarter' ? null : rule.closings.map((key) => periodId(year, key)),
      besides: rule.besides === null ? null : periodId(year, rule.besides),
    };
    return [period];
  });
}

/**
 * The twelve months that close within a working year, from December on. The first reaches back to the day after the
 * November closing, so that no day lies between two months.
 * @param label of a month, `2020-05` → its words.
 */
export function monthsOfYear(calendar: ReportCalendar, year: number, label: (month: string) => string): readonly Period[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = monthBefore(`${year}-01`, 1 - index);
    return {
      id: periodId(year, `t${month.slice(5)}`),
      year,
      type: 'month' as const,
      label: label(month),
      kind: 'month' as const,
      from: addDays(dayOfMonth(monthBefore(month, 1), calendar.months.closesOn), 1),
      to: dayOfMonth(month, calendar.months.closesOn),
      isReport: calendar.months.isAsked,
      parts: null,
      besides: null,
    };
  });
}

/** A period around something that happened: a thematic report of an occasion, or a flash report of a day. */
export function eventPeriod(
  calendar: ReportCalendar, type: 'thematic' | 'flash', event: { readonly key: string; readonly label: string; readonly from: LocalDate; readonly to: LocalDate; readonly year: number },
): Period {
  return {
    id: periodId(event.year, event.key), year: event.year, type, label: event.label, kind: 'event', from: event.from, to: event.to,
    isReport: calendar[type].isAsked, parts: null, besides: null,
  };
}

/** Whether a day lies in the period. */
export function isInPeriod(day: LocalDate, period: Pick<Period, 'from' | 'to'>): boolean {
  return day >= period.from && day <= period.to;
}

/** The working year that a period's id names. */
export function yearOfPeriod(id: PeriodId): number {
  return Number(id.slice(0, 4));
}

/** A day of every year in a working year, which begins with December of the year before. */
function dayInWorkingYear(on: MonthDay, year: number): LocalDate {
  return `${on.startsWith('12') ? year - 1 : year}-${on}` as LocalDate;
}

function periodId(year: number, key: string): PeriodId {
  return `${year}-${key}` as PeriodId;
}

function monthBefore(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function dayOfMonth(month: string, day: number): LocalDate {
  return `${month}-${String(day).padStart(2, '0')}` as LocalDate;
}
