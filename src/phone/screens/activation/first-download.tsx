import { useEffect, useState } from 'preact/hooks';
import { activationWords as words } from '../../../i18n/activation-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { Hands } from '../../hands.ts';
import { InstallOffer } from '../install/install-offer.tsx';

/**
 * The first pull. How much is to come nobody knows before it has come, so the number told is what has arrived.
 * Ready means: a proven reply said that there is no more, and the app itself is kept by its worker.
 */
export function FirstDownload({ hands, onReady, onDone }: { hands: Hands; onReady: () => void; onDone: () => void }) {
  const [got, setGot] = useState(0);
  const [status, setStatus] = useState(() => hands.runner.status());
  useEffect(() => {
    const count = (): void => {
      void hands.mirror.publications('').then((parts) => setGot(parts.length), () => undefined);
    };
    count();
    return hands.runner.onStatus((next) => { setStatus(next); count(); });
  }, [hands]);
  const [isAppKept, setAppKept] = useState(false);
  useEffect(() => {
    // Active means that every file of the app lies on the phone. Where there is no worker, it never does.
    const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    void container?.ready.then(() => setAppKept(true), () => undefined);
  }, []);
  const outcome = status.lastOutcome;
  const isReady = isAppKept && got > 0 && outcome?.kind === 'done' && !outcome.moreToPull;
  useEffect(() => {
    if (isReady) onReady();
  }, [isReady]);
  if (isReady) {
    return (
      <div class="stack">
        <Notice tone="approved" icon="approved" title={words.ready} role="status"><p>{words.readyText}</p></Notice>
        <Button onClick={onDone}>{words.open}</Button>
        <InstallOffer occasion="activation" />
      </div>
    );
  }
  return (
    <div class="stack">
      <progress class="meter" aria-label={words.progress} />
      <p role="status">{say(words.downloading, { got })}</p>
      {status.phase === 'resting' && <p class="muted">{words.downloadWaits}</p>}
      <Button kind="other" onClick={onDone}>{words.openNow}</Button>
    </div>
  );
}
