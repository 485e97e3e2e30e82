/** “Gửi báo cáo”: check, then one durable save, then wake the sync. */
import { randomBytes } from '../../device/keys.ts';
import type { ReportDraftEntry } from '../../device/report-draft-entry.ts';
import { ChangeId, uuidV7 } from '../../domain/id.ts';
import type { Problem } from '../../domain/problem.ts';
import { readReport } from '../../domain/report-check.ts';
import type { ReportContext, ReportWarning } from '../../domain/report-check.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import { reportKind } from '../../domain/report.ts';
import type { PhoneContext } from '../context.ts';

export type ReportSubmission =
  | { readonly kind: 'saved' }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  /** Nothing is wrong, something is unusual: the officer may answer that it is right. */
  | { readonly kind: 'questions'; readonly questions: readonly ReportWarning[] };

/** @throws StoreTrouble when the phone refuses to write: the draft is as it was. */
export async function submitReport(phone: PhoneContext, entry: ReportDraftEntry, draft: ReportDraft, context: ReportContext): Promise<ReportSubmission> {
  const read = readReport(draft, context);
  if ('problems' in read) return { kind: 'problems', problems: read.problems };
  if (read.soft.length > 0) return { kind: 'questions', questions: read.soft };
  const savedAtMs = Date.now();
  await phone.hands.notebook.submit({
    changeId: ChangeId.parse(uuidV7(savedAtMs, randomBytes(10))), recordId: entry.recordId, scope: phone.identity.unit.id, kind: reportKind,
    base: entry.base, body: { ...read.report }, draftId: entry.draftId, draft: null, reportDraft: { ...entry, report: { ...draft } }, savedAtMs,
  });
  phone.hands.runner.nudge('saved');
  return { kind: 'saved' };
}
