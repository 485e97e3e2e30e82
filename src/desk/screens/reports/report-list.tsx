import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecordId } from '../../../domain/id.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { dayTimeText, timeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskMissingReport, DeskReportBoard, DeskReportItem } from '../../../sync/desk-report-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { shortcutOf } from '../../../ui/shortcut.ts';
import type { Shortcut } from '../../../ui/shortcut.ts';
import { Tag } from '../../../ui/strip.tsx';
import type { HeldDecisions } from '../../held-decisions.ts';
import { RefusalNotice } from '../../parts/refusal-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { reportAddressText } from '../../report-address.ts';
import type { ReportAddress } from '../../report-address.ts';
import type { Loaded } from '../../use-loaded.ts';
import { contactText, dueText, lateText, periodText } from './report-words.ts';

interface ReportListProps {
  board: Loaded<DeskReportBoard>;
  /** What the filters leave of it. */
  reports: readonly DeskReportItem[];
  missing: readonly DeskMissingReport[];
  address: ReportAddress;
  title: string;
  today: LocalDate;
  held: HeldDecisions;
  hasShortcuts: boolean;
  onGo: (to: ReportAddress) => void;
  onShortcut: (shortcut: Shortcut, focused: RecordId) => void;
}

export const listId = 'list';

/** The reports of a period as links, one tab stop for all of them; below, the units that owe one. */
export function ReportList({ board, reports, missing, address, title, today, held, hasShortcuts, onGo, onShortcut }: ReportListProps) {
  const { value, isLoading, refusal, loadedAt, reload } = board;
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<{ readonly id: RecordId; readonly at: number } | null>(null);
  const current = reports.find((one) => one.recordId === focused?.id) ?? reports.find((one) => one.recordId === address.recordId) ?? reports[0];
  const linkOf = (id: RecordId | undefined): HTMLElement | null => (id === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-record="${id}"]`) ?? null);

  // A decided row leaves the list under the keyboard's focus: the one in its place takes it over.
  useLayoutEffect(() => {
    if (focused === null || document.activeElement !== document.body || reports.some((one) => one.recordId === focused.id)) return;
    linkOf(reports[Math.min(focused.at, reports.length - 1)]?.recordId)?.focus();
  }, [reports, focused]);

  const press = (event: KeyboardEvent): void => {
    if (current === undefined) return;
    const shortcut = shortcutOf(event, hasShortcuts);
    if (shortcut === null) return;
    event.preventDefault();
    if (shortcut !== 'next' && shortcut !== 'previous') onShortcut(shortcut, current.recordId);
    else linkOf(reports[reports.indexOf(current) + (shortcut === 'next' ? 1 : -1)]?.recordId)?.focus();
  };

  const period = value?.period ?? null;
  const showsReports = address.state !== 'missing';
  const showsMissing = address.state === null || address.state === 'missing';
  const isFiltered = address.state !== null || address.unit !== null || address.text !== '';
  return (
    <section class="list-pane" id={listId} aria-labelledby="page-title" aria-busy={isLoading} tabIndex={-1}>
      <div class="list-head">
        <b class="digits" role="status">
          {value !== null && (showsReports ? say(words.listCount, { count: reports.length }) : say(words.missingCount, { count: missing.length }))}
        </b>
        {hasShortcuts && showsReports && (
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
      {value !== null && period === null && <p class="empty">{words.noPeriods}</p>}
      {value !== null && period !== null && (
        <div class={isLoading ? 'list-scroll is-old' : 'list-scroll'} ref={box}>
          {showsReports && reports.length === 0 && <p class="empty">{isFiltered ? words.emptyFiltered : words.emptyList}</p>}
          {showsReports && reports.length > 0 && (
            <table>
              <caption class="unseen">{say(words.listCaption, { title, period: periodText(period) })}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columnUnit}</th>
                  <th scope="col" class="column-wide">{words.columnSent}</th>
                  <th scope="col" class="column-wide">{words.columnDue}</th>
                  <th scope="col" class="column-wide">{words.columnReceived}</th>
                  <th scope="col">{words.columnState}</th>
                </tr>
              </thead>
              <tbody>
                {reports.map((item, at) => (
                  <Row
                    key={item.recordId} item={item} address={address} onGo={onGo} held={held}
                    isStop={item === current} onFocus={() => setFocused({ id: item.recordId, at })} onKey={press}
                  />
                ))}
              </tbody>
            </table>
          )}
          {showsMissing && <MissingUnits missing={missing} title={say(words.missingTitle, { period: periodText(period) })} today={today} />}
        </div>
      )}
    </section>
  );
}

interface RowProps {
  item: DeskReportItem;
  address: ReportAddress;
  held: HeldDecisions;
  isStop: boolean;
  onGo: (to: ReportAddress) => void;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
}

function Row({ item, address, held, isStop, onGo, onFocus, onKey }: RowProps) {
  const isOpen = item.recordId === address.recordId;
  const to = { ...address, recordId: item.recordId };
  const decision = held.of(item.recordId);
  const isHeld = decision !== undefined && decision.standing !== 'refused';
  const hasChanged = item.lastReview !== null && item.lastReview.edition < item.edition;
  return (
    <tr class={isOpen ? 'is-open' : undefined}>
      <td>
        <a
          class="row-link" href={reportAddressText(to)} data-record={item.recordId} tabIndex={isStop ? 0 : -1} aria-current={isOpen ? 'true' : undefined}
          onFocus={onFocus} onKeyDown={onKey}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onGo(to);
          }}
        >
          <strong>{item.unitName}</strong>
        </a>
        <span class="row-line digits">{dayTimeText(item.sentAt)} · {item.receiptNumber}</span>
        <span class="row-marks">
          {item.isLocked && <span class="row-mark"><Icon name="tick" />{words.locked}</span>}
          {item.daysLate > 0 && <span class="row-mark is-flag row-late"><Icon name="clock" />{say(words.lateShort, { count: item.daysLate })}</span>}
          {item.correctedCount > 0 && <span class="row-mark is-flag"><Icon name="draft" />{say(words.correctedCount, { count: item.correctedCount })}</span>}
          {hasChanged && (
            <span class="row-mark"><Icon name="replaced" />{item.lastReview?.decision === 'approved' ? deskWords.rowChangedAfterApproval : deskWords.rowMended}</span>
          )}
          {isHeld && <span class="row-mark is-held"><Icon name="clock" />{decision.request.decision === 'approved' ? deskWords.rowWillApprove : deskWords.rowWillReturn}</span>}
        </span>
      </td>
      <td class="column-wide digits">{dayTimeText(item.sentAt)}</td>
      <td class={item.daysLate > 0 ? 'column-wide digits is-late' : 'column-wide digits'}>{lateText(item)}</td>
      <td class="column-wide digits">{dayTimeText(item.receivedAt)}<span class="row-unit">{item.receiptNumber}</span></td>
      <td><StateTag state={item.state} /></td>
    </tr>
  );
}

/** Who owes a report, since when, and whether anybody there could have sent it. */
function MissingUnits({ missing, title, today }: { missing: readonly DeskMissingReport[]; title: string; today: LocalDate }) {
  return (
    <section class="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{title}</h2>
      {missing.length === 0 && <p class="empty">{words.nobodyMissing}</p>}
      {missing.length > 0 && (
        <table>
          <thead class="unseen">
            <tr><th scope="col">{words.columnUnit}</th><th scope="col" class="column-wide">{words.columnContact}</th><th scope="col">{words.columnDue}</th></tr>
          </thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.unitId}>
                <td><strong>{one.unitName}</strong>{one.upperName !== null && <span class="row-unit">{one.upperName}</span>}<span class="row-line digits">{contactText(one, dayTimeText)}</span></td>
                <td class="column-wide digits">{contactText(one, dayTimeText)}</td>
                <td class="digits">{one.inDays < 0 ? <Tag tone="error" icon="clock">{dueText(one.dueOn, today)}</Tag> : dueText(one.dueOn, today)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
