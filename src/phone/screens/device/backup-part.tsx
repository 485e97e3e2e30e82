import { useRef, useState } from 'preact/hooks';
import type { ReplyOutcome } from '../../../device/bundle.ts';
import { bundleWords as words } from '../../../i18n/bundle-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../../../ui/list.tsx';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { useHandOver } from '../../use-hand-over.ts';

/** All that the province does not hold safely, in one file; and the province's file that answers one. */
export function BackupPart() {
  const phone = usePhone();
  const { answer, hand } = useHandOver('unsafe');
  const { run, notice } = useAction();
  const [told, setTold] = useState('');
  const chosen = useRef<HTMLInputElement>(null);
  const open = (file: File | undefined): void => {
    if (!file) return;
    run(async () => {
      const { takeReply } = await import('../../actions/hand-over-bundle.ts');
      setTold(replyText(await takeReply(phone, file)));
      // The same file may be chosen again.
      if (chosen.current) chosen.current.value = '';
    });
  };
  return (
    <section>
      <Section title={words.backupHeading} />
      <div class="card card-inside stack">
        <p class="muted">{words.backupText}</p>
        <Button kind="other" small onClick={hand}>{words.backup}</Button>
        <p class="muted" role="status">{answer}</p>
        <input ref={chosen} hidden type="file" aria-label={words.openReply} onChange={(event) => open(event.currentTarget.files?.[0])} />
        <Button kind="other" small onClick={() => chosen.current?.click()}>{words.openReply}</Button>
        {notice}
        <p class="muted" role="status">{told}</p>
      </div>
    </section>
  );
}

function replyText(outcome: ReplyOutcome): string {
  switch (outcome.kind) {
    case 'read':
      return outcome.isUsed && outcome.settledCount > 0 ? say(words.replyUsed, { count: outcome.settledCount }) : words.replyOld;
    case 'not-a-reply':
      return words.replyWrong;
    case 'of-other-phone':
      return words.replyOther;
  }
}
