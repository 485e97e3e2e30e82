/** Moments and days beside now, in words: “lúc 14:35 hôm nay”, “hôm qua”. */
import { addDays, dayOf, instantOf } from '../domain/time.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { dateText, dayMonthText, timeText } from '../i18n/format.ts';
import { phoneWords as words } from '../i18n/phone-words.ts';
import { say } from '../i18n/say.ts';

/** Of real moments, by the real clock: also in the sample mode a reply came when it came. */
export function whenText(at: Instant, nowMs: number): string {
  const day = dayOf(at);
  const today = dayOf(instantOf(nowMs));
  const time = timeText(at);
  if (day === today) return say(words.atToday, { time });
  if (day === addDays(today, -1)) return say(words.atYesterday, { time });
  return say(words.atDate, { time, date: dateText(day) });
}

/** A day beside today: hôm nay, hôm qua, ngày 12/5. */
export function dayText(on: LocalDate, today: LocalDate): string {
  if (on === today) return words.today;
  if (on === addDays(today, -1)) return words.yesterday;
  return say(words.onDate, { date: shortDateText(on, today) });
}

/** “18/5”, and with its year where that is not this year’s. */
export function shortDateText(on: LocalDate, today: LocalDate): string {
  return on.slice(0, 4) === today.slice(0, 4) ? dayMonthText(on) : dateText(on);
}

/** “2 và 4”, “2, 4 và 8”. */
export function listText(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : say(words.listEnd, { list: items.slice(0, -1).join(', '), last });
}
