/** What IC.02–IC.04 count of a unit's own reports, from the records that came in. */
import type { SystemFigure } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period.ts';
import { notAfter, reportCounts, sentAt } from '../../domain/report-calendar.ts';
import type { HandedIn } from '../../domain/report-calendar.ts';
import { Report } from '../../domain/report.ts';
import { Review } from '../../domain/review.ts';
import { workingYearOf, workingYearRange } from '../../domain/time.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { JudgeContext } from '../../sync/judge.ts';
import type { RecordSummary } from '../../sync/ports.ts';
import type { StoragePage } from '../storage/port.ts';
import { firstSent } from './report-item.ts';

/** Empty where no calendar is published: then nobody knows what is owed. What is due later than today may still be kept. */
export async function ownReportFigures(
  page: StoragePage, unit: Unit, period: Period, { calendars, occasions }: Pick<JudgeContext, 'calendars' | 'occasions'>, today: LocalDate,
): Promise<Partial<Record<SystemFigure, number>>> {
  const calendar = calendars.at(-1);
  if (calendar === undefined) return {};
  const from = workingYearRange(workingYearOf(period.from) - 1).from;
  const records = (await page.recordsOfKind({ kind: 'report', unitIds: [unit.id], from, to: workingYearRange(period.year).to })).filter((record) => !record.isVoid);
  const handedIn = await Promise.all(records.map((record) => handedInOf(page, record, today)));
  return reportCounts(unit, { from: period.from, to: today < period.to ? today : period.to }, handedIn, calendar, [...occasions.values()]);
}

async function handedInOf(page: StoragePage, { recordId, scope, text, receivedAt }: RecordSummary, today: LocalDate): Promise<HandedIn> {
  const sent = firstSent(await page.changesOf(recordId)) ?? { savedAt: receivedAt, offset: null, receivedAt };
  const reviews = (await page.rowsOf(scope, 'review', recordId)).map((row) => Review.parse(JSON.parse(row.text)));
  const at = notAfter(sentAt(sent), today);
  return { periodId: Report.parse(JSON.parse(text)).periodId, moment: { savedAt: at, offset: null, receivedAt: at }, returnCount: reviews.filter((one) => one.decision === 'returned').length };
}
