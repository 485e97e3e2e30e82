/**
 * Khóa: a report that an upper union has added up stands still, so that a sum and what it was made of agree. Written by
 * the server into the unit's scope when a sum arrives, when one no longer names the report, and when it is opened again.
 */
import * as z from 'zod/mini';
import { RecordId, UnitId } from './id.ts';
import { Instant } from './time.ts';

export const Lock = z.object({
  recordId: RecordId,
  /** The edition that was added up. */
  edition: z.int().check(z.minimum(1)),
  isLocked: z.boolean(),
  /** The union that added it up, or that opened it. */
  byUnitId: UnitId,
  byUnitName: z.string().check(z.maxLength(160)),
  /** The sum that holds it, or held it until it was opened; rows of an earlier version name the report itself. */
  sumId: RecordId,
  /** Why it was opened by a person; empty where the sum itself let it go. */
  reason: z.string().check(z.maxLength(200)),
  at: Instant,
});
export type Lock = z.infer<typeof Lock>;

/** Whether the lock holds the edition shown. */
export function isLockedAt(edition: number, lock: Pick<Lock, 'edition' | 'isLocked'> | null | undefined): boolean {
  return lock?.isLocked === true && lock.edition === edition;
}
