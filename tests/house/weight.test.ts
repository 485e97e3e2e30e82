import { expect, test } from 'vitest';
import { firstLoad, precached, tooHeavy } from './weight.ts';
import type { Manifest } from './weight.ts';

const manifest: Manifest = {
  'index.html': { file: 'assets/main.js', dynamicImports: ['src/phone/start.ts', 'src/desk/start.ts'] },
  'src/phone/start.ts': { file: 'assets/phone.js', imports: ['_preact.js'], css: ['assets/phone.css'], dynamicImports: ['_phone-home-Ab_-1234.js'] },
  '_phone-home-Ab_-1234.js': { file: 'assets/home.js', imports: ['_preact.js', '_dexie.js'] },
  'src/desk/start.ts': { file: 'assets/desk.js' },
  '_preact.js': { file: 'assets/preact.js' },
  '_dexie.js': { file: 'assets/dexie.js', imports: ['_preact.js'] },
};

test('a first load counts the page, the chunks it names and all that they import, once each', () => {
  expect(firstLoad(manifest, ['index.html', 'src/phone/start.ts'])).toEqual([
    'assets/main.js', 'assets/phone.css', 'assets/phone.js', 'assets/preact.js', 'index.html',
  ]);
  expect(firstLoad(manifest, ['index.html', 'src/phone/start.ts', 'phone-home'])).toContain('assets/dexie.js');
});

test('a screen that is no longer a chunk of its own is told, not weighed as nothing', () => {
  expect(() => firstLoad(manifest, ['index.html', 'src/phone/gone.tsx'])).toThrow('src/phone/gone.tsx is no chunk of the build');
});

test('the worker’s list is read in every way the build may write it', () => {
  expect(precached('x([{"revision":null,"url":"assets/a.js"},{revision:"1",url:"index.html"},{url:`icons/b.svg`,revision:null}])')).toEqual([
    'assets/a.js', 'index.html', 'icons/b.svg',
  ]);
});

test('more than the goal, and more than 5 % above the committed figure, are each refused', () => {
  expect(tooHeavy('home', 1_050, 1_000, 2_000)).toBeUndefined();
  expect(tooHeavy('home', 1_051, 1_000, 2_000)).toContain('5 %');
  expect(tooHeavy('home', 2_001, 2_000, 2_000)).toContain('the goal');
});
