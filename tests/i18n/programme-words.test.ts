import { expect, test } from 'vitest';
import { monthsText, planText } from '../../src/i18n/programme-words.ts';

test('the months of an item read as an office writes them; December says which year it is of', () => {
  const text = (from: number, to: number) => monthsText({ from, to }, 2020);
  expect([text(5, 5), text(5, 9), text(12, 11), text(12, 12), text(12, 3), monthsText(null, 2020)]).toEqual([
    'Tháng 5', 'Tháng 5 đến tháng 9', 'Cả năm', 'Tháng 12/2019', 'Tháng 12/2019 đến tháng 3/2020', 'Chưa chọn tháng',
  ]);
});

test('months and role stand in one line, the months alone where nobody is named', () => {
  expect(planText({ months: { from: 5, to: 5 }, responsible: 'Ban Nữ công' }, 2020)).toBe('Tháng 5 · Ban Nữ công');
  expect(planText({ months: { from: 5, to: 5 }, responsible: ' ' }, 2020)).toBe('Tháng 5');
});
