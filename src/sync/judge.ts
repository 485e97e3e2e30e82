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
import { readIndicatorSet } from '../domain/indicator.ts';
import type { IndicatorSet } from '../domain/indicator.ts';
import type { Occasion } from '../domain/occasion.ts';
import type { Period, ReportCalendar } from '../domain/period.ts';
import { personalDataProblems } from '../domain/personal-data.ts';
import { problem } from '../domain/problem.ts';
import type { Problem } from '../domain/problem.ts';
import { parsePublication } from '../domain/publication.ts';
import { Programme, programmeKind } from '../domain/programme.ts';
import { checkProgramme } from '../domain/programme-check.ts';
import { Report, reportKind } from '../domain/report.ts';
import { periodById } from '../domain/report-calendar.ts';
import { checkReport } from '../domain/report-check.ts';
import { checkReviewSlip, ReviewSlip, reviewSlipKind } from '../domain/review-slip.ts';
import { requirementsById } from '../domain/task.ts';
import { programmeRequirement, reportRequirement } from '../domain/requirement.ts';
import type { Requirement } from '../domain/requirement.ts';
import type { Setting } from '../domain/setting.ts';
import type { Task } from '../domain/task.ts';
import { addDays, dayOf, instantOf, workingYearOf, workingYearRange } from '../domain/time.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Judgement } from './accept.ts';
import type { OfferedChange } from './protocol.ts';

/**
 * Published content as it stands, and every version of the forms, the indicators and the calendar: a record is judged by
 * the version it names.
 */
export interface JudgeContext {
  readonly today: LocalDate;
  unit(id: UnitId): Unit | null;
  form(id: FormId, version: number): Form | null;
  readonly setting: Setting | null;
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  readonly requirements: ReadonlyMap<RequirementId, Requirement>;
  readonly occasions: ReadonlyMap<OccasionId, Occasion>;
  readonly indicators: ReadonlyMap<number, IndicatorSet>;
  /** Oldest first. */
  readonly calendars: readonly ReportCalendar[];
}

/** @param published every published row of the content scope, oldest first. */
export function judgeContext(published: readonly { readonly key: string; readonly body: unknown }[], units: readonly Unit[], today: LocalDate): JudgeContext {
  const tasks = new Map<string, Task>();
  const forms = new Map<string, Form>();
  const occasions = new Map<OccasionId, Occasion>();
  const unitsById = new Map(units.map((unit) => [unit.id, unit]));
  const indicators = new Map<number, IndicatorSet>();
  const calendars: ReportCalendar[] = [];
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
    if (read.kind === 'calendar') calendars.push(read.calendar);
    const set = read.kind === 'indicators' ? readIndicatorSet(read.body) : null;
    if (set !== null) indicators.set(set.version, set);
  }
  return {
    today,
    setting,
    figures,
    occasions,
    indicators,
    calendars,
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
  const heldOn = Activity.safeParse(body).data?.heldOn ?? lastDayOf(Programme.safeParse(body).data ?? null);
  if (heldOn === null || !setting) return [];
  if (!comesTooLate({ heldOn, isReturned }, dayOf(instantOf(savedAtMs)), setting.workingYear)) return [];
  return [problem('year-closed', undefined, { year: workingYearOf(heldOn) })];
}

/** A programme is the plan of its whole working year. */
function lastDayOf(programme: Programme | null): LocalDate | null {
  return programme && workingYearRange(programme.workingYear).to;
}

export function judgeChange(change: OfferedChange, context: JudgeContext): Judgement {
  if (change.kind === reportKind) return judgeReport(change, context);
  if (change.kind === reviewSlipKind) return judgeSlip(change, context);
  if (change.kind === programmeKind) return judgeProgramme(change, context);
  if (change.kind !== 'activity') return { kind: 'not-understood', reason: `kind ${change.kind}` };
  const parsed = Activity.safeParse(change.body);
  if (!parsed.success) return malformed(parsed.error.issues[0]?.path[0]);
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

/** A report stands under C.2, the directive’s own request for it; its day is the last of its period. */
function judgeReport(change: OfferedChange, context: JudgeContext): Judgement {
  const parsed = Report.safeParse(change.body);
  if (!parsed.success) return malformed(parsed.error.issues[0]?.path[0]);
  const report = parsed.data;
  const unit = context.unit(change.scope);
  const indicators = context.indicators.get(report.indicatorVersion);
  // A list of a version that is published later: kept, and judged then.
  if (!unit || !context.setting || !indicators) return { kind: 'not-understood', reason: `indicators ${report.indicatorVersion}` };
  if (context.calendars.length === 0) return { kind: 'not-understood', reason: 'calendar' };
  const period = periodOf(report, context);
  const { hard } = checkReport(report, {
    unit,
    indicators,
    newestVersion: Math.max(...context.indicators.keys()),
    period,
    figures: context.figures,
    knownNames: context.setting.knownNames,
    // A phone's day may be ahead of ours around midnight: one day is forgiven.
    today: addDays(context.today, 1),
  });
  if (hard.length > 0 || period === null) return { kind: 'refused', problems: hard };
  return {
    kind: 'sound',
    workingYear: period.year,
    summary: {
      taskId: reportTaskId,
      requirementId: reportRequirement,
      heldOn: period.to,
      title: period.type === 'thematic' || period.type === 'flash' ? period.label : `${period.label} ${period.year}`,
      flags: report.confirmed,
    },
  };
}

/** A slip stands under C.2 too, on the day it arrives: what it decides on has its own place. Its words are free, so no names. */
function judgeSlip(change: OfferedChange, context: JudgeContext): Judgement {
  const parsed = ReviewSlip.safeParse(change.body);
  if (!parsed.success) return malformed(parsed.error.issues[0]?.path[0]);
  const slip = parsed.data;
  const names = context.setting?.knownNames ?? [];
  const problems = [
    ...checkReviewSlip(slip), ...slip.remarks.flatMap(({ text }) => personalDataProblems(text, 'remarks', names)), ...personalDataProblems(slip.reason, 'reason', names),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  return {
    kind: 'sound', workingYear: workingYearOf(context.today),
    summary: { taskId: reportTaskId, requirementId: reportRequirement, heldOn: context.today, title: slip.decision, flags: [] },
  };
}

/** A programme stands under C.1, which asks for it; its day is the last of its working year, its title the year. */
function judgeProgramme(change: OfferedChange, context: JudgeContext): Judgement {
  const parsed = Programme.safeParse(change.body);
  if (!parsed.success) return malformed(parsed.error.issues[0]?.path[0]);
  const programme = parsed.data;
  const unit = context.unit(change.scope);
  if (!unit || !context.setting) return { kind: 'not-understood', reason: 'setting' };
  const { manyMembers, knownNames } = context.setting;
  // A phone's day may be ahead of ours around midnight: one day is forgiven.
  const { hard } = checkProgramme(programme, { unit, requirements: context.requirements, measure: { manyMembers }, knownNames, today: addDays(context.today, 1) });
  if (hard.length > 0) return { kind: 'refused', problems: hard };
  return {
    kind: 'sound',
    workingYear: programme.workingYear,
    summary: {
      taskId: reportTaskId, requirementId: programmeRequirement, heldOn: workingYearRange(programme.workingYear).to, title: String(programme.workingYear),
      flags: Object.keys(programme.confirmed),
    },
  };
}

const reportTaskId = 'C';

/** By the newest calendar; but a report written before the province moved a day keeps the days it was written with. */
function periodOf(report: Report, { calendars, occasions }: JudgeContext): Period | null {
  const found = calendars.toReversed().flatMap((calendar) => periodById(report.periodId, calendar, { occasions: [...occasions.values()] }) ?? []);
  return found.find((one) => one.from === report.from && one.to === report.to) ?? found[0] ?? null;
}

function malformed(field: PropertyKey | undefined): Judgement {
  return { kind: 'refused', problems: [{ code: 'body-malformed', ...(typeof field === 'string' ? { field } : {}) }] };
}
