/** Năm đã khép: years stand beside each other, and those before the published working year are only read. */
import type { LocalDate } from './time.ts';
import { workingYearOf, workingYearRange } from './time.ts';

/** Whether what was held on this day belongs to a year before the one the province works in (`Setting.workingYear`). */
export function isYearClosed(heldOn: LocalDate, currentYear: number): boolean {
  return workingYearOf(heldOn) < currentYear;
}

/**
 * Whether an edit or a cancellation of a received record comes too late. A change that was saved while its year still
 * ran is taken however late it arrives: the phone may have been without signal for weeks.
 * @param record the day it was held on, and whether its newest edition was returned: what the province asks for may be mended.
 * @param savedOn the day in Vietnam on which the change was saved.
 */
export function comesTooLate(record: { readonly heldOn: LocalDate; readonly isReturned: boolean }, savedOn: LocalDate, currentYear: number): boolean {
  if (record.isReturned || !isYearClosed(record.heldOn, currentYear)) return false;
  return savedOn > workingYearRange(workingYearOf(record.heldOn)).to;
}
