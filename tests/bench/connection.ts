/** One HTTP/1.1 connection over bare TCP, so that every byte of both directions is counted: headers, bodies, line ends. */
import { connect } from 'node:net';
import type { Socket } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export interface Connection {
  /** One request after the other; a second one before the answer is a mistake of the caller. */
  send(head: string, body: Buffer): Promise<HttpAnswer>;
  readonly bytesUp: () => number;
  readonly bytesDown: () => number;
  close(): void;
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  let answered: ((answer: HttpAnswer) => void) | null = null;
  let failed: ((error: Error) => void) | null = null;
  let arrived: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    arrived = arrived.length === 0 ? chunk : Buffer.concat([arrived, chunk]);
    const answer = readAnswer(arrived);
    if (!answer) return;
    arrived = Buffer.alloc(0);
    answered?.(answer);
  });
  socket.on('error', (error) => failed?.(error));
  socket.on('close', () => failed?.(new Error('the connection was closed before the answer')));
  return {
    send: (head, body) =>
      new Promise<HttpAnswer>((resolve, reject) => {
        answered = resolve;
        failed = reject;
        write(socket, head, body);
      }),
    bytesUp: () => socket.bytesWritten,
    bytesDown: () => socket.bytesRead,
    close: () => {
      failed = null;
      socket.destroy();
    },
  };
}

function write(socket: Socket, head: string, body: Buffer): void {
  socket.cork();
  socket.write(`${head}Content-Length: ${body.length}\r\n\r\n`, 'latin1');
  socket.write(body);
  socket.uncork();
}

/** Null until the whole answer has arrived. Ours always name their length. */
function readAnswer(bytes: Buffer): HttpAnswer | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const length = Number(headers.get('content-length') ?? Number.NaN);
  if (Number.isNaN(length)) throw new Error(`an answer without a length: ${first}`);
  if (bytes.length < end + 4 + length) return null;
  return { status: Number(first.split(' ')[1]), headers, body: bytes.subarray(end + 4, end + 4 + length) };
}
