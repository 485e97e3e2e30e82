/**
 * Pictures as pure rules: where a part that arrives is placed, what the server's word does to what a phone knows of a
 * picture, and which one goes next. Every store of pictures is thin around these (SPEC.md §10).
 */
import * as z from 'zod/mini';
import type { UnitId } from '../domain/id.ts';
import { mostPhotoBytes, PhotoHash } from '../domain/photo.ts';
import { epochStanding } from './journal.ts';
import type { Epoch, PhotoStanding } from './protocol.ts';
import type { PhotoDue, PhotoNews } from './ports.ts';

// ------------------------------------------------------------------ the server

/**
 * Which bytes of a part continue what is held: after an overlap the rest is used, a repeat brings nothing.
 * @param held bytes kept so far; @param byteCount of the whole picture; @param offset where the part begins in it;
 * @param length of the part, all in bytes.
 * @returns bytes of the part to pass over and then to take; null when there is a gap before it.
 */
export function placePart(held: number, byteCount: number, offset: number, length: number): { readonly skip: number; readonly take: number } | null {
  if (offset > held) return null;
  const skip = Math.min(held - offset, length);
  return { skip, take: Math.max(0, Math.min(length - skip, byteCount - held)) };
}

/** How a stored change names a picture. */
export interface NamedPhoto {
  readonly hash: PhotoHash;
  readonly byteCount: number;
}

const Loose = z.looseObject({ hash: PhotoHash, byteCount: z.int().check(z.minimum(1), z.maximum(mostPhotoBytes)) });

/**
 * The pictures that a change's body names, read loosely: a change that was returned, or that this server does not
 * understand yet, names its pictures as well, so that none is left on one phone.
 */
export function photosNamedIn(body: unknown): readonly NamedPhoto[] {
  const listed = (body as { readonly photos?: unknown } | null)?.photos;
  if (!Array.isArray(listed)) return [];
  const named = new Map<PhotoHash, NamedPhoto>();
  for (const each of listed) {
    const photo = Loose.safeParse(each);
    if (photo.success) named.set(photo.data.hash, { hash: photo.data.hash, byteCount: photo.data.byteCount });
  }
  return [...named.values()];
}

/** The same, of a stored change's text. */
export function photosNamedByText(text: string): readonly NamedPhoto[] {
  // Nearly no change names a picture, and every change comes by here.
  return text.includes('"photos"') ? photosNamedIn((JSON.parse(text) as { readonly body?: unknown }).body) : [];
}

// ------------------------------------------------------------------ the phone

/** What a phone knows of a picture's delivery; its bytes lie beside it. A plain value that any store can keep. */
export interface PhotoDelivery {
  readonly hash: PhotoHash;
  readonly byteCount: number;
  /** The server's last word, in the epoch of the head; null while it is not known. */
  readonly standing: PhotoStanding | null;
  /** The scope that a position belongs to. */
  readonly scope: UnitId | null;
  /** How often the server was asked, or told a part. */
  readonly askedCount: number;
  /** How often the server held less than before: a broken picture must not stand before sound ones for ever. */
  readonly setbackCount: number;
}

/** What a store of pictures knows of the server: its life, and how far a scope is safe. */
export interface PhotosHead {
  readonly epoch: Epoch | null;
  readonly scope: UnitId | null;
  readonly safe: number;
}

export const photosHeadAtFirst: PhotosHead = { epoch: null, scope: null, safe: 0 };

export function deliveryAtFirst(hash: PhotoHash, byteCount: number): PhotoDelivery {
  return { hash, byteCount, standing: null, scope: null, askedCount: 0, setbackCount: 0 };
}

/** Whole at the server, its hash proven, in the epoch known. */
export function isDelivered(photo: Pick<PhotoDelivery, 'standing'>): boolean {
  return photo.standing !== null && 'position' in photo.standing;
}

/** Delivered, and copied off the server's machine: only such a picture may leave the phone. */
export function isPhotoSafe(photo: Pick<PhotoDelivery, 'standing' | 'scope'>, head: Pick<PhotosHead, 'scope' | 'safe'>): boolean {
  const { standing } = photo;
  return standing !== null && 'position' in standing && photo.scope === head.scope && standing.position <= head.safe;
}

/** The head after the news; null when the news come from an older life of the server and are of no use. */
export function photosHeadAfter(head: PhotosHead, news: PhotoNews): PhotosHead | null {
  const epoch = epochStanding(head.epoch, news.epoch);
  if (epoch === 'older') return null;
  const isSame = epoch === 'same' && head.scope === news.scope;
  return { epoch: news.epoch, scope: news.scope, safe: isSame ? Math.max(head.safe, news.safe) : news.safe };
}

/**
 * A picture after the news, the very same value when nothing changes. A newer epoch opens it again: what its
 * position stands on there, only the server can say. Within an epoch a position is the last word: a slower answer that still says otherwise is older.
 * @param before the head before the news, which `photosHeadAfter` has not refused. @param asked whether the news
 * answer for this picture: then it has a standing, or is named by no stored change.
 */
export function deliveryAfter(photo: PhotoDelivery, before: PhotosHead, news: PhotoNews, asked: boolean): PhotoDelivery {
  const isReopened = epochStanding(before.epoch, news.epoch) === 'newer' && photo.standing !== null;
  const open = isReopened ? { ...photo, standing: null, scope: null, askedCount: 0 } : photo;
  if (!asked || isDelivered(open)) return open;
  const standing = news.standings.get(photo.hash) ?? null;
  const isSetBack = heldOf(standing) < heldOf(open.standing);
  return { ...open, standing, scope: standing === null ? null : news.scope, askedCount: open.askedCount + 1, setbackCount: open.setbackCount + (isSetBack ? 1 : 0) };
}

/** Pictures to ask about next. @param photos oldest first. */
export function photosToAsk(photos: readonly PhotoDelivery[], limit: number): readonly PhotoHash[] {
  return photos
    .filter((photo) => !isDelivered(photo))
    .toSorted((one, other) => one.askedCount - other.askedCount)
    .slice(0, limit)
    .map((photo) => photo.hash);
}

/** The picture to send a part of next: fewest setbacks first, then nearest to its end. @param photos oldest first. */
export function photoDue(photos: readonly PhotoDelivery[]): PhotoDue | null {
  const [next] = photos
    .filter((photo) => photo.standing !== null && 'held' in photo.standing)
    .toSorted((one, other) => one.setbackCount - other.setbackCount || restOf(one) - restOf(other));
  return next ? { hash: next.hash, byteCount: next.byteCount, held: heldOf(next.standing) } : null;
}

function restOf(photo: PhotoDelivery): number {
  return photo.byteCount - heldOf(photo.standing);
}

/** A whole one holds more than any part of it. */
function heldOf(standing: PhotoStanding | null): number {
  if (standing === null) return 0;
  return 'held' in standing ? standing.held : mostPhotoBytes;
}
