/**
 * A return that a reviewer is writing, on the shelf of the drafts. It has neither `content` nor `report`, so that an older
 * version of the app takes it for nothing it knows and leaves it as it stands.
 */
import * as z from 'zod/mini';
import { OfficerId, RecordId } from '../domain/id.ts';
import { Instant } from '../domain/time.ts';

export const ReturnDraftEntry = z.object({
  /** Of the record and the officer: see `returnDraftId`. */
  draftId: z.string().check(z.minLength(1), z.maxLength(80)),
  /** The record of the unit below that is to be returned. */
  returnOf: RecordId,
  updatedAt: Instant,
  officerId: OfficerId,
  /**
   * A `ReturnDraft`. Read by the page that writes it: home is not to carry the shape of a return. Bound to no edition: what was
   * written of an older one is read beside the newer one, and sent for it or not at all.
   */
  written: z.looseObject({ remarks: z.unknown(), dueOn: z.string() }),
});
export type ReturnDraftEntry = z.infer<typeof ReturnDraftEntry>;

/** One return of a record and an officer is being written at a time, in whatever tab. */
export function returnDraftId(recordId: RecordId, officerId: OfficerId): string {
  return `return ${recordId} ${officerId}`.slice(0, 80);
}

/** The row as it stands; null for another kind of draft, and for what cannot be read. */
export function readReturnDraft(stored: unknown): ReturnDraftEntry | null {
  return ReturnDraftEntry.safeParse(stored).success ? (stored as ReturnDraftEntry) : null;
}
