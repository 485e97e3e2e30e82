/** Hạn bổ sung: the day that a return proposes. */
import { addDays } from './time.ts';
import type { LocalDate } from './time.ts';

/** What a return proposes when the reviewer names no day. */
export const proposedWorkingDays = 3;

// Bộ luật Lao động 2012, Điều 115: the holidays with a fixed day of the sun's calendar. Tết and Giỗ Tổ follow the moon;
// near them the reviewer moves the day.
const fixedHolidays: readonly string[] = ['01-01', '04-30', '05-01', '09-02'];

/** @returns the day `count` working days (Monday to Friday, no fixed holiday) after `from`. */
export function addWorkingDays(from: LocalDate, count: number): LocalDate {
  let day = from;
  let rest = count;
  while (rest > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) rest -= 1;
  }
  return day;
}

function isWorkingDay(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !fixedHolidays.includes(day.slice(5));
}
