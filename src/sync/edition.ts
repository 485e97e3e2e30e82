/** What a change becomes: the text it is known by, and the row of its edition. Both sides make them alike. */
import { checksum } from './frame.ts';
import type { Receipt } from '../domain/receipt.ts';
import type { EditionRow, OfferedChange } from './protocol.ts';

/** The text a change is hashed over: its own fields in a fixed order, never the receipt offered with it. */
export function changeText(change: OfferedChange): string {
  const { changeId, recordId, scope, kind, base, body, seq, savedAt, offset } = change;
  return JSON.stringify({ changeId, recordId, scope, kind, base, body, seq, savedAt, offset });
}

/** The sum of an edition's words, as both sides hold them. */
export function bodySum(body: Readonly<Record<string, unknown>>): string {
  return checksum(JSON.stringify(body));
}

/** An edition as a row: the server writes it, and the phone that sent the change makes the very same from its verdict. */
export function editionRow(
  change: Pick<OfferedChange, 'recordId' | 'changeId' | 'kind' | 'body' | 'savedAt' | 'offset'>, edition: number, receipt: Receipt, officerId: string,
): EditionRow {
  const { recordId, changeId, kind, body, savedAt, offset } = change;
  return { recordId, edition, changeId, recordKind: kind, body, officerId, savedAt, ...(offset ? { offset } : {}), receipt };
}
