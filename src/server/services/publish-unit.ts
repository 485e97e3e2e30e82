/** What the phones of a unit read of themselves: the unit, its officers, and the union that they report to. */
import type { UnitId } from '../../domain/id.ts';
import type { Officer } from '../../domain/officer.ts';
import { reportsTo } from '../../domain/unit-tree.ts';
import type { Unit } from '../../domain/unit.ts';
import { publish } from '../../sync/publish.ts';
import type { PublishedItem } from '../../sync/publish.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';

/** Nothing is published again that stands in the unit's scope as it is. */
export async function publishUnit(page: StoragePage, host: Host, unit: Unit, units: readonly Unit[], officers: readonly Officer[]): Promise<number> {
  const upper = reportsTo(unit, units);
  // A mere group between the two goes along: without it no phone could tell whom the unit reports to.
  const group = units.find((one) => one.id === unit.parentId && one.id !== upper?.id);
  const wanted: PublishedItem[] = [
    { kind: 'unit', key: unit.id, body: unit },
    ...[upper, group].flatMap((one) => (one ? [{ kind: 'unit' as const, key: one.id, body: one }] : [])),
    ...officers.map((officer) => ({ kind: 'officer' as const, key: officer.id, body: officer })),
  ];
  const standing = new Map((await rowsOfScope(page, unit.id)).map((row) => [`${row.kind} ${row.key}`, row.text]));
  const items = wanted.filter(({ kind, key, body }) => standing.get(`${kind} ${key}`) !== JSON.stringify(body));
  if (items.length > 0) await publish(page, unit.id, items, { hash: host.seals.hash, nowMs: host.nowMs() });
  return items.length;
}

async function rowsOfScope(page: StoragePage, unitId: UnitId): Promise<readonly { readonly kind: string; readonly key: string; readonly text: string }[]> {
  return [...(await page.rowsOfKind(unitId, 'unit')), ...(await page.rowsOfKind(unitId, 'officer'))];
}
