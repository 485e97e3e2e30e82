/** Hoạt động: what a unit did, on a day, for one main requirement of the directive and perhaps further ones. */
import * as z from 'zod/mini';
import { FormId, OccasionId, RequirementId } from './id.ts';
import { Photos } from './photo.ts';
import { LocalDate } from './time.ts';

/**
 * The body of an activity as it is sent, stored and judged. `figures` holds whole numbers by figure key
 * (figures.json); a figure that was left blank is absent, because blank is not zero.
 * `confirmed` lists the soft checks the officer answered with "đúng": they reach the reviewer as flags.
 */
export const Activity = z.object({
  requirementId: RequirementId,
  alsoRequirementIds: z.array(RequirementId).check(z.maxLength(8)),
  occasionId: z.nullable(OccasionId),
  formId: FormId,
  formVersion: z.int().check(z.minimum(1)),
  heldOn: LocalDate,
  title: z.string().check(z.minLength(1), z.maxLength(160)),
  figures: z.record(z.string().check(z.regex(/^[a-zA-Z]{2,30}$/)), z.int()),
  note: z.string().check(z.maxLength(400)),
  link: z.string().check(z.maxLength(300)),
  /** Absent in what was written before there were pictures, and left out of what is sent when there is none. */
  photos: z._default(Photos, []),
  confirmed: z.array(z.string().check(z.maxLength(30))).check(z.maxLength(20)),
});
export type Activity = z.infer<typeof Activity>;

/** What is typed so far: a draft may have gaps; only sending needs a clean check. */
export const ActivityDraft = z.object({
  requirementId: z.nullable(RequirementId),
  alsoRequirementIds: z.array(RequirementId),
  occasionId: z.nullable(OccasionId),
  formId: z.nullable(FormId),
  formVersion: z.nullable(z.int()),
  heldOn: z.nullable(LocalDate),
  title: z.string(),
  /** As typed, not yet read as numbers: nothing the officer wrote is lost by a wrong character. */
  figures: z.record(z.string(), z.string()),
  note: z.string(),
  link: z.string(),
  photos: z._default(Photos, []),
  confirmed: z.array(z.string()),
});
export type ActivityDraft = z.infer<typeof ActivityDraft>;

/** The activity as it travels: without a word about pictures where there is none. */
export function activityBody({ photos, ...rest }: Activity): Record<string, unknown> {
  return photos.length === 0 ? rest : { ...rest, photos };
}
