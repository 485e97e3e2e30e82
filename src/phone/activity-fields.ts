/** An activity field by field, in words: for its page, for two versions side by side, for what an edit changed. */
import type { Activity } from '../domain/activity.ts';
import { figureFields } from '../domain/form.ts';
import { dateText, numberText } from '../i18n/format.ts';
import { photoWords } from '../i18n/photo-words.ts';
import { say } from '../i18n/say.ts';
import { fieldName } from './field-name.ts';
import { formOf } from './reference.ts';
import type { Reference } from './reference.ts';

export interface ActivityField {
  readonly field: string;
  readonly name: string;
  /** Empty where nothing is recorded. */
  readonly text: string;
}

/** In the order of the form; figures without a number are left out, blank is not zero. */
export function activityFields(activity: Activity, reference: Reference): readonly ActivityField[] {
  const form = formOf(reference, activity.formId, activity.formVersion);
  const words = (id: Activity['requirementId']): string => `${id} ${reference.requirements.get(id)?.words ?? ''}`.trim();
  const occasion = activity.occasionId === null ? undefined : reference.occasionsById.get(activity.occasionId);
  const order = form ? figureFields(form).map((field) => field.key) : [];
  const keys = [...new Set([...order, ...Object.keys(activity.figures)])].filter((key) => activity.figures[key] !== undefined);
  const field = (name: string, text: string): ActivityField => ({ field: name, name: fieldName(name, reference, form), text });
  return [
    field('requirementId', words(activity.requirementId)),
    field('alsoRequirementIds', activity.alsoRequirementIds.map(words).join('; ')),
    field('occasionId', occasion?.shortTitle ?? activity.occasionId ?? ''),
    field('formId', form?.label ?? activity.formId),
    field('title', activity.title),
    field('heldOn', dateText(activity.heldOn)),
    ...keys.map((key) => field(key, numberText(activity.figures[key] ?? 0))),
    field('photos', activity.photos.length === 0 ? '' : numberText(activity.photos.length)),
    field('note', activity.note),
    field('link', activity.link),
  ];
}

export interface FieldDifference {
  readonly field: string;
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

/** The fields in which two versions differ. */
export function differences(one: Activity, other: Activity, reference: Reference): readonly FieldDifference[] {
  const left = activityFields(one, reference);
  const right = activityFields(other, reference).map((each) => (each.field === 'photos' && areOtherPictures(one, other) ? withOtherPictures(each) : each));
  const names = new Map([...left, ...right].map((each) => [each.field, each.name]));
  const textIn = (fields: readonly ActivityField[], field: string): string => fields.find((each) => each.field === field)?.text ?? '';
  return [...names].map(([field, name]) => ({ field, name, one: textIn(left, field), other: textIn(right, field) })).filter((each) => each.one !== each.other);
}

/** As many pictures in both, and not the same ones. */
function areOtherPictures({ photos }: Activity, other: Activity): boolean {
  const hashes = new Set(photos.map(({ hash }) => hash));
  return photos.length === other.photos.length && other.photos.some(({ hash }) => !hashes.has(hash));
}

function withOtherPictures(each: ActivityField): ActivityField {
  return { ...each, text: say(photoWords.otherPictures, { count: each.text }) };
}

/**
 * Two versions put together field by field. `fromOther` names the fields taken from `other`; all the rest is `one`'s.
 * A kind is taken with its version, because its figures are judged by it.
 */
export function chosen(one: Activity, other: Activity, fromOther: ReadonlySet<string>): Activity {
  const figures: Record<string, number> = {};
  for (const key of new Set([...Object.keys(one.figures), ...Object.keys(other.figures)])) {
    const value = (fromOther.has(key) ? other : one).figures[key];
    if (value !== undefined) figures[key] = value;
  }
  const from = <Key extends keyof Activity>(key: Key): Activity[Key] => (fromOther.has(key) ? other : one)[key];
  return {
    requirementId: from('requirementId'), alsoRequirementIds: from('alsoRequirementIds'), occasionId: from('occasionId'), formId: from('formId'),
    formVersion: (fromOther.has('formId') ? other : one).formVersion, heldOn: from('heldOn'), title: from('title'), figures, note: from('note'),
    link: from('link'), photos: from('photos'),
    confirmed: [...new Set([...one.confirmed, ...other.confirmed])],
  };
}
