import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import type { Photo } from '../../src/domain/photo.ts';
import { serverApp } from '../../src/server/http/app.ts';
import { folderPhotoBytes, photoPath } from '../../src/server/photos/folder-bytes.ts';
import { backUp } from '../../src/server/services/back-up.ts';
import { confirmBackup } from '../../src/server/services/confirm-backup.ts';
import { missingPhotos, photosBeside } from '../../src/server/services/copy-photos.ts';
import type { Host } from '../../src/server/services/host.ts';
import { prepareStore } from '../../src/server/services/prepare-store.ts';
import { PublishedContent } from '../../src/server/services/published-content.ts';
import { restoreBackup } from '../../src/server/services/restore-backup.ts';
import { openSqliteStorage } from '../../src/server/storage/sqlite.ts';
import { aPhoto } from '../make/photo.ts';
import { aChange, anActivity, aPhone, served } from '../make/served.ts';
import type { Phone } from '../make/served.ts';

const photos = [aPhoto(1), aPhoto(2)] as const;
const nowMs = Date.parse('2026-05-15T02:00:00.000Z');
let folder: string;
let home: string;
let databasePath: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'photo-backup-'));
  home = join(folder, 'home.sqlite');
  databasePath = home;
  await running(async (phone) => {
    for (const { photo, bytes } of photos) {
      await phone.exchange([aChange({ body: anActivity({ photos: [photo] }) })]);
      await putWhole(phone, photo, bytes);
    }
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let putWhole: (phone: Phone, photo: Photo, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;

/** A server over the files for as long as the work takes. */
async function running(work: (phone: Phone) => Promise<void>): Promise<void> {
  const storage = await openSqliteStorage(databasePath);
  const photosKept = folderPhotoBytes(photosBeside(databasePath));
  const { isNew, seals } = await prepareStore(storage);
  const host: Host = { storage, seals, published: new PublishedContent(), photos: photosKept, nowMs: () => nowMs };
  const server = isNew ? await served({ storage, photos: photosKept }) : { host, app: serverApp({ host, files: new Map(), publicUrl: null, report: () => undefined }) };
  putWhole = async (phone, photo, bytes) => {
    const headers = { authorization: `Bearer ${phone.secret}`, 'content-type': 'application/octet-stream' };
    await server.app.request(`/api/photos/${photo.hash}?offset=0`, { method: 'PUT', headers, body: bytes });
  };
  await work(await aPhone(server));
  await storage.close();
}

it('[L12, P8] a backup holds every picture that its database calls whole, and a restore elsewhere brings them along', async () => {
  const copy = await backUp(home, join(folder, 'stick', 'copy.sqlite'), 'x');
  expect(copy).toMatchObject({ photoCount: 2, missingPhotoCount: 0, photosFolder: join(folder, 'stick', 'photos') });
  expect(missingPhotos(join(folder, 'stick', 'copy.sqlite'), join(folder, 'stick', 'photos'))).toEqual([]);
  databasePath = join(folder, 'elsewhere', 'so-tay.sqlite');
  expect(await restoreBackup(databasePath, join(folder, 'stick', 'copy.sqlite'), 'x', nowMs)).toMatchObject({ kind: 'restored', missingPhotoCount: 0 });
  for (const { photo, bytes } of photos) expect(new Uint8Array(readFileSync(photoPath(photosBeside(databasePath), photo.hash)))).toEqual(bytes);
});

it('[L12] a copy without its pictures makes nothing safe', async () => {
  await backUp(home, join(folder, 'stick', 'copy.sqlite'), 'x');
  const storage = await openSqliteStorage(home);
  const { seals } = await prepareStore(storage);
  const host: Host = { storage, seals, published: new PublishedContent(), photos: folderPhotoBytes(photosBeside(home)), nowMs: () => nowMs };
  const confirm = () => confirmBackup(host, join(folder, 'stick', 'copy.sqlite'), join(folder, 'data'), 'test');
  const path = photoPath(join(folder, 'stick', 'photos'), photos[0].photo.hash);
  writeFileSync(path, 'something else');
  expect(await confirm()).toMatchObject({ kind: 'copy-lacks-photos', missingPhotoCount: 1 });
  expect(await storage.transaction((page) => page.safe(['c01' as UnitId]))).toEqual({});
  writeFileSync(path, photos[0].bytes);
  expect(await confirm()).toMatchObject({ kind: 'confirmed' });
  await storage.close();
});

it('a second backup in one place adds only what is new', async () => {
  await backUp(home, join(folder, 'stick', 'one.sqlite'), 'x');
  const path = photoPath(join(folder, 'stick', 'photos'), photos[0].photo.hash);
  writeFileSync(path, 'as it was left');
  await backUp(home, join(folder, 'stick', 'two.sqlite'), 'x');
  expect(readFileSync(path, 'utf8')).toBe('as it was left');
  // Read back, it is found out.
  expect(missingPhotos(join(folder, 'stick', 'two.sqlite'), join(folder, 'stick', 'photos'))).toEqual([photos[0].photo.hash]);
});

it('a picture whose file is gone or altered is told, and never carried on as sound', async () => {
  writeFileSync(photoPath(photosBeside(home), photos[0].photo.hash), 'something else');
  const copy = await backUp(home, join(folder, 'stick', 'copy.sqlite'), 'x');
  expect(copy).toMatchObject({ photoCount: 2, missingPhotoCount: 1 });
  expect(existsSync(photoPath(join(folder, 'stick', 'photos'), photos[0].photo.hash))).toBe(false);
});

it('[L3] a restore that lacks a picture asks its phones for it again, though it was called safe', async () => {
  const storage = await openSqliteStorage(home);
  await storage.transaction((page) => page.raiseSafe('c01' as UnitId, 1_000));
  await storage.close();
  await backUp(home, join(folder, 'stick', 'copy.sqlite'), 'x');
  rmSync(photoPath(join(folder, 'stick', 'photos'), photos[1].photo.hash));
  databasePath = join(folder, 'elsewhere', 'so-tay.sqlite');
  expect(await restoreBackup(databasePath, join(folder, 'stick', 'copy.sqlite'), 'x', nowMs)).toMatchObject({ kind: 'restored', missingPhotoCount: 1 });
  const database = new DatabaseSync(databasePath, { readOnly: true });
  const { position } = database.prepare('select position from photos where hash = ?').get(photos[1].photo.hash) as { position: number };
  expect(database.prepare("select safe_position from scopes where scope = 'c01'").get()).toEqual({ safe_position: position - 1 });
  database.close();
  await running(async (phone) => {
    expect((await phone.exchange([], { photos: [photos[1].photo.hash] })).photos).toEqual({ [photos[1].photo.hash]: { held: 0 } });
  });
});

it('a database from before there were pictures has none to copy', async () => {
  const database = new DatabaseSync(home);
  database.exec('drop table photos');
  database.close();
  expect(await backUp(home, join(folder, 'stick', 'copy.sqlite'), 'x')).toMatchObject({ photoCount: 0, missingPhotoCount: 0 });
});
