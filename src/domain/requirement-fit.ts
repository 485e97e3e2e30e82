/** Diện áp dụng: whether a requirement is given to a unit (unit-types.json, `appliesToRule`). */
import type { Requirement } from './requirement.ts';
import type { Level, Unit } from './unit.ts';
import { levelsOf } from './unit.ts';

/** `optional`: may be recorded, but stays out of the denominator of a score. */
export type RequirementFit = 'applies' | 'optional' | 'no';

export interface FitMeasure {
  /** From how many members on a unit “có đông đoàn viên”. */
  readonly manyMembers: number;
  /** The grassroots units below an upper union; without them an upper union is taken to have the types in question. */
  readonly below?: readonly Unit[];
}

/** The best that holds for any level of the unit: a grassroots unit directly under the province acts at two. */
export function requirementFit(requirement: Requirement, unit: Unit, measure: FitMeasure): RequirementFit {
  const fits = levelsOf(unit).map((level) => fitAt(level, requirement, unit, measure));
  if (fits.includes('applies')) return 'applies';
  return fits.includes('optional') ? 'optional' : 'no';
}

function fitAt(level: Level, requirement: Requirement, unit: Unit, measure: FitMeasure): RequirementFit {
  const { levels, extendedTo, optionalLevels, types } = requirement.reach;
  const isGiven = levels.includes(level) || extendedTo.includes(level);
  if (!isGiven) return optionalLevels.includes(level) ? 'optional' : 'no';
  if (level === 'P') return 'applies';
  if (level !== 'U') return fitOfType(requirement, unit, measure);
  // An upper union has what its grassroots units have.
  if (types.length === 0 || measure.below === undefined) return 'applies';
  const fits = measure.below.map((one) => fitOfType(requirement, one, measure));
  if (fits.includes('applies')) return 'applies';
  return fits.includes('optional') ? 'optional' : 'no';
}

function fitOfType(requirement: Requirement, unit: Unit, measure: FitMeasure): RequirementFit {
  const { types, optionalTypes, needsManyMembers } = requirement.reach;
  const isOptional = unit.type !== null && optionalTypes.includes(unit.type);
  const isOfType = types.length === 0 || (unit.type !== null && types.includes(unit.type));
  if (!isOfType && !isOptional) return 'no';
  if (needsManyMembers) {
    // Not knowing the number of members must not take the requirement away.
    if (unit.memberCount === null) return 'optional';
    if (unit.memberCount < measure.manyMembers) return 'no';
  }
  return isOfType ? 'applies' : 'optional';
}
