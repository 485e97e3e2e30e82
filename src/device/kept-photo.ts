/**
 * A picture as the phone's store keeps it beside its bytes. The shape may gain optional fields, never lose or change
 * one: the store never migrates.
 */
import * as z from 'zod/mini';
import { UnitId } from '../domain/id.ts';
import { Photo } from '../domain/photo.ts';
import { deliveryAfter, deliveryAtFirst, isDelivered, photosHeadAfter } from '../sync/photo.ts';
import type { PhotosHead } from '../sync/photo.ts';
import type { PhotoNews } from '../sync/ports.ts';
import { Epoch, PhotoStanding } from '../sync/protocol.ts';

export const KeptPhoto = z.object({
  ...Photo.shape,
  /** Size of the file it was made from: told at the picture. */
  originalByteCount: z.int(),
  keptAtMs: z.number(),
  /** 1 while its delivery is not known. IndexedDB leaves out of an index what is absent. */
  open: z.optional(z.literal(1)),
  standing: z.nullable(PhotoStanding),
  scope: z.nullable(UnitId),
  askedCount: z.int(),
  setbackCount: z.int(),
  /** Since when no draft and no record names it; null while one does. */
  unnamedSinceMs: z.nullable(z.number()),
});
export type KeptPhoto = z.infer<typeof KeptPhoto>;

export const KeptHead = z.object({ epoch: z.nullable(Epoch), scope: z.nullable(UnitId), safe: z.int() });

export function freshPhoto(photo: Photo, originalByteCount: number, nowMs: number): KeptPhoto {
  return { ...photo, ...deliveryAtFirst(photo.hash, photo.byteCount), originalByteCount, keptAtMs: nowMs, open: 1, unnamedSinceMs: null };
}

/**
 * What the server's word does to the pictures of this phone (`sync/photo.ts` says how).
 * @returns the head and the pictures that changed; null when the word comes from an earlier life of the server.
 */
export function photosTold(head: PhotosHead, kept: readonly KeptPhoto[], news: PhotoNews): { readonly head: PhotosHead; readonly changed: readonly KeptPhoto[] } | null {
  const after = photosHeadAfter(head, news);
  if (!after) return null;
  const asked = new Set(news.asked);
  const changed = kept.flatMap((photo) => {
    const delivery = deliveryAfter(photo, head, news, asked.has(photo.hash));
    if (delivery === photo) return [];
    const { open: _open, ...next }: KeptPhoto = { ...photo, ...delivery };
    return [isDelivered(next) ? next : { ...next, open: 1 as const }];
  });
  return { head: after, changed };
}

export function oldestFirst(photos: readonly KeptPhoto[]): readonly KeptPhoto[] {
  return photos.toSorted((one, next) => one.keptAtMs - next.keptAtMs || (one.hash < next.hash ? -1 : 1));
}
