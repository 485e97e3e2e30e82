/** M: what was written is found again without signal, narrowed, and handed on as a list. */
import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid } from './looks.ts';
import { deskScreen, phoneScreen } from './disk-browser.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const thumbPixels = 48;

test('[D1, I2, kV4] without signal and without marks: the directive, own records, occasions and help are found', async ({ mortalProvince, browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext(phoneScreen);
  const officer = phone(await context.newPage());
  const { page } = officer;
  const look = async (where: string): Promise<void> => {
    await expectAccessible(page, where);
    await expectWellLaid(page, where, thumbPixels);
    await expectReflow(page, where);
  };
  await officer.activate(mortalProvince.origin, mortalProvince.firstCode);
  await officer.installed();
  await mortalProvince.kill();
  await context.setOffline(true);

  await officer.link('Chỉ đạo').click();
  await officer.link('Tìm trong chỉ đạo, sổ gửi, lịch').click();
  await expect(officer.title()).toHaveText('Tìm');
  const box = page.getByLabel('Tìm trong sổ tay');
  await expect(box, 'the box has the focus').toBeFocused();
  await look('search, empty');
  await picture(page, 'm-01-search-empty');

  await box.pressSequentially('thang cong nhan');
  await expect(page.getByRole('heading', { name: /^Nội dung cần làm \(\d+\)$/ })).toBeVisible();
  await expect(page.locator('mark', { hasText: 'Công' }).first()).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /^\d+ kết quả$/ })).toBeVisible();
  await look('search, found');
  await picture(page, 'm-02-search-found');

  await box.fill('cham lo tet');
  await expect(page.getByRole('heading', { name: 'Hoạt động của đơn vị (1)' })).toBeVisible();
  await expect(officer.link(/^Chăm lo Tết cho giáo viên cắm bản/)).toContainText('Cần bổ sung');
  await picture(page, 'm-03-search-own-record');
  await officer.link(/^Chăm lo Tết cho giáo viên cắm bản/).click();
  await expect(officer.title()).toHaveText('Chăm lo Tết cho giáo viên cắm bản');
  await officer.link('Quay lại').click();
  await expect(box, 'the way back leads to the words').toHaveValue('cham lo tet');
  await expect(page.getByRole('heading', { name: 'Hoạt động của đơn vị (1)' })).toBeVisible();

  await box.fill('dai hoi dang');
  await officer.link(/^Nguyên văn nhiệm vụ 3/).click();
  await expect(officer.title()).toHaveText('Toàn văn chỉ đạo');
  await expect(page.locator('#doan-t3 mark', { hasText: 'Đại' }).first()).toBeInViewport();
  await officer.link('Quay lại').click();
  await box.fill('ngay sinh bac');
  await expect(page.getByRole('heading', { name: /^Các dịp trong năm/ })).toBeVisible();
  // A day opens at its row, in whatever month it lies, and the way back leads to the words.
  await box.fill('ngay phu nu viet nam');
  const occasions = page.locator('section', { has: page.getByRole('heading', { name: /^Các dịp trong năm/ }) });
  await occasions.getByRole('link', { name: /20\/10|Phụ nữ Việt Nam/ }).first().click();
  await expect(page).toHaveURL(/\/lich\?dip=/);
  const row = page.locator('.occasion[open] > summary');
  await expect(row).toContainText('Phụ nữ Việt Nam');
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
  await picture(page, 'm-10-occasion');
  await look('calendar, at an occasion');
  await page.goBack();
  await expect(box).toHaveValue('ngay phu nu viet nam');
  await box.fill('bien nhan');
  await expect(page.getByRole('heading', { name: 'Trợ giúp (1)' })).toBeVisible();
  await box.fill('zzz');
  await expect(page.getByRole('status').filter({ hasText: 'Không tìm thấy. Thử ít chữ hơn.' })).toBeVisible();
  await expect(page).toHaveURL(/\/tim\?tu=zzz$/);
  await page.reload();
  await expect(page.getByLabel('Tìm trong sổ tay')).toHaveValue('zzz');

  // A record that was just written, without signal, is found at once.
  await page.goto(`${mortalProvince.origin}/`);
  await officer.fillForm('24');
  await officer.save();
  await page.goto(`${mortalProvince.origin}/tim?tu=tuyen+duong`);
  await expect(page.getByRole('heading', { name: 'Hoạt động của đơn vị (1)' })).toBeVisible();
  await expect(page.locator('.found').getByText('Chờ gửi')).toBeVisible();

  // “Bác Hồ” was meant: where it stands, no “học” that only begins like it is marked.
  await page.getByLabel('Tìm trong sổ tay').fill('bac ho');
  await expect(page.locator('.found mark', { hasText: /^Bác Hồ$/ }).first()).toBeVisible();
  const marks = await page.locator('.found .item').evaluateAll((items) => items.map((item) => [...item.querySelectorAll('mark')].map((mark) => mark.textContent.normalize('NFC'))));
  expect(marks.filter((some) => some.includes('Bác Hồ')).flat().filter((text) => text !== 'Bác Hồ')).toEqual([]);
  await picture(page, 'm-09-search-marked');
  await context.close();
});

test('[I2, kC6] Sổ gửi is narrowed, stays so when it is opened again, and goes out as XLSX and on paper', async ({ mortalProvince, browser }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext(phoneScreen);
  const officer = phone(await context.newPage());
  const { page } = officer;
  await officer.activate(mortalProvince.origin, mortalProvince.firstCode);
  await officer.installed();
  await mortalProvince.kill();
  await context.setOffline(true);
  await officer.fillForm('24');
  await officer.save();
  await page.goto(`${mortalProvince.origin}/so-gui`);
  await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toBeVisible();

  await page.getByText('Lọc và tìm').click();
  await page.getByLabel('Nhiệm vụ', { exact: true }).selectOption('2');
  await page.getByLabel('Năm công tác').selectOption('2020');
  await expect(page.getByRole('heading', { name: 'Cần bổ sung (1)' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toHaveCount(0);
  await expect(page).toHaveURL(/\/so-gui\?nam=2020&nhiem-vu=2$/);
  await expectAccessible(page, 'Sổ gửi, narrowed');
  await expectWellLaid(page, 'Sổ gửi, narrowed', thumbPixels);
  await expectReflow(page, 'Sổ gửi, narrowed');
  await picture(page, 'm-04-outbox-narrowed');
  await page.reload();
  await expect(page.getByText('Đang lọc: 1 mục')).toBeVisible();
  await expect(page.getByText('Năm 2020 · Nhiệm vụ 2')).toBeVisible();
  await picture(page, 'm-08-outbox-narrowed-folded');
  await officer.link(/^Chăm lo Tết/).click();
  await expect(officer.title()).toHaveText(/^Chăm lo Tết/);
  await officer.link('Quay lại').click();
  await expect(page.getByText('Đang lọc: 1 mục')).toBeVisible();
  await page.getByText('Đang lọc: 1 mục').click();
  await page.getByLabel('Tìm trong sổ gửi').fill('khong co gi');
  await expect(page.getByText('Không có mục nào khớp. Bỏ bớt điều kiện lọc.')).toBeVisible();
  await picture(page, 'm-05-outbox-none');
  await officer.button('Bỏ lọc').click();
  await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toBeVisible();
  await expect(page).toHaveURL(/\/so-gui$/);
  await page.getByLabel('Tìm trong sổ gửi').fill('tuyen duong');
  await expect(page.getByText('Đang lọc: 1 mục')).toBeVisible();
  await officer.button('Bỏ lọc').click();

  await officer.button('Tệp Excel').scrollIntoViewIfNeeded();
  await picture(page, 'm-06-outbox-list');
  const [download] = await Promise.all([page.waitForEvent('download'), officer.button('Tệp Excel').click()]);
  expect(download.suggestedFilename()).toBe('so-hoat-dong-c01.xlsx');
  await expect(page.getByText('Đã lưu tệp so-hoat-dong-c01.xlsx vào mục Tải về.')).toBeVisible();
  const [sheet] = await readXlsxFile(readFileSync(await download.path()));
  const [head = [], ...rows] = sheet?.data ?? [];
  const cell = (row: number, name: string): unknown => rows[row]?.[head.indexOf(name)];
  expect(rows).toHaveLength(2);
  expect(cell(0, 'Tên hoạt động')).toBe('Chăm lo Tết cho giáo viên cắm bản');
  expect(cell(0, 'Ngày tổ chức')).toEqual(new Date('2020-01-17T00:00:00.000Z'));
  expect(cell(0, 'Tình trạng')).toBe('Cần bổ sung');
  expect(cell(1, 'Số lượt người dự')).toBe(24);
  expect(cell(1, 'Tình trạng')).toBe('Chờ gửi');

  // What lies on the paper while the browser prints.
  await page.evaluate(() => {
    globalThis.print = () => undefined;
  });
  await officer.button('In').click();
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('.paper');
  await expect(paper.getByRole('heading', { name: 'Sổ hoạt động công đoàn' })).toBeVisible();
  await expect(paper.getByRole('row')).toHaveCount(3);
  await expect(page.locator('.app')).toBeHidden();
  await expect(paper.locator('thead')).toHaveCSS('display', 'table-header-group');
  await page.setViewportSize({ width: 1123, height: 794 });
  expect(await paper.evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth), 'the table fits A4').toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(paper).toHaveCount(0);
  await page.emulateMedia({ media: null });
  await page.setViewportSize(phoneScreen.viewport);
  await officer.link('Tìm trong cả sổ tay').click();
  await expect(officer.title()).toHaveText('Tìm');
  await officer.link('Quay lại').click();
  await expect(officer.title()).toHaveText('Sổ gửi');
  await page.setViewportSize(deskScreen.viewport);
  await picture(page, 'm-07-outbox-pc');
  await context.close();
});
