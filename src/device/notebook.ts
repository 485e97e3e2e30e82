/**
 * The notebook: the officer's own words in IndexedDB. Its schema never changes: no upgrade can lock an officer out of
 * what was written. Every write is one transaction with strict durability, so when a promise resolves, a power cut
 * loses nothing of it.
 */
import * as z from 'zod/mini';
import type { ChangeId, RecordId } from '../domain/id.ts';
import { instantOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import { anchorAfter, asOffered, chooseForExchange, epochStanding, mayUndo, provenSafe, reopenEntry, settleEntry, undoWindowMs, witnessAfter } from '../sync/journal.ts';
import type { JournalEntry, NotebookHead, NotebookPort, Settlement } from '../sync/ports.ts';
import { Anchor, Cursor, Epoch, limits } from '../sync/protocol.ts';
import type { Change } from '../sync/protocol.ts';
import { readDraft } from './draft-entry.ts';
import type { DraftEntry } from './draft-entry.ts';
import { Identity, PendingActivation } from './identity.ts';
import { entryOf, needsHands, readJournalRow, withEntry } from './journal-row.ts';
import type { JournalRow } from './journal-row.ts';
import { newToken } from './keys.ts';
import { liveRows } from './live.ts';
import { photosNamedBy } from './named-photos.ts';
import { openStore } from './store.ts';
import type { StorePage } from './store.ts';

/** What "Lưu và gửi" hands over; the notebook adds sequence number, moment and clock offset. */
export type Submission = Pick<Change, 'changeId' | 'recordId' | 'scope' | 'kind' | 'base' | 'body'> & {
  /** The draft it was written in; it leaves the list of drafts in the same transaction. */
  readonly draftId: string | null;
  /** What a form would hold of it at this moment: given back when the change is taken back. Null for a cancellation, which has no form. */
  readonly draft: DraftEntry | null;
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
  /**
   * Takes a saved change back and gives its draft back, while no exchange has been handed it and nothing stands on it:
   * neither a later change nor a draft that names it.
   */
  undo(changeId: ChangeId): Promise<{ readonly undone: boolean; readonly draft: DraftEntry | null }>;

  entry(changeId: ChangeId): Promise<JournalEntry | null>;
  /** In the order of saving. */
  entriesOf(recordId: RecordId): Promise<readonly JournalEntry[]>;
  /** Latest first. @param query.open only what is still to be sent (true), or only what is settled (false). */
  entries(query: { readonly limit: number; readonly open?: boolean }): Promise<readonly JournalEntry[]>;
  counts(): Promise<NotebookCounts>;
  /**
   * Every change of the journal by its id, now and after each commit; an untouched one stays the very same value. Null
   * stands for one that is still to be sent and cannot be read; settled ones that cannot be read are left out.
   * @returns stops it.
   */
  watchEntries(onEntries: (entries: ReadonlyMap<string, JournalEntry | null>) => void, onError: (error: unknown) => void): () => void;
  /** Rows of journal and drafts that cannot be read, as they stand, for a file to hand on. */
  unreadable(): Promise<readonly unknown[]>;
  /** Hashes of every picture that a draft or a change names, whatever became of it. */
  namedPhotos(): Promise<ReadonlySet<string>>;
  close(): void;
}

export interface DatabaseOptions {
  readonly name?: string;
}

/** For ever. A field that is absent is left out of its index, so a flag is 1 or not there. */
const shelves = {
  journal: { key: 'changeId', indexes: { recordId: 'recordId', open: 'open', hands: 'hands', seq: 'seq' } },
  drafts: { key: 'draftId', indexes: { updatedAt: 'updatedAt' } },
  meta: { key: 'key', indexes: {} },
} as const;

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
  anchor: z._default(z.nullable(Anchor), null),
  frozen: z.boolean(),
});

/** @throws StoreTrouble when the browser keeps nothing for us, or another tab blocks the database. */
export async function openNotebook({ name = 'so-tay-notebook' }: DatabaseOptions = {}): Promise<Notebook> {
  const store = await openStore({ name, shelves });
  // Here, so that reads, which may not write, always find it. Nearly always it is there: a write would wait for the disk.
  if (!(await store.read(readHead))) await store.write(ensureHead);

  return {
    head: async () => (await store.read(readHead)) ?? store.write(ensureHead),

    take: (nowMs, budgetCharacters) =>
      store.write(async (page) => {
        const head = await ensureHead(page);
        const rows = head.frozen ? [] : readable(await openRows(page));
        const byId = new Map<string, JournalRow>(rows.map((row) => [row.changeId, row]));
        const choice = chooseForExchange(rows.map(entryOf), nowMs, budgetCharacters, limits.changesPerExchange);
        for (const { change } of choice.chosen) {
          const row = byId.get(change.changeId);
          if (row?.offeredAtMs === null) page.put('journal', { ...row, offeredAtMs: nowMs });
        }
        return { head, changes: choice.chosen.map(asOffered), moreDue: choice.moreDue, nextDueMs: choice.nextDueMs };
      }),

    settle: (settlement) =>
      store.write(async (page) => {
        const head = await ensureHead(page);
        const standing = epochStanding(head.epoch, settlement.epoch);
        if (head.lineage !== settlement.lineage || standing === 'older') return false;
        await settleRows(page, settlement, standing, provenSafe(head, settlement));
        writeHead(page, {
          ...head, epoch: settlement.epoch, clockOffsetMs: settlement.clockOffsetMs, witness: witnessAfter(head, settlement), anchor: anchorAfter(head, settlement),
        });
        return true;
      }),

    freeze: (frozen) =>
      store.write(async (page) => {
        writeHead(page, { ...(await ensureHead(page)), frozen });
      }),

    renewLineage: (from, to) =>
      store.write(async (page) => {
        const head = await ensureHead(page);
        if (head.lineage === from) writeHead(page, { ...head, lineage: to });
      }),

    identity: () =>
      store.read(async (page) => {
        const parsed = Identity.safeParse(await readMeta(page, 'identity'));
        return parsed.success ? parsed.data : null;
      }),

    activate: (identity) =>
      store.write(async (page) => {
        page.put('meta', { key: 'identity', value: identity });
        page.delete('meta', 'pending-activation');
        writeHead(page, { ...(await ensureHead(page)), frozen: false });
      }),

    pendingActivation: async (code, make) => {
      const before = await store.read((page) => readPending(page, code));
      if (before) return before;
      // Keys are made outside: a transaction of IndexedDB ends while WebCrypto is waited for.
      const made = { code, ...(await make()) };
      return store.write(async (page) => {
        const meanwhile = await readPending(page, code);
        if (meanwhile) return meanwhile;
        page.put('meta', { key: 'pending-activation', value: made });
        return made;
      });
    },

    saveDraft: (draft) =>
      store.write((page) => {
        page.put('drafts', draft);
        return Promise.resolve();
      }),

    deleteDraft: (draftId) =>
      store.write((page) => {
        page.delete('drafts', draftId);
        return Promise.resolve();
      }),

    draft: (draftId) => store.read(async (page) => readDraft(await page.get('drafts', draftId))),

    drafts: () =>
      store.read(async (page) => (await page.all('drafts', { index: 'updatedAt' })).toReversed().flatMap((row) => readDraft(row) ?? [])),

    submit: (submission) =>
      store.write(async (page) => {
        const before = readJournalRow(await page.get('journal', submission.changeId));
        if (before) return entryOf(before);
        const head = await ensureHead(page);
        const earlier = await rowsOf(page, submission.recordId);
        const stored = submission.draftId === null ? null : readDraft(await page.get('drafts', submission.draftId));
        const sentElsewhere = submission.draftId === null || stored ? undefined : earlier.findLast((row) => row.draft?.draftId === submission.draftId);
        if (sentElsewhere && JSON.stringify(sentElsewhere.change.body) === JSON.stringify(submission.body)) return entryOf(sentElsewhere);
        const row = newRow(submission, head, sentElsewhere?.changeId);
        page.put('journal', row);
        writeHead(page, { ...head, seq: row.seq });
        if (submission.draftId !== null) page.delete('drafts', submission.draftId);
        await markHands(page, submission.recordId);
        return entryOf(row);
      }),

    undo: (changeId) =>
      store.write(async (page) => {
        const row = readJournalRow(await page.get('journal', changeId));
        // A change that a later one stands on stays: its follower would name what nobody has, and wait for ever.
        const isFollowed = row !== null && (await hasFollower(page, row));
        if (!row || isFollowed || !mayUndo(entryOf(row))) return { undone: false, draft: null };
        page.delete('journal', changeId);
        if (row.draft) page.put('drafts', row.draft);
        await markHands(page, row.recordId);
        return { undone: true, draft: readDraft(row.draft) };
      }),

    entry: (changeId) =>
      store.read(async (page) => {
        const row = readJournalRow(await page.get('journal', changeId));
        return row && entryOf(row);
      }),

    entriesOf: (recordId) => store.read(async (page) => (await rowsOf(page, recordId)).map(entryOf)),

    entries: ({ limit, open }) =>
      store.read(async (page) => {
        if (open !== true) {
          const rows = await page.latest('journal', 'seq', limit, (row) => open === undefined || readJournalRow(row)?.open !== 1);
          return readable(rows).map(entryOf);
        }
        const rows = readable(await openRows(page)).toSorted((one, other) => other.seq - one.seq);
        return rows.slice(0, limit).map(entryOf);
      }),

    counts: () =>
      store.read(async (page) => {
        const rows = await openRows(page);
        const entries = readable(rows);
        const oldest = entries.reduce<JournalRow | null>((least, row) => (least === null || row.seq < least.seq ? row : least), null);
        return {
          open: entries.length,
          oldestOpenSavedAt: oldest?.change.savedAt ?? null,
          needsHands: await page.count('journal', 'hands'),
          unreadable: rows.length - entries.length,
        };
      }),

    watchEntries: (onEntries, onError) =>
      liveRows({
        shelf: `${name}/journal`,
        all: () => store.read(async (page) => watched(await page.all('journal'))),
        some: (keys) => store.read(async (page) => watched(await Promise.all(keys.map((key) => page.get('journal', key))))),
      }, onEntries, onError),

    unreadable: () =>
      store.read(async (page) => {
        const [rows, written] = [await page.all('journal'), await page.all('drafts')];
        return [...rows.filter((row) => readJournalRow(row) === null), ...written.filter((row) => readDraft(row) === null)];
      }),

    namedPhotos: () =>
      store.read(async (page) => new Set([...(await page.all('drafts')), ...(await page.all('journal'))].flatMap((row) => photosNamedBy(row)))),

    close: () => {
      store.close();
    },
  };
}

async function readMeta(page: StorePage, key: string): Promise<unknown> {
  return ((await page.get('meta', key)) as MetaRow | undefined)?.value;
}

async function readHead(page: StorePage): Promise<NotebookHead | null> {
  const parsed = Head.safeParse(await readMeta(page, 'head'));
  return parsed.success ? parsed.data : null;
}

function writeHead(page: StorePage, head: NotebookHead): void {
  page.put('meta', { key: 'head', value: head } satisfies MetaRow);
}

/** A head that is lost or unreadable begins a new lineage above every number given. */
async function ensureHead(page: StorePage): Promise<NotebookHead> {
  const head = await readHead(page);
  if (head) return head;
  const [last] = await page.latest('journal', 'seq', 1);
  const begun = { lineage: newToken(), seq: readJournalRow(last)?.seq ?? 0, epoch: null, clockOffsetMs: null, witness: null, anchor: null, frozen: false };
  writeHead(page, begun);
  return begun;
}

async function readPending(page: StorePage, code: string): Promise<PendingActivation | null> {
  const parsed = PendingActivation.safeParse(await readMeta(page, 'pending-activation'));
  return parsed.success && parsed.data.code === code ? parsed.data : null;
}

function openRows(page: StorePage): Promise<unknown[]> {
  return page.all('journal', { index: 'open', range: IDBKeyRange.only(1) });
}

/** In the order of saving. */
async function rowsOf(page: StorePage, recordId: string): Promise<JournalRow[]> {
  const rows = await page.all('journal', { index: 'recordId', range: IDBKeyRange.only(recordId) });
  return readable(rows).toSorted((one, other) => one.seq - other.seq);
}

/** Whether a later change of the record, or a draft of an edit, is made from this one. */
async function hasFollower(page: StorePage, { changeId, recordId }: JournalRow): Promise<boolean> {
  if ((await rowsOf(page, recordId)).at(-1)?.changeId !== changeId) return true;
  const bases = (await page.all('drafts')).map((row) => readDraft(row)?.base ?? null);
  return bases.some((base) => base?.changeId === changeId);
}

/** Only the last change of a record can need hands: an answer to it is the next change. */
async function markHands(page: StorePage, recordId: string): Promise<void> {
  const rows = await rowsOf(page, recordId);
  const last = rows.at(-1);
  for (const row of rows) {
    const wanted = row === last && needsHands(entryOf(row));
    if (wanted === (row.hands === 1)) continue;
    const { hands: _hands, ...rest } = row;
    page.put('journal', wanted ? { ...rest, hands: 1 } : rest);
  }
}

async function settleRows(page: StorePage, settlement: Settlement, standing: 'same' | 'newer', safe: Settlement['safe']): Promise<void> {
  const { verdicts } = settlement;
  const stored = standing === 'newer' ? await page.all('journal') : await Promise.all([...verdicts.keys()].map((changeId) => page.get('journal', changeId)));
  const refused = new Set<string>();
  for (const row of readable(stored)) {
    const entry = entryOf(row);
    const reopened = standing === 'newer' ? reopenEntry(entry, safe) : entry;
    const verdict = verdicts.get(row.changeId);
    const settled = verdict ? settleEntry(reopened, verdict, settlement.epoch, settlement.at) : reopened;
    if (settled === entry) continue;
    page.put('journal', withEntry(row, settled));
    if (needsHands(settled)) refused.add(row.recordId);
  }
  for (const recordId of refused) await markHands(page, recordId);
}

function newRow(submission: Submission, head: NotebookHead, followed: ChangeId | undefined): JournalRow {
  const { draftId: _draftId, draft, savedAtMs, ...fields } = submission;
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

function watched(stored: readonly unknown[]): Map<string, JournalEntry | null> {
  const entries = new Map<string, JournalEntry | null>();
  for (const each of stored) {
    if (each === undefined) continue;
    const row = readJournalRow(each);
    const { changeId, open } = each as { readonly changeId: string; readonly open?: unknown };
    if (row) entries.set(changeId, entryOf(row));
    else if (open === 1) entries.set(changeId, null);
  }
  return entries;
}
