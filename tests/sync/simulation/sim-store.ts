/** The two storages that the simulated server runs on, each with a way to take its state and put it back. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openMemoryStorage } from '../../../src/server/storage/memory.ts';
import type { MemoryState } from '../../../src/server/storage/memory.ts';
import { openSqliteStorage } from '../../../src/server/storage/sqlite.ts';
import type { SimStore } from './sim-server.ts';

export function memoryStore(): SimStore {
  let storage = openMemoryStorage();
  return {
    ledger: () => storage,
    takeSnapshot: () => Promise.resolve(storage.snapshot()),
    putBack: (snapshot) => {
      storage = openMemoryStorage(snapshot as MemoryState);
      return Promise.resolve();
    },
    close: () => storage.close(),
  };
}

/** A real file in a folder of its own, copied away and back as an administrator would. */
export async function sqliteStore(): Promise<SimStore> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-sim-'));
  const path = join(folder, 'so-tay.sqlite');
  let storage = await openSqliteStorage(path);
  let snapshotCount = 0;
  return {
    ledger: () => storage,
    takeSnapshot: () => {
      snapshotCount += 1;
      const file = join(folder, `snapshot-${snapshotCount}.sqlite`);
      const database = new DatabaseSync(path);
      database.exec(`vacuum into '${file}'`);
      database.close();
      return Promise.resolve(file);
    },
    putBack: async (snapshot) => {
      await storage.close();
      for (const tail of ['', '-wal', '-shm']) rmSync(`${path}${tail}`, { force: true });
      copyFileSync(snapshot as string, path);
      storage = await openSqliteStorage(path);
    },
    close: async () => {
      await storage.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
