import type { ActivityContext } from '../domain/activity-check.ts';
import type { ActivityDraft } from '../domain/activity.ts';
import type { RecordId } from '../domain/id.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Book } from './book.ts';
import { formOf } from './reference.ts';
import type { Reference } from './reference.ts';

/** What the judge of an activity asks to know; the same judge sits at the server. */
export function activityContext(
  { reference, unit, today, book }: { reference: Reference; unit: Unit; today: LocalDate; book: Book }, content: ActivityDraft, recordId: RecordId,
): ActivityContext {
  return {
    unit,
    form: formOf(reference, content.formId, content.formVersion),
    figures: reference.figures,
    requirements: reference.requirements,
    occasions: reference.occasionsById,
    setting: reference.setting,
    today,
    hasTwin: (heldOn, requirementId, formId) =>
      book.views.some(({ recordId: other, activity, standing }) =>
        other !== recordId && standing.state !== 'replaced' && activity !== null
        && activity.heldOn === heldOn && activity.requirementId === requirementId && activity.formId === formId),
  };
}
