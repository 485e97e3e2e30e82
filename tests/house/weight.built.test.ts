/**
 * The built app against the committed weights (weight.json) and the goals of the product.
 * `WEIGHT=commit` writes the measured figures, for a commit that says why they grew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isForReviewers } from '../../src/worker/kept-files.ts';
import { root } from './source.ts';
import { firstLoad, precached, tooHeavy, weightOf } from './weight.ts';
import type { Manifest } from './weight.ts';

interface Weighed {
  /** What a phone has fetched by then: chunks by their source or group; absent for a single file and the worker's list. */
  readonly modules?: readonly string[];
  readonly goal: number;
  readonly committed: number;
}

const built = join(root, 'dist');
const paper = join(root, 'tests/house/weight.json');
const weights = JSON.parse(readFileSync(paper, 'utf8')) as Record<'activation' | 'home' | 'worker' | 'precache' | 'reviewer', Weighed>;
const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Manifest;
const kept = precached(readFileSync(join(built, 'sw.js'), 'utf8'));

const files: Record<keyof typeof weights, readonly string[]> = {
  activation: firstLoad(manifest, weights.activation.modules ?? []),
  home: firstLoad(manifest, weights.home.modules ?? []),
  worker: ['sw.js'],
  // What every phone keeps; an upper union's keeps the reviewer's pages as well.
  precache: kept.filter((file) => !isForReviewers(file)),
  reviewer: kept.filter(isForReviewers),
};

const names = ['activation', 'home', 'worker', 'precache', 'reviewer'] as const;

describe('what a phone downloads', () => {
  test.each(names)('%s is within its goal, and at most a twentieth above the committed figure', (name) => {
    const each = files[name].map((file) => ({ file, bytes: weightOf(built, file) })).sort((left, right) => right.bytes - left.bytes);
    const measured = each.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`${name}: ${measured} bytes (committed ${weights[name].committed}, goal ${weights[name].goal})\n${each.slice(0, 8).map(({ file, bytes }) => `  ${String(bytes).padStart(7)} ${file}`).join('\n')}`);
    if (process.env['WEIGHT'] === 'commit') {
      weights[name] = { ...weights[name], committed: measured };
      writeFileSync(paper, `${JSON.stringify(weights, null, 2)}\n`);
    }
    expect(tooHeavy(name, measured, weights[name].committed, weights[name].goal)).toBeUndefined();
  });

  test('the worker keeps everything that the home screen needs, and nothing of the desk', () => {
    expect([...files.activation, ...files.home].filter((file) => !kept.includes(file))).toEqual([]);
    const desk = new Set(Object.entries(manifest).filter(([name]) => name.startsWith('src/desk/')).map(([, chunk]) => chunk.file));
    expect(desk.size).toBeGreaterThan(0);
    expect(kept.filter((file) => desk.has(file))).toEqual([]);
  });

  test('no page of a grassroots phone leans on a file that only reviewers’ phones keep', () => {
    const fileOf = (name: string): string => manifest[name]?.file ?? '';
    const leaning = Object.values(manifest).filter(({ file }) => kept.includes(file) && !isForReviewers(file))
      .flatMap(({ file, imports = [] }) => imports.map(fileOf).filter(isForReviewers).map((needed) => `${file} needs ${needed}`));
    expect(leaning).toEqual([]);
  });

  test('no built file reaches for another origin', () => {
    const page = readFileSync(join(built, 'index.html'), 'utf8');
    expect(page.match(/(?:src|href)="(?:https?:)?\/\/[^"]*/g)).toBeNull();
  });
});
