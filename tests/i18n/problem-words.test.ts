import { expect, test } from 'vitest';
import { problemCatalogue, problemWords } from '../../src/i18n/problem-words.ts';

test('a refused number is told with its name and its bounds, written as offices write numbers', () => {
  const words = problemWords({ code: 'figure-out-of-bounds', details: { label: 'Số người dự', min: 0, max: 12000 } });
  expect(words.sentence).toBe('Số người dự: số phải từ 0 đến 12.000.');
});

test("a check speaks the published form's own sentence, and a year stays a year", () => {
  const details = { sentence: 'Ngày phải nằm trong năm công tác {year}.', year: 2020 };
  expect(problemWords({ code: 'check-failed', details }).sentence).toBe('Ngày phải nằm trong năm công tác 2020.');
});

test('a code that only a newer server knows still gets a sentence and a next step', () => {
  expect(problemWords({ code: 'moon-missing' })).toEqual(problemCatalogue['body-malformed']);
  expect(problemWords({ code: 'constructor' })).toEqual(problemCatalogue['body-malformed']);
});

test('every code has a sentence and a next step, each ending in a full stop', () => {
  for (const [code, { sentence, next }] of Object.entries(problemCatalogue)) {
    expect([code, sentence === '{sentence}' || sentence.endsWith('.')]).toEqual([code, true]);
    expect([code, next.endsWith('.')]).toEqual([code, true]);
  }
});
