/**
 * The floors of the house as a rule over files: who may import whom, by which name, and what the two lowest rooms
 * and documents may never touch. src/README.md shows the same table to a reader.
 */
import { posix } from 'node:path';
import type { Breach, Node, SourceFile } from './source.ts';
import { isCode, isNode, treeOf, walk } from './source.ts';

interface Room {
  /** 0 is the ground. */
  readonly floor: number;
  readonly rooms: readonly string[];
  /** Package names; a trailing `*` stands for anything. */
  readonly packages: readonly string[];
}

/** `main.ts` is the roof; every folder of src is a room. */
export const rooms: Readonly<Record<string, Room>> = {
  domain: { floor: 0, rooms: [], packages: ['zod/mini'] },
  sync: { floor: 1, rooms: ['domain'], packages: ['zod/mini'] },
  content: { floor: 1, rooms: ['domain'], packages: ['zod/mini'] },
  i18n: { floor: 1, rooms: ['domain'], packages: [] },
  documents: { floor: 2, rooms: ['domain', 'i18n'], packages: ['docx', 'fflate', 'write-excel-file/universal'] },
  ui: { floor: 2, rooms: ['i18n'], packages: ['preact', 'preact/hooks'] },
  device: { floor: 2, rooms: ['domain', 'sync'], packages: ['fflate', 'zod/mini'] },
  phone: { floor: 3, rooms: ['domain', 'sync', 'i18n', 'documents', 'ui', 'device'], packages: ['preact', 'preact/hooks'] },
  // The desk speaks the words of its own doors; the engine beside them is the phone's.
  desk: { floor: 3, rooms: ['domain', 'sync/desk-protocol.ts', 'sync/desk-report-protocol.ts', 'sync/desk-programme-protocol.ts', 'sync/problem-reply.ts', 'i18n', 'documents', 'ui'], packages: ['preact', 'preact/hooks', 'zod/mini'] },
  worker: { floor: 3, rooms: ['domain', 'sync', 'device'], packages: [] },
  server: {
    floor: 3,
    rooms: ['domain', 'sync', 'content', 'i18n'],
    // vite: `npm start` builds the app before it serves it.
    packages: ['node:*', 'hono', 'hono/*', '@hono/node-server', '@hono/node-server/*', 'kysely', 'kysely/*', 'commander', 'rate-limiter-flexible', 'vite', 'zod/mini'],
  },
  'main.ts': { floor: 4, rooms: ['phone', 'desk'], packages: [] },
};

// The types of docx bring Node's along: for documents this rule is the wall that the compiler cannot be.
const pureRooms: readonly string[] = ['domain', 'sync', 'documents'];
const emptyNames = new Set(['utils', 'util', 'lib', 'common', 'helpers', 'helper', 'misc', 'shared']);

/** Time, chance, network and the machine, by the names a program reaches them by. */
const refusedGlobals = new Set([
  'crypto', 'fetch', 'performance', 'setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'queueMicrotask', 'requestAnimationFrame',
  'globalThis', 'window', 'self', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest',
  'process', 'Buffer', 'require', 'console',
]);

interface Import {
  readonly from: string;
  readonly line: string;
  readonly attributes: readonly string[];
}

/** @returns every breach of the floors, names and purity in these files, which are the whole of src. */
export function floorBreaches(files: readonly SourceFile[]): Breach[] {
  const breaches: Breach[] = [];
  const present = new Set(files.map((file) => file.path));
  const edges = new Map<string, string[]>();
  for (const file of files) {
    breaches.push(...nameBreaches(file.path));
    if (!isCode(file.path)) continue;
    const tree = treeOf(file);
    const room = roomOf(file.path);
    const row = rooms[room];
    if (row === undefined) {
      breaches.push({ path: file.path, rule: 'room', what: `“${room}” has no row in the table of floors` });
      continue;
    }
    breaches.push(...exportBreaches(file.path, tree));
    const targets: string[] = [];
    for (const each of importsOf(tree)) {
      if (!each.from.startsWith('.')) {
        if (!row.packages.some((allowed) => matches(allowed, each.from))) {
          breaches.push({ path: file.path, rule: 'package', what: `${room} may not import ${each.from}` });
        }
        continue;
      }
      const target = posix.normalize(posix.join(posix.dirname(file.path), each.from.replace(/\?.*$/, '')));
      breaches.push(...targetBreaches(file.path, each, target, present));
      if (!target.startsWith('src/')) continue;
      targets.push(target);
      const there = roomOf(target);
      if (there !== room && !row.rooms.some((allowed) => allowed === there || `src/${allowed}` === target)) {
        breaches.push({ path: file.path, rule: 'floor', what: `${room} may not import ${target}` });
      }
    }
    edges.set(file.path, targets);
    if (pureRooms.includes(room)) breaches.push(...purityBreaches(file, tree));
  }
  return [...breaches, ...cycleBreaches(edges)];
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function matches(allowed: string, name: string): boolean {
  return allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : allowed === name;
}

function nameBreaches(path: string): Breach[] {
  const found: Breach[] = [];
  for (const part of path.split('/')) {
    const stem = part.replace(/\..*$/, '');
    if (emptyNames.has(stem)) found.push({ path, rule: 'name', what: `“${stem}” says nothing; a helper lives with the noun it serves` });
  }
  const name = posix.basename(path);
  if (/^index\.tsx?$/.test(name)) found.push({ path, rule: 'barrel', what: 'a file is named for the one noun or verb inside' });
  if (isCode(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(name)) found.push({ path, rule: 'name', what: 'file names are kebab-case' });
  return found;
}

function exportBreaches(path: string, tree: Node): Breach[] {
  const found: Breach[] = [];
  const body = tree['body'] as readonly Node[];
  for (const statement of body) {
    if (statement.type === 'ExportDefaultDeclaration') found.push({ path, rule: 'default', what: 'exports have names' });
    if (statement.type === 'ExportNamedDeclaration' && exportedNames(statement).includes('default')) {
      found.push({ path, rule: 'default', what: 'exports have names' });
    }
    if (statement.type === 'ExportAllDeclaration') found.push({ path, rule: 'barrel', what: 'export * hides where a name comes from' });
  }
  if (body.length > 0 && body.every((statement) => isNode(statement['source']) && statement.type.startsWith('Export'))) {
    found.push({ path, rule: 'barrel', what: 'holds nothing but other files’ exports' });
  }
  return found;
}

function exportedNames(statement: Node): string[] {
  return ((statement['specifiers'] ?? []) as readonly Node[]).map((each) => {
    const exported = each['exported'] as Node;
    return String(exported['name'] ?? exported['value']);
  });
}

/** Static, dynamic and type imports, and re-exports. A dynamic import of anything but a plain string is listed as it stands. */
function importsOf(tree: Node): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression', 'TSImportType'].includes(node.type)) return;
    const source = node['source'];
    if (!isNode(source)) return;
    const from = typeof source['value'] === 'string' ? source['value'] : '(computed)';
    const attributes = ((node['attributes'] ?? []) as readonly Node[]).map((each) => String((each['value'] as Node)['value']));
    found.push({ from, line: node.type, attributes });
  });
  return found;
}

function targetBreaches(path: string, each: Import, target: string, present: ReadonlySet<string>): Breach[] {
  const found: Breach[] = [];
  if (!/\.(ts|tsx|json|css|svg|png|woff2)(\?.*)?$/.test(each.from)) {
    found.push({ path, rule: 'extension', what: `${each.from} does not name its file` });
  } else if (!target.startsWith('src/')) {
    found.push({ path, rule: 'floor', what: `${each.from} leaves src` });
  } else if (isCode(target) && !present.has(target)) {
    found.push({ path, rule: 'extension', what: `${each.from} is not there` });
  }
  // Node refuses a JSON module without it, the bundler does not: the compiler alone would not notice.
  if (each.from.endsWith('.json') && each.line !== 'ImportExpression' && !each.attributes.includes('json')) {
    found.push({ path, rule: 'extension', what: `${each.from} needs with { type: 'json' }` });
  }
  return found;
}

function purityBreaches(file: SourceFile, tree: Node): Breach[] {
  const found: Breach[] = [];
  const refuse = (what: string): void => {
    found.push({ path: file.path, rule: 'pure', what: `${what} comes in as an argument here` });
  };
  walk(tree, (node, parents) => {
    const [parent] = parents;
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Date' && (node['arguments'] as unknown[]).length === 0) refuse('new Date()');
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'Date') refuse('Date()');
    if (node.type === 'MemberExpression') {
      const path = `${nameOf(node['object'])}.${memberName(node)}`;
      if (path === 'Date.now' || path === 'Math.random') refuse(path);
    }
    // `const { random } = Math` and `const clock = Date` reach the same things by another door.
    if (node.type === 'VariableDeclarator' && ['Math', 'Date'].includes(nameOf(node['init']))) refuse(nameOf(node['init']));
    if (node.type === 'Identifier' && refusedGlobals.has(nameOf(node)) && parent !== undefined && isReference(node, parent)) refuse(nameOf(node));
  });
  return found;
}

function nameOf(value: unknown): string {
  return isNode(value) && value.type === 'Identifier' ? String(value['name']) : '';
}

function memberName(node: Node): string {
  const property = node['property'] as Node;
  return node['computed'] === true ? String(property['value'] ?? '') : nameOf(property);
}

/** Whether an identifier reads a variable, not the name of a property, a type's member or a parameter of a type. */
function isReference(node: Node, parent: Node): boolean {
  if (parent.type === 'MemberExpression') return parent['object'] === node || parent['computed'] === true;
  if (parent.type === 'Property') return parent['value'] === node || parent['computed'] === true;
  if (['MethodDefinition', 'PropertyDefinition'].includes(parent.type)) return parent['value'] === node;
  return !parent.type.startsWith('TS') || ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSTypeQuery'].includes(parent.type);
}

/** One line a cycle, named from its alphabetically first file. */
function cycleBreaches(edges: ReadonlyMap<string, readonly string[]>): Breach[] {
  const found = new Map<string, Breach>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string, trail: readonly string[]): void => {
    state.set(path, 'open');
    for (const target of edges.get(path) ?? []) {
      const here = [...trail, path];
      if (state.get(target) === 'open') {
        const cycle = here.slice(here.indexOf(target));
        const first = cycle.toSorted()[0] ?? target;
        const at = cycle.indexOf(first);
        const turned = [...cycle.slice(at), ...cycle.slice(0, at)];
        found.set(turned.join(), { path: first, rule: 'cycle', what: [...turned, first].join(' → ') });
      } else if (state.get(target) === undefined) visit(target, here);
    }
    state.set(path, 'done');
  };
  for (const path of [...edges.keys()].toSorted()) if (state.get(path) === undefined) visit(path, []);
  return [...found.values()];
}
