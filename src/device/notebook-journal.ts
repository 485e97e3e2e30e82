/**
 * The journal as an exchange uses it: the half of the notebook that the service worker needs, apart from what only a form
 * does, because the worker's weight is fetched again with every release. One implementation for both.
 */
import * as z from 'zod/mini';
import { anchorAfter, asOffered, chooseForExchange, epochStanding, provenSafe, reopenEntry, settleEntry, witnessAfter } from '../sync/journal.ts';
import type { JournalEntry, NotebookHead, NotebookPort, Settlement } from '../sync/ports.ts';
import { Anchor, Cursor, Epoch, limits } from '../sync/protocol.ts';
import { Identity } from './identity.ts';
import { entryOf, needsHands, readJournalRow, withEntry } from './journal-row.ts';
import type { JournalRow } from './journal-row.ts';
import { newToken } from './keys.ts';
import { openStore } from './store.ts';
import type { Store, StorePage } from './store.ts';

/** What sends, and no more. */
export interface Journal extends NotebookPort {
  identity(): Promise<Identity | null>;
  /** Everything that is still to be sent and can be read, in no order. */
  openEntries(): Promise<readonly JournalEntry[]>;
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
export async function openNotebookStore(name = 'so-tay-notebook'): Promise<Store> {
  const store = await openStore({ name, shelves });
  // Here, so that reads, which may not write, always find it. Nearly always it is there: a write would wait for the disk.
  if (!(await store.read(readHead))) await store.write(ensureHead);
  return store;
}

export function journalOf(store: Store): Journal {
  return {
    head: async () => (await store.read(readHead)) ?? store.write(ensureHead),

    take: (nowMs, budgetCharacters) =>
      store.write(async (page) => {
        const head = await ensureHead(page);
        // A tab of an earlier version may have reopened what was given up.
        const rows = head.frozen ? [] : readable(await openRows(page)).filter(({ givenUpAt }) => givenUpAt === undefined);
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
          ...head, epoch: settlement.epoch, clockOffsetMs: settlement.clockOffsetMs ?? head.clockOffsetMs, witness: witnessAfter(head, settlement), anchor: anchorAfter(head, settlement),
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

    openEntries: () => store.read(async (page) => readable(await openRows(page)).map(entryOf)),
  };
}

export async function readMeta(page: StorePage, key: string): Promise<unknown> {
  return ((await page.get('meta', key)) as MetaRow | undefined)?.value;
}

async function readHead(page: StorePage): Promise<NotebookHead | null> {
  const parsed = Head.safeParse(await readMeta(page, 'head'));
  return parsed.success ? parsed.data : null;
}

export function writeHead(page: StorePage, head: NotebookHead): void {
  page.put('meta', { key: 'head', value: head } satisfies MetaRow);
}

/** A head that is lost or unreadable begins a new lineage above every number given. */
export async function ensureHead(page: StorePage): Promise<NotebookHead> {
  const head = await readHead(page);
  if (head) return head;
  const [last] = await page.latest('journal', 'seq', 1);
  const begun = { lineage: newToken(), seq: readJournalRow(last)?.seq ?? 0, epoch: null, clockOffsetMs: null, witness: null, anchor: null, frozen: false };
  writeHead(page, begun);
  return begun;
}

export function openRows(page: StorePage): Promise<unknown[]> {
  return page.all('journal', { index: 'open', range: IDBKeyRange.only(1) });
}

/** In the order of saving. */
export async function rowsOf(page: StorePage, recordId: string): Promise<JournalRow[]> {
  const rows = await page.all('journal', { index: 'recordId', range: IDBKeyRange.only(recordId) });
  return readable(rows).toSorted((one, other) => one.seq - other.seq);
}

/** Only the last change of a record can need hands: an answer to it is the next change. */
export async function markHands(page: StorePage, recordId: string): Promise<void> {
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
    // What was given up is offered to no life of the server (SPEC.md N5).
    const reopened = standing === 'newer' && entry.givenUpAt === undefined ? reopenEntry(entry, safe) : entry;
    const verdict = verdicts.get(row.changeId);
    const settled = verdict ? settleEntry(reopened, verdict, settlement.epoch, settlement.at) : reopened;
    if (settled === entry) continue;
    page.put('journal', withEntry(row, settled));
    if (needsHands(settled)) refused.add(row.recordId);
  }
  for (const recordId of refused) await markHands(page, recordId);
}

/** One row that cannot be read takes no other down. */
export function readable(rows: readonly unknown[]): JournalRow[] {
  return rows.flatMap((row) => readJournalRow(row) ?? []);
}
