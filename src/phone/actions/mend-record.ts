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
 * @returns the draft's id. A change that nobody has been handed yet is taken back instead of being followed by another.
 */
export async function mendRecord(phone: PhoneContext, view: RecordView, activity: Activity, startAfresh = false): Promise<string> {
  const { notebook } = phone.hands;
  if (view.undoable !== null) {
    const { undone, draft } = await notebook.undo(view.undoable);
    if (undone && draft) return draft.draftId;
  }
  const open = (await notebook.drafts()).find((draft) => draft.recordId === view.recordId);
  if (open && !startAfresh) return open.draftId;
  const nowMs = Date.now();
  const draft: DraftEntry = {
    draftId: open?.draftId ?? uuidV7(nowMs, randomBytes(10)), recordId: view.recordId, base: view.nextBase, startedAt: instantOf(nowMs),
    updatedAt: instantOf(nowMs), officerId: phone.identity.officer.id, content: draftOf(activity),
  };
  await notebook.saveDraft(draft);
  return draft.draftId;
}
