/** A draft of a work programme in the notebook, on the shelf of the drafts and, like a report's, without `content`. */
import * as z from 'zod/mini';
import { OfficerId, RecordId } from '../domain/id.ts';
import { Instant } from '../domain/time.ts';
import { Base } from '../sync/protocol.ts';

export const ProgrammeDraftEntry = z.object({
  draftId: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Equals the record it will become, or mends. */
  recordId: RecordId,
  base: Base,
  startedAt: Instant,
  updatedAt: Instant,
  officerId: OfficerId,
  workingYear: z.int(),
  /** A `ProgrammeDraft`. Read by the page that writes it. */
  programme: z.looseObject({ items: z.unknown() }),
});
export type ProgrammeDraftEntry = z.infer<typeof ProgrammeDraftEntry>;

/** The row as it stands; null for every other draft, and for what cannot be read. */
export function readProgrammeDraft(stored: unknown): ProgrammeDraftEntry | null {
  return ProgrammeDraftEntry.safeParse(stored).success ? (stored as ProgrammeDraftEntry) : null;
}
