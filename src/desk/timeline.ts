/** Đường đi của bản ghi: what happened to a record, step by step. */
import { instantOf, msOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import type { Review } from '../domain/review.ts';
import type { DeskDetail, DeskEdition } from '../sync/desk-protocol.ts';

/** An edition of any kind of record, without what it says. */
export type StepEdition = Omit<DeskEdition, 'body' | 'changeId'>;

/** What happened to any kind of record. */
export type History = Pick<DeskDetail, 'reviews' | 'aside'> & { readonly editions: readonly StepEdition[] };

/** `id` tells one step from another. */
export type Step = { readonly id: string; readonly at: Instant } & (
  | { readonly kind: 'saved' | 'received'; readonly edition: StepEdition }
  | { readonly kind: 'decided'; readonly review: Review }
  | { readonly kind: 'aside'; readonly code: string }
);

const rank = { saved: 0, received: 1, aside: 2, decided: 3 } as const;

/**
 * The steps by time. The moment of saving is the phone's own clock put right by what was known of its error; a phone
 * that claims to have saved after the receipt is held at the receipt.
 */
export function timelineOf(detail: History): readonly Step[] {
  const steps: Step[] = [];
  for (const edition of detail.editions) {
    const saved = Math.min(msOf(edition.savedAt) + (edition.offset ?? 0), msOf(edition.receivedAt));
    steps.push(
      { id: `saved-${edition.edition}`, kind: 'saved', at: instantOf(saved), edition },
      { id: `received-${edition.edition}`, kind: 'received', at: edition.receivedAt, edition },
    );
  }
  for (const each of detail.aside) steps.push({ id: each.changeId, kind: 'aside', at: each.receivedAt, code: each.code });
  for (const review of detail.reviews) steps.push({ id: `decided-${review.edition}-${review.decidedAt}`, kind: 'decided', at: review.decidedAt, review });
  return steps.sort((left, right) => msOf(left.at) - msOf(right.at) || rank[left.kind] - rank[right.kind]);
}
