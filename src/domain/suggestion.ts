/** Gợi ý: what a new activity most likely is about, so that a thumb has two boxes to fill and not seven. */
import type { FitMeasure } from './requirement-fit.ts';
import { requirementFit } from './requirement-fit.ts';
import type { Form } from './form.ts';
import type { OccasionId, RequirementId } from './id.ts';
import type { Occasion } from './occasion.ts';
import { nearOccasions } from './occasion.ts';
import type { Requirement } from './requirement.ts';
import type { Task } from './task.ts';
import { requirementsById } from './task.ts';
import type { LocalDate } from './time.ts';
import { daysBetween } from './time.ts';
import type { Unit } from './unit.ts';

export interface SuggestionFacts {
  readonly unit: Unit;
  readonly measure: FitMeasure;
  readonly tasks: readonly Task[];
  readonly occasions: readonly Occasion[];
  readonly today: LocalDate;
  /** The main requirement of the unit's latest activity. */
  readonly lastRequirementId: RequirementId | null;
}

/** Why: shown beside the suggestion. */
export type SuggestionReason =
  | { readonly kind: 'occasion'; readonly occasionId: OccasionId }
  | { readonly kind: 'last' }
  | { readonly kind: 'first' };

export interface Suggestion {
  readonly requirementId: RequirementId;
  readonly reason: SuggestionReason;
}

const pastDays = 7;
const comingDays = 15;
/** What lasts longer is a month of action: it must not hide a day that is near. */
const shortDays = 7;

/**
 * The main requirement of a new activity: that of the nearest occasion from 7 days ago to 15 days ahead, a single day
 * before a month of action and a requirement made for the occasion before one that suits many; else the last one used;
 * else the first that applies. Null when none is open to the unit.
 */
export function suggestRequirement(facts: SuggestionFacts): Suggestion | null {
  const { unit, measure, tasks, lastRequirementId } = facts;
  const requirements = requirementsById(tasks);
  const suits = (requirement: Requirement): boolean => requirement.isOpen && requirementFit(requirement, unit, measure) === 'applies';
  const near = nearOccasions(facts.occasions, facts.today, pastDays, comingDays).map((one) => one.occasion);
  for (const occasion of [...near.filter(isShort), ...near.filter((one) => !isShort(one))]) {
    const [best] = occasion.requirementIds
      .flatMap((id) => requirements.get(id) ?? [])
      // Numbers about people are entered when they are there, not because a day comes near.
      .filter((requirement) => suits(requirement) && !requirement.countsOnly)
      .sort((left, right) => left.occasionIds.length - right.occasionIds.length || left.formIds.length - right.formIds.length);
    if (best !== undefined) return { requirementId: best.id, reason: { kind: 'occasion', occasionId: occasion.id } };
  }
  const last = lastRequirementId === null ? undefined : requirements.get(lastRequirementId);
  if (last !== undefined && suits(last)) return { requirementId: last.id, reason: { kind: 'last' } };
  const first = tasks.flatMap((task) => task.requirements).find(suits);
  return first === undefined ? null : { requirementId: first.id, reason: { kind: 'first' } };
}

/** The occasion to stand beside a requirement: the nearest of its own within the same days, or null. */
export function suggestOccasion(requirement: Requirement, occasions: readonly Occasion[], today: LocalDate): Occasion | null {
  const near = nearOccasions(occasions, today, pastDays, comingDays).map((one) => one.occasion)
    .filter((occasion) => occasion.requirementIds.includes(requirement.id));
  return near.find(isShort) ?? near[0] ?? null;
}

/** “Khác”: it stands last, where it also opens all the others. */
const otherFormId = 'khac';

export interface SuggestedForms {
  /** At most three, the likeliest first, each in its newest version. */
  readonly likely: readonly Form[];
  /** Every kind that may be recorded as an activity, in its newest version. */
  readonly all: readonly Form[];
}

export function suggestForms(requirement: Requirement | null, forms: readonly Form[]): SuggestedForms {
  const newest = new Map<string, Form>();
  for (const form of forms) {
    if (form.hasOwnScreen) continue;
    const known = newest.get(form.id);
    if (known === undefined || known.version < form.version) newest.set(form.id, form);
  }
  const others = [...newest.values()].filter((form) => form.id !== otherFormId);
  const other = newest.get(otherFormId);
  const named = requirement === null ? [] : requirement.formIds.flatMap((id) => others.find((form) => form.id === id) ?? []);
  return { likely: (named.length > 0 ? named : others).slice(0, 3), all: other === undefined ? others : [...others, other] };
}

const mostTitle = 100;

/**
 * A title to begin with: the published wording of the form with the occasion in it; without an occasion the words of
 * the requirement, cut at a word so that one line of the screen is not a paragraph.
 */
export function suggestTitle(form: Form | null, requirement: Requirement, occasion: Occasion | null): string {
  if (occasion !== null) return form === null || form.occasionTitle === '' ? occasion.shortTitle : form.occasionTitle.replace('{occasion}', occasion.shortTitle);
  const { words } = requirement;
  if (words.length <= mostTitle) return words;
  const cut = words.slice(0, mostTitle + 1);
  const clause = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' ('));
  return cut.slice(0, clause > mostTitle / 3 ? clause : cut.lastIndexOf(' '));
}

function isShort(occasion: Occasion): boolean {
  return occasion.startsOn === null || occasion.endsOn === null || daysBetween(occasion.startsOn, occasion.endsOn) < shortDays;
}
