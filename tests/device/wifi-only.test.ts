import { afterEach, expect, test, vi } from 'vitest';
import { isPaidFor, networkType, overWifiOnly } from '../../src/device/wifi-only.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['wifi', false], ['ethernet', false], [null, false],
  ['cellular', true], ['unknown', true], ['bluetooth', true], ['none', true],
])('on a network told as %s pictures that want Wi-Fi wait: %s', async (type, waits) => {
  expect(isPaidFor(type)).toBe(waits);
  const photos = memoryPhotos(emptyPhotosState());
  const { photo, bytes } = aPhoto(1, 4_000);
  await photos.keep(photo.hash, bytes);
  const asked = overWifiOnly(photos, () => Promise.resolve(true), () => type);
  expect(await asked.undelivered(5)).toEqual(waits ? [] : [photo.hash]);
  const notAsked = overWifiOnly(photos, () => Promise.resolve(false), () => type);
  expect(await notAsked.undelivered(5)).toEqual([photo.hash]);
});

test('a browser that tells no network keeps no picture back, and is asked for none', () => {
  vi.stubGlobal('navigator', {});
  expect(networkType()).toBeNull();
  vi.stubGlobal('navigator', { connection: { effectiveType: '4g' } });
  expect(networkType()).toBeNull();
  vi.stubGlobal('navigator', undefined);
  expect(networkType()).toBeNull();
});
