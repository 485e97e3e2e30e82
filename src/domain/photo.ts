/** Ảnh: what was seen, small enough to be sent from where there is hardly any signal. Named by its bytes. */
import * as z from 'zod/mini';

/** SHA-256 of the picture's bytes, 64 hexadecimal characters. */
export const PhotoHash = z.string().check(z.regex(/^[0-9a-f]{64}$/)).brand<'PhotoHash'>();
export type PhotoHash = z.infer<typeof PhotoHash>;

/** A picture is made no larger than this before it is kept (longest side in pixels, then bytes). */
export const longestSide = 1_280;
export const mostPhotoBytes = 120_000;
/** So many stand with one activity. */
export const mostPhotos = 6;

/** How an activity names a picture: its bytes travel apart, after the words. Width and height in pixels, upright. */
export const Photo = z.object({
  hash: PhotoHash,
  byteCount: z.int().check(z.minimum(1), z.maximum(mostPhotoBytes)),
  width: z.int().check(z.minimum(1), z.maximum(longestSide)),
  height: z.int().check(z.minimum(1), z.maximum(longestSide)),
});
export type Photo = z.infer<typeof Photo>;

/** One after the other, each picture once. */
export const Photos = z.array(Photo).check(z.maxLength(mostPhotos));
