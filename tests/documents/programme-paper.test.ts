/** The phone's programme as a paper that may be signed. */
import { describe, expect, it } from 'vitest';
import { programmePaper } from '../../src/phone/screens/programme/programme-paper.ts';
import { docxFile } from '../../src/documents/docx-file.ts';
import { aProgramme } from '../make/programme.ts';
import { aReference, aSchoolUnit } from '../make/reference.ts';
import { officeCheck } from './office-check.ts';

const own = { requirementId: null, title: 'Gặp mặt đầu xuân', months: { from: 12, to: 1 }, responsible: 'Tổ công đoàn', isKept: true };
const paper = programmePaper(aProgramme('c01', { '8.5': { isKept: false }, own0a1b2c3d: own }), { unit: aSchoolUnit(), reference: aReference() }, 'LĐLĐ huyện Mường Nhé');

describe('the programme on paper', () => {
  it('passes the office’s own rules; only the seat is left for a pen', async () => {
    expect(Object.keys(officeCheck(await docxFile(paper))).filter((point) => point !== 'place-and-date')).toEqual([]);
  });

  it('has every item that is in with its months and its role, what was taken out nowhere, and the unit’s own last', () => {
    const [schedule] = paper.appendices;
    const cells = schedule?.rows.map((row) => row.cells) ?? [];
    const row = (text: string) => cells.find((one) => one.includes(text));
    expect(row('Tổ chức các hoạt động Tháng Công nhân năm 2020')?.slice(2, 4)).toEqual(['Tháng 5', 'Ban Chấp hành']);
    expect(cells.flat().some((one) => String(one).includes('bóng chuyền'))).toBe(false);
    expect(cells.at(-1)?.slice(1, 4)).toEqual(['Gặp mặt đầu xuân', 'Tháng 12/2019 đến tháng 1/2020', 'Tổ công đoàn']);
    expect(paper.heading?.subject).toBe('Công tác Tuyên giáo Công đoàn năm 2020');
  });
});
