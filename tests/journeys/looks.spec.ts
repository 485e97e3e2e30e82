/** Every screen and state, in three themes: axe with AAA contrast, thumbs, lines, small screens and large letters. */
import { expect, test } from './journey.ts';
import { desk } from './desk.ts';
import { deskScreen, narrowScreen, phoneScreen } from './disk-browser.ts';
import { expectAccessible, expectKeyboard, expectReflow, expectWellLaid } from './looks.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

test.describe.configure({ mode: 'parallel' });

const thumbPixels = 48;
/** Of the desk: a mouse is steadier. */
const mousePixels = 24;

test('[kA1, kA2, kA3, kA4, kA5, kV1, kV2] every screen of the phone is whole for eyes, thumbs and screen readers', async ({ province, browser }) => {
  test.setTimeout(360_000);
  const context = await browser.newContext(phoneScreen);
  const officer = phone(await context.newPage());
  const { page } = officer;
  const look = async (where: string): Promise<void> => {
    await expectAccessible(page, where);
    await expectWellLaid(page, where, thumbPixels);
    await expectReflow(page, where);
  };
  await officer.activate(province.origin, await province.invite('c01'), (step) => look(`activation, ${step}`));
  await officer.installed();
  await look('home');
  // The whole of it on one screen, the line of the sample mode included.
  expect(await page.evaluate(() => document.documentElement.scrollHeight), 'home fits 740 px').toBeLessThanOrEqual(phoneScreen.viewport.height);
  for (const [path, heading] of [
    ['/chi-dao', 'Chỉ đạo'], ['/chi-dao/6', 'Nhiệm vụ 6'], ['/lich', 'Lịch'], ['/so-gui', 'Sổ gửi'], ['/may', 'Máy và dữ liệu'], ['/tro-giup', 'Trợ giúp'],
    ['/k', 'Nhập mã kích hoạt'], ['/khong-co', 'Không có trang này'], ['/so-gui/01a20619-9fe1-71a2-b223-413dbb8da387', 'Không có bản ghi này trên máy'],
    ['/ghi/khong-con', 'Bản nháp này không còn'],
  ] as const) {
    await page.goto(`${province.origin}${path}`);
    await expect(officer.title()).toHaveText(heading);
    await look(path);
  }

  await page.goto(`${province.origin}/`);
  await officer.link(/Chăm lo Tết|Bổ sung/).first().click();
  await expect(page.getByText('Cần bổ sung trước 18/5/2020')).toBeVisible();
  await look('a returned record');
  await officer.button('Sửa và gửi lại').click();
  await expect(page.getByText(/^Không cần sửa/)).toBeVisible();
  await look('the form of a returned record');
  await page.goto(`${province.origin}/`);

  await context.setOffline(true);
  await officer.link('Ghi hoạt động').click();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await look('the form');
  await page.getByText('Thêm nội dung, dịp').click();
  await page.getByText('Thêm số liệu').click();
  await officer.choose('Ngày khác');
  await officer.choose('Khác');
  await look('the form, all of it unfolded');
  await officer.button('Đổi').or(page.locator('#f-requirementId')).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the choice of a requirement');
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expectKeyboard(page, 'the form');
  await officer.choose('Tuyên dương');
  await officer.button('Lưu và gửi').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look('the form with errors');
  await officer.choose(/^Hôm nay/);
  await page.getByLabel('Số cá nhân được tuyên dương').fill('3');
  await page.getByLabel('Số lượt người dự', { exact: true }).fill('900');
  await officer.button('Lưu và gửi').click();
  await expect(officer.button('Vẫn gửi')).toBeVisible();
  await look('the form with a question');
  await officer.button('Vẫn gửi').click();
  await expect(officer.title()).toHaveText('Đã lưu trên máy');
  await look('saved');
  await officer.link('Xem bản ghi').click();
  await look('a waiting record');
  await officer.link('Quay lại').click();
  await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toBeVisible();
  await look('Sổ gửi');
  await page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText('1 mục chờ gửi');
  await look('home, waiting');
  await expectKeyboard(page, 'home');
  for (const theme of ['dark', 'sun']) {
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    await picture(page, `h-01-home-${theme}`);
  }
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'light';
  });
  await page.setViewportSize(deskScreen.viewport);
  await picture(page, 'h-02-home-pc');
  await context.close();
});

test('[kA1, kA3, kA4, kA5, kV1, kC12] every screen of the desk is whole, on a PC and on a narrow screen', async ({ province, browser }) => {
  test.setTimeout(360_000);
  const context = await browser.newContext(deskScreen);
  const reviewer = desk(await context.newPage());
  const { page } = reviewer;
  const look = async (where: string): Promise<void> => {
    await expectAccessible(page, where);
    await expectWellLaid(page, where, mousePixels);
    await page.setViewportSize(narrowScreen.viewport);
    await expectWellLaid(page, `${where}, narrow`, mousePixels);
    await expectReflow(page, `${where}, narrow`);
    await page.setViewportSize(deskScreen.viewport);
  };
  await page.goto(`${province.origin}/ban`);
  await expect(reviewer.button('Đăng nhập')).toBeVisible();
  await look('login');
  await reviewer.button('Đăng nhập').click();
  await look('login with errors');
  await reviewer.firstLogin(province.origin, await province.addAccount('xem-tat-ca', 'p01'), undefined, () => look('first login'));
  await look('the list');
  expect(await page.evaluate(() => document.documentElement.scrollHeight), 'the desk fits a PC').toBeLessThanOrEqual(deskScreen.viewport.height);
  await reviewer.open('Gửi tờ gấp điểm mới Bộ luật Lao động qua nhóm Zalo');
  await look('a record');
  await expectKeyboard(page, 'a record');
  await reviewer.button('Trả lại').click();
  await reviewer.button('Trả lại để bổ sung').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await look('a return with errors');
  await page.getByRole('checkbox', { name: /^Tên hoạt động/ }).check();
  await page.getByRole('radio', { name: 'Ghi chưa rõ' }).locator('xpath=ancestor::label').click();
  await look('a return');
  await reviewer.button('Để sau').click();
  await reviewer.button('Duyệt').click();
  await expect(reviewer.held().getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await expectAccessible(page, 'a held decision');
  await page.goto(`${province.origin}/ban?trang-thai=cho-duyet&tim=khong-co-gi`);
  await expect(page.getByText('Không có hoạt động nào khớp bộ lọc.')).toBeVisible();
  await look('an empty list');
  await page.goto(`${province.origin}/ban?xem=01a20619-9fe1-71a2-b223-413dbb8da387`);
  await expect(reviewer.record()).toContainText('Không tìm thấy.');
  await look('a record that is not there');
  await context.close();
});
