import { expect, test } from 'vitest';
import { sumSheet } from '../../src/desk/screens/reports/sum-sheet.ts';
import { DeskRollUp } from '../../src/sync/desk-report-protocol.ts';

const recordId = '018f0000-0000-7000-8000-000000000001';
const sum = DeskRollUp.parse({
  period: null, periods: [], unitId: 'u07', unitName: 'LĐLĐ huyện Mường Nhé', uppers: [], added: [], ownCount: 0,
  indicators: [
    { code: 'I1.01', taskId: '1', label: 'Số buổi tuyên truyền', unit: 'buổi', partOf: null, method: 'sum' },
    { code: 'I2.03', taskId: '2', label: 'Số người được chăm lo', unit: 'người', partOf: null, method: 'sum' },
  ],
  lines: [{ code: 'I2.03', value: 1200, women: 700, womenMissing: 0, parts: null, own: 0, from: [{ unitId: 'c01', unitName: 'CĐCS Huổi Sang', recordId, value: 1200 }] }],
  missing: [{ unitId: 'c02', unitName: 'CĐCS Nà Lướt', recordId: null, state: null }],
});

test('the sheet has a row a line under its task, numbers as numbers, who gave them, and who is not in it', () => {
  const { head, widths, rows } = sumSheet(sum, (taskId) => `Nhiệm vụ ${taskId}`);
  expect(rows.map((row) => row.length)).toEqual(rows.map(() => head.length));
  expect(widths.length).toBe(head.length);
  expect(rows).toEqual([
    ['Nhiệm vụ 1', null, null, null, null, null],
    ['Số buổi tuyên truyền', 'buổi', null, null, null, null],
    ['Nhiệm vụ 2', null, null, null, null, null],
    ['Số người được chăm lo', 'người', 1200, 700, 0, 'CĐCS Huổi Sang: 1.200'],
    ['Chưa có báo cáo được duyệt: CĐCS Nà Lướt', null, null, null, null, null],
  ]);
});
