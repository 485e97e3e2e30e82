/** What the page and the manifest allow a reader to do with them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, root } from './source.ts';

const page = readFileSync(join(root, 'index.html'), 'utf8');
const manifest = JSON.parse(readFileSync(join(root, 'public/manifest.webmanifest'), 'utf8')) as Record<string, unknown>;

test('[kA12] whoever needs larger letters may zoom as far as the browser goes', () => {
  const viewports = [...page.matchAll(/<meta name="viewport" content="([^"]*)"/g)].map(([, content = '']) => content);
  expect(viewports).toHaveLength(1);
  const settings = new Map((viewports[0] ?? '').split(',').map((each) => each.split('=').map((part) => part.trim()) as [string, string]));
  expect(settings.get('width')).toBe('device-width');
  for (const lock of ['user-scalable', 'maximum-scale', 'minimum-scale']) expect(settings.has(lock), lock).toBe(false);
  // A touch on the page may be a pinch.
  const locks = filesIn('src', ['.css']).filter(({ text }) => /touch-action\s*:\s*(none|pan|manipulation)/.test(text));
  expect(locks.map(({ path }) => path)).toEqual([]);
});

test('[kA12] the phone may be held upright or on its side', () => {
  expect(manifest['orientation'] ?? 'any').toBe('any');
  const locks = filesIn('src', ['.ts', '.tsx']).filter(({ text }) => /orientation\s*\.\s*lock\s*\(/.test(text));
  expect(locks.map(({ path }) => path)).toEqual([]);
});

test('[kA6] the page says that it speaks Vietnamese, and so does the installed app', () => {
  expect(page).toMatch(/<html lang="vi">/);
  expect(manifest['lang']).toBe('vi');
});
