/** Pictures as a camera hands them over: a meeting under a banner, some megabytes of it, lying on its side in the file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';
import type { Page } from '@playwright/test';

export interface PhotoFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/**
 * No journey's pictures are another's: journeys share a province, and one that had them already would take no byte of them.
 * @param number tells pictures apart. @param page any page: it draws, and nothing of it is left behind.
 */
export async function photoFile(page: Page, number: number): Promise<PhotoFile> {
  const chance = createHash('sha256').update(test.info().titlePath.join()).digest().readUInt32BE() & 0x7fffff;
  const base64 = await page.evaluate(([seed, salt]) => {
    // Turned as a phone held upright lays it down: way 6 of Exif.
    const [width, height] = [2_400, 1_800];
    const canvas = new OffscreenCanvas(height, width);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.translate(0, width);
    context.rotate(-Math.PI / 2);
    const wall = context.createLinearGradient(0, 0, 0, height);
    wall.addColorStop(0, ['#e9dcc0', '#d3e0ea', '#e4e6d2'][seed % 3] ?? '#ddd');
    wall.addColorStop(1, '#b99d78');
    context.fillStyle = wall;
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#b5121b';
    context.fillRect(300, 140, 1_800, 330);
    context.fillStyle = '#ffd84a';
    context.font = 'bold 130px sans-serif';
    context.textAlign = 'center';
    context.fillText(`HỘI NGHỊ CÔNG ĐOÀN ${seed}`, 1_200, 350);
    for (let row = 0; row < 3; row += 1) {
      for (let seat = 0; seat < 9; seat += 1) {
        const [x, y] = [220 + seat * 245 + row * 40, 900 + row * 290];
        context.fillStyle = ['#2d4a6d', '#3f6b4f', '#7a3b3b', '#d7d7d7'][(row + seat + seed) % 4] ?? '#333';
        context.fillRect(x - 80, y + 60, 160, 260);
        context.fillStyle = '#c99a6b';
        context.beginPath();
        context.arc(x, y, 70, 0, Math.PI * 2);
        context.fill();
      }
    }
    // The grain of a cheap lens, so that it weighs what pictures weigh.
    const grain = context.getImageData(0, 0, canvas.width, canvas.height);
    let state = seed + 1 + salt;
    for (let at = 0; at < grain.data.length; at += 1) {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      if (at % 4 !== 3) grain.data[at] = (grain.data[at] ?? 0) + ((state >> 16) % 25) - 12;
    }
    context.putImageData(grain, 0, 0);
    return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.93 }).then(async (blob) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = '';
      for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
      return btoa(text);
    });
  }, [number, chance] as const);
  const camera = readFileSync(new URL('../fixtures/photos/exif-6.jpg', import.meta.url));
  const drawn = Buffer.from(base64, 'base64');
  const segment = camera.subarray(2, 4 + camera.readUInt16BE(4));
  return { name: `IMG_${number}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.concat([drawn.subarray(0, 2), segment, drawn.subarray(2)]) };
}
