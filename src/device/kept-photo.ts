/**
 * A picture as the phone's store knows it, and what the server's word does to it. Pure: the store only carries it out.
 * The shape may gain optional fields, never lose or change one: the store never migrates.
 */
import * as z from 'zod/mini';
import { UnitId } from '../domain/id.ts';
import { Photo } from '../domain/photo.ts';
import { epochStanding } from '../sync/journal.ts';
import type { PhotoDue, PhotoNews } from '../sync/ports.ts';
import { Epoch, PhotoStanding } from '../sync/protocol.ts';

export const KeptPhoto = z.object({
  ...Photo.shape,
  /** Size of the file it was made from: told at the picture. */
  originalByteCount: z.int(),
  keptAtMs: z.number(),
  /** 1 while its delivery is not known. IndexedDB leaves out of an index what is absent. */
  open: z.optional(z.literal(1)),
  askedCount: z.int(),
  /** What the server said last, in the life that the head names; null while it has not said anything of it. */
  standing: z.nullable(PhotoStanding),
  /** Whose positions the standing counts in. */
  scope: z.nullable(UnitId),
  /** Since when no draft and no record names it; null while one does. */
  unnamedSinceMs: z.nullable(z.number()),
});
export type KeptPhoto = z.infer<typeof KeptPhoto>;

export const PhotosHead = z.object({ epoch: z.nullable(Epoch), scope: z.nullable(UnitId), safe: z.int() });
export type PhotosHead = z.infer<typeof PhotosHead>;
export const noHead: PhotosHead = { epoch: null, scope: null, safe: 0 };

/** At which position it became whole; null while it is not. */
export function positionOf({ standing }: Pick<KeptPhoto, 'standing'>): number | null {
  return standing !== null && 'position' in standing ? standing.position : null;
}

/** Whether the server has it, and a copy of the server has it too. */
export function isSafe(photo: Pick<KeptPhoto, 'standing' | 'scope'>, head: PhotosHead): boolean {
  const position = positionOf(photo);
  return position !== null && photo.scope !== null && photo.scope === head.scope && position <= head.safe;
}

/**
 * @param kept every picture of the phone.
 * @returns the head and the pictures that changed; null when the word comes from an earlier life of the server.
 */
export function photosTold(head: PhotosHead, kept: readonly KeptPhoto[], news: PhotoNews): { readonly head: PhotosHead; readonly changed: readonly KeptPhoto[] } | null {
  const life = epochStanding(head.epoch, news.epoch);
  if (life === 'older') return null;
  const next: PhotosHead = { epoch: news.epoch, scope: news.scope, safe: news.safe };
  const asked = new Set(news.asked);
  const changed = kept.flatMap((photo) => {
    const reopened = life === 'newer' && photo.standing !== null && !isSafe(photo, next) ? withStanding(photo, null, null) : photo;
    const told = asked.has(photo.hash) ? asking(reopened, news) : reopened;
    return told === photo ? [] : [told];
  });
  return { head: next, changed };
}

function asking(photo: KeptPhoto, news: PhotoNews): KeptPhoto {
  const counted = { ...photo, askedCount: photo.askedCount + 1 };
  const standing = news.standings.get(photo.hash) ?? null;
  return withStanding(counted, standing, standing === null ? null : news.scope);
}

function withStanding(photo: KeptPhoto, standing: KeptPhoto['standing'], scope: KeptPhoto['scope']): KeptPhoto {
  const { open: _open, ...rest } = photo;
  const next: KeptPhoto = { ...rest, standing, scope };
  if (positionOf(next) === null) next.open = 1;
  return next;
}

/** Least asked about first, then oldest first. */
export function inAskingOrder(photos: readonly KeptPhoto[]): readonly KeptPhoto[] {
  return photos.toSorted((one, next) => one.askedCount - next.askedCount || one.keptAtMs - next.keptAtMs || (one.hash < next.hash ? -1 : 1));
}

/** The one nearest to its end among those the server wants more of. */
export function photoDue(photos: readonly KeptPhoto[]): PhotoDue | null {
  let best: PhotoDue | null = null;
  for (const { hash, byteCount, standing } of photos) {
    if (standing === null || !('held' in standing)) continue;
    const due = { hash, byteCount, held: standing.held };
    if (best === null || byteCount - due.held < best.byteCount - best.held) best = due;
  }
  return best;
}
