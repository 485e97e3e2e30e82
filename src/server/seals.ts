/** Hashes, marks and chance: all of the server's cryptography but the passwords'. */
import { createHmac, createSecretKey, generateKeyPairSync, hash, randomBytes, randomUUID } from 'node:crypto';
import type { DeviceId } from '../domain/id.ts';
import { uuidV7 } from '../domain/id.ts';
import { activationAlphabet, activationCodeLength } from '../sync/activation.ts';
import type { Seals } from '../sync/accept.ts';

/** Names of the keys in the database, so that a backup holds them. */
export const markKeyName = 'mark';
export const openKeyName = 'open';

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
