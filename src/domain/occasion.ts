/** Dịp, sự kiện: an anniversary, a month of action, a tournament. What was planned may be put off or cancelled. */
import * as z from 'zod/mini';
import { OccasionId, RequirementId } from './id.ts';
import { daysBetween, LocalDate } from './time.ts';

export const OccasionStatus = z.enum(['planned', 'held', 'postponed', 'cancelled', 'unconfirmed']);
export type OccasionStatus = z.infer<typeof OccasionStatus>;

/**
 * Ngày gốc: the day an anniversary goes back to, `1890-05-19`, or its year alone where the day is another or unknown:
 * `0040`. Years before 1900 and before 1000 are as good as any.
 */
export const OriginDate = z
  .string()
  .check(z.regex(/^\d{4}(-\d{2}-\d{2})?$/), z.refine((text) => text.length === 4 || LocalDate.safeParse(text).success))
  .brand<'OriginDate'>();
export type OriginDate = z.infer<typeof OriginDate>;

const month = z.int().check(z.minimum(1), z.maximum(12));

/** How an occasion comes back: on a day of the solar year, on one of the lunar year (never in a leap month), or not at all. */
export const Repeat = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('solar'), day: z.int().check(z.minimum(1), z.maximum(31)), month }),
  z.object({ kind: z.literal('lunar'), day: z.int().check(z.minimum(1), z.maximum(30)), month }),
  z.object({ kind: z.literal('once') }),
]);
export type Repeat = z.infer<typeof Repeat>;

export const Occasion = z.object({
  id: OccasionId,
  title: z.string().check(z.minLength(1)),
  /** For one line of a small screen; with its ordinal where it has one (“130 năm …”). */
  shortTitle: z.string().check(z.minLength(1)),
  startsOn: z.nullable(LocalDate),
  endsOn: z.nullable(LocalDate),
  ordinal: z.string(),
  requirementIds: z.array(RequirementId),
  status: OccasionStatus,
  note: z.string(),
  /** What its ordinal counts from, in the order of its title; a list where it has two. Absent in publications of the first kind. */
  // oxlint-disable-next-line promise/valid-params -- zod's catch, not a promise's
  origin: z.catch(z.optional(z.array(OriginDate)), undefined),
  /** Absent: once. A way of repeating that only a later version knows costs the repetition, not the occasion. */
  // oxlint-disable-next-line promise/valid-params -- zod's catch, not a promise's
  repeat: z.catch(z.optional(Repeat), undefined),
});
export type Occasion = z.infer<typeof Occasion>;

export interface NearOccasion {
  readonly occasion: Occasion;
  /** Days until it begins; 0 while it lasts; negative days since it ended. */
  readonly inDays: number;
}

/** Days until the occasion: 0 while it lasts, negative after its last day, null without a date. */
export function daysUntil(occasion: Occasion, today: LocalDate): number | null {
  if (occasion.startsOn === null) return null;
  const untilStart = daysBetween(today, occasion.startsOn);
  if (untilStart >= 0) return untilStart;
  return Math.min(0, daysBetween(today, occasion.endsOn ?? occasion.startsOn));
}

/** How soon an occasion of the next working year takes the place of this year's. */
export const soonDays = 30;

/**
 * The occasions within `pastDays` before and `comingDays` after today, the nearest first; of two equally near ones the
 * coming one, then the shorter one (a day before a whole month). Cancelled and postponed occasions are left out.
 */
export function nearOccasions(
  occasions: readonly Occasion[], today: LocalDate, pastDays = 30, comingDays = 15,
): readonly NearOccasion[] {
  const near: NearOccasion[] = [];
  for (const occasion of occasions) {
    const inDays = daysUntil(occasion, today);
    if (inDays === null || inDays < -pastDays || inDays > comingDays) continue;
    if (occasion.status === 'cancelled' || occasion.status === 'postponed') continue;
    near.push({ occasion, inDays });
  }
  return near.sort((left, right) =>
    Math.abs(left.inDays) - Math.abs(right.inDays) || right.inDays - left.inDays
    || lengthOf(left.occasion) - lengthOf(right.occasion) || (left.occasion.id < right.occasion.id ? -1 : 1));
}

function lengthOf(occasion: Occasion): number {
  return occasion.startsOn === null || occasion.endsOn === null ? 0 : daysBetween(occasion.startsOn, occasion.endsOn);
}
