import type { DueReport } from '../../../domain/report-calendar.ts';
import { dayMonthText } from '../../../i18n/format.ts';
import { reportTitleWords as words } from '../../../i18n/report-title-words.ts';
import { say } from '../../../i18n/say.ts';
import type { ReportProgress } from '../../report-model.ts';

/** When a report is due, and how much of it stands there by itself; null while that is not counted. */
export function dueText({ dueOn, inDays }: Pick<DueReport, 'dueOn' | 'inDays'>, progress: ReportProgress | null): string {
  const date = dayMonthText(dueOn);
  if (inDays < 0) return progress ? say(words.lateProgress, { days: -inDays, ...progress }) : say(words.late, { days: -inDays, date });
  return progress ? say(words.dueProgress, { date, ...progress }) : say(words.dueOn, { date });
}
