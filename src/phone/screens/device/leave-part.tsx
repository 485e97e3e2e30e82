import { useState } from 'preact/hooks';
import { bundleWords as words } from '../../../i18n/bundle-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { BeforeLeaving } from '../../../device/notebook.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';

/** Far from everything else, asked twice, and blocked while the phone may hold the only copy of something. */
export function LeavePart() {
  const { hands } = usePhone();
  const { run, notice } = useAction();
  const [step, setStep] = useState<'rest' | BeforeLeaving | number>('rest');
  const ask = (): void => run(async () => {
    const { beforeLeaving } = await import('../../actions/leave-phone.ts');
    const found = await beforeLeaving(hands);
    setStep(found.waitingCount > 0 ? found.waitingCount : found);
  });
  const leave = (): void => run(async () => {
    const { leavePhone } = await import('../../actions/leave-phone.ts');
    const count = await leavePhone(hands);
    if (count > 0) setStep(count);
    // The very first page: this phone belongs to nobody.
    else location.replace('/');
  });
  return (
    <section>
      <Section title={words.leaveHeading} />
      <div class="card card-inside stack">
        <p class="muted">{words.leaveText}</p>
        {notice}
        {typeof step === 'number' && <Notice tone="send_error" icon="send_error" role="alert"><p>{say(words.leaveBlocked, { count: step })}</p></Notice>}
        {typeof step !== 'object' && <Button kind="other" small onClick={ask}>{words.leave}</Button>}
        {typeof step === 'object' && (
          <Notice tone="error" icon="send_error" role="alert">
            {step.exportedCount > 0 && <p>{say(words.leaveExported, { count: step.exportedCount })}</p>}
            {step.draftCount > 0 && <p>{say(words.leaveDrafts, { count: step.draftCount })}</p>}
            <p>{words.leaveAsk}</p>
            <div class="stack">
              <Button kind="other" small onClick={() => setStep('rest')}>{words.leaveNot}</Button>
              <Button kind="quiet" onClick={leave}>{words.leaveNow}</Button>
            </div>
          </Notice>
        )}
      </div>
    </section>
  );
}
