/**
 * Tệp Word: a document as a DOCX file. Header and footer are tables without borders, so that long names wrap and nothing
 * is pushed by blanks; drawn lines are borders of a paragraph of their own, as long as the text asks for. The library
 * weighs 60 kB: this file is asked for only where a document is made.
 */
import {
  AlignmentType, BorderStyle, Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, SectionType, Table, TableCell,
  TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType,
} from 'docx';
import type { IParagraphOptions, IParagraphStyleOptions, ISectionOptions } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { documentWords as words } from '../i18n/document-words.ts';
import { numberText } from '../i18n/format.ts';
import { columnGroups } from './column-groups.ts';
import type { Alignment, OfficeProfile, PartName } from './office-profile.ts';
import { officeProfiles, textWidth, twipsOfMm, twipsOfPoints } from './office-profile.ts';
import { partOfCell } from './page-model.ts';
import type { Appendix, AppendixRow, OfficeDocument } from './page-model.ts';
import { evenLines } from './text-width.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @returns the bytes of the file; equal documents give equal bytes, on every machine. */
export async function docxFile(paper: OfficeDocument, profile: OfficeProfile = officeProfiles.nd30): Promise<Uint8Array<ArrayBuffer>> {
  const width = textWidth(profile);
  const file = new Document({
    title: paper.title,
    creator: paper.creator,
    lastModifiedBy: paper.creator,
    revision: 1,
    // 15 is Word 2013 and later: without it Word opens the file in a mode for old ones.
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: profile.fontName, hAnsi: profile.fontName, eastAsia: profile.fontName, cs: profile.fontName },
            size: 28, sizeComplexScript: 28, color: '000000', language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'vi-VN' },
          },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
      paragraphStyles: (Object.keys(profile.parts) as PartName[]).map((part) => paragraphStyle(profile, part)),
    },
    sections: [
      {
        properties: { ...pageProperties(profile, false), titlePage: true },
        headers: { first: new Header({ children: [new Paragraph({ style: 'pageNumber' })] }), default: pageNumberHeader() },
        children: [
          headerTable(paper, profile, width), ...heading(paper, profile, width), ...bodyBlocks(paper), footerTable(paper, profile, width),
          ...(paper.appendices.length === 0 ? [endOfFile()] : []),
        ],
      },
      ...paper.appendices.map((appendix, index) => appendixSection(appendix, profile, index === paper.appendices.length - 1)),
    ],
  });
  return finished(new Uint8Array(await Packer.toArrayBuffer(file, false, [{ path: 'docProps/core.xml', data: coreProperties(paper) }])));
}

const alignments: Readonly<Record<Alignment, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH,
};

const styleNames: Readonly<Record<PartName, string>> = {
  nationalName: words.styleNationalName, motto: words.styleMotto, superior: words.styleSuperior, issuer: words.styleIssuer, code: words.styleCode,
  letterSubject: words.styleLetterSubject, placeDate: words.stylePlaceDate, typeName: words.styleTypeName, subject: words.styleSubject,
  onlyAddressee: words.styleOnlyAddressee, addresseesLabel: words.styleAddresseesLabel, addressee: words.styleAddressee,
  section: words.styleSection, item: words.styleItem, paragraph: words.styleParagraph, point: words.stylePoint,
  authority: words.styleAuthority, signerName: words.styleSignerName, recipientsLabel: words.styleRecipientsLabel, recipient: words.styleRecipient,
  appendixLabel: words.styleAppendixLabel, appendixTitle: words.styleAppendixTitle, appendixReference: words.styleAppendixReference,
  columnHeading: words.styleColumnHeading, cellText: words.styleCellText, cellCentred: words.styleCellCentred, cellNumber: words.styleCellNumber,
  groupName: words.styleGroupName, groupOrder: words.styleGroupOrder, partOf: words.stylePartOf, pageNumber: words.stylePageNumber, rule: words.styleRule,
};

function paragraphStyle({ parts, fontName }: OfficeProfile, part: PartName): IParagraphStyleOptions {
  const style = parts[part];
  return {
    id: part,
    name: styleNames[part],
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      font: { ascii: fontName, hAnsi: fontName, eastAsia: fontName, cs: fontName },
      size: style.sizePoints * 2, sizeComplexScript: style.sizePoints * 2, bold: style.bold, italics: style.italic, color: '000000',
    },
    paragraph: {
      alignment: alignments[style.align],
      spacing: {
        before: twipsOfPoints(style.beforePoints), after: twipsOfPoints(style.afterPoints),
        // Multiples of a line are counted in 240ths; the drawn line has no text to measure itself by.
        line: part === 'rule' ? twipsOfPoints(style.sizePoints) : Math.round(style.line * 240),
        lineRule: part === 'rule' ? LineRuleType.EXACT : LineRuleType.AUTO,
      },
      indent: { left: twipsOfMm(style.indentMm), firstLine: twipsOfMm(style.firstLineMm) },
      keepNext: style.isKeptWithNext,
      ...(style.outlineLevel === null ? {} : { outlineLevel: style.outlineLevel }),
    },
  };
}

function pageProperties({ page, margins, pageNumberTopMm }: OfficeProfile, isLandscape: boolean): NonNullable<ISectionOptions['properties']> {
  return {
    page: {
      // The library turns width and height itself.
      size: { width: twipsOfMm(page.widthMm), height: twipsOfMm(page.heightMm), orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
      margin: {
        top: twipsOfMm(margins.topMm), bottom: twipsOfMm(margins.bottomMm), left: twipsOfMm(margins.leftMm), right: twipsOfMm(margins.rightMm),
        header: twipsOfMm(pageNumberTopMm), footer: twipsOfMm(pageNumberTopMm), gutter: 0,
      },
    },
  };
}

function pageNumberHeader(): Header {
  return new Header({ children: [new Paragraph({ style: 'pageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })] });
}

function paragraph(part: PartName, text: string, options: Omit<IParagraphOptions, 'text' | 'children'> = {}): Paragraph {
  return new Paragraph({ style: part, widowControl: true, ...options, children: text === '' ? [] : [new TextRun(text)] });
}

/** A centred text, broken evenly within the width, and the line that its part asks for. */
function centredText(part: PartName, text: string, profile: OfficeProfile, width: number): readonly Paragraph[] {
  const style = profile.parts[part];
  const lines = evenLines(text, style, width);
  const side = Math.floor((width - lines.width) / 2);
  const indent = side > 0 ? { indent: { left: side, right: side, firstLine: 0 } } : {};
  if (style.ruleShare === null) return [paragraph(part, text, indent)];
  return [paragraph(part, text, { ...indent, keepNext: true }), rule(lines.longest * style.ruleShare, profile, width, style.isKeptWithNext)];
}

function rule(length: number, { rulePoints }: OfficeProfile, width: number, isKeptWithNext: boolean): Paragraph {
  const side = Math.round((width - length) / 2);
  return new Paragraph({
    style: 'rule', keepNext: isKeptWithNext, indent: { left: side, right: side, firstLine: 0 },
    // Borders are counted in eighths of a point.
    border: { top: { style: BorderStyle.SINGLE, size: rulePoints * 8, space: 0, color: '000000' } },
  });
}

const noBorder = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: noBorder, bottom: noBorder, left: noBorder, right: noBorder, insideHorizontal: noBorder, insideVertical: noBorder };
const noMargins = { top: 0, bottom: 0, left: 0, right: 0, marginUnitType: WidthType.DXA };

/** Two columns without borders and without heights: a long name makes its row as tall as it needs. */
function openTable(columns: readonly [number, number], rows: readonly (readonly [readonly Paragraph[], readonly Paragraph[]])[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: columns[0] + columns[1], type: WidthType.DXA }, columnWidths: columns, borders: noBorders, margins: noMargins,
    rows: rows.map((cells) => new TableRow({
      cantSplit: true,
      children: cells.map((children, index) => new TableCell({ width: { size: columns[index] ?? 0, type: WidthType.DXA }, children })),
    })),
  });
}

function headerTable({ header }: OfficeDocument, profile: OfficeProfile, width: number): Table {
  const left = Math.round(width * profile.headerLeftShare);
  const right = width - left;
  return openTable([left, right], [
    [
      [
        ...header.superior.flatMap((line) => centredText('superior', line, profile, left)),
        ...centredText('issuer', header.issuer, profile, left),
      ],
      [...centredText('nationalName', header.nationalName, profile, right), ...centredText('motto', header.motto, profile, right)],
    ],
    [
      [
        paragraph('code', header.code, { spacing: { before: 120 } }),
        ...(header.letterSubject === null ? [] : centredText('letterSubject', header.letterSubject, profile, left)),
      ],
      [paragraph('placeDate', header.placeDate, { spacing: { before: 120 } })],
    ],
  ]);
}

function heading({ heading: titles, addressees }: OfficeDocument, profile: OfficeProfile, width: number): readonly Paragraph[] {
  return [
    ...(titles === null ? [] : [paragraph('typeName', titles.typeName), ...centredText('subject', titles.subject, profile, width)]),
    ...(addressees === null ? [] : [
      paragraph(addressees.lines.length === 0 ? 'onlyAddressee' : 'addresseesLabel', addressees.label, titles === null ? { spacing: { before: 360 } } : {}),
      ...addressees.lines.map((line, index) => paragraph('addressee', line, index === addressees.lines.length - 1 ? { spacing: { before: 40, after: 240 } } : {})),
    ]),
  ];
}

function bodyBlocks({ body, heading: titles, addressees }: OfficeDocument): readonly Paragraph[] {
  return body.map(({ kind, text }, index) => paragraph(kind, text, {
    // The air between the heading and the first paragraph, where no addressee has brought it.
    ...(index === 0 && addressees === null && titles !== null ? { spacing: { before: 240 } } : {}),
    // A signature never stands alone on a page: the end of the text goes with it.
    ...(index === body.length - 1 ? { keepNext: true, keepLines: true } : {}),
  }));
}

function footerTable({ recipients, signature }: OfficeDocument, profile: OfficeProfile, width: number): Table {
  const left = Math.round(width * profile.recipientsShare);
  const right = width - left;
  return openTable([left, right], [[
    [
      paragraph('recipientsLabel', recipients.label, { spacing: { before: 120 } }),
      ...recipients.lines.map((line) => paragraph('recipient', line)),
    ],
    [
      ...signature.lines.map((line, index) => paragraph('authority', line, index === 0 ? { spacing: { before: 120 } } : {})),
      // Room for pen and seal. A blank name keeps its line, so that the room stays.
      paragraph('signerName', signature.name === '' ? '\u00a0' : signature.name, { spacing: { before: twipsOfPoints(profile.signaturePoints) } }),
    ],
  ]]);
}

/** Word wants a paragraph behind the last table and would add a tall one. */
function endOfFile(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });
}

function appendixSection(appendix: Appendix, profile: OfficeProfile, isLast: boolean): ISectionOptions {
  const width = textWidth(profile, appendix.isLandscape);
  return {
    // The page number goes on and stands on the first page of an appendix too.
    properties: { ...pageProperties(profile, appendix.isLandscape), type: SectionType.NEXT_PAGE },
    headers: { default: pageNumberHeader() },
    children: [
      paragraph('appendixLabel', appendix.label),
      ...centredText('appendixTitle', appendix.title, profile, width),
      ...centredText('appendixReference', appendix.reference, profile, width),
      appendixTable(appendix, width),
      ...(isLast ? [endOfFile()] : []),
    ],
  };
}

function appendixTable(appendix: Appendix, width: number): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
  const columns = appendix.columns.map(({ share }) => Math.round(share * width));
  const widthOf = (from: number, count: number): number => columns.slice(from, from + count).reduce((sum, each) => sum + each, 0);
  const cell = (part: PartName, text: string, from: number, columnSpan = 1, rowSpan = 1): TableCell => new TableCell({
    width: { size: widthOf(from, columnSpan), type: WidthType.DXA }, columnSpan, rowSpan,
    verticalAlign: VerticalAlignTable.CENTER, children: [paragraph(part, text)],
  });
  const top = columnGroups(appendix.columns);
  const hasTwoRows = top.some(({ count, under }) => under !== null && count > 0);
  const headingRows = [
    top.map(({ heading: text, under, from, count }) => cell('columnHeading', under ?? text, from, count, hasTwoRows && under === null ? 2 : 1)),
    ...(hasTwoRows ? [appendix.columns.flatMap(({ heading: text, under }, index) => under === null ? [] : [cell('columnHeading', text, index)])] : []),
  ];
  const cellsOf = (row: AppendixRow): TableCell[] => row.kind === 'group'
    ? [cell('groupOrder', cellText(row.cells[0]), 0), cell('groupName', cellText(row.cells[1]), 1, columns.length - 1)]
    : appendix.columns.map((column, index) => cell(partOfCell(row, column, index), cellText(row.cells[index]), index));
  return new Table({
    layout: TableLayoutType.FIXED, width: { size: widthOf(0, columns.length), type: WidthType.DXA }, columnWidths: columns,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: 0, bottom: 0, left: 60, right: 60, marginUnitType: WidthType.DXA },
    rows: [
      ...headingRows.map((children) => new TableRow({ tableHeader: true, cantSplit: true, children })),
      ...appendix.rows.map((row) => new TableRow({ cantSplit: true, children: cellsOf(row) })),
    ],
  });
}

function cellText(value: string | number | null | undefined): string {
  return typeof value === 'number' ? numberText(value) : value ?? '';
}

/** The library writes the hour of the making; a document bears its own day. */
function coreProperties({ title, creator, issuedOn }: OfficeDocument): string {
  const day = `${issuedOn ?? '2020-01-01'}T00:00:00Z`;
  const spaces = 'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    + 'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}</dcterms:${name}>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + `<cp:coreProperties ${spaces}><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>`
    + `<cp:lastModifiedBy>${escaped(creator)}</cp:lastModifiedBy><cp:revision>1</cp:revision>${stamp('created')}${stamp('modified')}`
    + '<dc:language>vi-VN</dc:language></cp:coreProperties>';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * An archive bears the minute in which each part was packed; made of local numbers, this day is the same in every zone.
 * The library ends a section with a paragraph of its own: as tall as a line of text, it would push an empty page behind a
 * table that fills its page.
 */
function finished(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files = unzipSync(bytes);
  const path = 'word/document.xml';
  const text = strFromU8(files[path] ?? new Uint8Array());
  files[path] = strToU8(text.replaceAll('<w:p><w:pPr><w:sectPr>', '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:sectPr>'));
  return zipSync(files, { mtime: new Date(2020, 0, 1), level: 9 });
}
