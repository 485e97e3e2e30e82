/** The address of the desk's reports and of their sum: `/ban?muc=bao-cao&ky=2020-h1&trang-thai=chua-nop&xem=…`. */
import { PeriodId } from '../domain/period.ts';
import { deskPath } from './address.ts';
import { addBoardAddress, emptyBoardAddress, readBoardAddress } from './board-address.ts';
import type { BoardAddress } from './board-address.ts';

/** In the sum `unit` is the one whose reports are added up. */
export interface ReportAddress extends BoardAddress {
  readonly view: 'list' | 'sum';
  /** Null: the period that closed last. */
  readonly periodId: PeriodId | null;
}

export const emptyReportAddress: ReportAddress = { view: 'list', periodId: null, ...emptyBoardAddress };

const viewWords = { list: 'bao-cao', sum: 'tong-hop' } as const;

/** Which part of the desk an address leads to; what cannot be read is the list of activities. */
export function isReportAddress(search: string): boolean {
  return Object.values<string>(viewWords).includes(new URLSearchParams(search).get('muc') ?? '');
}

export function readReportAddress(search: string): ReportAddress {
  const asked = new URLSearchParams(search);
  return { view: asked.get('muc') === viewWords.sum ? 'sum' : 'list', periodId: PeriodId.safeParse(asked.get('ky')).data ?? null, ...readBoardAddress(asked) };
}

export function reportAddressText(address: ReportAddress): string {
  const parts = new URLSearchParams({ muc: viewWords[address.view] });
  if (address.periodId !== null) parts.set('ky', address.periodId);
  addBoardAddress(parts, address);
  return `${deskPath}?${parts.toString()}`;
}
