import { useState } from 'preact/hooks';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import { DeskName, passwordLength } from '../../../sync/desk-protocol.ts';
import type { DeskMe } from '../../../sync/desk-protocol.ts';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { deskPath } from '../../address.ts';
import type { DeskApi, Refusal } from '../../api.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { refusalWords } from '../../parts/refusal-words.ts';
import { Entrance } from './entrance.tsx';

interface FirstLoginScreenProps {
  api: DeskApi;
  token: string;
  onInside: (me: DeskMe) => void;
  onLogIn: () => void;
}

/** Behind a first-login link: a name of one's own, if wanted, and a password. */
export function FirstLoginScreen({ api, token, onInside, onLogIn }: FirstLoginScreenProps) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isWaiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const wanted = name.normalize('NFC').trim();
  const isNameRight = wanted === '' || DeskName.safeParse(wanted).success;
  const { least } = passwordLength;
  const missing = least - [...password].length;

  const enter = async (): Promise<void> => {
    setChecked(true);
    setRefusal(null);
    if (!isNameRight || missing > 0) {
      document.getElementById(isNameRight ? 'password' : 'username')?.focus();
      return;
    }
    setWaiting(true);
    const answer = await api.firstLogin({ token, password: password.normalize('NFC'), ...(wanted === '' ? {} : { name: wanted }) });
    setWaiting(false);
    if (answer.ok) onInside(answer.value);
    else setRefusal(answer.refusal);
  };

  return (
    <Entrance title={words.firstTitle} lead={words.firstLead}>
      {refusal !== null && (
        <Notice tone="error" icon="send_error" title={refusalWords(refusal).sentence} role="alert"><p>{refusalWords(refusal).next}</p></Notice>
      )}
      <form noValidate onSubmit={(event) => { event.preventDefault(); if (!isWaiting) void enter(); }}>
        <TextField
          id="username" label={words.firstName} optional={words.firstNameOptional} hint={words.firstNameHint} complete="username"
          capitals="none" value={name} onValue={setName} error={isChecked && !isNameRight ? words.firstNameWrong : undefined}
        />
        <PasswordField
          id="password" label={words.newPassword} hint={say(words.newPasswordHint, { least })} complete="new-password"
          value={password} onValue={setPassword} error={isChecked && missing > 0 ? say(words.newPasswordShort, { least, missing }) : undefined}
        />
        <button type="submit" class="desk-button is-wide" aria-disabled={isWaiting}>{isWaiting ? words.loggingIn : words.setPassword}</button>
      </form>
      <p><a href={deskPath} onClick={(event) => { event.preventDefault(); onLogIn(); }}>{words.toLogIn}</a></p>
    </Entrance>
  );
}
