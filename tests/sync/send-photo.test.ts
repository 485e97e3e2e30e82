import { beforeEach, expect, test } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { PhotoOutcome } from '../../src/sync/engine.ts';
import { frame } from '../../src/sync/frame.ts';
import { isPhotoSafe, placePart } from '../../src/sync/photo.ts';
import type { PhotoDelivery } from '../../src/sync/photo.ts';
import type { LinkAnswer } from '../../src/sync/ports.ts';
import { photoMediaType } from '../../src/sync/protocol.ts';
import type { Epoch, PhotoReply, PhotoStanding } from '../../src/sync/protocol.ts';
import { sendPhoto } from '../../src/sync/send-photo.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';

const scope = 'c01' as UnitId;
const epoch: Epoch = { id: 'e1', ordinal: 1, mark: '' };
const now = '2020-05-15T02:00:00.000Z' as Instant;
const { photo, bytes } = aPhoto(1, 1_000);

let notebookState = emptyNotebookState('lineage-1');
let photosState = emptyPhotosState();
let arrived: Uint8Array;
let parts: { offset: number; length: number }[];

beforeEach(async () => {
  notebookState = emptyNotebookState('lineage-1');
  notebookState.current = { ...notebookState.current, head: { ...notebookState.current.head, epoch } };
  photosState = emptyPhotosState();
  arrived = new Uint8Array();
  parts = [];
  await memoryPhotos(photosState).keep(photo.hash, bytes);
  await told({ held: 0 });
});

function told(standing: PhotoStanding): Promise<void> {
  return memoryPhotos(photosState).told({ epoch, at: now, standings: new Map([[photo.hash, standing]]), asked: [photo.hash], scope, safe: 0 });
}

function answer(standing: PhotoStanding, overrides: Partial<PhotoReply> = {}): LinkAnswer {
  return { kind: 'answer', status: 200, mediaType: photoMediaType, text: frame({ v: 1, hash: photo.hash, epoch, now, standing, ...overrides }) };
}

/** Keeps what arrives, as the server does. */
function server(offset: number, part: Uint8Array): LinkAnswer {
  const placed = placePart(arrived.length, bytes.length, offset, part.length);
  if (placed) arrived = Uint8Array.from([...arrived, ...part.slice(placed.skip, placed.skip + placed.take)]);
  return answer(arrived.length === bytes.length ? { position: 3 } : { held: arrived.length });
}

function send(link: (offset: number, part: Uint8Array) => LinkAnswer = server, chunkBytes = 400): Promise<PhotoOutcome> {
  return sendPhoto(
    {
      photos: memoryPhotos(photosState), scope, notebook: memoryNotebook(notebookState), clock: { nowMs: () => 0 },
      link: {
        putPhoto: (_hash: PhotoHash, offset, part) => {
          parts.push({ offset, length: part.length });
          return Promise.resolve(link(offset, part));
        },
      },
    },
    chunkBytes,
  );
}

const standing = () => photosState.current.photos[0]?.standing;

test('a picture goes part by part, each where the server’s answer says, until it is whole', async () => {
  expect(await send()).toEqual({ kind: 'done', isWhole: false, moreDue: true, isNewEpoch: false });
  await send();
  expect(await send()).toEqual({ kind: 'done', isWhole: true, moreDue: false, isNewEpoch: false });
  expect(parts).toEqual([{ offset: 0, length: 400 }, { offset: 400, length: 400 }, { offset: 800, length: 200 }]);
  expect(arrived).toEqual(bytes);
  expect(standing()).toEqual({ position: 3 });
  expect(await send()).toMatchObject({ kind: 'done', moreDue: false });
  expect(parts).toHaveLength(3);
});

test('a part whose answer was lost is sent again, and the server goes on where it stands', async () => {
  expect(await send((offset, part) => (server(offset, part), { kind: 'silence' }))).toEqual({ kind: 'unknown', reason: 'silence' });
  expect(standing()).toEqual({ held: 0 });
  await send(server, 600);
  expect(arrived).toEqual(bytes.slice(0, 600));
});

test.each<[string, LinkAnswer]>([
  ['a portal’s page', { kind: 'answer', status: 200, mediaType: 'text/html', text: '' }],
  ['a portal’s page under our media type', { kind: 'answer', status: 200, mediaType: photoMediaType, text: '{}' }],
  ['an answer about another picture', answer({ position: 9 }, { hash: 'b'.repeat(64) as PhotoHash })],
  ['an altered answer', { ...answer({ position: 9 }), text: (answer({ position: 9 }) as { text: string }).text.replace('"position":9', '"position":8') } as LinkAnswer],
  ['a server in trouble', { kind: 'answer', status: 503, mediaType: 'application/problem+json', text: '{"code":"server-trouble"}' }],
])('[L12, P5] %s delivers nothing', async (_name, given) => {
  expect((await send(() => given)).kind).toBe('unknown');
  expect(standing()).toEqual({ held: 0 });
});

test('[L14] an unknown token freezes the queue, and leaves the picture as it was', async () => {
  const refusal: LinkAnswer = { kind: 'answer', status: 401, mediaType: 'application/problem+json', text: '{"code":"token-unknown"}' };
  expect(await send(() => refusal)).toEqual({ kind: 'unauthorized' });
  expect(notebookState.current.head.frozen).toBe(true);
  expect(await send()).toEqual({ kind: 'frozen' });
  expect(standing()).toEqual({ held: 0 });
});

test('[P5] a refused picture steps aside until an exchange asks about it again', async () => {
  const refusal: LinkAnswer = { kind: 'answer', status: 404, mediaType: 'application/problem+json', text: '{"code":"photo-unknown"}' };
  expect(await send(() => refusal)).toEqual({ kind: 'put-off' });
  expect(await send()).toMatchObject({ kind: 'done', moreDue: false });
  expect(await memoryPhotos(photosState).undelivered(16)).toEqual([photo.hash]);
});

test('a server that holds less than before is believed, but not hurried', async () => {
  await told({ held: 800 });
  expect(await send(() => answer({ held: 0 }))).toEqual({ kind: 'put-off' });
  expect(standing()).toEqual({ held: 0 });
});

test('a server that holds every byte and never looked at them is sent the last one again', async () => {
  await told({ held: 1_000 });
  expect(await send(() => answer({ position: 3 }))).toMatchObject({ kind: 'done', isWhole: true });
  expect(parts).toEqual([{ offset: 999, length: 1 }]);
});

test('[E3, P6] a delivery leaves its witness in the notebook, before it is called one', async () => {
  const witness = { scope, position: 3, hash: 'h', mark: 'm' };
  await send((offset, part) => answer(server(offset, part).kind === 'answer' ? { position: 3 } : { held: 0 }, { witness }), 1_000);
  expect(notebookState.current.head.witness).toEqual(witness);
  expect(standing()).toEqual({ position: 3 });
});

test('[E5] a notebook that has begun a new lineage meanwhile takes no delivery in, and the picture is sent again', async () => {
  await send((offset, part) => {
    notebookState.current = { ...notebookState.current, head: { ...notebookState.current.head, lineage: 'lineage-2' } };
    return server(offset, part);
  }, 1_000);
  expect(standing()).toEqual({ held: 0 });
});

test('a position in the book of another unit, which the phone was moved to, counts for that unit alone', async () => {
  const other = 'c02' as UnitId;
  await send(() => answer({ position: 3 }, { witness: { scope: other, position: 3, hash: 'h', mark: 'm' } }));
  const [delivery] = photosState.current.photos;
  expect(delivery?.scope).toBe(other);
  expect(isPhotoSafe(delivery as PhotoDelivery, { scope, safe: 9 })).toBe(false);
});

test('[L3] a new life of the server is heard of by the words first', async () => {
  const reborn = { id: 'e2', ordinal: 2, mark: '' };
  expect(await send(() => answer({ held: 0 }, { epoch: reborn }))).toMatchObject({ kind: 'done', isNewEpoch: true });
});
