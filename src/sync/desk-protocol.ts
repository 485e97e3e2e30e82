/**
 * The desk's words with the server, under /api/desk/. Refusals come as `ProblemReply` (problem-reply.ts).
 * Every answer is limited to the subtree of the account's unit.
 *
 *   POST first-login  DeskFirstLogin → DeskMe (sets the session cookie)
 *   POST login        DeskLogin      → DeskMe (sets the session cookie)
 *   POST logout       {}             → {}
 *   GET  me                          → DeskMe, or 401 `session-missing`
 *   GET  reference                   → DeskReference
 *   GET  activities?unit&task&state&q&page → DeskList
 *   GET  activities/:recordId        → DeskDetail
 *   GET  photos/:sha256              → the picture’s bytes
 *   POST reviews      DeskReviewRequest → DeskReviewReply, or 409 DeskReviewConflict
 */
import * as z from 'zod/mini';
import { Activity } from '../domain/activity.ts';
import { ChangeId, FormId, OccasionId, RecordId, RequirementId, TaskId, UnitId } from '../domain/id.ts';
import { PhotoHash } from '../domain/photo.ts';
import { Decision, Remark, Review } from '../domain/review.ts';
import { Instant, LocalDate } from '../domain/time.ts';
import { Unit } from '../domain/unit.ts';
import { ProblemReply } from './problem-reply.ts';

// ------------------------------------------------------------------ who sits at the desk

/** At least 10 characters: a passphrase of a few words is welcome, so long ones are too. */
export const passwordLength = { least: 10, most: 200 } as const;

export const DeskName = z.string().check(z.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{1,59}$/u));

/** `token` is what stands after `#` in the first-login link; `name` may replace the name the link was made for. */
export const DeskFirstLogin = z.object({
  token: z.string().check(z.minLength(16), z.maxLength(100)),
  name: z.optional(DeskName),
  password: z.string().check(z.maxLength(passwordLength.most)),
});
export type DeskFirstLogin = z.infer<typeof DeskFirstLogin>;

export const DeskLogin = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  password: z.string().check(z.minLength(1), z.maxLength(passwordLength.most)),
});
export type DeskLogin = z.infer<typeof DeskLogin>;

export const DeskRole = z.enum(['administrator', 'reviewer']);
export type DeskRole = z.infer<typeof DeskRole>;

export const DeskMe = z.object({
  /** Of the login. */
  name: z.string(),
  /** What units read beside a decision of this account. */
  shownName: z.string(),
  role: DeskRole,
  unitId: UnitId,
  unitName: z.string(),
  /** Sample mode: the banner's words, and the day that stands for today. */
  sample: z.boolean(),
  today: LocalDate,
  /** The day that a return made today proposes. */
  returnDueOn: LocalDate,
});
export type DeskMe = z.infer<typeof DeskMe>;

// ------------------------------------------------------------------ what the codes mean

export const DeskReference = z.object({
  /** The account's unit and everything below it. */
  units: z.array(Unit),
  tasks: z.array(
    z.object({
      id: TaskId,
      short: z.string(),
      /** The directive's own text of the task, in which the quotes stand. */
      words: z.optional(z.string()),
      requirements: z.array(
        z.object({
          id: RequirementId,
          words: z.string(),
          /** The directive's own sentences behind the requirement, word for word. */
          quotes: z.array(z.string()),
          evidence: z.array(z.string()),
          countsOnly: z.boolean(),
        }),
      ),
    }),
  ),
  /** Every version of every form that may have been used. */
  forms: z.array(z.object({ id: FormId, version: z.int(), label: z.string(), figureKeys: z.array(z.string()) })),
  figures: z.array(z.object({ key: z.string(), label: z.string(), unit: z.string(), kind: z.optional(z.string()) })),
  /** Each by the short title that the phone shows. */
  occasions: z.array(z.object({ id: OccasionId, title: z.string() })),
  /** What a soft check that the officer confirmed says, by its id (`flags`). */
  checks: z.array(
    z.object({
      id: z.string(),
      sentence: z.string(),
      /** The figures (or number) whose quotient stands in the sentence's blank {per}. */
      ratio: z.optional(z.object({ a: z.string(), per: z.union([z.int(), z.string()]) })),
    }),
  ),
  setting: z.object({ sample: z.boolean(), workingDay: z.nullable(LocalDate), workingYear: z.int() }),
});
export type DeskReference = z.infer<typeof DeskReference>;

// ------------------------------------------------------------------ the list

export const RecordState = z.enum(['received', 'returned', 'approved', 'void']);
export type RecordState = z.infer<typeof RecordState>;

/** As it stands in the address: absent means "all". `unit` takes the units below it along. */
export const DeskFilter = z.object({
  unit: z.optional(UnitId),
  task: z.optional(TaskId),
  state: z.optional(RecordState),
  q: z.optional(z.string().check(z.maxLength(100))),
  page: z.optional(z.string().check(z.regex(/^[1-9][0-9]{0,4}$/))),
});
export type DeskFilter = z.infer<typeof DeskFilter>;

export const deskPageSize = 50;

/** A picture of the current edition, and whether it has arrived whole. Its bytes: `/api/desk/photos/{sha256}`. */
export const DeskPhoto = z.object({ hash: PhotoHash, width: z.int(), height: z.int(), here: z.boolean() });
export type DeskPhoto = z.infer<typeof DeskPhoto>;

export const DeskItem = z.object({
  recordId: RecordId,
  unitId: UnitId,
  unitName: z.string(),
  taskId: TaskId,
  requirementId: RequirementId,
  heldOn: LocalDate,
  title: z.string(),
  state: RecordState,
  edition: z.int(),
  receivedAt: Instant,
  receiptNumber: z.string(),
  officerName: z.string(),
  /** Soft checks that the officer answered with "đúng". */
  flags: z.array(z.string()),
  /** The last decision, which may bind an older edition: then the record came back changed. */
  lastReview: z.nullable(z.object({ edition: z.int(), decision: Decision })),
  photos: z._default(z.array(DeskPhoto), []),
});
export type DeskItem = z.infer<typeof DeskItem>;

/** Newest receipt first. `counts` are of the same filter without its state. */
export const DeskList = z.object({
  items: z.array(DeskItem),
  total: z.int(),
  page: z.int(),
  pageCount: z.int(),
  counts: z.object({ received: z.int(), returned: z.int(), approved: z.int(), void: z.int() }),
});
export type DeskList = z.infer<typeof DeskList>;

// ------------------------------------------------------------------ one record

export const DeskEdition = z.object({
  edition: z.int(),
  changeId: ChangeId,
  savedAt: Instant,
  /** (server − phone) in milliseconds as last known when it was saved; null before the first contact. */
  offset: z.nullable(z.number()),
  receivedAt: Instant,
  receiptNumber: z.string(),
  officerName: z.string(),
  body: Activity,
  /** Of an edition that took the record out of all counts. */
  voidReason: z.nullable(z.string()),
});
export type DeskEdition = z.infer<typeof DeskEdition>;

export const DeskDetail = z.object({
  item: DeskItem,
  /** The unit's name, then the names of the units above it. */
  unitPath: z.array(z.string()),
  /** Oldest first; the last one is current. */
  editions: z.array(DeskEdition),
  /** Oldest first. */
  reviews: z.array(Review),
  /** Stored beside the record without becoming an edition, such as the losing side of a conflict. */
  aside: z.array(z.object({ changeId: ChangeId, code: z.string(), savedAt: Instant, receivedAt: Instant })),
  /** Whether this account may decide: the direct upper union of the unit, or the province. */
  mayDecide: z.boolean(),
  /** Whether the current edition has been decided already: the first decision stands. */
  decided: z.boolean(),
});
export type DeskDetail = z.infer<typeof DeskDetail>;

// ------------------------------------------------------------------ what stands in no list

/** How many of them are told at once; `total` counts all. */
export const mostAside = 100;

/** A change that was kept without becoming a record: refused by a rule (`returned`), not understood (`held`), not its sender's to write (`quarantined`). */
export const DeskAsideItem = z.object({
  changeId: ChangeId,
  unitName: z.string(),
  officerName: z.string(),
  /** Empty where it cannot be read as an activity. */
  title: z.string(),
  heldOn: z.nullable(LocalDate),
  receivedAt: Instant,
  code: z.enum(['returned', 'held', 'quarantined']),
  problems: z.array(z.object({ code: z.string(), details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) })),
  /** Of `held` and `quarantined`: why, as a word for programs. */
  reason: z.string(),
});
export type DeskAsideItem = z.infer<typeof DeskAsideItem>;

export const DeskAside = z.object({ items: z.array(DeskAsideItem), total: z.int() });
export type DeskAside = z.infer<typeof DeskAside>;

// ------------------------------------------------------------------ the decision

/** Bound to the edition that the reviewer has read. A return names at least one field. */
export const DeskReviewRequest = z.object({
  recordId: RecordId,
  edition: z.int().check(z.minimum(1)),
  decision: Decision,
  remarks: z.array(Remark).check(z.maxLength(12)),
  dueOn: z.nullable(LocalDate),
});
export type DeskReviewRequest = z.infer<typeof DeskReviewRequest>;

export const DeskReviewReply = z.object({ review: Review });
export type DeskReviewReply = z.infer<typeof DeskReviewReply>;

/** `review-conflict`: another reviewer was first on this edition, and `first` is what stands. */
export const DeskReviewConflict = z.extend(ProblemReply, { first: Review });
export type DeskReviewConflict = z.infer<typeof DeskReviewConflict>;
