import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchForUpdate } from '../../src/device/app-update.ts';
import type { AppUpdate } from '../../src/device/app-update.ts';

interface FakeWorker extends EventTarget {
  readonly heard: unknown[];
  postMessage(message: unknown): void;
}

function aWorker(): FakeWorker {
  const heard: unknown[] = [];
  return Object.assign(new EventTarget(), { heard, postMessage: (message: unknown) => heard.push(message) });
}

/** A browser with or without an older worker in charge. */
function aBrowser(controller: FakeWorker | null) {
  const registration = Object.assign(new EventTarget(), { waiting: null as FakeWorker | null, installing: null as FakeWorker | null });
  const register = vi.fn<(path: string) => Promise<typeof registration>>(() => Promise.resolve(registration));
  const container = Object.assign(new EventTarget(), { controller, register });
  const reload = vi.fn<() => void>();
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('document', { readyState: 'complete' });
  vi.stubGlobal('location', { reload });
  return { container, registration, register, reload };
}

/** A new version is found, fetched, and waits. */
function findUpdate({ registration }: ReturnType<typeof aBrowser>): FakeWorker {
  const worker = aWorker();
  registration.installing = worker;
  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = worker;
  worker.dispatchEvent(new Event('statechange'));
  return worker;
}

async function watch(options: { whenQuiet?: () => Promise<void> } = {}): Promise<AppUpdate> {
  const update = watchForUpdate({ whenQuiet: options.whenQuiet ?? (() => Promise.resolve()) });
  await vi.waitFor(() => Promise.resolve());
  return update;
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a new version of the app', () => {
  it('waits, tells that it is there, and takes over only when the officer agrees', async () => {
    const browser = aBrowser(aWorker());
    const update = await watch();
    const told = vi.fn<() => void>();
    update.onChange(told);
    const worker = findUpdate(browser);
    expect([update.waiting(), told.mock.calls.length, worker.heard]).toEqual([true, 1, []]);
    await update.accept();
    expect(worker.heard).toEqual([{ type: 'skip-waiting' }]);
    expect(browser.reload).not.toHaveBeenCalled();
    browser.container.dispatchEvent(new Event('controllerchange'));
    expect(browser.reload).toHaveBeenCalledOnce();
  });

  it('starts the page again even where the older version would not make room', async () => {
    const browser = aBrowser(aWorker());
    const update = await watch();
    findUpdate(browser);
    await update.accept();
    expect(browser.reload).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(browser.reload).toHaveBeenCalledOnce();
  });

  it('waits for an exchange under way as well', async () => {
    const browser = aBrowser(aWorker());
    let finish: () => void = () => undefined;
    const update = await watch({
      whenQuiet: () =>
        new Promise((resolve) => {
          finish = resolve;
        }),
    });
    const worker = findUpdate(browser);
    const accepted = update.accept();
    await Promise.resolve();
    expect(worker.heard).toEqual([]);
    finish();
    await accepted;
    expect(worker.heard).toHaveLength(1);
  });

  it('a first visit is no update, and reloads nothing', async () => {
    const browser = aBrowser(null);
    const update = await watch();
    findUpdate(browser);
    expect(update.waiting()).toBe(false);
    browser.container.controller = browser.registration.waiting;
    browser.registration.waiting = null;
    browser.container.dispatchEvent(new Event('controllerchange'));
    expect([update.waiting(), browser.reload.mock.calls.length]).toEqual([false, 0]);
  });

  it('accepted in another tab, it never reloads a form under the officer’s thumb, and offers itself here', async () => {
    const browser = aBrowser(aWorker());
    const update = await watch();
    browser.container.dispatchEvent(new Event('controllerchange'));
    expect([update.waiting(), browser.reload.mock.calls.length]).toEqual([true, 0]);
    await update.accept();
    expect(browser.reload).toHaveBeenCalledOnce();
  });

  it('a browser without workers, or a plain address, is left as it is', async () => {
    const browser = aBrowser(null);
    vi.stubGlobal('isSecureContext', false);
    await watch();
    expect(browser.register).not.toHaveBeenCalled();
    vi.stubGlobal('navigator', {});
    expect((await watch()).waiting()).toBe(false);
  });
});
