/** What stands in a report before the officer writes a word, and whose record it is. */
import { expect, test } from 'vitest';
import type { OfficerId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { bookOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { checkReport, readReport } from '../../src/domain/report-check.ts';
import type { ReportLineDraft } from '../../src/domain/report-draft.ts';
import type { Sending } from '../../src/domain/report-history.ts';
import { shownReportFigures } from '../../src/phone/own-reports.ts';
import { readReference } from '../../src/phone/reference.ts';
import type { Reference } from '../../src/phone/reference.ts';
import { computedAgain, factsIn, goneWith, newReportEntry, progressOf, reportContext, reportFacts, startedReport, startReport, withWordsOf } from '../../src/phone/report-model.ts';
import type { ReportFacts } from '../../src/phone/report-model.ts';
import { handedInPeriods, reportTitle, reportView, shortReportTitle } from '../../src/phone/report-title.ts';
import type { RecordView, TimelineStep } from '../../src/phone/record-view.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import { publications2020 } from '../../src/content/publications-2020.ts';
import { bookData } from '../make/book.ts';
import { anActivity, anEntry, aReview, okay, settled } from '../make/record.ts';
import { period, unit } from '../make/report.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';

const at = '2020-06-01T02:00:00.000Z' as Instant;
const half = '2020-h1' as PeriodId;
const aBook = (): Book => bookOf(bookData({ entries: [settled(anEntry({ activity: anActivity() }), okay())] }), Date.parse(at), new Set());

function facts(book = aBook(), reference = aReference()): ReportFacts {
  const found = reportFacts(half, { book, reference, unit: aSchoolUnit(), today: sampleToday });
  if (!found) throw new Error('the half year is no report');
  return found;
}
const begin = (officer: string, book?: Book) => newReportEntry(facts(book), officer as OfficerId, `draft of ${officer}`, at);

test('two officers of a unit without a signal begin one report, each with a draft of their own', () => {
  const [one, other] = [begin('c01-1'), begin('c01-2', bookOf(bookData(), Date.parse(at), new Set()))];
  expect(one.recordId).toBe(other.recordId);
  expect(one.draftId).not.toBe(other.draftId);
  expect(one.base).toBeNull();
});

test('after a report that was cancelled another one begins: nothing can follow what was taken out', () => {
  const book = aBook();
  const [any] = book.views;
  if (!any) throw new Error('the book is empty');
  const cancelled = { ...any, activity: null, report: { periodId: half, unitId: 'c01' }, cancelReason: 'Gửi nhầm kỳ', isCancelled: true } as RecordView;
  expect(begin('c01-1', { ...book, views: [...book.views, cancelled] }).recordId).not.toBe(begin('c01-1').recordId);
  // One of another period is nothing to this one.
  const elsewhere = { ...cancelled, report: { periodId: '2020-q1' as PeriodId, unitId: 'c01' } } as RecordView;
  expect(begin('c01-1', { ...book, views: [...book.views, elsewhere] }).recordId).toBe(begin('c01-1').recordId);
});

test('the half year counts what was recorded in it, and names it', () => {
  const { computation } = facts();
  expect([...computation.sources.keys()]).toEqual(aBook().views.map((view) => view.recordId));
  expect(computation.indicators.get('I2.02' as never)).toMatchObject({ value: 42, women: 31 });
});

/** As it stands after the province has published its calendar and its list of indicators anew. */
function renewed({ calendar = {}, without = [] }: { calendar?: object; without?: readonly string[] } = {}): Reference {
  const published = publications2020({ sample: true });
  const now = published.map((one) => {
    const body = one.body as { indicators?: { code: string }[] };
    if (one.id === 'calendar') return { ...one, version: 2, body: { ...body, ...calendar, version: 2 } };
    return one.id === 'indicators' ? { ...one, version: 2, body: { version: 2, indicators: (body.indicators ?? []).filter(({ code }) => !without.includes(code)) } } : one;
  });
  return readReference(now, { sample: true, workingDay: sampleToday, workingYear: 2020 }, published.filter(({ id }) => id === 'indicators'));
}

test('a report that was begun goes on in its version when a newer list is published, and is computed by it only on request', () => {
  const draft = startReport(facts());
  const line = draft.lines['I2.04'] as ReportLineDraft;
  const written = { ...draft, tasks: { ...draft.tasks, '4': 'Lời của đơn vị.' }, lines: { ...draft.lines, 'I2.04': { ...line, value: '9', reason: 'Phát sau Tết' } } };
  const newest = facts(aBook(), renewed({ without: ['I2.04'] }));
  const own = factsIn(newest, 1);
  expect([newest.set.version, own.set.version, own.newestVersion]).toEqual([2, 1, 2]);
  const read = readReport(written, reportContext(own));
  const problems = 'problems' in read ? read.problems.map((one) => one.code) : [];
  expect(problems).not.toContain('report-version-unknown');
  expect(problems).not.toContain('report-line-unknown');
  const { soft } = checkReport({ ...startedReport(own) }, reportContext(own));
  expect(soft.map((one) => one.kind)).toContain('old-version');
  // What was written in a line that goes is named before anything is done.
  expect(goneWith(written, newest, own.set)).toEqual(['Số suất quà Tết']);
  const again = computedAgain(written, newest);
  expect([again.indicatorVersion, again.tasks['4'], again.lines['I2.04']]).toEqual([2, 'Lời của đơn vị.', undefined]);
  // A version that was never on this phone is taken for the newest.
  expect(factsIn(newest, 7).set.version).toBe(2);
});

test('a report of a unit that the officer served before is none of the present one; its words may be taken over, its figures never', () => {
  const [any] = aBook().views;
  if (!any) throw new Error('the book is empty');
  const before = { ...any, activity: null, report: { ...startedReport(facts()), unitId: 'c02' } } as unknown as RecordView;
  const book = { ...aBook(), views: [before] };
  expect(reportView(book, half, aSchoolUnit().id)).toBeNull();
  expect([...handedInPeriods(book, aSchoolUnit().id)]).toEqual([]);
  const own = startReport(facts());
  const other = { sections: { situation: 'Cũ I.', assessment: 'Cũ III.', direction: '', proposal: '' }, tasks: { '2': 'Cũ 2.', '4': 'Cũ 4.' } };
  const taken = withWordsOf({ ...own, sections: { ...own.sections, situation: 'Mới I.' }, tasks: { ...own.tasks, '4': 'Mới 4.' } }, other);
  expect([taken.sections.situation, taken.sections.assessment, taken.tasks['2'], taken.tasks['4']]).toEqual(['Mới I.', 'Cũ III.', 'Cũ 2.', 'Mới 4.']);
  expect(taken.lines).toEqual(own.lines);
});

test('a quarter that nobody asks a report of is a view of figures; a month and an occasion are there only where the province asks', () => {
  const of = (id: string, reference = aReference()): ReportFacts | null => reportFacts(id as PeriodId, { book: aBook(), reference, unit: aSchoolUnit(), today: sampleToday });
  expect(of('2020-q2')?.period.isReport).toBe(false);
  expect(startedReport(of('2020-q2') as ReportFacts).lines['I2.02']?.computed).toBe(42);
  expect([of('2020-t05'), of('2020-e0519'), of('2020-f0515')]).toEqual([null, null, null]);
  const { calendar } = aReference();
  const asked = renewed({ calendar: { months: { ...calendar?.months, isAsked: true }, thematic: { ...calendar?.thematic, isAsked: true }, flash: { ...calendar?.flash, isAsked: true } } });
  expect([of('2020-t05', asked), of('2020-e0519', asked), of('2020-f0515', asked)].map((one) => one?.period.type)).toEqual(['month', 'thematic', 'flash']);
  expect(['2020-h1', '2020-q2', '2020-t05', '2020-e0519', '2020-f0515'].map((id) => reportTitle(id as PeriodId, asked))).toEqual([
    'Báo cáo 6 tháng đầu năm 2020', 'Số liệu quý II 2020', 'Báo cáo tháng 5/2020', 'Báo cáo chuyên đề 130 năm Ngày sinh Bác Hồ', 'Báo cáo nhanh ngày 15/5/2020',
  ]);
  expect(shortReportTitle(period('2020-h1'))).toBe('Báo cáo 6 tháng');
  expect(reportTitle('2020-h1' as PeriodId, null)).toBe('Báo cáo định kỳ');
});

test('the reports that were owed, in time and returned are counted from the unit’s own records, and only what is due by today', () => {
  const [any] = aBook().views;
  if (!any) throw new Error('the book is empty');
  const pressed = (savedAt: string, became: Sending['became']): TimelineStep => ({ kind: 'saved', at: savedAt as Instant, sending: { savedAt: savedAt as Instant, offset: null, receivedAt: null, became, isCancellation: false } });
  const sentOn = (savedAt: string): RecordView => ({
    ...any, activity: null, report: { ...startedReport(facts()), periodId: '2020-q1' as PeriodId },
    timeline: [pressed(savedAt, 1), { kind: 'reviewed', at: savedAt as Instant, review: aReview({ decision: 'returned' }) }, pressed('2020-04-20T02:00:00.000Z', 2)],
  });
  const count = (views: readonly RecordView[], workingDay = sampleToday) => shownReportFigures(aSchoolUnit(), period('2020-h1'), { ...aBook(), views }, { ...aReference(), setting: { ...aReference().setting, workingDay } });
  expect(count([])).toMatchObject({ reportsDue: 1, reportsOnTime: 0, reportReturns: 0 });
  expect(count([], '2020-03-01' as LocalDate)).toMatchObject({ reportsDue: 0 });
  expect(count([sentOn('2020-03-17T02:00:00.000Z')])).toMatchObject({ reportsDue: 1, reportsOnTime: 1, reportReturns: 1 });
  expect(count([sentOn('2020-03-20T02:00:00.000Z')])).toMatchObject({ reportsDue: 1, reportsOnTime: 0 });
  expect(facts({ ...aBook(), views: [sentOn('2020-03-17T02:00:00.000Z')] }).computation.indicators.get('IC.03' as never)?.value).toBe(1);
  expect(shownReportFigures(aSchoolUnit(), period('2020-h1'), aBook(), { ...aReference(), calendar: null })).toEqual({});
});

test('home counts nothing ready of a sum that was not begun: what lies below is not read at every start', () => {
  const parts = { book: bookOf(bookData(), Date.parse(at), new Set()), reference: aReference(), today: sampleToday };
  expect(progressOf(half, { ...parts, unit: unit('u07') })).toBeNull();
  expect(progressOf(half, { ...parts, unit: unit('c01') })).toMatchObject({ all: 9 });
});
