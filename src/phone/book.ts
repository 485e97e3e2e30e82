/** All records of the phone as screens list them, with the counts that the strip and the tabs tell. */
import type { DraftEntry } from '../device/draft-entry.ts';
import type { ChangeId, RecordId } from '../domain/id.ts';
import type { RecordState } from '../domain/record-state.ts';
import type { Instant } from '../domain/time.ts';
import { isHeldBack } from '../sync/journal.ts';
import type { MirrorRecord } from '../sync/mirror.ts';
import type { JournalEntry, MirrorHead, NotebookHead } from '../sync/ports.ts';
import { newestEpoch, recordView } from './record-view.ts';
import type { RecordView, Standpoint } from './record-view.ts';

/** What the live reads bring, from both stores. */
export interface BookData {
  /** By change. Null is one that is still to be sent and cannot be read by this version; it is kept. */
  readonly entries: ReadonlyMap<string, JournalEntry | null>;
  readonly records: ReadonlyMap<string, MirrorRecord>;
  readonly drafts: readonly DraftEntry[];
  readonly notebookHead: NotebookHead;
  readonly mirrorHead: MirrorHead;
}

export interface Book {
  /** Saved last first. */
  readonly views: readonly RecordView[];
  /** Touched last first. */
  readonly drafts: readonly DraftEntry[];
  readonly frozen: boolean;
  readonly unreadableCount: number;
  /** When a view will change by itself: an undo window ends. Null when none is open. */
  readonly nextChangeMs: number | null;
}

/** A record's view, and what it was made from: as long as that is the same, the view is. */
interface KeptView {
  readonly entries: readonly JournalEntry[];
  readonly mirrored: MirrorRecord | null;
  readonly view: RecordView | null;
}

/**
 * Makes one book after the other, and makes anew only the views whose record was touched: what a save costs does not
 * grow with the year. What is still to be sent depends on the moment, and is looked at each time.
 */
export function bookKeeper(): (data: BookData, nowMs: number, sendingIds: ReadonlySet<ChangeId>) => Book {
  let kept = new Map<RecordId, KeptView>();
  let keptFor = '';
  return (data, nowMs, sendingIds) => {
    const standpoint: Standpoint = {
      epoch: newestEpoch(data.mirrorHead.epoch, data.notebookHead.epoch),
      mirrorEpoch: data.mirrorHead.epoch,
      nowMs,
      sendingIds,
      frozen: data.notebookHead.frozen,
    };
    const lives = JSON.stringify([standpoint.epoch, standpoint.mirrorEpoch, standpoint.frozen]);
    if (lives !== keptFor) kept = new Map();
    keptFor = lives;
    const next = new Map<RecordId, KeptView>();
    for (const [recordId, { entries, mirrored }] of sourcesOf(data)) {
      const before = kept.get(recordId);
      const isKept = before && before.mirrored === mirrored && isSame(before.entries, entries) && !entries.some((entry) => entry.open);
      next.set(recordId, isKept ? before : { entries, mirrored, view: recordView(entries, mirrored, standpoint) });
    }
    kept = next;
    const views = [...next.values()].flatMap(({ view }) => view ?? []).sort((one, other) => (one.savedAt > other.savedAt ? -1 : 1));
    return {
      views, drafts: data.drafts, frozen: standpoint.frozen, unreadableCount: [...data.entries.values()].filter((entry) => entry === null).length,
      nextChangeMs: nextEnd(data.entries, nowMs),
    };
  };
}

/** One book by itself. */
export function bookOf(data: BookData, nowMs: number, sendingIds: ReadonlySet<ChangeId>): Book {
  return bookKeeper()(data, nowMs, sendingIds);
}

interface Sources {
  readonly entries: JournalEntry[];
  mirrored: MirrorRecord | null;
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

function isSame(one: readonly JournalEntry[], other: readonly JournalEntry[]): boolean {
  return one.length === other.length && one.every((entry, index) => entry === other[index]);
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
