/** Tiến độ: how far a programme is, told by what was recorded. Nothing is ticked by hand. */
import type { Activity } from './activity.ts';
import type { RecordId, RequirementId } from './id.ts';
import { daysOfSpan } from './month-span.ts';
import { foldPlain } from './plain-fold.ts';
import { itemsOf } from './programme.ts';
import type { ItemKey, Programme } from './programme.ts';
import { reportRequirement } from './requirement.ts';
import type { Requirement } from './requirement.ts';
import type { LocalDate } from './time.ts';

/** What was done: an activity, or a report under the requirement that asks for it. */
export interface Deed {
  readonly recordId: RecordId;
  readonly requirementIds: readonly RequirementId[];
  readonly on: LocalDate;
  readonly title: string;
}

/** What an activity or a report tells. Either is done when it is there: a report has the last day of its period, and no title an own item could be told by. */
export function deedOf(recordId: RecordId, { activity, heldOn }: { readonly activity: Pick<Activity, 'requirementId' | 'alsoRequirementIds' | 'title'> | null; readonly heldOn: LocalDate }, today: LocalDate): Deed {
  const on = heldOn < today ? heldOn : today;
  return activity
    ? { recordId, requirementIds: [activity.requirementId, ...activity.alsoRequirementIds], on, title: activity.title }
    : { recordId, requirementIds: [reportRequirement], on, title: '' };
}

/** Requirements that no activity may name, and that no report answers. */
export function untoldRequirements(requirements: Iterable<Pick<Requirement, 'id' | 'isOpen'>>): ReadonlySet<RequirementId> {
  return new Set([...requirements].flatMap(({ id, isOpen }) => (isOpen || id === reportRequirement ? [] : [id])));
}

export const itemStates = ['late', 'due', 'begun', 'done', 'ahead', 'untold'] as const;

/**
 * | state | when |
 * |---|---|
 * | `ahead` | its time has not come, and nothing was recorded |
 * | `due` | its time runs, and nothing was recorded |
 * | `begun` | recorded, and its months still run or have not come |
 * | `done` | recorded within its one month, or its months are over |
 * | `late` | its time is over, and nothing was recorded |
 * | `untold` | no activity can be recorded for it |
 */
export type ItemState = (typeof itemStates)[number];

export interface ItemProgress {
  readonly key: ItemKey;
  readonly state: ItemState;
  /** Done, but all of it after its time. */
  readonly wasLate: boolean;
  /** What was recorded for it, in the order given. */
  readonly deeds: readonly RecordId[];
}

/**
 * The progress of every item that was kept, in the order of the programme. An item of the directive is followed by what
 * names its requirement, whether first or further; one of the unit's own by activities whose title begins with its own,
 * whatever the accents. More that was recorded never makes an item late.
 * @param deeds of the programme's working year. @param untold requirements that no record can name yet.
 */
export function programmeProgress(programme: Programme, deeds: readonly Deed[], untold: ReadonlySet<RequirementId>, today: LocalDate): readonly ItemProgress[] {
  const titled = deeds.map((deed) => ({ deed, words: wordsOf(deed.title) }));
  return itemsOf(programme).flatMap(([key, item]): ItemProgress[] => {
    if (!item.isKept) return [];
    const { requirementId, title } = item;
    const words = wordsOf(title);
    const own = requirementId === null
      ? titled.filter((one) => `${one.words} `.startsWith(`${words} `)).map((one) => one.deed)
      : deeds.filter((deed) => deed.requirementIds.includes(requirementId));
    const { from, to } = daysOfSpan(item.months, programme.workingYear);
    const isOneMonth = item.months.from === item.months.to;
    const inTime = own.some((deed) => deed.on >= from && deed.on <= to);
    const state = (): ItemState => {
      if (own.length === 0) return requirementId !== null && untold.has(requirementId) ? 'untold' : today < from ? 'ahead' : today > to ? 'late' : 'due';
      return today > to || (isOneMonth && inTime) ? 'done' : 'begun';
    };
    return [{ key, state: state(), wasLate: own.length > 0 && own.every((deed) => deed.on > to), deeds: own.map((deed) => deed.recordId) }];
  });
}

function wordsOf(title: string): string {
  return foldPlain(title).trim().replaceAll(/\s+/g, ' ');
}
