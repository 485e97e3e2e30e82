/** The programme as indicators count it: IC.01 asks of the year whether the unit has one (C.1, `adopted`). */
import type { CountedActivity } from './indicator-compute.ts';
import type { Programme } from './programme.ts';
import { programmeRequirement } from './requirement.ts';
import { workingYearRange } from './time.ts';

/** It holds for its whole working year, whenever it was sent: it counts from the first day on. */
export function adoptionOf({ workingYear }: Pick<Programme, 'workingYear'>): CountedActivity['activity'] {
  return { requirementId: programmeRequirement, alsoRequirementIds: [], heldOn: workingYearRange(workingYear).from, figures: { adopted: 1 } };
}
