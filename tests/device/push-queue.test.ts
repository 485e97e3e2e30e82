import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openNotebook } from '../../src/device/notebook.ts';
import type { Notebook } from '../../src/device/notebook.ts';
import { pushQueue } from '../../src/device/push-queue.ts';
import type { PushPorts } from '../../src/device/push-queue.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { Instant } from '../../src/domain/time.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import { undoWindowMs } from '../../src/sync/journal.ts';
import type { LinkAnswer, LockPort } from '../../src/sync/ports.ts';
import { exchangeMediaType, ExchangeRequest, photoMediaType } from '../../src/sync/protocol.ts';
import type { ExchangeReply } from '../../src/sync/protocol.ts';
import { overWifiOnly } from '../../src/device/wifi-only.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import { aDraft } from '../make/draft.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';
import { aChangeId, anActivity, aReceipt, aRecordId, aUnitId, firstEpoch } from '../make/record.ts';
import { anIdentity } from './notebook.cases.ts';

let notebook: Notebook;
let heard: ExchangeRequest[];
/** The phone's clock: only waiting moves it. */
let now: number;
let waits: number[];
let count = 0;

beforeEach(async () => {
  count += 1;
  notebook = await openNotebook({ name: `pushed-${count}` });
  await notebook.activate(await anIdentity());
  heard = [];
  waits = [];
  now = Date.parse('2020-05-15T07:00:00.000Z');
});
afterEach(() => notebook.close());

const free: LockPort = { ifFree: (work) => work() };

function answered(request: ExchangeRequest, overrides: Partial<ExchangeReply> = {}): LinkAnswer {
  const reply: ExchangeReply = {
    v: 1, nonce: request.nonce, epoch: firstEpoch, now: '2020-05-15T07:35:00.000Z' as Instant, safe: {}, advice: [], ranges: [], more: false, least: null,
    codes: request.changes.map((_change, index) => ({ code: 'ok', edition: 1, position: index + 1, receipt: aReceipt(receiptNumber('C01', 2020, 1, index + 1)) })),
    ...overrides,
  };
  return { kind: 'answer', status: 200, mediaType: exchangeMediaType, text: frame(reply) };
}

function push(answer: (request: ExchangeRequest) => LinkAnswer = answered, over: Partial<PushPorts> = {}): ReturnType<typeof pushQueue> {
  return pushQueue({
    notebook,
    lock: free,
    link: () => ({
      exchange: async (body) => {
        const request = ExchangeRequest.parse(unframe(body));
        heard.push(request);
        return answer(request);
      },
    }),
    clock: { nowMs: () => now },
    chance: { fraction: () => 0, token: () => `token-${heard.length}` },
    hash: (text) => Promise.resolve(text),
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
    ...over,
  });
}

const save = (number: number, savedAtMs = now - 60_000) =>
  notebook.submit({
    changeId: aChangeId(number), recordId: `${aRecordId.slice(0, -2)}${String(number).padStart(2, '0')}` as typeof aRecordId, scope: aUnitId, kind: 'activity', base: null,
    body: { ...anActivity() }, draftId: null, draft: aDraft(), savedAtMs,
  });
const openCount = async () => (await notebook.counts()).open;

describe('the worker, woken with no page open', () => {
  it('[W1] sends what is saved and asks for codes alone', async () => {
    await save(1);
    await save(2);
    expect(await push()).toBe('empty');
    expect(heard.map(({ want, cursors, changes }) => [want, cursors, changes.length])).toEqual([[0, [], 2]]);
    expect(await openCount()).toBe(0);
  });

  it('[W1] opens no mirror: that belongs to the page', async () => {
    await save(1);
    await push();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('so-tay-mirror');
  });

  it('asks for nothing when there is nothing to send', async () => {
    expect([await push(), heard.length, waits]).toEqual(['empty', 0, []]);
  });

  it('[W2] sends nothing that may still be taken back, and gives an open page its time', async () => {
    await save(1, now - 2_000);
    const sentAt: number[] = [];
    await push((request) => {
      sentAt.push(now);
      return answered(request);
    });
    expect(waits).toEqual([undoWindowMs - 2_000 + 3_000]);
    expect(sentAt).toHaveLength(1);
  });

  it('finds nothing left when the page was faster', async () => {
    await save(1, now);
    const ending = await push(answered, {
      wait: async (ms) => {
        now += ms;
        const { changes, head } = await notebook.take(now, 1_000);
        await notebook.settle({
          lineage: head.lineage, epoch: firstEpoch, at: '2020-05-15T07:00:09.000Z' as Instant, clockOffsetMs: 0, witness: null, anchor: null, knownEpochId: null, safe: {},
          verdicts: new Map(changes.map(({ changeId }) => [changeId, { code: 'ok' as const, edition: 1, position: 1, receipt: aReceipt() }])),
        });
      },
    });
    expect([ending, heard.length]).toEqual(['empty', 0]);
  });

  it('[W3] waits while a tab is at it, for a bounded time, and never sends beside it', async () => {
    await save(1);
    let busyCount = 2;
    const lock: LockPort = { ifFree: (work) => (busyCount-- > 0 ? Promise.resolve('busy') : work()) };
    expect(await push(answered, { lock })).toBe('empty');
    expect([waits.length, heard.length]).toEqual([2, 1]);
    await save(2);
    busyCount = Number.POSITIVE_INFINITY;
    expect(await push(answered, { lock })).toBe('later');
    expect(heard).toHaveLength(1);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(120_000);
  });

  it.each([
    ['silence', { kind: 'silence' } as const],
    ['a login page', { kind: 'answer', status: 200, mediaType: 'text/html', text: '<html>' } as const],
    ['a gateway in trouble', { kind: 'answer', status: 502, mediaType: 'text/plain', text: '' } as const],
  ])('[L15] after %s the record waits as before, and the browser is asked to come again', async (_name, answer) => {
    await save(1);
    expect([await push(() => answer), await openCount(), heard.length]).toEqual(['later', 1, 1]);
  });

  it('[L14] a token that is no longer known freezes the queue and keeps every word', async () => {
    await save(1);
    const unknown = { kind: 'answer', status: 401, mediaType: 'application/problem+json', text: '{"code":"token-unknown"}' } as const;
    expect(await push(() => unknown)).toBe('needs-code');
    expect([(await notebook.head()).frozen, await openCount()]).toEqual([true, 1]);
    expect(await push()).toBe('needs-code');
    expect(heard).toHaveLength(1);
  });

  it('[L14] a store that refuses ends the wake, and nothing is lost', async () => {
    await save(1);
    const broken = { ...notebook, settle: () => Promise.reject(new Error('no room')) };
    expect([await push(answered, { notebook: broken }), await openCount()]).toEqual(['later', 1]);
    expect([await push(), await openCount()]).toEqual(['empty', 0]);
  });

  it('[W4] pictures go after the words, part by part, each told to their own store', async () => {
    const state = emptyPhotosState();
    const photos = memoryPhotos(state);
    const { photo, bytes } = aPhoto(1, 30_000);
    await photos.keep(photo.hash, bytes);
    await save(1);
    const parts: number[] = [];
    const link = () => ({
      putPhoto: (hash: PhotoHash, offset: number, part: Uint8Array<ArrayBuffer>): Promise<LinkAnswer> => {
        parts.push(offset);
        expect(heard).toHaveLength(1);
        const standing = offset + part.length === 30_000 ? { position: 2 } : { held: offset + part.length };
        const reply = { v: 1, hash, epoch: firstEpoch, now: '2020-05-15T07:35:00.000Z', standing };
        return Promise.resolve({ kind: 'answer', status: 200, mediaType: photoMediaType, text: frame(reply) });
      },
    });
    const ending = await push((request) => answered(request, { photos: { [photo.hash]: { held: 0 } } }), { photos: { store: photos, link, lock: free } });
    expect([ending, parts, await photos.undelivered(5)]).toEqual(['empty', [0, 16_384], []]);
  });

  it('on mobile data it sends the words alone where pictures wait for Wi-Fi, and says that they wait', async () => {
    const photos = memoryPhotos(emptyPhotosState());
    const { photo, bytes } = aPhoto(1, 30_000);
    await photos.keep(photo.hash, bytes);
    await save(1);
    const link = () => ({ putPhoto: (): Promise<LinkAnswer> => Promise.reject(new Error('a picture went over mobile data')) });
    let type = 'cellular';
    const store = overWifiOnly(photos, () => Promise.resolve(true), () => type);
    const ending = await push((request) => answered(request, request.photos ? { photos: { [photo.hash]: { held: 0 } } } : {}), { photos: { store, link, lock: free } });
    expect([ending, await openCount(), await photos.undelivered(5)]).toEqual(['photos-wait', 0, [photo.hash]]);
    // Woken once more, with nothing else to do; and with none that waits.
    expect([await push(answered, { photos: { store, link, lock: free } }), heard.length]).toEqual(['photos-wait', 1]);
    type = 'wifi';
    expect(await store.hasHeldBack()).toBe(false);
    type = 'cellular';
    await photos.told({ epoch: firstEpoch, at: '2020-05-15T07:40:00.000Z' as Instant, standings: new Map([[photo.hash, { position: 2 }]]), asked: [photo.hash], scope: aUnitId, safe: 0 });
    expect(await push(answered, { photos: { store, link, lock: free } })).toBe('empty');
  });

  it('a new life of the server is told everything again in the same wake', async () => {
    await save(1);
    await push();
    await save(2);
    const second = { id: 'epoch-two', ordinal: 2, mark: 'mark' };
    expect(await push((request) => answered(request, { epoch: second }))).toBe('empty');
    expect(heard.slice(1).map(({ changes }) => changes.map(({ seq }) => seq))).toEqual([[2], [1]]);
  });
});
