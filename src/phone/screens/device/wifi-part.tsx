import { photoWords as words } from '../../../i18n/photo-words.ts';
import { say } from '../../../i18n/say.ts';
import { Chips } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { choosePhotoNetwork } from '../../actions/choose-photo-network.ts';
import type { Book } from '../../book.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { useLive } from '../../queries.ts';
import { useNetworkType, usePhotosHeld, usePhotosLeft } from '../../use-photo-facts.ts';

/** Whether pictures wait for Wi-Fi. Offered only where the browser tells what the phone is connected by: elsewhere it could not be kept. */
export function WifiPart({ book }: { book: Book }) {
  const { hands } = usePhone();
  const { run, notice } = useAction();
  const isTold = useNetworkType() !== null;
  const isHeld = usePhotosHeld();
  const left = usePhotosLeft(book) ?? 0;
  const { value: isOn } = useLive(() => hands.photos.isWifiOnly(), [hands]);
  if (!isTold || isOn === undefined) return null;
  return (
    <>
      <Chips
        id="wifi-only" label={words.wifiOnly} hint={words.wifiOnlyHint} value={isOn ? 'on' : 'off'}
        options={[{ value: 'off', label: words.wifiOnlyOff }, { value: 'on', label: words.wifiOnlyOn }]}
        onValue={(value) => run(() => choosePhotoNetwork(hands, value === 'on'))}
      />
      {notice}
      {isHeld && left > 0 && <Notice tone="queued" icon="queued" title={words.waitWifi} role="status"><p>{say(words.waitWifiText, { count: left })}</p></Notice>}
    </>
  );
}
