import { describe, expect, test } from 'vitest';
import type { RecordBelow } from '../../src/device/mirror.ts';
import type { RecordId, UnitId } from '../../src/domain/id.ts';
import { reportRecordId } from '../../src/domain/report.ts';
import { programmeFieldsOf } from '../../src/domain/programme-fields.ts';
import type { ItemKey } from '../../src/domain/programme.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Review } from '../../src/domain/review.ts';
import type { ReviewSlip } from '../../src/domain/review-slip.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import type { Below } from '../../src/phone/below.ts';
import { belowProgramme } from '../../src/phone/below-programme.ts';
import { belowReport } from '../../src/phone/below-report.ts';
import { bookOf, countsOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { lostReason } from '../../src/phone/lost-reason.ts';
import { flagsOf, neighbours, oldestDays, photoUse, reviewItem, reviewQueue, slipsOf } from '../../src/phone/review-view.ts';
import type { ReviewItem } from '../../src/phone/review-view.ts';
import { reasonsOf, returnFields } from '../../src/phone/screens/review/return-fields.ts';
import type { ReviewDesk } from '../../src/phone/screens/review/use-review.ts';
import { unitsBelow } from '../../src/phone/units-below.ts';
import { waitsForUnit } from '../../src/phone/waits-for-unit.ts';
import { bodySum } from '../../src/sync/edition.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import type { JournalEntry } from '../../src/sync/ports.ts';
import type { Verdict } from '../../src/sync/protocol.ts';
import { bookData } from '../make/book.ts';
import { aProgramme } from '../make/programme.ts';
import { aChangeId, aMirrorRecord, aReview, anActivity, anEntry, okay, settled } from '../make/record.ts';
import { aReference, sampleToday } from '../make/reference.ts';
import { computeFor, reportOf, unit } from '../make/report.ts';

const nowMs = Date.parse('2020-05-15T09:00:00.000Z');
const idOf = (number: number): RecordId => `01970000-0000-7000-8000-${String(number).padStart(12, '0')}` as RecordId;

interface Told { number: number; unitId?: string; kind?: string; body?: unknown; edition?: number; receivedAt?: string; review?: Review | null; over?: Partial<MirrorRecord>; voided?: { reason: string } }

function told({ number, unitId = 'c01', kind = 'activity', body = anActivity(), edition = 1, receivedAt = '2020-05-14T02:00:00.000Z', review = null, over = {}, voided }: Told): RecordBelow {
  const record = aMirrorRecord({ number, edition });
  const recordId = idOf(number);
  return {
    unitId: unitId as UnitId,
    record: {
      ...record,
      current: {
        ...record.current, recordId, recordKind: kind, body: body as MirrorRecord['current']['body'], receipt: { ...record.current.receipt, receivedAt: receivedAt as Instant },
        ...(voided ? { voided } : {}),
      },
      review: review && { ...review, recordId }, reviews: review ? [{ ...review, recordId }] : [], ...over,
    },
  };
}

function below(...records: RecordBelow[]): Below {
  return { units: ['c01', 'c02', 'c03', 'c04'].map(unit), records: new Map(records.map((one) => [one.record.current.recordId, one])) };
}

/** A decision in the notebook of the reviewer's phone. */
function aSlip({ record: { current }, unitId }: RecordBelow, over: Partial<ReviewSlip> & { number?: number } = {}, verdict: Verdict | null = null): JournalEntry {
  const { number = 50, ...rest } = over;
  const slip: ReviewSlip = {
    recordId: current.recordId, unitId, edition: current.edition, changeId: current.changeId, sum: bodySum(current.body), decision: 'approved', remarks: [], dueOn: null, reason: '', ...rest,
  };
  const entry = anEntry({ number });
  const own = { ...entry, change: { ...entry.change, recordId: idOf(number), scope: 'u07' as UnitId, kind: 'review-slip', body: { ...slip } } };
  return verdict ? settled(own, verdict) : own;
}

const bookWith = (...entries: JournalEntry[]): Book => bookOf(bookData({ entries }), nowMs, new Set());
const item = (one: RecordBelow, book = bookWith()): ReviewItem => {
  const found = reviewItem(one, slipsOf(book));
  if (!found) throw new Error('nobody decides on it');
  return found;
};

describe('what waits for a reviewer', () => {
  test('the oldest comes first, and what is decided, cancelled or itself a decision does not wait', () => {
    const young = told({ number: 2, receivedAt: '2020-05-15T02:00:00.000Z' });
    const old = told({ number: 1, receivedAt: '2020-05-13T02:00:00.000Z' });
    const approved = told({ number: 3, review: aReview({ decision: 'approved' }) });
    const gone = told({ number: 4, voided: { reason: 'Ghi nhầm' } });
    const slip = told({ number: 5, kind: 'review-slip', body: { decision: 'approved' } });
    const stranger = told({ number: 6, unitId: 'c09' });
    const queue = reviewQueue(below(young, old, approved, gone, slip, stranger), bookWith(), nowMs);
    expect(queue.waiting.map(({ recordId }) => recordId)).toEqual([idOf(1), idOf(2)]);
    expect(oldestDays(queue, sampleToday, nowMs)).toBe(2);
    expect(reviewItem(slip, new Map())).toBeNull();
  });

  test('a record of a kind that this version does not know is listed apart from them, without a crash', () => {
    const queue = reviewQueue(below(told({ number: 1, kind: 'poll', body: { question: 1 } })), bookWith(), nowMs);
    expect(queue.elsewhere).toHaveLength(1);
    expect(queue.elsewhere[0]?.view).toMatchObject({ activity: null, report: null });
  });

  test('a record decided on this phone waits no longer, and says that its decision is still to be sent', () => {
    const one = told({ number: 1 });
    const book = bookWith(aSlip(one));
    const queue = reviewQueue(below(one), book, nowMs);
    expect(queue.waiting).toEqual([]);
    expect(queue.decidedHere[0]?.state).toMatchObject({ kind: 'decided-here', slip: { standing: { state: 'queued' } } });
    // It is counted as everything that waits on the phone, and is none of the unreadable.
    expect(countsOf(book)).toMatchObject({ waiting: 1, stuck: 0, returned: 0 });
    expect(book.unreadableCount).toBe(0);
    expect(book.views[0]).toMatchObject({ activity: null, report: null, slip: { decision: 'approved' } });
  });

  test('a decision that the province has put off because it does not hold the words waits for the unit, and no other does', () => {
    const one = told({ number: 1, edition: 2 });
    const older = { ...one.record, current: { ...one.record.current, edition: 1 } };
    const viewOf = (over: Partial<JournalEntry>) => bookWith({ ...aSlip(one), ...over }).views[0] as NonNullable<ReturnType<typeof bookWith>['views'][0]>;
    const putOff = viewOf({ putOffCount: 1, offeredAtMs: 5 });
    expect([waitsForUnit(putOff, null), waitsForUnit(putOff, older), waitsForUnit(putOff, one.record)]).toEqual([true, true, false]);
    expect(waitsForUnit(viewOf({}), null)).toBe(false);
    expect(waitsForUnit(viewOf(settled(aSlip(one), okay())), null)).toBe(false);
  });

  test('a decision on an earlier edition does not stand for the newer one', () => {
    const before = told({ number: 1 });
    const after = told({ number: 1, edition: 2, over: {} });
    const mended: RecordBelow = { ...after, record: { ...after.record, current: { ...after.record.current, changeId: aChangeId(9) } } };
    expect(item(mended, bookWith(aSlip(before))).state.kind).toBe('waiting');
  });

  test('where somebody was first, the word of the province stands, and the reviewer is told who it was', () => {
    const one = told({ number: 1, review: aReview({ decision: 'approved', byUnitName: 'LĐLĐ tỉnh' }) });
    const book = bookWith(aSlip(one, {}, { code: 'conflict', edition: 1 }));
    const found = item(one, book);
    expect(found.state).toMatchObject({ kind: 'decided', review: { byUnitName: 'LĐLĐ tỉnh' } });
    expect(found.lost?.standing).toEqual({ state: 'replaced', qualifier: 'not-counted' });
    expect(found.lost && lostReason(found.lost, one.record)).toBe('decided-before');
    expect(reviewQueue(below(one), book, nowMs).lost).toHaveLength(1);
    // Nothing of it asks for a hand in Sổ gửi or on home.
    expect(countsOf(book)).toMatchObject({ waiting: 0, stuck: 0, returned: 0 });
  });

  test('where the unit has sent a newer edition, the record waits again, and says that the decision was not counted', () => {
    const before = told({ number: 1 });
    const newer = told({ number: 1, edition: 2 });
    const book = bookWith(aSlip(before, {}, { code: 'conflict', edition: 2 }));
    const found = item(newer, book);
    expect(found.state.kind).toBe('waiting');
    expect(found.lost && lostReason(found.lost, newer.record)).toBe('newer-edition');
    expect(flagsOf(found, { unit: unit('c01'), today: sampleToday, photos: new Map() })).toContain('not-counted');
  });

  test('a decision that a rule refused, or of a unit that reports elsewhere now, says why and leaves the record waiting', () => {
    const one = told({ number: 1 });
    const refused = item(one, bookWith(aSlip(one, { decision: 'returned' }, { code: 'returned', problems: [{ code: 'text-names-person', field: 'title' }] })));
    expect(refused.state.kind).toBe('waiting');
    expect(refused.lost && lostReason(refused.lost, one.record)).toBe('refused');
    expect(refused.lost?.problems).toHaveLength(1);
    const elsewhere = bookWith(aSlip(one, {}, { code: 'quarantined', reason: 'unit-moved' }));
    const moved = item(one, elsewhere);
    // It is history: nothing of it can be sent again.
    expect(countsOf(elsewhere)).toMatchObject({ waiting: 0, stuck: 0 });
    expect(moved.lost && lostReason(moved.lost, one.record)).toBe('not-below');
  });

  test('a year’s programme waits like a report; one that a later version wrote in a shape of its own is listed apart', () => {
    const later = { ...aProgramme(), items: [] };
    const queue = reviewQueue(below(told({ number: 1, kind: 'programme', body: aProgramme() }), told({ number: 2, kind: 'programme', body: later })), bookWith(), nowMs);
    expect(queue.waiting.map(({ recordId, programme }) => [recordId, programme?.workingYear])).toEqual([[idOf(1), 2020]]);
    expect(queue.elsewhere.map(({ recordId }) => recordId)).toEqual([idOf(2)]);
  });

  test('what this phone cannot decide is listed apart, and is not counted among what waits', () => {
    const queue = reviewQueue(below(told({ number: 1 }), told({ number: 2, kind: 'programme', body: {} })), bookWith(), nowMs);
    expect(queue.waiting.map(({ recordId }) => recordId)).toEqual([idOf(1)]);
    expect(queue.elsewhere.map(({ recordId }) => recordId)).toEqual([idOf(2)]);
  });

  test('after the province has the decision, and before it is read back, the record does not wait again', () => {
    const one = told({ number: 1 });
    expect(item(one, bookWith(aSlip(one, {}, okay()))).state).toMatchObject({ kind: 'decided-here', slip: { standing: { state: 'received' } } });
  });

  test('from one record the way leads to the next one that waits, also after it was decided', () => {
    const all = [1, 2, 3].map((number) => told({ number, receivedAt: `2020-05-1${number}T02:00:00.000Z` }));
    const queue = reviewQueue(below(...all), bookWith(aSlip(all[1] as RecordBelow)), nowMs);
    const middle = queue.decidedHere[0] as ReviewItem;
    expect(neighbours(queue, middle)).toEqual({ before: idOf(1), next: idOf(3) });
    expect(neighbours(queue, queue.waiting[0] as ReviewItem)).toEqual({ before: null, next: idOf(3) });
  });
});

describe('what deserves a look before the decision', () => {
  const flags = (body: ReturnType<typeof anActivity>, records: RecordBelow[] = []) => {
    const one = told({ number: 1, body });
    return flagsOf(item(one), { unit: unit('c01'), today: sampleToday, photos: photoUse(below(one, ...records).records) });
  };
  const hash = 'a'.repeat(64) as never;
  const photo = { hash, byteCount: 9, width: 1, height: 1 };

  test('more people than the unit has members, but not the sum of several meetings', () => {
    const members = unit('c01').memberCount ?? 0;
    expect(flags(anActivity({ figures: { attendances: members + 1 } }))).toEqual(['over-members']);
    expect(flags(anActivity({ figures: { attendances: members * 3, sessions: 3 } }))).toEqual([]);
  });

  test('a picture that another record of the same unit shows; of another unit, or of a cancelled record, it is none', () => {
    const shown = anActivity({ figures: {}, photos: [photo] });
    expect(flags(shown, [told({ number: 2, body: anActivity({ photos: [photo] }) })])).toEqual(['same-photo']);
    expect(flags(shown, [told({ number: 2, unitId: 'c02', body: anActivity({ photos: [photo] }) })])).toEqual([]);
    expect(flags(shown, [told({ number: 2, body: anActivity({ photos: [photo] }), voided: { reason: 'Ghi nhầm' } })])).toEqual([]);
  });

  test('a day that has not come, and what the officer answered with “đúng”', () => {
    expect(flags(anActivity({ figures: {}, heldOn: '2020-06-01' as LocalDate, confirmed: ['w-members'] }))).toEqual(['future', 'confirmed']);
  });

  test('what came back after a return', () => {
    const mended = told({ number: 1, edition: 2, body: anActivity({ figures: {} }), review: aReview({ edition: 1 }) });
    expect(flagsOf(item(mended), { unit: unit('c01'), today: sampleToday, photos: new Map() })).toEqual(['mended']);
  });
});

describe('a programme of a unit below', () => {
  const meeting = { requirementId: null, title: 'Gặp mặt đầu xuân', months: { from: 1, to: 1 }, responsible: '', isKept: true };
  const programme = { ...aProgramme('c02', { own0a1b2c3d: meeting }), confirmed: { 'role-missing': true, 'w-gone': true } } as const;
  const read = (...records: RecordBelow[]) => belowProgramme(programme, 'c02' as UnitId, { below: below(...records), reference: aReference(), unit: unit('c02'), today: sampleToday });

  test('its officer’s answers deserve a look, and an answer that cannot be asked again is told', () => {
    const one = told({ number: 1, unitId: 'c02', kind: 'programme', body: programme });
    expect(flagsOf(item(one), { unit: unit('c02'), today: sampleToday, photos: new Map() })).toEqual(['confirmed']);
    expect(read().confirmed.map(({ id }) => id)).toEqual(['role-missing']);
    expect(read().confirmedAwayCount).toBe(1);
  });

  test('an item is moved by the unit’s own records of that year; a returned, a cancelled and another unit’s move none', () => {
    const spring = anActivity({ heldOn: '2020-01-20' as LocalDate, title: 'Gặp mặt đầu xuân ở điểm trường' });
    const moved = read(
      told({ number: 1, unitId: 'c02', body: spring }), told({ number: 2, unitId: 'c02', body: spring, review: aReview({ edition: 1 }) }),
      told({ number: 3, unitId: 'c02', body: spring, voided: { reason: 'Ghi nhầm' } }), told({ number: 4, unitId: 'c03', body: spring }),
      told({ number: 5, unitId: 'c02', body: { ...spring, heldOn: '2019-01-20' } }),
    ).progressOf.get('own0a1b2c3d' as ItemKey);
    expect(moved).toMatchObject({ state: 'done', deeds: [{ recordId: idOf(1), title: 'Gặp mặt đầu xuân ở điểm trường' }] });
    expect(moved?.deeds).toHaveLength(1);
    expect(read().progressOf.get('own0a1b2c3d' as ItemKey)).toMatchObject({ state: 'late', deeds: [] });
  });

  test('it may be returned at every item with the reasons of a programme, and each says its plan', () => {
    const one = item(told({ number: 1, unitId: 'c02', kind: 'programme', body: programme }));
    expect(reasonsOf(one)).toContain('month-wrong');
    const fields = returnFields(one, { reference: aReference() } as ReviewDesk, null);
    expect(fields.map(({ field }) => field)).toEqual(programmeFieldsOf(programme));
    expect(fields.find(({ field }) => field === 'items.own0a1b2c3d')).toEqual({ field: 'items.own0a1b2c3d', label: 'Gặp mặt đầu xuân', text: 'Tháng 1' });
  });
});

describe('a report of a unit below', () => {
  const report = (over: Partial<Report> = {}): Report => reportOf('c02', '2020-q1', computeFor('c02', '2020-q1', []).indicators, over);
  const visit = anActivity({ requirementId: '1.1' as never, heldOn: '2020-02-10' as LocalDate, title: 'Tuyên truyền nghị quyết', figures: { sessions: 1, attendances: 20 } });

  test('each line names its activities; one edited since, one that is away and one that came later are told', () => {
    const counted = told({ number: 1, unitId: 'c02', body: visit });
    const edited = told({ number: 2, unitId: 'c02', edition: 2, body: visit });
    const late = told({ number: 3, unitId: 'c02', body: visit });
    const found = belowReport(report({ activities: { [idOf(1)]: 1, [idOf(2)]: 1, [idOf(9)]: 1 } }), 'c02' as UnitId, { below: below(counted, edited, late), reference: aReference(), unit: unit('c02'), today: sampleToday });
    const line = [...found.sourcesOf.values()].find((sources) => sources.length === 2);
    expect(line?.map(({ recordId, isEdited }) => [recordId, isEdited])).toEqual([[idOf(1), false], [idOf(2), true]]);
    expect(found.awayCount).toBe(1);
    expect(found.late.map(({ recordId }) => recordId)).toEqual([idOf(3)]);
  });

  test('the programme of the year is a source like any other, and an answer that cannot be asked again is told', () => {
    const programme = told({ number: 1, unitId: 'c02', kind: 'programme', body: { workingYear: 2020 } });
    const found = belowReport(report({ activities: { [idOf(1)]: 1 }, confirmed: ['w-gone'] }), 'c02' as UnitId, { below: below(programme), reference: aReference(), unit: unit('c02'), today: sampleToday });
    expect(found.awayCount).toBe(0);
    expect(found.sourcesOf.get('IC.01' as never)?.map(({ recordId }) => recordId)).toEqual([idOf(1)]);
    expect(found.late).toEqual([]);
    expect(found.confirmedAwayCount).toBe(1);
  });

  test('written by an earlier list of indicators, it is read by that list; without it on the phone its lines are told to be missing', () => {
    const newest = aReference();
    const reference = { ...newest, indicatorsBody: { ...(newest.indicatorsBody as object), version: 2 }, earlierIndicators: [newest.indicatorsBody] };
    const read = (facts: typeof newest) => belowReport(report(), 'c02' as UnitId, { below: below(), reference: facts, unit: unit('c02'), today: sampleToday });
    expect(read(reference)).toMatchObject({ isListAway: false, lines: read(newest).lines });
    expect(read({ ...reference, earlierIndicators: [] })).toMatchObject({ isListAway: true, lines: [] });
  });

  test('locked, it can be opened; an opening that is on its way is shown as such', () => {
    const lock = { recordId: idOf(1), edition: 1, isLocked: true, byUnitId: 'u07' as UnitId, byUnitName: 'LĐLĐ huyện Mường Nhé', sumId: reportRecordId('u07' as UnitId, '2020-q1' as never), reason: '', at: '2020-05-15T08:00:00.000Z' as Instant };
    const one = told({ number: 1, unitId: 'c02', kind: 'report', body: report(), review: aReview({ decision: 'approved' }), over: { lock } });
    const found = item(one, bookWith(aSlip(one, { decision: 'unlocked', reason: 'Gửi bổ sung' })));
    expect(found.view.standing).toEqual({ state: 'approved', qualifier: 'locked' });
    expect(found.state.kind).toBe('decided');
    expect(found.opening?.slip?.decision).toBe('unlocked');
    const refused = item(one, bookWith(aSlip(one, { decision: 'unlocked', reason: 'Gửi bổ sung' }, { code: 'conflict', edition: 1 })));
    expect(refused.opening).toBeNull();
    // The approval below the lock did not stand in its way, and nobody is named for it.
    const open = told({ number: 1, unitId: 'c02', kind: 'report', body: report(), review: aReview({ decision: 'approved' }), over: { lock: { ...lock, isLocked: false } } });
    expect(refused.lost && lostReason(refused.lost, open.record)).toBe('not-locked');
  });

  test('of the period that closed last it is told which units have sent theirs, what waits, and when the last record came', () => {
    const sent = told({ number: 1, unitId: 'c02', kind: 'report', body: report(), receivedAt: '2020-03-18T02:00:00.000Z' });
    const other = told({ number: 2, unitId: 'c03', receivedAt: '2020-05-11T02:00:00.000Z' });
    const found = unitsBelow(below(sent, other), bookWith(), aReference().calendar, sampleToday);
    expect(found.period?.id).toBe('2020-q1');
    const of = (id: string) => found.units.find((one) => one.unit.id === id);
    expect(of('c02')).toMatchObject({ report: { state: { kind: 'waiting' } }, waitingCount: 1, lastReceivedAt: '2020-03-18T02:00:00.000Z' });
    expect(of('c03')).toMatchObject({ report: null, waitingCount: 1, dueOn: '2020-03-18' });
    expect(of('c04')).toMatchObject({ report: null, waitingCount: 0, lastReceivedAt: null });
    expect(unitsBelow(below(), bookWith(), null, sampleToday).period).toBeNull();
  });
});
