/** How an occasion stands to today, in words. */
import { daysUntil } from '../../../domain/occasion.ts';
import type { Occasion } from '../../../domain/occasion.ts';
import { lunarOf } from '../../../domain/lunar.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { calendarWords as words } from '../../../i18n/calendar-words.ts';
import { dateText, weekdayDateText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';

/** One short line for the row: days to go, or what became of it. Empty without a day, and where a tag says it. */
export function whenText(occasion: Occasion, today: LocalDate): string {
  const { status, startsOn, endsOn } = occasion;
  const days = daysUntil(occasion, today);
  if (days === null || status === 'cancelled' || status === 'postponed') return '';
  if (days > 1) return say(words.inDays, { days });
  if (days === 1) return words.tomorrow;
  if (days < 0) return status === 'held' ? words.held : words.past;
  return endsOn !== null && endsOn !== startsOn ? say(words.until, { date: dateText(endsOn) }) : words.now;
}

/** The status as it stands on a day: what was published as held is ahead until its day, and goes on until its last one. */
export function statusText(occasion: Occasion, today: LocalDate): string {
  const { status } = occasion;
  if (status === 'cancelled' || status === 'postponed' || status === 'unconfirmed') return words[status];
  const days = daysUntil(occasion, today);
  if (days === null || days > 0) return words.planned;
  if (days === 0) return words.ongoing;
  return status === 'held' ? words.held : words.past;
}

/** “Thứ Ba, 19/5/2020”, or from the first to the last day. */
export function dayText({ startsOn, endsOn }: Occasion): string {
  if (startsOn === null) return words.undated;
  return endsOn === null || endsOn === startsOn ? weekdayDateText(startsOn) : say(words.dayRange, { from: dateText(startsOn), to: dateText(endsOn) });
}

/** “10/3 âm lịch”. */
export function lunarText(on: LocalDate): string {
  const { day, month, isLeapMonth } = lunarOf(on);
  return say(isLeapMonth ? words.lunarLeapDate : words.lunarDate, { day, month });
}
