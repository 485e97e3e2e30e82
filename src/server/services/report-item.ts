/** A report as a row of the desk: where it stands, and whether it was in time. */
import type { Officer } from '../../domain/officer.ts';
import type { Period, ReportCalendar } from '../../domain/period.ts';
import { isCorrected, Report } from '../../domain/report.ts';
import { daysLate, sentAt } from '../../domain/report-calendar.ts';
import type { SentMoment } from '../../domain/report-calendar.ts';
import { daysBetween } from '../../domain/time.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { DeskReportItem } from '../../sync/desk-report-protocol.ts';
import type { RawChange, RecordSummary } from '../../sync/ports.ts';
import { Change } from '../../sync/protocol.ts';
import { dueOnFor } from './report-periods.ts';

export interface ReportItemQuestion {
  readonly record: RecordSummary;
  readonly unit: Unit;
  readonly changes: readonly RawChange[];
  readonly officers: readonly Officer[];
  readonly period: Period | null;
  readonly calendar: ReportCalendar | null;
  /** Nobody is later than today: with the sample's day, the phones' own clocks are years ahead of its calendar. */
  readonly today: LocalDate;
}

export function reportItemOf({ record, unit, changes, officers, period, calendar, today }: ReportItemQuestion): DeskReportItem {
  const { recordId, title, state, edition, receivedAt, receiptNumber, flags, review } = record;
  const report = Report.parse(JSON.parse(record.text));
  const moment = firstSent(changes) ?? { savedAt: receivedAt, offset: null, receivedAt };
  const dueOn = dueOnFor(unit, period, calendar);
  return {
    recordId,
    unitId: unit.id,
    unitName: unit.name,
    periodId: report.periodId,
    title: titleOf(title, period),
    state,
    edition,
    sentAt: sentAt(moment),
    receivedAt,
    receiptNumber,
    officerName: officers.find((officer) => officer.id === record.officerId)?.name ?? '',
    dueOn,
    daysLate: dueOn === null ? 0 : Math.min(daysLate(moment, dueOn), Math.max(0, daysBetween(dueOn, today))),
    correctedCount: Object.values(report.lines).filter(isCorrected).length,
    flags: [...flags],
    lastReview: review,
    isLocked: record.lock?.edition === edition,
  };
}

/** The words of a month and of a day are no business of the judge that wrote the title. */
function titleOf(title: string, period: Period | null): string {
  return period?.type === 'month' || period?.type === 'flash' ? period.label : title;
}

/**
 * The moment of the first edition: what is mended after a return does not make a report late. A first try that a rule
 * refused does not count, for nothing had been handed in.
 */
export function firstSent(changes: readonly RawChange[]): SentMoment | null {
  const first = changes.find((raw) => raw.verdict.code === 'ok' && raw.verdict.edition === 1);
  if (first === undefined || first.verdict.code !== 'ok') return null;
  const { savedAt, offset } = Change.parse(JSON.parse(first.text));
  return { savedAt, offset, receivedAt: first.verdict.receipt.receivedAt };
}
