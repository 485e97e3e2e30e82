import { instantOf } from '../../domain/time.ts';
import type { PhoneContext } from '../context.ts';
import type { RecordView } from '../record-view.ts';

type Giver = Pick<PhoneContext, 'hands'>;

/**
 * “Bỏ bản sửa này”: the edits that the province refused are given up, and what it holds stands again. Their words stay in the journal.
 * @throws StoreTrouble when the phone refuses to write: nothing was given up.
 */
export function giveUpEdit({ hands: { notebook } }: Giver, { recordId }: Pick<RecordView, 'recordId'>): Promise<void> {
  return notebook.giveUp(recordId, instantOf(Date.now()));
}

/** “Lấy lại bản sửa”: the edit asks for a hand again, as before it was given up. */
export function takeUpEdit({ hands: { notebook } }: Giver, { recordId }: Pick<RecordView, 'recordId'>): Promise<void> {
  return notebook.giveUp(recordId, null);
}
