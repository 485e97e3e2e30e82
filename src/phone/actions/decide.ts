/** “Đồng ý”, “Trả lại để bổ sung”, “Mở khóa để sửa”: check, then one durable save of the slip, then wake the sync. */
import { randomBytes } from '../../device/keys.ts';
import type { ReturnDraftEntry } from '../../device/return-draft-entry.ts';
import { ChangeId, RecordId, uuidV7 } from '../../domain/id.ts';
import type { UnitId } from '../../domain/id.ts';
import { personalDataProblems } from '../../domain/personal-data.ts';
import { problem } from '../../domain/problem.ts';
import type { Problem } from '../../domain/problem.ts';
import { checkReviewSlip, reviewSlipKind } from '../../domain/review-slip.ts';
import type { ReviewSlip } from '../../domain/review-slip.ts';
import { bodySum } from '../../sync/edition.ts';
import type { MirrorRecord } from '../../sync/mirror.ts';
import type { PhoneContext } from '../context.ts';

export type Decided = Pick<ReviewSlip, 'decision' | 'remarks' | 'dueOn' | 'reason'>;

export const approval: Decided = { decision: 'approved', remarks: [], dueOn: null, reason: '' };

/**
 * @param record the words that were read, and whose they are; @param draft of a return, to be given back with an undo.
 * @returns what is wrong, at `remarks`, the place of a remark, or `reason`; nothing when it is saved. `review-twice`: another
 * tab has decided otherwise on these words; what was typed is on the shelf.
 * @throws StoreTrouble when the phone refuses to write: nothing was decided, and the draft is as it was.
 */
export async function decide(
  phone: PhoneContext, { record: { current }, unitId }: { readonly record: MirrorRecord; readonly unitId: UnitId }, decided: Decided,
  knownNames: readonly string[], draft: ReturnDraftEntry | null = null,
): Promise<readonly Problem[]> {
  const slip: ReviewSlip = { recordId: current.recordId, unitId, edition: current.edition, changeId: current.changeId, sum: bodySum(current.body), ...decided };
  const problems = [
    ...checkReviewSlip(slip),
    ...slip.remarks.flatMap(({ field, text }) => personalDataProblems(text, field, knownNames)),
    ...personalDataProblems(slip.reason, 'reason', knownNames),
  ];
  if (problems.length > 0) return problems;
  const savedAtMs = Date.now();
  const changeId = ChangeId.parse(uuidV7(savedAtMs, randomBytes(10)));
  const { change } = await phone.hands.notebook.submit({
    changeId, recordId: RecordId.parse(uuidV7(savedAtMs, randomBytes(10))), scope: phone.identity.unit.id,
    kind: reviewSlipKind, base: null, body: { ...slip }, draftId: draft?.draftId ?? null, draft: null, ...(draft ? { returnDraft: draft } : {}), savedAtMs,
  });
  if (change.changeId !== changeId && JSON.stringify(change.body) !== JSON.stringify(slip)) return [problem('review-twice')];
  phone.hands.runner.nudge('saved');
  return [];
}
