/** What a phone says when its own store, a file of the app or its address fails: one sentence, one next step, nothing lost. */
import type { BrowserContext, Page } from '@playwright/test';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

/** Reading the mirror fails from now on, as with a damaged profile. */
async function breakReads(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const prototype of [IDBObjectStore.prototype, IDBIndex.prototype]) {
      const all = prototype.getAll;
      prototype.getAll = function (this: IDBObjectStore & IDBIndex, ...asked: Parameters<typeof all>) {
        const store = this instanceof IDBIndex ? this.objectStore : this;
        if (store.name === 'items') throw new DOMException('damaged', 'UnknownError');
        return all.apply(this, asked) as IDBRequest<unknown[]>;
      } as typeof all;
    }
  });
}

test('a store that cannot be read says so on every page, and offers another try', async ({ newOfficer, province }) => {
  const officer = await newOfficer('c12');
  const { page } = officer;
  await officer.fillForm('24');
  await officer.save();
  await officer.link('Về Việc').click();
  await breakReads(page);
  for (const path of ['/', '/chi-dao', '/lich', '/so-gui', '/chi-dao/4', '/chi-dao/thay-doi', '/chi-dao/toan-van', '/tim', '/ghi']) {
    await page.goto(`${province.origin}${path}`);
    await expect(page.getByText('Không mở được sổ trên máy'), path).toBeVisible();
    await expect(officer.button('Thử lại'), path).toBeVisible();
  }
  await page.goto(`${province.origin}/`);
  await expect(page.getByText('Không mở được sổ trên máy')).toBeVisible();
  await picture(page, 's-13-read-trouble');
});

test('a page whose file is missing says so, never loads itself again, and opens at the next try', async ({ newOfficer }) => {
  const { page, link, title, button } = await newOfficer('c12');
  // As after a browser has thrown away a part of what the worker kept.
  await page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) if (request.url.includes('phone-reading')) await cache.delete(request);
    }
  });
  await (await page.context().newCDPSession(page)).send('Network.clearBrowserCache');
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await page.context().setOffline(true);
  await link('Chỉ đạo').click();
  await expect(title()).toHaveText('Chưa mở được trang này');
  await picture(page, 's-14-screen-missing');
  expect(loads).toEqual([]);
  await page.context().setOffline(false);
  await button('Thử lại').click();
  await expect(title()).toHaveText('Chỉ đạo');
});

test('a notebook that another tab does not let go of is said to be so, with the way on', async ({ newOfficer, province }) => {
  const { page, title, button } = await newOfficer('c12');
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory, ...asked: Parameters<typeof open>) {
      if (asked[0] === 'so-tay-notebook') throw new DOMException('held by another version', 'VersionError');
      return open.apply(this, asked);
    };
  });
  await page.goto(`${province.origin}/`);
  await expect(title()).toHaveText('Không mở được sổ trên máy');
  await expect(page.getByText('Đóng các thẻ khác đang mở sổ tay rồi thử lại.')).toBeVisible();
  await expect(button('Thử lại')).toBeVisible();
  await picture(page, 's-15-blocked');
});

test('at a plain http address nothing is asked for and nothing is written', async ({ province, browser }) => {
  const context: BrowserContext = await browser.newContext({ ...phoneScreen, serviceWorkers: 'block' });
  await context.route('http://so-tay.test/**', async (route) => {
    const address = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${province.origin}${address.pathname}` }) });
  });
  const page = await context.newPage();
  await page.goto('http://so-tay.test/k#K7M29QXP');
  await expect(phone(page).title()).toHaveText('Cần mở bằng địa chỉ https');
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await picture(page, 's-16-plain-address');
  await context.close();
});
