/** More than one phone, and phones that are not as they should be. */
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

test('[kO10] two phones of one unit that mend the same record see both versions, choose field by field, and lose neither', async ({ province, newOfficer, newReviewer }) => {
  test.setTimeout(120_000);
  const one = await newOfficer('c06');
  const other = await newOfficer('c06');
  await one.fillForm('20');
  await one.save();
  await expect(one.title()).toHaveText('Tỉnh đã nhận');
  await other.page.goto(`${province.origin}/so-gui`);
  await expect(other.link(new RegExp(title))).toBeVisible();

  for (const [officer, people] of [[one, '21'], [other, '25']] as const) {
    await officer.page.goto(`${province.origin}/so-gui`);
    await officer.link(new RegExp(title)).click();
    await officer.page.context().setOffline(true);
    await officer.button('Sửa bản ghi').click();
    await officer.page.getByLabel('Số lượt người dự', { exact: true }).fill(people);
    await officer.button('Gửi bản bổ sung').click();
    await expect(officer.title()).toHaveText('Đã lưu trên máy');
  }
  await one.page.context().setOffline(false);
  await expect(one.title()).toHaveText('Tỉnh đã nhận');
  await other.page.context().setOffline(false);
  await other.link('Xem bản ghi').click();
  await expect(other.page.getByText('Có hai bản khác nhau', { exact: true })).toBeVisible();
  const choice = other.page.getByRole('group', { name: 'Số lượt người dự' });
  await expect(choice.getByRole('radio', { name: /25\s*Bản trên máy này/ })).toBeChecked();
  await expect(choice.getByRole('radio', { name: /21\s*Bản tỉnh đang giữ/ })).not.toBeChecked();
  await picture(other.page, 'k-01-two-versions');
  await other.button('Gửi bản đã chọn').click();
  await expect(other.title()).toHaveText('Tỉnh đã nhận');

  const reviewer = await newReviewer('/ban?don-vi=c06');
  await expect(reviewer.rows(title)).toHaveCount(1);
  await reviewer.open(title);
  await expect(reviewer.record()).toContainText(/21.* → 25/);
  await expect(reviewer.record()).toContainText(/20.* → 21/);
  await expect(reviewer.record()).toContainText('Giữ riêng một bản gửi cùng lúc');
  await picture(reviewer.page, 'k-02-desk-history');
});

test('a phone that was taken off the list keeps its records, says so, and what it still sends is put aside, not lost', async ({ mortalProvince: province, newOfficer }) => {
  const officer = await newOfficer('c01', province.origin, undefined, province.firstCode);
  const { devices } = (await province.command('device', 'list')) as { devices: readonly { id: string; unitId: string; activatedAt: string }[] };
  // The sample has devices of its own, one a unit; the latest is this phone.
  const [mine] = devices.filter(({ unitId }) => unitId === 'c01').toSorted((one, next) => next.activatedAt.localeCompare(one.activatedAt));
  await province.command('device', 'revoke', mine?.id ?? 'none');
  await officer.fillForm('20');
  await officer.save();
  await officer.link('Xem bản ghi').click();
  await expect(officer.page.getByText('Máy này không còn quyền gửi, gọi LĐLĐ tỉnh')).toBeVisible();
  await expect(officer.page.getByText('Tỉnh để riêng, máy này không còn quyền gửi')).toBeVisible();
  await expect(officer.title()).toHaveText(title);
  // The province has taken its lists off this phone; what the officer wrote stands in words all the same.
  await expect(officer.page.getByRole('main')).not.toContainText(/e0519|tuyen-duong|attendances/);
  await expect(officer.page.getByRole('main')).toContainText('20');
  await picture(officer.page, 'k-03-revoked');
});

for (const [years, unitId, words] of [[-1, 'c20', 'behind'], [1, 'c23', 'ahead']] as const) {
  test(`[kO14] a phone whose clock is a year ${words} records for the right day, and is received`, async ({ browser, newOfficer, newReviewer }) => {
    const context = await browser.newContext(phoneScreen);
    await context.clock.install({ time: Date.now() + years * 365 * 86_400_000 });
    await context.clock.resume();
    const officer = await newOfficer(unitId, undefined, context);
    await officer.fillForm('20');
    await officer.saveAnyway();
    await expect(officer.title()).toHaveText('Tỉnh đã nhận');
    const reviewer = await newReviewer(`/ban?don-vi=${unitId}`);
    await expect(reviewer.rows(title)).toContainText('15/5/2020');
    await context.close();
  });
}

test('[kI11] where the browser refuses to keep anything, one plain page says so before anything is written', async ({ province, browser }) => {
  const context = await browser.newContext(phoneScreen);
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    localStorage.setItem('so-tay-activated', '1');
  });
  const page = await context.newPage();
  await page.goto(`${province.origin}/`);
  await expect(phone(page).title()).toHaveText('Trình duyệt không cho giữ dữ liệu');
  await expect(phone(page).button('Thử lại')).toBeVisible();
  await picture(page, 'k-04-storage-refused');
  await context.close();
});
