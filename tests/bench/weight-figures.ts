/** What a phone downloads, in Brotli kB: the same files that the test of the house weighs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isForReviewers } from '../../src/worker/kept-files.ts';
import { firstLoad, precached, weightOf } from '../house/weight.ts';
import type { Manifest } from '../house/weight.ts';
import { rounded } from './measure.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist');

export function weightFigures(): object {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Manifest;
  const paper = JSON.parse(readFileSync(join(root, 'tests/house/weight.json'), 'utf8')) as Record<string, { modules?: readonly string[]; goal: number }>;
  const worker = readFileSync(join(built, 'sw.js'), 'utf8');
  return Object.fromEntries(
    Object.entries(paper).map(([name, { modules, goal }]) => {
      const files = modules ? firstLoad(manifest, modules) : filesOf(name, worker);
      const bytes = files.reduce((sum, file) => sum + weightOf(built, file), 0);
      return [name, { kilobytes: rounded(bytes / 1000, 1), goal: goal / 1000 }];
    }),
  );
}

function filesOf(name: string, worker: string): readonly string[] {
  if (name === 'worker') return ['sw.js'];
  const kept = precached(worker);
  // What every phone keeps; an upper union's keeps the reviewer's pages as well.
  return kept.filter((file) => isForReviewers(file) === (name === 'reviewer'));
}
