import type { ReviewSlip } from '../../domain/review-slip.ts';
import { recordWords } from '../../i18n/record-words.ts';
import { say } from '../../i18n/say.ts';
import { slipWords as words } from '../../i18n/slip-words.ts';

/** What was written in a decision. @param label what a place of the record is called; without it the words stand alone. */
export function SlipText({ slip: { remarks, reason }, label }: { slip: Pick<ReviewSlip, 'remarks' | 'reason'>; label?: (field: string) => string }) {
  if (remarks.length === 0 && reason === '') return null;
  return (
    <>
      <p>{words.written}</p>
      <ul class="remarks">
        {remarks.map(({ field, text }) => <li key={field}>{label ? say(recordWords.remark, { field: label(field), text }) : text}</li>)}
        {reason !== '' && <li>{reason}</li>}
      </ul>
    </>
  );
}
