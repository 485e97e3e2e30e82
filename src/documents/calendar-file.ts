/** Tệp lịch: occasions as an iCalendar file (RFC 5545) that the calendars of phones, Google and Outlook open. */
import { taskOf } from '../domain/id.ts';
import type { Occasion } from '../domain/occasion.ts';
import { addDays, workingYearOf } from '../domain/time.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { calendarWords as words } from '../i18n/calendar-words.ts';
import { say } from '../i18n/say.ts';

export interface CalendarFileOptions {
  /** What a phone's calendar calls the list. */
  readonly name: string;
  /** When the file is made. */
  readonly madeAt: Instant;
  /** The working day: what lies behind it rings no more. */
  readonly today: LocalDate;
}

/**
 * Seven, three and one day before, at seven in the morning: an all-day event begins at midnight, when a phone should be
 * silent.
 */
const alarms: readonly { readonly trigger: string; readonly days: number }[] = [
  { trigger: '-P6DT17H', days: 7 },
  { trigger: '-P2DT17H', days: 3 },
  { trigger: '-PT17H', days: 1 },
];

const mostOctets = 75;

/**
 * @returns the text of the file, lines ended by CRLF and at most 75 octets long. Occasions without a day are left out.
 * An event keeps its UID whenever it is exported again, so that a calendar renews it instead of showing it twice; one that
 * was cancelled is told as cancelled.
 */
export function calendarFile(occasions: readonly Occasion[], options: CalendarFileOptions): string {
  const seen = new Map<string, number>();
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//So tay Cong doan//So tay//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(options.name)}`,
    ...occasions.flatMap((occasion) => {
      if (occasion.startsOn === null) return [];
      // Not the day: it may be moved, and the event must stay the same one.
      const name = `${occasion.id}-${workingYearOf(occasion.startsOn)}`;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return eventLines(occasion, occasion.startsOn, count === 1 ? name : `${name}-${count}`, options);
    }),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(occasion: Occasion, startsOn: LocalDate, name: string, { madeAt, today }: CalendarFileOptions): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${name}@so-tay-cong-doan`,
    `DTSTAMP:${madeAt.replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${dateValue(startsOn)}`,
    // The end is the day after the last one.
    `DTEND;VALUE=DATE:${dateValue(addDays(occasion.endsOn ?? startsOn, 1))}`,
    `SUMMARY:${escaped(occasion.shortTitle)}`,
    `DESCRIPTION:${escaped(description(occasion))}`,
    `STATUS:${statusValue(occasion)}`,
    // A day to remember keeps nobody from making an appointment.
    'TRANSP:TRANSPARENT',
    ...alarmLines(occasion, startsOn, today),
    'END:VEVENT',
  ];
}

function description({ title, ordinal, repeat, requirementIds, note }: Occasion): string {
  const tasks = [...new Set(requirementIds.map((id) => taskOf(id)))];
  return [
    title,
    ordinal,
    repeat?.kind === 'lunar' ? say(words.lunarDate, { day: repeat.day, month: repeat.month }) : '',
    tasks.length === 0 ? '' : say(words.fileTasks, { tasks: tasks.join(', ') }),
    note,
  ].filter((line) => line !== '').join('\n');
}

function alarmLines({ shortTitle, status }: Occasion, startsOn: LocalDate, today: LocalDate): readonly string[] {
  if (status === 'cancelled' || status === 'postponed') return [];
  return alarms.filter(({ days }) => addDays(startsOn, -days) >= today).flatMap(({ trigger, days }) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(say(words.fileAlarm, { days, title: shortTitle }))}`,
    `TRIGGER:${trigger}`,
    'END:VALARM',
  ]);
}

function statusValue({ status }: Occasion): string {
  if (status === 'cancelled') return 'CANCELLED';
  return status === 'postponed' || status === 'unconfirmed' ? 'TENTATIVE' : 'CONFIRMED';
}

function dateValue(day: LocalDate): string {
  return day.replaceAll('-', '');
}

/** A value of type TEXT (RFC 5545 § 3.3.11); control characters have no place in it. */
function escaped(text: string): string {
  return text.normalize('NFC')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, '\\n')
    // oxlint-disable-next-line no-control-regex -- these are what has to go
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ');
}

/** Lines of at most 75 octets of UTF-8, cut between letters: cut inside one, a Vietnamese word would break (RFC 5545 § 3.1). */
function folded(line: string): string {
  let result = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > mostOctets) {
      // The space that marks a continuation counts too.
      result += '\r\n ';
      octets = 1;
    }
    result += letter;
    octets += size;
  }
  return result;
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
