import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, expect, it } from 'vitest';
import type { PhotoHash } from '../../src/domain/photo.ts';
import { photoPath } from '../../src/server/photos/folder-bytes.ts';
import { Activation } from '../../src/sync/activation.ts';
import { unframe } from '../../src/sync/frame.ts';
import { PhotoReply } from '../../src/sync/protocol.ts';
import { aPhoto, hashOf } from '../make/photo.ts';
import { aChange, anActivity, newSecret, phoneWith } from '../make/served.ts';

const folder = mkdtempSync(join(tmpdir(), 'killed-photos-'));
let child: ChildProcess | null = null;
afterEach(() => child?.kill('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(): Promise<{ port: number; code: string | null }> {
  const started = spawn(process.execPath, ['tests/server/server-process.ts', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  child = started;
  return new Promise((resolve, reject) => {
    started.once('exit', () => reject(new Error('The server ended before it listened.')));
    started.stdout?.once('data', (data: Buffer) => resolve(JSON.parse(data.toString()) as { port: number; code: string | null }));
  });
}

function killed(): Promise<void> {
  return new Promise((resolve) => {
    child?.once('exit', () => resolve());
    child?.kill('SIGKILL');
  });
}

it('[L12] a server killed while pictures come in has every one it called whole, once, and takes the others on from where they are', async () => {
  const pictures = Array.from({ length: 60 }, (_, number) => aPhoto(number, 20_000 + number));
  const secret = newSecret();
  const told = new Map<PhotoHash, number>();
  const first = await start();
  const body = JSON.stringify({ code: first.code, confirm: true, secret, keys: { sign: null, open: null } });
  const headers = { 'content-type': 'application/json' };
  const activation = Activation.parse(await (await fetch(`http://127.0.0.1:${first.port}/api/activate`, { method: 'POST', headers, body })).json());
  const app = (port: number) => ({ request: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init) }) as never;
  await phoneWith(app(first.port), activation, secret).exchange(pictures.map(({ photo }) => aChange({ body: anActivity({ photos: [photo] }) })));

  /** Part by part, from where the server says, until it is whole or the server is gone. */
  const send = async (port: number, { photo, bytes }: (typeof pictures)[number]): Promise<void> => {
    for (let held = 0; ; ) {
      const offset = Math.min(held, photo.byteCount - 1);
      const put = { method: 'PUT', headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/octet-stream' }, body: bytes.slice(offset, offset + 7_000) };
      const response = await fetch(`http://127.0.0.1:${port}/api/photos/${photo.hash}?offset=${offset}`, put);
      const { standing } = PhotoReply.parse(unframe(await response.text()));
      if ('position' in standing) {
        told.set(photo.hash, standing.position);
        return;
      }
      held = standing.held;
    }
  };
  /** Several at once; ends quietly with the server. */
  const sendAll = (port: number) => {
    const waiting = pictures.filter(({ photo }) => !told.has(photo.hash));
    return Promise.all(Array.from({ length: 5 }, async () => {
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) await send(port, next);
      } catch {
        // The server was killed in the middle of it.
      }
    }));
  };

  let { port } = first;
  for (let life = 1; life <= 3; life += 1) {
    const sending = sendAll(port);
    while (told.size < life * 12) await new Promise((resume) => setTimeout(resume, 5));
    await killed();
    await sending;
    ({ port } = await start());
  }
  const before = new Map(told);
  told.clear();
  await sendAll(port);
  await killed();
  expect(told.size).toBe(60);
  for (const [hash, position] of before) expect(told.get(hash)).toBe(position);
  for (const { photo } of pictures) expect(hashOf(readFileSync(photoPath(join(folder, 'photos'), photo.hash)))).toBe(photo.hash);
  const database = new DatabaseSync(join(folder, 'so-tay.sqlite'));
  expect(database.prepare("select count(*) as tally, count(distinct thing) as things from scope_rows where kind = 'photo'").get()).toEqual({ tally: 60, things: 60 });
  database.close();
}, 60_000);
