import { listFileName } from '../../../documents/activity-list.ts';
import { spreadsheetFile, spreadsheetType } from '../../../documents/spreadsheet.ts';
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
  if (await isHandedOn(file)) return { file: name, isShared: true };
  download(file);
  return { file: name, isShared: false };
}

async function isHandedOn(file: File): Promise<boolean> {
  // A mouse has a folder of downloads at hand; a thumb has Zalo.
  if (!matchMedia('(pointer: coarse)').matches || typeof navigator.canShare !== 'function' || !navigator.canShare({ files: [file] })) return false;
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // Some phones say that they can, and then cannot; a long list may outlive the tap that asked for it.
    return false;
  }
}

function download(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  // Not inside the app: its router takes a link of our own origin for a page, and a blob's origin is ours.
  document.body.append(link);
  link.click();
  link.remove();
  // Slow phones read the file after the click is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
