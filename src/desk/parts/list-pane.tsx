import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RecordId } from '../../domain/id.ts';
import { deskWords as words } from '../../i18n/desk-words.ts';
import { timeText } from '../../i18n/format.ts';
import { say } from '../../i18n/say.ts';
import { Icon } from '../../ui/icon.tsx';
import { shortcutOf } from '../../ui/shortcut.ts';
import type { Shortcut } from '../../ui/shortcut.ts';
import { listId } from '../use-deciding.ts';
import type { Loaded } from '../use-loaded.ts';
import { RefusalNotice } from './refusal-notice.tsx';

interface ListPaneProps {
  loaded: Loaded<unknown>;
  /** Above the list, once it has come. */
  count: string;
  /** Whether the single keys are named. */
  hasKeys: boolean;
  /** Title of the notice when it never came. */
  listFailed: string;
  children: ComponentChildren;
}

/** A list of the desk: how much is in it, its keys, how old it is, and why it could not be read anew. */
export function ListPane({ loaded: { value, isLoading, refusal, loadedAt, reload }, count, hasKeys, listFailed, children }: ListPaneProps) {
  return (
    <section class="list-pane" id={listId} aria-labelledby="page-title" aria-busy={isLoading} tabIndex={-1}>
      <div class="list-head">
        <b class="digits" role="status">{value !== null && count}</b>
        {hasKeys && (
          <span class="keys">
            <span><kbd>J</kbd><kbd>K</kbd> {words.keyMove}</span>
            <span><kbd>Enter</kbd> {words.keyOpen}</span>
            <span><kbd>D</kbd> {words.keyApprove}</span>
            <span><kbd>T</kbd> {words.keyReturn}</span>
            <span><kbd>/</kbd> {words.keySearch}</span>
          </span>
        )}
        <span class="list-time digits">
          {isLoading && value !== null && <b class="late">{words.updating} · </b>}
          {loadedAt !== null && say(words.updatedAt, { time: timeText(loadedAt) })}
        </span>
        <button type="button" class="desk-button is-other is-icon" title={words.reload} aria-label={words.reload} onClick={reload}><Icon name="again" /></button>
      </div>
      {refusal !== null && <RefusalNotice refusal={refusal} onAgain={reload} title={loadedAt === null ? listFailed : say(words.listStale, { time: timeText(loadedAt) })} />}
      {value === null && refusal === null && <p class="empty"><span class="late">{words.opening}</span></p>}
      {children}
    </section>
  );
}

interface RowKeys<Item> {
  /** Around the rows; each row's link carries `data-record`. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** The one tab stop. */
  readonly current: Item | undefined;
  readonly linkOf: (id: RecordId | undefined) => HTMLElement | null;
  readonly press: (event: KeyboardEvent) => void;
  readonly focus: (item: Item, at: number) => void;
}

/** Rows as links with one tab stop for all of them; J and K move, every other key is handed on. */
export function useRowKeys<Item extends { readonly recordId: RecordId }>(
  items: readonly Item[], openId: RecordId | null, hasShortcuts: boolean, onShortcut: (shortcut: Shortcut, focused: RecordId) => void,
): RowKeys<Item> {
  const box = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<{ readonly id: RecordId; readonly at: number } | null>(null);
  const current = items.find((one) => one.recordId === focused?.id) ?? items.find((one) => one.recordId === openId) ?? items[0];
  const linkOf = (id: RecordId | undefined): HTMLElement | null => (id === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-record="${id}"]`) ?? null);

  // A decided row leaves the list under the keyboard's focus: the one in its place takes it over.
  useLayoutEffect(() => {
    if (focused === null || document.activeElement !== document.body || items.some((one) => one.recordId === focused.id)) return;
    linkOf(items[Math.min(focused.at, items.length - 1)]?.recordId)?.focus();
  }, [items, focused]);

  const press = (event: KeyboardEvent): void => {
    if (current === undefined) return;
    const shortcut = shortcutOf(event, hasShortcuts);
    if (shortcut === null) return;
    event.preventDefault();
    if (shortcut !== 'next' && shortcut !== 'previous') onShortcut(shortcut, current.recordId);
    else linkOf(items[items.indexOf(current) + (shortcut === 'next' ? 1 : -1)]?.recordId)?.focus();
  };
  return { box, current, linkOf, press, focus: (item, at) => setFocused({ id: item.recordId, at }) };
}
