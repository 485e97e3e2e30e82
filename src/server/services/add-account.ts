/** A desk account and its first-login link. The password is chosen by whoever opens the link. */
import type { UnitId } from '../../domain/id.ts';
import { instantOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { DeskName } from '../../sync/desk-protocol.ts';
import type { DeskRole } from '../../sync/desk-protocol.ts';
import { newToken, sha256 } from '../seals.ts';
import type { Host } from './host.ts';

export type AddAccountOutcome =
  | { readonly kind: 'added'; readonly name: string; readonly unit: Unit; readonly role: DeskRole; readonly token: string; readonly expiresAt: Instant }
  | { readonly kind: 'unit-unknown' }
  | { readonly kind: 'name-taken' }
  | { readonly kind: 'name-malformed' };

/** As in a review, which keeps it. */
const mostNameLength = 80;

/**
 * The province's accounts administer; those of upper-level unions review.
 * @param displayName what units read beside a decision; empty: the name of the login.
 */
export async function addAccount(host: Host, name: string, unitId: UnitId, validMs: number, actor: string, displayName = ''): Promise<AddAccountOutcome> {
  const parsed = DeskName.safeParse(name.normalize('NFC').trim());
  const shown = displayName.normalize('NFC').trim();
  if (!parsed.success || shown.length > mostNameLength) return { kind: 'name-malformed' };
  return host.storage.transaction(async (page) => {
    const unit = await page.unit(unitId);
    if (!unit) return { kind: 'unit-unknown' };
    if (await page.account(parsed.data)) return { kind: 'name-taken' };
    const nowMs = host.nowMs();
    const createdAt = instantOf(nowMs);
    const expiresAt = instantOf(nowMs + validMs);
    const token = newToken();
    const role = unit.kind === 'province' ? 'administrator' : 'reviewer';
    await page.putAccount({ name: parsed.data, displayName: shown, unitId: unit.id, role, passwordHash: null, createdAt });
    await page.putLoginLink({ tokenHash: sha256(token), accountName: parsed.data, expiresAt, usedAt: null });
    await page.audit({ at: createdAt, actor, act: 'add-account', subject: parsed.data });
    return { kind: 'added', name: parsed.data, unit, role, token, expiresAt };
  });
}

/** What a browser opens; the token stands behind `#`, so that no server's log sees it. */
export function firstLoginLink(publicUrl: string, token: string): string {
  return `${publicUrl}/ban#dau-tien=${token}`;
}
