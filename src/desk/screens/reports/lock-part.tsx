import { useState } from 'preact/hooks';
import type { Lock } from '../../../domain/lock.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { say } from '../../../i18n/say.ts';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { Answer } from '../../api.ts';
import { refusalWords } from '../../parts/refusal-words.ts';

interface LockPartProps {
  lock: Lock;
  /** The address of the sum that holds it; null where this account does not see it. */
  sumPath: string | null;
  onOpen: (path: string) => void;
  /** Whether it holds the edition shown, and this account may open it. */
  mayUnlock: boolean;
  onUnlock: (reason: string) => Promise<Answer<unknown>>;
}

/** Who added the report up, and its opening with a reason that the unit reads. */
export function LockPart({ lock, sumPath, onOpen, mayUnlock, onUnlock }: LockPartProps) {
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const [isSending, setSending] = useState(false);
  if (!lock.isLocked) return lock.reason === '' ? null : <Notice tone="queued" icon="draft"><p>{say(words.unlocked, { unit: lock.byUnitName, reason: lock.reason })}</p></Notice>;
  const send = async (): Promise<void> => {
    setSending(true);
    const answer = await onUnlock(reason ?? '');
    setSending(false);
    if (answer.ok) return setReason(null);
    const { sentence, next } = refusalWords(answer.refusal);
    setError(answer.refusal.code === 'reason-missing' ? words.unlockMissing : `${sentence} ${next}`);
    document.getElementById('unlock-reason')?.focus();
  };
  return (
    <>
      <Notice tone="replaced" icon="tick" title={say(words.lockedBy, { unit: lock.byUnitName })}>
        <p>{words.lockedText}</p>
        {sumPath !== null && <p><a href={sumPath} onClick={(event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); onOpen(sumPath); }}>{words.toSum}</a></p>}
        {mayUnlock && reason === null && <button type="button" class="desk-button is-other" onClick={() => setReason('')}>{words.unlock}</button>}
      </Notice>
      {reason !== null && (
        <form class="lock-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!isSending) void send(); }}>
          <TextField id="unlock-reason" label={words.unlockReason} hint={words.unlockHint} error={error} value={reason} maxLength={200} rows={2} capitals="sentences" onValue={(typed) => { setReason(typed); setError(undefined); }} />
          <button type="submit" class="desk-button is-other">{isSending ? words.unlocking : words.unlockNow}</button>
          <button type="button" class="desk-button is-quiet" onClick={() => { setReason(null); setError(undefined); }}>{words.unlockNot}</button>
        </form>
      )}
    </>
  );
}
