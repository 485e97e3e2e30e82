import { useEffect, useRef } from 'preact/hooks';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { dateText, dayMonthText, dayTimeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskDetail, DeskItem, DeskList } from '../../../sync/desk-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { addressText, hasFilter } from '../../address.ts';
import type { DeskAddress } from '../../address.ts';
import type { HeldDecisions } from '../../held-decisions.ts';
import { HeldMark } from '../../parts/held-mark.tsx';
import { ListPane, useRowKeys } from '../../parts/list-pane.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import type { Deciding } from '../../use-deciding.ts';
import type { Loaded } from '../../use-loaded.ts';
import { ClearFilters } from './filter-bar.tsx';

interface ActivityListProps {
  deciding: Deciding<DeskAddress, DeskDetail>;
  list: Loaded<DeskList>;
  title: string;
}

const noItems: readonly DeskItem[] = [];

/** The rows of the list as links: Enter opens, the middle button opens in another tab. One tab stop for all of them. */
export function ActivityList({ deciding: { address, go: onGo, held, hasShortcuts, press: onShortcut }, list, title }: ActivityListProps) {
  const { value, isLoading } = list;
  const items = value?.items ?? noItems;
  const { box, current, linkOf, press, focus } = useRowKeys(items, address.recordId, hasShortcuts, onShortcut);

  // A copied address may open a record far down its list.
  const hasItems = items.length > 0;
  useEffect(() => {
    if (hasItems && address.recordId !== null) box.current?.querySelector('.is-open')?.scrollIntoView({ block: 'nearest' });
  }, [hasItems, address.recordId]);

  // Back from a record on a narrow screen: to the row it was opened from.
  const lastOpen = useRef(address.recordId);
  useEffect(() => {
    const before = lastOpen.current;
    lastOpen.current = address.recordId;
    if (before !== null && address.recordId === null && document.activeElement === document.body) linkOf(before)?.focus();
  }, [address.recordId]);

  return (
    <ListPane loaded={list} count={say(words.listCount, { count: value?.total ?? 0 })} hasKeys={hasShortcuts} listFailed={words.listFailed}>
      {value !== null && items.length === 0 && <EmptyList address={address} onGo={onGo} />}
      {value !== null && items.length > 0 && (
        <div class={isLoading ? 'list-scroll is-old' : 'list-scroll'} ref={box}>
          <table>
            <caption class="unseen">{say(words.listCaption, { title })}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columnActivity}</th>
                <th scope="col" class="column-wide">{words.columnTask}</th>
                <th scope="col" class="column-wide">{words.columnHeldOn}</th>
                <th scope="col" class="column-wide">{words.columnReceived}</th>
                <th scope="col">{words.columnState}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, at) => (
                <Row
                  key={item.recordId} item={item} address={address} onGo={onGo} held={held}
                  isStop={item === current} onFocus={() => focus(item, at)} onKey={press}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {value !== null && value.pageCount > 1 && <Pages list={value} address={address} onGo={onGo} />}
    </ListPane>
  );
}

interface RowProps {
  item: DeskItem;
  address: DeskAddress;
  held: HeldDecisions;
  isStop: boolean;
  onGo: (to: DeskAddress) => void;
  onFocus: () => void;
  onKey: (event: KeyboardEvent) => void;
}

function Row({ item, address, held, isStop, onGo, onFocus, onKey }: RowProps) {
  const isOpen = item.recordId === address.recordId;
  const to = { ...address, recordId: item.recordId };
  return (
    <tr class={isOpen ? 'is-open' : undefined}>
      <td>
        <a
          class="row-link" href={addressText(to)} data-record={item.recordId} tabIndex={isStop ? 0 : -1} aria-current={isOpen ? 'true' : undefined}
          onFocus={onFocus} onKeyDown={onKey}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onGo(to);
          }}
        >
          <strong>{item.title}</strong>
        </a>
        <span class="row-unit">{item.unitName}</span>
        <span class="row-line digits">
          {say(words.rowLine, { task: item.taskId, heldOn: dayMonthText(item.heldOn), received: dayTimeText(item.receivedAt) })}
        </span>
        <RowMarks item={item} />
        <HeldMark decision={held.of(item.recordId)} />
      </td>
      <td class="column-wide digits">{item.taskId}</td>
      <td class="column-wide digits">{dateText(item.heldOn)}</td>
      <td class="column-wide digits">{dayTimeText(item.receivedAt)}<span class="row-unit">{item.receiptNumber}</span></td>
      <td><StateTag state={item.state} /></td>
    </tr>
  );
}

/** Pictures, and what deserves a look: confirmed soft checks, and changes after a decision. */
function RowMarks({ item }: { item: DeskItem }) {
  const hasChanged = item.lastReview !== null && item.lastReview.edition < item.edition;
  const hereCount = item.photos.filter(({ here }) => here).length;
  const of = item.photos.length;
  return (
    <>
      {of > 0 && (
        <span class="row-mark digits"><Icon name="pictures" />{hereCount === of ? say(words.photoCount, { count: of }) : say(words.photosHere, { count: hereCount, of })}</span>
      )}
      {item.flags.length > 0 && <span class="row-mark is-flag"><Icon name="send_error" />{say(words.rowFlags, { count: item.flags.length })}</span>}
      {hasChanged && (
        <span class="row-mark"><Icon name="replaced" />{item.lastReview?.decision === 'approved' ? words.rowChangedAfterApproval : words.rowMended}</span>
      )}
    </>
  );
}

function EmptyList({ address, onGo }: { address: DeskAddress; onGo: (to: DeskAddress) => void }) {
  const isQueue = address.state === 'received' && address.unit === null && address.task === null && address.text === '';
  return (
    <div class="empty">
      <p>{isQueue ? words.emptyReceived : hasFilter(address) ? words.emptyFiltered : words.emptyAll}</p>
      {hasFilter(address) && <ClearFilters address={address} onGo={onGo} />}
    </div>
  );
}

function Pages({ list, address, onGo }: { list: DeskList; address: DeskAddress; onGo: (to: DeskAddress) => void }) {
  const linkTo = (page: number, text: string) => (
    <a href={addressText({ ...address, page })} onClick={(event) => { event.preventDefault(); onGo({ ...address, page }); }}>{text}</a>
  );
  return (
    <nav class="pages digits" aria-label={words.pages}>
      {list.page > 1 && linkTo(list.page - 1, words.previousPage)}
      <span>{say(words.pageOf, { page: list.page, count: list.pageCount })}</span>
      {list.page < list.pageCount && linkTo(list.page + 1, words.nextPage)}
    </nav>
  );
}
