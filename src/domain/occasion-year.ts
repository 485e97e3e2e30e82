/** Dịp của một năm công tác: where the published occasions fall in another year than the one they were written for. */
import { solarOf } from './lunar.ts';
import { soonDays } from './occasion.ts';
import type { Occasion, OriginDate, Repeat } from './occasion.ts';
import { addDays, daysBetween, LocalDate, workingYearOf, workingYearRange } from './time.ts';

/**
 * The occasions of a working year (1/12 to 30/11), in the order of their days, those without a day last.
 * In the year of its published days an occasion stands as published. In every other year one that repeats is computed:
 * its days, its ordinal, and the year, the count and the lunar year's name in its titles; as planned (an unconfirmed one
 * stays so), and without its note, which was written about one year. What happens once stays in its own year.
 * A lunar day may come twice in one working year, or not at all.
 * @param publishedYear the working year that the calendar was published for: there stand those without a day.
 */
export function occasionsOfYear(occasions: readonly Occasion[], workingYear: number, publishedYear: number): readonly Occasion[] {
  return occasions.flatMap((occasion) => {
    const { startsOn } = occasion;
    const ownYear = startsOn === null ? publishedYear : workingYearOf(startsOn);
    if (ownYear === workingYear) return [occasion];
    return startsOn === null ? [] : daysOf(occasion.repeat, workingYear).map((day) => movedTo(occasion, startsOn, day));
  }).sort(byDay);
}

function byDay(one: Occasion, next: Occasion): number {
  return compare(one.startsOn ?? '9', next.startsOn ?? '9') || compare(one.id, next.id);
}

/**
 * Each occasion once, as it stands on a day: in the working year of that day, or in the next one when it begins there
 * within 30 days (Ngày 22/12 on 25/11). For reminders, suggestions and lists to choose from.
 */
export function occasionsAround(occasions: readonly Occasion[], today: LocalDate, publishedYear: number): readonly Occasion[] {
  const year = workingYearOf(today);
  const chosen = new Map<string, Occasion>();
  for (const occasion of occasionsOfYear(occasions, year, publishedYear)) {
    const known = chosen.get(occasion.id);
    if (known === undefined || distance(occasion, today) < distance(known, today)) chosen.set(occasion.id, occasion);
  }
  for (const occasion of occasionsOfYear(occasions, year + 1, publishedYear)) {
    if (occasion.startsOn !== null && daysBetween(today, occasion.startsOn) <= soonDays) chosen.set(occasion.id, occasion);
  }
  return [...chosen.values()].sort(byDay);
}

function distance(occasion: Occasion, today: LocalDate): number {
  return occasion.startsOn === null ? Infinity : Math.abs(daysBetween(today, occasion.startsOn));
}

/** “90 năm”, “110 năm / 1980 năm” in a solar year; empty without an origin, and nothing for what had not begun. */
export function ordinalIn(origin: readonly OriginDate[], year: number): string {
  return countsIn(origin, year).filter((count) => count > 0).map(countText).join(' / ');
}

/** The name of a lunar year in the cycle of sixty: Canh Tý for 2020. */
export function lunarYearName(year: number): string {
  return `${stems[((year + 6) % 10 + 10) % 10] ?? ''} ${branches[((year + 8) % 12 + 12) % 12] ?? ''}`;
}

const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const;
const branches = ['Tý', 'Sửu', 'Dần', 'Mão', 'Thìn', 'Tỵ', 'Ngọ', 'Mùi', 'Thân', 'Dậu', 'Tuất', 'Hợi'] as const;

function daysOf(repeat: Repeat | undefined, workingYear: number): readonly LocalDate[] {
  if (repeat === undefined || repeat.kind === 'once') return [];
  const { from, to } = workingYearRange(workingYear);
  const { day, month } = repeat;
  // The last two months of a lunar year fall into the next solar one.
  const years = [workingYear - 2, workingYear - 1, workingYear];
  const found = repeat.kind === 'solar'
    ? years.map((year) => solarDay(year, month, day))
    : years.map((year) => solarOf({ year, month, day, isLeapMonth: false }));
  return found.filter((on): on is LocalDate => on !== null && on >= from && on <= to);
}

/** Null for 29/02 in a year that has none. */
function solarDay(year: number, month: number, day: number): LocalDate | null {
  return LocalDate.safeParse(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`).data ?? null;
}

function movedTo(occasion: Occasion, published: LocalDate, startsOn: LocalDate): Occasion {
  const before = Number(published.slice(0, 4));
  const year = Number(startsOn.slice(0, 4));
  const origin = occasion.origin ?? [];
  const inWords = (text: string): string => wordsOfYear(text, origin, before, year);
  return {
    ...occasion,
    startsOn,
    endsOn: occasion.endsOn === null ? null : addDays(startsOn, daysBetween(published, occasion.endsOn)),
    title: inWords(occasion.title),
    shortTitle: inWords(occasion.shortTitle),
    ordinal: ordinalIn(origin, year),
    status: occasion.status === 'unconfirmed' ? 'unconfirmed' : 'planned',
    note: '',
  };
}

/** Only what the published year itself put there is changed: its counts, its number, the name of its lunar year. */
function wordsOfYear(text: string, origin: readonly OriginDate[], before: number, year: number): string {
  const counts = countsIn(origin, before);
  const later = countsIn(origin, year);
  // One pass over the text, so that what one count became is not taken for the next one.
  return text
    .replaceAll(/\d+/g, (digits, at: number) => {
      if (Number(digits) === before) return String(year);
      const index = counts.indexOf(Number(digits));
      const count = later[index];
      return count !== undefined && text.startsWith(countText(Number(digits)), at) ? String(count) : digits;
    })
    .replaceAll(lunarYearName(before), lunarYearName(year));
}

function countsIn(origin: readonly OriginDate[], year: number): readonly number[] {
  return origin.map((one) => year - Number(one.slice(0, 4)));
}

function countText(count: number): string {
  return `${count} năm`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function compare(one: string, next: string): number {
  return one === next ? 0 : one < next ? -1 : 1;
}
