import { expect, test } from 'vitest';
import { lateText } from '../../src/desk/screens/reports/report-words.ts';
import type { LocalDate } from '../../src/domain/time.ts';

const dueOn = '2020-06-08' as LocalDate;

test('a report says whether it was in time, and until when it could come, not when it came', () => {
  expect(lateText({ dueOn, daysLate: 0 })).toBe('Đúng hạn (hạn 08/6)');
  expect(lateText({ dueOn, daysLate: 58 })).toBe('Quá hạn 58 ngày (hạn 08/6)');
  expect(lateText({ dueOn: null, daysLate: 0 })).toBe('');
});
