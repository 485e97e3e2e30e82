/** Takes a record that was sent out of all counts, with a reason; its words and history stay. */
import { randomBytes } from '../../device/keys.ts';
import { troubleOf } from '../../device/trouble.ts';
import type { Trouble } from '../../device/trouble.ts';
import { ChangeId, uuidV7 } from '../../domain/id.ts';
import { personalDataProblems } from '../../domain/personal-data.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { VoidBody, voidKind } from '../../sync/protocol.ts';
import type { PhoneContext } from '../context.ts';
import type { RecordView } from '../record-view.ts';

export type Cancellation = { readonly kind: 'saved' } | { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'store'; readonly trouble: Trouble };

/** Problems, at `reason`: `reason-missing`, and those of personal data. @param knownNames as the province has published them. */
export async function cancelRecord(phone: PhoneContext, view: RecordView, reason: string, knownNames: readonly string[]): Promise<Cancellation> {
  const body = VoidBody.safeParse({ reason: reason.normalize('NFC').trim() });
  if (!body.success) return { kind: 'refused', problem: problem('reason-missing', 'reason') };
  const [named] = personalDataProblems(body.data.reason, 'reason', knownNames);
  if (named) return { kind: 'refused', problem: named };
  const savedAtMs = Date.now();
  try {
    await phone.hands.notebook.submit({
      changeId: ChangeId.parse(uuidV7(savedAtMs, randomBytes(10))), recordId: view.recordId, scope: phone.identity.unit.id, kind: voidKind,
      base: view.nextBase, body: { ...body.data }, draftId: null, draft: null, savedAtMs,
    });
  } catch (error) {
    return { kind: 'store', trouble: troubleOf(error) };
  }
  phone.hands.runner.nudge('saved');
  return { kind: 'saved' };
}
