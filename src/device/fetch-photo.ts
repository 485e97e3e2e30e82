/** Fetches a picture of this unit from the server: one that another phone took, or that was given up for room here. */
import type { Photo } from '../domain/photo.ts';

/** A picture of 120 kB over the thinnest link that still moves. */
const patienceMs = 60_000;

/** @returns the picture, its size as named; null when it did not come whole. */
export async function fetchPhoto(token: string, { hash, byteCount }: Pick<Photo, 'hash' | 'byteCount'>): Promise<Blob | null> {
  try {
    const answer = await fetch(`/api/photos/${hash}`, { headers: { Authorization: `Bearer ${token}` }, signal: AbortSignal.timeout(patienceMs) });
    // A portal's page comes with status 200 as well.
    if (!answer.ok || !(answer.headers.get('content-type') ?? '').startsWith('image/')) return null;
    const blob = await answer.blob();
    return blob.size === byteCount ? blob : null;
  } catch {
    return null;
  }
}
