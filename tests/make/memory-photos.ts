/**
 * The phone's pictures in memory, for tests and simulations: one plain value, every method one atomic step with a
 * gate before and after its commit. `current` and `durable` mean the same as in the notebook beside it.
 */
import type { PhotoHash } from '../../src/domain/photo.ts';
import { deliveryAfter, deliveryAtFirst, photoDue, photosHeadAfter, photosHeadAtFirst, photosToAsk } from '../../src/sync/photo.ts';
import type { PhotoDelivery, PhotosHead } from '../../src/sync/photo.ts';
import type { PhotosPort } from '../../src/sync/ports.ts';
import type { MemoryOptions } from './memory-notebook.ts';

export interface PhotosContents {
  readonly head: PhotosHead;
  /** Oldest first. */
  readonly photos: readonly (PhotoDelivery & { readonly bytes: Uint8Array<ArrayBuffer> })[];
}

export interface PhotosState {
  current: PhotosContents;
  durable: PhotosContents;
}

export interface MemoryPhotos extends PhotosPort {
  /** Keeps a picture, before the change that names it is saved. Kept twice it is one picture. */
  keep(hash: PhotoHash, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export function emptyPhotosState(): PhotosState {
  const contents: PhotosContents = { head: photosHeadAtFirst, photos: [] };
  return { current: contents, durable: contents };
}

/** The phone lost power: whatever was not flushed is gone. */
export function losePhotosPower(state: PhotosState): void {
  state.current = state.durable;
}

export function memoryPhotos(state: PhotosState, options: MemoryOptions = {}): MemoryPhotos {
  const gate = options.gate ?? (() => Promise.resolve());

  const commit = async (name: string, work: (contents: PhotosContents) => PhotosContents): Promise<void> => {
    await gate(`photos.${name}:before`);
    state.current = work(state.current);
    await gate(`photos.${name}:after`);
    state.durable = state.current;
  };
  const read = async <T>(name: string, work: (contents: PhotosContents) => T): Promise<T> => {
    await gate(`photos.${name}:read`);
    return work(state.current);
  };

  return {
    keep: (hash, bytes) =>
      commit('keep', (contents) => {
        if (contents.photos.some((photo) => photo.hash === hash)) return contents;
        return { ...contents, photos: [...contents.photos, { ...deliveryAtFirst(hash, bytes.length), bytes }] };
      }),

    undelivered: (limit) => read('undelivered', ({ photos }) => photosToAsk(photos, limit)),

    told: (news) =>
      commit('told', (contents) => {
        const head = photosHeadAfter(contents.head, news);
        if (!head) return contents;
        const asked = new Set(news.asked);
        const photos = contents.photos.map((photo) => ({ ...deliveryAfter(photo, contents.head, news, asked.has(photo.hash)), bytes: photo.bytes }));
        return { head, photos };
      }),

    due: () => read('due', ({ photos }) => photoDue(photos)),

    read: (hash, offset, length) =>
      read('read', ({ photos }) => photos.find((photo) => photo.hash === hash)?.bytes.slice(offset, offset + length) ?? null),
  };
}
