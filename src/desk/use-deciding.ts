/** What every part of the desk does alike: a list read again and again, one record beside it, decisions by hand and by key. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RecordId } from '../domain/id.ts';
import { emptyReturn } from '../domain/return-draft.ts';
import type { ReturnDraft } from '../domain/return-draft.ts';
import type { DeskMe, DeskReference, DeskReviewRequest } from '../sync/desk-protocol.ts';
import { echoMs, readShortcutChoice } from '../ui/shortcut.ts';
import type { Shortcut } from '../ui/shortcut.ts';
import type { DeskApi } from './api.ts';
import { approveId, canDecide, titleId } from './decidable.ts';
import type { Decidable } from './decidable.ts';
import type { HeldDecision, HeldDecisions } from './held-decisions.ts';
import { undoId } from './screens/review/held-bar.tsx';
import { useHeldDecisions } from './use-held-decisions.ts';
import type { Loaded } from './use-loaded.ts';

/** What a part of the desk is opened with. */
export interface PartProps {
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

export const listId = 'list';
export const searchId = 'search';

/** A record of any kind, as it stands beside its list. */
export type OpenedRecord = Decidable & { readonly item: { readonly recordId: RecordId; readonly edition: number } };

/** What the page of one record is given of its decision. */
export interface DecidingProps {
  /** The decision on this record that is held or on its way. */
  held: HeldDecision | undefined;
  /** The return that is being written; null while none is. */
  returning: ReturnDraft | null;
  onDraft: (draft: ReturnDraft) => void;
  onStartReturn: () => void;
  onCancelReturn: () => void;
  onDecide: (request: DeskReviewRequest) => void;
}

export interface Deciding<Address, Detail> {
  readonly address: Address;
  readonly go: (to: Address, replace?: boolean) => void;
  readonly reference: Loaded<DeskReference>;
  readonly record: Loaded<Detail>;
  /** The record that the address names; null until it has come. */
  readonly detail: Detail | null;
  readonly held: HeldDecisions;
  readonly hasShortcuts: boolean;
  readonly setShortcuts: (isOn: boolean) => void;
  /** A key of the list; `focused` is the row it was pressed on. */
  readonly press: (shortcut: Shortcut, focused: RecordId) => void;
  readonly propsOf: (detail: Detail) => DecidingProps;
  /** The record of a decision that was refused; `isReturn`: with the return as it was typed, at the remark that was refused. */
  readonly openHeld: (id: RecordId, isReturn: boolean) => void;
}

interface DecidingOptions<Address, Detail> extends Omit<PartProps, 'onLogOut' | 'onOpen'> {
  address: Address;
  go: (to: Address, replace?: boolean) => void;
  reference: Loaded<DeskReference>;
  record: Loaded<Detail>;
  /** Read again after each decision, and every minute while somebody looks. */
  lists: readonly Loaded<unknown>[];
  /** What a decision on it is called while it is held. */
  nameOf: (detail: Detail) => string;
  /** Where a record is opened from another view of the same part; beside the list that is shown, if not given. */
  toRecord?: (address: Address, id: RecordId) => Address;
}

/** While the page is looked at, the list is read again this often. */
const refreshMs = 60_000;
/** From this width on the record stands beside the list (desk.css says the same). */
const splitQuery = '(min-width: 1100px)';

export function useDeciding<Address extends { readonly recordId: RecordId | null }, Detail extends OpenedRecord>(options: DecidingOptions<Address, Detail>): Deciding<Address, Detail> {
  const { api, me, isEnded, onSessionEnd, address, go, reference, record, lists, nameOf, toRecord = (to: Address, id: RecordId): Address => ({ ...to, recordId: id }) } = options;
  const { recordId } = address;
  const { reload: reloadRecord } = record;
  const { reload: reloadReference } = reference;
  // Each of them stays the same function.
  const reloads = lists.map(({ reload }) => reload);
  const reloadLists = useCallback(() => { for (const reload of reloads) reload(); }, reloads);
  const [hasShortcuts, setShortcuts] = useState(readShortcutChoice);
  const [drafts, setDrafts] = useState<ReadonlyMap<RecordId, ReturnDraft>>(new Map());
  const [returningId, setReturning] = useState<RecordId | null>(null);
  const lastDecisionAt = useRef(0);

  const held = useHeldDecisions(api, me.shownName, ({ request, standing, refusal }) => {
    if (refusal?.code === 'session-missing') onSessionEnd();
    if (standing === 'decided') setDrafts((before) => new Map([...before].filter(([id]) => id !== request.recordId)));
    reloadLists();
    // Also after a refusal: somebody was first, or a newer edition has come.
    reloadRecord();
  });
  const detail = record.value !== null && record.valueKey === recordId ? record.value : null;

  // A session that ended shows at whatever was asked next.
  const isMissing = [...lists, record, reference].some((each) => each.refusal?.code === 'session-missing');
  useEffect(() => {
    if (isMissing) onSessionEnd();
  }, [isMissing, onSessionEnd]);
  const wasEnded = useRef(isEnded);
  useEffect(() => {
    if (wasEnded.current && !isEnded) for (const reload of [reloadLists, reloadRecord, reloadReference]) reload();
    wasEnded.current = isEnded;
  }, [isEnded, reloadLists, reloadRecord, reloadReference]);

  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState === 'visible' && !isEnded) reloadLists();
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
  }, [reloadLists, isEnded]);

  // On a narrow screen the record takes the page: it begins at its title.
  const shownId = detail?.item.recordId;
  useEffect(() => {
    if (shownId === undefined || matchMedia(splitQuery).matches) return;
    scrollTo(0, 0);
    document.getElementById(titleId)?.focus();
  }, [shownId]);

  const goTo = useCallback((to: Address, replace?: boolean): void => {
    setReturning(null);
    go(to, replace);
  }, [go]);
  const startReturn = (id: RecordId): void => {
    setDrafts((before) => before.has(id) ? before : new Map([...before, [id, emptyReturn(me.returnDueOn)]]));
    setReturning(id);
  };
  const decide = (request: DeskReviewRequest, focusUndo: boolean): void => {
    held.hold(request, detail === null ? request.recordId : nameOf(detail));
    setReturning(null);
    if (focusUndo) requestAnimationFrame(() => document.getElementById(undoId(request.recordId))?.focus());
  };
  const openHeld = (id: RecordId, isReturn: boolean): void => {
    goTo(toRecord(address, id));
    if (isReturn) startReturn(id);
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
  const propsOf = (shown: Detail): DecidingProps => {
    const { recordId: id } = shown.item;
    return {
      held: held.of(id),
      returning: returningId === id && canDecide(shown, held.of(id)) ? drafts.get(id) ?? null : null,
      onDraft: (draft) => setDrafts((before) => new Map([...before, [id, draft]])),
      onStartReturn: () => startReturn(id),
      onCancelReturn: () => { setReturning(null); requestAnimationFrame(focusDetail); },
      onDecide: (request) => decide(request, true),
    };
  };
  return { address, go: goTo, reference, record, detail, held, hasShortcuts, setShortcuts, press, propsOf, openHeld };
}

/** On to the rows, or to the list where there are none. */
export function focusList(): void {
  const pane = document.getElementById(listId);
  (pane?.querySelector<HTMLElement>('.row-link[tabindex="0"]') ?? pane)?.focus();
}

/** Back to the record, where what had the focus went away. */
export function focusDetail(): void {
  (document.getElementById(approveId) ?? document.getElementById(titleId) ?? document.getElementById(listId))?.focus();
}
