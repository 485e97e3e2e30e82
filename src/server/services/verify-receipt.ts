/** Whether a receipt number was given by this server, to which words, and when: for whoever holds it on paper. */
import type { ChangeId, RecordId, UnitId } from '../../domain/id.ts';
import { ReceiptNumber } from '../../domain/receipt.ts';
import type { Instant } from '../../domain/time.ts';
import { receiptSeal } from '../../sync/accept.ts';
import type { Host } from './host.ts';

export interface VerifiedReceipt {
  readonly number: ReceiptNumber;
  readonly changeId: ChangeId;
  readonly recordId: RecordId;
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly title: string;
  readonly edition: number;
  /** Edition of the record that stands now; a later one than the receipt's when it was mended. */
  readonly currentEdition: number;
  readonly isVoid: boolean;
  readonly receivedAt: Instant;
}

export type VerifyReceiptOutcome =
  | { readonly kind: 'verified'; readonly receipt: VerifiedReceipt }
  /** Not of a receipt's shape, or mistyped: the check character does not fit. */
  | { readonly kind: 'number-malformed' }
  | { readonly kind: 'number-unknown' }
  /** The number stands here, but its mark or its words are not those that this server once sealed. */
  | { readonly kind: 'mark-wrong' };

/** @param typed as read from paper: small letters and spaces around it do not matter. */
export function verifyReceipt(host: Host, typed: string): Promise<VerifyReceiptOutcome> {
  const number = ReceiptNumber.safeParse(typed.trim().toUpperCase());
  if (!number.success) return Promise.resolve({ kind: 'number-malformed' });
  return host.storage.transaction(async (page) => {
    const holder = (await page.recall([], [], [number.data])).receipts.get(number.data);
    const [raw] = holder ? await page.raw([holder.changeId]) : [];
    const record = raw && (await page.record(raw.recordId));
    if (!holder || !raw || !record || raw.verdict.code !== 'ok') return { kind: 'number-unknown' };
    const { receipt, edition } = raw.verdict;
    const { seals } = host;
    const isSealed = receipt.number === number.data && receipt.mark === seals.mark(receiptSeal(receipt.number, raw.changeId, raw.hash, receipt.receivedAt));
    if (!isSealed || seals.hash(raw.text) !== raw.hash) return { kind: 'mark-wrong' };
    const unit = await page.unit(record.scope);
    return {
      kind: 'verified',
      receipt: {
        number: number.data, changeId: raw.changeId, recordId: raw.recordId, unitId: record.scope, unitName: unit?.name ?? record.scope,
        title: record.title, edition, currentEdition: record.edition, isVoid: record.isVoid, receivedAt: receipt.receivedAt,
      },
    };
  });
}
