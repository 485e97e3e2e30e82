/**
 * Moments and days. An Instant is a moment in UTC; a LocalDate is a day in Vietnam (UTC+7, no summer time).
 * The clock itself is never read here: `now` comes in as an argument.
 */
import * as z from 'zod/mini';

/** ISO 8601 in UTC with milliseconds: `2020-05-15T07:35:00.000Z`. */
export const Instant = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/), z.refine((text) => !Number.isNaN(Date.parse(text))))
  .brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A day in Vietnam: `2020-05-15`. */
export const LocalDate = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}$/), z.refine(isRealDay))
  .brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

const dayMs = 86_400_000;
const vietnamOffsetMs = 7 * 3_600_000;

/** Instants outside the years 1970–9998 are held at the border: a phone's clock may say anything. */
export function instantOf(ms: number): Instant {
  const bounded = Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 253_370_764_800_000) : 0;
  return new Date(bounded).toISOString() as Instant;
}

export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The day in Vietnam at this moment. */
export function dayOf(instant: Instant): LocalDate {
  return new Date(msOf(instant) + vietnamOffsetMs).toISOString().slice(0, 10) as LocalDate;
}

export function addDays(day: LocalDate, count: number): LocalDate {
  return new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Năm công tác: closes on 30/11, so December counts to the next year (periods2020.json, Mẫu 1-HĐCĐ and 2-HĐCĐ). */
export function workingYearOf(day: LocalDate): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) === '12' ? year + 1 : year;
}

/** First and last day of a working year, both inclusive. */
export function workingYearRange(year: number): { from: LocalDate; to: LocalDate } {
  return { from: `${year - 1}-12-01` as LocalDate, to: `${year}-11-30` as LocalDate };
}

function isRealDay(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}
