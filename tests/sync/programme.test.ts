import { expect, test } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { programmeRecordId } from '../../src/domain/programme.ts';
import type { Programme } from '../../src/domain/programme.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import { instantOf } from '../../src/domain/time.ts';
import { decideReview } from '../../src/sync/decide.ts';
import type { Change, ExchangeReply } from '../../src/sync/protocol.ts';
import { aBox, aChange, aDevice } from '../make/exchange.ts';
import { aProgramme, key } from '../make/programme.ts';

const codes = (reply: ExchangeReply): string[] => reply.codes.map((verdict) => verdict.code);
const recordId = programmeRecordId('c01' as UnitId, 2020);
const sent = (programme: unknown = aProgramme(), over: Partial<Change> = {}): Change => aChange({ kind: 'programme', recordId, body: programme as Change['body'], ...over });

test('[S11] a programme is received with a number, and stands under the requirement that asks for it with the last day of its year', async () => {
  const box = await aBox();
  const reply = await box.exchange(aDevice(), [sent()]);
  expect(reply.codes[0]).toMatchObject({ code: 'ok', edition: 1, receipt: { number: receiptNumber('C01', 2020, 1, 1) } });
  expect(await box.page((page) => page.record(recordId))).toMatchObject({ recordKind: 'programme', taskId: 'C', requirementId: 'C.1', heldOn: '2020-11-30', title: '2020', state: 'received' });
});

test('[S11] a wrong programme is returned with its items, and touches no neighbour', async () => {
  const box = await aBox();
  const wrong = aProgramme();
  const item = wrong.items[key('5.1')];
  const reply = await box.exchange(aDevice(), [
    sent({ ...wrong, items: { ...wrong.items, '5.1': { ...item, responsible: 'Đồng chí Lò Văn Pâng' } } }), aChange(),
    sent({ ...wrong, unitId: 'c02' }), sent({ ...wrong, workingYear: 2030 }), sent({ ...wrong, items: { 'x': item } }),
  ]);
  expect(reply.codes.map((verdict) => (verdict.code === 'returned' ? `${verdict.problems[0]?.field} ${verdict.problems[0]?.code}` : verdict.code)))
    .toEqual(['items.5.1.responsible text-names-person', 'ok', 'unitId programme-unit-wrong', 'workingYear programme-year-ahead', 'items body-malformed']);
});

test('[S11] [S4] two officers’ edits of different items join; of one item a person decides', async () => {
  const box = await aBox();
  const device = aDevice();
  const first = sent();
  await box.exchange(device, [first]);
  const edit = (items: Parameters<typeof aProgramme>[1]): Change => sent(aProgramme('c01', items), { base: { edition: 1 } });
  const reply = await box.exchange(device, [
    edit({ '5.1': { responsible: 'Tổ nữ công' } }), edit({ '8.2': { isKept: false }, own0a1b2c3d: { requirementId: null, title: 'Gặp mặt đầu xuân', months: { from: 1, to: 1 }, responsible: '', isKept: true } }),
    edit({ '5.1': { responsible: 'Ban nữ công' } }),
  ]);
  expect(codes(reply)).toEqual(['ok', 'ok', 'conflict']);
  const { items } = JSON.parse((await box.page((page) => page.record(recordId)))?.text ?? '{}') as Programme;
  expect([items[key('5.1')]?.responsible, items[key('8.2')]?.isKept, items[key('own0a1b2c3d')]?.title]).toEqual(['Tổ nữ công', false, 'Gặp mặt đầu xuân']);
});

test('[S11] two officers who answer different questions with “đúng” do not stand in each other’s way', async () => {
  const box = await aBox();
  const device = aDevice();
  await box.exchange(device, [sent()]);
  const confirmed = (id: string): Change => sent({ ...aProgramme(), confirmed: { [id]: true } }, { base: { edition: 1 } });
  expect(codes(await box.exchange(device, [confirmed('role-missing'), confirmed('task-left-out:8')]))).toEqual(['ok', 'ok']);
});

test('[S11] two officers who write one programme without a signal make two versions of it, not two programmes', async () => {
  const box = await aBox();
  expect(codes(await box.exchange(aDevice(), [sent()]))).toEqual(['ok']);
  expect(codes(await box.exchange(aDevice(), [sent(aProgramme('c01', { '5.1': { responsible: 'Tổ nữ công' } }))]))).toEqual(['conflict']);
});

test('[S10] the programme of a closed year is only read, unless the province asked for a mend', async () => {
  const box = await aBox();
  await box.exchange(aDevice(), [sent()]);
  box.publishYear(2021);
  box.nowMs = Date.parse('2020-12-20T02:00:00.000Z');
  const late = (): Change => sent(aProgramme('c01', { '5.1': { responsible: 'Tổ nữ công' } }), { base: { edition: 1 }, savedAt: instantOf(box.nowMs) });
  const [verdict] = (await box.exchange(aDevice(), [late()])).codes;
  expect(verdict).toMatchObject({ code: 'returned', problems: [{ code: 'year-closed' }] });
});

test('[S7] a programme is returned by a person at its item, and the phone pulls where', async () => {
  const box = await aBox();
  await box.exchange(aDevice(), [sent()]);
  const outcome = await box.page((page) => decideReview(page, {
    recordId, edition: 1, decision: 'returned', dueOn: null, reviewer: 'Cán bộ xét duyệt', byUnitId: 'u07' as UnitId, byUnitName: 'LĐLĐ huyện',
    remarks: [{ field: 'items.4.2a', text: 'Ghi rõ tháng' }, { field: 'items.own0a1b2c3d', text: 'Việc này trùng' }],
  }, box.host()));
  expect(outcome.kind).toBe('decided');
  const pulled = await box.exchange(aDevice(), []);
  expect(pulled.ranges[0]?.rows.find((row) => row.kind === 'review')?.body).toMatchObject({ edition: 1, remarks: [{ field: 'items.4.2a' }, { field: 'items.own0a1b2c3d' }] });
});
