/**
 * The rules of each kind of record, as the server applies them to an arriving change. The same checks run on the
 * phone before it saves; here they run again, for a phone may be old or not ours.
 */
import { Activity } from '../domain/activity.ts';
import { comesTooLate } from '../domain/closed-year.ts';
import { checkActivity } from '../domain/activity-check.ts';
import type { Figure, FigureKey } from '../domain/figure.ts';
import type { Form } from '../domain/form.ts';
import { taskOf } from '../domain/id.ts';
import type { FormId, OccasionId, RequirementId, UnitId } from '../domain/id.ts';
import type { Occasion } from '../domain/occasion.ts';
import { personalDataProblems } from '../domain/personal-data.ts';
import { problem } from '../domain/problem.ts';
import type { Problem } from '../domain/problem.ts';
import { parsePublication } from '../domain/publication.ts';
import { requirementsById } from '../domain/task.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Setting } from '../domain/setting.ts';
import type { Task } from '../domain/task.ts';
import { addDays, dayOf, instantOf, workingYearOf } from '../domain/time.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Judgement } from './accept.ts';
import type { OfferedChange } from './protocol.ts';

/** Published content as it stands, and every version of the forms: a record is judged by the version it names. */
export interface JudgeContext {
  readonly today: LocalDate;
  unit(id: UnitId): Unit | null;
  form(id: FormId, version: number): Form | null;
  readonly setting: Setting | null;
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  readonly requirements: ReadonlyMap<RequirementId, Requirement>;
  readonly occasions: ReadonlyMap<OccasionId, Occasion>;
}

/** @param published every published row of the content scope, oldest first. */
export function judgeContext(published: readonly { readonly key: string; readonly body: unknown }[], units: readonly Unit[], today: LocalDate): JudgeContext {
  const tasks = new Map<string, Task>();
  const forms = new Map<string, Form>();
  const occasions = new Map<OccasionId, Occasion>();
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  let figures: ReadonlyMap<FigureKey, Figure> = new Map();
  let setting: Setting | null = null;
  for (const row of published) {
    const { id, body } = row.body as { id?: string; body?: unknown };
    const read = parsePublication(id ?? row.key, body);
    if (read.kind === 'task') tasks.set(read.task.id, read.task);
    if (read.kind === 'form') forms.set(`${read.form.id} ${read.form.version}`, read.form);
    if (read.kind === 'occasion') occasions.set(read.occasion.id, read.occasion);
    if (read.kind === 'figures') figures = new Map(read.figures.map((figure) => [figure.key, figure]));
    if (read.kind === 'setting') setting = read.setting;
  }
  return {
    today,
    setting,
    figures,
    occasions,
    requirements: requirementsById([...tasks.values()]),
    unit: (id) => unitsById.get(id) ?? null,
    form: (id, version) => forms.get(`${id} ${version}`) ?? null,
  };
}

/** Why a record is taken out of all counts: free words like any other, so no names and no numbers of people. */
export function judgeReason(reason: string, context: JudgeContext): readonly Problem[] {
  return personalDataProblems(reason, 'reason', context.setting?.knownNames ?? []);
}

export interface JudgedRecord {
  /** As the record stands. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Its newest edition was returned. */
  readonly isReturned: boolean;
}

/** Whether the record's year is closed to a change saved at this moment. What cannot be read here is left to the other rules. */
export function judgeYear(savedAtMs: number, { body, isReturned }: JudgedRecord, { setting }: JudgeContext): readonly Problem[] {
  const parsed = Activity.safeParse(body);
  if (!parsed.success || !setting) return [];
  const { heldOn } = parsed.data;
  if (!comesTooLate({ heldOn, isReturned }, dayOf(instantOf(savedAtMs)), setting.workingYear)) return [];
  return [problem('year-closed', undefined, { year: workingYearOf(heldOn) })];
}

export function judgeChange(change: OfferedChange, context: JudgeContext): Judgement {
  if (change.kind !== 'activity') return { kind: 'not-understood', reason: `kind ${change.kind}` };
  const parsed = Activity.safeParse(change.body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path[0];
    return { kind: 'refused', problems: [{ code: 'body-malformed', ...(typeof field === 'string' ? { field } : {}) }] };
  }
  const activity = parsed.data;
  const unit = context.unit(change.scope);
  const form = context.form(activity.formId, activity.formVersion);
  // A form of a version that is published later: kept, and judged then.
  if (!form || !unit || !context.setting) return { kind: 'not-understood', reason: `form ${activity.formId} ${activity.formVersion}` };
  const { hard } = checkActivity(activity, {
    unit,
    form,
    setting: context.setting,
    figures: context.figures,
    requirements: context.requirements,
    occasions: context.occasions,
    // A phone's day may be ahead of ours around midnight: one day is forgiven.
    today: addDays(context.today, 1),
    // Twins are a soft question, and the phone has asked it.
    hasTwin: () => false,
  });
  if (hard.length > 0) return { kind: 'refused', problems: hard };
  return {
    kind: 'sound',
    workingYear: workingYearOf(activity.heldOn),
    summary: {
      taskId: taskOf(activity.requirementId),
      requirementId: activity.requirementId,
      heldOn: activity.heldOn,
      title: activity.title,
      flags: activity.confirmed,
    },
  };
}
