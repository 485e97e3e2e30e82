/** Six months through two hops: a school, its district, the province; and the school that reports straight to the province. */
import { readFileSync } from 'node:fs';
import type { Browser, Locator, Page } from '@playwright/test';
import { officeCheck } from '../documents/office-check.ts';
import { readDocx } from '../documents/docx-reader.ts';
import { desk } from './desk.ts';
import type { Desk } from './desk.ts';
import { deskScreen, phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid } from './looks.ts';
import { phone } from './phone.ts';
import type { Phone } from './phone.ts';
import { picture } from './picture.ts';
import type { ProvinceServer } from './province-server.ts';
import { aReport, reportPhone } from './report-phone.ts';

const half = '2020-h1';

const meeting = (month: number, people: number): object => ({
  requirementId: '1.2', alsoRequirementIds: [], occasionId: null, formId: 'hoi-nghi', formVersion: 1, heldOn: `2020-0${month}-10`,
  title: `Hội nghị tháng ${month}, quán triệt nghị quyết`, figures: { sessions: 1, attendances: people, women: people - 10 }, note: '', link: '', confirmed: [],
});
const visit = (month: number, gifts: number): object => ({
  requirementId: '2.3', alsoRequirementIds: [], occasionId: null, formId: 'tham-hoi', formVersion: 1, heldOn: `2020-0${month}-14`,
  title: `Thăm hỏi đoàn viên tháng ${month}`, figures: { beneficiaries: gifts, beneficiaryWomen: gifts - 1, gifts, valueK: gifts * 300 }, note: '', link: '', confirmed: [],
});

async function aDesk(browser: Browser, province: ProvinceServer, token: string, name?: string): Promise<Desk> {
  const reviewer = desk(await (await browser.newContext(deskScreen)).newPage());
  await reviewer.firstLogin(province.origin, token, name);
  return reviewer;
}

/** “Không phát sinh” in every task that asks for it, and the plan that no report goes without. */
async function fillUp(page: Page, officer: Phone, plan: string): Promise<void> {
  for (const task of ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'C']) {
    await page.locator(`a[href="/bao-cao/${half}/${task}"]`).first().click();
    await expect(page.getByLabel('Đoạn viết cho nhiệm vụ này')).toBeVisible();
    const nothing = officer.button('Không phát sinh');
    if (await nothing.isVisible()) await nothing.click();
    await officer.link('Xong, về danh sách').click();
  }
  await officer.link('IV. Phương hướng, nhiệm vụ').click();
  await officer.text('Nội dung', plan);
  await officer.link('Xong, về danh sách').click();
}

async function sendReport(page: Page, officer: Phone): Promise<void> {
  await page.getByRole('checkbox').check();
  await officer.button(/^Gửi báo cáo/).click();
  await officer.button('Đúng, gửi báo cáo').click();
  await expect(officer.title()).toHaveText(/Đã lưu trên máy|Tỉnh đã nhận/);
}

/** The report of a unit in the list of the desk, opened; approved with the key of the list. */
async function openReport({ page, record }: Desk, origin: string, unit: string): Promise<Locator> {
  await page.goto(`${origin}/ban?muc=bao-cao&ky=${half}`);
  const row = page.getByRole('row').filter({ has: page.locator('.row-link'), hasText: unit });
  await row.getByRole('link').click();
  await expect(record().getByRole('heading', { level: 2 })).toHaveText('6 tháng đầu năm 2020');
  return row;
}

async function approve(reviewer: Desk, origin: string, unit: string): Promise<void> {
  const row = await openReport(reviewer, origin, unit);
  await row.getByRole('link').focus();
  await reviewer.page.keyboard.press('d');
  await expect(reviewer.held()).toContainText('Sẽ duyệt');
  await expect(row).toContainText('Đã duyệt');
}

test('six months of twelve activities go from a school through its district to the province, with a correction, a return, late comers, and the server dead in between', async ({ browser, mortalProvince: province }) => {
  test.setTimeout(420_000);
  const { origin } = province;
  const school = phone(await (await browser.newContext(phoneScreen)).newPage());
  await school.activate(origin, province.firstCode);
  await school.installed();

  await test.step('ten activities come from a colleague’s phone, two by hand, and the school’s report is made of them', async () => {
    const colleague = await reportPhone(province, 'c01');
    for (const month of [1, 2, 3, 4, 5]) {
      await colleague.send('activity', meeting(month, 20 + month));
      await colleague.send('activity', visit(month, 3));
    }
    for (const people of ['24', '31']) {
      await school.page.goto(`${origin}/ghi?moi`);
      await school.number('Số cá nhân được tuyên dương', '3');
      await school.number('Số lượt người dự', people);
      await school.saveAnyway();
      await expect(school.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
    }
    await school.page.goto(`${origin}/bao-cao/${half}`);
    await expect(school.title()).toHaveText('Báo cáo 6 tháng đầu năm 2020');
    await fillUp(school.page, school, 'Tiếp tục chào mừng đại hội Đảng các cấp.');
    await school.link('Xem lại và gửi').click();
    await sendReport(school.page, school);
    await expect(school.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  });

  await (await reportPhone(province, 'c02')).send('report', aReport('c02', half, [], { lines: { ...aReport('c02', half).lines, 'I2.04': { computed: 0, value: 8, reason: 'Ghi sót một đợt tặng quà' } } }));
  const third = await reportPhone(province, 'c03');
  await third.send('report', aReport('c03', half));
  const district = await aDesk(browser, province, await province.addAccount('muongnhe', 'u07'), 'Cán bộ mẫu huyện');
  await approve(district, origin, 'Huổi Sang');
  await approve(district, origin, 'Nậm Pha');

  const upper = phone(await (await browser.newContext(phoneScreen)).newPage());
  await upper.activate(origin, await province.invite('u07'));
  await upper.installed();
  await upper.page.goto(`${origin}/bao-cao/${half}`);
  await expect(upper.page.getByText('Đã cộng 2/4')).toBeVisible({ timeout: 40_000 });

  await test.step('the server is dead: the district’s report stands on its phone as the sum of those below', async () => {
    await province.kill();
    await upper.page.context().setOffline(true);
    await upper.page.goto(`${origin}/bao-cao/${half}`);
    const rows = upper.page.getByRole('listitem');
    await expect(rows.filter({ hasText: 'Huổi Sang' })).toContainText('Đã cộng');
    await expect(rows.filter({ hasText: 'Pú Vang' })).toContainText('Chờ duyệt');
    await expect(rows.filter({ hasText: 'Trạm Y tế' })).toContainText('Chưa gửi');
    await picture(upper.page, 'w-01-sum-parts');
    await expectAccessible(upper.page, 'sum');
    await expectWellLaid(upper.page, 'sum', 44);
    await expectReflow(upper.page, 'sum');
  });

  await test.step('a figure opens what it is made of, and another number stands beside it as a correction', async () => {
    await upper.page.locator(`a[href="/bao-cao/${half}/2"]`).first().click();
    const box = upper.page.locator('[id="f-I2.04"]');
    // Five visits of three gifts each, and the eight of the other school.
    await expect(box).toHaveValue('23');
    const card = upper.page.locator('.card', { has: box });
    await card.getByText('từ 2 đơn vị').click();
    await expect(card.getByText('CĐCS Trường PTDTBT Tiểu học Huổi Sang: 15')).toBeVisible();
    await expect(card.getByText('CĐCS Trường Mầm non Nậm Pha: 8')).toBeVisible();
    await box.fill('1,5 suất');
    await expect(card).toContainText('chỉ ghi số nguyên');
    await box.fill('25');
    await card.getByLabel('Lý do điều chỉnh').fill('Hai suất huyện trao trực tiếp, chưa ghi vào sổ.');
    await expect(card).toContainText('Cộng được: 23');
    await card.scrollIntoViewIfNeeded();
    await picture(upper.page, 'w-02-sum-figure');
    await expectAccessible(upper.page, 'figure of a sum');
    await expectWellLaid(upper.page, 'figure of a sum', 44);
    await upper.link('Xong, về danh sách').click();
  });

  await test.step('the check names who is missing and the correction, the paper bears both, and it is saved without a signal', async () => {
    await fillUp(upper.page, upper, 'Đôn đốc các đơn vị chưa gửi báo cáo.');
    await upper.link('Xem lại và gửi').click();
    await expect(upper.page.getByText('Cộng được 23. Điều chỉnh: Hai suất huyện trao trực tiếp, chưa ghi vào sổ.')).toBeVisible();
    await expect(upper.page.getByText('CĐCS cơ quan xã Pú Vang (chờ duyệt)')).toBeVisible();
    await picture(upper.page, 'w-03-sum-check');
    const [download] = await Promise.all([upper.page.waitForEvent('download'), upper.button('Tệp Word').click()]);
    const word = new Uint8Array(readFileSync(await download.path()));
    expect(officeCheck(word)).toEqual({});
    const texts = readDocx(word).texts.join('\n');
    expect(texts).toContain('LĐLĐ TỈNH ĐIỆN BIÊN');
    expect(texts).toContain('Kính gửi: LĐLĐ tỉnh Điện Biên.');
    expect(texts).toContain('Điều chỉnh từ 23: Hai suất huyện trao trực tiếp, chưa ghi vào sổ.');
    await sendReport(upper.page, upper);
    await province.start();
    await upper.page.context().setOffline(false);
    await expect(upper.title()).toHaveText('Tỉnh đã nhận', { timeout: 60_000 });
  });

  await test.step('what was added up is locked, at the school and in the list of the desk', async () => {
    await school.page.goto(`${origin}/bao-cao/${half}`);
    await expect(school.page.getByText('Đã tổng hợp', { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(school.page.getByText(/Cần sửa thì đề nghị .+ mở khóa\./)).toBeVisible();
    await expect(school.button('Sửa và gửi lại')).toBeHidden();
    await picture(school.page, 'w-04-locked');
    await district.page.goto(`${origin}/ban?muc=bao-cao&ky=${half}`);
    await expect(district.page.getByRole('row').filter({ hasText: 'Huổi Sang' })).toContainText('Đã tổng hợp');
  });

  const head = await aDesk(browser, province, province.firstToken);
  await test.step('the province reads it as a sum with its units and its correction, and returns it at that line', async () => {
    await openReport(head, origin, 'LĐLĐ huyện Mường Nhé');
    await expect(head.record()).toContainText('Cộng từ 2/4 đơn vị');
    await expect(head.record()).toContainText('CĐCS cơ quan xã Pú Vang: chưa cộng, chờ duyệt');
    await expect(head.record()).toContainText('Điều chỉnh: Hai suất huyện trao trực tiếp');
    const line = head.record().getByRole('row').filter({ hasText: 'Số suất quà Tết' });
    await line.getByText('Từ 2 đơn vị').click();
    await expect(line).toContainText('CĐCS Trường Mầm non Nậm Pha: 8 (điều chỉnh từ 0: Ghi sót một đợt tặng quà)');
    await expect(head.record()).not.toContainText('periodId');
    await head.pictures('w-05-desk-sum');
    await head.button('Trả lại').click();
    await head.record().locator('[id="pick-I2.04"]').check();
    await head.record().getByRole('group', { name: /Chỗ cần sửa/ }).getByRole('radio', { name: 'Chưa rõ lý do điều chỉnh' }).locator('xpath=ancestor::label').click();
    await head.button('Trả lại để bổ sung').click();
    await expect(head.record()).toContainText('Đã trả lại bản 1', { timeout: 30_000 });
  });

  await test.step('meanwhile another report is approved and the school records a late activity: both are shown, and slip in nowhere', async () => {
    await approve(district, origin, 'Pú Vang');
    await school.page.goto(`${origin}/ghi?moi`);
    await school.number('Số cá nhân được tuyên dương', '2');
    await school.number('Số lượt người dự', '19');
    await school.saveAnyway();
    await school.page.goto(`${origin}/bao-cao/${half}`);
    await expect(school.page.getByText('1 hoạt động của kỳ được ghi sau khi lập báo cáo, chưa có trong số liệu:')).toBeVisible();
    await picture(school.page, 'w-06-late-activity');
  });

  await test.step('the return opens on the district’s phone at the line; “Tính lại” adds what came since; the province approves', async () => {
    await upper.page.goto(`${origin}/bao-cao/${half}`);
    await expect(upper.page.getByText('1 báo cáo cấp dưới thay đổi sau khi tổng hợp:')).toBeVisible({ timeout: 60_000 });
    await expect(upper.page.getByText('Chưa rõ lý do điều chỉnh')).toBeVisible({ timeout: 60_000 });
    await picture(upper.page, 'w-07-sum-returned');
    await upper.button('Bổ sung báo cáo').click();
    await upper.button('Tính lại số liệu').click();
    await expect(upper.page.getByText('Đã cộng 3/4')).toBeVisible();
    await upper.link(/Chưa rõ lý do điều chỉnh/).click();
    const card = upper.page.locator('.card', { has: upper.page.locator('[id="f-I2.04"]') });
    await expect(card).toContainText('Chưa rõ lý do điều chỉnh');
    await card.getByLabel('Lý do điều chỉnh').fill('Hai suất huyện trao ngày 16/01 theo danh sách của huyện.');
    await upper.link('Xong, về danh sách').click();
    await upper.link('Xem lại và gửi').click();
    await sendReport(upper.page, upper);
    await expect(upper.title()).toHaveText('Tỉnh đã nhận', { timeout: 60_000 });
    await approve(head, origin, 'LĐLĐ huyện Mường Nhé');
    await expect(head.record()).toContainText('Cộng từ 3/4 đơn vị');
    await head.page.goto(`${origin}/ban?muc=tong-hop&ky=${half}`);
    await expect(head.page.getByText(/LĐLĐ huyện Mường Nhé chưa gồm: CĐCS Trạm Y tế/)).toBeVisible();
    await head.page.getByRole('row').filter({ hasText: 'Số suất quà Tết' }).getByText('Từ 1 đơn vị').click();
    await expect(head.page.getByRole('row').filter({ hasText: 'Số suất quà Tết' })).toContainText('LĐLĐ huyện Mường Nhé: 25 (điều chỉnh từ 23');
    await head.pictures('w-08-desk-province-sum');
  });
});

test('a union straight under the province reports to the province: its due day, its addressee, its decision', async ({ newOfficer, newReviewer, province }) => {
  test.setTimeout(180_000);
  const officer = await newOfficer('c30');
  const { page } = officer;
  await page.goto(`${province.origin}/bao-cao`);
  await expect(page.getByRole('listitem').filter({ hasText: 'Báo cáo 6 tháng đầu năm 2020' })).toContainText('Hạn 08/6');
  // A quarter that nobody asks a report of is looked at and printed, and cannot be sent.
  await officer.link('Số liệu quý II 2020').click();
  await expect(page.getByText('Chỉ để xem và in. Kỳ này không phải gửi báo cáo.')).toBeVisible();
  await expect(officer.button(/^Gửi/)).toBeHidden();
  await expect(officer.button('Phụ lục Excel')).toBeVisible();
  await picture(page, 'w-09-view');
  await expectAccessible(page, 'view');
  await expectWellLaid(page, 'view', 44);

  await page.goto(`${province.origin}/bao-cao/${half}`);
  await expect(officer.title()).toHaveText('Báo cáo 6 tháng đầu năm 2020');
  await fillUp(page, officer, 'Giữ an toàn trong mùa mưa.');
  await officer.link('Xem lại và gửi').click();
  const [download] = await Promise.all([page.waitForEvent('download'), officer.button('Tệp Word').click()]);
  const word = readDocx(new Uint8Array(readFileSync(await download.path()))).texts.join('\n');
  expect(word).toContain('LĐLĐ TỈNH ĐIỆN BIÊN');
  expect(word).toContain('Kính gửi: LĐLĐ tỉnh Điện Biên.');
  await sendReport(page, officer);
  await expect(officer.title()).toHaveText('Tỉnh đã nhận', { timeout: 40_000 });
  await approve(await newReviewer(), province.origin, 'Pú Lao');
});

test('what a sum rests on and lacks is said: approvals that have not left the phone, a view from the reports below, a share that waits for a district', async ({ browser, mortalProvince: province }) => {
  test.setTimeout(240_000);
  const { origin } = province;
  const school = await reportPhone(province, 'c01');
  for (const [periodId, gifts] of [['2020-q1', 5], [half, 18]] as const) {
    const report = aReport('c01', periodId);
    // oxlint-disable-next-line no-await-in-loop -- one phone, one report after the other
    await school.send('report', { ...report, lines: { ...report.lines, 'I2.04': { computed: 0, value: gifts, reason: 'Ghi sót một đợt tặng quà' } } });
  }
  const context = await browser.newContext(phoneScreen);
  const upper = phone(await context.newPage());
  const { page } = upper;
  await upper.activate(origin, await province.invite('u07'));
  await upper.installed();
  await page.goto(`${origin}/xet-duyet`);
  const waiting = page.getByRole('main').getByRole('link').filter({ hasText: 'Huổi Sang' });
  await expect(waiting).toHaveCount(2);
  await context.setOffline(true);
  for (const count of [1, 0]) {
    // oxlint-disable-next-line no-await-in-loop -- one page, one decision after the other
    await page.goto(`${origin}/xet-duyet`);
    // oxlint-disable-next-line no-await-in-loop -- the same
    await waiting.nth(count).click();
    // oxlint-disable-next-line no-await-in-loop -- the same
    await page.getByRole('button', { name: 'Đồng ý' }).click();
    // oxlint-disable-next-line no-await-in-loop -- the same
    await expect(page.getByText('Đồng ý · quyết định chờ gửi')).toBeVisible();
  }

  await page.goto(`${origin}/bao-cao/${half}/xem-lai`);
  const unsent = page.locator('.notice').filter({ hasText: 'Số tổng hợp gồm 1 báo cáo mới đồng ý trên máy này, quyết định chờ gửi:' });
  await expect(unsent).toContainText('CĐCS Trường PTDTBT Tiểu học Huổi Sang');
  await unsent.scrollIntoViewIfNeeded();
  await picture(page, 'w-13-unsent-approvals');
  await expectAccessible(page, 'check of a sum');

  await page.goto(`${origin}/bao-cao/2020-q2`);
  await expect(page.getByText('số của 1/4 đơn vị báo cáo về. Số đó lấy từ báo cáo đã duyệt: báo cáo 6 tháng đầu năm 2020 trừ báo cáo quý I 2020.')).toBeVisible();
  await expect(page.getByText('Chưa gồm 3 đơn vị, vì chưa đủ các báo cáo đó được duyệt:')).toBeVisible();
  await picture(page, 'w-14-view-of-sum');
  await page.locator('summary').filter({ hasText: /^2\./ }).click();
  await expect(page.locator('dl > div').filter({ hasText: 'Số suất quà Tết' })).toContainText('13');
  await expectAccessible(page, 'view of a sum');
  await expectWellLaid(page, 'view of a sum', 44);
  await expectReflow(page, 'view of a sum');

  const head = phone(await (await browser.newContext(phoneScreen)).newPage());
  await head.activate(origin, await province.invite('p01'));
  await head.installed();
  await head.page.goto(`${origin}/bao-cao/${half}/9`);
  const share = head.page.locator('.card').filter({ hasText: 'Tỷ lệ CĐCS có tài khoản facebook' });
  await expect(share).toContainText(/Chưa tính được vì chưa biết hết số CĐCS: thiếu báo cáo được duyệt của .+ và 10 đơn vị khác\./);
  await expect(share).not.toContainText('Chưa đơn vị nào có số này');
  await share.scrollIntoViewIfNeeded();
  await picture(head.page, 'w-15-lacking-share');
  await expectAccessible(head.page, 'a share that waits');
});

test('a report that was begun goes on in its version of the list; it is computed by the newer one only on request, and nothing typed is lost; a thematic report that the province asks for is owed, a flash report can be begun', async ({ browser, mortalProvince: province }) => {
  test.setTimeout(240_000);
  const { origin } = province;
  const officer = phone(await (await browser.newContext(phoneScreen)).newPage());
  const { page } = officer;
  await officer.activate(origin, province.firstCode);
  await officer.installed();
  await page.goto(`${origin}/bao-cao/${half}/4`);
  await page.getByLabel('Đoạn viết cho nhiệm vụ này').fill('Đơn vị đã học tập chuyên đề năm 2020.');
  await page.locator('[id="f-I4.05"]').fill('１２');
  await page.locator('[id="f-I4.05-women"]').fill('13');
  await expect(page.locator('.card', { has: page.locator('[id="f-I4.05"]') })).toContainText('số nữ nhiều hơn tổng số');
  await page.locator('[id="f-I4.05-women"]').fill('7');
  await page.locator('[id="f-I4.05-reason"]').fill('Một buổi chưa ghi vào sổ.');
  await expect(page.getByRole('status').filter({ hasText: 'Đã tự lưu trên máy lúc' })).toBeVisible();
  await page.waitForTimeout(600);

  await province.publish('indicators', 'Số lượt người học chuyên đề năm 2020=>Số lượt người học tập chuyên đề năm 2020');
  await province.publish('calendar', JSON.stringify({ thematic: { isAsked: true, occasionIds: ['e0519'], due: { B: { days: 3, workingDays: true } } }, flash: { isAsked: true, due: { B: { days: 1, workingDays: false } } } }));
  await page.goto(`${origin}/`);
  await page.goto(`${origin}/bao-cao/${half}`);
  await expect(page.getByText('Tỉnh đã có danh mục chỉ tiêu mới (bản 2). Báo cáo này viết theo bản 1, vẫn gửi được.')).toBeVisible({ timeout: 60_000 });
  await picture(page, 'w-10-newer-list');
  await expectAccessible(page, 'newer list');
  await page.goto(`${origin}/bao-cao/${half}/4`);
  await expect(page.getByLabel('Số lượt người học chuyên đề năm 2020 (lượt người)')).toHaveValue('１２');
  await page.goto(`${origin}/bao-cao/${half}`);
  await officer.button('Tính lại theo bản mới').click();
  await page.locator(`a[href="/bao-cao/${half}/4"]`).first().click();
  await expect(page.getByLabel('Số lượt người học tập chuyên đề năm 2020 (lượt người)')).toHaveValue('１２');
  await expect(page.locator('[id="f-I4.05-reason"]')).toHaveValue('Một buổi chưa ghi vào sổ.');
  await expect(page.getByLabel('Đoạn viết cho nhiệm vụ này')).toHaveValue('Đơn vị đã học tập chuyên đề năm 2020.');

  await page.goto(`${origin}/bao-cao`);
  const thematic = officer.link(/Báo cáo chuyên đề/);
  await expect(thematic).toContainText('Hạn 22/5');
  await picture(page, 'w-11-thematic-due');
  await thematic.click();
  await expect(officer.title()).toHaveText(/^Báo cáo chuyên đề /);
  await expect(page.getByText('Số liệu từ 19/5/2020 đến 19/5/2020')).toBeVisible();
  await page.goto(`${origin}/bao-cao`);
  await officer.link(/Lập báo cáo nhanh hôm nay/).click();
  await expect(officer.title()).toHaveText('Báo cáo nhanh ngày 15/5/2020');
});

test('a report that was saved without a signal while its officer was moved to another unit is kept, says whom to call, and can still be printed', async ({ browser, mortalProvince: province }) => {
  test.setTimeout(180_000);
  const { origin } = province;
  const officer = phone(await (await browser.newContext(phoneScreen)).newPage());
  const { page } = officer;
  await officer.activate(origin, province.firstCode);
  await officer.installed();
  await page.goto(`${origin}/bao-cao/${half}`);
  await expect(officer.title()).toHaveText('Báo cáo 6 tháng đầu năm 2020');
  await page.context().setOffline(true);
  await fillUp(page, officer, 'Tiếp tục các nhiệm vụ.');
  await officer.link('Xem lại và gửi').click();
  await sendReport(page, officer);
  await expect(officer.title()).toHaveText('Đã lưu trên máy');
  await province.moveOfficer('c01-1', 'c02');
  await page.context().setOffline(false);
  await expect(page.getByText('Máy này không còn quyền gửi, gọi LĐLĐ tỉnh')).toBeVisible({ timeout: 60_000 });
  await page.goto(`${origin}/bao-cao/${half}`);
  await expect(page.getByText(/Gọi LĐLĐ tỉnh để xin mã kích hoạt của đơn vị hiện nay/)).toBeVisible({ timeout: 60_000 });
  await expect(officer.button('Tệp Word')).toBeVisible();
  await expect(officer.button('Sửa và gửi lại')).toBeHidden();
  await picture(page, 'w-12-moved');
  await expectAccessible(page, 'moved');
});
