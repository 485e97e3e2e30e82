/** Years beside each other, several officers of one unit, and a phone that tells what it holds. */
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible } from './looks.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

test('when the province works in a new year, last year’s records stand aside and are only read', async ({ mortalProvince: province, browser }) => {
  const page = await (await browser.newContext(phoneScreen)).newPage();
  const officer = phone(page);
  await officer.activate(province.origin, province.firstCode);
  await officer.fillForm('24');
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await province.publish('setting', '{"workingYear":2021,"workingDay":"2021-01-15"}');
  await page.goto(`${province.origin}/so-gui`);
  await officer.button('Gửi ngay').click();
  await expect(page.getByRole('heading', { name: 'Các năm trước' })).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(title) })).toHaveCount(0);
  await picture(page, 's-01-years');
  await expectAccessible(page, 'years');
  await officer.link(/Năm công tác 2020/).click();
  await officer.link(new RegExp(title)).first().click();
  await expect(officer.title()).toHaveText(title);
  await expect(page.getByText('Năm công tác 2020 đã khép: chỉ xem.')).toBeVisible();
  await expect(officer.button('Sửa bản ghi')).toHaveCount(0);
  await expect(officer.button('Hủy bản ghi này')).toHaveCount(0);
  await page.getByText('đã khép').scrollIntoViewIfNeeded();
  await picture(page, 's-02-closed');
  await expectAccessible(page, 'closed');
  await page.goto(`${province.origin}/`);
  await expect(page.getByRole('heading', { name: /Chín nhiệm vụ năm 2021/ })).toBeVisible();
  await expect(page.locator('.nine-count')).toContainText('0/9');
  await picture(page, 's-03-home-new-year');
});

test('two officers of a unit share what was sent and keep their drafts to themselves, on one phone and on two', async ({ mortalProvince: province, browser }) => {
  const first = phone(await (await browser.newContext(phoneScreen)).newPage());
  await first.activate(province.origin, province.firstCode);
  await first.fillForm('24');
  await first.save();
  await expect(first.title()).toHaveText('Tỉnh đã nhận');
  await first.link('Ghi hoạt động khác').click();
  await first.text('Kết quả, ghi chú (không bắt buộc)', 'Của người thứ nhất');
  await expect(first.page.getByText(/Đã tự lưu/)).toBeVisible();
  const { code } = await province.command('invite', '--unit', 'c01', '--officer', 'Nguyễn Thị Mẫu') as { code: string };

  // The phone is handed on: the drafts wait for whoever wrote them, what was sent is the unit's.
  await first.page.goto(`${province.origin}/k`);
  await first.page.getByLabel('Mã kích hoạt').fill(code);
  await first.button('Tiếp tục').click();
  await first.button('Đúng, bắt đầu').click();
  await first.button('Mở sổ tay').click();
  await first.page.goto(`${province.origin}/so-gui`);
  await expect(first.link(new RegExp(title)).first()).toBeVisible();
  await expect(first.page.getByRole('heading', { name: /Nháp/ })).toHaveCount(0);
  await first.link(new RegExp(title)).first().click();
  await expect(first.page.getByText('Người ghi')).toBeVisible();
  await expect(first.page.getByText('Cán bộ mẫu 1', { exact: true })).toBeVisible();
  await picture(first.page, 's-04-written-by');
  await first.page.goto(`${province.origin}/may`);
  // That it is there, and whose code opens it; not what stands in it.
  await expect(first.page.getByText('Còn 1 bản nháp của Cán bộ mẫu 1 trên máy này. Người đó nhập mã của mình là mở lại được.')).toBeVisible();
  await expect(first.page.getByText('Của người thứ nhất')).toHaveCount(0);
  await picture(first.page, 's-05-device');
  // How the last exchanges ended is kept: this page was opened long after that one.
  await expect(first.page.locator('.timeline').getByText('Đã gửi 1 mục')).toBeVisible();
  await first.page.getByText('Có gì mới').click();
  await picture(first.page, 's-06-news');

  // A new phone: the activation brings the unit's history back.
  const second = phone(await (await browser.newContext(phoneScreen)).newPage());
  await second.activate(province.origin, await province.invite('c01'));
  await second.page.goto(`${province.origin}/so-gui`);
  await expect(second.link(new RegExp(title)).first()).toBeVisible();
  await expect(second.page.getByRole('heading', { name: /Nháp/ })).toHaveCount(0);
});

test('when little room is left the phone says so in time, and what to do', async ({ newOfficer, browser, province }) => {
  const context = await browser.newContext(phoneScreen);
  // Chromium tells every page the same invented room (usage and 10 GB more), whatever quota is set: its answer is given here.
  const share = { used: 81 };
  await context.exposeFunction('roomUsed', () => share.used);
  await context.addInitScript(() => {
    const asked = window as unknown as { roomUsed: () => Promise<number> };
    navigator.storage.estimate = async () => ({ usage: (await asked.roomUsed()) * 1_000_000, quota: 100_000_000 });
  });
  const { page } = await newOfficer('c10', province.origin, context);
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByText('Máy sắp đầy')).toBeVisible();
  await picture(page, 's-07-nearly-full');
  await page.getByRole('link', { name: 'Xem Máy và dữ liệu' }).click();
  await expect(page.getByText('Sổ tay còn khoảng 19 MB.')).toBeVisible();
  await picture(page, 's-08-nearly-full-device');
  await expectAccessible(page, 'nearly-full-device');
  share.used = 79;
  await page.reload();
  await expect(page.getByText('79 MB')).toBeVisible();
  await expect(page.getByText('Máy sắp đầy')).toHaveCount(0);
  await context.close();
});

test('what the province publishes anew is shown beside what it was; a draft goes on in the version it was begun with', async ({ mortalProvince: province, browser }) => {
  const page = await (await browser.newContext(phoneScreen)).newPage();
  const officer = phone(page);
  await officer.activate(province.origin, province.firstCode);
  await officer.fillForm('24');
  await expect(page.getByText(/Đã tự lưu/)).toBeVisible();
  await province.publish('form/tuyen-duong', 'Số cá nhân được tuyên dương=>Số người được biểu dương');
  await province.publish('task/5', 'Tháng Công nhân năm 2020=>Tháng Công nhân lần thứ 12');
  await province.publish('occasion/e0519', '{"startsOn":"2020-05-20","endsOn":"2020-05-20"}');
  await page.goto(`${province.origin}/so-gui`);
  await officer.button('Gửi ngay').click();
  await officer.link('Chỉ đạo').click();
  await expect(page.getByText('Tỉnh cập nhật 3 mục')).toBeVisible();
  await picture(page, 's-09-news-of-directive');
  await expectAccessible(page, 'news-of-directive');
  await officer.link('Xem chỗ thay đổi').click();
  await expect(page.getByRole('heading', { name: /^Nhiệm vụ 5/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hình thức: Tuyên dương' })).toBeVisible();
  await picture(page, 's-10-changes');
  await expectAccessible(page, 'changes');
  await page.goto(`${province.origin}/chi-dao`);
  await expect(officer.link('Chỗ tỉnh thay đổi')).toBeVisible();
  await expect(page.getByText('Tỉnh cập nhật')).toHaveCount(0);
  await page.goto(`${province.origin}/chi-dao/thay-doi`);
  await expect(officer.title()).toHaveText('Chỗ tỉnh thay đổi');

  await page.goto(`${province.origin}/so-gui`);
  await page.locator('section').filter({ has: page.getByRole('heading', { name: /Nháp/ }) }).getByRole('link').first().click();
  await expect(page.getByLabel('Số cá nhân được tuyên dương', { exact: true })).toHaveValue('3');
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
});
