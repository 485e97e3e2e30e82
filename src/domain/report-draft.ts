/** Nháp báo cáo: the report as typed so far. Numbers are still text, so that nothing written is lost by a wrong character. */
import * as z from 'zod/mini';
import type { IndicatorCode } from './indicator.ts';
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

function draftOfLine({ value, women, reason, ...rest }: ReportLine): ReportLineDraft {
  return { ...rest, value: textOf(value), women: textOf(women ?? null), reason: reason ?? '' };
}

function textOf(value: number | null): string {
  return value === null ? '' : String(value);
}
