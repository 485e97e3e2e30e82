/** Bodies of activities and reports for the simulation: sound ones from the published samples, and some a rule must refuse. */
import { sampleActivities } from '../../../src/content/sample-activities.ts';
import type { PeriodId } from '../../../src/domain/period.ts';
import type { Report } from '../../../src/domain/report.ts';
import { computeFor, reportOf } from '../../make/report.ts';
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

/** Mostly the one that is due. */
export const reportPeriods: readonly PeriodId[] = ['2020-q1', '2020-q1', '2020-q1', '2020-h1'] as PeriodId[];

/** What a unit first hands in for a period; of an upper union naming the reports that it adds up. */
export function reportBody(unitId: string, periodId: PeriodId, reports: Report['reports'] = {}): Report {
  const name = `${unitId} ${periodId}`;
  const plain = plainReports.get(name) ?? reportOf(unitId, periodId, computeFor(unitId, periodId).indicators);
  plainReports.set(name, plain);
  return { ...plain, reports };
}

const plainReports = new Map<string, Report>();

/** An edit of a report that the officer sees: one paragraph, as people do. */
export function editedReport(chance: Chance, seen: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const tasks = seen['tasks'] as Report['tasks'];
  const sections = seen['sections'] as Report['sections'];
  return chance.pick([
    { ...seen, tasks: { ...tasks, '2': `Chăm lo Tết (${chance.below(10_000)}).` } },
    { ...seen, tasks: { ...tasks, '4': 'Như nhau.' } },
    { ...seen, sections: { ...sections, situation: `Đơn vị ổn định (${chance.below(10_000)}).` } },
  ]) as Record<string, unknown>;
}
