import { recordWords } from '../../../i18n/record-words.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Notice } from '../../../ui/strip.tsx';
import type { ReviewItem } from '../../review-view.ts';

/** The words of the last return, beside what was mended, or while the unit is still to mend it. */
export function RemarksBefore({ item: { record: { review } }, label }: { item: Pick<ReviewItem, 'record'>; label: (field: string) => string }) {
  if (review?.decision !== 'returned') return null;
  return (
    <Notice tone="returned" icon="returned" title={say(words.remarksTitle, { unit: review.byUnitName })}>
      <ul>{review.remarks.map(({ field, text }) => <li key={field}>{say(recordWords.remark, { field: label(field), text })}</li>)}</ul>
    </Notice>
  );
}
