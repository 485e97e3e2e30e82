import { expect, test } from 'vitest';
import { emptyAddress, readAddress } from '../../src/desk/address.ts';
import { emptyReportAddress, isReportAddress, readReportAddress, reportAddressText } from '../../src/desk/report-address.ts';
import type { ReportAddress } from '../../src/desk/report-address.ts';
import type { RecordId, UnitId } from '../../src/domain/id.ts';
import type { PeriodId } from '../../src/domain/period.ts';

const full: ReportAddress = {
  view: 'list', periodId: '2020-h1' as PeriodId, unit: 'u07' as UnitId, state: 'missing', text: 'Huổi Sang', recordId: '018f0000-0000-7000-8000-000000000001' as RecordId,
};
const searchOf = (address: ReportAddress): string => new URL(reportAddressText(address), 'http://x').search;

test('a copied address of reports shows the same list', () => {
  expect(reportAddressText(emptyReportAddress)).toBe('/ban?muc=bao-cao');
  for (const address of [emptyReportAddress, full, { ...emptyReportAddress, view: 'sum', periodId: '2020-q1' as PeriodId } as const]) {
    expect(readReportAddress(searchOf(address))).toEqual(address);
  }
});

test('every state of a report has a word of its own in the address', () => {
  for (const state of ['received', 'returned', 'approved', 'void', 'missing'] as const) expect(readReportAddress(searchOf({ ...emptyReportAddress, state })).state).toBe(state);
});

test('what was typed wrong counts as absent', () => {
  expect(readReportAddress('?muc=bao-cao&ky=x&don-vi=!&trang-thai=gi-do&xem=1')).toEqual(emptyReportAddress);
});

test('an address of reports is no address of activities, and the other way round', () => {
  expect([isReportAddress('?muc=bao-cao'), isReportAddress('?muc=tong-hop'), isReportAddress('?muc=khac'), isReportAddress('?don-vi=u07')]).toEqual([true, true, false, false]);
  expect(readAddress(searchOf(full))).toEqual(emptyAddress);
});
