import { reviewWords as words } from '../../../i18n/review-words.ts';
import { Tag } from '../../../ui/strip.tsx';
import type { ReviewFlag } from '../../review-view.ts';

const flagWords: Readonly<Record<ReviewFlag, string>> = {
  'over-members': words.flagOverMembers,
  'same-photo': words.flagSamePhoto,
  future: words.flagFuture,
  confirmed: words.flagConfirmed,
  corrected: words.flagCorrected,
  mended: words.flagMended,
  'edited-after-approval': words.flagEditedAfterApproval,
  'not-counted': words.flagNotCounted,
};

/** What deserves a look before the decision, in words. */
export function FlagTags({ flags }: { flags: readonly ReviewFlag[] }) {
  if (flags.length === 0) return null;
  return (
    <span class="review-flags">
      {flags.map((flag) => (flag === 'mended' || flag === 'edited-after-approval'
        ? <Tag key={flag} tone="sending" icon="again">{flagWords[flag]}</Tag>
        : <Tag key={flag} tone={flag === 'not-counted' ? 'replaced' : 'queued'} icon={flag === 'not-counted' ? 'replaced' : 'send_error'}>{flagWords[flag]}</Tag>))}
    </span>
  );
}
