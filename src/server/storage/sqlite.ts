/**
 * Storage in one SQLite file: WAL with synchronous=FULL, so that a commit has reached the disk when its promise
 * resolves. Transactions run one after the other; those that wait at the same moment share one commit, each behind
 * a savepoint of its own, because the disk's flush is what a small exchange costs.
 */
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import * as first from './migrations/0001-first-tables.ts';
import * as second from './migrations/0002-photos.ts';
import * as third from './migrations/0003-account-names.ts';
import * as fourth from './migrations/0004-locks.ts';
import * as fifth from './migrations/0005-lock-holders.ts';
import { nodeSqliteDialect } from './node-sqlite-dialect.ts';
import type { Storage, StoragePage } from './port.ts';
import { SqlPage } from './sql-page.ts';
import type { Tables } from './tables.ts';

const migrations = { '0001-first-tables': first, '0002-photos': second, '0003-account-names': third, '0004-locks': fourth, '0005-lock-holders': fifth };

/** How long a transaction waits for another process, such as `so-tay invite`, before it fails. */
const busyMs = 10_000;
/** Transactions that share one commit at most. */
const mostTogether = 64;

interface Turn {
  readonly work: (page: StoragePage) => Promise<unknown>;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** @param path a file, made when missing; `:memory:` for tests. Migrates it to this version. */
export async function openSqliteStorage(path: string): Promise<Storage> {
  const database = new DatabaseSync(path, { timeout: busyMs });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma temp_store = memory;');
    const kysely = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) });
    const { error } = await new Migrator({ db: kysely, provider: { getMigrations: async () => migrations } }).migrateToLatest();
    if (error !== undefined) throw error;
    return new SqliteStorage(database, new SqlPage(kysely));
  } catch (error) {
    database.close();
    throw error;
  }
}

class SqliteStorage implements Storage {
  readonly #database: DatabaseSync;
  readonly #page: SqlPage;
  readonly #steps: Record<'begin' | 'savepoint' | 'release' | 'rollbackTo' | 'commit', StatementSync>;
  readonly #waiting: Turn[] = [];
  #running = false;
  #closed = false;

  constructor(database: DatabaseSync, page: SqlPage) {
    this.#database = database;
    this.#page = page;
    this.#steps = {
      begin: database.prepare('begin immediate'),
      savepoint: database.prepare('savepoint turn'),
      release: database.prepare('release turn'),
      rollbackTo: database.prepare('rollback to turn'),
      commit: database.prepare('commit'),
    };
  }

  transaction<T>(work: (page: StoragePage) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ work, resolve: resolve as Turn['resolve'], reject });
      void this.#run();
    });
  }

  /** At once, like a power cut but tidier: what has not committed is rolled back. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#database.close();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#waiting.length > 0) {
      await new Promise((resume) => setImmediate(resume));
      await this.#runTogether(this.#waiting.splice(0, mostTogether));
    }
    this.#running = false;
  }

  async #runTogether(turns: readonly Turn[]): Promise<void> {
    const done: { turn: Turn; answer: unknown }[] = [];
    const failed: { turn: Turn; reason: unknown }[] = [];
    try {
      this.#steps.begin.run();
      for (const turn of turns) {
        this.#steps.savepoint.run();
        try {
          const answer = await turn.work(this.#page);
          this.#steps.release.run();
          done.push({ turn, answer });
        } catch (reason) {
          failed.push({ turn, reason });
          this.#steps.rollbackTo.run();
          this.#steps.release.run();
        }
      }
      this.#steps.commit.run();
    } catch (reason) {
      // The disk is full or gone: nothing of the whole commit has happened, whoever had succeeded in it.
      if (!this.#closed && this.#database.isTransaction) this.#database.exec('rollback');
      const told = new Set(failed.map(({ turn }) => turn));
      for (const { turn, reason: own } of failed) turn.reject(own);
      for (const turn of turns) if (!told.has(turn)) turn.reject(reason);
      return;
    }
    for (const { turn, reason } of failed) turn.reject(reason);
    for (const { turn, answer } of done) turn.resolve(answer);
  }
}
