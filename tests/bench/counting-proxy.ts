/** Passes bytes on between a browser and the server, and counts them. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface CountingProxy {
  readonly origin: string;
  bytes(): { readonly up: number; readonly down: number };
  close(): void;
}

export async function countingProxy(targetPort: number): Promise<CountingProxy> {
  let up = 0;
  let down = 0;
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: targetPort });
    for (const [from, to] of [[near, far], [far, near]] as const) {
      open.add(from);
      from.on('data', (chunk: Buffer) => {
        if (from === near) up += chunk.length;
        else down += chunk.length;
        to.write(chunk);
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.end();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    bytes: () => ({ up, down }),
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
