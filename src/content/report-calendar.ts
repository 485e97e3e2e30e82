/** When reports close and are due: proposals of the domain paper (§3.2), which the province edits. */
import { ReportCalendar } from '../domain/period.ts';
import calendarData from './data/report-calendar.json' with { type: 'json' };

export const reportCalendar: ReportCalendar = ReportCalendar.parse(calendarData);
