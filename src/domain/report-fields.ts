/** The fields of a report in the order in which a reviewer reads them, and what changed between two editions. */
import type { TaskId } from './id.ts';
import type { IndicatorCode } from './indicator.ts';
import type { FieldKey } from './record-fields.ts';
import { isCorrected, isNothing, lineOf, sectionKeys } from './report.ts';
import type { Report, ReportLine } from './report.ts';

/** What places a line: its code and its task. */
export interface PlacedIndicator {
  readonly code: IndicatorCode;
  readonly taskId: TaskId;
}

/** The lines of one task, with its paragraph. */
export interface ReportGroup<One extends PlacedIndicator = PlacedIndicator> {
  readonly taskId: TaskId;
  readonly text: string;
  readonly lines: readonly { readonly indicator: One; readonly line: ReportLine }[];
}

/** By task, in the order of the list of indicators; a task with a paragraph and without lines comes too. */
export function groupsOf<One extends PlacedIndicator>(report: Report, indicators: readonly One[]): readonly ReportGroup<One>[] {
  const tasks = [...new Set([...indicators.map((one) => one.taskId as string), ...Object.keys(report.tasks)])];
  return tasks.map((taskId) => ({
    taskId: taskId as TaskId,
    text: Object.hasOwn(report.tasks, taskId) ? report.tasks[taskId] ?? '' : '',
    lines: indicators.flatMap((indicator) => {
      const line = indicator.taskId === taskId ? lineOf(report, indicator.code) : undefined;
      return line === undefined ? [] : [{ indicator, line }];
    }),
  })).filter(({ text, lines }) => text !== '' || lines.length > 0);
}

/** Every field that a remark may stand at: section I, each task with its lines, then sections III to V. */
export function reportFieldsOf(report: Report, indicators: readonly PlacedIndicator[]): readonly FieldKey[] {
  const tasks = groupsOf(report, indicators).flatMap(({ taskId, lines }) => [`tasks.${taskId}`, ...lines.map(({ indicator }) => indicator.code)]);
  return ['situation', ...tasks, ...sectionKeys.filter((key) => key !== 'situation')];
}

/** Nothing happened, nothing was corrected, nobody has given anything: read in one breath with its like. */
export function isQuiet(line: ReportLine): boolean {
  return isNothing(line) && !isCorrected(line) && (line.own ?? 0) === 0;
}

export interface ReportChange {
  readonly field: FieldKey;
  /** Of a line; null of a text, which is too long to be told before and after. */
  readonly line: { readonly before: ReportLine | undefined; readonly after: ReportLine | undefined } | null;
}

/** What `after` says otherwise than `before`, in the order of reading. What the machine computed is no word of the officer's. */
export function reportChanges(before: Report, after: Report, indicators: readonly PlacedIndicator[]): readonly ReportChange[] {
  const text = (report: Report, field: FieldKey): string => {
    const section = sectionKeys.find((key) => key === field);
    if (section !== undefined) return report.sections[section];
    const task = field.slice('tasks.'.length);
    return Object.hasOwn(report.tasks, task) ? report.tasks[task] ?? '' : '';
  };
  const fields = [...new Set([...reportFieldsOf(after, indicators), ...reportFieldsOf(before, indicators)])];
  return fields.flatMap((field): ReportChange[] => {
    const indicator = indicators.find((one) => one.code === field);
    if (indicator === undefined) return text(before, field) === text(after, field) ? [] : [{ field, line: null }];
    const line = { before: lineOf(before, indicator.code), after: lineOf(after, indicator.code) };
    const said = (one: ReportLine | undefined): string => JSON.stringify([one?.value ?? null, one?.women ?? null, one?.reason ?? '']);
    return said(line.before) === said(line.after) ? [] : [{ field, line }];
  });
}
