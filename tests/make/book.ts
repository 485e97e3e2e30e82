/** What the live reads of both stores bring, from plain lists. */
import type { BookData } from '../../src/phone/book.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import type { JournalEntry } from '../../src/sync/ports.ts';
import { firstEpoch } from './record.ts';

interface Lists {
  readonly entries?: readonly JournalEntry[];
  readonly records?: readonly MirrorRecord[];
  /** Still to be sent, and not readable by this version. */
  readonly unreadableCount?: number;
}

export function bookData({ entries = [], records = [], unreadableCount = 0, ...rest }: Lists & Partial<Omit<BookData, 'entries' | 'records'>> = {}): BookData {
  return {
    entries: new Map<string, JournalEntry | null>([
      ...entries.map((entry) => [entry.change.changeId, entry] as const),
      ...Array.from({ length: unreadableCount }, (_, index) => [`unreadable ${index}`, null] as const),
    ]),
    records: new Map(records.map((record) => [record.current.recordId, record])),
    drafts: [],
    reportDrafts: [],
    programmeDrafts: [],
    notebookHead: { lineage: 'l', seq: 1, epoch: firstEpoch, clockOffsetMs: null, witness: null, anchor: null, frozen: false },
    mirrorHead: { epoch: firstEpoch, cursors: [] },
    ...rest,
  };
}
