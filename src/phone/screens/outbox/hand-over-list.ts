import { listFileName } from '../../../documents/activity-list.ts';
import { spreadsheetFile, spreadsheetType } from '../../../documents/spreadsheet.ts';
import { handOn } from '../../parts/hand-on.ts';
import { unitList } from '../../unit-list.ts';
import type { UnitListOptions } from '../../unit-list.ts';

/**
 * The list as an XLSX file: to the phone's share sheet where that takes such files (Safari; Chrome refuses XLSX), else
 * among the downloads.
 * @returns the file's name and where it went. Throws `AbortError` when the officer closes the share sheet.
 */
export async function handOverList(options: UnitListOptions): Promise<{ readonly file: string; readonly isShared: boolean }> {
  const { sheet } = unitList(options);
  const name = `${listFileName(options.unit.code, options.filter.year)}.xlsx`;
  const file = new File([spreadsheetFile(sheet)], name, { type: spreadsheetType });
  return { file: name, isShared: await handOn(file) };
}
