/** One concept, one word: every noun of the ground stands in the glossary with its Vietnamese, and nothing else does. */
import type { Breach, Node, SourceFile } from './source.ts';
import { isCode, isNode, treeOf } from './source.ts';

export interface Entry {
  readonly term: string;
  readonly vietnamese: string;
  readonly meaning: string;
}

/** The rows of the tables below the heading `## heading`: `| \`Term\` | Vietnamese | meaning |`. */
export function entriesOf(paper: string, heading: string): Entry[] {
  const part = paper.split(/^## /m).find((each) => each.startsWith(`${heading}\n`)) ?? '';
  return [...part.matchAll(/^\| `([^`]+)` \|([^|]*)\|([^|]*)\|$/gm)].map(([, term = '', vietnamese = '', meaning = '']) => ({
    term, vietnamese: vietnamese.trim(), meaning: meaning.trim(),
  }));
}

/** The exported types, interfaces and schemas of these files, by their names. */
export function nounsOf(files: readonly SourceFile[]): string[] {
  const nouns = new Set<string>();
  for (const file of files.filter((each) => isCode(each.path))) {
    for (const statement of treeOf(file)['body'] as readonly Node[]) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : undefined;
      if (!isNode(declaration)) continue;
      const declared = declaration.type === 'VariableDeclaration' ? (declaration['declarations'] as readonly Node[]) : [declaration];
      for (const each of declared) if (isNode(each['id']) && /^[A-Z]/.test(String(each['id']['name']))) nouns.add(String(each['id']['name']));
    }
  }
  return [...nouns].toSorted();
}

/** @returns nouns without an entry, entries without a noun, and entries without Vietnamese or meaning. */
export function glossaryBreaches(nouns: readonly string[], entries: readonly Entry[], path: string): Breach[] {
  const terms = entries.map((entry) => entry.term);
  return [
    ...nouns.filter((noun) => !terms.includes(noun)).map((noun) => ({ path, rule: 'missing', what: noun })),
    ...terms.filter((term) => !nouns.includes(term)).map((term) => ({ path, rule: 'gone', what: term })),
    ...terms.filter((term, index) => terms.indexOf(term) !== index).map((term) => ({ path, rule: 'twice', what: term })),
    ...entries.filter((entry) => entry.vietnamese === '' || entry.meaning === '').map((entry) => ({ path, rule: 'empty', what: entry.term })),
  ];
}
