/**
 * What the engine needs of the world, and no more. Each port has one contract suite that runs on every
 * implementation (tests/contract). Times come in as milliseconds of the phone's clock.
 */
import type { ChangeId, DeviceId, OfficerId, RecordId, UnitId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import type { ReceiptNumber } from '../domain/receipt.ts';
import type { Instant } from '../domain/time.ts';
import type { Anchor, Change, Cursor, Epoch, OfferedChange, PhotoStanding, Row, Scope, Verdict } from './protocol.ts';

// ------------------------------------------------------------------ the phone

/** What the server said of a change, and in which of its lives. */
export interface Acknowledgement {
  readonly epochId: string;
  readonly epochOrdinal: number;
  readonly at: Instant;
  readonly verdict: Verdict;
}

/** A journal entry: the change as it travels, and what this phone knows of it. */
export interface JournalEntry {
  readonly change: Change;
  /** Undo window: not sent before this moment of the phone's clock (8 s after the save). */
  readonly sendAfterMs: number;
  /** Set in the very transaction that hands it to an exchange; from then on it can no longer be undone. */
  readonly offeredAtMs: number | null;
  /** How often the server asked for another moment (`retry`, `order`). */
  readonly putOffCount: number;
  readonly acknowledgement: Acknowledgement | null;
  /** The last receipt ever given for it, kept through a new epoch. */
  readonly receipt: OfferedChange['receipt'] | null;
  /** Whether it is still to be sent in the known epoch. */
  readonly open: boolean;
  /** When it was last handed on in a file; gone with the answer to it. */
  readonly exportedAtMs?: number;
}

export interface NotebookHead {
  readonly lineage: string;
  readonly seq: number;
  readonly epoch: Epoch | null;
  /** Last known (server − phone) clock difference in milliseconds. */
  readonly clockOffsetMs: number | null;
  /** The furthest head of the own scope that came with acknowledgements of the known epoch. */
  readonly witness: Cursor | null;
  /** The last backup watermark of the own scope that was told, with its hash. */
  readonly anchor: Anchor | null;
  /** Set when the server no longer knows our token: the queue rests until a new activation. */
  readonly frozen: boolean;
}

/** The changes handed to one exchange, with the lineage that guards their codes. */
export interface Taken {
  readonly head: NotebookHead;
  readonly changes: readonly OfferedChange[];
  /** Whether more was due than fitted the budget. */
  readonly moreDue: boolean;
  /** Earliest moment at which a change now held back by its undo window may go; null when none is. */
  readonly nextDueMs: number | null;
}

export interface Settlement {
  readonly lineage: string;
  readonly epoch: Epoch;
  readonly at: Instant;
  /** Null leaves the former one: the answer came in a file. */
  readonly clockOffsetMs: number | null;
  /** Kept with the codes, and replaces the former one; null leaves it, unless the epoch is newer. */
  readonly witness: Cursor | null;
  readonly verdicts: ReadonlyMap<ChangeId, Verdict>;
  /** Null leaves the former one, unless the epoch is newer and did not prove it. */
  readonly anchor: Anchor | null;
  /** Id of the epoch that the notebook knew when it made the request; null before the first. */
  readonly knownEpochId: string | null;
  /** Positions at or under these are safe, by scope. They count only in the epoch that the request was made in. */
  readonly safe: Readonly<Record<string, number>>;
}

/**
 * The officer's own words. Sync never deletes from it. Every method is one transaction, strictly durable when
 * its promise resolves. Strict means: power lost after that moment loses nothing.
 */
export interface NotebookPort {
  head(): Promise<NotebookHead>;
  /** Chooses what to send: open, past its undo window, fewest put-offs first, then by seq; marks it offered. */
  take(nowMs: number, budgetCharacters: number): Promise<Taken>;
  /**
   * Writes verdicts, if the lineage still matches and the epoch is not older than the known one. A newer epoch
   * first reopens every change that is not safe. Answers whether the codes were used.
   */
  settle(settlement: Settlement): Promise<boolean>;
  /** The server no longer knows the token (true), or an activation gave a new one (false). */
  freeze(frozen: boolean): Promise<void>;
  /** A rolled-back or cloned notebook gets a new lineage; no effect when it has changed already. */
  renewLineage(from: string, to: string): Promise<void>;
}

export interface MirrorHead {
  readonly epoch: Epoch | null;
  readonly cursors: readonly Cursor[];
}

/** A page of the server's rows to lay over the mirror. */
export interface MirrorPage {
  readonly epoch: Epoch;
  readonly ranges: readonly { readonly scope: Scope; readonly from: number; readonly to: Cursor; readonly rows: readonly Row[] }[];
}

/** What the server said. Disposable: it may be dropped and pulled again. Every method is one transaction. */
export interface MirrorPort {
  head(): Promise<MirrorHead>;
  /**
   * Lays the page over the mirror if epoch and cursors still are those of the guard, and every range starts
   * where its scope's cursor stands. A page of another epoch clears all rows and cursors first, so its ranges
   * start at 0. Answers whether it was applied.
   */
  apply(guard: MirrorHead, page: MirrorPage): Promise<boolean>;
  /** A revoked device keeps nothing of the server's. */
  erase(): Promise<void>;
}

/** What the server said of pictures, and in which of its lives. */
export interface PhotoNews {
  readonly epoch: Epoch;
  readonly at: Instant;
  /** Of those asked about; one that is missing here is named by no stored change yet. */
  readonly standings: ReadonlyMap<PhotoHash, PhotoStanding>;
  /** Every picture that was asked about. */
  readonly asked: readonly PhotoHash[];
  /** The scope whose positions the standings name, and how far it is safe. */
  readonly scope: UnitId;
  readonly safe: number;
}

/** A picture that the server wants more of. */
export interface PhotoDue {
  readonly hash: PhotoHash;
  readonly byteCount: number;
  /** Bytes the server holds already. */
  readonly held: number;
}

/**
 * The phone's pictures, in a store of their own, so that a full disk cannot abort a report. Sync never deletes from
 * it. Every method is one transaction.
 */
export interface PhotosPort {
  /** Pictures whose delivery is not known, least asked about first, then oldest first. Those of drafts are among them. */
  undelivered(limit: number): Promise<readonly PhotoHash[]>;
  /**
   * Writes the standings unless the epoch is older than the one known for them. A newer epoch first reopens every
   * picture. A full disk may refuse: then the same is told again.
   */
  told(news: PhotoNews): Promise<void>;
  /** The next picture that the server, in the epoch known last, wants more of; the one nearest to its end first. */
  due(): Promise<PhotoDue | null>;
  /** Bytes [offset, offset + length), fewer at the end; null when the picture is not here. */
  read(hash: PhotoHash, offset: number, length: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** What came back over the network; anything that is not a proven reply is `unknown`. */
export type LinkAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly mediaType: string; readonly text: string }
  | { readonly kind: 'silence' };

export interface LinkPort {
  exchange(body: string): Promise<LinkAnswer>;
}

export interface PhotoLinkPort {
  /** One part of a picture, put at an offset in bytes. */
  putPhoto(hash: PhotoHash, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<LinkAnswer>;
}

/** Time and chance, as arguments. */
export interface ClockPort {
  nowMs(): number;
}
export interface ChancePort {
  /** In [0, 1). */
  fraction(): number;
  /** A fresh random text of at least 8 characters of a–z, 0–9. */
  token(): string;
}

/** Saves effort only: never waits, and nothing depends on it (a frozen tab keeps its lock). */
export interface LockPort {
  /** Runs the work if nobody else holds the lock, else answers `busy` at once. */
  ifFree<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

// ------------------------------------------------------------------ the server

/** A change as the server keeps it: the raw text first, then what was decided. */
export interface StoredChange {
  readonly changeId: ChangeId;
  readonly recordId: RecordId;
  /** Of the change's text; the same id with another hash raises an alarm. */
  readonly hash: string;
  readonly verdict: Verdict;
  /** The edition this change stands on: what it made, or what it was made from when it made none. */
  readonly standsOn: number;
}

/** The current edition of a record. */
export interface RecordHead {
  readonly recordId: RecordId;
  readonly scope: UnitId;
  readonly recordKind: string;
  readonly edition: number;
  readonly changeId: ChangeId;
  readonly review: { readonly edition: number; readonly decision: 'approved' | 'returned' } | null;
  /** Taken out of all counts by its unit. */
  readonly isVoid: boolean;
  /** The edition that an upper union has added up and that stands still since, and the sum that holds it; null while none does. */
  readonly lock: { readonly edition: number; readonly sumId: RecordId } | null;
}

/** The bodies of a record's editions, by number. */
export type EditionBodies = ReadonlyMap<number, Readonly<Record<string, unknown>>>;

export interface ScopeHead {
  readonly position: number;
  /** Rolling hash of all rows up to the position; '' at 0. */
  readonly hash: string;
}

export interface Known {
  readonly changes: ReadonlyMap<ChangeId, StoredChange>;
  readonly records: ReadonlyMap<RecordId, RecordSummary>;
  /** Who holds a receipt number, of those asked about. */
  readonly receipts: ReadonlyMap<ReceiptNumber, { readonly changeId: ChangeId; readonly receivedAt: Instant }>;
}

export interface RawChange extends StoredChange {
  readonly deviceId: DeviceId;
  readonly officerId: OfficerId;
  readonly lineage: string;
  readonly scope: UnitId;
  readonly kind: string;
  /** The change as it came, as JSON text. */
  readonly text: string;
  readonly receivedAt: Instant;
}

/** A row to append: gapless positions, each with the rolling hash up to itself. */
export interface NewRow {
  readonly scope: Scope;
  readonly position: number;
  readonly hash: string;
  readonly kind: string;
  readonly key: string;
  /** JSON of the row's body. */
  readonly text: string;
  readonly at: Instant;
}

/** What the desk lists of a record: written in the same commit as its edition or review. */
export interface RecordSummary extends RecordHead {
  readonly taskId: string;
  readonly requirementId: string;
  readonly heldOn: string;
  readonly title: string;
  readonly state: 'received' | 'returned' | 'approved' | 'void';
  readonly receivedAt: Instant;
  readonly receiptNumber: ReceiptNumber;
  readonly officerId: OfficerId;
  /** Soft checks the officer confirmed. */
  readonly flags: readonly string[];
  /** JSON of the current body. */
  readonly text: string;
}

export interface Alarm {
  readonly at: Instant;
  readonly code: 'change-id-reused' | 'receipt-number-reused' | 'epoch-changed' | 'lineage-rolled-back';
  readonly text: string;
}

/** Everything one exchange or one decision writes, in one commit. */
export interface Facts {
  readonly changes: readonly RawChange[];
  readonly rows: readonly NewRow[];
  /** Latest summary per record; an earlier one for the same record is replaced. */
  readonly records: readonly RecordSummary[];
  /** Who holds each number from now on; a number that changes hands replaces its former holder. */
  readonly receipts: readonly { readonly number: ReceiptNumber; readonly changeId: ChangeId; readonly receivedAt: Instant }[];
  /** Stored changes whose verdict carries another receipt now; so does the record, if this change made its current edition. */
  readonly renumbered: readonly {
    readonly changeId: ChangeId;
    readonly recordId: RecordId;
    readonly verdict: Extract<Verdict, { code: 'ok' }>;
  }[];
  readonly alarms: readonly Alarm[];
}

export const noFacts: Facts = { changes: [], rows: [], records: [], receipts: [], renumbered: [], alarms: [] };

/** What the stored changes of one unit say of a picture, and where it became whole. */
export interface LedgerPhoto {
  /** Sizes that changes name it with: nearly always one. */
  readonly byteCounts: readonly number[];
  /** Of its row in the unit's scope; null while it has none. */
  readonly position: number | null;
}

/** The server's book inside one transaction. Nothing is visible to others before the commit, all of it after. */
export interface LedgerPage {
  epoch(): Promise<Epoch>;
  /** Begins a new life: id and ordinal as given. */
  beginEpoch(epoch: Epoch): Promise<void>;
  /** Takes the scopes' counters, locked in id order until the commit. Unknown scopes stand at 0. */
  scopeHeads(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, ScopeHead>>;
  /** Rolling hash at a position, or null when there is no such position. */
  hashAt(scope: Scope, position: number): Promise<string | null>;
  recall(changeIds: readonly ChangeId[], recordIds: readonly RecordId[], receipts: readonly ReceiptNumber[]): Promise<Known>;
  /** Stored changes whole, in any order; unknown ids are left out. */
  raw(changeIds: readonly ChangeId[]): Promise<readonly RawChange[]>;
  /** Every edition of these records; records without any are left out. */
  editions(recordIds: readonly RecordId[]): Promise<ReadonlyMap<RecordId, EditionBodies>>;
  /** One record as the desk knows it. */
  record(recordId: RecordId): Promise<RecordSummary | null>;
  /**
   * A stored change names its pictures (`photosNamedIn`), and a row of kind `photo` makes one whole in its scope,
   * both in this very commit. A second such row for one scope and picture is our own mistake, and throws.
   */
  write(facts: Facts): Promise<void>;
  /** Of these pictures, those that stored changes of the scope name. */
  photos(scope: UnitId, hashes: readonly PhotoHash[]): Promise<ReadonlyMap<PhotoHash, LedgerPhoto>>;
  /** Rows after a position in order, at least one if there is any, until their texts pass `maxCharacters`. */
  rowsAfter(scope: Scope, position: number, maxCharacters: number): Promise<{ rows: readonly (NewRow)[]; more: boolean }>;
  /** Highest sequence number seen of a device's lineage; then raises it. */
  raiseSeq(deviceId: DeviceId, lineage: string, seq: number): Promise<number>;
  /** Backup watermarks by scope. */
  safe(scopes: readonly Scope[]): Promise<Readonly<Record<string, number>>>;
  /** Raises the backup watermark of a scope; it never goes down. */
  raiseSafe(scope: Scope, position: number): Promise<void>;
  /** Whether this database has ever lived under that epoch. */
  hasLived(epochId: string): Promise<boolean>;
}

/** Answers after the commit is durable; throws only for our own mistakes and a broken disk. */
export interface LedgerPort {
  transaction<T>(work: (page: LedgerPage) => Promise<T>): Promise<T>;
}

/** Where the bytes of pictures lie. The ledger says which picture is named and which is whole; here is what it is made of. */
export interface PhotoBytesPort {
  /** One work after the other for a picture; those of different pictures do not wait for each other. */
  inTurn<T>(hash: PhotoHash, work: () => Promise<T>): Promise<T>;
  /** `whole` once its hash was proven and its bytes are durable; else how many bytes of it are kept so far. */
  held(hash: PhotoHash): Promise<number | 'whole'>;
  /** Puts bytes behind those that are held, and answers how many there are. A full disk may keep some of them and refuse. */
  append(hash: PhotoHash, bytes: Uint8Array): Promise<number>;
  /** SHA-256 of what is held, as hexadecimal. */
  digest(hash: PhotoHash): Promise<string>;
  /** The digest is right: what is held is the picture, and is durable when the promise resolves. */
  finish(hash: PhotoHash): Promise<void>;
  /** Throws away what is held of one that is not whole. */
  drop(hash: PhotoHash): Promise<void>;
  /** Throws away every picture, whole or not: the sample has ended. */
  clear(): Promise<void>;
  /** A whole picture; null when it is not, or is no longer here. */
  read(hash: PhotoHash): Promise<Uint8Array<ArrayBuffer> | null>;
}
