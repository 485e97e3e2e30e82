import { useState } from 'preact/hooks';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import type { DeskMe } from '../../../sync/desk-protocol.ts';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { DeskApi, Refusal } from '../../api.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { refusalWords } from '../../parts/refusal-words.ts';
import { Entrance } from './entrance.tsx';

interface LogInScreenProps {
  api: DeskApi;
  /** Somebody was working when the session ended. */
  hasEnded: boolean;
  onInside: (me: DeskMe) => void;
}

export function LogInScreen({ api, hasEnded, onInside }: LogInScreenProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const nameError = isChecked && name.trim() === '' ? words.nameMissing : undefined;
  const passwordError = isChecked && password === '' ? words.passwordMissing : undefined;

  const logIn = async (): Promise<void> => {
    setChecked(true);
    setRefusal(null);
    if (name.trim() === '' || password === '') {
      document.getElementById(name.trim() === '' ? 'username' : 'password')?.focus();
      return;
    }
    setWaiting(true);
    const answer = await api.logIn({ name: name.normalize('NFC').trim(), password: password.normalize('NFC') });
    setWaiting(false);
    if (answer.ok) onInside(answer.value);
    else setRefusal(answer.refusal);
  };

  return (
    <Entrance title={words.logInTitle} lead={words.logInLead}>
      {hasEnded && refusal === null && <Notice tone="queued" icon="clock" role="status">{words.sessionEnded}</Notice>}
      {refusal !== null && (
        <Notice tone="error" icon="send_error" title={refusalWords(refusal).sentence} role="alert"><p>{refusalWords(refusal).next}</p></Notice>
      )}
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (!isWaiting) void logIn(); }}>
        <TextField id="username" label={words.name} complete="username" capitals="none" value={name} onValue={setName} error={nameError} />
        <PasswordField id="password" label={words.password} complete="current-password" value={password} onValue={setPassword} error={passwordError} />
        <button type="submit" class="desk-button is-wide" aria-disabled={isWaiting}>{isWaiting ? words.loggingIn : words.logIn}</button>
      </form>
      <p class="muted">{words.passwordForgotten}</p>
    </Entrance>
  );
}
