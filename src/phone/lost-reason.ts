/** Why a decision was not counted: one rule for the list, the record's page and Sổ gửi. */
import type { MirrorRecord } from '../sync/mirror.ts';
import type { RecordView } from './record-view.ts';

export type LostReason = 'decided-before' | 'newer-edition' | 'cancelled' | 'refused' | 'not-below' | 'not-locked' | 'unknown';

/** @param record as the mirror holds it now; null where it is not on this phone any more. */
export function lostReason({ slip, standing, problems, latest }: Pick<RecordView, 'slip' | 'standing' | 'problems' | 'latest'>, record: MirrorRecord | null): LostReason {
  if (standing.qualifier === 'no-longer-allowed' || latest?.acknowledgement?.verdict.code === 'quarantined') return 'not-below';
  if (problems.length > 0) return 'refused';
  if (!slip || !record) return 'unknown';
  if (record.current.voided) return 'cancelled';
  // The approval that the lock rests on was no rival of the opening.
  if (slip.decision === 'unlocked') return record.lock?.isLocked ? 'unknown' : 'not-locked';
  if (record.reviews.some(({ edition }) => edition === slip.edition)) return 'decided-before';
  return record.current.edition > slip.edition ? 'newer-edition' : 'unknown';
}
