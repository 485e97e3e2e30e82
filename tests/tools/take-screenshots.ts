/**
 * Takes the pictures that a browser shows before it installs the app (public/manifest.webmanifest): the built app, the
 * sample province, nothing drawn by hand. Run after `vite build`, by `node tests/tools/take-screenshots.ts`. The
 * committed ones were reduced to 128 colours afterwards, which a phone does not see and which saves two thirds.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { desk } from '../journeys/desk.ts';
import { deskScreen, phoneScreen } from '../journeys/disk-browser.ts';
import { phone } from '../journeys/phone.ts';
import { provinceServer } from '../journeys/province-server.ts';
import { chromiumFlags, findChromium } from './chromium.ts';

const folder = fileURLToPath(new URL('../../public/screenshots/', import.meta.url));
const executablePath = findChromium();

mkdirSync(folder, { recursive: true });
const province = await provinceServer();
const browser = await chromium.launch({ args: chromiumFlags(), ...(executablePath === undefined ? {} : { executablePath }) });
try {
  const zone = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' };
  const officer = phone(await (await browser.newContext({ ...phoneScreen, ...zone })).newPage());
  await officer.activate(province.origin, province.firstCode);
  await take(officer.page, 'home');
  await officer.fillForm('42');
  await officer.page.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  await take(officer.page, 'form');
  await officer.save();
  await take(officer.page, 'saved');
  await officer.page.getByText('Tỉnh đã nhận').waitFor({ timeout: 30_000 });
  await officer.page.goto(`${province.origin}/so-gui`);
  await officer.page.getByText('Tỉnh đã nhận').first().waitFor();
  await take(officer.page, 'outbox');

  const reviewer = desk(await (await browser.newContext({ ...deskScreen, ...zone })).newPage());
  await reviewer.firstLogin(province.origin, province.firstToken);
  await take(reviewer.page, 'desk-list');
  await reviewer.rows(/./).first().getByRole('link').first().click();
  await reviewer.page.waitForTimeout(500);
  await take(reviewer.page, 'desk-record');
} finally {
  await browser.close();
  await province.dispose();
}

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
}
