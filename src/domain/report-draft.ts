/** Nháp báo cáo: the report as typed so far. Numbers are still text, so that nothing written is lost by a wrong character. */
import * as z from 'zod/mini';
import type { Indicator, IndicatorCode } from './indicator.ts';
import { RecordId, UnitId } from './id.ts';
import { PeriodId, ReportType } from './period.ts';
import { RatioParts } from './report.ts';
import type { Report, ReportLine } from './report.ts';
import { LocalDate } from './time.ts';

export const ReportLineDraft = z.object({
  computed: z.nullable(z.number()),
  value: z.string(),
  computedWomen: z.optional(z.nullable(z.number())),
  women: z.string(),
  womenMissing: z.optional(z.int()),
  own: z.optional(z.nullable(z.number())),
  reason: z.string(),
});
export type ReportLineDraft = z.infer<typeof ReportLineDraft>;

export const ReportDraft = z.object({
  periodId: PeriodId,
  type: ReportType,
  from: LocalDate,
  to: LocalDate,
  unitId: UnitId,
  indicatorVersion: z.int(),
  lines: z.record(z.string(), ReportLineDraft),
  parts: z.record(z.string(), RatioParts),
  sections: z.object({ situation: z.string(), assessment: z.string(), direction: z.string(), proposal: z.string() }),
  tasks: z.record(z.string(), z.string()),
  /** The paragraphs as the machine drafted them: one that nobody has touched since follows a new computation. Stays on the phone. */
  drafted: z.optional(z.record(z.string(), z.string())),
  activities: z.record(RecordId, z.int()),
  reports: z.record(RecordId, z.int()),
  missing: z.array(UnitId),
  confirmed: z.array(z.string()),
});
export type ReportDraft = z.infer<typeof ReportDraft>;

/** A report that was sent, or has just been started, opened for writing. Read again unchanged it gives the same report. */
export function draftOfReport(report: Report): ReportDraft {
  return { ...report, lines: Object.fromEntries(Object.entries(report.lines).map(([code, line]) => [code, draftOfLine(line)])) };
}

/** “Không phát sinh” for these indicators: a nought in every box that is empty because nothing was computed. */
export function draftNothing(draft: ReportDraft, codes: readonly IndicatorCode[]): ReportDraft {
  return { ...draft, lines: Object.fromEntries(Object.entries(draft.lines).map(([code, line]) =>
    [code, codes.some((one) => one === code) && line.value.trim() === '' && line.computed === 0 ? { ...line, value: '0' } : line])) };
}

/** Whether a box says something else than was computed. */
export function isTyped({ computed, value, computedWomen, women }: ReportLineDraft): boolean {
  const isOther = (text: string, number: number | null): boolean => text.trim().replaceAll(/[.\s]/g, '') !== (number === null ? '' : String(number));
  const isWritten = value.trim() === '' ? (computed ?? 0) !== 0 : isOther(value, computed);
  return isWritten || (computedWomen !== undefined && isOther(women, computedWomen));
}

/**
 * The officer asked to compute again: new numbers come in beside the old words. A correction stays with its reason, and
 * goes when the computation has come to the same; an uncorrected value and a “không phát sinh” follow, what is only
 * entered stays.
 * @param fresh the lines as a new report would have them.
 */
export function linesAgain(before: ReportDraft['lines'], fresh: ReportDraft['lines'], indicators: readonly Indicator[]): ReportDraft['lines'] {
  const entered = new Set<string>(indicators.flatMap((one) => (one.method === 'entered' ? [one.code] : [])));
  return Object.fromEntries(Object.entries(fresh).map(([code, line]) => {
    const old = Object.hasOwn(before, code) ? before[code] : undefined;
    if (old === undefined) return [code, line];
    if (entered.has(code)) return [code, { ...line, value: old.value }];
    if (!isTyped(old)) return [code, line.value === '' && old.value.trim() === '0' ? { ...line, value: '0' } : line];
    const kept = { ...line, value: old.value, women: old.women };
    return [code, isTyped(kept) ? { ...kept, reason: old.reason } : kept];
  }));
}

/** The paragraphs after a new computation: the machine's own follow, somebody's stay as they were written. */
export function tasksAgain(before: Pick<ReportDraft, 'tasks' | 'drafted'>, fresh: ReportDraft['tasks']): ReportDraft['tasks'] {
  const isWritten = (task: string, text: string): boolean => text.trim() !== '' && text !== before.drafted?.[task];
  return { ...fresh, ...Object.fromEntries(Object.entries(before.tasks).filter(([task, text]) => isWritten(task, text))) };
}

/**
 * The lines that a new computation would not have any more and in which somebody has written something: told before it is
 * done, so that nothing goes unseen.
 */
export function linesThatGo(before: ReportDraft['lines'], fresh: ReportDraft['lines']): readonly string[] {
  return Object.entries(before).filter(([code, line]) => !Object.hasOwn(fresh, code) && (isTyped(line) || line.reason.trim() !== '')).map(([code]) => code);
}

function draftOfLine({ value, women, reason, ...rest }: ReportLine): ReportLineDraft {
  return { ...rest, value: textOf(value), women: textOf(women ?? null), reason: reason ?? '' };
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}
