/**
 * The mirror of the page: what the server said, in IndexedDB, by Dexie. It holds nothing that cannot be pulled
 * again, so a mirror that cannot be opened is thrown away and made anew; the notebook beside it is never touched.
 */
import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import type { OfficerId, RecordId, UnitId } from '../domain/id.ts';
import { Officer } from '../domain/officer.ts';
import { Publication } from '../domain/publication.ts';
import { Instant } from '../domain/time.ts';
import { Unit } from '../domain/unit.ts';
import { cursorsAfter, foldRow, itemAddress, MirrorRecord, pageFits } from '../sync/mirror.ts';
import type { MirrorItem } from '../sync/mirror.ts';
import type { MirrorHead, MirrorPage, MirrorPort } from '../sync/ports.ts';
import { Cursor, Epoch } from '../sync/protocol.ts';
import type { Scope } from '../sync/protocol.ts';
import type { DatabaseOptions } from './notebook.ts';
import { StoreTrouble, troubleOf } from './trouble.ts';

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
  record(recordId: RecordId): Promise<MirrorRecord | null>;
  records(scope: Scope): Promise<readonly MirrorRecord[]>;
  unit(unitId: UnitId): Promise<Unit | null>;
  officer(officerId: OfficerId): Promise<Officer | null>;
  officers(): Promise<readonly Officer[]>;
  /** How many things have been pulled so far. */
  itemCount(): Promise<number>;
  contact(): Promise<Contact>;
  noteContact(contact: Contact): Promise<void>;
  close(): void;
}

interface HeadRow {
  readonly key: string;
  readonly value: unknown;
}

const Head = z.object({ epoch: z.nullable(Epoch), cursors: z.array(Cursor) });
const emptyHead: MirrorHead = { epoch: null, cursors: [] };
const noContact: Contact = { lastContactAt: null, budgetBytes: null };

/** @throws StoreTrouble when the browser keeps nothing for us at all. */
export async function openMirror(options: DatabaseOptions = {}): Promise<Mirror> {
  const database = await openOrRemake(options);
  const items = database.table<MirrorItem, [string, string]>('items');
  const heads = database.table<HeadRow, string>('head');

  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await database.transaction('rw', items, heads, work);
    } catch (error) {
      throw new StoreTrouble(troubleOf(error), { cause: error });
    }
  };
  /** A head that cannot be read stands at the beginning: everything is pulled again. */
  const readHead = async (): Promise<MirrorHead> => {
    const parsed = Head.safeParse((await heads.get('head'))?.value);
    return parsed.success ? parsed.data : emptyHead;
  };
  const body = async <T>(schema: z.ZodMiniType<T>, kind: string, key: string): Promise<T | null> =>
    read(schema, (await items.get([kind, key]))?.body);

  return {
    head: readHead,

    apply: (guard, page) =>
      write(async () => {
        const head = await readHead();
        if (!pageFits(head, guard, page)) return false;
        if (head.epoch?.id !== page.epoch.id) await items.clear();
        const known = await items.bulkGet(addressesIn(page));
        const folded = foldPage(known, page);
        await items.bulkPut(folded);
        await heads.put({ key: 'head', value: { epoch: page.epoch, cursors: cursorsAfter(head, page) } });
        return true;
      }),

    erase: () =>
      write(async () => {
        await items.clear();
        await heads.clear();
      }),

    publication: (id) => body(Publication, 'publication', id),

    publications: async (prefix) => {
      const rows = await items.where('[kind+key]').between(['publication', prefix], ['publication', `${prefix}\uFFFF`]).toArray();
      return rows.flatMap((row) => read(Publication, row.body) ?? []);
    },

    record: (recordId) => body(MirrorRecord, 'record', recordId),

    records: async (scope) => {
      const rows = await items.where('[kind+scope]').equals(['record', scope]).toArray();
      return rows.flatMap((row) => read(MirrorRecord, row.body) ?? []);
    },

    unit: (unitId) => body(Unit, 'unit', unitId),

    officer: (officerId) => body(Officer, 'officer', officerId),

    officers: async () => {
      const rows = await items.where('[kind+key]').between(['officer', ''], ['officer', '\uFFFF']).toArray();
      return rows.flatMap((row) => read(Officer, row.body) ?? []);
    },

    itemCount: () => items.count(),

    contact: async () => read(Contact, (await heads.get('contact'))?.value) ?? noContact,

    noteContact: (contact) =>
      write(async () => {
        await heads.put({ key: 'contact', value: contact });
      }),

    close: () => {
      database.close();
    },
  };
}

async function openOrRemake(options: DatabaseOptions): Promise<Dexie> {
  try {
    return await openDatabase(options);
  } catch (error) {
    const trouble = troubleOf(error);
    // Nothing is there to remake, or no room to do it in.
    if (trouble.code === 'storage-refused' || trouble.code === 'storage-full') throw new StoreTrouble(trouble, { cause: error });
  }
  try {
    const { name: _name, ...factory } = options;
    await new Dexie(nameOf(options), factory).delete();
    return await openDatabase(options);
  } catch (error) {
    throw new StoreTrouble(troubleOf(error), { cause: error });
  }
}

async function openDatabase(options: DatabaseOptions): Promise<Dexie> {
  const { name: _name, ...factory } = options;
  const database = new Dexie(nameOf(options), { ...factory, chromeTransactionDurability: 'strict', cache: 'disabled' });
  database.version(1).stores({ items: '[kind+key], [kind+scope]', head: 'key' });
  await database.open();
  return database;
}

function nameOf(options: DatabaseOptions): string {
  return options.name ?? 'so-tay-mirror';
}

function addressesIn(page: MirrorPage): [string, string][] {
  const addresses = new Map<string, [string, string]>();
  for (const range of page.ranges) {
    for (const row of range.rows) {
      const { kind, key } = itemAddress(row);
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
      const { kind, key } = itemAddress(row);
      const address = `${kind} ${key}`;
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
