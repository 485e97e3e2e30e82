/** Two tabs over one database, one of them of another version: nobody waits for ever, and nobody is locked out. */
import type { Page } from '@playwright/test';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const databases = ['so-tay-notebook', 'so-tay-mirror'] as const;
/** Far above today's: what a later app might ask for. */
const laterVersion = 90;

test('[kI12] a second tab of a later version takes the databases over; the first one goes on writing, and both show the same', async ({ province, newOfficer }) => {
  const officer = await newOfficer('c19');
  const { page } = officer;
  await officer.tap(officer.link('Ghi hoạt động'));
  await page.getByLabel('Tên hoạt động').fill('Viết ở thẻ thứ nhất');
  await expect(page.getByText(/Đã tự lưu trên máy lúc/)).toBeVisible();

  const other = await page.context().newPage();
  await other.goto(`${province.origin}/icons/icon.svg`);
  // Raised while the first tab holds both: without letting go it would wait for ever.
  for (const name of databases) expect(await raised(other, name, laterVersion), name).toBe('raised');

  await page.getByLabel('Số cá nhân được tuyên dương').fill('4');
  await page.getByLabel('Số lượt người dự', { exact: true }).fill('18');
  await officer.saveAnyway();
  await other.goto(`${province.origin}/so-gui`);
  await expect(other.getByRole('link', { name: /Viết ở thẻ thứ nhất/ })).toBeVisible();
  // Reopened by an app that knows only the older version.
  await page.reload();
  await expect(officer.title()).toBeVisible();
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('link', { name: /Viết ở thẻ thứ nhất/ })).toBeVisible();
  await other.goto(`${province.origin}/ghi?moi`);
  await other.getByLabel('Tên hoạt động').fill('Viết ở thẻ thứ hai');
  await expect(page.getByText('Viết ở thẻ thứ hai')).toBeVisible();
});

test('[kI12] a tab that holds an old database and does not let go is told about, and once it is closed everything opens', async ({ province, browser }) => {
  const context = await browser.newContext(phoneScreen);
  const holder = await context.newPage();
  await holder.goto(`${province.origin}/icons/icon.svg`);
  // An app of before that does not listen when another tab wants to go on.
  await holder.evaluate(async (name) => {
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.addEventListener('success', () => {
        Object.assign(globalThis, { held: request.result });
        resolve();
      });
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
    });
    localStorage.setItem('so-tay-activated', '1');
  }, databases[0]);
  const page = await context.newPage();
  await page.goto(`${province.origin}/`);
  await expect(phone(page).title()).toHaveText('Không mở được sổ trên máy', { timeout: 30_000 });
  await expect(page.getByRole('main')).toContainText(/đóng/i);
  await picture(page, 'k-05-database-held');
  await holder.close();
  await phone(page).button('Thử lại').click();
  await expect(page.getByLabel('Mã kích hoạt')).toBeVisible();
  await context.close();
});

/** Opens the database under a later version and lets it go again. */
function raised(page: Page, name: string, version: number): Promise<string> {
  return page.evaluate(
    ([database, wanted]) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open(database, wanted);
        const timer = setTimeout(() => resolve('still waiting'), 10_000);
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('of-a-later-version'));
        request.addEventListener('error', () => resolve(String(request.error)));
        request.addEventListener('success', () => {
          clearTimeout(timer);
          request.result.close();
          resolve('raised');
        });
      }),
    [name, version] as const,
  );
}
