/**
 * A thin link between a client and a server on this machine: bandwidth shared by all its connections, a delay each way,
 * and one more round trip before a new connection carries anything. Page and worker both pass it, because it is the
 * address they open; a browser's own throttling leaves the worker out.
 */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export interface Link {
  /** Bits in a second, up and down. */
  readonly up: number;
  readonly down: number;
  /** Milliseconds there and back. */
  readonly roundTripMs: number;
}

/** The edge of a commune: a 2G signal with a crowd on it. */
export const mountainLink: Link = { up: 50_000, down: 200_000, roundTripMs: 800 };
/** A weak 3G signal. */
export const valleyLink: Link = { up: 400_000, down: 400_000, roundTripMs: 400 };

export interface SlowProxy {
  readonly port: number;
  readonly origin: string;
  close(): void;
}

/** So much is put on the wire at once, as a packet would be. */
const packetBytes = 1_400;

export async function slowProxy(targetPort: number, link: Link): Promise<SlowProxy> {
  const open = new Set<Socket>();
  const up = lane(link.up, link.roundTripMs / 2);
  const down = lane(link.down, link.roundTripMs / 2);
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: '127.0.0.1', port: targetPort, noDelay: true });
    // The three-way greeting, which the loopback answers at once.
    const readyAtMs = performance.now() + link.roundTripMs;
    for (const [from, to, carry] of [[near, far, up], [far, near, down]] as const) {
      open.add(from);
      from.on('data', (chunk: Buffer) => {
        for (let at = 0; at < chunk.length; at += packetBytes) {
          const packet = chunk.subarray(at, at + packetBytes);
          carry(packet.length, readyAtMs, () => !to.destroyed && to.write(packet));
        }
      });
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        carry(0, readyAtMs, () => to.end());
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://localhost:${port}`,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}

type Carry = (bytes: number, notBeforeMs: number, deliver: () => void) => void;

/** One direction: what comes later waits until what came before has left, whichever connection it belongs to. */
function lane(bitsPerSecond: number, delayMs: number): Carry {
  let freeAtMs = 0;
  return (bytes, notBeforeMs, deliver) => {
    const nowMs = performance.now();
    freeAtMs = Math.max(freeAtMs, nowMs, notBeforeMs) + (bytes * 8_000) / bitsPerSecond;
    setTimeout(deliver, freeAtMs + delayMs - nowMs);
  };
}
