/**
 * Âm lịch: the Vietnamese lunar calendar at the meridian of UTC+7, by Hồ Ngọc Đức's published rules
 * (informatik.uni-leipzig.de/~duc/amlich/calrules_en.html): a month begins on the day of the new moon, month 11 holds the
 * winter solstice, and of 13 months from one month 11 to the next the first without a major term is the leap month.
 * Trap: a browser's Chinese calendar uses UTC+8; there six Tết between 1968 and 2055 fall on other days.
 * The series are good to about two minutes for 1900–2199. Before 1968 the calendars of that time followed other meridians.
 */
import type { LocalDate } from './time.ts';

export interface LunarDate {
  /** The solar year in which the lunar year begins: 2020 for Canh Tý. */
  readonly year: number;
  /** 1 (tháng Giêng) to 12 (tháng Chạp). */
  readonly month: number;
  /** 1 to 30. */
  readonly day: number;
  /** The second month of this number (tháng nhuận). */
  readonly isLeapMonth: boolean;
}

const dayMs = 86_400_000;
/** Number of the day 1970-01-01 in the count of Julian days, which begin at noon. */
const julianOf1970 = 2_440_588;
/** Vietnam's hours before UTC, in days. */
const zone = 7 / 24;
/** Mean days from new moon to new moon. */
const meanMonth = 29.530588853;

/** The lunar date of a day in Vietnam. */
export function lunarOf(day: LocalDate): LunarDate {
  const julian = julianOf(day);
  const start = monthStart(julian);
  const solarYear = Number(day.slice(0, 4));
  const monthEleven = winterMonth(solarYear);
  const year = start >= monthEleven ? solarYear + 1 : solarYear;
  const first = start >= monthEleven ? monthEleven : winterMonth(solarYear - 1);
  // `year` is the one in which these twelve or thirteen months end; months 11 and 12 still belong to the one before.
  const leap = leapIndex(first, winterMonth(year));
  const index = Math.round((start - first) / meanMonth);
  const isLeapMonth = index === leap;
  const count = leap !== null && index >= leap ? index - 1 : index;
  return { year: count < 2 ? year - 1 : year, month: (count + 10) % 12 + 1, day: julian - start + 1, isLeapMonth };
}

/** The day in Vietnam of a lunar date; null when that year has no such day: no 30th, or no such leap month. */
export function solarOf({ year, month, day, isLeapMonth }: LunarDate): LocalDate | null {
  if (year < 1 || year > 9998 || month < 1 || month > 12 || day < 1 || day > 30) return null;
  const endsIn = month >= 11 ? year + 1 : year;
  const first = winterMonth(endsIn - 1);
  const leap = leapIndex(first, winterMonth(endsIn));
  const count = (month + 1) % 12;
  if (isLeapMonth && leap !== count + 1) return null;
  const index = leap !== null && (isLeapMonth || count >= leap) ? count + 1 : count;
  // The middle of the month, so that the mean never slips into its neighbour.
  const start = monthStart(Math.floor(first + (index + 0.5) * meanMonth));
  if (day === 30 && monthStart(start + 29) === start + 29) return null;
  return localDateOf(start + day - 1);
}

/** First day of the month that holds the winter solstice of a year. */
function winterMonth(year: number): number {
  // The longitude passes 270° between 20/12 and 23/12; the sector turns from 8 to 9 on that day.
  let day = julianOf(`${String(year).padStart(4, '0')}-12-19` as LocalDate);
  for (let tries = 0; tries < 7 && sunSector(day + 1) !== 9; tries += 1) day += 1;
  return monthStart(day);
}

/** How many months after the first the leap month stands; null in a year of twelve months. */
function leapIndex(first: number, next: number): number | null {
  if (Math.round((next - first) / meanMonth) < 13) return null;
  let start = first;
  for (let index = 0; index < 13; index += 1) {
    const following = monthStart(start + 32);
    if (sunSector(start) === sunSector(following)) return index;
    start = following;
  }
  return null;
}

/** First day of the lunar month in which a day lies. */
function monthStart(julian: number): number {
  let count = Math.floor((julian - 2_415_021) / meanMonth) + 1;
  let start = newMoonDay(count);
  while (start > julian) {
    count -= 1;
    start = newMoonDay(count);
  }
  return start;
}

/** The day in Vietnam of the `count`-th new moon since 1/1/1900 (Meeus, Astronomical Algorithms, the terms of the published rules). */
function newMoonDay(count: number): number {
  const t = count / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const sunAnomaly = 359.2242 + 29.10535608 * count - 0.0000333 * t2 - 0.00000347 * t3;
  const moonAnomaly = 306.0253 + 385.81691806 * count + 0.0107306 * t2 + 0.00001236 * t3;
  const latitude = 21.2964 + 390.67050646 * count - 0.0016528 * t2 - 0.00000239 * t3;
  const mean = 2_415_020.75933 + 29.53058868 * count + 0.0001178 * t2 - 0.000000155 * t3 + 0.00033 * sine(166.56 + 132.87 * t - 0.009173 * t2);
  const moved = (0.1734 - 0.000393 * t) * sine(sunAnomaly) + 0.0021 * sine(2 * sunAnomaly)
    - 0.4068 * sine(moonAnomaly) + 0.0161 * sine(2 * moonAnomaly) - 0.0004 * sine(3 * moonAnomaly)
    + 0.0104 * sine(2 * latitude) - 0.0051 * sine(sunAnomaly + moonAnomaly) - 0.0074 * sine(sunAnomaly - moonAnomaly)
    + 0.0004 * sine(2 * latitude + sunAnomaly) - 0.0004 * sine(2 * latitude - sunAnomaly) - 0.0006 * sine(2 * latitude + moonAnomaly)
    + 0.001 * sine(2 * latitude - moonAnomaly) + 0.0005 * sine(2 * moonAnomaly + sunAnomaly);
  // Between the even time of the series and the clock lies the slowing of the Earth.
  const slowing = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + moved - slowing + 0.5 + zone);
}

/** Which twelfth of its way the sun has reached when this day begins in Vietnam: 0 from the spring equinox, 9 from the winter solstice. */
function sunSector(julian: number): number {
  const t = (julian - 2_451_545.5 - zone) / 36_525;
  const t2 = t * t;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t2 - 0.00000048 * t * t2;
  const mean = 280.46645 + 36_000.76983 * t + 0.0003032 * t2;
  const centre = (1.9146 - 0.004817 * t - 0.000014 * t2) * sine(anomaly) + (0.019993 - 0.000101 * t) * sine(2 * anomaly) + 0.00029 * sine(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sine(125.04 - 1934.136 * t);
  return Math.floor((apparent - 360 * Math.floor(apparent / 360)) / 30);
}

function sine(degrees: number): number {
  return Math.sin(degrees * Math.PI / 180);
}

function julianOf(day: LocalDate): number {
  return Date.parse(day) / dayMs + julianOf1970;
}

function localDateOf(julian: number): LocalDate {
  return new Date((julian - julianOf1970) * dayMs).toISOString().slice(0, 10) as LocalDate;
}
