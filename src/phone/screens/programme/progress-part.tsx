import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { holdsMonth, monthOf, yearMonths } from '../../../domain/month-span.ts';
import type { Programme, ProgrammeItem } from '../../../domain/programme.ts';
import type { ItemProgress } from '../../../domain/programme-progress.ts';
import { reportRequirement } from '../../../domain/requirement.ts';
import { workingYearOf } from '../../../domain/time.ts';
import { itemStateWords, monthsText, programmeWords as words } from '../../../i18n/programme-words.ts';
import { fill, say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/strip.tsx';
import type { Tone } from '../../../ui/strip.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { paths } from '../../paths.ts';
import { progressOfProgramme } from '../../programme-model.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';

const looks: Readonly<Record<ItemProgress['state'], { readonly tone: Tone; readonly icon: IconName }>> = {
  late: { tone: 'error', icon: 'clock' }, due: { tone: 'plain', icon: 'calendar' }, begun: { tone: 'received', icon: 'draft' },
  done: { tone: 'approved', icon: 'tick' }, ahead: { tone: 'plain', icon: 'calendar' }, untold: { tone: 'plain', icon: 'device' },
};

interface Told extends ItemProgress { readonly item: ProgrammeItem }

/**
 * How far the year is, told by what was recorded: what is late, what this month asks for, then the rest.
 * @param isClosed of a year that is over: what is recorded now belongs to another one.
 */
export function ProgressPart({ programme, facts, isClosed }: { programme: Programme; facts: ProgrammeFacts; isClosed: boolean }) {
  const told = useMemo(() => progressOfProgramme(programme, facts).flatMap((one): Told[] => {
    const item = programme.items[one.key];
    return item ? [{ ...one, item }] : [];
  }), [programme, facts]);
  const month = workingYearOf(facts.today) === programme.workingYear ? monthOf(facts.today) : null;
  const isOf = (...states: ItemProgress['state'][]): ((one: Told) => boolean) => ({ state }) => states.includes(state);
  // What may still be done in a later month is no matter of this one.
  const isThisMonth = (one: Told): boolean => isOf('due', 'begun')(one) && month !== null && one.item.months.to === month && holdsMonth(one.item.months, month);
  const late = told.filter(isOf('late'));
  const now = told.filter(isThisMonth);
  const running = told.filter((one) => isOf('due', 'begun')(one) && !isThisMonth(one)).toSorted((one, next) => one.deeds.length - next.deeds.length);
  const done = told.filter(isOf('done'));
  const ahead = told.filter(isOf('ahead'));
  const untold = told.filter(isOf('untold'));
  const row = (one: Told): ComponentChildren => <Row key={one.key} told={one} year={programme.workingYear} isClosed={isClosed} />;
  return (
    <>
      <Section title={words.progress}><span class="muted digits">{say(words.progressCount, { done: done.length, all: told.length - untold.length })}</span></Section>
      <div class="card">
        <YearStrip told={told} month={month} />
        <p class="card-inside muted">{words.progressHint}</p>
      </div>
      {late.length > 0 && <><Section title={say(words.late, { count: late.length })} /><ul class="card card-inside">{late.map(row)}</ul></>}
      {month !== null && (
        <>
          <Section title={say(words.thisMonth, { count: now.length })} />
          {now.length === 0 ? <p class="card card-inside muted">{words.nothingDue}</p> : <ul class="card card-inside">{now.map(row)}</ul>}
        </>
      )}
      <Fold title={words.running} items={running} row={row} />
      <Fold title={words.done} items={done} row={row} />
      <Fold title={words.ahead} items={ahead} row={row} />
      <Fold title={words.untold} items={untold} row={row}><p class="muted">{words.untoldHint}</p></Fold>
    </>
  );
}

function Fold({ title, items, row, children }: { title: string; items: readonly Told[]; row: (one: Told) => ComponentChildren; children?: ComponentChildren }) {
  if (items.length === 0) return null;
  return (
    <details class="fold card card-inside">
      <summary><span class="grow digits">{fill(title, { count: items.length })}</span><Icon name="down" /></summary>
      {children}
      <ul>{items.map(row)}</ul>
    </details>
  );
}

/** The twelve months: of the items that end in each, how many are done. */
function YearStrip({ told, month }: { told: readonly Told[]; month: number | null }) {
  return (
    <ul class="year digits">
      {yearMonths.map((one) => {
        const own = told.filter(({ item, state }) => item.months.to === one && state !== 'untold');
        const done = own.filter(({ state }) => state === 'done').length;
        const tone = own.some(({ state }) => state === 'late') ? 'tone-error' : own.length > 0 && done === own.length ? 'tone-approved' : '';
        const look = `${tone} ${one === month ? 'is-now' : ''}`.trim();
        return (
          <li key={one} {...(look === '' ? {} : { class: look })}>
            <span aria-hidden="true">{say(words.monthChip, { month: one })}</span>
            <small aria-hidden="true">{own.length === 0 ? '–' : `${done}/${own.length}`}</small>
            <span class="unseen">{own.length === 0 ? say(words.monthEmpty, { month: one }) : say(words.monthProgress, { month: one, done, all: own.length })}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Row({ told: { item, state, deeds, wasLate }, year, isClosed }: { told: Told; year: number; isClosed: boolean }) {
  const { tone, icon } = looks[state];
  const count = deeds.length;
  const toldBy = count === 0 ? words.noDeeds : say(wasLate ? words.deedsLate : words.deeds, { count });
  const { requirementId, title } = item;
  const href = requirementId === null ? paths.newTitled(title) : paths.newFor(requirementId);
  return (
    <li class="plan-row">
      <span class="grow">
        <strong>{title}</strong>
        <span class="muted digits">{state === 'untold' || state === 'ahead' ? monthsText(item.months, year) : say(words.progressRow, { months: monthsText(item.months, year), told: toldBy })}</span>
        <span class="row-state"><Tag tone={tone} icon={icon}>{itemStateWords[state]}</Tag></span>
      </span>
      {!isClosed && (state === 'late' || state === 'due' || state === 'begun') && (
        requirementId === reportRequirement
          ? <Button kind="other" small href={paths.reports}>{words.toReports}</Button>
          : <Button kind="other" small icon="plus" href={href} label={say(words.recordFor, { title })}>{words.record}</Button>
      )}
    </li>
  );
}
