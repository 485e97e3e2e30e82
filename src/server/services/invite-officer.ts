/** An invite: a code on paper for one officer's next phone. Only its hash is stored. */
import type { OfficerId, UnitId } from '../../domain/id.ts';
import { Officer } from '../../domain/officer.ts';
import { instantOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import { levelsOf } from '../../domain/unit.ts';
import { activationCodeLength } from '../../sync/activation.ts';
import { newActivationCode, sha256 } from '../seals.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { publishUnit } from './publish-unit.ts';

export interface Invitation {
  readonly code: string;
  readonly unit: Unit;
  readonly officer: Officer;
  readonly expiresAt: Instant;
}

export type InviteOutcome =
  | { readonly kind: 'invited'; readonly invitation: Invitation }
  | { readonly kind: 'unit-unknown' }
  /** A mere group of unions: nobody records or decides for it. */
  | { readonly kind: 'unit-records-nothing' }
  | { readonly kind: 'officer-name-needed' };

/** @param officerName null takes the unit's first officer; a new name makes a new officer. @param validMs how long the code lives. */
export function inviteOfficer(host: Host, unitId: UnitId, officerName: string | null, validMs: number, actor: string): Promise<InviteOutcome> {
  return host.storage.transaction(async (page) => {
    const unit = await page.unit(unitId);
    if (!unit) return { kind: 'unit-unknown' };
    if (levelsOf(unit).length === 0) return { kind: 'unit-records-nothing' };
    const officer = await officerNamed(page, host, unit, officerName);
    if (!officer) return { kind: 'officer-name-needed' };
    const nowMs = host.nowMs();
    const code = newActivationCode();
    const expiresAt = instantOf(nowMs + validMs);
    await page.putInvite({
      codeHash: sha256(code), officerId: officer.id, createdAt: instantOf(nowMs), expiresAt, usedAt: null, usedBy: null, deviceId: null,
    });
    await page.audit({ at: instantOf(nowMs), actor, act: 'invite', subject: officer.id });
    return { kind: 'invited', invitation: { code, unit, officer, expiresAt } };
  });
}

async function officerNamed(page: StoragePage, host: Host, unit: Unit, name: string | null): Promise<Officer | null> {
  const known = await page.officersOf(unit.id);
  if (name === null) return known[0] ?? null;
  const wanted = name.normalize('NFC').trim();
  const found = known.find((officer) => officer.name === wanted);
  if (found) return found;
  const parsed = Officer.safeParse({ id: freeId(unit, known), unitId: unit.id, name: wanted });
  if (!parsed.success) return null;
  await page.putOfficers([parsed.data]);
  await publishUnit(page, host, unit, await page.units(), [parsed.data]);
  return parsed.data;
}

function freeId(unit: Unit, known: readonly Officer[]): OfficerId {
  const taken = new Set<string>(known.map((officer) => officer.id));
  let number = known.length + 1;
  while (taken.has(`${unit.id}-${number}`)) number += 1;
  return `${unit.id}-${number}` as OfficerId;
}

/** What a phone opens; the code stands behind `#`, so that no server's log sees it. */
export function activationLink(publicUrl: string, code: string): string {
  return `${publicUrl}/k#${code}`;
}

/** As it is printed or read out: `K7M2-9QXP`. The phone takes it with or without the dash. */
export function codeOnPaper(code: string): string {
  return `${code.slice(0, activationCodeLength / 2)}-${code.slice(activationCodeLength / 2)}`;
}
