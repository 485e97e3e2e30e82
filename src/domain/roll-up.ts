/**
 * Tổng hợp: an upper union adds the approved reports of the units below to its own activities. Nothing is copied by
 * hand and nothing counts twice, because adding up is one operation over tallies: whatever the path and the order,
 * the same activities give the same numbers.
 */
import type { RecordId, UnitId } from './id.ts';
import type { ComputedIndicator } from './indicator-compute.ts';
import { isCounted, ratioOf } from './indicator-compute.ts';
import type { Indicator, IndicatorCode, IndicatorSet } from './indicator.ts';
import { indicatorsFor } from './indicator.ts';
import type { PeriodId } from './period.ts';
import type { RatioParts, Report } from './report.ts';
import type { Unit } from './unit.ts';
import { levelsOf } from './unit.ts';
import { grassrootsCount, reportingBelow } from './unit-tree.ts';

/** What a unit, or everything under it, gives to one indicator. Null: nobody knew a number. */
export interface Tally {
  readonly value: number | null;
  readonly women: number | null;
  readonly womenMissing: number;
  readonly parts: RatioParts | null;
}

export type Tallies = ReadonlyMap<IndicatorCode, Tally>;

/** An approved report of a unit below, in the edition that was approved. */
export interface ApprovedReport {
  readonly recordId: RecordId;
  readonly edition: number;
  readonly report: Pick<Report, 'unitId' | 'periodId' | 'lines' | 'parts'>;
}

/** One indicator of an upper union: the sum, its own part, and what each unit below gave. */
export interface RolledIndicator {
  readonly code: IndicatorCode;
  readonly value: number | null;
  readonly women: number | null;
  readonly womenMissing: number;
  readonly parts: RatioParts | null;
  /** Of its own activities; beside the sum where units are counted, within it otherwise. */
  readonly own: number | null;
  readonly from: readonly { readonly unitId: UnitId; readonly recordId: RecordId; readonly value: number }[];
}

export interface RollUp {
  readonly indicators: ReadonlyMap<IndicatorCode, RolledIndicator>;
  /** The reports that were added, each with its edition. */
  readonly reports: ReadonlyMap<RecordId, number>;
  /** Who owes a report of this period and has none approved. */
  readonly missing: readonly Unit[];
}

/** What came to the reports below since a sum was made from them: nothing of it slips into the sum by itself. */
export interface SinceSum {
  /** Approved since, and not in the sum: “phát sinh sau khi chốt”. */
  readonly late: readonly RecordId[];
  /** In the sum, and approved in another edition since. */
  readonly edited: readonly RecordId[];
  /** In the sum, and no longer approved: opened again, mended, cancelled, or its unit reports elsewhere now. */
  readonly gone: readonly RecordId[];
}

export interface RollUpQuestion {
  readonly unit: Unit;
  readonly periodId: PeriodId;
  /** All units known; those below are found by their parents. */
  readonly units: readonly Unit[];
  readonly indicators: IndicatorSet;
  /** The unit's own activities. */
  readonly own: ReadonlyMap<IndicatorCode, ComputedIndicator>;
  /** Grassroots unions in the whole scope, where the list of units does not reach to its ground; absent: counted from the list. */
  readonly grassroots?: number;
  /** Approved reports; those of another period, of units that are not directly below, and older editions are left aside. */
  readonly reports: readonly ApprovedReport[];
}

/** What a unit's own activities give. A yes at a level where it is not counted gives nothing. */
export function talliesOfUnit(unit: Unit, own: ReadonlyMap<IndicatorCode, ComputedIndicator>, set: IndicatorSet): Tallies {
  const levels = levelsOf(unit);
  return new Map(set.indicators.flatMap((indicator) => {
    const computed = own.get(indicator.code);
    if (computed === undefined || indicator.rollUp === 'none' || !isCounted(indicator, levels)) return [];
    return [[indicator.code, { value: indicator.method === 'ratio' ? null : computed.value, women: computed.women, womenMissing: computed.womenMissing, parts: computed.parts }]];
  }));
}

/** What an approved report gives: the officer's values with their corrections, and the parts of its ratios. */
export function talliesOfReport(report: Pick<Report, 'lines' | 'parts'>, set: IndicatorSet): Tallies {
  return new Map(set.indicators.flatMap((indicator): [IndicatorCode, Tally][] => {
    if (indicator.rollUp === 'none') return [];
    if (indicator.method === 'ratio') {
      const parts = Object.hasOwn(report.parts, indicator.code) ? report.parts[indicator.code] : undefined;
      return parts === undefined ? [] : [[indicator.code, { value: null, women: null, womenMissing: 0, parts }]];
    }
    const line = Object.hasOwn(report.lines, indicator.code) ? report.lines[indicator.code] : undefined;
    return line === undefined ? [] : [[indicator.code, { value: line.value, women: line.women ?? null, womenMissing: line.womenMissing ?? 0, parts: null }]];
  }));
}

/** Adds tallies; order and grouping change nothing. */
export function addTallies(all: readonly Tallies[]): Tallies {
  const sum = new Map<IndicatorCode, Tally>();
  for (const tallies of all) {
    for (const [code, tally] of tallies) {
      const before = sum.get(code);
      sum.set(code, before === undefined ? tally : {
        value: add(before.value, tally.value),
        women: add(before.women, tally.women),
        womenMissing: before.womenMissing + tally.womenMissing,
        parts: addParts(before.parts, tally.parts),
      });
    }
  }
  return sum;
}

/**
 * The value of each indicator over a scope: of ratios from both sides of the whole scope, never the mean of ratios.
 * @param grassroots the number of grassroots unions in the scope, reported or not.
 */
export function valuesOf(tallies: Tallies, set: IndicatorSet, grassroots: number): ReadonlyMap<IndicatorCode, Tally> {
  const values = new Map<IndicatorCode, Tally>();
  for (const indicator of set.indicators) {
    const tally = tallies.get(indicator.code) ?? emptyTally;
    if (indicator.method !== 'ratio') values.set(indicator.code, tallies.has(indicator.code) ? tally : { ...tally, value: 0 });
    else {
      const parts = partsOf(indicator, tally, tallies, grassroots);
      values.set(indicator.code, { ...tally, value: ratioOf(parts), parts });
    }
  }
  return values;
}

/** An upper union's report: own activities and the approved reports directly below. */
export function rollUp({ unit, periodId, units, indicators: set, own, reports, grassroots = grassrootsCount(unit, units) }: RollUpQuestion): RollUp {
  const below = reportingBelow(unit, units);
  const taken = new Map<UnitId, ApprovedReport>();
  for (const one of reports) {
    if (one.report.periodId !== periodId || !below.some((child) => child.id === one.report.unitId)) continue;
    const known = taken.get(one.report.unitId);
    // One report a unit, in its newest edition; of two records, which only a foreign phone can have made, always the same.
    if (known === undefined || known.recordId < one.recordId || (known.recordId === one.recordId && known.edition < one.edition)) taken.set(one.report.unitId, one);
  }
  const added = [...taken.values()].sort((one, next) => (one.report.unitId < next.report.unitId ? -1 : 1));
  const given = added.map((one) => ({ ...one, tallies: talliesOfReport(one.report, set) }));
  const values = valuesOf(addTallies([talliesOfUnit(unit, own, set), ...given.map((one) => one.tallies)]), set, grassroots);
  const found = new Map<IndicatorCode, RolledIndicator>();
  for (const indicator of indicatorsFor(set, levelsOf(unit))) {
    const { code } = indicator;
    const ownValue = own.get(code);
    const isOwn = indicator.levels.some((level) => levelsOf(unit).includes(level));
    const tally = indicator.rollUp === 'none' ? { ...emptyTally, value: ownValue?.value ?? null } : values.get(code) ?? emptyTally;
    found.set(code, {
      code,
      ...tally,
      own: isOwn && indicator.method !== 'ratio' ? ownValue?.value ?? null : null,
      from: given.flatMap(({ report, recordId, tallies }) => {
        const value = tallies.get(code)?.value ?? tallies.get(code)?.parts?.numerator ?? null;
        return value === null || value === 0 ? [] : [{ unitId: report.unitId, recordId, value }];
      }),
    });
  }
  return { indicators: found, reports: new Map(added.map((one) => [one.recordId, one.edition])), missing: below.filter((one) => !taken.has(one.id)) };
}

/**
 * What came to the reports below since a sum was made.
 * @param added what a sum made now would take; @param named what this one was made of.
 */
export function sinceSum(named: Readonly<Record<RecordId, number>>, added: ReadonlyMap<RecordId, number>): SinceSum {
  const counted = new Map(Object.entries(named) as [RecordId, number][]);
  return {
    late: [...added.keys()].filter((id) => !counted.has(id)),
    edited: [...added].filter(([id, edition]) => counted.has(id) && counted.get(id) !== edition).map(([id]) => id),
    gone: [...counted.keys()].filter((id) => !added.has(id)),
  };
}

const emptyTally: Tally = { value: null, women: null, womenMissing: 0, parts: null };

/** Sides that name another indicator, or the number of unions, follow that; only the others are carried along. */
function partsOf(indicator: Extract<Indicator, { method: 'ratio' }>, tally: Tally, tallies: Tallies, grassroots: number): RatioParts {
  const side = (share: typeof indicator.numerator, carried: number): number => {
    if ('indicator' in share) return tallies.get(share.indicator)?.value ?? 0;
    return 'system' in share && share.system === 'grassrootsCount' ? grassroots : carried;
  };
  return { numerator: side(indicator.numerator, tally.parts?.numerator ?? 0), denominator: side(indicator.denominator, tally.parts?.denominator ?? 0) };
}

function add(one: number | null, next: number | null): number | null {
  if (one === null || next === null) return one ?? next;
  return one + next;
}

function addParts(one: RatioParts | null, next: RatioParts | null): RatioParts | null {
  if (one === null || next === null) return one ?? next;
  return { numerator: one.numerator + next.numerator, denominator: one.denominator + next.denominator };
}
