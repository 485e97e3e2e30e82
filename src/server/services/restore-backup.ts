/**
 * Puts a backup in place of the database and begins a new epoch, so that every phone offers again what the backup
 * lacks. The former database is set aside, never deleted.
 */
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { instantOf } from '../../domain/time.ts';
import { nextEpoch } from '../../sync/restore.ts';
import { markKeyName, newEpochId, sealsWith } from '../seals.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import { inspectBackup } from './back-up.ts';
import { holdStore } from './hold-store.ts';

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly epochOrdinal: number; readonly asidePath: string | null }
  | { readonly kind: 'held' }
  | { readonly kind: 'unsound' };

/** @param stamp names the former database that is set aside. */
export async function restoreBackup(databasePath: string, backupPath: string, stamp: string, nowMs: number): Promise<RestoreOutcome> {
  const letGo = holdStore(dirname(databasePath));
  if (!letGo) return { kind: 'held' };
  try {
    mkdirSync(dirname(databasePath), { recursive: true });
    // Work on a copy: the backup itself is never written to.
    const incoming = `${databasePath}.incoming`;
    rmSync(incoming, { force: true });
    if (!existsSync(backupPath)) return { kind: 'unsound' };
    copyFileSync(backupPath, incoming);
    const found = inspectBackup(incoming);
    if (!found) {
      rmSync(incoming, { force: true });
      return { kind: 'unsound' };
    }
    // Epochs that were lived since the backup was made must stay below the new one.
    const formerOrdinal = ordinalOf(databasePath);
    const current = { ...found.epoch, ordinal: Math.max(found.epoch.ordinal, formerOrdinal) };
    const ordinal = await beginNextEpoch(incoming, current, nowMs);
    flush(incoming);
    const asidePath = setAside(databasePath, stamp);
    renameSync(incoming, databasePath);
    return { kind: 'restored', epochOrdinal: ordinal, asidePath };
  } finally {
    letGo();
  }
}

async function beginNextEpoch(path: string, current: Parameters<typeof nextEpoch>[0], nowMs: number): Promise<number> {
  const storage = await openSqliteStorage(path);
  try {
    return await storage.transaction(async (page) => {
      const key = await page.serverKey(markKeyName);
      if (key === null) throw new Error('The backup holds no keys.');
      const epoch = nextEpoch(current, { mark: sealsWith(key).mark, newEpochId });
      await page.beginEpoch(epoch);
      await page.audit({ at: instantOf(nowMs), actor: 'so-tay', act: 'restore', subject: epoch.id });
      return epoch.ordinal;
    });
  } finally {
    await storage.close();
  }
}

function ordinalOf(path: string): number {
  if (!existsSync(path)) return 0;
  try {
    const database = new DatabaseSync(path);
    try {
      // What is still in the log beside the file belongs to it, and is set aside with it.
      database.exec('pragma wal_checkpoint(truncate)');
      const row = database.prepare('select max(ordinal) as ordinal from epochs').get() as { ordinal: number | null };
      return row.ordinal ?? 0;
    } finally {
      database.close();
    }
  } catch {
    // A broken database is the very reason to restore.
    return 0;
  }
}

function setAside(databasePath: string, stamp: string): string | null {
  if (!existsSync(databasePath)) return null;
  const aside = `${databasePath}.before-${stamp}`;
  renameSync(databasePath, aside);
  for (const ending of ['-wal', '-shm']) if (existsSync(databasePath + ending)) renameSync(databasePath + ending, aside + ending);
  return aside;
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
