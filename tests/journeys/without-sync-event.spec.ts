/** Phones whose browser never wakes the worker: the page alone sends, whichever way the signal comes back. */
import type { Browser, BrowserContext } from '@playwright/test';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';

test('[kO13, kO4] without a sync event a record is sent when the app is opened again', async ({ browser, province, newOfficer }) => {
  const context = await withoutSync(browser);
  const officer = await newOfficer('c09', province.origin, context);
  await context.setOffline(true);
  await officer.fillForm('9');
  await officer.saveAnyway();
  await officer.page.close();
  await context.setOffline(false);
  const again = phone(await context.newPage());
  await again.page.goto(`${province.origin}/`);
  await expect(again.strip()).toContainText('Tỉnh đã nhận đủ', { timeout: 10_000 });
  await context.close();
});

test('[kO13, kO4] without a sync event a record is sent when the phone is taken out of the pocket', async ({ browser, weak, newOfficer }) => {
  const context = await withoutSync(browser);
  const officer = await newOfficer('c16', weak.origin, context);
  // The browser believes in a network all the time: no event tells that it is back.
  weak.mood = 'portal';
  await officer.fillForm('9');
  await officer.saveAnyway();
  await officer.link('Về Việc').click();
  await expect(officer.strip()).toContainText('Mạng yếu, chưa gửi được');
  // Long enough that the next try by itself is far away.
  for (let tries = 0; tries < 3; tries += 1) {
    const before = weak.exchangeCount();
    await officer.button('Gửi ngay').click();
    await expect.poll(() => weak.exchangeCount()).toBeGreaterThan(before);
    await expect(officer.strip()).toContainText('Mạng yếu, chưa gửi được');
  }
  weak.mood = 'pass';
  await officer.page.evaluate(() => {
    const turn = (state: DocumentVisibilityState): void => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    turn('hidden');
    turn('visible');
  });
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ', { timeout: 10_000 });
  await context.close();
});

/** As Firefox and Safari are. */
async function withoutSync(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext(phoneScreen);
  await context.addInitScript(() => {
    for (const name of ['SyncManager', 'PeriodicSyncManager']) Reflect.deleteProperty(globalThis, name);
    Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync');
  });
  return context;
}
