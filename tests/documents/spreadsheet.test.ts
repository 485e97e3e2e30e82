/** Read back by another program's reader: what a spreadsheet shows is what went in. */
import { unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { spreadsheetFile } from '../../src/documents/spreadsheet.ts';
import type { Cell, Sheet } from '../../src/documents/spreadsheet.ts';
import { day } from '../make/activity-context.ts';

function aSheet(rows: readonly (readonly Cell[])[], over: Partial<Sheet> = {}): Sheet {
  return { name: 'Sổ', head: ['Tên', 'Số', 'Ngày'], widths: [20, 8, 12], rows, ...over };
}

async function rowsOf(sheet: Sheet): Promise<readonly (readonly unknown[])[]> {
  const [first] = await readXlsxFile(Buffer.from(spreadsheetFile(sheet)));
  expect(first?.sheet).toBe(sheet.name);
  return first?.data ?? [];
}

function part(sheet: Sheet, path: string): string {
  return Buffer.from(unzipSync(spreadsheetFile(sheet))[path] ?? new Uint8Array()).toString('utf8');
}

test('[kC6] numbers come back as numbers, days as days, and every mark of a letter stays', async () => {
  const [head, row] = await rowsOf(aSheet([['Tuyên dương đoàn viên ở Mường Nhé', 1200, { on: day('2020-05-19') }]]));
  expect(head).toEqual(['Tên', 'Số', 'Ngày']);
  expect(row).toEqual(['Tuyên dương đoàn viên ở Mường Nhé', 1200, new Date('2020-05-19T00:00:00.000Z')]);
});

test.each(['1900-03-01', '1999-12-31', '2020-02-29', '2055-11-30'])('the day %s is this day', async (on) => {
  const [, row] = await rowsOf(aSheet([['', 0, { on: day(on) }]]));
  expect(row?.[2]).toEqual(new Date(`${on}T00:00:00.000Z`));
});

test('[kC6] what a spreadsheet would take for a formula is a text with an apostrophe', async () => {
  const risky = ['=1+1', '+84 912', '-2', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x")'];
  const sheet = aSheet(risky.map((text) => [text, 1, null]));
  expect((await rowsOf(sheet)).slice(1).map(([text]) => text)).toEqual(risky.map((text) => `'${text}`));
  expect(part(sheet, 'xl/worksheets/sheet1.xml')).not.toContain('<f>');
});

test('the head stays in sight and comes again on every printed page', () => {
  expect(part(aSheet([]), 'xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(part(aSheet([], { name: 'Sổ \'20' }), 'xl/workbook.xml')).toContain('\'Sổ \'\'20\'!$1:$1</definedName>');
});

test('signs of XML, several lines, letters in parts and letters that XML refuses do no harm', async () => {
  const [, row] = await rowsOf(aSheet([['<b>"A" & B</b>', 1, null], ['dòng một\ndòng hai', 2, null]]));
  expect(row?.[0]).toBe('<b>"A" & B</b>');
  const rows = await rowsOf(aSheet([['Tết'.normalize('NFD'), 1, null], ['a\u0000b\u000Bc\uD800', 2, null], ['😀', 3, null]]));
  expect(rows.slice(1).map(([text]) => text)).toEqual(['Tết', 'abc', '😀']);
});

test('a blank is an empty cell, not a zero, and many columns keep their places', async () => {
  const head = Array.from({ length: 30 }, (_, index) => `Cột ${index + 1}`);
  const rows = await rowsOf({ name: 'Sổ', head, widths: head.map(() => 9), rows: [head.map((_, index) => (index === 28 ? 7 : null)), head.map((_, index) => index)] });
  expect(rows[1]?.[28]).toBe(7);
  expect(rows[1]?.[0]).toBeNull();
  expect(rows[2]).toEqual(head.map((_, index) => index));
});

test('a year of a large unit comes out whole: 3,000 rows', async () => {
  const rows = await rowsOf(aSheet(Array.from({ length: 3000 }, (_, index) => [`Sinh hoạt chuyên đề số ${index} của công đoàn cơ sở, có biên bản và ảnh toàn cảnh`, index, { on: day('2020-05-15') }])));
  expect(rows).toHaveLength(3001);
  expect(rows.at(-1)?.[1]).toBe(2999);
});
