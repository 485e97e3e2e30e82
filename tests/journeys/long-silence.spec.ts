/** Two months without a signal: three hundred records and two hundred pictures, all there, and then all at the province. */
import type { Page } from '@playwright/test';
import { desk } from './desk.ts';
import { deskScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { fillLongSilence } from './long-silence.ts';
import { picture } from './picture.ts';

const silence = { recordCount: 300, photoCount: 200, dayCount: 60 } as const;

test('[kO15] after sixty days without a signal home and Sổ gửi open with all three hundred records; the oldest is sent first, and everything arrives', async ({ browser, mortalProvince: province, newOfficer }) => {
  test.setTimeout(400_000);
  const officer = await newOfficer('c14', province.origin, undefined, await province.invite('c14'));
  const { page } = officer;
  await page.context().setOffline(true);
  await officer.fillForm('20');
  await officer.saveAnyway();
  // The pictures' database is opened by home.
  await page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText('1 mục chờ gửi');
  const titles = await page.evaluate(fillLongSilence, silence);
  const count = silence.recordCount + 1;

  await page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText(`${count} mục chờ gửi đã 60 ngày`);
  await expect(officer.link('Ghi hoạt động')).toBeVisible();
  await expect(officer.link(/^2\d\d mục chờ gửi đã lâu/)).toBeVisible();
  await picture(page, 't-01-home-sixty-days');
  await officer.link(/^Sổ gửi/).click();
  await expect(page.getByRole('heading', { name: `Chờ gửi (${count})` })).toBeVisible();
  const more = page.getByRole('button', { name: /^Xem thêm/ });
  while (await more.isVisible()) await more.click();
  const listed = await page.locator('.sent-section').filter({ has: page.getByRole('heading', { name: /^Chờ gửi/ }) }).locator('.item strong').allTextContents();
  expect(listed).toHaveLength(count);
  expect(new Set(titles.filter((title) => !listed.includes(title)))).toEqual(new Set());
  await picture(page, 't-02-outbox-sixty-days');
  await page.goto(`${province.origin}/may`);
  await expect(page.getByText(/^200 ảnh, 20 MB$/)).toBeVisible();
  // Somebody writes on amid all that.
  await page.goto(`${province.origin}/ghi?moi`);
  await expect(page.getByLabel('Số lượt người dự', { exact: true })).toBeVisible();

  await page.goto(`${province.origin}/`);
  await page.context().setOffline(false);
  await expect(officer.strip()).toContainText(/Tỉnh đã nhận đủ|Còn \d+ ảnh đang gửi/, { timeout: 60_000 });
  const journal = await journalOf(page);
  expect(journal.filter(({ open }) => open)).toEqual([]);
  // Positions at the province are in the order of arrival.
  const arrived = journal.toSorted((one, next) => (one.position ?? 0) - (next.position ?? 0)).map(({ title }) => title);
  expect(arrived.slice(0, silence.recordCount)).toEqual(titles);
  expect(new Set(journal.map(({ position }) => position)).size).toBe(count);

  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ', { timeout: 240_000 });
  const reviewer = desk(await (await browser.newContext(deskScreen)).newPage());
  await reviewer.firstLogin(province.origin, province.firstToken);
  await reviewer.page.goto(`${province.origin}/ban?don-vi=c14&tim=Hoạt động số`);
  await expect(reviewer.page.getByText(`${silence.recordCount} hoạt động`, { exact: true })).toBeVisible();
  await reviewer.page.goto(`${province.origin}/ban?don-vi=c14&tim=Hoạt động số 050`);
  await expect(reviewer.page.getByText('1 hoạt động', { exact: true })).toBeVisible();
  await reviewer.rows('Hoạt động số 050').getByRole('link').click();
  await expect(reviewer.record()).toContainText('4 ảnh');
  await expect(reviewer.record()).not.toContainText(/ảnh đã về/);
  await reviewer.page.context().close();
});

interface JournalLine {
  readonly title: string;
  readonly open: boolean;
  readonly position: number | null;
}

function journalOf(page: Page): Promise<JournalLine[]> {
  return page.evaluate(async () => {
    interface Row { readonly open?: number; readonly change: { readonly body: { readonly title: string } }; readonly acknowledgement: { readonly verdict: { readonly position?: number } } | null }
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('so-tay-notebook');
      request.addEventListener('success', () => resolve(request.result));
    });
    const rows = await new Promise<Row[]>((resolve) => {
      const request = database.transaction('journal').objectStore('journal').getAll() as IDBRequest<Row[]>;
      request.addEventListener('success', () => resolve(request.result));
    });
    database.close();
    return rows.map(({ open, change, acknowledgement }) => ({ title: change.body.title, open: open === 1, position: acknowledgement?.verdict.position ?? null }));
  });
}
