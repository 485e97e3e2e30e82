/** “Gửi báo cáo”, “Gửi chương trình”: checked before, one durable save, then wake the sync. */
import { randomBytes } from '../../device/keys.ts';
import type { ProgrammeDraftEntry } from '../../device/programme-draft-entry.ts';
import type { ReportDraftEntry } from '../../device/report-draft-entry.ts';
import { ChangeId, uuidV7 } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import type { PhoneContext } from '../context.ts';

/** What the domain says of the words as they stand: what is wrong, or what would be sent and what is asked back. */
export type ReadPaper<Question, Body extends object = object> =
  | { readonly problems: readonly Problem[] }
  | { readonly body: Body; readonly soft: readonly Question[] };

export type PaperSubmission<Question> =
  | { readonly kind: 'saved' }
  | { readonly kind: 'problems' }
  /** Nothing is wrong, something is unusual: the officer may answer that it is right. */
  | { readonly kind: 'questions'; readonly questions: readonly Question[] };

/**
 * @param entry the draft with its words as they were typed, given back by an undo.
 * @throws StoreTrouble when the phone refuses to write: the draft is as it was.
 */
export async function submitPaper<Question>(phone: PhoneContext, kind: string, entry: ReportDraftEntry | ProgrammeDraftEntry, read: ReadPaper<Question>): Promise<PaperSubmission<Question>> {
  if ('problems' in read) return { kind: 'problems' };
  if (read.soft.length > 0) return { kind: 'questions', questions: read.soft };
  const savedAtMs = Date.now();
  await phone.hands.notebook.submit({
    changeId: ChangeId.parse(uuidV7(savedAtMs, randomBytes(10))), recordId: entry.recordId, scope: phone.identity.unit.id, kind,
    base: entry.base, body: { ...read.body }, draftId: entry.draftId, draft: null, reportDraft: entry, savedAtMs,
  });
  phone.hands.runner.nudge('saved');
  return { kind: 'saved' };
}
