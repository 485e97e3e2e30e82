/**
 * Chỉ tiêu: one line of the statistical appendix, and how its number comes about. The rules are data of the province
 * (domain paper §3.5, `indicator-rules.json`); `indicator-compute.ts` carries them out.
 */
import * as z from 'zod/mini';
import { FigureKey } from './figure.ts';
import { RequirementId, TaskId } from './id.ts';
import { Level } from './unit.ts';

/** `I4.05`, `IC.02`: the task, a dot, a number. */
export const IndicatorCode = z.string().check(z.regex(/^I[1-9C]\.\d{2}$/)).brand<'IndicatorCode'>();
export type IndicatorCode = z.infer<typeof IndicatorCode>;

/** What no activity says and the machine counts: reports, opinion slips, units. */
export const SystemFigure = z.enum([
  'opinionReportsSent', 'opinionReportsDue', 'issues', 'urgent', 'issuesAnswered', 'reportsDue', 'reportsReceived', 'reportsOnTime', 'reportReturns', 'grassrootsCount',
]);
export type SystemFigure = z.infer<typeof SystemFigure>;

/** The activities of these requirements, by one figure; `records` counts the activities themselves. */
const fromActivities = { figure: FigureKey, requirementIds: z.array(RequirementId).check(z.minLength(1)) };

const share = z.union([
  z.object({ ...fromActivities }),
  z.object({ system: SystemFigure }),
  z.object({ indicator: IndicatorCode }),
]);

const every = {
  code: IndicatorCode,
  label: z.string().check(z.minLength(1)),
  /** Đơn vị tính. */
  unit: z.string(),
  /** Whose own activities count; a grassroots union directly under the province is B and D. */
  levels: z.array(Level).check(z.minLength(1)),
  /** `countUnits` counts the units with a yes; `ratio` is computed again from both its sides; `none` stays where it is. */
  rollUp: z.enum(['sum', 'countUnits', 'ratio', 'none']),
  /** The indicator of which this one is a part (“trong đó”): never added to it. */
  partOf: z.nullable(IndicatorCode),
  note: z.string(),
};

export const Indicator = z.discriminatedUnion('method', [
  z.object({ ...every, method: z.literal('sum'), ...fromActivities, womenFigure: z.nullable(FigureKey) }),
  z.object({ ...every, method: z.literal('latest'), ...fromActivities }),
  z.object({ ...every, method: z.literal('yesNo'), ...fromActivities }),
  z.object({ ...every, method: z.literal('ratio'), numerator: share, denominator: share }),
  z.object({ ...every, method: z.literal('system'), system: SystemFigure }),
  z.object({ ...every, method: z.literal('entered'), figure: z.string().check(z.regex(/^[a-zA-Z0-9]{2,30}$/)) }),
]);
export type Indicator = z.infer<typeof Indicator>;

/** The published list in one version: a report is judged for ever by the version it names. */
export const IndicatorSet = z.object({ version: z.int().check(z.minimum(1)), indicators: z.array(Indicator).check(z.minLength(1)) });
export type IndicatorSet = z.infer<typeof IndicatorSet>;

/** Reads the published list; null when it cannot be read. Kept apart from other publications: only reports need it. */
export function readIndicatorSet(body: unknown): IndicatorSet | null {
  const read = IndicatorSet.safeParse(body);
  return read.success ? read.data : null;
}

/** The task of an indicator: `I4.05` → `4`. */
export function taskOfIndicator(code: IndicatorCode): TaskId {
  return TaskId.parse(code.slice(1, code.indexOf('.')));
}

/** Whether it has a line “trong đó: nữ”. */
export function womenFigureOf(indicator: Indicator): FigureKey | null {
  return indicator.method === 'sum' ? indicator.womenFigure : null;
}

/**
 * Whose yes is counted where a `countUnits` indicator is added up: grassroots units where they have it; where only
 * upper unions have it, these.
 */
export function countedLevel(indicator: Indicator): Level {
  return indicator.levels.includes('B') ? 'B' : indicator.levels.includes('U') ? 'U' : indicator.levels[0] ?? 'B';
}

/** The indicators that stand in a unit's report: its own, and for an upper level those it adds up from below. */
export function indicatorsFor(set: IndicatorSet, levels: readonly Level[]): readonly Indicator[] {
  const isUpper = levels.includes('U') || levels.includes('P');
  return set.indicators.filter((one) => one.levels.some((level) => levels.includes(level)) || (isUpper && one.rollUp !== 'none'));
}
