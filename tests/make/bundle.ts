/** Bundles as a phone makes them, over Node's WebCrypto. */
import { randomBytes, webcrypto } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { base64UrlOf } from '../../src/sync/base64url.ts';
import type { Bytes } from '../../src/sync/base64url.ts';
import type { DeviceId } from '../../src/domain/id.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { Instant } from '../../src/domain/time.ts';
import { packInside } from '../../src/sync/bundle.ts';
import type { BundleHeader, BundleWords } from '../../src/sync/bundle.ts';
import { keyIdOf, sealBundle } from '../../src/sync/seal.ts';
import type { SealTools } from '../../src/sync/seal.ts';

export const subtle = webcrypto.subtle as unknown as SealTools['subtle'];
export const tools: SealTools = { subtle, newIv: () => Uint8Array.from(randomBytes(12)) };

export interface Pair {
  readonly privateKey: unknown;
  readonly point: string;
}

async function pairOf(name: 'ECDH' | 'ECDSA', usages: readonly ('deriveBits' | 'sign' | 'verify')[]): Promise<Pair> {
  const pair = await webcrypto.subtle.generateKey({ name, namedCurve: 'P-256' }, false, [...usages]);
  return { privateKey: pair.privateKey, point: base64UrlOf(new Uint8Array(await webcrypto.subtle.exportKey('raw', pair.publicKey))) };
}
export const anOpenPair = (): Promise<Pair> => pairOf('ECDH', ['deriveBits']);
export const aSignPair = (): Promise<Pair> => pairOf('ECDSA', ['sign', 'verify']);

export interface BundleParts {
  readonly device: DeviceId;
  readonly sealTo: string;
  readonly signWith: unknown;
  readonly requests: readonly unknown[];
  readonly photos?: readonly { readonly hash: PhotoHash; readonly bytes: Uint8Array }[];
  readonly header?: Partial<BundleHeader>;
  /** In place of the words: what a hostile maker might put there. */
  readonly inside?: Bytes;
}

/** A whole file, as a phone would hand it on. */
export async function aBundle({ device, sealTo, signWith, requests, photos = [], header = {}, inside }: BundleParts): Promise<Bytes> {
  const words = {
    requests, photos: photos.map(({ hash, bytes }) => ({ hash, offset: 0, byteCount: bytes.length })),
  } as unknown as BundleWords;
  const packed = packInside(deflateSync(JSON.stringify(words)), photos.map(({ bytes }) => bytes));
  const open = {
    format: 'so-tay-bundle' as const, v: 1 as const, device, lineage: 'lineage-1', sealKey: await keyIdOf(subtle, sealTo),
    madeAt: '2026-05-15T01:30:00.000Z' as Instant, changeCount: 1, photoCount: photos.length, ...header,
  };
  return sealBundle(tools, open, inside ?? packed, sealTo, signWith);
}
