import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicatorSet } from '../../src/content/indicators.ts';
import type { UnitId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { isInPeriod } from '../../src/domain/period.ts';
import { addTallies, rollUp, sinceSum, talliesOfUnit, valuesOf } from '../../src/domain/roll-up.ts';
import { grassrootsCount, reportingBelow } from '../../src/domain/unit-tree.ts';
import type { ApprovedReport, Tally } from '../../src/domain/roll-up.ts';
import { levelsOf } from '../../src/domain/unit.ts';
import type { UnitActivity } from '../make/report.ts';
import { anActivity, code, computeFor, period, recordId, reportByLevels, reportOf, samples, unit, units } from '../make/report.ts';

const province = unit('p01');

/** Every unit's own activities, added at once, without any report between. */
function addedAtOnce(periodId: string, activities: readonly UnitActivity[], order: readonly string[] = units.map((one) => one.id)): ReadonlyMap<string, Tally> {
  const tallies = order.map((id) => talliesOfUnit(unit(id), computeFor(id, periodId, activities).indicators, indicatorSet));
  return valuesOf(addTallies(tallies), indicatorSet, grassrootsCount(province, units));
}

function provinceByLevels(periodId: string, activities: readonly UnitActivity[]) {
  const { rolled } = reportByLevels('p01', periodId, activities);
  if (rolled === null) throw new Error('the province adds up');
  return rolled.indicators;
}

describe('the province’s year, worked out by hand from the twenty samples', () => {
  const year = provinceByLevels('2020-y', samples);
  test.each([
    // a03, a06, a09, a12 (by its further requirement), a16, a17; a09 was online and had no attendance.
    ['I2.01', 6, undefined], ['I2.02', 260, 159], ['I2.03', 52, 31], ['I2.04', 52, undefined], ['I2.05', 23_600, undefined],
    ['I1.01', 1, undefined], ['I1.02', 34, 16], ['I1.03', 1, undefined], ['I3.01', 6, undefined], ['I3.02', 320, 150], ['I3.05', 9, undefined],
    ['I4.05', 33, 15], ['I4.08', 7, undefined], ['I5.01', 1, undefined], ['I5.02', 6, null], ['I5.04', 1, undefined], ['I6.05', 2, undefined], ['I6.08', 3, undefined],
    // a08 names both law requirements and counts once; it gave no women.
    ['I7.03', 2, undefined], ['I7.04', 101, 7], ['I7.05', 146, undefined], ['I7.06', 1, undefined],
    ['I9.06', 1, undefined], ['I9.07', 3.3, undefined], ['I8.01', 0, undefined], ['I6.07', 0, undefined],
  ])('%s is %d', (indicator, value, women) => {
    expect(year.get(code(indicator))?.value).toBe(value);
    if (women !== undefined) expect(year.get(code(indicator))?.women).toBe(women);
  });

  test('and of its half year', () => {
    const half = provinceByLevels('2020-h1', samples);
    expect([half.get(code('I2.01'))?.value, half.get(code('I2.02'))?.value, half.get(code('I2.02'))?.women]).toEqual([4, 128, 86]);
    expect(half.get(code('I7.04'))).toMatchObject({ value: 80, women: null, womenMissing: 1 });
    expect(half.get(code('I2.03'))?.from).toEqual([{ unitId: 'u01', recordId: recordId(1_000_001), value: 40 }, { unitId: 'u07', recordId: recordId(1_000_007), value: 12 }]);
  });
});

const requirementIds = [...new Set(indicatorSet.indicators.flatMap((one) => ('requirementIds' in one ? one.requirementIds : [])))].concat(['8.1' as never]);
const figureKeys = [...new Set(indicatorSet.indicators.flatMap((one) => ('figure' in one && one.figure !== 'records' && !/\d/.test(one.figure) ? [one.figure] : [])))].concat(['women', 'beneficiaryWomen', 'culturalStandard']);
const yesNo = new Set(['adopted', 'accounts', 'culturalStandard']);

const activities = fc.array(fc.record({
  unitId: fc.constantFrom(...units.filter((one) => one.kind !== 'directGroup').map((one) => one.id)),
  requirementId: fc.constantFrom(...requirementIds),
  also: fc.array(fc.constantFrom(...requirementIds), { maxLength: 3 }),
  heldOn: fc.constantFrom('2019-11-30', '2019-12-01', '2020-03-15', '2020-03-16', '2020-05-31', '2020-06-01', '2020-11-30'),
  figures: fc.dictionary(fc.constantFrom(...figureKeys), fc.nat({ max: 500 }), { maxKeys: 5, noNullPrototype: true }),
}), { maxLength: 40 }).map((list) => list.map(({ unitId, requirementId, also, heldOn, figures }, index) => {
  const bounded = Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, yesNo.has(key) ? value % 2 : value]));
  return anActivity(index + 1, requirementId, heldOn, bounded, { unitId, also });
}));

const fixed = { seed: 20_200_515, numRuns: 25 };

describe('adding up by any path gives the same numbers', () => {
  test('at once from every unit’s activities, or through two levels of reports', () => {
    fc.assert(fc.property(activities, fc.constantFrom('2020-q1', '2020-h1', '2020-y'), (list, periodId) => {
      const byLevels = [...provinceByLevels(periodId, list).values()].filter((one) => one.code !== 'I7.07')
        .map(({ code: each, value, women, womenMissing, parts }) => [each, { value, women, womenMissing, parts }] as const);
      const atOnce = addedAtOnce(periodId, list);
      expect(byLevels).toEqual(byLevels.map(([each]) => [each, atOnce.get(each)]));
    }), fixed);
  });

  test('sums are those of the plain list of activities, each taken once, at the levels that count', () => {
    fc.assert(fc.property(activities, (list) => {
      const rolled = provinceByLevels('2020-h1', list);
      const sums = indicatorSet.indicators.filter((one) => one.method === 'sum');
      const plainly = sums.map((indicator) => {
        const plain = list.filter((one) => isInPeriod(one.activity.heldOn, period('2020-h1')) && levelsOf(unit(one.unitId)).some((level) => indicator.levels.includes(level)))
          .filter((one) => [one.activity.requirementId, ...one.activity.alsoRequirementIds].some((id) => indicator.requirementIds.includes(id)))
          .reduce((sum, one) => sum + (indicator.figure === 'records' ? 1 : one.activity.figures[indicator.figure] ?? 0), 0);
        return [indicator.code, plain];
      });
      expect(sums.map((one) => [one.code, rolled.get(one.code)?.value])).toEqual(plainly);
    }), fixed);
  });

  test('neither the order of units and activities nor the grouping of sums matters', () => {
    fc.assert(fc.property(activities, fc.shuffledSubarray(units.map((one) => one.id as string), { minLength: units.length }), fc.nat({ max: units.length }), (list, order, cut) => {
      const straight = addedAtOnce('2020-h1', list);
      expect(addedAtOnce('2020-h1', list.toReversed(), order)).toEqual(straight);
      const tallies = order.map((id) => talliesOfUnit(unit(id), computeFor(id, '2020-h1', list).indicators, indicatorSet));
      const grouped = addTallies([addTallies(tallies.slice(0, cut)), addTallies(tallies.slice(cut))]);
      expect(valuesOf(grouped, indicatorSet, grassrootsCount(province, units))).toEqual(straight);
    }), fixed);
  });

  test('the half year is the sum of its quarters', () => {
    fc.assert(fc.property(activities, (list) => {
      const [q1, q2, h1] = (['2020-q1', '2020-q2', '2020-h1'] as const).map((id) => provinceByLevels(id, list));
      const sums = indicatorSet.indicators.filter((one) => one.method === 'sum').map((one) => one.code);
      expect(sums.map((each) => [each, h1?.get(each)?.value])).toEqual(sums.map((each) => [each, (q1?.get(each)?.value ?? 0) + (q2?.get(each)?.value ?? 0)]));
    }), fixed);
  });
});

describe('an upper union adds up', () => {
  const at = (unitId: string, reports: readonly ApprovedReport[], own: readonly UnitActivity[] = []) => rollUp({
    unit: unit(unitId), periodId: '2020-h1' as PeriodId, units, indicators: indicatorSet, own: computeFor(unitId, '2020-h1', own).indicators, reports,
  });
  const c01 = (): ApprovedReport => reportByLevels('c01', '2020-h1').approved;

  test('who has not reported is named', () => {
    const { missing, reports } = at('u07', [c01()]);
    expect(missing.map((one) => one.id)).toEqual(['c02', 'c03', 'c04']);
    expect([...reports.values()]).toEqual([1]);
    expect(reportingBelow(province, units).map((one) => one.id)).toContain('c30');
    expect(reportingBelow(province, units).map((one) => one.id)).not.toContain('u14');
  });

  test('one report a unit: neither an older edition, nor another period, nor a stranger’s report counts', () => {
    const first = c01();
    const corrected = { ...first, edition: 2, report: { ...first.report, lines: { ...first.report.lines, 'I2.03': { computed: 12, value: 15, computedWomen: 7, women: 7, reason: 'Bổ sung ba suất' } } } };
    const quarter = reportByLevels('c01', '2020-q1').approved;
    const stranger = reportByLevels('c24', '2020-h1').approved;
    for (const reports of [[first, corrected, quarter, stranger], [corrected, first, stranger, quarter]]) {
      expect(at('u07', reports).indicators.get(code('I2.03'))).toMatchObject({ value: 15, women: 7, from: [{ unitId: 'c01', value: 15 }] });
    }
  });

  test('its own activities are within the sum, and shown', () => {
    const own = [anActivity(1, '2.3', '2020-01-15', { beneficiaries: 30, beneficiaryWomen: 11 }, { unitId: 'u07' as UnitId })];
    expect(at('u07', [c01()], own).indicators.get(code('I2.03'))).toMatchObject({ value: 42, women: 18, own: 30 });
  });

  test('of plans the unions below are counted; its own plan stands beside the count', () => {
    const plan = (unitId: string) => [anActivity(1, '4.1', '2020-01-10', { adopted: 1 }, { unitId: unitId as UnitId })];
    const below = ['c01', 'c02'].map((id) => ({ recordId: recordId(id === 'c01' ? 1 : 2), edition: 1, report: reportOf(id, '2020-h1', computeFor(id, '2020-h1', plan(id)).indicators) }));
    expect(at('u07', below, plan('u07')).indicators.get(code('I4.01'))).toMatchObject({ value: 2, own: 1 });
  });

  test('of a plan that only upper unions make, they are counted', () => {
    const plan = [anActivity(1, '9.5', '2020-01-10', { adopted: 1 }, { unitId: 'u07' as UnitId }), anActivity(2, '9.5', '2020-01-10', { adopted: 1 }, { unitId: 'p01' as UnitId })];
    expect(provinceByLevels('2020-h1', plan).get(code('I9.05'))).toMatchObject({ value: 1, own: 1 });
  });

  test('a ratio is computed from both its sides, over all unions of the scope, reported or not', () => {
    const page = [anActivity(1, '9.6', '2020-01-10', { accounts: 1 }), anActivity(2, '8.1', '2020-01-10', { culturalStandard: 1 })];
    const report = { recordId: recordId(1), edition: 1, report: reportOf('c01', '2020-h1', computeFor('c01', '2020-h1', page).indicators) };
    const { indicators } = at('u07', [report]);
    expect(indicators.get(code('I9.07'))).toMatchObject({ value: 25, parts: { numerator: 1, denominator: 4 } });
    expect(indicators.get(code('I8.01'))?.value).toBe(25);
  });

  test('what is entered by hand stays where it was entered', () => {
    const report = reportByLevels('u07', '2020-h1').approved;
    const entered = { ...report, report: { ...report.report, lines: { ...report.report.lines, 'I7.07': { computed: null, value: 80 } } } };
    expect(at('p01', [entered]).indicators.get(code('I7.07'))?.value).toBeNull();
  });
});

test('what comes to the reports below after a sum was made is told apart: approved since, approved anew, and gone', () => {
  const named = { [recordId(1)]: 1, [recordId(2)]: 1, [recordId(3)]: 2 };
  expect(sinceSum(named, new Map([[recordId(1), 1], [recordId(2), 3], [recordId(4), 1]]))).toEqual({ late: [recordId(4)], edited: [recordId(2)], gone: [recordId(3)] });
  expect(sinceSum(named, new Map(Object.entries(named) as never))).toEqual({ late: [], edited: [], gone: [] });
});

test('where the list of units does not reach to the ground, the number of grassroots unions is told', () => {
  const page = [anActivity(1, '9.6', '2020-01-10', { accounts: 1 })];
  const report = reportByLevels('u07', '2020-h1', page).approved;
  const alone = units.filter((one) => one.parentId === null || one.parentId === 'p01');
  const { indicators } = rollUp({ unit: province, periodId: '2020-h1' as PeriodId, units: alone, indicators: indicatorSet, own: computeFor('p01', '2020-h1', []).indicators, reports: [report], grassroots: 4 });
  expect(indicators.get(code('I9.07'))?.parts).toEqual({ numerator: 1, denominator: 4 });
});
