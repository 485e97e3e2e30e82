/** Begins the mending of a record that was sent: a draft that stands on it, opened again if one is there already. */
import type { DraftEntry } from '../../device/draft-entry.ts';
import { randomBytes } from '../../device/keys.ts';
import type { Activity } from '../../domain/activity.ts';
import { uuidV7 } from '../../domain/id.ts';
import { instantOf } from '../../domain/time.ts';
import type { PhoneContext } from '../context.ts';
import type { RecordView } from '../record-view.ts';
import { draftOf } from '../screens/form/form-model.ts';

/**
 * @param activity what the boxes begin with; the record's own text where nothing else was chosen.
 * @param startAfresh a draft that is there already is left as it is, and a new one made beside it.
 * @returns the draft's id. The journal stays as it is: a change still on its way is followed by the edit, never taken
 * out for it, so that nothing is lost if the page dies here.
 * @throws StoreTrouble when the phone refuses to write.
 */
export async function mendRecord(phone: PhoneContext, view: RecordView, activity: Activity, startAfresh = false): Promise<string> {
  const { notebook } = phone.hands;
  const draft = editDraft(phone, view, activity, Date.now());
  const isSame = (one: DraftEntry): boolean => JSON.stringify([one.base, one.content]) === JSON.stringify([draft.base, draft.content]);
  const open = (await notebook.drafts()).find((one) => one.officerId === draft.officerId && one.recordId === view.recordId && (!startAfresh || isSame(one)));
  if (open) return open.draftId;
  await notebook.saveDraft(draft);
  return draft.draftId;
}

/** The record's text in boxes again, standing on what a further edit is made from. */
export function editDraft(phone: Pick<PhoneContext, 'identity'>, view: RecordView, activity: Activity, nowMs: number): DraftEntry {
  const at = instantOf(nowMs);
  return {
    draftId: uuidV7(nowMs, randomBytes(10)), recordId: view.recordId, base: view.nextBase, startedAt: at, updatedAt: at,
    officerId: phone.identity.officer.id, content: draftOf(activity),
  };
}
