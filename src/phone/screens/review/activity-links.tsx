import { dayMonthText } from '../../../i18n/format.ts';
import { recordWords } from '../../../i18n/record-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import type { LineActivity } from '../../below-report.ts';
import { paths } from '../../paths.ts';

/** The records behind a number or an item, each a way to its page. */
export function ActivityLinks({ list }: { list: readonly LineActivity[] }) {
  return (
    <ul>
      {list.map(({ recordId, title, heldOn, isEdited }) => (
        <li key={recordId}><a class="tall-link" href={paths.review(recordId)}>{say(recordWords.remark, { field: dayMonthText(heldOn), text: isEdited ? say(words.sourceEdited, { title }) : title })}</a></li>
      ))}
    </ul>
  );
}
