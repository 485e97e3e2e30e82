/**
 * The mirror: what the server said, in IndexedDB. It holds nothing that cannot be pulled again, so a mirror that
 * cannot be opened is thrown away and made anew; the notebook beside it is never touched.
 */
import * as z from 'zod/mini';
import type { OfficerId, RecordId, UnitId } from '../domain/id.ts';
import { Officer } from '../domain/officer.ts';
import type { PhotoHash } from '../domain/photo.ts';
import { Publication as PublicationSchema } from '../domain/publication.ts';
import type { Publication } from '../domain/publication.ts';
import { Instant } from '../domain/time.ts';
import { Unit } from '../domain/unit.ts';
import { cursorsAfter, earlierKind, earlierOf, foldRow, itemAddress, MirrorRecord, pageFits } from '../sync/mirror.ts';
import type { MirrorItem } from '../sync/mirror.ts';
import type { MirrorHead, MirrorPage, MirrorPort } from '../sync/ports.ts';
import { Cursor, Epoch, PhotoRow } from '../sync/protocol.ts';
import type { Scope } from '../sync/protocol.ts';
import { keyText, liveRows } from './live.ts';
import type { DatabaseOptions } from './notebook.ts';
import { deleteStore, openStore } from './store.ts';
import type { Store, StorePage } from './store.ts';
import { longestLog, readLog } from './sync-log.ts';
import type { SyncLogLine } from './sync-log.ts';
import { troubleOf } from './trouble.ts';

/** What the sync runner remembers from one opening of the app to the next. */
export const Contact = z.object({
  /** The phone's clock at the last proven reply. */
  lastContactAt: z.nullable(Instant),
  budgetBytes: z.nullable(z.int()),
});
export type Contact = z.infer<typeof Contact>;

export interface Mirror extends MirrorPort {
  /** `setting`, `task/4`, `form/hoi-nghi` … as last published; null when it was never pulled. */
  publication(id: string): Promise<Publication | null>;
  /** Everything published whose id begins so (`task/`), in the order of ids. */
  publications(prefix: string): Promise<readonly Publication[]>;
  /** What later versions took the place of: the last one before, of forms and indicators each. In the order of ids. */
  earlierVersions(): Promise<readonly Publication[]>;
  record(recordId: RecordId): Promise<MirrorRecord | null>;
  records(scope: Scope): Promise<readonly MirrorRecord[]>;
  /** The same by record, now and after each commit; an untouched one stays the very same value. @returns stops it. */
  watchRecords(scope: Scope, onRecords: (records: ReadonlyMap<string, MirrorRecord>) => void, onError: (error: unknown) => void): () => void;
  /** The same of every other scope: the records of the units below, none on a phone of a grassroots union. */
  watchRecordsBelow(own: Scope, onRecords: (records: ReadonlyMap<string, RecordBelow>) => void, onError: (error: unknown) => void): () => void;
  unit(unitId: UnitId): Promise<Unit | null>;
  /** Every unit this phone was told of: its own, the one it reports to, those that report to it. */
  units(): Promise<readonly Unit[]>;
  officer(officerId: OfficerId): Promise<Officer | null>;
  officers(): Promise<readonly Officer[]>;
  /** Pictures of a unit that are whole at the server, as last pulled. */
  deliveredPhotos(scope: Scope): Promise<ReadonlySet<PhotoHash>>;
  /** How many things have been pulled so far. */
  itemCount(): Promise<number>;
  contact(): Promise<Contact>;
  noteContact(contact: Contact): Promise<void>;
  /** How the last exchanges ended, latest first, of every tab. */
  log(): Promise<readonly SyncLogLine[]>;
  noteOutcome(line: SyncLogLine): Promise<void>;
  close(): void;
}

/** A record of a unit below, and whose it is. */
export interface RecordBelow {
  readonly unitId: UnitId;
  readonly record: MirrorRecord;
}

interface HeadRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Whoever reads a body parses it by its kind; walking through it here as well would cost a cheap phone a tenth of a
 * second at every opening. It came as JSON.
 */
const StoredPublication = z.extend(PublicationSchema, { body: z.unknown() }) as unknown as z.ZodMiniType<Publication>;

const Head = z.object({ epoch: z.nullable(Epoch), cursors: z.array(Cursor) });
const emptyHead: MirrorHead = { epoch: null, cursors: [] };
const noContact: Contact = { lastContactAt: null, budgetBytes: null };

const shelves = {
  items: { key: ['kind', 'key'], indexes: { '[kind+scope]': ['kind', 'scope'] } },
  head: { key: 'key', indexes: {} },
} as const;

/** @throws StoreTrouble when the browser keeps nothing for us at all. */
export async function openMirror({ name = 'so-tay-mirror' }: DatabaseOptions = {}): Promise<Mirror> {
  const store = await openOrRemake(name);
  const body = <T>(schema: z.ZodMiniType<T>, kind: string, key: string): Promise<T | null> =>
    store.read(async (page) => read(schema, ((await page.get('items', [kind, key])) as MirrorItem | undefined)?.body));
  const bodies = <T>(schema: z.ZodMiniType<T>, kind: string, prefix: string): Promise<T[]> =>
    store.read(async (page) => bodiesOf(schema, await page.all('items', { range: IDBKeyRange.bound([kind, prefix], [kind, `${prefix}\uFFFF`]) })));

  return {
    head: () => store.read(readHead),

    apply: (guard, page) =>
      store.write(async (disk) => {
        const head = await readHead(disk);
        if (!pageFits(head, guard, page)) return false;
        const isNewEpoch = head.epoch?.id !== page.epoch.id;
        if (isNewEpoch) disk.clear('items');
        const known = isNewEpoch ? [] : await Promise.all(addressesIn(page).map((address) => disk.get('items', address)));
        for (const item of foldPage(known as (MirrorItem | undefined)[], page)) disk.put('items', item);
        disk.put('head', { key: 'head', value: { epoch: page.epoch, cursors: cursorsAfter(head, page) } } satisfies HeadRow);
        return true;
      }),

    erase: () =>
      store.write((disk) => {
        disk.clear('items');
        disk.clear('head');
        return Promise.resolve();
      }),

    publication: (id) => body(StoredPublication, 'publication', id),

    publications: (prefix) => bodies(StoredPublication, 'publication', prefix),

    earlierVersions: () => bodies(StoredPublication, earlierKind, ''),

    record: (recordId) => body(MirrorRecord, 'record', recordId),

    records: (scope) =>
      store.read(async (page) => bodiesOf(MirrorRecord, await page.all('items', { index: '[kind+scope]', range: IDBKeyRange.only(['record', scope]) }))),

    watchRecords: (scope, onRecords, onError) =>
      liveRows({
        shelf: `${name}/items`,
        all: () => store.read(async (page) => recordsIn(await page.all('items', { index: '[kind+scope]', range: IDBKeyRange.only(['record', scope]) }), scope)),
        some: (keys) => store.read(async (page) => recordsIn(await Promise.all(keys.map((key) => page.get('items', JSON.parse(key) as string[]))), scope)),
        concerns: isOfKind('record'),
      }, onRecords, onError),

    watchRecordsBelow: (own, onRecords, onError) =>
      liveRows({
        shelf: `${name}/items`,
        all: () => store.read(async (page) => recordsBelow(await page.all('items', { range: IDBKeyRange.bound(['record', ''], ['record', '\uFFFF']) }), own)),
        some: (keys) => store.read(async (page) => recordsBelow(await Promise.all(keys.map((key) => page.get('items', JSON.parse(key) as string[]))), own)),
        concerns: isOfKind('record'),
      }, onRecords, onError),

    unit: (unitId) => body(Unit, 'unit', unitId),

    units: () => bodies(Unit, 'unit', ''),

    officer: (officerId) => body(Officer, 'officer', officerId),

    officers: () => bodies(Officer, 'officer', ''),

    deliveredPhotos: (scope) =>
      store.read(async (page) => {
        const rows = bodiesOf(PhotoRow, await page.all('items', { index: '[kind+scope]', range: IDBKeyRange.only(['photo', scope]) }));
        return new Set(rows.map((row) => row.hash));
      }),

    itemCount: () => store.read((page) => page.count('items')),

    contact: () => store.read(async (page) => read(Contact, ((await page.get('head', 'contact')) as HeadRow | undefined)?.value) ?? noContact),

    noteContact: (contact) =>
      store.write((disk) => {
        disk.put('head', { key: 'contact', value: contact } satisfies HeadRow);
        return Promise.resolve();
      }),

    log: () => store.read(readLogRow),

    noteOutcome: (line) =>
      store.write(async (disk) => {
        disk.put('head', { key: 'log', value: [line, ...(await readLogRow(disk))].slice(0, longestLog) } satisfies HeadRow);
      }),

    close: () => {
      store.close();
    },
  };
}

async function readLogRow(page: StorePage): Promise<readonly SyncLogLine[]> {
  return readLog(((await page.get('head', 'log')) as HeadRow | undefined)?.value);
}

async function openOrRemake(name: string): Promise<Store> {
  try {
    return await openWhole(name);
  } catch (error) {
    // Nothing is there to remake, or no room to do it in.
    const { code } = troubleOf(error);
    if (code === 'storage-refused' || code === 'storage-full') throw error;
  }
  await deleteStore(name);
  return openWhole(name);
}

/** Opened, and proved to hold what this version of the app reads. */
async function openWhole(name: string): Promise<Store> {
  const store = await openStore({ name, shelves });
  try {
    await store.read((page) => page.count('items', '[kind+scope]'));
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** A head that cannot be read stands at the beginning: everything is pulled again. */
async function readHead(page: StorePage): Promise<MirrorHead> {
  const parsed = Head.safeParse(((await page.get('head', 'head')) as HeadRow | undefined)?.value);
  return parsed.success ? parsed.data : emptyHead;
}

function bodiesOf<T>(schema: z.ZodMiniType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => read(schema, (row as MirrorItem).body) ?? []);
}

/** Whether an item's key, as a text, is one of this kind: for live reads. */
export function isOfKind(kind: string): (key: string) => boolean {
  const begin = `[${JSON.stringify(kind)},`;
  return (key) => key.startsWith(begin);
}

function recordsIn(stored: readonly unknown[], scope: Scope): Map<string, MirrorRecord> {
  return recordsWhere(stored, (item) => item.scope === scope, (_, record) => record);
}

function recordsBelow(stored: readonly unknown[], own: Scope): Map<string, RecordBelow> {
  return recordsWhere(stored, (item) => item.scope !== own, ({ scope }, record) => ({ unitId: scope as UnitId, record }));
}

function recordsWhere<T>(stored: readonly unknown[], isAsked: (item: MirrorItem) => boolean, told: (item: MirrorItem, record: MirrorRecord) => T): Map<string, T> {
  const records = new Map<string, T>();
  for (const each of stored) {
    const item = each as MirrorItem | undefined;
    const record = item && isAsked(item) ? read(MirrorRecord, item.body) : null;
    if (item && record) records.set(keyText([item.kind, item.key]), told(item, record));
  }
  return records;
}

function addressesIn(page: MirrorPage): [string, string][] {
  const addresses = new Map<string, [string, string]>();
  for (const range of page.ranges) {
    for (const row of range.rows) {
      const { kind, key } = itemAddress(row, range.scope);
      addresses.set(`${kind} ${key}`, [kind, key]);
    }
  }
  return [...addresses.values()];
}

function foldPage(known: readonly (MirrorItem | undefined)[], page: MirrorPage): MirrorItem[] {
  const folded = new Map<string, MirrorItem>();
  for (const item of known) if (item) folded.set(`${item.kind} ${item.key}`, item);
  for (const range of page.ranges) {
    for (const row of range.rows) {
      const { kind, key } = itemAddress(row, range.scope);
      const address = `${kind} ${key}`;
      const earlier = earlierOf(folded.get(address), row);
      if (earlier) folded.set(`${earlier.kind} ${earlier.key}`, earlier);
      folded.set(address, foldRow(folded.get(address), range.scope, row));
    }
  }
  return [...folded.values()];
}

/** One item that cannot be read takes no other down: it counts as not there, until it is pulled again. */
function read<T>(schema: z.ZodMiniType<T>, value: unknown): T | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
