/** What stands in a programme before the officer writes a word, whose record it is, and what moves it. */
import { expect, test } from 'vitest';
import type { OfficerId, RequirementId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { itemsOf } from '../../src/domain/programme.ts';
import type { Programme } from '../../src/domain/programme.ts';
import { readProgramme } from '../../src/domain/programme-check.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import { bookOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { deedsOf, draftIn, isOnlyRead, newProgrammeEntry, programmeContext, programmeFacts, progressOfProgramme } from '../../src/phone/programme-model.ts';
import type { ProgrammeFacts } from '../../src/phone/programme-model.ts';
import { programmeIn } from '../../src/phone/programme-body.ts';
import { owedProgramme, programmeView } from '../../src/phone/programme-title.ts';
import { reportFacts } from '../../src/phone/report-model.ts';
import { paperPath, paperTitle } from '../../src/phone/report-title.ts';
import { bookData } from '../make/book.ts';
import { aProgramme, key } from '../make/programme.ts';
import { anActivity, anEntry, okay, settled } from '../make/record.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';

const at = '2020-06-01T02:00:00.000Z' as Instant;
const programme = aProgramme();

function sentProgramme(body: Programme = programme, kind = 'programme'): ReturnType<typeof anEntry> {
  const entry = anEntry({ number: 2 });
  const change = { ...entry.change, recordId: '01970000-0000-7000-8000-000000000002' as typeof entry.change.recordId, kind, body: { ...body } };
  return settled({ ...entry, change }, okay());
}
const aBook = (...entries: ReturnType<typeof anEntry>[]): Book => bookOf(bookData({ entries }), Date.parse(at), new Set());

function facts(book = aBook()): ProgrammeFacts {
  const found = programmeFacts(2020, { book, reference: aReference(), unit: aSchoolUnit(), today: sampleToday });
  if (!found) throw new Error('the directive is published');
  return found;
}
const begin = (officer: string, book?: Book) => newProgrammeEntry(facts(book), officer as OfficerId, `draft of ${officer}`, at);

test('one tap fills the programme in: nothing has to be typed before it may be sent', () => {
  const draft = draftIn(begin('c01-1'));
  const read = draft && readProgramme(draft, programmeContext(facts()));
  if (!read || !('programme' in read)) throw new Error('the proposal may be sent as it is');
  expect(read.soft).toEqual([]);
  expect(itemsOf(read.programme).filter(([, item]) => item.isKept).length).toBeGreaterThan(40);
});

test('two officers of a unit without a signal begin one programme, each with a draft of their own; after a cancelled one it is another', () => {
  const [one, other] = [begin('c01-1'), begin('c01-2')];
  expect(one.recordId).toBe(other.recordId);
  expect([one.draftId === other.draftId, one.base]).toEqual([false, null]);
  const cancelled = sentProgramme();
  const entry = anEntry({ number: 3 });
  const voided = settled({ ...entry, change: { ...entry.change, recordId: cancelled.change.recordId, kind: 'void', body: { reason: 'Ghi nhầm năm' }, base: { changeId: cancelled.change.changeId } } }, okay(2));
  expect(begin('c01-1', aBook(cancelled, voided)).recordId).not.toBe(one.recordId);
});

test('a year without a programme is owed one, until one is on its way', () => {
  const owed = (book: Book) => owedProgramme(book, aReference(), aSchoolUnit(), sampleToday);
  expect(owed(aBook())).toEqual({ workingYear: 2020, isBegun: false });
  expect(owed(bookOf(bookData({ programmeDrafts: [begin('c01-1')] }), Date.parse(at), new Set()))).toEqual({ workingYear: 2020, isBegun: true });
  expect(owed(aBook(sentProgramme()))).toBeNull();
  expect(owedProgramme(aBook(sentProgramme()), aReference(), aSchoolUnit(), '2020-12-01' as LocalDate)).toEqual({ workingYear: 2021, isBegun: false });
});

test('a programme that was sent is found by its year, has its own name and page, and is no activity', () => {
  const view = programmeView(aBook(sentProgramme()), 2020);
  expect(view?.activity).toBeNull();
  expect(view && [paperTitle(view, null), paperPath(view)]).toEqual(['Chương trình công tác năm 2020', '/chuong-trinh?nam=2020']);
  expect(programmeView(aBook(sentProgramme()), 2021)).toBeNull();
  expect(programmeIn(view?.programme ?? null)).toEqual(programme);
  // A later version's shape is found, and not taken for a plan that can be read.
  expect(programmeIn({ workingYear: 2020, body: { workingYear: 2020, items: [] } })).toBeNull();
});

test('an activity moves its item by itself, also while it waits on the phone; one that was returned does not', () => {
  const activity = anActivity({ requirementId: '5.1' as RequirementId, heldOn: '2020-05-12' as LocalDate });
  const stateWith = (...entries: ReturnType<typeof anEntry>[]) => progressOfProgramme(programme, facts(aBook(...entries))).find((one) => one.key === key('5.1'))?.state;
  expect(stateWith()).toBe('due');
  expect(stateWith(anEntry({ activity }))).toBe('done');
  expect(stateWith(settled(anEntry({ activity }), { code: 'returned', problems: [{ code: 'title-missing', field: 'title' }] }))).toBe('due');
  // December belongs to the next working year.
  expect(deedsOf({ ...facts(aBook(anEntry({ activity: anActivity({ heldOn: '2019-11-30' as LocalDate }) }))) })).toEqual([]);
});

test('the half-year report takes IC.01 from the programme, and names it among its sources', () => {
  const computed = (...entries: ReturnType<typeof anEntry>[]) => {
    const found = reportFacts('2020-h1' as PeriodId, { book: aBook(...entries), reference: aReference(), unit: aSchoolUnit(), today: sampleToday });
    return [...(found?.computation.indicators ?? [])].find(([code]) => code === 'IC.01')?.[1];
  };
  expect(computed()?.value).toBe(0);
  const sent = sentProgramme();
  expect(computed(sent)).toMatchObject({ value: 1, sources: [sent.change.recordId] });
});

test('of a year that the province has closed no programme is begun, and a sent one is mended only where it was returned', () => {
  const inYear = (workingYear: number) => ({ workingYear, reference: { ...aReference(), setting: { ...aReference().setting, workingYear: 2021 } } });
  const of = (state: 'received' | 'returned') => ({ standing: { state, qualifier: 'plain' } } as const);
  expect([isOnlyRead(inYear(2020), null), isOnlyRead(inYear(2020), of('received')), isOnlyRead(inYear(2020), of('returned'))]).toEqual([true, true, false]);
  expect([isOnlyRead(inYear(2021), null), isOnlyRead(inYear(2022), of('received'))]).toEqual([false, false]);
});
