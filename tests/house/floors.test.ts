import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floorBreaches, rooms } from './floors.ts';
import { asLines, filesIn, root } from './source.ts';

/** The rules broken by one file at `path` beside a few innocent ones. */
function rulesBrokenBy(path: string, text: string): string[] {
  const innocent = [
    { path: 'src/domain/unit.ts', text: 'export const x = 1;' },
    { path: 'src/sync/protocol.ts', text: "import type { x } from '../domain/unit.ts'; export const y = 1;" },
    { path: 'src/sync/engine.ts', text: 'export const step = 1;' },
    { path: 'src/content/units.ts', text: 'export const units = 1;' },
    { path: 'src/phone/start.ts', text: 'export const start = 1;' },
    { path: 'src/server/main.ts', text: 'export const main = 1;' },
  ].filter((file) => file.path !== path);
  return [...new Set(floorBreaches([...innocent, { path, text }]).map((breach) => breach.rule))];
}

describe('the house stands as drawn', () => {
  test('every import of src points downward, by its file’s name, through no cycle, and the ground knows no clock or chance', () => {
    expect(asLines(floorBreaches(filesIn('src', ['.ts', '.tsx', '.css'])))).toEqual([]);
  });

  test('every folder of src has its row in the table and its own tsconfig', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((folder) => folder.name).filter((name) => rooms[name] === undefined)).toEqual([]);
    expect(folders.map((folder) => folder.name).filter((name) => !existsSync(join(root, 'src', name, 'tsconfig.json')))).toEqual([]);
  });

  test('the table itself lets no room look up or sideways', () => {
    for (const [name, room] of Object.entries(rooms)) {
      for (const below of room.rooms) expect(rooms[below.split('/')[0] ?? '']?.floor, `${name} → ${below}`).toBeLessThan(room.floor);
    }
  });
});

describe('the floors rule can say no', () => {
  test.each([
    ['an upward import', 'src/domain/report.ts', "import { step } from '../sync/engine.ts'; step;", 'floor'],
    ['an upward import of a type', 'src/domain/report.ts', "import type { step } from '../sync/engine.ts'; export type T = typeof step;", 'floor'],
    ['an upward import inside a type', 'src/domain/report.ts', "export type T = import('../sync/engine.ts').T;", 'floor'],
    ['an upward dynamic import', 'src/sync/pace.ts', "export const later = () => import('../phone/start.ts');", 'floor'],
    ['an upward re-export', 'src/sync/pace.ts', "export { start } from '../phone/start.ts'; export const pace = 1;", 'floor'],
    ['a neighbour', 'src/phone/desk-link.ts', "import '../server/main.ts';", 'floor'],
    ['the phone reaching for content, which comes through sync', 'src/phone/queries.ts', "import { units } from '../content/units.ts'; units;", 'floor'],
    ['the desk reaching for the engine', 'src/desk/api.ts', "import { step } from '../sync/engine.ts'; step;", 'floor'],
    ['an import that leaves src', 'src/server/main.ts', "import '../../tests/make.ts';", 'floor'],
    ['a package of another room', 'src/sync/store.ts', "import { Dexie } from 'dexie'; Dexie;", 'package'],
    ['the whole of zod', 'src/domain/report.ts', "import * as z from 'zod'; z;", 'package'],
    ['Node in the engine', 'src/sync/store.ts', "import { readFileSync } from 'node:fs'; readFileSync;", 'package'],
    ['an import of a computed name', 'src/phone/screen.ts', 'export const load = (name: string) => import(name);', 'package'],
    ['an import without its extension', 'src/phone/screen.ts', "import { start } from './start'; start;", 'extension'],
    ['an import of a file that is not there', 'src/phone/screen.ts', "import { start } from './begin.ts'; start;", 'extension'],
    ['JSON that Node would refuse', 'src/content/rubric.ts', "import rubric from './rubric.json'; rubric;", 'extension'],
    ['a default export', 'src/phone/screen.ts', 'export default function Screen() {}', 'default'],
    ['a default export by another name', 'src/phone/screen.ts', 'const a = 1; export { a as default };', 'default'],
    ['a barrel by name', 'src/domain/index.ts', 'export const a = 1;', 'barrel'],
    ['a barrel by nature', 'src/domain/all.ts', "export { x } from './unit.ts';", 'barrel'],
    ['export *', 'src/domain/all.ts', "export * from './unit.ts'; export const a = 1;", 'barrel'],
    ['a folder named utils', 'src/phone/utils/day.ts', 'export const a = 1;', 'name'],
    ['a file named helpers', 'src/phone/helpers.ts', 'export const a = 1;', 'name'],
    ['a file in camel case', 'src/phone/homeScreen.ts', 'export const a = 1;', 'name'],
    ['a room without a row', 'src/cellar/wine.ts', 'export const a = 1;', 'room'],
  ])('%s is refused', (_name, path, text, rule) => {
    expect(rulesBrokenBy(path, text)).toContain(rule);
  });

  test.each([
    'Date.now();', 'Date["now"]();', 'new Date();', 'Date();', 'Math.random();', 'const { random } = Math;', 'crypto.randomUUID();',
    'setTimeout(() => 1, 5);', 'fetch("/api");', 'performance.now();', 'globalThis.crypto;', 'const a = { fetch };', 'console.log(1);',
  ])('%s is refused on the ground, in the engine and in documents', (text) => {
    expect(rulesBrokenBy('src/domain/report.ts', text)).toContain('pure');
    expect(rulesBrokenBy('src/sync/pace.ts', text)).toContain('pure');
    expect(rulesBrokenBy('src/documents/letter.ts', text)).toContain('pure');
    expect(rulesBrokenBy('src/server/main.ts', text)).toEqual([]);
  });

  test.each(['new Date(ms);', 'Date.parse(text);', 'Math.max(1, 2);', 'port.fetch();', 'interface P { fetch(): void }', 'const a = { performance: 1 };'])(
    '%s is welcome there',
    (text) => {
      expect(rulesBrokenBy('src/sync/pace.ts', text)).toEqual([]);
    },
  );

  test('a cycle is found, also when it is made of types only', () => {
    const files = [
      { path: 'src/domain/a.ts', text: "import type { B } from './b.ts'; export type A = B;" },
      { path: 'src/domain/b.ts', text: "import type { C } from './c.ts'; export type B = C;" },
      { path: 'src/domain/c.ts', text: "import type { A } from './a.ts'; export type C = A;" },
    ];
    expect(asLines(floorBreaches(files))).toEqual(['src/domain/a.ts: cycle: src/domain/a.ts → src/domain/b.ts → src/domain/c.ts → src/domain/a.ts']);
  });
});
