/** The table of checks beside the tests that quote them. */
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SourceFile } from './source.ts';
import { filesIn, root } from './source.ts';

/** How many checks the design names, by the letter of their part. */
const numbered: Readonly<Record<string, number>> = { I: 12, O: 15, F: 11, A: 12, C: 12, V: 7 };
const designed = Object.entries(numbered).flatMap(([part, count]) => Array.from({ length: count }, (_, index) => `k${part}${index + 1}`));

interface Row {
  readonly id: string;
  /** From the root of the repository. */
  readonly files: readonly string[];
  readonly reason: string;
}

function rowsOf(table: string): Row[] {
  return [...table.matchAll(/^\| (k[A-Z]\d+) \|[^|]*\|(.*)\|$/gm)].map(([, id = '', cell = '']) => ({
    id,
    files: [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => posix.join('tests', target)),
    reason: cell.replaceAll(/\[[^\]]*\]\([^)]*\)/g, '').replaceAll(/[\s,;]+/g, ' ').trim(),
  }));
}

/** Check → files whose test titles quote it: `test('[kO7] …'`. */
function quotedIn(files: readonly SourceFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  const quoted = new Map<string, Set<string>>();
  for (const { path, text } of files) {
    for (const [, list = ''] of text.matchAll(/["'`]\[([A-Za-z]+\d+(?:(?:, |–)[A-Za-z]+\d+)*)\] /g)) {
      for (const [id] of list.matchAll(/\bk[A-Z]\d+\b/g)) quoted.set(id, (quoted.get(id) ?? new Set()).add(path));
    }
  }
  return quoted;
}

function mistakesIn(table: string, files: readonly SourceFile[]): string[] {
  const rows = rowsOf(table);
  const quoted = quotedIn(files);
  const known = new Map(rows.map((row) => [row.id, row]));
  return [
    ...designed.filter((id) => !known.has(id)).map((id) => `${id} has no row`),
    ...rows.filter(({ id }, index) => rows.findIndex((row) => row.id === id) !== index).map(({ id }) => `${id} has two rows`),
    ...rows.filter(({ id }) => !designed.includes(id)).map(({ id }) => `${id} is no check of the design`),
    ...rows.filter(({ files: named, reason }) => named.length === 0 && reason.length < 20).map(({ id }) => `${id} has neither a test nor a reason`),
    ...rows.flatMap(({ id, files: named }) => named.filter((path) => !quoted.get(id)?.has(path)).map((path) => `${path} has no test that quotes ${id}`)),
    ...[...quoted].flatMap(([id, paths]) => [...paths].filter((path) => !known.get(id)?.files.includes(path)).map((path) => `${path} quotes ${id}, and its row does not name it`)),
  ];
}

test('every check of the design is proved by a test that quotes it, or says why it is not', () => {
  const files = filesIn('tests', ['.test.ts', '.spec.ts', '.cases.ts', '.contract.ts']).filter(({ path }) => path !== 'tests/house/checks.test.ts');
  expect(quotedIn(files).size).toBeGreaterThan(40);
  expect(mistakesIn(readFileSync(join(root, 'tests/CHECKS.md'), 'utf8'), files)).toEqual([]);
});

describe('the table can be wrong', () => {
  const whole = designed.map((id) => `| ${id} | words | not yet: this is not built at all |`).join('\n');
  const spec = (text: string): SourceFile[] => [{ path: 'tests/journeys/a.spec.ts', text }];

  test('a whole table without tests is right', () => {
    expect(mistakesIn(whole, [])).toEqual([]);
  });

  test.each([
    ['a row is missing', whole.replace(/^\| kO7 .*\n/m, ''), spec(''), 'kO7 has no row'],
    ['a row is no check', `${whole}\n| kO99 | words | not yet: this is not built at all |`, spec(''), 'kO99 is no check of the design'],
    ['a check stands twice', `${whole}\n| kO7 | words | not yet: this is not built at all |`, spec(''), 'kO7 has two rows'],
    ['nothing is said', whole.replace(/^\| kO7 .*$/m, '| kO7 | words | |'), spec(''), 'kO7 has neither a test nor a reason'],
    ['the file quotes another', whole.replace(/^\| kO7 .*$/m, '| kO7 | words | [a](journeys/a.spec.ts) |'), spec("test('[kO8] x"), 'tests/journeys/a.spec.ts has no test that quotes kO7'],
    ['a test quotes what has a reason only', whole, spec("test('[D1, kO7] x"), 'tests/journeys/a.spec.ts quotes kO7, and its row does not name it'],
    ['a test quotes what is no check', whole, spec("test('[kF12] x"), 'tests/journeys/a.spec.ts quotes kF12, and its row does not name it'],
  ])('%s', (_title, table, files, mistake) => {
    expect(mistakesIn(table, files)).toContain(mistake);
  });
});
