/** A province that began with an older version gets what a newer one has to say, and keeps what it said itself. */
import { expect, test } from 'vitest';
import { publications2020 } from '../../src/content/publications-2020.ts';
import type { Publication } from '../../src/domain/publication.ts';
import { emptyPhotoBytesState, memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import { newEpochId } from '../../src/server/seals.ts';
import type { Host } from '../../src/server/services/host.ts';
import { prepareStore } from '../../src/server/services/prepare-store.ts';
import { publishAdded } from '../../src/server/services/publish-added.ts';
import { PublishedContent } from '../../src/server/services/published-content.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import { contentScope } from '../../src/sync/protocol.ts';
import { publish } from '../../src/sync/publish.ts';
import { firstEpoch } from '../../src/sync/restore.ts';

/** A store that was once filled with these, and nothing later. */
async function storeWith(publications: readonly Publication[]): Promise<Host> {
  const storage = openMemoryStorage();
  const { seals } = await prepareStore(storage);
  const host: Host = { storage, seals, published: new PublishedContent(), photos: memoryPhotoBytes(emptyPhotoBytesState()), nowMs: () => Date.parse('2026-05-15T02:00:00.000Z') };
  await storage.transaction(async (page) => {
    await page.beginEpoch(firstEpoch({ mark: seals.mark, newEpochId }));
    await publish(page, contentScope, publications.map((one) => ({ kind: 'publication' as const, key: one.id, body: one })), { hash: seals.hash, nowMs: host.nowMs() });
  });
  return host;
}

function published(host: Host): Promise<{ key: string; text: string }[]> {
  return host.storage.transaction(async (page) => (await page.rowsOfKind(contentScope, 'publication')).map(({ key, text }) => ({ key, text })));
}

const all = publications2020({ sample: false });
const older = all.filter(({ id }) => id !== 'citations' && id !== 'notes');

test('an upgraded province publishes the cited documents and the notes, once', async () => {
  const host = await storeWith(older);
  expect(await publishAdded(host)).toBe(2);
  expect((await published(host)).slice(older.length).map(({ key }) => key)).toEqual(['citations', 'notes']);
  expect(await publishAdded(host)).toBe(0);
});

test('what the province has written itself is not replaced', async () => {
  const own = { ...(all.find(({ id }) => id === 'notes') as Publication), version: 7, body: [] };
  const host = await storeWith([...older, own]);
  expect(await publishAdded(host)).toBe(1);
  expect((await published(host)).filter(({ key }) => key === 'notes').map(({ text }) => JSON.parse(text) as unknown)).toEqual([own]);
});

test('a province with another directive gets nothing of this one', async () => {
  const other = older.map((one) => (one.id === 'directive' ? { ...one, body: { ...(one.body as object), id: 'dinh-huong-2031' } } : one));
  expect(await publishAdded(await storeWith(other))).toBe(0);
  expect(await publishAdded(await storeWith([]))).toBe(0);
});
