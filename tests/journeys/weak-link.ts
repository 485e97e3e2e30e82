/**
 * The link between a phone and the province, with its moods: a proxy that loses answers, answers as a Wi-Fi login
 * page, cuts answers short, goes silent, or offers another version of the app.
 */
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `pass`: as it is. `lose`: the province gets the exchange, its answer is lost. `cut`: the answer ends in its middle.
 * `portal`: everything is answered by a login page with 200. `refuse`: exchanges get a 500 of somebody's gateway.
 * `silent`: exchanges are taken and never answered.
 */
export type Mood = 'pass' | 'lose' | 'cut' | 'portal' | 'refuse' | 'silent';

export interface WeakLink {
  readonly origin: string;
  mood: Mood;
  /** `cut`: a part of a picture reaches the province by half, then the link breaks. */
  photoMood: 'pass' | 'cut';
  /** Behind the worker's own text: anything but an empty one makes it a new version. */
  appVersion: string;
  /** Exchanges that reached this link so far. */
  exchangeCount(): number;
  /** Exchanges that the province itself answered, whether the answer came through or not. */
  answeredCount(): number;
  /** Where in its picture each part began that reached this link. */
  photoOffsets(): readonly number[];
  close(): Promise<void>;
}

const exchangePath = '/api/exchange';
const loginPage = '<!doctype html><html lang="vi"><title>Đăng nhập Wi-Fi</title><body>Mời đăng nhập Wi-Fi của quán.</body></html>';

export async function weakLink(targetPort: number, port = 0): Promise<WeakLink> {
  let exchanges = 0;
  let answered = 0;
  const photoOffsets: number[] = [];
  const link = { mood: 'pass' as Mood, photoMood: 'pass' as 'pass' | 'cut', appVersion: '' };

  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = incoming.url ?? '/';
    const isExchange = path.startsWith(exchangePath);
    if (isExchange) exchanges += 1;
    const { mood } = link;
    if (mood === 'portal') return void outgoing.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(loginPage);
    if (isExchange && mood === 'silent') return void incoming.resume();
    if (isExchange && mood === 'refuse') return void outgoing.writeHead(500, { 'content-type': 'text/plain' }).end('bad gateway');
    const isPart = incoming.method === 'PUT' && path.startsWith('/api/photos/');
    if (isPart) photoOffsets.push(Number(new URL(path, 'http://localhost').searchParams.get('offset')));
    if (isPart && link.photoMood === 'cut') return cutPart(incoming, outgoing, targetPort);
    const headers = { ...incoming.headers };
    if (path === '/sw.js') {
      // What is rewritten must come whole and uncompressed, never as “not modified”.
      headers['accept-encoding'] = 'identity';
      delete headers['if-none-match'];
      delete headers['if-modified-since'];
    }
    const forward = ask({ host: 'localhost', port: targetPort, path, method: incoming.method, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        const whole = Buffer.concat(parts);
        if (isExchange) answered += 1;
        if (isExchange && mood === 'lose') return void outgoing.destroy();
        if (isExchange && mood === 'cut') {
          outgoing.writeHead(reply.statusCode ?? 502, { ...reply.headers, 'content-length': String(whole.length) });
          outgoing.write(whole.subarray(0, Math.floor(whole.length / 2)), () => outgoing.destroy());
          return;
        }
        const body = path === '/sw.js' && link.appVersion !== '' ? Buffer.concat([whole, Buffer.from(`\n//${link.appVersion}`)]) : whole;
        const plain = { ...reply.headers, 'content-length': String(body.length) };
        delete plain['transfer-encoding'];
        if (path === '/sw.js') delete plain.etag;
        outgoing.writeHead(reply.statusCode ?? 502, plain);
        outgoing.end(body);
      });
    });
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  };

  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(port, resolve);
  });
  return Object.assign(link, {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    photoOffsets: () => photoOffsets,
    exchangeCount: () => exchanges,
    answeredCount: () => answered,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** The province hears of the whole part, gets half of it, and then nothing. */
function cutPart(incoming: IncomingMessage, outgoing: ServerResponse, port: number): void {
  const parts: Buffer[] = [];
  incoming.on('data', (part: Buffer) => parts.push(part));
  incoming.on('end', () => {
    const whole = Buffer.concat(parts);
    const forward = ask({ host: 'localhost', port, path: incoming.url, method: 'PUT', headers: incoming.headers });
    forward.on('error', () => undefined);
    forward.write(whole.subarray(0, Math.floor(whole.length / 2)), () => {
      // Long enough for what was sent to be on its way.
      setTimeout(() => {
        forward.destroy();
        outgoing.destroy();
      }, 200);
    });
  });
}
