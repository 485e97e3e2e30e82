/** The desk's door: first login by link, login by name and password, sessions. */
import { proposedDueOn } from '../../domain/deadline.ts';
import { instantOf } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { passwordLength } from '../../sync/desk-protocol.ts';
import type { DeskFirstLogin, DeskLogin, DeskMe } from '../../sync/desk-protocol.ts';
import { hashPassword, isPassword, isStrongPassword } from '../password.ts';
import { newToken, sha256 } from '../seals.ts';
import type { Account, StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { todayOf } from './published-content.ts';

/** A working day. */
export const sessionMs = 12 * 3_600_000;

export interface Entered {
  readonly sessionId: string;
  readonly me: DeskMe;
}

/** Who asks: an account, with the unit whose subtree it may see. */
export interface Asker {
  readonly account: Account;
  readonly unit: Unit;
}

/** Problems: `link-expired`, `password-weak` (at `password`), `not-allowed` (at `name`, when it is taken). */
export async function firstLogIn(host: Host, { token, name, password }: DeskFirstLogin): Promise<Outcome<Entered>> {
  const wanted = name?.normalize('NFC').trim();
  const known = await host.storage.transaction(async (page) => usableLink(page, host, token));
  if (!known) return refused('link-expired');
  if (!isStrongPassword(password, wanted ?? known.name)) return refused('password-weak', 'password', { min: passwordLength.least });
  const passwordHash = await hashPassword(password);
  return host.storage.transaction(async (page): Promise<Outcome<Entered>> => {
    // Between the two transactions somebody else may have opened the same link.
    const account = await usableLink(page, host, token);
    if (!account) return refused('link-expired');
    const finalName = wanted ?? account.name;
    if (finalName !== account.name) {
      if (await page.account(finalName)) return refused('not-allowed', 'name');
      await page.removeAccount(account.name);
    }
    // Whoever takes a name of their own is read by it.
    const kept = { ...account, name: finalName, displayName: finalName === account.name ? account.displayName : '', passwordHash };
    await page.putAccount(kept);
    const at = instantOf(host.nowMs());
    await page.putLoginLink({ tokenHash: sha256(token), accountName: finalName, expiresAt: at, usedAt: at });
    await page.audit({ at, actor: finalName, act: 'first-login', subject: finalName });
    return enter(page, host, kept);
  });
}

async function usableLink(page: StoragePage, host: Host, token: string): Promise<Account | null> {
  const link = await page.loginLink(sha256(token));
  if (!link || link.usedAt !== null || link.expiresAt < instantOf(host.nowMs())) return null;
  return page.account(link.accountName);
}

/** Problems: `login-wrong`, which takes as long for an unknown name as for a wrong password. */
export async function logIn(host: Host, { name, password }: DeskLogin): Promise<Outcome<Entered>> {
  const wanted = name.normalize('NFC').trim();
  const account = await host.storage.transaction((page) => page.account(wanted));
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (!account || !isRight) return refused('login-wrong');
  return host.storage.transaction((page) => enter(page, host, account));
}

async function enter(page: StoragePage, host: Host, account: Account): Promise<Outcome<Entered>> {
  const unit = await page.unit(account.unitId);
  if (!unit) return refused('login-wrong');
  const nowMs = host.nowMs();
  const sessionId = newToken();
  await page.endSessionsBefore(instantOf(nowMs));
  await page.putSession({ idHash: sha256(sessionId), accountName: account.name, expiresAt: instantOf(nowMs + sessionMs) });
  return done({ sessionId, me: await meOf(page, host, { account, unit }) });
}

export async function logOut(host: Host, sessionId: string): Promise<void> {
  await host.storage.transaction((page) => page.endSession(sha256(sessionId)));
}

/** Who holds this session; null when it is unknown or over. */
export async function askerOf(page: StoragePage, host: Host, sessionId: string): Promise<Asker | null> {
  const session = await page.session(sha256(sessionId));
  if (!session || session.expiresAt < instantOf(host.nowMs())) return null;
  const account = await page.account(session.accountName);
  const unit = account && (await page.unit(account.unitId));
  return account && unit ? { account, unit } : null;
}

/** What units read beside a decision. */
export function shownName({ name, displayName }: Account): string {
  return displayName === '' ? name : displayName;
}

export async function meOf(page: StoragePage, host: Host, { account, unit }: Asker): Promise<DeskMe> {
  const published = await host.published.read(page);
  const today = todayOf(published, host.nowMs());
  return {
    name: account.name,
    shownName: shownName(account),
    role: account.role,
    unitId: unit.id,
    unitName: unit.name,
    sample: published.setting?.sample ?? false,
    today,
    returnDueOn: proposedDueOn(today, published.judgeFor(unit, today).calendars.at(-1) ?? null),
  };
}
