import { describe, expect, it, test } from 'vitest';
import type { RequirementId } from '../../src/domain/id.ts';
import { daysOfSpan, spanOf, yearMonths } from '../../src/domain/month-span.ts';
import { addDays } from '../../src/domain/time.ts';
import { deedOf, programmeProgress, untoldRequirements } from '../../src/domain/programme-progress.ts';
import type { Deed, ItemProgress } from '../../src/domain/programme-progress.ts';
import { day } from '../make/activity-context.ts';
import { aProgramme, key } from '../make/programme.ts';
import { recordId } from '../make/report.ts';

const untold = new Set(['6.3' as RequirementId]);
const deed = (requirementId: string, on: string, title = 'Hoạt động', number = 1): Deed =>
  ({ recordId: recordId(number), requirementIds: [requirementId as RequirementId], on: day(on), title });

function progressOf(id: string, deeds: readonly Deed[], today: string, items: Parameters<typeof aProgramme>[1] = {}): ItemProgress | undefined {
  return programmeProgress(aProgramme('c01', items), deeds, untold, day(today)).find((one) => one.key === key(id));
}

describe('how far an item is follows from what was recorded', () => {
  test.each<readonly [string, string, readonly Deed[], string, string]>([
    ['its month has not come', '2.6', [], '2020-05-15', 'ahead'],
    ['its month runs and nothing was recorded', '5.1', [], '2020-05-31', 'due'],
    ['recorded in its month', '5.1', [deed('5.1', '2020-05-02')], '2020-05-15', 'done'],
    ['recorded the month before, for an item of one month', '5.1', [deed('5.1', '2020-04-28')], '2020-05-15', 'begun'],
    ['recorded, and its months still run', '1.1', [deed('1.1', '2020-01-10')], '2020-05-15', 'begun'],
    ['recorded, and its months are over', '4.2', [deed('4.2', '2020-02-10')], '2020-05-15', 'done'],
    ['its month is over and nothing was recorded', '2.2', [], '2020-03-01', 'late'],
    ['recorded after its month', '2.2', [deed('2.2', '2020-03-10')], '2020-05-15', 'done'],
    ['only another requirement was recorded', '5.1', [deed('5.2', '2020-05-02')], '2020-06-01', 'late'],
    ['no activity can be recorded for it', '6.3', [], '2020-12-01', 'untold'],
    ['the report was sent that the directive asks for', 'C.2', [deed('C.2', '2020-05-15')], '2020-05-15', 'begun'],
  ])('%s', (_, id, deeds, today, state) => {
    expect(progressOf(id, deeds, today)?.state).toBe(state);
  });

  it('says which records, and that they came after their time', () => {
    const late = deed('2.2', '2020-03-10', 'Kỷ niệm', 7);
    expect(progressOf('2.2', [late], '2020-05-15')).toMatchObject({ wasLate: true, deeds: [late.recordId] });
    expect(progressOf('2.2', [deed('2.2', '2020-02-03', 'Mít tinh', 8), late], '2020-05-15')).toMatchObject({ wasLate: false, deeds: [recordId(8), late.recordId] });
  });

  it('counts an activity for every requirement that it names', () => {
    const both = { ...deed('2.5', '2020-05-19'), requirementIds: ['2.5', '4.5'] as RequirementId[] };
    expect([progressOf('2.5', [both], '2020-05-20')?.state, progressOf('4.5', [both], '2020-05-20')?.state]).toEqual(['done', 'done']);
  });

  it('follows an item of the unit’s own by activities that begin with its title, whole words and without accents', () => {
    const items = { own0a1b2c3d: { requirementId: null, title: 'Gặp mặt đoàn viên', months: { from: 4, to: 4 }, responsible: '', isKept: true } };
    const at = (title: string) => progressOf('own0a1b2c3d', [deed('8.2', '2020-04-10', title)], '2020-05-15', items)?.state;
    expect([at('Gặp mặt đoàn viên ba điểm trường'), at('gap mat doan vien'), at('Gặp mặt đoàn viênx'), at('Buổi gặp mặt đoàn viên')]).toEqual(['done', 'done', 'late', 'late']);
  });

  it('says nothing of what was taken out', () => {
    expect(progressOf('5.1', [], '2020-05-15', { '5.1': { isKept: false } })).toBeUndefined();
  });
});

test('whatever the months and the day: one more record never makes an item late or undone, and late is only what is over and empty', () => {
  const rank = { ahead: 0, due: 0, late: 0, untold: 0, begun: 1, done: 2 };
  const whole = aProgramme();
  const item = whole.items[key('5.1')];
  if (!item) throw new Error('5.1 is proposed to every unit');
  const year = daysOfSpan({ from: 12, to: 11 }, 2020);
  const days = Array.from({ length: 25 }, (_, index) => addDays(year.from, index * 15));
  for (const from of yearMonths.filter((_, index) => index % 3 === 0)) {
    for (const to of yearMonths.filter((_, index) => index % 4 === 1)) {
      const months = spanOf(from, to);
      const span = daysOfSpan(months, 2020);
      const programme = { ...whole, items: { [key('5.1')]: { ...item, months } } };
      for (const today of days) {
        const state = (deeds: readonly Deed[]) => programmeProgress(programme, deeds, untold, today)[0]?.state ?? 'untold';
        expect(state([])).toBe(today < span.from ? 'ahead' : today > span.to ? 'late' : 'due');
        const some = days.filter((on) => on <= today).map((on, index) => ({ ...deed('5.1', on), recordId: recordId(index) }));
        const one = some.slice(0, 1);
        expect(rank[state(one)]).toBeGreaterThan(0);
        expect(rank[state(some)]).toBeGreaterThanOrEqual(rank[state(one)]);
        if (today > span.to && one.length > 0) expect(state(one)).toBe('done');
      }
    }
  }
});

test('a report tells what asks for reports, and no item by its title; what no record can name is told by nothing', () => {
  const today = day('2020-05-15');
  expect(deedOf(recordId(1), { activity: null, heldOn: day('2020-06-30') }, today)).toEqual({ recordId: recordId(1), requirementIds: ['C.2'], on: today, title: '' });
  expect([...untoldRequirements([{ id: 'C.1', isOpen: false }, { id: 'C.2', isOpen: false }, { id: '5.1', isOpen: true }] as { id: RequirementId; isOpen: boolean }[])]).toEqual(['C.1']);
});
