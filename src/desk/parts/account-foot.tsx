import { useState } from 'preact/hooks';
import { deskWords as words } from '../../i18n/desk-words.ts';
import type { DeskMe } from '../../sync/desk-protocol.ts';
import { Icon } from '../../ui/icon.tsx';
import { keepShortcutChoice } from '../../ui/shortcut.ts';
import type { HeldDecisions } from '../held-decisions.ts';

interface AccountFootProps {
  me: DeskMe;
  held: HeldDecisions;
  hasShortcuts: boolean;
  onShortcuts: (isOn: boolean) => void;
  /** Answers whether the session is over. */
  onLogOut: () => Promise<boolean>;
}

/** Who sits here, the switch of the single keys, and the way out, which sends what is held. */
export function AccountFoot({ me, held, hasShortcuts, onShortcuts, onLogOut }: AccountFootProps) {
  const [hasFailed, setFailed] = useState(false);
  const logOut = async (): Promise<void> => {
    await held.leave();
    // What could not be sent stays in sight instead of going down with the session.
    if (held.list().some((decision) => decision.standing === 'refused')) return;
    setFailed(false);
    if (!(await onLogOut())) setFailed(true);
  };
  return (
    <footer class="account">
      <p><Icon name="person" /><span><b>{me.shownName}</b><span class="muted">{me.unitName}</span></span></p>
      <label class="check">
        <input
          type="checkbox" checked={hasShortcuts}
          onChange={(event) => { onShortcuts(event.currentTarget.checked); keepShortcutChoice(event.currentTarget.checked); }}
        />
        {words.shortcuts}
      </label>
      {hasFailed && <p class="field-error" role="alert">{words.logOutFailed}</p>}
      <button type="button" class="desk-button is-other" onClick={() => void logOut()}>{words.logOut}</button>
    </footer>
  );
}
