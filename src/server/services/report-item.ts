/** A report as a row of the desk: where it stands, and whether it was in time. */
import type { Officer } from '../../domain/officer.ts';
import type { Period, ReportCalendar } from '../../domain/period.ts';
import { isCorrected, Report } from '../../domain/report.ts';
import { daysLate, notAfter, sentAt } from '../../domain/report-calendar.ts';
import { handedInBy } from '../../domain/report-history.ts';
import type { Sending } from '../../domain/report-history.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { DeskReportItem } from '../../sync/desk-report-protocol.ts';
import type { RawChange, RecordSummary } from '../../sync/ports.ts';
import { Change, voidKind } from '../../sync/protocol.ts';
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
  // Of a cancelled one too: when it was handed in, not when it was taken back.
  const at = sentAt(handedInBy(sendingsOf(changes).filter(({ isCancellation }) => !isCancellation)) ?? { savedAt: receivedAt, offset: null, receivedAt });
  const dueOn = dueOnFor(unit, period, calendar);
  return {
    recordId,
    unitId: unit.id,
    unitName: unit.name,
    periodId: report.periodId,
    title: titleOf(title, period),
    state,
    edition,
    sentAt: at,
    receivedAt,
    receiptNumber,
    officerName: officers.find((officer) => officer.id === record.officerId)?.name ?? '',
    dueOn,
    daysLate: dueOn === null ? 0 : daysLate(notAfter(at, today), dueOn),
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

/** Each edition of a record as the press of “Gửi” that it came from; what was refused became none. */
export function sendingsOf(changes: readonly RawChange[]): readonly Sending[] {
  return changes.flatMap(({ kind, text, verdict }) => {
    if (verdict.code !== 'ok') return [];
    const { savedAt, offset } = Change.parse(JSON.parse(text));
    return [{ savedAt, offset, receivedAt: verdict.receipt.receivedAt, became: verdict.edition, isCancellation: kind === voidKind }];
  });
}
