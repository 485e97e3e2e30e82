/** The units that an account may see: its own and everything below. */
import type { UnitId } from '../../domain/id.ts';
import type { Unit } from '../../domain/unit.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Asker } from './log-in.ts';

/** @param top where to begin; nothing when it is unknown. A unit that stands above itself by mistake is visited once. */
export function subtreeOf(units: readonly Unit[], top: UnitId): readonly Unit[] {
  const children = new Map<UnitId, Unit[]>();
  for (const unit of units) {
    if (unit.parentId === null) continue;
    const siblings = children.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else children.set(unit.parentId, [unit]);
  }
  const first = units.find((unit) => unit.id === top);
  const found = new Set<Unit>(first ? [first] : []);
  // A set hands out what is added while it is walked.
  for (const unit of found) for (const child of children.get(unit.id) ?? []) found.add(child);
  return [...found];
}

export async function visibleUnits(page: StoragePage, asker: Asker): Promise<readonly Unit[]> {
  return subtreeOf(await page.units(), asker.unit.id);
}

/** A record is decided by the unit's direct upper union or by the province. */
export function mayDecide(asker: Asker, unit: Unit): boolean {
  return asker.unit.kind === 'province' || asker.unit.id === unit.parentId;
}
