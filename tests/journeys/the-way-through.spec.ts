/** The purpose of the whole, step by step, with a picture at each. */
import { desk } from './desk.ts';
import { deskScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';
const receiptNumber = /C01-2020-A\d{4}-[0-9A-Z]/;

test('[kF1, kO1, kO4, kO9, kF6] an activity recorded without signal is received with a number, returned at one field, mended without signal, and approved', async ({ browser, disk, mortalProvince: province }) => {
  test.setTimeout(180_000);
  let page = await disk.open();
  let officer = phone(page);

  await test.step('a new officer opens the link, says yes, and has everything on the phone', async () => {
    const steps = { code: 'a-01-code', confirm: 'a-02-confirm', ready: 'a-03-ready' } as const;
    await officer.activate(province.origin, province.firstCode, (step) => picture(page, steps[step]));
    await officer.installed();
    await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
    await picture(page, 'a-04-home');
  });

  await test.step('without signal she records an activity with at most eight taps and two numbers', async () => {
    await province.kill();
    await disk.context().setOffline(true);
    await expect(officer.strip()).toContainText('Đang dùng khi mất sóng');
    await officer.fillForm('24');
    await expect(page.getByRole('status').filter({ hasText: 'Đã tự lưu trên máy lúc' })).toBeVisible();
    await picture(page, 'a-05-form');
    await officer.save();
    expect(officer.thumb.tapCount).toBeLessThanOrEqual(8);
    expect(officer.thumb.numberCount).toBeLessThanOrEqual(2);
    await expect(officer.title()).toHaveText('Đã lưu trên máy');
    // Right after these words: whatever was not on the disk by now is gone.
    await disk.kill();
  });

  await test.step('after a cold start without signal it is there and waits', async () => {
    page = await disk.open({ offline: true });
    officer = phone(page);
    await page.goto(`${province.origin}/`);
    await expect(officer.strip()).toContainText('1 mục chờ gửi, đã lưu trên máy');
    await expect(officer.strip()).toContainText('Chưa có sóng. Có sóng máy sẽ tự gửi.');
    await picture(page, 'a-06-home-waiting');
    await officer.link(/Sổ gửi/).click();
    await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toBeVisible();
    await picture(page, 'a-07-outbox-waiting');
    await officer.link(new RegExp(title)).click();
    await expect(officer.title()).toHaveText(title);
    await expect(page.getByText('Chờ gửi', { exact: true })).toBeVisible();
    await picture(page, 'a-08-record-waiting');
  });

  let number = '';
  await test.step('with the signal back the receipt comes by itself, within ten seconds', async () => {
    await province.start();
    await disk.context().setOffline(false);
    await expect(page.getByText('Tỉnh đã nhận', { exact: true })).toBeVisible({ timeout: 10_000 });
    number = receiptNumber.exec(await page.getByRole('main').innerText())?.[0] ?? '';
    expect(number).toMatch(receiptNumber);
    await picture(page, 'a-09-record-received');
  });

  const reviewer = desk(await (await browser.newContext({ ...deskScreen, locale: 'vi-VN' })).newPage());
  await test.step('a clerk of the province finds it once, with the sentence of the directive beside it', async () => {
    await reviewer.firstLogin(province.origin, province.firstToken, undefined, () => picture(reviewer.page, 'a-10-desk-first-login-pc'));
    await expect(reviewer.rows(title)).toHaveCount(1);
    await reviewer.pictures('a-11-desk-list');
    await reviewer.open(title);
    await expect(reviewer.record()).toContainText(number);
    await expect(reviewer.record().locator('mark')).toContainText('tổ chức tuyên dương đoàn viên, CNVCLĐ tiêu biểu học tập, làm theo Bác');
    await reviewer.pictures('a-12-desk-record');
  });

  await test.step('the clerk returns it with a remark on one field and a deadline', async () => {
    const remark = { field: 'Số lượt người dự', reason: 'Thiếu số người dự', words: 'Danh sách có 42 người, xem lại giúp.', dueOn: '2020-05-18' };
    await reviewer.giveBack(remark, async () => {
      await expect(reviewer.page.getByRole('region', { name: 'Đơn vị sẽ thấy:' })).toContainText(remark.words);
      await expect(reviewer.page.getByLabel('Hạn bổ sung')).toHaveAccessibleDescription(/tức thứ Hai, 18\/5\/2020/);
      await reviewer.pictures('a-13-desk-return');
    });
    await picture(reviewer.page, 'a-14-desk-undo-pc');
    await expect(reviewer.held()).toContainText(`Đã trả lại “${title}”.`);
    await expect(reviewer.record()).toContainText('Hạn bổ sung 18/5/2020');
  });

  await test.step('the return reaches the phone as the first thing to do', async () => {
    await page.goto(`${province.origin}/`);
    const row = officer.link(/Bổ sung số lượt người dự/);
    await expect(row).toContainText('hạn 18/5');
    await picture(page, 'a-15-home-returned');
    await province.kill();
    await disk.context().setOffline(true);
    await row.click();
    await expect(page.getByText('Cần bổ sung trước 18/5/2020')).toBeVisible();
    await expect(page.getByText('đ/c Cán bộ Ban Tuyên giáo và Nữ công, LĐLĐ tỉnh Điện Biên')).toBeVisible();
    await picture(page, 'a-16-record-returned');
  });

  await test.step('without signal she mends that one field: it has the focus, the remark speaks for it, the rest is folded', async () => {
    await officer.button('Sửa và gửi lại').click();
    const box = page.getByLabel('Số lượt người dự', { exact: true });
    await expect(box).toBeFocused();
    await expect(box).toHaveValue('24');
    await expect(box).toHaveAccessibleDescription(/Danh sách có 42 người, xem lại giúp\./);
    await expect(page.getByRole('textbox')).toHaveCount(1);
    await expect(page.getByText(/^Không cần sửa \(\d+\)$/)).toBeVisible();
    await picture(page, 'a-17-mend');
    await box.fill('42');
    await officer.button('Gửi bản bổ sung').click();
    await expect(officer.title()).toHaveText('Đã lưu trên máy');
    await picture(page, 'a-18-mend-saved');
    await officer.link('Về Việc').click();
    await expect(officer.strip()).toContainText('1 mục chờ gửi');
    await expect(officer.link(/Bổ sung số lượt người dự/)).toHaveCount(0);
  });

  await test.step('the second edition arrives by itself', async () => {
    await province.start();
    await disk.context().setOffline(false);
    await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ', { timeout: 12_000 });
    await picture(page, 'a-19-home-received');
  });

  await test.step('the clerk sees what has changed, and approves', async () => {
    await reviewer.page.reload();
    await expect(reviewer.record()).toContainText('bản 2');
    await expect(reviewer.record()).toContainText(/Số lượt người dự: 24.* → 42/);
    await expect(reviewer.rows(title)).toHaveCount(1);
    await reviewer.pictures('a-20-desk-mended');
    await reviewer.button('Duyệt').click();
    await expect(reviewer.held().getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
    await expect(reviewer.held()).toContainText(`Đã duyệt “${title}”.`);
    await picture(reviewer.page, 'a-21-desk-approved-pc');
  });

  await test.step('the phone shows it approved', async () => {
    await page.goto(`${province.origin}/so-gui`);
    await expect(page.getByRole('heading', { name: 'Đã duyệt (1)' })).toBeVisible();
    await picture(page, 'a-22-outbox-approved');
    await officer.link(new RegExp(title)).click();
    await expect(page.getByText('LĐLĐ tỉnh Điện Biên duyệt').first()).toBeVisible();
    await picture(page, 'a-23-record-approved');
  });

  await reviewer.page.context().close();
});
