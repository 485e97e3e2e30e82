import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engineAtFirst, step } from '../../src/sync/engine.ts';
import type { EngineEvent, EngineState, Nudge, Outcome, PhotoOutcome } from '../../src/sync/engine.ts';
import { afterChunk, afterChunkFailure, afterFailure, afterSuccess, paceAtFirst, paceFrom, restMs } from '../../src/sync/pace.ts';

const minute = 60_000;
const quiet: Outcome = { kind: 'done', storedCount: 1, moreToSend: false, moreToPull: false, listNext: false, nextDueMs: null };
const nudge = (why: Nudge, nowMs = 0): EngineEvent => ({ kind: 'nudge', why, nowMs });
const finished = (outcome: Outcome, nowMs = 0, tookMs = 500): EngineEvent => ({ kind: 'finished', outcome, nowMs, tookMs });
const after = (...events: EngineEvent[]): ReturnType<typeof step> =>
  events.reduce<ReturnType<typeof step>>((so, event) => step(so.state, event, 0.5), { state: engineAtFirst, effects: [] });

test('opening the app tries at once', () => {
  expect(after(nudge('opened')).effects).toMatchObject([{ kind: 'exchange' }]);
});

test('a failure is followed by another try, however many came before it', () => {
  let state: EngineState = engineAtFirst;
  for (let failure = 0; failure < 500; failure += 1) {
    state = step(state, nudge('button'), 0.5).state;
    const next = step(state, finished({ kind: 'unknown', reason: 'silence' }), 0.5);
    expect(next.effects).toMatchObject([{ kind: 'wait' }]);
    ({ state } = next);
  }
});

test('the network coming back, or a person, breaks into the rest; a save waits it out', () => {
  const resting = [nudge('opened'), finished({ kind: 'unknown', reason: 'silence' })] as const;
  for (const why of ['online', 'button', 'visible', 'opened'] as const) expect(after(...resting, nudge(why, 10)).effects).toMatchObject([{ kind: 'exchange' }]);
  expect(after(...resting, nudge('saved', 10)).effects).toMatchObject([{ kind: 'wait' }]);
  expect(after(...resting, nudge('timer', 15 * minute)).effects).toMatchObject([{ kind: 'exchange' }]);
});

test('[L13] a clock set back by years during a rest does not stretch it', () => {
  const resting = [nudge('opened', 1e12), finished({ kind: 'unknown', reason: 'silence' }, 1e12)] as const;
  expect(after(...resting, nudge('timer', 1e11)).effects).toMatchObject([{ kind: 'exchange' }]);
});

test('what is saved while an exchange runs goes with the next one', () => {
  expect(after(nudge('opened'), nudge('saved'), finished(quiet)).effects).toMatchObject([{ kind: 'exchange' }]);
});

test('a change in its undo window is sent when the window ends', () => {
  expect(after(nudge('opened'), finished({ ...quiet, nextDueMs: 5_000 })).effects).toEqual([{ kind: 'wait', ms: 5_000 }]);
});

test('more to send or to pull goes on at once; with nothing left the engine is quiet', () => {
  expect(after(nudge('opened'), finished({ ...quiet, moreToPull: true })).effects).toMatchObject([{ kind: 'exchange' }]);
  expect(after(nudge('opened'), finished(quiet)).effects).toEqual([]);
});

test('a digest the server did not recognise is followed by the list', () => {
  expect(after(nudge('opened'), finished({ ...quiet, moreToPull: true, listNext: true })).effects).toMatchObject([{ kind: 'exchange', listCursors: true }]);
});

test('[L14] with an unknown token the queue rests until a new activation, and only that wakes it', () => {
  const frozen = [nudge('opened'), finished({ kind: 'unauthorized' })] as const;
  for (const why of ['online', 'button', 'visible', 'saved', 'timer'] as const) expect(after(...frozen, nudge(why)).effects).toEqual([]);
  expect(after(...frozen, nudge('activated')).effects).toMatchObject([{ kind: 'exchange' }]);
});

test('rests lie between 5 s and 15 min, for any chance and any number of failures', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (failureCount, fraction) => {
      const ms = restMs({ ...paceAtFirst, failureCount }, fraction);
      expect(ms).toBeGreaterThanOrEqual(5_000);
      expect(ms).toBeLessThanOrEqual(15 * minute);
    }),
  );
});

test('the budget doubles after a quick exchange up to 64 kB, halves after a silence, never under 1 kB', () => {
  const quick = Array.from({ length: 10 }).reduce<typeof paceAtFirst>((pace) => afterSuccess(pace, 800), paceAtFirst);
  expect(quick.budgetBytes).toBe(65_536);
  const slow = Array.from({ length: 20 }).reduce<typeof paceAtFirst>((pace) => afterFailure(pace, true), paceAtFirst);
  expect(slow.budgetBytes).toBe(1_024);
  expect(afterFailure(paceAtFirst, false).budgetBytes).toBe(paceAtFirst.budgetBytes);
});

describe('pictures follow the words', () => {
  const due: Outcome = { ...quiet, photosDue: true };
  const part: PhotoOutcome = { kind: 'done', isWhole: false, moreDue: true, isNewEpoch: false };
  const carried = (outcome: PhotoOutcome, nowMs = 0, tookMs = 500): EngineEvent => ({ kind: 'photo-finished', outcome, nowMs, tookMs });

  test('[P7] a part goes only when an exchange has left nothing to send or pull', () => {
    expect(after(nudge('opened'), finished({ ...due, moreToSend: true })).effects).toMatchObject([{ kind: 'exchange' }]);
    expect(after(nudge('opened'), finished({ ...due, moreToPull: true })).effects).toMatchObject([{ kind: 'exchange' }]);
    expect(after(nudge('opened'), finished(due)).effects).toEqual([{ kind: 'photo', chunkBytes: 16_384 }]);
    expect(after(nudge('opened'), finished(quiet)).effects).toEqual([]);
  });

  test('part follows part until none is due, then the engine is quiet', () => {
    expect(after(nudge('opened'), finished(due), carried(part)).effects).toMatchObject([{ kind: 'photo' }]);
    const end = after(nudge('opened'), finished(due), carried(part), carried({ ...part, isWhole: true, moreDue: false }));
    expect([end.state.phase, end.effects]).toEqual(['idle', []]);
  });

  test('[P7] what is saved meanwhile goes before the next part', () => {
    const during = after(nudge('opened'), finished(due), nudge('saved'));
    expect(during.effects).toEqual([]);
    expect(step(during.state, carried(part), 0.5).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('a change in its undo window goes as soon as that is over, between two parts', () => {
    const waiting = after(nudge('opened', 1_000), finished({ ...due, nextDueMs: 6_000 }, 1_000), carried(part, 3_000));
    expect(waiting.effects).toMatchObject([{ kind: 'photo' }]);
    expect(step(waiting.state, carried(part, 6_100), 0.5).effects).toMatchObject([{ kind: 'exchange' }]);
    const over = step(waiting.state, carried({ ...part, moreDue: false }, 4_000), 0.5);
    expect([over.state.phase, over.effects]).toEqual(['resting', [{ kind: 'wait', ms: 2_000 }]]);
  });

  test('a failed part rests, and a save is sent meanwhile without waiting for that rest to end', () => {
    const failed = after(nudge('opened'), finished(due), carried({ kind: 'unknown', reason: 'silence' }));
    expect(failed.effects).toEqual([{ kind: 'wait', ms: 7_500 }]);
    const saved = step(failed.state, nudge('timer', 1_000), 0.5);
    expect(saved.effects).toMatchObject([{ kind: 'exchange' }]);
    expect(step(saved.state, finished(due, 2_000), 0.5).effects).toEqual([{ kind: 'wait', ms: 5_500 }]);
    expect(step(saved.state, finished(due, 8_000), 0.5).effects).toMatchObject([{ kind: 'photo', chunkBytes: 8_192 }]);
  });

  test('a person breaks into the pictures’ rest', () => {
    const failed = after(nudge('opened'), finished(due), carried({ kind: 'put-off' }), nudge('button', 1_000), finished(due, 1_500));
    expect(failed.effects).toMatchObject([{ kind: 'photo' }]);
  });

  test('words that the server puts off for ever do not starve the pictures, nor pictures the words', () => {
    const putOff = after(nudge('opened'), finished({ kind: 'put-off', photosDue: true }));
    expect(putOff.effects).toMatchObject([{ kind: 'photo' }]);
    const rested = step(putOff.state, carried({ ...part, moreDue: false }, 1_000), 0.5);
    expect([rested.state.phase, rested.effects]).toEqual(['resting', [{ kind: 'wait', ms: 6_500 }]]);
    expect(step(putOff.state, carried(part, 7_500), 0.5).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('[P7] woken without end for nothing, the engine still sends a part between two exchanges', () => {
    const woken = after(nudge('opened'), nudge('visible'), finished({ ...due, storedCount: 0 }));
    expect(woken.effects).toMatchObject([{ kind: 'photo' }]);
    expect(step(woken.state, carried(part), 0.5).effects).toMatchObject([{ kind: 'exchange' }]);
    expect(after(nudge('opened'), nudge('visible'), finished(due)).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('more pictures than one exchange asks about are asked about when these are sent', () => {
    const many = after(nudge('opened'), finished({ ...due, photosUnasked: true }), carried({ ...part, isWhole: true, moreDue: false }));
    expect(many.effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('a new life of the server is told to the words before the next part', () => {
    expect(after(nudge('opened'), finished(due), carried({ ...part, isNewEpoch: true })).effects).toMatchObject([{ kind: 'exchange' }]);
  });

  test('[L14] an unknown token freezes pictures and words alike', () => {
    expect(after(nudge('opened'), finished(due), carried({ kind: 'unauthorized' }), nudge('button')).effects).toEqual([]);
  });

  test('parts double up to 512 kB while the link is quick, halve after a silence, never under 8 kB', () => {
    const quick = Array.from({ length: 10 }).reduce<typeof paceAtFirst>((pace) => afterChunk(pace, 800, false), paceAtFirst);
    expect(quick.chunkBytes).toBe(524_288);
    expect(afterChunk(paceAtFirst, 9_000, false).chunkBytes).toBe(16_384);
    const slow = Array.from({ length: 10 }).reduce<typeof paceAtFirst>((pace) => afterChunkFailure(pace, 'silence'), paceAtFirst);
    expect(slow.chunkBytes).toBe(8_192);
    expect([paceFrom(1_024).chunkBytes, paceFrom(65_536).chunkBytes]).toEqual([8_192, 65_536]);
  });

  test('a broken picture is tried ever more seldom, though its parts arrive', () => {
    const round = (pace: typeof paceAtFirst) => afterChunk(afterChunkFailure(pace, 'refused'), 500, false);
    expect(round(round(paceAtFirst)).chunkRefusalCount).toBe(2);
    expect(afterChunk(round(paceAtFirst), 500, true).chunkRefusalCount).toBe(0);
  });
});
