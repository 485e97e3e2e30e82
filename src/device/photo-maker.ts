/**
 * From a camera's file to a picture that fits through a thin link: upright, longest side 1280 pixels, 120 kB at most,
 * and drawn anew, so that nothing of the file but its light stays: no place, no time, no phone's name.
 * The browser decodes, shrinks and encodes beside the page's own thread, so that typing goes on (Chromium).
 */
import { longestSide, mostPhotoBytes, PhotoHash } from '../domain/photo.ts';
import type { Problem } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { pictureSize } from './picture-size.ts';
import type { MadePhoto } from './photos.ts';

export type PhotoMade = { readonly made: MadePhoto } | { readonly problem: Problem };

/** Beyond this a phone of 2 GB cannot hold the picture while it shrinks it: four bytes a pixel. */
const mostPixels = 100_000_000;
/** A meeting needs faces more than it needs sharp edges: first less quality, then fewer pixels. */
const qualities = [0.82, 0.72, 0.62, 0.52, 0.42] as const;
const sides = [1, 0.8, 0.62, 0.45, 0.3] as const;
const thumbnailSide = 176;
const mostThumbnailBytes = 6_000;

/** Problems, at `photos`: `photo-unreadable` (no picture, or a kind this browser cannot open), `photo-too-big`. */
export async function makePhoto(file: Blob): Promise<PhotoMade> {
  try {
    return await makeSmall(file);
  } catch {
    // A browser short of memory gives no canvas, or none that can be read.
    return { problem: problem('photo-too-big', 'photos') };
  }
}

async function makeSmall(file: Blob): Promise<PhotoMade> {
  // All a decoder needs to know beforehand stands in the beginning, after what the camera wrote about itself.
  const size = pictureSize(new Uint8Array(await file.slice(0, 512 * 1024).arrayBuffer()));
  if (size && size.width * size.height > mostPixels) return { problem: problem('photo-too-big', 'photos') };
  const bitmap = await decode(file, size);
  if (!bitmap) return { problem: problem('photo-unreadable', 'photos') };
  try {
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    for (const side of sides) {
      const [width, height] = [pixels(bitmap.width * scale * side), pixels(bitmap.height * scale * side)];
      const canvas = draw(bitmap, { width, height }, { x: 0, y: 0, width: bitmap.width, height: bitmap.height });
      for (const quality of qualities) {
        const bytes = await encode(canvas, quality);
        if (bytes === null) return { problem: problem('photo-unreadable', 'photos') };
        if (bytes.length > mostPhotoBytes) continue;
        const thumbnail = await thumbnailOf(bitmap);
        if (thumbnail === null) return { problem: problem('photo-unreadable', 'photos') };
        return { made: { photo: { hash: await hashOf(bytes), byteCount: bytes.length, width, height }, bytes, thumbnail, originalByteCount: file.size } };
      }
    }
    return { problem: problem('photo-too-big', 'photos') };
  } finally {
    bitmap.close();
  }
}

/**
 * Shrunk to its last size while it is decoded, where its size could be read: that happens beside the page's own thread,
 * and a panorama never lies on the canvas whole. Only one side is asked for, so that a browser that counts it before
 * turning the picture still keeps its proportions.
 */
async function decode(file: Blob, size: { readonly width: number; readonly height: number } | null): Promise<ImageBitmap | null> {
  const longest = size === null ? 0 : Math.max(size.width, size.height);
  const shrink: ImageBitmapOptions = size && longest > longestSide ? { resizeWidth: pixels((size.width * longestSide) / longest), resizeQuality: 'high' } : {};
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image', ...shrink });
  } catch {
    return null;
  }
}

interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

function draw(bitmap: ImageBitmap, size: { readonly width: number; readonly height: number }, from: Box): Canvas {
  const canvas = newCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { alpha: false }) as CanvasRenderingContext2D | null;
  if (!context) throw new Error('no canvas');
  // What is transparent becomes paper, not night.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, from.x, from.y, from.width, from.height, 0, 0, size.width, size.height);
  return canvas;
}

/** The middle of it, square. */
async function thumbnailOf(bitmap: ImageBitmap): Promise<Uint8Array<ArrayBuffer> | null> {
  const side = Math.min(bitmap.width, bitmap.height);
  const from = { x: (bitmap.width - side) / 2, y: (bitmap.height - side) / 2, width: side, height: side };
  for (const part of [1, 0.75, 0.5]) {
    const canvas = draw(bitmap, { width: thumbnailSide * part, height: thumbnailSide * part }, from);
    for (const quality of [0.7, 0.5, 0.35]) {
      const bytes = await encode(canvas, quality);
      if (bytes === null || bytes.length <= mostThumbnailBytes) return bytes;
    }
  }
  return null;
}

type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** Safari draws on a canvas off the page only since 16.4. */
function newCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** Null where the browser writes no JPEG: it would hand out a PNG of any size instead. */
async function encode(canvas: Canvas, quality: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const blob = 'convertToBlob' in canvas
    ? await canvas.convertToBlob({ type: 'image/jpeg', quality })
    : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob?.type === 'image/jpeg' ? new Uint8Array(await blob.arrayBuffer()) : null;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<PhotoHash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return PhotoHash.parse(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

function pixels(length: number): number {
  return Math.max(1, Math.round(length));
}
