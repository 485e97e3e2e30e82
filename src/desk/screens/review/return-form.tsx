import { useState } from 'preact/hooks';
import { proposedWorkingDays } from '../../../domain/deadline.ts';
import type { FieldKey } from '../../../domain/record-fields.ts';
import { readReturn, remarkLength, remarkWords, returnReasons, toggleField, withRemark } from '../../../domain/return-draft.ts';
import type { RemarkDraft, ReturnDraft, ReturnReason, ReturnTrouble } from '../../../domain/return-draft.ts';
import type { Remark } from '../../../domain/review.ts';
import { LocalDate } from '../../../domain/time.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { boxDayText, dateText } from '../../../i18n/format.ts';
import { returnReasonWords, returnWords as words } from '../../../i18n/return-words.ts';
import { say } from '../../../i18n/say.ts';
import { Chips, ErrorSummary, TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { FieldLabels } from '../../dictionary.ts';
import { refusedRemark } from '../../held-decisions.ts';
import type { HeldDecision } from '../../held-decisions.ts';
import { refusalWords } from '../../parts/refusal-words.ts';
import { pickId } from './record-sheet.tsx';

interface ReturnFormProps {
  draft: ReturnDraft;
  /** The fields of the record, in their order. */
  fields: readonly FieldKey[];
  today: LocalDate;
  dictionary: FieldLabels;
  /** Those that may be meant by such a record. */
  reasons?: readonly ReturnReason[];
  /** The decision before this one, where the server has refused it. */
  held: HeldDecision | undefined;
  onDraft: (draft: ReturnDraft) => void;
  onReturn: (remarks: readonly Remark[], dueOn: LocalDate | null) => void;
}

const formId = 'return-form';
const dueId = 'due-on';

/** Why, in what words, and until when; with what the unit is going to read. */
export function ReturnForm({ draft, fields, today, dictionary, reasons = returnReasons, held, onDraft, onReturn }: ReturnFormProps) {
  const [tries, setTries] = useState(0);
  const read = readReturn(draft, fields, today, returnReasonWords);
  const troubles = tries > 0 ? read.troubles : [];
  // The server's own sentence, at the remark that it is about, for as long as the words are the refused ones.
  const before = held ? refusedRemark(held) : null;
  const refused = before !== null && draft.remarks.some((remark) => remark.field === before.field && remarkWords(remark, returnReasonWords) === before.text) ? before.field : null;
  const refusedText = held?.refusal ? `${refusalWords(held.refusal).sentence} ${refusalWords(held.refusal).next}` : '';
  const troubleOf = (field: FieldKey): string | undefined => {
    const found = troubles.find((trouble) => 'field' in trouble && trouble.field === field);
    if (found !== undefined) return troubleText(found, dictionary);
    return field === refused ? refusedText : undefined;
  };
  const items = [
    ...troubles.map((trouble) => ({ id: placeOf(trouble, fields), text: troubleText(trouble, dictionary) })),
    ...(refused === null ? [] : [{ id: wordsId(refused), text: refusedText }]),
  ];
  const picked = [...draft.remarks].sort((left, right) => fields.indexOf(left.field) - fields.indexOf(right.field));

  const send = (): void => {
    if (read.troubles.length > 0) setTries(tries + 1);
    else onReturn(read.remarks, draft.dueOn === '' ? null : LocalDate.parse(draft.dueOn));
  };

  return (
    <form class="return-form" id={formId} noValidate aria-labelledby="return-title" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <h3 id="return-title">{words.title}</h3>
      {items.length > 0 && <ErrorSummary key={tries} title={say(words.troublesTitle, { count: items.length })} items={items} />}
      {picked.length === 0 && <p class="pick-first"><Icon name="back" />{words.lead}</p>}
      {picked.map((remark) => (
        <RemarkFields
          key={remark.field} remark={remark} label={dictionary.label(remark.field)} error={troubleOf(remark.field)} reasons={reasons}
          onRemark={(change) => onDraft(withRemark(draft, remark.field, change))} onDrop={() => onDraft(toggleField(draft, remark.field))}
        />
      ))}
      <TextField
        id={dueId} label={words.due} hint={say(words.dueHint, { count: proposedWorkingDays })} type="date"
        value={draft.dueOn} day={boxDayText(draft.dueOn)} onValue={(dueOn) => onDraft({ ...draft, dueOn })}
        error={troubles.some((trouble) => trouble.kind === 'deadline-past') ? words.troubleDeadline : undefined}
      />
      <Preview draft={draft} picked={picked} dictionary={dictionary} />
    </form>
  );
}

/** The form's buttons, in the place of Duyệt and Trả lại: always in sight, however long the form. */
export function ReturnButtons({ onCancel }: { onCancel: () => void }) {
  return (
    <div class="decision" role="group" aria-label={deskWords.decision}>
      <button type="submit" form={formId} class="desk-button"><Icon name="returned" />{words.send}</button>
      <button type="button" class="desk-button is-other" onClick={onCancel}>{words.cancel}</button>
    </div>
  );
}

interface RemarkFieldsProps {
  remark: RemarkDraft;
  label: string;
  error: string | undefined;
  reasons: readonly ReturnReason[];
  onRemark: (change: Partial<RemarkDraft>) => void;
  onDrop: () => void;
}

function RemarkFields({ remark, label, error, reasons, onRemark, onDrop }: RemarkFieldsProps) {
  const { field, reason, text } = remark;
  const hasReason = reason !== null && reason !== 'other';
  return (
    <fieldset class="remark-fields">
      <legend>{say(words.field, { field: label })}</legend>
      <button type="button" class="desk-button is-quiet is-drop" onClick={onDrop}><Icon name="close" />{words.drop}</button>
      <Chips
        id={`reason-${field}`} label={words.reason} value={reason} onValue={(chosen) => onRemark({ reason: chosen })}
        options={reasons.map((value) => ({ value, label: returnReasonWords[value] }))}
      />
      <TextField
        id={wordsId(field)} label={words.words} rows={2} maxLength={remarkLength} capitals="sentences" value={text} error={error}
        onValue={(typed) => onRemark({ text: typed })} {...(hasReason ? { optional: words.wordsOptional } : {})}
      />
    </fieldset>
  );
}

function Preview({ draft, picked, dictionary }: { draft: ReturnDraft; picked: readonly RemarkDraft[]; dictionary: FieldLabels }) {
  const due = LocalDate.safeParse(draft.dueOn);
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{words.preview}</h3>
      <Notice tone="returned" icon="returned" title={due.success ? say(words.previewDue, { date: dateText(due.data) }) : words.previewNoDue}>
        {picked.map((remark) => (
          <p key={remark.field}>
            {say(deskWords.remarkLine, { field: dictionary.label(remark.field), text: remarkWords(remark, returnReasonWords) || words.previewNoWords })}
          </p>
        ))}
      </Notice>
    </section>
  );
}

function wordsId(field: FieldKey): string {
  return `words-${field}`;
}

/** The id of what a line of the summary leads to. */
function placeOf(trouble: ReturnTrouble, fields: readonly FieldKey[]): string {
  switch (trouble.kind) {
    case 'no-field':
    case 'too-many-fields':
      return pickId(fields[0] ?? '');
    case 'no-words':
    case 'words-too-long':
      return wordsId(trouble.field);
    case 'deadline-past':
      return dueId;
  }
}

function troubleText(trouble: ReturnTrouble, dictionary: FieldLabels): string {
  switch (trouble.kind) {
    case 'no-field':
      return words.troubleNoField;
    case 'too-many-fields':
      return say(words.troubleTooMany, { most: trouble.most });
    case 'no-words':
      return say(words.troubleNoWords, { field: dictionary.label(trouble.field) });
    case 'words-too-long':
      return say(words.troubleTooLong, { field: dictionary.label(trouble.field), most: trouble.most });
    case 'deadline-past':
      return words.troubleDeadline;
  }
}
