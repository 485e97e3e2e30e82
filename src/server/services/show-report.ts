/** One report with everything that a reviewer asks of it: where each number comes from, and what has happened since. */
import { Activity } from '../../domain/activity.ts';
import { Programme, programmeKind } from '../../domain/programme.ts';
import { adoptionOf } from '../../domain/programme-adoption.ts';
import type { RecordId, UnitId } from '../../domain/id.ts';
import { computeIndicators, sinceClosing } from '../../domain/indicator-compute.ts';
import type { CountedActivity } from '../../domain/indicator-compute.ts';
import { indicatorsFor, taskOfIndicator } from '../../domain/indicator.ts';
import type { Indicator, IndicatorCode, IndicatorSet } from '../../domain/indicator.ts';
import { Lock } from '../../domain/lock.ts';
import type { Period } from '../../domain/period.ts';
import { isCorrected, lineOf, Report, reportKind } from '../../domain/report.ts';
import { checkReport } from '../../domain/report-check.ts';
import { Review } from '../../domain/review.ts';
import { sinceSum, talliesOfReport } from '../../domain/roll-up.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { levelsOf } from '../../domain/unit.ts';
import { reportingBelow } from '../../domain/unit-tree.ts';
import type { DeskGiven, DeskIndicator, DeskReportDetail, DeskReportEdition, DeskReportSource, DeskSumUnit } from '../../sync/desk-report-protocol.ts';
import type { EditionBodies, RawChange, RecordSummary } from '../../sync/ports.ts';
import { Change, VoidBody, voidKind } from '../../sync/protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { todayOf } from './published-content.ts';
import { reportItemOf } from './report-item.ts';
import { deskPeriodOf, reportPeriods, reportRecords } from './report-periods.ts';
import { asideOf, pathOf } from './show-activity.ts';
import { mayDecide, subtreeOf, visibleUnits } from './subtree.ts';

/** Problems: `not-found`, also for a record outside the account's subtree: whether it exists is not told. */
export async function showReport(page: StoragePage, host: Host, asker: Asker, recordId: RecordId): Promise<Outcome<DeskReportDetail>> {
  const record = await page.record(recordId);
  const visible = record ? await visibleUnits(page, asker) : [];
  const unit = visible.find((each) => each.id === record?.scope);
  if (!record || !unit || record.recordKind !== reportKind) return refused('not-found');
  const published = await host.published.read(page);
  const today = todayOf(published, host.nowMs());
  const context = published.judgeFor(unit, today);
  const periods = reportPeriods(context);
  const report = Report.parse(JSON.parse(record.text));
  const period = periods.find(report.periodId);
  const changes = await page.changesOf(recordId);
  const bodies = (await page.editions([recordId])).get(recordId) ?? new Map();
  const officers = await page.officers([record.officerId, ...changes.map((change) => change.officerId)]);
  const nameOf = (change: RawChange): string => officers.find((officer) => officer.id === change.officerId)?.name ?? '';
  const set = context.indicators.get(report.indicatorVersion) ?? null;
  const below = subtreeOf(visible, unit.id).filter((one) => one.id !== unit.id);
  const counted = await countedOf(page, report, unit);
  const unitName = (id: UnitId): string => visible.find((one) => one.id === id)?.name ?? id;
  const { soft } = checkReport({ ...report, confirmed: [] }, {
    unit, indicators: set, newestVersion: Math.max(...context.indicators.keys(), report.indicatorVersion), period, below,
    figures: context.figures, knownNames: context.setting?.knownNames ?? [], today,
  });
  return done({
    item: reportItemOf({ record, unit, changes, officers, period, calendar: periods.calendar, today }),
    period: period === null ? null : deskPeriodOf(period),
    unitPath: pathOf(unit, await page.units()),
    editions: changes.flatMap((change) => editionOf(change, bodies, nameOf(change))),
    reviews: (await page.rowsOf(record.scope, 'review', recordId)).map((row) => Review.parse(JSON.parse(row.text))),
    aside: changes.flatMap(asideOf),
    mayDecide: mayDecide(asker, unit) && !record.isVoid,
    decided: record.review?.edition === record.edition,
    lock: (await page.rowsOf(record.scope, 'lock', recordId)).map((row) => Lock.parse(JSON.parse(row.text))).at(-1) ?? null,
    mayUnlock: mayDecide(asker, unit) && record.lock?.edition === record.edition,
    indicators: set === null ? [] : indicatorsFor(set, levelsOf(unit)).map(deskIndicatorOf),
    ...(set === null ? { sources: [], sourcesOf: {} } : sourcesOf(report, unit, set, counted)),
    givenBy: set === null ? {} : await givenBy(page, report, set, unitName),
    late: await lateOf(page, report, unit),
    missing: report.missing.map((unitId) => ({ unitId, unitName: unitName(unitId) })),
    below: period === null ? [] : await belowOf(page, report, period, unit, visible),
    // Asked again today: “sent early” is no question any more once the period has closed.
    confirmed: soft.filter((one) => report.confirmed.includes(one.id)).map((one) => ({ ...one, blanks: { ...one.blanks } })),
  });
}

export function deskIndicatorOf({ code, label, unit, partOf, method }: Indicator): DeskIndicator {
  return { code, taskId: taskOfIndicator(code), label, unit, partOf, method };
}

/** An activity, or a year's programme, as a report counts it, from the summary that stands now. */
export function countedNow(record: RecordSummary): CountedActivity {
  const body: unknown = JSON.parse(record.text);
  const activity = record.recordKind === programmeKind ? adoptionOf(Programme.parse(body)) : Activity.parse(body);
  return { recordId: record.recordId, edition: record.edition, state: record.state === 'void' ? 'replaced' : record.state, activity };
}

interface Counted {
  readonly now: RecordSummary;
  readonly edition: number;
  readonly activity: Activity | CountedActivity['activity'];
}

/** The activities that the report names, each in the edition that was read. One of another unit is not shown. */
async function countedOf(page: StoragePage, report: Report, unit: Unit): Promise<readonly Counted[]> {
  const named = Object.entries(report.activities) as [RecordId, number][];
  const bodies = await page.editions(named.map(([id]) => id));
  const found = await Promise.all(named.map(async ([id, edition]) => {
    const now = await page.record(id);
    const body = bodies.get(id)?.get(edition);
    const programme = Programme.safeParse(body).data;
    const activity = Activity.safeParse(body).data ?? (programme && adoptionOf(programme));
    return now === null || now.scope !== unit.id || activity === undefined ? [] : [{ now, edition, activity }];
  }));
  return found.flat();
}

function sourcesOf(report: Report, unit: Unit, set: IndicatorSet, counted: readonly Counted[]): Pick<DeskReportDetail, 'sources' | 'sourcesOf'> {
  const { indicators } = computeIndicators({
    levels: levelsOf(unit), period: report, indicators: set, states: ['approved'], system: {},
    activities: counted.map(({ now, edition, activity }) => ({ recordId: now.recordId, edition, state: 'approved', activity })),
  });
  return {
    sources: counted
      .map(({ now, edition, activity }): DeskReportSource => ({
        recordId: now.recordId, kind: now.recordKind === programmeKind ? 'programme' : 'activity', title: 'title' in activity ? activity.title : now.title,
        heldOn: activity.heldOn, state: now.state, edition, nowEdition: now.edition,
      }))
      .toSorted(byDay),
    sourcesOf: Object.fromEntries([...indicators].flatMap(([code, { sources }]) => (sources.length === 0 ? [] : [[code, [...new Set(sources)]]]))),
  };
}

async function givenBy(page: StoragePage, report: Report, set: IndicatorSet, unitName: (id: UnitId) => string): Promise<DeskReportDetail['givenBy']> {
  const named = Object.entries(report.reports) as [RecordId, number][];
  const bodies = await page.editions(named.map(([id]) => id));
  const given: Record<string, DeskReportDetail['givenBy'][string]> = {};
  for (const [recordId, edition] of named) {
    const body = Report.safeParse(bodies.get(recordId)?.get(edition));
    if (!body.success) continue;
    for (const [code, { value, parts }] of talliesOfReport(body.data, set)) {
      const share = value ?? parts?.numerator ?? 0;
      if (share !== 0) (given[code] ??= []).push({ unitId: body.data.unitId, unitName: unitName(body.data.unitId), recordId, value: share, ...correctionOf(body.data, code) });
    }
  }
  return given;
}

/** Where a unit put another number in the place of the computed one: it is told wherever its number is. */
export function correctionOf(report: Pick<Report, 'lines'>, code: IndicatorCode): Pick<DeskGiven, 'correctedFrom' | 'reason'> {
  const line = lineOf(report, code);
  return line?.reason === undefined || !isCorrected(line) ? {} : { correctedFrom: line.computed ?? 0, reason: line.reason };
}

/** Every unit that reports to the union of a sum, and what has come of it since. */
async function belowOf(page: StoragePage, report: Report, period: Period, unit: Unit, visible: readonly Unit[]): Promise<DeskSumUnit[]> {
  if (unit.kind === 'grassroots') return [];
  const units = reportingBelow(unit, visible);
  const all = await reportRecords(page, units.map((one) => one.id), period);
  const records = all.filter((record) => !record.isVoid);
  const approved = records.filter((record) => record.state === 'approved');
  const { late, edited, gone } = sinceSum(report.reports, new Map(approved.map((record) => [record.recordId, record.edition])));
  return units.map((one) => {
    // What was cancelled is still in the sum that names it.
    const record = records.findLast((each) => each.scope === one.id) ?? all.findLast((each) => each.scope === one.id && report.reports[each.recordId] !== undefined);
    const id = record?.recordId ?? null;
    const place = id === null ? 'out' : gone.includes(id) ? 'gone' : edited.includes(id) ? 'edited' : late.includes(id) ? 'late' : report.reports[id] === undefined ? 'out' : 'added';
    return { unitId: one.id, unitName: one.name, recordId: id, state: record?.state ?? null, place };
  });
}

/** What came in for the days of the report and is not in it. */
async function lateOf(page: StoragePage, report: Report, unit: Unit): Promise<DeskReportSource[]> {
  const records = await page.recordsOfKind({ kind: 'activity', unitIds: [unit.id], from: report.from, to: report.to });
  const { late } = sinceClosing(report, records.map(countedNow), ['received', 'approved']);
  return records
    .filter((record) => late.some((one) => one.recordId === record.recordId))
    .map(({ recordId, title, heldOn, state, edition }) => ({ recordId, kind: 'activity' as const, title, heldOn: heldOn as LocalDate, state, edition, nowEdition: edition }))
    .toSorted(byDay);
}

function byDay(one: DeskReportSource, next: DeskReportSource): number {
  return one.heldOn === next.heldOn ? (one.recordId < next.recordId ? -1 : 1) : one.heldOn < next.heldOn ? -1 : 1;
}

/** The words are those of the edition: a merged edit stands there together with somebody else's. */
function editionOf(raw: RawChange, bodies: EditionBodies, officerName: string): DeskReportEdition[] {
  if (raw.verdict.code !== 'ok') return [];
  const change = Change.parse(JSON.parse(raw.text));
  const { edition, receipt } = raw.verdict;
  return [{
    edition, changeId: raw.changeId, savedAt: change.savedAt, offset: change.offset, receivedAt: receipt.receivedAt, receiptNumber: receipt.number,
    officerName, body: Report.parse(bodies.get(edition)), voidReason: change.kind === voidKind ? VoidBody.parse(change.body).reason : null,
  }];
}

