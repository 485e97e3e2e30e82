import { expect, test } from 'vitest';
import { RecordId } from '../../src/domain/id.ts';
import type { UnitId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import { reportRecordId } from '../../src/domain/report.ts';
import type { Report } from '../../src/domain/report.ts';
import { decideReview } from '../../src/sync/decide.ts';
import { judgeChange, judgeContext } from '../../src/sync/judge.ts';
import { publications2020 } from '../../src/content/publications-2020.ts';
import type { Change, ExchangeReply } from '../../src/sync/protocol.ts';
import { day } from '../make/activity-context.ts';
import { aBox, aChange, aDevice } from '../make/exchange.ts';
import { computeFor, reportOf, units } from '../make/report.ts';

const codes = (reply: ExchangeReply): string[] => reply.codes.map((verdict) => verdict.code);

function aReport(over: Partial<Report> = {}, unitId = 'c01', periodId = '2020-q1'): Report {
  return reportOf(unitId, periodId, computeFor(unitId, periodId).indicators, over);
}

function aReportChange(report: unknown = aReport(), over: Partial<Change> = {}): Change {
  return aChange({ kind: 'report', body: report as Change['body'], ...over });
}

test('[S11] a report is received with a number, stored as an edition, and stands under the directive’s own request for it', async () => {
  const box = await aBox();
  const change = aReportChange();
  const reply = await box.exchange(aDevice(), [change]);
  expect(reply.codes[0]).toMatchObject({ code: 'ok', edition: 1, receipt: { number: receiptNumber('C01', 2020, 1, 1) } });
  const record = await box.page((page) => page.record(change.recordId));
  expect(record).toMatchObject({ recordKind: 'report', taskId: 'C', requirementId: 'C.2', heldOn: '2020-03-15', title: 'Quý I 2020', state: 'received' });
  const other = await box.exchange(aDevice(), []);
  expect(other.ranges[0]?.rows[0]).toMatchObject({ kind: 'edition', body: { recordKind: 'report', body: change.body } });
});

test('a wrong report is returned with its fields, and touches no neighbour', async () => {
  const box = await aBox();
  const wrong = aReport({ tasks: { '4': 'Tuyên dương đồng chí Lò Văn Pâng.' }, lines: { ...aReport().lines, 'I2.03': { computed: 12, value: 15, computedWomen: 7, women: 7 } } });
  const reply = await box.exchange(aDevice(), [aReportChange(wrong), aReportChange({ periodId: '2020-q1' }), aChange(), aReportChange()]);
  expect(codes(reply)).toEqual(['returned', 'returned', 'ok', 'ok']);
  const [first] = reply.codes;
  expect(first?.code === 'returned' && first.problems.map((one) => `${one.field} ${one.code}`)).toEqual(['I2.03.reason report-reason-missing', 'tasks.4 text-names-person']);
});

test('a report of another unit, of a view, of a year to come is returned; one with indicators not published yet is held', async () => {
  const box = await aBox();
  const view = aReport({}, 'c01', '2020-q2');
  const reply = await box.exchange(aDevice(), [
    aReportChange(aReport({ unitId: 'c02' as UnitId })), aReportChange(view), aReportChange(aReport({}, 'c01', '2021-q1')), aReportChange(aReport({ indicatorVersion: 2 })),
  ]);
  expect(reply.codes.map((verdict) => (verdict.code === 'returned' ? verdict.problems[0]?.code : verdict.code))).toEqual(['report-unit-wrong', 'report-period-unknown', 'report-period-ahead', 'held']);
});

test('mended from its return, a report goes in; two officers’ edits of different lines join', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aReportChange(aReport({ unitId: 'c02' as UnitId }));
  const mended = aReportChange(aReport(), { recordId: first.recordId, base: { changeId: first.changeId } });
  expect(codes(await box.exchange(device, [first, mended]))).toEqual(['returned', 'ok']);
  const line = { computed: 0, value: 2, reason: 'Ghi sót' };
  const edit = (report: Report): Change => aReportChange(report, { recordId: first.recordId, base: { edition: 1 } });
  const one = edit(aReport({ lines: { ...aReport().lines, 'I1.05': line } }));
  const other = edit(aReport({ lines: { ...aReport().lines, 'I2.06': line }, tasks: { '2': 'Chăm lo Tết cho 12 lượt người.' } }));
  const reply = await box.exchange(device, [one, other]);
  expect(reply.codes.map((verdict) => (verdict.code === 'ok' ? [verdict.edition, verdict.merged ?? false] : verdict.code))).toEqual([[2, false], [3, true]]);
  const body = JSON.parse((await box.page((page) => page.record(first.recordId)))?.text ?? '{}') as Report;
  expect([body.lines['I1.05']?.value, body.lines['I2.06']?.value, body.tasks['2']]).toEqual([2, 2, 'Chăm lo Tết cho 12 lượt người.']);
});

test('two officers who write one report without a signal make two versions of it, not two reports', async () => {
  const box = await aBox();
  const recordId = reportRecordId('c01' as UnitId, '2020-q1' as PeriodId);
  const [one, other] = [aReportChange(aReport(), { recordId }), aReportChange(aReport({ tasks: { '2': 'Chăm lo Tết.' } }), { recordId })];
  expect(codes(await box.exchange(aDevice(), [one]))).toEqual(['ok']);
  expect(codes(await box.exchange(aDevice(), [other]))).toEqual(['conflict']);
  expect(codes(await box.exchange(aDevice(), [aReportChange(aReport(), { recordId: reportRecordId('c01' as UnitId, '2020-q1' as PeriodId, 1) })]))).toEqual(['ok']);
});

test('the record of a report is another for every unit, period and attempt', () => {
  const ids = units.flatMap((unit) => [2020, 2021, 2022].flatMap((year) => ['q1', 'h1', 'q3', 'y'].flatMap((key) => [0, 1, 2].map((attempt) => reportRecordId(unit.id, `${year}-${key}` as PeriodId, attempt)))));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(RecordId.safeParse(id).success).toBe(true);
  // Fixed for ever: phones of every version must agree.
  expect(reportRecordId('c01' as UnitId, '2020-h1' as PeriodId)).toBe('ccffe636-74df-890b-a807-4c32fe84e4ef');
});

test('a report is returned by a person at its line and its paragraph', async () => {
  const box = await aBox();
  const change = aReportChange();
  await box.exchange(aDevice(), [change]);
  const outcome = await box.page((page) => decideReview(page, {
    recordId: change.recordId, edition: 1, decision: 'returned', dueOn: null, reviewer: 'Cán bộ xét duyệt', byUnitId: 'u07' as UnitId, byUnitName: 'LĐLĐ huyện Mường Nhé',
    remarks: [{ field: 'I2.03', text: 'Đối chiếu lại số suất quà' }, { field: 'tasks.2', text: 'Nêu rõ ngày trao quà' }],
  }, box.host()));
  expect(outcome.kind).toBe('decided');
  const pulled = await box.exchange(aDevice(), []);
  expect(pulled.ranges[0]?.rows.find((row) => row.kind === 'review')?.body).toMatchObject({ edition: 1, remarks: [{ field: 'I2.03' }, { field: 'tasks.2' }] });
});

test('days that the province has moved since do not cost a report that was written before', () => {
  const rows = publications2020({ sample: true }).map((body) => ({ key: body.id as string, body: body as unknown }));
  const calendar = publications2020({ sample: true }).find((one) => one.id === 'calendar')?.body as { closings: { key: string; on: string }[] };
  const moved = { ...calendar, version: 2, closings: calendar.closings.map((one) => (one.key === 'q1' ? { ...one, on: '03-20' } : one)) };
  const context = judgeContext([...rows, { key: 'calendar', body: { id: 'calendar', version: 2, body: moved } }], units, day('2020-05-15'));
  expect(judgeChange(aReportChange(), context).kind).toBe('sound');
  expect(judgeChange(aReportChange(aReport({ to: day('2020-03-20') })), context).kind).toBe('sound');
  expect(judgeChange(aReportChange(aReport({ to: day('2020-03-21') })), context)).toMatchObject({ kind: 'refused', problems: [{ code: 'report-period-wrong', details: { to: '2020-03-20' } }] });
});

test('a server from before there were reports keeps one without judging it', () => {
  const rows = publications2020({ sample: true }).filter((one) => one.id !== 'indicators' && one.id !== 'calendar').map((body) => ({ key: body.id as string, body: body as unknown }));
  expect(judgeChange(aReportChange(), judgeContext(rows, units, day('2020-05-15'))).kind).toBe('not-understood');
});
