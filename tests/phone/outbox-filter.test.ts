import { expect, test } from 'vitest';
import type { RequirementId, TaskId } from '../../src/domain/id.ts';
import type { RecordState } from '../../src/domain/record-state.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { inOutbox, isNarrowed, ofCurrentYear, outboxAddress, outboxStates, parseOutboxFilter, wholeOutbox, wordState, yearsIn } from '../../src/phone/outbox-filter.ts';
import type { OutboxFilter } from '../../src/phone/outbox-filter.ts';
import type { RecordView } from '../../src/phone/record-view.ts';
import { recordsByRequirement } from '../../src/phone/requirement-records.ts';
import { anActivity } from '../make/record.ts';

interface Written { id?: string; heldOn?: string; requirementId?: string; also?: readonly string[]; state?: RecordState; cancelled?: boolean; readable?: boolean; rechecking?: boolean }

function view({ id = 'r1', heldOn = '2020-05-15', requirementId = '2.5', also = [], state = 'received', cancelled = false, readable = true, rechecking = false }: Written = {}): RecordView {
  const activity = anActivity({ heldOn: heldOn as LocalDate, requirementId: requirementId as RequirementId, alsoRequirementIds: also as RequirementId[] });
  return {
    recordId: id, activity: readable ? activity : null, standing: { state, qualifier: 'plain' }, rechecking, cancelReason: cancelled ? 'ghi nhầm' : null, isCancelled: cancelled,
  } as Partial<RecordView> as RecordView;
}

function filter(over: Partial<OutboxFilter>): OutboxFilter {
  return { ...wholeOutbox, ...over };
}

test.each<Partial<OutboxFilter>>([
  {}, { year: 2020 }, { taskId: 'C' as TaskId }, { state: 'da-duyet' }, { query: 'Mường Nhé & Co + 1' },
  { year: 2019, taskId: '4' as TaskId, state: 'can-bo-sung', query: 'tết' },
])('what is chosen stands in the address and comes back from it: %o', (chosen) => {
  const address = outboxAddress(filter(chosen));
  expect(parseOutboxFilter(new URLSearchParams(address.split('?')[1] ?? ''))).toEqual(filter(chosen));
  expect(isNarrowed(filter(chosen))).toBe(Object.keys(chosen).length > 0);
});

test('an address that says nonsense narrows nothing', () => {
  expect(parseOutboxFilter(new URLSearchParams('nam=20200&nhiem-vu=99&trang-thai=x&khac=1'))).toEqual(wholeOutbox);
});

test('December belongs to the next working year', () => {
  expect(inOutbox(view({ heldOn: '2019-12-05' }), filter({ year: 2020 }), null)).toBe(true);
  expect(inOutbox(view({ heldOn: '2020-12-05' }), filter({ year: 2020 }), null)).toBe(false);
  expect(yearsIn([view({ heldOn: '2019-12-05' }), view({ heldOn: '2020-12-05' }), view({ heldOn: '2020-01-05' })])).toEqual([2021, 2020]);
});

test('a task is found by its own and by its further requirements', () => {
  expect(inOutbox(view({ also: ['4.5'] }), filter({ taskId: '4' as TaskId }), null)).toBe(true);
  expect(inOutbox(view(), filter({ taskId: '4' as TaskId }), null)).toBe(false);
});

test('what is on its way counts as waiting; what is looked up again is in no state', () => {
  expect(inOutbox(view({ state: 'sending' }), filter({ state: 'cho-gui' }), null)).toBe(true);
  expect(inOutbox(view({ state: 'send_error' }), filter({ state: 'cho-gui' }), null)).toBe(false);
  expect(inOutbox(view({ state: 'queued', rechecking: true }), filter({ state: 'cho-gui' }), null)).toBe(false);
  expect(new Set(outboxStates.map(wordState)).size).toBe(outboxStates.length);
});

test('what cannot be read is listed until the list is narrowed by day or task', () => {
  expect(inOutbox(view({ readable: false }), wholeOutbox, null)).toBe(true);
  expect(inOutbox(view({ readable: false }), filter({ year: 2020 }), null)).toBe(false);
});

test('with words, only what they find', () => {
  expect(inOutbox(view({ id: 'r1' }), filter({ query: 'x' }), new Set(['r1']))).toBe(true);
  expect(inOutbox(view({ id: 'r2' }), filter({ query: 'x' }), new Set(['r1']))).toBe(false);
});

test('a requirement shows its records, the latest held first; cancelled ones count nowhere', () => {
  const found = recordsByRequirement([
    view({ id: 'r1', heldOn: '2020-02-03' }), view({ id: 'r2', heldOn: '2020-05-19', also: ['4.5', '2.5'] }), view({ id: 'r3', cancelled: true }), view({ id: 'r4', readable: false }),
  ]);
  expect(found.get('2.5' as RequirementId)?.map(({ recordId }) => recordId)).toEqual(['r2', 'r1']);
  expect(found.get('4.5' as RequirementId)?.map(({ recordId }) => recordId)).toEqual(['r2']);
  expect(found.size).toBe(2);
});

test('records of earlier years stand aside with their count, and what waits for a hand never does', () => {
  const all = [
    view({ id: 'now' }), view({ id: 'old', heldOn: '2019-05-15' }), view({ id: 'older', heldOn: '2018-05-15', state: 'approved' }),
    view({ id: 'unsent', heldOn: '2019-05-15', state: 'queued' }), view({ id: 'returned', heldOn: '2019-05-15', state: 'returned' }),
    view({ id: 'asked', heldOn: '2019-05-15', rechecking: true, state: 'queued' }), view({ id: 'unreadable', readable: false }),
    view({ id: 'next', heldOn: '2020-12-15' }),
  ];
  const { shown, aside } = ofCurrentYear(all, 2020);
  expect(shown.map(({ recordId }) => recordId)).toEqual(['now', 'unsent', 'returned', 'asked', 'unreadable', 'next']);
  expect(aside).toEqual([{ year: 2019, count: 1 }, { year: 2018, count: 1 }]);
});

test('a work programme is found by its year, and under the closing part that asks for it', () => {
  const programme = { ...view({ readable: false }), programme: { workingYear: 2020, body: {} } };
  const found = (over: Partial<OutboxFilter>) => inOutbox(programme, filter(over), null);
  expect([found({ year: 2020 }), found({ year: 2019 }), found({ taskId: 'C' as TaskId }), found({ taskId: '4' as TaskId })]).toEqual([true, false, true, false]);
});
