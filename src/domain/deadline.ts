/** Hạn bổ sung: the day that a return proposes. */
import type { ReportCalendar } from './period.ts';
import { addWorkingDays } from './report-calendar.ts';
import type { LocalDate } from './time.ts';

/** What a return proposes when the reviewer names no day. */
export const proposedWorkingDays = 3;

/** @param calendar with its days off; before the province has published one, only weekends are known. */
export function proposedDueOn(today: LocalDate, calendar: ReportCalendar | null): LocalDate {
  return addWorkingDays(today, proposedWorkingDays, calendar ?? { holidaysEveryYear: [], holidays: {} });
}
