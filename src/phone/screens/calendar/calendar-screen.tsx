import { useEffect, useRef, useState } from 'preact/hooks';
import type { OccasionId } from '../../../domain/id.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import { occasionsOfYear } from '../../../domain/occasion-year.ts';
import { workingYearOf } from '../../../domain/time.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { calendarWords as words } from '../../../i18n/calendar-words.ts';
import { monthText, weekdayDateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Section } from '../../../ui/list.tsx';
import { countsOf } from '../../book.ts';
import { ReadTrouble, TabPage } from '../../parts/frame.tsx';
import { useLanding } from '../../parts/landing.ts';
import { useBook, useReference, useToday, useUnit } from '../../queries.ts';
import { ExportCalendar } from './export-calendar.tsx';
import { occasionPlace, OccasionRow } from './occasion-row.tsx';
import { lunarText } from './occasion-standing.ts';

/** Before it some of what is remembered had not begun; after it the moon is computed, but nobody plans. */
const firstYear = 2010;
const lastYear = 2100;

/**
 * Lịch: a list by month, not a grid, of one working year. It opens at the present month, earlier ones stand above it; or
 * at the occasion that the address names.
 */
export function CalendarScreen({ occasionId }: { occasionId: OccasionId | null }) {
  const { value: reference, error } = useReference();
  const { value: book } = useBook();
  const unit = useUnit();
  const today = useToday(reference);
  const [chosen, setChosen] = useState<number | null>(null);
  const present = useRef<HTMLElement>(null);
  const isReady = reference !== undefined && today !== undefined;
  // As it stands around today, which is how it was found: of an occasion of every year the nearest.
  const named = (occasionId !== null && reference?.occasionsById.get(occasionId)) || null;
  useLanding(isReady && named ? occasionPlace(named.id) : null);
  useEffect(() => {
    if (!named) present.current?.scrollIntoView({ block: 'start' });
  }, [isReady]);
  if (!reference || !today) {
    if (error === undefined) return null;
    return <TabPage tab="calendar" title={words.title} counts={book && countsOf(book)}><ReadTrouble /></TabPage>;
  }
  const publishedYear = reference.setting.workingYear;
  const year = chosen ?? (named ? yearOf(named, publishedYear) : workingYearOf(today));
  const occasions = occasionsOfYear(reference.publishedOccasions, year, publishedYear);
  const undated = occasions.filter((occasion) => occasion.startsOn === null);
  const list = (some: readonly Occasion[]) => (
    <Card>
      <ul>
        {some.map((one) => (
          <li key={`${one.id} ${one.startsOn ?? ''}`}>
            <OccasionRow occasion={one} today={today} unit={unit} reference={reference} isNamed={named !== null && one.id === named.id && one.startsOn === named.startsOn} />
          </li>
        ))}
      </ul>
    </Card>
  );
  return (
    <TabPage tab="calendar" title={words.title} counts={book && countsOf(book)}>
      {reference.publishedOccasions.length === 0 ? <p>{words.missing}</p> : (
        <>
          <YearSwitch year={year} onYear={setChosen} />
          <p class="muted calendar-note">
            {year === workingYearOf(today) ? say(words.today, { date: weekdayDateText(today), lunar: lunarText(today) }) : ''}
            {year !== publishedYear && <span>{say(words.computed, { year: publishedYear })}</span>}
          </p>
          {monthsOf(occasions, year).map(([month, some]) => (
            <section key={month} ref={month === today.slice(0, 7) ? present : null}>
              <Section title={monthText(month)} />
              {some.length === 0 ? <p class="muted empty-month">{words.emptyMonth}</p> : list(some)}
            </section>
          ))}
          {undated.length > 0 && <section><Section title={words.undated} />{list(undated)}</section>}
          <ExportCalendar key={year} occasions={occasions} year={year} today={today} />
        </>
      )}
    </TabPage>
  );
}

/** The working year whose list an occasion stands in. */
function yearOf({ startsOn }: Occasion, publishedYear: number): number {
  return startsOn === null ? publishedYear : workingYearOf(startsOn);
}

function YearSwitch({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const button = (to: number, icon: 'back' | 'next') => (
    <button
      type="button" class="icon-button" aria-label={say(words.toYear, { year: to })} aria-disabled={to < firstYear || to > lastYear}
      onClick={() => { if (to >= firstYear && to <= lastYear) onYear(to); }}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="row year-switch">
      {button(year - 1, 'back')}
      <h2 class="grow digits" aria-live="polite">{say(words.year, { year })}</h2>
      {button(year + 1, 'next')}
    </div>
  );
}

/** The twelve months of a working year, from December on, each with what begins in it. */
function monthsOf(occasions: readonly Occasion[], year: number): readonly (readonly [string, readonly Occasion[]])[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index === 0 ? `${year - 1}-12` : `${year}-${String(index).padStart(2, '0')}`;
    return [month, occasions.filter((occasion) => beginsIn(occasion.startsOn, month))] as const;
  });
}

function beginsIn(on: LocalDate | null, month: string): boolean {
  return on !== null && on.slice(0, 7) === month;
}
