import { useState } from 'preact/hooks';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { dateText, dayTimeText } from '../../../i18n/format.ts';
import { problemWords } from '../../../i18n/problem-words.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { DeskAside, DeskAsideItem } from '../../../sync/desk-protocol.ts';
import type { DeskApi } from '../../api.ts';
import { useLoaded } from '../../use-loaded.ts';

/** Under the list, quiet and folded: what arrived and stands in no list, with the reason. Read when the desk opens and when it is unfolded. */
export function AsidePart({ api }: { api: DeskApi }) {
  const { value, reload } = useLoaded('aside', () => api.aside());
  const [isOpen, setOpen] = useState(false);
  if (!value || value.total === 0) return null;
  const toggle = (open: boolean): void => {
    if (open && !isOpen) reload();
    setOpen(open);
  };
  return (
    <details class="set-aside" onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary><Icon name="send_error" /><span class="digits">{say(words.asideTitle, { count: value.total })}</span><span class="muted">{countsText(value)}</span></summary>
      <p class="muted">{words.asideLead}</p>
      <ul>{value.items.map((item) => <Item key={item.changeId} item={item} />)}</ul>
      {value.total > value.items.length && <p class="muted digits">{say(words.asideMore, { count: value.total - value.items.length })}</p>}
    </details>
  );
}

/** “2 bị trả lại · 1 giữ lại”. */
function countsText({ items }: DeskAside): string {
  return (['returned', 'held', 'quarantined'] as const)
    .map((code) => ({ code, count: items.filter((item) => item.code === code).length }))
    .filter(({ count }) => count > 0)
    .map(({ code, count }) => say(codeWords[code], { count }))
    .join(' · ');
}

const codeWords = { returned: words.asideReturned, held: words.asideHeld, quarantined: words.asideQuarantined } as const;

function Item({ item }: { item: DeskAsideItem }) {
  const { title, heldOn, unitName, officerName, receivedAt } = item;
  return (
    <li>
      <b>{title || words.asideUnread}</b>
      <span class="muted digits">{[unitName, officerName, heldOn === null ? '' : dateText(heldOn), say(words.asideReceived, { when: dayTimeText(receivedAt) })].filter((part) => part !== '').join(' · ')}</span>
      <span>{reasonText(item)}</span>
    </li>
  );
}

/** Why it stands aside, and who moves next. */
function reasonText({ code, problems, reason }: DeskAsideItem): string {
  if (code === 'returned') return `${problems.map((problem) => problemWords(problem).sentence).join(' ')} ${words.asideReturnedNext}`;
  if (code === 'held') return words.asideHeldWhy;
  if (reason === 'device-revoked') return words.asideRevokedWhy;
  return reason === 'unit-moved' ? words.asideMovedWhy : words.asideStrangeWhy;
}
