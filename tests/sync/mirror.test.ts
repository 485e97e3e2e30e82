import { expect, test } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import { earlierOf, foldRow, itemAddress, pageFits } from '../../src/sync/mirror.ts';
import type { Row } from '../../src/sync/protocol.ts';
import { aRecordId, aReceipt, aReview } from '../make/record.ts';
import { aBody, aChangeId } from '../make/exchange.ts';

const first = aReceipt(receiptNumber('C01', 2020, 1, 412));
const renewed = aReceipt(receiptNumber('C01', 2020, 1, 600));

const edition = (number: number, receipt = first): Row => ({
  position: number,
  kind: 'edition',
  key: aRecordId,
  body: { recordId: aRecordId, edition: number, changeId: aChangeId(), recordKind: 'activity', body: aBody(), officerId: 'o-1', savedAt: '2020-05-15T07:00:00.000Z', receipt },
});

test('editions and reviews of one record gather in one thing, newest edition first', () => {
  const one = foldRow(undefined, 'content', edition(1));
  const two = foldRow(one, 'content', edition(2));
  const reviewed = foldRow(two, 'content', { position: 3, kind: 'review', key: aRecordId, body: aReview({ edition: 2 }) });
  expect(reviewed.body).toMatchObject({ current: { edition: 2 }, review: { edition: 2 }, history: [{ edition: 1 }, { edition: 2 }] });
});

test('an older edition that is told again with a new receipt changes the history, never the current text', () => {
  const two = foldRow(foldRow(undefined, 'content', edition(1)), 'content', edition(2));
  const again = foldRow(two, 'content', edition(1, renewed));
  expect(again.body).toMatchObject({ current: { edition: 2 }, history: [{ edition: 1, receiptNumber: renewed.number }, { edition: 2 }] });
});

test('a row of a shape that comes with a later version is kept, and blocks nothing behind it', () => {
  const later: Row = { position: 1, kind: 'edition', key: aRecordId, body: { anotherShape: true } };
  expect(itemAddress(later, 'content')).toEqual({ kind: 'edition', key: aRecordId });
  expect(foldRow(undefined, 'content', later).body).toEqual({ anotherShape: true });
});

test('[L5] a page fits only where its ranges begin at the cursors of its guard', () => {
  const epoch = { id: 'e1', ordinal: 1, mark: 'm' };
  const at = (position: number) => ({ scope: 'content' as const, position, hash: `h${position}`, mark: 'm' });
  const head = { epoch, cursors: [at(4)] };
  const page = (from: number) => ({ epoch, ranges: [{ scope: 'content' as const, from, to: at(from + 1), rows: [] }] });
  expect(pageFits(head, head, page(4))).toBe(true);
  expect(pageFits(head, head, page(3))).toBe(false);
  expect(pageFits({ epoch, cursors: [at(5)] }, head, page(4))).toBe(false);
  expect(pageFits(head, head, { ...page(0), epoch: { id: 'e2', ordinal: 2, mark: 'm' } })).toBe(true);
  expect(pageFits({ ...head, epoch: { id: 'e2', ordinal: 2, mark: 'm' } }, { ...head, epoch: { id: 'e2', ordinal: 2, mark: 'm' } }, page(4))).toBe(false);
});

test('a picture that two units have is kept for each of them', () => {
  const row: Row = { position: 1, kind: 'photo', key: 'ab', body: { hash: 'ab', byteCount: 1 } };
  expect(itemAddress(row, 'c01' as UnitId)).not.toEqual(itemAddress(row, 'c02' as UnitId));
});

test('a version that is replaced stands beside the new one; of forms and of the list of indicators every version stays', () => {
  const row = (key: string, version: number): Row => ({ position: version, kind: 'publication', key, body: { id: key, version, audience: 'all', body: {} } });
  const task = foldRow(undefined, 'content', row('task/5', 1));
  expect(earlierOf(undefined, row('task/5', 1))).toBeNull();
  expect(earlierOf(task, row('task/5', 1))).toBeNull();
  expect(earlierOf(task, row('task/5', 2))).toMatchObject({ kind: 'earlier', key: 'task/5', body: { version: 1 } });
  expect(earlierOf(foldRow(undefined, 'content', row('form/hoi-nghi', 1)), row('form/hoi-nghi', 2))).toMatchObject({ key: 'form/hoi-nghi 1' });
  expect(earlierOf(foldRow(undefined, 'content', row('indicators', 1)), row('indicators', 2))).toMatchObject({ key: 'indicators 1' });
  expect(earlierOf(foldRow(undefined, 'content', edition(1)), edition(2))).toBeNull();
});

test('the words that were returned stay beside the mended ones until the next decision', () => {
  const review = (number: number, decision: 'returned' | 'approved'): Row => ({ position: 9, kind: 'review', key: aRecordId, body: aReview({ edition: number, decision }) });
  const fold = (...rows: Row[]) => rows.reduce<ReturnType<typeof foldRow> | undefined>((item, row) => foldRow(item, 'content', row), undefined)?.body;
  const returned = { edition: 1, body: aBody() };
  expect(fold(edition(1), review(1, 'returned'))).not.toHaveProperty('returned');
  expect(fold(edition(1), review(1, 'returned'), edition(2))).toMatchObject({ current: { edition: 2 }, returned });
  // Mended twice before anybody looked: what was returned is what it is compared with.
  expect(fold(edition(1), review(1, 'returned'), edition(2), edition(3))).toMatchObject({ current: { edition: 3 }, returned });
  // The same edition told again with another receipt changes nothing of it.
  expect(fold(edition(1), review(1, 'returned'), edition(2), edition(1, renewed))).toMatchObject({ returned });
  expect(fold(edition(1), review(1, 'returned'), edition(2), review(2, 'approved'))).not.toHaveProperty('returned');
  expect(fold(edition(1), review(1, 'approved'), edition(2))).not.toHaveProperty('returned');
});
