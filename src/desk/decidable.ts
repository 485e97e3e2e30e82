/** What may be decided at the desk, of whatever kind, and the places on its page that take the focus. */
import type { DeskDetail } from '../sync/desk-protocol.ts';
import type { HeldDecision } from './held-decisions.ts';

export type Decidable = Pick<DeskDetail, 'mayDecide' | 'decided'> & { readonly item: Pick<DeskDetail['item'], 'state'> };

/** A refused decision may be made anew; one that is held or on its way may not. */
export function canDecide(detail: Decidable, held: HeldDecision | undefined): boolean {
  return detail.mayDecide && !detail.decided && (held === undefined || held.standing === 'refused');
}

export const titleId = 'detail-title';
export const approveId = 'approve';
