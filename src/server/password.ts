/** Passwords: argon2id with the parameters that OWASP gives for small servers (19 MiB, 2 passes, 1 lane). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { passwordLength } from '../sync/desk-protocol.ts';

const derive = promisify(argon2);
const memory = 19_456;
const passes = 2;
const tagLength = 32;

/** As phones and keyboards differ in how they compose accents, one password has one form. */
function messageOf(password: string): string {
  return password.normalize('NFC');
}

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: messageOf(password), nonce, memory, passes, parallelism: 1, tagLength });
  return `$argon2id$v=19$m=${memory},t=${passes},p=1$${nonce.toString('base64url')}$${tag.toString('base64url')}`;
}

/** @param kept null for an account without a password, or for none at all: then it takes as long and answers no. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(kept ?? '');
  const [, m, t, p, nonce, tag] = parts ?? [];
  const expected = Buffer.from(tag ?? '', 'base64url');
  const given = await derive('argon2id', {
    message: messageOf(password),
    nonce: nonce === undefined ? randomBytes(16) : Buffer.from(nonce, 'base64url'),
    memory: Number(m ?? memory),
    passes: Number(t ?? passes),
    parallelism: Number(p ?? 1),
    tagLength: expected.length || tagLength,
  });
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Long enough, not one character over and over, not the account's own name. */
export function isStrongPassword(password: string, name: string): boolean {
  const characters = [...messageOf(password)];
  return characters.length >= passwordLength.least && new Set(characters).size >= 5 && messageOf(password).toLowerCase() !== name.toLowerCase();
}
