/** What the addresses of the reports and of the work programmes have in common: who, which state, which words, what is open. */
import { RecordId, UnitId } from '../domain/id.ts';
import type { RecordState } from '../sync/desk-protocol.ts';

/** `missing`: units that owe one and have sent none. */
export type BoardState = RecordState | 'missing';

export interface BoardAddress {
  /** In a list it takes the units below it along. */
  readonly unit: UnitId | null;
  readonly state: BoardState | null;
  readonly text: string;
  readonly recordId: RecordId | null;
}

export const emptyBoardAddress: BoardAddress = { unit: null, state: null, text: '', recordId: null };

const stateWords: Readonly<Record<BoardState, string>> = { received: 'cho-duyet', returned: 'da-tra-lai', approved: 'da-duyet', void: 'da-huy', missing: 'chua-nop' };
const states = Object.keys(stateWords) as readonly BoardState[];
const textLength = 100;

/** A part that cannot be read counts as absent, because people also type and cut addresses. */
export function readBoardAddress(asked: URLSearchParams): BoardAddress {
  const word = asked.get('trang-thai');
  return {
    unit: UnitId.safeParse(asked.get('don-vi')).data ?? null,
    state: states.find((state) => stateWords[state] === word) ?? null,
    text: (asked.get('tim') ?? '').normalize('NFC').trim().slice(0, textLength),
    recordId: RecordId.safeParse(asked.get('xem')).data ?? null,
  };
}

/** Adds them behind what stands in `parts`. */
export function addBoardAddress(parts: URLSearchParams, { unit, state, text, recordId }: BoardAddress): void {
  if (unit !== null) parts.set('don-vi', unit);
  if (state !== null) parts.set('trang-thai', stateWords[state]);
  if (text !== '') parts.set('tim', text);
  if (recordId !== null) parts.set('xem', recordId);
}
