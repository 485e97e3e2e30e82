/** What an activated phone may see and write: its unit, and for an upper union the units that report to it. */
import type { Unit } from '../../domain/unit.ts';
import { reportingBelow } from '../../domain/unit-tree.ts';
import type { DeviceStanding } from '../../sync/answer.ts';
import { contentScope } from '../../sync/protocol.ts';
import type { KnownDevice, StoragePage } from '../storage/port.ts';

export async function standingOf(page: StoragePage, { device, officer, unit }: KnownDevice): Promise<DeviceStanding> {
  const below = await unitsReportingTo(page, unit);
  return {
    deviceId: device.id, officerId: officer.id, officerName: officer.name, unitId: unit.id, unitName: unit.name, revoked: device.revokedAt !== null,
    scopes: [contentScope, unit.id, ...below.map(({ id }) => id)],
  };
}

/** None of a grassroots union, which is nearly every phone: the list of units is not read for it. */
export async function unitsReportingTo(page: StoragePage, unit: Unit): Promise<readonly Unit[]> {
  return unit.kind === 'grassroots' ? [] : reportingBelow(unit, await page.units());
}
