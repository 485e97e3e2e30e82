/**
 * A code becomes a phone's token. Single use: but the same phone, with the same secret, is answered the same way
 * again, because the first answer may have been lost on its way.
 */
import { instantOf } from '../../domain/time.ts';
import { workingYearOf } from '../../domain/time.ts';
import { foldActivationCode } from '../../sync/activation.ts';
import type { Activation, ActivationPreview, ActivationRequest } from '../../sync/activation.ts';
import { newDeviceId, sha256 } from '../seals.ts';
import type { Invite, StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { todayOf } from './published-content.ts';

/** Problems: `code-malformed`, `code-unknown`, `code-used`, `code-expired`, all at the field `code`. */
export async function activatePhone(host: Host, request: ActivationRequest): Promise<Outcome<ActivationPreview | Activation>> {
  const code = foldActivationCode(request.code);
  if (code === null) return refused('code-malformed', 'code');
  return host.storage.transaction(async (page): Promise<Outcome<ActivationPreview | Activation>> => {
    const invite = await page.invite(sha256(code));
    if (!invite) return refused('code-unknown', 'code');
    const tokenHash = request.confirm ? sha256(request.secret) : null;
    const isRepeat = invite.usedBy !== null && invite.usedBy === tokenHash;
    if (invite.usedAt !== null && !isRepeat) return refused('code-used', 'code');
    if (!isRepeat && invite.expiresAt < instantOf(host.nowMs())) return refused('code-expired', 'code');
    const [officer] = await page.officers([invite.officerId]);
    const unit = officer && (await page.unit(officer.unitId));
    if (!officer || !unit) return refused('code-unknown', 'code');
    const person = { id: officer.id, name: officer.name };
    if (!request.confirm) return done({ unit: { id: unit.id, name: unit.name }, officer: person, expiresAt: invite.expiresAt });

    // A secret that another device holds already would hand over its queue.
    const holder = await page.deviceByToken(sha256(request.secret));
    if (holder && holder.device.id !== invite.deviceId) return refused('code-used', 'code');
    const device = isRepeat && invite.deviceId ? invite.deviceId : await enrol(page, host, invite, request);
    const published = await host.published.read(page);
    const today = todayOf(published, host.nowMs());
    const setting = {
      sample: published.setting?.sample ?? false,
      workingDay: published.setting?.workingDay ?? null,
      workingYear: published.setting?.workingYear ?? workingYearOf(today),
    };
    return done({ device, officer: person, unit, setting });
  });
}

async function enrol(page: StoragePage, host: Host, invite: Invite, request: Extract<ActivationRequest, { confirm: true }>) {
  const id = newDeviceId();
  const at = instantOf(host.nowMs());
  const tokenHash = sha256(request.secret);
  await page.putDevice({
    id,
    officerId: invite.officerId,
    tokenHash,
    signKey: request.keys.sign,
    openKey: request.keys.open,
    activatedAt: at,
    revokedAt: null,
    lastContactAt: null,
  });
  await page.putInvite({ ...invite, usedAt: at, usedBy: tokenHash, deviceId: id });
  await page.audit({ at, actor: invite.officerId, act: 'activate', subject: id });
  return id;
}
