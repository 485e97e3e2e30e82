/**
 * The phone's pictures: a database of their own, so that a full disk cannot abort a report. Words are never sacrificed
 * for pictures. Every write is one strictly durable transaction.
 */
import type { Photo, PhotoHash } from '../domain/photo.ts';
import { isDelivered, isPhotoSafe } from '../sync/photo.ts';
import type { PhotosHead } from '../sync/photo.ts';
import type { PhotosPort } from '../sync/ports.ts';
import type { Epoch } from '../sync/protocol.ts';
import { freshPhoto } from './kept-photo.ts';
import type { KeptPhoto } from './kept-photo.ts';
import type { DatabaseOptions } from './notebook.ts';
import { isWifiOnly, openPhotosStore, readHead, readable, sendingOf, setWifiOnly } from './photo-sending.ts';
import type { BytesRow } from './photo-sending.ts';
import type { StorePage } from './store.ts';
import { troubleOf } from './trouble.ts';

/** A picture as the phone made it: small, upright, without a word about where and by what it was taken. */
export interface MadePhoto {
  readonly photo: Photo;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** JPEG of a few kB for lists. */
  readonly thumbnail: Uint8Array<ArrayBuffer>;
  readonly originalByteCount: number;
}

/** What a screen may say of a picture that is on this phone. */
export interface PhotoState {
  readonly byteCount: number;
  readonly originalByteCount: number;
  /** Proven whole at the server, in the life that `PhotoStates.epoch` names. */
  readonly isDelivered: boolean;
  /** And copied off the server's machine: it stays whole there after a restore too. */
  readonly isSafe: boolean;
}

export interface PhotoStates {
  readonly epoch: Epoch | null;
  /** A picture that is not on this phone is not in here. */
  readonly of: ReadonlyMap<PhotoHash, PhotoState>;
}

export interface PhotoTotals {
  readonly count: number;
  readonly byteCount: number;
  /** Of these, what the server has safely: may be given up for room. */
  readonly safeCount: number;
  readonly safeBytes: number;
}

export interface Photos extends PhotosPort {
  /** Keeping it again is harmless. @throws StoreTrouble; a full disk keeps nothing of it. */
  keep(made: MadePhoto, nowMs: number): Promise<void>;
  /** Null when it is not on this phone. */
  bytes(hash: PhotoHash): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Outlives bytes that were given up for room. */
  thumbnail(hash: PhotoHash): Promise<Uint8Array<ArrayBuffer> | null>;
  states(hashes: readonly PhotoHash[]): Promise<PhotoStates>;
  totals(): Promise<PhotoTotals>;
  /** Whether the officer wants pictures to wait for Wi-Fi; not before it was asked for. */
  isWifiOnly(): Promise<boolean>;
  setWifiOnly(isOn: boolean): Promise<void>;
  /** For a picture that nothing names. One that was kept again since `keptBeforeMs` stays: somebody has just chosen it. */
  forget(hash: PhotoHash, keptBeforeMs: number): Promise<void>;
  /** Gives up the bytes of what the server has safely; answers how many. It only deletes, so that a full disk allows it. */
  forgetSafe(): Promise<number>;
  /**
   * Removes what nothing has named for `unnamedMs`; answers how many pictures. In two steps, because a draft thrown
   * away may come back, and a picture is kept before its draft names it.
   */
  prune(named: ReadonlySet<string>, nowMs: number): Promise<number>;
  close(): void;
}

export const unnamedMs = 10 * 60_000;

/** Opens its database with the first call, and again after a refusal: whoever has no pictures never waits for it. */
export function openPhotos({ name }: DatabaseOptions = {}): Photos {
  const store = openPhotosStore(name);
  const { read, write, bytesIn } = store;

  return {
    ...sendingOf(store),

    keep: async ({ photo, bytes, thumbnail, originalByteCount }, nowMs) => {
      const work = write(async (page) => {
        await keepReserve(page);
        const [before] = readable([await page.get('photos', photo.hash)]);
        page.put('photos', before ? { ...before, keptAtMs: nowMs, unnamedSinceMs: null } : freshPhoto(photo, originalByteCount, nowMs));
        page.put('bytes', { hash: photo.hash, bytes } satisfies BytesRow);
        page.put('thumbnails', { hash: photo.hash, bytes: thumbnail } satisfies BytesRow);
      });
      try {
        await work;
      } catch (error) {
        if (troubleOf(error).code === 'storage-full') await write(giveReserve).catch(() => undefined);
        throw error;
      }
    },

    bytes: (hash) => bytesIn('bytes', hash),

    thumbnail: (hash) => bytesIn('thumbnails', hash),

    states: (hashes) =>
      read(async (page) => {
        const head = await readHead(page);
        const rows = readable(await Promise.all(hashes.map((hash) => page.get('photos', hash))));
        return { epoch: head.epoch, of: new Map(rows.map((row) => [row.hash, stateOf(row, head)])) };
      }),

    totals: () =>
      read(async (page) => {
        const head = await readHead(page);
        const rows = readable(await page.all('photos'));
        const safe = rows.filter((row) => isPhotoSafe(row, head));
        return { count: rows.length, byteCount: bytesOf(rows), safeCount: safe.length, safeBytes: bytesOf(safe) };
      }),

    isWifiOnly: () => isWifiOnly(store),

    setWifiOnly: (isOn) => setWifiOnly(store, isOn),

    forget: (hash, keptBeforeMs) =>
      write(async (page) => {
        const [row] = readable([await page.get('photos', hash)]);
        if (row && row.keptAtMs < keptBeforeMs) remove(page, hash);
      }),

    forgetSafe: () =>
      write(async (page) => {
        const head = await readHead(page);
        const safe = readable(await page.all('photos')).filter((row) => isPhotoSafe(row, head));
        for (const { hash } of safe) {
          page.delete('photos', hash);
          page.delete('bytes', hash);
        }
        return bytesOf(safe);
      }),

    prune: (named, nowMs) =>
      write(async (page) => {
        let removedCount = 0;
        for (const row of readable(await page.all('photos'))) {
          const since = row.unnamedSinceMs;
          if (named.has(row.hash)) {
            if (since !== null) page.put('photos', { ...row, unnamedSinceMs: null });
          } else if (since === null || since > nowMs) {
            page.put('photos', { ...row, unnamedSinceMs: nowMs });
          } else if (nowMs - since >= unnamedMs) {
            remove(page, row.hash);
            removedCount += 1;
          }
        }
        return removedCount;
      }),

    close: store.close,
  };
}

/**
 * Room set aside with the first picture and given up when one is refused: pictures alone would fill a phone to its last
 * byte, and then the words of the very form they were chosen in could not be kept. A picture needs it whole again.
 * As large as six pictures and more: Chromium counts what is used now and then, and lets a few writes past its limit.
 */
const reserveBytes = 1_024 * 1_024;
const reserveKey = 'reserve';

async function keepReserve(page: StorePage): Promise<void> {
  if (await page.get('head', reserveKey)) return;
  // Chance, because browsers compress what they keep.
  const bytes = new Uint8Array(reserveBytes);
  for (let at = 0; at < reserveBytes; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  page.put('head', { key: reserveKey });
  page.put('bytes', { hash: reserveKey, bytes });
}

function giveReserve(page: StorePage): Promise<void> {
  page.delete('head', reserveKey);
  page.delete('bytes', reserveKey);
  return Promise.resolve();
}

function stateOf(row: KeptPhoto, head: PhotosHead): PhotoState {
  return { byteCount: row.byteCount, originalByteCount: row.originalByteCount, isDelivered: isDelivered(row), isSafe: isPhotoSafe(row, head) };
}

function remove(page: StorePage, hash: PhotoHash): void {
  for (const shelf of ['photos', 'bytes', 'thumbnails']) page.delete(shelf, hash);
}

function bytesOf(rows: readonly KeptPhoto[]): number {
  return rows.reduce((sum, { byteCount }) => sum + byteCount, 0);
}
