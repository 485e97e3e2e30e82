/** The way of one picture, recorded once and replayed against today's code. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { msOf } from '../../src/domain/time.ts';
import { unframe } from '../../src/sync/frame.ts';
import { ExchangeReply, ExchangeRequest, PhotoReply, photoMediaType } from '../../src/sync/protocol.ts';
import { provenPhotoReply, sendPhoto } from '../../src/sync/send-photo.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { emptyPhotosState, memoryPhotos } from '../make/memory-photos.ts';
import { aPhoto } from '../make/photo.ts';
import { PhotoStory, wireServer, World } from './wire-world.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(fileURLToPath(new URL(`v1/${name}.json`, import.meta.url)), 'utf8'));
const world = World.parse(read('world'));
const story = PhotoStory.parse(read('photo'));
const { bytes } = aPhoto(story.number, story.photo.byteCount);

test('a phone of then is told by today’s server how far its picture is, until it is whole', async () => {
  const server = await wireServer(world);
  const standings: unknown[] = [];
  for (const step of story.steps) {
    server.setTime(step.at);
    if (step.kind === 'exchange') {
      const [now, then] = [ExchangeReply.parse(unframe((await server.send(step.request)).text)), ExchangeReply.parse(unframe(step.reply))];
      expect(now.codes).toEqual(then.codes);
      expect(now.photos).toEqual(then.photos);
      standings.push(now.photos?.[story.photo.hash]);
    } else {
      const offset = Number(new URL(step.path, 'http://localhost').searchParams.get('offset'));
      const answer = await server.put(step.path, bytes.slice(offset, offset + step.byteCount));
      expect([answer.status, answer.mediaType]).toEqual([200, photoMediaType]);
      const [now, then] = [PhotoReply.parse(unframe(answer.text)), PhotoReply.parse(unframe(step.reply))];
      expect(now.standing).toEqual(then.standing);
      standings.push(now.standing);
    }
  }
  expect(standings).toEqual([{ held: 0 }, { held: 16_384 }, { position: expect.any(Number) as number }, undefined]);
});

test('a server of then is understood by today’s phone: the same parts, and the same end', async () => {
  const notebook = memoryNotebook(emptyNotebookState('lineage-of-a-phone'));
  const state = emptyPhotosState();
  const photos = memoryPhotos(state);
  const scope = world.unit.id;
  await photos.keep(story.photo.hash, bytes);
  for (const step of story.steps) {
    if (step.kind === 'exchange') {
      const request = ExchangeRequest.parse(unframe(step.request));
      expect(await photos.undelivered(16)).toEqual(request.photos ?? []);
      const reply = ExchangeReply.parse(unframe(step.reply));
      const told = reply.photos?.[story.photo.hash];
      const standings = new Map(told ? [[story.photo.hash, told]] : []);
      await photos.told({ epoch: reply.epoch, at: reply.now, standings, asked: request.photos ?? [], scope, safe: 0 });
      continue;
    }
    const putPhoto = (hash: string, offset: number, some: Uint8Array) => {
      expect([`/api/photos/${hash}?offset=${offset}`, some.length]).toEqual([step.path, step.byteCount]);
      return Promise.resolve({ kind: 'answer' as const, status: 200, mediaType: photoMediaType, text: step.reply });
    };
    expect(provenPhotoReply({ kind: 'answer', status: 200, mediaType: photoMediaType, text: step.reply }, story.photo.hash)).not.toBeNull();
    const nowMs = msOf(step.at);
    expect((await sendPhoto({ photos, scope, notebook, link: { putPhoto }, clock: { nowMs: () => nowMs } }, 16_384)).kind).toBe('done');
  }
  expect(state.current.photos[0]?.standing).toHaveProperty('position');
  expect((await notebook.head()).witness?.scope).toBe(scope);
});
