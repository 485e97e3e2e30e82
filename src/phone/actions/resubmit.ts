/** Sends a record again as the officer has chosen it, on top of what the server holds. */
import { randomBytes } from '../../device/keys.ts';
import type { ActivityContext } from '../../domain/activity-check.ts';
import { checkActivity } from '../../domain/activity-check.ts';
import { activityBody } from '../../domain/activity.ts';
import type { Activity } from '../../domain/activity.ts';
import { ChangeId, uuidV7 } from '../../domain/id.ts';
import type { PhoneContext } from '../context.ts';
import type { RecordView } from '../record-view.ts';
import { editDraft } from './mend-record.ts';

/**
 * @returns false, and saves nothing, when the choice needs a look in the form first: a rule refuses it, or asks.
 * @throws StoreTrouble when the phone refuses to write: nothing was sent, and the choice is still on the screen.
 */
export async function resubmit(phone: PhoneContext, view: RecordView, activity: Activity, context: ActivityContext): Promise<boolean> {
  const { hard, soft } = checkActivity(activity, context);
  if (hard.length > 0 || soft.length > 0) return false;
  const savedAtMs = Date.now();
  await phone.hands.notebook.submit({
    changeId: ChangeId.parse(uuidV7(savedAtMs, randomBytes(10))), recordId: view.recordId, scope: phone.identity.unit.id, kind: 'activity',
    base: view.nextBase, body: activityBody(activity), draftId: null, draft: editDraft(phone, view, activity, savedAtMs), savedAtMs,
  });
  phone.hands.runner.nudge('saved');
  return true;
}
