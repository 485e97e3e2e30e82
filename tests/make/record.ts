/** Builders for one record as a phone knows it: a journal entry, what the mirror says, an activity. */
import type { Activity } from '../../src/domain/activity.ts';
import type { ChangeId, FormId, RecordId, RequirementId, UnitId } from '../../src/domain/id.ts';
import type { Receipt, ReceiptNumber } from '../../src/domain/receipt.ts';
import type { Review } from '../../src/domain/review.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import type { JournalEntry } from '../../src/sync/ports.ts';
import type { Epoch, Verdict } from '../../src/sync/protocol.ts';

export const aRecordId = '01970000-0000-7000-8000-000000000001' as RecordId;
export const aUnitId = 'c01' as UnitId;
export const firstEpoch: Epoch = { id: 'first', ordinal: 1, mark: 'm' };
export const secondEpoch: Epoch = { id: 'second', ordinal: 2, mark: 'm' };

export function aChangeId(number: number): ChangeId {
  return `01970000-0000-7000-9000-${String(number).padStart(12, '0')}` as ChangeId;
}

export function anActivity(overrides: Partial<Activity> = {}): Activity {
  return {
    requirementId: '2.5' as RequirementId, alsoRequirementIds: [], occasionId: null, formId: 'hoi-nghi' as FormId, formVersion: 1,
    heldOn: '2020-05-15' as LocalDate, title: 'Mít tinh kỷ niệm 19/5', figures: { attendances: 42, women: 31 }, note: '', link: '',
    photos: [], confirmed: [], ...overrides,
  };
}

export function aReceipt(number = 'C01-2020-A0412-K'): Receipt {
  return { number: number as ReceiptNumber, receivedAt: '2020-05-15T07:35:00.000Z' as Instant, mark: 'mark' };
}

export function anEntry(overrides: { number?: number; activity?: Activity; savedAt?: string } & Partial<JournalEntry> = {}): JournalEntry {
  const { number = 1, activity = anActivity(), savedAt = '2020-05-15T07:00:00.000Z', ...rest } = overrides;
  return {
    change: {
      changeId: aChangeId(number), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...activity }, seq: number,
      savedAt: savedAt as Instant, offset: null,
    },
    sendAfterMs: Date.parse(savedAt) + 8000, offeredAtMs: null, putOffCount: 0, acknowledgement: null, receipt: null, open: true, ...rest,
  };
}

/** The entry after the server's word in a life of its database. */
export function settled(entry: JournalEntry, verdict: Verdict, epoch: Epoch = firstEpoch): JournalEntry {
  const receipt = verdict.code === 'ok' || verdict.code === 'duplicate' ? verdict.receipt : entry.receipt;
  const at = '2020-05-15T07:35:00.000Z' as Instant;
  return { ...entry, open: false, offeredAtMs: 1, receipt, acknowledgement: { epochId: epoch.id, epochOrdinal: epoch.ordinal, at, verdict } };
}

export function okay(edition = 1, receipt = aReceipt()): Verdict {
  return { code: 'ok', edition, position: 412, receipt };
}

export function aReview(overrides: Partial<Review> = {}): Review {
  return {
    recordId: aRecordId, edition: 1, decision: 'returned', remarks: [{ field: 'attendances', text: 'Ghi lại số người dự' }],
    dueOn: '2020-05-18' as LocalDate, reviewer: 'Cán bộ mẫu', byUnitId: 'p01' as UnitId, byUnitName: 'LĐLĐ tỉnh',
    decidedAt: '2020-05-15T08:00:00.000Z' as Instant, ...overrides,
  };
}

export function aMirrorRecord(overrides: { number?: number; edition?: number; activity?: Activity; review?: Review | null } = {}): MirrorRecord {
  const { number = 1, edition = 1, activity = anActivity(), review = null } = overrides;
  const receipt = aReceipt();
  return {
    current: {
      recordId: aRecordId, edition, changeId: aChangeId(number), recordKind: 'activity', body: { ...activity }, officerId: 'o1',
      savedAt: '2020-05-15T07:00:00.000Z' as Instant, receipt,
    },
    review,
    history: [{ edition, savedAt: '2020-05-15T07:00:00.000Z', receivedAt: receipt.receivedAt, receiptNumber: receipt.number }],
    reviews: review ? [review] : [],
  };
}
