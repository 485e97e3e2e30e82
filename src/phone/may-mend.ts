import type { RecordView } from './record-view.ts';

/** A report or programme that may be written on: not while an upper union has it locked, and not by a phone that no longer writes for the unit. */
export function mayMend({ standing: { qualifier }, lock }: Pick<RecordView, 'standing' | 'lock'>): boolean {
  return qualifier !== 'locked' && qualifier !== 'needs-code' && qualifier !== 'no-longer-allowed' && lock?.isLocked !== true;
}

/** The newest edit came after an upper union had added the report up: what was added up stands. */
export function isRefusedForLock({ problems }: Pick<RecordView, 'problems'>): boolean {
  return problems.some(({ code }) => code === 'report-locked');
}
