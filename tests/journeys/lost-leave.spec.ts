/** A phone that the province no longer knows: nothing on it is lost, and a new code is all it needs. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

test('a phone that is not known any more asks for a code, keeps its whole book, and sends everything after it', async ({ mortalProvince: province, disk }) => {
  test.setTimeout(120_000);
  const copy = join(mkdtempSync(join(tmpdir(), 'so-tay-copy-')), 'before.sqlite');
  await province.command('backup', copy);
  const page = await disk.open();
  const officer = phone(page);
  await officer.activate(province.origin, province.firstCode);
  await officer.installed();
  await officer.fillForm('20');
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await disk.context().setOffline(true);
  await officer.link('Ghi hoạt động khác').click();
  await officer.number('Số cá nhân được tuyên dương', '1');
  await officer.number('Số lượt người dự', '8');
  await officer.choose(/Hôm qua/);
  await officer.save();
  await officer.link('Về Việc').click();
  await expect(officer.strip()).toContainText('1 mục chờ gửi');

  // The province comes back from a copy that has never heard of this phone, nor of what it had received.
  await province.kill();
  await province.command('restore', copy);
  await province.start();
  await disk.context().setOffline(false);
  await expect(officer.strip()).toContainText('Cần mã kích hoạt mới');
  await expect(officer.strip()).toContainText('Sổ trên máy vẫn còn nguyên.');
  await picture(page, 'i-01-needs-code');
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByText('Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ')).toHaveCount(2);
  await page.goto(`${province.origin}/`);

  await officer.strip().click();
  await expect(page.getByText('Tỉnh không còn nhận máy này.')).toBeVisible();
  await picture(page, 'i-02-new-code');
  const code = await province.invite('c01');
  // As people write it down: small letters, a space in the middle.
  await page.getByLabel('Mã kích hoạt').fill(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`);
  await officer.button('Tiếp tục').click();
  await officer.button('Đúng, bắt đầu').click();
  await officer.button('Mở sổ tay').click();
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('heading', { name: 'Tỉnh đã nhận (2)' })).toBeVisible();
  await expect(page.getByText(/Biên nhận C01-2020-/)).toHaveCount(2);
});

test('a code that is short, wrong or used is refused in words, with the next step', async ({ province, browser }) => {
  const page = await browser.newPage(phoneScreen);
  const officer = phone(page);
  await page.goto(`${province.origin}/k`);
  const box = page.getByLabel('Mã kích hoạt');
  await officer.button('Tiếp tục').click();
  await expect(box).toHaveAccessibleDescription(/Nhập mã kích hoạt in trên phiếu\./);
  await expect(box).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await box.fill('K7M29Q');
  await officer.button('Tiếp tục').click();
  await expect(box).toHaveAccessibleDescription(/Mã gồm 8 ký tự, còn thiếu 2\./);
  await box.fill('ZZZZ-ZZZZ');
  await officer.button('Tiếp tục').click();
  await expect(box).toHaveAccessibleDescription(/không đúng|Không có mã/);
  await page.context().setOffline(true);
  await officer.button('Tiếp tục').click();
  await expect(box).toHaveAccessibleDescription(/Cần có mạng một lần duy nhất để kích hoạt\./);
  await page.context().setOffline(false);

  const code = await province.invite('c13');
  const other = await browser.newPage();
  await phone(other).activate(province.origin, code);
  // The link opened in the tab that stands at the form already.
  await page.goto(`${province.origin}/k#${code}`);
  await expect(box).toHaveValue(`${code.slice(0, 4)}-${code.slice(4)}`);
  await officer.button('Tiếp tục').click();
  await expect(box).toHaveAccessibleDescription(/đã dùng/);
  await picture(page, 'i-03-code-used');
  await other.close();
  await page.close();
});
