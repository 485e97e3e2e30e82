import { useEffect, useState } from 'preact/hooks';
import { isNearlyFull, storageHealth } from '../../device/storage-health.ts';
import type { StorageHealth } from '../../device/storage-health.ts';
import { bytesText } from '../../i18n/format.ts';
import { guideWords as words } from '../../i18n/guide-words.ts';
import { say } from '../../i18n/say.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/strip.tsx';
import { paths } from '../paths.ts';

/** How much room there is, as the browser says it now; null before it has answered. */
export function useStorageHealth(): { readonly health: StorageHealth | null; readonly look: () => Promise<void> } {
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const look = async (): Promise<void> => setHealth(await storageHealth());
  useEffect(() => void look().catch(() => undefined), []);
  return { health, look };
}

/** Little room is left: said before it is too late, calmly, with what helps. @param isLink where the page of the phone is not open. */
export function StorageNotice({ health, isLink = false }: { health: StorageHealth | null; isLink?: boolean }) {
  if (!health || !isNearlyFull(health)) return null;
  const leftBytes = Math.max(0, (health.quotaBytes ?? 0) - (health.usedBytes ?? 0));
  return (
    <Notice tone="queued" icon="device" title={words.nearlyFull}>
      <p class="digits">{say(words.nearlyFullText, { left: bytesText(leftBytes) })}</p>
      {isLink && <Button kind="other" small href={paths.device}>{words.nearlyFullLink}</Button>}
    </Notice>
  );
}
