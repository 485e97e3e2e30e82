/**
 * Notebooks as they lay on phones, one file a state of the app that officers may have had. Each is opened by the code
 * of today: a phone may come back after years.
 */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook } from '../../src/device/notebook.ts';

interface KeptShelf {
  readonly keyPath: string;
  readonly indexes: Readonly<Record<string, string>>;
  readonly rows: readonly Record<string, unknown>[];
}

interface KeptNotebook {
  readonly version: number;
  readonly shelves: Readonly<Record<string, KeptShelf>>;
}

const folder = new URL('../fixtures/', import.meta.url);
const names = readdirSync(folder).filter((name) => /^notebook-\d+\.json$/.test(name));
const read = (name: string): KeptNotebook => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as KeptNotebook;

/** The database as it lay on the phone, made past our own code. */
function layDown(kept: KeptNotebook, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, kept.version);
    request.addEventListener('upgradeneeded', () => {
      for (const [shelf, { keyPath, indexes, rows }] of Object.entries(kept.shelves)) {
        const objects = request.result.createObjectStore(shelf, { keyPath });
        for (const [index, path] of Object.entries(indexes)) objects.createIndex(index, path);
        for (const row of rows) objects.put(row);
      }
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
}

let count = 0;
async function openKept(kept: KeptNotebook): Promise<Notebook> {
  count += 1;
  const name = `kept-${count}`;
  await layDown(kept, name);
  return openNotebook({ name });
}

describe.each(names)('[L2] %s, as an old phone brings it', (name) => {
  const kept = read(name);
  const rows = kept.shelves['journal']?.rows ?? [];

  it('every word in it is read', async () => {
    const notebook = await openKept(kept);
    expect(await notebook.unreadable()).toEqual([]);
    expect(await notebook.entries({ limit: 1_000 })).toHaveLength(rows.length);
    // Written before there were photos: it reads as having none, and is otherwise as it was.
    expect(await notebook.drafts()).toMatchObject(kept.shelves['drafts']?.rows ?? []);
    expect((await notebook.drafts()).every((draft) => Array.isArray(draft.content.photos))).toBe(true);
    expect((await notebook.identity())?.unit.id).toBe('c01');
  });

  it('what waits and what needs hands is known, and counting goes on where it stopped', async () => {
    const notebook = await openKept(kept);
    const counts = await notebook.counts();
    expect([counts.open, counts.needsHands]).toEqual([rows.filter((row) => row['open'] === 1).length, rows.filter((row) => row['hands'] === 1).length]);
    expect(counts.open).toBeGreaterThan(0);
    expect((await notebook.head()).seq).toBe(Math.max(...rows.map((row) => row['seq'] as number)));
  });

  it('what waits is sent just as it was saved', async () => {
    const notebook = await openKept(kept);
    const { changes } = await notebook.take(Date.parse('2030-01-01'), 1_000_000);
    expect(changes).toEqual(rows.filter((row) => row['open'] === 1).map((row) => row['change']).toSorted(bySeq));
  });
});

function bySeq(one: unknown, other: unknown): number {
  return (one as { seq: number }).seq - (other as { seq: number }).seq;
}
