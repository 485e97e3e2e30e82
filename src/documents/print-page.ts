/**
 * Trang in: a document as a page to print, from the same profile as the Word file. It comes in three pieces, because the
 * app's own pages refuse inline styles: there the rules go into a constructed style sheet (`adoptedStyleSheets`), which the
 * policy allows; `printHtml` puts them together where no policy forbids it.
 */
import { numberText } from '../i18n/format.ts';
import { columnGroups } from './column-groups.ts';
import type { Alignment, OfficeProfile, PartName, PartStyle } from './office-profile.ts';
import { officeProfiles, textWidth } from './office-profile.ts';
import { partOfCell } from './page-model.ts';
import type { Appendix, AppendixRow, OfficeDocument } from './page-model.ts';
import { evenLines } from './text-width.ts';

export interface PrintPage {
  /** What a browser proposes as the name of a PDF. */
  readonly title: string;
  /** Each selector begins with `.office`, but for the boxes of the page and the margins of what is printed. */
  readonly styles: string;
  /** Holds no style of its own: safe to parse under a strict policy. */
  readonly body: string;
}

/** @returns the page; every text in it is escaped. */
export function printPage(paper: OfficeDocument, profile: OfficeProfile = officeProfiles.nd30): PrintPage {
  const rules = new Map<string, string>();
  /** One class for each length that a text asks for. */
  const classFor = (rule: string): string => {
    const name = rules.get(rule) ?? `at-${rules.size + 1}`;
    rules.set(rule, name);
    return name;
  };
  const write = writer(profile, classFor);
  const width = textWidth(profile);
  const left = Math.round(width * profile.headerLeftShare);
  const { header, heading, addressees, recipients, signature } = paper;
  const body = [
    '<div class="office"><article>',
    '<table class="open header"><tr><td>',
    ...header.superior.map((line) => write.centred('superior', line, left)), write.centred('issuer', header.issuer, left),
    '</td><td>', write.centred('nationalName', header.nationalName, width - left), write.centred('motto', header.motto, width - left),
    '</td></tr><tr><td>', write.text('code', header.code), ...(header.letterSubject === null ? [] : [write.centred('letterSubject', header.letterSubject, left)]),
    '</td><td>', write.text('placeDate', header.placeDate), '</td></tr></table>',
    ...(heading === null ? [] : [write.text('typeName', heading.typeName), write.centred('subject', heading.subject, width)]),
    ...(addressees === null ? [] : [
      write.text(addressees.lines.length === 0 ? 'onlyAddressee' : 'addresseesLabel', addressees.label, heading === null ? ' first' : ''),
      ...addressees.lines.map((line, index) => write.text('addressee', line, index === addressees.lines.length - 1 ? ' last' : '')),
    ]),
    ...paper.body.slice(0, -1).map(({ kind, text }, index) => write.text(kind, text, index === 0 && addressees === null && heading !== null ? ' first' : '')),
    // A signature never stands alone on a page.
    '<div class="end">', ...paper.body.slice(-1).map(({ kind, text }) => write.text(kind, text)),
    '<table class="open footer"><tr><td>', write.text('recipientsLabel', recipients.label), ...recipients.lines.map((line) => write.text('recipient', line)),
    '</td><td>', ...signature.lines.map((line) => write.text('authority', line)), write.text('signerName', signature.name === '' ? '\u00a0' : signature.name),
    '</td></tr></table></div></article>',
    ...paper.appendices.map((appendix) => appendixSection(appendix, profile, write, classFor)),
    '</div>',
  ].join('');
  return { title: paper.fileName, body, styles: [...fixedStyles(profile), ...[...rules].map(([rule, name]) => `.office .${name} { ${rule} }`)].join('\n') };
}

/** The page as one file. @param language of the words in it. */
export function printHtml({ title, styles, body }: PrintPage, language = 'vi'): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${styles}</style></head><body>${body}</body></html>`;
}

interface Writer {
  readonly text: (part: PartName, text: string, more?: string) => string;
  /** Broken evenly within the width (twips), with the line that its part asks for. */
  readonly centred: (part: PartName, text: string, width: number) => string;
}

function writer({ parts }: OfficeProfile, classFor: (rule: string) => string): Writer {
  const text = (part: PartName, words: string, more = ''): string => `<p class="${part}${more}">${escaped(words)}</p>`;
  return {
    text,
    centred: (part, words, width) => {
      const lines = evenLines(words, parts[part], width);
      // A hair more room than Word gets: browsers may round what they measure.
      const side = Math.floor((width - lines.width * 1.01) / 2);
      const paragraph = text(part, words, side > 0 ? ` ${classFor(`padding: 0 ${points(side)}`)}` : '');
      const share = parts[part].ruleShare;
      return share === null ? paragraph : `${paragraph}<hr class="${classFor(`width: ${points(lines.longest * share)}`)}">`;
    },
  };
}

function appendixSection(appendix: Appendix, profile: OfficeProfile, write: Writer, classFor: (rule: string) => string): string {
  const width = textWidth(profile, appendix.isLandscape);
  const cell = (part: PartName, words: string, more = ''): string => `<td${more}>${write.text(part, words)}</td>`;
  const spans = (columns: number, rows: number): string => `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  const top = columnGroups(appendix.columns);
  const below = appendix.columns.filter(({ under }) => under !== null);
  const headings = [
    top.map(({ heading, under, count }) => `<th${spans(count, below.length > 0 && under === null ? 2 : 1)}>${write.text('columnHeading', under ?? heading)}</th>`),
    below.map(({ heading }) => `<th>${write.text('columnHeading', heading)}</th>`),
  ].filter((row) => row.length > 0);
  const cellsOf = (row: AppendixRow): string => row.kind === 'group'
    ? `${cell('groupOrder', cellText(row.cells[0]))}${cell('groupName', cellText(row.cells[1]), spans(appendix.columns.length - 1, 1))}`
    : appendix.columns.map((column, index) => cell(partOfCell(row, column, index), cellText(row.cells[index]))).join('');
  return [
    `<section class="appendix${appendix.isLandscape ? ' turned' : ''}">`,
    write.text('appendixLabel', appendix.label), write.centred('appendixTitle', appendix.title, width), write.centred('appendixReference', appendix.reference, width),
    '<table class="figures"><colgroup>', ...appendix.columns.map(({ share }) => `<col class="${classFor(`width: ${Math.round(share * 10_000) / 100}%`)}">`), '</colgroup><thead>',
    ...headings.map((cells) => `<tr>${cells.join('')}</tr>`), '</thead><tbody>',
    ...appendix.rows.map((row) => `<tr${row.kind === 'group' ? ' class="group"' : ''}>${cellsOf(row)}</tr>`), '</tbody></table></section>',
  ].join('');
}

function fixedStyles(profile: OfficeProfile): readonly string[] {
  const { page, margins, parts, fontName, rulePoints, signaturePoints, headerLeftShare, recipientsShare, pageNumberTopMm } = profile;
  const sides = `${margins.topMm}mm ${margins.rightMm}mm ${margins.bottomMm}mm ${margins.leftMm}mm`;
  const numberBox = `@top-center { content: counter(page); font: ${parts.pageNumber.sizePoints}pt "${fontName}", serif; vertical-align: top; padding-top: ${pageNumberTopMm}mm }`;
  const share = (value: number): string => `${Math.round(value * 10_000) / 100}%`;
  return [
    `@page { size: ${page.widthMm}mm ${page.heightMm}mm; margin: ${sides}; ${numberBox} }`,
    '@page :first { @top-center { content: none } }',
    `@page turned { size: ${page.heightMm}mm ${page.widthMm}mm; margin: ${sides}; ${numberBox} }`,
    // The margins are those of the paper.
    '@media print { html, body { margin: 0; padding: 0 } }',
    // Letters keep their true widths: rounded to pixels, a line that fits on paper would break.
    `.office { font-family: "${fontName}", Tinos, "Liberation Serif", serif; color: #000; background: #fff; hyphens: none; overflow-wrap: break-word; text-rendering: geometricPrecision }`,
    // On a screen the page is a sheet of paper; phones scroll it sideways rather than break its lines anew.
    `@media screen { .office article, .office section { width: ${points(textWidth(profile))}; padding: ${sides}; margin: 0 auto; background: #fff } }`,
    `@media screen { .office .turned { width: ${points(textWidth(profile, true))} } }`,
    '.office p { margin: 0; padding: 0; orphans: 2; widows: 2 }',
    ...(Object.keys(parts) as PartName[]).filter((part) => part !== 'rule' && part !== 'pageNumber').map((part) => `.office p.${part} { ${styleOf(parts[part])} }`),
    `.office hr { border: 0; border-top: ${rulePoints}pt solid #000; margin: ${parts.rule.beforePoints}pt auto 0; height: ${parts.rule.sizePoints - rulePoints}pt }`,
    '.office hr { break-before: avoid }',
    '.office table { border-collapse: collapse; table-layout: fixed; width: 100% }',
    '.office td, .office th { padding: 0; vertical-align: top; font-weight: normal }',
    `.office .header td:first-child { width: ${share(headerLeftShare)} }`,
    `.office .footer td:first-child { width: ${share(recipientsShare)} }`,
    '.office .header tr + tr p:first-child, .office .footer p:first-child { margin-top: 6pt }',
    '.office p.first { margin-top: 12pt }',
    '.office p.onlyAddressee.first, .office p.addresseesLabel.first { margin-top: 18pt }',
    '.office p.addressee.last { margin-bottom: 12pt }',
    '.office .end, .office tr { break-inside: avoid }',
    `.office p.signerName { margin-top: ${signaturePoints}pt }`,
    '.office .appendix { break-before: page }',
    '.office .turned { page: turned }',
    '.office .figures td, .office .figures th { border: 0.5pt solid #000; padding: 0 3pt; vertical-align: middle }',
    '.office .figures thead { display: table-header-group }',
    '.office .group { break-after: avoid }',
  ];
}

const aligned: Readonly<Record<Alignment, string>> = { left: 'left', center: 'center', right: 'right', justify: 'justify' };

/** Times New Roman’s own line is 1.15 of its size: Word’s multiples start from that. */
const ownLine = 1.15;

function styleOf(style: PartStyle): string {
  return [
    `font-size: ${style.sizePoints}pt`, `line-height: ${Math.round(style.line * ownLine * 1000) / 1000}`, `text-align: ${aligned[style.align]}`,
    ...(style.bold ? ['font-weight: bold'] : []), ...(style.italic ? ['font-style: italic'] : []),
    ...(style.beforePoints > 0 ? [`margin-top: ${style.beforePoints}pt`] : []), ...(style.afterPoints > 0 ? [`margin-bottom: ${style.afterPoints}pt`] : []),
    ...(style.indentMm > 0 ? [`margin-left: ${style.indentMm}mm`] : []), ...(style.firstLineMm > 0 ? [`text-indent: ${style.firstLineMm}mm`] : []),
    ...(style.isKeptWithNext ? ['break-after: avoid'] : []),
  ].join('; ');
}

function points(twips: number): string {
  return `${Math.round(twips / 0.2) / 100}pt`;
}

function cellText(value: string | number | null | undefined): string {
  return typeof value === 'number' ? numberText(value) : value ?? '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
