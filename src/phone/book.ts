/** All records of the phone as screens list them, with the counts that the strip and the tabs tell. */
import type { DraftEntry } from '../device/draft-entry.ts';
import type { KeptEntry } from '../device/journal-row.ts';
import type { ProgrammeDraftEntry } from '../device/programme-draft-entry.ts';
import type { ReportDraftEntry } from '../device/report-draft-entry.ts';
import type { ChangeId, RecordId } from '../domain/id.ts';
import type { RecordState } from '../domain/record-state.ts';
import { instantOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import { isHeldBack } from '../sync/journal.ts';
import type { MirrorRecord } from '../sync/mirror.ts';
import type { MirrorHead, NotebookHead } from '../sync/ports.ts';
import { newestEpoch, recordView } from './record-view.ts';
import type { RecordView, Standpoint } from './record-view.ts';

/** What the live reads bring, from both stores. */
export interface BookData {
  /** By change. Null is one that is still to be sent and cannot be read by this version; it is kept. */
  readonly entries: ReadonlyMap<string, KeptEntry | null>;
  readonly records: ReadonlyMap<string, MirrorRecord>;
  readonly drafts: readonly DraftEntry[];
  readonly reportDrafts: readonly ReportDraftEntry[];
  readonly programmeDrafts: readonly ProgrammeDraftEntry[];
  readonly notebookHead: NotebookHead;
  readonly mirrorHead: MirrorHead;
}

export interface Book {
  /** Saved last first. */
  readonly views: readonly RecordView[];
  /** Touched last first. */
  readonly drafts: readonly DraftEntry[];
  /** Touched last first. */
  readonly reportDrafts: readonly ReportDraftEntry[];
  /** Touched last first. */
  readonly programmeDrafts: readonly ProgrammeDraftEntry[];
  readonly frozen: boolean;
  /** The moment of this look, by the server's clock as far as it is known. */
  readonly at: Instant;
  readonly unreadableCount: number;
  /** When a view will change by itself: an undo window ends. Null when none is open. */
  readonly nextChangeMs: number | null;
}

/** What the two stores hold of one record. */
interface Sources {
  readonly entries: KeptEntry[];
  mirrored: MirrorRecord | null;
}

/** A record's view beside what it was made from: as long as that is the same, so is the view. */
interface KeptView {
  readonly sources: Sources;
  readonly view: RecordView | null;
}

/** What one book leaves for the next. */
interface KeptBook {
  readonly data: BookData | null;
  /** The lives of the server's database that the phone knows of, and whether its leave is lost: they reach every view. */
  readonly lives: string;
  readonly byRecord: ReadonlyMap<RecordId, KeptView>;
  readonly views: readonly RecordView[];
}

/**
 * Makes one book after the other, and makes anew only the views whose record was touched: what a save costs hardly
 * grows with the year. What is still to be sent depends on the moment, and is looked at each time.
 */
export function bookKeeper(): (data: BookData, nowMs: number, sendingIds: ReadonlySet<ChangeId>) => Book {
  let kept: KeptBook = { data: null, lives: '', byRecord: new Map(), views: [] };
  return (data, nowMs, sendingIds) => {
    const standpoint: Standpoint = {
      epoch: newestEpoch(data.mirrorHead.epoch, data.notebookHead.epoch),
      mirrorEpoch: data.mirrorHead.epoch,
      nowMs,
      sendingIds,
      frozen: data.notebookHead.frozen,
    };
    const lives = JSON.stringify([standpoint.epoch, standpoint.mirrorEpoch, standpoint.frozen]);
    const hasSameRecords = lives === kept.lives && data.entries === kept.data?.entries && data.records === kept.data.records;
    kept = { data, lives, ...(hasSameRecords ? lookedAtAgain(kept, standpoint) : madeAnew(data, lives === kept.lives ? kept.byRecord : new Map(), standpoint)) };
    return {
      views: kept.views, drafts: data.drafts, reportDrafts: data.reportDrafts, programmeDrafts: data.programmeDrafts,
      frozen: standpoint.frozen, at: instantOf(nowMs + (data.notebookHead.clockOffsetMs ?? 0)), unreadableCount: countOf(data.entries.values(), (entry) => entry === null),
      nextChangeMs: nextEnd(data.entries, nowMs),
    };
  };
}

type Made = Pick<KeptBook, 'byRecord' | 'views'>;

/** The stores are as they were: only the clock or the exchange moved on, and with them what is not sent yet. */
function lookedAtAgain({ byRecord, views }: KeptBook, standpoint: Standpoint): Made {
  const changed = new Map<RecordId, KeptView>();
  for (const [recordId, { sources }] of byRecord) if (hasOpen(sources)) changed.set(recordId, viewOf(sources, standpoint));
  if (changed.size === 0) return { byRecord, views };
  return { byRecord: new Map([...byRecord, ...changed]), views: views.map((view) => changed.get(view.recordId)?.view ?? view) };
}

function madeAnew(data: BookData, before: ReadonlyMap<RecordId, KeptView>, standpoint: Standpoint): Made {
  const byRecord = new Map<RecordId, KeptView>();
  for (const [recordId, sources] of sourcesOf(data)) {
    const known = before.get(recordId);
    byRecord.set(recordId, known && isSame(known.sources, sources) && !hasOpen(sources) ? known : viewOf(sources, standpoint));
  }
  const views = [...byRecord.values()].flatMap(({ view }) => view ?? []).sort((one, other) => (one.savedAt > other.savedAt ? -1 : 1));
  return { byRecord, views };
}

function viewOf(sources: Sources, standpoint: Standpoint): KeptView {
  return { sources, view: recordView(sources.entries, sources.mirrored, standpoint) };
}

function hasOpen({ entries }: Sources): boolean {
  return entries.some((entry) => entry.open);
}

function isSame(one: Sources, other: Sources): boolean {
  return one.mirrored === other.mirrored && one.entries.length === other.entries.length && one.entries.every((entry, index) => entry === other.entries[index]);
}

/** One book by itself. */
export function bookOf(data: BookData, nowMs: number, sendingIds: ReadonlySet<ChangeId>): Book {
  return bookKeeper()(data, nowMs, sendingIds);
}

function sourcesOf({ entries, records }: BookData): Map<RecordId, Sources> {
  const sources = new Map<RecordId, Sources>();
  const sourceOf = (recordId: RecordId): Sources => {
    const known = sources.get(recordId);
    if (known) return known;
    const made: Sources = { entries: [], mirrored: null };
    sources.set(recordId, made);
    return made;
  };
  for (const entry of entries.values()) if (entry) sourceOf(entry.change.recordId).entries.push(entry);
  for (const record of records.values()) sourceOf(record.current.recordId).mirrored = record;
  return sources;
}

function countOf<Item>(items: Iterable<Item>, isCounted: (item: Item) => boolean): number {
  let count = 0;
  for (const item of items) if (isCounted(item)) count += 1;
  return count;
}

/** When the next undo window ends; null when none is open. */
function nextEnd(entries: BookData['entries'], nowMs: number): number | null {
  let end: number | null = null;
  for (const entry of entries.values()) {
    if (entry?.open && isHeldBack(entry, nowMs) && (end === null || entry.sendAfterMs < end)) end = entry.sendAfterMs;
  }
  return end;
}

export interface BookCounts {
  /** Saved on the phone and not at the province yet, whatever the reason; unsent rows that cannot be read among them. */
  readonly waiting: number;
  /** Of these, what a person has to see to. */
  readonly stuck: number;
  readonly sending: number;
  /** Told by an earlier life of the server's database, and looked up in the present one: nothing of these is unsent. */
  readonly rechecking: number;
  readonly returned: number;
  readonly oldestWaitingAt: Instant | null;
}

/** Saved on this phone and not at the province yet. */
export function isWaiting({ standing: { state }, rechecking }: RecordView): boolean {
  return !rechecking && (state === 'queued' || state === 'sending' || state === 'send_error');
}

const countsKept = new WeakMap<Book, BookCounts>();

/** Counted from the stores, never from the last sync result; once for each book, for all who ask. */
export function countsOf(book: Book): BookCounts {
  const kept = countsKept.get(book);
  if (kept) return kept;
  const of = (...states: RecordState[]): RecordView[] => book.views.filter((view) => states.includes(view.standing.state));
  const waiting = book.views.filter(isWaiting);
  const counts = {
    waiting: waiting.length + book.unreadableCount,
    stuck: of('send_error').filter((view) => view.standing.qualifier !== 'needs-code').length + book.unreadableCount,
    sending: of('sending').length,
    rechecking: book.views.filter((view) => view.rechecking).length,
    returned: of('returned').length,
    oldestWaitingAt: waiting.reduce<Instant | null>((oldest, view) => (oldest !== null && oldest < view.savedAt ? oldest : view.savedAt), null),
  };
  countsKept.set(book, counts);
  return counts;
}
