/** The address of the desk's work programmes: `/ban?muc=chuong-trinh&nam=2020&trang-thai=chua-nop&xem=…`. */
import { deskPath } from './address.ts';
import { addBoardAddress, emptyBoardAddress, readBoardAddress } from './board-address.ts';
import type { BoardAddress } from './board-address.ts';

export interface ProgrammeAddress extends BoardAddress {
  /** Null: the present working year. */
  readonly year: number | null;
}

export const emptyProgrammeAddress: ProgrammeAddress = { year: null, ...emptyBoardAddress };

const part = 'chuong-trinh';

export function isProgrammeAddress(search: string): boolean {
  return new URLSearchParams(search).get('muc') === part;
}

export function readProgrammeAddress(search: string): ProgrammeAddress {
  const asked = new URLSearchParams(search);
  const year = asked.get('nam') ?? '';
  return { year: /^20\d{2}$/.test(year) ? Number(year) : null, ...readBoardAddress(asked) };
}

export function programmeAddressText(address: ProgrammeAddress): string {
  const parts = new URLSearchParams({ muc: part });
  if (address.year !== null) parts.set('nam', String(address.year));
  addBoardAddress(parts, address);
  return `${deskPath}?${parts.toString()}`;
}
