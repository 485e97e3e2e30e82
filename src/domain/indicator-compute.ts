/**
 * Tính chỉ tiêu: the numbers of a unit's own activities in a period, each with the activities it came from. The rules
 * are those of `indicator-rules.json`: an activity enters an indicator once, however many of its requirements fit.
 */
import type { Activity } from './activity.ts';
import { ownEntry } from './form.ts';
import type { RecordId, RequirementId } from './id.ts';
import type { Indicator, IndicatorCode, IndicatorSet, SystemFigure } from './indicator.ts';
import { countedLevel, indicatorsFor } from './indicator.ts';
import { isInPeriod } from './period.ts';
import type { Period } from './period.ts';
import type { RecordState } from './record-state.ts';
import type { RatioParts } from './report.ts';
import type { LocalDate } from './time.ts';
import { workingYearOf, workingYearRange } from './time.ts';
import type { Level } from './unit.ts';

/** An activity as a report sees it: its newest edition and where that stands. */
export interface CountedActivity {
  readonly recordId: RecordId;
  readonly edition: number;
  readonly state: RecordState;
  readonly activity: Pick<Activity, 'requirementId' | 'alsoRequirementIds' | 'heldOn' | 'figures'>;
}

/** An anonymous opinion slip: it has a period and no day, and counts where its whole period lies in the report's. */
export interface CountedSlip {
  readonly recordId: RecordId;
  readonly edition: number;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly issues: number;
  readonly urgent: number;
  readonly answered: number;
}

/**
 * Which states of an activity count. The rules say “đã duyệt”, but the officer writes the report before everything is
 * read: her own report takes what the province has received, and names what is not approved yet; what is added up
 * further up has been approved. Without a signal for weeks, what waits on the phone may be taken along: it is sent
 * before the report.
 */
export const ownReportStates: readonly RecordState[] = ['received', 'approved'];
export const offlineReportStates: readonly RecordState[] = ['queued', 'sending', 'received', 'approved'];
export const approvedStates: readonly RecordState[] = ['approved'];

export interface ComputeQuestion {
  readonly levels: readonly Level[];
  readonly period: Pick<Period, 'from' | 'to'>;
  readonly indicators: IndicatorSet;
  readonly activities: readonly CountedActivity[];
  readonly slips?: readonly CountedSlip[];
  readonly states: readonly RecordState[];
  /** What the machine counts; a figure that is absent is not known, and its indicator stays empty. */
  readonly system: Readonly<Partial<Record<SystemFigure, number>>>;
}

export interface ComputedIndicator {
  readonly code: IndicatorCode;
  /** Null: not known (a system figure that nobody gave), to be entered, or a ratio over nothing. */
  readonly value: number | null;
  readonly women: number | null;
  readonly womenMissing: number;
  /** The activities and slips it came from. */
  readonly sources: readonly RecordId[];
  readonly parts: RatioParts | null;
}

export interface Computation {
  readonly indicators: ReadonlyMap<IndicatorCode, ComputedIndicator>;
  /** Everything that was counted, with its edition. */
  readonly sources: ReadonlyMap<RecordId, number>;
  /** Counted, but not approved yet. */
  readonly notApproved: readonly CountedActivity[];
  /** Of the period, but in a state that does not count: drafts, what waits on the phone, what was returned. */
  readonly leftOut: readonly CountedActivity[];
}

/** The indicators of a unit's own activities. The order of the activities changes nothing. */
export function computeIndicators(question: ComputeQuestion): Computation {
  const { period, activities, states, slips = [] } = question;
  const year = workingYearRange(workingYearOf(period.to));
  const counting = activities.filter((one) => states.includes(one.state));
  const inPeriod = counting.filter((one) => isInPeriod(one.activity.heldOn, period));
  const sinceYear = counting.filter((one) => one.activity.heldOn >= year.from && one.activity.heldOn <= period.to);
  const ownSlips = slips.filter((slip) => slip.from >= period.from && slip.to <= period.to);
  const found = new Map<IndicatorCode, ComputedIndicator>();
  const wanted = new Set(indicatorsFor(question.indicators, question.levels).map((one) => one.code));
  // A ratio of an upper level needs its parts from below, where the ratio itself has no line.
  for (const indicator of question.indicators.indicators) {
    if (indicator.method === 'ratio') continue;
    const isOwn = indicator.levels.some((level) => question.levels.includes(level));
    if (wanted.has(indicator.code)) found.set(indicator.code, isOwn ? computeOne(indicator, { inPeriod, sinceYear, ownSlips, system: question.system }) : nothing(indicator.code));
  }
  for (const indicator of question.indicators.indicators) {
    if (indicator.method === 'ratio') found.set(indicator.code, ratio(indicator, question, { found, sinceYear, ownSlips }));
  }
  const editions = new Map<RecordId, number>([...activities, ...slips].map((one) => [one.recordId, one.edition]));
  const used = new Set([...found.values()].flatMap((one) => one.sources));
  return {
    indicators: found,
    sources: new Map([...used].sort().map((id) => [id, editions.get(id) ?? 1])),
    notApproved: counting.filter((one) => used.has(one.recordId) && one.state !== 'approved'),
    leftOut: activities.filter((one) => isInPeriod(one.activity.heldOn, period) && !states.includes(one.state) && one.state !== 'replaced'),
  };
}

interface Pools {
  readonly inPeriod: readonly CountedActivity[];
  readonly sinceYear: readonly CountedActivity[];
  readonly ownSlips: readonly CountedSlip[];
  readonly system: ComputeQuestion['system'];
}

function computeOne(indicator: Exclude<Indicator, { method: 'ratio' }>, pools: Pools): ComputedIndicator {
  switch (indicator.method) {
    case 'sum': {
      const entering = pools.inPeriod.flatMap((one) => enteringOf(one, indicator.requirementIds, indicator.figure));
      const women = indicator.womenFigure === null ? [] : entering.map((one) => ownEntry(indicator.womenFigure ?? '', one.from.activity.figures));
      const given = women.filter((count) => count !== undefined);
      return {
        ...nothing(indicator.code),
        value: sumOf(entering.map((one) => one.value)),
        women: given.length === 0 ? null : sumOf(given),
        womenMissing: women.length - given.length,
        sources: entering.map((one) => one.from.recordId),
      };
    }
    case 'latest':
    case 'yesNo': {
      const latest = latestOf(indicator.requirementIds, indicator.figure, pools.sinceYear);
      const sum = sumOf(latest.map((one) => one.value));
      return { ...nothing(indicator.code), value: indicator.method === 'yesNo' ? Math.min(1, sum) : sum, sources: latest.map((one) => one.from.recordId) };
    }
    case 'system':
      return { ...nothing(indicator.code), ...systemOf(indicator.system, pools) };
    case 'entered':
      return { ...nothing(indicator.code), value: null };
  }
}

interface Entering {
  readonly from: CountedActivity;
  readonly value: number;
}

/** Once for an activity, however many of the requirements it names; a figure that was left blank enters nothing. */
function enteringOf(one: CountedActivity, requirementIds: readonly RequirementId[], figure: string): readonly Entering[] {
  const { requirementId, alsoRequirementIds, figures } = one.activity;
  if (![requirementId, ...alsoRequirementIds].some((id) => requirementIds.includes(id))) return [];
  const value = figure === 'records' ? 1 : ownEntry(figure, figures);
  return value === undefined ? [] : [{ from: one, value }];
}

/** The newest of each requirement; one that is the newest of two requirements counts once. */
function latestOf(requirementIds: readonly RequirementId[], figure: string, activities: readonly CountedActivity[]): readonly Entering[] {
  const newest = new Map<RecordId, Entering>();
  for (const id of requirementIds) {
    const [last] = activities.flatMap((one) => enteringOf(one, [id], figure)).sort((one, next) => order(next.from) - order(one.from) || (one.from.recordId < next.from.recordId ? 1 : -1));
    if (last !== undefined) newest.set(last.from.recordId, last);
  }
  return [...newest.values()];
}

// Of two on one day the record that was made later: record ids begin with their time (UUID version 7).
function order(one: CountedActivity): number {
  return Date.parse(one.activity.heldOn);
}

function systemOf(figure: SystemFigure, { ownSlips, system }: Pick<Pools, 'ownSlips' | 'system'>): Pick<ComputedIndicator, 'value' | 'sources'> {
  const given = system[figure];
  if (given !== undefined) return { value: given, sources: [] };
  const bySlips = { issues: 'issues', urgent: 'urgent', issuesAnswered: 'answered' } as const;
  if (!(figure in bySlips)) return { value: null, sources: [] };
  const field = bySlips[figure as keyof typeof bySlips];
  return { value: sumOf(ownSlips.map((slip) => slip[field])), sources: ownSlips.filter((slip) => slip[field] > 0).map((slip) => slip.recordId) };
}

/** A ratio keeps its parts at every level, for they are added up; whether it is shown is a matter of its levels. */
function ratio(
  indicator: Extract<Indicator, { method: 'ratio' }>, { levels, system, indicators }: ComputeQuestion,
  { found, sinceYear, ownSlips }: { readonly found: ReadonlyMap<IndicatorCode, ComputedIndicator>; readonly sinceYear: readonly CountedActivity[]; readonly ownSlips: readonly CountedSlip[] },
): ComputedIndicator {
  const isGrassroots = levels.includes('B');
  const sources: RecordId[] = [];
  const side = (share: typeof indicator.numerator): number => {
    if ('indicator' in share) {
      const other = indicators.indicators.find((one) => one.code === share.indicator);
      if (other === undefined || !isCounted(other, levels)) return 0;
      const computed = found.get(share.indicator);
      sources.push(...computed?.sources ?? []);
      return computed?.value ?? 0;
    }
    if ('system' in share) return share.system === 'grassrootsCount' ? Number(isGrassroots) : systemOf(share.system, { ownSlips, system }).value ?? 0;
    // The yes of an upper union is its own matter: the ratio is one of grassroots unions.
    if (!isGrassroots) return 0;
    const latest = latestOf(share.requirementIds, share.figure, sinceYear);
    sources.push(...latest.map((one) => one.from.recordId));
    return Math.min(1, sumOf(latest.map((one) => one.value)));
  };
  const parts = { numerator: side(indicator.numerator), denominator: side(indicator.denominator) };
  return { ...nothing(indicator.code), value: ratioOf(parts), parts, sources };
}

/** Whether a unit's own value enters the sum of its level: a yes is counted at one level only. */
export function isCounted(indicator: Indicator, levels: readonly Level[]): boolean {
  return indicator.rollUp !== 'countUnits' || levels.includes(countedLevel(indicator));
}

/** Per cent with one decimal, half up; null over nothing. In whole numbers, because 0.05 is none in binary. */
export function ratioOf({ numerator, denominator }: RatioParts): number | null {
  if (denominator === 0) return null;
  return Math.floor((numerator * 2000 + denominator) / (denominator * 2)) / 10;
}

function nothing(code: IndicatorCode): ComputedIndicator {
  return { code, value: 0, women: null, womenMissing: 0, sources: [], parts: null };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** What happened to the activities of a period since a report was made from them. */
export interface SinceClosing {
  /** Of the period, but not among what the report counted: “phát sinh sau khi chốt”. */
  readonly late: readonly CountedActivity[];
  /** Counted, and edited since. */
  readonly edited: readonly CountedActivity[];
  /** Counted, and since then cancelled, returned or gone. */
  readonly gone: readonly RecordId[];
}

/**
 * A report that was handed in keeps its numbers. What came in later for its period is shown beside it and enters only
 * when the officer computes again, by her own act; the sums of the year take it up by its day.
 * @param slips the opinion slips that stand now: they were counted too, and are not gone.
 */
export function sinceClosing(
  report: { readonly from: LocalDate; readonly to: LocalDate; readonly activities: Readonly<Record<RecordId, number>> }, activities: readonly CountedActivity[], states: readonly RecordState[],
  slips: readonly Pick<CountedSlip, 'recordId'>[] = [],
): SinceClosing {
  const counting = new Map(activities.filter((one) => states.includes(one.state)).map((one) => [one.recordId, one]));
  const counted = new Map(Object.entries(report.activities) as [RecordId, number][]);
  const standing = new Set(slips.map((slip) => slip.recordId));
  return {
    late: [...counting.values()].filter((one) => isInPeriod(one.activity.heldOn, report) && !counted.has(one.recordId)),
    edited: [...counting.values()].filter((one) => counted.has(one.recordId) && counted.get(one.recordId) !== one.edition),
    gone: [...counted.keys()].filter((id) => !counting.has(id) && !standing.has(id)),
  };
}
