/** A forgotten password, or a link that went to the wrong person: everything that opened the account is void, one new link opens it. */
import { instantOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import { newToken, sha256 } from '../seals.ts';
import type { Host } from './host.ts';

export type ResetAccountOutcome =
  | { readonly kind: 'reset'; readonly name: string; readonly token: string; readonly expiresAt: Instant }
  | { readonly kind: 'account-unknown' };

/** @param validMs how long the new link lives. @param actor who does it, for the audit. */
export function resetAccount(host: Host, typed: string, validMs: number, actor: string): Promise<ResetAccountOutcome> {
  const name = typed.normalize('NFC').trim();
  return host.storage.transaction(async (page) => {
    const account = await page.account(name);
    if (!account) return { kind: 'account-unknown' };
    const nowMs = host.nowMs();
    const expiresAt = instantOf(nowMs + validMs);
    const token = newToken();
    await page.shutOut(name);
    await page.putAccount({ ...account, passwordHash: null });
    await page.putLoginLink({ tokenHash: sha256(token), accountName: name, expiresAt, usedAt: null });
    await page.audit({ at: instantOf(nowMs), actor, act: 'reset-account', subject: name });
    return { kind: 'reset', name, token, expiresAt };
  });
}
