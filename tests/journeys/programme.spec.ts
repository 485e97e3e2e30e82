/** The year's work programme: proposed from the directive, edited, checked, on paper, sent without a signal, mended, approved, and followed by itself. */
import { readFileSync, writeFileSync } from 'node:fs';
import { officeCheck } from '../documents/office-check.ts';
import { expectPrinted } from './printed.ts';
import { desk } from './desk.ts';
import { deskScreen, phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid } from './looks.ts';
import { phone } from './phone.ts';
import type { Phone } from './phone.ts';
import { picture } from './picture.ts';

const title = 'Chương trình công tác năm 2020';
const item = (text: RegExp): { name: RegExp } => ({ name: text });

test('a programme proposes itself, outlives a killed page, goes out without signal, is returned at one item, mended and approved, and an activity moves it', async ({ browser, disk, mortalProvince: province }) => {
  test.setTimeout(480_000);
  let page = await disk.open();
  let officer = phone(page);
  await officer.activate(province.origin, province.firstCode);
  await officer.installed();

  await test.step('without signal home names it, and one tap later it is filled in', async () => {
    await province.kill();
    await disk.context().setOffline(true);
    await officer.button(/Xem cả/).click();
    await picture(page, 'x-01-home');
    await page.getByRole('link', item(/Chương trình công tác năm 2020/)).click();
    await expect(officer.title()).toHaveText(title);
    await expect(page.getByText(/Máy đã xếp \d\d việc theo công văn/)).toBeVisible();
    await picture(page, 'x-02-proposal');
    await page.locator('summary', { hasText: /^5\./ }).click();
    await expect(page.getByRole('link', item(/Tổ chức các hoạt động Tháng Công nhân năm 2020.*Tháng 5 · Ban Chấp hành CĐCS/))).toBeVisible();
    await expectAccessible(page, 'proposal');
    await expectWellLaid(page, 'proposal', 48);
    await picture(page, 'x-03-task');
  });

  await test.step('an item gets other months and another role, one is taken out, one of the unit’s own is added', async () => {
    await page.getByRole('link', item(/Tổ chức các hoạt động Tháng Công nhân/)).click();
    await expect(officer.title()).toHaveText('Việc 5.1');
    await officer.button('Tháng 4').click();
    await officer.button('Tháng 6').click();
    await expect(page.getByRole('status').filter({ hasText: 'Tháng 4 đến tháng 6' })).toBeVisible();
    await officer.choose('Ban Nữ công');
    await expectAccessible(page, 'item');
    await expectWellLaid(page, 'item', 48);
    await expectReflow(page, 'item');
    await picture(page, 'x-04-item');
    await officer.link('Xong, về danh sách').click();
    await expect(page.getByRole('link', item(/Tháng Công nhân năm 2020.*Tháng 4 đến tháng 6 · Ban Nữ công/))).toBeVisible();
    await page.locator('summary', { hasText: /^8\./ }).click();
    await page.getByRole('link', item(/giải bóng chuyền/)).click();
    await officer.button('Không đưa vào chương trình').click();
    await expect(officer.button('Đưa vào chương trình')).toBeVisible();
    await officer.link('Xong, về danh sách').click();
    await page.locator('summary', { hasText: 'Việc riêng của đơn vị' }).click();
    await officer.button('Thêm việc riêng').click();
    await officer.text('Tên việc', 'Gặp mặt đoàn viên điểm trường lẻ');
    await officer.button('Tháng 8').click();
    await officer.choose('Các tổ công đoàn');
    await expect(page.getByRole('status').filter({ hasText: 'Đã tự lưu trên máy lúc' })).toBeVisible();
    await picture(page, 'x-05-own');
    await page.waitForTimeout(600);
    await disk.kill();
  });

  await test.step('after a killed page everything is there; the check leads to what is missing', async () => {
    page = await disk.open({ offline: true });
    officer = phone(page);
    await page.goto(`${province.origin}/chuong-trinh`);
    await expect(officer.title()).toHaveText(title);
    await page.locator('summary', { hasText: 'Việc riêng của đơn vị' }).click();
    await expect(page.getByRole('link', item(/Gặp mặt đoàn viên điểm trường lẻ.*Tháng 8 · Các tổ công đoàn/))).toBeVisible();
    await officer.button('Thêm việc riêng').click();
    await officer.text('Tên việc', 'Thăm đồng chí Lò Văn Pâng');
    await officer.link('Xong, về danh sách').click();
    await officer.link('Xem lại và gửi').click();
    await expect(officer.title()).toHaveText('Xem lại trước khi gửi');
    await expect(page.getByText('Cần xem lại 2 chỗ')).toBeVisible();
    await picture(page, 'x-06-problems');
    await page.getByRole('link', item(/^Chưa chọn tháng/)).click();
    await officer.button('Xóa việc này').click();
    await expect(officer.title()).toHaveText('Xem lại trước khi gửi');
    await expect(page.getByText('Cần xem lại')).toHaveCount(0);
  });

  await test.step('on paper it passes the office’s own rules', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), officer.button('Tệp Word').click()]);
    const word = new Uint8Array(readFileSync(await download.path()));
    writeFileSync(test.info().outputPath('programme.docx'), word);
    // Neither the seat nor the superior of the unit is on this phone: dotted lines stand there for the pen.
    expect(Object.keys(officeCheck(word)).filter((point) => point !== 'place-and-date' && point !== 'superior')).toEqual([]);
    await expectPrinted(page, 'CHƯƠNG TRÌNH');
  });

  await test.step('declared and sent with the server dead, it is on the phone; with the server back it is received', async () => {
    await officer.button('Gửi chương trình năm 2020').click();
    await expect(page.getByRole('alert')).toContainText('Đánh dấu xác nhận');
    await page.getByRole('checkbox').check();
    await expectAccessible(page, 'check');
    await expectWellLaid(page, 'check', 48);
    await picture(page, 'x-07-declare');
    await officer.button('Gửi chương trình năm 2020').click();
    await expect(officer.title()).toHaveText('Đã lưu trên máy');
    await province.start();
    await disk.context().setOffline(false);
    await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
    await officer.link('Mở chương trình').click();
    await expect(page.getByText('Tỉnh đã nhận', { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { name: /^Trễ \(\d+\)$/ })).toBeVisible();
    await expectAccessible(page, 'progress');
    await expectWellLaid(page, 'progress', 48);
    await expectReflow(page, 'progress');
    await picture(page, 'x-08-progress');
    await page.evaluate(() => { document.documentElement.dataset['theme'] = 'dark'; });
    await picture(page, 'x-09-progress-dark');
    await page.evaluate(() => { document.documentElement.dataset['theme'] = 'light'; });
  });

  const reviewerContext = await browser.newContext(deskScreen);
  const reviewer = desk(await reviewerContext.newPage());
  const { page: ban, record, held, button, pictures } = reviewer;
  await test.step('the desk lists it, names who owes one, reads it and returns one item', async () => {
    await reviewer.firstLogin(province.origin, province.firstToken);
    await ban.getByRole('link', { name: 'Chương trình công tác' }).click();
    await expect(ban).toHaveURL(/muc=chuong-trinh/);
    await expect(ban.getByRole('heading', { level: 1 })).toHaveText('Chương trình công tác');
    await expect(ban.getByRole('region', { name: 'Chưa có chương trình công tác năm 2020' })).toContainText('Chưa kích hoạt máy nào');
    await expectAccessible(ban, 'programmes');
    await picture(ban, 'x-10-desk-list');
    await ban.getByRole('row').filter({ hasText: 'Chờ duyệt' }).getByRole('link').click();
    await expect(record().getByRole('heading', { level: 2 })).toHaveText(title);
    await expect(record()).toContainText('Gặp mặt đoàn viên điểm trường lẻ');
    await expect(record().getByRole('row').filter({ hasText: 'giải bóng chuyền' })).toContainText('Không đưa vào');
    await expectAccessible(ban, 'programme');
    await pictures('x-11-desk-open');
    await button('Trả lại').click();
    await record().locator('[id="pick-items.8.5"]').check();
    await record().getByRole('radio', { name: 'Cần đưa việc này vào' }).locator('xpath=ancestor::label').click();
    await picture(ban, 'x-12-desk-return');
    await button('Trả lại để bổ sung').click();
    await expect(held()).toContainText('Sẽ trả lại');
    await expect(record()).toContainText('Đã trả lại bản 1', { timeout: 30_000 });
  });

  await test.step('the phone says where, opens at the item, and the mend goes back', async () => {
    await page.goto(`${province.origin}/`);
    await expect(page.getByRole('link', item(/Bổ sung: Chương trình công tác năm 2020/))).toBeVisible({ timeout: 40_000 });
    await page.getByRole('link', item(/Bổ sung: Chương trình công tác năm 2020/)).click();
    await expect(officer.title()).toHaveText('Việc 8.5');
    await expect(page.getByText('Cần đưa việc này vào')).toBeVisible();
    await officer.button('Đưa vào chương trình').click();
    await expectAccessible(page, 'returned item');
    await picture(page, 'x-14-returned-item');
    await officer.link('Xong, về danh sách').click();
    await expect(page.getByText('Cần bổ sung trước')).toBeVisible();
    await picture(page, 'x-13-returned');
    await officer.link('Xem lại và gửi').click();
    await page.getByRole('checkbox').check();
    await officer.button('Gửi chương trình năm 2020').click();
    await expect(officer.title()).toHaveText('Đã lưu trên máy');
    await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  });

  await test.step('the desk sees what was mended and approves; the phone is told', async () => {
    await ban.reload();
    await expect(record()).toContainText(/bóng chuyền.*: Không đưa vào chương trình → /);
    await picture(ban, 'x-15-desk-mended');
    await button('Duyệt').click();
    await expect(record().getByText('Đã duyệt', { exact: true })).toBeVisible({ timeout: 30_000 });
    await page.goto(`${province.origin}/chuong-trinh`);
    await expect(page.getByText('Đã duyệt', { exact: true })).toBeVisible({ timeout: 40_000 });
  });

  await test.step('an activity of this month moves the progress by itself, and the half-year report says that there is a programme', async () => {
    const now = page.locator('section, div, ul').filter({ has: page.getByText('130 năm Ngày sinh Chủ tịch Hồ Chí Minh') }).last();
    await expect(now).toContainText('Chưa làm');
    await page.getByRole('link', item(/^Ghi hoạt động: 130 năm Ngày sinh Chủ tịch Hồ Chí Minh/)).click();
    await expect(officer.title()).toHaveText('Ghi hoạt động');
    for (const box of await page.getByRole('textbox').filter({ visible: true }).all()) if ((await box.getAttribute('inputmode')) === 'numeric') await box.fill('20');
    await officer.saveAnyway();
    await page.goto(`${province.origin}/chuong-trinh`);
    await page.locator('summary', { hasText: /^Đã xong/ }).click();
    await expect(page.locator('details[open] li').filter({ hasText: '130 năm Ngày sinh Chủ tịch Hồ Chí Minh' })).toContainText('1 hoạt động');
    await picture(page, 'x-16-moved');
    await page.goto(`${province.origin}/bao-cao/2020-h1/C`);
    await expect(page.locator('.card').filter({ hasText: 'Có chương trình công tác tuyên giáo năm' })).toContainText('từ 1 hoạt động');
    await expect(page.getByLabel(/Có chương trình công tác tuyên giáo năm/)).toHaveValue('1');
    await page.goto(`${province.origin}/bao-cao`);
    await expect(page.getByRole('link', item(/Chương trình công tác năm 2020.*Đã duyệt/))).toBeVisible();
    await expectAccessible(page, 'papers');
    await picture(page, 'x-17-papers');
  });
  await reviewerContext.close();
});

test('three officers of a unit write one programme: the first is received, the second sees both versions, the third goes on with a draft as an edit', async ({ newOfficer }) => {
  test.setTimeout(300_000);
  const [first, second, third] = [await newOfficer('c12'), await newOfficer('c12'), await newOfficer('c12')];
  const send = async ({ page, button }: Phone): Promise<void> => {
    await page.getByRole('link', { name: 'Xem lại và gửi' }).click();
    await page.getByRole('checkbox').check();
    await button('Gửi chương trình năm 2020').click();
  };
  const nurse = async ({ page, button, link, choose }: Phone, month: number, role: string): Promise<void> => {
    await page.goto(new URL('/chuong-trinh', page.url()).href);
    await page.locator('summary', { hasText: /^5\./ }).click();
    await page.getByRole('link', item(/Tháng Công nhân năm 2020/)).click();
    await button(`Tháng ${month}`).click();
    await choose(role);
    await expect(page.getByText('Đã tự lưu trên máy lúc')).toBeVisible();
    await link('Xong, về danh sách').click();
  };

  await test.step('two of them write without a signal; one has sent, one has not', async () => {
    for (const officer of [second, third]) await officer.page.context().setOffline(true);
    await nurse(second, 6, 'Ban Nữ công');
    await send(second);
    await expect(second.title()).toHaveText('Đã lưu trên máy');
    await nurse(third, 4, 'Chủ tịch CĐCS');
  });

  await test.step('the first comes from the directive’s own words, and is received', async () => {
    await first.page.goto(new URL('/chi-dao/C?noi-dung=C.1', first.page.url()).href);
    await first.link(title).click();
    await expect(first.title()).toHaveText(title);
    await send(first);
    await expect(first.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  });

  await test.step('the second is told what differs, and mends', async () => {
    const { page } = second;
    await page.context().setOffline(false);
    await page.goto(new URL('/chuong-trinh', page.url()).href);
    const notice = page.locator('.notice', { hasText: 'Có hai bản khác nhau' });
    await expect(notice).toContainText(/Tháng Công nhân năm 2020: máy này Tháng 6 · Ban Nữ công; tỉnh đang giữ Tháng 5 · Ban Chấp hành CĐCS/, { timeout: 40_000 });
    await expectAccessible(page, 'two versions');
    await expectWellLaid(page, 'two versions', 48);
    await picture(page, 'x-18-two-versions');
    await second.button('Bổ sung chương trình').click();
    await send(second);
    await expect(second.title()).toHaveText('Đã lưu trên máy');
    await expect(second.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  });

  await test.step('the third finds the sent one beside the draft, and goes on with it', async () => {
    const { page } = third;
    await page.context().setOffline(false);
    await page.goto(new URL('/bao-cao', page.url()).href);
    await expect(page.getByRole('link', item(/Chương trình công tác năm 2020.*Tỉnh đã nhận/))).toBeVisible({ timeout: 40_000 });
    await third.link(title).click();
    await expect(page.getByText('Đồng nghiệp đã gửi chương trình năm này. Trên máy còn bản nháp chưa gửi.')).toBeVisible({ timeout: 40_000 });
    await picture(page, 'x-19-stray-draft');
    await third.button('Sửa chương trình theo bản nháp này').click();
    await expect(third.link('Xem lại và gửi')).toBeVisible();
    await send(third);
    await expect(third.title()).toHaveText('Đã lưu trên máy');
    await expect(third.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
    await third.link('Mở chương trình').click();
    await expect(page.locator('.plan-row').filter({ hasText: 'Tổ chức các hoạt động Tháng Công nhân năm 2020' })).toContainText('Tháng 4');
  });
});

test('an item of the unit’s own that was removed may be had back for eight seconds, and a page killed meanwhile loses nothing', async ({ disk, province }) => {
  const own = item(/Gặp mặt đầu xuân.*Tháng 8 · Các tổ công đoàn/);
  let page = await disk.open();
  let officer = phone(page);
  const openOwn = async (): Promise<void> => {
    await page.goto(`${province.origin}/chuong-trinh`);
    await page.locator('summary', { hasText: 'Việc riêng của đơn vị' }).click();
  };
  const remove = async (): Promise<void> => {
    await page.getByRole('link', own).click();
    await officer.button('Xóa việc này').click();
    await expect(page.getByText('Đã xóa việc.')).toBeVisible();
    await expect(page.getByRole('link', own)).toHaveCount(0);
  };
  await officer.activate(province.origin, await province.invite('c05'));
  await officer.installed();
  await openOwn();
  await officer.button('Thêm việc riêng').click();
  await officer.text('Tên việc', 'Gặp mặt đầu xuân');
  await officer.button('Tháng 8').click();
  await officer.choose('Các tổ công đoàn');
  await officer.link('Xong, về danh sách').click();

  await remove();
  await officer.button('Hoàn tác').click();
  await expect(page.getByRole('link', own)).toBeVisible();

  await remove();
  // Long enough for the autosave to have written what stands on the page.
  await page.waitForTimeout(1_000);
  await disk.kill();
  page = await disk.open({ offline: true });
  officer = phone(page);
  await openOwn();
  await expect(page.getByRole('link', own)).toBeVisible();

  await remove();
  await picture(page, 'x-20-removed');
  await expect(page.getByText('Đã xóa việc.')).toHaveCount(0, { timeout: 12_000 });
  await expect(page.getByText(/Đã tự lưu trên máy lúc/)).toBeVisible();
  await page.waitForTimeout(1_000);
  await openOwn();
  await expect(officer.button('Thêm việc riêng')).toBeVisible();
  await expect(page.getByRole('link', own)).toHaveCount(0);
});

test('next year’s programme is begun in its time; a closed year’s is read and not written', async ({ mortalProvince: province, browser }) => {
  const page = await (await browser.newContext(phoneScreen)).newPage();
  const officer = phone(page);
  await officer.activate(province.origin, province.firstCode);
  const send = async (year: number): Promise<void> => {
    await officer.link('Xem lại và gửi').click();
    await page.getByRole('checkbox').check();
    await officer.button(`Gửi chương trình năm ${year}`).click();
    await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  };
  const publish = async (setting: string): Promise<void> => {
    await province.publish('setting', setting);
    await page.goto(`${province.origin}/so-gui`);
    await officer.button('Gửi ngay').click();
    await expect(page.locator('.sample')).toContainText(setting.includes('2021-01') ? '15/01/2021' : '15/10/2020');
    await page.goto(`${province.origin}/chuong-trinh`);
  };
  await page.goto(`${province.origin}/chuong-trinh`);
  await send(2020);

  await publish('{"workingDay":"2020-10-15"}');
  await expect(officer.button('Sửa và gửi lại')).toBeVisible();
  await officer.link('Chương trình công tác năm 2021').click();
  await expect(officer.title()).toHaveText('Chương trình công tác năm 2021');
  await expect(page.getByText(/Máy đã xếp \d\d việc theo công văn/)).toBeVisible();
  await expectAccessible(page, 'next year');
  await picture(page, 'x-21-next-year');
  await send(2021);

  await publish('{"workingYear":2021,"workingDay":"2021-01-15"}');
  await expect(officer.title()).toHaveText('Chương trình công tác năm 2021');
  await officer.link(title).click();
  await expect(page.getByText('Năm 2020 đã khép. Chương trình chỉ để xem.')).toBeVisible();
  await expect(officer.button('Sửa và gửi lại')).toHaveCount(0);
  // What is recorded now belongs to another year.
  await expect(page.getByRole('link', item(/^Ghi hoạt động/))).toHaveCount(0);
  await expectAccessible(page, 'closed year');
  await expectReflow(page, 'closed year');
  await picture(page, 'x-22-closed-year');
  await page.goto(`${province.origin}/chuong-trinh/5.1?nam=2020`);
  await expect(page.getByText('Năm 2020 đã khép. Chương trình chỉ để xem.')).toBeVisible();
  await page.goto(`${province.origin}/chuong-trinh?nam=2019`);
  await expect(page.getByText('Năm 2019 đã khép. Đơn vị không có chương trình của năm đó.')).toBeVisible();
  await expect(officer.link('Xem lại và gửi')).toHaveCount(0);
  await expectAccessible(page, 'closed year without one');
  await picture(page, 'x-23-closed-none');
});
