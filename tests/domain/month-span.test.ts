import { describe, expect, it, test } from 'vitest';
import { daysOfSpan, holdsMonth, monthOrder, MonthSpan, spanOf, tappedMonth, yearMonths } from '../../src/domain/month-span.ts';

describe('the months of an item', () => {
  it('begin with December of the year before, and end with November', () => {
    expect(daysOfSpan({ from: 12, to: 11 }, 2020)).toEqual({ from: '2019-12-01', to: '2020-11-30' });
    expect(daysOfSpan({ from: 12, to: 12 }, 2020)).toEqual({ from: '2019-12-01', to: '2019-12-31' });
    expect(daysOfSpan({ from: 1, to: 2 }, 2020)).toEqual({ from: '2020-01-01', to: '2020-02-29' });
    expect(daysOfSpan({ from: 5, to: 5 }, 2021)).toEqual({ from: '2021-05-01', to: '2021-05-31' });
  });

  test('two taps name both ends in whatever order, a third begins anew, and a second tap on the only month takes it away', () => {
    expect(tappedMonth(null, 5)).toEqual({ from: 5, to: 5 });
    expect(tappedMonth({ from: 5, to: 5 }, 12)).toEqual({ from: 12, to: 5 });
    expect(tappedMonth({ from: 5, to: 5 }, 9)).toEqual({ from: 5, to: 9 });
    expect(tappedMonth({ from: 5, to: 9 }, 6)).toEqual({ from: 6, to: 6 });
    expect(tappedMonth({ from: 6, to: 6 }, 6)).toBeNull();
  });

  test('whichever two months are tapped, both ends and all between are held, in one order and without a gap', () => {
    for (const one of yearMonths) {
      for (const other of yearMonths) {
        const span = spanOf(one, other);
        expect(MonthSpan.safeParse(span).success).toBe(true);
        const held = yearMonths.filter((month) => holdsMonth(span, month));
        expect([held[0], held.at(-1)]).toEqual([span.from, span.to]);
        expect(held).toHaveLength(monthOrder(span.to) - monthOrder(span.from) + 1);
        expect(held).toEqual(expect.arrayContaining([one, other]));
      }
    }
    expect(MonthSpan.safeParse({ from: 11, to: 12 }).success).toBe(false);
  });
});
