/**
 * Biểu ghi hoạt động (hình thức): which fields a kind of activity shows, and its checks with their own sentences.
 * One published form is complete in itself, because an activity is judged for ever by the version it names.
 */
import * as z from 'zod/mini';
import { FigureKey } from './figure.ts';
import type { Figure } from './figure.ts';
import { FormId, RequirementId } from './id.ts';

const place = z.enum(['main', 'more']);

export const FigureField = z.object({
  type: z.literal('figure'),
  key: FigureKey,
  label: z.string().check(z.minLength(1)),
  group: place,
  required: z.boolean(),
  /** A number filled in beforehand, or the key of another figure whose number it takes. */
  default: z.nullable(z.union([z.int(), FigureKey])),
});
export type FigureField = z.infer<typeof FigureField>;

/** Every other field: the day, the title, the occasion, the link, photos, the note. */
const plainField = z.object({
  type: z.enum(['date', 'text', 'event', 'link', 'photo']),
  key: z.string(),
  label: z.string(),
  group: place,
  required: z.boolean(),
  placeholder: z.optional(z.string()),
});

const figureOrNumber = z.union([z.int(), FigureKey]);

/** What a check asks. It runs only when every figure it names has a number. */
const knownRule = z.discriminatedUnion('op', [
  z.object({ op: z.literal('dateNotFuture') }),
  z.object({ op: z.literal('dateWithin'), range: z.enum(['reportYear', 'requirementWindow']) }),
  z.object({ op: z.literal('ge'), a: FigureKey, b: figureOrNumber }),
  z.object({ op: z.literal('le'), a: FigureKey, b: figureOrNumber }),
  z.object({ op: z.literal('anyOf'), fields: z.array(FigureKey).check(z.minLength(1)) }),
  z.object({ op: z.literal('anyOfMain') }),
  /** Violated when a ÷ per > factor × members. */
  z.object({ op: z.literal('perGt'), a: FigureKey, per: figureOrNumber, of: z.literal('members'), factor: z.number() }),
  /** Holds when a ÷ per lies within [min, max]. */
  z.object({ op: z.literal('perWithin'), a: FigureKey, per: FigureKey, min: z.number(), max: z.number() }),
  z.object({ op: z.literal('applies') }),
  z.object({ op: z.literal('noSameDayReqForm') }),
  z.object({ op: z.literal('remind'), whenReq: z.array(RequirementId) }),
]);

/** A rule that this version of the app cannot read is left to the server, which judges again. */
const laterRule = z.pipe(z.looseObject({ op: z.string() }), z.transform(() => ({ op: 'later' as const })));

export const FormCheck = z.object({
  id: z.string().check(z.regex(/^[a-z-]{2,30}$/)),
  /** `hard` keeps a draft a draft; `soft` asks once, and the officer may answer “đúng”. */
  level: z.enum(['hard', 'soft']),
  rule: z.union([knownRule, laterRule]),
  /** With blanks in braces: {per}, {members}, {year}, {from}, {to}. */
  sentence: z.string().check(z.minLength(1)),
});
export type FormCheck = z.infer<typeof FormCheck>;

export const Form = z.object({
  id: FormId,
  version: z.int().check(z.minimum(1)),
  label: z.string().check(z.minLength(1)),
  hint: z.string(),
  /** The title of such an activity on an occasion, with the blank {occasion}; empty when the form has no wording. */
  occasionTitle: z.string(),
  fields: z.array(z.union([FigureField, plainField])),
  /** For these requirements other figures are shown at once; the first of them is required. */
  mainByRequirement: z.record(RequirementId, z.array(FigureKey).check(z.minLength(1), z.maxLength(2))),
  suggestedRequirementIds: z.array(RequirementId),
  checks: z.array(FormCheck),
  /** Recorded on a screen of its own, not as an activity. */
  hasOwnScreen: z.boolean(),
});
export type Form = z.infer<typeof Form>;

/** All figure fields of a form, in their order. */
export function figureFields(form: Form): readonly FigureField[] {
  return form.fields.filter((field): field is FigureField => field.type === 'figure');
}

export interface VisibleFigures {
  /** At most two; shown at once. */
  readonly main: readonly FigureField[];
  /** Behind “Thêm số liệu”. */
  readonly more: readonly FigureField[];
}

const mostAtOnce = 2;

/**
 * Which figures stand on the page for this main requirement. Never more than two at once; a figure with a default is
 * not among them unless nothing else would be shown; the women's share stands beside its total where there is room.
 * With an entry of `mainByRequirement` that list is shown, its first figure is required and all others are not; a
 * figure that had to leave its place fills in nothing beforehand (rules of activity-forms.json).
 * The fields come back as they hold here: `required` and `default` may differ from those of the form.
 */
export function visibleFigures(
  form: Form, requirementId: RequirementId | null, figures: ReadonlyMap<FigureKey, Figure>,
): VisibleFigures {
  const fields = figureFields(form);
  const list = requirementId === null ? undefined : ownEntry(requirementId, form.mainByRequirement);
  const main: FigureField[] = [];
  const more: FigureField[] = [];
  if (list === undefined) {
    const shown = fields.filter((field) => field.group === 'main');
    const empty = shown.filter((field) => field.default === null);
    main.push(...(empty.length > 0 ? empty : shown).slice(0, mostAtOnce));
    more.push(...fields.filter((field) => !main.includes(field)));
  } else {
    for (const key of list) {
      const field = fields.find((one) => one.key === key);
      if (field !== undefined) main.push({ ...field, group: 'main', required: main.length === 0 });
    }
    for (const field of fields) {
      if (list.includes(field.key)) continue;
      const hadToLeave = field.group === 'main';
      more.push({ ...field, group: 'more', required: false, default: hadToLeave ? null : field.default });
    }
  }
  const only = main[0];
  if (main.length === 1 && only !== undefined) {
    const at = more.findIndex((field) => figures.get(field.key)?.womenOf === only.key);
    main.push(...(at < 0 ? [] : more.splice(at, 1)));
  }
  return { main, more };
}

/**
 * What stands in the box of a figure: what was typed; else the default; else nothing.
 * A key that is absent from `typed` was never touched, an empty text was cleared on purpose: blank is not zero.
 */
export function figureText(field: FigureField, typed: Readonly<Record<string, string>>): string {
  const text = ownEntry(field.key, typed);
  if (text !== undefined) return text;
  if (typeof field.default === 'number') return String(field.default);
  return field.default === null ? '' : ownEntry(field.default, typed) ?? '';
}

/** What a record holds under its own key: `constructor` and `toString` are found on every object, and keys come from outside. */
export function ownEntry<T>(key: string, entries: Readonly<Record<string, T>>): T | undefined {
  return new Map(Object.entries(entries)).get(key);
}

/** The wording that a title of this kind begins with (its placeholder), ending in “…”; empty when the form has none. */
export function titlePlaceholder(form: Form): string {
  for (const field of form.fields) if (field.type === 'text' && field.key === 'title') return field.placeholder ?? '';
  return '';
}
