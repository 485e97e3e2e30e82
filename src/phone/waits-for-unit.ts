/** Whether a decision waits for the unit: after a restore the words it was made on come back with the unit's own phone. */
import type { MirrorRecord } from '../sync/mirror.ts';
import type { RecordView } from './record-view.ts';

/**
 * The journal keeps no code of what was put off (SPEC.md N4, `order`), and needs none: the province has answered, and does not
 * hold the edition that was read. @param record as the mirror holds it now; null where it does not.
 */
export function waitsForUnit({ slip, standing: { qualifier } }: Pick<RecordView, 'slip' | 'standing'>, record: MirrorRecord | null): boolean {
  return slip !== null && qualifier === 'will-retry' && (record === null || record.current.edition < slip.edition);
}
