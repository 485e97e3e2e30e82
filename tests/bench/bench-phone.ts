/** A phone of the bench: the shipped engine over stores in memory, and a link whose every byte is counted. */
import { deflateSync, inflateSync } from 'node:zlib';
import { sha256 } from '../../src/server/seals.ts';
import { engineAtFirst, step } from '../../src/sync/engine.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import type { LinkPort } from '../../src/sync/ports.ts';
import type { Change } from '../../src/sync/protocol.ts';
import { msOf } from '../../src/domain/time.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { openConnection } from './connection.ts';
import type { EnrolledPhone } from './filled-store.ts';
import { exchangeHead } from './request-head.ts';
import type { Client } from './request-head.ts';

/** Everything that travelled until the engine came to rest. */
export interface Travelled {
  readonly requestCount: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
  /** Bodies alone, as they travelled, and as text before they were deflated. */
  readonly requestBodyBytes: number;
  readonly requestCharacters: number;
  readonly replyBodyBytes: number;
}

export interface BenchPhone {
  save(changes: readonly Change[]): void;
  /**
   * From a fresh engine, as after the app was opened: on one new connection, until nothing is left to do.
   * @param by another way to the same server.
   */
  sync(client: Client, by?: number): Promise<Travelled>;
  openCount(): number;
}

const leastDeflatedBytes = 150;

export function benchPhone(port: number, phone: EnrolledPhone): BenchPhone {
  const notebookState = emptyNotebookState(sha256(phone.deviceId).slice(0, 16).toLowerCase());
  const notebook = memoryNotebook(notebookState);
  const mirror = memoryMirror(emptyMirrorState());
  return {
    save: (changes) => {
      const { head, entries } = notebookState.current;
      const fresh = changes.map((change, index) => ({
        change: { ...change, seq: head.seq + index + 1 },
        sendAfterMs: msOf(change.savedAt), offeredAtMs: null, putOffCount: 0, acknowledgement: null, receipt: null, open: true,
      }));
      notebookState.current = { head: { ...head, seq: head.seq + changes.length }, entries: [...entries, ...fresh] };
    },
    openCount: () => notebookState.current.entries.filter((entry) => entry.open).length,
    sync: async (client, by = port) => {
      const connection = await openConnection(by);
      const counts = { requestCount: 0, requestBodyBytes: 0, requestCharacters: 0, replyBodyBytes: 0 };
      const link: LinkPort = {
        exchange: async (text) => {
          const plain = Buffer.from(text);
          const isDeflated = plain.length >= leastDeflatedBytes;
          const body = isDeflated ? deflateSync(plain) : plain;
          const answer = await connection.send(exchangeHead(client, port, phone.token, isDeflated), body);
          counts.requestCount += 1;
          counts.requestBodyBytes += body.length;
          counts.requestCharacters += text.length;
          counts.replyBodyBytes += answer.body.length;
          const reply = answer.headers.get('content-encoding') === 'deflate' ? inflateSync(answer.body) : answer.body;
          return { kind: 'answer', status: answer.status, mediaType: answer.headers.get('content-type') ?? '', text: reply.toString('utf8') };
        },
      };
      const ports = {
        notebook, mirror, link,
        clock: { nowMs: () => Date.now() },
        chance: { fraction: () => Math.random(), token: () => sha256(String(Math.random())).slice(0, 16).toLowerCase() },
        hash: (text: string) => Promise.resolve(sha256(text)),
      };
      let { state, effects } = step(engineAtFirst, { kind: 'nudge', why: 'opened', nowMs: Date.now() }, 0.5);
      for (;;) {
        const effect = effects.find((each) => each.kind === 'exchange');
        if (!effect) break;
        const startedMs = performance.now();
        const { budgetCharacters, want, listCursors } = effect;
        const outcome = await exchangeOnce(ports, { deviceId: phone.deviceId, officerId: phone.officerId, budgetCharacters, want, listCursors });
        if (outcome.kind !== 'done') throw new Error(`an exchange of the bench ended with ${JSON.stringify(outcome)}`);
        ({ state, effects } = step(state, { kind: 'finished', outcome, nowMs: Date.now(), tookMs: performance.now() - startedMs }, 0.5));
      }
      connection.close();
      return { ...counts, bytesUp: connection.bytesUp(), bytesDown: connection.bytesDown() };
    },
  };
}
