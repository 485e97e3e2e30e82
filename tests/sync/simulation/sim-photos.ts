/** Pictures of the simulated world, and the server's place for their bytes: what was not flushed is lost with the power. */
import { createHash } from 'node:crypto';
import { memoryPhotoBytes, emptyPhotoBytesState } from '../../../src/server/photos/memory-bytes.ts';
import type { PhotoBytesState } from '../../../src/server/photos/memory-bytes.ts';
import type { Photo, PhotoHash } from '../../../src/domain/photo.ts';
import type { PhotoBytesPort } from '../../../src/sync/ports.ts';
import { aPhoto } from '../../make/photo.ts';
import type { Chance } from './chance.ts';

export type SimPicture = ReturnType<typeof aPhoto>;

/** One of forty: some are taken by two phones, as when a picture is passed on. */
export function somePicture(chance: Chance): SimPicture {
  const number = chance.below(40);
  const known = pictures.get(number) ?? aPhoto(number, [700, 9_000, 20_000, 45_000][number % 4]);
  pictures.set(number, known);
  return known;
}

const pictures = new Map<number, SimPicture>();
/** Bytes whose hash was taken before. */
const proven = new WeakMap<Uint8Array, boolean>();

export interface PhotoShelfSnapshot {
  readonly whole: ReadonlyMap<PhotoHash, Uint8Array<ArrayBuffer>>;
}

export class SimShelf {
  state: PhotoBytesState = emptyPhotoBytesState();
  /** Whole by their name, but not on the disk: only a server that was built wrongly has any. */
  readonly unflushed = new Set<PhotoHash>();
  isFull: () => boolean = () => false;

  port(): PhotoBytesPort {
    const port = memoryPhotoBytes(this.state);
    return { ...port, append: (hash, bytes) => (this.isFull() ? Promise.reject(new PhotoDiskFull()) : port.append(hash, bytes)) };
  }

  takeSnapshot(): PhotoShelfSnapshot {
    return { whole: new Map(this.state.whole) };
  }

  /** Null: the folder was not brought back. */
  putBack(snapshot: PhotoShelfSnapshot | null): void {
    this.state = { whole: new Map(snapshot?.whole), parts: new Map() };
    this.unflushed.clear();
  }

  /** Parts are flushed by nobody: the end of one may be gone, or be something else. */
  losePower(chance: Chance): void {
    for (const hash of this.unflushed) this.state.whole.delete(hash);
    this.unflushed.clear();
    for (const [hash, bytes] of this.state.parts) {
      const kept = bytes.slice(0, chance.below(bytes.length + 1));
      if (kept.length > 0 && chance.happens(0.3)) kept.fill(0, Math.floor(kept.length / 2));
      this.state.parts.set(hash, kept);
    }
  }

  /** Whether the very picture lies here. */
  holds(hash: PhotoHash): boolean {
    const bytes = this.state.whole.get(hash);
    if (!bytes) return false;
    const known = proven.get(bytes);
    if (known !== undefined) return known;
    const isRight = createHash('sha256').update(bytes).digest('hex') === hash;
    proven.set(bytes, isRight);
    return isRight;
  }
}

export class PhotoDiskFull extends Error {}

export function photosIn(body: unknown): readonly Photo[] {
  return ((body as { readonly photos?: readonly Photo[] } | null)?.photos ?? []);
}
