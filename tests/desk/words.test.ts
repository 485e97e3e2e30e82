import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each([['desk-words.ts', 100], ['desk-report-words.ts', 60]])('every message of %s has a note for its translator', (file, least) => {
  const lines = readFileSync(new URL(`../../src/i18n/${file}`, import.meta.url), 'utf8').split('\n');
  const messages = lines.flatMap((line, at) => (/^ {2}[a-zA-Z]+: /.test(line) ? [at] : []));
  expect(messages.length).toBeGreaterThan(least);
  expect(messages.filter((at) => !(lines[at - 1] ?? '').endsWith('*/')).map((at) => lines[at])).toEqual([]);
});
