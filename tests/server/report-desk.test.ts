/** Periodic reports at the desk: who has sent one, who has not, where each number comes from, and what they add up to. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Activity } from '../../src/domain/activity.ts';
import type { Report } from '../../src/domain/report.ts';
import { flashPeriod } from '../../src/domain/report-calendar.ts';
import { instantOf } from '../../src/domain/time.ts';
import { reportCalendar } from '../../src/content/report-calendar.ts';
import { contentScope } from '../../src/sync/protocol.ts';
import { publish } from '../../src/sync/publish.ts';
import { day } from '../make/activity-context.ts';
import { DeskList } from '../../src/sync/desk-protocol.ts';
import { DeskReportBoard, DeskReportDetail, DeskRollUp } from '../../src/sync/desk-report-protocol.ts';
import { ProblemReply } from '../../src/sync/problem-reply.ts';
import type { Change } from '../../src/sync/protocol.ts';
import { computeFor, reportOf } from '../make/report.ts';
import { aChange, anActivity, aPhone, aReviewer, served } from '../make/served.ts';
import type { Phone, Reviewer, Served } from '../make/served.ts';

let server: Served;
let province: Reviewer;
beforeEach(async () => {
  server = await served();
  province = await aReviewer(server);
});

const boardOf = async (reviewer: Reviewer, query = '') => DeskReportBoard.parse(await (await reviewer.get(`/api/desk/reports${query}`)).json());
const detailOf = async (reviewer: Reviewer, id: string) => DeskReportDetail.parse(await (await reviewer.get(`/api/desk/reports/${id}`)).json());
const rollUpOf = async (reviewer: Reviewer, query = '') => DeskRollUp.parse(await (await reviewer.get(`/api/desk/roll-up${query}`)).json());
const codeOf = async (response: Response) => ProblemReply.parse(await response.json()).code;

const quarter = (unitId: string, over: Partial<Report> = {}): Report => reportOf(unitId, '2020-q1', computeFor(unitId, '2020-q1', []).indicators, over);

async function sent(phone: Phone, report: Report, over: Partial<Change> = {}): Promise<Change> {
  const change = aChange({ scope: phone.activation.unit.id, kind: 'report', body: report, ...over });
  const [verdict] = (await phone.exchange([change])).codes;
  expect(verdict?.code).toBe('ok');
  return change;
}

/** The line of an indicator as the officer corrected it. */
function corrected(report: Report, code: string, value: number, reason: string): Report {
  return { ...report, lines: { ...report.lines, [code]: { ...report.lines[code], computed: 0, value, reason } } };
}

const approve = (reviewer: Reviewer, change: Change) => reviewer.post('/api/desk/reviews', { recordId: change.recordId, edition: 1, decision: 'approved', remarks: [], dueOn: null });

describe('the reports of a period', () => {
  it('without a choice it is the period that closed last; every unit that owes a report and has sent none is named, with its phones', async () => {
    const board = await boardOf(province);
    expect([board.period?.id, board.period?.label]).toEqual(['2020-q1', 'Quý I']);
    expect(board.periods.map((one) => one.id)).toEqual(['2020-y', '2020-h1', '2020-q1']);
    expect(board.reports).toEqual([]);
    expect(board.missing.find((one) => one.unitId === 'c02')).toMatchObject({ phoneCount: 0, lastContactAt: null });
    expect(board.missing.some((one) => one.unitId === 'p01')).toBe(false);
    await aPhone(server, 'c02');
    expect((await boardOf(province)).missing.find((one) => one.unitId === 'c02')).toMatchObject({ phoneCount: 1 });
  });

  it('a report that was sent takes its unit off the list of those who owe one, and is no activity', async () => {
    const change = await sent(await aPhone(server, 'c01'), corrected(quarter('c01'), 'I1.05', 2, 'Ghi sót một hội nghị'));
    const board = await boardOf(province);
    expect(board.reports).toHaveLength(1);
    expect(board.reports[0]).toMatchObject({ recordId: change.recordId, unitId: 'c01', title: 'Quý I 2020', state: 'received', edition: 1, correctedCount: 1 });
    expect(board.missing.some((one) => one.unitId === 'c01')).toBe(false);
    const activities = DeskList.parse(await (await province.get('/api/desk/activities')).json());
    expect(activities.items.some((item) => item.recordId === change.recordId)).toBe(false);
  });

  it('lateness is judged by the moment of sending: pressed in time and arrived weeks later is in time', async () => {
    const due = (await boardOf(province)).missing.find((one) => one.unitId === 'c01')?.dueOn ?? '';
    const inTime = await sent(await aPhone(server, 'c01'), quarter('c01'), { savedAt: instantOf(Date.parse(`${due}T10:00:00Z`)) });
    const tooLate = await sent(await aPhone(server, 'c02'), quarter('c02'), { savedAt: instantOf(Date.parse(`${due}T10:00:00Z`) + 3 * 86_400_000) });
    const { reports } = await boardOf(province);
    const daysLate = (change: Change) => reports.find((one) => one.recordId === change.recordId)?.daysLate;
    expect([daysLate(inTime), daysLate(tooLate)]).toEqual([0, 3]);
  });

  it('an upper union sees its own units and nobody else’s', async () => {
    const change = await sent(await aPhone(server, 'c05'), quarter('c05'));
    const upper = await aReviewer(server, 'u08');
    const other = await aReviewer(server, 'u07');
    expect((await boardOf(upper)).reports.map((one) => one.unitId)).toEqual(['c05']);
    expect((await boardOf(other)).reports).toEqual([]);
    expect((await boardOf(other)).missing.every((one) => one.unitId !== 'c05' && one.unitId !== 'u07')).toBe(true);
    const response = await other.get(`/api/desk/reports/${change.recordId}`);
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found']);
  });

  it('a period that there is not is refused, and nobody looks in without a session', async () => {
    for (const query of ['?period=2020-q9', '?period=xx']) expect(await codeOf(await province.get(`/api/desk/reports${query}`))).toBe('filter-wrong');
    const doors = ['reports', 'reports/0', 'roll-up'];
    for (const path of doors) expect(await codeOf(await server.app.request(`/api/desk/${path}`))).toBe('session-missing');
  });
});

it('months and flash reports stand there where the province asks for them: a month is owed by all, a flash report by nobody else', async () => {
  const asked = { ...reportCalendar, version: 2, months: { ...reportCalendar.months, isAsked: true }, flash: { ...reportCalendar.flash, isAsked: true } };
  await server.host.storage.transaction((page) => publish(page, contentScope, [{ kind: 'publication', key: 'calendar', body: { id: 'calendar', version: 2, audience: 'all', body: asked } }], { hash: server.host.seals.hash, nowMs: server.host.nowMs() }));
  const april = await boardOf(province, '?period=2020-t04');
  expect(april.period).toMatchObject({ label: 'Tháng 4/2020', from: '2020-03-16', to: '2020-04-15' });
  expect(april.missing.some((one) => one.unitId === 'c01')).toBe(true);
  const { id, from, to, type } = flashPeriod(asked, day('2020-05-14'), '');
  const change = await sent(await aPhone(server, 'c01'), { ...quarter('c01'), periodId: id, type, from, to });
  const flash = await boardOf(province, `?period=${id}`);
  expect(flash.periods.map((one) => one.label)).toContain('14/5/2020');
  expect(flash.reports.map((one) => [one.recordId, one.title])).toEqual([[change.recordId, '14/5/2020']]);
  expect(flash.missing).toEqual([]);
});

describe('one report', () => {
  it('each number leads to the activities that were counted, in the edition that was read; what came in later stands apart', async () => {
    const phone = await aPhone(server, 'c01');
    const counted = aChange({ body: anActivity({ heldOn: '2020-02-10', title: 'Thăm hỏi đầu xuân' }) });
    await phone.exchange([counted]);
    const activity = Activity.parse(counted.body);
    const found = computeFor('c01', '2020-q1', [{ recordId: counted.recordId, edition: 1, state: 'approved', unitId: phone.activation.unit.id, title: activity.title, activity }]);
    const change = await sent(phone, reportOf('c01', '2020-q1', found.indicators, { activities: Object.fromEntries(found.sources) }));
    const late = aChange({ body: anActivity({ heldOn: '2020-03-01', title: 'Gửi muộn' }) });
    const edited = aChange({ recordId: counted.recordId, base: { edition: 1 }, body: anActivity({ heldOn: '2020-02-10', title: 'Thăm hỏi, tên mới' }) });
    await phone.exchange([late, edited]);

    const detail = await detailOf(province, change.recordId);
    expect(detail.sources).toEqual([{ recordId: counted.recordId, kind: 'activity', title: 'Thăm hỏi đầu xuân', heldOn: '2020-02-10', state: 'received', edition: 1, nowEdition: 2 }]);
    const [code] = [...found.indicators.values()].filter((one) => one.sources.length > 0).map((one) => one.code);
    expect(detail.sourcesOf[code ?? '']).toEqual([counted.recordId]);
    expect(detail.late.map((one) => one.title)).toEqual(['Gửi muộn']);
    expect(detail.indicators.length).toBe(Object.keys(detail.editions.at(-1)?.body.lines ?? {}).length);
    expect([detail.mayDecide, detail.decided]).toEqual([true, false]);
  });

  it('what the officer was asked and answered with “đúng” is shown to the reviewer', async () => {
    const report = quarter('c01', { sections: { situation: '', assessment: 'Tốt.', direction: 'Tiếp tục.', proposal: '' }, confirmed: ['section-empty:situation'] });
    const change = await sent(await aPhone(server, 'c01'), report);
    expect((await detailOf(province, change.recordId)).confirmed).toEqual([{ id: 'section-empty:situation', kind: 'section-empty', field: 'situation', blanks: {} }]);
  });

  it('is returned at its lines and paragraphs, comes back changed, and the approval binds to the edition that was read', async () => {
    const phone = await aPhone(server, 'c01');
    const first = await sent(phone, quarter('c01'));
    const remarks = [{ field: 'I1.05', text: 'Số liệu chưa khớp' }, { field: 'tasks.1', text: 'Viết chưa rõ' }];
    const returned = await province.post('/api/desk/reviews', { recordId: first.recordId, edition: 1, decision: 'returned', remarks, dueOn: '2020-05-20' });
    expect(returned.status).toBe(200);
    expect((await boardOf(province)).reports[0]).toMatchObject({ state: 'returned', lastReview: { edition: 1, decision: 'returned' } });
    await sent(phone, corrected(quarter('c01'), 'I1.05', 2, 'Ghi sót'), { recordId: first.recordId, base: { edition: 1 } });
    const detail = await detailOf(province, first.recordId);
    expect([detail.item.state, detail.editions.map((one) => one.body.lines['I1.05']?.value), detail.reviews[0]?.remarks]).toEqual(['received', [0, 2], remarks]);
    expect(await codeOf(await approve(province, first))).toBe('review-stale');
  });

  it('an activity is none: its id opens no report', async () => {
    const { items } = DeskList.parse(await (await province.get('/api/desk/activities')).json());
    expect((await province.get(`/api/desk/reports/${items[0]?.recordId}`)).status).toBe(404);
  });
});

describe('adding up', () => {
  it('takes approved reports only, names who gave what, and names who is not in the sum', async () => {
    const upper = await aReviewer(server, 'u07');
    const before = await rollUpOf(upper);
    const below = before.missing.map((one) => one.unitId);
    expect(below).toEqual(expect.arrayContaining(['c01', 'c02']));
    const one = await sent(await aPhone(server, 'c01'), corrected(quarter('c01'), 'I1.05', 2, 'Ghi sót'));
    const next = await sent(await aPhone(server, 'c02'), corrected(quarter('c02'), 'I1.05', 3, 'Ghi sót'));
    expect((await approve(upper, one)).status).toBe(200);
    const half = await rollUpOf(upper);
    expect(half.lines.find((line) => line.code === 'I1.05')).toMatchObject({ value: 2, from: [{ unitId: 'c01', value: 2 }] });
    expect(half.missing.find((each) => each.unitId === 'c02')).toMatchObject({ recordId: next.recordId, state: 'received' });
    expect((await approve(upper, next)).status).toBe(200);
    const whole = await rollUpOf(upper);
    expect(whole.lines.find((line) => line.code === 'I1.05')).toMatchObject({ value: 5, from: [{ unitId: 'c01', value: 2 }, { unitId: 'c02', value: 3 }] });
    expect(whole.added.map((each) => each.unitId)).toEqual(['c01', 'c02']);
    expect(whole.missing.map((each) => each.unitId)).toEqual(below.filter((id) => id !== 'c01' && id !== 'c02'));
    // The province may look into the sum of an upper union; what is above it may not be asked for.
    expect((await rollUpOf(province, '?unit=u07')).lines).toEqual(whole.lines);
    expect(await codeOf(await upper.get('/api/desk/roll-up?unit=p01'))).toBe('not-allowed');
  });

  it('a report that was approved and then sent again changed leaves the sum until it is approved again', async () => {
    const upper = await aReviewer(server, 'u07');
    const phone = await aPhone(server, 'c01');
    const change = await sent(phone, corrected(quarter('c01'), 'I1.05', 2, 'Ghi sót'));
    await approve(upper, change);
    await sent(phone, corrected(quarter('c01'), 'I1.05', 9, 'Ghi sót'), { recordId: change.recordId, base: { edition: 1 } });
    const rolled = await rollUpOf(upper);
    expect(rolled.lines.find((line) => line.code === 'I1.05')?.value).toBe(0);
    expect(rolled.missing.some((each) => each.unitId === 'c01')).toBe(true);
  });

  it('of its own reports an upper union counts what was owed, in time and returned', async () => {
    const upper = await aReviewer(server, 'u07');
    const half = async () => (await rollUpOf(upper, '?period=2020-h1')).lines.filter((line) => line.code.startsWith('IC.0')).map(({ code, own }) => [code, own]);
    expect(await half()).toEqual([['IC.01', 0], ['IC.02', 1], ['IC.03', 0], ['IC.04', 0]]);
    const phone = await aPhone(server, 'u07');
    const change = await sent(phone, quarter('u07'), { savedAt: instantOf(Date.parse('2020-03-19T02:00:00Z')) });
    await province.post('/api/desk/reviews', { recordId: change.recordId, edition: 1, decision: 'returned', remarks: [{ field: 'I1.05', text: 'Số liệu chưa khớp' }], dueOn: null });
    expect(await half()).toEqual([['IC.01', 0], ['IC.02', 1], ['IC.03', 1], ['IC.04', 1]]);
  });
});

describe('a sum that was sent', () => {
  it('still shows a report of its that was opened again and then cancelled, as gone', async () => {
    const upper = await aReviewer(server, 'u07');
    const unit = await aPhone(server, 'c01');
    const one = await sent(unit, quarter('c01'));
    await approve(upper, one);
    const sum = await sent(await aPhone(server, 'u07'), quarter('u07', { reports: { [one.recordId]: 1 }, missing: ['c02', 'c03', 'c04'] as Report['missing'] }));
    expect((await upper.post('/api/desk/unlocks', { recordId: one.recordId, edition: 1, reason: 'Đơn vị gửi nhầm kỳ' })).status).toBe(200);
    const cancel = aChange({ scope: 'c01', recordId: one.recordId, kind: 'void', base: { changeId: one.changeId }, body: { reason: 'Gửi nhầm kỳ' } });
    const before = (await detailOf(province, one.recordId)).item;
    expect((await unit.exchange([cancel])).codes[0]).toMatchObject({ code: 'ok' });
    // Handed in when it was handed in, whenever it was taken back.
    expect((await detailOf(province, one.recordId)).item).toMatchObject({ sentAt: before.sentAt, daysLate: before.daysLate });
    expect((await detailOf(province, sum.recordId)).below[0]).toMatchObject({ unitId: 'c01', recordId: one.recordId, place: 'gone', state: 'void' });
  });

  it('is read with its units, their corrections and what came after it; what it holds says so in the list', async () => {
    const upper = await aReviewer(server, 'u07');
    const one = await sent(await aPhone(server, 'c01'), corrected(quarter('c01'), 'I1.05', 2, 'Ghi sót'));
    const next = await sent(await aPhone(server, 'c02'), quarter('c02'));
    await approve(upper, one);
    const phone = await aPhone(server, 'u07');
    const made = corrected(quarter('u07', { reports: { [one.recordId]: 1 }, missing: ['c02', 'c03', 'c04'] as Report['missing'] }), 'I1.05', 3, 'Một hội nghị của huyện');
    const sum = await sent(phone, { ...made, lines: { ...made.lines, 'I1.05': { computed: 2, value: 3, reason: 'Một hội nghị của huyện' } } });
    await approve(upper, next);

    const detail = await detailOf(province, sum.recordId);
    expect(detail.below.map((unit) => [unit.unitId, unit.place, unit.state])).toEqual([['c01', 'added', 'approved'], ['c02', 'late', 'approved'], ['c03', 'out', null], ['c04', 'out', null]]);
    expect(detail.givenBy['I1.05']).toEqual([{ unitId: 'c01', unitName: expect.stringContaining('Huổi Sang') as string, recordId: one.recordId, value: 2, correctedFrom: 0, reason: 'Ghi sót' }]);
    const locked = (await boardOf(province)).reports.map((report) => [report.unitId, report.isLocked]);
    expect(locked).toEqual(expect.arrayContaining([['c01', true], ['c02', false], ['u07', false]]));
    expect((await detailOf(province, one.recordId)).below).toEqual([]);

    await approve(province, sum);
    const whole = await rollUpOf(province);
    expect(whole.added).toEqual([expect.objectContaining({ unitId: 'u07', without: expect.arrayContaining([expect.stringContaining('Nậm Pha')]) as unknown })]);
    expect(whole.lines.find((line) => line.code === 'I1.05')).toMatchObject({ value: 3, from: [{ unitId: 'u07', value: 3, correctedFrom: 2, reason: 'Một hội nghị của huyện' }] });
  });
});

describe('a report that an upper union has added up', () => {
  async function summed(): Promise<{ change: Change; phone: Phone }> {
    const phone = await aPhone(server, 'c01');
    const change = await sent(phone, quarter('c01'));
    await approve(province, change);
    await sent(await aPhone(server, 'u07'), quarter('u07', { reports: { [change.recordId]: 1 } }));
    return { change, phone };
  }
  const mend = (change: Change): Change => aChange({ ...change, changeId: aChange({}).changeId, base: { changeId: change.changeId }, body: quarter('c01', { tasks: { '2': 'Chăm lo Tết.' } }) });
  const unlock = (reviewer: Reviewer, change: Change, reason = 'Đơn vị gửi bổ sung một hoạt động') => reviewer.post('/api/desk/unlocks', { recordId: change.recordId, edition: 1, reason });

  it('says by whom, stands still, and is opened by the province or the direct upper union with a reason that the unit reads', async () => {
    const { change, phone } = await summed();
    expect(await detailOf(province, change.recordId)).toMatchObject({ lock: { isLocked: true, byUnitName: 'LĐLĐ huyện Mường Nhé' }, mayUnlock: true });
    expect((await phone.exchange([mend(change)])).codes).toMatchObject([{ code: 'returned', problems: [{ code: 'report-locked' }] }]);
    for (const [reason, code] of [[' ', 'reason-missing'], ['Theo lời đồng chí Lò Văn Pâng.', 'text-names-person']] as const) expect(await codeOf(await unlock(province, change, reason))).toBe(code);
    const upper = await aReviewer(server, 'u07');
    expect((await unlock(upper, change)).status).toBe(200);
    expect(await detailOf(province, change.recordId)).toMatchObject({ lock: { isLocked: false, reason: 'Đơn vị gửi bổ sung một hoạt động' }, mayUnlock: false });
    expect((await phone.exchange([mend(change)])).codes).toMatchObject([{ code: 'ok', edition: 2 }]);
  });

  it('is opened once, by nobody of another district, and one that is not locked not at all', async () => {
    const { change } = await summed();
    expect((await unlock(await aReviewer(server, 'u08'), change)).status).toBe(404);
    expect((await unlock(province, change)).status).toBe(200);
    expect(await codeOf(await unlock(province, change))).toBe('review-stale');
    const free = await sent(await aPhone(server, 'c02'), quarter('c02'));
    expect(await codeOf(await unlock(province, free))).toBe('review-stale');
  });
});
