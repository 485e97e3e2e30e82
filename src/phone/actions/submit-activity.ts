/** “Lưu và gửi”: check, then one durable save, then wake the sync. Nothing is said to be saved before it is. */
import type { DraftEntry } from '../../device/draft-entry.ts';
import { randomBytes } from '../../device/keys.ts';
import { askToPersist } from '../../device/storage-health.ts';
import { troubleOf } from '../../device/trouble.ts';
import type { Trouble } from '../../device/trouble.ts';
import { readDraft } from '../../domain/activity-check.ts';
import type { ActivityContext, SoftWarning } from '../../domain/activity-check.ts';
import { activityBody } from '../../domain/activity.ts';
import { ChangeId, uuidV7 } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import type { JournalEntry } from '../../sync/ports.ts';
import type { PhoneContext } from '../context.ts';
import { composed } from '../screens/form/form-model.ts';

export type SubmitResult =
  | { readonly kind: 'saved'; readonly entry: JournalEntry }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Nothing is wrong, something is unusual: the officer may answer “Vẫn gửi”. */
  | { readonly kind: 'questions'; readonly questions: readonly SoftWarning[] }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export async function submitActivity(phone: PhoneContext, draft: DraftEntry, context: ActivityContext): Promise<SubmitResult> {
  const content = composed(draft.content);
  const read = readDraft(content, context);
  if ('problems' in read) return { kind: 'problems', problems: read.problems };
  if (read.soft.length > 0) return { kind: 'questions', questions: read.soft };
  const { notebook, runner } = phone.hands;
  const savedAtMs = Date.now();
  try {
    const entry = await notebook.submit({
      changeId: ChangeId.parse(uuidV7(savedAtMs, randomBytes(10))), recordId: draft.recordId, scope: phone.identity.unit.id, kind: 'activity',
      base: draft.base, body: activityBody(read.activity), draftId: draft.draftId, draft: { ...draft, content }, savedAtMs,
    });
    // A tick of the finger where the phone has one; nothing depends on it.
    (navigator as { vibrate?: (ms: number) => boolean }).vibrate?.(15);
    // The first words worth keeping; Firefox asks the officer, so only once.
    if (entry.change.seq === 1) void askToPersist();
    runner.nudge('saved');
    return { kind: 'saved', entry };
  } catch (error) {
    return { kind: 'trouble', trouble: troubleOf(error) };
  }
}
