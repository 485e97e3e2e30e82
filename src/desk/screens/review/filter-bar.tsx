import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { TaskId, UnitId } from '../../../domain/id.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskReference } from '../../../sync/desk-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { addressText, emptyAddress, hasFilter } from '../../address.ts';
import type { DeskAddress } from '../../address.ts';
import type { Dictionary } from '../../dictionary.ts';
import { stateWord } from '../../parts/state-tag.tsx';
import { unitChoices } from '../../unit-choices.ts';
import { searchId } from '../../use-deciding.ts';

interface FilterBarProps {
  address: DeskAddress;
  onGo: (to: DeskAddress, replace?: boolean) => void;
  /** Enter in the search field: on to the list. */
  onSearched: () => void;
  reference: DeskReference | null;
  dictionary: Dictionary;
}

/** How long typing rests before the list is asked. */
const restMs = 350;

/** Unit, task and words. Each choice is a step of the back button; further letters of one search are not. */
export function FilterBar({ address, onGo, onSearched, reference, dictionary }: FilterBarProps) {
  const [text, setText] = useState(address.text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isTyping = useRef(false);
  const choices = useMemo(() => unitChoices(reference?.units ?? []), [reference]);
  useEffect(() => setText(address.text), [address.text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const filter = (change: Partial<DeskAddress>, replace = false): void => {
    clearTimeout(timer.current);
    onGo({ ...address, page: 1, ...change }, replace);
  };
  const search = (typed: string): void => {
    const wanted = typed.normalize('NFC').trim();
    if (wanted === address.text) return;
    filter({ text: wanted }, isTyping.current);
    isTyping.current = true;
  };
  const type = (typed: string, isComposing: boolean): void => {
    setText(typed);
    clearTimeout(timer.current);
    // In the middle of a composition the marks are still on their way.
    if (!isComposing) timer.current = setTimeout(() => search(typed), restMs);
  };

  return (
    <form role="search" class="filters" aria-label={words.filters} onSubmit={(event) => { event.preventDefault(); search(text); onSearched(); }}>
      <label class="filter">
        <span>{words.unit}</span>
        <select value={address.unit ?? ''} onChange={(event) => filter({ unit: UnitId.safeParse(event.currentTarget.value).data ?? null })}>
          <option value="">{words.allUnits}</option>
          {choices.map(({ unit, depth }) => <option key={unit.id} value={unit.id}>{'\u2003'.repeat(depth)}{unit.name}</option>)}
        </select>
      </label>
      <label class="filter">
        <span>{words.task}</span>
        <select value={address.task ?? ''} onChange={(event) => filter({ task: TaskId.safeParse(event.currentTarget.value).data ?? null })}>
          <option value="">{words.allTasks}</option>
          {reference?.tasks.map((task) => <option key={task.id} value={task.id}>{dictionary.task(task.id)}</option>)}
        </select>
      </label>
      <label class="filter is-search">
        <span class="unseen">{words.search}</span>
        <Icon name="search" />
        <input
          id={searchId} type="search" enterKeyHint="search" autoComplete="off" spellcheck={false} maxLength={100} placeholder={words.search} value={text}
          onInput={(event) => type(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => type(event.currentTarget.value, false)}
          onBlur={() => { isTyping.current = false; }}
        />
      </label>
    </form>
  );
}

/** What the list is narrowed by; each may be taken away. They are links: a list without one of them has its own address. */
export function FilterChips({ address, onGo, dictionary }: Pick<FilterBarProps, 'address' | 'onGo' | 'dictionary'>) {
  if (!hasFilter(address)) return null;
  const without = { ...address, page: 1, recordId: address.recordId };
  const chips: { readonly text: string; readonly to: DeskAddress }[] = [];
  if (address.state !== null) chips.push({ text: stateWord(address.state), to: { ...without, state: null } });
  if (address.unit !== null) {
    chips.push({ text: say(words.chipUnit, { unit: dictionary.unit(address.unit)?.name ?? address.unit }), to: { ...without, unit: null } });
  }
  if (address.task !== null) chips.push({ text: say(words.chipTask, { task: dictionary.task(address.task) }), to: { ...without, task: null } });
  if (address.text !== '') chips.push({ text: say(words.chipText, { text: address.text }), to: { ...without, text: '' } });
  return (
    <ul class="filter-chips">
      {chips.map(({ text, to }) => (
        <li key={text}>
          <a class="filter-chip" href={addressText(to)} aria-label={say(words.removeFilter, { filter: text })} onClick={(event) => { event.preventDefault(); onGo(to); }}>
            {text}<Icon name="close" />
          </a>
        </li>
      ))}
      {chips.length > 1 && <li><ClearFilters address={address} onGo={onGo} /></li>}
    </ul>
  );
}

export function ClearFilters({ address, onGo }: Pick<FilterBarProps, 'address' | 'onGo'>) {
  const to = { ...emptyAddress, recordId: address.recordId };
  return <a class="clear-filters" href={addressText(to)} onClick={(event) => { event.preventDefault(); onGo(to); }}>{words.clearFilters}</a>;
}
