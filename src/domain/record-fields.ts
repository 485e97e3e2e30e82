/** The fields of a record in the order in which a reviewer reads them, and what changed between two editions. */
import type { Activity } from './activity.ts';

/** The key that a remark carries; the phone opens the form at this place. */
export type FieldKey = string;

export interface FieldChange {
  readonly field: FieldKey;
  readonly before: Activity | null;
  readonly after: Activity;
}

const firstFields = ['title', 'requirementId', 'alsoRequirementIds', 'occasionId', 'formId', 'heldOn'] as const;
const lastFields = ['photos', 'note', 'link'] as const;
const plainFields: readonly string[] = [...firstFields, ...lastFields];

/** Whether the field belongs to every record; any other is a figure of its form. */
export function isPlainField(field: FieldKey): boolean {
  return plainFields.includes(field);
}

/**
 * The fields of a record: what every record has, then the figures of its form in the form's order and any others
 * that were sent, then words. A figure that was left blank is listed too: its absence may be the remark.
 * `countsOnly`: the requirement takes no pictures, no note and no link; what came all the same is shown.
 */
export function fieldsOf(body: Activity, formFigureKeys: readonly string[], countsOnly: boolean): readonly FieldKey[] {
  const others = Object.keys(body.figures).filter((key) => !formFigureKeys.includes(key));
  const last = lastFields.filter((field) => !countsOnly || valueKey(body, field) !== '');
  const first = firstFields.filter((field) => field !== 'alsoRequirementIds' || body.alsoRequirementIds.length > 0);
  return [...first, ...formFigureKeys, ...others, ...last];
}

/** The fields in which `after` differs from `before`, in the order of reading. */
export function changesBetween(before: Activity, after: Activity): readonly FieldChange[] {
  const figures = [...new Set([...Object.keys(before.figures), ...Object.keys(after.figures)])];
  return [...firstFields, ...figures, ...lastFields]
    .filter((field) => valueKey(before, field) !== valueKey(after, field))
    .map((field) => ({ field, before, after }));
}

/** The value of a field as one comparable text; empty when it is blank. */
export function valueKey(body: Activity, field: FieldKey): string {
  switch (field) {
    case 'title':
    case 'requirementId':
    case 'formId':
    case 'heldOn':
    case 'note':
    case 'link':
      return body[field];
    case 'occasionId':
      return body.occasionId ?? '';
    case 'photos':
      return body.photos.map(({ hash }) => hash).join(' ');
    case 'alsoRequirementIds':
      return body.alsoRequirementIds.join(' ');
    default:
      // Own keys only: a key such as `constructor` would otherwise be found on every object.
      return Object.hasOwn(body.figures, field) ? String(body.figures[field]) : '';
  }
}
