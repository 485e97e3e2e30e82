import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../src/domain/id.ts';
import type { Instant } from '../../src/domain/time.ts';
import type { ReplyWords } from '../../src/sync/bundle.ts';
import { bundleName } from '../../src/sync/bundle.ts';
import { requestsToCarry, settleCarried } from '../../src/sync/carry.ts';
import { ExchangeRequest, limits } from '../../src/sync/protocol.ts';
import type { Epoch } from '../../src/sync/protocol.ts';
import { emptyNotebookState, memoryNotebook } from '../make/memory-notebook.ts';
import { aChangeId, anActivity, aRecordId, aUnitId, firstEpoch, okay, secondEpoch } from '../make/record.ts';

const device = '01970000-0000-7000-8000-0000000000d1' as DeviceId;
const at = '2020-05-15T07:35:00.000Z' as Instant;

async function aPhone() {
  const notebook = memoryNotebook(emptyNotebookState('lineage-1'));
  await notebook.save({ changeId: aChangeId(1), recordId: aRecordId, scope: aUnitId, kind: 'activity', base: null, body: { ...anActivity() }, savedAtMs: 0 });
  const openIds = async () => new Set((await notebook.entries()).filter((entry) => entry.open).map((entry) => entry.change.changeId));
  return { notebook, settle: (words: ReplyWords) => settleCarried({ notebook, photos: null, openIds }, words) };
}

function words(epoch: Epoch = firstEpoch, lineage = 'lineage-1'): ReplyWords {
  const reply = { v: 1 as const, nonce: 'nonce', epoch, now: at, safe: {}, codes: [okay()], advice: [], ranges: [], more: false, least: null };
  return { lineage, replies: [{ changeIds: [aChangeId(1)], knownEpochId: null, photos: [], reply }] };
}

describe('the answer that comes back in a file', () => {
  it('[B8] closes what it answers, and says nothing about the phone’s clock', async () => {
    const { notebook, settle } = await aPhone();
    expect(await settle(words())).toEqual({ isUsed: true, settledCount: 1 });
    expect((await notebook.entries())[0]).toMatchObject({ open: false, acknowledgement: { epochId: firstEpoch.id } });
    expect((await notebook.head()).clockOffsetMs).toBeNull();
    expect(await settle(words())).toEqual({ isUsed: true, settledCount: 0 });
  });

  it('[L5, B8] of another life of the notebook changes nothing', async () => {
    const { notebook, settle } = await aPhone();
    expect(await settle(words(firstEpoch, 'lineage-0'))).toEqual({ isUsed: false, settledCount: 0 });
    expect((await notebook.entries())[0]?.open).toBe(true);
  });

  it('[L15, B8] of a life of the server that the phone knows to be over changes nothing', async () => {
    const { notebook, settle } = await aPhone();
    const { lineage } = await notebook.head();
    await notebook.settle({ lineage, epoch: secondEpoch, at, clockOffsetMs: 40, witness: null, verdicts: new Map(), anchor: null, knownEpochId: null, safe: {} });
    expect(await settle(words(firstEpoch))).toEqual({ isUsed: false, settledCount: 0 });
    expect((await notebook.entries())[0]?.open).toBe(true);
    expect(await settle(words(secondEpoch))).toEqual({ isUsed: true, settledCount: 1 });
    expect((await notebook.head()).clockOffsetMs).toBe(40);
  });
});

it('a long queue becomes several requests, each of which an exchange would take, in the order of saving', async () => {
  const { notebook } = await aPhone();
  const { head, changes } = await notebook.carry(0, 'open');
  const many = Array.from({ length: limits.changesPerExchange + 1 }, (_, index) => ({ ...(changes[0] as (typeof changes)[number]), seq: index + 1 }));
  const requests = requestsToCarry(device, head, many, 'nonce');
  expect(requests.map((request) => request.changes.length)).toEqual([limits.changesPerExchange, 1]);
  expect(requests.flatMap((request) => request.changes.map(({ seq }) => seq))).toEqual(many.map(({ seq }) => seq));
  for (const request of requests) expect(ExchangeRequest.safeParse(request).success).toBe(true);
  expect(requestsToCarry(device, head, [], 'nonce')).toHaveLength(1);
});

it('a file is named after its unit and the day and hour in Vietnam', () => {
  expect(bundleName('C01', '2020-05-15T20:12:00.000Z' as Instant)).toBe('so-tay-c01-20200516-0312');
});
