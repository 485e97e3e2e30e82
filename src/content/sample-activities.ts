/** Invented activities of the sample units. */
import * as z from 'zod/mini';
import { Activity } from '../domain/activity.ts';
import { UnitId } from '../domain/id.ts';
import activities from './data/sample-activities.json' with { type: 'json' };
import { forms } from './forms.ts';

const rawActivities = z.array(z.object({
  id: z.string(),
  date: z.nullable(z.string()),
  unit: z.string(),
  req: z.string(),
  also: z.array(z.string()),
  eventId: z.nullable(z.string()),
  title: z.string(),
  form: z.string(),
  figures: z.record(z.string(), z.int()),
}));

export interface SampleActivity {
  readonly id: string;
  readonly unitId: UnitId;
  readonly activity: Activity;
}

/** Nineteen of the twenty samples: `a05` is an opinion slip, which holds a period instead of a day and is no activity. */
export function sampleActivities(): readonly SampleActivity[] {
  const samples: SampleActivity[] = [];
  for (const raw of rawActivities.parse(activities)) {
    const form = forms.find((one) => one.id === raw.form);
    if (form === undefined) throw new Error(`sample ${raw.id} names an unknown form ${raw.form}`);
    if (form.hasOwnScreen) continue;
    samples.push({
      id: raw.id,
      unitId: UnitId.parse(raw.unit),
      activity: Activity.parse({
        requirementId: raw.req,
        alsoRequirementIds: raw.also,
        occasionId: raw.eventId,
        formId: raw.form,
        formVersion: form.version,
        heldOn: raw.date,
        title: raw.title,
        figures: raw.figures,
        note: '',
        link: '',
        confirmed: [],
      }),
    });
  }
  return samples;
}
