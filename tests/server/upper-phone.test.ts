/** A phone of an upper union at the real doors: what it sees, what it may fetch, and what its units are told. */
import { beforeEach, expect, it } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { emptyPhotoBytesState, memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import { publishUppers } from '../../src/server/services/publish-added.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryStorage } from '../../src/server/storage/memory.ts';
import type { StoragePage } from '../../src/server/storage/port.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { publish } from '../../src/sync/publish.ts';
import { aPhoto } from '../make/photo.ts';
import { aChange, anActivity, aPhone, served } from '../make/served.ts';
import type { Phone, Served } from '../make/served.ts';

let storage: MemoryStorage;
let server: Served;

beforeEach(async () => {
  storage = openMemoryStorage();
  server = await served({ storage, photos: memoryPhotoBytes(emptyPhotoBytesState()) });
});

async function theUnit(page: StoragePage, id: string): Promise<Unit> {
  const unit = await page.unit(id as UnitId);
  if (!unit) throw new Error(`there is no unit ${id}`);
  return unit;
}

async function scopesOf(phone: Phone): Promise<string[]> {
  return (await phone.exchange([], { want: 2_000_000 })).ranges.map(({ scope }) => scope).toSorted();
}

it('[S14] sees its own unit and those that report to it, and no other; a grassroots phone sees its own alone', async () => {
  expect(await scopesOf(await aPhone(server, 'u07'))).toEqual(['c01', 'c02', 'c03', 'c04', 'content', 'u07']);
  expect(await scopesOf(await aPhone(server, 'c01'))).toEqual(['c01', 'content']);
});

it('[S14] the province’s phone sees the upper unions, and what reports to it past a mere group', async () => {
  const scopes = await scopesOf(await aPhone(server, 'p01'));
  expect(scopes).toContain('u07');
  expect(scopes).toContain('c30');
  expect(scopes).not.toContain('c01');
});

it('a unit reads whom it reports to: the district, or past a mere group the province', async () => {
  const upperOf = async (unitId: string): Promise<string[]> =>
    storage.transaction(async (page) => (await page.rowsOfKind(unitId as UnitId, 'unit')).map(({ key }) => key));
  expect(await upperOf('c01')).toEqual(['c01', 'u07']);
  // The group goes along: without it the phone could not tell that the province is meant.
  expect(await upperOf('c30')).toEqual(['c30', 'p01', 'u14']);
  expect(await upperOf('p01')).toEqual(['p01']);
});

it('a store of an earlier version is told once whom its units report to, and what the unit itself is stays', async () => {
  const old = await served({ storage: openMemoryStorage() });
  expect(await publishUppers(old.host)).toBe(0);
  await storage.transaction(async (page) => {
    const unit = await theUnit(page, 'u07');
    await page.putUnits([{ ...unit, name: 'LĐLĐ huyện Mường Nhé (mới)' }]);
  });
  const count = await publishUppers(server.host);
  expect(count).toBeGreaterThan(1);
  expect(await publishUppers(server.host)).toBe(0);
  const rows = await storage.transaction((page) => page.rowsOf('c01' as UnitId, 'unit', 'u07'));
  expect(rows.map(({ text }) => (JSON.parse(text) as { name: string }).name)).toEqual(['LĐLĐ huyện Mường Nhé', 'LĐLĐ huyện Mường Nhé (mới)']);
});

it('fetches the pictures of the units below, and of no other', async () => {
  const { photo, bytes } = aPhoto(1, 4_000);
  const phone = await aPhone(server, 'c01');
  await phone.exchange([aChange({ body: anActivity({ photos: [photo] }) })]);
  await server.app.request(`/api/photos/${photo.hash}?offset=0`, { method: 'PUT', headers: { authorization: `Bearer ${phone.secret}`, 'content-type': 'application/octet-stream' }, body: bytes });
  const fetched = async (unitId: string): Promise<number> =>
    (await server.app.request(`/api/photos/${photo.hash}`, { headers: { authorization: `Bearer ${(await aPhone(server, unitId)).secret}` } })).status;
  expect([await fetched('u07'), await fetched('c01'), await fetched('u08'), await fetched('c02')]).toEqual([200, 200, 404, 404]);
});

it('a unit that was moved away is no longer seen, and the mirror is begun anew', async () => {
  const phone = await aPhone(server, 'u07');
  const { ranges, epoch } = await phone.exchange([], { want: 2_000_000 });
  await storage.transaction(async (page) => {
    const unit = await theUnit(page, 'c04');
    await page.putUnits([{ ...unit, parentId: 'u08' as UnitId }]);
    await publish(page, 'c04' as UnitId, [{ kind: 'unit', key: 'c04', body: { ...unit, parentId: 'u08' } }], { hash: server.host.seals.hash, nowMs: server.host.nowMs() });
  });
  const reply = await phone.exchange([], { want: 2_000_000, epoch, cursors: ranges.map(({ to }) => to) });
  expect(reply.advice).toEqual(['erase-mirror']);
});
