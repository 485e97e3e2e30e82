import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesOf, glossaryBreaches, nounsOf } from './glossary.ts';
import { asLines, filesIn, root } from './source.ts';

const path = 'src/domain/GLOSSARY.md';
const paper = readFileSync(join(root, path), 'utf8');

test('every noun of the ground stands in the glossary with its Vietnamese, and the glossary names no noun that is gone', () => {
  expect(asLines(glossaryBreaches(nounsOf(filesIn('src/domain', ['.ts'])), entriesOf(paper, 'Nouns of the code'), path))).toEqual([]);
});

test('a Vietnamese word of the office has one English word and the other way round', () => {
  const words = entriesOf(paper, 'Words of the office');
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((entry, index) => words.findIndex((other) => other.term === entry.term) !== index)).toEqual([]);
  expect(words.filter((entry, index) => words.findIndex((other) => other.vietnamese === entry.vietnamese) !== index)).toEqual([]);
});

test('a missing, a vanished, a doubled and an empty entry are each found', () => {
  const nouns = nounsOf([{ path: 'src/domain/unit.ts', text: 'export const Unit = 1; export type Unit = 2; export interface Level {} export const dayMs = 3; type Own = 1;' }]);
  expect(nouns).toEqual(['Level', 'Unit']);
  const entries = entriesOf('## Nouns\n| `Unit` | đơn vị | who |\n| `Unit` | đơn vị | who |\n| `Gone` | x | y |\n| `Level` |  | y |\n\n## Other\n| `No` | a | b |\n', 'Nouns');
  expect(glossaryBreaches([...nouns, 'Task'], entries, 'G').map((breach) => `${breach.rule} ${breach.what}`)).toEqual([
    'missing Task', 'gone Gone', 'twice Unit', 'empty Level',
  ]);
});
