/**
 * The seal of a bundle and of its reply: P-256, HKDF-SHA-256, AES-GCM with 256 bits, and ECDSA for the phone's signature.
 * Phones and server run this very code over the WebCrypto that each brings.
 *
 * A bundle is sealed to the server by a key pair made for it alone, and signed by the phone over header and sealed bytes. A
 * reply is sealed by such a pair and by the server's own one together (as HPKE's Auth mode does, RFC 9180 §5.1.3): only
 * the holder of the server's private half could have made it, so it needs no second pair to sign with.
 */
import { base64UrlOf, bytesOfBase64Url } from './base64url.ts';
import type { Bytes } from './base64url.ts';
import { headerLine, joined } from './bundle.ts';
import type { BundleHeader, ReplyHeader, RescueHeader } from './bundle.ts';

type Usage = 'deriveBits' | 'encrypt' | 'decrypt' | 'verify';
interface Algorithm {
  readonly name: string;
  readonly namedCurve?: string;
}

/** The calls of `SubtleCrypto` that are used: this room has neither a browser's types nor Node's. */
export interface Subtle {
  importKey(format: 'raw', bytes: Bytes, algorithm: Algorithm, isExtractable: boolean, usages: Usage[]): Promise<unknown>;
  exportKey(format: 'raw', key: unknown): Promise<ArrayBuffer>;
  generateKey(algorithm: { readonly name: string; readonly namedCurve: string }, isExtractable: boolean, usages: Usage[]): Promise<unknown>;
  deriveBits(algorithm: never, key: unknown, bitCount: number): Promise<ArrayBuffer>;
  encrypt(algorithm: never, key: unknown, bytes: Bytes): Promise<ArrayBuffer>;
  decrypt(algorithm: never, key: unknown, bytes: Bytes): Promise<ArrayBuffer>;
  sign(algorithm: never, key: unknown, bytes: Bytes): Promise<ArrayBuffer>;
  verify(algorithm: never, key: unknown, signature: Bytes, bytes: Bytes): Promise<boolean>;
  digest(algorithm: string, bytes: Bytes): Promise<ArrayBuffer>;
}

export interface SealTools {
  readonly subtle: Subtle;
  /** 12 bytes of chance. */
  newIv(): Bytes;
}

/** Public halves are uncompressed points in base64url, as at activation. Private ones are keys of `subtle`, for `deriveBits`. */
type Point = string;
type PrivateKey = unknown;

const signatureBytes = 64;
const ecdh = { name: 'ECDH', namedCurve: 'P-256' } as const;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const signing = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Names a public half: the beginning of its SHA-256. */
export async function keyIdOf(subtle: Subtle, point: Point): Promise<string> {
  return base64UrlOf(new Uint8Array(await subtle.digest('SHA-256', pointBytes(point)))).slice(0, 16);
}

/** @returns the whole file. @param header without what the seal itself puts in. */
export async function sealBundle(
  { subtle, newIv }: SealTools, header: Omit<BundleHeader, 'ephemeral' | 'iv'>, inside: Bytes, to: Point, signWith: PrivateKey,
): Promise<Bytes> {
  const signed = await sealedTo({ subtle, newIv }, header, inside, to);
  return joined(signed, new Uint8Array(await subtle.sign(signing as never, signWith, signed)));
}

/** Without a signature: the key to sign with may be what cannot be read. */
export function sealRescue(tools: SealTools, header: Omit<RescueHeader, 'ephemeral' | 'iv'>, inside: Bytes, to: Point): Promise<Bytes> {
  return sealedTo(tools, header, inside, to);
}

/** Null when the seal does not hold. Who made it nobody can say. */
export function openRescue(subtle: Subtle, header: RescueHeader, line: Bytes, rest: Bytes, own: { readonly privateKey: PrivateKey; readonly point: Point }): Promise<Bytes | null> {
  return openSealed(subtle, header, line, rest, own);
}

/** Whether the phone with this public half made the file, to its last bit. @param line with what stands behind it: see `splitLine`. */
export async function isSignedBy(subtle: Subtle, point: Point, line: Bytes, rest: Bytes): Promise<boolean> {
  if (rest.length <= signatureBytes) return false;
  try {
    const key = await subtle.importKey('raw', pointBytes(point), ecdsa, false, ['verify']);
    return await subtle.verify(signing as never, key, rest.slice(-signatureBytes), joined(line, rest.subarray(0, -signatureBytes)));
  } catch {
    return false;
  }
}

/** What is inside, or null when the seal does not hold. The signature is looked at before (`isSignedBy`). */
export async function openBundle(subtle: Subtle, header: BundleHeader, line: Bytes, rest: Bytes, own: { readonly privateKey: PrivateKey; readonly point: Point }): Promise<Bytes | null> {
  return openSealed(subtle, header, line, rest.subarray(0, -signatureBytes), own);
}

/** @returns the whole file, which only the phone can read and only this server could have written. */
export async function sealReply(
  { subtle, newIv }: SealTools, header: Omit<ReplyHeader, 'ephemeral' | 'iv'>, inside: Bytes, to: Point,
  own: { readonly privateKey: PrivateKey; readonly point: Point },
): Promise<Bytes> {
  const once = await newPair(subtle);
  const iv = newIv();
  const line = headerLine({ ...header, ephemeral: once.point, iv: base64UrlOf(iv) });
  const secrets = [await agree(subtle, once.privateKey, to), await agree(subtle, own.privateKey, to)];
  const key = await keyFrom(subtle, secrets, [once.point, own.point, to], 'encrypt');
  return joined(line, await encrypt(subtle, key, iv, line, inside));
}

/** Null when it was not sealed to this phone, not by that server, or was altered. @param from public half of the server's pair that the header names. */
export async function openReply(
  subtle: Subtle, header: ReplyHeader, line: Bytes, rest: Bytes, from: Point, own: { readonly privateKey: PrivateKey; readonly point: Point },
): Promise<Bytes | null> {
  return opened(subtle, header, line, rest, async () => ({
    secrets: [await agree(subtle, own.privateKey, header.ephemeral), await agree(subtle, own.privateKey, from)],
    points: [header.ephemeral, from, own.point],
  }));
}

async function sealedTo(
  { subtle, newIv }: SealTools, header: Omit<BundleHeader, 'ephemeral' | 'iv'> | Omit<RescueHeader, 'ephemeral' | 'iv'>, inside: Bytes, to: Point,
): Promise<Bytes> {
  const once = await newPair(subtle);
  const iv = newIv();
  const line = headerLine({ ...header, ephemeral: once.point, iv: base64UrlOf(iv) });
  const key = await keyFrom(subtle, [await agree(subtle, once.privateKey, to)], [once.point, to], 'encrypt');
  return joined(line, await encrypt(subtle, key, iv, line, inside));
}

function openSealed(
  subtle: Subtle, header: BundleHeader | RescueHeader, line: Bytes, sealed: Bytes, own: { readonly privateKey: PrivateKey; readonly point: Point },
): Promise<Bytes | null> {
  return opened(subtle, header, line, sealed, async () => ({
    secrets: [await agree(subtle, own.privateKey, header.ephemeral)],
    points: [header.ephemeral, own.point],
  }));
}

interface Agreement {
  readonly secrets: readonly Uint8Array[];
  readonly points: readonly Point[];
}

async function opened(subtle: Subtle, { iv }: Pick<BundleHeader, 'iv'>, line: Bytes, sealed: Bytes, agreement: () => Promise<Agreement>): Promise<Bytes | null> {
  try {
    const { secrets, points } = await agreement();
    const key = await keyFrom(subtle, secrets, points, 'decrypt');
    const algorithm = { name: 'AES-GCM', iv: bytesOfBase64Url(iv), additionalData: line };
    return new Uint8Array(await subtle.decrypt(algorithm as never, key, sealed));
  } catch {
    // A point that is none, a tag that does not fit: told apart by nobody.
    return null;
  }
}

async function encrypt(subtle: Subtle, key: unknown, iv: Bytes, line: Bytes, inside: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: line } as never, key, inside));
}

async function newPair(subtle: Subtle): Promise<{ readonly privateKey: unknown; readonly point: Point }> {
  const pair = (await subtle.generateKey(ecdh, false, ['deriveBits'])) as { readonly privateKey: unknown; readonly publicKey: unknown };
  return { privateKey: pair.privateKey, point: base64UrlOf(new Uint8Array(await subtle.exportKey('raw', pair.publicKey))) };
}

async function agree(subtle: Subtle, privateKey: unknown, point: Point): Promise<Uint8Array> {
  const theirs = await subtle.importKey('raw', pointBytes(point), ecdh, false, []);
  return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: theirs } as never, privateKey, 256));
}

/** Every public half that took part is bound into the key, so that none can be put in another's place. */
async function keyFrom(subtle: Subtle, secrets: readonly Uint8Array[], points: readonly Point[], usage: 'encrypt' | 'decrypt'): Promise<unknown> {
  const base = await subtle.importKey('raw', joined(...secrets), { name: 'HKDF' }, false, ['deriveBits']);
  const info = joined(...points.map(pointBytes));
  const bits = await subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info } as never, base, 256);
  return subtle.importKey('raw', new Uint8Array(bits), { name: 'AES-GCM' }, false, [usage]);
}

function pointBytes(point: Point): Bytes {
  return bytesOfBase64Url(point) ?? new Uint8Array(0);
}
