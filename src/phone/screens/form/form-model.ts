/** What the form shows, from the draft and what is published. Pure: the screen holds only what a thumb is doing. */
import type { Activity, ActivityDraft } from '../../../domain/activity.ts';
import { noteAllowed } from '../../../domain/activity-check.ts';
import type { Form, FigureField } from '../../../domain/form.ts';
import { figureText, visibleFigures } from '../../../domain/form.ts';
import type { FormId, OccasionId, RequirementId } from '../../../domain/id.ts';
import { daysUntil } from '../../../domain/occasion.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import { suggestForms, suggestOccasion, suggestRequirement, suggestTitle } from '../../../domain/suggestion.ts';
import type { Suggestion } from '../../../domain/suggestion.ts';
import { addDays } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import { formOf } from '../../reference.ts';
import type { Reference } from '../../reference.ts';

export interface StartFacts {
  readonly reference: Reference;
  readonly unit: Unit;
  readonly today: LocalDate;
  readonly lastRequirementId: RequirementId | null;
  /** Named by the address: from the directive, or from an occasion of the calendar. */
  readonly requirementId: RequirementId | null;
  readonly occasionId: OccasionId | null;
  /** Of an item of the unit's own programme; empty otherwise. */
  readonly title?: string;
}

/** A form as it opens: requirement, occasion, kind, day and title are there already; two numbers are not. */
export function startDraft(facts: StartFacts): { readonly content: ActivityDraft; readonly suggestion: Suggestion | null } {
  const { reference, today } = facts;
  const suggestion = suggestionOf(facts);
  const requirementId = facts.requirementId ?? suggestion?.requirementId ?? null;
  const requirement = requirementId === null ? undefined : reference.requirements.get(requirementId);
  const occasion = occasionFor(facts, requirement, suggestion);
  const form = suggestForms(requirement ?? null, reference.forms).likely[0] ?? null;
  const content: ActivityDraft = {
    requirementId, alsoRequirementIds: [], occasionId: occasion?.id ?? null, formId: form?.id ?? null, formVersion: form?.version ?? null,
    heldOn: today, title: facts.title !== undefined && facts.title !== '' ? facts.title : requirement ? suggestTitle(form, requirement, occasion) : '', figures: {}, note: '', link: '', photos: [], confirmed: [],
  };
  return { content, suggestion: facts.requirementId === null ? suggestion : null };
}

/** Pictures without a word, as Chụp leaves them: what a new form would suggest is filled in around them. */
export function isPhotosOnly({ requirementId, formId, title, figures, note, photos }: ActivityDraft): boolean {
  return photos.length > 0 && requirementId === null && formId === null && title === '' && note === '' && Object.keys(figures).length === 0;
}

function suggestionOf({ reference, unit, today, lastRequirementId, occasionId }: StartFacts): Suggestion | null {
  const measure = { manyMembers: reference.setting.manyMembers };
  const occasion = occasionId === null ? undefined : reference.occasionsById.get(occasionId);
  if (occasion) {
    const own = occasion.requirementIds.flatMap((id) => reference.requirements.get(id) ?? [])
      .filter((requirement) => requirement.isOpen && requirementFit(requirement, unit, measure) !== 'no')
      .sort((one, next) => one.occasionIds.length - next.occasionIds.length || one.formIds.length - next.formIds.length)[0];
    if (own) return { requirementId: own.id, reason: { kind: 'occasion', occasionId: occasion.id } };
  }
  return suggestRequirement({ unit, measure, tasks: reference.tasks, occasions: reference.occasions, today, lastRequirementId });
}

function occasionFor(facts: StartFacts, requirement: Requirement | undefined, suggestion: Suggestion | null): Occasion | null {
  const { reference, today } = facts;
  const named = facts.occasionId ?? (facts.requirementId === null && suggestion?.reason.kind === 'occasion' ? suggestion.reason.occasionId : null);
  if (named !== null) return reference.occasionsById.get(named) ?? null;
  return requirement ? suggestOccasion(requirement, reference.occasions, today) : null;
}

/** The title that the form would suggest for this draft; a title that equals it was never touched. */
export function suggestedTitle(content: ActivityDraft, reference: Reference): string {
  const requirement = content.requirementId === null ? undefined : reference.requirements.get(content.requirementId);
  const occasion = content.occasionId === null ? undefined : reference.occasionsById.get(content.occasionId);
  return requirement ? suggestTitle(formOf(reference, content.formId, content.formVersion), requirement, occasion ?? null) : '';
}

/** The draft after a choice. A title that was never touched follows it; a kind that no longer suits stays, because it was chosen. */
export function withChoice(content: ActivityDraft, choice: Partial<ActivityDraft>, reference: Reference): ActivityDraft {
  const untouched = content.title === suggestedTitle(content, reference);
  const next = { ...content, ...choice };
  return untouched ? { ...next, title: suggestedTitle(next, reference) } : next;
}

/** Another main requirement: the occasion and the kind follow when they came from the suggestion. */
export function withRequirement(content: ActivityDraft, requirementId: RequirementId, reference: Reference, today: LocalDate): ActivityDraft {
  const requirement = reference.requirements.get(requirementId);
  if (!requirement) return content;
  const keepsOccasion = content.occasionId !== null && requirement.occasionIds.includes(content.occasionId);
  const occasionId = keepsOccasion ? content.occasionId : suggestOccasion(requirement, reference.occasions, today)?.id ?? null;
  const { likely } = suggestForms(requirement, reference.forms);
  const typed = Object.values(content.figures).some((text) => text.trim() !== '');
  const kept = typed || likely.some((form) => form.id === content.formId);
  const form = kept ? null : likely[0];
  const choice = { requirementId, occasionId, alsoRequirementIds: content.alsoRequirementIds.filter((id) => id !== requirementId) };
  return withChoice(content, form ? { ...choice, formId: form.id, formVersion: form.version } : choice, reference);
}

export interface Kinds {
  /** At most three chips, the chosen kind always among them. */
  readonly chips: readonly Form[];
  readonly others: readonly Form[];
}

/** Three likely kinds; a chosen kind that is not among them takes the last place, so that it is seen. */
export function kindsOf(content: ActivityDraft, reference: Reference): Kinds {
  const requirement = content.requirementId === null ? undefined : reference.requirements.get(content.requirementId);
  const { likely, all } = suggestForms(requirement ?? null, reference.forms);
  const chosen = all.find((form) => form.id === content.formId);
  // Filled up with the kinds that suit most; the last of all is “Khác”, which has a chip of its own.
  const common = all.slice(0, -1).sort((one, next) => next.suggestedRequirementIds.length - one.suggestedRequirementIds.length);
  const three = [...likely, ...common.filter((form) => !likely.includes(form))].slice(0, 3);
  const chips = chosen && !three.includes(chosen) ? [...three.slice(0, 2), chosen] : three;
  return { chips, others: all.filter((form) => !chips.includes(form)) };
}

export interface FigureBoxes {
  readonly main: readonly FigureField[];
  readonly more: readonly FigureField[];
  /** How many of the boxes behind the fold hold something. */
  readonly filledCount: number;
}

export function figureBoxes(content: ActivityDraft, form: Form | null, reference: Reference): FigureBoxes {
  if (!form) return { main: [], more: [], filledCount: 0 };
  const { main, more } = visibleFigures(form, content.requirementId, reference.figures);
  return { main, more, filledCount: more.filter((field) => (content.figures[field.key] ?? '').trim() !== '').length };
}

export function boxText(field: FigureField, content: ActivityDraft): string {
  return figureText(field, content.figures);
}

/** The fields that have a place on the page as it stands: what is said of any other one goes into a box at its top. */
export function fieldsOnPage(content: ActivityDraft, form: Form | null, reference: Reference): ReadonlySet<string> {
  const { main, more } = figureBoxes(content, form, reference);
  const written = mayWrite(content, reference) ? ['photos', 'note', 'link'] : [];
  return new Set(['requirementId', 'alsoRequirementIds', 'occasionId', 'formId', 'title', 'heldOn', ...[...main, ...more].map((field) => field.key), ...written]);
}

/** Whether photos, note and link may stand on this form. */
export function mayWrite(content: ActivityDraft, reference: Reference): boolean {
  const ids = content.requirementId === null ? content.alsoRequirementIds : [content.requirementId, ...content.alsoRequirementIds];
  return noteAllowed(ids, reference.requirements);
}

export type DayChoice = 'today' | 'yesterday' | 'other';

export function dayChoice(heldOn: LocalDate | null, today: LocalDate): DayChoice {
  if (heldOn === today) return 'today';
  return heldOn === addDays(today, -1) ? 'yesterday' : 'other';
}

/** How an occasion stands to today, for the reason beside a suggestion. */
export function nearness(occasion: Occasion, today: LocalDate): 'ahead' | 'now' | 'past' | 'during' {
  const days = daysUntil(occasion, today) ?? 1;
  if (days > 0) return 'ahead';
  if (days < 0) return 'past';
  return occasion.startsOn === today && (occasion.endsOn === null || occasion.endsOn === today) ? 'now' : 'during';
}

/** A sent activity as text in boxes again, to be mended. */
export function draftOf(activity: Activity): ActivityDraft {
  const figures = Object.fromEntries(Object.entries(activity.figures).map(([key, value]) => [key, String(value)]));
  return { ...activity, figures };
}

/**
 * The draft as it is stored: every text in one way of writing accents (NFC). Only for the store: rewriting a box while
 * a Telex keyboard composes in it would lose a mark.
 */
export function composed(content: ActivityDraft): ActivityDraft {
  const figures = Object.fromEntries(Object.entries(content.figures).map(([key, text]) => [key, text.normalize('NFC')]));
  return { ...content, figures, title: content.title.normalize('NFC'), note: content.note.normalize('NFC'), link: content.link.normalize('NFC') };
}

/** The kind's id of a chip, typed back. */
export function formIdOf(value: string, forms: readonly Form[]): FormId | null {
  return forms.find((form) => form.id === value)?.id ?? null;
}
