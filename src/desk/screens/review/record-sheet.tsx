import type { Activity } from '../../../domain/activity.ts';
import { valueKey } from '../../../domain/record-fields.ts';
import type { FieldKey } from '../../../domain/record-fields.ts';
import type { Review } from '../../../domain/review.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { returnWords } from '../../../i18n/return-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskPhoto } from '../../../sync/desk-protocol.ts';
import type { Dictionary } from '../../dictionary.ts';
import { RecordPhotos } from './record-photos.tsx';

interface RecordSheetProps {
  body: Activity;
  /** The edition before, when there is one: what changed is shown with its old value. */
  before: Activity | null;
  fields: readonly FieldKey[];
  /** The last return, whose remarks stand at their fields. */
  returned: Review | null;
  dictionary: Dictionary;
  photos: readonly DeskPhoto[];
}

/** What the unit recorded, field by field; what was left blank stands together in one line. */
export function RecordSheet({ body, before, fields, returned, dictionary, photos }: RecordSheetProps) {
  const isQuiet = (field: FieldKey): boolean => valueKey(body, field) === '' && (before === null || valueKey(before, field) === '')
    && !returned?.remarks.some((remark) => remark.field === field);
  const blank = fields.filter(isQuiet);
  return (
    <dl class="sheet">
      {fields.filter((field) => !isQuiet(field)).map((field) => (
        <div key={field} class="sheet-row">
          <dt>{dictionary.label(field)}</dt>
          <dd>
            <Value body={body} before={before} field={field} dictionary={dictionary} />
            {field === 'photos' && <RecordPhotos photos={photos} />}
            {returned?.remarks.filter((remark) => remark.field === field).map((remark) => <p key={remark.text} class="sheet-remark">{remark.text}</p>)}
          </dd>
        </div>
      ))}
      {blank.length > 0 && (
        <div class="sheet-row">
          <dt>{words.blankFields}</dt>
          <dd class="blank">{blank.map((field) => dictionary.label(field)).join('; ')}</dd>
        </div>
      )}
    </dl>
  );
}

interface FieldPickerProps extends Omit<RecordSheetProps, 'returned' | 'photos'> {
  picked: readonly FieldKey[];
  onToggle: (field: FieldKey) => void;
}

export function pickId(field: FieldKey): string {
  return `pick-${field}`;
}

/** The same fields while a return is written: a click on a field picks it. */
export function FieldPicker({ body, before, fields, dictionary, picked, onToggle }: FieldPickerProps) {
  return (
    <fieldset class="sheet is-picking">
      <legend class="muted">{returnWords.lead}</legend>
      {fields.map((field) => (
        <label key={field} class={picked.includes(field) ? 'sheet-row is-picked' : 'sheet-row'}>
          <input type="checkbox" id={pickId(field)} checked={picked.includes(field)} onChange={() => onToggle(field)} />
          <span class="sheet-label">{dictionary.label(field)}</span>
          <span class="sheet-value"><Value body={body} before={before} field={field} dictionary={dictionary} isPicking /></span>
        </label>
      ))}
    </fieldset>
  );
}

interface ValueProps {
  body: Activity;
  before: Activity | null;
  field: FieldKey;
  dictionary: Dictionary;
  /** A click picks the field: nothing inside it may lead elsewhere. */
  isPicking?: boolean;
}

function Value({ body, before, field, dictionary, isPicking = false }: ValueProps) {
  const text = dictionary.value(body, field);
  const shown = text === '' ? <span class="blank">{words.blank}</span> : field === 'link' && !isPicking ? <LinkText url={text} /> : text;
  if (before === null || valueKey(before, field) === valueKey(body, field)) return <>{shown}</>;
  const old = dictionary.value(before, field);
  return (
    <>
      <del><span class="unseen">{say(words.changedFrom, { before: old === '' ? words.blank : old })} </span><span aria-hidden="true">{old === '' ? words.blank : old}</span></del>
      <span aria-hidden="true"> → </span>
      <ins>{shown}</ins>
    </>
  );
}

/** A link leads only where the check of links let it: https pages. It opens beside the desk, which learns nothing of it. */
function LinkText({ url }: { url: string }) {
  return url.startsWith('https://') ? <a href={url} target="_blank" rel="noopener noreferrer">{url}</a> : <>{url}</>;
}
