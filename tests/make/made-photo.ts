/** Pictures for tests: bytes that nobody looks at, under the hash they have. */
import type { MadePhoto } from '../../src/device/photos.ts';
import { PhotoHash } from '../../src/domain/photo.ts';

/** @param number tells pictures apart. */
export async function aMadePhoto(number: number, byteCount = 1_000): Promise<MadePhoto> {
  const bytes = new Uint8Array(byteCount).map((_, index) => (index * 7 + number) % 251);
  bytes[0] = number;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = PhotoHash.parse(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  return { photo: { hash, byteCount, width: 1_280, height: 960 }, bytes, thumbnail: new Uint8Array([number, 1, 2, 3]), originalByteCount: 4_200_000 };
}
