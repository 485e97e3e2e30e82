/** What a report is called, and which one of the unit's reports is of a period. */
import type { Period, PeriodId, ReportCalendar } from '../domain/period.ts';
import { periodById } from '../domain/report-calendar.ts';
import { phoneWords } from '../i18n/phone-words.ts';
import { reportPageWords as words } from '../i18n/report-words.ts';
import { say } from '../i18n/say.ts';
import type { TaskId } from '../domain/id.ts';
import type { Book } from './book.ts';
import type { RecordView } from './record-view.ts';
import type { Reference } from './reference.ts';
import { paths } from './paths.ts';

/** “6 tháng đầu năm 2020” · “quý I 2020”, as it stands in a sentence; empty where the phone does not know the period. */
export function periodText(periodId: PeriodId, calendar: ReportCalendar | null): string {
  const period = calendar && periodById(periodId, calendar);
  return period ? `${period.label.slice(0, 1).toLocaleLowerCase('vi')}${period.label.slice(1)} ${period.year}` : '';
}

export function reportTitle(periodId: PeriodId, calendar: ReportCalendar | null): string {
  const text = periodText(periodId, calendar);
  const split = text.lastIndexOf(' ');
  return text === '' ? words.plainTitle : say(words.title, { period: text.slice(0, split), year: text.slice(split + 1) });
}

/** What a record is called that is a paper and no activity; null for an activity, and for what this version cannot read. */
export function paperTitle({ report, programme }: Pick<RecordView, 'report' | 'programme'>, calendar: ReportCalendar | null): string | null {
  if (report) return reportTitle(report.periodId, calendar);
  return programme && say(phoneWords.programmeTitle, { year: programme.workingYear });
}

/** Its own page. */
export function paperPath({ report, programme }: Pick<RecordView, 'report' | 'programme'>): string | null {
  if (report) return paths.report(report.periodId);
  return programme && paths.programme(programme.workingYear);
}

/** “Báo cáo 6 tháng”, “Báo cáo quý I”: for a row of home, which belongs to the present year. */
export function shortReportTitle({ label }: Pick<Period, 'label'>): string {
  const text = `${label.slice(0, 1).toLocaleLowerCase('vi')}${label.slice(1)}`;
  return say(words.shortTitle, { period: text.replace(/ đầu năm$/, '') });
}

/** “4. Học tập và làm theo …”; the closing part has no number. */
export function taskName({ tasks }: Pick<Reference, 'tasks'>, taskId: TaskId): string {
  const short = tasks.find((one) => one.id === taskId)?.short ?? '';
  return taskId === 'C' ? short : say(words.taskRow, { task: taskId, short });
}

/** The newest report of a period that counts; a cancelled one is none. */
export function reportView(book: Book, periodId: PeriodId): RecordView | null {
  return book.views.find((view) => view.report?.periodId === periodId && view.cancelReason === null && view.standing.state !== 'replaced') ?? null;
}

/** Periods for which a report is on the phone, sent or on its way. */
export function handedInPeriods(book: Book): ReadonlySet<PeriodId> {
  return new Set(book.views.flatMap((view) => (view.report && view.cancelReason === null ? [view.report.periodId] : [])));
}
