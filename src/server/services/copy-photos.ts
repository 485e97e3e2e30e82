/**
 * The pictures that belong to a database, beside it and beside its copies. They are named by their bytes and never
 * change, so one folder serves every copy that lies in one place, and a later copy adds only what is new.
 */
import { hash as digest } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { PhotoHash } from '../../domain/photo.ts';
import { photosFolderName } from '../config.ts';
import { photoPath } from '../photos/folder-bytes.ts';

export interface CopiedPhotos {
  /** Pictures that the database calls whole. */
  readonly photoCount: number;
  /** Those among them whose bytes are nowhere to be found, or are not what they are named after. */
  readonly missing: readonly PhotoHash[];
}

/** Where the pictures of a database or of its copy lie. */
export function photosBeside(databasePath: string): string {
  return join(dirname(databasePath), photosFolderName);
}

/** Pictures that the database calls whole; none in one that is older than pictures. */
export function photosIn(databasePath: string): readonly PhotoHash[] {
  const database = new DatabaseSync(databasePath, { readOnly: true });
  try {
    const known = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'photos'").get();
    return known ? (database.prepare('select distinct hash from photos order by hash').all() as { hash: PhotoHash }[]).map((row) => row.hash) : [];
  } finally {
    database.close();
  }
}

/**
 * Pictures of this database that do not lie whole in the folder. Reads each of them.
 * @param folder such as `photosBeside` a copy.
 */
export function missingPhotos(databasePath: string, folder: string): readonly PhotoHash[] {
  return photosIn(databasePath).filter((hash) => readWhole(folder, hash) === null);
}

/**
 * Brings the pictures of a database from one folder to another, each durable before the next. What lies there already
 * is not written again: a name is only ever given to proven bytes.
 */
export function copyPhotos(databasePath: string, from: string, to: string): CopiedPhotos {
  const hashes = photosIn(databasePath);
  const missing: PhotoHash[] = [];
  const touched = new Set<string>();
  for (const hash of hashes) {
    const path = photoPath(to, hash);
    if (existsSync(path)) continue;
    const bytes = resolve(from) === resolve(to) ? null : readWhole(from, hash);
    if (!bytes) {
      missing.push(hash);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.copying`, bytes, { flush: true });
    renameSync(`${path}.copying`, path);
    touched.add(dirname(path));
  }
  for (const folder of touched.size === 0 ? [] : [...touched, to]) flushFolder(folder);
  return { photoCount: hashes.length, missing };
}

function readWhole(folder: string, hash: PhotoHash): Uint8Array | null {
  const path = photoPath(folder, hash);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  return digest('sha256', bytes, 'hex') === hash ? bytes : null;
}

/** Windows has no such call, and does it by itself. */
function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}
