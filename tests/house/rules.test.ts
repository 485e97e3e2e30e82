import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, root } from './source.ts';

const letters = 'FSNELPWB';

/** `* F1 …` and `**L1** …`: the ids that a specification gives out. */
function rulesOf(paper: string): string[] {
  return [...paper.matchAll(new RegExp(`(?:^\\* |\\*\\*)([${letters}]\\d+)\\b`, 'gm'))].map(([, id = '']) => id);
}

/** The ids that titles quote: `[L2]`, `[L2, F4]`, `[L1–L11, L13–L15]`. */
function quotedIn(text: string): string[] {
  return [...text.matchAll(/\[([A-Z]\d+(?:[–, ]+[A-Z]\d+)*)\]/g)].flatMap(([, list = '']) =>
    list.split(/,\s*/).flatMap((part) => {
      const [from = '', to] = part.split('–');
      const letter = from.slice(0, 1);
      const first = Number(from.slice(1));
      const last = to === undefined ? first : Number(to.slice(1));
      return Array.from({ length: last - first + 1 }, (_, index) => `${letter}${first + index}`);
    }));
}

const rules = rulesOf(readFileSync(join(root, 'src/sync/SPEC.md'), 'utf8'));
// This file quotes examples.
const tests = filesIn('tests', ['.test.ts', '.test.tsx', '.contract.ts', '.cases.ts', '.spec.ts']).filter((file) => !file.path.endsWith('/rules.test.ts'));
const quoted = new Set(tests.flatMap((file) => quotedIn(file.text)));

test('every rule and every promise of the specification is quoted by a test', () => {
  for (const letter of letters) expect(rules.filter((id) => id.startsWith(letter)).length, letter).toBeGreaterThan(3);
  expect(rules.filter((id) => !quoted.has(id))).toEqual([]);
});

test('no test quotes a rule that is gone, and no rule has the number of another', () => {
  expect([...quoted].filter((id) => letters.includes(id.slice(0, 1)) && !rules.includes(id))).toEqual([]);
  expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
});

test('rules and quotations are read in every way they are written', () => {
  expect(rulesOf('* F1 one\n**L2** two, as F1 says\nsee F9\n')).toEqual(['F1', 'L2']);
  expect(quotedIn("test('[L1] a'); test('[L1–L3, F2] b'); a[0]")).toEqual(['L1', 'L1', 'L2', 'L3', 'F2']);
});
