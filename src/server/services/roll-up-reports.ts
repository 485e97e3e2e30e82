/** Tổng hợp: the approved reports below a unit and its own activities, added up; and who is not in the sum. */
import type { RecordId, UnitId } from '../../domain/id.ts';
import { computeIndicators, ownReportStates } from '../../domain/indicator-compute.ts';
import { indicatorsFor } from '../../domain/indicator.ts';
import type { IndicatorCode } from '../../domain/indicator.ts';
import { programmeKind } from '../../domain/programme.ts';
import { Report } from '../../domain/report.ts';
import { rollUp } from '../../domain/roll-up.ts';
import { reportingBelow } from '../../domain/unit-tree.ts';
import { workingYearOf, workingYearRange } from '../../domain/time.ts';
import { levelsOf } from '../../domain/unit.ts';
import type { DeskRollUp, DeskRollUpFilter } from '../../sync/desk-report-protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { todayOf } from './published-content.ts';
import { deskPeriodOf, reportPeriods, reportRecords } from './report-periods.ts';
import { storedReportFigures } from './own-report-figures.ts';
import { correctionOf, countedNow, deskIndicatorOf } from './show-report.ts';
import { visibleUnits } from './subtree.ts';
import type * as z from 'zod/mini';

/** Problems: `not-allowed` for a unit outside the subtree, `filter-wrong` for one that adds nothing up and for an unknown period. */
export async function rollUpReports(page: StoragePage, host: Host, asker: Asker, filter: z.infer<typeof DeskRollUpFilter>): Promise<Outcome<DeskRollUp>> {
  const units = await visibleUnits(page, asker);
  const unit = units.find((one) => one.id === (filter.unit ?? asker.unit.id));
  if (unit === undefined) return refused('not-allowed', 'unit');
  const below = reportingBelow(unit, units);
  if (levelsOf(unit).length === 0) return refused('filter-wrong', 'unit');
  const published = await host.published.read(page);
  const today = todayOf(published, host.nowMs());
  const context = published.judgeFor(unit, today);
  const periods = reportPeriods(context);
  const period = periods.asked(filter.period);
  if (filter.period !== undefined && periods.calendar !== null && period === null) return refused('filter-wrong', 'period');
  const set = context.indicators.get(Math.max(...context.indicators.keys()));
  const name = (id: UnitId): string => units.find((one) => one.id === id)?.name ?? id;
  const named = ({ id }: { readonly id: UnitId }): { unitId: UnitId; unitName: string } => ({ unitId: id, unitName: name(id) });
  const frame = {
    periods: periods.choices.map(deskPeriodOf), ...named(unit),
    uppers: units.filter((one) => levelsOf(one).length > 0 && reportingBelow(one, units).length > 0).map(named),
  };
  if (period === null || set === undefined) return done({ ...frame, period: null, indicators: [], lines: [], added: [], missing: [], ownCount: 0 });
  const records = (await reportRecords(page, below.map((one) => one.id), period)).filter((record) => !record.isVoid);
  const approved = records.filter((record) => record.state === 'approved');
  const year = workingYearRange(workingYearOf(period.to));
  // The programme of the year has its last day, and counts from its first (IC.01).
  const programmes = await page.recordsOfKind({ kind: programmeKind, unitIds: [unit.id], from: year.to, to: year.to });
  const own = computeIndicators({
    levels: levelsOf(unit), period, indicators: set, states: ownReportStates, system: await storedReportFigures(page, unit, period, context, today),
    // Indicators that take the newest of a year look back to its beginning.
    activities: [...(await page.recordsOfKind({ kind: 'activity', unitIds: [unit.id], from: year.from, to: period.to })), ...programmes].map(countedNow),
  });
  const reports = new Map(approved.map(({ recordId, edition, text }) => [recordId, { recordId, edition, report: Report.parse(JSON.parse(text)) }]));
  const rolled = rollUp({ unit, periodId: period.id, units, indicators: set, own: own.indicators, reports: [...reports.values()] });
  const correctionIn = (recordId: RecordId, code: IndicatorCode): ReturnType<typeof correctionOf> => {
    const report = reports.get(recordId)?.report;
    return report === undefined ? {} : correctionOf(report, code);
  };
  return done({
    ...frame,
    period: deskPeriodOf(period),
    indicators: indicatorsFor(set, levelsOf(unit)).map(deskIndicatorOf),
    lines: [...rolled.indicators.values()].map(({ code, value, women, womenMissing, parts, own: ownValue, from }) => ({
      code, value, women, womenMissing, parts, own: ownValue, from: from.map((one) => ({ ...one, unitName: name(one.unitId), ...correctionIn(one.recordId, code) })),
    })),
    added: approved.filter((record) => rolled.reports.has(record.recordId)).map(({ recordId, scope }) => ({
      unitId: scope, unitName: name(scope), recordId, without: (reports.get(recordId)?.report.missing ?? []).map(name),
    })),
    missing: rolled.missing.map((one) => {
      const waiting = records.findLast((record) => record.scope === one.id);
      return { ...named(one), recordId: waiting?.recordId ?? null, state: waiting?.state ?? null };
    }),
    ownCount: [...own.sources.keys()].filter((id) => !programmes.some((one) => one.recordId === id)).length,
  });
}
