/** What a phone downloads, from the built files: Brotli bytes, as the server hands them out. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Vite's `.vite/manifest.json`: one entry a chunk, by the source it begins with, or by `_name-hash.js` for a named group. */
export type Manifest = Readonly<Record<string, Chunk>>;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

/**
 * The files that arrive before a screen can be used: the page, and every chunk and style sheet that `modules` pull in
 * by static imports.
 * @param modules sources or names of groups.
 * @throws when one is not a chunk of its own: then the list no longer tells the truth.
 */
export function firstLoad(manifest: Manifest, modules: readonly string[]): string[] {
  const files = new Set(['index.html']);
  const seen = new Set<string>();
  const take = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`${name} is no chunk of the build: ${Object.keys(manifest).join(', ')}`);
    files.add(chunk.file);
    for (const sheet of chunk.css ?? []) files.add(sheet);
    for (const next of chunk.imports ?? []) take(next);
  };
  const keys = Object.keys(manifest);
  for (const module of modules) take(keys.find((key) => /^_(.+)-[\w-]{8}\.js$/.exec(key)?.[1] === module) ?? module);
  return [...files].toSorted();
}

/** The addresses in the worker's list, as the build wrote it into the worker. */
export function precached(worker: string): string[] {
  return [...worker.matchAll(/["']?url["']?:\s*["'`]([^"'`]+)["'`]/g)].map(([, url = '']) => url);
}

/** Brotli bytes of a built file; a file that does not shrink (a picture) goes as it is. */
export function weightOf(folder: string, file: string): number {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`${file} is named by the build but not written`);
  const bytes = readFileSync(path);
  const small = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return Math.min(bytes.length, small.length);
}

/** A figure may grow by this share before somebody has to look and commit the new one. */
export const slack = 0.05;

/** @returns the sentence that refuses this weight, or nothing. All in bytes. */
export function tooHeavy(name: string, measured: number, committed: number, goal: number): string | undefined {
  if (measured > goal) return `${name} weighs ${measured} bytes; the goal is ${goal}`;
  if (measured > committed * (1 + slack)) return `${name} weighs ${measured} bytes, more than 5 % above the committed ${committed} (tests/house/weight.json)`;
  return undefined;
}
