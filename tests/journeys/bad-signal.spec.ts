/** Signals that lie: an answer that is lost, a login page that says 200, an answer cut short, and silence. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';
import type { Mood, WeakLink } from './weak-link.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

test('[kO7] when the answer is lost on its way, the province has the record once and the phone shows that very receipt later', async ({ weak, newOfficer, newReviewer }) => {
  const officer = await newOfficer('c03', weak.origin);
  weak.mood = 'lose';
  const before = weak.answeredCount();
  await officer.fillForm('9');
  await officer.save();
  await officer.link('Về Việc').click();
  await expect.poll(() => weak.answeredCount(), { timeout: 20_000 }).toBeGreaterThan(before);

  const reviewer = await newReviewer('/ban?don-vi=c03');
  await expect(reviewer.rows(title)).toHaveCount(1);
  const number = /C03-2020-A\d{4}-[0-9A-Z]/.exec(await reviewer.rows(title).innerText())?.[0] ?? 'none';
  await expect(officer.strip()).toContainText('Mạng yếu, chưa gửi được');
  await expect(officer.page.getByText(number)).toHaveCount(0);

  weak.mood = 'pass';
  await officer.button('Gửi ngay').click();
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
  await officer.page.goto(`${weak.origin}/so-gui`);
  await expect(officer.page.getByText(`Biên nhận ${number}`)).toBeVisible();
  await reviewer.page.reload();
  await expect(reviewer.rows(title)).toHaveCount(1);
});

test('[kO2, kO3] a login page, an answer cut short and a broken gateway never count as received, and the strip says when the phone tries again', async ({ weak, newOfficer, newReviewer }) => {
  const officer = await newOfficer('c04', weak.origin);
  weak.mood = 'portal';
  await officer.fillForm('9');
  await officer.save();
  await officer.link('Về Việc').click();
  await expectWeak(officer.page, weak, 'portal', false);
  await picture(officer.page, 'c-01-weak');
  for (const mood of ['cut', 'refuse', 'portal'] as const) await expectWeak(officer.page, weak, mood, true);
  await officer.page.goto(`${weak.origin}/`);
  await expect(officer.strip()).toContainText('chưa gửi được');

  // The cut answer was the province's own: it has the record, and the phone does not claim to know.
  const reviewer = await newReviewer('/ban?don-vi=c04');
  await expect(reviewer.rows(title)).toHaveCount(1);
  weak.mood = 'pass';
  await officer.button('Gửi ngay').click();
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
});

async function expectWeak(page: Page, weak: WeakLink, mood: Mood, byHand: boolean): Promise<void> {
  const before = weak.exchangeCount();
  weak.mood = mood;
  if (byHand) await page.getByRole('button', { name: 'Gửi ngay' }).click();
  await expect.poll(() => weak.exchangeCount(), { timeout: 20_000, message: mood }).toBeGreaterThan(before);
  const strip = page.locator('.strip');
  await expect(strip, mood).toContainText('Mạng yếu, chưa gửi được');
  await expect(strip, mood).toContainText(/Máy thử lại lúc \d\d:\d\d\./);
  await expect(strip, mood).not.toContainText('nhận');
}

test('[kO5] a network that takes everything and answers nothing is recognised, and sending goes on when it answers again', async ({ weak, newOfficer }) => {
  const officer = await newOfficer('c05', weak.origin);
  weak.mood = 'silent';
  await officer.fillForm('9');
  await officer.save();
  await officer.link('Về Việc').click();
  await expect(officer.strip()).toContainText('Đang gửi 1/1');
  await picture(officer.page, 'c-02-sending');
  await expect(officer.strip()).toContainText('Mạng yếu, chưa gửi được');
  weak.mood = 'pass';
  // Somebody takes the phone out of the pocket again.
  await officer.page.reload();
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
});

test('two tabs that save and send at once leave one record each, and show the same', async ({ province, newOfficer, newReviewer }) => {
  const officer = await newOfficer('c07');
  const other = await officer.page.context().newPage();
  await other.goto(`${province.origin}/ghi?moi`);
  await officer.page.goto(`${province.origin}/ghi?moi`);
  for (const [index, page] of [officer.page, other].entries()) {
    await page.getByLabel('Tên hoạt động').fill(`Hội thi của thẻ ${index + 1}`);
    await page.getByLabel('Số cá nhân được tuyên dương').fill('3');
    await page.getByLabel('Số lượt người dự', { exact: true }).fill('15');
    // On another day, lest the second look like the first written twice.
    if (index === 1) await phone(page).choose(/Hôm qua/);
  }
  await Promise.all([officer.page, other].map((page) => page.getByRole('button', { name: 'Lưu và gửi' }).click()));
  for (const page of [officer.page, other]) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tỉnh đã nhận');
    await page.getByRole('link', { name: 'Xem bản ghi' }).click();
    await page.getByRole('link', { name: 'Quay lại' }).click();
    await expect(page.getByRole('heading', { name: 'Tỉnh đã nhận (2)' })).toBeVisible();
  }
  // Not by what is drawn: a list in a tab at the back is drawn by nobody.
  const numbers = (page: Page): Promise<string[]> => page.getByText(/^Biên nhận C07-/).allTextContents();
  expect(await numbers(officer.page)).toHaveLength(2);
  expect(await numbers(other)).toEqual(await numbers(officer.page));
  const reviewer = await newReviewer('/ban?don-vi=c07');
  await expect(reviewer.rows(/Hội thi của thẻ/)).toHaveCount(2);
});
