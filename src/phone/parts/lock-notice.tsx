import { recordWords as words } from '../../i18n/record-words.ts';
import { say } from '../../i18n/say.ts';
import { Button } from '../../ui/button.tsx';
import { Still } from '../../ui/still.tsx';
import { Notice } from '../../ui/strip.tsx';
import { giveUpEdit, takeUpEdit } from '../actions/give-up-edit.ts';
import { usePhone } from '../context.ts';
import { isRefusedForLock } from '../may-mend.ts';
import type { RecordView } from '../record-view.ts';
import { useAction } from './action-trouble.tsx';

/** A report that an upper union has added up: by whom, what stands, what mending needs, and the way out of an edit that was refused. */
export function LockNotice({ view }: { view: RecordView }) {
  const { lock, standing, edition } = view;
  const isRefused = isRefusedForLock(view);
  if (lock?.isLocked && (standing.qualifier === 'locked' || isRefused)) {
    const unit = lock.byUnitName;
    return (
      <Notice tone="approved" icon="approved" title={say(words.locked, { unit })}>
        {isRefused ? <><p>{words.lockedStands}</p><p>{say(words.lockedAsk, { unit })}</p></> : <p>{say(words.lockedNext, { unit })}</p>}
        <RefusedEdit view={view} />
      </Notice>
    );
  }
  const isOpened = lock?.reason !== '' && edition === lock?.edition;
  if (lock && !lock.isLocked && (isOpened || isRefused)) {
    return (
      <Notice tone="queued" icon="draft" title={lock.reason === '' ? words.letGo : say(words.unlocked, { unit: lock.byUnitName })}>
        <p>{lock.reason === '' ? words.letGoNext : say(words.unlockedNext, { reason: lock.reason })}</p>
        <RefusedEdit view={view} />
      </Notice>
    );
  }
  // Whoever held or opened it is history by then, or not known here: the words are still to be had.
  return view.hasGivenUp ? <Notice tone="draft" icon="draft"><RefusedEdit view={view} /></Notice> : null;
}

/** What may be done about an edit that came after the lock. */
function RefusedEdit({ view }: { view: RecordView }) {
  const phone = usePhone();
  const { run, notice } = useAction();
  if (isRefusedForLock(view)) {
    return (
      <>
        {notice}
        <Still key="give-up"><Button kind="other" small onClick={() => run(() => giveUpEdit(phone, view))}>{view.cancelReason === null ? words.giveUp : words.giveUpCancel}</Button></Still>
        <p class="muted">{words.giveUpKept}</p>
      </>
    );
  }
  if (!view.hasGivenUp) return null;
  return (
    <>
      <p>{words.givenUp}</p>
      {notice}
      {(view.lock === null || view.edition === view.lock.edition) && <Still key="take-up"><Button kind="other" small onClick={() => run(() => takeUpEdit(phone, view))}>{words.takeUp}</Button></Still>}
    </>
  );
}
