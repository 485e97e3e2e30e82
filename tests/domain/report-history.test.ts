import { describe, expect, test } from 'vitest';
import { reportCalendar as calendar } from '../../src/content/report-calendar.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { handedInBy, ownReportFigures } from '../../src/domain/report-history.ts';
import type { ReportHistory, Sending } from '../../src/domain/report-history.ts';
import { Instant } from '../../src/domain/time.ts';
import { day, unit } from '../make/activity-context.ts';

const pressed = (at: string, became: Sending['became'], more: Partial<Sending> = {}): Sending => ({ savedAt: Instant.parse(`${at}T02:00:00.000Z`), offset: null, receivedAt: null, became, isCancellation: false, ...more });
const dayMs = 86_400_000;

describe('a report was handed in', () => {
  test('by the press of its first edition: neither by a try that the machine refused nor by what was mended', () => {
    const [refused, first, mended] = [pressed('2020-03-17', 'nothing'), pressed('2020-03-19', 1), pressed('2020-03-18', 2)];
    expect(handedInBy([refused, mended, first])).toBe(first);
    expect(handedInBy([refused])).toBeNull();
  });
  test('before the server has answered, by the earliest press that waits', () => {
    const [edit, first] = [pressed('2020-03-19', 'unanswered'), pressed('2020-03-17', 'unanswered')];
    expect(handedInBy([edit, first, pressed('2020-03-16', 'nothing')])).toBe(first);
    // Of two clocks the one that is known to be wrong is put right first.
    expect(handedInBy([pressed('2014-03-17', 'unanswered', { offset: 2200 * dayMs }), first])).toBe(first);
  });
});

describe('what counts of a unit’s own reports', () => {
  const figures = (histories: readonly Partial<ReportHistory>[], today = '2020-05-15') => ownReportFigures(
    unit('c01'), { from: day('2019-12-01'), to: day('2020-11-30') },
    histories.map((one) => ({ periodId: '2020-q1' as PeriodId, sendings: [], decisions: [], ...one })), { calendar, occasions: [], today: day(today) },
  );
  test('what is due by today; a due day to come may still be kept', () => {
    expect(figures([])).toEqual({ reportsDue: 1, reportsReceived: 0, reportsOnTime: 0, reportReturns: 0 });
    expect(figures([], '2020-06-03')).toMatchObject({ reportsDue: 2 });
  });
  test('a refusal of the machine is no return; two returns by a person are two', () => {
    expect(figures([{ sendings: [pressed('2020-03-17', 'nothing'), pressed('2020-03-18', 1)] }])).toMatchObject({ reportsOnTime: 1, reportReturns: 0 });
    expect(figures([{ sendings: [pressed('2020-03-18', 1)], decisions: ['returned', 'returned', 'approved'] }])).toMatchObject({ reportsReceived: 1, reportReturns: 2 });
  });
  test('what its unit cancelled is neither received nor returned', () => {
    const cancelled = (became: Sending['became']) => figures([{ sendings: [pressed('2020-03-17', 1), pressed('2020-03-18', became, { isCancellation: true })], decisions: ['returned'] }]);
    for (const became of [2, 'unanswered'] as const) expect(cancelled(became)).toMatchObject({ reportsReceived: 0, reportReturns: 0 });
    // One that was refused cancels nothing.
    expect(cancelled('nothing')).toMatchObject({ reportsReceived: 1, reportReturns: 1 });
  });
  test('a clock six years behind that is known to be so makes no late report punctual', () => {
    const late = { offset: 2192 * dayMs, receivedAt: Instant.parse('2020-03-25T02:00:00.000Z') };
    expect(figures([{ sendings: [pressed('2014-03-20', 1, late)] }])).toMatchObject({ reportsReceived: 1, reportsOnTime: 0 });
    expect(figures([{ sendings: [pressed('2014-03-17', 1, late)] }])).toMatchObject({ reportsReceived: 1, reportsOnTime: 1 });
  });
});
