/** What a report is called, and which one of the unit's reports is of a period. */
import type { Period, PeriodId } from '../domain/period.ts';
import { periodById } from '../domain/report-calendar.ts';
import { dateText, monthText } from '../i18n/format.ts';
import { phoneWords } from '../i18n/phone-words.ts';
import { reportTitleWords as words } from '../i18n/report-title-words.ts';
import { say } from '../i18n/say.ts';
import type { TaskId, UnitId } from '../domain/id.ts';
import type { Book } from './book.ts';
import type { RecordView } from './record-view.ts';
import type { Reference } from './reference.ts';
import { paths } from './paths.ts';

/** What the name of a period is read from: thematic reports are of occasions. */
type Named = Pick<Reference, 'calendar' | 'occasions'>;

/** “6 tháng đầu năm 2020” · “quý I 2020” · “tháng 5/2020”, as it stands in a sentence; empty where the phone does not know the period. */
export function periodText(periodId: PeriodId, reference: Named | null): string {
  const period = reference?.calendar && periodById(periodId, reference.calendar, { occasions: reference.occasions });
  if (!period) return '';
  return period.kind === 'quarter' || period.kind === 'cumulative' ? `${nameOf(period)} ${period.year}` : nameOf(period);
}

/** @param reference null before it is read. A view is no report: only its figures are looked at. */
export function reportTitle(periodId: PeriodId, reference: Named | null): string {
  const period = periodText(periodId, reference);
  return period === '' ? words.plainTitle : say(isView(periodId, reference) ? words.viewTitle : words.shortTitle, { period });
}

/** What a record is called that is a paper and no activity; null for an activity, and for what this version cannot read. */
export function paperTitle({ report, programme }: Pick<RecordView, 'report' | 'programme'>, reference: Named | null): string | null {
  if (report) return reportTitle(report.periodId, reference);
  return programme && say(phoneWords.programmeTitle, { year: programme.workingYear });
}

/** Its own page. */
export function paperPath({ report, programme }: Pick<RecordView, 'report' | 'programme'>): string | null {
  if (report) return paths.report(report.periodId);
  return programme && paths.programme(programme.workingYear);
}

/** “Báo cáo 6 tháng”, “Báo cáo quý I”: for a row of home, which belongs to the present year. */
export function shortReportTitle(period: Pick<Period, 'label' | 'type' | 'from' | 'to'>): string {
  return say(words.shortTitle, { period: nameOf(period).replace(/ đầu năm$/, '') });
}

function nameOf({ label, type, from, to }: Pick<Period, 'label' | 'type' | 'from' | 'to'>): string {
  switch (type) {
    case 'month':
      return inSentence(monthText(to));
    case 'thematic':
      return say(words.thematicPeriod, { occasion: label });
    case 'flash':
      return say(words.flashPeriod, { date: dateText(from) });
    default:
      return inSentence(label);
  }
}

function isView(periodId: PeriodId, reference: Named | null): boolean {
  return reference?.calendar != null && periodById(periodId, reference.calendar, { occasions: reference.occasions })?.isReport === false;
}

function inSentence(text: string): string {
  return `${text.slice(0, 1).toLocaleLowerCase('vi')}${text.slice(1)}`;
}

/** “4. Học tập và làm theo …”; the closing part has no number. */
export function taskName({ tasks }: Pick<Reference, 'tasks'>, taskId: TaskId): string {
  const short = tasks.find((one) => one.id === taskId)?.short ?? '';
  return taskId === 'C' ? short : say(words.taskRow, { task: taskId, short });
}

/** The unit's newest report of a period that counts: a cancelled one is none, nor one that was written for a unit of before. */
export function reportView(book: Book, periodId: PeriodId, unitId: UnitId): RecordView | null {
  return book.views.find((view) => view.report?.periodId === periodId && view.report.unitId === unitId && !view.isCancelled && view.standing.state !== 'replaced') ?? null;
}

/** Periods for which a report of the unit is on the phone, sent or on its way. */
export function handedInPeriods(book: Book, unitId: UnitId): ReadonlySet<PeriodId> {
  return new Set(book.views.flatMap(({ report, isCancelled }) => (report?.unitId === unitId && !isCancelled ? [report.periodId] : [])));
}
