/** Says the codes of a report in words: fields, values, days. */
import { sectionKeys } from '../../../domain/report.ts';
import { daysBetween } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { TaskId } from '../../../domain/id.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { dayMonthText, numberText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskGiven, DeskIndicator, DeskPeriod, DeskReportItem, DeskSumUnit } from '../../../sync/desk-report-protocol.ts';
import type { Dictionary, FieldLabels } from '../../dictionary.ts';
import { stateWord } from '../../parts/state-tag.tsx';

export function periodText({ label, year, type }: DeskPeriod): string {
  if (type === 'flash') return say(words.periodFlash, { date: label });
  return type === 'thematic' || type === 'month' ? label : say(words.periodChoice, { label, year });
}

/** @param isOneUnit a yes or no of one unit is a word; above, the units with a yes are counted. */
export function valueText(value: number | null, { method, unit }: Pick<DeskIndicator, 'method' | 'unit'>, isOneUnit: boolean): string {
  if (value === null) return method === 'system' ? '–' : words.notEntered;
  if (method === 'yesNo' && isOneUnit) return value === 0 ? words.no : words.yes;
  return method === 'ratio' && unit === '%' ? `${numberText(value)}%` : numberText(value);
}

/** Đơn vị tính; above one unit those with a yes are counted. */
export function measureText({ method, unit }: Pick<DeskIndicator, 'method' | 'unit'>, isOneUnit: boolean): string {
  return method === 'yesNo' && !isOneUnit ? words.countedUnits : unit;
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

/** Whether it was in time; empty where nothing says until when. The period, which stands beside it, tells the year. */
export function lateText({ dueOn, daysLate }: Pick<DeskReportItem, 'dueOn' | 'daysLate'>): string {
  if (dueOn === null) return '';
  return daysLate === 0 ? say(words.inTime, { date: dayMonthText(dueOn) }) : say(words.late, { count: daysLate, date: dayMonthText(dueOn) });
}

export function dueText(dueOn: LocalDate, today: LocalDate): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return words.dueToday;
  const date = dayMonthText(dueOn);
  return days < 0 ? say(words.overdue, { count: -days, date }) : say(words.dueIn, { count: days, date });
}

/** What a unit below gave, and that it is a correction where it is one. */
export function givenText({ unitName, value, correctedFrom, reason }: DeskGiven): string {
  const unit = { unit: unitName, value: numberText(value) };
  return reason === undefined ? say(words.givenLine, unit) : say(words.givenCorrected, { ...unit, from: numberText(correctedFrom ?? 0), reason });
}

/** What of a unit is in a sum, and what stands there where it is not. */
export function placeText({ place, state }: Pick<DeskSumUnit, 'place' | 'state'>): string {
  switch (place) {
    case 'added':
      return words.placeAdded;
    case 'edited':
      return words.placeEdited;
    case 'gone':
      return words.placeGone;
    case 'late':
      return words.placeLate;
    case 'out':
      return state === null ? words.placeNone : say(words.placeOut, { state: inSentence(stateWord(state)) });
  }
}

function inSentence(text: string): string {
  return `${text.slice(0, 1).toLocaleLowerCase('vi')}${text.slice(1)}`;
}
