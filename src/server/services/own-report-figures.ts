/** What IC.02–IC.04 count of a unit's own reports, from the records that came in. */
import type { SystemFigure } from '../../domain/indicator.ts';
import type { Period } from '../../domain/period.ts';
import { ownReportFigures } from '../../domain/report-history.ts';
import type { ReportHistory } from '../../domain/report-history.ts';
import { Report } from '../../domain/report.ts';
import { Review } from '../../domain/review.ts';
import { workingYearOf, workingYearRange } from '../../domain/time.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { JudgeContext } from '../../sync/judge.ts';
import type { RecordSummary } from '../../sync/ports.ts';
import type { StoragePage } from '../storage/port.ts';
import { sendingsOf } from './report-item.ts';

export async function storedReportFigures(
  page: StoragePage, unit: Unit, period: Period, { calendars, occasions }: Pick<JudgeContext, 'calendars' | 'occasions'>, today: LocalDate,
): Promise<Readonly<Partial<Record<SystemFigure, number>>>> {
  const from = workingYearRange(workingYearOf(period.from) - 1).from;
  const records = await page.recordsOfKind({ kind: 'report', unitIds: [unit.id], from, to: workingYearRange(period.year).to });
  const histories = await Promise.all(records.map((record) => historyOf(page, record)));
  return ownReportFigures(unit, period, histories, { calendar: calendars.at(-1) ?? null, occasions: [...occasions.values()], today });
}

async function historyOf(page: StoragePage, { recordId, scope, text }: RecordSummary): Promise<ReportHistory> {
  const reviews = (await page.rowsOf(scope, 'review', recordId)).map((row) => Review.parse(JSON.parse(row.text)));
  return {
    periodId: Report.parse(JSON.parse(text)).periodId,
    sendings: sendingsOf(await page.changesOf(recordId)), decisions: reviews.map((one) => one.decision),
  };
}
