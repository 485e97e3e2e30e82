/** Dịp, sự kiện: an anniversary, a month of action, a tournament. What was planned may be put off or cancelled. */
import * as z from 'zod/mini';
import { OccasionId, RequirementId } from './id.ts';
import { daysBetween, LocalDate } from './time.ts';

export const OccasionStatus = z.enum(['planned', 'held', 'postponed', 'cancelled', 'unconfirmed']);
export type OccasionStatus = z.infer<typeof OccasionStatus>;

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
