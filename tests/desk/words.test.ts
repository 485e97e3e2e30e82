import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every message of the desk has a note for its translator', () => {
  const lines = readFileSync(new URL('../../src/i18n/desk-words.ts', import.meta.url), 'utf8').split('\n');
  const messages = lines.flatMap((line, at) => (/^ {2}[a-zA-Z]+: /.test(line) ? [at] : []));
  expect(messages.length).toBeGreaterThan(100);
  expect(messages.filter((at) => !(lines[at - 1] ?? '').endsWith('*/')).map((at) => lines[at])).toEqual([]);
});
