/** What proves who somebody is may be pasted and filled in by the phone: nothing has to be remembered or typed over. */
import type { Page } from '@playwright/test';
import { deskScreen, phoneScreen } from './disk-browser.ts';
import { desk, goodPassword } from './desk.ts';
import { expect, test } from './journey.ts';

test('[kA9] the activation code is taken as a message brings it: pasted with its link, in small letters, with spaces, or filled in by the phone', async ({ browser, province }) => {
  const context = await browser.newContext({ ...phoneScreen, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${province.origin}/k`);
  const box = page.getByLabel('Mã kích hoạt');
  for (const brought of ['K7M29QXP', 'k7m2 9qxp', ' K7M2-9QXP\n', `${province.origin}/k#K7M29QXP`, 'K7M2–9QXP']) {
    await box.fill('');
    await paste(page, 'Mã kích hoạt', brought);
    await expect(box, brought).toHaveValue('K7M2-9QXP');
  }
  await expect(box).toHaveAttribute('autocomplete', 'one-time-code');
  await expect(box).not.toHaveAttribute('maxlength', /./);
  await box.fill('');
  await filledIn(page, 'Mã kích hoạt', 'K7M29QXP');
  await expect(box).toHaveValue('K7M2-9QXP');
  // The whole way with a pasted code.
  const code = await province.invite('c16');
  await box.fill('');
  await paste(page, 'Mã kích hoạt', code.toLowerCase());
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đúng đơn vị và cán bộ này?');
  await context.close();
});

test('[kA9] name and password of the desk are pasted, or filled in by what keeps passwords', async ({ browser, province }) => {
  const name = 'dan-mat-khau';
  const token = await province.addAccount(name, 'p01');
  const context = await browser.newContext({ ...deskScreen, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${province.origin}/ban#dau-tien=${token}`);
  const fresh = page.getByRole('textbox', { name: 'Mật khẩu mới' });
  await expect(fresh).toHaveAttribute('autocomplete', 'new-password');
  await paste(page, 'Mật khẩu mới', goodPassword);
  await expect(fresh).toHaveValue(goodPassword);
  await desk(page).button('Đặt mật khẩu và vào').click();
  await expect(page.getByRole('combobox', { name: 'Đơn vị' })).toBeVisible();

  await context.clearCookies();
  await page.goto(`${province.origin}/ban`);
  await expect(page.getByLabel('Tên đăng nhập')).toHaveAttribute('autocomplete', 'username');
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveAttribute('autocomplete', 'current-password');
  await filledIn(page, 'Tên đăng nhập', name);
  await paste(page, 'Mật khẩu', goodPassword);
  await desk(page).button('Đăng nhập').click();
  await expect(page.getByRole('combobox', { name: 'Đơn vị' })).toBeVisible();
  await context.close();
});

/** From the clipboard by the browser's own command, so that a page which refuses pasting is noticed. */
async function paste(page: Page, label: string, text: string): Promise<void> {
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+V');
}

/** As a browser fills a box in: its value at once, and one event. */
async function filledIn(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).evaluate((box, value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, value);
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, text);
}
