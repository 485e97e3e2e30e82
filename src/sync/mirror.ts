/**
 * The mirror's rules as pure functions, shared by every implementation of its port: when a page may be laid over
 * it, and what a row does to an item (SPEC.md §5).
 */
import * as z from 'zod/mini';
import { Lock } from '../domain/lock.ts';
import { Review } from '../domain/review.ts';
import { EditionRow } from './protocol.ts';
import type { Cursor, Row, Scope } from './protocol.ts';
import type { MirrorHead, MirrorPage } from './ports.ts';

/** A thing of the mirror: one per kind and key. Records gather their editions, reviews and locks under one item. */
export interface MirrorItem {
  readonly kind: string;
  readonly key: string;
  readonly scope: Scope;
  readonly position: number;
  readonly body: unknown;
}

/** A record as the server said it: its current edition, the last review and lock, and what came before. */
export const MirrorRecord = z.object({
  current: EditionRow,
  review: z.nullable(Review),
  history: z.array(z.object({ edition: z.int(), savedAt: z.string(), offset: z.optional(z.number()), receivedAt: z.string(), receiptNumber: z.string() })),
  reviews: z.array(Review),
  /** Absent while no sum of an upper union has named it. */
  lock: z.optional(Lock),
  /** The words that were returned last, once a newer edition stands in their place: for what the unit has mended. */
  returned: z.optional(z.object({ edition: z.int(), body: z.unknown() })),
});
export type MirrorRecord = z.infer<typeof MirrorRecord>;

/** Whether the page continues exactly where the guard stands. */
export function pageFits(head: MirrorHead, guard: MirrorHead, page: MirrorPage): boolean {
  if (!sameHead(head, guard)) return false;
  if (page.epoch.ordinal < (head.epoch?.ordinal ?? 0)) return false;
  const starts = head.epoch?.id === page.epoch.id ? head.cursors : [];
  return page.ranges.every((range) => range.from === positionIn(starts, range.scope));
}

/** Cursors after the page. */
export function cursorsAfter(head: MirrorHead, page: MirrorPage): Cursor[] {
  const kept = head.epoch?.id === page.epoch.id ? head.cursors : [];
  const moved = new Map(kept.map((cursor) => [cursor.scope, cursor]));
  for (const range of page.ranges) moved.set(range.scope, range.to);
  return [...moved.values()].toSorted((one, other) => (one.scope < other.scope ? -1 : 1));
}

/**
 * Where a row's item lives: editions, reviews and locks of one record share it. One of a later shape, which this app cannot
 * read, lives by itself under its own kind: it must not block the rows behind it.
 */
export function itemAddress(row: Row, scope: Scope): { kind: string; key: string } {
  // One picture may belong to two units, each with a position of its own.
  if (row.kind === 'photo') return { kind: row.kind, key: `${scope}/${row.key}` };
  return isOfRecord(row) ? { kind: 'record', key: row.key } : { kind: row.kind, key: row.key };
}

function isOfRecord(row: Row): boolean {
  if (row.kind === 'edition') return EditionRow.safeParse(row.body).success;
  if (row.kind === 'lock') return Lock.safeParse(row.body).success;
  return row.kind === 'review' && Review.safeParse(row.body).success;
}

/** The item after the row. Rows of a kind or a shape this app does not know are kept as they are, for a later version. */
export function foldRow(item: MirrorItem | undefined, scope: Scope, row: Row): MirrorItem {
  const address = itemAddress(row, scope);
  const body = address.kind === 'record' ? foldRecord(item?.body as MirrorRecord | undefined, row) : row.body;
  return { ...address, scope, position: row.position, body };
}

/** Kind of what a later version of something published has taken the place of. */
export const earlierKind = 'earlier';

/**
 * What stood where a publication row is laid: the version before it, so that a phone can show what changed. Of forms and
 * of the list of indicators every version stays, because drafts and records are read by the one they name.
 * @returns null where nothing is replaced.
 */
export function earlierOf(item: MirrorItem | undefined, row: Row): MirrorItem | null {
  if (row.kind !== 'publication' || !item) return null;
  const before = versionOf(item.body);
  const now = versionOf(row.body);
  if (before === null || now === null || before === now) return null;
  return { ...item, kind: earlierKind, key: row.key.startsWith('form/') || row.key === 'indicators' ? `${row.key} ${before}` : row.key };
}

function versionOf(body: unknown): number | null {
  const version = (body as { readonly version?: unknown } | null)?.version;
  return typeof version === 'number' ? version : null;
}

function foldRecord(record: MirrorRecord | undefined, row: Row): MirrorRecord | undefined {
  if (row.kind === 'edition') {
    const current = EditionRow.parse(row.body);
    const entry = {
      edition: current.edition,
      savedAt: current.savedAt,
      ...(current.offset ? { offset: current.offset } : {}),
      receivedAt: current.receipt.receivedAt,
      receiptNumber: current.receipt.number,
    };
    const older = (record?.history ?? []).filter((each) => each.edition !== current.edition);
    // A receipt that had to be given anew comes as the same edition again, perhaps no longer the newest one.
    const newest = record && record.current.edition > current.edition ? record.current : current;
    return {
      current: newest,
      review: record?.review ?? null,
      history: [...older, entry].toSorted((one, other) => one.edition - other.edition),
      reviews: record?.reviews ?? [],
      ...(record?.lock ? { lock: record.lock } : {}),
      ...returnedBefore(record, newest),
    };
  }
  if (row.kind === 'lock') return record && { ...record, lock: Lock.parse(row.body) };
  const review = Review.parse(row.body);
  if (!record) return record;
  // A later decision stands on newer words: what was returned before is of no use any more.
  const { returned, ...rest } = record;
  return { ...rest, ...(returned?.edition === review.edition ? { returned } : {}), review, reviews: [...record.reviews, review] };
}

/** Kept from the edition before as long as that return is the last decision; most records never have one. */
function returnedBefore(record: MirrorRecord | undefined, { edition }: EditionRow): Pick<MirrorRecord, 'returned'> {
  if (record?.review?.decision !== 'returned') return {};
  const { current, review } = record;
  if (current.edition < edition && current.edition === review.edition) return { returned: { edition: current.edition, body: current.body } };
  return record.returned?.edition === review.edition ? { returned: record.returned } : {};
}

function sameHead(one: MirrorHead, other: MirrorHead): boolean {
  if ((one.epoch?.id ?? null) !== (other.epoch?.id ?? null)) return false;
  if (one.cursors.length !== other.cursors.length) return false;
  return one.cursors.every((cursor) => {
    const match = other.cursors.find((each) => each.scope === cursor.scope);
    return match !== undefined && match.position === cursor.position && match.hash === cursor.hash;
  });
}

function positionIn(cursors: readonly Cursor[], scope: Scope): number {
  return cursors.find((cursor) => cursor.scope === scope)?.position ?? 0;
}
