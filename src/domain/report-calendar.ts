/**
 * Lịch báo cáo: when each level's report is due, what a unit owes from today on, and who was late. Works for any
 * working year without a signal: the calendar is published once.
 */
import { eventPeriod, monthsOfYear, periodsOfYear, yearOfPeriod } from './period.ts';
import type { MonthDay, Period, PeriodId, ReportCalendar } from './period.ts';
import type { Occasion } from './occasion.ts';
import type { Instant } from './time.ts';
import { addDays, dayOf, daysBetween, instantOf, LocalDate, msOf, workingYearOf } from './time.ts';
import type { Level, Unit } from './unit.ts';
import { levelsOf } from './unit.ts';

/** A report that a unit owes. */
export interface DueReport {
  readonly period: Period;
  readonly dueOn: LocalDate;
  /** Days until the due day; negative when it has passed. */
  readonly inDays: number;
  /** `coming`: the period still runs; `open`: it has closed; `late`: the due day has passed. */
  readonly state: 'coming' | 'open' | 'late';
}

/** The days off of the calendar: those of every year, and around Tết, Giỗ Tổ and in lieu by the year. */
export type Holidays = Pick<ReportCalendar, 'holidaysEveryYear' | 'holidays'>;

/** Neither Saturday nor Sunday nor a holiday of the calendar. */
export function isWorkingDay(day: LocalDate, calendar: Holidays): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  return !calendar.holidaysEveryYear.includes(day.slice(5) as MonthDay) && calendar.holidays[day.slice(0, 4)]?.includes(day) !== true;
}

/** The day itself, or the first working day after it. */
export function nextWorkingDay(day: LocalDate, calendar: Holidays): LocalDate {
  let next = day;
  // A list of holidays without an end would never let go; no holiday lasts a month.
  for (let step = 0; step < 31 && !isWorkingDay(next, calendar); step += 1) next = addDays(next, 1);
  return next;
}

/** The day `count` working days after `day`, which itself does not count. */
export function addWorkingDays(day: LocalDate, count: number, calendar: Holidays): LocalDate {
  let next = day;
  for (let left = count; left > 0; left -= 1) next = nextWorkingDay(addDays(next, 1), calendar);
  return next;
}

/**
 * The level at which a unit hands in its report: a grassroots union directly under the province keeps the days of an
 * upper union (D). Null for a mere group, which hands in nothing.
 */
export function reportLevelOf(unit: Unit): Level | null {
  const levels = levelsOf(unit);
  return levels.includes('D') ? 'D' : levels[0] ?? null;
}

/**
 * The day on which a level's report of a period is due, moved to a working day where the calendar says so.
 * @returns null for a view, and for a level that the calendar asks nothing of.
 */
export function dueOnOf(period: Period, level: Level, calendar: ReportCalendar): LocalDate | null {
  if (!period.isReport) return null;
  const base = baseDue(period, level, calendar);
  if (base === null) return null;
  return calendar.movesToWorkingDay ? nextWorkingDay(base, calendar) : base;
}

/** The day before it moves: what the rule itself names. */
export function baseDue(period: Period, level: Level, calendar: ReportCalendar): LocalDate | null {
  switch (period.type) {
    case 'quarter':
    case 'halfYear':
    case 'year': {
      const rule = calendar.periods.find((one) => period.id === `${period.year}-${one.key}`);
      const on = rule?.due[level];
      return on === undefined ? null : firstOnOrAfter(on, period.to);
    }
    case 'month': {
      const day = calendar.months.due[level];
      return day === undefined ? null : `${period.to.slice(0, 8)}${String(day).padStart(2, '0')}` as LocalDate;
    }
    case 'thematic':
    case 'flash': {
      const after = calendar[period.type].due[level];
      if (after === undefined) return null;
      return after.workingDays ? addWorkingDays(period.to, after.days, calendar) : addDays(period.to, after.days);
    }
  }
}

export interface DueQuestion {
  readonly unit: Unit;
  readonly today: LocalDate;
  /** Periods for which the unit has handed in a report, sent or still on its phone. */
  readonly submitted: ReadonlySet<PeriodId>;
  /** Occasions with their days, where thematic reports are asked. */
  readonly occasions?: readonly Occasion[];
  /** Words of a month, where monthly reports are asked. */
  readonly monthLabel?: (month: string) => string;
}

const aheadDays = 366;

/**
 * What a unit owes: what is late first, then by due day, up to a year ahead. Late reports stay as long as their due day
 * lies in the working year of today; so the year report, due in December, does not vanish with the old year.
 */
export function dueReports({ unit, today, submitted, occasions = [], monthLabel = (month) => month }: DueQuestion, calendar: ReportCalendar): readonly DueReport[] {
  const level = reportLevelOf(unit);
  if (level === null) return [];
  const year = workingYearOf(today);
  const years = [year - 1, year, year + 1, year + 2].filter((one) => one >= calendar.firstYear);
  const periods = years.flatMap((one) => [
    ...periodsOfYear(calendar, one),
    ...(calendar.months.isAsked ? monthsOfYear(calendar, one, monthLabel) : []),
  ]);
  periods.push(...thematicPeriods(calendar, occasions));
  const since = `${year - 1}-12-01`;
  const due: DueReport[] = [];
  for (const period of periods) {
    const dueOn = dueOnOf(period, level, calendar);
    if (dueOn === null || submitted.has(period.id) || dueOn < since) continue;
    const inDays = daysBetween(today, dueOn);
    if (inDays > aheadDays) continue;
    due.push({ period, dueOn, inDays, state: inDays < 0 ? 'late' : period.to < today ? 'open' : 'coming' });
  }
  return due.sort((one, next) => one.inDays - next.inDays || (one.period.id < next.period.id ? -1 : 1));
}

/** Views of the figures that have begun, of the working year of today: nothing to hand in, newest first. */
export function viewPeriods(calendar: ReportCalendar, today: LocalDate): readonly Period[] {
  return periodsOfYear(calendar, workingYearOf(today)).filter((one) => !one.isReport && one.from <= today).toReversed();
}

/** The periods of the occasions that the province wants a thematic report of. */
export function thematicPeriods(calendar: ReportCalendar, occasions: readonly Occasion[]): readonly Period[] {
  if (!calendar.thematic.isAsked) return [];
  return occasions.flatMap(({ id, shortTitle, startsOn, endsOn, status }) => {
    if (startsOn === null || status === 'cancelled' || status === 'postponed' || !calendar.thematic.occasionIds.includes(id)) return [];
    return [eventPeriod(calendar, 'thematic', { key: id, label: shortTitle, from: startsOn, to: endsOn ?? startsOn, year: workingYearOf(startsOn) })];
  });
}

/** The period of a flash report: the one day it is about. */
export function flashPeriod(calendar: ReportCalendar, day: LocalDate, label: string): Period {
  return eventPeriod(calendar, 'flash', { key: `f${day.slice(5, 7)}${day.slice(8)}`, label, from: day, to: day, year: workingYearOf(day) });
}

/** A period by its id: quarters and their sums, months, occasions, the day of a flash report. Null where there is none of this id. */
export function periodById(
  id: PeriodId, calendar: ReportCalendar, { occasions = [], label = (text) => text }: { readonly occasions?: readonly Occasion[]; readonly label?: (monthOrDay: string) => string } = {},
): Period | null {
  const year = yearOfPeriod(id);
  const [, month, day] = /^\d{4}-f(\d{2})(\d{2})$/.exec(id) ?? [];
  const flashDay = LocalDate.safeParse(`${month === '12' ? year - 1 : year}-${month}-${day}`);
  const all = [
    ...periodsOfYear(calendar, year),
    ...monthsOfYear(calendar, year, label),
    ...thematicPeriods(calendar, occasions),
    ...(flashDay.success ? [flashPeriod(calendar, flashDay.data, label(flashDay.data))] : []),
  ];
  return all.find((one) => one.id === id) ?? null;
}

/** What is known of the moment of sending. */
export interface SentMoment {
  /** The phone's clock when the officer pressed “Gửi”. */
  readonly savedAt: Instant;
  /** Last known server minus phone, milliseconds; null before the first contact. */
  readonly offset: number | null;
  /** Null while it waits on the phone. */
  readonly receivedAt: Instant | null;
}

/**
 * When the officer pressed “Gửi”, by the server's clock: lateness is judged by it and never by the arrival, for weeks
 * may lie between the two where there is no signal. Nothing was sent after it arrived, whatever a phone's clock says.
 */
export function sentAt({ savedAt, offset, receivedAt }: SentMoment): Instant {
  const ms = msOf(savedAt) + (offset ?? 0);
  return instantOf(receivedAt === null ? ms : Math.min(ms, msOf(receivedAt)));
}

/** A moment that is not later than today: with the sample's day, the phones' own clocks are years ahead of its calendar. */
export function notAfter(at: Instant, today: LocalDate): Instant {
  return dayOf(at) > today ? instantOf(Date.parse(`${today}T05:00:00.000Z`)) : at;
}

/** Whole days after the due day, 0 when in time. A report pressed in the last minute of the due day is in time. */
export function daysLate(at: Instant, dueOn: LocalDate): number {
  return Math.max(0, daysBetween(dueOn, dayOf(at)));
}

/** A report that a unit handed in: when “Gửi” was pressed first, and how often a person returned it. */
export interface HandedIn {
  readonly periodId: PeriodId;
  readonly sentAt: Instant;
  readonly returnCount: number;
}

/** What IC.02–IC.04 count: due, received however late, in time, and returned by a person. */
export type ReportCounts = Readonly<Record<'reportsDue' | 'reportsReceived' | 'reportsOnTime' | 'reportReturns', number>>;

/**
 * Counts the reports whose due day lies in a range of days. Views and reports that nobody asked for count nowhere, so
 * “đúng hạn” is never more than “phải nộp”. A report handed in again counts by the first time: a return is no lateness.
 */
export function reportCounts(unit: Unit, range: Pick<Period, 'from' | 'to'>, handedIn: readonly HandedIn[], calendar: ReportCalendar, occasions: readonly Occasion[] = []): ReportCounts {
  const level = reportLevelOf(unit);
  const counts = { reportsDue: 0, reportsReceived: 0, reportsOnTime: 0, reportReturns: 0 };
  if (level === null) return counts;
  const years = [workingYearOf(range.from) - 1, workingYearOf(range.from), workingYearOf(range.to)].filter((year, index, all) => year >= calendar.firstYear && all.indexOf(year) === index);
  const periods = years.flatMap((year) => [...periodsOfYear(calendar, year), ...(calendar.months.isAsked ? monthsOfYear(calendar, year, (month) => month) : [])]);
  for (const period of [...periods, ...thematicPeriods(calendar, occasions)]) {
    const dueOn = dueOnOf(period, level, calendar);
    if (dueOn === null || dueOn < range.from || dueOn > range.to) continue;
    counts.reportsDue += 1;
    const sent = handedIn.filter((one) => one.periodId === period.id);
    if (sent.length === 0) continue;
    counts.reportsReceived += 1;
    if (sent.some((one) => daysLate(one.sentAt, dueOn) === 0)) counts.reportsOnTime += 1;
    counts.reportReturns += sent.reduce((sum, one) => sum + one.returnCount, 0);
  }
  return counts;
}

/** The first day `on` that is not before `day`. */
function firstOnOrAfter(on: MonthDay, day: LocalDate): LocalDate {
  const same = `${day.slice(0, 4)}-${on}`;
  return LocalDate.parse(same >= day ? same : `${Number(day.slice(0, 4)) + 1}-${on}`);
}
