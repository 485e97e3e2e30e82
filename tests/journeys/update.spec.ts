/** A new version of the app asks first, and never while somebody writes. */
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';

test('[kI10] a new version leaves a half-written form alone, waits for consent on a quiet page, and keeps every word', async ({ weak, newOfficer }) => {
  const officer = await newOfficer('c08', weak.origin);
  const { page } = officer;
  await officer.tap(officer.link('Ghi hoạt động'));
  await page.getByLabel('Tên hoạt động').fill('Hội thao đang ghi dở');
  await expect(page.getByText(/Đã tự lưu trên máy lúc/)).toBeVisible();
  const address = page.url();

  weak.appVersion = '2';
  // The browser's own look for a new version, which would come at the next opening or day.
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
  });
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))).toBe(true);
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Hội thao đang ghi dở');
  expect(page.url()).toBe(address);
  await expect(page.getByText(/Có bản mới/)).toHaveCount(0);

  await officer.link('Quay lại').click();
  await expect(page.getByText('Có bản mới. Cập nhật khi rảnh (mất 3 giây).')).toBeVisible();
  await expect(officer.link(/Hội thao đang ghi dở/)).toBeVisible();
  await picture(page, 'f-01-update');
  await Promise.all([page.waitForEvent('load'), officer.button('Cập nhật').click()]);
  await expect(page.getByText(/Có bản mới/)).toHaveCount(0);
  const isNew = (): Promise<boolean> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting === null && registration.active === navigator.serviceWorker.controller;
      // On a busy machine the page may just be starting again.
    }).catch(() => false);
  await expect.poll(isNew).toBe(true);
  await officer.link(/Hội thao đang ghi dở/).click();
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Hội thao đang ghi dở');
});
