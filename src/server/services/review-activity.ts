/** A reviewer's decision on one edition. The first committed decision stands. */
import { personalDataProblems } from '../../domain/personal-data.ts';
import { reviewSlipKind } from '../../domain/review-slip.ts';
import { Review } from '../../domain/review.ts';
import { decideReview } from '../../sync/decide.ts';
import type { DeskReviewRequest } from '../../sync/desk-protocol.ts';
import { instantOf } from '../../domain/time.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { shownName } from './log-in.ts';
import type { Asker } from './log-in.ts';
import { refused } from './outcome.ts';
import type { Refused } from './outcome.ts';
import { mayDecide, visibleUnits } from './subtree.ts';

export type ReviewOutcome =
  | { readonly kind: 'done'; readonly value: { readonly review: Review } }
  | (Refused & { readonly first?: Review });

/**
 * Problems: `not-found`, `not-allowed`, `review-empty` (a return without a remark), those of personal data at the field of a remark, `review-stale` with the edition
 * that stands now, `review-conflict` with the first decision.
 */
export async function reviewActivity(page: StoragePage, host: Host, asker: Asker, request: DeskReviewRequest): Promise<ReviewOutcome> {
  const record = await page.record(request.recordId);
  const unit = record && (await visibleUnits(page, asker)).find((each) => each.id === record.scope);
  // A decision is nobody's to decide on.
  if (!record || !unit || record.recordKind === reviewSlipKind) return refused('not-found');
  if (!mayDecide(asker, unit)) return refused('not-allowed');
  const remarks = request.remarks.map(({ field, text }) => ({ field, text: text.normalize('NFC').trim() }));
  const isReturn = request.decision === 'returned';
  if (isReturn && (remarks.length === 0 || remarks.some((remark) => remark.text === ''))) return refused('review-empty', 'remarks');
  const names = (await host.published.read(page)).setting?.knownNames ?? [];
  const [named] = remarks.flatMap(({ field, text }) => personalDataProblems(text, field, names));
  if (isReturn && named) return { kind: 'refused', problem: named };
  const nowMs = host.nowMs();
  const outcome = await decideReview(
    page,
    {
      recordId: request.recordId,
      edition: request.edition,
      decision: request.decision,
      remarks: isReturn ? remarks : [],
      dueOn: isReturn ? request.dueOn : null,
      reviewer: shownName(asker.account),
      byUnitId: asker.unit.id,
      byUnitName: asker.unit.name,
    },
    { hash: host.seals.hash, nowMs },
  );
  switch (outcome.kind) {
    case 'decided':
      await page.audit({ at: instantOf(nowMs), actor: asker.account.name, act: request.decision, subject: `${record.receiptNumber} ${request.edition}` });
      return { kind: 'done', value: { review: outcome.review } };
    case 'not-found':
      return refused('not-found');
    case 'void':
      return refused('record-void');
    case 'stale':
      return refused('review-stale', undefined, { edition: outcome.edition });
    case 'conflict': {
      const rows = await page.rowsOf(record.scope, 'review', record.recordId);
      const first = rows.map((row) => Review.parse(JSON.parse(row.text))).find((review) => review.edition === outcome.edition);
      return { ...refused('review-conflict'), ...(first ? { first } : {}) };
    }
  }
}
