/** The tree of units: who reports to whom. Its levels are data; a mere group of direct unions is none. */
import type { Unit } from './unit.ts';

/** The units that report to this one; a mere group hands its units on. */
export function reportingBelow(unit: Unit, units: readonly Unit[]): readonly Unit[] {
  return units.filter((one) => one.parentId === unit.id).flatMap((one) => (one.kind === 'directGroup' ? reportingBelow(one, units) : [one]));
}

/** The union that a unit reports to; null for the province, and for one whose upper union is not among the units. */
export function reportsTo(unit: Unit, units: readonly Unit[]): Unit | null {
  const parent = units.find((one) => one.id === unit.parentId);
  if (!parent) return null;
  return parent.kind === 'directGroup' ? reportsTo(parent, units) : parent;
}

/** How many grassroots unions there are in the unit's whole scope, itself included: from the list of units, whoever has reported. */
export function grassrootsCount(unit: Unit, units: readonly Unit[]): number {
  return Number(unit.kind === 'grassroots') + units.filter((one) => one.parentId === unit.id).reduce((sum, one) => sum + grassrootsCount(one, units), 0);
}
