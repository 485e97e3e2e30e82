/** What a field of an activity is called, on the form, in a remark and in a list of differences. */
import type { Form } from '../domain/form.ts';
import { fieldWords } from '../i18n/field-words.ts';
import { figureLabel } from './reference.ts';
import type { Reference } from './reference.ts';

/** A figure is called as its form calls it; one whose form is not on this phone is called a figure. */
export function fieldName(field: string, reference: Reference, form: Form | null): string {
  return field in fieldWords ? fieldWords[field as keyof typeof fieldWords] : figureLabel(reference, form, field) ?? fieldWords.figure;
}
