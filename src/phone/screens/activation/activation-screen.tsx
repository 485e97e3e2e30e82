import { useEffect, useRef, useState } from 'preact/hooks';
import { previewActivation } from '../../../device/activation-link.ts';
import type { ActivationAnswer } from '../../../device/activation-link.ts';
import { activationWords as words } from '../../../i18n/activation-words.ts';
import { say } from '../../../i18n/say.ts';
import type { ActivationPreview } from '../../../sync/activation.ts';
import { Bar, SunButton } from '../../../ui/bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { theme, toggleSun } from '../../../ui/theme.ts';
import type { Hands } from '../../hands.ts';
import { codeInHash, codeText, missingCount } from './code-text.ts';
import { FirstDownload } from './first-download.tsx';

interface ActivationScreenProps {
  /** What this phone already is, when it asks for another code. */
  known: { unitName: string; frozen: boolean } | null;
  /** The stores, where they are open already. */
  hands: Hands | null;
  onDone: (hands: Hands) => void;
}

type Step = { at: 'code' } | { at: 'asking' } | { at: 'confirm'; preview: ActivationPreview } | { at: 'download'; hands: Hands };

export function ActivationScreen({ known, hands, onDone }: ActivationScreenProps) {
  const [typed, setTyped] = useState(() => codeInHash(location.hash));
  const [error, setError] = useState<string>();
  const [step, setStep] = useState<Step>({ at: 'code' });
  const [isReady, setReady] = useState(false);
  const [sun, setSun] = useState(() => theme() === 'sun');
  const heading = step.at === 'confirm' ? words.confirmHeading : step.at === 'download' ? isReady ? words.readyHeading : words.downloadHeading : words.heading;
  useEffect(() => {
    const title = `${heading} – ${words.product}`;
    document.title = error ? say(words.errorTitle, { title }) : title;
  }, [heading, error]);

  useEffect(() => {
    // A second link in the same tab changes the hash alone.
    const follow = (): void => {
      const code = codeInHash(location.hash);
      if (code === '') return;
      setTyped(code);
      setError(undefined);
      setStep((now) => (now.at === 'download' ? now : { at: 'code' }));
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  const refuse = (sentence: string): void => {
    setStep({ at: 'code' });
    setError(sentence);
    document.getElementById('code')?.focus();
  };
  const look = async (): Promise<void> => {
    const problem = codeProblem(typed);
    if (problem) return refuse(problem);
    setError(undefined);
    setStep({ at: 'asking' });
    const answer = await previewActivation(codeText(typed));
    if (answer.kind === 'done') setStep({ at: 'confirm', preview: answer.value });
    else refuse(refusalText(answer));
  };
  const begin = async (): Promise<void> => {
    setStep({ at: 'asking' });
    // The database's code arrives here, while the officer has just said yes.
    const { activatePhone } = await import('../../actions/activate-phone.ts');
    const result = await activatePhone(codeText(typed), hands, known !== null);
    if (result.kind === 'done') setStep({ at: 'download', hands: result.hands });
    else refuse(result.kind === 'store' ? troubleSentence(result.trouble.code) : refusalText(result.answer));
  };

  return (
    <div class="app">
      <header>
        <Bar product={words.product} title={heading}>
          <SunButton label={words.sun} pressed={sun} onSun={() => { toggleSun(); setSun(theme() === 'sun'); }} />
        </Bar>
      </header>
      <main>
        {step.at === 'download' && <FirstDownload hands={step.hands} onReady={() => setReady(true)} onDone={() => onDone(step.hands)} />}
        {step.at === 'confirm' && (
          <ConfirmCard preview={step.preview} onYes={() => void begin()} onNo={() => { setStep({ at: 'code' }); setTyped(''); }} />
        )}
        {(step.at === 'code' || step.at === 'asking') && (
          <>
            {known && <KnownPhone unitName={known.unitName} frozen={known.frozen} />}
            {location.pathname === '/chia-se' && <Notice tone="plain" icon="help"><p>{words.sharedFirst}</p></Notice>}
            <form noValidate onSubmit={(event) => { event.preventDefault(); void look(); }}>
              <CodeField typed={typed} error={error} onTyped={setTyped} />
              <Button type="submit">{step.at === 'asking' ? words.asking : words.go}</Button>
            </form>
            <p class="muted scan-hint">{words.scan}</p>
            <p class="unseen" role="status">{step.at === 'asking' ? words.asking : ''}</p>
          </>
        )}
      </main>
    </div>
  );
}

function KnownPhone({ unitName, frozen }: { unitName: string; frozen: boolean }) {
  if (frozen) return <Notice tone="send_error" icon="send_error" title={words.frozenTitle}><p>{words.frozenText}</p></Notice>;
  return (
    <Notice tone="plain" icon="help">
      <p>{say(words.already, { unit: unitName })}</p>
      <a class="button button-small button-quiet" href="/">{words.backHome}</a>
    </Notice>
  );
}

function CodeField({ typed, error, onTyped }: { typed: string; error: string | undefined; onTyped: (text: string) => void }) {
  const composing = useRef(false);
  return (
    <div
      onCompositionStart={() => { composing.current = true; }}
      onCompositionEnd={(event) => { composing.current = false; onTyped(codeText((event.target as HTMLInputElement).value)); }}
    >
      <TextField
        id="code" label={words.codeLabel} hint={words.hint} error={error} value={typed} complete="one-time-code" capitals="characters"
        enterHint="go" digits
        // Rewritten only between compositions: a Telex keyboard would otherwise fight for the same letters.
        onValue={(text) => onTyped(composing.current ? text : codeText(text))}
      />
    </div>
  );
}

function ConfirmCard({ preview, onYes, onNo }: { preview: ActivationPreview; onYes: () => void; onNo: () => void }) {
  return (
    <>
      <div class="card card-inside">
        <dl class="facts">
          <dt>{words.unitLabel}</dt><dd>{preview.unit.name}</dd>
          <dt>{words.officerLabel}</dt><dd>{preview.officer.name}</dd>
          <dt>{words.deviceLabel}</dt><dd>{words.thisDevice}</dd>
        </dl>
      </div>
      <div class="stack">
        <Button onClick={onYes}>{words.begin}</Button>
        <Button kind="other" onClick={onNo}>{words.notMe}</Button>
      </div>
    </>
  );
}

function codeProblem(typed: string): string | undefined {
  const missing = missingCount(typed);
  if (missing === 8) return words.codeNone;
  if (missing > 0) return say(words.codeShort, { missing });
  return missing < 0 ? words.codeWrong : undefined;
}

function refusalText(answer: Exclude<ActivationAnswer<unknown>, { kind: 'done' }>): string {
  if (answer.kind === 'refused') return `${answer.problem.title} ${answer.problem.next}`;
  return answer.reason === 'portal' ? words.garbled : words.offline;
}

function troubleSentence(code: 'storage-full' | 'storage-blocked' | 'storage-refused' | 'storage-broken'): string {
  switch (code) {
    case 'storage-full':
      return words.fullText;
    case 'storage-refused':
      return words.refusedText;
    case 'storage-blocked':
    case 'storage-broken':
      return words.blockedText;
  }
}
