/** From a camera's file to a small upright picture, in real Chromium: no other program decodes as the phone will. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { MadeInBrowser, PhotoMaker } from '../contract/photo-maker-in-browser.ts';
import { mostPhotoBytes } from '../../src/domain/photo.ts';
import { bundleForPage } from './bundle-for-page.ts';

declare const photoMaker: PhotoMaker;

let page: Page;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  const script = await bundleForPage('../contract/photo-maker-in-browser.ts');
  page = await browser.newPage();
  await page.route('http://localhost/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><script type="module" src="/maker.js"></script>' }),
  );
  await page.goto('http://localhost/');
  await page.waitForFunction(() => typeof photoMaker !== 'undefined');
});

test.afterAll(() => page.close());

function fixture(number: number): Buffer {
  return readFileSync(new URL(`../fixtures/photos/exif-${number}.jpg`, import.meta.url));
}

function make(file: Buffer): Promise<MadeInBrowser> {
  return page.evaluate((base64) => photoMaker.make(base64), file.toString('base64'));
}

/** Red, green, blue, yellow, whatever a JPEG made of them. */
function colourOf([red, green, blue]: readonly [number, number, number]): string {
  if (red > 150 && green > 150) return 'yellow';
  return red > 150 ? 'red' : green > 100 ? 'green' : blue > 150 ? 'blue' : 'none';
}

for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) {
  test(`[kF11] a picture that the camera laid down in way ${number} of eight stands upright, and tells neither place nor camera`, async () => {
    const file = fixture(number);
    expect(file.includes('Exif'), 'the file itself has both').toBe(true);
    expect(file.includes('MayAnhThu')).toBe(true);
    const made = await make(file);
    expect(made).toMatchObject({ problem: null, width: 96, height: 64, isHashTrue: true });
    expect(made.corners.map(colourOf)).toEqual(['red', 'green', 'blue', 'yellow']);
    const bytes = Buffer.from(made.base64, 'base64');
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    for (const trace of ['Exif', 'GPS', 'MayAnhThu', 'http', 'II*', 'MM\0*']) expect(bytes.includes(trace), trace).toBe(false);
  });
}

/** The same fixture, said to be a large picture: shrunk while it is decoded, in every way it may lie. */
for (const number of [1, 6, 8]) {
  test(`a large picture laid down in way ${number} keeps its proportions`, async () => {
    const made = await page.evaluate(async ([base64, isTurned]) => {
      const small = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      // The camera's own words, put before a large picture of the same colours.
      const segmentEnd = 4 + (small[4] ?? 0) * 256 + (small[5] ?? 0);
      const bitmap = await createImageBitmap(new Blob([small.subarray(0, 2), small.subarray(segmentEnd)]));
      const canvas = new OffscreenCanvas(isTurned ? 2_000 : 3_000, isTurned ? 3_000 : 2_000);
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      const large = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 })).arrayBuffer());
      const segment = small.subarray(2, segmentEnd);
      const file = new Uint8Array([...large.subarray(0, 2), ...segment, ...large.subarray(2)]);
      let text = '';
      for (let at = 0; at < file.length; at += 32_768) text += String.fromCharCode(...file.subarray(at, at + 32_768));
      return photoMaker.make(btoa(text));
    }, [fixture(number).toString('base64'), number >= 5] as const);
    expect(made).toMatchObject({ problem: null, width: 1_280 });
    expect(Math.abs(made.height - 853)).toBeLessThanOrEqual(1);
    expect(made.corners.map(colourOf)).toEqual(['red', 'green', 'blue', 'yellow']);
  });
}

test('[kF11] a picture of 8 MB that no compressor likes still becomes 120 kB at most', async () => {
  const { fileBytes, made } = await page.evaluate(() => photoMaker.noise(3_600, 2_700));
  expect(fileBytes).toBeGreaterThan(8_000_000);
  expect(made).toMatchObject({ problem: null, isHashTrue: true });
  expect(made.byteCount).toBeLessThanOrEqual(mostPhotoBytes);
  expect(made.thumbnailBytes).toBeLessThanOrEqual(6_000);
  expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(1_280);
  expect(made.width / made.height).toBeCloseTo(4 / 3, 1);
});

test('a panorama is shrunk to its longest side; a small picture is never blown up', async () => {
  const [panorama, small] = await page.evaluate(() => Promise.all([photoMaker.plain(12_000, 1_500, 'image/jpeg'), photoMaker.plain(40, 30, 'image/png')]));
  expect(panorama).toMatchObject({ problem: null, width: 1_280 });
  expect(Math.abs(panorama.height - 160)).toBeLessThanOrEqual(1);
  expect(small).toMatchObject({ problem: null, width: 40, height: 30 });
});

test('what is transparent in a picture becomes paper', async () => {
  for (const type of ['image/png', 'image/webp'] as const) {
    const made = await page.evaluate((of) => photoMaker.plain(400, 300, of), type);
    expect(Math.min(...(made.corners[2] ?? [0]))).toBeGreaterThan(240);
  }
});

test('what is no picture, is cut short or of a kind this browser cannot open is said to be unreadable', async () => {
  expect(await make(Buffer.from('công văn số 12'))).toMatchObject({ problem: 'photo-unreadable' });
  expect(await make(Buffer.alloc(0))).toMatchObject({ problem: 'photo-unreadable' });
  expect(await make(fixture(6).subarray(0, 300))).toMatchObject({ problem: 'photo-unreadable' });
  expect(await make(Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(500)]))).toMatchObject({ problem: 'photo-unreadable' });
});

test('a picture that says it is larger than a phone can hold is refused before it is decoded', async () => {
  const file = fixture(1);
  // The frame header tells height and width.
  const frame = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(60_000, frame + 5);
  file.writeUInt16BE(60_000, frame + 7);
  expect(await make(file)).toMatchObject({ problem: 'photo-too-big' });
});
