/** What the strip under the bar says: one state at a time, the most pressing first. The words stand in the screen. */
import type { Instant } from '../domain/time.ts';
import { msOf } from '../domain/time.ts';
import type { BookCounts } from './book.ts';

export interface StripFacts {
  readonly counts: BookCounts;
  readonly frozen: boolean;
  readonly nowMs: number;
  /** The browser's hint; only a reply is truth. */
  readonly onLine: boolean;
  /** The last exchange ended without a proven reply. */
  readonly lastFailed: boolean;
  /** The phone's own store refused the last exchange. */
  readonly storeFailed: boolean;
  readonly nextTryAt: Instant | null;
  readonly lastContactAt: Instant | null;
  /** The browser may empty the store when room runs short, and the home screen would help. */
  readonly isStoreAtRisk: boolean;
  /** Pictures of received records that are not at the province yet; null while it is read. */
  readonly photosLeft: number | null;
  /** They wait for Wi-Fi, because the officer wants it so. */
  readonly arePhotosHeld: boolean;
}

export type StripState =
  | { readonly kind: 'needs-code' }
  | { readonly kind: 'store-trouble' }
  | { readonly kind: 'stuck'; readonly count: number }
  | { readonly kind: 'sending'; readonly count: number; readonly of: number }
  | { readonly kind: 'old'; readonly count: number; readonly days: number }
  | { readonly kind: 'at-risk' }
  | { readonly kind: 'weak'; readonly count: number; readonly nextTryAt: Instant | null }
  | { readonly kind: 'offline'; readonly count: number }
  | { readonly kind: 'soon'; readonly count: number }
  | { readonly kind: 'offline-idle' }
  | { readonly kind: 'weak-idle'; readonly nextTryAt: Instant | null }
  | { readonly kind: 'asking' }
  /** For a moment: the pictures have not been counted yet. */
  | { readonly kind: 'reading' }
  /** The words are there; pictures follow. */
  | { readonly kind: 'photos-follow'; readonly count: number }
  /** The same; they follow when there is Wi-Fi. */
  | { readonly kind: 'photos-wait'; readonly count: number }
  | { readonly kind: 'rechecking'; readonly count: number }
  | { readonly kind: 'all-received'; readonly at: Instant };

const patientDays = 7;
const dayMs = 86_400_000;

export function stripState(facts: StripFacts): StripState {
  const { counts, nextTryAt, lastContactAt } = facts;
  if (facts.frozen) return { kind: 'needs-code' };
  if (facts.storeFailed) return { kind: 'store-trouble' };
  if (counts.stuck > 0) return { kind: 'stuck', count: counts.stuck };
  const count = counts.waiting;
  if (counts.sending > 0) return { kind: 'sending', count: counts.sending, of: count };
  if (count > 0) return waitingState(facts, count);
  if (!facts.onLine) return { kind: 'offline-idle' };
  if (facts.lastFailed) return { kind: 'weak-idle', nextTryAt };
  if (counts.rechecking > 0) return { kind: 'rechecking', count: counts.rechecking };
  if (facts.photosLeft === null) return { kind: 'reading' };
  if (facts.photosLeft > 0) return { kind: facts.arePhotosHeld ? 'photos-wait' : 'photos-follow', count: facts.photosLeft };
  // “Tỉnh đã nhận đủ” needs a reply that once said so.
  return lastContactAt === null ? { kind: 'asking' } : { kind: 'all-received', at: lastContactAt };
}

function waitingState(facts: StripFacts, count: number): StripState {
  const { counts, nextTryAt } = facts;
  const days = counts.oldestWaitingAt === null ? 0 : Math.floor((facts.nowMs - msOf(counts.oldestWaitingAt)) / dayMs);
  if (days > patientDays) return { kind: 'old', count, days };
  // The first day belongs to the words about sending: most records are gone by then.
  if (facts.isStoreAtRisk && days >= 1) return { kind: 'at-risk' };
  if (!facts.onLine) return { kind: 'offline', count };
  return facts.lastFailed ? { kind: 'weak', count, nextTryAt } : { kind: 'soon', count };
}
