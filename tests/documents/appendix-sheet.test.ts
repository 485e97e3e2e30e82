import { readSheet } from 'read-excel-file/node';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { appendixSheet } from '../../src/documents/appendix-sheet.ts';
import type { Appendix } from '../../src/documents/page-model.ts';
import { periodReportDocument } from '../../src/documents/period-report.ts';
import { districtReportValues, reportValues } from '../make/official-document.ts';

function appendixOf(document: ReturnType<typeof periodReportDocument>): Appendix {
  const [appendix] = document.appendices;
  if (appendix === undefined) throw new Error('no appendix');
  return appendix;
}

async function written(appendix: Appendix): Promise<{ rows: readonly (readonly unknown[])[]; xml: string }> {
  const { rows, options, fileOptions } = appendixSheet(appendix, 'Phụ lục');
  const file = await writeXlsxFile(rows, options, fileOptions).toBuffer();
  return { rows: await readSheet(file), xml: strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array()) };
}

const upright = appendixOf(periodReportDocument(reportValues()));
const turned = appendixOf(periodReportDocument(districtReportValues()));

describe('the appendix as a sheet', () => {
  test('holds the same words as the paper, and numbers as numbers', async () => {
    const { rows } = await written(upright);
    expect(rows.slice(0, 2).map(([title]) => title)).toEqual(['Phụ lục', 'SỐ LIỆU CÔNG TÁC TUYÊN GIÁO CÔNG ĐOÀN 6\u00a0THÁNG\u00a0ĐẦU\u00a0NĂM\u00a02020']);
    expect(rows[3]).toEqual(['TT', 'Nội dung', 'Đơn vị tính', 'Số lượng', 'Ghi chú']);
    expect(rows.slice(4, 10)).toEqual([
      ['I', 'Tuyên truyền, giáo dục truyền thống', null, null, null],
      [1, 'Số buổi tuyên truyền đường lối, chính sách, pháp luật, nhiệm vụ công đoàn', 'buổi', 2, null],
      [2, 'Số lượt người dự tuyên truyền', 'lượt người', 58, null],
      [null, 'Trong đó: nữ', 'lượt người', 34, null],
      [3, 'Số suất quà Tết', 'suất', 12, null],
      [4, 'Giá trị chăm lo Tết', 'nghìn đồng', 3600, 'Quỹ CĐCS'],
    ]);
  });

  test('keeps its heading in sight, merges titles and groups, and lies on its side where the paper does', async () => {
    const { xml } = await written(turned);
    // Three titles and two rows of headings.
    expect(xml).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    expect(xml).toContain('orientation="landscape"');
    const merged = [...xml.matchAll(/<mergeCell ref="([A-Z\d:]+)"/g)].map(([, cells]) => cells);
    expect(merged).toEqual(expect.arrayContaining(['A1:H1', 'A2:H2', 'A3:H3', 'A4:A5', 'D4:F4', 'B6:H6']));
    expect((await written(upright)).xml).not.toContain('landscape');
  });

  test('gives a row the room that its longest words need', async () => {
    const heights = [...(await written(upright)).xml.matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map(([, row, height]) => [Number(row), Number(height)]);
    expect(heights).toHaveLength((await written(upright)).rows.length);
    // “Số buổi tuyên truyền đường lối …” takes two lines, “Số suất quà Tết” one.
    expect(heights.filter(([row]) => row === 6 || row === 9)).toEqual([[6, 34], [9, 18]]);
  });

  test.each(['=1+1', '+84 912', '-5', '@SUM(A1)', '\t=1'])('a text that begins like a formula stays a text: %j', async (text) => {
    const { rows } = await written({ ...upright, rows: [{ kind: 'row', cells: [1, text, text, 3, null] }] });
    expect(rows[4]).toEqual([1, expect.stringMatching(/^'/), expect.stringMatching(/^'/), 3, null]);
  });

  test('the name of the sheet is one that a spreadsheet takes', () => {
    const { options } = appendixSheet(upright, 'Phụ lục 6 tháng [đầu/năm]: tuyên giáo 2020');
    expect(options.sheet).toMatch(/^[^\\/?*[\]:]{1,31}$/);
  });
});
