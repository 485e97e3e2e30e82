/**
 * The desk's address: filters and the open record stand in it, so that back works and a copied address shows
 * the same list. Its words are Vietnamese without marks, because people read and dictate them.
 */
import { RecordId, TaskId, UnitId } from '../domain/id.ts';
import type { RecordState } from '../sync/desk-protocol.ts';

export interface DeskAddress {
  /** Takes the units below it along. */
  readonly unit: UnitId | null;
  readonly task: TaskId | null;
  readonly state: RecordState | null;
  readonly text: string;
  /** From 1. */
  readonly page: number;
  readonly recordId: RecordId | null;
}

export const deskPath = '/ban';
export const emptyAddress: DeskAddress = { unit: null, task: null, state: null, text: '', page: 1, recordId: null };

const stateWords: Readonly<Record<RecordState, string>> = { received: 'cho-duyet', returned: 'da-tra-lai', approved: 'da-duyet', void: 'da-huy' };
const textLength = 100;

/**
 * @param search what stands after the path, `?don-vi=u07&xem=…`.
 * @returns the address; a part that cannot be read counts as absent, because people also type and cut addresses.
 */
export function readAddress(search: string): DeskAddress {
  const asked = new URLSearchParams(search);
  // Another part of the desk has filters of the same names.
  if (asked.has('muc')) return emptyAddress;
  const unit = UnitId.safeParse(asked.get('don-vi'));
  const task = TaskId.safeParse(asked.get('nhiem-vu'));
  const recordId = RecordId.safeParse(asked.get('xem'));
  const page = /^[1-9][0-9]{0,4}$/.exec(asked.get('trang') ?? '');
  return {
    unit: unit.success ? unit.data : null,
    task: task.success ? task.data : null,
    state: stateOf(asked.get('trang-thai')),
    text: (asked.get('tim') ?? '').normalize('NFC').trim().slice(0, textLength),
    page: page === null ? 1 : Number(page[0]),
    recordId: recordId.success ? recordId.data : null,
  };
}

/** The path and query of an address; what is absent is left out, so that equal lists have equal addresses. */
export function addressText(address: DeskAddress): string {
  const parts = new URLSearchParams();
  if (address.unit !== null) parts.set('don-vi', address.unit);
  if (address.task !== null) parts.set('nhiem-vu', address.task);
  if (address.state !== null) parts.set('trang-thai', stateWords[address.state]);
  if (address.text !== '') parts.set('tim', address.text);
  if (address.page > 1) parts.set('trang', String(address.page));
  if (address.recordId !== null) parts.set('xem', address.recordId);
  const query = parts.toString();
  return query === '' ? deskPath : `${deskPath}?${query}`;
}

/** The query of the list's own request, without the open record. */
export function listQuery(address: DeskAddress): string {
  const parts = new URLSearchParams();
  if (address.unit !== null) parts.set('unit', address.unit);
  if (address.task !== null) parts.set('task', address.task);
  if (address.state !== null) parts.set('state', address.state);
  if (address.text !== '') parts.set('q', address.text);
  if (address.page > 1) parts.set('page', String(address.page));
  return parts.toString();
}

export function hasFilter(address: DeskAddress): boolean {
  return address.unit !== null || address.task !== null || address.state !== null || address.text !== '';
}

/** The token of a first-login link (`/ban#dau-tien=…`), or null. It stands behind `#`, so that no server log sees it. */
export function firstLoginToken(hash: string): string | null {
  const found = /^#dau-tien=([A-Za-z0-9_-]{16,100})$/.exec(hash);
  return found?.[1] ?? null;
}

function stateOf(word: string | null): RecordState | null {
  if (word === stateWords.received) return 'received';
  if (word === stateWords.returned) return 'returned';
  if (word === stateWords.approved) return 'approved';
  return word === stateWords.void ? 'void' : null;
}
