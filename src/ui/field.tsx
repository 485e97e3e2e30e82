/** Fields. The words of an error stand at the field and again, letter by letter, in the summary at the top. */
import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icon.tsx';

interface FieldWords {
  id: string;
  label: string;
  /** Behind the label, lighter: “(không bắt buộc)”. */
  optional?: string;
  hint?: string;
  error?: string | undefined;
  /** A reviewer's words at this field. */
  remark?: string | undefined;
}

/** The ids of what describes a field, for `aria-describedby`; undefined when nothing does. */
export function describedBy({ id, hint, error, remark }: Pick<FieldWords, 'id' | 'hint' | 'error' | 'remark'>): string | undefined {
  const ids = [remark && `${id}-remark`, error && `${id}-error`, hint && `${id}-hint`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(' ');
}

function look({ error, remark }: Pick<FieldWords, 'error' | 'remark'>): string {
  return `field${error ? ' has-error' : ''}${remark ? ' has-remark' : ''}`;
}

function Words({ id, hint, error, remark }: Pick<FieldWords, 'id' | 'hint' | 'error' | 'remark'>) {
  return (
    <>
      {remark && <p class="remark" id={`${id}-remark`}><Icon name="returned" /><span>{remark}</span></p>}
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p class="field-error" id={`${id}-error`}><Icon name="send_error" /><span>{error}</span></p>}
    </>
  );
}

interface TextFieldProps extends FieldWords {
  value: string;
  onValue: (value: string) => void;
  onBlur?: () => void;
  /** More than one makes it a text area. */
  rows?: number;
  mode?: 'numeric' | 'text' | 'url' | 'search';
  type?: 'text' | 'date' | 'url' | 'password';
  /** Of a day: the one that was chosen, in words. A browser writes it in its own language's order. */
  day?: string;
  complete?: string;
  max?: string;
  maxLength?: number;
  spellCheck?: boolean;
  capitals?: 'characters' | 'sentences' | 'none';
  enterHint?: 'next' | 'done' | 'go' | 'send' | 'search';
  digits?: boolean;
  placeholder?: string;
}

// Preact's types know each kind of box apart, and so must be told one at a time.
function boxOf(type: 'text' | 'date' | 'url' | 'password'): InputHTMLAttributes {
  switch (type) {
    case 'date':
      return { type: 'date' };
    case 'url':
      return { type: 'url' };
    case 'password':
      return { type: 'password' };
    case 'text':
      return { type: 'text' };
  }
}

/**
 * One text box with its label. The value goes up as it stands in the box on every `input`, also in the middle of a
 * Telex or VNI composition: rewriting the box then would lose a mark, so it is stored, never written back.
 */
export function TextField(props: TextFieldProps) {
  const { id, label, optional, value, onValue, onBlur, rows = 1, mode, type = 'text', day, complete, max, maxLength } = props;
  const described = [describedBy(props), day && `${id}-day`].filter(Boolean).join(' ');
  const common = {
    id,
    class: props.digits ? 'input digits' : 'input',
    value,
    maxLength,
    placeholder: props.placeholder,
    inputMode: mode,
    enterKeyHint: props.enterHint,
    spellcheck: props.spellCheck ?? false,
    autoCapitalize: props.capitals,
    autoComplete: complete ?? 'off',
    onBlur,
    'aria-describedby': described || undefined,
    'aria-invalid': props.error ? true : undefined,
  } as const;
  return (
    <div class={look(props)}>
      <label for={id}>{label}{optional && <span class="muted"> {optional}</span>}</label>
      <Words {...props} />
      {rows > 1
        ? <textarea {...common} rows={rows} onInput={(event) => onValue(event.currentTarget.value)} />
        : <input {...boxOf(type)} {...common} max={max} onInput={(event) => onValue(event.currentTarget.value)} />}
      {day && <p class="hint day-words digits" id={`${id}-day`}>{day}</p>}
    </div>
  );
}

/** Whole numbers. A text box with a number pad, so that “1.200” stays as typed and nothing is rounded by the browser. */
export function NumberField(props: Omit<TextFieldProps, 'rows' | 'type' | 'mode' | 'digits'>) {
  return <TextField {...props} mode="numeric" digits />;
}

interface ChipsProps<Value extends string> extends FieldWords {
  options: readonly { value: Value; label: string; small?: string }[];
  value: Value | null;
  onValue: (value: Value) => void;
  ofThree?: boolean;
}

/** A choice of a few, as large buttons over native radio inputs: arrow keys and screen readers work unaided. */
export function Chips<Value extends string>(props: ChipsProps<Value>) {
  const { id, label, optional, options, value, onValue, ofThree } = props;
  return (
    <fieldset class={look(props)} id={id} tabIndex={-1} aria-describedby={describedBy(props)}>
      <legend>{label}{optional && <span class="muted"> {optional}</span>}</legend>
      <Words {...props} />
      <div class={ofThree ? 'chips of-three digits' : 'chips'}>
        {options.map((option) => (
          // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the text stands two levels deep, beside the tick
          <label key={option.value} class="chip">
            <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
            <span>
              <span><Icon name="tick" />{option.label}{option.small !== undefined && <small>{option.small}</small>}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A part of a form without a box of its own: what is said of it stands above it, and takes the focus of a link. */
export function Marked({ id, error, remark, children }: Pick<FieldWords, 'id' | 'error' | 'remark'> & { children: ComponentChildren }) {
  return (
    <div class={look({ error, remark })} id={id} tabIndex={-1}>
      <Words id={id} error={error} remark={remark} />
      {children}
    </div>
  );
}

interface PickProps extends FieldWords {
  /** The number of the task. */
  badge?: string;
  title: string;
  text?: ComponentChildren;
  more: string;
  onPick: () => void;
  slim?: boolean;
}

/** A chosen thing that opens a list to choose another. */
export function Pick(props: PickProps) {
  const { id, label, badge, title, text, more, onPick, slim } = props;
  return (
    <div class={look(props)}>
      <span class="label" id={`${id}-label`}>{label}</span>
      <Words {...props} />
      <button type="button" id={id} class={slim ? 'pick is-slim' : 'pick'} aria-labelledby={`${id}-label ${id}`} aria-describedby={describedBy(props)} onClick={onPick}>
        {badge !== undefined && <span class="badge digits">{badge}</span>}
        <span class="grow"><strong>{title}</strong>{text !== undefined && <span class="muted">{text}</span>}</span>
        <span class="more">{more}</span>
      </button>
    </div>
  );
}

interface ErrorSummaryProps {
  title: string;
  items: readonly { id: string; text: string }[];
  /** Amber where nothing is wrong, only unusual. */
  tone?: 'error' | 'queued';
}

/** Takes the focus when it appears; each line leads to its field. */
export function ErrorSummary({ title, items, tone = 'error' }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const goTo = (event: MouseEvent, id: string): void => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    // What lies behind a fold can only take the focus when it is open.
    const fold = field.closest('details');
    if (fold) fold.open = true;
    // A radio group as a whole takes no typing: its first choice does.
    const inner = field.matches('fieldset') ? field.querySelector<HTMLElement>('input:checked, input') : null;
    (inner ?? field).focus();
    field.scrollIntoView({ block: 'center' });
  };
  return (
    <div class={`error-summary tone-${tone}`} role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title" class="row"><Icon name={tone === 'error' ? 'send_error' : 'help'} /><span>{title}</span></h2>
      <ul>
        {items.map((item) => (
          <li key={item.id + item.text}><a href={`#${item.id}`} onClick={(event) => goTo(event, item.id)}>{item.text}</a></li>
        ))}
      </ul>
    </div>
  );
}
