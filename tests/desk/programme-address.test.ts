import { expect, test } from 'vitest';
import { emptyProgrammeAddress, isProgrammeAddress, programmeAddressText, readProgrammeAddress } from '../../src/desk/programme-address.ts';
import type { RecordId, UnitId } from '../../src/domain/id.ts';

test('an address of the programmes may be copied: what it is read as writes the same address', () => {
  const full = { year: 2021, unit: 'u07' as UnitId, state: 'missing', text: 'huổi sang', recordId: '01970000-0000-7000-8000-000000000001' as RecordId } as const;
  for (const address of [emptyProgrammeAddress, full]) {
    const text = programmeAddressText(address);
    expect(readProgrammeAddress(text.slice(text.indexOf('?')))).toEqual(address);
    expect(isProgrammeAddress(text.slice(text.indexOf('?')))).toBe(true);
  }
  expect(isProgrammeAddress('?muc=bao-cao')).toBe(false);
});

test('an address that somebody cut or typed wrongly opens the list', () => {
  expect(readProgrammeAddress('?muc=chuong-trinh&nam=20&trang-thai=x&don-vi=U%207&xem=1')).toEqual(emptyProgrammeAddress);
});
