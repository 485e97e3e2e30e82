/** The report writes itself: computed on the phone, corrected, told, checked and sent without a signal. */
import { readFileSync, writeFileSync } from 'node:fs';
import { officeCheck } from '../documents/office-check.ts';
import { readDocx } from '../documents/docx-reader.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectWellLaid } from './looks.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';
import { expectPrinted } from './printed.ts';

test('a six-month report computes itself without signal, outlives a killed page, is corrected, told, put on paper, sent, and received when the signal is back', async ({ disk, mortalProvince: province }) => {
  test.setTimeout(180_000);
  let page = await disk.open();
  let officer = phone(page);
  await officer.activate(province.origin, province.firstCode);
  await officer.installed();
  for (const people of ['24', '31']) {
    await page.goto(`${province.origin}/ghi?moi`);
    await officer.number('Số cá nhân được tuyên dương', '3');
    await officer.number('Số lượt người dự', people);
    await officer.saveAnyway();
    await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 30_000 });
  }

  await test.step('without signal home names it, and the list of parts has figures in it', async () => {
    await province.kill();
    await disk.context().setOffline(true);
    await page.goto(`${province.origin}/`);
    await officer.button(/Xem cả/).click();
    const row = officer.link(/Báo cáo 6 tháng/);
    await expect(row).toContainText(/đã điền sẵn \d\/9 mục/);
    await picture(page, 'r-01-home');
    await row.click();
    await expect(officer.title()).toHaveText('Báo cáo 6 tháng đầu năm 2020');
    await expectAccessible(page, 'parts');
    await expectWellLaid(page, 'parts', 44);
    await picture(page, 'r-02-parts');
  });

  let figure = '';
  await test.step('a figure opens the very activities it came from, and is corrected with a reason', async () => {
    await officer.link(/Thiếu số liệu|Đã đủ/).first().click();
    const fold = page.locator('summary', { hasText: 'từ 2 hoạt động' }).first();
    await expect(fold).toBeVisible();
    await fold.click();
    await expect(page.locator('details[open]').first().getByRole('link')).toHaveCount(2);
    const card = page.locator('.card', { has: page.locator('details[open]') }).first();
    const box = card.getByRole('textbox').first();
    figure = String(Number(await box.inputValue()) + 1);
    await box.fill(figure);
    await card.getByLabel('Lý do sửa').fill('Còn một buổi chưa ghi vào sổ.');
    await officer.button('Không phát sinh').click();
    await page.getByLabel('Đoạn viết cho nhiệm vụ này').fill('Đơn vị đã tổ chức tuyên dương nhân dịp kỷ niệm ngày sinh Bác Hồ.');
    await expect(page.getByRole('status').filter({ hasText: 'Đã tự lưu trên máy lúc' })).toBeVisible();
    await picture(page, 'r-03-task');
    await expectAccessible(page, 'task');
    await disk.kill();
  });

  await test.step('after a killed page nothing is lost; the other tasks are said to have had nothing', async () => {
    page = await disk.open({ offline: true });
    officer = phone(page);
    await page.goto(`${province.origin}/bao-cao/2020-h1`);
    await expect(officer.title()).toHaveText('Báo cáo 6 tháng đầu năm 2020');
    for (const task of ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'C']) {
      await page.locator(`a[href="/bao-cao/2020-h1/${task}"]`).click();
      const nothing = officer.button('Không phát sinh');
      await expect(page.getByLabel('Đoạn viết cho nhiệm vụ này')).toBeVisible();
      if (await nothing.isVisible()) await nothing.click();
      await officer.link('Xong, về danh sách').click();
    }
    await expect(page.getByText('Đã đủ 9/9 mục')).toBeVisible();
    await officer.link('IV. Phương hướng, nhiệm vụ').click();
    await officer.text('Nội dung', 'Tiếp tục các hoạt động chào mừng đại hội Đảng các cấp.');
    await officer.link('Xong, về danh sách').click();
    await picture(page, 'r-04-parts-filled');
  });

  await test.step('checked, on paper, declared, asked once, and saved on the phone', async () => {
    await officer.link('Xem lại và gửi').click();
    await expect(officer.title()).toHaveText('Xem lại trước khi gửi');
    await expect(page.locator('dd', { hasText: new RegExp(`^${figure}\\D*${Number(figure) - 1}\\. Sửa vì: Còn một buổi chưa ghi vào sổ`) }).first()).toBeVisible();
    await picture(page, 'r-05-check');
    const [download] = await Promise.all([page.waitForEvent('download'), officer.button('Tệp Word').click()]);
    const word = new Uint8Array(readFileSync(await download.path()));
    writeFileSync(test.info().outputPath('report.docx'), word);
    expect(officeCheck(word)).toEqual({});
    // Whom the unit reports to stands at the head, and as the one it is sent to.
    for (const text of ['LĐLĐ HUYỆN MƯỜNG NHÉ', 'Kính gửi: LĐLĐ huyện Mường Nhé.']) expect(readDocx(word).texts.join()).toContain(text);
    await expectPrinted(page, 'BÁO CÁO');
    await officer.button(/^Gửi báo cáo 6 tháng/).click();
    await expect(page.getByRole('alert')).toContainText('Đánh dấu xác nhận');
    await page.getByRole('checkbox').check();
    await picture(page, 'r-06-declare');
    await officer.button(/^Gửi báo cáo 6 tháng/).click();
    await expect(page.getByText('Xem lại giúp, đúng thì gửi tiếp')).toBeVisible();
    await picture(page, 'r-07-questions');
    await expectAccessible(page, 'questions');
    await officer.button('Đúng, gửi báo cáo').click();
    await expect(officer.title()).toHaveText('Đã lưu trên máy');
    await picture(page, 'r-08-saved');
  });

  await test.step('with the server back it is received, and the same page has its receipt', async () => {
    await province.start();
    await disk.context().setOffline(false);
    await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
    await picture(page, 'r-09-received');
    await officer.link('Mở báo cáo').click();
    await expect(page.getByText('Tỉnh đã nhận', { exact: true })).toBeVisible();
    await picture(page, 'r-10-sent');
    await expectAccessible(page, 'sent');
  });
});
