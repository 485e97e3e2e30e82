/** A file becomes a small picture and is kept on the phone, durably, before any draft names it. */
import { makePhoto } from '../../device/photo-maker.ts';
import type { MadePhoto, Photos } from '../../device/photos.ts';
import { troubleOf } from '../../device/trouble.ts';
import type { Trouble } from '../../device/trouble.ts';
import type { Photo } from '../../domain/photo.ts';
import type { Problem } from '../../domain/problem.ts';

export type KeptAnswer =
  | { readonly kind: 'kept'; readonly photo: Photo }
  /** No picture, or none that can be made small. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** The phone refused to keep it; the picture is handed back to be tried again. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble; readonly made: MadePhoto };

export async function keepPhoto(photos: Photos, file: Blob): Promise<KeptAnswer> {
  const answer = await makePhoto(file);
  return 'problem' in answer ? { kind: 'problem', problem: answer.problem } : keepMade(photos, answer.made);
}

/** Again, after room was made. */
export async function keepMade(photos: Photos, made: MadePhoto): Promise<KeptAnswer> {
  try {
    await photos.keep(made, Date.now());
    return { kind: 'kept', photo: made.photo };
  } catch (error) {
    return { kind: 'trouble', trouble: troubleOf(error), made };
  }
}
