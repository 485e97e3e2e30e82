/** The phone's stores against their contracts in real Chromium: an IndexedDB of JavaScript proves nothing about disks. */
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { deviceSuites } from '../contract/device-in-browser.ts';
import { bundleForPage } from './bundle-for-page.ts';
import type { DeviceContract, DeviceSuite } from '../contract/device-in-browser.ts';

declare const deviceContract: DeviceContract;

let script = '';
let page: Page;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser }) => {
  script = await bundleForPage('../contract/device-in-browser.ts');
  page = await openPage(browser);
});

test.afterAll(() => page.close());

for (const [suite, cases] of Object.entries(deviceSuites) as [DeviceSuite, readonly { title: string }[]][]) {
  test.describe(`${suite} in Chromium`, () => {
    for (const [index, { title }] of cases.entries()) {
      test(title, async () => {
        await expect(page.evaluate(([of, at]) => deviceContract.run(of, at), [suite, index] as const)).resolves.toBeUndefined();
      });
    }
  });
}

test.describe('notebook in a worker in Chromium', () => {
  for (const [index, { title }] of deviceSuites.notebook.entries()) {
    test(title, async () => {
      const trouble = await page.evaluate(
        (at) =>
          new Promise<string>((resolve) => {
            const worker = new Worker('/contract.js', { type: 'module', name: `worker-${at}` });
            worker.addEventListener('error', () => resolve('the worker did not start'));
            worker.addEventListener('message', (event: MessageEvent<string>) => {
              worker.terminate();
              resolve(event.data);
            });
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker takes no origin
            worker.postMessage(['notebook', at]);
          }),
        index,
      );
      expect(trouble).toBe('');
    });
  }
});

test('[L14] a disk that is really full refuses the save by name, keeps what was saved, and takes more once there is room', async ({ browser }) => {
  // Its own context: Chromium goes by an older estimate of the room where a database has been in use.
  const page = await openPage(browser);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: 'http://localhost', quotaSize: 2_000_000 });
  const full = await page.evaluate(() => deviceContract.saveUntilFull());
  expect(full).toMatchObject({ refusedBy: 'storage-full', keptCount: full.savedCount, seq: full.savedCount });
  expect(full.savedCount).toBeGreaterThan(0);
  await session.send('Storage.overrideQuotaForOrigin', { origin: 'http://localhost', quotaSize: 6_000_000 });
  const after = await page.evaluate(() => deviceContract.saveUntilFull());
  expect(after.savedCount).toBeGreaterThan(0);
  await page.close();
});

/** An origin of its own, without a server: everything on it is this one page. */
async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.route('http://localhost/**', (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({ contentType: 'text/html', body: '<!doctype html><script type="module" src="/contract.js"></script>' }),
  );
  await page.goto('http://localhost/');
  await page.waitForFunction(() => typeof deviceContract !== 'undefined');
  return page;
}
