/** Decisions made on a reviewer's phone, recorded once and replayed against today's code. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { msOf } from '../../src/domain/time.ts';
import { sha256 } from '../../src/server/seals.ts';
import { exchangeOnce } from '../../src/sync/exchange-once.ts';
import { unframe } from '../../src/sync/frame.ts';
import type { MirrorRecord } from '../../src/sync/mirror.ts';
import { exchangeMediaType, ExchangeReply, ExchangeRequest } from '../../src/sync/protocol.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { ReviewStory, wireServer } from './wire-world.ts';

const story = ReviewStory.parse(JSON.parse(readFileSync(fileURLToPath(new URL('v1/reviewer.json', import.meta.url)), 'utf8')));

test('a reviewer’s phone of then is answered by today’s server with the codes and rows of then', async () => {
  const server = await wireServer(story.world);
  const codes: string[][] = [];
  for (const { by, at, request, reply } of story.steps) {
    server.setTime(at);
    // oxlint-disable-next-line no-await-in-loop -- a story
    const answer = await server.send(request, by === 'upper' ? story.world.upper?.secret : story.world.secret);
    const [now, then] = [ExchangeReply.parse(unframe(answer.text)), ExchangeReply.parse(unframe(reply))];
    expect(now.codes).toEqual(then.codes);
    expect(now.ranges).toEqual(then.ranges);
    codes.push(now.codes.map(({ code }) => code));
  }
  expect(codes).toEqual([['ok', 'ok'], [], ['ok', 'ok', 'conflict'], []]);
});

test('a server of then is understood by today’s phone of the unit: it knows what was decided, and by whom', async () => {
  const state = emptyMirrorState();
  const mirror = memoryMirror(state);
  const notebook = memoryNotebook(emptyNotebookState('lineage-of-unit'));
  for (const { by, at, request, reply } of story.steps.filter((step) => step.by === 'unit')) {
    const told = ExchangeRequest.parse(unframe(request));
    for (const change of told.changes) {
      const { changeId, recordId, scope, kind, base, body, savedAt } = change;
      // oxlint-disable-next-line no-await-in-loop -- a story
      await notebook.save({ changeId, recordId, scope, kind, base, body, savedAtMs: msOf(savedAt) });
    }
    const ports = {
      notebook, mirror, link: { exchange: () => Promise.resolve({ kind: 'answer' as const, status: 200, mediaType: exchangeMediaType, text: reply }) },
      clock: { nowMs: () => msOf(at) + 60_000 }, chance: { fraction: () => 0.5, token: () => told.nonce }, hash: (text: string) => Promise.resolve(sha256(text)),
    };
    // oxlint-disable-next-line no-await-in-loop -- a story
    expect((await exchangeOnce(ports, { deviceId: told.device, officerId: story.world.officer.id, budgetCharacters: 100_000, want: 400_000, listCursors: true })).kind, by).toBe('done');
  }
  const records = [...state.current.items.values()].filter((item) => item.kind === 'record').map((item) => item.body as MirrorRecord);
  expect(records.map(({ review }) => [review?.decision, review?.byUnitName, review?.reviewer])).toEqual([
    ['approved', 'LĐLĐ huyện Mường Nhé', 'Cán bộ mẫu 37'], ['returned', 'LĐLĐ huyện Mường Nhé', 'Cán bộ mẫu 37'],
  ]);
});
