/** Pictures for tests: bytes that differ from one number to the next, and the hash they are named by. */
import { createHash } from 'node:crypto';
import type { Photo, PhotoHash } from '../../src/domain/photo.ts';

/** Begins like a JPEG, so that a server tells it as one. */
export function photoBytes(number: number, byteCount = 40_000): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(byteCount);
  bytes.set([0xff, 0xd8, 0xff]);
  for (let index = 3; index < byteCount; index += 1) bytes[index] = (index * 31 + number * 7 + (index >> 8)) & 0xff;
  return bytes;
}

export function hashOf(bytes: Uint8Array): PhotoHash {
  return createHash('sha256').update(bytes).digest('hex') as PhotoHash;
}

export function aPhoto(number: number, byteCount = 40_000): { readonly photo: Photo; readonly bytes: Uint8Array<ArrayBuffer> } {
  const bytes = photoBytes(number, byteCount);
  return { photo: { hash: hashOf(bytes), byteCount, width: 1280, height: 960 }, bytes };
}
