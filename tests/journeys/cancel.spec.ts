/** A record that should not count: cancelled by its unit without signal, seen as cancelled by everybody. */
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

test('a sent record is cancelled with a reason, without signal, and the desk sees why', async ({ newOfficer, newReviewer }) => {
  const officer = await newOfficer('c19');
  const { page } = officer;
  await officer.fillForm('24');
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 20_000 });
  await officer.link('Xem bản ghi').or(officer.link(/bản ghi/)).first().click();
  await expect(officer.title()).toHaveText(title);

  await page.context().setOffline(true);
  await officer.button('Hủy bản ghi này').click();
  await officer.button('Hủy bản ghi').click();
  await expect(page.getByText('Chưa ghi lý do.').first()).toBeVisible();
  await page.getByLabel('Lý do hủy').fill('Do đồng chí Lò Văn Pâng ghi nhầm');
  await officer.button('Hủy bản ghi').click();
  await expect(page.getByText(/có vẻ là tên người|Lò Văn Pâng/).first()).toBeVisible();
  await page.getByLabel('Lý do hủy').fill('Ghi nhầm ngày');
  await expect(page.getByText(/có vẻ là tên người|Lò Văn Pâng/)).toHaveCount(0);
  await picture(page, 'l-01-cancel');
  await officer.button('Hủy bản ghi').click();
  await expect(page.getByText('Đã hủy: “Ghi nhầm ngày”. Bản ghi không tính vào số liệu.')).toBeVisible();
  await expect(page.getByText('Chờ gửi', { exact: true })).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByText('Đã hủy', { exact: true }).first()).toBeVisible({ timeout: 25_000 });
  await picture(page, 'l-02-cancelled');
  const reviewer = await newReviewer('/ban?don-vi=c19');
  await reviewer.open(title);
  await expect(reviewer.record()).toContainText('Đơn vị đã hủy: “Ghi nhầm ngày”');
  await expect(reviewer.record()).toContainText('Mục đã hủy, không cần quyết định.');
  await expect(reviewer.button('Duyệt')).toHaveCount(0);
  await picture(reviewer.page, 'l-03-desk-cancelled');
});

test('the calendar of another year is computed on the phone, and goes into the phone’s own calendar', async ({ newOfficer }) => {
  const { page, link, button } = await newOfficer('c10');
  await link('Lịch').click();
  await expect(page.getByRole('heading', { name: 'Tháng 5/2020' })).toBeVisible();
  await picture(page, 'l-04-calendar');
  const [download] = await Promise.all([page.waitForEvent('download'), button(/\.ics/).click()]);
  expect(download.suggestedFilename()).toBe('lich-cong-doan-2020.ics');
});
