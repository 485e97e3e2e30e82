import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ActivityDraft } from '../../../domain/activity.ts';
import type { FigureField } from '../../../domain/form.ts';
import type { RequirementId } from '../../../domain/id.ts';
import { taskOf } from '../../../domain/id.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Suggestion } from '../../../domain/suggestion.ts';
import { addDays, LocalDate } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import { boxDayText, dayMonthText } from '../../../i18n/format.ts';
import { formWords as words } from '../../../i18n/form-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips, Marked, NumberField, Pick, TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { fieldName } from '../../field-name.ts';
import { formOf } from '../../reference.ts';
import type { Reference } from '../../reference.ts';
import { boxText, dayChoice, fieldsOnPage, figureBoxes, formIdOf, kindsOf, mayWrite, nearness, withChoice, withRequirement } from './form-model.ts';
import { OccasionPicker } from './occasion-picker.tsx';
import { PhotoBox } from './photo-box.tsx';
import type { PhotoHands } from './photo-box.tsx';
import { sentenceOf, strayRemarks } from './remarks.ts';
import type { StrayRemark } from './remarks.ts';
import { RequirementPicker } from './requirement-picker.tsx';

export interface FormFieldsProps {
  content: ActivityDraft;
  /** Stays the very same: what a box shows is drawn once, and its answer is laid over the draft as it is by then. */
  onContent: (changed: (content: ActivityDraft) => ActivityDraft) => void;
  reference: Reference;
  today: LocalDate;
  unit: Unit;
  suggestion: Suggestion | null;
  problems: readonly Problem[];
  /** What a reviewer or a rule wants mended, by field. */
  remarks: ReadonlyMap<string, string>;
  photoHands: PhotoHands;
}

interface Part {
  readonly fields: readonly string[];
  readonly node: ComponentChildren;
}

type Picking = 'main' | 'also' | 'occasion' | null;

export function FormFields(props: FormFieldsProps) {
  const { content, onContent, reference, today, unit, remarks } = props;
  const [picking, setPicking] = useState<Picking>(null);
  useEffect(() => {
    const [first] = remarks.keys();
    if (first !== undefined) document.getElementById(`f-${first}`)?.focus();
    // Once, when the page opens: later remarks must not pull the focus away from a thumb.
  }, []);
  const pick = (id: RequirementId): void => {
    setPicking(null);
    if (picking === 'also') onContent((now) => ({ ...now, alsoRequirementIds: [...new Set([...now.alsoRequirementIds, id])] }));
    else onContent((now) => withRequirement(now, id, reference, today));
  };
  const form = formOf(reference, content.formId, content.formVersion);
  const { main, more, filledCount } = figureBoxes(content, form, reference);
  const strays = strayRemarks(remarks, props.problems, fieldsOnPage(content, form, reference));
  const strayBox = strays.length > 0 && <Strays strays={strays} fieldName={(field) => fieldName(field, reference, form)} />;
  const writable = mayWrite(content, reference);
  const { requirementId, alsoRequirementIds, occasionId, formId, formVersion, heldOn, title, note: noteText, link: linkText, photos: pictures } = content;
  /** @param shows what the box shows of the draft. */
  const part = (fields: readonly string[], shows: readonly unknown[], draw: () => ComponentChildren): Part => ({
    fields, node: <Still key={fields[0]} of={[reference, today, props.suggestion, props.problems, remarks, ...shows]} draw={draw} />,
  });
  const figure = (field: FigureField): Part => part([field.key], [field, boxText(field, content)], () => <FigureBox field={field} {...props} />);
  const top: Part[] = [
    part(['requirementId'], [requirementId, occasionId], () => <RequirementBox {...props} onPick={() => setPicking('main')} />),
    part(['alsoRequirementIds', 'occasionId'], [alsoRequirementIds, occasionId], () => <MoreContent {...props} onAdd={() => setPicking('also')} onOccasion={() => setPicking('occasion')} />),
    part(['formId'], [requirementId, formId, formVersion], () => <KindBox {...props} />),
    part(['title'], [title], () => <TextBox field="title" label={words.name} maxLength={200} {...props} />),
    part(['heldOn'], [heldOn], () => <DayBox {...props} />),
  ];
  const photos: Part[] = writable
    ? [part(['photos'], [pictures, props.photoHands], () => <PhotoBox photos={pictures} problems={props.problems} remark={remarks.get('photos')} {...props.photoHands} />)]
    : [];
  const note: Part[] = writable
    ? [part(['note'], [noteText], () => <TextBox field="note" label={words.note} optional={words.optional} hint={words.noteHint} rows={3} maxLength={600} {...props} />)]
    : [];
  const link: Part[] = writable
    ? [part(['link'], [linkText], () => <TextBox field="link" label={words.link} optional={words.optional} hint={words.linkHint} maxLength={400} {...props} />)]
    : [];
  const countsOnly = writable ? null : <p class="hint">{words.countsOnly}</p>;
  const overlay = picking === null ? null : picking === 'occasion'
    ? <OccasionPicker {...props} onPick={(occasionId) => { setPicking(null); onContent((now) => withChoice(now, { occasionId }, reference)); }} onClose={() => setPicking(null)} />
    : <RequirementPicker reference={reference} unit={unit} chosen={picking === 'main' ? content.requirementId : null} onPick={pick} onClose={() => setPicking(null)} />;

  if (remarks.size > 0) {
    const all = [...top, ...main.map(figure), ...more.map(figure), ...photos, ...note, ...link];
    const isMarked = ({ fields }: Part): boolean => fields.some((field) => remarks.has(field) || props.problems.some((problem) => problem.field === field));
    const rest = all.filter((one) => !isMarked(one));
    return (
      <>
        {strayBox}
        {all.filter(isMarked).map(({ node }) => node)}
        <Fold title={say(words.untouched, { count: rest.length })}>{rest.map(({ node }) => node)}{countsOnly}</Fold>
        {overlay}
      </>
    );
  }
  const hidden = [...more.map((field) => field.key), 'link'];
  const figureTitle = filledCount + (content.link.trim() === '' ? 0 : 1);
  return (
    <>
      {strayBox}
      {top.map(({ node }) => node)}
      {main.length > 0 && <div class={main.length > 1 ? 'two' : undefined}>{main.map((field) => figure(field).node)}</div>}
      {photos.map(({ node }) => node)}
      {note.map(({ node }) => node)}
      {countsOnly}
      <Fold
        title={figureTitle > 0 ? say(words.moreFiguresCount, { count: figureTitle }) : words.moreFigures}
        open={props.problems.some((problem) => hidden.includes(problem.field ?? ''))}
      >
        {more.map((field) => figure(field).node)}
        {link.map(({ node }) => node)}
      </Fold>
      {overlay}
    </>
  );
}

/** Drawn again only when something it shows has changed: a key typed into another box costs it nothing. */
function Still({ of, draw }: { of: readonly unknown[]; draw: () => ComponentChildren }) {
  return <>{useMemo(draw, of)}</>;
}

function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ComponentChildren }) {
  return (
    <details class="fold" open={open || undefined}>
      <summary><Icon name="down" />{title}</summary>
      {children}
    </details>
  );
}

/** What is to be mended at fields that this page does not have: each line holds the place that a link of the summary leads to. */
function Strays({ strays, fieldName: nameOf }: { strays: readonly StrayRemark[]; fieldName: (field: string) => string }) {
  return (
    <Notice tone={strays.some(({ kind }) => kind === 'error') ? 'error' : 'returned'} icon="returned" title={words.strayTitle}>
      <ul class="remarks">
        {strays.map(({ field, text, kind }) => (
          <li key={`${kind} ${field} ${text}`} id={kind === 'error' ? `f-${field}` : undefined} tabIndex={kind === 'error' ? -1 : undefined}>
            {say(words.stray, { field: nameOf(field), text })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function errorAt(field: string, problems: readonly Problem[]): string | undefined {
  const found = problems.filter((problem) => problem.field === field);
  return found.length === 0 ? undefined : found.map(sentenceOf).join(' ');
}

function RequirementBox({ content, reference, today, suggestion, problems, remarks, onPick }: FormFieldsProps & { onPick: () => void }) {
  const requirement = content.requirementId === null ? undefined : reference.requirements.get(content.requirementId);
  const occasion = content.occasionId === null ? undefined : reference.occasionsById.get(content.occasionId);
  const task = requirement && taskOf(requirement.id);
  const isSuggested = suggestion !== null && suggestion.requirementId === content.requirementId;
  const reason = isSuggested ? reasonText(suggestion, reference, today) : task === 'C' ? words.ofClosing : undefined;
  return (
    <Pick
      id="f-requirementId" label={words.requirement} {...(task ? { badge: task } : {})} title={requirement?.words ?? words.chooseRequirement} more={words.change}
      text={<>{occasion && <span class="line">{say(words.withOccasion, { occasion: occasion.shortTitle })}</span>}{reason}</>}
      error={errorAt('requirementId', problems)} remark={remarks.get('requirementId')} onPick={onPick}
    />
  );
}

function reasonText({ reason }: Suggestion, reference: Reference, today: LocalDate): string | undefined {
  if (reason.kind === 'last') return words.reasonLast;
  const occasion = reason.kind === 'occasion' ? reference.occasionsById.get(reason.occasionId) : undefined;
  if (!occasion?.startsOn) return undefined;
  const date = dayMonthText(occasion.startsOn);
  switch (nearness(occasion, today)) {
    case 'ahead':
      return say(words.reasonAhead, { date });
    case 'now':
      return say(words.reasonNow, { date });
    case 'past':
      return say(words.reasonPast, { date });
    case 'during':
      return words.reasonDuring;
  }
}

function MoreContent({ content, onContent, reference, problems, remarks, onAdd, onOccasion }: FormFieldsProps & { onAdd: () => void; onOccasion: () => void }) {
  const count = content.alsoRequirementIds.length;
  const occasion = content.occasionId === null ? undefined : reference.occasionsById.get(content.occasionId);
  const isOpen = ['alsoRequirementIds', 'occasionId'].some((field) => remarks.has(field) || problems.some((problem) => problem.field === field));
  return (
    <Fold title={count > 0 ? say(words.moreContentCount, { count }) : words.moreContent} open={isOpen}>
      {content.alsoRequirementIds.map((id) => {
        const text = reference.requirements.get(id)?.words ?? id;
        return (
          <div key={id} class="also">
            <span class="badge digits" aria-hidden="true">{taskOf(id)}</span>
            <span class="grow">{text}</span>
            <button
              type="button" class="icon-button" aria-label={say(words.removeRequirement, { words: text })}
              onClick={() => onContent((now) => ({ ...now, alsoRequirementIds: now.alsoRequirementIds.filter((one) => one !== id) }))}
            >
              <Icon name="close" />
            </button>
          </div>
        );
      })}
      <Marked id="f-alsoRequirementIds" error={errorAt('alsoRequirementIds', problems)} remark={remarks.get('alsoRequirementIds')}>
        {count < 8 && <Button kind="other" small icon="plus" onClick={onAdd}>{words.addRequirement}</Button>}
      </Marked>
      <Pick
        id="f-occasionId" label={words.occasion} title={occasion?.shortTitle ?? words.noOccasion} more={words.change} slim
        error={errorAt('occasionId', problems)} remark={remarks.get('occasionId')} onPick={onOccasion}
      />
    </Fold>
  );
}

/** Value of the chip that opens all kinds; no form has it. */
const allKinds = '*';

function KindBox({ content, onContent, reference, problems, remarks }: FormFieldsProps) {
  const { chips, others } = kindsOf(content, reference);
  // In the order in which they were unfolded: nothing moves under the thumb when one of them is chosen.
  const [all, setAll] = useState<typeof chips | null>(null);
  const shown = all ?? chips;
  const options = shown.map((form) => ({ value: form.id as string, label: form.label }));
  if (!all && others.length > 0) options.push({ value: allKinds, label: words.otherKinds });
  return (
    <Chips
      id="f-formId" label={words.kind} options={options} value={content.formId} error={errorAt('formId', problems)} remark={remarks.get('formId')}
      onValue={(value) => {
        if (value === allKinds) return setAll([...chips, ...others]);
        const formId = formIdOf(value, reference.forms);
        if (formId !== null) onContent((now) => withChoice(now, { formId, formVersion: formOf(reference, formId, null)?.version ?? null }, reference));
      }}
    />
  );
}

function DayBox({ content, onContent, today, problems, remarks }: FormFieldsProps) {
  const [other, setOther] = useState(() => dayChoice(content.heldOn, today) === 'other');
  const yesterday = addDays(today, -1);
  const value = other ? 'other' : dayChoice(content.heldOn, today);
  return (
    <>
      <Chips
        id="f-heldOn" label={words.day} ofThree value={value} error={errorAt('heldOn', problems)} remark={remarks.get('heldOn')}
        options={[
          { value: 'today', label: words.today, small: dayMonthText(today) },
          { value: 'yesterday', label: words.yesterday, small: dayMonthText(yesterday) },
          { value: 'other', label: words.otherDay },
        ]}
        onValue={(choice) => {
          setOther(choice === 'other');
          if (choice !== 'other') onContent((now) => ({ ...now, heldOn: choice === 'today' ? today : yesterday }));
        }}
      />
      {other && (
        <TextField
          id="f-heldOn-date" type="date" label={words.otherDayLabel} value={content.heldOn ?? ''} day={boxDayText(content.heldOn ?? '')} max={today}
          onValue={(text) => onContent((now) => ({ ...now, heldOn: LocalDate.safeParse(text).data ?? null }))}
        />
      )}
    </>
  );
}

function FigureBox({ field, content, onContent, problems, remarks }: FormFieldsProps & { field: FigureField }) {
  return (
    <NumberField
      id={`f-${field.key}`} label={field.label} value={boxText(field, content)}
      error={errorAt(field.key, problems)} remark={remarks.get(field.key)} enterHint="next"
      onValue={(text) => onContent((now) => ({ ...now, figures: { ...now.figures, [field.key]: text } }))}
    />
  );
}

interface TextBoxProps extends FormFieldsProps { field: 'title' | 'note' | 'link'; label: string; optional?: string; hint?: string; rows?: number; maxLength: number }

function TextBox({ field, label, optional, hint, rows, maxLength, content, onContent, problems, remarks }: TextBoxProps) {
  return (
    <TextField
      id={`f-${field}`} label={label} value={content[field]} error={errorAt(field, problems)} remark={remarks.get(field)} maxLength={maxLength}
      capitals={field === 'link' ? 'none' : 'sentences'} {...(field === 'link' ? { mode: 'url' as const } : {})} {...(rows ? { rows } : {})}
      {...(optional ? { optional } : {})} {...(hint ? { hint } : {})} onValue={(text) => onContent((now) => ({ ...now, [field]: text }))}
    />
  );
}
