import type { Occasion } from '../../../domain/occasion.ts';
import { daysUntil } from '../../../domain/occasion.ts';
import { taskOf } from '../../../domain/id.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { dayMonthText, monthText, tileDayText, tileMonthText } from '../../../i18n/format.ts';
import { directiveWords as words } from '../../../i18n/directive-words.ts';
import { say } from '../../../i18n/say.ts';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { countsOf } from '../../book.ts';
import { TabPage } from '../../parts/frame.tsx';
import { useBook, useReference, useToday } from '../../queries.ts';
import { listText } from '../../relative-time.ts';
import { paths } from '../../routes.ts';

/** Lịch: a list by month, because the question is what comes next, not what day of the week it is. */
export function CalendarScreen() {
  const { value: book } = useBook();
  const { value: reference } = useReference();
  const today = useToday(reference);
  return (
    <TabPage tab="calendar" title={words.calendarTitle} counts={book && countsOf(book)}>
      {reference && today && (reference.occasions.length === 0
        ? <Notice tone="plain" icon="calendar"><p>{words.calendarNotYet}</p></Notice>
        : <Months occasions={reference.occasions} today={today} />)}
    </TabPage>
  );
}

function Months({ occasions, today }: { occasions: readonly Occasion[]; today: LocalDate }) {
  const months = byMonth(occasions);
  const current = today.slice(0, 7);
  const nearest = [...months.keys()].find((month) => month >= current);
  return (
    <>
      {nearest !== undefined && <p class="links"><a href={`#thang-${nearest}`}>{words.thisMonth}</a></p>}
      {[...months].map(([month, list]) => (
        <section key={month} id={`thang-${month}`}>
          <Section title={month === undatedMonth ? words.undated : monthText(month)} />
          <Card>
            <ul>{list.map((occasion) => <li key={occasion.id}><OccasionRow occasion={occasion} today={today} /></li>)}</ul>
          </Card>
        </section>
      ))}
    </>
  );
}

const undatedMonth = '9999';

function byMonth(occasions: readonly Occasion[]): Map<string, Occasion[]> {
  const months = new Map<string, Occasion[]>();
  for (const occasion of occasions) {
    const month = occasion.startsOn?.slice(0, 7) ?? undatedMonth;
    months.set(month, [...(months.get(month) ?? []), occasion]);
  }
  return new Map([...months].sort(([one], [next]) => (one < next ? -1 : 1)));
}

function OccasionRow({ occasion, today }: { occasion: Occasion; today: LocalDate }) {
  const { id, shortTitle, startsOn, endsOn, requirementIds } = occasion;
  const days = daysUntil(occasion, today);
  const lasts = startsOn !== null && endsOn !== null && endsOn !== startsOn;
  // What is to come leads to the form, prefilled; what is past or stopped is there to be read.
  const leads = days !== null && days >= 0 && requirementIds.length > 0 && occasion.status !== 'cancelled' && occasion.status !== 'postponed';
  return (
    <ListItem
      {...(startsOn === null ? { icon: 'calendar' as const } : { day: { number: tileDayText(startsOn), month: tileMonthText(startsOn) } })}
      {...(leads ? { href: paths.newForOccasion(id) } : {})}
      title={shortTitle}
      text={statusText(occasion, days)}
    >
      {lasts && startsOn && endsOn && <span class="muted">{say(words.span, { from: dayMonthText(startsOn), to: dayMonthText(endsOn) })}</span>}
    </ListItem>
  );
}

function statusText({ status, requirementIds }: Occasion, days: number | null): string {
  if (status === 'cancelled') return words.cancelled;
  if (status === 'postponed') return words.postponed;
  const tasks = listText([...new Set(requirementIds.map(taskOf))]);
  if (status === 'unconfirmed') return words.unconfirmed;
  if (tasks === '') return words.noTask;
  if (days !== null && days > 0) return say(words.inDays, { days, tasks });
  return say(days === 0 ? words.isToday : words.tasks, { tasks });
}
