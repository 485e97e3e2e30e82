/**
 * The desk's words with the server on work programmes, under /api/desk/. Decisions go through `POST reviews` like those
 * on activities (desk-protocol.ts). Every answer is limited to the subtree of the account's unit.
 *
 *   GET  programmes?year             → DeskProgrammeBoard
 *   GET  programmes/:recordId        → DeskProgrammeDetail
 */
import * as z from 'zod/mini';
import { ChangeId, RecordId, UnitId } from '../domain/id.ts';
import { ItemKey, Programme } from '../domain/programme.ts';
import { programmeWarningKinds } from '../domain/programme-check.ts';
import { itemStates } from '../domain/programme-progress.ts';
import { Decision, Review } from '../domain/review.ts';
import { Instant, LocalDate } from '../domain/time.ts';
import { RecordState } from './desk-protocol.ts';

/** As it stands in the address: absent means the present working year. */
export const DeskProgrammeFilter = z.object({ year: z.optional(z.string().check(z.regex(/^20\d{2}$/))) });

export const DeskProgrammeItem = z.object({
  recordId: RecordId,
  unitId: UnitId,
  unitName: z.string(),
  workingYear: z.int(),
  state: RecordState,
  edition: z.int(),
  receivedAt: Instant,
  receiptNumber: z.string(),
  officerName: z.string(),
  /** Items that are in, those of the unit's own among them, and those that were taken out. */
  keptCount: z.int(),
  ownCount: z.int(),
  outCount: z.int(),
  /** Of those that are in, by what was recorded so far. */
  doneCount: z.int(),
  /** No record can tell them: they are no part of the whole of which `doneCount` are done. */
  untoldCount: z.int(),
  lateCount: z.int(),
  lastReview: z.nullable(z.object({ edition: z.int(), decision: Decision })),
});
export type DeskProgrammeItem = z.infer<typeof DeskProgrammeItem>;

/** A unit that the directive asks for a programme, and that has none which counts. */
export const DeskMissingProgramme = z.object({
  unitId: UnitId,
  unitName: z.string(),
  /** The unit it reports to; null at the top. */
  upperName: z.nullable(z.string()),
  /** Phones that may send; none: nobody of the unit has ever activated one. */
  phoneCount: z.int(),
  lastContactAt: z.nullable(Instant),
});
export type DeskMissingProgramme = z.infer<typeof DeskMissingProgramme>;

export const DeskProgrammeBoard = z.object({
  year: z.int(),
  /** What may be chosen, newest first. */
  years: z.array(z.int()),
  /** Newest receipt first. */
  programmes: z.array(DeskProgrammeItem),
  missing: z.array(DeskMissingProgramme),
});
export type DeskProgrammeBoard = z.infer<typeof DeskProgrammeBoard>;

export const DeskProgrammeEdition = z.object({
  edition: z.int(),
  changeId: ChangeId,
  savedAt: Instant,
  offset: z.nullable(z.number()),
  receivedAt: Instant,
  receiptNumber: z.string(),
  officerName: z.string(),
  body: Programme,
  voidReason: z.nullable(z.string()),
});
export type DeskProgrammeEdition = z.infer<typeof DeskProgrammeEdition>;

/** How far an item is, and what was recorded for it: activities, and reports under the requirement that asks for them. */
export const DeskItemProgress = z.object({
  key: ItemKey,
  state: z.enum(itemStates),
  wasLate: z.boolean(),
  deeds: z.array(z.object({ recordId: RecordId, kind: z.enum(['activity', 'report']), title: z.string(), on: LocalDate })),
});
export type DeskItemProgress = z.infer<typeof DeskItemProgress>;

export const DeskProgrammeDetail = z.object({
  item: DeskProgrammeItem,
  unitPath: z.array(z.string()),
  /** Oldest first; the last one is current. */
  editions: z.array(DeskProgrammeEdition),
  /** Oldest first. */
  reviews: z.array(Review),
  aside: z.array(z.object({ changeId: ChangeId, code: z.string(), savedAt: Instant, receivedAt: Instant })),
  mayDecide: z.boolean(),
  decided: z.boolean(),
  progress: z.array(DeskItemProgress),
  /** What the officer was asked and answered with “đúng”. */
  confirmed: z.array(z.object({ id: z.string(), kind: z.enum(programmeWarningKinds), field: z.string(), blanks: z.record(z.string(), z.union([z.string(), z.number()])) })),
});
export type DeskProgrammeDetail = z.infer<typeof DeskProgrammeDetail>;
