import { useEffect, useState } from 'preact/hooks';
import { askToPersist } from '../../../device/storage-health.ts';
import type { StorageHealth } from '../../../device/storage-health.ts';
import type { SyncStatus } from '../../../device/sync-runner.ts';
import { bytesText, dayTimeText } from '../../../i18n/format.ts';
import { guideWords as words } from '../../../i18n/guide-words.ts';
import { photoWords } from '../../../i18n/photo-words.ts';
import { phoneWords } from '../../../i18n/phone-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import { chooseTextSize, onTheme, textSize, themeChoice } from '../../../ui/theme.ts';
import { appVersion } from '../../app-version.ts';
import { changeTheme } from '../../actions/change-theme.ts';
import { sendNow } from '../../actions/send-now.ts';
import { countsOf } from '../../book.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { InnerPage, UpdateRow } from '../../parts/frame.tsx';
import { StorageNotice, useStorageHealth } from '../../parts/storage-notice.tsx';
import { useBook, useLive, useNow, useSyncStatus } from '../../queries.ts';
import { whenText } from '../../relative-time.ts';
import { paths } from '../../paths.ts';
import { BackupPart } from './backup-part.tsx';
import { LeavePart } from './leave-part.tsx';
import { OthersDrafts } from './others-drafts.tsx';
import { WifiPart } from './wifi-part.tsx';
import { InstallOffer } from '../install/install-offer.tsx';

/** What this version brought, the newest first; a release puts its own in front and takes the last out. */
const news = [words.newsYears, words.newsPhotos, words.newsSearch, words.newsCalendar];

/** Máy và dữ liệu: what is kept where, and how the screen looks. */
export function DeviceScreen() {
  const { hands, identity } = usePhone();
  const { value: book } = useBook();
  const status = useSyncStatus();
  const nowMs = useNow();
  const { health, look } = useStorageHealth();
  const [refused, setRefused] = useState(false);
  const ask = async (): Promise<void> => {
    setRefused((await askToPersist()) === false);
    await look();
  };
  const totals = useLive(() => hands.photos.totals(), [hands]).value;
  const counts = book && countsOf(book);
  const sent = book?.views.filter(({ standing: { state } }) => state === 'received' || state === 'approved' || state === 'returned').length ?? 0;
  return (
    <InnerPage title={words.deviceTitle} backHref={paths.home}>
      <UpdateRow />
      <StorageNotice health={health} />
      <div class="card card-inside">
        <dl class="facts digits">
          <dt>{words.unsent}</dt><dd>{counts?.waiting ?? 0}</dd>
          <dt>{words.sent}</dt><dd>{sent}</dd>
          <dt>{words.drafts}</dt><dd>{(book?.drafts.length ?? 0) + (book?.reportDrafts.length ?? 0) + (book?.programmeDrafts.length ?? 0)}</dd>
          {health?.usedBytes != null && <><dt>{words.used}</dt><dd>{bytesText(health.usedBytes)}</dd></>}
          {totals && totals.count > 0 && <><dt>{photoWords.onPhone}</dt><dd>{say(photoWords.onPhoneValue, { count: totals.count, size: bytesText(totals.byteCount) })}</dd></>}
          <dt>{words.persisted}</dt><dd>{promiseText(health)}</dd>
          <dt>{words.lastContact}</dt><dd>{status.lastContactAt ? whenText(status.lastContactAt, nowMs) : words.never}</dd>
          <dt>{words.unit}</dt><dd>{identity.unit.name}</dd>
          <dt>{words.officer}</dt><dd>{identity.officer.name}</dd>
          <dt>{words.version}</dt><dd>{appVersion}</dd>
        </dl>
        <div class="stack">
          <OthersDrafts />
          {health?.persisted === false && <Button kind="other" small onClick={() => void ask()}>{words.askPersist}</Button>}
          {refused && <p class="muted" role="status">{words.persistRefused}</p>}
          <Button kind="other" small icon="outbox" onClick={() => sendNow(hands.runner)}>{phoneWords.sendNow}</Button>
        </div>
      </div>
      {totals && <OldPhotos safeBytes={totals.safeBytes} />}
      {book && <WifiPart book={book} />}
      <BackupPart />
      <InstallOffer occasion={null} />
      <Look />
      <Section title={words.logHeading} />
      <Log status={status} />
      <details class="fold">
        <summary><Icon name="down" />{words.newsHeading}</summary>
        <ul class="card card-inside stack">{news.map((line) => <li key={line}>{line}</li>)}</ul>
      </details>
      <p><a class="button button-quiet" href={paths.activation}>{words.newCode}</a></p>
      <LeavePart />
    </InnerPage>
  );
}

/** Room for new pictures, from what the province has safely. */
function OldPhotos({ safeBytes }: { safeBytes: number }) {
  const { photos } = usePhone().hands;
  const { run, notice } = useAction();
  const [freed, setFreed] = useState(0);
  if (safeBytes === 0 && freed === 0) return null;
  return (
    <div class="card card-inside stack">
      {safeBytes > 0 && <p class="muted">{say(photoWords.freeHint, { size: bytesText(safeBytes) })}</p>}
      {notice}
      {safeBytes > 0 && <Button kind="other" small icon="bin" onClick={() => run(async () => setFreed(await photos.forgetSafe()))}>{photoWords.freeOld}</Button>}
      <p class="muted" role="status">{freed > 0 ? say(photoWords.freed, { size: bytesText(freed) }) : ''}</p>
    </div>
  );
}

function promiseText(health: StorageHealth | null): string {
  if (health?.persisted == null) return words.unknown;
  return health.persisted ? words.yes : words.no;
}

function Look() {
  const [choice, setChoice] = useState(themeChoice);
  const [size, setSize] = useState(textSize);
  useEffect(() => onTheme(() => { setChoice(themeChoice()); setSize(textSize()); }), []);
  return (
    <>
      <Chips
        id="theme" label={words.theme} value={choice} onValue={changeTheme}
        options={[
          { value: 'system', label: words.themeSystem }, { value: 'light', label: words.themeLight },
          { value: 'dark', label: words.themeDark }, { value: 'sun', label: words.themeSun },
        ]}
      />
      <Chips
        id="text-size" label={words.textSize} value={size} onValue={chooseTextSize}
        options={[{ value: 'usual', label: words.textUsual }, { value: 'large', label: words.textLarge }]}
      />
    </>
  );
}

function Log({ status }: { status: SyncStatus }) {
  if (status.log.length === 0) return <p class="muted">{words.logEmpty}</p>;
  return (
    <ol class="card card-inside timeline">
      {status.log.map(({ at, outcome }) => (
        <li key={at}><span class="digits">{dayTimeText(at)}</span><span class="grow">{outcomeText(outcome)}</span></li>
      ))}
    </ol>
  );
}

function outcomeText(outcome: SyncStatus['log'][number]['outcome']): string {
  switch (outcome.kind) {
    case 'done':
      return outcome.storedCount > 0 ? say(words.logDone, { count: outcome.storedCount }) : words.logIdle;
    case 'unknown':
      return { silence: words.logSilence, portal: words.logPortal, garbled: words.logGarbled, 'server-trouble': words.logServer }[outcome.reason];
    case 'put-off':
      return words.logPutOff;
    case 'unauthorized':
    case 'frozen':
      return words.logUnauthorized;
    case 'busy':
      return words.logBusy;
    case 'store-trouble':
      return words.logStore;
  }
}
