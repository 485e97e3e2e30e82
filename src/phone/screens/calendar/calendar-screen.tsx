import { useEffect, useRef } from 'preact/hooks';
import { taskOf } from '../../../domain/id.ts';
import { daysUntil } from '../../../domain/occasion.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import { requirementFit } from '../../../domain/requirement-fit.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Unit } from '../../../domain/unit.ts';
import { dateText, monthText, tileDayText, tileMonthText } from '../../../i18n/format.ts';
import { guideWords as words } from '../../../i18n/guide-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, Section } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/strip.tsx';
import { countsOf } from '../../book.ts';
import { ReadTrouble, TabPage } from '../../parts/frame.tsx';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import type { Reference } from '../../reference.ts';
import { listText } from '../../relative-time.ts';
import { paths } from '../../routes.ts';
import { Icon } from '../../../ui/icon.tsx';

/** Lịch: a list by month, not a grid. It opens at the present month; earlier ones stand above it. */
export function CalendarScreen() {
  const { value: reference, error } = useReference();
  const { value: book } = useBook();
  const unit = useUnit();
  const today = useToday(reference);
  const present = useRef<HTMLElement>(null);
  const isReady = reference !== undefined && today !== undefined;
  useEffect(() => present.current?.scrollIntoView({ block: 'start' }), [isReady]);
  if (!reference || !today) {
    if (error === undefined) return null;
    return <TabPage tab="calendar" title={words.calendarTitle} counts={book && countsOf(book)}><ReadTrouble /></TabPage>;
  }
  const months = monthsOf(reference.occasions, today);
  const undated = reference.occasions.filter((occasion) => occasion.startsOn === null);
  return (
    <TabPage tab="calendar" title={words.calendarTitle} counts={book && countsOf(book)}>
      {reference.occasions.length === 0 && <p>{words.calendarMissing}</p>}
      {months.map(([month, occasions]) => (
        <section key={month} ref={month === today.slice(0, 7) ? present : null}>
          <Section title={monthText(month)} />
          {occasions.length === 0
            ? <p class="muted empty-month">{words.emptyMonth}</p>
            : <Card><ul>{occasions.map((one) => <li key={one.id}><OccasionRow occasion={one} today={today} unit={unit} reference={reference} /></li>)}</ul></Card>}
        </section>
      ))}
      {undated.length > 0 && (
        <section>
          <Section title={words.undated} />
          <Card><ul>{undated.map((one) => <li key={one.id}><OccasionRow occasion={one} today={today} unit={unit} reference={reference} /></li>)}</ul></Card>
        </section>
      )}
    </TabPage>
  );
}

/** Every month that has an occasion, and the present one even when it has none. */
function monthsOf(occasions: readonly Occasion[], today: LocalDate): readonly (readonly [string, readonly Occasion[]])[] {
  const months = new Map<string, Occasion[]>([[today.slice(0, 7), []]]);
  for (const occasion of occasions) {
    if (occasion.startsOn === null) continue;
    const month = occasion.startsOn.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), occasion]);
  }
  return [...months].sort(([one], [next]) => (one < next ? -1 : 1));
}

interface OccasionRowProps { occasion: Occasion; today: LocalDate; unit: Unit; reference: Reference }

function OccasionRow({ occasion, today, unit, reference }: OccasionRowProps) {
  const { startsOn, status, note } = occasion;
  const measure = { manyMembers: reference.setting.manyMembers };
  const asking = occasion.requirementIds.flatMap((id) => reference.requirements.get(id) ?? [])
    .filter((requirement) => requirement.isOpen && requirementFit(requirement, unit, measure) !== 'no');
  const tasks = [...new Set(asking.map((requirement) => taskOf(requirement.id)))];
  const isOff = status === 'cancelled' || status === 'postponed';
  const inside = (
    <>
      {startsOn !== null && (
        <span class="tile tile-day digits tone-plain"><span>{tileDayText(startsOn)}</span><small>{tileMonthText(startsOn)}</small></span>
      )}
      <span class="grow">
        <strong>{occasion.title}</strong>
        <span class="muted">{[whenText(occasion, today), tasks.length > 0 ? say(words.ofTasks, { tasks: listText(tasks) }) : ''].filter(Boolean).join(' · ')}</span>
        {note !== '' && <span class="muted">{note}</span>}
        {isOff && <Tag tone="draft" icon="close">{status === 'cancelled' ? words.cancelled : words.postponed}</Tag>}
        {status === 'unconfirmed' && <Tag tone="draft" icon="help">{words.unconfirmed}</Tag>}
      </span>
    </>
  );
  if (isOff || tasks.length === 0) return <div class="item">{inside}</div>;
  return <a class="item" href={paths.newForOccasion(occasion.id)}>{inside}<span class="unseen">{words.recordHere}</span><Icon name="plus" /></a>;
}

function whenText(occasion: Occasion, today: LocalDate): string {
  const days = daysUntil(occasion, today);
  if (days === null) return '';
  if (days > 1) return say(words.inDays, { days });
  if (days === 1) return words.tomorrow;
  if (days < 0) return words.past;
  return occasion.endsOn !== null && occasion.endsOn !== occasion.startsOn ? say(words.until, { date: dateText(occasion.endsOn) }) : words.now;
}
