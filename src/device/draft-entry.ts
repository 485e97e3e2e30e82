/** A draft in the notebook: what is typed so far, and which record it will become or mend. */
import * as z from 'zod/mini';
import { ActivityDraft } from '../domain/activity.ts';
import { OfficerId, RecordId } from '../domain/id.ts';
import { Instant } from '../domain/time.ts';
import { Base } from '../sync/protocol.ts';

export const DraftEntry = z.object({
  draftId: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Equals the record it will become, or mends. */
  recordId: RecordId,
  /** What the edit is made from; null for a new record. */
  base: Base,
  startedAt: Instant,
  updatedAt: Instant,
  officerId: OfficerId,
  content: ActivityDraft,
});
export type DraftEntry = z.infer<typeof DraftEntry>;
