/**
 * Words as a rule over files: sentences live in one room, every message is used, and what an officer reads is
 * Vietnamese, short and calm. Sources of the last: the checks kA11, kV1 and kV2 of the design.
 */
import type { Breach, Node, SourceFile } from './source.ts';
import { isCode, isNode, lineOf, treeOf, walk } from './source.ts';

const vietnameseLetter = /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/i;

/** Attributes that somebody reads or hears. */
const spokenAttributes = new Set(['title', 'alt', 'placeholder', 'label', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext']);

/** Rooms that may hold Vietnamese: the catalogue, and the published content as data. */
const wordRooms = ['src/i18n/', 'src/content/'];

/** @returns every sentence that stands outside the rooms of words. Comments do not count. */
export function strayBreaches(files: readonly SourceFile[]): Breach[] {
  const found: Breach[] = [];
  for (const file of files) {
    if (wordRooms.some((room) => file.path.startsWith(room))) continue;
    const refuse = (node: Node, what: string): void => {
      found.push({ path: `${file.path}:${lineOf(file, node.start)}`, rule: 'stray', what });
    };
    if (file.path.endsWith('.css')) {
      for (const [whole] of withoutCssComments(file.text).matchAll(/(["']).*?\1/g)) {
        if (vietnameseLetter.test(whole)) found.push({ path: file.path, rule: 'stray', what: whole });
      }
      continue;
    }
    if (!isCode(file.path)) continue;
    const inDomain = file.path.startsWith('src/domain/');
    walk(treeOf(file), (node, [parent]) => {
      for (const text of textsOf(node)) {
        if (isStray(text.normalize('NFC'), inDomain)) refuse(node, text.trim());
      }
      if (node.type === 'JSXText' && /\p{L}{2}/u.test(String(node['value'])) && !isKeyCap(parent)) refuse(node, String(node['value']).trim());
      if (node.type === 'Literal' && parent?.type === 'JSXAttribute' && spokenAttributes.has(attributeName(parent)) && /\p{L}{2}/u.test(String(node['value']))) {
        refuse(node, `${attributeName(parent)}="${String(node['value'])}"`);
      }
    });
  }
  return found;
}

/**
 * One letter alone serves folding and sorting (`đ` → `d`). On the ground a rule may know single words of a list, such
 * as titles and surnames in the check for personal names; more than three syllables is a sentence there too.
 */
function isStray(text: string, inDomain: boolean): boolean {
  if (!vietnameseLetter.test(text) || [...text.trim()].length === 1) return false;
  return !inDomain || text.trim().split(/\s+/).length > 3 || /[.?!…]$/.test(text.trim());
}

/** `<kbd>Enter</kbd>`: what is printed on the key is no sentence. */
function isKeyCap(element: Node | undefined): boolean {
  const opening = element?.['openingElement'];
  return isNode(opening) && String((opening['name'] as Node)['name']) === 'kbd';
}

function attributeName(attribute: Node): string {
  return String((attribute['name'] as Node)['name']);
}

function textsOf(node: Node): string[] {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node.type === 'TemplateElement') return [(node['value'] as { cooked?: string }).cooked ?? ''];
  return [];
}

/** One message: its key and every text that may be shown for it. */
export interface Message {
  readonly path: string;
  readonly catalogue: string;
  readonly key: string;
  readonly texts: readonly string[];
}

/** The messages of the exported objects whose names end with `Words`, wherever a file of i18n declares them. */
export function messagesOf(files: readonly SourceFile[]): Message[] {
  const found: Message[] = [];
  for (const file of files) {
    if (!isCode(file.path)) continue;
    for (const statement of treeOf(file)['body'] as readonly Node[]) {
      const declaration = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : undefined;
      if (!isNode(declaration) || declaration.type !== 'VariableDeclaration') continue;
      for (const each of declaration['declarations'] as readonly Node[]) {
        const name = String((each['id'] as Node)['name']);
        const object = bare(each['init']);
        if (!name.endsWith('Words') || object?.type !== 'ObjectExpression') continue;
        for (const property of object['properties'] as readonly Node[]) {
          if (property.type !== 'Property') continue;
          const key = property['key'] as Node;
          found.push({ path: file.path, catalogue: name, key: String(key['name'] ?? key['value']), texts: shownTexts(property['value'] as Node) });
        }
      }
    }
  }
  return found;
}

/** The object behind `as const`, `satisfies …` or a call such as `catalogue({ … })`. */
function bare(value: unknown): Node | undefined {
  if (!isNode(value)) return undefined;
  if (['TSAsExpression', 'TSSatisfiesExpression', 'ParenthesizedExpression'].includes(value.type)) return bare(value['expression']);
  if (value.type === 'CallExpression') return bare((value['arguments'] as readonly unknown[])[0]);
  return value;
}

function shownTexts(value: Node): string[] {
  const texts: string[] = [];
  walk(value, (node, [parent]) => {
    const isKey = parent?.type === 'Property' && parent['key'] === node && parent['value'] !== node;
    if (!isKey) texts.push(...textsOf(node).filter((text) => text !== ''));
  });
  return texts;
}

/**
 * @returns the messages that nobody says. `phoneWords.saved` says one. Where a catalogue is asked by a computed key
 * (`stateWords[state]`), a message counts as said when its key stands somewhere outside the catalogue's own file.
 */
export function unusedBreaches(messages: readonly Message[], files: readonly SourceFile[]): Breach[] {
  const said = new Set<string>();
  const askedByComputedKey = new Set<string>();
  const namesIn = new Map<string, Set<string>>();
  for (const file of files) {
    if (!isCode(file.path)) continue;
    const tree = treeOf(file);
    const realNames = importedNames(tree);
    const names = new Set<string>();
    namesIn.set(file.path, names);
    walk(tree, (node) => {
      if (node.type === 'Identifier') names.add(String(node['name']));
      for (const text of textsOf(node)) names.add(text);
      const object = node['object'];
      if (node.type !== 'MemberExpression' || !isNode(object) || object.type !== 'Identifier') return;
      const catalogue = realNames.get(String(object['name'])) ?? String(object['name']);
      const property = node['property'] as Node;
      if (node['computed'] !== true) said.add(`${catalogue}.${String(property['name'])}`);
      else if (property.type === 'Literal') said.add(`${catalogue}.${String(property['value'])}`);
      else askedByComputedKey.add(catalogue);
    });
  }
  return messages
    .filter(({ path, catalogue, key }) => {
      if (said.has(`${catalogue}.${key}`)) return false;
      return !askedByComputedKey.has(catalogue) || ![...namesIn].some(([where, names]) => where !== path && names.has(key));
    })
    .map(({ path, catalogue, key }) => ({ path, rule: 'unused', what: `${catalogue}.${key}` }));
}

/** Local name → name in the file it comes from. */
function importedNames(tree: Node): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of tree['body'] as readonly Node[]) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const each of statement['specifiers'] as readonly Node[]) {
      const imported = each['imported'];
      if (isNode(imported)) names.set(String((each['local'] as Node)['name']), String(imported['name']));
    }
  }
  return names;
}

/**
 * @returns sentences that are put together from pieces: messages added with `+`, a template in which one message runs
 * into another or into words of its own, and messages that begin or end as a piece does. Between two whole messages a
 * mark of its own (` – `, ` · `) may stand, as in the title of a tab.
 */
export function piecedBreaches(files: readonly SourceFile[], messages: readonly Message[]): Breach[] {
  const found: Breach[] = [];
  for (const { path, key, texts } of messages) {
    for (const text of texts) if (/^[\s,.;]|\s$/.test(text)) found.push({ path, rule: 'pieced', what: `${key}: “${text}”` });
  }
  for (const file of files) {
    if (!isCode(file.path)) continue;
    walk(treeOf(file), (node) => {
      if (!isPieced(node)) return;
      found.push({ path: `${file.path}:${lineOf(file, node.start)}`, rule: 'pieced', what: file.text.slice(node.start, node.end) });
    });
  }
  return found;
}

function isPieced(node: Node): boolean {
  if (node.type === 'BinaryExpression') return node['operator'] === '+' && [node['left'], node['right']].some(saysSomething);
  if (node.type !== 'TemplateLiteral') return false;
  const said = (node['expressions'] as readonly Node[]).map(saysSomething);
  if (!said.includes(true)) return false;
  const between = (node['quasis'] as readonly Node[]).flatMap(textsOf);
  return between.some((text, index) => /\p{L}/u.test(text) || (index > 0 && index <= said.length - 1 && (said[index - 1] ?? false) && (said[index] ?? false) && /^[\s,]*$/.test(text)));
}

/** A message of a catalogue (`words.saved`), spoken (`say(…)`) or chosen between two. */
function saysSomething(value: unknown): boolean {
  if (!isNode(value)) return false;
  if (value.type === 'ConditionalExpression') return saysSomething(value['consequent']) || saysSomething(value['alternate']);
  if (value.type === 'CallExpression') return isNode(value['callee']) && ['say', 'fill'].includes(String(value['callee']['name']));
  return value.type === 'MemberExpression' && isNode(value['object']) && /^(words|\w+Words)$/.test(String(value['object']['name'])) && value['computed'] !== true;
}

const mostWords = 20;

/** Names and keys that Vietnamese writes as they are. All-capital short forms and units of size pass by themselves. */
const borrowed = new Set([
  'excel', 'zalo', 'facebook', 'wi-fi', 'chrome', 'safari', 'android', 'iphone', 'ipad', 'word', 'bluetooth', 'google', 'sqlite',
  'play', 'enter', 'esc', 'kb', 'mb', 'gb', 'https', 'ics',
]);

const onset = '(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?';
const vowels = '(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|ieu|o[aeio]|oa[iouy]|oeo|u[aeiouy]|ua[uy]|u[eo][iu]?|uy[aeu]|ye|yeu)';
const syllable = new RegExp(`^${onset}${vowels}(c|ch|m|ng?|nh|p|t)?$`);

/** @returns what is wrong with the words of these messages: English, exclamation marks, sentences of more than 20 words. */
export function wordingBreaches(messages: readonly Message[]): Breach[] {
  const found: Breach[] = [];
  for (const { path, key, texts } of messages) {
    for (const text of texts) {
      const refuse = (rule: string, what: string): void => {
        found.push({ path, rule, what: `${key}: ${what}` });
      };
      if (text.includes('!')) refuse('calm', text);
      for (const sentence of text.split(/[.?!…:;·\n]+(?:\s|$)/)) {
        const count = sentence.split(/\s+/).filter((word) => /[\p{L}\d{]/u.test(word)).length;
        if (count > mostWords) refuse('long', `${count} words: ${sentence.trim()}`);
      }
      for (const word of wordsOf(text)) if (!isVietnamese(word)) refuse('foreign', word);
    }
  }
  return found;
}

/** Words without blanks ({ten}), addresses, numbers and codes. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFC').replace(/\{[^}]*\}/g, ' ').replace(/\S*[\p{L}\d][./@#][\p{L}\d]\S*/gu, ' ').replace(/(^|\s)[/#]\S+/g, ' ');
  return plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
}

/** A syllable that ends in a stop carries a tone mark: that tells “chat” from “chật”. */
function isVietnamese(word: string): boolean {
  if (borrowed.has(word.toLowerCase()) || /\p{N}/u.test(word) || word === word.toUpperCase()) return true;
  return word.split('-').every((part) => {
    const folded = part.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
    const coda = syllable.exec(folded)?.[1];
    if (!syllable.test(folded)) return false;
    return !['c', 'ch', 'p', 't'].includes(coda ?? '') || /[\u0301\u0323]/.test(part.normalize('NFD'));
  });
}

const leastLineHeight = 1.35;
/** Figures alone have no marks above or below: a style sheet says so beside such a line. */
const numeralsOnly = 'numerals only';

/** @returns lines too tight for stacked Vietnamese marks, and capitals by style, which cost them too. */
export function styleBreaches(files: readonly SourceFile[]): Breach[] {
  const found: Breach[] = [];
  for (const file of files) {
    if (!file.path.endsWith('.css')) continue;
    for (const [index, line] of file.text.split('\n').entries()) {
      const at = `${file.path}:${index + 1}`;
      const code = withoutCssComments(line);
      if (/text-transform\s*:\s*uppercase/.test(code)) found.push({ path: at, rule: 'capitals', what: line.trim() });
      const tight = /line-height\s*:\s*([\d.]+)(?![\d.]*(?:px|rem|em|%))/.exec(code) ?? /font\s*:[^;]*\/\s*([\d.]+)(?![\d.]*(?:px|rem|em|%))/.exec(code);
      if (tight !== null && Number(tight[1]) < leastLineHeight && !line.includes(numeralsOnly)) {
        found.push({ path: at, rule: 'tight', what: line.trim() });
      }
    }
  }
  return found;
}

/** Two spellings of one accent would make search and sorting miss each other. */
export function composedBreaches(files: readonly SourceFile[]): Breach[] {
  return files
    .filter((file) => file.text !== file.text.normalize('NFC'))
    .map((file) => ({ path: file.path, rule: 'composed', what: 'accents are not in the composed form (NFC)' }));
}

function withoutCssComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ');
}
