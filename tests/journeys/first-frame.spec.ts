/** A phone that is slow to start: home stands before the app is there, and can be tapped. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';

test('before the app has arrived the bar, the main button and the tabs stand where they will stand, and lead on', async ({ mortalProvince: province, disk }) => {
  const first = await disk.open();
  await phone(first).activate(province.origin, province.firstCode);
  await phone(first).link('Ghi hoạt động').waitFor();
  await expect(first.getByText('Việc cần làm').first()).toBeVisible();
  const settled = await placesOf(first);

  const page = await first.context().newPage();
  await first.close();
  // The app's own file never comes; the worker would have it, so it is passed by.
  await page.context().route(/phone-home-.*\.js/, () => undefined);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.goto(province.origin, { waitUntil: 'commit' });
  await phone(page).link('Ghi hoạt động').waitFor();
  await expect(page.getByText('Việc cần làm')).toHaveCount(0);
  expect(await placesOf(page)).toEqual(settled);
  await expect(phone(page).link('Ghi hoạt động')).toHaveAttribute('href', '/ghi');
});

/** Where the bar, the main button and the tabs stand; nothing may jump under a thumb. */
async function placesOf(page: Page): Promise<object> {
  const place = async (name: string): Promise<object> => {
    const box = await page.getByRole('link', { name }).first().boundingBox();
    return box ? { x: Math.round(box.x), y: Math.round(box.y), width: Math.round(box.width), height: Math.round(box.height) } : {};
  };
  return { record: await place('Ghi hoạt động'), calendar: await place('Lịch'), help: await place('Trợ giúp') };
}
