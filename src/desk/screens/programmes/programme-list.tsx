import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecordId } from '../../../domain/id.ts';
import { deskProgrammeWords as words } from '../../../i18n/desk-programme-words.ts';
import { deskReportWords } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { dayTimeText, timeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskMissingProgramme, DeskProgrammeBoard, DeskProgrammeItem } from '../../../sync/desk-programme-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { shortcutOf } from '../../../ui/shortcut.ts';
import type { Shortcut } from '../../../ui/shortcut.ts';
import type { HeldDecisions } from '../../held-decisions.ts';
import { RefusalNotice } from '../../parts/refusal-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { programmeAddressText } from '../../programme-address.ts';
import type { ProgrammeAddress } from '../../programme-address.ts';
import type { Loaded } from '../../use-loaded.ts';

interface ProgrammeListProps {
  board: Loaded<DeskProgrammeBoard>;
  /** What the filters leave of it. */
  programmes: readonly DeskProgrammeItem[];
  missing: readonly DeskMissingProgramme[];
  address: ProgrammeAddress;
  title: string;
  held: HeldDecisions;
  hasShortcuts: boolean;
  onGo: (to: ProgrammeAddress) => void;
  onShortcut: (shortcut: Shortcut, focused: RecordId) => void;
}

export const listId = 'list';

/** The programmes of a year as links, one tab stop for all of them; below, the units that owe one. */
export function ProgrammeList({ board, programmes, missing, address, title, held, hasShortcuts, onGo, onShortcut }: ProgrammeListProps) {
  const { value, isLoading, refusal, loadedAt, reload } = board;
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<{ readonly id: RecordId; readonly at: number } | null>(null);
  const current = programmes.find((one) => one.recordId === focused?.id) ?? programmes.find((one) => one.recordId === address.recordId) ?? programmes[0];
  const linkOf = (id: RecordId | undefined): HTMLElement | null => (id === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-record="${id}"]`) ?? null);

  // A decided row leaves the list under the keyboard's focus: the one in its place takes it over.
  useLayoutEffect(() => {
    if (focused === null || document.activeElement !== document.body || programmes.some((one) => one.recordId === focused.id)) return;
    linkOf(programmes[Math.min(focused.at, programmes.length - 1)]?.recordId)?.focus();
  }, [programmes, focused]);

  const press = (event: KeyboardEvent): void => {
    if (current === undefined) return;
    const shortcut = shortcutOf(event, hasShortcuts);
    if (shortcut === null) return;
    event.preventDefault();
    if (shortcut !== 'next' && shortcut !== 'previous') onShortcut(shortcut, current.recordId);
    else linkOf(programmes[programmes.indexOf(current) + (shortcut === 'next' ? 1 : -1)]?.recordId)?.focus();
  };

  const showsList = address.state !== 'missing';
  const showsMissing = address.state === null || address.state === 'missing';
  const isFiltered = address.state !== null || address.unit !== null || address.text !== '';
  return (
    <section class="list-pane" id={listId} aria-labelledby="page-title" aria-busy={isLoading} tabIndex={-1}>
      <div class="list-head">
        <b class="digits" role="status">
          {value !== null && (showsList ? say(words.listCount, { count: programmes.length }) : say(words.missingCount, { count: missing.length }))}
        </b>
        {hasShortcuts && showsList && (
          <span class="keys">
            <span><kbd>J</kbd><kbd>K</kbd> {deskWords.keyMove}</span>
            <span><kbd>Enter</kbd> {deskWords.keyOpen}</span>
            <span><kbd>D</kbd> {deskWords.keyApprove}</span>
            <span><kbd>T</kbd> {deskWords.keyReturn}</span>
            <span><kbd>/</kbd> {deskWords.keySearch}</span>
          </span>
        )}
        <span class="list-time digits">
          {isLoading && value !== null && <b class="late">{deskWords.updating} · </b>}
          {loadedAt !== null && say(deskWords.updatedAt, { time: timeText(loadedAt) })}
        </span>
        <button type="button" class="desk-button is-other is-icon" title={deskWords.reload} aria-label={deskWords.reload} onClick={reload}><Icon name="again" /></button>
      </div>
      {refusal !== null && (
        <RefusalNotice refusal={refusal} onAgain={reload} title={loadedAt === null ? words.listFailed : say(deskWords.listStale, { time: timeText(loadedAt) })} />
      )}
      {value === null && refusal === null && <p class="empty"><span class="late">{deskWords.opening}</span></p>}
      {value !== null && (
        <div class={isLoading ? 'list-scroll is-old' : 'list-scroll'} ref={box}>
          {showsList && programmes.length === 0 && <p class="empty">{isFiltered ? words.emptyFiltered : words.emptyList}</p>}
          {showsList && programmes.length > 0 && (
            <table>
              <caption class="unseen">{say(words.listCaption, { title, year: value.year })}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columnUnit}</th>
                  <th scope="col" class="column-wide">{words.columnItems}</th>
                  <th scope="col" class="column-wide">{words.columnProgress}</th>
                  <th scope="col" class="column-wide">{words.columnReceived}</th>
                  <th scope="col">{words.columnState}</th>
                </tr>
              </thead>
              <tbody>
                {programmes.map((item, at) => (
                  <Row key={item.recordId} item={item} address={address} onGo={onGo} held={held} isStop={item === current} onFocus={() => setFocused({ id: item.recordId, at })} onKey={press} />
                ))}
              </tbody>
            </table>
          )}
          {showsMissing && <MissingUnits missing={missing} title={say(words.missingTitle, { year: value.year })} />}
        </div>
      )}
    </section>
  );
}

interface RowProps {
  item: DeskProgrammeItem;
  address: ProgrammeAddress;
  held: HeldDecisions;
  isStop: boolean;
  onGo: (to: ProgrammeAddress) => void;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
}

function Row({ item, address, held, isStop, onGo, onFocus, onKey }: RowProps) {
  const isOpen = item.recordId === address.recordId;
  const to = { ...address, recordId: item.recordId };
  const decision = held.of(item.recordId);
  const isHeld = decision !== undefined && decision.standing !== 'refused';
  const hasChanged = item.lastReview !== null && item.lastReview.edition < item.edition;
  const progress = say(words.progress, { done: item.doneCount, all: item.keptCount - item.untoldCount });
  return (
    <tr class={isOpen ? 'is-open' : undefined}>
      <td>
        <a
          class="row-link" href={programmeAddressText(to)} data-record={item.recordId} tabIndex={isStop ? 0 : -1} aria-current={isOpen ? 'true' : undefined}
          onFocus={onFocus} onKeyDown={onKey}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onGo(to);
          }}
        >
          <strong>{item.unitName}</strong>
        </a>
        <span class="row-line digits">{progress} · {item.receiptNumber}</span>
        <span class="row-marks">
          {item.lateCount > 0 && <span class="row-mark is-flag"><Icon name="clock" />{say(words.lateCount, { count: item.lateCount })}</span>}
          {hasChanged && (
            <span class="row-mark"><Icon name="replaced" />{item.lastReview?.decision === 'approved' ? deskWords.rowChangedAfterApproval : deskWords.rowMended}</span>
          )}
          {isHeld && <span class="row-mark is-held"><Icon name="clock" />{decision.request.decision === 'approved' ? deskWords.rowWillApprove : deskWords.rowWillReturn}</span>}
        </span>
      </td>
      <td class="column-wide digits">{say(words.items, { count: item.keptCount, own: item.ownCount })}</td>
      <td class="column-wide digits">{progress}</td>
      <td class="column-wide digits">{dayTimeText(item.receivedAt)}<span class="row-unit">{item.receiptNumber}</span></td>
      <td><StateTag state={item.state} /></td>
    </tr>
  );
}

/** Who owes a programme, and whether anybody there could have sent it. */
function MissingUnits({ missing, title }: { missing: readonly DeskMissingProgramme[]; title: string }) {
  return (
    <section class="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{title}</h2>
      {missing.length === 0 && <p class="empty">{words.nobodyMissing}</p>}
      {missing.length > 0 && (
        <table>
          <thead class="unseen"><tr><th scope="col">{words.columnUnit}</th><th scope="col">{words.columnContact}</th></tr></thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.unitId}>
                <td><strong>{one.unitName}</strong>{one.upperName !== null && <span class="row-unit">{one.upperName}</span>}</td>
                <td class="digits">{contactText(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** Why nothing has come: nobody can send, or nobody has been in reach. */
function contactText({ phoneCount, lastContactAt }: DeskMissingProgramme): string {
  if (phoneCount === 0) return deskReportWords.neverActivated;
  return lastContactAt === null ? deskReportWords.neverCalled : say(deskReportWords.lastContact, { time: dayTimeText(lastContactAt) });
}
