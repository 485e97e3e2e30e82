/** Periodic reports at the desk: who has sent, each number with its activities, the return by line, approval, the sum. */
import { readFileSync } from 'node:fs';
import { Activity } from '../../src/domain/activity.ts';
import type { RecordId } from '../../src/domain/id.ts';
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';
import { aReport, reportPhone } from './report-phone.ts';

const visit = {
  requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: '2020-02-10',
  title: 'Thăm hỏi đoàn viên ở điểm trường lẻ', figures: { beneficiaries: 4, beneficiaryWomen: 3, gifts: 4, valueK: 1200 }, note: '', link: '', confirmed: [],
};

test('a report is read line by line, returned at its lines, comes back mended, is approved, and enters the sum', async ({ province, newReviewer }) => {
  const phone = await reportPhone(province, 'c05');
  const activity = await phone.send('activity', visit);
  const counted = { recordId: activity.recordId as RecordId, edition: 1, state: 'received' as const, activity: Activity.parse(visit) };
  const first = aReport('c05', '2020-q1', [counted], { tasks: { '2': 'Công đoàn đã thăm hỏi 4 lượt đoàn viên ở điểm trường lẻ, trao 4 suất quà trị giá 1,2 triệu đồng.' } });
  const line = first.lines['I1.05'];
  const wrong = { ...first, lines: { ...first.lines, 'I1.05': { ...line, computed: 0, value: 3, reason: 'Ghi sót hai hội nghị ở điểm bản' } } };
  const report = await phone.send('report', wrong);
  await (await reportPhone(province, 'c06')).send('report', aReport('c06', '2020-q1'));

  const { page, record, held, button, pictures } = await newReviewer();
  await page.getByRole('link', { name: 'Báo cáo định kỳ' }).click();
  await expect(page).toHaveURL(/muc=bao-cao/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Báo cáo định kỳ');
  await expect(page.getByRole('combobox', { name: 'Kỳ' })).toHaveValue('2020-q1');
  await expect(page.getByRole('region', { name: /Chưa nộp báo cáo Quý I 2020/ })).toContainText('Chưa kích hoạt máy nào');
  await picture(page, 's-01-report-list');

  const row = page.getByRole('row').filter({ has: page.locator(`[data-record="${report.recordId}"]`) });
  await expect(row).toContainText('1 số điều chỉnh');
  await row.getByRole('link').click();
  await expect(record().getByRole('heading', { level: 2 })).toHaveText('Quý I 2020');
  await expect(record()).toContainText('Điều chỉnh: Ghi sót hai hội nghị ở điểm bản');
  await record().getByText('Từ 1 hoạt động').first().click();
  await expect(record().getByRole('link', { name: '10/02: Thăm hỏi đoàn viên ở điểm trường lẻ' }).first()).toBeVisible();
  await pictures('s-02-report-open');

  await button('Trả lại').click();
  await record().locator('[id="pick-I1.05"]').check();
  await record().locator('[id="pick-direction"]').check();
  await expect(record().getByRole('group', { name: /Chỗ cần sửa/ })).toHaveCount(2);
  for (const [at, reason] of ['Số liệu chưa khớp', 'Ghi chưa rõ'].entries()) {
    await record().getByRole('group', { name: /Chỗ cần sửa/ }).nth(at).getByRole('radio', { name: reason }).locator('xpath=ancestor::label').click();
  }
  await picture(page, 's-03-report-return');
  await button('Trả lại để bổ sung').click();
  await expect(held()).toContainText('Sẽ trả lại');
  // Another part of the desk opens: what is held goes now instead of being forgotten.
  await page.getByRole('link', { name: 'Hoạt động đã nhận' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Hoạt động đã nhận');
  await page.goBack();
  await expect(record()).toContainText('Đã trả lại bản 1');
  await expect(record()).toContainText('Số liệu chưa khớp');

  await phone.send('report', { ...wrong, lines: { ...wrong.lines, 'I1.05': { ...line, computed: 0, value: 2, reason: 'Ghi sót một hội nghị ở hai điểm bản' } } }, { recordId: report.recordId, base: { edition: 1 } });
  await button('Tải lại').click();
  await page.reload();
  await expect(record()).toContainText('3 → 2');
  await picture(page, 's-04-report-mended');
  await row.getByRole('link').focus();
  await page.keyboard.press('d');
  await expect(held()).toContainText('Sẽ duyệt');
  await expect(row).toContainText('Đã duyệt');

  await page.getByRole('link', { name: 'Tổng hợp số liệu' }).click();
  await page.getByRole('combobox', { name: 'Tổng hợp của' }).selectOption('u08');
  await expect(page.getByRole('status').first()).toContainText(/^Cộng 1\/\d+ báo cáo đã duyệt/);
  await expect(page.getByRole('link', { name: /\(Chờ duyệt\)$/ })).toBeVisible();
  await expect(page.getByText('Chưa nộp (1)')).toBeVisible();
  await pictures('s-05-report-sum');
  const [file] = await Promise.all([page.waitForEvent('download'), button('Tải bảng tính').click()]);
  expect(file.suggestedFilename()).toBe('tong-hop-2020-q1-u08.xlsx');
  expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK');
  // On paper stands the table alone, whole, not the piece of it that the screen had room for.
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('navigation', { name: 'Danh sách theo trạng thái' })).toBeHidden();
  await expect(button('In')).toBeHidden();
  await expect(page.getByRole('table', { name: 'Tổng hợp số liệu' })).toBeVisible();
  const height = await page.evaluate(() => ({ page: document.documentElement.scrollHeight, table: document.querySelector('.sum-table')?.scrollHeight ?? 0 }));
  expect(height.page).toBeGreaterThanOrEqual(height.table);
  await picture(page, 's-07-report-sum-print');
});

test('units that owe a report are found by state, unit and words, and the address may be copied', async ({ newReviewer }) => {
  const { page } = await newReviewer('/ban?muc=bao-cao&trang-thai=chua-nop');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chưa nộp');
  const rows = page.getByRole('region', { name: /Chưa nộp báo cáo/ }).getByRole('row');
  await expect(rows.nth(2)).toBeVisible();
  await page.getByRole('searchbox').fill('huoi sang');
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/tim=huoi/);
  await picture(page, 's-06-report-missing');
  await page.getByRole('combobox', { name: 'Kỳ' }).selectOption('2020-h1');
  await expect(page).toHaveURL(/ky=2020-h1/);
  await expect(rows.nth(1)).toContainText(/Còn \d+ ngày/);
});

test('a report that an upper union has added up says so, and is opened with a reason', async ({ province, newReviewer }) => {
  const report = await (await reportPhone(province, 'c03')).send('report', aReport('c03', '2020-q1'));
  const { page, record, held, button } = await newReviewer(`/ban?muc=bao-cao&ky=2020-q1&xem=${report.recordId}`);
  await button('Duyệt').click();
  await expect(held()).toContainText('Sẽ duyệt');
  await expect(record()).toContainText('Đã duyệt bản 1');
  const sum = await (await reportPhone(province, 'u07')).send('report', aReport('u07', '2020-q1', [], { reports: { [report.recordId]: 1 } }));
  await page.reload();
  await expect(record()).toContainText('LĐLĐ huyện Mường Nhé đã tổng hợp báo cáo này');
  await record().getByRole('link', { name: 'Mở báo cáo tổng hợp' }).click();
  await expect(page).toHaveURL(new RegExp(`xem=${sum.recordId}`));
  await expect(record()).toContainText('Cộng từ 1/4 đơn vị');
  await page.goBack();
  await button('Mở khóa để sửa').click();
  await button('Mở khóa').click();
  const reason = page.getByRole('textbox', { name: 'Lý do mở khóa' });
  await expect(reason).toHaveAccessibleDescription(/ví dụ: đơn vị gửi bổ sung một hoạt động/);
  await reason.fill('Đơn vị gửi bổ sung một hoạt động');
  await expect(reason).not.toHaveAttribute('aria-invalid', 'true');
  await picture(page, 's-08-report-locked');
  await button('Mở khóa').click();
  await expect(record()).toContainText('LĐLĐ tỉnh Điện Biên đã mở khóa: “Đơn vị gửi bổ sung một hoạt động”');
});
