/**
 * Durable records a second: 50 phones of 50 units push over keep-alive connections, with their tokens, checks and
 * history, and take in what comes back. The floor does one bare insert per request on the same stack.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChangeId, RecordId, uuidV7 } from '../../src/domain/id.ts';
import type { UnitId } from '../../src/domain/id.ts';
import type { Change } from '../../src/sync/protocol.ts';
import { openConnection } from './connection.ts';
import { fillStore } from './filled-store.ts';
import { median, quantile, rounded, watchProcess } from './measure.ts';
import type { WatchedProcess } from './measure.ts';
import { pushingPhone } from './pushing-phone.ts';
import type { Push } from './pushing-phone.ts';
import { reports } from './reports.ts';

const phoneCount = 50;
const runCount = 5;
/** Pushes of each phone in one run, by changes a push: about two seconds each way. */
const pushes = new Map([[1, 30], [20, 8]]);

interface Run {
  readonly recordsPerSecond: number;
  readonly p99Ms: number;
  readonly cpuSecondsPer1000: number;
}

export async function ingestFigures(): Promise<object> {
  const pool = reports('c01' as UnitId, 2_000, 42);
  const figures: Record<string, object> = {};
  for (const [size, pushCount] of pushes) {
    figures[String(size)] = { ...(await ours(pool, size, pushCount)), floor: await floor(pool, size, pushCount) };
  }
  return { phones: phoneCount, runs: runCount, perPush: figures };
}

async function ours(pool: readonly Change[], size: number, pushCount: number): Promise<object> {
  const store = await fillStore(phoneCount);
  const server = await watchProcess('serve-process.ts', { DATA_DIR: store.folder, PORT: '0' });
  try {
    const atStart = await server.usage();
    const phones = await Promise.all(store.phones.map((phone) => pushingPhone(server.port, phone)));
    const runs = await measured(server, phones.map((phone) => phone.push), pool, size, pushCount, (index) => store.phones[index]?.unitId ?? ('c01' as UnitId));
    const { residentBytes, mostResidentBytes } = await server.usage();
    for (const phone of phones) phone.connection.close();
    return {
      ...runs,
      megabytes: { atStart: rounded(atStart.residentBytes / 1e6), atEnd: rounded(residentBytes / 1e6), most: rounded(mostResidentBytes / 1e6) },
    };
  } finally {
    await server.stop();
    store.remove();
  }
}

async function floor(pool: readonly Change[], size: number, pushCount: number): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-floor-'));
  const server = await watchProcess('floor-process.ts', { DATA_DIR: folder });
  try {
    const connections = await Promise.all(Array.from({ length: phoneCount }, () => openConnection(server.port)));
    const pushing = connections.map((connection): Push => async (changes) => {
      const head = `POST / HTTP/1.1\r\nHost: localhost:${server.port}\r\nContent-Type: application/json\r\n`;
      const answer = await connection.send(head, Buffer.from(JSON.stringify({ changes })));
      if (answer.status !== 200) throw new Error(`the floor answered ${answer.status}`);
    });
    const runs = await measured(server, pushing, pool, size, pushCount, () => 'c01' as UnitId);
    for (const connection of connections) connection.close();
    return runs;
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One run to warm up, then the medians of the others. */
async function measured(
  server: WatchedProcess, pushing: readonly Push[], pool: readonly Change[], size: number, pushCount: number, unitOf: (index: number) => UnitId,
): Promise<object> {
  let seq = 0;
  const runs: Run[] = [];
  for (let run = 0; run <= runCount; run += 1) {
    const latencies: number[] = [];
    const queues = pushing.map((_, index) => Array.from({ length: pushCount }, () => renewed(pool, size, unitOf(index), () => (seq += 1))));
    const before = await server.usage();
    const startedMs = performance.now();
    await Promise.all(
      pushing.map(async (push, index) => {
        for (const changes of queues[index] ?? []) {
          const sentMs = performance.now();
          await push(changes);
          latencies.push(performance.now() - sentMs);
        }
      }),
    );
    const seconds = (performance.now() - startedMs) / 1000;
    const after = await server.usage();
    const recordCount = pushing.length * pushCount * size;
    if (run > 0) {
      runs.push({
        recordsPerSecond: recordCount / seconds,
        p99Ms: quantile(latencies, 0.99),
        cpuSecondsPer1000: ((after.cpuSeconds - before.cpuSeconds) / recordCount) * 1000,
      });
    }
  }
  return {
    recordsPerSecond: rounded(median(runs.map((run) => run.recordsPerSecond))),
    p99Ms: rounded(median(runs.map((run) => run.p99Ms))),
    cpuSecondsPer1000: rounded(median(runs.map((run) => run.cpuSecondsPer1000)), 3),
  };
}

/** Words from the pool under new ids. */
function renewed(pool: readonly Change[], size: number, scope: UnitId, nextSeq: () => number): Change[] {
  return Array.from({ length: size }, () => {
    const seq = nextSeq();
    const model = pool[seq % pool.length];
    if (!model) throw new Error('the pool is empty');
    const chance = crypto.getRandomValues(new Uint8Array(20));
    const nowMs = Date.now();
    return { ...model, scope, seq, changeId: ChangeId.parse(uuidV7(nowMs, chance)), recordId: RecordId.parse(uuidV7(nowMs, chance.subarray(10))) };
  });
}
