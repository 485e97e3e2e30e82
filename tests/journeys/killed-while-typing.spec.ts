/** What was typed outlives the browser; what was sent does not come back as a question. */
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

test('[kF3] words survive a phone that dies while they are typed, and nothing is asked again once they are sent', async ({ province, disk }) => {
  let page = await disk.open();
  let officer = phone(page);
  await officer.activate(province.origin, await province.invite('c02'));
  await officer.installed();

  // A second tab looks on: it reads what is on the disk, not what stands in the box.
  const watcher = await disk.context().newPage();
  await watcher.goto(`${province.origin}/so-gui`);
  await officer.tap(officer.link('Ghi hoạt động'));
  await page.getByLabel('Tên hoạt động').fill('');
  await page.getByLabel('Tên hoạt động').pressSequentially('Mít tinh giữa bản, đoàn viên đến đủ');
  await expect(watcher.getByText('Mít tinh giữa bản, đoàn viên đến đủ')).toBeVisible();
  await disk.kill();

  page = await disk.open({ offline: true });
  officer = phone(page);
  await page.goto(`${province.origin}/ghi`);
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue('Mít tinh giữa bản, đoàn viên đến đủ');
  await expect(page.getByText(/^Tiếp tục bản đang ghi \(lúc \d\d:\d\d\)$/)).toBeVisible();
  await picture(page, 'b-01-resumed');

  await officer.number('Số cá nhân được tuyên dương', '2');
  await officer.number('Số lượt người dự', '20');
  await officer.save();
  await disk.kill();

  page = await disk.open({ offline: true });
  await page.goto(`${province.origin}/ghi`);
  await expect(page.getByLabel('Số lượt người dự', { exact: true })).toHaveValue('');
  await expect(page.getByText(/Tiếp tục bản đang ghi/)).toHaveCount(0);
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Nháp/ })).toHaveCount(0);
});
