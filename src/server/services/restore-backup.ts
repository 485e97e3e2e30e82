/**
 * Puts a backup in place of the database and begins a new epoch, so that every phone offers again what the backup
 * lacks. The former database is set aside, never deleted; pictures are added, never taken away.
 */
import { closeSync, constants, copyFileSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PhotoHash } from '../../domain/photo.ts';
import { instantOf } from '../../domain/time.ts';
import { nextEpoch } from '../../sync/restore.ts';
import { markKeyName, newEpochId, sealsWith } from '../seals.ts';
import { openSqliteStorage } from '../storage/sqlite.ts';
import { inspectBackup } from './back-up.ts';
import { copyPhotos, photosBeside } from './copy-photos.ts';
import { holdStore } from './hold-store.ts';

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly epochOrdinal: number; readonly asidePath: string | null; readonly missingPhotoCount: number }
  | { readonly kind: 'held' }
  | { readonly kind: 'unsound' };

/** Where a restore may end, when its process does. */
export type RestoreStep = 'ready' | 'kept' | 'in-place';

/** The backup while it is made ready: as long as it stands there, what is served would be a store of before. */
const incomingOf = (databasePath: string): string => `${databasePath}.incoming`;

/**
 * Whether a restore began here and never ended. Such a store must not be opened: without a database a new one would be
 * made, with keys that no phone knows.
 */
export function isHalfRestored(databasePath: string): boolean {
  return existsSync(incomingOf(databasePath));
}

/**
 * Killed at any moment it leaves the former database or the new one, and `isHalfRestored` tells when to run it again.
 * @param stamp names the former database that is set aside.
 * @param reached called after each step; tests end it there.
 */
export async function restoreBackup(
  databasePath: string,
  backupPath: string,
  stamp: string,
  nowMs: number,
  reached: (step: RestoreStep) => void = () => undefined,
): Promise<RestoreOutcome> {
  const letGo = holdStore(dirname(databasePath));
  if (!letGo) return { kind: 'held' };
  try {
    const ready = await makeReady(databasePath, backupPath, nowMs);
    if (ready === null) return { kind: 'unsound' };
    reached('ready');
    const asidePath = keepFormer(databasePath, stamp);
    reached('kept');
    renameSync(incomingOf(databasePath), databasePath);
    flushFolder(dirname(databasePath));
    reached('in-place');
    return { kind: 'restored', ...ready, asidePath };
  } finally {
    letGo();
  }
}

/** Works on a copy: the backup itself is never written to. @returns null when the backup is unsound. */
async function makeReady(databasePath: string, backupPath: string, nowMs: number): Promise<{ epochOrdinal: number; missingPhotoCount: number } | null> {
  mkdirSync(dirname(databasePath), { recursive: true });
  const incoming = incomingOf(databasePath);
  if (!existsSync(backupPath)) return null;
  // A log left by a restore that was killed would be read into the new copy.
  const clear = (): void => ['', '-wal', '-shm', '-journal'].forEach((ending) => rmSync(incoming + ending, { force: true }));
  clear();
  try {
    copyFileSync(backupPath, incoming);
    const found = inspectBackup(incoming);
    if (!found) {
      clear();
      return null;
    }
    // Epochs that were lived since the backup was made must stay below the new one.
    const current = { ...found.epoch, ordinal: Math.max(found.epoch.ordinal, ordinalOf(databasePath)) };
    // In their place before the database that calls them whole; the server's own lie there already.
    const { missing } = copyPhotos(incoming, photosBeside(backupPath), photosBeside(databasePath));
    withdrawSafety(incoming, missing);
    const epochOrdinal = await beginNextEpoch(incoming, current, nowMs);
    flush(incoming);
    flushFolder(dirname(databasePath));
    return { epochOrdinal, missingPhotoCount: missing.length };
  } catch (error) {
    // The disk is full: the former database goes on as if nothing had been tried.
    clear();
    throw error;
  }
}

/** What is safe is not offered again. A scope is safe no further than its first picture that is not here after all. */
function withdrawSafety(path: string, missing: readonly PhotoHash[]): void {
  if (missing.length === 0) return;
  const database = new DatabaseSync(path);
  try {
    const lower = database.prepare(`update scopes set safe_position = found.position - 1
      from (select scope, position from photos where hash = ?) as found
      where scopes.scope = found.scope and scopes.safe_position >= found.position`);
    database.exec('begin');
    for (const hash of missing) lower.run(hash);
    database.exec('commit');
  } finally {
    database.close();
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

/** Under a second name; under its own it stays until the new one takes its place in one step. */
function keepFormer(databasePath: string, stamp: string): string | null {
  if (!existsSync(databasePath)) return null;
  const aside = freeName(`${databasePath}.before-${stamp}`);
  secondName(databasePath, aside);
  for (const ending of ['-wal', '-shm']) {
    if (!existsSync(databasePath + ending)) continue;
    // A log is left when somebody else has the database open. Beside the new one it would be read into that.
    secondName(databasePath + ending, aside + ending);
    rmSync(databasePath + ending);
  }
  flushFolder(dirname(databasePath));
  return aside;
}

/** Two restores within one second must not meet in one name. */
function freeName(wanted: string): string {
  let name = wanted;
  for (let count = 2; existsSync(name); count += 1) name = `${wanted}-${count}`;
  return name;
}

function secondName(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch {
    // Not every file system can give a file two names.
    copyFileSync(path, name, constants.COPYFILE_EXCL);
    flush(name);
  }
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}

/** So that names outlive a power cut as well as what they name. Windows has no such call, and does it by itself. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
