/** What the desk's search looks through: titles without accents, and the receipt numbers that officers read out. */
import { foldPlain } from '../../domain/plain-fold.ts';
import type { RecordSummary } from '../../sync/ports.ts';

export function searchTextOf(record: Pick<RecordSummary, 'title' | 'receiptNumber'>): string {
  return foldPlain(`${record.title}\n${record.receiptNumber}`);
}
