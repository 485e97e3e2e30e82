/** What was decided or edited in vain: nothing typed is lost, and there is a way on. */
import type { Locator, Page } from '@playwright/test';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid } from './looks.ts';
import { picture } from './picture.ts';
import { aReport, reportPhone } from './report-phone.ts';

const visit = {
  requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: '2020-05-14',
  title: 'Thăm hỏi đoàn viên ở điểm trường lẻ', figures: { beneficiaries: 4, beneficiaryWomen: 3, gifts: 4, valueK: 1200 }, note: '', link: '', confirmed: [],
};
/** The unit has chosen another form, which knows no gifts. */
const meeting = { ...visit, formId: 'sinh-hoat', title: 'Sinh hoạt ở điểm trường lẻ', figures: { attendances: 12, sessions: 1, women: 9 } };

const row = (page: Page, text: string | RegExp): Locator => page.getByRole('main').getByRole('link').filter({ hasText: text });
const chip = (page: Page, name: string): Locator => page.getByRole('radio', { name }).locator('xpath=ancestor::label');

test('[L2] the words of a return that came too late are shown, begin a new one of the newer edition, and one whose place is gone is dropped', async ({ mortalProvince: province, browser, newOfficer }) => {
  test.slow();
  const unit = await reportPhone(province, 'c02');
  const { recordId } = await unit.send('activity', visit);
  const context = await browser.newContext(phoneScreen);
  const reviewer = await newOfficer('u07', province.origin, context, await province.invite('u07'));
  const { page } = reviewer;
  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, visit.title).click();
  await context.setOffline(true);
  await page.getByRole('link', { name: 'Trả lại' }).click();
  await page.getByRole('checkbox', { name: /^Tên hoạt động/ }).check();
  await chip(page, 'Ghi chưa rõ').click();
  await page.getByRole('textbox', { name: /Nói rõ thêm/ }).fill('Nêu tên điểm trường');
  await page.getByRole('checkbox', { name: /^Số suất quà/ }).check();
  await page.locator('[id="words-gifts"]').fill('Chưa khớp với danh sách nhận');
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('Trả lại · quyết định chờ gửi')).toBeVisible();
  await unit.send('activity', meeting, { recordId, base: { edition: 1 } });

  await context.setOffline(false);
  await page.getByRole('button', { name: 'Xem bản mới' }).click();
  await expect(page.getByText('Quyết định của đồng chí không được tính')).toBeVisible();
  await expect(page.getByText('Tên hoạt động: Ghi chưa rõ. Nêu tên điểm trường')).toBeVisible();
  await expect(page.getByText(/Chưa khớp với danh sách nhận$/)).toBeVisible();
  await picture(page, 'y-01-not-counted');
  await expectAccessible(page, 'a return that was not counted');
  await expectWellLaid(page, 'a return that was not counted', 48);
  await page.getByRole('button', { name: 'Trả lại theo bản mới' }).click();
  await expect(reviewer.title()).toHaveText(`Trả lại: ${meeting.title}`);
  await expect(page.getByRole('radio', { name: 'Ghi chưa rõ' }).first()).toBeChecked();
  await expect(page.getByRole('textbox', { name: /Nói rõ thêm/ }).first()).toHaveValue('Nêu tên điểm trường');
  await expect(page.locator('[id="words-gifts"]')).toHaveValue('Chưa khớp với danh sách nhận');
  await page.getByRole('heading', { name: 'Chỗ khác đã ghi lời' }).evaluate((heading) => heading.scrollIntoView({ block: 'center' }));
  await picture(page, 'y-02-return-again');
  await expectAccessible(page, 'a return that begins again');
  await expectReflow(page, 'a return that begins again');
  await page.locator('[id="pick-gifts"]').click();
  await expect(page.locator('[id="pick-gifts"]')).toHaveCount(0);
  await expect(page.getByText('Chỗ khác đã ghi lời')).toHaveCount(0);
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã trả lại')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Quyết định của đồng chí không được tính')).toHaveCount(0);
  await context.close();
});

test('a newer edition that comes while the return is written is told there; the typed words stay, and nothing goes for words unread', async ({ mortalProvince: province, browser, newOfficer }) => {
  const unit = await reportPhone(province, 'c02');
  const { recordId } = await unit.send('activity', visit);
  const context = await browser.newContext(phoneScreen);
  const { page } = await newOfficer('u07', province.origin, context, await province.invite('u07'));
  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, visit.title).click();
  await context.setOffline(true);
  await unit.send('activity', { ...visit, title: 'Thăm hỏi đoàn viên ở Nậm Vì' }, { recordId, base: { edition: 1 } });
  await page.getByRole('link', { name: 'Trả lại' }).click();
  await page.getByRole('checkbox', { name: /^Số suất quà/ }).check();
  await page.locator('[id="words-gifts"]').fill('Chưa khớp với danh sách nhận');
  await context.setOffline(false);
  await expect(page.getByText('Đơn vị vừa gửi bản mới.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Trả lại để bổ sung' })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /Thăm hỏi đoàn viên ở điểm trường lẻ/ })).toBeVisible();
  await page.getByRole('button', { name: 'Xem bản mới' }).click();
  await expect(page.getByRole('checkbox', { name: /Thăm hỏi đoàn viên ở Nậm Vì/ })).toBeVisible();
  await expect(page.locator('[id="words-gifts"]')).toHaveValue('Chưa khớp với danh sách nhận');
  await expect(page.getByRole('button', { name: 'Trả lại để bổ sung' })).toBeVisible();
  await context.close();
});

test('of two tabs on one return the second is told that the first has decided, and its words are still there', async ({ mortalProvince: province, browser, newOfficer }) => {
  await (await reportPhone(province, 'c02')).send('activity', visit);
  const context = await browser.newContext(phoneScreen);
  const { page } = await newOfficer('u07', province.origin, context, await province.invite('u07'));
  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, visit.title).click();
  await page.getByRole('link', { name: 'Trả lại' }).click();
  await context.setOffline(true);
  const other = await context.newPage();
  await other.goto(page.url());
  for (const [tab, words] of [[page, 'Lời ở thẻ thứ nhất'], [other, 'Lời ở thẻ thứ hai']] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one tab after the other
    await tab.getByRole('checkbox', { name: /^Tên hoạt động/ }).check();
    // oxlint-disable-next-line no-await-in-loop -- the same
    await tab.getByRole('textbox', { name: /Nói rõ thêm/ }).fill(words);
  }
  await page.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
  await expect(page.getByText('Trả lại · quyết định chờ gửi')).toBeVisible();
  await expect(other.getByText('Mục này không còn chờ quyết định. Lời đã ghi vẫn giữ trên máy.')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Trả lại để bổ sung' })).toHaveCount(0);
  await expect.poll(() => other.evaluate(draftCount)).toBe(1);
  await other.reload();
  await expect(other.getByRole('textbox', { name: /Nói rõ thêm/ })).toHaveValue('Lời ở thẻ thứ hai');
  await other.goto(`${province.origin}/so-gui`);
  await expect(row(other, /^Quyết định trả lại:/)).toHaveCount(1);
  await context.close();
});

test('after a decision the foot takes no tap for a moment: what stands under the thumb by then was not meant', async ({ mortalProvince: province, newOfficer }) => {
  const unit = await reportPhone(province, 'c02');
  await unit.send('activity', visit);
  await unit.send('activity', { ...meeting, heldOn: '2020-05-13' });
  const { page } = await newOfficer('u07', province.origin, undefined, await province.invite('u07'));
  await page.goto(`${province.origin}/xet-duyet`);
  await row(page, visit.title).click();
  const approve = page.getByRole('button', { name: 'Đồng ý' });
  await expect(page.locator('.review-foot.is-still')).toHaveCount(0);
  const box = await approve.boundingBox();
  if (!box) throw new Error('no button');
  // What a second tap at the same place would meet, at the very moment when the foot has changed.
  const met = page.evaluate(([x, y]) => new Promise<string>((resolve) => {
    new MutationObserver((_changes, observer) => {
      const foot = document.querySelector('.review-foot');
      if (foot?.textContent?.includes('Đồng ý') !== false) return;
      observer.disconnect();
      resolve(document.elementFromPoint(x, y)?.closest('button, a, .review-foot')?.className ?? 'nothing');
    }).observe(document.body, { childList: true, subtree: true });
  }), [box.x + box.width / 2, box.y + box.height / 2] as const);
  await approve.click();
  expect(await met).toBe('foot review-foot is-still');
  await expect(page.locator('.review-foot.is-still')).toHaveCount(0);
  await page.getByRole('region', { name: 'Quyết định' }).getByRole('button', { name: 'Mục kế tiếp' }).last().click();
  await expect(page.getByText(meeting.title).first()).toBeVisible();
});

test('[L2] an edit that came after the report was added up is given up: what was received stands, and the edit may be taken back', async ({ mortalProvince: province, browser, newOfficer }) => {
  test.slow();
  const report = await (await reportPhone(province, 'c02')).send('report', aReport('c02', '2020-q1'));
  const context = await browser.newContext(phoneScreen);
  const officer = await newOfficer('c02', province.origin, context, await province.invite('c02'));
  const { page } = officer;
  await page.goto(`${province.origin}/bao-cao/2020-q1`);
  await officer.button('Sửa và gửi lại').click();
  await officer.link('IV. Phương hướng, nhiệm vụ').click();
  await officer.text('Nội dung', 'Tổ chức thêm một buổi ở điểm bản.');
  await officer.link('Xong, về danh sách').click();
  await officer.link('Xem lại và gửi').click();
  await context.setOffline(true);
  await page.getByRole('checkbox').check();
  await officer.button(/^Gửi báo cáo/).click();
  const anyway = officer.button('Đúng, gửi báo cáo');
  await expect(anyway.or(page.getByText('Đã lưu trên máy')).first()).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
  await expect(officer.title()).toHaveText('Đã lưu trên máy');

  const reviewer = await newOfficer('u07', province.origin, undefined, await province.invite('u07'));
  await reviewer.page.goto(`${province.origin}/xet-duyet/${report.recordId}`);
  await reviewer.page.getByRole('button', { name: 'Đồng ý' }).click();
  await expect(reviewer.page.getByText('LĐLĐ huyện Mường Nhé đã duyệt')).toBeVisible({ timeout: 30_000 });
  await (await reportPhone(province, 'u07')).send('report', aReport('u07', '2020-q1', [], { reports: { [report.recordId]: 1 } }));

  await context.setOffline(false);
  await page.goto(`${province.origin}/so-gui`);
  await officer.button('Gửi ngay').click();
  await expect(row(page, 'Báo cáo quý I 2020')).toContainText('Cấp trên đã tổng hợp, bản sửa không được nhận', { timeout: 30_000 });
  await page.goto(`${province.origin}/bao-cao/2020-q1`);
  await expect(page.getByText('LĐLĐ huyện Mường Nhé đã tổng hợp báo cáo này')).toBeVisible();
  await expect(page.getByText('Bản tỉnh đã nhận vẫn giữ nguyên. Bản gửi sau đó không được nhận.')).toBeVisible();
  await expect(page.getByText(/gọi LĐLĐ huyện Mường Nhé xin mở khóa/)).toBeVisible();
  await picture(page, 'y-03-refused-for-lock');
  await expectAccessible(page, 'an edit refused for a lock');
  await expectWellLaid(page, 'an edit refused for a lock', 44);
  await officer.button('Bỏ bản sửa này').click();
  await expect(page.getByText('Đã tổng hợp', { exact: true })).toBeVisible();
  await expect(page.getByText('Tổ chức thêm một buổi ở điểm bản.')).toHaveCount(0);
  await expect(page.getByText('Bản sửa đã bỏ vẫn còn trên máy.')).toBeVisible();
  await picture(page, 'y-04-given-up');
  await page.reload();
  await officer.button('Lấy lại bản sửa').click();
  await expect(page.getByText('Tổ chức thêm một buổi ở điểm bản.')).toBeVisible();
  await expect(officer.button('Bỏ bản sửa này')).toBeVisible();
  await context.close();
});

/** In the page: what lies on the shelf of drafts. */
function draftCount(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('so-tay-notebook');
    opening.addEventListener('error', () => reject(opening.error ?? new Error('not opened')));
    opening.addEventListener('success', () => {
      const counting = opening.result.transaction('drafts').objectStore('drafts').count();
      counting.addEventListener('success', () => {
        opening.result.close();
        resolve(counting.result);
      });
    });
  });
}
