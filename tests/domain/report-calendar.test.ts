import { describe, expect, test } from 'vitest';
import golden from '../../src/content/data/periods-2020.json' with { type: 'json' };
import { occasions2020 } from '../../src/content/occasions-2020.ts';
import { reportCalendar as calendar } from '../../src/content/report-calendar.ts';
import { monthsOfYear, MonthDay, periodsOfYear } from '../../src/domain/period.ts';
import type { PeriodId, ReportCalendar } from '../../src/domain/period.ts';
import { baseDue, daysLate, dueOnOf, dueReports, isWorkingDay, nextWorkingDay, notAfter, periodById, reportCounts, reportLevelOf, sentAt, viewPeriods } from '../../src/domain/report-calendar.ts';
import type { HandedIn } from '../../src/domain/report-calendar.ts';
import { addDays, Instant } from '../../src/domain/time.ts';
import type { Level } from '../../src/domain/unit.ts';
import { day, unit } from '../make/activity-context.ts';

const none: ReadonlySet<PeriodId> = new Set();
const at = (text: string): Instant => Instant.parse(text);

test('the year 2020 comes out of the rules as it was written down: days, due days before and after they move, views', () => {
  const computed = periodsOfYear(calendar, 2020).map((period) => ({
    id: period.id, from: period.from, to: period.to, reportDue: period.isReport, vi: period.label, parts: period.parts,
    due: Object.fromEntries((['B', 'D', 'U', 'P'] as const).flatMap((level) => dueOnOf(period, level, calendar) ?? []).map((on, index) => [['B', 'D', 'U', 'P'][index], on])),
  }));
  expect(computed).toEqual(golden.periods.map((one) => ({
    id: one.id, from: one.from, to: one.to, reportDue: one.reportDue, vi: one.vi, parts: one.parts ?? null, due: one.due ?? {},
  })));
  const q3 = periodsOfYear(calendar, 2020).find((one) => one.id === '2020-q3');
  const moved = golden.periods.find((one) => one.id === '2020-q3')?.dueBase;
  expect(q3 && { U: baseDue(q3, 'U', calendar), D: baseDue(q3, 'D', calendar) }).toEqual(moved);
  expect(golden.holidays2020.every((holiday) => !isWorkingDay(day(holiday), calendar))).toBe(true);
});

test.each([2020, 2021, 2024, 2028, 2035])('in %d every day of the working year lies in one quarter and one month, and every report is due on a working day', (year) => {
  const quarters = periodsOfYear(calendar, year).filter((one) => one.kind === 'quarter');
  for (let on = day(`${year - 1}-12-01`); on <= `${year}-11-30`; on = addDays(on, 1)) {
    expect(quarters.filter((one) => one.from <= on && on <= one.to), on).toHaveLength(1);
  }
  for (const [index, month] of monthsOfYear(calendar, year, (text) => text).entries()) {
    const before = monthsOfYear(calendar, year, (text) => text)[index - 1];
    if (before !== undefined) expect(month.from).toBe(addDays(before.to, 1));
  }
  for (const period of periodsOfYear(calendar, year).filter((one) => one.isReport)) {
    for (const level of ['B', 'D', 'U', 'P'] as Level[]) {
      const dueOn = dueOnOf(period, level, calendar);
      expect(dueOn !== null && isWorkingDay(dueOn, calendar) && dueOn > period.to, `${period.id} ${level} ${dueOn}`).toBe(true);
    }
  }
});

test('a day before a long weekend moves over all of it', () => {
  expect(nextWorkingDay(day('2020-01-23'), calendar)).toBe('2020-01-30');
  expect(nextWorkingDay(day('2020-04-30'), calendar)).toBe('2020-05-04');
  expect(nextWorkingDay(day('2020-05-04'), calendar)).toBe('2020-05-04');
});

test('a closing day that the province moves takes both its quarters along', () => {
  const moved: ReportCalendar = { ...calendar, closings: calendar.closings.map((one) => (one.key === 'q1' ? { ...one, on: MonthDay.parse('03-20') } : one)) };
  const [q1, q2, h1] = periodsOfYear(moved, 2020);
  expect([q1?.to, q2?.from, h1?.from, h1?.to]).toEqual(['2020-03-20', '2020-03-21', '2019-12-01', '2020-05-31']);
});

describe('what a unit owes', () => {
  test('on 15/5/2020 the school sees its six months, third quarter, year and next first quarter; the first quarter is late', () => {
    const due = dueReports({ unit: unit('c01'), today: day('2020-05-15'), submitted: none }, calendar);
    expect(due.map((one) => [one.period.id, one.dueOn, one.inDays, one.state])).toEqual([
      ['2020-q1', '2020-03-18', -58, 'late'],
      ['2020-h1', '2020-06-03', 19, 'coming'],
      ['2020-q3', '2020-09-18', 126, 'coming'],
      ['2020-y', '2020-12-03', 202, 'coming'],
      ['2021-q1', '2021-03-18', 307, 'coming'],
    ]);
  });

  test('what was handed in is not asked again, and views are never asked', () => {
    const ids = dueReports({ unit: unit('c01'), today: day('2020-06-01'), submitted: new Set(['2020-q1' as PeriodId]) }, calendar).map((one) => `${one.period.id} ${one.state}`);
    expect(ids.slice(0, 2)).toEqual(['2020-h1 open', '2020-q3 coming']);
    expect(ids.join(' ')).not.toMatch(/q2|q4|m9/);
  });

  test('a unit directly under the province keeps the days of an upper union, a mere group owes nothing', () => {
    expect(reportLevelOf(unit('c30'))).toBe('D');
    expect(dueReports({ unit: unit('c30'), today: day('2020-05-15'), submitted: none }, calendar).find((one) => one.period.id === '2020-h1')?.dueOn).toBe('2020-06-08');
    expect(dueReports({ unit: unit('u14'), today: day('2020-05-15'), submitted: none }, calendar)).toEqual([]);
  });

  test('the year report does not vanish with the old year, and nobody is late with 2019', () => {
    const due = dueReports({ unit: unit('c01'), today: day('2020-12-07'), submitted: none }, calendar);
    expect(due[0]).toMatchObject({ period: { id: '2020-y' }, inDays: -4, state: 'late' });
    expect(dueReports({ unit: unit('c01'), today: day('2019-12-10'), submitted: none }, calendar)[0]?.period.id).toBe('2020-q1');
  });

  test('months and thematic reports appear where the province asks for them', () => {
    const asked: ReportCalendar = { ...calendar, months: { ...calendar.months, isAsked: true }, thematic: { ...calendar.thematic, isAsked: true } };
    const due = dueReports({ unit: unit('c01'), today: day('2020-05-15'), submitted: none, occasions: occasions2020(null) }, asked);
    const of = (id: string): unknown => due.find((one) => one.period.id === id);
    expect(of('2020-t05')).toMatchObject({ period: { from: '2020-04-16', to: '2020-05-15', type: 'month' }, dueOn: '2020-05-18', state: 'coming' });
    // 19/5 was a Tuesday: three working days after it is Friday.
    expect(of('2020-e0519')).toMatchObject({ period: { type: 'thematic', from: '2020-05-19' }, dueOn: '2020-05-22' });
    expect(dueReports({ unit: unit('c01'), today: day('2020-05-15'), submitted: none, occasions: occasions2020(null) }, calendar)).toHaveLength(5);
  });
});

test('a period is found by its id: of the rules, a month, an occasion, the day of a flash report', () => {
  const asked: ReportCalendar = { ...calendar, thematic: { ...calendar.thematic, isAsked: true }, flash: { ...calendar.flash, isAsked: true } };
  const found = (id: string): unknown => periodById(id as PeriodId, asked, { occasions: occasions2020(null) });
  expect(found('2020-h1')).toMatchObject({ from: '2019-12-01', to: '2020-05-31' });
  expect(found('2021-t12')).toMatchObject({ from: '2020-11-16', to: '2020-12-15', isReport: false });
  expect(found('2020-e0519')).toMatchObject({ type: 'thematic' });
  expect(found('2020-f0415')).toMatchObject({ type: 'flash', from: '2020-04-15', to: '2020-04-15' });
  expect(found('2020-f0230')).toBeNull();
  expect(found('2020-x')).toBeNull();
});

describe('lateness is judged by the moment “Gửi” was pressed', () => {
  const dueOn = day('2020-06-03');
  test.each([
    ['in time, though it arrived two weeks later', '2020-06-03T09:00:00.000Z', 0, '2020-06-17T02:00:00.000Z', 0],
    ['in the last minute of the day in Vietnam', '2020-06-03T16:59:00.000Z', null, '2020-06-03T17:30:00.000Z', 0],
    ['a minute later', '2020-06-03T17:00:00.000Z', null, '2020-06-03T17:30:00.000Z', 1],
    ['a phone a year behind is put right by its known offset', '2019-06-10T03:00:00.000Z', 366 * 86_400_000, '2020-06-12T03:00:00.000Z', 7],
    ['a phone a year ahead is late by its arrival at most', '2021-06-10T03:00:00.000Z', null, '2020-06-04T03:00:00.000Z', 1],
  ])('%s', (_, savedAt, offset, receivedAt, late) => {
    expect(daysLate(sentAt({ savedAt: at(savedAt), offset, receivedAt: at(receivedAt) }), dueOn)).toBe(late);
  });

  test('nothing was sent after it arrived', () => {
    expect(sentAt({ savedAt: at('2030-01-01T00:00:00.000Z'), offset: 0, receivedAt: at('2020-06-04T03:00:00.000Z') })).toBe('2020-06-04T03:00:00.000Z');
  });
});

describe('reports due, received, in time and returned', () => {
  const sent = (periodId: string, pressedAt: string, returnCount = 0): HandedIn => ({ periodId: periodId as PeriodId, sentAt: at(pressedAt), returnCount });
  const year = { from: day('2019-12-01'), to: day('2020-11-30') };

  test('those count whose due day lies in the days looked at, whenever they arrived', () => {
    const all = [sent('2020-q1', '2020-03-18T10:00:00.000Z', 1), sent('2020-h1', '2020-06-05T02:00:00.000Z'), sent('2020-q2', '2020-06-01T02:00:00.000Z')];
    expect(reportCounts(unit('c01'), year, all, calendar)).toEqual({ reportsDue: 3, reportsReceived: 2, reportsOnTime: 1, reportReturns: 1 });
    // The year report is due in December, in the next working year.
    expect(reportCounts(unit('c01'), { from: day('2020-12-01'), to: day('2021-11-30') }, [sent('2020-y', '2020-12-03T10:00:00.000Z')], calendar)).toMatchObject({ reportsDue: 4, reportsReceived: 1, reportsOnTime: 1 });
  });

  test('a report handed in again after a return was in time if its first was', () => {
    expect(reportCounts(unit('c01'), year, [sent('2020-q1', '2020-03-17T10:00:00.000Z', 1), sent('2020-q1', '2020-03-25T10:00:00.000Z')], calendar)).toMatchObject({ reportsReceived: 1, reportsOnTime: 1, reportReturns: 1 });
  });

  test('a mere group owes nothing', () => {
    expect(reportCounts(unit('u14'), year, [], calendar).reportsDue).toBe(0);
  });
});

test('quarters that nobody asks a report of, and nine months, are views as soon as they have begun', () => {
  expect(viewPeriods(calendar, day('2020-05-15')).map((one) => one.id)).toEqual(['2020-m9', '2020-q2']);
  expect(viewPeriods(calendar, day('2020-11-01')).map((one) => one.id)).toEqual(['2020-q4', '2020-m9', '2020-q2']);
  expect(viewPeriods(calendar, day('2019-12-05')).map((one) => one.id)).toEqual(['2020-m9']);
});

test('in the sample, whose day stands still, nobody is late by the clock of the real year', () => {
  expect(notAfter(at('2026-11-30T04:00:00.000Z'), day('2020-05-15'))).toBe('2020-05-15T05:00:00.000Z');
  expect(notAfter(at('2020-05-14T04:00:00.000Z'), day('2020-05-15'))).toBe('2020-05-14T04:00:00.000Z');
});
