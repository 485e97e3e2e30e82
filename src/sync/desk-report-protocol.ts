/**
 * The desk's words with the server on periodic reports, under /api/desk/. Decisions go through `POST reviews` like those
 * on activities (desk-protocol.ts). Every answer is limited to the subtree of the account's unit.
 *
 *   GET  reports?period              → DeskReportBoard
 *   GET  reports/:recordId           → DeskReportDetail
 *   GET  roll-up?period&unit         → DeskRollUp
 *   POST unlocks      DeskUnlockRequest → DeskUnlockReply
 */
import * as z from 'zod/mini';
import { ChangeId, RecordId, TaskId, UnitId } from '../domain/id.ts';
import { IndicatorCode } from '../domain/indicator.ts';
import { Lock } from '../domain/lock.ts';
import { PeriodId, ReportType } from '../domain/period.ts';
import { RatioParts, Report } from '../domain/report.ts';
import { reportWarningKinds } from '../domain/report-check.ts';
import { Review, Decision } from '../domain/review.ts';
import { Instant, LocalDate } from '../domain/time.ts';
import { RecordState } from './desk-protocol.ts';

/** As they stand in the address: absent `period` means the one that closed last, absent `unit` the account's own. */
export const DeskPeriodFilter = z.object({ period: z.optional(PeriodId) });
export const DeskRollUpFilter = z.object({ period: z.optional(PeriodId), unit: z.optional(UnitId) });

export const DeskPeriod = z.object({
  id: PeriodId,
  type: ReportType,
  /** “6 tháng đầu năm”, without the year. */
  label: z.string(),
  year: z.int(),
  from: LocalDate,
  to: LocalDate,
});
export type DeskPeriod = z.infer<typeof DeskPeriod>;

// ------------------------------------------------------------------ who has reported, and who has not

export const DeskReportItem = z.object({
  recordId: RecordId,
  unitId: UnitId,
  unitName: z.string(),
  periodId: PeriodId,
  title: z.string(),
  state: RecordState,
  edition: z.int(),
  /** When the officer first pressed “Gửi”, by the server’s clock; what came later are corrections. */
  sentAt: Instant,
  receivedAt: Instant,
  receiptNumber: z.string(),
  officerName: z.string(),
  /** Null where the calendar asks nothing of this unit. */
  dueOn: z.nullable(LocalDate),
  /** Judged by the moment of sending, never by the arrival; 0 in time. */
  daysLate: z.int(),
  /** Lines in which the officer put another number in the place of a computed one. */
  correctedCount: z.int(),
  /** Soft checks that the officer answered with “đúng”. */
  flags: z.array(z.string()),
  lastReview: z.nullable(z.object({ edition: z.int(), decision: Decision })),
  /** A sum of the upper union holds this very edition. */
  isLocked: z.boolean(),
});
export type DeskReportItem = z.infer<typeof DeskReportItem>;

/** A unit that owes a report of the period and has none that counts. */
export const DeskMissingReport = z.object({
  unitId: UnitId,
  unitName: z.string(),
  /** The unit it reports to; null at the top. */
  upperName: z.nullable(z.string()),
  dueOn: LocalDate,
  /** Days until the due day; negative when it has passed. */
  inDays: z.int(),
  /** Phones that may send; none: nobody of the unit has ever activated one. */
  phoneCount: z.int(),
  /** To the hour, of any of its phones; null when none has ever called. */
  lastContactAt: z.nullable(Instant),
});
export type DeskMissingReport = z.infer<typeof DeskMissingReport>;

export const DeskReportBoard = z.object({
  /** Null where the province has published no calendar. */
  period: z.nullable(DeskPeriod),
  /** What may be chosen, newest first. */
  periods: z.array(DeskPeriod),
  /** Newest receipt first. */
  reports: z.array(DeskReportItem),
  /** Whoever is late the longest first. */
  missing: z.array(DeskMissingReport),
});
export type DeskReportBoard = z.infer<typeof DeskReportBoard>;

// ------------------------------------------------------------------ one report

/** What the desk needs to name a line; the list is that of the report's own version. */
export const DeskIndicator = z.object({
  code: IndicatorCode,
  taskId: TaskId,
  label: z.string(),
  unit: z.string(),
  partOf: z.nullable(IndicatorCode),
  /** `ratio`: per cent; `yesNo`: of one unit a yes or a no. */
  method: z.enum(['sum', 'latest', 'yesNo', 'ratio', 'system', 'entered']),
});
export type DeskIndicator = z.infer<typeof DeskIndicator>;

export const DeskReportEdition = z.object({
  edition: z.int(),
  changeId: ChangeId,
  savedAt: Instant,
  offset: z.nullable(z.number()),
  receivedAt: Instant,
  receiptNumber: z.string(),
  officerName: z.string(),
  body: Report,
  voidReason: z.nullable(z.string()),
});
export type DeskReportEdition = z.infer<typeof DeskReportEdition>;

/** An activity that was counted, in the edition that was read; `nowEdition` and `state` are today's. */
export const DeskReportSource = z.object({
  recordId: RecordId,
  /** A programme is counted by IC.01; its title is its year. */
  kind: z.enum(['activity', 'programme']),
  title: z.string(),
  heldOn: LocalDate,
  state: RecordState,
  edition: z.int(),
  nowEdition: z.int(),
});
export type DeskReportSource = z.infer<typeof DeskReportSource>;

/** What a unit below gave to a line. `correctedFrom` and `reason`: it put this number in the place of a computed one. */
export const DeskGiven = z.object({
  unitId: UnitId, unitName: z.string(), recordId: RecordId, value: z.number(), correctedFrom: z.optional(z.number()), reason: z.optional(z.string()),
});
export type DeskGiven = z.infer<typeof DeskGiven>;

/** A unit that reports to the union of a sum: what of it is in the sum, and what stands there now. */
export const DeskSumUnit = z.object({
  unitId: UnitId,
  unitName: z.string(),
  /** Its report of the period; null where none has come. */
  recordId: z.nullable(RecordId),
  state: z.nullable(RecordState),
  /** `added`: in the sum as it stands; `edited`, `gone`: in the sum, and changed or no longer approved since; `late`: approved since; `out`: not in it. */
  place: z.enum(['added', 'edited', 'gone', 'late', 'out']),
});
export type DeskSumUnit = z.infer<typeof DeskSumUnit>;

export const DeskReportDetail = z.object({
  item: DeskReportItem,
  period: z.nullable(DeskPeriod),
  unitPath: z.array(z.string()),
  /** Oldest first; the last one is current. */
  editions: z.array(DeskReportEdition),
  /** Oldest first. */
  reviews: z.array(Review),
  aside: z.array(z.object({ changeId: ChangeId, code: z.string(), savedAt: Instant, receivedAt: Instant })),
  mayDecide: z.boolean(),
  decided: z.boolean(),
  /** The last word on its lock: an upper union's sum holds it, or it was opened; null where no sum ever named it. */
  lock: z.nullable(Lock),
  /** Whether it is locked in the edition shown, and this account may open it. */
  mayUnlock: z.boolean(),
  /** The lines of the unit's report, in the order of the list. */
  indicators: z.array(DeskIndicator),
  sources: z.array(DeskReportSource),
  /** By the code of a line: the activities that entered it. */
  sourcesOf: z.record(z.string(), z.array(RecordId)),
  /** By the code of a line: the reports below that gave to it. */
  givenBy: z.record(z.string(), z.array(DeskGiven)),
  /** Of the period, received and not counted: they came in after the report was made. */
  late: z.array(DeskReportSource),
  missing: z.array(z.object({ unitId: UnitId, unitName: z.string() })),
  /** Of a sum: every unit that reports to this union. Empty of a grassroots union's. */
  below: z.array(DeskSumUnit),
  /** What the officer was asked and answered with “đúng”. */
  confirmed: z.array(z.object({ id: z.string(), kind: z.enum(reportWarningKinds), field: z.string(), blanks: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type DeskReportDetail = z.infer<typeof DeskReportDetail>;

/** Bound to the edition that was read. */
export const DeskUnlockRequest = z.object({ recordId: RecordId, edition: z.int().check(z.minimum(1)), reason: z.string().check(z.maxLength(200)) });
export type DeskUnlockRequest = z.infer<typeof DeskUnlockRequest>;

export const DeskUnlockReply = z.object({ lock: Lock });
export type DeskUnlockReply = z.infer<typeof DeskUnlockReply>;

// ------------------------------------------------------------------ adding up

export const DeskRolledLine = z.object({
  code: IndicatorCode,
  value: z.nullable(z.number()),
  women: z.nullable(z.number()),
  womenMissing: z.int(),
  parts: z.nullable(RatioParts),
  /** Of the unit's own activities. */
  own: z.nullable(z.number()),
  from: z.array(DeskGiven),
});
export type DeskRolledLine = z.infer<typeof DeskRolledLine>;

export const DeskRollUp = z.object({
  period: z.nullable(DeskPeriod),
  periods: z.array(DeskPeriod),
  unitId: UnitId,
  unitName: z.string(),
  /** Units that may be asked for: those of the subtree that have units below. */
  uppers: z.array(z.object({ unitId: UnitId, unitName: z.string() })),
  indicators: z.array(DeskIndicator),
  lines: z.array(DeskRolledLine),
  /** Units whose approved report was added. */
  added: z.array(z.object({
    unitId: UnitId, unitName: z.string(), recordId: RecordId,
    /** Of a sum that was added: units that are not in it. */
    without: z.array(z.string()),
  })),
  /** Who owes a report and has none approved; with a record that waits for its decision, where there is one. */
  missing: z.array(z.object({ unitId: UnitId, unitName: z.string(), recordId: z.nullable(RecordId), state: z.nullable(RecordState) })),
  /** How many activities of the unit itself were counted. */
  ownCount: z.int(),
});
export type DeskRollUp = z.infer<typeof DeskRollUp>;
