import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpLink, photoLink } from '../../src/device/http-link.ts';
import { exchangeMediaType, photoMediaType } from '../../src/sync/protocol.ts';
import { aPhoto } from '../make/photo.ts';

interface Heard {
  readonly line: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A link to a real server on this machine that answers as told. */
async function linkTo(
  answer: (response: ServerResponse, heard: Heard) => void,
): Promise<{ link: ReturnType<typeof httpLink>; photos: ReturnType<typeof photoLink>; heard: Heard[] }> {
  const heard: Heard[] = [];
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const message = { line: `${request.method} ${request.url}`, headers: request.headers, body: Buffer.concat(parts) };
      heard.push(message);
      answer(response, message);
    });
  });
  await new Promise<void>((resolve) => {
    server?.listen(0, '127.0.0.1', resolve);
  });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const here: typeof fetch = (path, init) => fetch(new URL(path as string, base), init);
  return { link: httpLink({ token: 'secret', fetch: here }), photos: photoLink({ token: 'secret', fetch: here }), heard };
}

const ours = { 'Content-Type': exchangeMediaType };
const long = JSON.stringify({ text: 'Hội nghị công đoàn cơ sở '.repeat(40) });

describe('the way to the server', () => {
  it('brings a whole answer back, as it was written', async () => {
    const { link, heard } = await linkTo((response) => response.writeHead(200, ours).end('{"được":1}'));
    await expect(link.exchange('{"a":1}')).resolves.toEqual({ kind: 'answer', status: 200, mediaType: exchangeMediaType, text: '{"được":1}' });
    expect(heard[0]?.headers.authorization).toBe('Bearer secret');
    expect(heard[0]?.headers['content-type']).toBe(exchangeMediaType);
  });

  it('[F1] sends a small body plain and a larger one deflated', async () => {
    const { link, heard } = await linkTo((response) => response.writeHead(200, ours).end('{}'));
    await link.exchange('{"a":1}');
    await link.exchange(long);
    expect([heard[0]?.headers['content-encoding'], heard[0]?.body.toString()]).toEqual([undefined, '{"a":1}']);
    expect(heard[1]?.headers['content-encoding']).toBe('deflate');
    expect(inflateSync(heard[1]?.body ?? '').toString()).toBe(long);
    expect(heard[1]?.body.length).toBeLessThan(long.length / 4);
  });

  it('sends the same where the browser cannot compress by itself', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    const { link, heard } = await linkTo((response) => response.writeHead(200, ours).end('{}'));
    await link.exchange(long);
    expect(heard[0]?.headers['content-encoding']).toBe('deflate');
    expect(inflateSync(heard[0]?.body ?? '').toString()).toBe(long);
  });

  it('an answer that breaks off in the middle is silence', async () => {
    const { link } = await linkTo((response) => {
      response.writeHead(200, { ...ours, 'Content-Length': '1000' });
      response.write('{"half":');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(link.exchange('{}')).resolves.toEqual({ kind: 'silence' });
  });

  it('nobody there is silence', async () => {
    const { link } = await linkTo(() => undefined);
    server?.close();
    server?.closeAllConnections();
    await expect(link.exchange('{}')).resolves.toEqual({ kind: 'silence' });
  });

  it('a portal’s page is recognised, and not fetched on the officer’s money', async () => {
    const { link } = await linkTo((response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Đăng nhập Wi-Fi</h1>'));
    await expect(link.exchange('{}')).resolves.toEqual({ kind: 'answer', status: 200, mediaType: 'text/html', text: '' });
  });

  it('a portal’s redirect is not followed to its page', async () => {
    const { link, heard } = await linkTo((response) => response.writeHead(302, { Location: '/login' }).end());
    await expect(link.exchange('{}')).resolves.toMatchObject({ kind: 'answer', status: 302, text: '' });
    expect(heard).toHaveLength(1);
  });

  it('a refusal of ours is read with its code', async () => {
    const { link } = await linkTo((response) => response.writeHead(401, { 'Content-Type': 'application/problem+json' }).end('{"code":"token-unknown"}'));
    await expect(link.exchange('{}')).resolves.toMatchObject({ kind: 'answer', status: 401, text: '{"code":"token-unknown"}' });
  });
});

describe('patience on a link that shows bars and carries nothing', () => {
  /** Answers never, but lets go when told to. */
  const stalled = (): ReturnType<typeof httpLink> =>
    httpLink({
      token: 'secret',
      fetch: (_path, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        }),
    });

  it('ends within ten seconds for a small body', async () => {
    vi.useFakeTimers();
    const answer = stalled().exchange('{}');
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(answer).resolves.toEqual({ kind: 'silence' });
  });

  it('lets an answer that flows take its time, and ends one that pauses for too long', async () => {
    vi.useFakeTimers();
    const flow = (pauses: readonly number[]): ReturnType<typeof httpLink> =>
      httpLink({
        token: 'secret',
        fetch: (_path, init) =>
          Promise.resolve(
            new Response(
              new ReadableStream({
                start: async (controller) => {
                  init?.signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
                  for (const pause of pauses) {
                    await new Promise((resolve) => {
                      setTimeout(resolve, pause);
                    });
                    if (init?.signal?.aborted === true) return;
                    controller.enqueue(new TextEncoder().encode('.'));
                  }
                  controller.close();
                },
              }),
              { headers: ours },
            ),
          ),
      });
    const patient = flow([15_000, 15_000, 15_000]).exchange('{}');
    const tired = flow([15_000, 25_000]).exchange('{}');
    await vi.advanceTimersByTimeAsync(60_000);
    await expect(patient).resolves.toMatchObject({ text: '...' });
    await expect(tired).resolves.toEqual({ kind: 'silence' });
  });
});

describe('the way of a picture', () => {
  it('puts one part at its offset, as it is, and brings the whole answer back', async () => {
    const { photos, heard } = await linkTo((response) => response.writeHead(200, { 'Content-Type': photoMediaType }).end('{"v":1}'));
    const { photo, bytes } = aPhoto(1, 40_000);
    const answer = await photos.putPhoto(photo.hash, 16_384, bytes.slice(16_384, 32_768));
    expect(answer).toEqual({ kind: 'answer', status: 200, mediaType: photoMediaType, text: '{"v":1}' });
    expect(heard[0]?.line).toBe(`PUT /api/photos/${photo.hash}?offset=16384`);
    expect([heard[0]?.headers['content-encoding'], heard[0]?.headers['content-type']]).toEqual([undefined, 'application/octet-stream']);
    expect(heard[0]?.body).toEqual(Buffer.from(bytes.slice(16_384, 32_768)));
  });

  it('does not take a portal’s page for an answer', async () => {
    const { photos } = await linkTo((response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>Đăng nhập</html>'));
    const { photo, bytes } = aPhoto(1, 100);
    await expect(photos.putPhoto(photo.hash, 0, bytes)).resolves.toMatchObject({ kind: 'answer', mediaType: 'text/html', text: '' });
  });
});
