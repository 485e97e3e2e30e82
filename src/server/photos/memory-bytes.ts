/** Pictures in memory, for tests and for the simulation: plain maps that can be copied away and put back. */
import { hash as digest } from 'node:crypto';
import type { PhotoHash } from '../../domain/photo.ts';
import type { PhotoBytesPort } from '../../sync/ports.ts';
import { turns } from './turns.ts';

export interface PhotoBytesState {
  readonly whole: Map<PhotoHash, Uint8Array<ArrayBuffer>>;
  readonly parts: Map<PhotoHash, Uint8Array<ArrayBuffer>>;
}

export function emptyPhotoBytesState(): PhotoBytesState {
  return { whole: new Map(), parts: new Map() };
}

export function memoryPhotoBytes(state: PhotoBytesState = emptyPhotoBytesState()): PhotoBytesPort {
  const { whole, parts } = state;
  return {
    inTurn: turns(),
    held: async (hash) => (whole.has(hash) ? 'whole' : (parts.get(hash)?.length ?? 0)),
    append: async (hash, bytes) => {
      const longer = new Uint8Array(Buffer.concat([parts.get(hash) ?? new Uint8Array(), bytes]));
      parts.set(hash, longer);
      return longer.length;
    },
    digest: async (hash) => digest('sha256', parts.get(hash) ?? new Uint8Array(), 'hex'),
    finish: async (hash) => {
      const bytes = parts.get(hash);
      if (!bytes) throw new Error('Nothing is held of this picture.');
      parts.delete(hash);
      whole.set(hash, bytes);
    },
    drop: async (hash) => {
      parts.delete(hash);
    },
    clear: async () => {
      whole.clear();
      parts.clear();
    },
    read: async (hash) => whole.get(hash) ?? null,
  };
}
