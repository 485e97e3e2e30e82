import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openMirror } from '../../src/device/mirror.ts';
import type { Mirror } from '../../src/device/mirror.ts';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook } from '../../src/device/notebook.ts';
import { syncRunner } from '../../src/device/sync-runner.ts';
import type { SyncRunner, SyncRunnerPorts } from '../../src/device/sync-runner.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { Instant } from '../../src/domain/time.ts';
import { longestLog } from '../../src/device/sync-log.ts';
import { overWifiOnly } from '../../src/device/wifi-only.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import { exchangeMediaType, ExchangeRequest, photoMediaType } from '../../src/sync/protocol.ts';
import type { ExchangeReply, PhotoReply } from '../../src/sync/protocol.ts';
import type { LinkAnswer } from '../../src/sync/ports.ts';
import { aDraft } from '../make/draft.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';
import { aChangeId, anActivity, aReceipt, aRecordId, aUnitId, firstEpoch } from '../make/record.ts';
import { anIdentity } from './notebook.cases.ts';

/** What a browser is, to the runner: a page that is shown and hidden, and a network that comes back. */
const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
const network = new EventTarget();

let notebook: Notebook;
let mirror: Mirror;
let runner: SyncRunner | undefined;
let heard: ExchangeRequest[];
let count = 0;

beforeEach(async () => {
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', network.addEventListener.bind(network));
  vi.stubGlobal('removeEventListener', network.removeEventListener.bind(network));
  count += 1;
  notebook = await openNotebook({ name: `runner-notebook-${count}` });
  mirror = await openMirror({ name: `runner-mirror-${count}` });
  heard = [];
});
afterEach(() => {
  runner?.stop();
  vi.unstubAllGlobals();
  notebook.close();
  mirror.close();
});

function server(request: ExchangeRequest, overrides: Partial<ExchangeReply> = {}): LinkAnswer {
  const reply: ExchangeReply = {
    v: 1, nonce: request.nonce, epoch: firstEpoch, now: '2020-05-15T07:35:00.000Z' as Instant, safe: {}, advice: [], ranges: [], more: false,
    least: null,
    codes: request.changes.map((_change, index) => ({ code: 'ok', edition: 1, position: index + 1, receipt: aReceipt(receiptNumber('C01', 2020, 1, index + 1)) })),
    ...overrides,
  };
  return { kind: 'answer', status: 200, mediaType: exchangeMediaType, text: frame(reply) };
}

/** A runner on a link that answers so. */
function run(answer: (request: ExchangeRequest) => LinkAnswer | Promise<LinkAnswer> = server, ports: Partial<SyncRunnerPorts> = {}): SyncRunner {
  const link = () => ({
    exchange: async (body: string) => {
      const request = ExchangeRequest.parse(unframe(body));
      heard.push(request);
      return answer(request);
    },
  });
  runner = syncRunner({ notebook, mirror, link, fraction: () => 0, ...ports });
  return runner;
}

/** A change whose undo window is over. */
async function aSavedChange(number = 1): Promise<void> {
  await notebook.submit({
    changeId: aChangeId(number), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity() }, draftId: null, draft: aDraft(),
    savedAtMs: Date.now() - 60_000,
  });
}

function settled(of: SyncRunner): Promise<void> {
  return vi.waitFor(() => {
    expect(of.status().lastOutcome).not.toBeNull();
    expect(of.status().phase).not.toBe('exchanging');
  });
}

describe('the sync runner', () => {
  it('an opened app sends what waits, and tells when it last heard of the server', async () => {
    await notebook.activate(await anIdentity());
    await aSavedChange();
    const opened = run();
    await opened.start();
    await settled(opened);
    expect(heard[0]?.changes.map((change) => change.changeId)).toEqual([aChangeId(1)]);
    expect((await notebook.entry(aChangeId(1)))?.open).toBe(false);
    expect(opened.status()).toMatchObject({ phase: 'idle', sending: { count: 0 }, nextTryAt: null });
    expect(opened.status().lastContactAt).not.toBeNull();
    await vi.waitFor(async () => expect((await mirror.contact()).lastContactAt).toBe(opened.status().lastContactAt));
  });

  it('tells which changes are on their way, while they are', async () => {
    await notebook.activate(await anIdentity());
    await aSavedChange();
    const seen: number[] = [];
    const opened = run();
    opened.onStatus(({ sending }) => seen.push(sending.count));
    await opened.start();
    await settled(opened);
    expect(seen).toContain(1);
    expect(seen.at(-1)).toBe(0);
  });

  it('a phone that is not activated asks nobody', async () => {
    const opened = run();
    await opened.start();
    await settled(opened);
    expect(heard).toEqual([]);
    expect(opened.status().phase).toBe('frozen');
    await notebook.activate(await anIdentity());
    opened.nudge('activated');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
  });

  it('silence is followed by a rest, which the button and the network’s return break, and a passing glance does not', async () => {
    await notebook.activate(await anIdentity());
    const opened = run(() => ({ kind: 'silence' }));
    await opened.start();
    await settled(opened);
    expect(opened.status()).toMatchObject({ phase: 'resting', lastOutcome: { kind: 'unknown', reason: 'silence' } });
    expect(opened.status().nextTryAt).not.toBeNull();
    expect(opened.status().lastContactAt).toBeNull();
    opened.nudge('saved');
    expect(heard).toHaveLength(1);
    opened.nudge('button');
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    await opened.whenQuiet();
    network.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    await opened.whenQuiet();
  });

  it('[L14] a server that no longer knows the token freezes the queue and leaves the journal alone', async () => {
    await notebook.activate(await anIdentity());
    await aSavedChange();
    const opened = run(() => ({ kind: 'answer', status: 401, mediaType: 'application/problem+json', text: '{"code":"token-unknown"}' }));
    await opened.start();
    await settled(opened);
    expect(opened.status()).toMatchObject({ phase: 'frozen', lastOutcome: { kind: 'unauthorized' } });
    expect((await notebook.head()).frozen).toBe(true);
    expect((await notebook.counts()).open).toBe(1);
  });

  it('a full disk is told by its name, and tried again later', async () => {
    await notebook.activate(await anIdentity());
    const opened = run(server, {
      notebook: { ...notebook, settle: () => Promise.reject(new DOMException('No room', 'QuotaExceededError')) },
    });
    await opened.start();
    await settled(opened);
    expect(opened.status()).toMatchObject({ phase: 'resting', lastOutcome: { kind: 'store-trouble' }, trouble: { code: 'storage-full' } });
  });

  it('a tab that sleeps with the lock in its hands stops nobody for long', async () => {
    await notebook.activate(await anIdentity());
    await aSavedChange();
    const opened = run(server, { lock: { ifFree: () => Promise.resolve('busy') } });
    await opened.start();
    await settled(opened);
    expect(opened.status().lastOutcome).toEqual({ kind: 'busy' });
    for (let round = 0; round < 3 && heard.length === 0; round += 1) {
      network.dispatchEvent(new Event('online'));
      await opened.whenQuiet();
    }
    await vi.waitFor(() => expect(heard).toHaveLength(1));
  });

  it('pictures follow the words part by part, and the screens hear how far they are', async () => {
    await notebook.activate(await anIdentity());
    await aSavedChange();
    const { photo, bytes } = aPhoto(1, 40_000);
    const state = emptyPhotosState();
    await memoryPhotos(state).keep(photo.hash, bytes);
    const order: string[] = [];
    const shown: number[] = [];
    const photoLink = () => ({
      putPhoto: (hash: PhotoHash, offset: number, part: Uint8Array): Promise<LinkAnswer> => {
        order.push(`${offset}`);
        const held = offset + part.length;
        const reply: PhotoReply = { v: 1, hash, epoch: firstEpoch, now: '2020-05-15T07:35:00.000Z' as Instant, standing: held === photo.byteCount ? { position: 2 } : { held } };
        return Promise.resolve({ kind: 'answer', status: 200, mediaType: photoMediaType, text: frame(reply) });
      },
    });
    const opened = run((request) => (order.push('words'), server(request, { photos: { [photo.hash]: { held: 0 } } })), { photos: memoryPhotos(state), photoLink });
    opened.onStatus((status) => {
      if (status.photo) shown.push(status.photo.held);
    });
    await opened.start();
    await settled(opened);
    await vi.waitFor(() => expect(opened.status().lastPhotoOutcome).toMatchObject({ kind: 'done', isWhole: true }));
    expect(order).toEqual(['words', '0', '16384']);
    expect(shown).toEqual(expect.arrayContaining([0, 16_384]));
    expect(opened.status()).toMatchObject({ phase: 'idle', photo: null });
    expect(await memoryPhotos(state).undelivered(16)).toEqual([]);
  });

  it('pictures wait for Wi-Fi where the officer wants it so, words never; from mobile data to Wi-Fi they go by themselves', async () => {
    const connection = Object.assign(new EventTarget(), { type: 'cellular' });
    vi.stubGlobal('navigator', { connection });
    await notebook.activate(await anIdentity());
    await aSavedChange();
    const { photo, bytes } = aPhoto(1, 4_000);
    const state = emptyPhotosState();
    const photos = memoryPhotos(state);
    await photos.keep(photo.hash, bytes);
    const order: string[] = [];
    const photoLink = () => ({
      putPhoto: (hash: PhotoHash): Promise<LinkAnswer> => {
        order.push('photo');
        const reply: PhotoReply = { v: 1, hash, epoch: firstEpoch, now: '2020-05-15T07:35:00.000Z' as Instant, standing: { position: 2 } };
        return Promise.resolve({ kind: 'answer', status: 200, mediaType: photoMediaType, text: frame(reply) });
      },
    });
    const answer = (request: ExchangeRequest): LinkAnswer => (order.push('words'), server(request, request.photos ? { photos: { [photo.hash]: { held: 0 } } } : {}));
    const opened = run(answer, { photos: overWifiOnly(photos, () => Promise.resolve(true)), photoLink });
    await opened.start();
    await settled(opened);
    expect(order).toEqual(['words']);
    expect((await notebook.entry(aChangeId(1)))?.open).toBe(false);
    expect(heard[0]?.photos).toBeUndefined();
    // How fast it is has changed, not what it is.
    connection.dispatchEvent(new Event('change'));
    await opened.whenQuiet();
    expect(order).toEqual(['words']);
    connection.type = 'wifi';
    connection.dispatchEvent(new Event('change'));
    await vi.waitFor(() => expect(order).toEqual(['words', 'words', 'photo']));
    await opened.whenQuiet();
    expect(await photos.undelivered(5)).toEqual([]);
  });

  it('how the last twenty exchanges ended is still told when the app is opened again', async () => {
    await notebook.activate(await anIdentity());
    for (let number = 0; number < longestLog; number += 1) await mirror.noteOutcome({ at: '2020-05-14T07:00:00.000Z' as Instant, outcome: { kind: 'unknown', reason: 'portal' } });
    await aSavedChange();
    const first = run();
    await first.start();
    await settled(first);
    first.stop();
    await vi.waitFor(async () => expect((await mirror.log())[0]?.outcome).toEqual({ kind: 'done', storedCount: 1 }));
    const second = run(() => ({ kind: 'silence' }));
    await second.start();
    await settled(second);
    expect(second.status().log).toHaveLength(longestLog);
    expect(second.status().log.slice(0, 3).map(({ outcome }) => outcome)).toEqual([
      { kind: 'unknown', reason: 'silence' }, { kind: 'done', storedCount: 1 }, { kind: 'unknown', reason: 'portal' },
    ]);
    await vi.waitFor(async () => expect(await mirror.log()).toHaveLength(longestLog));
  });

  it('a save goes when its undo window is over, without anybody touching the phone', async () => {
    await notebook.activate(await anIdentity());
    let passedMs = 0;
    const opened = run(server, { nowMs: () => Date.now() + passedMs });
    await opened.start();
    await settled(opened);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await notebook.submit({
      changeId: aChangeId(1), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity() }, draftId: null, draft: aDraft(),
      savedAtMs: Date.now(),
    });
    opened.nudge('saved');
    vi.advanceTimersByTime(7_000);
    expect(heard).toHaveLength(1);
    passedMs = 8_200;
    vi.advanceTimersByTime(1_200);
    vi.useRealTimers();
    await vi.waitFor(() => expect(heard[1]?.changes).toHaveLength(1));
    await opened.whenQuiet();
  });
});
