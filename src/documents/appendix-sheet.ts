/**
 * Bảng tính của phụ lục: an appendix as the rows of a sheet, for write-excel-file. Numbers stay numbers, so that the upper
 * level can add them up; words that a spreadsheet would run as a formula are made harmless.
 */
import type { CellObject, Row, SheetData, SheetOptions } from 'write-excel-file/universal';
import { columnGroups } from './column-groups.ts';
import type { OfficeProfile } from './office-profile.ts';
import { officeProfiles } from './office-profile.ts';
import { partOfCell } from './page-model.ts';
import type { Appendix } from './page-model.ts';
import { evenLines } from './text-width.ts';

export interface AppendixSheet {
  readonly rows: SheetData;
  readonly options: SheetOptions<never>;
  /** Of the whole file: the font whose digits the columns are counted in. */
  readonly fileOptions: { readonly fontFamily: string; readonly fontSize: number };
}

// Columns of a sheet are counted in digits; a page with a spreadsheet's own margins has a little more than this many.
const digitsAcross = { upright: 76, turned: 114 };
const sizePoints = 12;
/** Width of a digit of 12 points on a screen: eight pixels, in twips. */
const digitTwips = 120;
/** Spreadsheets do not make a row taller for a text that wraps in a merged cell, and some not at all. */
const linePoints = 16;

/**
 * @param sheetName at most 31 letters, as spreadsheets have it; what they forbid in a name is left out.
 * @returns rows and options: `writeXlsxFile(rows, options, fileOptions)`. Title rows go over the whole width, the heading stays in sight.
 */
export function appendixSheet(appendix: Appendix, sheetName: string, { fontName }: OfficeProfile = officeProfiles.nd30): AppendixSheet {
  const widths = appendix.columns.map(({ share }) => Math.round(share * (appendix.isLandscape ? digitsAcross.turned : digitsAcross.upright)));
  const count = widths.length;
  const widthOf = (from: number, span: number): number => widths.slice(from, from + span).reduce((total, each) => total + each, 0) * digitTwips;
  const face = { fontFamily: fontName, fontSize: sizePoints, alignVertical: 'center', wrap: true } as const;
  const framed = { ...face, borderStyle: 'thin' } as const;
  const heading = { ...framed, fontWeight: 'bold', align: 'center' } as const;
  const words = (text: string, style: Partial<CellObject>): CellObject => ({ value: harmless(text), type: String, ...style });
  const tall = (row: Row, texts: readonly (readonly [text: string, from: number, span: number])[], isBold = true): Row => {
    const lineCount = Math.max(1, ...texts.map(([text, from, span]) => lineCountOf(text, widthOf(from, span), isBold)));
    // Any cell of a row carries its height; covered ones carry nothing.
    const carrier = row.findIndex((each) => each !== null);
    return row.map((each, index) => index === carrier && typeof each === 'object' ? { ...each, height: lineCount * linePoints + 2 } : each);
  };

  const titles = ([[appendix.label, { fontWeight: 'bold' }], [appendix.title, { fontWeight: 'bold' }], [appendix.reference, { fontStyle: 'italic' }]] as const)
    .map(([text, style]) => tall([words(text, { ...face, align: 'center', columnSpan: count, ...style }), ...covered(count - 1)], [[text, 0, count]]));
  const top = columnGroups(appendix.columns);
  const hasTwoRows = top.some(({ under }) => under !== null);
  const headings: Row[] = [
    tall(top.flatMap(({ heading: text, under, count: columnSpan }) => [
      words(under ?? text, { ...heading, columnSpan, rowSpan: hasTwoRows && under === null ? 2 : 1 }), ...covered(columnSpan - 1),
    ]), top.filter(({ under }) => !hasTwoRows || under !== null).map(({ heading: text, under, from, count: span }) => [under ?? text, from, span])),
    ...(hasTwoRows ? [tall(
      appendix.columns.map(({ heading: text, under }) => under === null ? null : words(text, heading)),
      // A heading of both rows has room in them together.
      appendix.columns.flatMap(({ heading: text, under }, index) => under === null ? [] : [[text, index, 1] as const]),
    )] : []),
  ];
  const rows = appendix.rows.map((row): Row => {
    if (row.kind === 'group') {
      const [number, name] = row.cells.map((value): CellObject => ({ ...cellOf(value ?? null), ...framed, fontWeight: 'bold' }));
      return tall([{ ...number, align: 'center' }, { ...name, columnSpan: count - 1 }, ...covered(count - 2)], [[String(row.cells[1] ?? ''), 1, count - 1]]);
    }
    return tall(appendix.columns.map((column, index): CellObject => {
      const part = partOfCell(row, column, index);
      const align = part === 'cellNumber' ? 'right' : part === 'cellCentred' ? 'center' : 'left';
      return { ...cellOf(row.cells[index] ?? null), ...framed, align, ...(part === 'partOf' ? { fontStyle: 'italic', indent: 1 } : {}) };
    }), row.cells.map((value, index) => [typeof value === 'string' ? value : '', index, 1]), false);
  });
  return {
    rows: [...titles, ...headings, ...rows],
    options: {
      sheet: sheetName.normalize('NFC').replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31).trim(),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: titles.length + headings.length,
      ...(appendix.isLandscape ? { orientation: 'landscape' } : {}),
    },
    fileOptions: { fontFamily: fontName, fontSize: sizePoints },
  };
}

/** The library takes nothing but null in the cells that a merged one covers. */
function covered(count: number): Row {
  return Array.from({ length: Math.max(count, 0) }, () => null);
}

function lineCountOf(text: string, width: number, bold: boolean): number {
  // The frame and the indent take some of a cell.
  return evenLines(text, { sizePoints, bold }, Math.max(width - 120, 200)).lineCount;
}

/** Whole numbers with dots between the thousands, others with a comma where the reader's own settings say so. */
function cellOf(value: string | number | null): CellObject {
  if (typeof value === 'number') return { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.0' };
  return value === null || value === '' ? {} : { value: harmless(value), type: String };
}

/** A text that begins like a formula gets an apostrophe in front, which spreadsheets read as “this is text”. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
