/**
 * A sync over a thin link, on a connection of its own: 1, 20 and 200 reports, each beside its floor, one POST of as many
 * deflated bytes to a server that answers at once with as many as the real one did.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchPhone } from './bench-phone.ts';
import type { Travelled } from './bench-phone.ts';
import { openConnection } from './connection.ts';
import { fillStore } from './filled-store.ts';
import { median, rounded, watchProcess } from './measure.ts';
import { reports } from './reports.ts';
import { mountainLink, slowProxy } from './slow-proxy.ts';

const runCount = 5;
const sizes = [1, 20, 200] as const;

export async function linkFigures(): Promise<object> {
  const store = await fillStore(runCount + 1);
  const server = await watchProcess('serve-process.ts', { DATA_DIR: store.folder, PORT: '0' });
  const link = await slowProxy(server.port, mountainLink);
  const floor = await floorServer();
  const floorLink = await slowProxy(floor.port, mountainLink);
  try {
    const figures: Record<string, object> = {};
    for (const size of sizes) {
      const times: number[] = [];
      const floors: number[] = [];
      let last: Travelled | null = null;
      for (const [index, phone] of store.phones.slice(1).entries()) {
        // The first pull is another figure: it goes past the thin link.
        const enrolled = benchPhone(server.port, phone);
        await enrolled.sync('chrome');
        enrolled.save(reports(phone.unitId, size, 5_000 * (index + 1) + size));
        const startedMs = performance.now();
        last = await enrolled.sync('chrome', link.port);
        times.push(performance.now() - startedMs);
        if (enrolled.openCount() > 0) throw new Error('not everything was taken');
        floors.push(await onePost(floorLink.port, last));
      }
      console.error(`  ${size} over the thin link`);
      figures[String(size)] = { medianMs: rounded(median(times)), worstMs: rounded(Math.max(...times)), requests: last?.requestCount, floorMs: rounded(median(floors)), ratio: rounded(median(times) / median(floors), 2) };
    }
    return { note: 'own proxy, page and worker alike; a fresh connection each', link: mountainLink, sync: figures };
  } finally {
    link.close();
    floorLink.close();
    floor.close();
    await server.stop();
    store.remove();
  }
}

/** Answers every POST at once, with as many bytes as its header asks for. */
async function floorServer(): Promise<{ readonly port: number; close(): void }> {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const body = Buffer.alloc(Number(request.headers['x-answer'] ?? 0));
      response.writeHead(200, { 'content-length': body.length });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The same bytes both ways as the sync took, headers and all, in one request on a new connection. */
async function onePost(port: number, { bytesUp, bytesDown }: Travelled): Promise<number> {
  const head = `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nX-Answer: ${Math.max(0, bytesDown - 120)}\r\n`;
  const startedMs = performance.now();
  const connection = await openConnection(port);
  await connection.send(head, Buffer.alloc(Math.max(0, bytesUp - head.length - 24)));
  connection.close();
  return performance.now() - startedMs;
}
