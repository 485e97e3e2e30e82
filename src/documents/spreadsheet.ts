/**
 * Bảng tính: one sheet as an XLSX file (ECMA-376, SpreadsheetML in a zip), as Excel, LibreOffice, Google and WPS open it.
 * Numbers stay numbers, days stay days, the head stays in sight and comes again on every printed page.
 */
import { strToU8, zipSync } from 'fflate';
import type { LocalDate } from '../domain/time.ts';

/** A day is a day for the calendar of the spreadsheet too; null is an empty cell. */
export type Cell = string | number | { readonly on: LocalDate } | null;

export interface Sheet {
  /** On the tab, at most 31 letters and without `[]:*?/\`. */
  readonly name: string;
  readonly head: readonly string[];
  /** Of each column, in letters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Media type of the file. */
export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** @returns the bytes of the file; the same sheet gives the same bytes. */
export function spreadsheetFile(sheet: Sheet): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': workbook(sheet.name),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': worksheet(sheet),
  };
  // Without a worker: the content security policy refuses those that are made from a blob.
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, [strToU8(text), { mtime: '2020-01-01', level: 6 }] as const])));
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Cell formats, by their place in `cellXfs`. */
const format = { text: 0, head: 1, day: 2, number: 3 } as const;

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3EDF9"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment horizontal="left" vertical="top"/></xf><xf numFmtId="3" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/** @param pairs kind and target, by turns. */
function relations(...pairs: readonly string[]): string {
  const each = pairs.flatMap((kind, index) => (index % 2 === 0 ? [`<Relationship Id="rId${index / 2 + 1}" Type="${office}/${kind}" Target="${pairs[index + 1] ?? ''}"/>`] : []));
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

function workbook(name: string): string {
  // An apostrophe in the name of a sheet is written twice within a reference.
  const head = `'${name.replaceAll('\'', '\'\'')}'!$1:$1`;
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escaped(head)}</definedName></definedNames></workbook>`;
}

function worksheet({ head, widths, rows }: Sheet): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const lines = [head.map((text, column) => textCell(column, 0, text, format.head)), ...rows.map((row, index) => row.map((cell, column) => cellXml(column, index + 1, cell)))];
  const data = lines.map((cells, row) => `<row r="${row + 1}">${cells.join('')}</row>`).join('');
  return `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${data}</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function cellXml(column: number, row: number, cell: Cell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'string') return textCell(column, row, cell, format.text);
  const value = typeof cell === 'number' ? cell : serialDay(cell.on);
  return `<c r="${columnName(column)}${row + 1}" s="${typeof cell === 'number' ? format.number : format.day}"><v>${value}</v></c>`;
}

function textCell(column: number, row: number, text: string, style: number): string {
  return `<c r="${columnName(column)}${row + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(harmless(text))}</t></is></c>`;
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe before it. Within this file it is a text anyhow;
 * saved on as CSV it would no longer be one (OWASP, CSV injection).
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** Days since 30/12/1899: right for every day from 01/3/1900 on, which is where the two calendars meet again. */
function serialDay(on: LocalDate): number {
  return Math.round((Date.parse(on) - Date.parse('1899-12-30')) / 86_400_000);
}

/** A … Z, AA … */
function columnName(column: number): string {
  const letter = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** Text of XML 1.0; what has no place in it is left out, or the whole file would be refused. */
function escaped(text: string): string {
  return text.normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- these are what has to go
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
