import { useEffect, useState } from 'preact/hooks';
import { hasShared } from '../../../device/shared-photos.ts';
import { phoneWords as words } from '../../../i18n/phone-words.ts';
import { Notice } from '../../../ui/strip.tsx';
import { paths } from '../../paths.ts';

/** Handed over by another app before this phone was activated, or when it had no room: waiting to be written on. */
export function SharedRow() {
  const [isWaiting, setWaiting] = useState(false);
  useEffect(() => void hasShared().then(setWaiting), []);
  if (!isWaiting) return null;
  return (
    <Notice tone="draft" icon="pictures">
      <p>{words.sharedWaiting}</p>
      <a class="button button-other button-small" href={paths.share}>{words.sharedOpen}</a>
    </Notice>
  );
}
