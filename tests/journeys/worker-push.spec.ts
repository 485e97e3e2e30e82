/** What the worker sends when the officer has closed the page, and what it changes where a browser knows no such event. */
import type { BrowserContext } from '@playwright/test';
import { pushTag } from '../../src/device/background-sync.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

test('[kO4] saved without signal, page closed, network back: the worker sends it, and the page finds it received', async ({ province, disk, newReviewer }) => {
  const officer = phone(await disk.open());
  await officer.activate(province.origin, await province.invite('c25'));
  await officer.installed();
  const context = disk.context();
  const elsewhere = await context.newPage();
  await context.setOffline(true);
  await officer.fillForm('9');
  await officer.save();
  await officer.page.close();
  await context.setOffline(false);

  await wakeWorker(context, province.origin);
  const reviewer = await newReviewer('/ban?don-vi=c25');
  await expect(async () => {
    await reviewer.page.reload();
    await expect(reviewer.rows(title)).toHaveCount(1, { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  expect(context.pages().filter((page) => page.url().startsWith(province.origin))).toEqual([]);

  // The province has it before its answer has arrived, and the answer before the phone has kept it.
  await expect.poll(() => openCount(context, province.origin)).toBe(0);
  // Without signal again: what the page says now, it was told by the worker.
  await context.setOffline(true);
  await elsewhere.goto(`${province.origin}/so-gui`);
  await expect(elsewhere.getByRole('heading', { name: /Chờ gửi/ })).toHaveCount(0);
  await expect(elsewhere.getByText(/Biên nhận C25-2020-A\d{4}-[0-9A-Z]/)).toBeVisible();
  await context.setOffline(false);
  await reviewer.page.reload();
  await expect(reviewer.rows(title)).toHaveCount(1);
});

test('[kO4] [W5] a page that is open and cannot send hears at once what the worker has settled', async ({ province, newOfficer }) => {
  const officer = await newOfficer('c07');
  // The page's own requests only: what the worker asks for goes its own way.
  await officer.page.route('**/api/exchange', (route) => route.abort());
  await officer.fillForm('9');
  await officer.save();
  await officer.link('Về Việc').click();
  await expect(officer.strip()).toContainText('chưa gửi được');
  await wakeWorker(officer.page.context(), province.origin);
  // Nothing is left to send, though this page has still not reached the province itself.
  await expect(officer.strip()).not.toContainText('chưa gửi được');
  await officer.link('Sổ gửi').click();
  // Journeys share the unit: the row of this very record, which was saved last.
  await expect(officer.link(new RegExp(title)).first().getByText(/Biên nhận C07-2020-A\d{4}-[0-9A-Z]/)).toBeVisible();
  await expect(officer.page.getByRole('heading', { name: /Chờ gửi/ })).toHaveCount(0);
});

test('[kO13] [W6] in a browser that knows no sync event everything is sent by the page', async ({ browser, province, newOfficer }) => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    for (const name of ['SyncManager', 'PeriodicSyncManager']) Reflect.deleteProperty(globalThis, name);
    Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync');
  });
  const officer = await newOfficer('c08', province.origin, context);
  expect(await officer.page.evaluate(async () => 'sync' in (await navigator.serviceWorker.ready))).toBe(false);
  await context.setOffline(true);
  await officer.fillForm('9');
  await officer.save();
  await officer.link('Về Việc').click();
  await context.setOffline(false);
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ', { timeout: 30_000 });
  await context.close();
});

/** Asked of the worker: no page is open. */
async function openCount(context: BrowserContext, origin: string): Promise<number> {
  const worker = context.serviceWorkers().find((each) => each.url().startsWith(origin));
  if (!worker) return -1;
  return worker.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('so-tay-notebook');
      request.addEventListener('success', () => resolve(request.result));
    });
    const count = await new Promise<number>((resolve) => {
      const request = database.transaction('journal').objectStore('journal').index('open').count(1);
      request.addEventListener('success', () => resolve(request.result));
    });
    database.close();
    return count;
  });
}

/** What the browser does by itself once it believes in the network again; only its own clock decides when. */
async function wakeWorker(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find((each) => each.scopeURL.startsWith(origin) && !each.isDeleted);
      if (own) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.dispatchSyncEvent', { origin, registrationId: await found, tag: pushTag, lastChance: false });
  await page.close();
}
