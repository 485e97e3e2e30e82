import { describe, expect, test } from 'vitest';
import expected from '../../src/content/data/sample-expected.json' with { type: 'json' };
import { indicatorSet } from '../../src/content/indicators.ts';
import { approvedStates, computeIndicators, offlineReportStates, ownReportStates, ratioOf, sinceClosing } from '../../src/domain/indicator-compute.ts';
import { readIndicatorSet, taskOfIndicator } from '../../src/domain/indicator.ts';
import type { RecordState } from '../../src/domain/record-state.ts';
import { day } from '../make/activity-context.ts';
import type { UnitActivity } from '../make/report.ts';
import { anActivity, code, computeFor, period, recordId, reportByLevels, samples, sampleSlips } from '../make/report.ts';

type Expected = Record<string, Record<string, Record<string, { value: number; women?: number | null; womenMissing?: number }>>>;

describe('the samples give the numbers that were worked out by hand', () => {
  const cases = Object.entries(expected.units as Expected).flatMap(([unitId, periods]) => Object.keys(expected.periods).map((periodId) => [unitId, periodId, periods[periodId]] as const));

  test.each(cases.filter(([, , values]) => values !== undefined))('%s in %s', (unitId, periodId, values) => {
    const { approved } = reportByLevels(unitId, periodId);
    const found: Record<string, unknown> = {};
    for (const [indicator, line] of Object.entries(approved.report.lines)) {
      if (expected.notComputed.includes(indicator) || line.value === 0) continue;
      found[indicator] = { value: line.value, ...(line.women === undefined ? {} : { women: line.women }), ...(line.womenMissing === undefined ? {} : { womenMissing: line.womenMissing }) };
    }
    expect(found).toEqual(values);
  });

  test('the periods of the expectation are those of the calendar', () => {
    for (const [id, days] of Object.entries(expected.periods)) expect(period(id)).toMatchObject(days);
  });
});

test('every figure says which activities it came from', () => {
  const { indicators, sources } = computeFor('c28', '2020-h1');
  expect(indicators.get(code('I4.08'))).toMatchObject({ value: 7, sources: [recordId(12)] });
  expect(indicators.get(code('I2.02'))).toMatchObject({ value: 72, women: 44, womenMissing: 0, sources: [recordId(12)] });
  expect([...sources]).toEqual([[recordId(12), 1]]);
});

test('an activity that fits an indicator twice enters it once', () => {
  const both = anActivity(1, '7.2', '2020-04-10', { sessions: 2, attendances: 30, leaflets: 5 }, { also: ['7.3', '7.2'] });
  const { indicators } = computeFor('c01', '2020-h1', [both]);
  expect(indicators.get(code('I7.03'))?.value).toBe(2);
  expect(indicators.get(code('I7.04'))).toMatchObject({ value: 30, women: null, womenMissing: 1 });
  expect(indicators.get(code('I7.06'))?.value).toBe(2);
  const registered = anActivity(2, '4.2a', '2020-04-10', { registered: 12 }, { also: ['4.2b'] });
  expect(computeFor('c01', '2020-h1', [registered]).indicators.get(code('I4.03'))?.value).toBe(12);
});

test('both days of a period belong to it, the day after does not', () => {
  const on = (heldOn: string, number: number) => anActivity(number, '1.1', heldOn, { sessions: 1 });
  const all = [on('2019-11-30', 1), on('2019-12-01', 2), on('2020-03-15', 3), on('2020-03-16', 4)];
  expect(computeFor('c01', '2020-q1', all).indicators.get(code('I1.01'))?.sources).toEqual([recordId(2), recordId(3)]);
});

test('of a number on hand the newest since the beginning of the year holds, for each group apart', () => {
  const all = [
    anActivity(1, '4.2a', '2020-01-10', { registered: 5 }), anActivity(2, '4.2a', '2020-04-10', { registered: 9 }),
    anActivity(3, '4.2b', '2020-02-10', { registered: 4 }), anActivity(4, '4.2a', '2020-08-10', { registered: 20 }),
    anActivity(5, '4.2b', '2019-11-30', { registered: 99 }),
  ];
  const at = (id: string) => computeFor('c01', id, all).indicators.get(code('I4.03'));
  expect(at('2020-q2')).toMatchObject({ value: 13, sources: [recordId(2), recordId(3)] });
  expect(at('2020-q1')?.value).toBe(9);
  expect(at('2020-y')?.value).toBe(24);
  const sameDay = [anActivity(7, '4.2a', '2020-01-10', { registered: 5 }), anActivity(8, '4.2a', '2020-01-10', { registered: 6 })];
  expect(computeFor('c01', '2020-q1', sameDay).indicators.get(code('I4.03'))?.value).toBe(6);
  expect(computeFor('c01', '2020-q1', sameDay.toReversed()).indicators.get(code('I4.03'))?.value).toBe(6);
});

test('a plan once adopted is a yes, and one that was taken back is a no', () => {
  const adopted = [anActivity(1, '4.1', '2020-01-10', { adopted: 1 }), anActivity(2, '4.1', '2020-06-10', { adopted: 0 })];
  expect(computeFor('c01', '2020-h1', adopted).indicators.get(code('I4.01'))?.value).toBe(1);
  expect(computeFor('c01', '2020-y', adopted).indicators.get(code('I4.01'))?.value).toBe(0);
});

test('what is counted at another level is nobody’s here; a unit directly under the province counts at both', () => {
  const team = (unitId: string) => [anActivity(1, '8.4', '2020-10-10', { teams: 1, performers: 9 }, { unitId: unitId as never })];
  expect(computeFor('c30', '2020-y', team('c30')).indicators.get(code('I8.05'))?.value).toBe(1);
  expect(computeFor('c01', '2020-y', team('c01')).indicators.has(code('I8.05'))).toBe(false);
  expect(computeFor('u07', '2020-y', team('u07')).indicators.get(code('I8.05'))?.value).toBe(1);
  // I3.06 stands in an upper union's report as a sum, but its own activity is none of it.
  expect(computeFor('u07', '2020-y', [anActivity(1, '3.4', '2020-10-10', { introduced: 3 }, { unitId: 'u07' as never })]).indicators.get(code('I3.06'))?.value).toBe(0);
});

test('a figure that was left blank is not zero: it enters nothing, and is missing among the women', () => {
  const all = [anActivity(1, '1.1', '2020-04-10', { sessions: 1 }), anActivity(2, '1.1', '2020-04-11', { sessions: 1, attendances: 20 }), anActivity(3, '1.1', '2020-04-12', { sessions: 1, attendances: 10, women: 0 })];
  expect(computeFor('c01', '2020-h1', all).indicators.get(code('I1.02'))).toMatchObject({ value: 30, women: 0, womenMissing: 1, sources: [recordId(2), recordId(3)] });
});

test.each([
  [1, 3, 33.3], [2, 3, 66.7], [1, 8, 12.5], [1, 16, 6.3], [1, 40, 2.5], [1, 2000, 0.1], [0, 7, 0], [7, 7, 100], [1, 30, 3.3], [0, 0, null], [3, 0, null],
])('%d of %d is %s per cent', (numerator, denominator, percent) => {
  expect(ratioOf({ numerator, denominator })).toBe(percent);
});

test('the officer’s report counts what the province has, names what is not approved, and leaves out the rest by name', () => {
  const states: RecordState[] = ['draft', 'queued', 'sending', 'send_error', 'received', 'returned', 'approved', 'replaced'];
  const all = states.map((state, index) => anActivity(index + 1, '1.1', '2020-04-10', { sessions: 1 }, { state }));
  const own = computeFor('c01', '2020-h1', all, { states: ownReportStates });
  expect(own.indicators.get(code('I1.01'))?.value).toBe(2);
  expect(own.notApproved.map((one) => one.state)).toEqual(['received']);
  expect(own.leftOut.map((one) => one.state)).toEqual(['draft', 'queued', 'sending', 'send_error', 'returned']);
  expect(computeFor('c01', '2020-h1', all, { states: offlineReportStates }).indicators.get(code('I1.01'))?.value).toBe(4);
  expect(computeFor('c01', '2020-h1', all, { states: approvedStates }).indicators.get(code('I1.01'))?.value).toBe(1);
});

test('slips count where their whole period lies in the report’s; what nobody counted stays empty', () => {
  expect(computeFor('c27', '2020-q1').indicators.get(code('I6.05'))).toMatchObject({ value: 2, sources: [recordId(5)] });
  expect(computeFor('c27', '2020-h1').indicators.get(code('I6.06'))?.value).toBe(1);
  expect(computeFor('c27', '2020-q2').indicators.get(code('I6.05'))?.value).toBe(0);
  expect(computeFor('c27', '2020-q1').indicators.get(code('IC.02'))?.value).toBeNull();
  expect(computeFor('c27', '2020-q1', samples, { system: { reportsDue: 2, reportsOnTime: 1 } }).indicators.get(code('IC.03'))?.value).toBe(1);
});

test('what came in after a report was made is shown, and does not slip into it', () => {
  const on = (number: number, heldOn: string, more: Partial<UnitActivity> = {}) => anActivity(number, '1.1', heldOn, { sessions: 1 }, more);
  const first = [on(1, '2020-04-10'), on(2, '2020-04-11'), on(3, '2020-04-12')];
  const made = computeFor('c01', '2020-h1', first);
  const report = { from: day('2019-12-01'), to: day('2020-05-31'), activities: Object.fromEntries(made.sources) };
  expect(sinceClosing(report, first, ownReportStates)).toEqual({ late: [], edited: [], gone: [] });
  const now = [
    on(1, '2020-04-10', { edition: 2 }), on(2, '2020-04-11', { state: 'replaced' }), on(3, '2020-04-12'),
    on(4, '2020-05-30'), on(5, '2020-06-01'), on(6, '2020-05-01', { state: 'draft' }),
  ];
  const since = sinceClosing(report, now, ownReportStates);
  expect(since.late.map((one) => one.recordId)).toEqual([recordId(4)]);
  expect(since.edited.map((one) => one.recordId)).toEqual([recordId(1)]);
  expect(since.gone).toEqual([recordId(2)]);
});

test('an opinion slip that was counted is not gone because it is no activity', () => {
  const made = computeFor('c27', '2020-q1');
  const report = { from: day('2019-12-01'), to: day('2020-03-15'), activities: Object.fromEntries(made.sources) };
  expect(sinceClosing(report, [], approvedStates, sampleSlips).gone).toEqual([]);
  expect(sinceClosing(report, [], approvedStates).gone).toEqual([recordId(5)]);
});

test('a figure named like something every object has is not found in an activity', () => {
  const [first] = indicatorSet.indicators;
  if (first?.method !== 'sum') throw new Error('I1.01 is a sum');
  const odd = { version: 1, indicators: [{ ...first, figure: 'toString', womenFigure: 'constructor' }] };
  const { indicators } = computeIndicators({ levels: ['B'], period: period('2020-h1'), indicators: odd, activities: [anActivity(1, '1.1', '2020-04-10', {})], states: approvedStates, system: {} });
  expect(indicators.get(first.code)).toMatchObject({ value: 0, women: null });
});

test('the published list is read whole or not at all', () => {
  expect(readIndicatorSet(JSON.parse(JSON.stringify(indicatorSet)))?.indicators).toHaveLength(74);
  expect(readIndicatorSet({ version: 1, indicators: [{ code: 'I1.01' }] })).toBeNull();
  expect(taskOfIndicator(code('IC.02'))).toBe('C');
  expect(taskOfIndicator(code('I4.05'))).toBe('4');
});
