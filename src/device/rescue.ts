/**
 * The raw rows of a notebook that cannot be read as it should, for somebody to read. It trusts nothing of this version: it
 * opens the database without naming a version, takes each row as it lies there, and changes nothing.
 */
import { instantOf } from '../domain/time.ts';
import { packInside, SealKey, sealKeyPublication } from '../sync/bundle.ts';
import type { Bytes } from '../sync/base64url.ts';
import { sealRescue } from '../sync/seal.ts';
import { deflateAnywhere } from './deflate.ts';
import { randomBytes } from './keys.ts';

export interface RescuedFile {
  readonly bytes: Bytes;
  /** Changes and drafts. */
  readonly rowCount: number;
  /** False where the browser did not give back every row. */
  readonly isWhole: boolean;
  /** False where the province's key is not on this phone: then anybody can read it. */
  readonly isSealed: boolean;
}

const patienceMs = 10_000;

/** @returns null when nothing at all could be read. @throws when the browser opens no such database. */
export async function rescuedFile(nowMs: number, { notebook = 'so-tay-notebook', mirror = 'so-tay-mirror' } = {}): Promise<RescuedFile | null> {
  const database = await opened(notebook);
  const shelves: Record<string, readonly unknown[]> = {};
  let isWhole = true;
  try {
    for (const shelf of database.objectStoreNames) {
      // oxlint-disable-next-line no-await-in-loop -- a store in trouble is asked one thing at a time
      const read = await rowsIn(database, shelf);
      shelves[shelf] = read.rows.flatMap((row) => withoutSecrets(row) ?? []);
      isWhole &&= read.isWhole;
    }
  } finally {
    database.close();
  }
  const rowCount = (shelves['journal']?.length ?? 0) + (shelves['drafts']?.length ?? 0);
  if (rowCount === 0) return null;
  const madeAt = instantOf(nowMs);
  const text = new TextEncoder().encode(JSON.stringify({ madeAt, shelves }, null, 1));
  const key = await sealKeyIn(mirror).catch(() => null);
  if (!key) return { bytes: text, rowCount, isWhole, isSealed: false };
  const tools = { subtle: crypto.subtle, newIv: () => Uint8Array.from(randomBytes(12)) };
  const inside = packInside(await deflateAnywhere(text), []);
  return { bytes: await sealRescue(tools, { format: 'so-tay-rescue', v: 1, sealKey: key.keyId, madeAt }, inside, key.point), rowCount, isWhole, isSealed: true };
}

/** The token opens the phone's door at the province: it must not travel. Keys are no text anyway. */
function withoutSecrets(row: unknown): unknown {
  const { key, value } = (row ?? {}) as { readonly key?: unknown; readonly value?: unknown };
  if (key === 'pending-activation') return null;
  if (key !== 'identity' || typeof value !== 'object' || value === null) return row;
  const { token: _token, keys: _keys, ...rest } = value as Readonly<Record<string, unknown>>;
  return { key, value: rest };
}

async function sealKeyIn(mirror: string): Promise<SealKey | null> {
  const database = await opened(mirror);
  try {
    const item = (await answered(database.transaction('items').objectStore('items').get(['publication', sealKeyPublication]))) as { readonly body?: { readonly body?: unknown } } | undefined;
    return SealKey.safeParse(item?.body?.body).data ?? null;
  } finally {
    database.close();
  }
}

/** From both ends, so that a row which the browser cannot give back takes none of the others along. */
async function rowsIn(database: IDBDatabase, shelf: string): Promise<{ readonly rows: readonly unknown[]; readonly isWhole: boolean }> {
  const forward = await walked(database, shelf, 'next');
  if (forward.isWhole) return { rows: forward.rows.map(({ row }) => row), isWhole: true };
  const backward = await walked(database, shelf, 'prev');
  const rows = new Map([...forward.rows, ...backward.rows.toReversed()].map(({ key, row }) => [JSON.stringify(key), row]));
  return { rows: [...rows.values()], isWhole: false };
}

interface Walked {
  readonly rows: readonly { readonly key: IDBValidKey; readonly row: unknown }[];
  readonly isWhole: boolean;
}

function walked(database: IDBDatabase, shelf: string, direction: IDBCursorDirection): Promise<Walked> {
  return new Promise((resolve) => {
    const rows: { key: IDBValidKey; row: unknown }[] = [];
    try {
      const request = database.transaction(shelf).objectStore(shelf).openCursor(null, direction);
      request.addEventListener('error', () => resolve({ rows, isWhole: false }));
      request.addEventListener('success', () => {
        const cursor = request.result;
        if (!cursor) return resolve({ rows, isWhole: true });
        rows.push({ key: cursor.primaryKey, row: cursor.value });
        return cursor.continue();
      });
    } catch {
      resolve({ rows, isWhole: false });
    }
  });
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    const timer = setTimeout(() => reject(new Error('the database does not open')), patienceMs);
    // Nothing is made where there is nothing.
    request.addEventListener('upgradeneeded', () => request.transaction?.abort());
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error ?? new Error('the database does not open'));
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      resolve(request.result);
    });
  });
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no answer')));
  });
}
