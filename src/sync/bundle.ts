/**
 * The bundle: what waits on a phone as one sealed, signed file, and the file that answers it (SPEC.md §12). Here is their
 * shape; seal.ts closes and opens them, carry.ts says what goes in and what an answer does.
 *
 * Both files: one line of JSON in ASCII, a line feed, then bytes. What is inside is never read before its seal has held.
 */
import * as z from 'zod/mini';
import { ChangeId, DeviceId } from '../domain/id.ts';
import { mostPhotoBytes, PhotoHash } from '../domain/photo.ts';
import { Instant, instantOf, msOf } from '../domain/time.ts';
import { PublicKey } from './activation.ts';
import type { Bytes } from './base64url.ts';
import { ExchangeReply, LooseExchangeRequest } from './protocol.ts';

/** Sizes that both sides hold each other to. Whatever is larger is refused before anything is unpacked. */
export const bundleLimits = {
  /** Of the whole file: about 250 pictures. What Zalo and a cheap phone's memory carry without trouble. */
  fileBytes: 32_000_000,
  headerBytes: 2_000,
  /** Of the words inside, unpacked: some 10,000 reports. */
  wordBytes: 24_000_000,
  requests: 1_000,
  photos: 2_000,
} as const;

export const bundleFileEnding = '.so-tay';
/** Behind the bundle's own name. */
export const replyFileEnding = '.tra-loi';

export const KeyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16}$/));

/** Public half of the server's sealing pair. A new pair is a new version of the publication. */
export const SealKey = z.object({ keyId: KeyId, point: PublicKey });
export type SealKey = z.infer<typeof SealKey>;
export const sealKeyPublication = 'sealkey';

const Envelope = {
  v: z.literal(1),
  device: DeviceId,
  /** Of the server's sealing pair: a bundle is sealed to it, a reply by it. */
  sealKey: KeyId,
  ephemeral: PublicKey,
  iv: z.string().check(z.regex(/^[A-Za-z0-9_-]{16}$/)),
  madeAt: Instant,
};

/** Open to whoever carries the file, and signed: who made it and when, how much is in it, and not a word of it. */
export const BundleHeader = z.object({
  format: z.literal('so-tay-bundle'),
  ...Envelope,
  lineage: z.string().check(z.regex(/^[\x20-\x7E]{1,40}$/)),
  changeCount: z.int().check(z.minimum(0)),
  photoCount: z.int().check(z.minimum(0)),
});
export type BundleHeader = z.infer<typeof BundleHeader>;

/** A part of a picture; its bytes lie behind the words, in this order. */
const CarriedPart = z.object({
  hash: PhotoHash,
  offset: z.int().check(z.minimum(0), z.maximum(mostPhotoBytes)),
  byteCount: z.int().check(z.minimum(1), z.maximum(mostPhotoBytes)),
});
export type CarriedPart = z.infer<typeof CarriedPart>;

/** Requests as an exchange would carry them, in order; then the pictures. */
export const BundleWords = z.object({
  requests: z.array(LooseExchangeRequest).check(z.minLength(1), z.maxLength(bundleLimits.requests)),
  photos: z.array(CarriedPart).check(z.maxLength(bundleLimits.photos)),
});
export type BundleWords = z.infer<typeof BundleWords>;

export const ReplyHeader = z.object({ format: z.literal('so-tay-reply'), ...Envelope });
export type ReplyHeader = z.infer<typeof ReplyHeader>;

/** Raw rows of a phone whose store cannot be read as it should: for somebody at the province to read, not for an import. */
export const RescueHeader = z.object({ format: z.literal('so-tay-rescue'), v: Envelope.v, sealKey: Envelope.sealKey, ephemeral: Envelope.ephemeral, iv: Envelope.iv, madeAt: Envelope.madeAt });
export type RescueHeader = z.infer<typeof RescueHeader>;

/** The answer to one request of a bundle, and what of the request its guard needs. */
export const CarriedReply = z.object({
  /** Of the changes, in the order of the codes. */
  changeIds: z.array(z.nullable(ChangeId)),
  /** Id of the epoch that the notebook knew when it made the request. */
  knownEpochId: z.nullable(z.string()),
  photos: z.array(PhotoHash),
  reply: ExchangeReply,
});
export type CarriedReply = z.infer<typeof CarriedReply>;

export const ReplyWords = z.object({
  lineage: z.string().check(z.minLength(1), z.maxLength(40)),
  /** In the order of the requests. */
  replies: z.array(CarriedReply).check(z.maxLength(bundleLimits.requests * 2)),
});
export type ReplyWords = z.infer<typeof ReplyWords>;

const lineFeed = 10;

/** The header's line with its line feed: what the seal and the signature are bound to. */
export function headerLine(header: BundleHeader | ReplyHeader | RescueHeader): Bytes {
  return Uint8Array.from(`${JSON.stringify(header)}\n`, (letter) => letter.charCodeAt(0));
}

/** The line, what it says as JSON, and the bytes behind it. Null when no such line begins the file. */
export function splitLine(file: Bytes): { readonly line: Bytes; readonly header: unknown; readonly rest: Bytes } | null {
  const end = file.subarray(0, bundleLimits.headerBytes).indexOf(lineFeed);
  if (end < 0) return null;
  const line = file.subarray(0, end + 1);
  if (line.some((byte) => byte > 126)) return null;
  try {
    return { line, header: JSON.parse(String.fromCharCode(...line.subarray(0, end))) as unknown, rest: file.subarray(end + 1) };
  } catch {
    return null;
  }
}

export function joined(...parts: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What is sealed: the length of the deflated words in four bytes, the words, then pictures, which no compressor makes smaller. */
export function packInside(deflatedWords: Uint8Array, photos: readonly Uint8Array[]): Bytes {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, deflatedWords.length);
  return joined(length, deflatedWords, ...photos);
}

/** Null when the length points beyond the end. */
export function unpackInside(inside: Bytes): { readonly deflatedWords: Bytes; readonly photos: Bytes } | null {
  if (inside.length < 4) return null;
  const end = 4 + new DataView(inside.buffer, inside.byteOffset, 4).getUint32(0);
  return end > inside.length ? null : { deflatedWords: inside.subarray(4, end), photos: inside.subarray(end) };
}

/** Each part with its bytes. Null when the bytes are not exactly those that the parts name. */
export function partsIn(parts: readonly CarriedPart[], bytes: Bytes): readonly { readonly hash: PhotoHash; readonly offset: number; readonly bytes: Bytes }[] | null {
  let at = 0;
  const found = parts.map(({ hash, offset, byteCount }) => {
    at += byteCount;
    return { hash, offset, bytes: bytes.subarray(at - byteCount, at) };
  });
  return at === bytes.length ? found : null;
}

const vietnamMs = 7 * 3_600_000;

/** `so-tay-c01-20200515-0912`, in the day and hour of Vietnam: sorts, and stands in every file system. */
export function bundleName(unitCode: string, madeAt: Instant): string {
  const [day = '', time = ''] = instantOf(msOf(madeAt) + vietnamMs).split('T');
  return `so-tay-${unitCode.toLowerCase()}-${day.replaceAll('-', '')}-${time.slice(0, 5).replace(':', '')}`;
}
