import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pictureSize } from '../../src/device/picture-size.ts';

const fixture = (number: number): Uint8Array => readFileSync(new URL(`../fixtures/photos/exif-${number}.jpg`, import.meta.url));

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a JPEG laid down in way %i of eight tells its upright size', (number) => {
  expect(pictureSize(fixture(number))).toEqual({ width: 96, height: 64 });
});

test('PNG and the three kinds of WebP tell theirs', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452000004d2000002370802000000', 'hex');
  expect(pictureSize(png)).toEqual({ width: 1_234, height: 567 });
  const webp = (kind: string, hex: string): Uint8Array => Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP'), Buffer.from(kind), Buffer.from(hex, 'hex')]);
  expect(pictureSize(webp('VP8X', '0a00000000000000d10400360200'))).toEqual({ width: 1_234, height: 567 });
  expect(pictureSize(webp('VP8 ', '000000000000009d012ad2043702'))).toEqual({ width: 1_234, height: 567 });
  // 14 bits of width − 1, then 14 of height − 1.
  const bits = Buffer.alloc(4);
  bits.writeUInt32LE((1_233 | (566 << 14)) >>> 0);
  expect(pictureSize(webp('VP8L', `000000002f${bits.toString('hex')}`))).toEqual({ width: 1_234, height: 567 });
});

test('what is cut short, foreign or nonsense tells nothing, and never fails', () => {
  for (const length of [0, 1, 2, 3, 10, 100, 200]) expect(pictureSize(fixture(6).subarray(0, length))).toBeNull();
  expect(pictureSize(Buffer.from('công văn'))).toBeNull();
  expect(pictureSize(Buffer.from('ffd8ffe1ffff457869660000', 'hex'))).toBeNull();
  expect(pictureSize(Buffer.from('ffd8ffe1000a457869660000ffffffff', 'hex'))).toBeNull();
});
