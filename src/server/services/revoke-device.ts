/** A lost phone: what it still sends is kept apart, and it receives nothing more. */
import type { DeviceId } from '../../domain/id.ts';
import { instantOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import type { Host } from './host.ts';

export type RevokeOutcome = 'revoked' | 'revoked-before' | 'unknown';

export function revokeDevice(host: Host, id: DeviceId, actor: string): Promise<RevokeOutcome> {
  return host.storage.transaction(async (page) => {
    const device = await page.device(id);
    if (!device) return 'unknown';
    if (device.revokedAt !== null) return 'revoked-before';
    const at = instantOf(host.nowMs());
    await page.putDevice({ ...device, revokedAt: at });
    await page.audit({ at, actor, act: 'revoke', subject: id });
    return 'revoked';
  });
}

export interface ListedDevice {
  readonly id: DeviceId;
  readonly unitId: string;
  readonly officerName: string;
  readonly activatedAt: Instant;
  readonly lastContactAt: Instant | null;
  readonly revokedAt: Instant | null;
}

export function listDevices(host: Host): Promise<readonly ListedDevice[]> {
  return host.storage.transaction(async (page) => {
    const devices = await page.devices();
    const officers = new Map((await page.officers(devices.map((device) => device.officerId))).map((officer) => [officer.id, officer]));
    return devices.map(({ id, officerId, activatedAt, lastContactAt, revokedAt }) => {
      const officer = officers.get(officerId);
      return { id, unitId: officer?.unitId ?? '', officerName: officer?.name ?? '', activatedAt, lastContactAt, revokedAt };
    });
  });
}
