/** Which periods the desk may ask for, by the newest calendar, and what is known of those of a report. */
import { begunPeriods, lastClosed } from '../../domain/begun-periods.ts';
import type { Period, PeriodId, ReportCalendar } from '../../domain/period.ts';
import { dueOnOf, periodById, reportLevelOf } from '../../domain/report-calendar.ts';
import { Report } from '../../domain/report.ts';
import { LocalDate, workingYearOf, workingYearRange } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { dateText, monthText } from '../../i18n/format.ts';
import type { DeskPeriod } from '../../sync/desk-report-protocol.ts';
import type { JudgeContext } from '../../sync/judge.ts';
import type { RecordSummary } from '../../sync/ports.ts';
import type { StoragePage } from '../storage/port.ts';

export interface ReportPeriods {
  readonly calendar: ReportCalendar | null;
  /** Begun and asked for, newest first, of this working year and the one before. */
  readonly choices: readonly Period[];
  /** By its id; null when there is none. */
  find(id: PeriodId): Period | null;
  /** The one asked for, else the one that closed last; null without a calendar, and for an id that names none. */
  asked(id: PeriodId | undefined): Period | null;
}

export function reportPeriods({ calendars, occasions, today }: Pick<JudgeContext, 'calendars' | 'occasions' | 'today'>): ReportPeriods {
  const calendar = calendars.at(-1) ?? null;
  if (calendar === null) return { calendar, choices: [], find: () => null, asked: () => null };
  const choices = begunPeriods(calendar, today, [...occasions.values()], monthText);
  const find = (id: PeriodId): Period | null => periodById(id, calendar, { occasions: [...occasions.values()], label: labelOf });
  return { calendar, choices, find, asked: (id) => (id === undefined ? lastClosed(choices, today) : find(id)) };
}

/** Days of which somebody has sent a flash report: nobody owes one, so only what came in tells of them. */
export async function flashPeriods(page: StoragePage, unitIds: readonly Unit['id'][], { calendar, find }: ReportPeriods, today: LocalDate): Promise<readonly Period[]> {
  if (calendar?.flash.isAsked !== true) return [];
  const year = workingYearOf(today);
  const records = await page.recordsOfKind({ kind: 'report', unitIds, from: workingYearRange(year - 1).from, to: workingYearRange(year).to });
  const ids = new Set(records.map((record) => Report.parse(JSON.parse(record.text))).flatMap(({ type, periodId }) => (type === 'flash' ? [periodId] : [])));
  return [...ids].toSorted().toReversed().flatMap((id) => find(id) ?? []);
}

/** Of a month, or of the day of a flash report. */
function labelOf(monthOrDay: string): string {
  const day = LocalDate.safeParse(monthOrDay).data;
  return day === undefined ? monthText(monthOrDay) : dateText(day);
}

export function deskPeriodOf({ id, type, label, year, from, to }: Period): DeskPeriod {
  return { id, type, label, year, from, to };
}

/** The day a unit's report is due; null where the calendar asks nothing of it. */
export function dueOnFor(unit: Unit, period: Period | null, calendar: ReportCalendar | null): LocalDate | null {
  const level = reportLevelOf(unit);
  return period === null || calendar === null || level === null ? null : dueOnOf(period, level, calendar);
}

/** The reports of these units for one period. A day that the province has moved since does not hide one. */
export async function reportRecords(page: StoragePage, unitIds: readonly Unit['id'][], period: Pick<Period, 'id' | 'year'>): Promise<readonly RecordSummary[]> {
  const records = await page.recordsOfKind({ kind: 'report', unitIds, ...workingYearRange(period.year) });
  return records.filter((record) => (JSON.parse(record.text) as { readonly periodId?: unknown }).periodId === period.id);
}
