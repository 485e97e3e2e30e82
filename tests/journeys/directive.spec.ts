/** N: the directive in the pocket, requirement by requirement, without signal. */
import { expect, test } from './journey.ts';
import { deskScreen } from './disk-browser.ts';
import { expectAccessible, expectKeyboard, expectReflow, expectWellLaid } from './looks.ts';
import { picture } from './picture.ts';

const thumbPixels = 48;

test('[D1] from a requirement to its own records, its evidence and its very words in the whole text, without signal', async ({ province, newOfficer }) => {
  test.setTimeout(240_000);
  const officer = await newOfficer('c01');
  const { page } = officer;
  await page.context().setOffline(true);
  const look = async (where: string): Promise<void> => {
    await expectAccessible(page, where);
    await expectWellLaid(page, where, thumbPixels);
    await expectReflow(page, where);
  };
  await officer.link('Chỉ đạo').click();
  await expect(officer.link(/^Toàn văn chỉ đạo/)).toContainText('Kèm 11 văn bản viện dẫn, 20 ghi chú');
  await look('the directive');
  await picture(page, 'n-01-directive');

  await officer.link(/^2 ?Giáo dục truyền thống/).click();
  await expect(officer.title()).toHaveText('Nhiệm vụ 2');
  const tet = page.getByRole('article', { name: /^2\.3/ });
  await expect(tet.getByText('Đơn vị đã ghi (1)')).toBeVisible();
  await expect(tet.getByRole('listitem').filter({ hasText: 'bảng tổng hợp suất quà' })).toBeVisible();
  await expect(tet.getByRole('link', { name: /^Chăm lo Tết cho giáo viên cắm bản/ })).toContainText('Cần bổ sung');
  await tet.scrollIntoViewIfNeeded();
  await picture(page, 'n-02-requirement');
  await look('a task');
  await expectKeyboard(page, 'a task');

  await tet.getByRole('link', { name: 'Xem lời trong chỉ đạo của nội dung 2.3' }).click();
  await expect(officer.title()).toHaveText('Toàn văn chỉ đạo');
  const mark = page.locator('mark#loi-trich');
  await expect(mark).toHaveText('chăm lo Tết Nguyên đán Canh Tý năm 2020 cho đoàn viên, CNVCLĐ');
  await expect(mark, 'a screen reader goes on from the very words').toBeFocused();
  await expect(mark).toBeInViewport();
  await picture(page, 'n-03-very-words');
  await expect(page.getByText('Danh sách còn mở: tỉnh có thể thêm ngày lễ khác.')).toBeVisible();
  await look('the whole text');
  await officer.link('Về nội dung 2.3').click();
  await expect(page.getByRole('article', { name: /^2\.3/ })).toBeFocused();

  await page.goto(`${province.origin}/chi-dao/toan-van?van-ban=nq-20-nq-tw`);
  const resolution = page.getByRole('listitem').filter({ hasText: 'Nghị quyết số 20-NQ/TW' }).first();
  await expect(resolution).toContainText('28/01/2008 (chỉ đạo không ghi ngày)');
  await expect(resolution).toBeInViewport();
  await picture(page, 'n-04-cited');
  await page.getByRole('link', { name: 'Chỗ nhắc đến trong chỉ đạo: Nghị quyết số 20-NQ/TW' }).click();
  await expect(page.locator('#doan-t1 mark')).toHaveText('Nghị quyết số 20-NQ/TW của Ban Chấp hành Trung ương');
  await expect(page.locator('#doan-t1 mark')).toBeInViewport();

  await page.goto(`${province.origin}/chi-dao/4?noi-dung=4.5`);
  await expect(page.getByRole('article', { name: /^4\.5/ })).toBeFocused();
  await page.getByRole('article', { name: /^4\.5/ }).getByRole('link', { name: /^Ghi hoạt động/ }).click();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await expect(page.getByText(/^4\.5|Tổ chức tuyên dương/).first()).toBeVisible();

  await page.goto(`${province.origin}/chi-dao/toan-van`);
  await page.getByText('Đi tới phần').click();
  await page.getByRole('navigation', { name: 'Các phần của chỉ đạo' }).getByRole('link', { name: /^Nhiệm vụ 8/ }).click();
  await expect(page.locator('#doan-t8')).toBeFocused();
  expect(await page.getByRole('heading', { level: 2 }).count(), 'a heading for every part').toBeGreaterThanOrEqual(14);
  await page.setViewportSize(deskScreen.viewport);
  await page.goto(`${province.origin}/chi-dao/toan-van?noi-dung=6.1`);
  await expect(page.locator('mark#loi-trich')).toBeInViewport();
  await picture(page, 'n-05-whole-text-pc');
});
