import { useState } from 'preact/hooks';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { decide } from '../../actions/decide.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { sentenceOf } from '../form/remarks.ts';
import type { ReviewPartProps } from './use-review.ts';

/** A report that was added up is opened again with a reason, which the unit reads. */
export function UnlockPart({ item, desk }: ReviewPartProps) {
  const phone = usePhone();
  const { run, notice } = useAction();
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const title = say(words.locked, { unit: item.view.lock?.byUnitName ?? '' });
  if (item.opening) return <Notice tone="queued" icon="queued" title={title} role="status"><p>{words.unlockQueued}</p></Notice>;
  // A second tap of a wet thumb says the same once more, and is the same decision.
  const unlock = (): void => run(async () => {
    const text = (reason ?? '').normalize('NFC').trim();
    const [problem] = await decide(phone, item, { decision: 'unlocked', remarks: [], dueOn: null, reason: text }, desk.reference.setting.knownNames);
    if (!problem) return setReason(null);
    setError(problem.code === 'reason-missing' ? words.unlockMissing : sentenceOf(problem));
    document.getElementById('unlock-reason')?.focus();
  });
  return (
    <>
      <Notice tone="approved" icon="approved" title={title}>
        <p>{words.lockedText}</p>
        {reason === null && <Button kind="other" small onClick={() => setReason(item.lost?.slip?.reason ?? '')}>{words.unlock}</Button>}
      </Notice>
      {notice}
      {reason !== null && (
        <form class="card card-inside" noValidate onSubmit={(event) => { event.preventDefault(); unlock(); }}>
          <TextField id="unlock-reason" label={words.unlockReason} hint={words.unlockHint} error={error} value={reason} maxLength={200} rows={2} capitals="sentences" onValue={(typed) => { setReason(typed); setError(undefined); }} />
          <div class="stack">
            <Button type="submit" kind="other">{words.unlockNow}</Button>
            <Button kind="quiet" onClick={() => { setReason(null); setError(undefined); }}>{words.unlockNot}</Button>
          </div>
        </form>
      )}
    </>
  );
}
