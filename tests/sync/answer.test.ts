import { expect, test } from 'vitest';
import { receiptNumber } from '../../src/domain/receipt.ts';
import { decideReview } from '../../src/sync/decide.ts';
import type { DecisionInput } from '../../src/sync/decide.ts';
import type { UnitId } from '../../src/domain/id.ts';
import { bodySum, changeText } from '../../src/sync/edition.ts';
import { publish } from '../../src/sync/publish.ts';
import type { Change, ExchangeReply, Verdict } from '../../src/sync/protocol.ts';
import { aBody, aBox, aChange, aChangeId, aDevice } from '../make/exchange.ts';
import type { Box } from '../make/exchange.ts';

const codes = (reply: ExchangeReply): string[] => reply.codes.map((verdict) => verdict.code);

function ok(verdict: Verdict | undefined): Extract<Verdict, { code: 'ok' | 'duplicate' }> {
  if (verdict?.code !== 'ok' && verdict?.code !== 'duplicate') throw new Error(`stored was expected, not ${JSON.stringify(verdict)}`);
  return verdict;
}

test('a recorded activity is received with a number of its unit, year and position', async () => {
  const box = await aBox();
  const reply = await box.exchange(aDevice(), [aChange()]);
  expect(ok(reply.codes[0]).receipt.number).toBe(receiptNumber('C01', 2020, 1, 1));
});

test('[L1] a change whose reply was lost is stored once, with the same receipt', async () => {
  const box = await aBox();
  const device = aDevice();
  const change = aChange();
  const first = await box.exchange(device, [change]);
  box.nowMs += 3_600_000;
  const second = await box.exchange(device, [change]);
  expect(codes(second)).toEqual(['duplicate']);
  expect(ok(second.codes[0]).receipt).toEqual(ok(first.codes[0]).receipt);
  expect((await box.page((page) => page.scopeHeads(['c01' as UnitId]))).get('c01' as UnitId)?.position).toBe(1);
});

test('[S3] the same id with other words keeps both, and raises an alarm', async () => {
  const box = await aBox();
  const device = aDevice();
  const change = aChange();
  await box.exchange(device, [change]);
  const reply = await box.exchange(device, [{ ...change, body: aBody({ title: 'Chữ khác' }) }]);
  expect(reply.codes[0]).toEqual({ code: 'quarantined', reason: 'change-id-reused' });
  const [stored] = await box.page((page) => page.raw([change.changeId]));
  expect(stored?.text).toBe(changeText(change));
});

test('[S2] one bad change inside a batch does not touch its neighbours', async () => {
  const box = await aBox();
  const bad = [null, 'chữ', { changeId: 'x' }, aChange({ body: aBody({ heldOn: '2021-01-01' }) }), { ...aChange(), base: 7 }, aChange({ body: aBody({ note: 'a'.repeat(20_000) }) })];
  const reply = await box.exchange(aDevice(), [aChange(), ...bad, aChange()]);
  expect(codes(reply)).toEqual(['ok', 'returned', 'returned', 'returned', 'returned', 'held', 'big', 'ok']);
});

test('[S6] what names no record of its own cannot be kept, is told so, and touches no neighbour', async () => {
  const box = await aBox();
  const { changeId: _changeId, ...nameless } = aChange();
  const nowhere = aChange();
  const reply = await box.exchange(aDevice(), [nameless, { ...nowhere, recordId: 'none' }, aChange()]);
  expect(reply.codes).toMatchObject([{ code: 'returned', problems: [{ code: 'body-malformed' }] }, { code: 'returned', problems: [{ code: 'body-malformed' }] }, { code: 'ok' }]);
  expect(await box.page((page) => page.raw([nowhere.changeId]))).toEqual([]);
});

test('[L9] a refusal names the field and the reason, and the words are kept', async () => {
  const box = await aBox();
  const change = aChange({ body: aBody({ figures: { sessions: 1, attendances: 20, women: 30 } }) });
  const reply = await box.exchange(aDevice(), [change]);
  const [verdict] = reply.codes;
  expect(verdict?.code === 'returned' && verdict.problems[0]?.field).toBe('women');
  expect((await box.page((page) => page.raw([change.changeId])))[0]?.text).toBe(changeText(change));
});

test('[H1] a name, a phone number or a note on a counts-only requirement is refused at the server too', async () => {
  const box = await aBox();
  const reply = await box.exchange(aDevice(), [
    aChange({ body: aBody({ note: 'Do đồng chí Lò Văn Pâng phụ trách' }) }),
    aChange({ body: aBody({ note: 'Gọi 0912 345 678' }) }),
    aChange({ body: aBody({ alsoRequirementIds: ['3.4'], note: 'Có ghi chú' }) }),
  ]);
  const problems = reply.codes.map((verdict) => (verdict.code === 'returned' ? verdict.problems[0]?.code : verdict.code));
  expect(problems).toEqual(['text-names-person', 'text-has-phone', 'note-not-allowed']);
});

test('[S4] an edit from a stale base is a conflict, and both texts are kept', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  const edit = (title: string): Change => aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title }) });
  const [one, other] = [edit('Bản một'), edit('Bản hai')];
  const reply = await box.exchange(device, [first, one, other]);
  expect(codes(reply)).toEqual(['ok', 'ok', 'conflict']);
  expect((await box.page((page) => page.raw([one.changeId, other.changeId]))).map((raw) => raw.text).toSorted()).toEqual([changeText(one), changeText(other)].toSorted());
  expect((await box.page((page) => page.record(first.recordId)))?.title).toBe('Bản một');
});

test('[L8] an edit of the own earlier change waits for it, and follows it', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  const edit = aChange({ recordId: first.recordId, base: { changeId: first.changeId } });
  expect(codes(await box.exchange(device, [edit]))).toEqual(['order']);
  expect(codes(await box.exchange(device, [first, edit]))).toEqual(['ok', 'ok']);
});

test('[S4] a mended record goes in after the rule refused its first form', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange({ body: aBody({ title: '' }) });
  const mended = aChange({ recordId: first.recordId, base: { changeId: first.changeId } });
  expect(codes(await box.exchange(device, [first, mended]))).toEqual(['returned', 'ok']);
});

test('a form that is not published yet is held, not refused', async () => {
  const box = await aBox();
  expect(codes(await box.exchange(aDevice(), [aChange({ body: aBody({ formVersion: 9 }) }), aChange({ kind: 'opinion' })]))).toEqual(['held', 'held']);
});

test('[S9] a revoked phone may still push, but it is kept apart, and it pulls nothing', async () => {
  const box = await aBox();
  const reply = await box.exchange(aDevice({ revoked: true }), [aChange()]);
  expect(reply.codes).toEqual([{ code: 'quarantined', reason: 'device-revoked' }]);
  expect(reply.ranges).toEqual([]);
  expect(reply.advice).toEqual(['erase-mirror']);
});

test('a change for another unit, or on another unit’s record, is kept apart', async () => {
  const box = await aBox();
  const theirs = aChange({ scope: 'c02' as UnitId });
  await box.exchange(aDevice({ unitId: 'c02' as UnitId, scopes: ['content', 'c02' as UnitId] }), [theirs]);
  const reply = await box.exchange(aDevice(), [aChange({ scope: 'c02' as UnitId }), aChange({ recordId: theirs.recordId, base: { edition: 1 } })]);
  expect(codes(reply)).toEqual(['quarantined', 'quarantined']);
});

test('[F4] the rows that a request brought are left out of its reply; another phone gets them', async () => {
  const box = await aBox();
  const device = aDevice();
  const reply = await box.exchange(device, [aChange()]);
  expect(reply.ranges).toMatchObject([{ scope: 'c01', from: 0, to: { position: 1 }, rows: [] }]);
  const other = await box.exchange(aDevice(), []);
  expect(other.ranges[0]?.rows).toHaveLength(1);
});

test('rows come in pages no larger than wanted, and at least one at a time', async () => {
  const box = await aBox();
  const items = Array.from({ length: 6 }, (_, index) => ({ kind: 'publication' as const, key: `k${index}`, body: 'x'.repeat(500) }));
  await box.page((page) => publish(page, 'content', items, box.host()));
  const device = aDevice();
  const first = await box.exchange(device, [], { want: 1_100 });
  expect(first.more).toBe(true);
  const cursors = first.ranges.map((range) => range.to);
  const rest = await box.exchange(device, [], { want: 100_000, epoch: first.epoch, cursors });
  const positions = [...first.ranges, ...rest.ranges].flatMap((range) => range.rows.map((row) => row.position));
  expect(positions).toEqual([1, 2, 3, 4, 5, 6]);
  expect(rest.more).toBe(false);
});

test('[F3] a digest of the right cursors pulls what is new; a wrong one asks for the list, and codes count all the same', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = await box.exchange(device, [aChange()]);
  const told = await box.exchange(device, [], { epoch: first.epoch, cursors: box.host().hash(first.ranges.map(({ to }) => `${to.scope} ${to.position} ${to.hash}`).join('\n')) });
  expect(told.advice).toEqual([]);
  const wrong = await box.exchange(device, [aChange()], { epoch: first.epoch, cursors: 'something-else' });
  expect(wrong.advice).toEqual(['list-cursors']);
  expect(codes(wrong)).toEqual(['ok']);
});

test('[E2] a phone that has seen more than the server holds begins a new epoch', async () => {
  const box = await aBox();
  const device = aDevice();
  const copy = box.snapshot();
  const before = await box.exchange(device, [aChange()]);
  box.rollBack(copy);
  const after = await box.exchange(device, [], { epoch: before.epoch, cursors: before.ranges.map((range) => range.to) });
  expect(after.epoch.ordinal).toBe(before.epoch.ordinal + 1);
});

test('[E3] so does one whose mirror is lost, by the witness beside its codes', async () => {
  const box = await aBox();
  const device = aDevice();
  const copy = box.snapshot();
  const before = await box.exchange(device, [aChange()], { want: 0 });
  box.rollBack(copy);
  const after = await box.exchange(device, [], { epoch: before.epoch, ...(before.witness ? { witness: before.witness } : {}) });
  expect(after.epoch.ordinal).toBe(before.epoch.ordinal + 1);
});

test('[E4] a cursor that we never marked changes no epoch; that phone begins its mirror anew', async () => {
  const box = await aBox();
  const device = aDevice();
  const before = await box.exchange(device, [aChange()]);
  const forged = before.ranges.map(({ to }) => ({ ...to, position: 900 }));
  const after = await box.exchange(device, [], { epoch: before.epoch, cursors: forged });
  expect(after.epoch).toEqual(before.epoch);
  expect(after.advice).toEqual(['erase-mirror']);
});

test('[S8] after a restore the old receipt keeps its number and its moment', async () => {
  const box = await aBox();
  const device = aDevice();
  const copy = box.snapshot();
  const change = aChange();
  const before = ok((await box.exchange(device, [change])).codes[0]).receipt;
  await box.restore(copy);
  box.nowMs += 86_400_000;
  const again = await box.exchange(device, [{ ...change, receipt: before }]);
  expect(ok(again.codes[0]).receipt).toEqual(before);
});

test('[S8] a receipt that we never gave is not honoured', async () => {
  const box = await aBox();
  const receipt = { number: receiptNumber('C01', 2020, 1, 7), receivedAt: aChange().savedAt, mark: 'forged' };
  const reply = await box.exchange(aDevice(), [{ ...aChange(), receipt }]);
  expect(ok(reply.codes[0]).receipt.number).toBe(receiptNumber('C01', 2020, 1, 1));
});

test('[S8] one number is never left on two records: the older receipt keeps it, the younger record is numbered anew', async () => {
  const box = await aBox();
  const device = aDevice();
  const copy = box.snapshot();
  const older = aChange();
  const olderReceipt = ok((await box.exchange(device, [older])).codes[0]).receipt;
  box.rollBack(copy);
  box.nowMs += 3_600_000;
  const younger = aChange();
  const youngerReceipt = ok((await box.exchange(aDevice(), [younger])).codes[0]).receipt;
  expect(youngerReceipt.number).toBe(olderReceipt.number);
  const settled = await box.exchange(device, [{ ...older, receipt: olderReceipt }]);
  expect(ok(settled.codes[0]).receipt).toEqual(olderReceipt);
  const record = await box.page((page) => page.record(younger.recordId));
  expect(record?.receiptNumber).not.toBe(olderReceipt.number);
  const told = await box.exchange(aDevice(), []);
  const rows = told.ranges.flatMap((range) => range.rows).filter((row) => row.key === younger.recordId);
  expect(rows.at(-1)?.body).toMatchObject({ receipt: { number: record?.receiptNumber } });
});

test('[E5] a notebook that was put back is told to begin a new lineage', async () => {
  const box = await aBox();
  const device = aDevice();
  await box.exchange(device, [], { seq: 40 });
  expect((await box.exchange(device, [], { seq: 12 })).advice).toContain('new-lineage');
  expect((await box.exchange(device, [], { seq: 12, lineage: 'lineage-2' })).advice).toEqual([]);
});

const decision = (change: Change, overrides: Partial<DecisionInput> = {}): DecisionInput => ({
  recordId: change.recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null, reviewer: 'Cán bộ tỉnh', byUnitId: 'p01' as UnitId, byUnitName: 'LĐLĐ tỉnh', ...overrides,
});

test('[S7] the first committed decision on an edition stands, the second is told of it', async () => {
  const box = await aBox();
  const change = aChange();
  await box.exchange(aDevice(), [change]);
  const first = await box.page((page) => decideReview(page, decision(change, { decision: 'returned', remarks: [{ field: 'attendances', text: 'Thiếu số người dự' }] }), box.host()));
  expect(first.kind).toBe('decided');
  const second = await box.page((page) => decideReview(page, decision(change), box.host()));
  expect(second).toEqual({ kind: 'conflict', edition: 1, decision: 'returned' });
});

test('[L11] a decision on an edition that has been edited since is refused as stale', async () => {
  const box = await aBox();
  const change = aChange();
  await box.exchange(aDevice(), [change, aChange({ recordId: change.recordId, base: { edition: 1 } })]);
  expect(await box.page((page) => decideReview(page, decision(change), box.host()))).toEqual({ kind: 'stale', edition: 2 });
  expect(await box.page((page) => decideReview(page, decision(aChange()), box.host()))).toEqual({ kind: 'not-found' });
});

test('a batch that repeats one change inside itself stores it once', async () => {
  const box = await aBox();
  const change = aChange();
  expect(codes(await box.exchange(aDevice(), [change, change]))).toEqual(['ok', 'duplicate']);
});

test('a base that nobody knows is put off, not guessed', async () => {
  const box = await aBox();
  expect(codes(await box.exchange(aDevice(), [aChange({ base: { changeId: aChangeId() } })]))).toEqual(['order']);
});

test('[S4] an edit from a stale base joins what others changed, field by field', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  const retitled = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Tên mới' }) });
  const noted = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ note: 'Kết quả tốt' }) });
  await box.exchange(device, [first, retitled]);
  const reply = await box.exchange(aDevice(), [noted]);
  expect(reply.codes[0]).toMatchObject({ code: 'ok', edition: 3, merged: true });
  const rows = reply.ranges.flatMap((range) => range.rows).filter((row) => row.key === first.recordId);
  expect(rows.at(-1)?.body).toMatchObject({ edition: 3, body: { title: 'Tên mới', note: 'Kết quả tốt' } });
});

test('[S4] what follows a merged edit on the same phone is merged from its own words, not laid over others’', async () => {
  const box = await aBox();
  const first = aChange();
  await box.exchange(aDevice(), [first, aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Tên mới' }) })]);
  const noted = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ note: 'Kết quả tốt' }) });
  const again = aChange({ recordId: first.recordId, base: { changeId: noted.changeId }, body: aBody({ note: 'Kết quả rất tốt' }) });
  const device = aDevice();
  await box.exchange(device, [noted]);
  await box.exchange(device, [again]);
  expect(JSON.parse((await box.page((page) => page.record(first.recordId)))?.text ?? '')).toMatchObject({ title: 'Tên mới', note: 'Kết quả rất tốt' });
});

const aVoid = (of: Change, reason: string, edition = 1): Change => aChange({ recordId: of.recordId, kind: 'void', base: { edition }, body: { reason } });

test('[S5] a record cancelled with a reason leaves all counts and keeps its words; it can be neither edited nor decided', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  const reply = await box.exchange(device, [first, aVoid(first, 'Ghi nhầm ngày')]);
  expect(codes(reply)).toEqual(['ok', 'ok']);
  expect(await box.page((page) => page.record(first.recordId))).toMatchObject({ state: 'void', isVoid: true, title: first.body['title'] });
  const rows = reply.ranges.flatMap((range) => range.rows).filter((row) => row.key === first.recordId);
  expect(rows.at(-1)?.body).toMatchObject({ edition: 2, voided: { reason: 'Ghi nhầm ngày' }, body: first.body });
  const edit = await box.exchange(device, [aChange({ recordId: first.recordId, base: { edition: 2 } })]);
  expect(edit.codes[0]).toMatchObject({ code: 'returned', problems: [{ code: 'record-void' }] });
  expect(await box.page((page) => decideReview(page, decision(first, { edition: 2 }), box.host()))).toEqual({ kind: 'void' });
});

test('[S5] a cancellation without a reason, with a name in it, or of an edition nobody has seen does not go through', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  await box.exchange(device, [first, aChange({ recordId: first.recordId, base: { edition: 1 } })]);
  const reply = await box.exchange(device, [aVoid(first, '', 2), aVoid(first, 'Do đồng chí Lò Văn Pâng ghi nhầm', 2), aVoid(first, 'Ghi nhầm'), aVoid(aChange(), 'Ghi nhầm')]);
  expect(codes(reply)).toEqual(['returned', 'returned', 'conflict', 'conflict']);
});

test('[E4] a phone whose unit was moved begins its mirror anew, and keeps nothing of the former unit', async () => {
  const box = await aBox();
  const device = aDevice();
  const before = await box.exchange(device, [aChange()]);
  const moved = { ...device, unitId: 'c02' as UnitId, scopes: ['content', 'c02' as UnitId] as const };
  const after = await box.exchange(moved, [], { epoch: before.epoch, cursors: before.ranges.map((range) => range.to) });
  expect(after.advice).toEqual(['erase-mirror']);
});

test('[S4] an edit of an edition that a restore has lost is never laid over the one that bears its number now', async () => {
  const box = await aBox();
  const first = aChange();
  await box.exchange(aDevice(), [first]);
  const copy = box.snapshot();
  const seen = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Bản đã mất' }) });
  await box.exchange(aDevice(), [seen]);
  await box.restore(copy);
  await box.exchange(aDevice(), [aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Bản mới' }) })]);
  const edit = aChange({ recordId: first.recordId, base: { edition: 2, changeId: seen.changeId, sum: bodySum(seen.body) }, body: aBody({ title: 'Bản đã mất', note: 'Sửa thêm' }) });
  expect((await box.exchange(aDevice(), [edit])).codes).toEqual([{ code: 'conflict', edition: 2 }]);
  expect((await box.page((page) => page.record(first.recordId)))?.title).toBe('Bản mới');
});

test('[S4] an edit of an edition whose words are not those it was made from is a conflict', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  await box.exchange(device, [first]);
  const base = { edition: 1, changeId: first.changeId, sum: bodySum(aBody({ title: 'Chữ khác' })) };
  expect(codes(await box.exchange(device, [aChange({ recordId: first.recordId, base })]))).toEqual(['conflict']);
  expect(codes(await box.exchange(device, [aChange({ recordId: first.recordId, base: { ...base, sum: bodySum(first.body) } })]))).toEqual(['ok']);
});

/** A received record of 2020, and the province at work in 2021. */
async function aClosedYear(): Promise<{ box: Box; first: Change; later: string }> {
  const box = await aBox();
  const first = aChange();
  await box.exchange(aDevice(), [first]);
  box.publishYear(2021);
  box.nowMs = Date.parse('2020-12-20T02:00:00.000Z');
  return { box, first, later: '2020-12-19T02:00:00.000Z' };
}
const ofYear = { code: 'returned', problems: [{ code: 'year-closed', details: { year: 2020 } }] };

test('[S10] a record of a closed year is neither edited nor cancelled; the change is kept with its reason', async () => {
  const { box, first, later } = await aClosedYear();
  const edit = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Tên khác' }), savedAt: later as Change['savedAt'] });
  const reply = await box.exchange(aDevice(), [edit, { ...aVoid(first, 'Ghi nhầm ngày'), savedAt: later as Change['savedAt'] }]);
  expect(reply.codes).toEqual([ofYear, ofYear]);
  expect(await box.page((page) => page.record(first.recordId))).toMatchObject({ edition: 1, state: 'received', title: first.body['title'] });
  expect(await box.page((page) => page.raw([edit.changeId]))).toHaveLength(1);
});

test('[S10] what was saved while the year ran is taken however late it arrives, by the server’s clock', async () => {
  const { box, first } = await aClosedYear();
  const november = '2020-11-29T02:00:00.000Z' as Change['savedAt'];
  const behind = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Máy chạy chậm' }), savedAt: november, offset: 30 * 86_400_000 });
  const edit = aChange({ recordId: first.recordId, base: { edition: 1 }, body: aBody({ title: 'Tên mới' }), savedAt: november });
  expect((await box.exchange(aDevice(), [behind, edit])).codes).toMatchObject([ofYear, { code: 'ok', edition: 2 }]);
});

test('[S10] what the province returned may be mended after the year is closed, once', async () => {
  const { box, first, later } = await aClosedYear();
  const decision: DecisionInput = {
    recordId: first.recordId, edition: 1, decision: 'returned', remarks: [{ field: 'title', text: 'Ghi rõ tên' }], dueOn: null,
    reviewer: 'Cán bộ mẫu', byUnitId: 'u07' as UnitId, byUnitName: 'LĐLĐ huyện',
  };
  await box.page((page) => decideReview(page, decision, box.host()));
  const mend = (edition: number): Change => aChange({ recordId: first.recordId, base: { edition }, body: aBody({ title: `Tên rõ ${edition}` }), savedAt: later as Change['savedAt'] });
  expect((await box.exchange(aDevice(), [mend(1), mend(2)])).codes).toMatchObject([{ code: 'ok', edition: 2 }, ofYear]);
});

test('[S10] a new record of a closed year is taken, with the edit made before its receipt; after it nothing', async () => {
  const { box, later } = await aClosedYear();
  const savedAt = later as Change['savedAt'];
  const late = aChange({ savedAt });
  const edit = aChange({ recordId: late.recordId, base: { changeId: late.changeId }, body: aBody({ title: 'Tên mới' }), savedAt });
  const after = aChange({ recordId: late.recordId, base: { changeId: edit.changeId }, body: aBody({ title: 'Tên nữa' }), savedAt: '2020-12-21T02:00:00.000Z' as Change['savedAt'] });
  expect(codes(await box.exchange(aDevice(), [late, edit, after]))).toEqual(['ok', 'ok', 'returned']);
});

test('[S10, L3] an edit that was received before a restore is received again, whatever year it is by then', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = aChange();
  await box.exchange(device, [first]);
  const saved = box.snapshot();
  const edit = aChange({ recordId: first.recordId, base: { edition: 1, changeId: first.changeId }, body: aBody({ title: 'Tên mới' }), savedAt: '2020-12-05T02:00:00.000Z' as Change['savedAt'] });
  const { receipt } = ok((await box.exchange(device, [edit])).codes[0]);
  await box.restore(saved);
  box.publishYear(2021);
  expect(codes(await box.exchange(aDevice(), [{ ...edit, receipt }]))).toEqual(['ok']);
  expect((await box.page((page) => page.record(first.recordId)))?.title).toBe('Tên mới');
});
