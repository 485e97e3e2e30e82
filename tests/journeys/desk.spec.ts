/** The desk: filters as addresses, keys, two reviewers at once, who may see what, and what is said when it fails. */
import { desk } from './desk.ts';
import { deskScreen, narrowScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectReflow } from './looks.ts';
import { picture } from './picture.ts';
import { reportPhone } from './report-phone.ts';

test('[kC3] a filtered list is an address: it may be copied, the back button undoes a filter, and each filter can be taken away', async ({ province, newReviewer }) => {
  const { page, rows } = await newReviewer();
  await expect(page.getByRole('row')).not.toHaveCount(0);
  const all = await page.getByRole('row').count();
  await page.getByRole('combobox', { name: 'Đơn vị' }).selectOption({ label: '\u2003LĐLĐ huyện Mường Nhé' });
  await expect(page).toHaveURL(/don-vi=u07/);
  await page.getByRole('link', { name: /^Đã trả lại/ }).click();
  await expect(page).toHaveURL(/trang-thai=da-tra-lai/);
  await expect(rows('Chăm lo Tết cho giáo viên cắm bản')).toHaveCount(1);
  await expect(page.getByRole('row')).toHaveCount(2);
  await picture(page, 'j-01-filtered');

  const copy = await page.context().newPage();
  await copy.goto(page.url());
  await expect(copy.getByRole('link', { name: 'Chăm lo Tết cho giáo viên cắm bản' })).toBeVisible();
  await expect(copy.getByRole('row')).toHaveCount(2);
  await copy.close();

  await page.goBack();
  await expect(page).not.toHaveURL(/trang-thai/);
  await expect(page).toHaveURL(/don-vi=u07/);
  await page.getByRole('link', { name: /^Bỏ lọc Đơn vị: LĐLĐ huyện Mường Nhé/ }).click();
  await expect(page).toHaveURL(`${province.origin}/ban`);
  await expect(page.getByRole('row')).toHaveCount(all);

  // Without accents, as people type in a hurry.
  await page.getByRole('searchbox').fill('cham lo tet');
  await expect(page.getByRole('row')).toHaveCount(2);
  await expect(page).toHaveURL(/tim=/);
  await page.getByRole('searchbox').fill('không có hoạt động nào tên thế này');
  await expect(page.getByText('Không có hoạt động nào khớp bộ lọc.')).toBeVisible();
  await page.getByRole('link', { name: 'Bỏ mọi bộ lọc' }).click();
  await expect(page.getByRole('row')).toHaveCount(all);
});

test('[kA8] the list is worked by keys while it has the focus, and the letters can be switched off', async ({ newReviewer }) => {
  const { page, rows, held, record } = await newReviewer('/ban?trang-thai=cho-duyet&don-vi=u03');
  await expect(page.getByRole('row')).toHaveCount(3);
  const links = page.getByRole('row').getByRole('link');
  await links.first().focus();
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(record()).toContainText('Hưởng ứng lễ phát động Tháng Công nhân');
  await links.first().focus();
  await page.keyboard.press('d');
  await expect(held()).toContainText('Sẽ duyệt “Hưởng ứng lễ phát động Tháng Công nhân”');
  await expect(rows('Hưởng ứng lễ phát động Tháng Công nhân').locator('.tone-approved')).toHaveText('sẽ duyệt');
  await picture(page, 'j-02-held');
  await held().getByRole('button', { name: 'Hoàn tác' }).click();
  await expect(held()).not.toContainText('Sẽ duyệt');
  await expect(rows('Hưởng ứng lễ phát động Tháng Công nhân')).toContainText('Chờ duyệt');
  await links.first().focus();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();

  await page.getByRole('checkbox', { name: 'Dùng phím tắt' }).uncheck();
  await links.first().focus();
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await expect(links.first()).toBeFocused();
  await expect(held()).not.toContainText('Sẽ duyệt');
  await page.keyboard.press('ArrowDown');
  await expect(links.nth(1)).toBeFocused();
});

test('on a narrow screen the list begins in the upper half, nothing slides sideways, and no period loses its year', async ({ province, newReviewer }) => {
  const { page } = await newReviewer();
  await page.setViewportSize(narrowScreen.viewport);
  for (const [path, place] of [['/ban', 'Hoạt động đã nhận'], ['/ban?muc=bao-cao', 'Báo cáo định kỳ'], ['/ban?muc=tong-hop', 'Tổng hợp số liệu']] as const) {
    await page.goto(`${province.origin}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(place);
    const top = await page.locator('.list-pane').evaluate((list) => list.getBoundingClientRect().top);
    expect(top).toBeLessThan(narrowScreen.viewport.height / 2);
    await expectReflow(page, `${place}, narrow`);
  }
  // The last place that was opened asks for a period, whose year stands last.
  const cut = await page.getByRole('combobox', { name: 'Kỳ' }).evaluate((box) => {
    const shown = (box as HTMLElement).offsetWidth;
    const whole = box.cloneNode(true) as HTMLElement;
    whole.style.flex = 'none';
    whole.style.width = 'max-content';
    box.after(whole);
    const missing = whole.offsetWidth - shown;
    whole.remove();
    return missing;
  });
  expect(cut).toBeLessThanOrEqual(0);
});

test('[kC9] when two reviewers decide at once the first decision stands, and the second is shown it', async ({ province, browser, newReviewer }) => {
  const title = 'Đối thoại, kiểm tra ATVSLĐ tại mỏ';
  const first = await newReviewer();
  const context = await browser.newContext(deskScreen);
  const second = desk(await context.newPage());
  await second.firstLogin(province.origin, await province.addAccount('nguoi-thu-hai', 'p01'));
  await first.open(title);
  await second.open(title);
  await second.giveBack({ field: 'Ngày tổ chức', reason: 'Ngày chưa đúng', words: 'Xem lại ngày.', dueOn: '2020-05-20' });
  await second.held().getByRole('button', { name: 'Hoàn tác' }).click();
  await first.button('Duyệt').click();
  await expect(first.held()).toContainText(`Đã duyệt “${title}”.`);
  await second.button('Duyệt').click();
  await expect(second.held()).toContainText('Người khác vừa quyết định mục này.');
  await expect(second.held()).toContainText('đ/c Cán bộ Ban Tuyên giáo và Nữ công');
  await picture(second.page, 'j-03-conflict');
  await context.close();
});

test('a remark that names a person is refused at its place, with every word as it was typed', async ({ province, newReviewer }) => {
  test.setTimeout(60_000);
  const title = 'Thăm hỏi đoàn viên ở Huổi Lụ';
  await (await reportPhone(province, 'c07')).send('activity', {
    requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: '2020-05-14',
    title, figures: { beneficiaries: 4, beneficiaryWomen: 3, gifts: 4, valueK: 1200 }, note: '', link: '', confirmed: [],
  });
  const reviewer = await newReviewer('/ban?don-vi=c07');
  const { page } = reviewer;
  await reviewer.open(title);
  await reviewer.giveBack({ field: 'Ngày tổ chức', reason: 'Ngày chưa đúng', words: 'Hỏi lại đồng chí Lò Văn Pâng.', dueOn: '2020-05-21' });
  await expect(reviewer.held()).toContainText('Chưa trả lại được', { timeout: 20_000 });
  await expect(reviewer.held().getByRole('button', { name: 'Thử lại' })).toHaveCount(0);
  await reviewer.held().getByRole('button', { name: 'Sửa lời' }).click();
  const words = page.getByRole('textbox', { name: /Nói rõ thêm/ });
  await expect(words).toHaveValue('Hỏi lại đồng chí Lò Văn Pâng.');
  await expect(words).toHaveAttribute('aria-invalid', 'true');
  await expect(words).toHaveAccessibleDescription(/Lò Văn Pâng/);
  await expect(page.getByLabel('Hạn bổ sung')).toHaveValue('2020-05-21');
  await picture(page, 'j-05-remark-refused');
  await words.fill('Xem lại ngày ghi trong biên bản.');
  await expect(words).not.toHaveAttribute('aria-invalid', 'true');
  await reviewer.button('Trả lại để bổ sung').click();
  await reviewer.held().getByRole('button', { name: 'Hoàn tác' }).click();
});

test('an edition that grew old under the reader is not decided: the newer one is to be read first', async ({ newOfficer, newReviewer }) => {
  test.setTimeout(120_000);
  const officer = await newOfficer('c24');
  const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';
  await officer.fillForm('60');
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  const reviewer = await newReviewer('/ban?don-vi=c24');
  await reviewer.open(title);

  await officer.link('Xem bản ghi').click();
  await officer.button('Sửa bản ghi').click();
  await officer.page.getByLabel('Số lượt người dự', { exact: true }).fill('66');
  await officer.button('Gửi bản bổ sung').click();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await officer.link('Xem bản ghi').click();
  await expect(officer.page.getByText('Tỉnh đã nhận', { exact: true })).toBeVisible();

  await reviewer.button('Duyệt').click();
  await expect(reviewer.held()).toContainText('Đơn vị vừa gửi bản mới hơn.');
  await expect(reviewer.record()).toContainText('bản 2');
  await expect(reviewer.button('Duyệt')).toBeVisible();
});

test('[kC10] a reviewer of a district sees its own units and nothing else, whatever stands in the address', async ({ province, browser, newReviewer }) => {
  const all = await newReviewer();
  await all.open('Hưởng ứng lễ phát động Tháng Công nhân');
  const foreign = new URL(all.page.url()).search;

  const context = await browser.newContext(deskScreen);
  const reviewer = desk(await context.newPage());
  await reviewer.firstLogin(province.origin, await province.addAccount('muong-nhe', 'u07'));
  await expect(reviewer.rows('Chăm lo Tết cho giáo viên cắm bản')).toHaveCount(1);
  await expect(reviewer.page.getByText('Đối thoại, kiểm tra ATVSLĐ tại mỏ')).toHaveCount(0);
  const units = await reviewer.page.getByRole('combobox', { name: 'Đơn vị' }).getByRole('option').allInnerTexts();
  expect(units.map((name) => name.trim())).toEqual(expect.arrayContaining(['CĐCS cơ quan xã Pú Vang', 'CĐCS Trường Mầm non Nậm Pha']));
  expect(units.join()).not.toContain('Tuần Giáo');
  await reviewer.page.goto(`${province.origin}/ban${foreign}`);
  await expect(reviewer.record()).toContainText('Không tìm thấy.');
  await expect(reviewer.page.getByText('CĐCS Công ty TNHH Gạo Mường Sen')).toHaveCount(0);
  await reviewer.page.goto(`${province.origin}/ban?don-vi=u09`);
  await expect(reviewer.page.getByText('CĐCS Công ty TNHH Cà phê Đèo Mây')).toHaveCount(0);
  await context.close();
});

test('when the province cannot be reached the last list stays usable and says from when it is; a session that ended comes back to the same place', async ({ newReviewer }) => {
  const reviewer = await newReviewer('/ban?don-vi=u03');
  const { page } = reviewer;
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Tải lại' }).click();
  await expect(page.getByText(/^Không tải được\. Số liệu lúc \d\d:\d\d vẫn dùng được\.$/)).toBeVisible();
  await expect(reviewer.rows('Hưởng ứng lễ phát động Tháng Công nhân')).toHaveCount(1);
  await picture(page, 'j-04-unreachable');
  await page.context().setOffline(false);
  await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click();
  await expect(page.getByText(/^Không tải được/)).toHaveCount(0);

  await reviewer.open('Hưởng ứng lễ phát động Tháng Công nhân');
  const address = page.url();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Tải lại' }).click();
  await expect(page.getByText('Phiên làm việc đã hết. Đăng nhập lại để tiếp tục đúng chỗ đang xem.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('tinh');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('bốn cái ghế gỗ lim');
  await reviewer.button('Đăng nhập').click();
  await expect(reviewer.record()).toContainText('Hưởng ứng lễ phát động Tháng Công nhân');
  expect(page.url()).toBe(address);
});

test('a wrong password is refused without saying which of the two is wrong', async ({ province, browser }) => {
  const context = await browser.newContext(deskScreen);
  const page = await context.newPage();
  await page.goto(`${province.origin}/ban`);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('textbox', { name: 'Tên đăng nhập' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill('tinh');
  await page.getByRole('textbox', { name: 'Mật khẩu' }).fill('không phải mật khẩu');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await expect(page.getByRole('alert')).toContainText('Tên hoặc mật khẩu chưa đúng.');
  await context.close();
});
