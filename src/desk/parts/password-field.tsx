import { useState } from 'preact/hooks';
import { deskWords as words } from '../../i18n/desk-words.ts';
import { Icon } from '../../ui/icon.tsx';

interface PasswordFieldProps {
  id: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  /** `current-password` or `new-password`, so that a password manager knows what to fill or keep. */
  complete: 'current-password' | 'new-password';
  value: string;
  onValue: (value: string) => void;
}

/** A password that may be pasted, filled in by a manager, and shown: no second typing is asked (WCAG 3.3.8). */
export function PasswordField({ id, label, hint, error, complete, value, onValue }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const described = [error !== undefined && `${id}-error`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  const box = {
    id, name: complete, class: 'input', value, autoComplete: complete, autoCapitalize: 'none', spellcheck: false,
    'aria-describedby': described === '' ? undefined : described, 'aria-invalid': error === undefined ? undefined : true,
  } as const;
  return (
    <div class={error === undefined ? 'field' : 'field has-error'}>
      <label for={id}>{label}</label>
      {hint !== undefined && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {error !== undefined && <p class="field-error" id={`${id}-error`}><Icon name="send_error" /><span>{error}</span></p>}
      {isShown
        ? <input type="text" {...box} onInput={(event) => onValue(event.currentTarget.value)} />
        : <input type="password" {...box} onInput={(event) => onValue(event.currentTarget.value)} />}
      <label class="check">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
        {words.showPassword}
      </label>
    </div>
  );
}
