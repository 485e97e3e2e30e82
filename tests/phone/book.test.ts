import { expect, test } from 'vitest';
import { dueList } from '../../src/domain/due-list.ts';
import type { RecordId } from '../../src/domain/id.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { bookKeeper, bookOf, countsOf } from '../../src/phone/book.ts';
import { besideToday, dueFactsOf, shortUnitName, taskRecordsOf } from '../../src/phone/due-facts.ts';
import { bookData } from '../make/book.ts';
import { aMirrorRecord, aRecordId, aReview, anEntry, firstEpoch, okay, secondEpoch, settled } from '../make/record.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';

const now = Date.parse('2020-05-15T09:00:00.000Z');
const data = bookData;

test('[kO2] the counts come from the stores: a new save waits, whatever the last sync said', () => {
  const book = bookOf(data({ entries: [anEntry()] }), now, new Set());
  expect(countsOf(book)).toMatchObject({ waiting: 1, stuck: 0, sending: 0 });
});

test('a record that is in both stores is listed once', () => {
  const book = bookOf(data({ entries: [settled(anEntry(), okay())], records: [aMirrorRecord()] }), now, new Set());
  expect(book.views).toHaveLength(1);
  expect(countsOf(book).waiting).toBe(0);
});

test('what is stuck for good is counted apart, and a lost leave is not a fault of the record', () => {
  const refused = settled(anEntry(), { code: 'quarantined', reason: 'unit-moved' });
  expect(countsOf(bookOf(data({ entries: [refused] }), now, new Set()))).toMatchObject({ waiting: 1, stuck: 1 });
  const frozen = data({ entries: [anEntry()], notebookHead: { lineage: 'l', seq: 1, epoch: null, clockOffsetMs: null, witness: null, anchor: null, frozen: true } });
  expect(countsOf(bookOf(frozen, now, new Set()))).toMatchObject({ waiting: 1, stuck: 0 });
});

test('[L9] an unsent row that cannot be read waits and wants a hand: it is never counted as received', () => {
  expect(countsOf(bookOf(data({ unreadableCount: 2 }), now, new Set()))).toMatchObject({ waiting: 2, stuck: 2 });
});

test('a record that only an earlier life of the server told of is looked up again; nothing of it is unsent', () => {
  const book = bookOf(data({ records: [aMirrorRecord()], mirrorHead: { epoch: firstEpoch, cursors: [] }, notebookHead: { lineage: 'l', seq: 1, epoch: secondEpoch, clockOffsetMs: null, witness: null, anchor: null, frozen: false } }), now, new Set());
  expect(countsOf(book)).toMatchObject({ waiting: 0, stuck: 0, rechecking: 1, oldestWaitingAt: null });
  expect(dueFactsOf(book, aReference(), aSchoolUnit(), sampleToday, now).unsentSince).toEqual([]);
});

test('the book knows when its words will change by themselves', () => {
  const justSaved = Date.parse('2020-05-15T07:00:03.000Z');
  expect(bookOf(data({ entries: [anEntry()] }), justSaved, new Set()).nextChangeMs).toBe(justSaved + 5000);
  expect(bookOf(data({ entries: [anEntry()] }), now, new Set()).nextChangeMs).toBeNull();
});

test('a save makes one view anew: the others are the very ones of before', () => {
  const keep = bookKeeper();
  const other = '01970000-0000-7000-8000-000000000002' as RecordId;
  const sent = settled(anEntry(), okay());
  const first = keep(data({ entries: [sent], records: [aMirrorRecord()] }), now, new Set());
  const saved = anEntry({ number: 2 });
  const another = { ...saved, change: { ...saved.change, recordId: other } };
  const both = data({ entries: [sent, another] });
  const second = keep({ ...both, records: data({ records: [aMirrorRecord()] }).records }, now, new Set());
  expect(second.views).toHaveLength(2);
  expect(second.views.find((view) => view.recordId === other)?.standing.state).toBe('queued');
  // The mirror's record was read anew there, so the view was made anew; with the same objects it is the same.
  const records = data({ records: [aMirrorRecord()] }).records;
  const third = keep({ ...both, records }, now, new Set());
  const fourth = keep({ ...both, records }, now, new Set());
  const viewOf = (book: typeof first, recordId: RecordId): unknown => book.views.find((view) => view.recordId === recordId);
  expect(viewOf(fourth, aRecordId)).toBe(viewOf(third, aRecordId));
  // What waits is looked at each time: its undo window runs by the clock.
  expect(viewOf(fourth, other)).not.toBe(viewOf(third, other));
});

test('[L15] a new life of the server reaches every view, touched or not', () => {
  const keep = bookKeeper();
  const sent = data({ entries: [settled(anEntry(), okay())] });
  expect(keep(sent, now, new Set()).views[0]?.standing.state).toBe('received');
  const later = keep({ ...sent, notebookHead: { ...sent.notebookHead, epoch: secondEpoch } }, now, new Set());
  expect(later.views[0]?.standing.state).toBe('queued');
});

test('home lists the returned record first, with its one field and its deadline, then the near occasion', () => {
  const book = bookOf(data({ records: [aMirrorRecord({ review: aReview() })] }), now, new Set());
  const items = dueList(dueFactsOf(book, aReference(), aSchoolUnit(), sampleToday, now));
  expect(items[0]).toMatchObject({ kind: 'returned', fields: ['attendances'], dueOn: '2020-05-18', returnedOn: '2020-05-15' });
  expect(items[1]).toMatchObject({ kind: 'report', report: { state: 'late' } });
  expect(items.find((item) => item.kind === 'occasion')).toMatchObject({ kind: 'occasion', occasionId: 'e0519', inDays: 4 });
});

test('the nine tasks see what a record names, main and further', () => {
  const book = bookOf(data({ entries: [anEntry()] }), now, new Set());
  expect(taskRecordsOf(book, 2020)).toEqual([{ requirementIds: ['2.5'], state: 'queued' }]);
});

test('in the sample mode yesterday of the real clock is yesterday beside the working day', () => {
  const day = (text: string): LocalDate => text as LocalDate;
  expect(besideToday(day('2026-11-22'), sampleToday, day('2026-11-23'))).toBe('2020-05-14');
  expect(besideToday(day('2026-11-23'), sampleToday, day('2026-11-23'))).toBe('2020-05-15');
  expect(besideToday(day('2020-05-13'), sampleToday, day('2026-11-23'))).toBe('2020-05-13');
  // A phone whose clock ran ahead does not make things of tomorrow.
  expect(besideToday(day('2026-12-01'), sampleToday, day('2026-11-23'))).toBe('2020-05-15');
});

test('home names who returned a record: the province in one word, every other union by its name', () => {
  expect(['LĐLĐ tỉnh', 'LĐLĐ tỉnh Điện Biên'].map(shortUnitName)).toEqual(['Tỉnh', 'Tỉnh']);
  expect(['LĐLĐ huyện Điện Biên', 'CĐ ngành Giáo dục tỉnh'].map(shortUnitName)).toEqual(['LĐLĐ huyện Điện Biên', 'CĐ ngành Giáo dục tỉnh']);
});
