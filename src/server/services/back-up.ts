/** A copy of the whole database, keys and pictures included, while the server runs; read back before it is called one. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Epoch } from '../../sync/protocol.ts';
import { copyPhotos, photosBeside } from './copy-photos.ts';

export interface Backup {
  readonly path: string;
  readonly byteCount: number;
  readonly recordCount: number;
  /** Pictures that belong to it, in `photosFolder`; of some the bytes may be missing here already. */
  readonly photoCount: number;
  readonly missingPhotoCount: number;
  readonly photosFolder: string;
}

/** All pages in one step: a step shorter than the database begins anew whenever a phone sends something. */
const allPages = 2_147_483_647;

/** @param target a file that does not exist yet, or a folder. @param stamp names the file in a folder. */
export async function backUp(databasePath: string, target: string, stamp: string): Promise<Backup | 'exists'> {
  const isFolder = existsSync(target) && statSync(target).isDirectory();
  const path = isFolder ? join(target, `so-tay-${stamp}.sqlite`) : target;
  if (existsSync(path)) return 'exists';
  // A folder that is not there yet is made: an administrator types the address of a stick or of a day.
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  rmSync(unfinished, { force: true });
  const source = new DatabaseSync(databasePath, { readOnly: true, timeout: 10_000 });
  try {
    await backup(source, unfinished, { rate: allPages });
  } finally {
    source.close();
  }
  const found = inspectBackup(unfinished);
  if (!found) throw new Error('The copy could not be read back.');
  // The database first: every picture that it calls whole has reached the disk before it said so.
  const photosFolder = photosBeside(path);
  const { photoCount, missing } = copyPhotos(unfinished, photosBeside(databasePath), photosFolder);
  renameSync(unfinished, path);
  return { path, byteCount: statSync(path).size, recordCount: found.recordCount, photoCount, missingPhotoCount: missing.length, photosFolder };
}

/** What a backup holds; null when it is none of ours or not whole. Leaves nothing beside it. */
export function inspectBackup(path: string): { readonly epoch: Epoch; readonly recordCount: number } | null {
  if (!existsSync(path)) return null;
  try {
    const database = new DatabaseSync(path);
    try {
      // A copy of a WAL database says so of itself; as a single file it must not.
      database.exec('pragma journal_mode = delete');
      const check = database.prepare('pragma integrity_check').get() as { integrity_check?: string } | undefined;
      if (check?.integrity_check !== 'ok') return null;
      const epoch = database.prepare('select id, ordinal, mark from epochs order by ordinal desc limit 1').get() as Epoch | undefined;
      const tally = database.prepare('select count(*) as tally from records').get() as { tally: number };
      return epoch ? { epoch: { ...epoch }, recordCount: tally.tally } : null;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
