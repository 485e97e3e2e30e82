/** Sổ hoạt động: the unit's own records as a table of values, for a spreadsheet and for paper. */
import type { Activity } from '../domain/activity.ts';
import type { Figure, FigureKey } from '../domain/figure.ts';
import { foldPlain } from '../domain/plain-fold.ts';
import type { RecordStanding } from '../domain/record-state.ts';
import type { LocalDate } from '../domain/time.ts';
import { workingYearRange } from '../domain/time.ts';
import { dateText, numberText } from '../i18n/format.ts';
import { listWords as words } from '../i18n/list-words.ts';
import { say } from '../i18n/say.ts';
import { standingText } from '../i18n/state-words.ts';
import type { Cell, Sheet } from './spreadsheet.ts';

export interface ListedRecord {
  readonly activity: Activity;
  readonly standing: RecordStanding;
  /** Empty before the province's receipt. */
  readonly receiptNumber: string;
  readonly formName: string;
  readonly occasionTitle: string;
}

/** What the list was narrowed to; null where it was not. */
export interface ListedFilter {
  readonly year: number | null;
  readonly taskId: string | null;
  readonly stateWord: string | null;
  readonly query: string;
}

export interface ActivityList {
  readonly title: string;
  readonly unitName: string;
  /** What is listed and when the list was made, one line each. */
  readonly lines: readonly string[];
  readonly sheet: Sheet;
  /** The same for a page of paper: fewer columns, all of it text. */
  readonly paper: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

interface ListOptions {
  readonly unitName: string;
  readonly filter: ListedFilter;
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  readonly today: LocalDate;
}

/**
 * @param records in any order; the list goes by the day they were held, the first one first.
 * @returns the table. A figure has a column when any record carries it; a figure that a record left blank is an empty
 * cell, because blank is not zero.
 */
export function activityList(records: readonly ListedRecord[], options: ListOptions): ActivityList {
  const rows = records.toSorted((one, next) => (one.activity.heldOn < next.activity.heldOn ? -1 : Number(one.activity.heldOn > next.activity.heldOn)));
  const used = new Set(rows.flatMap(({ activity }) => Object.keys(activity.figures)));
  // In the order of the published figures; one that nobody knows any more comes last, by its key.
  const keys = [...[...options.figures.keys()].filter((key) => used.has(key)), ...[...used].filter((key) => !options.figures.has(key)).toSorted()];
  const columns: readonly Column[] = [
    { head: words.number, width: 6, cell: (_, index) => index + 1 },
    { head: words.heldOn, width: 12, cell: ({ activity }) => ({ on: activity.heldOn }) },
    { head: words.requirement, width: 9, cell: ({ activity }) => requirementText(activity) },
    { head: words.activity, width: 44, cell: ({ activity }) => activity.title },
    { head: words.form, width: 18, cell: ({ formName }) => formName },
    { head: words.occasion, width: 20, cell: ({ occasionTitle }) => occasionTitle },
    ...keys.map((key): Column => ({ head: options.figures.get(key)?.label ?? key, width: 11, cell: ({ activity }) => figureCell(activity.figures[key], options.figures.get(key)) })),
    { head: words.note, width: 36, cell: ({ activity }) => activity.note },
    { head: words.link, width: 24, cell: ({ activity }) => activity.link },
    { head: words.photos, width: 8, cell: ({ activity }) => activity.photos.length || null },
    { head: words.standing, width: 15, cell: ({ standing }) => standingText(standing).word },
    { head: words.receipt, width: 20, cell: ({ receiptNumber }) => receiptNumber },
  ];
  return {
    title: words.title,
    unitName: options.unitName,
    lines: linesOf(rows, options),
    sheet: {
      name: words.title,
      head: columns.map(({ head }) => head),
      widths: columns.map(({ width }) => width),
      rows: rows.map((record, index) => columns.map(({ cell }) => cell(record, index))),
    },
    paper: {
      head: [words.number, words.heldOn, words.requirement, words.activity, words.figures, words.standing, words.receipt],
      rows: rows.map(({ activity, standing, receiptNumber }, index) => [
        String(index + 1), dateText(activity.heldOn), requirementText(activity), activity.title,
        keys.flatMap((key) => figureText(activity.figures[key], options.figures.get(key), key)).join('; '), standingText(standing).word, receiptNumber,
      ]),
    },
  };
}

function requirementText({ requirementId, alsoRequirementIds }: Activity): string {
  return [requirementId, ...alsoRequirementIds].join(', ');
}

function figureText(value: number | undefined, figure: Figure | undefined, key: FigureKey): readonly string[] {
  if (value === undefined) return [];
  return [say(words.figure, { label: figure?.label ?? key, value: figure?.kind === 'yesNo' ? (value === 0 ? words.no : words.yes) : numberText(value) })];
}

interface Column { readonly head: string; readonly width: number; readonly cell: (record: ListedRecord, index: number) => Cell }

function figureCell(value: number | undefined, figure: Figure | undefined): Cell {
  if (value === undefined) return null;
  if (figure?.kind === 'yesNo') return value === 0 ? words.no : words.yes;
  return value;
}

function linesOf(rows: readonly ListedRecord[], { filter, today }: ListOptions): readonly string[] {
  const lines: string[] = [];
  const first = rows[0]?.activity.heldOn;
  const last = rows.at(-1)?.activity.heldOn;
  if (filter.year !== null) {
    const { from, to } = workingYearRange(filter.year);
    lines.push(say(words.year, { year: filter.year, from: dateText(from), to: dateText(to) }));
  } else if (first !== undefined && last !== undefined) lines.push(say(words.span, { from: dateText(first), to: dateText(last) }));
  if (filter.taskId !== null) lines.push(filter.taskId === 'C' ? words.closing : say(words.task, { task: filter.taskId }));
  if (filter.stateWord !== null) lines.push(say(words.state, { state: filter.stateWord }));
  if (filter.query.trim() !== '') lines.push(say(words.query, { query: filter.query.trim() }));
  lines.push(say(words.made, { count: rows.length, date: dateText(today) }));
  return lines;
}

/** `so-hoat-dong-c01-2020`: without marks, because programs that hand files on still break them. */
export function listFileName(unitCode: string, year: number | null): string {
  const unit = foldPlain(unitCode).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  return ['so-hoat-dong', unit, year === null ? '' : String(year)].filter((part) => part !== '').join('-');
}
