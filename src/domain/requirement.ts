/** Yêu cầu: one checkable thing that the directive asks for, and whom it asks. */
import * as z from 'zod/mini';
import { FormId, OccasionId, RequirementId } from './id.ts';
import { LocalDate } from './time.ts';
import { Level, UnitType } from './unit.ts';

/**
 * Whom a requirement is given to (judged by `requirement-fit.ts`).
 * `types` narrows grassroots units only; an empty list of types means every type.
 * `optional…` may record, but stays out of the denominator of a score.
 * `extendedTo`: the directive does not name this level; its upper union asks it.
 */
export const RequirementReach = z.object({
  levels: z.array(Level),
  types: z.array(UnitType),
  optionalLevels: z.array(Level),
  optionalTypes: z.array(UnitType),
  extendedTo: z.array(Level),
  /** “Có đông đoàn viên” (nhiệm vụ 6): from how many members on is a setting of the province. */
  needsManyMembers: z.boolean(),
  note: z.string(),
});
export type RequirementReach = z.infer<typeof RequirementReach>;

/** First and last day of the time that a requirement names, both inclusive. */
export const DayRange = z.object({ from: LocalDate, to: LocalDate });
export type DayRange = z.infer<typeof DayRange>;

export const Requirement = z.object({
  id: RequirementId,
  /** What is asked, in the officer's language. */
  words: z.string().check(z.minLength(1)),
  /** The sentences of the directive it stands on, letter by letter. */
  quotes: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  when: z.string(),
  evidence: z.array(z.string()),
  occasionIds: z.array(OccasionId),
  window: z.nullable(DayRange),
  reach: RequirementReach,
  /** No note, photo or link, only numbers: what is recorded here could point at a person. */
  countsOnly: z.boolean(),
  /** Whether an activity may name it; a requirement with a screen of its own, or none yet, is closed. */
  isOpen: z.boolean(),
  /** The kinds that suggest themselves, the likeliest first. */
  formIds: z.array(FormId),
});
export type Requirement = z.infer<typeof Requirement>;

/** What asks a work programme of a unit (Công văn, phần tổ chức thực hiện): it has pages of its own, no form of an activity. */
export const programmeRequirement = 'C.1' as RequirementId;
/** The same of the periodic reports. */
export const reportRequirement = 'C.2' as RequirementId;
