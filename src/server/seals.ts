/** Hashes, marks and chance: all of the server's cryptography but the passwords'. */
import { createHmac, createSecretKey, generateKeyPairSync, hash, randomBytes, randomUUID, webcrypto } from 'node:crypto';
import type { DeviceId } from '../domain/id.ts';
import { uuidV7 } from '../domain/id.ts';
import { activationAlphabet, activationCodeLength } from '../sync/activation.ts';
import type { Seals } from '../sync/accept.ts';
import type { SealKey } from '../sync/bundle.ts';
import type { SealTools } from '../sync/seal.ts';

/** Names of the keys in the database, so that a backup holds them. */
export const markKeyName = 'mark';
export const openKeyName = 'open';
/** Where an earlier sealing pair lies: what was sealed to it may still arrive. */
export const formerOpenKeyName = (keyId: string): string => `${openKeyName}/${keyId}`;

export function sha256(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** @param key 32 bytes as base64url. A mark is 96 bits: nobody can try that many over a network. */
export function sealsWith(key: string): Seals {
  // Made once: a key of raw bytes would be made anew for every mark.
  const secret = createSecretKey(Buffer.from(key, 'base64url'));
  return {
    hash: sha256,
    mark: (text) => createHmac('sha256', secret).update(text).digest('base64url').slice(0, 16),
  };
}

export function newMarkKey(): string {
  return randomBytes(32).toString('base64url');
}

/** The pair that bundles will be sealed to: its private half as JWK. */
export function newOpenKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return JSON.stringify(privateKey.export({ format: 'jwk' }));
}

/** The public half of a pair that `newOpenKey` made, as phones get it. */
export function sealKeyOf(openKey: string): SealKey {
  const { x = '', y = '' } = JSON.parse(openKey) as { readonly x?: string; readonly y?: string };
  const point = Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return { keyId: hash('sha256', point, 'base64url').slice(0, 16), point: point.toString('base64url') };
}

/** The private half, as sync/seal.ts uses it. */
export function privateKeyOf(openKey: string): Promise<unknown> {
  return webcrypto.subtle.importKey('jwk', JSON.parse(openKey) as object, { name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
}

export const sealTools: SealTools = { subtle: webcrypto.subtle, newIv: () => Uint8Array.from(randomBytes(12)) };

/** 256 bits, for links and sessions; only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** 40 bits; tries are limited at the door. */
export function newActivationCode(): string {
  // 256 is a multiple of the 32 characters, so each is equally likely.
  return Array.from(randomBytes(activationCodeLength), (byte) => activationAlphabet[byte % activationAlphabet.length]).join('');
}

export function newEpochId(): string {
  return randomBytes(9).toString('base64url');
}

export function newUuid(nowMs: number): string {
  return uuidV7(nowMs, randomBytes(10));
}

/** Random to the last bit: when a phone was activated is nobody's business. */
export function newDeviceId(): DeviceId {
  return randomUUID() as DeviceId;
}
