import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { docxFile } from '../../src/documents/docx-file.ts';
import { documentHeader } from '../../src/documents/page-model.ts';
import { periodReportDocument } from '../../src/documents/period-report.ts';
import { aLetter, districtReportValues, goldenDocuments, longNamedUnion, reportValues } from '../make/official-document.ts';
import { readDocx } from './docx-reader.ts';
import type { OfficePoint } from './office-check.ts';
import { officeCheck, officePoints } from './office-check.ts';

/** A fault planted in a part of a file that was right. */
interface Fault {
  readonly path: string;
  readonly plant: (text: string) => string;
}

function everywhere(path: string, from: string | RegExp, to: string): Fault {
  return { path, plant: (text) => text.replaceAll(from instanceof RegExp ? new RegExp(from, 'g') : from, to) };
}

const inDocument = (from: string | RegExp, to: string): Fault => everywhere('word/document.xml', from, to);

function inStyle(id: string, from: string | RegExp, to: string): Fault {
  return { path: 'word/styles.xml', plant: (text) => text.replace(new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`), (style) => style.replace(from, to)) };
}

/** In the first paragraph that holds these words. */
function inParagraph(words: string, from: string | RegExp, to: string): Fault {
  return {
    path: 'word/document.xml',
    plant: (text) => text.replaceAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/g, (paragraph) => paragraph.includes(words) ? paragraph.replace(from, to) : paragraph),
  };
}

function nth(path: string, from: string, to: string, index: number): Fault {
  return { path, plant: (text) => text.split(from).map((part, at) => at === 0 ? part : `${at === index ? to : from}${part}`).join('') };
}

const district = await docxFile(periodReportDocument(districtReportValues()));
const letter = await docxFile(aLetter());

function planted(bytes: Uint8Array, { path, plant }: Fault): Uint8Array {
  const files = unzipSync(bytes);
  const before = strFromU8(files[path] ?? new Uint8Array());
  const after = plant(before);
  if (after === before) throw new Error(`nothing to spoil in ${path}`);
  return zipSync({ ...files, [path]: strToU8(after) });
}

const sz = (from: number, to: number): [string, string] => [`<w:sz w:val="${from}"/>`, `<w:sz w:val="${to}"/>`];
const notBold = ['<w:b/>', ''] as const;
const toLeft = ['<w:jc w:val="center"/>', '<w:jc w:val="left"/>'] as const;

const faults: Readonly<Record<OfficePoint, readonly Fault[]>> = {
  'page-size': [nth('word/document.xml', 'w:w="11906"', 'w:w="12240"', 1), nth('word/document.xml', 'w:w="16838"', 'w:w="15840"', 1)],
  margins: [inDocument('w:left="1701"', 'w:left="1440"'), inDocument('w:bottom="1134"', 'w:bottom="1080"'), inDocument('w:right="850"', 'w:right="1200"')],
  font: [inStyle('paragraph', /w:(eastAsia|hAnsi)="Times New Roman"/, 'w:$1="Calibri"'), inParagraph('Toàn huyện có', '<w:r>', '<w:r><w:rPr><w:rFonts w:cs="Arial"/></w:rPr>'),
    inStyle('pageNumber', 'w:ascii="Times New Roman"', 'w:ascii="Arial"')],
  'one-size-a-paragraph': [inParagraph('Toàn huyện có', '<w:r>', '<w:r><w:rPr><w:sz w:val="26"/></w:rPr>')],
  'black-without-underline': [inParagraph('BÁO CÁO', '<w:r>', '<w:r><w:rPr><w:u w:val="single"/></w:rPr>'), inStyle('motto', 'w:val="000000"', 'w:val="2E74B5"'),
    inParagraph('Phụ lục', '<w:r>', '<w:r><w:rPr><w:caps/></w:rPr>')],
  'header-table': [nth('word/document.xml', 'w:val="none"', 'w:val="single"', 1), nth('word/document.xml', '<w:tbl>', '<w:p><w:r><w:t>LĐLĐ</w:t></w:r></w:p><w:tbl>', 1),
    nth('word/document.xml', '<w:gridCol w:w="5654"/>', '<w:gridCol w:w="7654"/>', 1)],
  'no-fixed-heights': [nth('word/document.xml', '<w:cantSplit/>', '<w:cantSplit/><w:trHeight w:val="600" w:hRule="exact"/>', 1)],
  'order-of-parts': [inDocument(/(<w:p>(?:(?!<w:p>).)*?TÌNH HÌNH.*?)(<w:tbl>.*?<\/w:tbl>)/, '$2$1')],
  'national-name': [inDocument('CỘNG HÒA XÃ HỘI', 'CỘNG HOÀ XÃ HỘI'), inStyle('nationalName', ...sz(24, 22)), inStyle('nationalName', ...notBold), inStyle('nationalName', ...toLeft)],
  'national-name-on-one-line': [{ path: 'word/document.xml', plant: (text) => text.replace('<w:gridCol w:w="5654"/>', '<w:gridCol w:w="4954"/>') }],
  motto: [inDocument('Độc lập - Tự do', 'Độc lập-Tự do'), inStyle('motto', ...sz(26, 24)), inStyle('motto', '<w:i w:val="false"/>', '<w:i/>')],
  'motto-rule': [nth('word/document.xml', '<w:top w:val="single"', '<w:top w:val="dotted"', 2), { path: 'word/document.xml', plant: (text) => changeIndent(text, 2, 300) }],
  superior: [inDocument('TỈNH ĐIỆN BIÊN', 'tỉnh Điện Biên'), inStyle('superior', ...sz(24, 28)), inStyle('superior', '<w:b w:val="false"/>', '<w:b/>')],
  issuer: [inParagraph('LĐLĐ HUYỆN', 'HUYỆN', 'huyện'), inStyle('issuer', ...notBold)],
  'issuer-rule': [{ path: 'word/document.xml', plant: (text) => changeIndent(text, 1, -400) }, { path: 'word/document.xml', plant: (text) => changeIndent(text, 1, 500) }],
  code: [inDocument('Số: 27/BC-LĐLĐ', 'Số: 27 / BC-LĐLĐ'), inDocument('Số: 27/', 'Số: 7/'), inStyle('code', ...sz(26, 24))],
  'letter-subject': [inDocument('V/v gửi', 'Về việc gửi'), inStyle('letterSubject', ...sz(24, 28))],
  'place-and-date': [inDocument('Nhé, ngày 08 tháng 6', 'Nhé, ngày 8 tháng 6'), inDocument('Nhé, ngày 08 tháng 6', 'Nhé, ngày 08 tháng 06'), inDocument('Nhé, ngày 08 tháng 6', 'Nhé, ngày 31 tháng 6'),
    inStyle('placeDate', '<w:i/>', '')],
  'type-name': [inDocument('BÁO CÁO', 'Báo cáo'), inStyle('typeName', ...notBold), inStyle('typeName', ...sz(28, 32))],
  subject: [inStyle('subject', ...notBold), inStyle('subject', ...toLeft)],
  'subject-rule': [nth('word/document.xml', '<w:top w:val="single"', '<w:top w:val="none"', 3), { path: 'word/document.xml', plant: (text) => changeIndent(text, 3, 1500) }],
  addressees: [inDocument('LĐLĐ tỉnh;', 'LĐLĐ tỉnh,'), inDocument('Huyện ủy.', 'Huyện ủy;'), inStyle('addressee', ...sz(28, 24))],
  'body-text': [inStyle('paragraph', '<w:jc w:val="both"/>', '<w:jc w:val="left"/>'), inStyle('paragraph', ...sz(28, 24)), inStyle('paragraph', '<w:b w:val="false"/>', '<w:b/>')],
  'first-line': [inStyle('paragraph', /w:firstLine="\d+"/, 'w:firstLine="0"')],
  'paragraph-spacing': [inStyle('paragraph', 'w:after="120"', 'w:after="0"')],
  'line-spacing': [inStyle('paragraph', 'w:line="264"', 'w:line="480"'), inStyle('paragraph', 'w:lineRule="auto"', 'w:lineRule="exact"')],
  headings: [inDocument('III. ĐÁNH GIÁ', 'IV. ĐÁNH GIÁ'), inDocument('2. Giáo dục', '3. Giáo dục'), inDocument('ĐÁNH GIÁ CHUNG', 'Đánh giá chung'), inStyle('item', ...notBold)],
  'headings-stay-with-their-text': [inStyle('item', '<w:keepNext/>', '')],
  widows: [inParagraph('Toàn huyện có', '<w:widowControl/>', '<w:widowControl w:val="false"/>')],
  'signature-stays-with-the-text': [inParagraph('Trên đây là', '<w:keepNext/>', ''), { path: 'word/document.xml', plant: (text) => text.replace(/<w:cantSplit\/>(?=(?:(?!<w:cantSplit\/>).)*?Nơi nhận:)/, '') }],
  'footer-table': [nth('word/document.xml', '<w:gridCol w:w="4397"/>', '<w:gridCol w:w="2397"/>', 1)],
  authority: [inDocument('KT. CHỦ TỊCH', 'KÝ THAY CHỦ TỊCH'), inDocument('TM. BAN THƯỜNG VỤ', 'T/M BAN THƯỜNG VỤ'), inStyle('authority', ...notBold), inStyle('authority', ...toLeft)],
  'signer-name': [inDocument('Giàng Thị Mẫu', 'ThS. Giàng Thị Mẫu'), inDocument('Giàng Thị Mẫu', 'Đ/c Giàng Thị Mẫu'), inStyle('signerName', ...notBold)],
  'room-for-the-signature': [inParagraph('Giàng Thị Mẫu', 'w:before="1600"', 'w:before="400"')],
  recipients: [inDocument('- Lưu: VT, TG.', '- Lưu: VT'), inDocument('- Như trên;', '- Như trên.'), inStyle('recipient', ...sz(22, 24)), inStyle('recipientsLabel', '<w:i/>', '')],
  'page-number': [inDocument('<w:titlePg/>', ''), everywhere('word/header1.xml', 'PAGE', 'NUMPAGES'), inStyle('pageNumber', ...toLeft), inStyle('pageNumber', ...sz(26, 22)),
    nth('word/document.xml', '<w:pgNumType/>', '<w:pgNumType w:start="1"/>', 2), everywhere('word/header2.xml', '</w:p>', '<w:r><w:t>1</w:t></w:r></w:p>')],
  'composed-letters': [inDocument('Giàng Thị Mẫu', 'Giàng Thị Mẫu'.normalize('NFD'))],
  'no-empty-paragraphs': [inDocument(/<w:p>(?=(?:(?!<w:p>).)*?BÁO CÁO<)/, '<w:p></w:p><w:p>')],
  'word-opens-it': [inDocument(/(<w:pStyle [^>]*>)(<w:keepNext\/>)/, '$2$1'), everywhere('word/_rels/document.xml.rels', 'fontTable.xml', 'fonts.xml'),
    inDocument(/<\/w:p><\/w:tc>/, '</w:p><w:tbl></w:tbl></w:tc>'), everywhere('[Content_Types].xml', /<Default [^>]*"rels"[^>]*>/, '')],
  language: [everywhere('word/styles.xml', 'w:lang w:val="vi-VN"', 'w:lang w:val="en-US"')],
  properties: [everywhere('docProps/core.xml', /<dc:title>.*?<\/dc:title>/, ''), everywhere('docProps/core.xml', /<dc:creator>.*?<\/dc:creator>/, '<dc:creator>Un-named</dc:creator>')],
  'appendix-heading': [inDocument('(Kèm theo Báo cáo số 27', '(Kèm theo Báo cáo số 28'), inParagraph('Kèm theo', '08', '09'), inStyle('appendixReference', '<w:i/>', ''), inStyle('appendixLabel', ...toLeft),
    inDocument('w:type w:val="nextPage"', 'w:type w:val="continuous"')],
  'heading-row-repeats': [nth('word/document.xml', '<w:tblHeader/>', '', 1), inStyle('columnHeading', ...notBold)],
  'appendix-width': [{ path: 'word/document.xml', plant: (text) => text.replaceAll(/(<w:gridCol w:w=")(\d{4})("\/>)(?=<w:gridCol)/g, (_, before: string, width: string, after: string) => `${before}${Number(width) + 400}${after}`) }],
  'appendix-groups': [inDocument('>VI<', '>VII<'), inStyle('groupName', ...notBold)],
  'figures-on-the-right': [inStyle('cellNumber', '<w:jc w:val="right"/>', '<w:jc w:val="center"/>')],
  'figures-as-offices-write-them': [inDocument('>1.074<', '>1074<'), inDocument('>104,5<', '>104.5<')],
  'parts-of-a-figure': [inStyle('partOf', /<w:ind w:left="\d+"/, '<w:ind w:left="0"')],
};

/** Makes the drawn line of this number shorter by so much on each side. */
function changeIndent(text: string, number: number, twips: number): string {
  let at = 0;
  return text.replaceAll(/<w:pBdr>.*?<w:ind [^>]*>/g, (rule) => {
    at += 1;
    return at === number ? rule.replaceAll(/(w:(?:left|right)=")(\d+)/g, (_, name: string, value: string) => `${name}${Math.max(0, Number(value) + twips)}`) : rule;
  });
}

describe('a document that the office would take', () => {
  test.each(Object.keys(goldenDocuments()))('%s has no fault at any point', async (name) => {
    const document = goldenDocuments()[name];
    if (document === undefined) throw new Error(name);
    expect(officeCheck(await docxFile(document))).toEqual({});
  });

  test('the checker has more than forty points', () => {
    expect(officePoints.length).toBeGreaterThan(40);
  });

  test.each(officePoints)('a fault at “%s” is found', (point) => {
    const bytes = point === 'letter-subject' ? letter : district;
    expect(officeCheck(bytes)).toEqual({});
    for (const [index, fault] of faults[point].entries()) {
      expect(officeCheck(planted(bytes, fault)), `fault ${index + 1}`).toHaveProperty(point);
    }
  });
});

describe('the file', () => {
  test('is the same whenever and wherever it is made again', async () => {
    const document = periodReportDocument(reportValues());
    const first = await docxFile(document);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'America/New_York';
    try {
      expect(await docxFile(document)).toEqual(first);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    expect(await docxFile(periodReportDocument(reportValues({ number: 6 })))).not.toEqual(first);
  });

  test('bears the day of the document, not the hour of its making', async () => {
    const files = unzipSync(await docxFile(periodReportDocument(reportValues())));
    expect([...strFromU8(files['docProps/core.xml'] ?? new Uint8Array()).matchAll(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)].map(([day]) => day))
      .toEqual(['2020-06-03T00:00:00Z', '2020-06-03T00:00:00Z']);
  });

  test('keeps what was pasted: signs of XML, decomposed letters, control characters, half a pair', async () => {
    const bytes = await docxFile(periodReportDocument(reportValues({
      narrative: { ...reportValues().narrative, situation: `A < B & "C" \u0001\u000b ${'Tình hình'.normalize('NFD')} \ud83d.` },
    })));
    expect(officeCheck(bytes)).toHaveProperty('composed-letters');
    expect(Object.keys(officeCheck(bytes))).toHaveLength(1);
    const texts = readDocx(bytes).sections[0]?.blocks.map((block) => block.kind === 'paragraph' ? block.text : '') ?? [];
    expect(texts.find((text) => text.startsWith('A < B'))).toBe('A < B & "C"    Tình hình \ufffd.');
  });

  test('a name of more than 60 characters wraps in its own cell and moves nothing', async () => {
    expect([...documentHeader(longNamedUnion, { number: 1, type: 'BC', issuedOn: null, year: 2020 }).issuer].length).toBeGreaterThan(60);
    const { sections: [main] } = readDocx(await docxFile(periodReportDocument(reportValues({ unit: longNamedUnion }))));
    const header = main?.blocks[0];
    if (header?.kind !== 'table') throw new Error('no header');
    expect(header.rows[0]?.cells[0]?.paragraphs.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
      'LĐLĐ HUYỆN ĐIỆN BIÊN ĐÔNG', 'CĐCS TRUNG TÂM VĂN HÓA - TRUYỀN THANH - TRUYỀN HÌNH HUYỆN ĐIỆN BIÊN ĐÔNG', '',
    ]);
    expect(header.rows.some(({ hasHeight }) => hasHeight)).toBe(false);
  });

  test('a wide appendix lies on its side, and the pages before it do not', async () => {
    const { sections: [main, appendix] } = readDocx(district);
    const isTurned = (text: string): boolean => text.includes('landscape');
    expect([main, appendix].map((section) => isTurned(JSON.stringify(section?.properties)))).toEqual([false, true]);
  });
});
