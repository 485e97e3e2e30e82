/** What every place for the bytes of pictures promises, whatever it is made of. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { folderPhotoBytes, photoPath } from '../../src/server/photos/folder-bytes.ts';
import { memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import type { PhotoBytesPort } from '../../src/sync/ports.ts';
import { aPhoto } from '../make/photo.ts';

const folder = mkdtempSync(join(tmpdir(), 'photos-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const newFolder = () => join(folder, `${(count += 1)}`);

describe.each<[string, () => PhotoBytesPort]>([
  ['memory', () => memoryPhotoBytes()],
  ['a folder', () => folderPhotoBytes(newFolder())],
])('the bytes of pictures in %s', (_name, open) => {
  const { photo, bytes } = aPhoto(1, 1_000);
  const other = aPhoto(2, 1_000);
  let shelf: PhotoBytesPort;
  beforeEach(() => {
    shelf = open();
  });

  it('nothing is held of a picture nobody sent', async () => {
    expect(await shelf.held(photo.hash)).toBe(0);
    expect(await shelf.read(photo.hash)).toBeNull();
  });

  it('bytes gather one behind the other, each picture for itself, and none counts before it is finished', async () => {
    expect(await shelf.append(photo.hash, bytes.slice(0, 400))).toBe(400);
    await shelf.append(other.photo.hash, other.bytes);
    expect(await shelf.append(photo.hash, bytes.slice(400))).toBe(1_000);
    expect(await shelf.held(photo.hash)).toBe(1_000);
    expect(await shelf.read(photo.hash)).toBeNull();
    expect(await shelf.digest(photo.hash)).toBe(photo.hash);
  });

  it('[L12] a finished picture is whole, and is what was sent', async () => {
    await shelf.append(photo.hash, bytes);
    await shelf.finish(photo.hash);
    expect(await shelf.held(photo.hash)).toBe('whole');
    expect(await shelf.read(photo.hash)).toEqual(bytes);
  });

  it('what is thrown away begins anew, and a whole picture is not thrown away with it', async () => {
    await shelf.append(photo.hash, bytes);
    await shelf.drop(photo.hash);
    expect(await shelf.held(photo.hash)).toBe(0);
    await shelf.append(photo.hash, bytes);
    await shelf.finish(photo.hash);
    await shelf.drop(photo.hash);
    expect(await shelf.held(photo.hash)).toBe('whole');
  });

  it('all pictures go at once, whole and begun ones, and new ones may come', async () => {
    await shelf.append(photo.hash, bytes);
    await shelf.finish(photo.hash);
    await shelf.append(other.photo.hash, other.bytes.slice(0, 10));
    await shelf.clear();
    expect([await shelf.held(photo.hash), await shelf.held(other.photo.hash)]).toEqual([0, 0]);
    await shelf.clear();
    expect(await shelf.append(photo.hash, bytes)).toBe(1_000);
  });

  it('work on one picture waits for the work before it, that on another does not', async () => {
    const order: string[] = [];
    let go: () => void = () => undefined;
    const first = shelf.inTurn(photo.hash, async () => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      order.push('first');
    });
    const failing = shelf.inTurn(photo.hash, () => Promise.reject(new Error('disk')));
    const second = shelf.inTurn(photo.hash, async () => void order.push('second'));
    await shelf.inTurn(other.photo.hash, async () => void order.push('other'));
    go();
    await expect(failing).rejects.toThrow('disk');
    await Promise.all([first, second]);
    expect(order).toEqual(['other', 'first', 'second']);
  });
});

describe('pictures in a folder', () => {
  const { photo, bytes } = aPhoto(1, 1_000);

  it('a server that was ended in the middle of a picture goes on where the file ends', async () => {
    const path = newFolder();
    await folderPhotoBytes(path).append(photo.hash, bytes.slice(0, 300));
    const again = folderPhotoBytes(path);
    expect(await again.held(photo.hash)).toBe(300);
    await again.append(photo.hash, bytes.slice(300));
    await again.finish(photo.hash);
    expect(await folderPhotoBytes(path).read(photo.hash)).toEqual(bytes);
    expect(new Set(readdirSync(path, { recursive: true, encoding: 'utf8' }))).toEqual(new Set([photo.hash.slice(0, 2), join(photo.hash.slice(0, 2), photo.hash)]));
    expect(statSync(photoPath(path, photo.hash)).size).toBe(1_000);
  });

  it('a disk that refuses is said, and what was kept is still the picture’s beginning', async () => {
    const path = newFolder();
    writeFileSync(path, '');
    await expect(folderPhotoBytes(path).append(photo.hash, bytes)).rejects.toThrow();
  });
});
