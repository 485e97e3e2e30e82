import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/documents/calendar-file.ts';
import { Occasion } from '../../src/domain/occasion.ts';
import { occasionsOfYear } from '../../src/domain/occasion-year.ts';
import { instantOf } from '../../src/domain/time.ts';
import { day, occasions } from '../make/activity-context.ts';

const options = { name: 'Lịch Công đoàn 2020', madeAt: instantOf(Date.UTC(2020, 4, 15, 7, 35, 12)), today: day('2020-05-15') };
const year = occasionsOfYear(occasions, 2020, 2020);

interface Part {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly parts: readonly Part[];
}

/** Reads a file as a calendar does: unfolds, takes names and values apart, undoes the escapes. Throws at what is no iCalendar. */
function read(text: string): Part {
  if (!text.endsWith('\r\n')) throw new Error('the last line does not end');
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  let at = 0;
  const part = (name: string): Part => {
    const properties = new Map<string, string>();
    const parts: Part[] = [];
    for (;;) {
      const line = lines[at];
      at += 1;
      const [, key, value] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/.exec(line ?? '') ?? [];
      if (key === undefined || value === undefined) throw new Error(`no content line: ${line}`);
      if (key === 'BEGIN') parts.push(part(value));
      else if (key === 'END') {
        if (value !== name) throw new Error(`${name} ends as ${value}`);
        return { name, properties, parts };
      } else {
        if (properties.has(key)) throw new Error(`${key} twice in ${name}`);
        properties.set(key, value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => sign.toLowerCase() === 'n' ? '\n' : sign));
      }
    }
  };
  if (lines[at] !== 'BEGIN:VCALENDAR') throw new Error('no calendar');
  at += 1;
  const calendar = part('VCALENDAR');
  if (at !== lines.length) throw new Error('something follows the calendar');
  return calendar;
}

function event(calendar: Part, id: string): Part {
  const found = calendar.parts.find((part) => part.properties.get('UID')?.startsWith(`${id}-2`));
  if (!found) throw new Error(`no ${id}`);
  return found;
}

function one(overrides: Record<string, unknown>): Occasion {
  return Occasion.parse({
    id: 'one', title: 'Ngày hội', shortTitle: 'Ngày hội', startsOn: '2020-06-01', endsOn: '2020-06-01', ordinal: '', requirementIds: [], status: 'planned', note: '',
    ...overrides,
  });
}

describe('the file of a year', () => {
  const text = calendarFile(year, options);
  const calendar = read(text);

  test('opens as a calendar with every day of the year, and leaves out what has no day', () => {
    expect(Object.fromEntries(calendar.properties)).toEqual({
      VERSION: '2.0', PRODID: '-//So tay Cong doan//So tay//VI', CALSCALE: 'GREGORIAN', METHOD: 'PUBLISH', 'X-WR-CALNAME': 'Lịch Công đoàn 2020',
    });
    expect(calendar.parts.map((part) => part.properties.get('DTSTART;VALUE=DATE')))
      .toEqual(year.flatMap((occasion) => occasion.startsOn?.replaceAll('-', '') ?? []));
    expect(calendar.parts.every((part) => part.name === 'VEVENT')).toBe(true);
  });

  test('tells a birthday with its ordinal, its tasks and its note', () => {
    expect(Object.fromEntries(event(calendar, 'e0519').properties)).toEqual({
      UID: 'e0519-2020@so-tay-cong-doan',
      DTSTAMP: '20200515T073512Z',
      'DTSTART;VALUE=DATE': '20200519',
      'DTEND;VALUE=DATE': '20200520',
      SUMMARY: '130 năm Ngày sinh Bác Hồ',
      DESCRIPTION: 'Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890)\n130 năm\nNhiệm vụ 2, 4\nThứ Ba; dịp tuyên dương.',
      STATUS: 'CONFIRMED',
      TRANSP: 'TRANSPARENT',
    });
  });

  test('a month of action lasts to its last day, and a lunar day says so', () => {
    expect(event(calendar, 'm-at').properties.get('DTEND;VALUE=DATE')).toBe('20200601');
    expect(event(calendar, 'l-trungthu').properties.get('DESCRIPTION')).toContain('\n15/8 âm lịch\n');
  });

  test('the cancelled festival is told as cancelled and does not ring; an unsure day is tentative', () => {
    const festival = event(calendar, 's-hoaban');
    expect([festival.properties.get('STATUS'), festival.parts]).toEqual(['CANCELLED', []]);
    expect(event(calendar, 'l-tetmong').properties.get('STATUS')).toBe('TENTATIVE');
  });

  test('no line is longer than 75 octets, and each is whole UTF-8 by itself', () => {
    const bytes = new TextEncoder().encode(text);
    let start = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      if (bytes[index] !== 13 || bytes[index + 1] !== 10) continue;
      expect(index - start).toBeLessThanOrEqual(75);
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(start, index))).not.toThrow();
      start = index + 2;
    }
    expect(start).toBe(bytes.length);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('reminders', () => {
  test('ring seven, three and one day before, at seven in the morning', () => {
    const [birthday] = read(calendarFile([one({})], options)).parts;
    expect(birthday?.parts.map((alarm) => [alarm.name, Object.fromEntries(alarm.properties)])).toEqual([
      ['VALARM', { ACTION: 'DISPLAY', DESCRIPTION: 'Còn 7 ngày: Ngày hội', TRIGGER: '-P6DT17H' }],
      ['VALARM', { ACTION: 'DISPLAY', DESCRIPTION: 'Còn 3 ngày: Ngày hội', TRIGGER: '-P2DT17H' }],
      ['VALARM', { ACTION: 'DISPLAY', DESCRIPTION: 'Còn 1 ngày: Ngày hội', TRIGGER: '-PT17H' }],
    ]);
  });

  test('do not ring for what lies behind', () => {
    const alarms = (startsOn: string): number | undefined => read(calendarFile([one({ startsOn, endsOn: startsOn })], options)).parts[0]?.parts.length;
    expect(['2020-05-15', '2020-05-16', '2020-05-18', '2020-05-22'].map(alarms)).toEqual([0, 1, 2, 3]);
  });
});

test('an event stays the same event when its day is moved, and two of one year are two', () => {
  const uids = (...some: Occasion[]): (string | undefined)[] => read(calendarFile(some, options)).parts.map((part) => part.properties.get('UID'));
  expect(uids(one({}))).toEqual(uids(one({ startsOn: '2020-07-09', endsOn: '2020-07-10' })));
  expect(uids(one({ startsOn: '2021-06-01', endsOn: '2021-06-01' }))).not.toEqual(uids(one({})));
  expect(new Set(uids(one({}), one({ startsOn: '2020-11-20', endsOn: '2020-11-20' }))).size).toBe(2);
});

test.each([
  ['signs that iCalendar uses itself', 'Hội; họp, \\ "thi": xã A\nxã B'],
  ['letters of two, three and four octets at every place of the fold', `${'Đường lên Mường Phăng ẵẫỗữ 🎉 '.repeat(12)}hết`],
])('%s come back as they were', (_, title) => {
  for (let shift = 0; shift < 8; shift += 1) {
    const text = calendarFile([one({ title: `${'x'.repeat(shift)}${title}` })], options);
    expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(read(text).parts[0]?.properties.get('DESCRIPTION')).toBe(`${'x'.repeat(shift)}${title}`);
  }
});

test('a letter with a loose accent is joined first, so that no line begins with an accent', () => {
  const text = calendarFile([one({ title: `${'a'.repeat(61)}${'ế'.normalize('NFD')}` })], options);
  expect(read(text).parts[0]?.properties.get('DESCRIPTION')).toBe(`${'a'.repeat(61)}ế`);
  expect(text).not.toMatch(/\r\n \p{M}/u);
});

test('a control character never reaches the file', () => {
  const [part] = read(calendarFile([one({ note: 'một\u0000hai\tba' })], options)).parts;
  expect(part?.properties.get('DESCRIPTION')).toBe('Ngày hội\nmột hai ba');
});
