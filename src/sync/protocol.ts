/**
 * The words of the wire, version 1. Both sides parse what arrives with these schemas, once, at the door.
 * Field names are short but whole where it costs nothing: the bodies are deflated (SPEC.md §2).
 */
import * as z from 'zod/mini';
import { ChangeId, DeviceId, RecordId, UnitId } from '../domain/id.ts';
import { PhotoHash } from '../domain/photo.ts';
import type { Problem } from '../domain/problem.ts';
import { Receipt } from '../domain/receipt.ts';
import { Instant } from '../domain/time.ts';

export const protocolVersion = 1;
export const exchangeMediaType = 'application/vnd.so-tay.exchange+json';

/** Limits that both sides know. A change's body is measured in characters of its JSON. */
export const limits = {
  changesPerExchange: 500,
  bodyCharacters: 16_000,
  requestBytes: 1_000_000,
  scopesPerDevice: 2_000,
  /** Pictures that one exchange asks about. */
  photosPerExchange: 16,
} as const;

/** What a phone may see: the province's published content, or one unit. */
export const Scope = z.union([z.literal('content'), UnitId]);
export type Scope = z.infer<typeof Scope>;
export const contentScope: Scope = 'content';

/** One life of the server's database. `mark` proves to the server that it once said so. */
export const Epoch = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(40)),
  ordinal: z.int().check(z.minimum(1)),
  mark: z.string().check(z.maxLength(64)),
});
export type Epoch = z.infer<typeof Epoch>;

/** The last position seen of a scope, with the rolling hash of all rows up to it, marked by the server. */
export const Cursor = z.object({
  scope: Scope,
  position: z.int().check(z.minimum(0)),
  hash: z.string().check(z.maxLength(64)),
  mark: z.string().check(z.maxLength(64)),
});
export type Cursor = z.infer<typeof Cursor>;

/**
 * How far the own scope lay under the backup watermark when the server last said so, with the rolling hash up to there:
 * shown to another life of the database it proves that this one holds those very rows.
 */
export const Anchor = z.object({
  scope: Scope,
  position: z.int().check(z.minimum(1)),
  hash: z.string().check(z.maxLength(64)),
});
export type Anchor = z.infer<typeof Anchor>;

/**
 * What an edit was made from: nothing, an edition the phone saw, or the officer's own earlier change. An edition is
 * named with the change that made it and the sum of its words, because a restored server may have given its number
 * to another change, or merged the change with others than before.
 */
export const Base = z.union([
  z.object({ edition: z.int().check(z.minimum(1)), changeId: z.optional(ChangeId), sum: z.optional(z.string().check(z.maxLength(16))) }),
  z.object({ changeId: ChangeId }),
  z.null(),
]);
export type Base = z.infer<typeof Base>;

/** A saved edit, as it travels. It never changes after the save, however often it is sent. */
export const Change = z.object({
  changeId: ChangeId,
  recordId: RecordId,
  scope: UnitId,
  kind: z.string().check(z.regex(/^[a-z-]{2,30}$/)),
  base: Base,
  body: z.record(z.string(), z.unknown()),
  seq: z.int().check(z.minimum(1)),
  savedAt: Instant,
  /** Last known (server − phone) in milliseconds when it was saved; null before the first contact. */
  offset: z.nullable(z.number()),
});
export type Change = z.infer<typeof Change>;

/** Offered again after a new epoch: the receipt the phone already holds for this change. */
export const OfferedChange = z.extend(Change, { receipt: z.optional(Receipt) });
export type OfferedChange = z.infer<typeof OfferedChange>;

export const ExchangeRequest = z.object({
  v: z.literal(protocolVersion),
  device: DeviceId,
  lineage: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Highest sequence number this notebook has given: a lower one than before tells a rolled-back notebook. */
  seq: z.int().check(z.minimum(0)),
  epoch: z.nullable(Epoch),
  /** Either every cursor, or one digest over all of them. */
  cursors: z.union([z.array(Cursor).check(z.maxLength(limits.scopesPerDevice)), z.string().check(z.maxLength(64))]),
  /** Characters of rows the phone would like at most; 0 asks for codes alone. */
  want: z.int().check(z.minimum(0), z.maximum(2_000_000)),
  nonce: z.string().check(z.minLength(4), z.maxLength(40)),
  changes: z.array(OfferedChange).check(z.maxLength(limits.changesPerExchange)),
  /** How far the notebook's acknowledgements reach, where the mirror's cursors do not say so (it may be lost). */
  witness: z.optional(Cursor),
  anchor: z.optional(Anchor),
  /** Pictures of this phone whose delivery is not known in this epoch: the server says of each that it knows how far it is. */
  photos: z.optional(z.array(PhotoHash).check(z.maxLength(limits.photosPerExchange))),
});
export type ExchangeRequest = z.infer<typeof ExchangeRequest>;

/** A change that does not parse as a change still gets its own code, so that its neighbours do not suffer. */
export const LooseExchangeRequest = z.extend(ExchangeRequest, {
  changes: z.array(z.unknown()).check(z.maxLength(limits.changesPerExchange)),
});
export type LooseExchangeRequest = z.infer<typeof LooseExchangeRequest>;

const ProblemShape = z.object({
  code: z.string(),
  field: z.optional(z.string()),
  details: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
});

/** One code per change, in the order of the changes (SPEC.md §3). */
export const Verdict = z.discriminatedUnion('code', [
  // `merged`: somebody else's edit stands in the edition too, so the phone takes its row from the reply.
  z.object({ code: z.literal('ok'), edition: z.int(), position: z.int(), receipt: Receipt, merged: z.optional(z.literal(true)) }),
  z.object({ code: z.literal('duplicate'), edition: z.int(), position: z.int(), receipt: Receipt, merged: z.optional(z.literal(true)) }),
  z.object({ code: z.literal('held'), reason: z.string() }),
  z.object({ code: z.literal('returned'), problems: z.array(ProblemShape) }),
  z.object({ code: z.literal('conflict'), edition: z.int() }),
  z.object({ code: z.literal('quarantined'), reason: z.string() }),
  z.object({ code: z.literal('order') }),
  z.object({ code: z.literal('big') }),
  z.object({ code: z.literal('retry') }),
]);
export type Verdict = z.infer<typeof Verdict>;
export type VerdictCode = Verdict['code'];
/** A refusal's problems are of our own making; a newer server may name codes this phone does not know. */
export type ReturnedProblem = Problem | z.infer<typeof ProblemShape>;

/** A fact of a scope, at its position. `body` is parsed by whoever knows the kind; unknown kinds are kept. */
export const Row = z.object({
  position: z.int().check(z.minimum(1)),
  kind: z.string(),
  key: z.string(),
  body: z.unknown(),
});
export type Row = z.infer<typeof Row>;

/** Rows (from, to] of one scope; `from` echoes the position asked from. */
export const Range = z.object({ scope: Scope, from: z.int(), to: Cursor, rows: z.array(Row) });
export type Range = z.infer<typeof Range>;

export const Advice = z.enum(['list-cursors', 'new-lineage', 'erase-mirror']);
export type Advice = z.infer<typeof Advice>;

/** How far a picture is at the server: bytes kept so far; or the position at which it became whole, its hash proven. */
export const PhotoStanding = z.union([z.object({ held: z.int().check(z.minimum(0)) }), z.object({ position: z.int().check(z.minimum(1)) })]);
export type PhotoStanding = z.infer<typeof PhotoStanding>;

export const ExchangeReply = z.object({
  v: z.literal(protocolVersion),
  nonce: z.string(),
  epoch: Epoch,
  now: Instant,
  /**
   * Backup watermark: positions at or under it are safe, by scope. To a phone that comes from another life of the
   * database: only what its anchor proves to be in this one.
   */
  safe: z.record(z.string(), z.int()),
  /** The own scope's watermark, where it lies above the anchor that the phone showed. */
  anchor: z.optional(Anchor),
  codes: z.array(Verdict),
  advice: z.array(z.string()),
  ranges: z.array(Range),
  more: z.boolean(),
  /** The head of the sender's scope after its changes, where the ranges do not end there. */
  witness: z.optional(Cursor),
  /** Of the pictures asked about, those that a stored change of the unit names; the others are drafts as far as the server knows. */
  photos: z.optional(z.record(z.string(), PhotoStanding)),
  /** Least version of the app that may still write; null while every version may. */
  least: z.nullable(z.string()),
});
export type ExchangeReply = z.infer<typeof ExchangeReply>;

// ---- rows that the server writes ----

/** An edition of a record. A phone that pushed the change makes this very row itself, from its verdict. */
export const EditionRow = z.object({
  recordId: RecordId,
  edition: z.int(),
  changeId: ChangeId,
  recordKind: z.string(),
  body: z.record(z.string(), z.unknown()),
  officerId: z.string(),
  savedAt: Instant,
  /** As in the change; absent where it was 0 or not known, and in rows of an earlier version. */
  offset: z.optional(z.number()),
  receipt: Receipt,
  /** Taken out of all counts, with its reason; its history stays. */
  voided: z.optional(z.object({ reason: z.string() })),
});
export type EditionRow = z.infer<typeof EditionRow>;

/** The kind of a change that takes a sent record out of all counts; its body holds the reason. */
export const voidKind = 'void';
export const VoidBody = z.object({ reason: z.string().check(z.minLength(1), z.maxLength(200)) });
export type VoidBody = z.infer<typeof VoidBody>;

/** A change that was kept but made no edition: so that no rollback of the server can lose it unnoticed. */
export const RefusalRow = z.object({ changeId: ChangeId, recordId: RecordId, code: z.string() });
export type RefusalRow = z.infer<typeof RefusalRow>;

/** A picture that is whole at the server, its hash proven. The row's key is the hash. */
export const PhotoRow = z.object({ hash: PhotoHash, byteCount: z.int() });
export type PhotoRow = z.infer<typeof PhotoRow>;

/**
 * Answer to one part of a picture: `PUT /api/photos/{sha256}?offset=n`, framed like an exchange (SPEC.md F1). With a
 * position comes the head of the unit's scope: without it nobody could notice a rollback of the very row (E3).
 */
export const photoMediaType = 'application/vnd.so-tay.photo+json';
export const PhotoReply = z.object({ v: z.literal(protocolVersion), hash: PhotoHash, epoch: Epoch, now: Instant, standing: PhotoStanding, witness: z.optional(Cursor) });
export type PhotoReply = z.infer<typeof PhotoReply>;

export const rowKinds = ['edition', 'refusal', 'review', 'lock', 'publication', 'unit', 'officer', 'photo'] as const;
export type RowKind = (typeof rowKinds)[number];
