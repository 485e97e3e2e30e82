/** Pictures: taken without a signal, kept through a kill and a full disk, never at the cost of a word. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid } from './looks.ts';
import { phone } from './phone.ts';
import { photoFile } from './photo-file.ts';
import { picture } from './picture.ts';

const box = (page: Page): Locator => page.locator('#f-photos');
const tiles = (page: Page): Locator => box(page).getByRole('button', { name: /^Ảnh \d trong \d/ });
const gallery = (page: Page): Locator => page.getByLabel('Chọn ảnh', { exact: true });

test('[kF11] two pictures chosen without a signal are small, outlive a kill, come off and back one by one, and go with the record', async ({ province, disk }) => {
  let page = await disk.open();
  let officer = phone(page);
  await officer.activate(province.origin, await province.invite('c02'));
  await officer.installed();
  const files = [await photoFile(page, 1), await photoFile(page, 2)];
  await disk.context().setOffline(true);
  await officer.fillForm('20');
  await gallery(page).setInputFiles(files);
  await expect(tiles(page)).toHaveCount(2);
  await expect(box(page)).toContainText(/\d+ kB \(ảnh gốc \d+(,\d)? MB\)/);
  await box(page).scrollIntoViewIfNeeded();
  await picture(page, 'p-01-form');
  await disk.kill();

  page = await disk.open({ offline: true });
  officer = phone(page);
  await page.goto(`${province.origin}/ghi`);
  await expect(tiles(page)).toHaveCount(2);
  await expect(page.getByLabel('Số lượt người dự', { exact: true })).toHaveValue('20');

  await officer.button('Bỏ ảnh 1').click();
  await expect(tiles(page)).toHaveCount(1);
  await box(page).scrollIntoViewIfNeeded();
  await picture(page, 'p-02-removed');
  await officer.button('Hoàn tác').click();
  await expect(tiles(page)).toHaveCount(2);
  // The same picture again is no third one.
  await gallery(page).setInputFiles(files[0] ? [files[0]] : []);
  await expect(box(page)).toContainText('Ảnh này đã có trong bản ghi.');
  await expect(tiles(page)).toHaveCount(2);

  await tiles(page).first().click();
  const large = page.getByRole('dialog', { name: 'Ảnh 1/2' });
  await expect(large.getByRole('img')).toBeVisible();
  await picture(page, 'p-03-large');
  // Upright, though it lies on its side in the file.
  await expect(large.getByRole('img')).toHaveJSProperty('naturalWidth', 1_280);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('dialog', { name: 'Ảnh 2/2' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await tiles(page).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(officer.title()).toHaveText('Ghi hoạt động');

  await officer.save();
  await officer.link('Xem bản ghi').click();
  await expect(page.getByText('2 ảnh, đi sau phần chữ')).toBeVisible();
  await page.getByText('2 ảnh, đi sau phần chữ').scrollIntoViewIfNeeded();
  await picture(page, 'p-04-record');
  await page.goto(`${province.origin}/may`);
  await expect(page.getByText(/^2 ảnh, \d+ kB$/)).toBeVisible();
});

test('[M6] Chụp keeps a picture in a dated draft in two taps; the words come later', async ({ newOfficer }) => {
  const { page, tap, link, button, title } = await newOfficer('c03');
  await page.context().setOffline(true);
  await page.getByLabel('Chụp', { exact: true }).setInputFiles(await photoFile(page, 3));
  await expect(page.getByText('Đã giữ ảnh trong một bản nháp. Ghi tiếp khi rảnh.')).toBeVisible();
  await expect(link(/^Ảnh lúc \d\d:\d\d, \d+\/\d+ — ghi tiếp khi rảnh/)).toBeVisible();
  await picture(page, 'p-05-photo-first');
  await page.goto(new URL('/so-gui', page.url()).href);
  await expect(page.getByText(/^Ảnh lúc \d\d:\d\d/)).toBeVisible();
  await picture(page, 'p-06-outbox-draft');
  await tap(link(/Ảnh lúc/));
  await expect(title()).toHaveText('Ghi hoạt động');
  await expect(tiles(page)).toHaveCount(1);
  // What a new form would suggest is there already.
  await expect(page.getByLabel('Tên hoạt động')).not.toHaveValue('');
  await expect(button('Lưu và gửi')).toBeVisible();
});

test('[kF3] the words are kept before the camera comes to the front: a phone that ends the page behind it loses none', async ({ newOfficer }) => {
  const officer = await newOfficer('c09');
  const { page } = officer;
  await officer.tap(officer.link('Ghi hoạt động'));
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Chụp', { exact: true }).click();
  await chooser;
  // Not a key was touched: the draft has an address of its own all the same.
  await expect(page).toHaveURL(/\/ghi\/.+/);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await gallery(page).setInputFiles(await photoFile(page, 5));
  await expect(tiles(page)).toHaveCount(1);
});

test('more pictures than an activity takes are told; what is no picture is said to be none', async ({ newOfficer }) => {
  const officer = await newOfficer('c04');
  const { page } = officer;
  await officer.fillForm('12');
  const files = [];
  for (let number = 1; number <= 7; number += 1) files.push(await photoFile(page, number));
  await gallery(page).setInputFiles([{ name: 'cong-van.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('không phải ảnh') }]);
  await expect(box(page)).toContainText('Tệp này không phải ảnh mở được.');
  await gallery(page).setInputFiles(files);
  await expect(box(page)).toContainText('Mỗi hoạt động nhận nhiều nhất 6 ảnh.');
  await expect(tiles(page)).toHaveCount(6);
  await expect(box(page)).toContainText('Đã đủ 6 ảnh.');
  await expect(gallery(page)).toHaveCount(0);
  await box(page).scrollIntoViewIfNeeded();
  await picture(page, 'p-07-six');
});

test('[H1] a requirement about people shows no place for pictures, and sends none that were chosen before', async ({ newOfficer }) => {
  const officer = await newOfficer('c05');
  const { page } = officer;
  await officer.fillForm('12');
  await gallery(page).setInputFiles(await photoFile(page, 1));
  await expect(tiles(page)).toHaveCount(1);
  await page.locator('#f-requirementId').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Phát triển đoàn viên').or(dialog.locator('summary').filter({ hasText: '' })).first().waitFor();
  await dialog.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true;
  });
  await dialog.getByRole('button').filter({ has: page.getByText('3.4', { exact: true }) }).click();
  await expect(page.getByText('Nội dung này chỉ ghi số, không ghi tên người, ghi chú, ảnh hay đường dẫn.')).toBeVisible();
  await expect(box(page)).toHaveCount(0);
});

test('[kF10, L14] a full disk refuses the picture and keeps every word, and says what can be done', async ({ browser, newOfficer, province }) => {
  const another = await newOfficer('c06');
  // The app itself takes room as well: on both phones all of it is there before room is looked at.
  await another.installed();
  const usage = await another.page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const context = await browser.newContext(phoneScreen);
  // From the beginning: Chromium goes by an older estimate of the room where a database has been in use.
  const session = await context.newCDPSession(await context.newPage());
  await session.send('Storage.overrideQuotaForOrigin', { origin: province.origin, quotaSize: usage + 500_000 });
  const officer = await newOfficer('c06', province.origin, context);
  await officer.installed();
  const { page } = officer;
  await officer.fillForm('31');
  const files = [];
  for (let number = 1; number <= 6; number += 1) files.push(await photoFile(page, number));
  await gallery(page).setInputFiles(files);
  await expect(page.getByText('Máy sắp đầy. Đã giữ phần chữ; ảnh chưa lưu được.')).toBeVisible();
  await expect(page.getByText('Không có ảnh cũ nào xóa được. Xóa bớt ảnh, ứng dụng khác trong máy rồi bấm lại.')).toBeVisible();
  expect(await tiles(page).count()).toBeLessThan(6);
  await box(page).scrollIntoViewIfNeeded();
  await picture(page, 'p-08-full');
  await officer.number('Số lượt người dự', '32');
  await expect(page.getByText(/^Đã tự lưu trên máy lúc/)).toBeVisible();
  // Room again: the very pictures are kept after all.
  await session.send('Storage.overrideQuotaForOrigin', { origin: province.origin, quotaSize: usage + 50_000_000 });
  await officer.button('Lưu lại ảnh').click();
  await expect(tiles(page)).toHaveCount(6);
  await officer.save();
  await context.close();
});

test('[M6] pictures that another app hands over become a draft, without a signal too; more than six are told', async ({ newOfficer }) => {
  const { page, title, tap, button } = await newOfficer('c07');
  const files = [];
  for (let number = 1; number <= 7; number += 1) files.push(await photoFile(page, number));
  await page.context().setOffline(true);
  await share(page, files.slice(0, 2));
  await expect(title()).toHaveText('Ghi hoạt động');
  await expect(tiles(page)).toHaveCount(2);
  await share(page, files);
  await expect(title()).toHaveText('Ảnh được chia sẻ');
  await expect(page.getByText('Đã nhận 6 ảnh đầu trong 7 ảnh: mỗi hoạt động nhận nhiều nhất 6 ảnh.')).toBeVisible();
  await picture(page, 'p-09-shared');
  await tap(page.getByRole('link', { name: 'Ghi tiếp' }));
  await expect(tiles(page)).toHaveCount(6);
  // Nothing is left to be taken in twice.
  await page.goto(new URL('/chia-se', page.url()).href);
  await expect(page.getByText(/^Không có ảnh nào được chia sẻ/)).toBeVisible();
  await expect(button('Ghi tiếp')).toHaveCount(0);
});

test('[kO8, L12] words first: pictures that the link cuts in their middle go on where they stopped, and the desk sees each of them as it comes', async ({ weak, newOfficer, newReviewer }) => {
  const officer = await newOfficer('c08', weak.origin);
  const { page } = officer;
  await officer.fillForm('12');
  await gallery(page).setInputFiles([await photoFile(page, 1), await photoFile(page, 2)]);
  await expect(tiles(page)).toHaveCount(2);
  weak.photoMood = 'cut';
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await expect(page.getByText('Chữ đã tới tỉnh, ảnh theo sau: 0/2 ảnh.')).toBeVisible();
  await picture(page, 'p-10-words-first');
  await expect.poll(() => weak.photoOffsets().length).toBeGreaterThan(0);
  await page.goto(`${weak.origin}/so-gui`);
  await expect(page.getByText('0/2 ảnh')).toBeVisible();
  await picture(page, 'p-11-outbox');
  await page.goto(`${weak.origin}/`);
  await expect(officer.strip()).toContainText('Còn 2 ảnh đang gửi');

  const reviewer = await newReviewer('/ban?don-vi=c08&tim=Tuyên dương nhân dịp 130');
  await expect(reviewer.rows(/Tuyên dương nhân dịp 130/)).toContainText('0/2 ảnh đã về');
  await reviewer.open('Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ');
  await expect(reviewer.record().getByRole('img', { name: /chưa về/ })).toHaveCount(2);

  weak.photoMood = 'pass';
  await page.goto(`${weak.origin}/so-gui`);
  await officer.button('Gửi ngay').click();
  await expect(page.getByText(/^\d\/2 ảnh$/)).toHaveCount(0);
  await page.goto(`${weak.origin}/`);
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
  // What had arrived before the cut was not sent again.
  expect(weak.photoOffsets().some((offset) => offset > 0)).toBe(true);

  await reviewer.page.reload();
  await expect(reviewer.record().getByRole('button', { name: 'Ảnh 1/2' })).toBeVisible();
  await expect.poll(() => reviewer.record().locator('.desk-photo img').evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))).toEqual([1_280, 1_280]);
  await reviewer.record().locator('.desk-photos').scrollIntoViewIfNeeded();
  await reviewer.pictures('p-12-desk');
  await reviewer.record().getByRole('button', { name: 'Ảnh 1/2' }).click();
  await expect(reviewer.page.getByRole('dialog', { name: 'Ảnh 1/2' })).toBeVisible();
  await reviewer.page.keyboard.press('ArrowRight');
  await expect(reviewer.page.getByRole('dialog', { name: 'Ảnh 2/2' }).getByRole('img')).toBeVisible();
  await picture(reviewer.page, 'p-13-desk-large');
  await reviewer.page.keyboard.press('Escape');
  await expect(reviewer.page.getByRole('dialog')).toHaveCount(0);
});

test('pictures wait for Wi-Fi where the officer wants it so: words go, the pages say why, and the choice can be taken back', async ({ newOfficer, browser, province }) => {
  const context = await browser.newContext(phoneScreen);
  // As Chrome on Android tells it; Chromium on a desk tells nothing, and is asked nothing.
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: Object.assign(new EventTarget(), { type: 'cellular' }) });
    // The worker is told by the real browser, so it is not asked to help here.
    Object.defineProperty(ServiceWorkerRegistration.prototype, 'sync', { value: undefined });
  });
  const officer = await newOfficer('c16', province.origin, context);
  const { page } = officer;
  await page.goto(`${province.origin}/may`);
  const choice = page.getByRole('group', { name: 'Chỉ gửi ảnh khi có Wi-Fi' });
  await expect(choice.getByRole('radio', { name: 'Không' })).toBeChecked();
  await choice.getByText('Có', { exact: true }).click();
  await expect(choice.getByRole('radio', { name: 'Có' })).toBeChecked();
  await page.goto(`${province.origin}/`);
  await officer.fillForm('17');
  await gallery(page).setInputFiles(await photoFile(page, 9));
  await expect(tiles(page)).toHaveCount(1);
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText('Còn 1 ảnh chờ Wi-Fi');
  await picture(page, 'p-17-home-wifi');
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByText('Ảnh chờ Wi-Fi', { exact: true })).toBeVisible();
  // Asked to send now, words would go; the pictures still wait.
  await officer.button('Gửi ngay').click();
  await expect(page.getByText('0/1 ảnh')).toBeVisible();
  await picture(page, 'p-18-outbox-wifi');
  await expectAccessible(page, 'Sổ gửi, pictures wait for Wi-Fi');
  await expectWellLaid(page, 'Sổ gửi, pictures wait for Wi-Fi', 48);
  await officer.link('Đổi ở Máy và dữ liệu').click();
  await expect(page.getByText('Còn 1 ảnh; có Wi-Fi là tự gửi.')).toBeVisible();
  await choice.scrollIntoViewIfNeeded();
  await picture(page, 'p-19-device-wifi');
  await expectAccessible(page, 'the phone, pictures wait for Wi-Fi');
  // That Wi-Fi sends them stands in tests/device: here the officer changes the choice.
  await choice.getByText('Không', { exact: true }).click();
  await expect(page.getByText('Ảnh chờ Wi-Fi')).toHaveCount(0);
  await page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
  await context.close();
});

test('a colleague sees the pictures of the unit: they are at the province, and are fetched on a tap', async ({ newOfficer, province }) => {
  const officer = await newOfficer('c11');
  await officer.fillForm('15');
  await gallery(officer.page).setInputFiles(await photoFile(officer.page, 4));
  await expect(tiles(officer.page)).toHaveCount(1);
  await officer.save();
  await officer.page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');

  const colleague = await newOfficer('c11');
  const { page } = colleague;
  await page.goto(`${province.origin}/so-gui`);
  await colleague.link(/Tuyên dương nhân dịp 130/).first().click();
  await expect(page.getByText('Đã tới tỉnh đủ 1 ảnh')).toBeVisible();
  const tile = colleague.button('Ảnh 1 trong 1: ở tỉnh, bấm để tải');
  await tile.scrollIntoViewIfNeeded();
  await picture(page, 'p-14-away');
  await tile.click();
  const image = page.getByRole('dialog').getByRole('img');
  await expect(image).toBeVisible();
  await expect(image).toHaveJSProperty('naturalWidth', 1_280);
});

test('[L12] what the province has, and has copied, may give its room back, and is still seen where there is a signal', async ({ mortalProvince: province, newOfficer }) => {
  const officer = await newOfficer('c02', province.origin, undefined, await province.invite('c02'));
  const { page } = officer;
  await officer.fillForm('12');
  await gallery(page).setInputFiles(await photoFile(page, 8));
  await expect(tiles(page)).toHaveCount(1);
  await officer.save();
  await page.goto(`${province.origin}/`);
  await expect(officer.strip()).toContainText('Tỉnh đã nhận đủ');
  await page.goto(`${province.origin}/may`);
  await expect(page.getByText(/^1 ảnh, \d+ kB$/)).toBeVisible();
  // At the province is not enough: its machine may break.
  await expect(officer.button('Xóa ảnh cũ')).toHaveCount(0);
  const copies = mkdtempSync(join(tmpdir(), 'so-tay-copy-'));
  await province.command('backup', join(copies, 'so-tay-2020-05-15.sqlite'));
  await province.command('backup', 'confirm', copies);
  await officer.button('Gửi ngay').click();
  await expect(officer.button('Xóa ảnh cũ')).toBeVisible();
  await officer.button('Xóa ảnh cũ').scrollIntoViewIfNeeded();
  await picture(page, 'p-15-room');
  await officer.button('Xóa ảnh cũ').click();
  await expect(page.getByText(/^Đã xóa \d+ kB ảnh cũ\.$/)).toBeVisible();
  await page.goto(`${province.origin}/so-gui`);
  await officer.link(/Tuyên dương nhân dịp 130/).first().click();
  await expect(page.getByText('Đã tới tỉnh đủ 1 ảnh')).toBeVisible();
  await officer.button(/^Ảnh 1 trong 1/).click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  rmSync(copies, { recursive: true, force: true });
});

test('[kA1, kA2, kA3, kA4] pictures are whole for eyes, thumbs and screen readers', async ({ newOfficer, newReviewer }) => {
  test.setTimeout(240_000);
  const officer = await newOfficer('c13');
  const { page } = officer;
  const look = async (where: string): Promise<void> => {
    await expectAccessible(page, where);
    await expectWellLaid(page, where, 48);
    await expectReflow(page, where);
  };
  await page.getByLabel('Chụp', { exact: true }).setInputFiles(await photoFile(page, 6));
  await expect(page.getByText('Đã giữ ảnh trong một bản nháp. Ghi tiếp khi rảnh.')).toBeVisible();
  await look('home with a picture taken');
  await page.getByRole('link', { name: 'Ghi tiếp', exact: true }).click();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await gallery(page).setInputFiles([await photoFile(page, 7), { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') }]);
  await expect(tiles(page)).toHaveCount(2);
  await expect(box(page)).toContainText('Tệp này không phải ảnh mở được.');
  await look('the form with pictures');
  await tiles(page).first().click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await look('a large picture');
  await page.keyboard.press('Escape');
  await officer.number('Số cá nhân được tuyên dương', '3');
  await officer.number('Số lượt người dự', '12');
  await officer.save();
  await officer.link('Xem bản ghi').click();
  await expect(page.getByText('Đã tới tỉnh đủ 2 ảnh')).toBeVisible();
  await look('a record with pictures');

  const reviewer = await newReviewer('/ban?don-vi=c13&tim=Tuyên dương nhân dịp 130');
  await reviewer.open('Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ');
  await expect(reviewer.record().getByRole('button', { name: 'Ảnh 1/2' })).toBeVisible();
  await expectAccessible(reviewer.page, 'the desk with pictures');
  await expectWellLaid(reviewer.page, 'the desk with pictures', 24);
  await reviewer.record().getByRole('button', { name: 'Ảnh 1/2' }).click();
  await expect(reviewer.page.getByRole('dialog')).toBeVisible();
  await expectAccessible(reviewer.page, 'a large picture at the desk');
});

test('pictures handed over to a phone that belongs to nobody yet: it is said what comes first, and that they are not lost', async ({ browser, province }) => {
  const context = await browser.newContext(phoneScreen);
  const page = await context.newPage();
  // Without a worker the form reaches the province itself.
  await page.goto(`${province.origin}/tro-giup`);
  await share(page, [await photoFile(page, 1)]);
  await expect(page.getByText('Kích hoạt máy trước. Ảnh vừa chia sẻ vẫn còn trong thư viện ảnh: kích hoạt xong thì chia sẻ lại.')).toBeVisible();
  await expect(page.getByLabel('Mã kích hoạt')).toBeVisible();
  await picture(page, 'p-16-nobody');
  await context.close();
});

/** As the system does it: a form posted to the address of the manifest. */
async function share(page: Page, files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  const sent = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  await page.evaluate((given) => {
    const form = Object.assign(document.createElement('form'), { method: 'POST', action: '/chia-se', enctype: 'multipart/form-data' });
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'anh', multiple: true });
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of given) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type: mimeType }));
    }
    input.files = transfer.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }, sent);
}
