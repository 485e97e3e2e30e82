import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RecordId } from '../../../domain/id.ts';
import { emptyReturn } from '../../../domain/return-draft.ts';
import type { ReturnDraft } from '../../../domain/return-draft.ts';
import { deskProgrammeWords } from '../../../i18n/desk-programme-words.ts';
import { deskReportWords } from '../../../i18n/desk-report-words.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { timeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskMe, DeskReviewRequest, RecordState } from '../../../sync/desk-protocol.ts';
import { Icon, Mark } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { echoMs, readShortcutChoice } from '../../../ui/shortcut.ts';
import type { Shortcut } from '../../../ui/shortcut.ts';
import { addressText, listQuery, readAddress } from '../../address.ts';
import type { DeskAddress } from '../../address.ts';
import type { DeskApi } from '../../api.ts';
import { openDictionary } from '../../dictionary.ts';
import { AccountFoot } from '../../parts/account-foot.tsx';
import { MenuLink } from '../../parts/menu-link.tsx';
import { RefusalNotice } from '../../parts/refusal-notice.tsx';
import { stateWord } from '../../parts/state-tag.tsx';
import { emptyProgrammeAddress, programmeAddressText } from '../../programme-address.ts';
import { emptyReportAddress, reportAddressText } from '../../report-address.ts';
import { useAddress } from '../../use-address.ts';
import { useHeldDecisions } from '../../use-held-decisions.ts';
import { useLoaded } from '../../use-loaded.ts';
import { useTitle } from '../../use-title.ts';
import { ActivityDetail, approveId, canDecide, titleId } from './activity-detail.tsx';
import { ActivityList, listId } from './activity-list.tsx';
import { AsidePart } from './aside-part.tsx';
import { FilterBar, FilterChips, searchId } from './filter-bar.tsx';
import { HeldBar, undoId } from './held-bar.tsx';

interface ReviewScreenProps {
  api: DeskApi;
  me: DeskMe;
  /** The session has ended, the login form is shown instead. */
  isEnded: boolean;
  onSessionEnd: () => void;
  /** Answers whether the session is over. */
  onLogOut: () => Promise<boolean>;
  /** Opens another part of the desk. */
  onOpen: (path: string) => void;
}

/** While the page is looked at, the list is read again this often. */
const refreshMs = 60_000;
/** From this width on the record stands beside the list (desk.css says the same). */
const splitQuery = '(min-width: 1100px)';

/** Hoạt động đã nhận: the list, the record beside it, and the decisions on their way. */
export function ReviewScreen({ api, me, isEnded, onSessionEnd, onLogOut, onOpen }: ReviewScreenProps) {
  const [address, go] = useAddress(readAddress, addressText);
  const reference = useLoaded('reference', () => api.reference());
  const list = useLoaded(listQuery(address), () => api.list(address));
  const { recordId } = address;
  const record = useLoaded(recordId, (id) => api.detail(id));
  const { reload: reloadList } = list;
  const { reload: reloadRecord } = record;
  const { reload: reloadReference } = reference;
  const dictionary = useMemo(() => openDictionary(reference.value), [reference.value]);
  const [hasShortcuts, setShortcuts] = useState(readShortcutChoice);
  const [drafts, setDrafts] = useState<ReadonlyMap<RecordId, ReturnDraft>>(new Map());
  const [returningId, setReturning] = useState<RecordId | null>(null);
  const lastDecisionAt = useRef(0);

  const held = useHeldDecisions(api, me.shownName, ({ request, standing, refusal }) => {
    if (refusal?.code === 'session-missing') onSessionEnd();
    if (standing === 'decided') setDrafts((before) => new Map([...before].filter(([id]) => id !== request.recordId)));
    reloadList();
    // Also after a refusal: somebody was first, or a newer edition has come.
    reloadRecord();
  });

  const detail = record.value !== null && record.valueKey === recordId ? record.value : null;
  const title = address.state === null ? words.allTitle : stateWord(address.state);
  useTitle(detail === null ? title : say(words.pageTitle, { page: detail.item.title, product: title }));

  // A session that ended shows at whatever was asked next.
  const isMissing = [list, record, reference].some((each) => each.refusal?.code === 'session-missing');
  useEffect(() => {
    if (isMissing) onSessionEnd();
  }, [isMissing, onSessionEnd]);
  const wasEnded = useRef(isEnded);
  useEffect(() => {
    if (wasEnded.current && !isEnded) for (const reload of [reloadList, reloadRecord, reloadReference]) reload();
    wasEnded.current = isEnded;
  }, [isEnded, reloadList, reloadRecord, reloadReference]);

  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible' && !isEnded) reloadList();
    };
    const timer = setInterval(refresh, refreshMs);
    document.addEventListener('visibilitychange', refresh);
    // Back from the browser's memory: what was sent on leaving has its answer by now.
    addEventListener('pageshow', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
      removeEventListener('pageshow', refresh);
    };
  }, [reloadList, isEnded]);

  // On a narrow screen the record takes the page: it begins at its title.
  const shownId = detail?.item.recordId;
  useEffect(() => {
    if (shownId === undefined || matchMedia(splitQuery).matches) return;
    scrollTo(0, 0);
    document.getElementById(titleId)?.focus();
  }, [shownId]);

  const goTo = useCallback((to: DeskAddress, replace?: boolean): void => {
    setReturning(null);
    go(to, replace);
  }, [go]);
  const startReturn = (id: RecordId): void => {
    setDrafts((before) => before.has(id) ? before : new Map([...before, [id, emptyReturn(me.returnDueOn)]]));
    setReturning(id);
  };
  const decide = (request: DeskReviewRequest, focusUndo: boolean): void => {
    held.hold(request, detail?.item.title ?? request.recordId);
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
    // Only what has been read is decided: the first press opens the record.
    if (detail === null || detail.item.recordId !== focused) {
      goTo({ ...address, recordId: focused });
      return;
    }
    if (!canDecide(detail, held.of(focused))) return;
    if (shortcut === 'return') startReturn(focused);
    else decide({ recordId: focused, edition: detail.item.edition, decision: 'approved', remarks: [], dueOn: null }, false);
  };

  return (
    <div class={recordId === null ? 'desk' : 'desk has-open'}>
      <a class="skip" href={`#${listId}`} onClick={(event) => { event.preventDefault(); focusList(); }}>{words.skipToList}</a>
      <header class="desk-mark"><Mark size={36} /><b>{words.product}</b></header>
      <StateMenu address={address} counts={list.value?.counts ?? null} onGo={goTo} onOpen={onOpen} />
      <main>
        <div class="top">
          <h1 id="page-title">{title}</h1>
          <FilterBar address={address} onGo={goTo} onSearched={focusList} reference={reference.value} dictionary={dictionary} />
        </div>
        <FilterChips address={address} onGo={goTo} dictionary={dictionary} />
        {reference.refusal !== null && <RefusalNotice refusal={reference.refusal} title={words.referenceFailed} onAgain={reloadReference} />}
        <div class="split">
          <ActivityList list={list} address={address} title={title} held={held} hasShortcuts={hasShortcuts} onGo={goTo} onShortcut={press} />
          {recordId !== null && (
            <section class="detail-pane" aria-label={detail === null ? words.recordTitle : undefined} aria-labelledby={detail === null ? undefined : titleId} aria-busy={record.isLoading}>
              <a class="back" href={addressText({ ...address, recordId: null })} onClick={(event) => { event.preventDefault(); goTo({ ...address, recordId: null }); }}>
                <Icon name="back" />{words.backToList}
              </a>
              {record.refusal !== null && (
                <RefusalNotice
                  refusal={record.refusal} onAgain={reloadRecord}
                  title={detail === null || record.loadedAt === null ? words.detailFailed : say(words.listStale, { time: timeText(record.loadedAt) })}
                />
              )}
              {detail === null && record.refusal === null && <p class="empty"><span class="late">{words.openingDetail}</span></p>}
              {detail !== null && (
                <ActivityDetail
                  key={recordId} detail={detail} dictionary={dictionary} today={me.today} held={held.of(recordId)}
                  returning={returningId === recordId && canDecide(detail, held.of(recordId)) ? drafts.get(recordId) ?? null : null}
                  onDraft={(draft) => setDrafts((before) => new Map([...before, [recordId, draft]]))}
                  onStartReturn={() => startReturn(recordId)}
                  onCancelReturn={() => { setReturning(null); requestAnimationFrame(focusDetail); }}
                  onDecide={(request) => decide(request, true)}
                />
              )}
            </section>
          )}
        </div>
        {recordId === null && <AsidePart api={api} />}
        <HeldBar held={held} dictionary={dictionary} onOpen={openHeld} onFocusLost={focusDetail} />
      </main>
      <AccountFoot me={me} held={held} hasShortcuts={hasShortcuts} onShortcuts={setShortcuts} onLogOut={onLogOut} />
    </div>
  );
}

interface StateMenuProps {
  address: DeskAddress;
  counts: Readonly<Record<RecordState, number>> | null;
  onGo: (to: DeskAddress) => void;
  onOpen: (path: string) => void;
}

const entries: readonly { readonly state: RecordState | null; readonly icon: IconName }[] = [
  { state: null, icon: 'tasks' }, { state: 'received', icon: 'received' }, { state: 'returned', icon: 'returned' }, { state: 'approved', icon: 'approved' },
  { state: 'void', icon: 'replaced' },
];

/** The list by state, with how many there are; the other filters stay. Below, the other parts of the desk. */
function StateMenu({ address, counts, onGo, onOpen }: StateMenuProps) {
  const reports = reportAddressText(emptyReportAddress);
  const sum = reportAddressText({ ...emptyReportAddress, view: 'sum' });
  const programmes = programmeAddressText(emptyProgrammeAddress);
  return (
    <nav class="menu" aria-label={words.menu}>
      {entries.map(({ state, icon }) => {
        const to = { ...address, state, page: 1, recordId: null };
        return (
          <MenuLink
            key={icon} href={addressText(to)} icon={icon} isCurrent={address.state === state} isInner={state !== null}
            count={counts === null || state === null ? null : counts[state]} onOpen={() => onGo(to)}
          >
            {state === null ? words.allTitle : stateWord(state)}
          </MenuLink>
        );
      })}
      <MenuLink href={reports} icon="directive" isPart onOpen={() => onOpen(reports)}>{deskReportWords.listTitle}</MenuLink>
      <MenuLink href={sum} icon="plus" isPart onOpen={() => onOpen(sum)}>{deskReportWords.sumTitle}</MenuLink>
      <MenuLink href={programmes} icon="calendar" isPart onOpen={() => onOpen(programmes)}>{deskProgrammeWords.listTitle}</MenuLink>
    </nav>
  );
}
