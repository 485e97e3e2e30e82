import type { ComponentChildren } from 'preact';
import { taskOf } from '../../../domain/id.ts';
import { itemsOf } from '../../../domain/programme.ts';
import { dateText } from '../../../i18n/format.ts';
import { programmeWords } from '../../../i18n/programme-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { paths } from '../../paths.ts';
import { recordName } from '../../record-name.ts';
import type { Reference } from '../../reference.ts';
import { peopleIn } from '../../review-view.ts';
import type { ReviewFlag, ReviewItem } from '../../review-view.ts';
import { FlagTags } from './flag-tags.tsx';

interface ReviewRowProps { item: ReviewItem; unitName: string; reference: Reference; flags: readonly ReviewFlag[]; children?: ComponentChildren }

/** One record that waits: whose it is, what for, how many, what deserves a look. */
export function ReviewRow({ item, unitName, reference, flags, children }: ReviewRowProps) {
  const title = recordName(item.record.current.body, reference) || words.otherTitle;
  return (
    <a class="item" href={paths.review(item.recordId)}>
      <span class="grow">
        <span class="muted">{unitName}</span>
        <strong>{title}</strong>
        <span class="muted digits">{lineOf(item)}</span>
        <FlagTags flags={flags} />
        {children}
      </span>
      <Icon name="next" />
    </a>
  );
}

function lineOf({ view, programme }: ReviewItem): string {
  const { activity, report } = view;
  if (programme) return say(programmeWords.count, { count: itemsOf(programme).filter(([, item]) => item.isKept).length });
  if (!activity) return report ? words.rowReport : words.rowOther;
  const task = taskOf(activity.requirementId);
  const date = dateText(activity.heldOn);
  const people = peopleIn(view);
  const count = activity.photos.length;
  return [
    task === 'C' ? say(words.rowClosing, { date }) : say(words.rowActivity, { task, date }),
    people === null ? '' : say(words.people, { count: people }),
    count === 0 ? '' : say(words.photos, { count }),
  ].filter((part) => part !== '').join(' · ');
}
