/**
 * IndexedDB as promises: a transaction is a function, strictly durable when it resolves, and whoever reads live hears
 * of every commit, in this tab and in the others. No more than the two databases of a phone need.
 */
import { announce, keyText, noteRead } from './live.ts';
import { StoreTrouble, troubleOf } from './trouble.ts';

/** Of one object store: its key, and its indexes by name. A field that is absent is left out of an index. */
export interface Shelf {
  readonly key: string | readonly string[];
  readonly indexes: Readonly<Record<string, string | readonly string[]>>;
}

export interface StoreOptions {
  readonly name: string;
  readonly shelves: Readonly<Record<string, Shelf>>;
}

/** What a transaction may do. Awaiting anything else inside ends it: WebCrypto, the network, a timer. */
export interface StorePage {
  get(shelf: string, key: IDBValidKey): Promise<unknown>;
  /** In the order of the key or the index. */
  all(shelf: string, query?: { readonly index?: string; readonly range?: IDBKeyRange }): Promise<unknown[]>;
  /** From the end of an index backwards, until enough are kept. */
  latest(shelf: string, index: string, limit: number, keep?: (row: unknown) => boolean): Promise<unknown[]>;
  count(shelf: string, index?: string): Promise<number>;
  /** Writes fail with the transaction, not one by one. */
  put(shelf: string, row: unknown): void;
  delete(shelf: string, key: IDBValidKey): void;
  clear(shelf: string): void;
}

export interface Store {
  read<T>(work: (page: StorePage) => Promise<T>): Promise<T>;
  /**
   * One transaction over all shelves: all of it is on the disk when the promise resolves, or none of it.
   * @throws StoreTrouble
   */
  write<T>(work: (page: StorePage) => Promise<T>): Promise<T>;
  close(): void;
}

/** Never raised: a schema that never migrates locks nobody out. */
const schemaVersion = 10;
const patienceMs = 15_000;

/** @throws StoreTrouble when the browser keeps nothing for us, or another tab holds the database. */
export async function openStore(options: StoreOptions): Promise<Store> {
  let connection: Promise<IDBDatabase> | null = null;
  let isClosed = false;
  const connect = (): Promise<IDBDatabase> => {
    connection ??= openDatabase(options).then((database) => {
      const forget = (): void => {
        connection = null;
      };
      // A phone that wakes from sleep may have lost the connection; another tab may want to delete the database.
      database.addEventListener('close', forget);
      database.addEventListener('versionchange', () => {
        database.close();
        forget();
      });
      return database;
    });
    return connection.catch((error: unknown) => {
      connection = null;
      throw error;
    });
  };

  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    if (isClosed) throw named('InvalidStateError', 'the store was closed');
    const shelves = Object.keys(options.shelves);
    try {
      return (await connect()).transaction(shelves, mode, { durability: 'strict' });
    } catch (error) {
      if ((error as { name?: string }).name !== 'InvalidStateError') throw error;
      connection = null;
      return (await connect()).transaction(shelves, mode, { durability: 'strict' });
    }
  };

  const run = async <T>(mode: IDBTransactionMode, work: (page: StorePage) => Promise<T>): Promise<T> => {
    try {
      const transaction = await begin(mode);
      const done = completion(transaction);
      // Looked at further down; until then its failure is nobody's surprise.
      done.catch(() => undefined);
      const touched = new Map<string, Set<string> | null>();
      let answer: T;
      try {
        answer = await work(pageOf(transaction, options, touched));
      } catch (error) {
        // Already over when the disk itself refused.
        if (transaction.error === null) tryAbort(transaction);
        await done.catch(() => undefined);
        throw transaction.error ?? error;
      }
      await done;
      if (touched.size > 0) announce(touched);
      return answer;
    } catch (error) {
      throw new StoreTrouble(troubleOf(error), { cause: error });
    }
  };

  try {
    await connect();
  } catch (error) {
    throw new StoreTrouble(troubleOf(error), { cause: error });
  }
  return {
    read: (work) => run('readonly', work),
    write: (work) => run('readwrite', work),
    close: () => {
      isClosed = true;
      void connection?.then((database) => database.close());
    },
  };
}

/** Waits for other tabs to let go of it; they do so by themselves. */
export function deleteStore(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory().deleteDatabase(name);
    const timer = setTimeout(() => reject(named('OpenBlockedError', 'another tab holds the database')), patienceMs);
    request.addEventListener('success', () => {
      clearTimeout(timer);
      resolve();
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error ?? named('UnknownError', 'not deleted'));
    });
  });
}

function openDatabase(options: StoreOptions): Promise<IDBDatabase> {
  return tryOpen(options, schemaVersion).catch((error: unknown) => {
    // A later version of the app was here, and this one reads what it can.
    if ((error as { name?: string }).name === 'VersionError') return tryOpen(options);
    throw error;
  });
}

function tryOpen({ name, shelves }: StoreOptions, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory().open(name, version);
    let isGivenUp = false;
    const timer = setTimeout(() => {
      isGivenUp = true;
      reject(named('OpenBlockedError', 'another tab holds the database'));
    }, patienceMs);
    request.addEventListener('upgradeneeded', () => {
      for (const [shelf, { key, indexes }] of Object.entries(shelves)) {
        if (request.result.objectStoreNames.contains(shelf)) continue;
        const objects = request.result.createObjectStore(shelf, { keyPath: pathOf(key) });
        for (const [index, path] of Object.entries(indexes)) objects.createIndex(index, pathOf(path));
      }
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      if (isGivenUp) request.result.close();
      resolve(request.result);
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error ?? named('UnknownError', 'not opened'));
    });
  });
}

function pageOf(transaction: IDBTransaction, { name, shelves }: StoreOptions, touched: Map<string, Set<string> | null>): StorePage {
  const reading = (shelf: string): IDBObjectStore => {
    noteRead(`${name}/${shelf}`);
    return transaction.objectStore(shelf);
  };
  const writing = (shelf: string, key: IDBValidKey): IDBObjectStore => {
    const place = `${name}/${shelf}`;
    const keys = touched.get(place);
    // Null: the shelf was emptied, and whoever reads it reads it whole.
    if (keys === undefined) touched.set(place, new Set([keyText(key)]));
    else keys?.add(keyText(key));
    return transaction.objectStore(shelf);
  };
  return {
    get: (shelf, key) => answerOf(reading(shelf).get(key)),
    all: (shelf, { index, range } = {}) => {
      const objects = reading(shelf);
      return answerOf((index === undefined ? objects : objects.index(index)).getAll(range));
    },
    latest: (shelf, index, limit, keep = () => true) => walkBack(reading(shelf).index(index), limit, keep),
    count: (shelf, index) => {
      const objects = reading(shelf);
      return answerOf((index === undefined ? objects : objects.index(index)).count());
    },
    put: (shelf, row) => {
      writing(shelf, keyIn(row, shelves[shelf]?.key ?? [])).put(row);
    },
    delete: (shelf, key) => {
      writing(shelf, key).delete(key);
    },
    clear: (shelf) => {
      touched.set(`${name}/${shelf}`, null);
      transaction.objectStore(shelf).clear();
    },
  };
}

/** As IndexedDB finds it: a row without it is refused by the put itself. */
function keyIn(row: unknown, path: string | readonly string[]): IDBValidKey {
  const fields = row as Readonly<Record<string, IDBValidKey>>;
  return typeof path === 'string' ? (fields[path] ?? '') : path.map((part) => fields[part] ?? '');
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? named('UnknownError', 'no answer')));
  });
}

function walkBack(index: IDBIndex, limit: number, keep: (row: unknown) => boolean): Promise<unknown[]> {
  if (limit <= 0) return Promise.resolve([]);
  return new Promise((resolve, reject) => {
    const kept: unknown[] = [];
    const request = index.openCursor(null, 'prev');
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor && keep(cursor.value)) kept.push(cursor.value);
      if (cursor && kept.length < limit) cursor.continue();
      else resolve(kept);
    });
    request.addEventListener('error', () => reject(request.error ?? named('UnknownError', 'no answer')));
  });
}

/** The transaction's end, not its last request's: only then is it on the disk. */
function completion(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? named('AbortError', 'the transaction was given up')));
  });
}

function tryAbort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself.
  }
}

function pathOf(path: string | readonly string[]): string | string[] {
  return typeof path === 'string' ? path : [...path];
}

/** Absent in some private modes, whatever the types say. */
function factory(): IDBFactory {
  const found = (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  if (!found) throw named('MissingAPIError', 'no IndexedDB');
  return found;
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
