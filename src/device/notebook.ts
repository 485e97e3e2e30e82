/**
 * The notebook: the officer's own words in IndexedDB. Its schema never changes: no upgrade can lock an officer out of
 * what was written. Every write is one transaction with strict durability, so when a promise resolves, a power cut
 * loses nothing of it.
 */
import type { ChangeId, RecordId } from '../domain/id.ts';
import { decidesSame, ReviewSlip, reviewSlipKind } from '../domain/review-slip.ts';
import { instantOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import { chosenToCarry } from '../sync/carry.ts';
import { asOffered, mayUndo, reopenEntry, undoWindowMs } from '../sync/journal.ts';
import type { JournalEntry, NotebookHead } from '../sync/ports.ts';
import type { Change, OfferedChange } from '../sync/protocol.ts';
import { readDraft } from './draft-entry.ts';
import type { DraftEntry } from './draft-entry.ts';
import { PendingActivation } from './identity.ts';
import type { Identity } from './identity.ts';
import { entryOf, needsHands, readJournalRow, withEntry } from './journal-row.ts';
import type { JournalRow, KeptEntry } from './journal-row.ts';
import { liveRows } from './live.ts';
import { readProgrammeDraft } from './programme-draft-entry.ts';
import type { ProgrammeDraftEntry } from './programme-draft-entry.ts';
import { readReportDraft } from './report-draft-entry.ts';
import type { ReportDraftEntry } from './report-draft-entry.ts';
import { readReturnDraft } from './return-draft-entry.ts';
import type { ReturnDraftEntry } from './return-draft-entry.ts';
import { photosNamedBy } from './named-photos.ts';
import { ensureHead, journalOf, markHands, openNotebookStore, openRows, readMeta, readable, rowsOf, writeHead } from './notebook-journal.ts';
import type { Journal } from './notebook-journal.ts';
import type { StorePage } from './store.ts';

/** What "Lưu và gửi" hands over; the notebook adds sequence number, moment and clock offset. */
export type Submission = Pick<Change, 'changeId' | 'recordId' | 'scope' | 'kind' | 'base' | 'body'> & {
  /** The draft it was written in; it leaves the list of drafts in the same transaction. */
  readonly draftId: string | null;
  /** What a form would hold of it at this moment: given back when the change is taken back. Null for a cancellation, which has no form. */
  readonly draft: DraftEntry | null;
  /** In its place where a report or a programme is sent. */
  readonly reportDraft?: ReportDraftEntry | ProgrammeDraftEntry;
  /** In its place where a reviewer returns a record. */
  readonly returnDraft?: ReturnDraftEntry;
  readonly savedAtMs: number;
};

/** Before the phone is left for good. */
export interface BeforeLeaving {
  /** Changes and pictures that are neither at the province nor in a file: they stand in the way. */
  readonly waitingCount: number;
  /** Those that are in a file only. */
  readonly exportedCount: number;
  /** Drafts on this phone, whoever wrote them. */
  readonly draftCount: number;
}

export interface NotebookCounts {
  /** Saved and not yet settled by the server. */
  readonly open: number;
  readonly oldestOpenSavedAt: Instant | null;
  /** Records whose last change was refused, is in conflict, or is not this phone's to write. */
  readonly needsHands: number;
  /** Open changes that can no longer be read. They are kept as they are. */
  readonly unreadable: number;
}

export interface Notebook extends Journal {
  /** Keeps who this phone belongs to now, wakes a frozen queue, forgets the pending activation. The journal stays. */
  activate(identity: Identity): Promise<void>;
  /** The activation under way for this code; made on first use, the same one afterwards. */
  pendingActivation(code: string, make: () => Promise<Omit<PendingActivation, 'code'>>): Promise<PendingActivation>;

  saveDraft(draft: DraftEntry): Promise<void>;
  saveReportDraft(draft: ReportDraftEntry): Promise<void>;
  /** Latest first. */
  reportDrafts(): Promise<readonly ReportDraftEntry[]>;
  saveProgrammeDraft(draft: ProgrammeDraftEntry): Promise<void>;
  /** Latest first. */
  programmeDrafts(): Promise<readonly ProgrammeDraftEntry[]>;
  saveReturnDraft(draft: ReturnDraftEntry): Promise<void>;
  returnDraft(draftId: string): Promise<ReturnDraftEntry | null>;
  deleteDraft(draftId: string): Promise<void>;
  draft(draftId: string): Promise<DraftEntry | null>;
  /** Latest first. */
  drafts(): Promise<readonly DraftEntry[]>;

  /**
   * One transaction: the change is in the journal and the draft is gone, or everything is as before. Saving the same
   * changeId again is one change. A draft that another tab has sent already becomes an edit of what was sent there,
   * or nothing at all when the words are the same. A decision on words that another tab has decided on, and that waits to be
   * sent, saves nothing: the entry of the first comes back, and a return of other words keeps them on the shelf.
   */
  submit(submission: Submission): Promise<JournalEntry>;
  /**
   * Takes a saved change back and gives its draft back, while no exchange has been handed it and nothing stands on it:
   * neither a later change nor a draft that names it.
   */
  undo(changeId: ChangeId): Promise<{ readonly undone: boolean; readonly draft: DraftEntry | null }>;

  /**
   * Gives the newest edits of a record up where they were refused, back to the last that was not: their words stay in the
   * journal, and nothing offers them again, neither a new epoch nor a file. Only for a record that the province holds.
   * A new change that follows one of them takes them up again. @param at null takes them up again at once.
   */
  giveUp(recordId: RecordId, at: Instant | null): Promise<void>;

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
  watchEntries(onEntries: (entries: ReadonlyMap<string, KeptEntry | null>) => void, onError: (error: unknown) => void): () => void;
  /**
   * What a file carries, in the order of saving: what is still to be sent, or all that is not proven safe. From here on
   * none of it can be taken back. `photos`: hashes of the pictures that changes name, whatever became of them.
   */
  carry(nowMs: number, what: 'open' | 'unsafe'): Promise<{ readonly head: NotebookHead; readonly changes: readonly OfferedChange[]; readonly photos: readonly string[]; readonly exported: ReadonlySet<string> }>;
  /** The file has left the page. What was answered meanwhile stays answered. */
  markExported(changeIds: readonly ChangeId[], photos: readonly string[], atMs: number): Promise<void>;
  /**
   * Empties the notebook for good, because a person said so: only when every change was acknowledged or handed on in a
   * file, and every picture of them was delivered or handed on.
   * @param undelivered hashes of pictures that are not known to be at the province.
   * @returns how many stand in the way; 0 when it is empty now.
   */
  leave(undelivered: ReadonlySet<string>): Promise<number>;
  /** What leaving would meet and destroy. @param undelivered hashes of pictures that are not at the province. */
  beforeLeaving(undelivered: ReadonlySet<string>): Promise<BeforeLeaving>;
  /** Rows of journal and drafts that cannot be read, as they stand, for a file to hand on. */
  unreadable(): Promise<readonly unknown[]>;
  /** Hashes of every picture that a draft or a change names, whatever became of it. */
  namedPhotos(): Promise<ReadonlySet<string>>;
  close(): void;
}

export interface DatabaseOptions {
  readonly name?: string;
}

/** @throws StoreTrouble when the browser keeps nothing for us, or another tab blocks the database. */
export async function openNotebook({ name = 'so-tay-notebook' }: DatabaseOptions = {}): Promise<Notebook> {
  const store = await openNotebookStore(name);

  return {
    ...journalOf(store),

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

    saveReportDraft: (draft) =>
      store.write((page) => {
        page.put('drafts', draft);
        return Promise.resolve();
      }),

    reportDrafts: () =>
      store.read(async (page) => (await page.all('drafts', { index: 'updatedAt' })).toReversed().flatMap((row) => readReportDraft(row) ?? [])),

    saveReturnDraft: (draft) =>
      store.write((page) => {
        page.put('drafts', draft);
        return Promise.resolve();
      }),

    saveProgrammeDraft: (draft) =>
      store.write((page) => {
        page.put('drafts', draft);
        return Promise.resolve();
      }),

    programmeDrafts: () =>
      store.read(async (page) => (await page.all('drafts', { index: 'updatedAt' })).toReversed().flatMap((row) => readProgrammeDraft(row) ?? [])),

    returnDraft: (draftId) => store.read(async (page) => readReturnDraft(await page.get('drafts', draftId))),

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
        const first = await firstDecision(page, submission);
        if (first) {
          const isSame = JSON.stringify(first.change.body) === JSON.stringify(submission.body);
          if (submission.returnDraft && !isSame) page.put('drafts', submission.returnDraft);
          // Other words may lie there meanwhile, of a tab that was told: those stay.
          else if (submission.returnDraft && !(await holdsOther(page, submission.returnDraft))) page.delete('drafts', submission.returnDraft.draftId);
          return entryOf(first);
        }
        const head = await ensureHead(page);
        const earlier = await rowsOf(page, submission.recordId);
        const stored = submission.draftId === null ? null : readAnyDraft(await page.get('drafts', submission.draftId));
        const sentElsewhere = submission.draftId === null || stored ? undefined : earlier.findLast((row) => draftBehind(row)?.draftId === submission.draftId);
        if (sentElsewhere && JSON.stringify(sentElsewhere.change.body) === JSON.stringify(submission.body)) return entryOf(sentElsewhere);
        const row = newRow(submission, head, sentElsewhere?.changeId);
        page.put('journal', row);
        const followedId = row.change.base && 'changeId' in row.change.base ? row.change.base.changeId : null;
        // It would wait for ever for the one it follows where no life of the server is offered that.
        takeUp(page, followedAmong(earlier, followedId ?? null), head);
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
        // Another tab's return of the same words was put back meanwhile: this one's would be laid over it.
        const typed = readReturnDraft(row.returnDraft);
        if (typed && (await holdsOther(page, typed))) return { undone: false, draft: null };
        page.delete('journal', changeId);
        const draft = row.draft ?? row.reportDraft ?? row.returnDraft;
        if (draft) page.put('drafts', draft);
        await markHands(page, row.recordId);
        return { undone: true, draft: readDraft(row.draft) };
      }),

    giveUp: (recordId, at) =>
      store.write(async (page) => {
        const rows = await rowsOf(page, recordId);
        if (at === null) takeUp(page, rows.slice(rows.findLastIndex((row) => row.givenUpAt === undefined) + 1), await ensureHead(page));
        else for (const row of refusedLast(rows)) page.put('journal', { ...row, givenUpAt: at });
        await markHands(page, recordId);
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

    carry: (nowMs, what) =>
      store.write(async (page) => {
        const head = await ensureHead(page);
        const stored = await page.all('journal');
        const rows = readable(stored).filter(({ givenUpAt }) => givenUpAt === undefined);
        const chosen = chosenToCarry(rows.map(entryOf), head, what);
        const ids = new Set<string>(chosen.map(({ change }) => change.changeId));
        for (const row of rows) if (ids.has(row.changeId) && row.open === 1 && row.offeredAtMs === null) page.put('journal', { ...row, offeredAtMs: nowMs });
        return { head, changes: chosen.map(asOffered), photos: [...new Set(stored.flatMap((row) => photosNamedBy(row)))], exported: await exportedPhotos(page) };
      }),

    markExported: (changeIds, photos, atMs) =>
      store.write(async (page) => {
        const rows = readable(await Promise.all(changeIds.map((changeId) => page.get('journal', changeId))));
        for (const row of rows) if (row.open === 1) page.put('journal', { ...row, exportedAtMs: atMs });
        page.put('meta', { key: 'exported-photos', value: [...new Set([...(await exportedPhotos(page)), ...photos])] });
      }),

    leave: (undelivered) =>
      store.write(async (page) => {
        const { waitingCount } = await countLost(page, undelivered);
        if (waitingCount === 0) for (const shelf of ['journal', 'drafts', 'meta']) page.clear(shelf);
        return waitingCount;
      }),

    beforeLeaving: (undelivered) => store.read((page) => countLost(page, undelivered)),

    unreadable: () =>
      store.read(async (page) => {
        const [rows, written] = [await page.all('journal'), await page.all('drafts')];
        return [...rows.filter((row) => readJournalRow(row) === null), ...written.filter((row) => readAnyDraft(row) === null && readReturnDraft(row) === null)];
      }),

    namedPhotos: () =>
      store.read(async (page) => new Set([...(await page.all('drafts')), ...(await page.all('journal'))].flatMap((row) => photosNamedBy(row)))),

    close: () => {
      store.close();
    },
  };
}

async function readPending(page: StorePage, code: string): Promise<PendingActivation | null> {
  const parsed = PendingActivation.safeParse(await readMeta(page, 'pending-activation'));
  return parsed.success && parsed.data.code === code ? parsed.data : null;
}

/** What this phone may hold the only copy of. A settled row that cannot be read is the province's as well. */
async function countLost(page: StorePage, undelivered: ReadonlySet<string>): Promise<BeforeLeaving> {
  const [stored, exported] = [await page.all('journal'), await exportedPhotos(page)];
  const photos = [...new Set(stored.flatMap((row) => photosNamedBy(row)))].filter((hash) => undelivered.has(hash));
  const open = await openRows(page);
  const carried = open.filter((row) => readJournalRow(row)?.exportedAtMs !== undefined).length;
  const carriedPhotos = photos.filter((hash) => exported.has(hash)).length;
  return {
    waitingCount: open.length - carried + photos.length - carriedPhotos,
    exportedCount: carried + carriedPhotos,
    // Of every officer, of every kind, readable or not.
    draftCount: await page.count('drafts'),
  };
}

async function exportedPhotos(page: StorePage): Promise<ReadonlySet<string>> {
  const stored = await readMeta(page, 'exported-photos');
  return new Set(Array.isArray(stored) ? stored.filter((hash) => typeof hash === 'string') : []);
}

/** Whether a later change of the record, or a draft of an edit, is made from this one. */
async function hasFollower(page: StorePage, { changeId, recordId }: JournalRow): Promise<boolean> {
  if ((await rowsOf(page, recordId)).at(-1)?.changeId !== changeId) return true;
  const bases = (await page.all('drafts')).map((row) => readAnyDraft(row)?.base ?? null);
  return bases.some((base) => base?.changeId === changeId);
}

/**
 * A slip is a record of its own, so two tabs would make two of one decision. Looked for among what is to be sent: of what was
 * answered a tab has heard, and from one that has not the province tells it.
 */
async function firstDecision(page: StorePage, { kind, body }: Submission): Promise<JournalRow | null> {
  const slip = kind === reviewSlipKind ? ReviewSlip.safeParse(body).data : undefined;
  if (!slip) return null;
  return readable(await openRows(page)).find(({ change }) => {
    const before = change.kind === reviewSlipKind ? ReviewSlip.safeParse(change.body).data : undefined;
    return before !== undefined && decidesSame(before, slip);
  }) ?? null;
}

/** The changes at the end that were stored and not taken: nothing that was taken follows one of them. */
function refusedLast(rows: readonly JournalRow[]): readonly JournalRow[] {
  return rows.slice(rows.findLastIndex((row) => !needsHands(entryOf(row))) + 1);
}

/** The changes that were given up and that one which names `changeId` stands on; what was given up beside them stays so. */
function followedAmong(rows: readonly JournalRow[], changeId: string | null): readonly JournalRow[] {
  const row = rows.find((each) => each.changeId === changeId && each.givenUpAt !== undefined);
  if (!row) return [];
  const { base } = row.change;
  return [...followedAmong(rows, base && 'changeId' in base && !('edition' in base) ? base.changeId : null), row];
}

/** A new life of the server that began meanwhile was not told of them: it is offered them like all others. */
function takeUp(page: StorePage, rows: readonly JournalRow[], head: NotebookHead): void {
  for (const row of rows) {
    const { givenUpAt: _givenUpAt, ...kept } = row;
    const isOfThisLife = kept.acknowledgement?.epochId === head.epoch?.id;
    page.put('journal', isOfThisLife ? kept : withEntry(kept, reopenEntry(entryOf(kept), {})));
  }
}

/** Whether other words of a return lie where these would. */
async function holdsOther(page: StorePage, draft: ReturnDraftEntry): Promise<boolean> {
  const stored = readReturnDraft(await page.get('drafts', draft.draftId));
  return stored !== null && JSON.stringify(stored.written) !== JSON.stringify(draft.written);
}

function readAnyDraft(stored: unknown): DraftEntry | ReportDraftEntry | ProgrammeDraftEntry | null {
  return readDraft(stored) ?? readReportDraft(stored) ?? readProgrammeDraft(stored);
}

function draftBehind(row: JournalRow): DraftEntry | ReportDraftEntry | ProgrammeDraftEntry | null {
  return row.draft ?? readAnyDraft(row.reportDraft);
}

function newRow(submission: Submission, head: NotebookHead, followed: ChangeId | undefined): JournalRow {
  const { draftId: _draftId, draft, reportDraft, returnDraft, savedAtMs, ...fields } = submission;
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
    ...(reportDraft === undefined ? {} : { reportDraft }),
    ...(returnDraft === undefined ? {} : { returnDraft }),
  };
}

function watched(stored: readonly unknown[]): Map<string, KeptEntry | null> {
  const entries = new Map<string, KeptEntry | null>();
  for (const each of stored) {
    if (each === undefined) continue;
    const row = readJournalRow(each);
    const { changeId, open } = each as { readonly changeId: string; readonly open?: unknown };
    if (row) entries.set(changeId, entryOf(row));
    else if (open === 1) entries.set(changeId, null);
  }
  return entries;
}
