/** M1: onto the home screen, by the browser's own question or by its menu. */
import { useEffect, useState } from 'preact/hooks';
import { browserHere } from '../../../device/browser-here.ts';
import { installOffer, onInstallOffer, promptInstall } from '../../../device/install-prompt.ts';
import { installWords as words } from '../../../i18n/install-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { meetOccasion, neverAsked, putOff, readAsking, writtenAsking } from './install-asking.ts';
import type { InstallAsking } from './install-asking.ts';
import { MenuSteps, ShareSteps } from './install-steps.tsx';

interface InstallCardProps {
  /** What has just been done, for the rule that keeps this from being a nuisance; null where the officer came for it. */
  occasion: string | null;
}

export function InstallCard({ occasion }: InstallCardProps) {
  const { system } = browserHere();
  const [offer, setOffer] = useState(installOffer);
  useEffect(() => {
    const listen = (): void => setOffer(installOffer());
    // The browser may have spoken between the first drawing and now.
    listen();
    return onInstallOffer(listen);
  }, []);
  const [asking, setAsking] = useState<InstallAsking>(neverAsked);
  const [isUnderWay, setUnderWay] = useState(false);
  const isPossible = offer === 'prompt' || (offer === 'none' && system !== 'other');
  useEffect(() => {
    // An occasion on which nothing can be offered uses nothing up.
    if (occasion !== null && isPossible) setAsking(keep(meetOccasion(kept(), occasion)));
  }, [occasion, isPossible]);
  if (occasion !== null && !(asking.isShown && asking.occasion === occasion)) return null;
  if (offer === 'installed') return occasion === null ? null : <Notice tone="approved" icon="approved" role="status"><p>{words.done}</p></Notice>;
  if (!isPossible) return null;

  const later = (): void => setAsking(keep(putOff(asking)));
  const install = async (): Promise<void> => {
    setUnderWay(true);
    // Said to be installed only when the browser says so: a slow phone takes its time.
    if (await promptInstall()) return;
    setUnderWay(false);
    later();
  };
  return (
    <section class="card card-inside stack">
      <div>
        <h2>{words.heading}</h2>
        <p class="muted">{system === 'ios' ? words.textIos : words.text}</p>
      </div>
      {offer === 'none' && (system === 'ios' ? <ShareSteps /> : <MenuSteps />)}
      {!isUnderWay && (offer === 'prompt' || occasion !== null) && (
        <div class="row">
          {offer === 'prompt' && <Button small onClick={() => void install()}>{words.install}</Button>}
          {occasion !== null && <Button kind="quiet" small onClick={later}>{words.later}</Button>}
        </div>
      )}
    </section>
  );
}

const key = 'so-tay-install-asking';
/** Where storage is refused the answer lasts as long as the page. */
let lastAsking = neverAsked;

function kept(): InstallAsking {
  try {
    return readAsking(localStorage.getItem(key));
  } catch {
    return lastAsking;
  }
}

function keep(asking: InstallAsking): InstallAsking {
  lastAsking = asking;
  try {
    localStorage.setItem(key, writtenAsking(asking));
  } catch {
    // Full or refused.
  }
  return asking;
}
