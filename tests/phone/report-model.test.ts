/** What stands in a report before the officer writes a word, and whose record it is. */
import { expect, test } from 'vitest';
import type { OfficerId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { bookOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { newReportEntry, reportFacts } from '../../src/phone/report-model.ts';
import type { ReportFacts } from '../../src/phone/report-model.ts';
import type { RecordView } from '../../src/phone/record-view.ts';
import type { Instant } from '../../src/domain/time.ts';
import { bookData } from '../make/book.ts';
import { anActivity, anEntry, okay, settled } from '../make/record.ts';
import { aReference, aSchoolUnit, sampleToday } from '../make/reference.ts';

const at = '2020-06-01T02:00:00.000Z' as Instant;
const half = '2020-h1' as PeriodId;
const aBook = (): Book => bookOf(bookData({ entries: [settled(anEntry({ activity: anActivity() }), okay())] }), Date.parse(at), new Set());

function facts(book = aBook()): ReportFacts {
  const found = reportFacts(half, { book, reference: aReference(), unit: aSchoolUnit(), today: sampleToday });
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
  const cancelled = { ...any, activity: null, report: { periodId: half }, cancelReason: 'Gửi nhầm kỳ' } as RecordView;
  expect(begin('c01-1', { ...book, views: [...book.views, cancelled] }).recordId).not.toBe(begin('c01-1').recordId);
  // One of another period is nothing to this one.
  const elsewhere = { ...cancelled, report: { periodId: '2020-q1' as PeriodId } } as RecordView;
  expect(begin('c01-1', { ...book, views: [...book.views, elsewhere] }).recordId).toBe(begin('c01-1').recordId);
});

test('the half year counts what was recorded in it, and names it', () => {
  const { computation } = facts();
  expect([...computation.sources.keys()]).toEqual(aBook().views.map((view) => view.recordId));
  expect(computation.indicators.get('I2.02' as never)).toMatchObject({ value: 42, women: 31 });
});
