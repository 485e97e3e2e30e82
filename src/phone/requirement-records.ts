/** Which records of the unit speak of which requirement. */
import type { RequirementId } from '../domain/id.ts';
import type { RecordView } from './record-view.ts';

/**
 * @returns by requirement, its own and further ones alike, the latest held first. Cancelled records count nowhere, and
 * what this version cannot read names nothing.
 */
export function recordsByRequirement(views: readonly RecordView[]): ReadonlyMap<RequirementId, readonly RecordView[]> {
  const found = new Map<RequirementId, RecordView[]>();
  for (const view of views) {
    if (!view.activity || view.isCancelled) continue;
    for (const id of new Set([view.activity.requirementId, ...view.activity.alsoRequirementIds])) {
      const list = found.get(id);
      if (list) list.push(view);
      else found.set(id, [view]);
    }
  }
  // The sort is stable: of one day, the order of the book, which is saved last first.
  for (const list of found.values()) list.sort((one, next) => compare(next.activity?.heldOn ?? '', one.activity?.heldOn ?? ''));
  return found;
}

function compare(one: string, next: string): number {
  return one === next ? 0 : one < next ? -1 : 1;
}
