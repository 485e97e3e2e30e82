import { describe, expect, test } from 'vitest';
import { lunarYearName, occasionsAround, occasionsOfYear, ordinalIn } from '../../src/domain/occasion-year.ts';
import { Occasion } from '../../src/domain/occasion.ts';
import { parsePublication } from '../../src/domain/publication.ts';
import { day, occasions } from '../make/activity-context.ts';

function ofYear(year: number, id: string): Occasion[] {
  return occasionsOfYear(occasions, year, 2020).filter((one) => one.id === id);
}

describe('another working year', () => {
  test('90 years of the Party are 91 in 2021, in its ordinal and in its short title', () => {
    expect(ofYear(2021, 'e0203')).toMatchObject([{ startsOn: '2021-02-03', endsOn: '2021-02-03', ordinal: '91 năm', shortTitle: '91 năm thành lập Đảng', status: 'planned' }]);
    expect(ofYear(2045, 'e0902')).toMatchObject([{ startsOn: '2045-09-02', ordinal: '100 năm', shortTitle: '100 năm Quốc khánh 2/9' }]);
  });

  test('where two are remembered on one day both count', () => {
    expect(ofYear(2025, 'e0308')[0]?.ordinal).toBe('115 năm / 1985 năm');
    expect(ofYear(2021, 'e0801')[0]?.ordinal).toBe('91 năm / 23 năm');
  });

  test('Tết is where the moon puts it, under the name of its own year', () => {
    expect(ofYear(2021, 'e-tet')).toMatchObject([{ startsOn: '2021-02-12', title: 'Tết Nguyên đán Tân Sửu (mùng 1 tháng Giêng)', shortTitle: 'Tết Nguyên đán Tân Sửu' }]);
    expect(ofYear(2030, 'e-tet')).toMatchObject([{ startsOn: '2030-02-02', shortTitle: 'Tết Nguyên đán Canh Tuất' }]);
    expect(ofYear(2021, 'l-ongtao')).toMatchObject([{ startsOn: '2021-02-04' }]);
    expect(ofYear(2020, 'l-gioto')).toMatchObject([{ startsOn: '2020-04-02' }]);
  });

  test('a month of action lasts as long as it did, and says its own year', () => {
    expect(ofYear(2022, 'm-at')).toMatchObject([{ startsOn: '2022-05-01', endsOn: '2022-05-31', title: 'Tháng hành động về ATVSLĐ năm 2022 (01–31/5/2022)' }]);
  });

  test('December counts to the year that closes on the next 30/11', () => {
    expect(ofYear(2021, 'e1222')).toMatchObject([{ startsOn: '2020-12-22', ordinal: '76 năm' }]);
    expect(ofYear(2020, 'e1222')).toMatchObject([{ startsOn: '2019-12-22', ordinal: '75 năm' }]);
  });

  test('what is said about one year is not said about another: notes and outcomes stay behind, an unsure day stays unsure', () => {
    for (const one of occasionsOfYear(occasions, 2023, 2020)) {
      expect(one.note, one.id).toBe('');
      expect(one.status, one.id).toBe(one.id === 'l-tetmong' ? 'unconfirmed' : 'planned');
      expect(one.title, one.id).not.toContain('2020');
    }
  });
});

test('in its own year an occasion stands as published, and what has no day stands in the year of the calendar alone', () => {
  const year = occasionsOfYear(occasions, 2020, 2020);
  expect(year.filter((one) => one.id === 's-hoaban')).toEqual(occasions.filter((one) => one.id === 's-hoaban'));
  expect(year.slice(-3).map((one) => one.startsOn)).toEqual([null, null, null]);
  expect(occasionsOfYear(occasions, 2021, 2020).some((one) => one.startsOn === null)).toBe(false);
});

test('a day that the province moved within its year is not computed a second time', () => {
  const moved = occasions.map((one) => one.id === 'e0519' ? { ...one, startsOn: day('2020-05-22'), endsOn: day('2020-05-22') } : one);
  expect(occasionsOfYear(moved, 2020, 2020).filter((one) => one.id === 'e0519').map((one) => one.startsOn)).toEqual(['2020-05-22']);
  expect(occasionsOfYear(moved, 2021, 2020).filter((one) => one.id === 'e0519').map((one) => one.startsOn)).toEqual(['2021-05-19']);
});

test('a lunar day near the turn of the working year comes twice, or not at all, as the moon has it; 29/02 only in leap years', () => {
  const base = { title: 'x', shortTitle: 'x', startsOn: '2020-12-01', endsOn: '2020-12-01', ordinal: '', requirementIds: [], status: 'planned', note: '' };
  // 17/10 âm lịch falls on 01/12/2020, 21/11/2021, 10/11/2022, 29/11/2023, 17/11/2024, 06/12/2025, 25/11/2026, 14/11/2027.
  const lunar = Occasion.parse({ ...base, id: 'moon', repeat: { kind: 'lunar', day: 17, month: 10 } });
  const days = (year: number): readonly (string | null)[] => occasionsOfYear([lunar], year, 2020).map((one) => one.startsOn);
  expect([2025, 2026, 2027].map(days)).toEqual([[], ['2025-12-06', '2026-11-25'], ['2027-11-14']]);
  const leap = Occasion.parse({ ...base, id: 'leap', startsOn: '2020-02-29', endsOn: '2020-02-29', repeat: { kind: 'solar', day: 29, month: 2 } });
  expect([2021, 2022, 2023, 2024].map((year) => occasionsOfYear([leap], year, 2020).map((one) => one.startsOn))).toEqual([[], [], [], ['2024-02-29']]);
});

test('a count that stands inside another number is left alone, and two counts never overwrite each other', () => {
  const one = Occasion.parse({
    id: 'two', title: '130 năm, 30 năm và 31 năm của 30 xã', shortTitle: '30 năm', startsOn: '2020-03-01', endsOn: '2020-03-01', ordinal: '30 năm / 31 năm',
    requirementIds: [], status: 'planned', note: '', origin: ['1990-03-01', '1989'], repeat: { kind: 'solar', day: 1, month: 3 },
  });
  expect(occasionsOfYear([one], 2021, 2020)).toMatchObject([{ title: '130 năm, 31 năm và 32 năm của 30 xã', shortTitle: '31 năm', ordinal: '31 năm / 32 năm' }]);
});

describe('what an officer is reminded of', () => {
  const on = (today: string, id: string): (string | null)[] =>
    occasionsAround(occasions, day(today), 2020).filter((one) => one.id === id).map((one) => one.startsOn);

  test('belongs to the year that runs, years after the calendar was published', () => {
    expect(on('2026-05-15', 'e0519')).toEqual(['2026-05-19']);
    expect(occasionsAround(occasions, day('2026-05-15'), 2020).find((one) => one.id === 'e0519')?.shortTitle).toBe('136 năm Ngày sinh Bác Hồ');
    expect(on('2020-05-15', 'e0519')).toEqual(['2020-05-19']);
  });

  test('is the coming one, once the next working year is near', () => {
    expect(on('2025-11-20', 'e1222')).toEqual(['2024-12-22']);
    expect(on('2025-11-22', 'e1222')).toEqual(['2025-12-22']);
    expect(on('2025-12-31', 'e1222')).toEqual(['2025-12-22']);
  });

  test('stands once, and nothing that repeats is lost', () => {
    for (const today of ['2020-05-15', '2025-11-30', '2025-12-01', '2031-02-28']) {
      const ids = occasionsAround(occasions, day(today), 2020).map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { id, repeat } of occasions) if (repeat !== undefined) expect(ids, today).toContain(id);
    }
  });
});

test('nothing is counted from what had not begun', () => {
  const [party] = ofYear(2020, 'e0203');
  expect(ordinalIn(party?.origin ?? [], 1930)).toBe('');
  expect(ordinalIn(party?.origin ?? [], 1931)).toBe('1 năm');
});

test('lunar years carry the names of the cycle of sixty', () => {
  expect([1968, 1984, 2019, 2020, 2021, 2044].map(lunarYearName)).toEqual(['Mậu Thân', 'Giáp Tý', 'Kỷ Hợi', 'Canh Tý', 'Tân Sửu', 'Giáp Tý']);
});

describe('publications of other ages', () => {
  const old = { id: 'e0519', title: 'Ngày sinh', shortTitle: 'Ngày sinh', startsOn: '2020-05-19', endsOn: '2020-05-19', ordinal: '130 năm', requirementIds: [], status: 'held', note: '' };

  test('an occasion published before origins and repetitions is read as one that happens once', () => {
    const read = parsePublication('occasion/e0519', old);
    if (read.kind !== 'occasion') throw new Error(read.kind);
    expect(occasionsOfYear([read.occasion], 2020, 2020)).toHaveLength(1);
    expect(occasionsOfYear([read.occasion], 2021, 2020)).toEqual([]);
  });

  test('a way of repeating that only a later version knows costs the repetition, not the occasion', () => {
    const read = parsePublication('occasion/e0519', { ...old, repeat: { kind: 'weekly', on: 3 }, origin: ['khoảng 1890'] });
    expect(read).toMatchObject({ kind: 'occasion', occasion: { startsOn: '2020-05-19', ordinal: '130 năm' } });
  });

  test('origins reach back to any year, with a day or without one', () => {
    const read = parsePublication('occasion/e0519', { ...old, origin: ['1890-05-19', '0040'] });
    expect(read).toMatchObject({ occasion: { origin: ['1890-05-19', '0040'] } });
  });
});
