import { useEffect, useState } from 'preact/hooks';
import { askToPersist, storageHealth } from '../../../device/storage-health.ts';
import type { StorageHealth } from '../../../device/storage-health.ts';
import type { Outcome } from '../../../sync/engine.ts';
import { bytesText, dayTimeText, timeDateText } from '../../../i18n/format.ts';
import { deviceWords as words } from '../../../i18n/device-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/field.tsx';
import { Card, Section } from '../../../ui/list.tsx';
import { chooseTextSize, textSize, themeChoice } from '../../../ui/theme.ts';
import type { TextSize, ThemeChoice } from '../../../ui/theme.ts';
import { appVersion } from '../../app-version.ts';
import { changeTheme } from '../../actions/change-theme.ts';
import { countsOf } from '../../book.ts';
import type { Book } from '../../book.ts';
import { usePhone } from '../../context.ts';
import { InnerPage } from '../../parts/frame.tsx';
import { useBook, useSyncStatus, useUnit } from '../../queries.ts';
import { paths } from '../../routes.ts';

/** Máy và dữ liệu: what lies on this phone, whose it is, and how it looks. */
export function DeviceScreen() {
  const { value: book } = useBook();
  return (
    <InnerPage title={words.title} backHref={paths.home}>
      {book && <Data book={book} />}
      <Owner />
      <Looks />
      <Log />
    </InnerPage>
  );
}

function Data({ book }: { book: Book }) {
  const [health, setHealth] = useState<StorageHealth | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => void storageHealth().then(setHealth), []);
  const ask = async (): Promise<void> => {
    setRefused((await askToPersist()) !== true);
    setHealth(await storageHealth());
  };
  const receivedCount = book.views.filter((view) => view.standing.state === 'received' || view.standing.state === 'approved').length;
  const kept = health?.persisted ?? null;
  return (
    <>
      <Section title={words.dataHeading} />
      <Card>
        <dl class="facts digits card-inside">
          <dt>{words.waiting}</dt><dd>{countsOf(book).waiting}</dd>
          <dt>{words.drafts}</dt><dd>{book.drafts.length}</dd>
          <dt>{words.received}</dt><dd>{receivedCount}</dd>
          {book.unreadableCount > 0 && <><dt>{words.unreadable}</dt><dd>{book.unreadableCount}</dd></>}
          {health?.usedBytes != null && <><dt>{words.used}</dt><dd>{bytesText(health.usedBytes)}</dd></>}
          <dt>{words.persisted}</dt><dd>{kept === null ? words.unknown : kept ? words.yes : words.no}</dd>
        </dl>
        {kept === false && (
          <div class="card-inside">
            {refused && <p role="status" class="muted">{words.keepRefused}</p>}
            <Button kind="other" small onClick={() => void ask()}>{words.askToKeep}</Button>
          </div>
        )}
      </Card>
    </>
  );
}

function Owner() {
  const { identity } = usePhone();
  const unit = useUnit();
  const { lastContactAt } = useSyncStatus();
  return (
    <>
      <Section title={words.ownerHeading} />
      <Card>
        <dl class="facts digits card-inside">
          <dt>{words.unit}</dt><dd>{unit.name}</dd>
          <dt>{words.officer}</dt><dd>{identity.officer.name}</dd>
          <dt>{words.activated}</dt><dd>{timeDateText(identity.activatedAt)}</dd>
          <dt>{words.lastContact}</dt><dd>{lastContactAt === null ? words.never : timeDateText(lastContactAt)}</dd>
          <dt>{words.version}</dt><dd>{appVersion}</dd>
        </dl>
        <div class="card-inside"><Button kind="other" small href={paths.activation}>{words.newCode}</Button></div>
      </Card>
    </>
  );
}

function Looks() {
  const [choice, setChoice] = useState<ThemeChoice>(themeChoice);
  const [size, setSize] = useState<TextSize>(textSize);
  return (
    <>
      <Chips<ThemeChoice>
        id="look" label={words.lookHeading} value={choice}
        options={[
          { value: 'system', label: words.lookSystem }, { value: 'light', label: words.lookLight },
          { value: 'dark', label: words.lookDark }, { value: 'sun', label: words.lookSun },
        ]}
        onValue={(next) => { setChoice(next); changeTheme(next); }}
      />
      <Chips<TextSize>
        id="text-size" label={words.textHeading} value={size}
        options={[{ value: 'usual', label: words.textUsual }, { value: 'large', label: words.textLarge }]}
        onValue={(next) => { setSize(next); chooseTextSize(next); }}
      />
    </>
  );
}

function Log() {
  const { log } = useSyncStatus();
  return (
    <>
      <Section title={words.logHeading} />
      <Card>
        {log.length === 0
          ? <p class="card-inside">{words.logEmpty}</p>
          : (
            <ul class="timeline digits card-inside">
              {log.map(({ at, outcome }) => <li key={at}><span class="digits">{dayTimeText(at)}</span><span>{outcomeText(outcome)}</span></li>)}
            </ul>
          )}
      </Card>
    </>
  );
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'done':
      return outcome.storedCount > 0 ? say(words.logSent, { count: outcome.storedCount }) : words.logDone;
    case 'unknown':
      return { silence: words.logSilence, portal: words.logPortal, garbled: words.logGarbled, 'server-trouble': words.logServer }[outcome.reason];
    case 'put-off':
      return words.logPutOff;
    case 'unauthorized':
    case 'frozen':
      return words.logCode;
    case 'busy':
      return words.logBusy;
    case 'store-trouble':
      return words.logStore;
  }
}
