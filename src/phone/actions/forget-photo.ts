import type { PhotoHash } from '../../domain/photo.ts';
import type { Hands } from '../hands.ts';

/** Another tab may have chosen the same picture a moment ago, and not yet kept the draft that names it. */
const freshMs = 60_000;

/** Gives up the bytes of a picture that was taken off a form, unless a draft or a record still names it. */
export async function forgetPhoto({ notebook, photos }: Pick<Hands, 'notebook' | 'photos'>, hash: PhotoHash): Promise<void> {
  const named = await notebook.namedPhotos();
  if (!named.has(hash)) await photos.forget(hash, Date.now() - freshMs);
}
