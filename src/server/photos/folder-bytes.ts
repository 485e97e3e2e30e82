/**
 * Pictures as files: `ab/abcd…` when whole, `ab/abcd….part` while bytes are missing. A file gets its own name only
 * after its hash was proven and its bytes have reached the disk, so whatever bears a hash's name is that picture.
 */
import { hash as digest } from 'node:crypto';
import { appendFile, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PhotoHash } from '../../domain/photo.ts';
import type { PhotoBytesPort } from '../../sync/ports.ts';
import { turns } from './turns.ts';

/** @param folder made when the first picture arrives. */
export function folderPhotoBytes(folder: string): PhotoBytesPort {
  return {
    inTurn: turns(),

    held: async (hash) => {
      const path = photoPath(folder, hash);
      if ((await sizeOf(path)) !== null) return 'whole';
      return (await sizeOf(partOf(path))) ?? 0;
    },

    append: async (hash, bytes) => {
      const part = partOf(photoPath(folder, hash));
      await mkdir(dirname(part), { recursive: true });
      await appendFile(part, bytes);
      return (await sizeOf(part)) ?? 0;
    },

    digest: async (hash) => digest('sha256', await readFile(partOf(photoPath(folder, hash))), 'hex'),

    finish: async (hash) => {
      const path = photoPath(folder, hash);
      await flush(partOf(path), 'r+');
      await rename(partOf(path), path);
      // The name, and the name of the folder it is in.
      await flushFolder(dirname(path));
      await flushFolder(folder);
    },

    drop: (hash) => rm(partOf(photoPath(folder, hash)), { force: true }),

    clear: () => rm(folder, { recursive: true, force: true }),

    read: async (hash) => {
      try {
        return new Uint8Array(await readFile(photoPath(folder, hash)));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
  };
}

/** Where a whole picture lies. 256 folders, so that none grows too large to be listed. */
export function photoPath(folder: string, hash: PhotoHash): string {
  return join(folder, hash.slice(0, 2), hash);
}

function partOf(path: string): string {
  return `${path}.part`;
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === 'ENOENT';
}

async function flush(path: string, flags: string): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows has no such call, and does it by itself. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform !== 'win32') await flush(path, 'r');
}
