/**
 * The notebook of the page: the officer's own words in IndexedDB, by Dexie. Its schema is version 1 for ever: no
 * upgrade can lock an officer out of what was written. Every write is one transaction with strict durability, so
 * when a promise resolves, a power cut loses nothing of it.
 */
import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import type { ChangeId, RecordId } from '../domain/id.ts';
import { instantOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import { asOffered, chooseForExchange, epochStanding, mayUndo, reopenEntry, settleEntry, undoWindowMs, witnessAfter } from '../sync/journal.ts';
import type { JournalEntry, NotebookHead, NotebookPort, Settlement } from '../sync/ports.ts';
import { Cursor, Epoch, limits } from '../sync/protocol.ts';
import type { Change } from '../sync/protocol.ts';
import { DraftEntry } from './draft-entry.ts';
import { Identity, PendingActivation } from './identity.ts';
import { entryOf, needsHands, readJournalRow, withEntry } from './journal-row.ts';
import type { JournalRow } from './journal-row.ts';
import { newToken } from './keys.ts';
import { StoreTrouble, troubleOf } from './trouble.ts';

/** What "Lưu và gửi" hands over; the notebook adds sequence number, moment and clock offset. */
export type Submission = Pick<Change, 'changeId' | 'recordId' | 'scope' | 'kind' | 'base' | 'body'> & {
  /** The draft it was written in; it leaves the list of drafts in the same transaction. */
  readonly draftId: string | null;
  /** What the form holds at this moment, for taking back. Without it, the draft as it was last saved. */
  readonly draft?: DraftEntry;
  readonly savedAtMs: number;
};

export interface NotebookCounts {
  /** Saved and not yet settled by the server. */
  readonly open: number;
  readonly oldestOpenSavedAt: Instant | null;
  /** Records whose last change was refused, is in conflict, or is not this phone's to write. */
  readonly needsHands: number;
  /** Open changes that can no longer be read. They are kept as they are. */
  readonly unreadable: number;
}

export interface Notebook extends NotebookPort {
  identity(): Promise<Identity | null>;
  /** Keeps who this phone belongs to now, wakes a frozen queue, forgets the pending activation. The journal stays. */
  activate(identity: Identity): Promise<void>;
  /** The activation under way for this code; made on first use, the same one afterwards. */
  pendingActivation(code: string, make: () => Promise<Omit<PendingActivation, 'code'>>): Promise<PendingActivation>;

  saveDraft(draft: DraftEntry): Promise<void>;
  deleteDraft(draftId: string): Promise<void>;
  draft(draftId: string): Promise<DraftEntry | null>;
  /** Latest first. */
  drafts(): Promise<readonly DraftEntry[]>;

  /**
   * One transaction: the change is in the journal and the draft is gone, or everything is as before. Saving the same
   * changeId again is one change. A draft that another tab has sent already becomes an edit of what was sent there,
   * or nothing at all when the words are the same.
   */
  submit(submission: Submission): Promise<JournalEntry>;
  /** Takes a saved change back and gives its draft back, while no exchange has been handed it. */
  undo(changeId: ChangeId): Promise<{ readonly undone: boolean; readonly draft: DraftEntry | null }>;

  entry(changeId: ChangeId): Promise<JournalEntry | null>;
  /** In the order of saving. */
  entriesOf(recordId: RecordId): Promise<readonly JournalEntry[]>;
  /** Latest first. @param query.open only what is still to be sent (true), or only what is settled (false). */
  entries(query: { readonly limit: number; readonly open?: boolean }): Promise<readonly JournalEntry[]>;
  counts(): Promise<NotebookCounts>;
  /** Rows of journal and drafts that cannot be read, as they stand, for a file to hand on. */
  unreadable(): Promise<readonly unknown[]>;
  close(): void;
}

export interface DatabaseOptions {
  readonly name?: string;
  /** Another IndexedDB than the browser's own, for tests. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
}

interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

const Head = z.object({
  lineage: z.string(),
  seq: z.int(),
  epoch: z.nullable(Epoch),
  clockOffsetMs: z.nullable(z.number()),
  witness: z._default(z.nullable(Cursor), null),
  frozen: z.boolean(),
});

/** @throws StoreTrouble when the browser keeps nothing for us, or another tab blocks the database. */
export async function openNotebook(options: DatabaseOptions = {}): Promise<Notebook> {
  const { name = 'so-tay-notebook', ...factory } = options;
  // Dexie's cache would answer reads from writes that are not committed yet: "saved" must mean saved.
  const database = new Dexie(name, { ...factory, chromeTransactionDurability: 'strict', cache: 'disabled' });
  database.version(1).stores({ journal: 'changeId, recordId, open, hands, seq', drafts: 'draftId, updatedAt', meta: 'key' });
  const journal = database.table<unknown, string, unknown>('journal');
  const drafts = database.table<unknown, string, unknown>('drafts');
  const meta = database.table<MetaRow, string>('meta');

  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await database.transaction('rw', journal, drafts, meta, work);
    } catch (error) {
      throw new StoreTrouble(troubleOf(error), { cause: error });
    }
  };

  const readHead = async (): Promise<NotebookHead | null> => {
    const parsed = Head.safeParse((await meta.get('head'))?.value);
    return parsed.success ? parsed.data : null;
  };
  const writeHead = async (head: NotebookHead): Promise<void> => {
    await meta.put({ key: 'head', value: head });
  };
  /** Inside a transaction. A head that is lost or unreadable begins a new lineage above every number given. */
  const ensureHead = async (): Promise<NotebookHead> => {
    const head = await readHead();
    if (head) return head;
    const last = readJournalRow(await journal.orderBy('seq').last());
    const begun = { lineage: newToken(), seq: last?.seq ?? 0, epoch: null, clockOffsetMs: null, witness: null, frozen: false };
    await writeHead(begun);
    return begun;
  };

  const rowsOf = async (recordId: string): Promise<JournalRow[]> => {
    const rows = await journal.where('recordId').equals(recordId).toArray();
    return readable(rows).toSorted((one, other) => one.seq - other.seq);
  };
  /** Only the last change of a record can need hands: an answer to it is the next change. */
  const markHands = async (recordId: string): Promise<void> => {
    const rows = await rowsOf(recordId);
    const last = rows.at(-1);
    for (const row of rows) {
      const wanted = row === last && needsHands(entryOf(row));
      if (wanted === (row.hands === 1)) continue;
      const { hands: _hands, ...rest } = row;
      await journal.put(wanted ? { ...rest, hands: 1 } : rest);
    }
  };

  const settleRows = async (settlement: Settlement, standing: 'same' | 'newer'): Promise<void> => {
    const stored = standing === 'newer' ? await journal.toArray() : await journal.bulkGet([...settlement.verdicts.keys()]);
    const touched = new Set<string>();
    const moved: JournalRow[] = [];
    for (const row of readable(stored)) {
      const entry = entryOf(row);
      const reopened = standing === 'newer' ? reopenEntry(entry, settlement.safe) : entry;
      const verdict = settlement.verdicts.get(row.changeId);
      const settled = verdict ? settleEntry(reopened, verdict, settlement.epoch, settlement.at) : reopened;
      if (settled === entry) continue;
      moved.push(withEntry(row, settled));
      if (needsHands(settled)) touched.add(row.recordId);
    }
    await journal.bulkPut(moved);
    for (const recordId of touched) await markHands(recordId);
  };

  try {
    await database.open();
  } catch (error) {
    throw new StoreTrouble(troubleOf(error), { cause: error });
  }
  // Here, so that live reads, which may not write, always find it.
  await write(ensureHead);

  return {
    head: async () => (await readHead()) ?? write(ensureHead),

    take: (nowMs, budgetCharacters) =>
      write(async () => {
        const head = await ensureHead();
        const rows = head.frozen ? [] : readable(await journal.where('open').equals(1).toArray());
        const byId = new Map<string, JournalRow>(rows.map((row) => [row.changeId, row]));
        const choice = chooseForExchange(rows.map(entryOf), nowMs, budgetCharacters, limits.changesPerExchange);
        const offered = choice.chosen.flatMap((entry) => byId.get(entry.change.changeId) ?? []).filter((row) => row.offeredAtMs === null);
        await journal.bulkPut(offered.map((row) => ({ ...row, offeredAtMs: nowMs })));
        return { head, changes: choice.chosen.map(asOffered), moreDue: choice.moreDue, nextDueMs: choice.nextDueMs };
      }),

    settle: (settlement) =>
      write(async () => {
        const head = await ensureHead();
        const standing = epochStanding(head.epoch, settlement.epoch);
        if (head.lineage !== settlement.lineage || standing === 'older') return false;
        await settleRows(settlement, standing);
        await writeHead({ ...head, epoch: settlement.epoch, clockOffsetMs: settlement.clockOffsetMs, witness: witnessAfter(head, settlement) });
        return true;
      }),

    freeze: (frozen) =>
      write(async () => {
        await writeHead({ ...(await ensureHead()), frozen });
      }),

    renewLineage: (from, to) =>
      write(async () => {
        const head = await ensureHead();
        if (head.lineage === from) await writeHead({ ...head, lineage: to });
      }),

    identity: async () => {
      const parsed = Identity.safeParse((await meta.get('identity'))?.value);
      return parsed.success ? parsed.data : null;
    },

    activate: (identity) =>
      write(async () => {
        await meta.put({ key: 'identity', value: identity });
        await meta.delete('pending-activation');
        await writeHead({ ...(await ensureHead()), frozen: false });
      }),

    pendingActivation: async (code, make) => {
      const stored = async (): Promise<PendingActivation | null> => {
        const parsed = PendingActivation.safeParse((await meta.get('pending-activation'))?.value);
        return parsed.success && parsed.data.code === code ? parsed.data : null;
      };
      const before = await stored();
      if (before) return before;
      // Keys are made outside: a transaction of IndexedDB ends while WebCrypto is waited for.
      const made = { code, ...(await make()) };
      return write(async () => {
        const meanwhile = await stored();
        if (meanwhile) return meanwhile;
        await meta.put({ key: 'pending-activation', value: made });
        return made;
      });
    },

    saveDraft: (draft) =>
      write(async () => {
        await drafts.put(draft);
      }),

    deleteDraft: (draftId) =>
      write(async () => {
        await drafts.delete(draftId);
      }),

    draft: async (draftId) => readDraft(await drafts.get(draftId)),

    drafts: async () => (await drafts.orderBy('updatedAt').reverse().toArray()).flatMap((row) => readDraft(row) ?? []),

    submit: (submission) =>
      write(async () => {
        const before = readJournalRow(await journal.get(submission.changeId));
        if (before) return entryOf(before);
        const head = await ensureHead();
        const earlier = await rowsOf(submission.recordId);
        const stored = submission.draftId === null ? null : readDraft(await drafts.get(submission.draftId));
        const sentElsewhere = submission.draftId === null || stored ? undefined : earlier.findLast((row) => row.draft?.draftId === submission.draftId);
        if (sentElsewhere && JSON.stringify(sentElsewhere.change.body) === JSON.stringify(submission.body)) return entryOf(sentElsewhere);
        const row = newRow(submission, head, submission.draft ?? stored, sentElsewhere?.changeId);
        await journal.add(row);
        await writeHead({ ...head, seq: row.seq });
        if (submission.draftId !== null) await drafts.delete(submission.draftId);
        await markHands(submission.recordId);
        return entryOf(row);
      }),

    undo: (changeId) =>
      write(async () => {
        const row = readJournalRow(await journal.get(changeId));
        // A change that a later one stands on stays: its follower would name what nobody has.
        const isLast = row !== null && (await rowsOf(row.recordId)).at(-1)?.changeId === changeId;
        if (!row || !isLast || !mayUndo(entryOf(row))) return { undone: false, draft: null };
        await journal.delete(changeId);
        if (row.draft) await drafts.put(row.draft);
        await markHands(row.recordId);
        return { undone: true, draft: row.draft };
      }),

    entry: async (changeId) => {
      const row = readJournalRow(await journal.get(changeId));
      return row && entryOf(row);
    },

    entriesOf: async (recordId) => (await rowsOf(recordId)).map(entryOf),

    entries: async ({ limit, open }) => {
      if (open === true) {
        const rows = readable(await journal.where('open').equals(1).toArray());
        return rows
          .toSorted((one, other) => other.seq - one.seq)
          .slice(0, limit)
          .map(entryOf);
      }
      const latest = journal.orderBy('seq').reverse();
      const rows = await (open === false ? latest.filter((row) => readJournalRow(row)?.open !== 1) : latest).limit(limit).toArray();
      return readable(rows).map(entryOf);
    },

    counts: async () => {
      const rows = await journal.where('open').equals(1).toArray();
      const entries = readable(rows);
      const oldest = entries.reduce<JournalRow | null>((least, row) => (least === null || row.seq < least.seq ? row : least), null);
      return {
        open: entries.length,
        oldestOpenSavedAt: oldest?.change.savedAt ?? null,
        needsHands: await journal.where('hands').equals(1).count(),
        unreadable: rows.length - entries.length,
      };
    },

    unreadable: async () => {
      const [rows, written] = [await journal.toArray(), await drafts.toArray()];
      return [...rows.filter((row) => readJournalRow(row) === null), ...written.filter((row) => readDraft(row) === null)];
    },

    close: () => {
      database.close();
    },
  };
}

function newRow(submission: Submission, head: NotebookHead, draft: DraftEntry | null, followed: ChangeId | undefined): JournalRow {
  const { draftId: _draftId, draft: _draft, savedAtMs, ...fields } = submission;
  const seq = head.seq + 1;
  const base = followed === undefined ? fields.base : { changeId: followed };
  return {
    changeId: fields.changeId,
    recordId: fields.recordId,
    seq,
    open: 1,
    change: { ...fields, base, seq, savedAt: instantOf(savedAtMs), offset: head.clockOffsetMs },
    sendAfterMs: savedAtMs + undoWindowMs,
    offeredAtMs: null,
    putOffCount: 0,
    acknowledgement: null,
    receipt: null,
    draft,
  };
}

/** One row that cannot be read takes no other down. */
function readable(rows: readonly unknown[]): JournalRow[] {
  return rows.flatMap((row) => readJournalRow(row) ?? []);
}

/** What a later version added stays in the draft: the schema judges, it does not rewrite. */
function readDraft(stored: unknown): DraftEntry | null {
  return DraftEntry.safeParse(stored).success ? (stored as DraftEntry) : null;
}
