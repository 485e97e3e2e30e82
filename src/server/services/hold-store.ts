/**
 * Only one server writes a folder, and none while it is being restored. The hold is an exclusive lock of the
 * operating system on a file of its own, so it ends with its process, however that ends.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** @returns how to let go, or null when somebody else holds the folder. */
export function holdStore(folder: string): (() => void) | null {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'running.lock'), { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive;');
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode === 5) return null;
    throw error;
  }
  return () => lock.close();
}
