/**
 * Báo cáo: the periodic report of a unit as it is sent, stored and judged. The figures keep what was computed beside
 * what the officer says; the body names the activities and reports it was made from, each in its edition.
 */
import * as z from 'zod/mini';
import { RecordId, recordIdOf, UnitId } from './id.ts';
import type { TaskId } from './id.ts';
import type { IndicatorCode } from './indicator.ts';
import { PeriodId, ReportType } from './period.ts';
import { LocalDate } from './time.ts';

/** The kind of record that carries a report (SPEC.md §3). */
export const reportKind = 'report';

/** Where the phone stops: what the wire takes of one change (`limits.bodyCharacters` of sync), in characters of JSON. */
export const mostReportCharacters = 16_000;
/** Sections and tasks together, so that figures and sources have their room beside four pages of text. */
export const mostNarrativeCharacters = 8_500;
export const mostSectionCharacters = 4_000;
export const mostReasonCharacters = 160;

/** No number of a union is larger, in whatever unit. */
export const mostNumber = 1_000_000_000_000;

const number = z.number().check(z.minimum(0), z.maximum(mostNumber));
const edition = z.int().check(z.minimum(1));

/**
 * One indicator. `value` null is a box that was left empty; 0 where nothing was computed is the explicit “không phát
 * sinh”. A value that differs from the computed one is a correction and has its reason.
 */
export const ReportLine = z.object({
  computed: z.nullable(number),
  value: z.nullable(number),
  /** “Trong đó: nữ”: null where no activity gave it. Absent where the indicator has no such line. */
  computedWomen: z.optional(z.nullable(number)),
  women: z.optional(z.nullable(number)),
  /** Activities that entered the indicator and left the women’s box empty. */
  womenMissing: z.optional(z.int()),
  /** Of an upper union: the part of its own activities. A yes of its own stands here and is not in `value`. */
  own: z.optional(z.nullable(number)),
  reason: z.optional(z.string().check(z.minLength(1), z.maxLength(mostReasonCharacters))),
});
export type ReportLine = z.infer<typeof ReportLine>;

/** Both sides of a ratio, so that it can be computed again further up and is never averaged. */
export const RatioParts = z.object({ numerator: number, denominator: number });
export type RatioParts = z.infer<typeof RatioParts>;

const code = z.string().check(z.regex(/^I[1-9C]\.\d{2}$/));

/** Sections I, III, IV and V of the report (domain paper §3.4). */
export const ReportSections = z.object({
  /** I. Đặc điểm, tình hình */
  situation: z.string().check(z.maxLength(mostSectionCharacters)),
  /** III. Đánh giá chung */
  assessment: z.string().check(z.maxLength(mostSectionCharacters)),
  /** IV. Phương hướng, nhiệm vụ */
  direction: z.string().check(z.maxLength(mostSectionCharacters)),
  /** V. Đề xuất, kiến nghị */
  proposal: z.string().check(z.maxLength(mostSectionCharacters)),
});
export type ReportSections = z.infer<typeof ReportSections>;
export const sectionKeys = ['situation', 'assessment', 'direction', 'proposal'] as const;

export const Report = z.object({
  periodId: PeriodId,
  type: ReportType,
  from: LocalDate,
  to: LocalDate,
  unitId: UnitId,
  /** The list of indicators it was written with. */
  indicatorVersion: z.int().check(z.minimum(1)),
  lines: z.record(code, ReportLine),
  /** By the code of a ratio. */
  parts: z.record(code, RatioParts),
  sections: ReportSections,
  /** II. Kết quả thực hiện: one paragraph a task, by the number of the task. */
  tasks: z.record(z.string().check(z.regex(/^([1-9]|C)$/)), z.string().check(z.maxLength(mostSectionCharacters))),
  /** The activities that were counted, each in the edition that was read. */
  activities: z.record(RecordId, edition),
  /** The approved reports of the units below that were added up, each in its edition. */
  reports: z.record(RecordId, edition),
  /** The units below whose report was not there: named, never guessed. */
  missing: z.array(UnitId).check(z.maxLength(200)),
  /** The soft warnings that the officer answered with “đúng”. */
  confirmed: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(90)),
});
export type Report = z.infer<typeof Report>;

/** The line of an indicator; undefined where the report has none. */
export function lineOf(report: Pick<Report, 'lines'>, indicator: IndicatorCode): ReportLine | undefined {
  return Object.hasOwn(report.lines, indicator) ? report.lines[indicator] : undefined;
}

/** Whether the officer put another number in the place of a computed one. */
export function isCorrected(line: ReportLine): boolean {
  return (line.computed !== null && line.value !== null && line.value !== line.computed) || (line.women ?? null) !== (line.computedWomen ?? null);
}

/** Whether “không phát sinh” was chosen: nothing was computed, and the officer says that nothing there was. */
export function isNothing(line: ReportLine): boolean {
  return line.value === 0 && (line.computed ?? 0) === 0;
}

/** The paragraph of a task; empty where none was written. */
export function taskText(report: Pick<Report, 'tasks'>, task: TaskId): string {
  return Object.hasOwn(report.tasks, task) ? report.tasks[task] ?? '' : '';
}

/** Characters of the report on the wire, and of its texts alone. */
export function reportSize(report: Report): { readonly characters: number; readonly narrative: number } {
  const texts = [...Object.values(report.sections), ...Object.values(report.tasks)];
  return { characters: JSON.stringify(report).length, narrative: texts.reduce((sum, text) => sum + text.length, 0) };
}

/**
 * The record of a unit's report of a period.
 * @param attempt how many records of this report were cancelled before: nothing can follow a cancelled one.
 */
export function reportRecordId(unitId: UnitId, periodId: PeriodId, attempt = 0): RecordId {
  return recordIdOf(`${reportKind} ${unitId} ${periodId} ${attempt}`);
}
