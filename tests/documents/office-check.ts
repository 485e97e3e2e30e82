/**
 * Goes over a DOCX as the clerk of an office would, with the ruler of Nghị định 30/2020/NĐ-CP, annex I. It reads the file
 * itself and knows neither the page model nor the profile: what each part is, it tells by its place on the page. Sizes are
 * half-points, lengths twips (567 to the centimetre).
 */
import { lengthOf } from '../../src/documents/text-width.ts';
import type { DocxFile, Paragraph, Section, Table } from './docx-reader.ts';
import { readDocx } from './docx-reader.ts';
import type { XmlElement } from './xml-tree.ts';
import { allOf, childOf, childrenOf, wordsOf } from './xml-tree.ts';

/** A page of the file, its parts told apart by their places. */
interface Office {
  readonly file: DocxFile;
  readonly main: Section;
  readonly header: Table | undefined;
  readonly footer: Table | undefined;
  readonly superior: readonly Paragraph[];
  readonly issuer: Paragraph | undefined;
  readonly issuerRule: Paragraph | undefined;
  readonly nationalName: Paragraph | undefined;
  readonly motto: Paragraph | undefined;
  readonly mottoRule: Paragraph | undefined;
  readonly code: Paragraph | undefined;
  readonly letterSubject: readonly Paragraph[];
  readonly placeDate: Paragraph | undefined;
  readonly typeName: Paragraph | undefined;
  readonly subject: Paragraph | undefined;
  readonly subjectRule: Paragraph | undefined;
  readonly addressees: readonly Paragraph[];
  readonly body: readonly Paragraph[];
  readonly headings: readonly Paragraph[];
  readonly prose: readonly Paragraph[];
  readonly recipients: readonly Paragraph[];
  readonly authority: readonly Paragraph[];
  readonly signer: Paragraph | undefined;
  readonly appendices: readonly { readonly section: Section; readonly heading: readonly Paragraph[]; readonly table: Table | undefined }[];
  readonly everyParagraph: readonly Paragraph[];
}

type Point = (office: Office) => readonly (string | false | undefined)[];

const sectionHeading = /^([IVX]+)\. \S/;
const itemHeading = /^(\d+)\. \S/;
const titles = /^(?:gs|pgs|ts|ths|cn|ks|bs|cki|ckii|đ\/c|đồng chí|ông|bà)[.:\s]/i;

const points = {
  'page-size': ({ file }) => file.sections.map(({ properties }, index) => {
    const size = childOf(properties, 'w:pgSz')?.attributes ?? {};
    const sides = [Number(size['w:w']), Number(size['w:h'])];
    const isTurned = size['w:orient'] === 'landscape';
    const wanted = isTurned ? [16838, 11906] : [11906, 16838];
    return (sides.join() !== wanted.join() || (index === 0 && isTurned)) && `section ${index + 1} is ${sides.join(' × ')}`;
  }),
  margins: ({ file }) => file.sections.flatMap(({ properties }) => {
    const margins = childOf(properties, 'w:pgMar')?.attributes ?? {};
    return ([['top', 1134, 1417], ['bottom', 1134, 1417], ['left', 1701, 1984], ['right', 850, 1134]] as const)
      .map(([side, least, most]) => isOutside(Number(margins[`w:${side}`]), least, most) && `${side} margin is ${margins[`w:${side}`]}`);
  }),
  font: ({ everyParagraph, file }) => [...everyParagraph, ...file.headers].flatMap(({ runs }) => runs)
    .map((run) => run.fonts.some((font) => font !== 'Times New Roman') && `“${run.text}” is set in ${run.fonts.join('/')}`),
  'one-size-a-paragraph': ({ everyParagraph }) => everyParagraph
    .map(({ runs, text }) => new Set(runs.flatMap((run) => run.sizes)).size > 1 && `“${text}” has several sizes`),
  'black-without-underline': ({ everyParagraph }) => everyParagraph.flatMap(({ runs }) => runs)
    .map((run) => (!['000000', 'auto'].includes(run.color) || run.underlined || run.forcedCapitals) && `“${run.text}” is coloured, underlined or forced into capitals`),
  'header-table': ({ header, main }) => [
    (header === undefined || main.blocks[0] !== header) && 'the page does not begin with the header',
    header !== undefined && header.borders.length > 0 && `the header has borders: ${header.borders.join()}`,
    header !== undefined && (header.widths.length !== 2 || !isWithin(sum(header.widths), textWidthOf(main))) && `the header has columns ${header.widths.join(' + ')}`,
  ],
  'no-fixed-heights': ({ file }) => tablesOf(file).flatMap(({ rows }) => rows).map(({ hasHeight }) => hasHeight && 'a row has a height'),
  'order-of-parts': ({ header, footer, main, typeName, body, letterSubject, appendices }) => [
    typeName === undefined && letterSubject.length === 0 && 'there is neither a type name nor the subject of a letter',
    body.length === 0 && 'there is no text',
    main.blocks.filter((each) => each.kind === 'table').length !== 2 && 'the first section has not its two tables',
    (footer === undefined || footer === header || main.blocks.slice(main.blocks.indexOf(footer) + 1).some((each) => each.kind === 'table' || each.text !== '')) && 'the signature does not end the text',
    appendices.some(({ table }) => table === undefined) && 'an appendix has no table',
  ],
  'national-name': ({ nationalName }) => [
    nationalName?.text !== 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' && `it says “${nationalName?.text}”`, ...looks(nationalName, 24, 26, { bold: true, align: 'center' }),
  ],
  'national-name-on-one-line': ({ nationalName, header }) => [
    nationalName !== undefined && isTooLong(nationalName, header?.widths[1]) && 'it does not fit on one line',
  ],
  motto: ({ motto }) => [motto?.text !== 'Độc lập - Tự do - Hạnh phúc' && `it says “${motto?.text}”`, ...looks(motto, 26, 28, { bold: true, align: 'center' })],
  'motto-rule': ({ mottoRule, motto, header }) => [ruleFault(mottoRule, motto, header?.widths[1], 0.95, 1.05)],
  superior: ({ superior }) => [
    superior.length === 0 && 'nobody is named',
    ...superior.flatMap((each) => [!isInCapitals(each) && `“${each.text}” is not in capitals`, ...looks(each, 24, 26, { align: 'center' })]),
  ],
  issuer: ({ issuer }) => [!isInCapitals(issuer) && `“${issuer?.text}” is not in capitals`, ...looks(issuer, 24, 26, { bold: true, align: 'center' })],
  'issuer-rule': ({ issuerRule, issuer, header }) => [ruleFault(issuerRule, issuer, header?.widths[0], 1 / 3, 1 / 2)],
  code: ({ code }) => [
    !/^Số: (?:\d{2,}|\u00a0{3,})(?:\/|-\p{L}+\/)[\p{Lu}r-]+$/u.test(code?.text ?? '') && `it says “${code?.text}”`, ...looks(code, 26, 26, { align: 'center' }),
  ],
  'letter-subject': ({ letterSubject, typeName }) => letterSubject.flatMap((each) => [
    !each.text.startsWith('V/v ') && `it says “${each.text}”`, typeName !== undefined && 'a document with a type name has no V/v', ...looks(each, 24, 26, { align: 'center' }),
  ]),
  'place-and-date': ({ placeDate }) => [
    !isOfficeDate(placeDate?.text ?? '') && `it says “${placeDate?.text}”`, ...looks(placeDate, 26, 28, { italic: true, align: 'center' }),
  ],
  'type-name': ({ typeName }) => typeName === undefined ? [] : [!isInCapitals(typeName) && `“${typeName.text}” is not in capitals`, ...looks(typeName, 26, 28, { bold: true, align: 'center' })],
  subject: ({ subject, typeName }) => typeName === undefined ? [] : [isInCapitals(subject) && 'it is in capitals', ...looks(subject, 26, 28, { bold: true, align: 'center' })],
  'subject-rule': ({ subjectRule, subject, main, typeName }) => typeName === undefined ? [] : [ruleFault(subjectRule, subject, textWidthOf(main), 1 / 3, 1 / 2)],
  addressees: ({ addressees: [first, ...others] }) => first === undefined ? [] : [
    others.length === 0 && !/^Kính gửi: .+\.$/.test(first.text) && `it says “${first.text}”`,
    others.length > 0 && first.text !== 'Kính gửi:' && `it says “${first.text}”`,
    ...others.map(({ text }, index) => (!text.startsWith('- ') || text.at(-1) !== (index === others.length - 1 ? '.' : ';')) && `it says “${text}”`),
    ...[first, ...others].flatMap((each) => looks(each, 26, 28, {})),
  ],
  'body-text': ({ prose }) => prose.flatMap((each) => looks(each, 26, 28, { align: 'both' })),
  'first-line': ({ body }) => body.map((each) => isOutside(each.firstLine, 566, 721) && `${each.firstLine} before “${each.text.slice(0, 30)}”`),
  'paragraph-spacing': ({ body }) => body.slice(1).map((each, index) => (body[index]?.after ?? 0) + each.before < 120 && `less than 6 pt above “${each.text.slice(0, 30)}”`),
  'line-spacing': ({ body }) => body.map((each) => (each.lineRule !== 'auto' || isOutside(each.line, 240, 360)) && `${each.line} ${each.lineRule} at “${each.text.slice(0, 30)}”`),
  headings: ({ headings }) => [
    ...inSequence(headings.filter(({ text }) => sectionHeading.test(text)).map(({ text }) => romanValue(sectionHeading.exec(text)?.[1] ?? '')), false),
    ...inSequence(headings.filter(({ text }) => itemHeading.test(text)).map(({ text }) => Number(itemHeading.exec(text)?.[1])), true),
    ...headings.flatMap((each) => [
      sectionHeading.test(each.text) && !isInCapitals(each) && `“${each.text}” is not in capitals`, ...looks(each, 26, 28, { bold: true, align: 'both' }),
    ]),
  ],
  'headings-stay-with-their-text': ({ headings }) => headings.map((each) => !each.keepsWithNext && `“${each.text}” may end a page`),
  widows: ({ body }) => body.map((each) => !each.keepsWidows && `“${each.text.slice(0, 30)}” may leave a line alone`),
  'signature-stays-with-the-text': ({ body, footer }) => [
    body.at(-1)?.keepsWithNext !== true && 'the last paragraph may stay behind', footer?.rows.some(({ isWhole }) => !isWhole) && 'the signature may be cut in two',
  ],
  'footer-table': ({ footer, main }) => [
    footer !== undefined && footer.borders.length > 0 && 'it has borders',
    (footer?.widths.length !== 2 || !isWithin(sum(footer.widths), textWidthOf(main))) && `it has columns ${footer?.widths.join(' + ')}`,
  ],
  authority: ({ authority }) => [
    !/^(?:TM\. BAN (?:CHẤP HÀNH|THƯỜNG VỤ)\|(?:KT\. CHỦ TỊCH\|PHÓ )?CHỦ TỊCH|TL\. BAN THƯỜNG VỤ\|(?:KT\. TRƯỞNG BAN\|PHÓ )?TRƯỞNG BAN)$/.test(authority.map(({ text }) => text).join('|'))
      && `it says “${authority.map(({ text }) => text).join(' / ')}”`,
    ...authority.flatMap((each) => looks(each, 26, 28, { bold: true, align: 'center' })),
  ],
  'signer-name': ({ signer }) => [
    titles.test(signer?.text ?? '') && `a title stands before ${signer?.text}`, isInCapitals(signer) && 'the name is in capitals', ...looks(signer, 26, 28, { bold: true, align: 'center' }),
  ],
  // Five lines of 14 points.
  'room-for-the-signature': ({ signer }) => [isOutside(signer?.before ?? 0, 1400, 2400) && `${signer?.before} above the name`],
  recipients: ({ recipients: [label, ...lines] }) => [
    label?.text !== 'Nơi nhận:' && `it says “${label?.text}”`, ...looks(label, 24, 24, { bold: true, italic: true }),
    ...lines.flatMap((each, index) => [
      (index === lines.length - 1 ? !/^- Lưu: VT, \p{Lu}+\.$/u.test(each.text) : !/^- .+;$/.test(each.text)) && `it says “${each.text}”`, ...looks(each, 22, 22, {}),
    ]),
  ],
  'page-number': ({ file, main }) => [
    childOf(main.properties, 'w:titlePg') === undefined && 'page 1 has no header of its own',
    (main.firstHeader === null || main.firstHeader.some(({ text, field }) => text !== '' || field !== '')) && 'page 1 bears a number',
    ...file.sections.flatMap(({ defaultHeader, properties }, index) => [
      !defaultHeader?.some(({ field, align }) => field === 'PAGE' && align === 'center') && `section ${index + 1} has no number at the top`,
      ...(defaultHeader ?? []).flatMap(({ runs }) => runs).map((run) => (isOutside(run.size, 26, 28) || run.bold || run.italic) && 'the number is not upright, 13–14 pt'),
      index > 0 && childOf(properties, 'w:titlePg') !== undefined && 'an appendix hides its number',
      childOf(properties, 'w:pgNumType')?.attributes['w:start'] !== undefined && 'the numbers begin anew',
    ]),
  ],
  'composed-letters': ({ file }) => file.texts.map((text) => (text !== text.normalize('NFC') || /[\ufffd\p{Cn}]/u.test(text)) && 'a letter is not composed, or is none'),
  // Drawn lines and the ends of sections are two points tall; a cell of an appendix may hold nothing.
  'no-empty-paragraphs': ({ everyParagraph, appendices }) => {
    const cells = appendices.flatMap(({ table }) => table === undefined ? [] : paragraphsIn(table));
    return everyParagraph.filter((each) => !cells.includes(each)).map((each, index) =>
      each.text === '' && each.border === null && !(each.lineRule === 'exact' && each.line <= 40) && `paragraph ${index + 1} is empty`);
  },
  'word-opens-it': ({ file }) => [
    ...file.targets.map((path) => !file.paths.includes(path) && `${path} is named and not there`),
    ...file.paths.map((path) => !file.typed.some((each) => each.startsWith('.') ? path.endsWith(each) : each === path) && path !== '[Content_Types].xml' && `${path} has no type`),
    ...file.trees.flatMap((tree) => Object.entries(orders).flatMap(([name, order]) => allOf(tree, name).map((each) => outOfOrder(each, order)))),
    ...file.trees.flatMap((tree) => allOf(tree, 'w:tc')).map((each) => childrenOf(each).at(-1)?.name !== 'w:p' && 'a cell does not end with a paragraph'),
  ],
  language: ({ file }) => [file.language !== 'vi-VN' && `it is ${file.language}`],
  properties: ({ file, issuer }) => [
    wordsOf(childOf(file.core, 'dc:title')) === '' && 'there is no title',
    wordsOf(childOf(file.core, 'dc:creator')).toUpperCase() !== issuer?.text.replaceAll('\u00a0', ' ') && 'the creator is not the issuer',
  ],
  'appendix-heading': ({ appendices, code, placeDate }) => appendices.flatMap(({ heading: [label, title, reference], section }) => [
    !/^Phụ lục(?: [IVX]+)?$/.test(label?.text ?? '') && `it says “${label?.text}”`, ...looks(label, 26, 28, { bold: true, align: 'center' }),
    !isInCapitals(title) && `“${title?.text}” is not in capitals`, ...looks(title, 26, 28, { bold: true, align: 'center' }),
    !(/^\(Kèm theo .+\)$/.test(reference?.text ?? '') && reference?.text.includes(code?.text.replace('Số: ', '') ?? '?')
      && plainSpaces(reference?.text ?? '').includes(plainSpaces(placeDate?.text.replace(/^.*?, /, '') ?? '?'))) && `it says “${reference?.text}”`,
    ...looks(reference, 26, 28, { italic: true, align: 'center' }),
    childOf(section.properties, 'w:type')?.attributes['w:val'] !== 'nextPage' && 'it does not begin a page',
  ]),
  'heading-row-repeats': ({ appendices }) => appendices.flatMap(({ table }) => {
    const count = table?.rows.findIndex(({ isHeading }) => !isHeading) ?? 0;
    return [
      count < 1 && 'it does not', table?.rows.slice(count).some(({ isHeading }) => isHeading) && 'a row of figures repeats',
      ...(table?.rows.slice(0, Math.max(count, 1)) ?? []).flatMap(({ cells }) => cells.filter(({ continues }) => !continues).flatMap(({ paragraphs }) => paragraphs))
        .flatMap((each) => looks(each, 22, 28, { bold: true, align: 'center' })),
    ];
  }),
  'appendix-width': ({ appendices }) => appendices.map(({ table, section }) => !isWithin(sum(table?.widths ?? []), textWidthOf(section)) && `it is ${sum(table?.widths ?? [])} wide`),
  'appendix-groups': ({ appendices }) => appendices.flatMap(({ table }) => {
    const groups = (table?.rows ?? []).map(({ cells }) => cells).filter((cells) => cells.length === 2);
    return [
      ...inSequence(groups.map(([number]) => romanValue(number?.paragraphs[0]?.text ?? '')), false),
      ...groups.flatMap((cells) => cells.map(({ paragraphs: [text] }) => text?.runs.some((run) => !run.bold) && `“${text.text}” is not bold`)),
    ];
  }),
  'figures-on-the-right': ({ appendices }) => appendices.flatMap(({ table }) => (table?.rows ?? []).filter(({ isHeading }) => !isHeading).flatMap(({ cells }) =>
    cells.slice(1).flatMap(({ paragraphs }) => paragraphs).map(({ text, align }) => /^-?[\d.]+(?:,\d+)?$/.test(text) && align !== 'right' && `${text} stands ${align}`))),
  'figures-as-offices-write-them': ({ appendices }) => appendices.flatMap(({ table }) => (table?.rows ?? []).flatMap(({ cells }) =>
    cells.slice(1).flatMap(({ paragraphs }) => paragraphs).map(({ text }) => /^-?\d{4,}|^\d+\.\d{1,2}$/.test(text) && `it says ${text}`))),
  'parts-of-a-figure': ({ appendices }) => appendices.flatMap(({ table }) => (table?.rows ?? []).filter(({ isHeading }) => !isHeading).flatMap(({ cells }) =>
    cells.flatMap(({ paragraphs }) => paragraphs).filter(({ text }) => text.startsWith('Trong đó: '))
      .map((each) => each.left === 0 && `“${each.text}” is not set in`))),
} satisfies Record<string, Point>;

export type OfficePoint = keyof typeof points;
export const officePoints = Object.keys(points) as readonly OfficePoint[];

/** @returns what is wrong, by point; a point without a fault is not there. Throws where the file is none. */
export function officeCheck(bytes: Uint8Array): Partial<Record<OfficePoint, readonly string[]>> {
  const office = officeOf(readDocx(bytes));
  return Object.fromEntries(officePoints
    .map((name) => [name, (points[name] as Point)(office).filter((each): each is string => typeof each === 'string')] as const)
    .filter(([, faults]) => faults.length > 0));
}

/** Word calls a file unreadable whose properties stand in another order than the schema's (ECMA-376, part 1, 17). */
const orders: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['pStyle', 'keepNext', 'keepLines', 'pageBreakBefore', 'widowControl', 'numPr', 'pBdr', 'shd', 'tabs', 'spacing', 'ind', 'contextualSpacing', 'jc', 'outlineLvl', 'rPr', 'sectPr'],
  'w:rPr': ['rStyle', 'rFonts', 'b', 'bCs', 'i', 'iCs', 'caps', 'smallCaps', 'strike', 'color', 'spacing', 'sz', 'szCs', 'u', 'vertAlign', 'lang'],
  'w:tblPr': ['tblStyle', 'tblW', 'jc', 'tblInd', 'tblBorders', 'tblLayout', 'tblCellMar', 'tblLook'],
  'w:tcPr': ['tcW', 'gridSpan', 'vMerge', 'tcBorders', 'shd', 'tcMar', 'vAlign'],
  'w:tblBorders': ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
  'w:pBdr': ['top', 'left', 'bottom', 'right'],
  'w:sectPr': ['headerReference', 'type', 'pgSz', 'pgMar', 'pgNumType', 'cols', 'titlePg', 'docGrid'],
};

function outOfOrder(element: XmlElement, order: readonly string[]): string | false {
  const places = childrenOf(element).map(({ name }) => order.indexOf(name.replace('w:', '')));
  return places.some((place, index) => place < (places[index - 1] ?? 0)) && `${element.name} holds ${childrenOf(element).map(({ name }) => name).join()}`;
}

function officeOf(file: DocxFile): Office {
  const main = file.sections[0];
  if (main === undefined) throw new Error('the file has no page');
  const [header, ...otherTables] = main.blocks.filter((each): each is Table => each.kind === 'table');
  const footer = otherTables.at(-1);
  const cell = (table: Table | undefined, row: number, column: number): readonly Paragraph[] => table?.rows[row]?.cells[column]?.paragraphs ?? [];
  const left = cell(header, 0, 0);
  const names = left.filter(({ text }) => text !== '');
  const [code, ...letterSubject] = cell(header, 1, 0);
  const between = main.blocks.slice(1, footer === undefined ? undefined : main.blocks.indexOf(footer)).filter((each): each is Paragraph => each.kind === 'paragraph');
  const titled = letterSubject.length === 0 ? between.slice(0, 3) : [];
  const rest = between.slice(titled.length);
  const addressedCount = rest[0]?.text.startsWith('Kính gửi') === true ? 1 + (rest[0].text === 'Kính gửi:' ? rest.slice(1).findIndex(({ text }) => !text.startsWith('- ')) : 0) : 0;
  const body = rest.slice(addressedCount);
  const headings = body.filter(({ text }) => sectionHeading.test(text) || itemHeading.test(text));
  const [recipients, signature] = [cell(footer, 0, 0), cell(footer, 0, 1)];
  const right = cell(header, 0, 1);
  return {
    file, main, header, footer, body, headings, prose: body.filter((each) => !headings.includes(each)),
    superior: names.slice(0, -1), issuer: names.at(-1), issuerRule: left.find(({ border }) => border !== null),
    nationalName: right[0], motto: right[1], mottoRule: right.find(({ border }) => border !== null),
    code, letterSubject, placeDate: cell(header, 1, 1)[0],
    typeName: titled[0], subject: titled[1], subjectRule: titled[2],
    addressees: rest.slice(0, addressedCount), recipients, authority: signature.slice(0, -1), signer: signature.at(-1),
    appendices: file.sections.slice(1).map((section) => ({
      section, heading: section.blocks.filter((each): each is Paragraph => each.kind === 'paragraph'), table: section.blocks.find((each): each is Table => each.kind === 'table'),
    })),
    everyParagraph: file.sections.flatMap(({ blocks }) => blocks)
      .flatMap((block) => block.kind === 'paragraph' ? [block] : paragraphsIn(block)),
  };
}

function looks(
  paragraph: Paragraph | undefined, least: number, most: number, { bold = false, italic = false, align = 'left' }: { bold?: boolean; italic?: boolean; align?: string },
): readonly (string | false)[] {
  if (paragraph === undefined || paragraph.runs.length === 0) return ['it is not there'];
  const what = `“${paragraph.text.slice(0, 40)}”`;
  return paragraph.runs.flatMap((run) => [
    isOutside(run.size, least, most) && `${what} has size ${run.size}`,
    run.bold !== bold && `${what} is ${run.bold ? '' : 'not '}bold`,
    run.italic !== italic && `${what} is ${run.italic ? '' : 'not '}italic`,
  ]).concat(align !== 'left' && paragraph.align !== align && `${what} stands ${paragraph.align}`);
}

/** A drawn line is as long as its cell less its indents. */
function ruleFault(rule: Paragraph | undefined, text: Paragraph | undefined, width: number | undefined, least: number, most: number): string | false {
  if (rule?.border == null || rule.border.value !== 'single' || rule.border.size < 4 || text === undefined || width === undefined) return 'there is no line';
  const share = (width - rule.left - rule.right) / longestLine(text, width - text.left - text.right);
  return isOutside(share, least - 0.01, most + 0.01) && `the line is ${Math.round(share * 100)} % of its text`;
}

function longestLine(paragraph: Paragraph, width: number): number {
  const [run] = paragraph.runs;
  const face = { sizePoints: (run?.size ?? 0) / 2, bold: run?.bold ?? false };
  const lines = [''];
  for (const word of paragraph.text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (lines.at(-1) !== '' && lengthOf(longer, face) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return Math.max(...lines.map((line) => lengthOf(line, face)));
}

function isTooLong(paragraph: Paragraph, width = 0): boolean {
  return longestLine(paragraph, Infinity) > width - paragraph.left - paragraph.right;
}

function isOfficeDate(text: string): boolean {
  const [, day, month, year] = /^\p{Lu}[\p{L} ]*, ngày (\d{2}) tháng (0[12]|[3-9]|1[0-2]) năm (\d{4})$/u.exec(text) ?? [];
  if (day === undefined) return /^\p{Lu}[\p{L} ]*, ngày\u00a0{3,}tháng\u00a0{3,}năm \d{4}$/u.test(text);
  const date = new Date(`${year}-${month?.padStart(2, '0')}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day);
}

function isInCapitals(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && /\p{Lu}/u.test(paragraph.text) && paragraph.text === paragraph.text.toUpperCase();
}

/** 1, 2, 3 …; where it may begin anew, a 1 is always right. */
function inSequence(values: readonly number[], mayRestart: boolean): readonly (string | false)[] {
  return values.map((value, index) => value !== (values[index - 1] ?? 0) + 1 && !(mayRestart && value === 1) && `${value} follows ${values[index - 1] ?? 'nothing'}`);
}

function romanValue(text: string): number {
  return [...text].map((sign) => ({ I: 1, V: 5, X: 10 })[sign] ?? Number.NaN).reduce((total, value, index, all) => total + (value < (all[index + 1] ?? 0) ? -value : value), 0);
}

function paragraphsIn({ rows }: Table): readonly Paragraph[] {
  return rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
}

function tablesOf(file: DocxFile): readonly Table[] {
  return file.sections.flatMap(({ blocks }) => blocks).filter((each): each is Table => each.kind === 'table');
}

function textWidthOf({ properties }: Section): number {
  const [size, margins] = [childOf(properties, 'w:pgSz')?.attributes, childOf(properties, 'w:pgMar')?.attributes];
  return Number(size?.['w:w']) - Number(margins?.['w:left']) - Number(margins?.['w:right']);
}

/** A table may lack a hair of the width, and never pass it. */
function isWithin(width: number, most: number): boolean {
  return width <= most + 6 && width > most - 60;
}

function isOutside(value: number, least: number, most: number): boolean {
  return !(value >= least && value <= most);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}

function plainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
