import { useState } from 'preact/hooks';
import { LocalDate } from '../../../domain/time.ts';
import type { Remark } from '../../../domain/review.ts';
import { deskProgrammeWords as programmeWords } from '../../../i18n/desk-programme-words.ts';
import { deskReportWords as reportWords } from '../../../i18n/desk-report-words.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { dateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { Chips, ErrorSummary, TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { proposedWorkingDays } from '../../deadline.ts';
import type { FieldLabels } from '../../dictionary.ts';
import type { FieldKey } from '../../record-fields.ts';
import { readReturn, remarkLength, remarkWords, returnReasons, toggleField, withRemark } from '../../return-draft.ts';
import type { RemarkDraft, ReturnDraft, ReturnReason, ReturnTrouble } from '../../return-draft.ts';
import { pickId } from './record-sheet.tsx';

interface ReturnFormProps {
  draft: ReturnDraft;
  /** The fields of the record, in their order. */
  fields: readonly FieldKey[];
  today: LocalDate;
  dictionary: FieldLabels;
  /** Those that may be meant by such a record. */
  reasons?: readonly ReturnReason[];
  onDraft: (draft: ReturnDraft) => void;
  onReturn: (remarks: readonly Remark[], dueOn: LocalDate | null) => void;
}

const reasonWords: Readonly<Record<ReturnReason, string>> = {
  'figure-missing': words.reasonFigureMissing,
  'photo-unclear': words.reasonPhotoUnclear,
  'task-wrong': words.reasonTaskWrong,
  'date-wrong': words.reasonDateWrong,
  'words-unclear': words.reasonWordsUnclear,
  'figure-mismatch': reportWords.reasonFigureMismatch,
  'correction-unclear': reportWords.reasonCorrectionUnclear,
  'number-missing': reportWords.reasonFigureMissing,
  'month-wrong': programmeWords.reasonMonthWrong,
  'role-missing': programmeWords.reasonRoleMissing,
  'put-in': programmeWords.reasonPutIn,
  other: words.reasonOther,
};

const formId = 'return-form';
const dueId = 'due-on';

/** Why, in what words, and until when; with what the unit is going to read. */
export function ReturnForm({ draft, fields, today, dictionary, reasons = returnReasons, onDraft, onReturn }: ReturnFormProps) {
  const [tries, setTries] = useState(0);
  const read = readReturn(draft, fields, today, reasonWords);
  const troubles = tries > 0 ? read.troubles : [];
  const troubleOf = (field: FieldKey): string | undefined => {
    const found = troubles.find((trouble) => 'field' in trouble && trouble.field === field);
    return found === undefined ? undefined : troubleText(found, dictionary);
  };
  const picked = [...draft.remarks].sort((left, right) => fields.indexOf(left.field) - fields.indexOf(right.field));

  const send = (): void => {
    if (read.troubles.length > 0) setTries(tries + 1);
    else onReturn(read.remarks, draft.dueOn === '' ? null : LocalDate.parse(draft.dueOn));
  };

  return (
    <form class="return-form" id={formId} noValidate aria-labelledby="return-title" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <h3 id="return-title">{words.returnTitle}</h3>
      {troubles.length > 0 && (
        <ErrorSummary
          key={tries} title={say(words.troublesTitle, { count: troubles.length })}
          items={troubles.map((trouble) => ({ id: placeOf(trouble, fields), text: troubleText(trouble, dictionary) }))}
        />
      )}
      {picked.length === 0 && <p class="pick-first"><Icon name="back" />{words.returnLead}</p>}
      {picked.map((remark) => (
        <RemarkFields
          key={remark.field} remark={remark} label={dictionary.label(remark.field)} error={troubleOf(remark.field)} reasons={reasons}
          onRemark={(change) => onDraft(withRemark(draft, remark.field, change))} onDrop={() => onDraft(toggleField(draft, remark.field))}
        />
      ))}
      <TextField
        id={dueId} label={words.returnDue} hint={say(words.returnDueHint, { count: proposedWorkingDays })} type="date"
        value={draft.dueOn} onValue={(dueOn) => onDraft({ ...draft, dueOn })}
        error={troubles.some((trouble) => trouble.kind === 'deadline-past') ? words.troubleDeadline : undefined}
      />
      <Preview draft={draft} picked={picked} dictionary={dictionary} />
    </form>
  );
}

/** The form's buttons, in the place of Duyệt and Trả lại: always in sight, however long the form. */
export function ReturnButtons({ onCancel }: { onCancel: () => void }) {
  return (
    <div class="decision" role="group" aria-label={words.decision}>
      <button type="submit" form={formId} class="desk-button is-return"><Icon name="returned" />{words.returnSend}</button>
      <button type="button" class="desk-button is-other" onClick={onCancel}>{words.returnCancel}</button>
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
      <legend>{say(words.returnField, { field: label })}</legend>
      <button type="button" class="desk-button is-quiet is-drop" onClick={onDrop}><Icon name="close" />{words.returnDrop}</button>
      <Chips
        id={`reason-${field}`} label={words.returnReason} value={reason} onValue={(chosen) => onRemark({ reason: chosen })}
        options={reasons.map((value) => ({ value, label: reasonWords[value] }))}
      />
      <TextField
        id={wordsId(field)} label={words.returnWords} rows={2} maxLength={remarkLength} capitals="sentences" value={text} error={error}
        onValue={(typed) => onRemark({ text: typed })} {...(hasReason ? { optional: words.returnWordsOptional } : {})}
      />
    </fieldset>
  );
}

function Preview({ draft, picked, dictionary }: { draft: ReturnDraft; picked: readonly RemarkDraft[]; dictionary: FieldLabels }) {
  const due = LocalDate.safeParse(draft.dueOn);
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">{words.returnPreview}</h3>
      <Notice tone="returned" icon="returned" title={due.success ? say(words.previewDue, { date: dateText(due.data) }) : words.previewNoDue}>
        {picked.map((remark) => (
          <p key={remark.field}>
            {say(words.remarkLine, { field: dictionary.label(remark.field), text: remarkWords(remark, reasonWords) || words.previewNoWords })}
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
