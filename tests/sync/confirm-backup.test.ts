/** What a confirmed copy makes safe, and what it never may (SPEC.md §7). */
import { beforeEach, describe, expect, it } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryStorage } from '../../src/server/storage/memory.ts';
import { confirmCopy } from '../../src/sync/confirm-backup.ts';
import type { CopyStanding } from '../../src/sync/confirm-backup.ts';
import { aRow, someFacts } from '../make/server.ts';

const unit = 'c01' as UnitId;
let storage: MemoryStorage;
const confirm = (epochId: string, position: number, hash = `rolling-${position}`) => {
  const copy: CopyStanding = { epochId, heads: new Map([[unit, { position, hash }]]) };
  return storage.transaction((page) => confirmCopy(page, copy));
};
const safe = () => storage.transaction((page) => page.safe([unit]));

beforeEach(async () => {
  storage = openMemoryStorage();
  await storage.transaction(async (page) => {
    await page.beginEpoch({ id: 'first', ordinal: 1, mark: '' });
    await page.write(someFacts({ rows: [aRow(1), aRow(2), aRow(3)] }));
  });
});

describe('a confirmed copy', () => {
  it('[E6] makes safe what it holds, and not what came after it', async () => {
    expect(await confirm('first', 2)).toEqual({ kind: 'confirmed', raised: [{ scope: 'c01', from: 0, to: 2 }] });
    expect(await safe()).toEqual({ c01: 2 });
  });

  it('[E6] takes nothing back when it is older than the one before', async () => {
    await confirm('first', 3);
    expect(await confirm('first', 2)).toEqual({ kind: 'confirmed', raised: [] });
    expect(await safe()).toEqual({ c01: 3 });
  });

  it('of another server is refused', async () => {
    expect(await confirm('elsewhere', 2)).toEqual({ kind: 'epoch-other' });
    expect(await safe()).toEqual({});
  });

  it('[E6] that holds other rows under the same numbers, or more than stands here, is refused whole', async () => {
    expect(await confirm('first', 2, 'rows of a lost life')).toEqual({ kind: 'rows-other', scope: 'c01' });
    expect(await confirm('first', 4)).toEqual({ kind: 'rows-other', scope: 'c01' });
    expect(await safe()).toEqual({});
  });

  it('[E6] of an earlier life of this server counts as far as its rows still stand', async () => {
    await storage.transaction((page) => page.beginEpoch({ id: 'second', ordinal: 2, mark: '' }));
    expect((await confirm('first', 2)).kind).toBe('confirmed');
    expect(await safe()).toEqual({ c01: 2 });
  });
});
