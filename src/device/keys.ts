/**
 * Chance, hashes and the phone's two key pairs. The private halves never leave the browser: they are made
 * non-extractable and kept as keys, not as bytes.
 */
import type { DeviceKeys } from '../sync/activation.ts';

/** One pair signs what the phone hands on, the other opens what was sealed to it. */
export interface KeyPairs {
  readonly sign: CryptoKeyPair;
  readonly open: CryptoKeyPair;
}

/** Null where the browser has no WebCrypto: on plain http, and in some old ones. The exchange needs no keys. */
export async function makeKeyPairs(): Promise<KeyPairs | null> {
  const subtle = subtleCrypto();
  if (!subtle) return null;
  try {
    const [sign, open] = await Promise.all([
      subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
      subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
    ]);
    return { sign, open };
  } catch {
    return null;
  }
}

/** The public halves, as the server wants them at activation: uncompressed points in base64url. */
export async function publicKeys(pairs: KeyPairs | null): Promise<DeviceKeys> {
  const subtle = subtleCrypto();
  if (!subtle || !pairs) return { sign: null, open: null };
  const [sign, open] = await Promise.all([subtle.exportKey('raw', pairs.sign.publicKey), subtle.exportKey('raw', pairs.open.publicKey)]);
  return { sign: base64Url(new Uint8Array(sign)), open: base64Url(new Uint8Array(open)) };
}

/** 256 bits of chance as base64url: the token of every later exchange. */
export function newSecret(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

/** 16 characters of a–z and 0–9. */
export function newToken(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => (byte % 36).toString(36)).join('');
}

/** The chance a UUID of version 7 wants (`uuidV7` in domain/id.ts). */
export function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}

/** SHA-256 of the text's UTF-8 bytes, in base64url. */
export async function sha256(text: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

function subtleCrypto(): SubtleCrypto | undefined {
  return (crypto as { subtle?: SubtleCrypto }).subtle;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
