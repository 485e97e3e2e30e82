/**
 * Bảng tính của phụ lục: an appendix as the rows of a sheet, for write-excel-file. Numbers stay numbers, so that the upper
 * level can add them up; words that a spreadsheet would run as a formula are made harmless.
 */
import type { CellObject, Row, SheetData, SheetOptions } from 'write-excel-file/universal';
import { columnGroups } from './column-groups.ts';
import type { OfficeProfile } from './office-profile.ts';
import { officeProfiles } from './office-profile.ts';
import { partOfCell } from './page-model.ts';
import type { Appendix, AppendixColumn } from './page-model.ts';

export interface AppendixSheet {
  readonly rows: SheetData;
  readonly options: SheetOptions<never>;
}

// Columns of a sheet are counted in digits; a page of text has about this many.
const digitsAcross = { upright: 95, turned: 140 };

/**
 * @param sheetName at most 31 letters, as spreadsheets have it; what they forbid in a name is left out.
 * @returns rows and options: `writeXlsxFile(rows, options)`. Title rows go over the whole width, the heading stays in sight.
 */
export function appendixSheet(appendix: Appendix, sheetName: string, { fontName }: OfficeProfile = officeProfiles.nd30): AppendixSheet {
  const count = appendix.columns.length;
  const face = { fontFamily: fontName, fontSize: 12, alignVertical: 'center', wrap: true } as const;
  const heading = { ...face, fontWeight: 'bold', align: 'center', borderStyle: 'thin' } as const;
  const acrossAll = (text: string, style: Partial<CellObject>): Row => [{ value: harmless(text), type: String, ...face, align: 'center', columnSpan: count, ...style }, ...blanks(count - 1)];
  const top = columnGroups(appendix.columns);
  const hasTwoRows = top.some(({ under }) => under !== null);
  const headings: Row[] = [
    top.flatMap(({ heading: text, under, count: columnSpan }) => [
      { value: harmless(under ?? text), type: String, ...heading, columnSpan, rowSpan: hasTwoRows && under === null ? 2 : 1 }, ...blanks(columnSpan - 1),
    ]),
    ...(hasTwoRows ? [appendix.columns.map(({ heading: text, under }) => under === null ? null : { value: harmless(text), type: String, ...heading })] : []),
  ];
  const titles = [
    acrossAll(appendix.label, { fontWeight: 'bold' }), acrossAll(appendix.title, { fontWeight: 'bold' }), acrossAll(appendix.reference, { fontStyle: 'italic' }),
  ];
  return {
    rows: [
      ...titles,
      ...headings,
      ...appendix.rows.map((row): Row => {
        if (row.kind === 'group') {
          const [number, name] = row.cells.map((value): CellObject => ({ ...cellOf(value ?? null), ...face, fontWeight: 'bold', borderStyle: 'thin' }));
          return [{ ...number, align: 'center' }, { ...name, columnSpan: count - 1 }, ...blanks(count - 2)];
        }
        return appendix.columns.map((column, index): CellObject => {
          const part = partOfCell(row, column, index);
          const align = part === 'cellNumber' ? 'right' : part === 'cellCentred' ? 'center' : 'left';
          return { ...cellOf(row.cells[index] ?? null), ...face, align, borderStyle: 'thin', ...(part === 'partOf' ? { fontStyle: 'italic', indent: 1 } : {}) };
        });
      }),
    ],
    options: {
      sheet: sheetName.normalize('NFC').replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31).trim(),
      columns: appendix.columns.map(({ share }: AppendixColumn) => ({ width: Math.round(share * (appendix.isLandscape ? digitsAcross.turned : digitsAcross.upright)) })),
      stickyRowsCount: titles.length + headings.length,
      ...(appendix.isLandscape ? { orientation: 'landscape' } : {}),
    },
  };
}

/** Whole numbers with dots between the thousands, others with a comma where the reader's own settings say so. */
function cellOf(value: string | number | null): CellObject {
  if (typeof value === 'number') return { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.0' };
  return value === null || value === '' ? {} : { value: harmless(value), type: String };
}

/** Cells that a merged one covers. */
function blanks(count: number): Row {
  return Array.from({ length: Math.max(count, 0) }, () => null);
}

/** A text that begins like a formula gets an apostrophe in front, which spreadsheets read as “this is text”. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
