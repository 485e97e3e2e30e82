/** Says the codes of a report in words: fields, values, days. */
import { sectionKeys } from '../../../domain/report.ts';
import { daysBetween } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { TaskId } from '../../../domain/id.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { dateText, dayMonthText, numberText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskIndicator, DeskMissingReport, DeskPeriod, DeskReportItem } from '../../../sync/desk-report-protocol.ts';
import type { Dictionary, FieldLabels } from '../../dictionary.ts';

export function periodText({ label, year, type }: DeskPeriod): string {
  return type === 'thematic' || type === 'flash' ? label : say(words.periodChoice, { label, year });
}

/** @param isOneUnit a yes or no of one unit is a word; above, the units with a yes are counted. */
export function valueText(value: number | null, { method, unit }: Pick<DeskIndicator, 'method' | 'unit'>, isOneUnit: boolean): string {
  if (value === null) return method === 'system' ? '–' : words.notEntered;
  if (method === 'yesNo' && isOneUnit) return value === 0 ? words.no : words.yes;
  return method === 'ratio' && unit === '%' ? `${numberText(value)}%` : numberText(value);
}

export function reportLabels(indicators: readonly DeskIndicator[], dictionary: Pick<Dictionary, 'task'>): FieldLabels {
  const labels = new Map<string, string>(indicators.map(({ code, label }) => [code, label]));
  return {
    label(field) {
      const section = sectionKeys.find((key) => key === field);
      if (section !== undefined) return words[section];
      if (field.startsWith('tasks.')) return say(words.taskText, { task: dictionary.task(field.slice('tasks.'.length) as TaskId) });
      const [, code = field, part] = /^(I.\.\d\d)\.(women|reason)$/.exec(field) ?? [];
      const label = labels.get(code) ?? field;
      return part === 'women' ? say(words.womenField, { label }) : label;
    },
  };
}

export function lateText({ dueOn, daysLate }: Pick<DeskReportItem, 'dueOn' | 'daysLate'>): string {
  if (dueOn === null) return '';
  return daysLate === 0 ? say(words.inTime, { date: dateText(dueOn) }) : say(words.late, { count: daysLate, date: dateText(dueOn) });
}

export function dueText(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return words.dueToday;
  const date = dayMonthText(dueOn);
  return days < 0 ? say(words.overdue, { count: -days, date }) : say(words.dueIn, { count: days, date });
}

/** Why nothing has come: nobody can send, or nobody has been in reach. */
export function contactText({ phoneCount, lastContactAt }: DeskMissingReport, timeText: (at: NonNullable<DeskMissingReport['lastContactAt']>) => string): string {
  if (phoneCount === 0) return words.neverActivated;
  return lastContactAt === null ? words.neverCalled : say(words.lastContact, { time: timeText(lastContactAt) });
}
