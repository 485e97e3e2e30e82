import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { UnitId } from '../../../domain/id.ts';
import type { RecordId } from '../../../domain/id.ts';
import { PeriodId } from '../../../domain/period.ts';
import { foldPlain } from '../../../domain/plain-fold.ts';
import { emptyReturn } from '../../../domain/return-draft.ts';
import type { ReturnDraft } from '../../../domain/return-draft.ts';
import { deskProgrammeWords } from '../../../i18n/desk-programme-words.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { timeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskMe, DeskReviewRequest } from '../../../sync/desk-protocol.ts';
import type { DeskReportBoard, DeskRollUp } from '../../../sync/desk-report-protocol.ts';
import { Icon, Mark } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { echoMs, readShortcutChoice } from '../../../ui/shortcut.ts';
import type { Shortcut } from '../../../ui/shortcut.ts';
import { addressText, emptyAddress } from '../../address.ts';
import type { DeskApi } from '../../api.ts';
import { openDictionary } from '../../dictionary.ts';
import { AccountFoot } from '../../parts/account-foot.tsx';
import { MenuLink } from '../../parts/menu-link.tsx';
import { RefusalNotice } from '../../parts/refusal-notice.tsx';
import { stateWord } from '../../parts/state-tag.tsx';
import { emptyProgrammeAddress, programmeAddressText } from '../../programme-address.ts';
import { emptyReportAddress, readReportAddress, reportAddressText } from '../../report-address.ts';
import type { ReportAddress, ReportState } from '../../report-address.ts';
import { unitChoices } from '../../unit-choices.ts';
import { useAddress } from '../../use-address.ts';
import { useHeldDecisions } from '../../use-held-decisions.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useTitle } from '../../use-title.ts';
import { approveId, canDecide, titleId } from '../review/activity-detail.tsx';
import { HeldBar, undoId } from '../review/held-bar.tsx';
import { ReportDetail } from './report-detail.tsx';
import { listId, ReportList } from './report-list.tsx';
import { periodText, reportLabels } from './report-words.ts';
import { SumPage } from './sum-page.tsx';

export interface ReportScreenProps {
  api: DeskApi;
  me: DeskMe;
  /** The session has ended, the login form is shown instead. */
  isEnded: boolean;
  onSessionEnd: () => void;
  onLogOut: () => Promise<boolean>;
  /** Opens another part of the desk. */
  onOpen: (path: string) => void;
}

const refreshMs = 60_000;
const splitQuery = '(min-width: 1100px)';
const searchId = 'search';
const entries: readonly { readonly state: ReportState; readonly icon: IconName }[] = [
  { state: 'received', icon: 'received' }, { state: 'returned', icon: 'returned' }, { state: 'approved', icon: 'approved' }, { state: 'missing', icon: 'clock' },
];

/** Báo cáo định kỳ: who has sent one and who has not, one report beside the list, and what they add up to. */
export function ReportScreen({ api, me, isEnded, onSessionEnd, onLogOut, onOpen }: ReportScreenProps) {
  const [address, go] = useAddress(readReportAddress, reportAddressText);
  const { recordId, periodId, view, unit } = address;
  const reference = useLoaded('reference', () => api.reference());
  const board = useLoaded(view === 'list' ? `list ${periodId ?? ''}` : null, () => api.reports(periodId));
  const sum = useLoaded(view === 'sum' ? `sum ${periodId ?? ''} ${unit ?? ''}` : null, () => api.rollUp(periodId, unit));
  const record = useLoaded(view === 'list' ? recordId : null, (id) => api.report(id));
  const { reload: reloadBoard } = board;
  const { reload: reloadRecord } = record;
  const { reload: reloadReference } = reference;
  const { reload: reloadSum } = sum;
  const dictionary = useMemo(() => openDictionary(reference.value), [reference.value]);
  const [hasShortcuts, setShortcuts] = useState(readShortcutChoice);
  const [drafts, setDrafts] = useState<ReadonlyMap<RecordId, ReturnDraft>>(new Map());
  const [returningId, setReturning] = useState<RecordId | null>(null);
  const lastDecisionAt = useRef(0);

  const held = useHeldDecisions(api, me.shownName, ({ request, standing, refusal }) => {
    if (refusal?.code === 'session-missing') onSessionEnd();
    if (standing === 'decided') setDrafts((before) => new Map([...before].filter(([id]) => id !== request.recordId)));
    reloadBoard();
    reloadRecord();
  });

  const detail = record.value !== null && record.valueKey === recordId ? record.value : null;
  const title = view === 'sum' ? words.sumTitle : address.state === null ? words.listTitle : address.state === 'missing' ? words.missing : stateWord(address.state);
  useTitle(detail === null ? title : say(deskWords.pageTitle, { page: `${detail.item.title}, ${detail.item.unitName}`, product: title }));

  const isMissing = [board, record, reference, sum].some((each) => each.refusal?.code === 'session-missing');
  useEffect(() => {
    if (isMissing) onSessionEnd();
  }, [isMissing, onSessionEnd]);
  const wasEnded = useRef(isEnded);
  useEffect(() => {
    if (wasEnded.current && !isEnded) for (const reload of [reloadBoard, reloadRecord, reloadReference, reloadSum]) reload();
    wasEnded.current = isEnded;
  }, [isEnded, reloadBoard, reloadRecord, reloadReference, reloadSum]);
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState !== 'visible' || isEnded) return;
      reloadBoard();
      reloadSum();
    };
    const timer = setInterval(refresh, refreshMs);
    document.addEventListener('visibilitychange', refresh);
    addEventListener('pageshow', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
      removeEventListener('pageshow', refresh);
    };
  }, [reloadBoard, reloadSum, isEnded]);

  const shownId = detail?.item.recordId;
  useEffect(() => {
    if (shownId === undefined || matchMedia(splitQuery).matches) return;
    scrollTo(0, 0);
    document.getElementById(titleId)?.focus();
  }, [shownId]);

  const unlock = async (edition: number, reason: string): ReturnType<DeskApi['unlock']> => {
    const answer = recordId === null ? null : await api.unlock({ recordId, edition, reason });
    if (answer === null) throw new Error('A report is unlocked where it is open.');
    if (!answer.ok && answer.refusal.code === 'session-missing') onSessionEnd();
    reloadRecord();
    reloadBoard();
    return answer;
  };
  const goTo = useCallback((to: ReportAddress, replace?: boolean): void => {
    setReturning(null);
    go(to, replace);
  }, [go]);
  const scope = useMemo(() => unitsUnder(reference.value?.units ?? [], unit), [reference.value, unit]);
  const matches = ({ unitId, unitName, receiptNumber = '' }: { readonly unitId: UnitId; readonly unitName: string; readonly receiptNumber?: string }): boolean =>
    (unit === null || scope.has(unitId)) && foldPlain(`${unitName} ${receiptNumber}`).includes(foldPlain(address.text));
  const inScope = (board.value?.reports ?? []).filter(matches);
  const reports = inScope.filter((one) => address.state === null || one.state === address.state);
  const missing = (board.value?.missing ?? []).filter(matches);
  const countOf = (state: ReportState): number | null => {
    if (board.value === null) return null;
    return state === 'missing' ? missing.length : inScope.filter((one) => one.state === state).length;
  };

  const startReturn = (id: RecordId): void => {
    setDrafts((before) => before.has(id) ? before : new Map([...before, [id, emptyReturn(me.returnDueOn)]]));
    setReturning(id);
  };
  const decide = (request: DeskReviewRequest, focusUndo: boolean): void => {
    held.hold(request, detail === null ? request.recordId : `${detail.item.title}, ${detail.item.unitName}`);
    setReturning(null);
    if (focusUndo) requestAnimationFrame(() => document.getElementById(undoId(request.recordId))?.focus());
  };
  const openHeld = (id: RecordId, isReturn: boolean): void => {
    goTo({ ...address, recordId: id });
    if (isReturn) startReturn(id);
  };
  const focusList = (): void => {
    const pane = document.getElementById(listId);
    (pane?.querySelector<HTMLElement>('.row-link[tabindex="0"]') ?? pane)?.focus();
  };
  const focusDetail = (): void => {
    (document.getElementById(approveId) ?? document.getElementById(titleId) ?? document.getElementById(listId))?.focus();
  };
  const press = (shortcut: Shortcut, focused: RecordId): void => {
    if (shortcut === 'search') {
      document.getElementById(searchId)?.focus();
      return;
    }
    if (Date.now() - lastDecisionAt.current < echoMs) return;
    lastDecisionAt.current = Date.now();
    // Only what has been read is decided: the first press opens the report.
    if (detail === null || detail.item.recordId !== focused) {
      goTo({ ...address, recordId: focused });
      return;
    }
    if (!canDecide(detail, held.of(focused))) return;
    if (shortcut === 'return') startReturn(focused);
    else decide({ recordId: focused, edition: detail.item.edition, decision: 'approved', remarks: [], dueOn: null }, false);
  };

  const programmes = programmeAddressText(emptyProgrammeAddress);
  return (
    <div class={recordId === null || view === 'sum' ? 'desk' : 'desk has-open'}>
      <a class="skip" href={`#${listId}`} onClick={(event) => { event.preventDefault(); focusList(); }}>{deskWords.skipToList}</a>
      <header class="desk-mark"><Mark size={36} /><b>{deskWords.product}</b></header>
      <nav class="menu" aria-label={deskWords.menu}>
        <MenuLink href={addressText(emptyAddress)} icon="tasks" onOpen={() => onOpen(addressText(emptyAddress))}>{deskWords.allTitle}</MenuLink>
        <MenuEntry to={{ ...emptyReportAddress, periodId }} icon="directive" isPart isCurrent={view === 'list' && address.state === null} onGo={goTo}>{words.listTitle}</MenuEntry>
        {view === 'list' && entries.map(({ state, icon }) => (
          <MenuEntry key={state} to={{ ...address, state, recordId: null }} icon={icon} isInner isCurrent={address.state === state} count={countOf(state)} onGo={goTo}>
            {state === 'missing' ? words.missing : stateWord(state)}
          </MenuEntry>
        ))}
        <MenuEntry to={{ ...emptyReportAddress, view: 'sum', periodId }} icon="plus" isPart isCurrent={view === 'sum'} onGo={goTo}>{words.sumTitle}</MenuEntry>
        <MenuLink href={programmes} icon="calendar" isPart onOpen={() => onOpen(programmes)}>{deskProgrammeWords.listTitle}</MenuLink>
      </nav>
      <main>
        <div class="top">
          <h1 id="page-title">{title}</h1>
          <ReportFilters address={address} onGo={goTo} onSearched={focusList} board={board.value} sum={sum.value} units={reference.value?.units ?? []} />
        </div>
        {reference.refusal !== null && <RefusalNotice refusal={reference.refusal} title={deskWords.referenceFailed} onAgain={reloadReference} />}
        <div class="split">
          {view === 'sum'
            ? <SumPage sum={sum} address={address} dictionary={dictionary} onGo={goTo} />
            : (
              <ReportList
                board={board} reports={reports} missing={missing} address={address} title={title} today={me.today} held={held}
                hasShortcuts={hasShortcuts} onGo={goTo} onShortcut={press}
              />
            )}
          {view === 'list' && recordId !== null && (
            <section class="detail-pane" aria-label={detail === null ? words.listTitle : undefined} aria-labelledby={detail === null ? undefined : titleId} aria-busy={record.isLoading}>
              <a class="back" href={reportAddressText({ ...address, recordId: null })} onClick={(event) => { event.preventDefault(); goTo({ ...address, recordId: null }); }}>
                <Icon name="back" />{words.back}
              </a>
              {record.refusal !== null && (
                <RefusalNotice
                  refusal={record.refusal} onAgain={reloadRecord}
                  title={detail === null || record.loadedAt === null ? words.openFailed : say(deskWords.listStale, { time: timeText(record.loadedAt) })}
                />
              )}
              {detail === null && record.refusal === null && <p class="empty"><span class="late">{words.opening}</span></p>}
              {detail !== null && (
                <ReportDetail
                  key={recordId} detail={detail} dictionary={dictionary} address={address} today={me.today} held={held.of(recordId)}
                  returning={returningId === recordId && canDecide(detail, held.of(recordId)) ? drafts.get(recordId) ?? null : null}
                  onDraft={(draft) => setDrafts((before) => new Map([...before, [recordId, draft]]))}
                  onStartReturn={() => startReturn(recordId)}
                  onCancelReturn={() => { setReturning(null); requestAnimationFrame(focusDetail); }}
                  onDecide={(request) => decide(request, true)}
                  onOpen={onOpen}
                  onUnlock={unlock}
                />
              )}
            </section>
          )}
        </div>
        <HeldBar held={held} dictionary={reportLabels(detail?.indicators ?? [], dictionary)} onOpen={openHeld} onFocusLost={focusDetail} />
      </main>
      <AccountFoot me={me} held={held} hasShortcuts={hasShortcuts} onShortcuts={setShortcuts} onLogOut={onLogOut} />
    </div>
  );
}

type MenuEntryProps = Omit<Parameters<typeof MenuLink>[0], 'href' | 'onOpen'> & { readonly to: ReportAddress; readonly onGo: (to: ReportAddress) => void };

function MenuEntry({ to, onGo, ...rest }: MenuEntryProps) {
  return <MenuLink {...rest} href={reportAddressText(to)} onOpen={() => onGo(to)} />;
}

interface ReportFiltersProps {
  address: ReportAddress;
  board: DeskReportBoard | null;
  sum: DeskRollUp | null;
  units: Parameters<typeof unitChoices>[0];
  onGo: (to: ReportAddress, replace?: boolean) => void;
  onSearched: () => void;
}

/** Period, unit and words; each choice is a step of the back button. */
function ReportFilters({ address, board, sum, units, onGo, onSearched }: ReportFiltersProps) {
  const source = address.view === 'sum' ? sum : board;
  const period = source?.period ?? null;
  const periods = source === null ? [] : period !== null && !source.periods.some((one) => one.id === period.id) ? [period, ...source.periods] : source.periods;
  const choices = useMemo(() => unitChoices(units), [units]);
  const choose = (change: Partial<ReportAddress>): void => onGo({ ...address, recordId: null, ...change });
  return (
    <form role="search" class="filters" aria-label={deskWords.filters} onSubmit={(event) => { event.preventDefault(); onSearched(); }}>
      <label class="filter">
        <span>{words.period}</span>
        <select value={period?.id ?? ''} onChange={(event) => choose({ periodId: PeriodId.safeParse(event.currentTarget.value).data ?? null })}>
          {periods.map((one) => <option key={one.id} value={one.id}>{periodText(one)}</option>)}
        </select>
      </label>
      {address.view === 'sum'
        ? (
          <label class="filter">
            <span>{words.sumUnit}</span>
            <select value={sum?.unitId ?? ''} onChange={(event) => choose({ unit: UnitId.safeParse(event.currentTarget.value).data ?? null })}>
              {(sum?.uppers ?? []).map(({ unitId, unitName }) => <option key={unitId} value={unitId}>{unitName}</option>)}
            </select>
          </label>
        )
        : (
          <>
            <label class="filter">
              <span>{deskWords.unit}</span>
              <select value={address.unit ?? ''} onChange={(event) => choose({ unit: UnitId.safeParse(event.currentTarget.value).data ?? null })}>
                <option value="">{deskWords.allUnits}</option>
                {choices.map(({ unit, depth }) => <option key={unit.id} value={unit.id}>{'\u2003'.repeat(depth)}{unit.name}</option>)}
              </select>
            </label>
            <label class="filter is-search">
              <span class="unseen">{words.search}</span>
              <Icon name="search" />
              <input
                id={searchId} type="search" placeholder={words.search} value={address.text} maxLength={100} autoComplete="off"
                onInput={(event) => onGo({ ...address, text: event.currentTarget.value }, true)}
              />
            </label>
          </>
        )}
    </form>
  );
}

/** The unit and everything below it. */
function unitsUnder(units: Parameters<typeof unitChoices>[0], top: UnitId | null): ReadonlySet<UnitId> {
  const found = new Set<UnitId>(top === null ? [] : [top]);
  // A set hands out what is added while it is walked.
  for (const id of found) for (const unit of units) if (unit.parentId === id) found.add(unit.id);
  return found;
}
