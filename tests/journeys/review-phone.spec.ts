/** A reviewer in the field: what waits, one record beside the directive, the decision without a signal, and its way back. */
import type { Locator, Page } from '@playwright/test';
import { aProgramme } from '../make/programme.ts';
import { deskScreen, phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid, themes } from './looks.ts';
import { phone } from './phone.ts';
import { photoFile } from './photo-file.ts';
import { picture } from './picture.ts';
import { aReport, reportPhone } from './report-phone.ts';

const meeting = {
  requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: '2020-05-14',
  title: 'Thăm hỏi đoàn viên ở điểm trường lẻ', figures: { beneficiaries: 4, beneficiaryWomen: 3, gifts: 4, valueK: 1200 }, note: '', link: '', confirmed: [],
};

const programmeTitle = 'Chương trình công tác năm 2020';
const row = (page: Page, text: string | RegExp): Locator => page.getByRole('main').getByRole('link').filter({ hasText: text });
const chip = (page: Page, name: string): Locator => page.getByRole('radio', { name }).locator('xpath=ancestor::label');

async function inThemes(page: Page, name: string): Promise<void> {
  for (const theme of themes) {
    // oxlint-disable-next-line no-await-in-loop -- one page, one theme after the other
    await page.evaluate((to) => { document.documentElement.dataset['theme'] = to; }, theme);
    // oxlint-disable-next-line no-await-in-loop -- the same
    await picture(page, theme === 'light' ? name : `${name}-${theme}`);
  }
  await page.evaluate(() => { document.documentElement.dataset['theme'] = 'light'; });
}

test('two decisions made without a signal outlive a killed page, reach their units, and what was mended is seen and approved', async ({ mortalProvince: province, newOfficer, disk }) => {
  test.slow();
  const officer = await newOfficer('c01', province.origin, undefined, province.firstCode);
  await officer.fillForm('20');
  await officer.page.getByLabel('Chọn ảnh', { exact: true }).setInputFiles([await photoFile(officer.page, 1)]);
  await expect(officer.page.locator('#f-photos').getByRole('button', { name: /^Ảnh 1 trong 1/ })).toBeVisible();
  await officer.saveAnyway();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await (await reportPhone(province, 'c02')).send('activity', meeting);

  let page = await disk.open();
  let reviewer = phone(page);
  await reviewer.activate(province.origin, await province.invite('u07'));
  await reviewer.installed();
  const home = page.getByRole('link', { name: /^Chờ xem \(\d+\)/ });
  await expect(home).toContainText('Mục cũ nhất gửi hôm nay');
  await picture(page, 'v-01-home');
  await expectAccessible(page, 'home of a reviewer');
  await home.click();
  await expect(reviewer.title()).toHaveText('Chờ xem');
  await expect(page.getByText('2 mục chờ xem · cũ nhất hôm nay')).toBeVisible();
  const withPhoto = row(page, '1 ảnh').last();
  await expect(withPhoto).toContainText('20 lượt người');
  await expect(withPhoto).toContainText('Tiểu học Huổi Sang');
  await inThemes(page, 'v-02-list');
  await expectAccessible(page, 'what waits');
  await expectWellLaid(page, 'what waits', 48);
  await expectReflow(page, 'what waits');

  await withPhoto.click();
  await expect(page.getByRole('tab', { name: 'Bản ghi' })).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: /^Ảnh 1 trong 1/ }).click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await page.keyboard.press('Escape');
  await inThemes(page, 'v-03-record');
  await expectAccessible(page, 'one record');
  await expectWellLaid(page, 'one record', 48);
  await expectReflow(page, 'one record');
  await page.getByRole('tab', { name: 'Chỉ đạo' }).click();
  await expect(page.locator('.directive-text mark').first()).toBeVisible();
  await picture(page, 'v-04-directive');
  await expectAccessible(page, 'the directive beside a record');

  await province.kill();
  await page.getByRole('link', { name: 'Trả lại' }).click();
  await expect(reviewer.title()).toHaveText(/^Trả lại: /);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByRole('alert')).toContainText('Chọn ít nhất một chỗ cần sửa.');
  await page.getByRole('checkbox', { name: /^Số lượt người dự/ }).check();
  await chip(page, 'Thiếu số người dự').click();
  await page.getByRole('textbox', { name: /Nói rõ thêm/ }).fill('Ghi cả người dự ở điểm bản');
  await expect(page.getByText('Số lượt người dự: Thiếu số người dự. Ghi cả người dự ở điểm bản')).toBeVisible();
  await inThemes(page, 'v-05-return');
  await expectAccessible(page, 'a return');
  await expectWellLaid(page, 'a return', 48);
  await expectReflow(page, 'a return');
  await expect(page.getByText(/^Đã tự lưu trên máy lúc/)).toBeVisible();
  const address = page.url();
  await disk.kill();

  page = await disk.open();
  reviewer = phone(page);
  await page.goto(address);
  await expect(page.getByRole('textbox', { name: /Nói rõ thêm/ })).toHaveValue('Ghi cả người dự ở điểm bản');
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('Đã lưu: trả lại.')).toBeVisible();
  await picture(page, 'v-06-undo');
  // Taken back, it is there as it was typed; and goes again.
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(page.getByRole('textbox', { name: /Nói rõ thêm/ })).toHaveValue('Ghi cả người dự ở điểm bản');
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('Trả lại · quyết định chờ gửi')).toBeVisible();

  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, meeting.title).click();
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(page.getByText('Đồng ý · quyết định chờ gửi')).toBeVisible();
  await disk.kill();

  page = await disk.open();
  reviewer = phone(page);
  await page.goto(`${province.origin}/`);
  // Before the first try it counts them, after it says that the network is weak; the tab counts them all the time.
  await expect(reviewer.strip()).toContainText(/2 mục chờ gửi|Mạng yếu, chưa gửi được/);
  await expect(page.getByRole('navigation').getByRole('link', { name: /Sổ gửi/ })).toContainText('2 mục');
  await page.goto(`${province.origin}/so-gui`);
  await expect(row(page, 'Quyết định đồng ý: Thăm hỏi đoàn viên ở điểm trường lẻ')).toContainText('Chờ gửi');
  await expect(row(page, 'Quyết định trả lại:')).toContainText('Tiểu học Huổi Sang');
  await expect(page.getByText('Bản ghi không đọc được')).toHaveCount(0);
  await picture(page, 'v-07-outbox');
  await expectAccessible(page, 'decisions in Sổ gửi');
  await page.goto(`${province.origin}/xet-duyet`);
  await expect(page.getByText('Quyết định chờ gửi (2)')).toBeVisible();
  await picture(page, 'v-08-queued');

  await province.start();
  await page.goto(`${province.origin}/so-gui`);
  await reviewer.button('Gửi ngay').click();
  await expect(row(page, 'Quyết định trả lại:')).toContainText('Tỉnh đã nhận');
  await expect(row(page, 'Quyết định đồng ý:')).toContainText(/U07-2020-/);

  await officer.page.goto(`${province.origin}/`);
  const task = officer.page.getByRole('link', { name: /^Bổ sung số lượt người dự/ });
  await expect(task).toContainText('LĐLĐ huyện Mường Nhé');
  await picture(officer.page, 'v-09-officer-home');
  await task.click();
  await expect(officer.page.getByText(/^đ\/c Cán bộ mẫu \d+, LĐLĐ huyện Mường Nhé$/)).toBeVisible();
  await officer.button('Sửa và gửi lại').click();
  await expect(officer.page.getByText('Thiếu số người dự. Ghi cả người dự ở điểm bản').first()).toBeVisible();
  await officer.number('Số lượt người dự', '36');
  await officer.button('Gửi bản bổ sung').click();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');

  // A person's act does not wait for the next try.
  await reviewer.button('Gửi ngay').click();
  await page.goto(`${province.origin}/xet-duyet`);
  await expect(row(page, 'Đã gửi bản bổ sung')).toBeVisible();
  await row(page, 'Đã gửi bản bổ sung').filter({ hasText: '36 lượt người' }).click();
  await expect(page.getByText('Số lượt người dự: 20 → 36')).toBeVisible();
  await picture(page, 'v-10-mended');
  await expectAccessible(page, 'what was mended');
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã duyệt')).toBeVisible();
  await officer.link('Xem bản ghi').click();
  await officer.page.reload();
  await expect(officer.page.getByText('LĐLĐ huyện Mường Nhé duyệt').first()).toBeVisible();
  await picture(officer.page, 'v-11-officer-approved');
});

test('one programme approved and another returned at one item without a signal; the unit’s phone opens at that item, and what was mended is approved', async ({ mortalProvince: province, newOfficer, disk }) => {
  test.slow();
  const officer = await newOfficer('c01', province.origin, undefined, province.firstCode);
  const sendProgramme = async (): Promise<void> => {
    await officer.link('Xem lại và gửi').click();
    await officer.page.getByRole('checkbox').check();
    await officer.button('Gửi chương trình năm 2020').click();
    await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  };
  await officer.page.goto(`${province.origin}/chuong-trinh`);
  await sendProgramme();
  await (await reportPhone(province, 'c02')).send('programme', aProgramme('c02'));

  let page = await disk.open();
  let reviewer = phone(page);
  await reviewer.activate(province.origin, await province.invite('u07'));
  await reviewer.installed();
  await page.getByRole('link', { name: /^Chờ xem \(2\)/ }).click();
  await expect(row(page, programmeTitle)).toHaveCount(2);
  await expect(row(page, programmeTitle).first()).toContainText(/\d\d việc/);
  await picture(page, 'v-19-programmes');
  await row(page, 'Tiểu học Huổi Sang').click();
  await expect(page.getByRole('tab', { name: 'Chương trình' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^Chương trình có \d\d việc\.$/)).toBeVisible();
  await inThemes(page, 'v-20-programme');
  await expectAccessible(page, 'one programme');
  await expectWellLaid(page, 'one programme', 48);
  await expectReflow(page, 'one programme');
  await page.getByRole('tab', { name: 'Chỉ đạo' }).click();
  await expect(page.locator('.asked', { hasText: 'C.1' })).toBeVisible();

  await province.kill();
  await page.getByRole('link', { name: 'Trả lại' }).click();
  await page.locator('[id="pick-items.8.5"]').check();
  await chip(page, 'Thời gian chưa hợp lý').click();
  await page.getByRole('textbox', { name: /Nói rõ thêm/ }).fill('Dời sang mùa khô');
  await expect(page.getByText(/bóng chuyền.*: Thời gian chưa hợp lý\. Dời sang mùa khô/)).toBeVisible();
  await page.locator('[id="pick-items.8.5"]').scrollIntoViewIfNeeded();
  await picture(page, 'v-21-programme-return');
  await expectAccessible(page, 'a return of a programme');
  await expectWellLaid(page, 'a return of a programme', 48);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('Trả lại · quyết định chờ gửi')).toBeVisible();
  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, programmeTitle).first().click();
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(page.getByText('Đồng ý · quyết định chờ gửi')).toBeVisible();
  await disk.kill();

  page = await disk.open();
  reviewer = phone(page);
  await page.goto(`${province.origin}/xet-duyet`);
  await expect(page.getByText('Quyết định chờ gửi (2)')).toBeVisible();
  await picture(page, 'v-22-programmes-queued');
  await province.start();
  await page.goto(`${province.origin}/so-gui`);
  await reviewer.button('Gửi ngay').click();
  await expect(row(page, 'Quyết định trả lại:')).toContainText('Tỉnh đã nhận');
  await expect(row(page, 'Quyết định đồng ý:')).toContainText('Tỉnh đã nhận');

  await officer.page.goto(`${province.origin}/`);
  await officer.page.getByRole('link', { name: /^Bổ sung: Chương trình công tác năm 2020/ }).click();
  await expect(officer.title()).toHaveText('Việc 8.5');
  await expect(officer.page.getByText('Thời gian chưa hợp lý. Dời sang mùa khô')).toBeVisible();
  await officer.button('Tháng 3').click();
  await officer.link('Xong, về danh sách').click();
  await sendProgramme();

  await reviewer.button('Gửi ngay').click();
  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, 'Đã gửi bản bổ sung').click();
  await expect(page.getByText(/bóng chuyền.*: .+ → Tháng 3 · /)).toBeVisible();
  await picture(page, 'v-23-programme-mended');
  await expectAccessible(page, 'what was mended of a programme');
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã duyệt')).toBeVisible();
  await officer.page.goto(`${province.origin}/chuong-trinh`);
  await expect(officer.page.getByText('LĐLĐ huyện Mường Nhé duyệt').first()).toBeVisible();
});

test('[kC9] of two reviewers who read one edition the second is told who was first, and decides nothing twice', async ({ mortalProvince: province, browser, newOfficer }) => {
  await (await reportPhone(province, 'c02')).send('activity', meeting);
  const first = await newOfficer('u07', province.origin, undefined, await province.invite('u07'));
  const context = await browser.newContext(phoneScreen);
  const second = await newOfficer('u07', province.origin, context, await province.invite('u07'));
  await second.page.goto(`${province.origin}/xet-duyet`);
  await row(second.page, meeting.title).click();
  await context.setOffline(true);
  await first.page.goto(`${province.origin}/xet-duyet`);
  await row(first.page, meeting.title).click();
  await first.page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(first.page.getByText('LĐLĐ huyện Mường Nhé đã duyệt')).toBeVisible();

  await second.page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(second.page.getByText('Đồng ý · quyết định chờ gửi')).toBeVisible();
  await context.setOffline(false);
  await expect(second.page.getByText('Quyết định của đồng chí không được tính')).toBeVisible();
  await expect(second.page.getByText(/^LĐLĐ huyện Mường Nhé đã quyết định trước \(đ\/c Cán bộ mẫu \d+\)\.$/)).toBeVisible();
  await picture(second.page, 'v-12-second');
  await expectAccessible(second.page, 'a decision that came second');
  await second.page.goto(`${province.origin}/so-gui`);
  await expect(row(second.page, 'Quyết định đồng ý:').filter({ hasText: 'LĐLĐ huyện Mường Nhé đã quyết định trước' })).toContainText('Không được tính');
  await context.close();
});

test('[kA8] on a PC the record and the directive stand side by side, J and K go on, and a report that was added up is opened with a reason', async ({ mortalProvince: province, browser, newOfficer }) => {
  test.slow();
  const officer = await newOfficer('c02', province.origin, undefined, await province.invite('c02'));
  const unit = await reportPhone(province, 'c02');
  const report = await unit.send('report', aReport('c02', '2020-q1', [], { tasks: { '2': 'Công đoàn đã thăm hỏi 4 lượt đoàn viên ở điểm trường lẻ.' } }));
  await unit.send('activity', meeting);
  const context = await browser.newContext(deskScreen);
  const reviewer = await newOfficer('u07', province.origin, context, await province.invite('u07'));
  const { page } = reviewer;
  await page.goto(`${province.origin}/xet-duyet/dia-ban`);
  await expect(page.getByText('Báo cáo quý I 2020: đã nộp 1/4')).toBeVisible();
  await picture(page, 'v-13-units-pc');
  await page.setViewportSize(phoneScreen.viewport);
  await picture(page, 'v-14-units');
  await expectAccessible(page, 'units below');
  await expectWellLaid(page, 'units below', 48);
  await expectReflow(page, 'units below');
  await page.getByRole('button', { name: /^Nhắn Zalo cho/ }).first().click();
  await expect(page.getByRole('main')).toContainText(/Kính gửi CĐCS .+: báo cáo quý I 2020 có hạn/);
  await page.setViewportSize(deskScreen.viewport);

  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, 'Báo cáo định kỳ').click();
  await expect(page.getByRole('tabpanel')).toHaveCount(2);
  await expect(page.getByText('Phần tổ chức thực hiện')).toBeVisible();
  await expect(page.getByText('Công đoàn đã thăm hỏi 4 lượt đoàn viên ở điểm trường lẻ.')).toBeVisible();
  await picture(page, 'v-15-report-pc');
  await expectAccessible(page, 'a report on a PC');
  const here = page.url();
  await page.keyboard.press('j');
  await expect(page).not.toHaveURL(here);
  // The page that was just turned to takes keys once it stands.
  await expect(async () => {
    await page.keyboard.press('k');
    await expect(page).toHaveURL(here, { timeout: 1_000 });
  }).toPass();
  await page.getByRole('checkbox', { name: 'Phím J, K' }).uncheck();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(here);

  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã duyệt')).toBeVisible();
  await (await reportPhone(province, 'u07')).send('report', aReport('u07', '2020-q1', [], { reports: { [report.recordId]: 1 } }));
  await page.reload();
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã tổng hợp báo cáo này')).toBeVisible();
  await officer.page.goto(`${province.origin}/so-gui`);
  await expect(row(officer.page, 'Báo cáo quý I 2020')).toContainText('Đã tổng hợp');
  await officer.page.goto(`${province.origin}/bao-cao/2020-q1`);
  await expect(officer.page.getByText('LĐLĐ huyện Mường Nhé đã tổng hợp báo cáo này')).toBeVisible();
  await expect(officer.button('Sửa và gửi lại')).toHaveCount(0);
  await picture(officer.page, 'v-16-locked');

  await page.getByRole('button', { name: 'Mở khóa để sửa' }).click();
  await page.getByRole('button', { name: 'Mở khóa', exact: true }).click();
  await expect(page.getByText('Ghi lý do trong một câu, ví dụ: đơn vị gửi bổ sung một hoạt động.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Lý do mở khóa' }).fill('Đơn vị gửi bổ sung một hoạt động');
  await expect(page.getByText('Ghi lý do trong một câu')).toHaveCount(0);
  await picture(page, 'v-17-unlock-pc');
  await expectAccessible(page, 'opening a locked report');
  // A wet thumb taps twice: it is one decision.
  await page.getByRole('button', { name: 'Mở khóa', exact: true }).dblclick();
  await expect(page.getByText('Quyết định mở khóa chờ gửi.')).toBeVisible();
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã tổng hợp báo cáo này')).toHaveCount(0);
  await officer.page.reload();
  await expect(officer.page.getByText('Lý do: “Đơn vị gửi bổ sung một hoạt động”. Sửa rồi gửi lại được.')).toBeVisible();
  await picture(officer.page, 'v-18-opened');
  await page.goto(`${province.origin}/so-gui`);
  await expect(row(page, /^Quyết định mở khóa:/)).toHaveCount(1);
  await context.close();
});
