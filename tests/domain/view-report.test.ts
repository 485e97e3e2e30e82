import { describe, expect, test } from 'vitest';
import { indicatorSet } from '../../src/content/indicators.ts';
import { reportCalendar as calendar } from '../../src/content/report-calendar.ts';
import type { IndicatorCode } from '../../src/domain/indicator.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import type { ReportLine } from '../../src/domain/report.ts';
import type { ApprovedReport } from '../../src/domain/roll-up.ts';
import { reportOfView, viewSources } from '../../src/domain/view-report.ts';
import type { ViewSources } from '../../src/domain/view-report.ts';
import { period, recordId, reportOf } from '../make/report.ts';

const madeOf = (id: string, of = calendar): string[][] | null => {
  const sources = viewSources(period(id), of);
  return sources && [sources.plus, sources.minus].map((all) => all.map((one) => one.id));
};

describe('a view is made of the reports that meet its ends', () => {
  test.each([
    ['2020-q2', [['2020-h1'], ['2020-q1']]],
    ['2020-m9', [['2020-h1', '2020-q3'], []]],
    ['2020-q4', [['2020-y'], ['2020-h1', '2020-q3']]],
  ])('%s', (id, sources) => {
    expect(madeOf(id)).toEqual(sources);
  });
  test('what is handed in is no view, and without the reports at its ends there is nothing to make it of', () => {
    expect(madeOf('2020-h1')).toBeNull();
    expect(madeOf('2020-q2', { ...calendar, periods: calendar.periods.filter((one) => one.key !== 'q1') })).toBeNull();
  });
});

describe('what a unit gives to a view', () => {
  const sources = (id: string): ViewSources => {
    const found = viewSources(period(id), calendar);
    if (!found) throw new Error(`${id} is no view`);
    return found;
  };
  const approved = (periodId: string, number: number, lines: Readonly<Record<string, Partial<ReportLine>>>, parts = {}): [PeriodId, ApprovedReport] => {
    const report = reportOf('c01', periodId, new Map(), { parts });
    const given = Object.fromEntries(Object.entries(lines).map(([code, line]) => [code, { ...report.lines[code], computed: null, value: null, ...line }]));
    return [period(periodId).id, { recordId: recordId(number), edition: 1, report: { ...report, lines: { ...report.lines, ...given } } }];
  };
  const given = (view: string, ...reports: [PeriodId, ApprovedReport][]): ApprovedReport['report'] | null => reportOfView(period(view).id, sources(view), new Map(reports), indicatorSet)?.report ?? null;
  const quarter = approved('2020-q1', 1, { 'I1.02': { value: 40, women: 10 }, 'I9.06': { value: 1 } }, { 'I6.07': { numerator: 1, denominator: 2 } });
  const half = approved('2020-h1', 2, { 'I1.02': { value: 100, women: 30 }, 'I9.06': { value: 1 } }, { 'I6.07': { numerator: 4, denominator: 5 } });
  const third = approved('2020-q3', 3, { 'I1.02': { value: 7, women: 2 }, 'I9.06': { value: 0 } }, { 'I6.07': { numerator: 2, denominator: 3 } });

  test('attendances are added and taken away, with the women among them; and what was answered of the slips', () => {
    expect(given('2020-q2', quarter, half)?.lines['I1.02']).toMatchObject({ value: 60, women: 20 });
    expect(given('2020-m9', half, third)?.lines['I1.02']).toMatchObject({ value: 107, women: 32 });
    expect(given('2020-m9', half, third)?.parts['I6.07']?.numerator).toBe(6);
  });
  test('what stands until it is recorded anew is that of the report at the end, and is not added', () => {
    expect([given('2020-q2', quarter, half), given('2020-m9', half, third)].map((one) => one?.lines['I9.06']?.value)).toEqual([1, 0]);
  });
  test('a number that one of the reports does not know is not known', () => {
    expect(given('2020-m9', half, approved('2020-q3', 3, { 'I1.02': { value: 7, women: null } }))?.lines['I1.02']).toMatchObject({ value: 107, women: null });
  });
  test('a unit without one of the reports gives nothing', () => {
    expect(given('2020-q2', half)).toBeNull();
    expect(given('2020-q4', half, third)).toBeNull();
  });
  test('it is named by the view and its unit', () => {
    expect(given('2020-q2', quarter, half)).toMatchObject({ unitId: 'c01', periodId: '2020-q2' });
    expect('I7.07' as IndicatorCode in (given('2020-q2', quarter, half)?.lines ?? {})).toBe(false);
  });
});
