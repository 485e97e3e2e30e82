import { useEffect, useState } from 'preact/hooks';
import { installOffer } from '../../device/install-prompt.ts';
import { storageHealth } from '../../device/storage-health.ts';
import type { Instant } from '../../domain/time.ts';
import { timeText } from '../../i18n/format.ts';
import { phoneWords as words } from '../../i18n/phone-words.ts';
import { say } from '../../i18n/say.ts';
import { Button } from '../../ui/button.tsx';
import { SyncStrip } from '../../ui/strip.tsx';
import { sendNow } from '../actions/send-now.ts';
import { countsOf } from '../book.ts';
import type { Book } from '../book.ts';
import { usePhone } from '../context.ts';
import { useNow, useOnLine, useSyncStatus } from '../queries.ts';
import { whenText } from '../relative-time.ts';
import { paths } from '../paths.ts';
import { stripState } from '../strip-state.ts';
import type { StripState } from '../strip-state.ts';
import { usePhotosHeld, usePhotosLeft } from '../use-photo-facts.ts';

/** What is on the phone and what is at the province. The whole strip opens Sổ gửi. */
export function Strip({ book }: { book: Book }) {
  const { runner } = usePhone().hands;
  const status = useSyncStatus();
  const nowMs = useNow();
  const onLine = useOnLine();
  const counts = countsOf(book);
  const state = stripState({
    counts,
    frozen: book.frozen,
    nowMs,
    onLine,
    lastFailed: status.lastOutcome?.kind === 'unknown',
    storeFailed: status.lastOutcome?.kind === 'store-trouble',
    nextTryAt: status.nextTryAt,
    lastContactAt: status.lastContactAt,
    isStoreAtRisk: useStoreAtRisk(counts.waiting > 0),
    photosLeft: usePhotosLeft(book),
    arePhotosHeld: usePhotosHeld(),
  });
  const { title, text, tone, icon, href = paths.outbox } = stripWords(state, nowMs);
  return (
    <div role="status">
      <SyncStrip tone={tone} icon={icon} title={title} text={text} href={href}>
        {state.kind === 'weak' ? <Button kind="other" small onClick={() => sendNow(runner)}>{words.sendNow}</Button> : undefined}
      </SyncStrip>
    </div>
  );
}

/** Asked of the browser only while something waits: it may be silent, and then nothing is said either. */
function useStoreAtRisk(isWaiting: boolean): boolean {
  const [isAtRisk, setAtRisk] = useState(false);
  useEffect(() => {
    if (!isWaiting || installOffer() === 'installed') return;
    void storageHealth().then(({ persisted }) => setAtRisk(persisted === false), () => undefined);
  }, [isWaiting]);
  return isAtRisk && isWaiting;
}

interface StripWords { title: string; text: string; tone: 'queued' | 'sending' | 'received' | 'send_error'; icon: 'queued' | 'sending' | 'received' | 'send_error' | 'offline'; href?: string }

function stripWords(state: StripState, nowMs: number): StripWords {
  const amber = { tone: 'queued', icon: 'queued' } as const;
  const red = { tone: 'send_error', icon: 'send_error' } as const;
  switch (state.kind) {
    case 'needs-code':
      return { ...red, title: words.stripNeedsCode, text: words.stripNeedsCodeText, href: paths.activation };
    case 'store-trouble':
      return { ...red, title: words.stripStore, text: words.stripStoreText, href: paths.device };
    case 'stuck':
      return { ...red, title: say(words.stripStuck, { count: state.count }), text: words.stripStuckText };
    case 'sending':
      return { tone: 'sending', icon: 'sending', title: say(words.stripSending, { count: state.count, of: state.of }), text: words.stripSendingText };
    case 'old':
      return { ...amber, title: say(words.stripOld, { count: state.count, days: state.days }), text: words.stripOldText };
    case 'at-risk':
      return { ...amber, title: words.stripAtRisk, text: words.stripAtRiskText, href: paths.device };
    case 'weak':
      return { ...amber, title: words.stripWeak, text: retryText(state.nextTryAt) };
    case 'offline':
      return { ...amber, title: say(words.stripWaiting, { count: state.count }), text: words.stripOffline };
    case 'soon':
      return { ...amber, title: say(words.stripWaiting, { count: state.count }), text: words.stripSoon };
    case 'offline-idle':
      return { tone: 'queued', icon: 'offline', title: words.stripOfflineIdle, text: words.stripOfflineIdleText };
    case 'weak-idle':
      return { tone: 'queued', icon: 'offline', title: words.stripWeakIdle, text: retryText(state.nextTryAt) };
    case 'asking':
      return { tone: 'sending', icon: 'sending', title: words.stripAsking, text: words.stripAskingText };
    case 'rechecking':
      return { tone: 'sending', icon: 'sending', title: say(words.stripRechecking, { count: state.count }), text: words.stripRecheckingText };
    case 'reading':
      return { tone: 'sending', icon: 'queued', title: words.stripReading, text: words.stripOfflineIdleText };
    case 'photos-follow':
      return { tone: 'sending', icon: 'sending', title: say(words.stripPhotos, { count: state.count }), text: words.stripPhotosText };
    case 'photos-wait':
      return { ...amber, title: say(words.stripPhotosWifi, { count: state.count }), text: words.stripPhotosWifiText };
    case 'all-received':
      return { tone: 'received', icon: 'received', title: words.stripAll, text: whenText(state.at, nowMs) };
  }
}

function retryText(at: Instant | null): string {
  return at === null ? words.stripWeakSoon : say(words.stripWeakText, { time: timeText(at) });
}
