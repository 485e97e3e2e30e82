/** The units below an account's own as a list for choosing: each upper union, then its own units, by name. */
import type { Unit } from '../domain/unit.ts';

export interface UnitChoice {
  readonly unit: Unit;
  /** 0 directly under the account's unit. */
  readonly depth: number;
}

const byName = new Intl.Collator('vi', { numeric: true });

/** @param units a whole subtree; the unit whose parent is not among them is the account's own and is left out. */
export function unitChoices(units: readonly Unit[]): readonly UnitChoice[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string, Unit[]>();
  const roots: Unit[] = [];
  for (const unit of units) {
    if (unit.parentId === null || !known.has(unit.parentId)) roots.push(unit);
    else children.set(unit.parentId, [...(children.get(unit.parentId) ?? []), unit]);
  }
  const choices: UnitChoice[] = [];
  const add = (parentId: string, depth: number): void => {
    const below = (children.get(parentId) ?? []).sort((left, right) => byName.compare(left.name, right.name));
    // What has units of its own comes first, so that a single unit is not taken for one of theirs.
    for (const unit of [...below.filter((each) => children.has(each.id)), ...below.filter((each) => !children.has(each.id))]) {
      choices.push({ unit, depth });
      add(unit.id, depth + 1);
    }
  };
  for (const root of roots) add(root.id, 0);
  return choices;
}
