/**
 * The one judge of an activity: the phone asks it before sending, the server before storing, with the same form.
 * Rules, limits and sentences come from what is published; nothing here knows a single requirement by its number.
 */
import { Activity } from './activity.ts';
import type { ActivityDraft } from './activity.ts';
import type { Figure, FigureKey } from './figure.ts';
import type { FigureField, Form, FormCheck } from './form.ts';
import { figureFields, figureText, ownEntry, visibleFigures } from './form.ts';
import { readNumber } from './number-entry.ts';
import type { Occasion } from './occasion.ts';
import { personalDataProblems } from './personal-data.ts';
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import { requirementFit } from './requirement-fit.ts';
import type { Requirement } from './requirement.ts';
import type { Setting } from './setting.ts';
import type { LocalDate } from './time.ts';
import { workingYearRange } from './time.ts';
import type { Unit } from './unit.ts';
import { linkProblem, readLink } from './web-link.ts';

export const mostTitleLength = 160;
export const mostNoteLength = 400;

export interface ActivityContext {
  readonly unit: Unit;
  /** The units below, for an upper union; see `FitMeasure`. */
  readonly below?: readonly Unit[];
  /** The form in the version that the activity names; null when it is not known. */
  readonly form: Form | null;
  readonly figures: ReadonlyMap<FigureKey, Figure>;
  readonly requirements: ReadonlyMap<string, Requirement>;
  readonly occasions: ReadonlyMap<string, Occasion>;
  readonly setting: Setting;
  readonly today: LocalDate;
  /** Whether another record of this unit has the same day, main requirement and form. */
  readonly hasTwin: (heldOn: LocalDate, requirementId: string, formId: string) => boolean;
}

/** A question that the officer may answer with “đúng”; `blanks` fills the braces of the sentence (days as LocalDate). */
export interface SoftWarning {
  readonly id: string;
  readonly field: string;
  readonly sentence: string;
  readonly blanks: Readonly<Record<string, string | number>>;
}

export interface ActivityVerdict {
  readonly hard: readonly Problem[];
  readonly soft: readonly SoftWarning[];
}

/** What there is to judge; null is what a draft still lacks. */
interface Parts extends Omit<Activity, 'requirementId' | 'formId' | 'formVersion' | 'heldOn'> {
  readonly requirementId: string | null;
  readonly formId: string | null;
  readonly formVersion: number | null;
  readonly heldOn: LocalDate | null;
}

/**
 * Judges an activity. `hard` problems keep it from being sent and stored, each at its field; `soft` ones ask once,
 * unless `confirmed` already answers them. A failed check of the form carries its own sentence in `details.sentence`,
 * figures carry `details.label` and bounds `details.min` and `details.max`. Never throws.
 */
export function checkActivity(activity: Activity, context: ActivityContext): ActivityVerdict {
  return judge(activity, context);
}

/**
 * Reads what was typed as an activity and judges it.
 * A figure that was never touched takes its default; figures that belong to another form stay in the draft. Where only
 * counts are allowed, note, link and photos are left behind: their boxes are not shown.
 * @returns the activity with its soft warnings, or every hard problem at once.
 */
export function readDraft(
  draft: ActivityDraft, context: ActivityContext,
): { readonly activity: Activity; readonly soft: readonly SoftWarning[] } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const alsoRequirementIds = [...new Set(draft.alsoRequirementIds)].filter((id) => id !== draft.requirementId);
  const free = noteAllowed(draft.requirementId === null ? [] : [draft.requirementId, ...alsoRequirementIds], context.requirements);
  const link = readLink(free ? draft.link : '', context.setting.linkHosts);
  if ('problem' in link) problems.push(link.problem);
  const figures: Record<string, number> = {};
  const unread = new Set<string>();
  const form = formOf(draft, context);
  if (form !== null) {
    const { main, more } = visibleFigures(form, draft.requirementId, context.figures);
    for (const field of [...main, ...more]) {
      const read = readNumber(figureText(field, draft.figures), field.key);
      if ('problem' in read) {
        unread.add(field.key);
        problems.push({ ...read.problem, details: { label: field.label, ...boundsOf(context.figures.get(field.key)) } });
      } else if (read.value !== null) {
        figures[field.key] = read.value;
      }
    }
  }
  const softIds = new Set(form?.checks.filter((check) => check.level === 'soft').map((check) => check.id));
  const parts: Parts = {
    requirementId: draft.requirementId,
    alsoRequirementIds,
    occasionId: draft.occasionId,
    formId: draft.formId,
    formVersion: draft.formVersion,
    heldOn: draft.heldOn,
    title: oneLine(draft.title),
    figures,
    note: free ? draft.note.normalize('NFC').trim() : '',
    link: 'link' in link ? link.link : '',
    photos: free ? [...new Map(draft.photos.map((photo) => [photo.hash, photo])).values()] : [],
    confirmed: [...new Set(draft.confirmed)].filter((id) => softIds.has(id)),
  };
  const verdict = judge(parts, context);
  // A box that could not be read is not empty, and the checks that need it have nothing to say.
  const rest = verdict.hard.filter((one) => one.field === undefined || !unread.has(one.field))
    .filter((one) => one.code !== 'figures-none' || unread.size === 0);
  problems.push(...rest);
  if (problems.length > 0) return { problems: inOrder(problems, form) };
  const activity = Activity.safeParse(parts);
  if (activity.success) return { activity: activity.data, soft: verdict.soft };
  return { problems: [problem('body-malformed', String(activity.error.issues[0]?.path[0] ?? 'title'))] };
}

/** Whether a note, a link and photos may stand beside these requirements: one that only counts forbids both, even as a further one. */
export function noteAllowed(requirementIds: readonly string[], requirements: ReadonlyMap<string, Requirement>): boolean {
  return requirementIds.every((id) => requirements.get(id)?.countsOnly !== true);
}

function judge(parts: Parts, context: ActivityContext): ActivityVerdict {
  const form = formOf(parts, context);
  const hard: Problem[] = [...requirementProblems(parts, context)];
  const soft: SoftWarning[] = [];
  if (parts.occasionId !== null && !context.occasions.has(parts.occasionId)) hard.push(problem('occasion-unknown', 'occasionId'));
  if (parts.formId === null) hard.push(problem('form-missing', 'formId'));
  else if (form === null) hard.push(problem('form-unknown', 'formId'));
  else if (form.hasOwnScreen) hard.push(problem('form-unfit', 'formId'));
  if (parts.heldOn === null) hard.push(problem('date-missing', 'heldOn'));
  else if (parts.heldOn > context.today) hard.push(problem('date-future', 'heldOn'));
  hard.push(...textProblems(parts, context));
  if (form !== null && !form.hasOwnScreen) {
    hard.push(...figureProblems(parts, form, context));
    for (const check of form.checks) {
      if (check.level === 'soft' && parts.confirmed.includes(check.id)) continue;
      const violation = violationOf(check, parts, form, context);
      if (violation === null) continue;
      // Nothing at all was entered: the figure that is required says so already.
      if (violation.isNothing === true && hard.some((one) => one.code === 'figure-missing')) continue;
      const { field, blanks, isNothing } = violation;
      if (check.level === 'soft') soft.push({ id: check.id, field, sentence: check.sentence, blanks });
      else hard.push(problem(isNothing ? 'figures-none' : 'check-failed', field, { ...blanks, sentence: check.sentence, check: check.id }));
    }
  }
  return { hard, soft };
}

function requirementProblems(parts: Parts, context: ActivityContext): readonly Problem[] {
  const found: Problem[] = [];
  const look = (id: string, field: string): void => {
    const requirement = context.requirements.get(id);
    if (requirement === undefined) found.push(problem('requirement-unknown', field, { requirement: id }));
    else if (!requirement.isOpen) found.push(problem('requirement-closed', field, { requirement: id }));
  };
  if (parts.requirementId === null) found.push(problem('requirement-missing', 'requirementId'));
  else look(parts.requirementId, 'requirementId');
  for (const id of parts.alsoRequirementIds) look(id, 'alsoRequirementIds');
  return found;
}

function textProblems(parts: Parts, context: ActivityContext): readonly Problem[] {
  const found: Problem[] = [];
  if (parts.title.trim() === '') found.push(problem('title-missing', 'title'));
  if (parts.title.length > mostTitleLength) found.push(problem('text-too-long', 'title', { max: mostTitleLength }));
  found.push(...personalDataProblems(parts.title, 'title', context.setting.knownNames));
  const ids = parts.requirementId === null ? parts.alsoRequirementIds : [parts.requirementId, ...parts.alsoRequirementIds];
  if (!noteAllowed(ids, context.requirements)) {
    if (parts.note !== '') found.push(problem('note-not-allowed', 'note'));
    if (parts.link !== '') found.push(problem('link-not-allowed', 'link'));
    if (parts.photos.length > 0) found.push(problem('photo-not-allowed', 'photos'));
    return found;
  }
  if (parts.note.length > mostNoteLength) found.push(problem('text-too-long', 'note', { max: mostNoteLength }));
  found.push(...personalDataProblems(parts.note, 'note', context.setting.knownNames));
  const link = linkProblem(parts.link, context.setting.linkHosts);
  if (link !== null) found.push(link);
  return found;
}

function figureProblems(parts: Parts, form: Form, context: ActivityContext): readonly Problem[] {
  const found: Problem[] = [];
  const { main, more } = visibleFigures(form, parts.requirementId as Activity['requirementId'] | null, context.figures);
  const fields = new Map<string, FigureField>([...main, ...more].map((field) => [field.key, field]));
  for (const [key, value] of Object.entries(parts.figures)) {
    const field = fields.get(key);
    const figure = context.figures.get(key);
    if (field === undefined) found.push(problem('figure-unknown', key));
    else if (!Number.isSafeInteger(value)) found.push(problem('figure-not-whole', key, { label: field.label }));
    else if (figure !== undefined && (value < figure.min || value > figure.max)) {
      found.push(problem('figure-out-of-bounds', key, { label: field.label, ...boundsOf(figure) }));
    }
  }
  for (const field of fields.values()) {
    if (field.required && valueOf(parts, field.key) === null) found.push(problem('figure-missing', field.key, { label: field.label }));
  }
  return found;
}

interface Violation {
  readonly field: string;
  readonly blanks: Readonly<Record<string, string | number>>;
  /** Nothing was entered where something must be. */
  readonly isNothing?: boolean;
}

/** Null when the check holds, or when a figure it names has no number. */
function violationOf(check: FormCheck, parts: Parts, form: Form, context: ActivityContext): Violation | null {
  const rule = check.rule;
  switch (rule.op) {
    // The day is judged for every form alike, above.
    case 'dateNotFuture':
    case 'later':
      return null;
    case 'dateWithin':
      return dayViolation(rule.range, parts, context);
    case 'ge':
    case 'le': {
      const left = valueOf(parts, rule.a);
      const right = valueOf(parts, rule.b);
      if (left === null || right === null) return null;
      const holds = rule.op === 'ge' ? left >= right : left <= right;
      return holds ? null : { field: rule.a, blanks: {} };
    }
    case 'anyOf': {
      const [first = 'title'] = rule.fields;
      return rule.fields.some((key) => valueOf(parts, key) !== null) ? null : { field: first, blanks: {}, isNothing: true };
    }
    case 'anyOfMain': {
      const fields = figureFields(form);
      if (fields.some((field) => valueOf(parts, field.key) !== null)) return null;
      const { main } = visibleFigures(form, parts.requirementId as Activity['requirementId'] | null, context.figures);
      return { field: main[0]?.key ?? 'title', blanks: {}, isNothing: true };
    }
    case 'perGt': {
      const value = valueOf(parts, rule.a);
      const per = valueOf(parts, rule.per);
      const members = context.unit.memberCount;
      if (value === null || per === null || per === 0 || members === null) return null;
      return value / per > rule.factor * members ? { field: rule.a, blanks: { per: Math.round(value / per), members } } : null;
    }
    case 'perWithin': {
      const value = valueOf(parts, rule.a);
      const per = valueOf(parts, rule.per);
      if (value === null || per === null || per === 0) return null;
      const share = value / per;
      return share < rule.min || share > rule.max ? { field: rule.a, blanks: { per: Math.round(share) } } : null;
    }
    case 'applies': {
      const requirement = context.requirements.get(parts.requirementId ?? '');
      if (requirement === undefined) return null;
      const measure = { manyMembers: context.setting.manyMembers, ...(context.below === undefined ? {} : { below: context.below }) };
      return requirementFit(requirement, context.unit, measure) === 'no' ? { field: 'requirementId', blanks: {} } : null;
    }
    case 'noSameDayReqForm': {
      if (parts.heldOn === null || parts.requirementId === null || parts.formId === null) return null;
      return context.hasTwin(parts.heldOn, parts.requirementId, parts.formId) ? { field: 'heldOn', blanks: {} } : null;
    }
    case 'remind': {
      const named: readonly (string | null)[] = [parts.requirementId, ...parts.alsoRequirementIds];
      return rule.whenReq.some((id) => named.includes(id)) ? { field: 'requirementId', blanks: {} } : null;
    }
  }
}

function dayViolation(range: 'reportYear' | 'requirementWindow', parts: Parts, context: ActivityContext): Violation | null {
  if (parts.heldOn === null) return null;
  const year = context.setting.workingYear;
  const days = range === 'reportYear' ? workingYearRange(year) : context.requirements.get(parts.requirementId ?? '')?.window ?? null;
  if (days === null || (parts.heldOn >= days.from && parts.heldOn <= days.to)) return null;
  return { field: 'heldOn', blanks: { from: days.from, to: days.to, ...(range === 'reportYear' ? { year } : {}) } };
}

// The form handed in must be the very one that is named: an activity is judged for ever by that version.
function formOf(named: { readonly formId: string | null; readonly formVersion: number | null }, context: ActivityContext): Form | null {
  const { form } = context;
  return form !== null && form.id === named.formId && form.version === named.formVersion ? form : null;
}

function valueOf(parts: Parts, key: string | number): number | null {
  if (typeof key === 'number') return key;
  return ownEntry(key, parts.figures) ?? null;
}

function boundsOf(figure: Figure | undefined): { min: number; max: number } | Record<string, never> {
  return figure === undefined ? {} : { min: figure.min, max: figure.max };
}

function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

// From the top of the page to its bottom, so that the list of problems reads like the form.
function inOrder(problems: readonly Problem[], form: Form | null): readonly Problem[] {
  const order = ['requirementId', 'alsoRequirementIds', 'occasionId', 'title', 'formId', ...(form === null ? [] : figureFields(form).map((field) => field.key)), 'heldOn', 'photos', 'note', 'link'];
  return [...problems].sort((left, right) => order.indexOf(left.field ?? '') - order.indexOf(right.field ?? ''));
}
