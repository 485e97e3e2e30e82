/** Bytes and requests of a sync against the real server: first pull, nothing new, and 1, 20 and 200 reports. */
import { benchPhone } from './bench-phone.ts';
import type { BenchPhone, Travelled } from './bench-phone.ts';
import { fillStore } from './filled-store.ts';
import { median, rounded, watchProcess } from './measure.ts';
import { byteCount, reports } from './reports.ts';
import type { Client } from './request-head.ts';

const runCount = 5;
const sizes = [1, 20, 200] as const;

export async function syncFigures(): Promise<object> {
  const store = await fillStore(runCount + 1);
  const server = await watchProcess('serve-process.ts', { DATA_DIR: store.folder, PORT: '0' });
  try {
    const first: Travelled[] = [];
    const idle: Travelled[] = [];
    const idleInChrome: Travelled[] = [];
    const bySize = new Map<number, { bare: Travelled[]; chrome: Travelled[]; reportBytes: number[] }>(sizes.map((size) => [size, { bare: [], chrome: [], reportBytes: [] }]));
    for (const [index, phone] of store.phones.slice(1).entries()) {
      const bench = benchPhone(server.port, phone);
      first.push(await bench.sync('bare'));
      idle.push(await bench.sync('bare'));
      idleInChrome.push(await bench.sync('chrome'));
      for (const size of sizes) {
        for (const client of ['bare', 'chrome'] as const) {
          const changes = reports(phone.unitId, size, 1_000 * index + size + (client === 'bare' ? 0 : 7));
          bySize.get(size)?.reportBytes.push(changes.reduce((sum, change) => sum + byteCount(change), 0) / size);
          bySize.get(size)?.[client].push(await send(bench, changes, client));
        }
      }
    }
    const sample = benchPhone(server.port, store.phones[0] ?? never());
    const firstOfSample = await sample.sync('bare');
    return {
      note: 'bytes of whole HTTP/1.1 exchanges on one new connection, headers and all; “chrome” with the headers Chrome on Android adds; TLS not counted',
      firstSync: { ...figures(first), goalBytes: 60_000, sampleUnit: wire(firstOfSample) },
      idle: { ...figures(idle), inChrome: medianOf(idleInChrome, wire), goalBytes: 1_100 },
      reports: Object.fromEntries(
        sizes.map((size) => {
          const { bare, chrome, reportBytes } = bySize.get(size) ?? never();
          const bodies = medianOf(bare, (each) => (each.requestBodyBytes + each.replyBodyBytes) / size);
          return [size, {
            reportBytes: rounded(median(reportBytes)),
            ...figures(bare),
            inChrome: medianOf(chrome, wire),
            bodyAndAcknowledgementPerReport: rounded(bodies),
            sameWithoutTheIdleExchange: rounded(medianOf(bare, (each) => (each.requestBodyBytes + each.replyBodyBytes) / size) - medianOf(idle, (each) => each.requestBodyBytes + each.replyBodyBytes) / size),
            charactersPerByte: rounded(medianOf(bare, (each) => each.requestCharacters / each.requestBodyBytes), 2),
          }];
        }),
      ),
    };
  } finally {
    await server.stop();
    store.remove();
  }
}

async function send(bench: BenchPhone, changes: Parameters<BenchPhone['save']>[0], client: Client): Promise<Travelled> {
  bench.save(changes);
  const travelled = await bench.sync(client);
  if (bench.openCount() > 0) throw new Error('not everything was taken');
  return travelled;
}

function figures(runs: readonly Travelled[]): object {
  return {
    requests: medianOf(runs, (each) => each.requestCount),
    bytes: medianOf(runs, wire),
    bytesUp: medianOf(runs, (each) => each.bytesUp),
    bytesDown: medianOf(runs, (each) => each.bytesDown),
    bodyUp: medianOf(runs, (each) => each.requestBodyBytes),
    bodyDown: medianOf(runs, (each) => each.replyBodyBytes),
  };
}

function wire(travelled: Travelled): number {
  return travelled.bytesUp + travelled.bytesDown;
}

function medianOf(runs: readonly Travelled[], figure: (run: Travelled) => number): number {
  return median(runs.map(figure));
}

function never(): never {
  throw new Error('a figure is missing');
}
