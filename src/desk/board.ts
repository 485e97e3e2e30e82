/** A board of the desk, of reports or of programmes: what came in and who owes one, narrowed by unit, state and words. */
import type { UnitId } from '../domain/id.ts';
import { foldPlain } from '../domain/plain-fold.ts';
import type { Unit } from '../domain/unit.ts';
import type { IconName } from '../ui/icon.tsx';
import type { BoardAddress, BoardState } from './board-address.ts';

interface OfUnit { readonly unitId: UnitId; readonly unitName: string }

/** The lists of a board by state, in the order of the menu. */
export const boardStates: readonly { readonly state: BoardState; readonly icon: IconName }[] = [
  { state: 'received', icon: 'received' }, { state: 'returned', icon: 'returned' }, { state: 'approved', icon: 'approved' }, { state: 'missing', icon: 'clock' },
];

export interface Narrowed<Item, Missing> {
  /** What the filters leave of it. */
  readonly items: readonly Item[];
  readonly missing: readonly Missing[];
  /** How many there are of a state, by the other filters; null before the board has come. */
  readonly countOf: (state: BoardState) => number | null;
}

/** @param board null before it has come; @param units those that the account sees: a unit takes along what is below it. */
export function narrowed<Item extends OfUnit & { readonly state: string; readonly receiptNumber: string }, Missing extends OfUnit>(
  board: { readonly items: readonly Item[]; readonly missing: readonly Missing[] } | null, address: Pick<BoardAddress, 'unit' | 'state' | 'text'>, units: readonly Unit[],
): Narrowed<Item, Missing> {
  const scope = unitsUnder(units, address.unit);
  const words = foldPlain(address.text);
  const fits = ({ unitId, unitName }: OfUnit, receiptNumber = ''): boolean =>
    (address.unit === null || scope.has(unitId)) && foldPlain(`${unitName} ${receiptNumber}`).includes(words);
  const inScope = (board?.items ?? []).filter((one) => fits(one, one.receiptNumber));
  const missing = (board?.missing ?? []).filter((one) => fits(one));
  return {
    items: inScope.filter((one) => address.state === null || one.state === address.state),
    missing,
    countOf: (state) => (board === null ? null : state === 'missing' ? missing.length : inScope.filter((one) => one.state === state).length),
  };
}

/** The unit and everything below it. */
function unitsUnder(units: readonly Unit[], top: UnitId | null): ReadonlySet<UnitId> {
  const found = new Set<UnitId>(top === null ? [] : [top]);
  // A set hands out what is added while it is walked.
  for (const id of found) for (const unit of units) if (unit.parentId === id) found.add(unit.id);
  return found;
}
