/** The maker of pictures, bundled for a real browser: what it makes of a file, and what it costs whoever types meanwhile. */
import { makePhoto } from '../../src/device/photo-maker.ts';

export interface MadeInBrowser {
  readonly problem: string | null;
  readonly base64: string;
  readonly width: number;
  readonly height: number;
  readonly byteCount: number;
  readonly thumbnailBytes: number;
  /** SHA-256 of the bytes, as counted here; and the one that was told. */
  readonly isHashTrue: boolean;
  /** The colours near the four corners, clockwise from the top left. */
  readonly corners: readonly (readonly [number, number, number])[];
}

export interface PhotoMaker {
  make(base64: string): Promise<MadeInBrowser>;
  /** A picture of chance, which no compressor likes. */
  noise(width: number, height: number): Promise<{ readonly fileBytes: number; readonly made: MadeInBrowser; readonly longestGapMs: number; readonly tookMs: number }>;
  /** A plain picture of this size. */
  plain(width: number, height: number, type: 'image/png' | 'image/jpeg' | 'image/webp'): Promise<MadeInBrowser>;
}

async function look(file: Blob): Promise<MadeInBrowser> {
  const answer = await makePhoto(file);
  if ('problem' in answer) {
    return { problem: answer.problem.code, base64: '', width: 0, height: 0, byteCount: 0, thumbnailBytes: 0, isHashTrue: false, corners: [] };
  }
  const { photo, bytes, thumbnail } = answer.made;
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const [right, bottom] = [bitmap.width - 1, bitmap.height - 1];
  const [dx, dy] = [Math.floor(right / 8), Math.floor(bottom / 8)];
  const places = [[dx, dy], [right - dx, dy], [right - dx, bottom - dy], [dx, bottom - dy]] as const;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    problem: null, base64: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')), width: photo.width, height: photo.height,
    byteCount: photo.byteCount, thumbnailBytes: thumbnail.length,
    isHashTrue: photo.hash === Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
      && photo.byteCount === bytes.length && photo.width === bitmap.width && photo.height === bitmap.height,
    corners: places.map(([x, y]) => {
      const [red = 0, green = 0, blue = 0] = context.getImageData(x, y, 1, 1).data;
      return [red, green, blue] as const;
    }),
  };
}

/** How long the page's own thread did not come round to a timer of one millisecond: a letter typed then would wait so long. */
function watchGaps(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return longest;
  };
}

const photoMaker: PhotoMaker = {
  make: (base64) => look(new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))])),
  noise: async (width, height) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    const data = context.createImageData(width, height);
    for (let at = 0; at < data.data.length; at += 65_536) crypto.getRandomValues(data.data.subarray(at, at + 65_536));
    for (let at = 3; at < data.data.length; at += 4) data.data[at] = 255;
    context.putImageData(data, 0, 0);
    const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.92 });
    const gaps = watchGaps();
    const started = performance.now();
    const answer = await makePhoto(file);
    const tookMs = performance.now() - started;
    const longestGapMs = gaps();
    if ('problem' in answer) throw new Error(answer.problem.code);
    return { fileBytes: file.size, made: await look(file), longestGapMs, tookMs };
  },
  plain: async (width, height, type) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.fillStyle = '#336699';
    context.fillRect(0, 0, width, height / 2);
    return look(await canvas.convertToBlob({ type }));
  },
};
Object.assign(globalThis, { photoMaker });
