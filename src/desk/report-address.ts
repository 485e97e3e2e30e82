/** The address of the desk's reports and of their sum: `/ban?muc=bao-cao&ky=2020-h1&trang-thai=chua-nop&xem=…`. */
import { RecordId, UnitId } from '../domain/id.ts';
import { PeriodId } from '../domain/period.ts';
import type { RecordState } from '../sync/desk-protocol.ts';
import { deskPath } from './address.ts';

/** `missing`: units that owe a report and have sent none. */
export type ReportState = RecordState | 'missing';

export interface ReportAddress {
  readonly view: 'list' | 'sum';
  /** Null: the period that closed last. */
  readonly periodId: PeriodId | null;
  /** In the list it takes the units below it along; in the sum it is the unit whose reports are added up. */
  readonly unit: UnitId | null;
  readonly state: ReportState | null;
  readonly text: string;
  readonly recordId: RecordId | null;
}

export const emptyReportAddress: ReportAddress = { view: 'list', periodId: null, unit: null, state: null, text: '', recordId: null };

const viewWords = { list: 'bao-cao', sum: 'tong-hop' } as const;
const stateWords: Readonly<Record<ReportState, string>> = { received: 'cho-duyet', returned: 'da-tra-lai', approved: 'da-duyet', void: 'da-huy', missing: 'chua-nop' };
const states = Object.keys(stateWords) as readonly ReportState[];
const textLength = 100;

/** Which part of the desk an address leads to; what cannot be read is the list of activities. */
export function isReportAddress(search: string): boolean {
  return Object.values<string>(viewWords).includes(new URLSearchParams(search).get('muc') ?? '');
}

/** @returns the address; a part that cannot be read counts as absent, because people also type and cut addresses. */
export function readReportAddress(search: string): ReportAddress {
  const asked = new URLSearchParams(search);
  const word = asked.get('trang-thai');
  return {
    view: asked.get('muc') === viewWords.sum ? 'sum' : 'list',
    periodId: PeriodId.safeParse(asked.get('ky')).data ?? null,
    unit: UnitId.safeParse(asked.get('don-vi')).data ?? null,
    state: states.find((state) => stateWords[state] === word) ?? null,
    text: (asked.get('tim') ?? '').normalize('NFC').trim().slice(0, textLength),
    recordId: RecordId.safeParse(asked.get('xem')).data ?? null,
  };
}

export function reportAddressText({ view, periodId, unit, state, text, recordId }: ReportAddress): string {
  const parts = new URLSearchParams({ muc: viewWords[view] });
  if (periodId !== null) parts.set('ky', periodId);
  if (unit !== null) parts.set('don-vi', unit);
  if (state !== null) parts.set('trang-thai', stateWords[state]);
  if (text !== '') parts.set('tim', text);
  if (recordId !== null) parts.set('xem', recordId);
  return `${deskPath}?${parts.toString()}`;
}
