import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, root } from './source.ts';

const papers = [{ path: 'README.md', text: readFileSync(join(root, 'README.md'), 'utf8') }, ...filesIn('src', ['.md']), ...filesIn('tests', ['.md'])];

test('every link from paper to paper leads somewhere', () => {
  const broken = papers.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, dirname(path), target)))
      .map((target) => `${path} → ${target}`));
  expect(broken).toEqual([]);
});

test('every command that the papers name is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const named = papers.flatMap(({ path, text }) =>
    [...text.matchAll(/```[\s\S]*?```|`[^`]+`/g)]
      .flatMap(([code]) => [...code.matchAll(/npm (?:run )?(?!ci\b|run\b)([a-z][a-z-]*)/g)])
      .map(([, script = '']) => ({ path, script })));
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
});

test('every script starts a file that is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const started = Object.values(scripts).flatMap((script) => [...script.matchAll(/\b(?:src|tests)\/[\w./-]+/g)].map(([file]) => file));
  expect(started.length).toBeGreaterThan(2);
  expect(started.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
