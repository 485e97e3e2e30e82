/**
 * Pictures as they are sent: the half of their store that the service worker needs, apart from what keeps and forgets
 * them, because the worker's weight is fetched again with every release. One implementation for both.
 */
import type { PhotoHash } from '../domain/photo.ts';
import { photoDue, photosHeadAtFirst, photosToAsk } from '../sync/photo.ts';
import type { PhotosHead } from '../sync/photo.ts';
import type { PhotosPort } from '../sync/ports.ts';
import { KeptHead, KeptPhoto, oldestFirst, photosTold } from './kept-photo.ts';
import { openStore } from './store.ts';
import type { Store, StorePage } from './store.ts';

const shelves = {
  photos: { key: 'hash', indexes: { open: 'open' } },
  bytes: { key: 'hash', indexes: {} },
  thumbnails: { key: 'hash', indexes: {} },
  head: { key: 'key', indexes: {} },
} as const;

export interface BytesRow {
  readonly hash: PhotoHash;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface PhotosStore {
  read<T>(work: (page: StorePage) => Promise<T>): Promise<T>;
  write<T>(work: (page: StorePage) => Promise<T>): Promise<T>;
  /** Null when it is not here. */
  bytesIn(shelf: 'bytes' | 'thumbnails', hash: PhotoHash): Promise<Uint8Array<ArrayBuffer> | null>;
  close(): void;
}

/** Opens its database with the first call, and again after a refusal: whoever has no pictures never waits for it. */
export function openPhotosStore(name = 'so-tay-photos'): PhotosStore {
  let opening: Promise<Store> | null = null;
  const store = (): Promise<Store> => {
    opening ??= openStore({ name, shelves }).catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  const read = async <T>(work: (page: StorePage) => Promise<T>): Promise<T> => (await store()).read(work);
  const write = async <T>(work: (page: StorePage) => Promise<T>): Promise<T> => (await store()).write(work);
  const bytesIn = (shelf: 'bytes' | 'thumbnails', hash: PhotoHash): Promise<Uint8Array<ArrayBuffer> | null> =>
    read(async (page) => ((await page.get(shelf, hash)) as BytesRow | undefined)?.bytes ?? null);

  return {
    read,
    write,
    bytesIn,
    close: () => {
      void opening?.then((opened) => opened.close(), () => undefined);
      opening = null;
    },
  };
}

export function sendingOf({ read, write, bytesIn }: PhotosStore): PhotosPort {
  return {
    undelivered: (limit) => read(async (page) => photosToAsk(await openPhotosOf(page), limit)),

    told: (news) =>
      write(async (page) => {
        const head = await readHead(page);
        const told = photosTold(head, readable(await page.all('photos')), news);
        if (!told) return;
        // Every exchange tells; most say nothing new.
        if (JSON.stringify(told.head) !== JSON.stringify(head)) page.put('head', { key: 'head', value: told.head });
        for (const photo of told.changed) page.put('photos', photo);
      }),

    due: () => read(async (page) => photoDue(await openPhotosOf(page))),

    read: async (hash, offset, length) => (await bytesIn('bytes', hash))?.slice(offset, offset + length) ?? null,
  };
}

const wifiOnlyKey = 'wifi-only';

/** Whether pictures wait for Wi-Fi: kept here, where the worker reads it too. */
export function isWifiOnly({ read }: PhotosStore): Promise<boolean> {
  return read(async (page) => ((await page.get('head', wifiOnlyKey)) as { readonly value?: unknown } | undefined)?.value === true);
}

export function setWifiOnly({ write }: PhotosStore, isOn: boolean): Promise<void> {
  return write((page) => {
    page.put('head', { key: wifiOnlyKey, value: isOn });
    return Promise.resolve();
  });
}

/** Oldest first. */
async function openPhotosOf(page: StorePage): Promise<readonly KeptPhoto[]> {
  return oldestFirst(readable(await page.all('photos', { index: 'open', range: IDBKeyRange.only(1) })));
}

export async function readHead(page: StorePage): Promise<PhotosHead> {
  const row = (await page.get('head', 'head')) as { readonly value?: unknown } | undefined;
  const parsed = KeptHead.safeParse(row?.value);
  return parsed.success ? parsed.data : photosHeadAtFirst;
}

/** The schema judges, it does not rewrite: what a later version added stays. */
export function readable(rows: readonly unknown[]): KeptPhoto[] {
  return rows.filter((row): row is KeptPhoto => KeptPhoto.safeParse(row).success);
}
