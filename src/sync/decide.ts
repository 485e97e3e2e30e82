/**
 * A reviewer's decision, written through the same counters as the phones' changes. It binds to one edition; the
 * first committed decision on an edition stands (SPEC.md §3).
 */
import type { RecordId, UnitId } from '../domain/id.ts';
import type { Lock } from '../domain/lock.ts';
import { Review } from '../domain/review.ts';
import type { Decision, Remark } from '../domain/review.ts';
import { instantOf } from '../domain/time.ts';
import type { LocalDate } from '../domain/time.ts';
import { nextRow } from './accept.ts';
import type { Seals } from './accept.ts';
import type { LedgerPage } from './ports.ts';
import { opened } from './upper-union.ts';

export interface DecisionInput {
  readonly recordId: RecordId;
  readonly edition: number;
  readonly decision: Decision;
  readonly remarks: readonly Remark[];
  readonly dueOn: LocalDate | null;
  readonly reviewer: string;
  readonly byUnitId: UnitId;
  readonly byUnitName: string;
}

export type DecisionOutcome =
  | { readonly kind: 'decided'; readonly review: Review }
  /** Somebody decided on this edition before. */
  | { readonly kind: 'conflict'; readonly edition: number; readonly decision: Decision }
  /** The record has moved on to another edition. */
  | { readonly kind: 'stale'; readonly edition: number }
  /** Its unit has taken it out of all counts. */
  | { readonly kind: 'void' }
  | { readonly kind: 'not-found' };

export async function decideReview(page: LedgerPage, input: DecisionInput, host: Pick<Seals, 'hash'> & { readonly nowMs: number }): Promise<DecisionOutcome> {
  const found = await page.record(input.recordId);
  if (!found) return { kind: 'not-found' };
  // The counter is the lock: whoever holds it sees the record as it will stay until the commit.
  const heads = new Map(await page.scopeHeads([found.scope]));
  const record = (await page.record(input.recordId)) ?? found;
  if (record.isVoid) return { kind: 'void' };
  if (record.edition !== input.edition) return { kind: 'stale', edition: record.edition };
  if (record.review?.edition === input.edition) {
    return { kind: 'conflict', edition: record.review.edition, decision: record.review.decision };
  }
  const at = instantOf(host.nowMs);
  const review = Review.parse({ ...input, remarks: [...input.remarks], decidedAt: at });
  const row = nextRow(heads, { scope: record.scope, kind: 'review', key: record.recordId, text: JSON.stringify(review), at }, host);
  await page.write({
    changes: [],
    rows: [row],
    records: [{ ...record, state: input.decision, review: { edition: input.edition, decision: input.decision } }],
    receipts: [],
    renumbered: [],
    alarms: [],
  });
  return { kind: 'decided', review };
}

export type UnlockInput = Pick<DecisionInput, 'recordId' | 'edition' | 'byUnitId' | 'byUnitName'> & { readonly reason: string };

export type UnlockOutcome =
  | { readonly kind: 'unlocked'; readonly lock: Lock }
  /** It stands in another edition, or somebody opened it before, or its sum let it go. */
  | { readonly kind: 'stale'; readonly edition: number }
  | { readonly kind: 'not-found' };

/** Opens a report that was added up, so that its unit may mend it (SPEC.md S13). */
export async function unlockReport(page: LedgerPage, input: UnlockInput, host: Pick<Seals, 'hash'> & { readonly nowMs: number }): Promise<UnlockOutcome> {
  const found = await page.record(input.recordId);
  if (!found) return { kind: 'not-found' };
  const heads = new Map(await page.scopeHeads([found.scope]));
  const record = (await page.record(input.recordId)) ?? found;
  const at = instantOf(host.nowMs);
  const touched = record.edition === input.edition ? opened(record, input.edition, { unitId: input.byUnitId, unitName: input.byUnitName }, input.reason, at) : 'conflict';
  if (touched === 'conflict') return { kind: 'stale', edition: record.edition };
  const { body } = touched.row;
  const row = nextRow(heads, { scope: record.scope, kind: 'lock', key: record.recordId, text: JSON.stringify(body), at }, host);
  await page.write({ changes: [], rows: [row], records: [touched.record], receipts: [], renumbered: [], alarms: [] });
  return { kind: 'unlocked', lock: body };
}
