/** A phone without signal for weeks: its words leave it as a file, by other hands. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid } from './looks.ts';
import { photoFile } from './photo-file.ts';
import { picture } from './picture.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

/** The file that a tap brings among the downloads. */
async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test('[kO12] a phone that never gets a signal hands its record on as a file; the province takes it in, and the file that answers says so on the phone', async ({ province, newOfficer, newReviewer }) => {
  test.setTimeout(150_000);
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-carried-'));
  const officer = await newOfficer('c03');
  const { page } = officer;
  await page.context().setOffline(true);
  await officer.fillForm('23');
  await page.getByLabel('Chọn ảnh', { exact: true }).setInputFiles([await photoFile(page, 3)]);
  await expect(page.locator('#f-photos').getByRole('button', { name: /^Ảnh \d trong \d/ })).toHaveCount(1);
  await officer.save();
  await page.goto(`${province.origin}/may`);
  await page.getByRole('button', { name: 'Rời máy này', exact: true }).click();
  await expect(page.getByText('Còn 2 mục và ảnh chưa gửi. Gửi hoặc sao lưu trước khi rời máy.')).toBeVisible();
  await page.getByRole('heading', { name: 'Rời máy này' }).scrollIntoViewIfNeeded();
  await picture(page, 'b-01-leave-blocked');

  await page.goto(`${province.origin}/so-gui`);
  await page.getByRole('button', { name: 'Xuất tệp để gửi hộ', exact: true }).scrollIntoViewIfNeeded();
  const { name, bytes } = await downloaded(page, 'Xuất tệp để gửi hộ');
  expect(name).toMatch(/^so-tay-c03-\d{8}-\d{4}\.so-tay$/);
  expect(bytes.includes('Tuyên dương')).toBe(false);
  await expect(page.getByText(`Đã lưu tệp ${name} vào mục Tải xuống: 1 mục, 1 ảnh.`)).toBeVisible();
  await page.getByRole('status').last().scrollIntoViewIfNeeded();
  await picture(page, 'b-02-exported');
  await expect(page.getByText('Đã xuất tệp, chờ tỉnh nhận').first()).toBeVisible();
  await expectAccessible(page, 'Sổ gửi with a file');
  await expectWellLaid(page, 'Sổ gửi with a file', 44);
  await expectReflow(page, 'Sổ gửi with a file');
  await page.evaluate(() => scrollTo(0, 0));
  await picture(page, 'b-03-exported-row');

  // The only copy is the file now: whoever leaves the phone is told to keep it.
  await page.goto(`${province.origin}/may`);
  await page.getByRole('button', { name: 'Rời máy này', exact: true }).click();
  await expect(page.getByText('2 mục chỉ còn nằm trong tệp đã xuất: giữ tệp đến khi tỉnh nhận.')).toBeVisible();
  await page.getByRole('button', { name: 'Giữ lại', exact: true }).click();

  const path = join(folder, name);
  writeFileSync(path, bytes);
  expect(await province.command('bundle', 'import', path)).toMatchObject({ ok: true, codes: { ok: 1 }, photoCount: 1, wholePhotoCount: 1 });
  // Whoever carries it may knock twice.
  expect(await province.command('bundle', 'import', path)).toMatchObject({ ok: true, codes: { duplicate: 1 } });
  const reviewer = await newReviewer('/ban?don-vi=c03');
  await reviewer.open(title);
  await expect(reviewer.record()).toContainText('23');

  await page.goto(`${province.origin}/may`);
  const file = page.locator('input[type=file]');
  await file.setInputFiles({ name: 'khac.tra-loi', mimeType: 'application/octet-stream', buffer: Buffer.from('một tệp khác') });
  await expect(page.getByText('Tệp này không phải tệp trả lời, hoặc đã hỏng.')).toBeVisible();
  await file.setInputFiles(`${path}.tra-loi`);
  await expect(page.getByText('Đã đọc tệp trả lời: 1 mục có kết quả của tỉnh.')).toBeVisible();
  await page.getByText('Đã đọc tệp trả lời').scrollIntoViewIfNeeded();
  await picture(page, 'b-04-reply');
  await expectAccessible(page, 'Máy with a reply');
  await expectWellLaid(page, 'Máy with a reply', 44);
  await expectReflow(page, 'Máy with a reply');

  await page.goto(`${province.origin}/so-gui`);
  const row = page.getByRole('link', { name: new RegExp(title) });
  await expect(row).toContainText('Tỉnh đã nhận');
  await expect(row).toContainText(/C03-2020-A\d+/);
  await expect(page.getByText('Đã xuất tệp, chờ tỉnh nhận')).toHaveCount(0);
  await picture(page, 'b-05-received');

  // Nothing but the words' answer has come: the same file again is no news, and the phone may be left.
  await page.goto(`${province.origin}/may`);
  await file.setInputFiles(`${path}.tra-loi`);
  await expect(page.getByText('Tệp trả lời này không có gì mới.')).toBeVisible();
  await page.getByRole('button', { name: 'Rời máy này', exact: true }).click();
  await expect(page.getByText('không lấy lại được')).toBeVisible();
  await page.getByRole('button', { name: 'Xóa và rời máy' }).scrollIntoViewIfNeeded();
  await picture(page, 'b-06-leave-ask');
  await page.getByRole('button', { name: 'Xóa và rời máy', exact: true }).click();
  await expect(page.getByLabel('Mã kích hoạt')).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});

test('[kO12] what this version cannot read leaves the phone as it stands, sealed, and the province can open it', async ({ province, newOfficer }) => {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-rescue-'));
  const { page } = await newOfficer('c04');
  await page.context().setOffline(true);
  await page.evaluate(() => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('so-tay-notebook');
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('journal', 'readwrite');
      transaction.objectStore('journal').put({ changeId: 'of-a-later-version', recordId: 'r', seq: 7, open: 1, words: 'Ngày hội đoàn viên' });
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('not written')));
    });
  }));
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByText('Có 1 mục chưa gửi mà máy không đọc được.')).toBeVisible();
  const { name, bytes } = await downloaded(page, 'Xuất tệp cứu dữ liệu');
  await expect(page.getByText('Chỉ LĐLĐ tỉnh mở được')).toBeVisible();
  await picture(page, 'b-07-rescue');
  await expectAccessible(page, 'Sổ gửi with an unreadable row');
  await expectWellLaid(page, 'Sổ gửi with an unreadable row', 44);
  expect(bytes.includes('Ngày hội')).toBe(false);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const opened = await province.command('bundle', 'open', path);
  const text = readFileSync(String(opened['path']), 'utf8');
  expect(text).toContain('Ngày hội đoàn viên');
  expect(text).toContain('"deviceId"');
  // The token would open the phone's own door.
  expect(text).not.toContain('"token"');
  rmSync(folder, { recursive: true, force: true });
});
