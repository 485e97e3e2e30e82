import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { deskReportWords } from '../../src/i18n/desk-report-words.ts';
import { problemWords } from '../../src/i18n/problem-words.ts';
import { reviewWords } from '../../src/i18n/review-words.ts';

test.each([['desk-words.ts', 100], ['desk-report-words.ts', 60]])('every message of %s has a note for its translator', (file, least) => {
  const lines = readFileSync(new URL(`../../src/i18n/${file}`, import.meta.url), 'utf8').split('\n');
  const messages = lines.flatMap((line, at) => (/^ {2}[a-zA-Z]+: /.test(line) ? [at] : []));
  expect(messages.length).toBeGreaterThan(least);
  expect(messages.filter((at) => !(lines[at - 1] ?? '').endsWith('*/')).map((at) => lines[at])).toEqual([]);
});

test('a locked report is opened in the same words at the desk and on a phone, with an example of its own', () => {
  for (const key of ['lockedText', 'unlock', 'unlockReason', 'unlockHint', 'unlockMissing', 'unlockNow', 'unlockNot'] as const) expect(deskReportWords[key]).toBe(reviewWords[key]);
  expect(problemWords({ code: 'reason-missing' }).next).not.toBe(deskReportWords.unlockMissing);
});
