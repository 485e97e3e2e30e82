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

/** What one live read brings, from both stores. */
export interface BookData {
  readonly entries: readonly JournalEntry[];
  readonly records: readonly MirrorRecord[];
  readonly drafts: readonly DraftEntry[];
  readonly notebookHead: NotebookHead;
  readonly mirrorHead: MirrorHead;
  /** Unsent rows of the notebook that this version cannot read; they are kept. */
  readonly unreadableCount: number;
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

export function bookOf(data: BookData, nowMs: number, sendingIds: ReadonlySet<ChangeId>): Book {
  const standpoint: Standpoint = {
    epoch: newestEpoch(data.mirrorHead.epoch, data.notebookHead.epoch),
    mirrorEpoch: data.mirrorHead.epoch,
    nowMs,
    sendingIds,
    frozen: data.notebookHead.frozen,
  };
  const entriesOf = new Map<RecordId, JournalEntry[]>();
  for (const entry of data.entries) {
    const list = entriesOf.get(entry.change.recordId);
    if (list) list.push(entry);
    else entriesOf.set(entry.change.recordId, [entry]);
  }
  const mirrored = new Map(data.records.map((record) => [record.current.recordId, record]));
  const views: RecordView[] = [];
  for (const recordId of new Set([...entriesOf.keys(), ...mirrored.keys()])) {
    const view = recordView(entriesOf.get(recordId) ?? [], mirrored.get(recordId) ?? null, standpoint);
    if (view) views.push(view);
  }
  views.sort((one, next) => (one.savedAt > next.savedAt ? -1 : 1));
  const ends = data.entries.filter((entry) => entry.open && isHeldBack(entry, nowMs)).map((entry) => entry.sendAfterMs);
  return {
    views, drafts: data.drafts, frozen: data.notebookHead.frozen, unreadableCount: data.unreadableCount,
    nextChangeMs: ends.length === 0 ? null : Math.min(...ends),
  };
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

/** Counted from the stores, never from the last sync result. */
export function countsOf(book: Book): BookCounts {
  const of = (...states: RecordState[]): RecordView[] => book.views.filter((view) => states.includes(view.standing.state));
  const waiting = book.views.filter(isWaiting);
  return {
    waiting: waiting.length + book.unreadableCount,
    stuck: of('send_error').filter((view) => view.standing.qualifier !== 'needs-code').length + book.unreadableCount,
    sending: of('sending').length,
    rechecking: book.views.filter((view) => view.rechecking).length,
    returned: of('returned').length,
    oldestWaitingAt: waiting.reduce<Instant | null>((oldest, view) => (oldest !== null && oldest < view.savedAt ? oldest : view.savedAt), null),
  };
}
