import type { ComponentChildren } from 'preact';
import type { RecordId } from '../../domain/id.ts';
import type { Review } from '../../domain/review.ts';
import { deskWords as words } from '../../i18n/desk-words.ts';
import { dayTimeText } from '../../i18n/format.ts';
import type { RecordState } from '../../sync/desk-protocol.ts';
import { Icon } from '../../ui/icon.tsx';
import type { BoardAddress } from '../board-address.ts';
import type { Deciding, OpenedRecord } from '../use-deciding.ts';
import type { Loaded } from '../use-loaded.ts';
import { HeldMark } from './held-mark.tsx';
import { ListPane, useRowKeys } from './list-pane.tsx';
import { StateTag } from './state-tag.tsx';

/** One row of a board, whatever it is of. */
export interface BoardItem {
  readonly recordId: RecordId;
  readonly unitName: string;
  readonly state: RecordState;
  readonly edition: number;
  readonly receiptNumber: string;
  readonly receivedAt: Parameters<typeof dayTimeText>[0];
  readonly lastReview: Pick<Review, 'edition' | 'decision'> | null;
}

interface BoardListProps<Address, Item> {
  deciding: Pick<Deciding<Address, OpenedRecord>, 'address' | 'go' | 'held' | 'hasShortcuts' | 'press'>;
  board: Loaded<unknown>;
  addressText: (address: Address) => string;
  /** What the filters leave. */
  items: readonly Item[];
  words: { readonly count: string; readonly missingCount: string; readonly listFailed: string; readonly empty: string; readonly emptyFiltered: string; readonly caption: string };
  /** In place of the whole board, where there is nothing that it could be of. */
  none?: string | null;
  /** The columns between the unit and when the province received it; hidden on a narrow screen. */
  columns: readonly { readonly title: string; readonly cell: (item: Item) => ComponentChildren; readonly isLate?: (item: Item) => boolean }[];
  /** Under the unit, where the columns are hidden. */
  lineOf: (item: Item) => string;
  /** What deserves a look. */
  marksOf: (item: Item) => ComponentChildren;
  /** The units that owe one. */
  missing: ComponentChildren;
}

/** What came in as links, one tab stop for all of them; below, the units that owe one. */
export function BoardList<Address extends BoardAddress, Item extends BoardItem>(props: BoardListProps<Address, Item>) {
  const { deciding: { address, go, held, hasShortcuts, press: onShortcut }, board, addressText, items, words: own, none = null, columns, lineOf, marksOf, missing } = props;
  const { value, isLoading } = board;
  const { box, current, press, focus } = useRowKeys(items, address.recordId, hasShortcuts, onShortcut);
  const row = (item: Item, at: number): ComponentChildren => {
    const isOpen = item.recordId === address.recordId;
    const to = { ...address, recordId: item.recordId };
    const hasChanged = item.lastReview !== null && item.lastReview.edition < item.edition;
    return (
      <tr key={item.recordId} class={isOpen ? 'is-open' : undefined}>
        <td>
          <a
            class="row-link" href={addressText(to)} data-record={item.recordId} tabIndex={item === current ? 0 : -1} aria-current={isOpen ? 'true' : undefined}
            onFocus={() => focus(item, at)} onKeyDown={press}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go(to);
            }}
          >
            <strong>{item.unitName}</strong>
          </a>
          <span class="row-line digits">{lineOf(item)} · {item.receiptNumber}</span>
          <span class="row-marks">
            {marksOf(item)}
            {hasChanged && <span class="row-mark"><Icon name="replaced" />{item.lastReview?.decision === 'approved' ? words.rowChangedAfterApproval : words.rowMended}</span>}
            <HeldMark decision={held.of(item.recordId)} />
          </span>
        </td>
        {columns.map(({ title, cell, isLate }) => <td key={title} class={isLate?.(item) ? 'column-wide digits is-late' : 'column-wide digits'}>{cell(item)}</td>)}
        <td class="column-wide digits">{dayTimeText(item.receivedAt)}<span class="row-unit">{item.receiptNumber}</span></td>
        <td><StateTag state={item.state} /></td>
      </tr>
    );
  };

  const showsList = address.state !== 'missing';
  const isFiltered = address.state !== null || address.unit !== null || address.text !== '';
  return (
    <ListPane loaded={board} count={showsList ? own.count : own.missingCount} hasKeys={hasShortcuts && showsList} listFailed={own.listFailed}>
      {value !== null && none !== null && <p class="empty">{none}</p>}
      {value !== null && none === null && (
        <div class={isLoading ? 'list-scroll is-old' : 'list-scroll'} ref={box}>
          {showsList && items.length === 0 && <p class="empty">{isFiltered ? own.emptyFiltered : own.empty}</p>}
          {showsList && items.length > 0 && (
            <table>
              <caption class="unseen">{own.caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.unit}</th>
                  {columns.map(({ title }) => <th key={title} scope="col" class="column-wide">{title}</th>)}
                  <th scope="col" class="column-wide">{words.columnReceived}</th>
                  <th scope="col">{words.columnState}</th>
                </tr>
              </thead>
              <tbody>{items.map(row)}</tbody>
            </table>
          )}
          {(address.state === null || !showsList) && missing}
        </div>
      )}
    </ListPane>
  );
}

interface MissingUnitsProps<Missing> {
  missing: readonly Missing[];
  title: string;
  /** In place of them: all have sent it. */
  nobody: string;
  /** Behind the unit; the first line of the row holds what a narrow screen hides. */
  columns: readonly { readonly title: string; readonly cell: (one: Missing) => ComponentChildren; readonly isWide?: boolean }[];
  lineOf?: (one: Missing) => string;
}

/** Who owes one, and whether anybody there could have sent it. */
export function MissingUnits<Missing extends { readonly unitId: string; readonly unitName: string; readonly upperName: string | null }>({ missing, title, nobody, columns, lineOf }: MissingUnitsProps<Missing>) {
  return (
    <section class="missing" aria-labelledby="missing-title">
      <h2 id="missing-title">{title}</h2>
      {missing.length === 0 && <p class="empty">{nobody}</p>}
      {missing.length > 0 && (
        <table>
          <thead class="unseen"><tr><th scope="col">{words.unit}</th>{columns.map((one) => <th key={one.title} scope="col" class={one.isWide ? 'column-wide' : undefined}>{one.title}</th>)}</tr></thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.unitId}>
                <td><strong>{one.unitName}</strong>{one.upperName !== null && <span class="row-unit">{one.upperName}</span>}{lineOf && <span class="row-line digits">{lineOf(one)}</span>}</td>
                {columns.map(({ title: name, cell, isWide }) => <td key={name} class={isWide ? 'column-wide digits' : 'digits'}>{cell(one)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
