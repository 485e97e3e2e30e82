/** What the phone knows is not asked, and what was typed is not lost on the way back or when the phone is turned. */
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';

const sideways = { width: phoneScreen.viewport.height, height: phoneScreen.viewport.width };

test('[kF5] unit, day, task, kind and name are there when the form opens, and the next activity begins where the last one was', async ({ province, newOfficer }) => {
  const officer = await newOfficer('c03');
  const { page } = officer;
  await officer.tap(officer.link('Ghi hoạt động'));
  await expect(page.getByRole('radio', { name: /^Hôm nay/ })).toBeChecked();
  await expect(page.getByRole('group', { name: 'Hình thức' }).getByRole('radio', { checked: true })).toHaveCount(1);
  await expect(page.locator('#f-requirementId')).toContainText(/\d/);
  await expect(page.getByLabel('Tên hoạt động')).toHaveValue(/130 năm Ngày sinh Bác Hồ/);
  // Whose phone it is was settled by the code; how many members the unit has is in the province's list.
  await expect(page.getByLabel(/đơn vị|CĐCS|số đoàn viên|họ tên/i)).toHaveCount(0);
  const empty = await page.getByRole('textbox').evaluateAll((boxes) => boxes.filter((box) => (box as HTMLInputElement).value === '' && !/không bắt buộc/i.test(box.closest('.field')?.textContent ?? '')).length);
  expect(empty, 'boxes that have to be typed').toBeLessThanOrEqual(2);
  await officer.number('Số cá nhân được tuyên dương', '3');
  await officer.number('Số lượt người dự', '20');
  await officer.saveAnyway();

  // A form that was left goes on; “Ghi việc khác” begins another, and leaves the first as it was.
  await page.goto(`${province.origin}/ghi?moi`);
  await officer.text('Kết quả, ghi chú (không bắt buộc)', 'Việc thứ nhất');
  await expect(page.getByText(/^Đã tự lưu trên máy lúc/)).toBeVisible();
  await page.goto(`${province.origin}/ghi`);
  const note = page.getByLabel('Kết quả, ghi chú (không bắt buộc)');
  await expect(note).toHaveValue('Việc thứ nhất');
  await officer.link('Ghi việc khác').click();
  await expect(note).toHaveValue('');
  await expect(page.getByText(/Tiếp tục bản đang ghi/)).toHaveCount(0);
  await note.fill('Việc thứ hai');
  await expect(page.getByText(/^Đã tự lưu trên máy lúc/)).toBeVisible();
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('heading', { name: 'Nháp (2)' })).toBeVisible();

  // From a requirement of the directive: that very one, and nothing to choose.
  await page.goto(`${province.origin}/chi-dao/6`);
  await page.getByRole('link', { name: /^Ghi/ }).first().click();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await expect(page.locator('#f-requirementId')).toContainText('6');
  await expect(page.getByRole('radio', { name: /^Hôm nay/ })).toBeChecked();
  await expect(page.getByLabel('Tên hoạt động')).not.toHaveValue('');
});

test('[kF10] the back button and a turned phone lose nothing that was typed', async ({ province, newOfficer }) => {
  const officer = await newOfficer('c18');
  const { page } = officer;
  const name = page.getByLabel('Tên hoạt động');
  const people = page.getByLabel('Số lượt người dự', { exact: true });
  const note = page.getByLabel(/Kết quả, ghi chú/);
  await officer.tap(officer.link('Ghi hoạt động'));
  await name.fill('Hội thao giữa mùa mưa');
  await people.fill('11');
  await officer.choose(/Hôm qua/);
  // Turned in the very moment of typing, before anything was kept.
  await note.fill('Sân trơn, chuyển vào nhà văn hóa');
  await page.setViewportSize(sideways);
  await expectAll();
  await expect(note).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await picture(page, 'r-01-form-sideways');
  await page.setViewportSize(phoneScreen.viewport);
  await expectAll();

  // Back at once after the last letter.
  await people.fill('12');
  await page.goBack();
  await expect(officer.link('Ghi hoạt động')).toBeVisible();
  await expect(officer.link(/Hội thao giữa mùa mưa/)).toBeVisible();
  await page.goForward();
  await expect(people).toHaveValue('12');
  await expect(note).toHaveValue('Sân trơn, chuyển vào nhà văn hóa');
  await page.goBack();
  await officer.link(/Hội thao giữa mùa mưa/).click();
  await expect(people).toHaveValue('12');
  await expect(page.getByRole('radio', { name: /Hôm qua/ })).toBeChecked();

  // After the save the way back leads past the form: nothing can be sent a second time.
  await page.getByLabel('Số cá nhân được tuyên dương').fill('2');
  await officer.saveAnyway();
  await page.goBack();
  await expect(officer.title()).not.toHaveText('Ghi hoạt động');
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('link', { name: /Hội thao giữa mùa mưa/ })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: /^Nháp/ })).toHaveCount(0);

  async function expectAll(): Promise<void> {
    await expect(name).toHaveValue('Hội thao giữa mùa mưa');
    await expect(people).toHaveValue('11');
    await expect(note).toHaveValue('Sân trơn, chuyển vào nhà văn hóa');
    await expect(page.getByRole('radio', { name: /Hôm qua/ })).toBeChecked();
  }
});
