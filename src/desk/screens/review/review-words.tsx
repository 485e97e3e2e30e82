import type { Review } from '../../../domain/review.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { dateText, timeDateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { FieldLabels } from '../../dictionary.ts';

/** A decision that stands: which, of whom, when, until when, and its remarks. */
export function ReviewWords({ review, dictionary }: { review: Review; dictionary: FieldLabels }) {
  const { decision, edition, reviewer, byUnitName, decidedAt, dueOn, remarks } = review;
  return (
    <div class="review">
      <strong>{say(decision === 'approved' ? words.approvedTitle : words.returnedTitle, { edition })}</strong>
      <p>{say(words.decidedBy, { reviewer, unit: byUnitName, time: timeDateText(decidedAt) })}{dueOn !== null && <b> · {say(words.dueBy, { date: dateText(dueOn) })}</b>}</p>
      {remarks.length > 0 && (
        <ul>
          {remarks.map(({ field, text }) => <li key={field + text}>{say(words.remarkLine, { field: dictionary.label(field), text })}</li>)}
        </ul>
      )}
    </div>
  );
}
