import { deskWords as words } from '../../i18n/desk-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { HeldDecision } from '../held-decisions.ts';

/** In a row: what was decided and may still be taken back or is on its way, in the tone it is going to have. */
export function HeldMark({ decision }: { decision: HeldDecision | undefined }) {
  if (decision === undefined || decision.standing === 'refused') return null;
  const { decision: choice } = decision.request;
  return <span class={`row-mark tone-${choice}`}><Icon name="clock" />{choice === 'approved' ? words.rowWillApprove : words.rowWillReturn}</span>;
}
