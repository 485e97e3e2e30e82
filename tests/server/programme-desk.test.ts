/** Work programmes at the desk: who has one, who has not, how far each is, and what the half-year report makes of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { programmeRecordId } from '../../src/domain/programme.ts';
import type { Programme } from '../../src/domain/programme.ts';
import { DeskList } from '../../src/sync/desk-protocol.ts';
import { DeskProgrammeBoard, DeskProgrammeDetail } from '../../src/sync/desk-programme-protocol.ts';
import { DeskReportDetail, DeskRollUp } from '../../src/sync/desk-report-protocol.ts';
import { ProblemReply } from '../../src/sync/problem-reply.ts';
import type { RecordSummary } from '../../src/sync/ports.ts';
import type { Change } from '../../src/sync/protocol.ts';
import { aProgramme, key } from '../make/programme.ts';
import { computeFor, reportOf } from '../make/report.ts';
import { aChange, anActivity, aPhone, aReviewer, served } from '../make/served.ts';
import type { Phone, Reviewer, Served } from '../make/served.ts';

let server: Served;
let province: Reviewer;
beforeEach(async () => {
  server = await served();
  province = await aReviewer(server);
});

const boardOf = async (reviewer: Reviewer, query = '') => DeskProgrammeBoard.parse(await (await reviewer.get(`/api/desk/programmes${query}`)).json());
const detailOf = async (reviewer: Reviewer, id: string) => DeskProgrammeDetail.parse(await (await reviewer.get(`/api/desk/programmes/${id}`)).json());
const codeOf = async (response: Response) => ProblemReply.parse(await response.json()).code;

async function sent(phone: Phone, programme: Programme, over: Partial<Change> = {}): Promise<Change> {
  const unitId = phone.activation.unit.id;
  const change = aChange({ scope: unitId, kind: 'programme', recordId: programmeRecordId(unitId, programme.workingYear), body: programme, ...over });
  const [verdict] = (await phone.exchange([change])).codes;
  expect(verdict?.code).toBe('ok');
  return change;
}

const decide = (reviewer: Reviewer, change: Change, edition: number, remarks: readonly { field: string; text: string }[] = []) =>
  reviewer.post('/api/desk/reviews', { recordId: change.recordId, edition, decision: remarks.length > 0 ? 'returned' : 'approved', remarks, dueOn: null });

describe('the work programmes of a year', () => {
  it('a unit without one is named, with its phones; one that was sent takes it off the list, and is no activity', async () => {
    expect((await boardOf(province)).missing.find((one) => one.unitId === 'c01')).toMatchObject({ phoneCount: 0, lastContactAt: null });
    const change = await sent(await aPhone(server, 'c01'), aProgramme('c01', { '8.5': { isKept: false } }));
    const board = await boardOf(province);
    expect([board.year, board.years]).toEqual([2020, [2020]]);
    expect(board.programmes).toHaveLength(1);
    expect(board.programmes[0]).toMatchObject({ recordId: change.recordId, unitId: 'c01', state: 'received', edition: 1, ownCount: 0, doneCount: 0 });
    expect(board.missing.some((one) => one.unitId === 'c01')).toBe(false);
    // Whoever sits at the desk of the province, and mere groups, owe none here.
    expect(board.missing.some((one) => one.unitId === 'p01' || one.unitId === 'u14')).toBe(false);
    const activities = DeskList.parse(await (await province.get('/api/desk/activities')).json());
    expect(activities.items.some((item) => item.recordId === change.recordId)).toBe(false);
  });

  it('of another year nothing is mixed in, and a year that is none is refused', async () => {
    await sent(await aPhone(server, 'c01'), aProgramme());
    expect((await boardOf(province, '?year=2021')).programmes).toEqual([]);
    expect(await codeOf(await province.get('/api/desk/programmes?year=xx'))).toBe('filter-wrong');
  });

  it('an upper union sees and decides on its own units only, and nobody looks in without a session', async () => {
    const change = await sent(await aPhone(server, 'c05'), aProgramme('c05'));
    const [upper, other] = [await aReviewer(server, 'u08'), await aReviewer(server, 'u07')];
    expect((await boardOf(upper)).programmes.map((one) => one.unitId)).toEqual(['c05']);
    expect((await boardOf(other)).programmes).toEqual([]);
    expect(await codeOf(await other.get(`/api/desk/programmes/${change.recordId}`))).toBe('not-found');
    expect(await codeOf(await decide(other, change, 1))).toBe('not-found');
    expect((await decide(upper, change, 1)).status).toBe(200);
    for (const path of ['programmes', `programmes/${change.recordId}`]) expect(await codeOf(await server.app.request(`/api/desk/${path}`))).toBe('session-missing');
  });
});

describe('one work programme', () => {
  it('is read with every edition, returned at its items, and what was answered with “đúng” is told', async () => {
    const phone = await aPhone(server, 'c01');
    const change = await sent(phone, { ...aProgramme('c01', { '5.1': { responsible: '' } }), confirmed: { 'role-missing': true } });
    expect((await decide(province, change, 1, [{ field: 'items.5.1', text: 'Thiếu bộ phận phụ trách' }])).status).toBe(200);
    expect((await detailOf(province, change.recordId)).item.state).toBe('returned');
    await sent(phone, aProgramme(), { base: { edition: 1 } });
    const detail = await detailOf(province, change.recordId);
    expect(detail.editions.map((one) => one.body.items[key('5.1')]?.responsible)).toEqual(['', 'Ban Chấp hành']);
    expect(detail).toMatchObject({ mayDecide: true, decided: false, item: { state: 'received', edition: 2 }, reviews: [{ edition: 1, remarks: [{ field: 'items.5.1' }] }], confirmed: [] });
    await decide(province, change, 2);
    expect((await boardOf(province)).programmes[0]).toMatchObject({ state: 'approved', lastReview: { edition: 2, decision: 'approved' } });
  });

  it('tells how far each item is by what the unit sent, with the very records; nobody ticks anything', async () => {
    const phone = await aPhone(server, 'c01');
    const change = await sent(phone, aProgramme());
    const progress = async (id: string) => (await detailOf(province, change.recordId)).progress.find((one) => one.key === id);
    expect([(await progress('2.2'))?.state, (await progress('5.1'))?.state]).toEqual(['late', 'due']);
    const activity = aChange({ body: anActivity({ requirementId: '5.1', heldOn: '2020-05-12' }) });
    expect((await phone.exchange([activity])).codes[0]?.code).toBe('ok');
    expect(await progress('5.1')).toMatchObject({ state: 'done', deeds: [{ recordId: activity.recordId, kind: 'activity', on: '2020-05-12' }] });
    expect((await boardOf(province)).programmes[0]?.doneCount).toBe(1);
    await decide(province, activity, 1, [{ field: 'title', text: 'Ghi rõ tên hoạt động' }]);
    expect((await progress('5.1'))?.state).toBe('due');
    await phone.exchange([aChange({ kind: 'report', body: reportOf('c01', '2020-q1', computeFor('c01', '2020-q1', []).indicators) })]);
    expect(await progress('C.2')).toMatchObject({ state: 'begun', deeds: [{ kind: 'report' }] });
  });
});

describe('IC.01, “Có chương trình công tác tuyên giáo năm”', () => {
  it('leads from the report to the programme it was counted by', async () => {
    const phone = await aPhone(server, 'c01');
    const change = await sent(phone, aProgramme());
    const report = reportOf('c01', '2020-q1', computeFor('c01', '2020-q1', []).indicators, { activities: { [change.recordId]: 1 } });
    const reportChange = aChange({ kind: 'report', body: report });
    expect((await phone.exchange([reportChange])).codes[0]?.code).toBe('ok');
    const detail = DeskReportDetail.parse(await (await province.get(`/api/desk/reports/${reportChange.recordId}`)).json());
    expect(detail.sourcesOf['IC.01']).toEqual([change.recordId]);
    expect(detail.sources).toMatchObject([{ recordId: change.recordId, kind: 'programme', title: '2020' }]);
  });

  it('of an upper union is its own programme, and no activity of it', async () => {
    const rolled = async () => DeskRollUp.parse(await (await province.get('/api/desk/roll-up?period=2020-q1&unit=u07')).json());
    const own = async () => (await rolled()).lines.find((one) => one.code === 'IC.01')?.own;
    expect(await own()).toBe(0);
    // No phone of an upper union can send yet: the record is put where the server would have put it.
    const change = await sent(await aPhone(server, 'c01'), aProgramme());
    await server.host.storage.transaction(async (page) => {
      const record = await page.record(change.recordId);
      if (!record) throw new Error('the programme was sent');
      const own: RecordSummary = { ...record, recordId: programmeRecordId('u07' as UnitId, 2020), scope: 'u07' as UnitId, text: JSON.stringify(aProgramme('u07')) };
      await page.write({ changes: [], rows: [], records: [own], receipts: [], renumbered: [], alarms: [] });
    });
    expect([await own(), (await rolled()).ownCount]).toEqual([1, 0]);
  });
});
