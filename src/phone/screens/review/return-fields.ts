/** The places of a record that a return may name, each with what stands there. */
import { figureFields } from '../../../domain/form.ts';
import type { TaskId } from '../../../domain/id.ts';
import { itemField, itemsOf } from '../../../domain/programme.ts';
import { itemTitleAt } from '../../../domain/programme-fields.ts';
import { fieldsOf } from '../../../domain/record-fields.ts';
import { programmeReturnReasons, reportReturnReasons, returnReasons } from '../../../domain/return-draft.ts';
import type { ReturnReason } from '../../../domain/return-draft.ts';
import { reportFieldsOf } from '../../../domain/report-fields.ts';
import { lineOf, sectionKeys, taskText } from '../../../domain/report.ts';
import { itemPlanText, programmeWords } from '../../../i18n/programme-words.ts';
import { activityFields } from '../../activity-fields.ts';
import type { BelowReport } from '../../below-report.ts';
import { fieldName } from '../../field-name.ts';
import { formOf } from '../../reference.ts';
import { lineText, reportPlace } from './report-part.tsx';
import type { ReviewPartProps } from './use-review.ts';

export interface ReturnField {
  /** The key that a remark carries; the unit's phone opens its form at this place. */
  readonly field: string;
  readonly label: string;
  /** Empty where nothing is recorded. */
  readonly text: string;
}

/** The ready reasons for a record of this kind. */
export function reasonsOf({ view: { report }, programme }: Pick<ReviewPartProps['item'], 'view' | 'programme'>): readonly ReturnReason[] {
  return programme ? programmeReturnReasons : report ? reportReturnReasons : returnReasons;
}

/** So much of a paragraph tells which one it is. */
const shownLetters = 90;

/** What a place is called, also one that the record has no longer. */
export function placeLabel({ view: { activity }, programme }: ReviewPartProps['item'], desk: ReviewPartProps['desk'], found: BelowReport | null): (field: string) => string {
  if (programme) return (field) => itemTitleAt(programme, field) || programmeWords.plainTitle;
  if (found) return reportPlace(found, desk);
  const form = activity && formOf(desk.reference, activity.formId, activity.formVersion);
  return (field) => fieldName(field, desk.reference, form);
}

export function returnFields(item: ReviewPartProps['item'], desk: ReviewPartProps['desk'], found: BelowReport | null): readonly ReturnField[] {
  const { view: { activity, report }, programme } = item;
  const { reference } = desk;
  if (programme) return itemsOf(programme).map(([key, one]) => ({ field: itemField(key), label: one.title, text: itemPlanText(one, programme.workingYear) }));
  if (activity) {
    const form = formOf(reference, activity.formId, activity.formVersion);
    const texts = new Map(activityFields(activity, reference).map(({ field, text }) => [field, text]));
    const countsOnly = reference.requirements.get(activity.requirementId)?.countsOnly ?? false;
    return fieldsOf(activity, form ? figureFields(form).map(({ key }) => key) : [], countsOnly)
      .map((field) => ({ field, label: fieldName(field, reference, form), text: texts.get(field) ?? '' }));
  }
  if (!report || !found) return [];
  const label = reportPlace(found, desk);
  const isOneUnit = desk.unitOf(item.unitId)?.kind === 'grassroots';
  return reportFieldsOf(report, found.lines).map((field) => {
    const line = found.lines.find((one) => one.code === field);
    const section = sectionKeys.find((key) => key === field);
    const text = line ? lineText(lineOf(report, line.code), line, isOneUnit) : section ? report.sections[section] : taskText(report, field.slice('tasks.'.length) as TaskId);
    return { field, label: label(field), text: text.length > shownLetters ? `${text.slice(0, shownLetters)}…` : text };
  });
}
