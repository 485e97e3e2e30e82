import { expect, test } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import type { Report } from '../../src/domain/report.ts';
import type { ReviewSlip } from '../../src/domain/review-slip.ts';
import type { DeviceStanding } from '../../src/sync/answer.ts';
import { bodySum } from '../../src/sync/edition.ts';
import type { RecordSummary } from '../../src/sync/ports.ts';
import type { Change, ExchangeReply } from '../../src/sync/protocol.ts';
import { aBody, aBox, aChange, aDevice } from '../make/exchange.ts';
import type { Box } from '../make/exchange.ts';
import { computeFor, reportOf } from '../make/report.ts';

const codes = (reply: ExchangeReply): string[] => reply.codes.map((verdict) => verdict.code);

/** A phone of the district that c01 and c02 report to. */
function aReviewer(over: Partial<DeviceStanding> = {}): DeviceStanding {
  return aDevice({
    unitId: 'u07' as UnitId, unitName: 'LĐLĐ huyện Mường Nhé', officerName: 'Cán bộ mẫu 37',
    scopes: ['content', 'u07' as UnitId, 'c01' as UnitId, 'c02' as UnitId], ...over,
  });
}

function aSlip(on: Change, over: Partial<ReviewSlip> = {}, change: Partial<Change> = {}): Change {
  const slip: ReviewSlip = {
    recordId: on.recordId, unitId: on.scope, edition: 1, changeId: on.changeId, sum: bodySum(on.body), decision: 'approved', remarks: [], dueOn: null, reason: '', ...over,
  };
  return aChange({ scope: 'u07' as UnitId, kind: 'review-slip', body: { ...slip }, ...change });
}

const returned = { decision: 'returned' as const, remarks: [{ field: 'attendances', text: 'Thiếu số người dự' }] };

const recordOf = (box: Box, { recordId }: Pick<Change, 'recordId'>): Promise<RecordSummary | null> => box.page((page) => page.record(recordId));

function rowsOf(reply: ExchangeReply, scope: string): { kind: string; body: unknown }[] {
  return reply.ranges.filter((range) => range.scope === scope).flatMap((range) => range.rows);
}

const q1 = (unitId: string, over: Partial<Report> = {}): Report => reportOf(unitId, '2020-q1', computeFor(unitId, '2020-q1').indicators, over);
const aReportChange = (unitId: string, over: Partial<Report> = {}, change: Partial<Change> = {}): Change =>
  aChange({ scope: unitId as UnitId, kind: 'report', body: q1(unitId, over) as unknown as Change['body'], ...change });

test('[S12] a decision made on a reviewer’s phone has a receipt of its own, and the unit reads who decided what', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  const slip = aSlip(activity, returned);
  const reply = await box.exchange(aReviewer(), [slip]);
  expect(reply.codes[0]).toMatchObject({ code: 'ok', edition: 1, position: 1 });
  expect(reply.codes[0]?.code === 'ok' && reply.codes[0].receipt.number).toMatch(/^U07-2020-A0001-/);
  // The phone makes its own row from the verdict; what the unit is told comes with the unit's scope.
  expect(rowsOf(reply, 'u07')).toEqual([]);
  const told = rowsOf(await box.exchange(aDevice(), []), 'c01').at(-1);
  expect(told).toMatchObject({
    kind: 'review',
    body: { recordId: activity.recordId, edition: 1, decision: 'returned', remarks: returned.remarks, reviewer: 'Cán bộ mẫu 37', byUnitId: 'u07', byUnitName: 'LĐLĐ huyện Mường Nhé' },
  });
  expect(rowsOf(reply, 'c01').at(-1)).toEqual(told);
  expect(await recordOf(box, activity)).toMatchObject({ state: 'returned', review: { edition: 1, decision: 'returned' } });
});

test('[L1] the same decision sent twice decides once', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  const slip = aSlip(activity);
  expect(codes(await box.exchange(aReviewer(), [slip]))).toEqual(['ok']);
  expect(codes(await box.exchange(aReviewer(), [slip, slip]))).toEqual(['duplicate', 'duplicate']);
  expect(rowsOf(await box.exchange(aDevice(), []), 'c01').filter((row) => row.kind === 'review')).toHaveLength(1);
});

test('[S12] of two reviewers the first committed decision stands, and the other is told of a conflict', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  expect(codes(await box.exchange(aReviewer(), [aSlip(activity)]))).toEqual(['ok']);
  expect(codes(await box.exchange(aReviewer(), [aSlip(activity, returned)]))).toEqual(['conflict']);
  expect(await recordOf(box, activity)).toMatchObject({ state: 'approved' });
});

test('[L11, S12] a decision on an edition that has been mended meanwhile decides nothing', async () => {
  const box = await aBox();
  const activity = aChange();
  const mended = aChange({ recordId: activity.recordId, base: { changeId: activity.changeId }, body: aBody({ title: 'Sinh hoạt công đoàn, đã sửa' }) });
  await box.exchange(aDevice(), [activity, mended]);
  expect(codes(await box.exchange(aReviewer(), [aSlip(activity)]))).toEqual(['conflict']);
  // The same number on other words is not what was read either.
  expect(codes(await box.exchange(aReviewer(), [aSlip(mended, { edition: 2, sum: 'khác' })]))).toEqual(['conflict']);
  expect(await recordOf(box, activity)).toMatchObject({ state: 'received', review: null });
  expect(codes(await box.exchange(aReviewer(), [aSlip(mended, { edition: 2 })]))).toEqual(['ok']);
});

test('[L3, L8, S12] after a restore a decision waits for the record it was made on, and then counts with the number it had', async () => {
  const box = await aBox();
  const before = box.snapshot();
  const activity = aChange();
  const slip = aSlip(activity);
  await box.exchange(aDevice(), [activity]);
  const [verdict] = (await box.exchange(aReviewer(), [slip])).codes;
  if (verdict?.code !== 'ok') throw new Error('it was decided');
  await box.restore(before);
  const again = { ...slip, receipt: verdict.receipt };
  expect(codes(await box.exchange(aReviewer(), [again]))).toEqual(['order']);
  await box.exchange(aDevice(), [activity]);
  expect((await box.exchange(aReviewer(), [again])).codes[0]).toMatchObject({ code: 'ok', receipt: { number: verdict.receipt.number } });
  expect(await recordOf(box, activity)).toMatchObject({ state: 'approved' });
});

test('[S12, L11] after a restore a decision that comes behind its unit’s newer edition decides nothing, and that edition waits for one of its own', async () => {
  const box = await aBox();
  const before = box.snapshot();
  const activity = aChange();
  const mended = aChange({ recordId: activity.recordId, base: { changeId: activity.changeId }, body: aBody({ title: 'Sinh hoạt công đoàn, đã sửa' }) });
  const slip = aSlip(activity);
  await box.exchange(aDevice(), [activity]);
  await box.exchange(aReviewer(), [slip]);
  await box.exchange(aDevice(), [mended]);
  await box.restore(before);
  await box.exchange(aDevice(), [activity, mended]);
  expect((await box.exchange(aReviewer(), [slip])).codes[0]).toEqual({ code: 'conflict', edition: 2 });
  expect(await recordOf(box, activity)).toMatchObject({ edition: 2, state: 'received', review: null });
  expect(codes(await box.exchange(aReviewer(), [aSlip(mended, { edition: 2 })]))).toEqual(['ok']);
});

test('[L10, S12] a decision does not wait for words that came again only to be set apart', async () => {
  const box = await aBox();
  const before = box.snapshot();
  const activity = aChange();
  const slip = aSlip(activity);
  await box.exchange(aDevice(), [activity]);
  await box.exchange(aReviewer(), [slip]);
  await box.restore(before);
  expect(codes(await box.exchange(aDevice({ revoked: true }), [activity]))).toEqual(['quarantined']);
  expect(codes(await box.exchange(aReviewer(), [slip]))).toEqual(['conflict']);
});

test('[S12] nobody decides for a unit that does not report to theirs, and a grassroots phone for no other', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  const moved = aReviewer({ scopes: ['content', 'u07' as UnitId, 'c02' as UnitId] });
  expect(codes(await box.exchange(moved, [aSlip(activity)]))).toEqual(['quarantined']);
  expect(codes(await box.exchange(aDevice(), [aSlip(activity, {}, { scope: 'c01' as UnitId })]))).toEqual(['quarantined']);
  expect(await recordOf(box, activity)).toMatchObject({ state: 'received', review: null });
});

test('[S12] what a reviewer sent is neither mended nor cancelled', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  const slip = aSlip(activity);
  await box.exchange(aReviewer(), [slip]);
  const follow = { recordId: slip.recordId, scope: slip.scope, base: { changeId: slip.changeId } };
  const reply = await box.exchange(aReviewer(), [aSlip(activity, returned, follow), aChange({ ...follow, kind: 'void', body: { reason: 'Duyệt nhầm' } })]);
  expect(reply.codes).toMatchObject([{ code: 'returned', problems: [{ code: 'review-final' }] }, { code: 'returned', problems: [{ code: 'review-final' }] }]);
});

test('[H1] a return names a place and what is wrong with it, and no person', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  const empty = aSlip(activity, { decision: 'returned' });
  const named = aSlip(activity, { decision: 'returned', remarks: [{ field: 'title', text: 'Hỏi lại đồng chí Lò Văn Pâng.' }] });
  const reply = await box.exchange(aReviewer(), [empty, named]);
  expect(reply.codes).toMatchObject([{ code: 'returned', problems: [{ code: 'review-empty' }] }, { code: 'returned', problems: [{ code: 'text-names-person' }] }]);
});

/** A report of c01, approved, and the sum of the district that names it. */
async function aSummedReport(): Promise<{ box: Box; report: Change; sum: Change }> {
  const box = await aBox();
  const report = aReportChange('c01');
  await box.exchange(aDevice(), [report]);
  await box.exchange(aReviewer(), [aSlip(report)]);
  const sum = aReportChange('u07', { reports: { [report.recordId]: 1 } });
  expect(codes(await box.exchange(aReviewer(), [sum]))).toEqual(['ok']);
  return { box, report, sum };
}

const mend = (report: Change): Change => aReportChange('c01', { tasks: { '2': 'Chăm lo Tết.' } }, { recordId: report.recordId, base: { changeId: report.changeId } });

test('[S13] a report that was added up stands still, and its unit is told by whom', async () => {
  const { box, report, sum } = await aSummedReport();
  const told = rowsOf(await box.exchange(aDevice(), []), 'c01').at(-1);
  expect(told).toMatchObject({ kind: 'lock', body: { recordId: report.recordId, edition: 1, isLocked: true, byUnitName: 'LĐLĐ huyện Mường Nhé', sumId: sum.recordId } });
  const cancel = aChange({ recordId: report.recordId, base: { changeId: report.changeId }, kind: 'void', body: { reason: 'Gửi nhầm kỳ' } });
  const reply = await box.exchange(aDevice(), [mend(report), cancel]);
  expect(reply.codes).toMatchObject([{ code: 'returned', problems: [{ code: 'report-locked' }] }, { code: 'returned', problems: [{ code: 'report-locked' }] }]);
  expect(await recordOf(box, report)).toMatchObject({ edition: 1, lock: { edition: 1, sumId: sum.recordId }, state: 'approved' });
});

test('[S13] opened with a reason it can be mended, and is read anew', async () => {
  const { box, report } = await aSummedReport();
  const wordless = await box.exchange(aReviewer(), [aSlip(report, { decision: 'unlocked' })]);
  expect(wordless.codes).toMatchObject([{ code: 'returned', problems: [{ code: 'reason-missing' }] }]);
  const reason = 'Đơn vị gửi bổ sung một hoạt động';
  const reply = await box.exchange(aReviewer(), [aSlip(report, { decision: 'unlocked', reason })]);
  expect(codes(reply)).toEqual(['ok']);
  expect(rowsOf(reply, 'c01').at(-1)).toMatchObject({ kind: 'lock', body: { isLocked: false, reason } });
  expect(codes(await box.exchange(aReviewer(), [aSlip(report, { decision: 'unlocked', reason })]))).toEqual(['conflict']);
  expect(codes(await box.exchange(aDevice(), [mend(report)]))).toEqual(['ok']);
  expect(await recordOf(box, report)).toMatchObject({ edition: 2, lock: null, state: 'received' });
});

test('[S13] opened it stays open while its sum is mended elsewhere, and is held again by a sum that names its next edition', async () => {
  const { box, report, sum } = await aSummedReport();
  await box.exchange(aReviewer(), [aSlip(report, { decision: 'unlocked', reason: 'Đơn vị gửi bổ sung một hoạt động' })]);
  const follow = (over: Partial<Report>, base: Change): Change => aReportChange('u07', over, { recordId: sum.recordId, base: { changeId: base.changeId } });
  const reworded = follow({ reports: { [report.recordId]: 1 }, tasks: { '2': 'Chăm lo Tết.' } }, sum);
  expect(codes(await box.exchange(aReviewer(), [reworded]))).toEqual(['ok']);
  expect(await recordOf(box, report)).toMatchObject({ lock: null });
  const mended = mend(report);
  expect(codes(await box.exchange(aDevice(), [mended]))).toEqual(['ok']);
  await box.exchange(aReviewer(), [aSlip(mended, { edition: 2 }), follow({ reports: { [report.recordId]: 2 } }, reworded)]);
  expect(await recordOf(box, report)).toMatchObject({ edition: 2, lock: { edition: 2, sumId: sum.recordId } });
});

test('[L3, S13] what was received after an opening comes back through a restore to the hour in which it was still locked', async () => {
  const { box, report } = await aSummedReport();
  const before = box.snapshot();
  await box.exchange(aReviewer(), [aSlip(report, { decision: 'unlocked', reason: 'Đơn vị gửi bổ sung một hoạt động' })]);
  const mended = mend(report);
  const [verdict] = (await box.exchange(aDevice(), [mended])).codes;
  if (verdict?.code !== 'ok') throw new Error('it was open');
  await box.restore(before);
  expect((await box.exchange(aDevice(), [{ ...mended, receipt: verdict.receipt }])).codes[0]).toMatchObject({ code: 'ok', edition: 2, receipt: { number: verdict.receipt.number } });
  // The lock was of the edition before: what follows is free.
  expect(codes(await box.exchange(aDevice(), [aReportChange('c01', { tasks: { '2': 'Khác.' } }, { recordId: report.recordId, base: { changeId: mended.changeId } })]))).toEqual(['ok']);
});

test('a decision is nobody’s to decide on', async () => {
  const box = await aBox();
  const activity = aChange();
  await box.exchange(aDevice(), [activity]);
  const slip = aSlip(activity);
  await box.exchange(aReviewer(), [slip]);
  const province = aReviewer({ unitId: 'p01' as UnitId, scopes: ['content', 'p01' as UnitId, 'u07' as UnitId] });
  expect(codes(await box.exchange(province, [aSlip(slip, {}, { scope: 'p01' as UnitId })]))).toEqual(['quarantined']);
});

test('[S13] a sum that is cancelled, or no longer names a report, lets it go', async () => {
  for (const isCancelled of [true, false]) {
    // oxlint-disable-next-line no-await-in-loop -- two short worlds
    const { box, report, sum } = await aSummedReport();
    const follow = { recordId: sum.recordId, base: { changeId: sum.changeId } };
    const change = isCancelled ? aChange({ ...follow, scope: sum.scope, kind: 'void', body: { reason: 'Cộng lại từ đầu' } }) : aReportChange('u07', {}, follow);
    // oxlint-disable-next-line no-await-in-loop -- the same
    const reply = await box.exchange(aReviewer(), [change]);
    expect(codes(reply)).toEqual(['ok']);
    expect(rowsOf(reply, 'c01').at(-1)).toMatchObject({ kind: 'lock', body: { isLocked: false, reason: '' } });
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(await recordOf(box, report)).toMatchObject({ lock: null });
  }
});

test('[S13] a sum holds only the very edition that was approved: what came since is not in it', async () => {
  const box = await aBox();
  const report = aReportChange('c01');
  await box.exchange(aDevice(), [report]);
  await box.exchange(aReviewer(), [aSlip(report)]);
  await box.exchange(aDevice(), [mend(report)]);
  expect(codes(await box.exchange(aReviewer(), [aReportChange('u07', { reports: { [report.recordId]: 1 } })]))).toEqual(['ok']);
  expect(await recordOf(box, report)).toMatchObject({ edition: 2, lock: null });
  // Nor does a unit hold a report of another one.
  expect(codes(await box.exchange(aDevice({ unitId: 'c02' as UnitId, scopes: ['content', 'c02' as UnitId] }), [aReportChange('c02', { reports: { [report.recordId]: 2 } })]))).toEqual(['ok']);
  expect(await recordOf(box, report)).toMatchObject({ lock: null });
});

/** The district that c01 has gone to. */
const aLaterReviewer = (): DeviceStanding => aReviewer({ unitId: 'u08' as UnitId, unitName: 'LĐLĐ huyện Nậm Pồ', scopes: ['content', 'u08' as UnitId, 'c01' as UnitId] });

/** The district after c01 has left it. */
const aFormerReviewer = (): DeviceStanding => aReviewer({ scopes: ['content', 'u07' as UnitId] });

const cancelling = (sum: Change): Change => aChange({ recordId: sum.recordId, scope: sum.scope, base: { changeId: sum.changeId }, kind: 'void', body: { reason: 'Cộng lại từ đầu' } });

test('[S13] a sum that is cancelled, or made anew, lets go a unit that has gone to another upper union meanwhile', async () => {
  for (const isCancelled of [true, false]) {
    // oxlint-disable-next-line no-await-in-loop -- two short worlds
    const { box, report, sum } = await aSummedReport();
    const change = isCancelled ? cancelling(sum) : aReportChange('u07', {}, { recordId: sum.recordId, base: { changeId: sum.changeId } });
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(codes(await box.exchange(aFormerReviewer(), [change]))).toEqual(['ok']);
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(rowsOf(await box.exchange(aDevice(), []), 'c01').at(-1)).toMatchObject({ kind: 'lock', body: { isLocked: false, sumId: sum.recordId } });
    // oxlint-disable-next-line no-await-in-loop -- the same
    expect(codes(await box.exchange(aDevice(), [mend(report)]))).toEqual(['ok']);
  }
});

test('[S13] a unit that has left is not held anew by the sum of its former upper union', async () => {
  const { box, report, sum } = await aSummedReport();
  const dropped = aReportChange('u07', {}, { recordId: sum.recordId, base: { changeId: sum.changeId } });
  const again = aReportChange('u07', { reports: { [report.recordId]: 1 } }, { recordId: sum.recordId, base: { changeId: dropped.changeId } });
  expect(codes(await box.exchange(aFormerReviewer(), [dropped, again]))).toEqual(['ok', 'ok']);
  expect(await recordOf(box, report)).toMatchObject({ lock: null });
});

test('[S13] a report passes to the sum that names it last, and the one before lets it go no more', async () => {
  const { box, report, sum } = await aSummedReport();
  const later = aReportChange('u08', { reports: { [report.recordId]: 1 } });
  expect(codes(await box.exchange(aLaterReviewer(), [later]))).toEqual(['ok']);
  expect(rowsOf(await box.exchange(aDevice(), []), 'c01').at(-1)).toMatchObject({ kind: 'lock', body: { isLocked: true, sumId: later.recordId, byUnitName: 'LĐLĐ huyện Nậm Pồ' } });
  await box.exchange(aFormerReviewer(), [cancelling(sum)]);
  expect(await recordOf(box, report)).toMatchObject({ lock: { edition: 1, sumId: later.recordId } });
  await box.exchange(aLaterReviewer(), [aSlip(report, { decision: 'unlocked', reason: 'Đơn vị gửi bổ sung một hoạt động' }, { scope: 'u08' as UnitId })]);
  expect(rowsOf(await box.exchange(aDevice(), []), 'c01').at(-1)).toMatchObject({ kind: 'lock', body: { isLocked: false, sumId: later.recordId } });
});
