import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DraftEntry } from '../../src/device/draft-entry.ts';
import type { Instant } from '../../src/domain/time.ts';
import { autosaveMs, draftSaver, finishLeft, isLeftBusy, retryMs, takeOver } from '../../src/phone/screens/form/draft-saver.ts';

const draft = (title: string): DraftEntry => ({ draftId: 'd', content: { title } }) as DraftEntry;
const at = '2020-05-15T07:32:00.000Z' as Instant;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(save = (_draft: DraftEntry): Promise<Instant> => Promise.resolve(at)) {
  const saved: string[] = [];
  const told: string[] = [];
  const saver = draftSaver(
    (one) => {
      saved.push(one.content.title);
      return save(one);
    },
    () => told.push('saved'),
    () => told.push('trouble'),
  );
  return { saver, saved, told };
}

test('[kF3] what is typed without a pause is kept within half a second of its first letter', async () => {
  const { saver, saved } = setUp();
  for (let typed = 0; typed < 10; typed += 1) {
    saver.touch(draft(`t${typed}`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(autosaveMs).toBeLessThanOrEqual(500);
  expect(saved.length).toBeGreaterThanOrEqual(2);
  expect(saved[0]).toBe('t3');
});

test('leaving the page keeps the last letter at once', async () => {
  const { saver, saved, told } = setUp();
  saver.touch(draft('a'));
  await saver.flush();
  expect(saved).toEqual(['a']);
  expect(told).toEqual(['saved']);
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual(['a']);
});

test('after sending, nothing pending brings the draft back', async () => {
  const { saver, saved } = setUp();
  saver.touch(draft('a'));
  saver.stop();
  await vi.advanceTimersByTimeAsync(1000);
  await saver.flush();
  expect(saved).toEqual([]);
});

test('a full disk is told, and the text is tried again with the next letter or by leaving', async () => {
  let full = true;
  const { saver, saved, told } = setUp(() => (full ? Promise.reject(new Error('QuotaExceededError')) : Promise.resolve(at)));
  saver.touch(draft('a'));
  await vi.advanceTimersByTimeAsync(autosaveMs);
  expect(told).toEqual(['trouble']);
  full = false;
  await saver.flush();
  expect(saved).toEqual(['a', 'a']);
  expect(told).toEqual(['trouble', 'saved']);
});

test('[L2] a refused save is tried again by itself until it is kept, without another letter', async () => {
  let full = true;
  const { saver, saved, told } = setUp(() => (full ? Promise.reject(new Error('QuotaExceededError')) : Promise.resolve(at)));
  saver.touch(draft('a'));
  await vi.advanceTimersByTimeAsync(autosaveMs + 2 * retryMs);
  expect(told).toEqual(['trouble', 'trouble', 'trouble']);
  full = false;
  await vi.advanceTimersByTimeAsync(retryMs);
  expect(told.at(-1)).toBe('saved');
  await vi.advanceTimersByTimeAsync(3 * retryMs);
  expect(saved).toEqual(['a', 'a', 'a', 'a']);
});

test('a letter typed while the form is being sent brings no ghost of it back', async () => {
  const { saver, saved } = setUp();
  saver.touch(draft('sent'));
  await saver.flush();
  await saver.pause();
  saver.touch(draft('sent and a letter'));
  await vi.advanceTimersByTimeAsync(retryMs);
  await saver.flush();
  saver.stop();
  saver.touch(draft('after sending'));
  await vi.advanceTimersByTimeAsync(retryMs);
  expect(saved).toEqual(['sent']);
});

test('[L2] a letter typed while a send was refused is kept', async () => {
  const { saver, saved } = setUp();
  await saver.pause();
  saver.touch(draft('a'));
  saver.resume();
  await vi.advanceTimersByTimeAsync(autosaveMs);
  expect(saved).toEqual(['a']);
});

test('a form waits for the save in flight before it is sent', async () => {
  const waiting: (() => void)[] = [];
  const { saver } = setUp(() => new Promise((resolve) => waiting.push(() => resolve(at))));
  saver.touch(draft('a'));
  await vi.advanceTimersByTimeAsync(autosaveMs);
  let isQuiet = false;
  void saver.pause().then(() => { isQuiet = true; });
  await vi.advanceTimersByTimeAsync(10);
  expect(isQuiet).toBe(false);
  waiting[0]?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(isQuiet).toBe(true);
});

test('a slow save of an older text never lands after a newer one', async () => {
  const waiting: (() => void)[] = [];
  const { saver, saved } = setUp(() => new Promise((resolve) => waiting.push(() => resolve(at))));
  saver.touch(draft('old'));
  await vi.advanceTimersByTimeAsync(autosaveMs);
  saver.touch(draft('new'));
  const flushed = saver.flush();
  await vi.advanceTimersByTimeAsync(10);
  expect(saved).toEqual(['old']);
  waiting[0]?.();
  await vi.advanceTimersByTimeAsync(10);
  expect(saved).toEqual(['old', 'new']);
  waiting[1]?.();
  await flushed;
});

test('[L2] whoever opens a draft again waits for the picture that was still being made, and nobody writes beside them', async () => {
  const { saver, saved } = setUp();
  let ready: () => void = () => undefined;
  const work = new Promise<void>((resolve) => {
    ready = resolve;
  }).then(() => saver.touch(draft('words and picture')));
  saver.touch(draft('words'));
  finishLeft('left', saver, work);
  expect(isLeftBusy('left')).toBe(true);
  const opened = takeOver('left').then((refused) => [...saved, refused]);
  ready();
  await vi.advanceTimersByTimeAsync(1);
  expect(await opened).toEqual(['words', 'words and picture', null]);
  saver.touch(draft('too late'));
  await vi.advanceTimersByTimeAsync(autosaveMs + retryMs);
  expect(saved).toEqual(['words', 'words and picture']);
  expect(isLeftBusy('left')).toBe(false);
});

test('[L2] words that the phone refuses go on being tried after the form was left, or go on in the form that opens next', async () => {
  let full = true;
  const { saver, saved } = setUp(() => (full ? Promise.reject(new Error('QuotaExceededError')) : Promise.resolve(at)));
  saver.touch(draft('a'));
  finishLeft('full', saver, Promise.resolve());
  await vi.advanceTimersByTimeAsync(retryMs + 1);
  expect(saved.length).toBeGreaterThan(1);
  expect(await takeOver('full')).toMatchObject({ content: { title: 'a' } });
  full = false;
  const count = saved.length;
  await vi.advanceTimersByTimeAsync(3 * retryMs);
  expect(saved).toHaveLength(count);
  expect(await takeOver('full')).toBeNull();
});
