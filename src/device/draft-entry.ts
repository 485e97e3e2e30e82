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

/**
 * What a later version added stays in the draft: the schema judges, it does not rewrite. One of before there were
 * photos has none.
 */
export function readDraft(stored: unknown): DraftEntry | null {
  const parsed = DraftEntry.safeParse(stored);
  if (!parsed.success) return null;
  const draft = stored as DraftEntry;
  return { ...draft, content: { ...draft.content, photos: parsed.data.content.photos } };
}
