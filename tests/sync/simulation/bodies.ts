/** Bodies of activities for the simulation: sound ones from the published samples, and some a rule must refuse. */
import { sampleActivities } from '../../../src/content/sample-activities.ts';
import type { Chance } from './chance.ts';

const samples = sampleActivities().filter((sample) => sample.activity.heldOn <= '2020-05-15');

/** An edit of what the officer sees: one field, as people do. */
export function editedBody(chance: Chance, seen: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const figures = { ...(seen['figures'] as Record<string, number> | undefined) };
  const figure = chance.pick(Object.keys(figures));
  const value = figure === undefined ? 1 : Math.max(1, (figures[figure] ?? 1) - 1);
  return chance.pick([
    { ...seen, title: `Sửa (${chance.below(10_000)})` },
    { ...seen, note: `Kết quả tốt ${chance.below(10_000)}` },
    { ...seen, figures: figure === undefined ? figures : { ...figures, [figure]: value } },
    { ...seen, note: 'Như nhau' },
  ]) as Record<string, unknown>;
}

export function activityBody(chance: Chance, bad: boolean): Record<string, unknown> {
  const sample = chance.pick(samples);
  if (!sample) throw new Error('There are sample activities before the working day.');
  const title = `${sample.activity.title} (${chance.below(10_000)})`;
  const body: Record<string, unknown> = { ...sample.activity, title };
  if (!bad) return body;
  return chance.pick([
    { ...body, heldOn: '2021-01-01' },
    { ...body, title: '' },
    { ...body, formVersion: 99 },
    { ...body, requirementId: 'không có' },
    { ...body, figures: { attendances: 3, women: 40, sessions: 1 } },
  ]) as Record<string, unknown>;
}
