import { useState } from 'preact/hooks';
import { recordWords as words } from '../../../i18n/record-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { cancelRecord } from '../../actions/cancel-record.ts';
import { usePhone } from '../../context.ts';
import { sentenceOf } from '../form/remarks.ts';
import type { RecordPartProps } from './record-part.ts';

/** Cancelling asks for one sentence, and says beforehand what it does. Far from the main button, and never the first. */
export function CancelPart({ view, reference }: RecordPartProps) {
  const phone = usePhone();
  const [reason, setReason] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const { state, qualifier } = view.standing;
  if (view.cancelReason !== null) return null;
  if (view.edition === null || qualifier === 'locked' || (state !== 'received' && state !== 'returned' && state !== 'approved')) return null;
  if (reason === null) return <Button kind="quiet" onClick={() => setReason('')}>{words.cancel}</Button>;
  const cancel = (): void => {
    void cancelRecord(phone, view, reason, reference.setting.knownNames).then((answer) => {
      if (answer.kind === 'saved') return;
      setError(answer.kind === 'refused' ? sentenceOf(answer.problem) : words.cancelStore);
      document.getElementById('reason')?.focus();
    });
  };
  return (
    <form class="card card-inside" noValidate onSubmit={(event) => { event.preventDefault(); cancel(); }}>
      <TextField id="reason" label={words.cancelReason} hint={words.cancelHint} error={error} value={reason} maxLength={200} rows={2} onValue={(text) => { setReason(text); setError(undefined); }} />
      <div class="stack">
        <Button type="submit" kind="other">{words.cancelNow}</Button>
        <Button kind="quiet" onClick={() => { setReason(null); setError(undefined); }}>{words.cancelNot}</Button>
      </div>
    </form>
  );
}

/** What a cancelled record says of itself. */
export function CancelledNotice({ view }: Pick<RecordPartProps, 'view'>) {
  if (view.cancelReason === null) return null;
  const text = view.isCancelled ? words.cancelled : words.cancelRefused;
  return <Notice tone="replaced" icon="replaced"><p>{say(text, { reason: view.cancelReason })}</p></Notice>;
}
