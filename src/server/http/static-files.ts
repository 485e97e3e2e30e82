/** The built app, read into memory once at the start: about a megabyte, and no disk stands between a phone and it. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import type { Context } from 'hono';
import { sha256 } from '../seals.ts';

interface StaticFile {
  readonly mediaType: string;
  readonly plain: Buffer<ArrayBuffer>;
  readonly encoded: readonly { readonly encoding: 'br' | 'gzip'; readonly bytes: Buffer<ArrayBuffer> }[];
  readonly tag: string;
}

/** By path from the root of the site, such as `/assets/main-1a2b.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** @param folder the build; hidden files, and the build's own lists under `.vite`, are not served. */
export function readStaticFiles(folder: string): StaticFiles {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
    .map((name) => (name.startsWith('/') ? name : `/${name}`))
    .filter((name) => !name.includes('/.'));
  const read = (name: string) => readFileSync(join(folder, name));
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    const mediaType = mediaTypes[extname(name)];
    if (mediaType === undefined) continue;
    const plain = read(name);
    const encoded = ([['br', '.br'], ['gzip', '.gz']] as const)
      .filter(([, ending]) => names.includes(name + ending))
      .map(([encoding, ending]) => ({ encoding, bytes: read(name + ending) }));
    files.set(name, { mediaType, plain, encoded, tag: `"${sha256(plain.toString('base64')).slice(0, 16)}"` });
  }
  return files;
}

/** Paths that people see; whatever stands below them is the app's own business. */
const appPaths = ['/', '/chi-dao', '/lich', '/so-gui', '/tim', '/ghi', '/bao-cao', '/xet-duyet', '/may', '/tro-giup', '/chia-se', '/mo', '/k', '/ban'];

export function isAppPath(path: string): boolean {
  return appPaths.some((known) => path === known || (known !== '/' && path.startsWith(`${known}/`)));
}

/** The file as the browser likes it best; null when there is none at this path. */
export function serveFile(context: Context, files: StaticFiles, path: string, headers: Readonly<Record<string, string>>): Response | null {
  const file = files.get(path);
  if (!file) return null;
  const isNamedByContent = path.startsWith('/assets/');
  const accepted = (context.req.header('accept-encoding') ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  const variant = file.encoded.find(({ encoding }) => accepted.includes(encoding));
  const tag = variant ? file.tag.replace(/"$/, `-${variant.encoding}"`) : file.tag;
  const common = {
    ...headers,
    etag: tag,
    'cache-control': isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache',
    ...(file.encoded.length > 0 ? { vary: 'accept-encoding' } : {}),
  };
  if (context.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers: common });
  const bytes = variant?.bytes ?? file.plain;
  return new Response(context.req.method === 'HEAD' ? null : bytes, {
    headers: { ...common, 'content-type': file.mediaType, 'content-length': String(bytes.length), ...(variant ? { 'content-encoding': variant.encoding } : {}) },
  });
}
