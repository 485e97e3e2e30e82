import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineAtFirst, step } from '../../src/sync/engine.ts';
import type { EngineEvent, EngineState, Nudge, Outcome } from '../../src/sync/engine.ts';
import { afterFailure, afterSuccess, paceAtFirst, restMs } from '../../src/sync/pace.ts';

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
      const ms = restMs({ budgetBytes: 4_096, failureCount }, fraction);
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
