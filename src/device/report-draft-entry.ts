/**
 * A draft of a report in the notebook, on the shelf of the drafts. It has no `content`, so that a version of the app
 * from before there were reports takes it for nothing it knows, leaves it as it stands and hands it on in a backup.
 */
import * as z from 'zod/mini';
import { OfficerId, RecordId } from '../domain/id.ts';
import { PeriodId } from '../domain/period.ts';
import { Instant } from '../domain/time.ts';
import { Base } from '../sync/protocol.ts';

export const ReportDraftEntry = z.object({
  draftId: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Equals the record it will become, or mends. */
  recordId: RecordId,
  base: Base,
  startedAt: Instant,
  updatedAt: Instant,
  officerId: OfficerId,
  periodId: PeriodId,
  /** A `ReportDraft`. Read by the page that writes it: home is not to carry the shape of a report. */
  report: z.looseObject({ lines: z.unknown() }),
});
export type ReportDraftEntry = z.infer<typeof ReportDraftEntry>;

/** The row as it stands; null for an activity's draft, and for what cannot be read. */
export function readReportDraft(stored: unknown): ReportDraftEntry | null {
  return ReportDraftEntry.safeParse(stored).success ? (stored as ReportDraftEntry) : null;
}
