/**
 * Phiếu xét: a reviewer's decision as it is saved on a phone and travels. It is a record of the reviewer's own unit, so
 * that it queues, is received, and outlives a restore like any other; what the unit below reads is the `Review`, or the
 * `Lock`, that the server writes from it (SPEC.md S12).
 */
import * as z from 'zod/mini';
import { ChangeId, RecordId, UnitId } from './id.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { Remark } from './review.ts';
import { LocalDate } from './time.ts';

/** The kind of record that carries a slip. */
export const reviewSlipKind = 'review-slip';

export const SlipDecision = z.enum(['approved', 'returned', 'unlocked']);
export type SlipDecision = z.infer<typeof SlipDecision>;

export const ReviewSlip = z.object({
  /** What is decided on, and whose it is. */
  recordId: RecordId,
  unitId: UnitId,
  /** The edition that was read, named as a change names its base: after a restore the number may stand on other words. */
  edition: z.int().check(z.minimum(1)),
  changeId: ChangeId,
  sum: z.string().check(z.maxLength(16)),
  decision: SlipDecision,
  /** Of a return: at least one. Empty otherwise. */
  remarks: z.array(Remark).check(z.maxLength(12)),
  /** Until when the unit is asked to mend; only of a return. */
  dueOn: z.nullable(LocalDate),
  /** Why a locked report is opened again; empty otherwise. */
  reason: z.string().check(z.maxLength(200)),
});
export type ReviewSlip = z.infer<typeof ReviewSlip>;

/** Whether both decide on the very same words: approving and returning are rivals, an opening is one only of another opening. */
export function decidesSame(one: ReviewSlip, other: ReviewSlip): boolean {
  return one.recordId === other.recordId && one.edition === other.edition && one.changeId === other.changeId && one.sum === other.sum
    && (one.decision === 'unlocked') === (other.decision === 'unlocked');
}

/**
 * What is wrong with a slip, whatever became of the record meanwhile. Problems: `review-empty` (a return without a remark,
 * or with an empty one), `reason-missing` (an unlocking without its reason).
 */
export function checkReviewSlip({ decision, remarks, reason }: ReviewSlip): readonly Problem[] {
  if (decision === 'returned' && (remarks.length === 0 || remarks.some(({ text }) => text.trim() === ''))) return [problem('review-empty', 'remarks')];
  if (decision === 'unlocked' && reason.trim() === '') return [problem('reason-missing', 'reason')];
  return [];
}
