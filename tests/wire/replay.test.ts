/** Old phones stay welcome, and old servers are understood: what was recorded once is replayed against today's code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { msOf } from '../../src/domain/time.ts';
import { sha256 } from '../../src/server/seals.ts';
import { exchangeOnce, provenReply } from '../../src/sync/exchange-once.ts';
import { unframe } from '../../src/sync/frame.ts';
import type { JournalEntry, LinkAnswer } from '../../src/sync/ports.ts';
import { Change, ExchangeReply, ExchangeRequest } from '../../src/sync/protocol.ts';
import { emptyMirrorState, memoryMirror } from '../make/memory-mirror.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { Recording, wireServer, World } from './wire-world.ts';
import type { Exchange } from './wire-world.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const versions = readdirSync(folder).filter((name) => /^v\d+$/.test(name));

/** Every file of a version, in the order of the story. */
function recordingsOf(version: string): { name: string; recording: Recording }[] {
  const names = readdirSync(join(folder, version)).filter((name) => /^\d\d-/.test(name)).toSorted();
  return names.map((name) => ({ name, recording: Recording.parse(JSON.parse(readFileSync(join(folder, version, name), 'utf8'))) }));
}

function worldOf(version: string): World {
  return World.parse(JSON.parse(readFileSync(join(folder, version, 'world.json'), 'utf8')));
}

function replyOf(text: string): ExchangeReply {
  return ExchangeReply.parse(unframe(text));
}

function requestOf(text: string): ExchangeRequest {
  return ExchangeRequest.parse(unframe(text));
}

test('at least the first version is recorded', () => {
  expect(versions).toContain('v1');
  expect(recordingsOf('v1').length).toBeGreaterThanOrEqual(11);
});

describe.each(versions)('a phone that speaks %s', (version) => {
  test('is answered by today’s server with the codes, receipts and advice of then', async () => {
    const server = await wireServer(worldOf(version));
    for (const { name, recording } of recordingsOf(version)) {
      for (const act of recording.before) {
        server.setTime(recording.exchanges[0]?.at ?? worldOf(version).startedAt);
        await server.act(act);
      }
      for (const exchange of recording.exchanges) {
        server.setTime(exchange.at);
        const answer = await server.send(exchange.request);
        expect(answer.status, name).toBe(exchange.status);
        expect(answer.mediaType, name).toBe(exchange.mediaType);
        const [now, then] = [replyOf(answer.text), replyOf(exchange.reply)];
        expect(now.codes, name).toEqual(then.codes);
        expect(now.advice, name).toEqual(then.advice);
        expect(now.epoch, name).toEqual(then.epoch);
        expect(provenReply({ kind: 'answer', ...answer }, requestOf(exchange.request)), name).not.toBeNull();
      }
    }
  });
});

describe.each(versions)('a server that speaks %s', (version) => {
  test('is understood by today’s phone: mirror and notebook end where they ended then', async () => {
    const world = worldOf(version);
    const recordings = recordingsOf(version);
    const lineage = requestOf(recordings[0]?.recording.exchanges[0]?.request ?? '').lineage;
    const notebookState = emptyNotebookState(lineage);
    const notebook = memoryNotebook(notebookState);
    const mirror = memoryMirror(emptyMirrorState());
    const reviews: unknown[] = [];

    for (const { name, recording } of recordings) {
      for (const exchange of recording.exchanges.filter((each) => each.outcome !== null)) {
        const request = requestOf(exchange.request);
        const known = new Set(notebookState.current.entries.map((entry) => entry.change.changeId));
        const fresh = request.changes.filter((change) => !known.has(change.changeId)).map((change) => savedThen(Change.parse(change)));
        notebookState.current = {
          head: { ...notebookState.current.head, seq: request.seq },
          entries: [...notebookState.current.entries, ...fresh],
        };
        const outcome = await exchangeOnce(
          {
            notebook,
            mirror,
            link: { exchange: (text) => Promise.resolve(answerTo(text, exchange, name)) },
            clock: { nowMs: () => msOf(exchange.at) },
            chance: { fraction: () => 0.5, token: () => request.nonce },
            hash: (text) => Promise.resolve(sha256(text)),
          },
          { deviceId: world.deviceId, officerId: world.officer.id, budgetCharacters: 1_000_000, want: request.want, listCursors: false },
        );
        expect(outcome.kind, name).toBe(exchange.outcome);
        if (exchange.isLost) continue;
        const reply = replyOf(exchange.reply);
        const verdicts = new Map((await notebook.entries()).map((entry) => [entry.change.changeId, entry.acknowledgement?.verdict]));
        expect(request.changes.map((change) => verdicts.get(change.changeId)), name).toEqual(reply.codes);
        const { cursors } = await mirror.head();
        for (const range of reply.ranges) expect(cursors, name).toContainEqual(range.to);
        if (reply.advice.includes('erase-mirror')) expect(await mirror.items(), name).toEqual([]);
        const firstRecordId = request.changes[0]?.recordId;
        if (firstRecordId && !reply.advice.includes('erase-mirror')) expect((await mirror.item('record', firstRecordId))?.key, name).toBe(firstRecordId);
        for (const row of reply.ranges.flatMap((range) => range.rows)) if (row.kind === 'review') reviews.push((await mirror.item('record', row.key))?.body);
      }
    }
    expect(reviews).toMatchObject([{ review: { decision: 'returned', edition: 3 }, current: { edition: 3 } }]);
  });
});

/** As the notebook of then held it, past its undo window. */
function savedThen(change: Change): JournalEntry {
  return { change, sendAfterMs: msOf(change.savedAt), offeredAtMs: null, putOffCount: 0, acknowledgement: null, receipt: null, open: true };
}

/** Today's phone has to ask for the same changes from the same place; how it words the rest is its own business. */
function answerTo(text: string, exchange: Exchange, name: string): LinkAnswer {
  const [asked, then] = [requestOf(text), requestOf(exchange.request)];
  expect({ changes: asked.changes, cursors: asked.cursors, epoch: asked.epoch }, name).toEqual({ changes: then.changes, cursors: then.cursors, epoch: then.epoch });
  if (exchange.isLost) return { kind: 'silence' };
  return { kind: 'answer', status: exchange.status, mediaType: exchange.mediaType, text: exchange.reply };
}
