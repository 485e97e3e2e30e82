/** Reports of the sample province: the twenty samples as activities and a slip, and what units make of them. */
import sampleData from '../../src/content/data/sample-activities.json' with { type: 'json' };
import { indicatorSet } from '../../src/content/indicators.ts';
import { reportCalendar } from '../../src/content/report-calendar.ts';
import { sampleActivities } from '../../src/content/sample-activities.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import type { OccasionId, RecordId, RequirementId, UnitId } from '../../src/domain/id.ts';
import type { CountedActivity, CountedSlip, Computation, ComputeQuestion } from '../../src/domain/indicator-compute.ts';
import { approvedStates, computeIndicators } from '../../src/domain/indicator-compute.ts';
import type { IndicatorCode } from '../../src/domain/indicator.ts';
import { indicatorsFor } from '../../src/domain/indicator.ts';
import type { Period, PeriodId } from '../../src/domain/period.ts';
import { periodById } from '../../src/domain/report-calendar.ts';
import type { Report } from '../../src/domain/report.ts';
import type { LineSource } from '../../src/domain/report-lines.ts';
import { chooseNothing, partsOf, startLines } from '../../src/domain/report-lines.ts';
import type { ApprovedReport, RollUp } from '../../src/domain/roll-up.ts';
import { rollUp } from '../../src/domain/roll-up.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { levelsOf } from '../../src/domain/unit.ts';
import { day } from './activity-context.ts';

export const units = sampleUnits();
const unitsById = new Map(units.map((one) => [one.id as string, one]));

export function unit(id: string): Unit {
  const found = unitsById.get(id);
  if (found === undefined) throw new Error(`there is no unit ${id}`);
  return found;
}

export const code = (text: string): IndicatorCode => text as IndicatorCode;

const periods = new Map<string, Period | null>();

export function period(id: string): Period {
  const found = periods.get(id) ?? periodById(id as PeriodId, reportCalendar);
  periods.set(id, found);
  if (found === null) throw new Error(`there is no period ${id}`);
  return found;
}

/** A record id whose order is the order of its number. */
export const recordId = (number: number): RecordId => `018f0000-0000-7000-8000-${String(number).padStart(12, '0')}` as RecordId;

export interface UnitActivity extends CountedActivity {
  readonly unitId: UnitId;
  readonly title: string;
}

/** Nineteen of the samples, all approved; their record ids end with their numbers. */
export const samples: readonly UnitActivity[] = sampleActivities().map(({ id, unitId, activity }) => ({
  recordId: recordId(Number(id.slice(1))), edition: 1, state: 'approved', activity, unitId, title: activity.title,
}));

/** The twentieth, the opinion slip of c27 in the first quarter. */
export const sampleSlips: readonly (CountedSlip & { readonly unitId: UnitId })[] = sampleData.filter((one) => one.date === null).map((one) => ({
  recordId: recordId(Number(one.id.slice(1))), edition: 1, unitId: one.unit as UnitId,
  from: period(one.period ?? '').from, to: period(one.period ?? '').to,
  issues: one.figures.issues ?? 0, urgent: one.figures.urgent ?? 0, answered: 0,
}));

export function anActivity(number: number, requirementId: string, heldOn: string, figures: Record<string, number>, more: Partial<UnitActivity> & { also?: readonly string[]; occasionId?: string } = {}): UnitActivity {
  const { also = [], occasionId: _occasion, ...rest } = more;
  return {
    recordId: recordId(number), edition: 1, state: 'approved', unitId: 'c01' as UnitId, title: 'Hoạt động',
    activity: { requirementId: requirementId as RequirementId, alsoRequirementIds: [...also] as RequirementId[], heldOn: day(heldOn), figures },
    ...rest,
  };
}

export const occasionId = (text: string): OccasionId => text as OccasionId;

/** The unit's own indicators. */
export function computeFor(unitId: string, periodId: string, activities: readonly UnitActivity[] = samples, more: Partial<ComputeQuestion> = {}): Computation {
  return computeIndicators({
    levels: levelsOf(unit(unitId)), period: period(periodId), indicators: indicatorSet,
    activities: activities.filter((one) => one.unitId === unitId), slips: sampleSlips.filter((slip) => slip.unitId === unitId),
    states: approvedStates, system: {}, ...more,
  });
}

/** A complete report with these numbers: everything empty is “không phát sinh”. */
export function reportOf(unitId: string, periodId: string, found: ReadonlyMap<IndicatorCode, LineSource>, more: Partial<Report> = {}): Report {
  const { id, type, from, to } = period(periodId);
  const indicators = indicatorsFor(indicatorSet, levelsOf(unit(unitId)));
  return {
    periodId: id, type, from, to, unitId: unitId as UnitId, indicatorVersion: 1,
    lines: chooseNothing(startLines(indicators, found), indicators.map((one) => one.code)), parts: partsOf(found),
    sections: { situation: 'Đơn vị ổn định.', assessment: 'Hoạt động đều.', direction: 'Tiếp tục các nhiệm vụ.', proposal: '' },
    tasks: {}, activities: {}, reports: {}, missing: [], confirmed: [], ...more,
  };
}

/** The report of a unit and of everything below it, each level adding up the reports of the one under it. */
export function reportByLevels(unitId: string, periodId: string, activities: readonly UnitActivity[] = samples, tree: readonly Unit[] = units): { readonly report: Report; readonly approved: ApprovedReport; readonly rolled: RollUp | null } {
  const own = computeFor(unitId, periodId, activities).indicators;
  const number = 1_000_000 + tree.findIndex((one) => one.id === unitId);
  const wrap = (report: Report): { report: Report; approved: ApprovedReport } => ({ report, approved: { recordId: recordId(number), edition: 1, report } });
  if (unit(unitId).kind === 'grassroots') return { ...wrap(reportOf(unitId, periodId, own)), rolled: null };
  const below = tree.filter((one) => one.parentId === unitId).flatMap((one) => (one.kind === 'directGroup' ? tree.filter((each) => each.parentId === one.id) : [one]));
  const rolled = rollUp({
    unit: unit(unitId), periodId: periodId as PeriodId, units: tree, indicators: indicatorSet, own,
    reports: below.map((one) => reportByLevels(one.id, periodId, activities, tree).approved),
  });
  return { ...wrap(reportOf(unitId, periodId, rolled.indicators, { reports: Object.fromEntries(rolled.reports) })), rolled };
}
