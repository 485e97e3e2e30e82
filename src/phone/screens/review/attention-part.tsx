import { checkActivity } from '../../../domain/activity-check.ts';
import type { Activity } from '../../../domain/activity.ts';
import { numberText } from '../../../i18n/format.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { statementOf } from '../../../i18n/statement.ts';
import { Notice } from '../../../ui/strip.tsx';
import { formOf } from '../../reference.ts';
import type { Reference } from '../../reference.ts';
import { peopleIn } from '../../review-view.ts';
import { questionText } from '../form/remarks.ts';
import { LostPart } from './lost-part.tsx';
import type { ReviewPartProps } from './use-review.ts';

/** What deserves a look first: a decision that was not counted, what the officer confirmed, what the machine noticed. */
export function AttentionPart({ item, desk, mayDecide }: ReviewPartProps & { mayDecide: boolean }) {
  const { activity } = item.view;
  const flags = desk.flagsOf(item);
  const members = desk.unitOf(item.unitId)?.memberCount ?? null;
  const confirmed = activity ? confirmedTexts(activity, item, desk) : [];
  const noticed = [
    // The officer has answered the very question: its own sentence says more.
    flags.includes('over-members') && !activity?.confirmed.includes('w-members')
      ? say(words.overMembersText, { people: numberText(peopleIn(item.view) ?? 0), members: numberText(members ?? 0) }) : '',
    flags.includes('same-photo') ? words.samePhotoText : '',
    flags.includes('future') ? words.futureText : '',
  ].filter((text) => text !== '');
  return (
    <>
      {item.lost?.slip && <LostPart item={item} desk={desk} slip={item.lost.slip} mayDecide={mayDecide} />}
      {noticed.length > 0 && <Notice tone="queued" icon="send_error"><ul>{noticed.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
      {confirmed.length > 0 && <Notice tone="queued" icon="send_error" title={words.confirmedTitle}><ul>{confirmed.map((text) => <li key={text}>{text}</li>)}</ul></Notice>}
    </>
  );
}

/** The questions that the officer was asked, as statements. Each is asked again by the form that the record names. */
function confirmedTexts(activity: Activity, { unitId }: ReviewPartProps['item'], { unitOf, reference, today }: ReviewPartProps['desk']): readonly string[] {
  const unit = unitOf(unitId);
  const soft = unit ? checkActivity({ ...activity, confirmed: [] }, contextOf(activity, unit, reference, today)).soft : [];
  return [...new Set(activity.confirmed.map((id) => {
    const asked = soft.find((one) => one.id === id);
    return asked ? statementOf(questionText(asked)) : words.confirmedUnknown;
  }))];
}

function contextOf(activity: Activity, unit: Parameters<typeof checkActivity>[1]['unit'], reference: Reference, today: Parameters<typeof checkActivity>[1]['today']): Parameters<typeof checkActivity>[1] {
  return {
    unit, today, form: formOf(reference, activity.formId, activity.formVersion), figures: reference.figures, requirements: reference.requirements,
    occasions: reference.occasionsById, setting: reference.setting,
    // Whether there was a twin is what the officer has answered.
    hasTwin: () => true,
  };
}
