/** What the fields of a programme are called at the desk. */
import type { Programme } from '../domain/programme.ts';
import { itemTitleAt } from '../domain/programme-fields.ts';
import type { FieldLabels } from './dictionary.ts';

/** An item is called by its title, as it stands in the programme. @param plain of the programme as a whole. */
export function programmeLabels(programme: Programme | null, plain: string): FieldLabels {
  return { label: (field) => itemTitleAt(programme, field) || plain };
}
