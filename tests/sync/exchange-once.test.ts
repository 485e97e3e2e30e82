import { beforeEach, describe, expect, test } from 'vitest';
import type { OfficerId, UnitId } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { frame, unframe } from '../../src/sync/frame.ts';
import type { Outcome } from '../../src/sync/engine.ts';
import type { LinkAnswer, PhotosPort } from '../../src/sync/ports.ts';
import { exchangeMediaType } from '../../src/sync/protocol.ts';
import type { ExchangeRequest } from '../../src/sync/protocol.ts';
import { answerExchange } from '../../src/sync/answer.ts';
import { aBody, aBox, aChangeId, aDevice, aRecordId, startMs } from '../make/exchange.ts';
import type { Box } from '../make/exchange.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';
import { quickHash } from './simulation/seals.ts';

const device = aDevice();
let box: Box;
let notebookState = emptyNotebookState('lineage-1');
let mirrorState = emptyMirrorState();
let nonce = 0;

beforeEach(async () => {
  box = await aBox();
  notebookState = emptyNotebookState('lineage-1');
  mirrorState = emptyMirrorState();
});

async function door(body: string): Promise<LinkAnswer> {
  const request = unframe(body) as ExchangeRequest;
  const reply = await box.page((page) => answerExchange(page, device, request, box.host()));
  return { kind: 'answer', status: 200, mediaType: exchangeMediaType, text: frame(reply) };
}

type Mirror = ReturnType<typeof memoryMirror>;

function exchange(link: (body: string) => Promise<LinkAnswer>, mirrored: (port: Mirror) => Mirror = (port) => port, photos: PhotosPort | null = null): Promise<Outcome> {
  nonce += 1;
  return exchangeOnce(
    {
      notebook: memoryNotebook(notebookState),
      mirror: mirrored(memoryMirror(mirrorState)),
      link: { exchange: link },
      clock: { nowMs: () => startMs + 60_000 },
      chance: { fraction: () => 0.5, token: () => `token-${nonce}` },
      hash: (text) => Promise.resolve(quickHash(text)),
      photos: photos && { store: photos, scope: 'c01' as UnitId },
    },
    { deviceId: device.deviceId, officerId: 'o-c01-1' as OfficerId, budgetCharacters: 20_000, want: 100_000, listCursors: false },
  );
}

function save(): ReturnType<ReturnType<typeof memoryNotebook>['save']> {
  return memoryNotebook(notebookState).save({
    changeId: aChangeId(), recordId: aRecordId(), scope: 'c01' as UnitId, kind: 'activity', base: null, body: aBody(), savedAtMs: startMs,
  });
}

const openCount = (): number => notebookState.current.entries.filter((entry) => entry.open).length;

test('one exchange brings the change to the server, its receipt to the notebook and its row to the mirror', async () => {
  const { change } = await save();
  expect(await exchange(door)).toMatchObject({ kind: 'done', storedCount: 1, moreToSend: false, moreToPull: false });
  expect(openCount()).toBe(0);
  expect(mirrorState.current.items.get(`record ${change.recordId}`)?.body).toMatchObject({ current: { changeId: change.changeId, body: change.body } });
});

test.each<[string, LinkAnswer, string]>([
  ['a portal’s page', { kind: 'answer', status: 200, mediaType: 'text/html', text: '<html>Đăng nhập</html>' }, 'portal'],
  ['a portal’s page under our media type', { kind: 'answer', status: 200, mediaType: exchangeMediaType, text: '{}' }, 'garbled'],
  ['a server in trouble', { kind: 'answer', status: 503, mediaType: 'text/html', text: '' }, 'server-trouble'],
  ['a portal that says 401', { kind: 'answer', status: 401, mediaType: 'text/html', text: 'token-unknown' }, 'portal'],
  ['silence', { kind: 'silence' }, 'silence'],
])('[F2] %s proves nothing: the change stays queued', async (_name, answer, reason) => {
  await save();
  expect(await exchange(() => Promise.resolve(answer))).toEqual({ kind: 'unknown', reason });
  expect(openCount()).toBe(1);
});

test('[F2] the reply to another request proves nothing, whatever it says', async () => {
  await exchange(door);
  await save();
  let old: LinkAnswer = { kind: 'silence' };
  await exchange(async (body) => {
    old = await door(body);
    return { kind: 'silence' };
  });
  expect(await exchange(() => Promise.resolve(old))).toEqual({ kind: 'unknown', reason: 'garbled' });
  expect(openCount()).toBe(1);
});

test('[L1] a reply that was lost is made good by the next exchange: one record, the same receipt', async () => {
  const { change } = await save();
  await exchange(async (body) => {
    await door(body);
    return { kind: 'silence' };
  });
  const first = await box.page((page) => page.record(change.recordId));
  await exchange(door);
  const [entry] = notebookState.current.entries;
  expect(entry?.receipt?.number).toBe(first?.receiptNumber);
  expect(mirrorState.current.items.get(`record ${change.recordId}`)?.body).toMatchObject({ history: [{ edition: 1 }] });
});

test('[L14] our own 401 freezes the queue and leaves the notebook as it was', async () => {
  await save();
  const before = notebookState.current.entries.map((entry) => entry.change);
  const refused: LinkAnswer = { kind: 'answer', status: 401, mediaType: 'application/problem+json', text: '{"code":"token-unknown"}' };
  expect(await exchange(() => Promise.resolve(refused))).toEqual({ kind: 'unauthorized' });
  expect(notebookState.current.entries.map((entry) => entry.change)).toEqual(before);
  expect(await exchange(door)).toEqual({ kind: 'frozen' });
});

test('[L5] a reply whose page no longer fits the mirror settles its codes and leaves the rows for later', async () => {
  await save();
  const outcome = await exchange(async (body) => {
    const answer = await door(body);
    // Another tab was faster.
    const epoch = (await box.page((page) => page.epoch()));
    mirrorState.current = { ...mirrorState.current, head: { epoch, cursors: [] } };
    return answer;
  });
  expect(outcome.kind).toBe('done');
  expect(openCount()).toBe(0);
  expect(mirrorState.current.items.size).toBe(0);
});

test('[L3] after a restore everything saved is offered again, and shown as acknowledged only then', async () => {
  await exchange(door);
  const copy = box.snapshot();
  const { change } = await save();
  await exchange(door);
  await box.restore(copy);
  const outcome = await exchange(door);
  expect(outcome).toMatchObject({ kind: 'done', moreToSend: true });
  expect(openCount()).toBe(1);
  await exchange(door);
  expect(openCount()).toBe(0);
  expect((await box.page((page) => page.record(change.recordId)))?.edition).toBe(1);
});

test('[L10] a mirror whose disk is full holds up no receipt, and nothing behind it', async () => {
  const full = (port: Mirror): Mirror => ({ ...port, apply: () => Promise.reject(new Error('full')) });
  await save();
  await expect(exchange(door, full)).rejects.toThrow('full');
  expect(openCount()).toBe(0);
  await save();
  await expect(exchange(door, full)).rejects.toThrow('full');
  expect(openCount()).toBe(0);
  await exchange(door);
  expect([...mirrorState.current.items.values()].filter((item) => item.kind === 'record')).toHaveLength(2);
});

describe('pictures are asked about in passing', () => {
  const { photo, bytes } = aPhoto(1, 1_000);

  test('what the server says of them is told after the words, and whether a part may go', async () => {
    const state = emptyPhotosState();
    await memoryPhotos(state).keep(photo.hash, bytes);
    const asked: unknown[] = [];
    const link = async (body: string): Promise<LinkAnswer> => {
      asked.push((unframe(body) as ExchangeRequest).photos);
      const answer = await door(body);
      if (answer.kind === 'silence') return answer;
      const reply = unframe(answer.text) as Record<string, unknown>;
      return { ...answer, text: frame({ ...reply, photos: { [photo.hash]: { held: 0 } } }) };
    };
    expect(await exchange(link, undefined, memoryPhotos(state))).toMatchObject({ kind: 'done', photosDue: true });
    expect(asked).toEqual([[photo.hash]]);
    expect(state.current.photos[0]?.standing).toEqual({ held: 0 });
  });

  test('a phone without pictures says nothing of them', async () => {
    const bodies: string[] = [];
    await exchange((body) => (bodies.push(body), door(body)), undefined, memoryPhotos(emptyPhotosState()));
    expect(unframe(bodies[0] ?? '')).not.toHaveProperty('photos');
  });

  test('[L3] a restored server opens the pictures again, though none was asked about', async () => {
    const state = emptyPhotosState();
    const photos = memoryPhotos(state);
    await photos.keep(photo.hash, bytes);
    const epoch = await box.page((page) => page.epoch());
    const before = box.snapshot();
    await photos.told({ epoch, at: instantOf(startMs), standings: new Map([[photo.hash, { position: 3 }]]), asked: [photo.hash], scope: 'c01' as UnitId, safe: 0 });
    await exchange(door, undefined, photos);
    expect(await photos.undelivered(16)).toEqual([]);
    await box.restore(before);
    await exchange(door, undefined, photos);
    expect(await photos.undelivered(16)).toEqual([photo.hash]);
  });

  test('[L14] a store of pictures that fails holds up no word', async () => {
    await save();
    const broken = { undelivered: () => Promise.reject(new Error('disk')), told: () => Promise.reject(new Error('disk')), due: () => Promise.reject(new Error('disk')), read: () => Promise.resolve(null) };
    expect(await exchange(door, undefined, broken)).toMatchObject({ kind: 'done', storedCount: 1 });
    expect(openCount()).toBe(0);
  });
});
