/** “Trả lại theo bản mới”: the words of a return that was not counted stand in the boxes of a new one, kept before they are shown. */
import { readReturnDraft, returnDraftId } from '../../device/return-draft-entry.ts';
import type { ReturnDraftEntry } from '../../device/return-draft-entry.ts';
import type { RecordId } from '../../domain/id.ts';
import { returnAgain, ReturnDraft } from '../../domain/return-draft.ts';
import type { ReturnReason } from '../../domain/return-draft.ts';
import type { ReviewSlip } from '../../domain/review-slip.ts';
import { instantOf } from '../../domain/time.ts';
import type { LocalDate } from '../../domain/time.ts';
import { returnReasonWords } from '../../i18n/return-words.ts';
import type { PhoneContext } from '../context.ts';
import { takeOver } from '../screens/form/draft-saver.ts';

/** Today, and until when a return asks where its own day has passed. */
interface ReturnDays { readonly today: LocalDate; readonly proposed: LocalDate }

type Writer = Pick<PhoneContext, 'hands' | 'identity'>;

/** What this officer has written so far of a return of the record; null where nothing is. */
export async function keptReturn({ hands, identity }: Writer, recordId: RecordId): Promise<ReturnDraftEntry | null> {
  const draftId = returnDraftId(recordId, identity.officer.id);
  return readReturnDraft(await takeOver(draftId)) ?? hands.notebook.returnDraft(draftId);
}

/**
 * @param slip the return that was not counted; @param reasons the ready ones of such a record.
 * @throws StoreTrouble when the phone refuses to write: nothing is begun, and the words stand where they were read.
 */
export async function beginReturnAgain(phone: Writer, { recordId, remarks, dueOn }: Pick<ReviewSlip, 'recordId' | 'remarks' | 'dueOn'>, reasons: readonly ReturnReason[], days: ReturnDays): Promise<void> {
  const officerId = phone.identity.officer.id;
  const written = ReturnDraft.safeParse((await keptReturn(phone, recordId))?.written).data ?? null;
  const begun = returnAgain({ remarks, dueOn }, written, days.today, days.proposed, reasons, returnReasonWords);
  await phone.hands.notebook.saveReturnDraft({ draftId: returnDraftId(recordId, officerId), returnOf: recordId, updatedAt: instantOf(Date.now()), officerId, written: { ...begun } });
}
