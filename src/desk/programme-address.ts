/** The address of the desk's work programmes: `/ban?muc=chuong-trinh&nam=2020&trang-thai=chua-nop&xem=…`. */
import { RecordId, UnitId } from '../domain/id.ts';
import type { RecordState } from '../sync/desk-protocol.ts';
import { deskPath } from './address.ts';

/** `missing`: units that owe a programme and have sent none. */
export type ProgrammeState = RecordState | 'missing';

export interface ProgrammeAddress {
  /** Null: the present working year. */
  readonly year: number | null;
  /** Takes the units below it along. */
  readonly unit: UnitId | null;
  readonly state: ProgrammeState | null;
  readonly text: string;
  readonly recordId: RecordId | null;
}

export const emptyProgrammeAddress: ProgrammeAddress = { year: null, unit: null, state: null, text: '', recordId: null };

const part = 'chuong-trinh';
const stateWords: Readonly<Record<ProgrammeState, string>> = { received: 'cho-duyet', returned: 'da-tra-lai', approved: 'da-duyet', void: 'da-huy', missing: 'chua-nop' };
const states = Object.keys(stateWords) as readonly ProgrammeState[];
const textLength = 100;

export function isProgrammeAddress(search: string): boolean {
  return new URLSearchParams(search).get('muc') === part;
}

/** @returns the address; a part that cannot be read counts as absent, because people also type and cut addresses. */
export function readProgrammeAddress(search: string): ProgrammeAddress {
  const asked = new URLSearchParams(search);
  const word = asked.get('trang-thai');
  const year = asked.get('nam') ?? '';
  return {
    year: /^20\d{2}$/.test(year) ? Number(year) : null,
    unit: UnitId.safeParse(asked.get('don-vi')).data ?? null,
    state: states.find((state) => stateWords[state] === word) ?? null,
    text: (asked.get('tim') ?? '').normalize('NFC').trim().slice(0, textLength),
    recordId: RecordId.safeParse(asked.get('xem')).data ?? null,
  };
}

export function programmeAddressText({ year, unit, state, text, recordId }: ProgrammeAddress): string {
  const parts = new URLSearchParams({ muc: part });
  if (year !== null) parts.set('nam', String(year));
  if (unit !== null) parts.set('don-vi', unit);
  if (state !== null) parts.set('trang-thai', stateWords[state]);
  if (text !== '') parts.set('tim', text);
  if (recordId !== null) parts.set('xem', recordId);
  return `${deskPath}?${parts.toString()}`;
}
