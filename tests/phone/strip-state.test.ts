import { expect, test } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { stripState } from '../../src/phone/strip-state.ts';
import type { StripFacts } from '../../src/phone/strip-state.ts';

const now = Date.parse('2020-05-15T07:00:00.000Z');
const at = (text: string): Instant => text as Instant;
const facts = (overrides: Partial<StripFacts> & { waiting?: number; stuck?: number; sending?: number; rechecking?: number; oldest?: string } = {}): StripFacts => {
  const { waiting = 0, stuck = 0, sending = 0, rechecking = 0, oldest = null, ...rest } = overrides;
  return {
    counts: { waiting, stuck, sending, rechecking, returned: 0, oldestWaitingAt: oldest as Instant | null }, frozen: false, nowMs: now, onLine: true,
    lastFailed: false, storeFailed: false, nextTryAt: null, lastContactAt: at('2020-05-15T06:00:00.000Z'), isStoreAtRisk: false, photosLeft: 0, arePhotosHeld: false, ...rest,
  };
};

test.each([
  ['all is at the province', {}, 'all-received'],
  ['nothing waits and there is no signal', { onLine: false }, 'offline-idle'],
  ['nothing waits and the last try failed', { lastFailed: true }, 'weak-idle'],
  ['the words are there and pictures are on their way', { photosLeft: 2 }, 'photos-follow'],
  ['the words are there and the pictures wait for Wi-Fi', { photosLeft: 2, arePhotosHeld: true }, 'photos-wait'],
  ['nobody has counted the pictures yet', { photosLeft: null }, 'reading'],
  ['pictures are on their way and there is no signal', { photosLeft: 2, onLine: false }, 'offline-idle'],
  ['the province has never answered', { lastContactAt: null }, 'asking'],
  ['two wait without a signal', { waiting: 2, onLine: false }, 'offline'],
  ['two wait and the network swallowed the last try', { waiting: 2, lastFailed: true }, 'weak'],
  ['the province is asked again after it began anew', { rechecking: 2 }, 'rechecking'],
  ['one was just saved', { waiting: 1 }, 'soon'],
  ['one is under way', { waiting: 2, sending: 1 }, 'sending'],
  ['one was refused for good', { waiting: 2, stuck: 1, onLine: false }, 'stuck'],
  ['three have waited for eight days', { waiting: 3, oldest: '2020-05-07T06:00:00.000Z' }, 'old'],
  ['the server no longer knows the phone', { waiting: 3, frozen: true }, 'needs-code'],
  ['the phone’s own store fails', { waiting: 3, storeFailed: true }, 'store-trouble'],
  ['one has waited for a day where the browser may empty the store', { waiting: 1, isStoreAtRisk: true, oldest: '2020-05-14T06:00:00.000Z' }, 'at-risk'],
  ['the same on its first day', { waiting: 1, isStoreAtRisk: true, oldest: '2020-05-15T06:00:00.000Z', onLine: false }, 'offline'],
  ['nothing waits where the browser may empty the store', { isStoreAtRisk: true }, 'all-received'],
] as const)('when %s, the strip says so', (_title, overrides, kind) => {
  expect(stripState(facts(overrides)).kind).toBe(kind);
});

test('exactly seven days are not yet old, and the number of days is told', () => {
  expect(stripState(facts({ waiting: 1, oldest: '2020-05-08T06:00:00.000Z' })).kind).toBe('soon');
  expect(stripState(facts({ waiting: 3, oldest: '2020-05-07T06:00:00.000Z' }))).toEqual({ kind: 'old', count: 3, days: 8 });
});

test('while anything waits, nothing says that the province has received everything', () => {
  for (const onLine of [true, false]) for (const lastFailed of [true, false]) for (const stuck of [0, 1]) {
    expect(stripState(facts({ waiting: 1, stuck, onLine, lastFailed })).kind).not.toBe('all-received');
  }
});
