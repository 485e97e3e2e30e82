/** “Gửi chương trình”: check, then one durable save, then wake the sync. */
import { randomBytes } from '../../device/keys.ts';
import type { ProgrammeDraftEntry } from '../../device/programme-draft-entry.ts';
import { ChangeId, uuidV7 } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import { programmeKind } from '../../domain/programme.ts';
import type { ProgrammeDraft } from '../../domain/programme.ts';
import { readProgramme } from '../../domain/programme-check.ts';
import type { ProgrammeContext, ProgrammeWarning } from '../../domain/programme-check.ts';
import type { PhoneContext } from '../context.ts';

export type ProgrammeSubmission =
  | { readonly kind: 'saved' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Nothing is wrong, something is unusual: the officer may answer that it is right. */
  | { readonly kind: 'questions'; readonly questions: readonly ProgrammeWarning[] };

/** @throws StoreTrouble when the phone refuses to write: the draft is as it was. */
export async function submitProgramme(phone: PhoneContext, entry: ProgrammeDraftEntry, draft: ProgrammeDraft, context: ProgrammeContext): Promise<ProgrammeSubmission> {
  const read = readProgramme(draft, context);
  if ('problems' in read) return { kind: 'problems', problems: read.problems };
  if (read.soft.length > 0) return { kind: 'questions', questions: read.soft };
  const savedAtMs = Date.now();
  await phone.hands.notebook.submit({
    changeId: ChangeId.parse(uuidV7(savedAtMs, randomBytes(10))), recordId: entry.recordId, scope: phone.identity.unit.id, kind: programmeKind,
    base: entry.base, body: { ...read.programme }, draftId: entry.draftId, draft: null, reportDraft: { ...entry, programme: { ...draft } }, savedAtMs,
  });
  phone.hands.runner.nudge('saved');
  return { kind: 'saved' };
}
