import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { TaskId } from '../../../domain/id.ts';
import { outboxWords as words } from '../../../i18n/outbox-words.ts';
import { say } from '../../../i18n/say.ts';
import { stateWords } from '../../../i18n/state-words.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { isNarrowed, outboxAddress, outboxStates, wholeOutbox, wordState, yearsIn } from '../../outbox-filter.ts';
import type { OutboxFilter } from '../../outbox-filter.ts';
import { useReference } from '../../queries.ts';
import type { RecordView } from '../../record-view.ts';
import { changeQuery } from '../../router.ts';
import './outbox.css';

/** The address follows the thumb, not every key: Safari counts how often it changes. */
const addressDelayMs = 300;

/** The filter as chosen, kept in the address: a reload, the way back and a link bring it again. */
export function useFilter(inAddress: OutboxFilter): { readonly filter: OutboxFilter; readonly change: (filter: OutboxFilter) => void } {
  const [filter, setFilter] = useState(inAddress);
  const written = useRef(outboxAddress(inAddress));
  const address = outboxAddress(inAddress);
  useEffect(() => {
    // The address was changed by a link or by the way back, not by this page.
    if (address === written.current) return;
    written.current = address;
    setFilter(inAddress);
  }, [address]);
  useEffect(() => {
    const timer = setTimeout(() => {
      written.current = outboxAddress(filter);
      changeQuery(written.current);
    }, addressDelayMs);
    return () => clearTimeout(timer);
  }, [filter]);
  return { filter, change: setFilter };
}

interface FilterPartProps {
  /** All of them: they tell which years there are. */
  views: readonly RecordView[];
  filter: OutboxFilter;
  /** How many match. */
  count: number;
  onChange: (filter: OutboxFilter) => void;
}

export function FilterPart({ views, filter, count, onChange }: FilterPartProps) {
  const tasks = useReference().value?.tasks ?? [];
  const isOn = isNarrowed(filter);
  // The words of its choices are not on the page before they can be seen.
  const [isOpen, setOpen] = useState(false);
  const held = useMemo(() => yearsIn(views), [views]);
  const years = filter.year === null || held.includes(filter.year) ? held : [...held, filter.year].toSorted((one, next) => next - one);
  return (
    <>
      <details class="fold filter" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary><Icon name="down" />{isOn ? say(words.filterOn, { count }) : words.filter}</summary>
        {isOpen && (
          <search class="card card-inside">
            <TextField
              id="loc-tim" label={words.query} hint={words.queryHint} value={filter.query} mode="search" enterHint="search"
              onValue={(query) => onChange({ ...filter, query })}
            />
            <Choice
              id="loc-nhiem-vu" label={words.task} every={words.everyTask} value={filter.taskId ?? ''}
              options={tasks.map(({ id, short }) => ({ value: id, label: id === 'C' ? short : say(words.taskChoice, { task: id, short }) }))}
              onValue={(value) => onChange({ ...filter, taskId: TaskId.safeParse(value).data ?? null })}
            />
            <Choice
              id="loc-nam" label={words.year} every={words.everyYear} value={filter.year === null ? '' : String(filter.year)}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
              onValue={(value) => onChange({ ...filter, year: value === '' ? null : Number(value) })}
            />
            <Choice
              id="loc-trang-thai" label={words.state} every={words.everyState} value={filter.state ?? ''}
              options={outboxStates.map((state) => ({ value: state, label: stateName(state) }))}
              onValue={(value) => onChange({ ...filter, state: outboxStates.find((state) => state === value) ?? null })}
            />
          </search>
        )}
      </details>
      {isOn && (
        <div class="chosen">
          <p class="muted digits">{chosenText(filter)}</p>
          <Button kind="other" small onClick={() => onChange(wholeOutbox)}>{words.clear}</Button>
        </div>
      )}
      <p class="unseen" role="status">{isOn ? say(words.matches, { count }) : ''}</p>
    </>
  );
}

/** As its tag says, or where the tags differ, its section. */
function stateName(state: (typeof outboxStates)[number]): string {
  const word = wordState(state);
  return word === 'replaced' ? words.gone : stateWords[word];
}

/** What the list is narrowed to, also where the choices are folded away. */
function chosenText({ year, taskId, state, query }: OutboxFilter): string {
  return [
    year === null ? '' : say(words.chosenYear, { year }),
    taskId === null ? '' : taskId === 'C' ? words.chosenClosing : say(words.chosenTask, { task: taskId }),
    state === null ? '' : stateName(state),
    query.trim() === '' ? '' : say(words.chosenQuery, { query: query.trim() }),
  ].filter((part) => part !== '').join(' · ');
}

interface ChoiceProps {
  id: string;
  label: string;
  /** The choice that narrows nothing. */
  every: string;
  value: string;
  options: readonly { readonly value: string; readonly label: string }[];
  onValue: (value: string) => void;
}

/** The phone's own list of choices: it is large, scrolls, and is known from everywhere. */
function Choice({ id, label, every, value, options, onValue }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{every}</option>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </div>
  );
}
