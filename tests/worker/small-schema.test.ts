/** The worker reads with a small part of zod of our own: on whatever it may be handed, it must judge as zod does. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { unframe } from '../../src/sync/frame.ts';
import * as small from '../../src/worker/small-schema.ts';
import { anIdentity } from '../device/notebook.cases.ts';
import { Recording } from '../wire/wire-world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Judge {
  safeParse(value: unknown): { readonly success: boolean; readonly data?: unknown };
}
type Judges = Readonly<Record<'reply' | 'request' | 'row' | 'identity' | 'draft' | 'photo', Judge>>;

async function judges(): Promise<Judges> {
  const protocol = await import('../../src/sync/protocol.ts');
  const { JournalRow } = await import('../../src/device/journal-row.ts');
  const { Identity } = await import('../../src/device/identity.ts');
  const { DraftEntry } = await import('../../src/device/draft-entry.ts');
  return { reply: protocol.ExchangeReply, request: protocol.ExchangeRequest, row: JournalRow, identity: Identity, draft: DraftEntry, photo: protocol.PhotoReply };
}

let whole: Judges;
let ours: Judges;
beforeAll(async () => {
  whole = await judges();
  vi.resetModules();
  vi.doMock('zod/mini', () => import('../../src/worker/small-schema.ts'));
  ours = await judges();
});
afterAll(() => {
  vi.doUnmock('zod/mini');
  vi.resetModules();
});

/** Values of the wire as they were once recorded, and what stood in a notebook once kept. */
async function samples(): Promise<readonly (readonly [keyof Judges, unknown])[]> {
  const folder = join(root, 'tests/wire/v1');
  const found: [keyof Judges, unknown][] = [];
  for (const name of readdirSync(folder).filter((each) => /^\d\d-/.test(each))) {
    for (const { request, reply, isLost } of Recording.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).exchanges) {
      found.push(['request', unframe(request)]);
      if (!isLost) found.push(['reply', unframe(reply)]);
    }
  }
  const kept = JSON.parse(readFileSync(join(root, 'tests/fixtures/notebook-1.json'), 'utf8')) as unknown;
  for (const value of objectsIn(kept)) {
    if ('changeId' in value && 'seq' in value && 'open' in value) found.push(['row', value]);
    if ('draftId' in value && 'content' in value) found.push(['draft', value]);
  }
  found.push(['identity', await anIdentity()]);
  found.push(['photo', { v: 1, hash: 'a'.repeat(64), epoch: { id: 'one', ordinal: 1, mark: '' }, now: '2020-05-15T00:00:00.000Z', standing: { held: 3 } }]);
  return found;
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

const spoilers: readonly unknown[] = [undefined, null, '', 'x', -1, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, true, [], {}, [null], { code: 'ok' }, 'x'.repeat(70), '2020-02-30'];

/** The value with one place changed, for every place and every spoiler; and with the place gone. */
function* spoilt(value: unknown, depth = 0): Generator {
  if (typeof value !== 'object' || value === null || depth > 7) return;
  const places = Array.isArray(value) ? [...value.keys()].slice(0, 3) : Object.keys(value);
  for (const place of places) {
    const put = (inner: unknown): unknown => (Array.isArray(value) ? value.with(place as number, inner) : { ...value, [place]: inner });
    for (const spoiler of spoilers) yield put(spoiler);
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([key]) => key !== place));
    for (const inner of spoilt((value as Record<string | number, unknown>)[place], depth + 1)) yield put(inner);
  }
}

describe('the schemas of the worker', () => {
  it('read every message and every row that was ever kept as zod does', async () => {
    const found = await samples();
    expect(new Set(found.map(([kind]) => kind))).toEqual(new Set(['reply', 'request', 'row', 'identity', 'draft', 'photo']));
    for (const [kind, value] of found) {
      expect(whole[kind].safeParse(value).success, kind).toBe(true);
      expect(ours[kind].safeParse(value), kind).toEqual({ success: true, data: whole[kind].safeParse(value).data });
    }
  });

  it('refuse what zod refuses, and keep and leave out the same, whichever place is spoilt', { timeout: 60_000 }, async () => {
    let refusedCount = 0;
    let keptCount = 0;
    const seen = new Set<string>();
    for (const [kind, value] of await samples()) {
      // One of each shape: the hundredth edition teaches nothing new.
      const shape = `${kind} ${JSON.stringify(value).replaceAll(/"[^"]*"(?!:)|\d+/g, '')}`.slice(0, 400);
      if (seen.has(shape)) continue;
      seen.add(shape);
      for (const other of spoilt(value)) {
        const [theirs, mine] = [whole[kind].safeParse(other), ours[kind].safeParse(other)];
        if (theirs.success !== mine.success) expect.fail(`${kind}: zod says ${theirs.success} of ${JSON.stringify(other).slice(0, 2_000)}`);
        if (theirs.success) expect(mine.data).toEqual(theirs.data);
        if (theirs.success) keptCount += 1;
        else refusedCount += 1;
      }
    }
    expect(refusedCount).toBeGreaterThan(1_000);
    expect(keptCount).toBeGreaterThan(100);
  });

  it('use no part of zod that is not there', () => {
    const missing = filesBehind(join(root, 'src/worker/sw.ts')).flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\bz\.([a-z_]\w*)\(/g)].filter(([, name = '']) => !(name in small)).map(([, name]) => `${path}: z.${name}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Every source that the worker's bundle begins with; types alone bring nothing along. */
function filesBehind(path: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(path) || !existsSync(path)) return [];
  seen.add(path);
  for (const [, target = ''] of readFileSync(path, 'utf8').matchAll(/^import (?!type)[^;]*?from '(\.[^']+)';/gm)) filesBehind(resolve(dirname(path), target), seen);
  return [...seen];
}
