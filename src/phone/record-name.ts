/** What a stored record is called, read loosely: also one of a kind that this version does not know. */
import { PeriodId } from '../domain/period.ts';
import { phoneWords as words } from '../i18n/phone-words.ts';
import { say } from '../i18n/say.ts';
import type { Reference } from './reference.ts';
import { reportTitle } from './report-title.ts';

/** @returns the title of an activity, the name of a report or a work programme, or nothing. */
export function recordName(body: unknown, reference: Pick<Reference, 'calendar' | 'occasions'> | null): string {
  const { title, periodId, workingYear } = (body ?? {}) as { readonly title?: unknown; readonly periodId?: unknown; readonly workingYear?: unknown };
  if (typeof title === 'string') return title;
  if (typeof workingYear === 'number') return say(words.programmeTitle, { year: workingYear });
  const period = PeriodId.safeParse(periodId);
  return period.success ? reportTitle(period.data, reference) : '';
}
