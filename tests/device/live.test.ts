import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { live, liveRows } from '../../src/device/live.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what a phone short of breath could not read stands on the page a moment later, without anybody writing', async () => {
  const answers = [() => Promise.reject(new Error('busy')), () => Promise.reject(new Error('busy')), () => Promise.resolve('0/2 ảnh')];
  const seen: unknown[] = [];
  const stop = live(() => (answers.shift() ?? (() => Promise.resolve('again')))(), (value) => seen.push(value), (error) => seen.push(error));
  await vi.advanceTimersByTimeAsync(0);
  expect(seen).toEqual([new Error('busy')]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(seen).toEqual([new Error('busy'), new Error('busy'), '0/2 ảnh']);
  // What was read is not read again for nothing.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(seen).toHaveLength(3);
  stop();
});

test('rows that could not be read come all of them the next time', async () => {
  let isBroken = true;
  const seen: unknown[] = [];
  const all = (): Promise<ReadonlyMap<string, string>> => (isBroken ? Promise.reject(new Error('held')) : Promise.resolve(new Map([['a', 'Chăm lo Tết']])));
  const stop = liveRows({ shelf: 'x/rows', all, some: () => Promise.resolve(new Map()) }, (rows) => seen.push([...rows.values()]), () => seen.push('error'));
  await vi.advanceTimersByTimeAsync(0);
  isBroken = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seen).toEqual(['error', ['Chăm lo Tết']]);
  stop();
});

test('a page that was left asks no more', async () => {
  const query = vi.fn(() => Promise.reject(new Error('gone')));
  const stop = live(query, () => undefined, () => undefined);
  await vi.advanceTimersByTimeAsync(0);
  stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(query).toHaveBeenCalledTimes(1);
});
