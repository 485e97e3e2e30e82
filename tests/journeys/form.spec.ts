/** Ghi hoạt động: what is taken back, refused, asked, and read. */
import { expect, test } from './journey.ts';
import { picture } from './picture.ts';

test('[kF6] what is taken back within the eight seconds is never sent, and stands in the form again', async ({ weak, newOfficer, newReviewer }) => {
  const officer = await newOfficer('c09', weak.origin);
  await officer.fillForm('19');
  await officer.save();
  await officer.button('Hoàn tác').click();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await expect(officer.page.getByLabel('Số lượt người dự', { exact: true })).toHaveValue('19');
  // The page of the record says the save may be taken back, and holds the same hand.
  await officer.save();
  await officer.tap(officer.link('Xem bản ghi'));
  await officer.button('Hoàn tác').click();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await expect(officer.page.getByLabel('Số lượt người dự', { exact: true })).toHaveValue('19');
  // Even when asked to send at once there is nothing to send.
  const before = weak.answeredCount();
  await officer.page.goto(`${weak.origin}/so-gui`);
  await expect(officer.page.getByRole('heading', { name: 'Nháp (1)' })).toBeVisible();
  await officer.button('Gửi ngay').click();
  await expect.poll(() => weak.answeredCount()).toBeGreaterThan(before);
  const reviewer = await newReviewer('/ban?don-vi=c09&tim=Tuyên dương nhân dịp 130');
  await expect(reviewer.page.getByText('Không có hoạt động nào khớp bộ lọc.')).toBeVisible();
});

test('[kO2, L15] a mended record never borrows the receipt of the words before it', async ({ newOfficer }) => {
  const officer = await newOfficer('c26');
  const { page } = officer;
  await officer.fillForm('14');
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await officer.link('Xem bản ghi').click();
  await officer.button('Sửa bản ghi').click();
  await expect(officer.title()).toHaveText('Bổ sung');
  await officer.number('Số lượt người dự', '15');
  await page.context().setOffline(true);
  await page.evaluate(() => {
    const titles = new Set<string>();
    Object.assign(globalThis, { titles });
    new MutationObserver(() => titles.add(document.querySelector('h1')?.textContent ?? '')).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await page.getByRole('button', { name: 'Gửi bản bổ sung' }).click();
  await expect(officer.title()).toHaveText('Đã lưu trên máy');
  expect(await page.evaluate(() => [...(globalThis as unknown as { titles: Set<string> }).titles])).not.toContain('Tỉnh đã nhận');
});

test('a phone that is slow to keep it says that it is still at it, takes one save from two taps, and says “Đã lưu” only then', async ({ newOfficer }) => {
  const officer = await newOfficer('c20');
  const { page } = officer;
  await page.context().setOffline(true);
  await officer.fillForm('14');
  await expect(page.getByText(/^Đã tự lưu trên máy lúc/)).toBeVisible();
  // Somebody else holds the store: whoever wants to write waits.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('so-tay-notebook');
      request.addEventListener('success', () => resolve(request.result));
    });
    let isHeld = true;
    addEventListener('let-go', () => {
      isHeld = false;
    });
    const shelf = database.transaction('meta', 'readwrite').objectStore('meta');
    const hold = (): void => {
      if (isHeld) shelf.get('head').addEventListener('success', hold);
    };
    hold();
    const titles = new Set<string>();
    Object.assign(globalThis, { titles });
    new MutationObserver(() => titles.add(document.querySelector('h1')?.textContent ?? '')).observe(document.body, { childList: true, subtree: true });
    // And again for three seconds once the app has written: what was saved cannot be read back for so long.
    addEventListener('tapped', () => {
      const after = database.transaction('journal', 'readwrite').objectStore('journal');
      let untilMs = Infinity;
      const holdAgain = (): void => {
        untilMs = Math.min(untilMs, performance.now() + 3_000);
        if (performance.now() < untilMs) after.get('none').addEventListener('success', holdAgain);
        else database.close();
      };
      after.get('none').addEventListener('success', holdAgain);
    });
  });
  await officer.button('Lưu và gửi').click();
  await officer.button('Lưu và gửi').click();
  await expect(page.getByRole('status').filter({ hasText: 'Đang lưu trên máy…' })).toBeVisible();
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await picture(page, 'g-07-saving');
  await page.evaluate(() => {
    dispatchEvent(new Event('tapped'));
    dispatchEvent(new Event('let-go'));
  });
  await expect(officer.title()).toHaveText('Đã lưu trên máy');
  // Never was it said not to be there.
  expect(await page.evaluate(() => [...(globalThis as unknown as { titles: Set<string> }).titles])).not.toContain('Không có bản ghi này trên máy');
  await page.goto(new URL('/so-gui', page.url()).href);
  await expect(page.getByRole('heading', { name: 'Chờ gửi (1)' })).toBeVisible();
});

test('the form stays, with every word in it, while what the province published is emptied and pulled anew', async ({ newOfficer }) => {
  const officer = await newOfficer('c23');
  const { page } = officer;
  await page.context().setOffline(true);
  await officer.fillForm('15');
  const name = page.getByLabel('Tên hoạt động');
  await name.fill('Đang gõ dở');
  // As another tab or a restored province leaves the mirror for a while.
  await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('so-tay-mirror');
      request.addEventListener('success', () => resolve(request.result));
    });
    const emptied = database.transaction('items', 'readwrite');
    emptied.objectStore('items').clear();
    await new Promise((resolve) => {
      emptied.addEventListener('complete', resolve);
    });
    database.close();
    const tabs = new BroadcastChannel('so-tay-stores');
    tabs.postMessage(['so-tay-mirror/items']);
    tabs.close();
  });
  await name.pressSequentially(' giữa bản');
  await expect(name).toHaveValue('Đang gõ dở giữa bản');
  await expect(page.getByText(/^Đã tự lưu trên máy lúc/)).toBeVisible();
  await officer.saveAnyway();
});

test('[kF2] an unfinished form says what is missing at the top, in the title and at the box, in the same words', async ({ newOfficer }) => {
  const { page, tap, button, link } = await newOfficer('c10');
  await tap(link('Ghi hoạt động'));
  await page.getByLabel('Tên hoạt động').fill('');
  await button('Lưu và gửi').click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: /);
  await expect(summary.getByRole('heading')).toHaveText(/^Cần xem lại \d chỗ$/);
  const lines = await summary.getByRole('link').allInnerTexts();
  expect(lines.length).toBeGreaterThanOrEqual(2);
  expect(await page.locator('.field-error').allInnerTexts()).toEqual(expect.arrayContaining(lines));
  await picture(page, 'g-01-errors');
  await summary.getByRole('link', { name: /Chưa ghi tên hoạt động/ }).click();
  await expect(page.getByLabel('Tên hoạt động')).toBeFocused();
  await expect(page.getByLabel('Tên hoạt động')).toHaveAccessibleDescription(/Chưa ghi tên hoạt động/);
});

test('[kF8, kV6] letters that a keyboard wrote in parts arrive whole', async ({ newOfficer, newReviewer }) => {
  const officer = await newOfficer('c17');
  await officer.fillForm('12');
  const whole = 'Hội diễn văn nghệ ở điểm trường Nậm Pồ';
  await officer.page.getByLabel('Tên hoạt động').fill(whole.normalize('NFD'));
  await officer.save();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  const reviewer = await newReviewer('/ban?don-vi=c17');
  await expect(reviewer.rows(/./)).toHaveCount(1);
  // Compared letter by letter.
  expect(await reviewer.rows(/./).getByRole('link').innerText()).toBe(whole.normalize('NFC'));
});

test('[kF9] an unusual number asks once; who says it is right may send, and the reviewer sees that it was asked', async ({ newOfficer, newReviewer }) => {
  const officer = await newOfficer('c12');
  await officer.fillForm('900');
  await officer.button('Lưu và gửi').click();
  const question = officer.page.getByRole('alert');
  await expect(question).toContainText('hơn 1,5 lần số đoàn viên');
  await expect(officer.page).not.toHaveTitle(/^Lỗi/);
  await picture(officer.page, 'g-02-question');
  // Nobody has been asked about other words: they are asked about anew.
  await officer.number('Số lượt người dự', '950');
  await expect(officer.button('Vẫn gửi')).toHaveCount(0);
  await officer.button('Lưu và gửi').click();
  await officer.button('Vẫn gửi').click();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  await picture(officer.page, 'g-03-received');
  const reviewer = await newReviewer('/ban?don-vi=c12');
  await expect(reviewer.rows(/Tuyên dương nhân dịp 130/)).toContainText('1 điểm cần xem');
  await reviewer.open('Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ');
  await expect(reviewer.record()).toContainText('Cán bộ đã xác nhận');
});

test('[kF7] a number may be written as people write numbers; a fraction or a word is refused in words', async ({ newOfficer }) => {
  const { page, tap, button, link, title } = await newOfficer('c14');
  await tap(link('Ghi hoạt động'));
  const box = page.getByLabel('Số lượt người dự', { exact: true });
  const error = page.locator('#f-attendances-error');
  for (const typed of ['1,5', 'mười hai', '12 người', '-3', '1.20']) {
    await box.fill(typed);
    await button('Lưu và gửi').click();
    await expect(error, typed).toContainText('chỉ ghi số nguyên');
    await expect(box, typed).toHaveValue(typed);
  }
  for (const typed of ['1.200', '1 200', '１２', '0012', '12']) {
    await box.fill(typed);
    await button('Lưu và gửi').click();
    // Something else is still missing, so the form stays; the number is no longer among what is wrong.
    await expect(page.getByRole('alert'), typed).toBeVisible();
    await expect(error, typed).toHaveCount(0);
  }
  await page.getByLabel('Số cá nhân được tuyên dương').fill('１');
  await button('Lưu và gửi').click();
  await expect(title()).toHaveText(/Đã lưu trên máy|Tỉnh đã nhận/);
});

test('what a keyboard fills into two boxes in one moment stands in both, and in the record', async ({ newOfficer }) => {
  const officer = await newOfficer('c19');
  const { page } = officer;
  await officer.tap(officer.link('Ghi hoạt động'));
  await expect(officer.title()).toHaveText('Ghi hoạt động');
  await page.locator('#activity').evaluate((form) => {
    const boxes = [...form.querySelectorAll<HTMLInputElement>('input[inputmode="numeric"]')].filter((box) => box.checkVisibility());
    for (const [index, box] of boxes.entries()) {
      box.value = String(7 + index);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  await expect(page.getByLabel('Số cá nhân được tuyên dương', { exact: true })).toHaveValue('7');
  await expect(page.getByLabel('Số lượt người dự', { exact: true })).toHaveValue('8');
  await officer.saveAnyway();
});

test('all kinds stay where they were unfolded when one of them is chosen', async ({ newOfficer }) => {
  const officer = await newOfficer('c15');
  await officer.tap(officer.link('Ghi hoạt động'));
  await officer.choose('Khác');
  const kinds = officer.page.getByRole('group', { name: 'Hình thức' }).getByRole('radio');
  await expect(kinds).toHaveCount(12);
  const order = (): Promise<(string | null)[]> => kinds.evaluateAll((all) => all.map((kind) => kind.getAttribute('value')));
  const before = await order();
  await officer.choose('Văn nghệ, thể thao');
  await expect(officer.page.getByRole('radio', { name: 'Văn nghệ, thể thao' })).toBeChecked();
  expect(await order()).toEqual(before);
});

test('a name or a phone number in the note is answered calmly, and goes nowhere', async ({ newOfficer }) => {
  const officer = await newOfficer('c21');
  await officer.fillForm('12');
  const note = officer.page.getByLabel(/Kết quả, ghi chú/);
  await note.fill('Đồng chí Nguyễn Văn An phát biểu');
  await officer.button('Lưu và gửi').click();
  await expect(officer.page.getByRole('alert')).toContainText('có vẻ là tên người. Bỏ tên, chỉ ghi việc và số người.');
  await picture(officer.page, 'g-04-name');
  await note.fill('Liên hệ 0912 345 678');
  await officer.button('Lưu và gửi').click();
  await expect(officer.page.getByRole('alert')).toContainText('có vẻ là số điện thoại.');
  await note.fill('Không khí vui, bà con đến xem đông');
  await officer.save();
});

test('a requirement that only counts shows neither note nor link, alone or among further ones', async ({ province, newOfficer }) => {
  const { page, button, title } = await newOfficer('c22');
  const note = page.getByLabel(/Kết quả, ghi chú/);
  await page.goto(`${province.origin}/ghi?yeu-cau=3.4`);
  await expect(page.getByText('Nội dung này chỉ ghi số, không ghi tên người, ghi chú, ảnh hay đường dẫn.')).toBeVisible();
  await expect(note).toHaveCount(0);
  await page.getByText('Thêm số liệu').click();
  await expect(page.getByLabel(/Đường dẫn/)).toHaveCount(0);
  await picture(page, 'g-05-counts-only');

  await page.goto(`${province.origin}/ghi?moi`);
  await expect(note).toBeVisible();
  await note.fill('Ghi chú sẽ bị cất đi');
  await page.getByText('Thêm nội dung, dịp').click();
  await button('Thêm nội dung chỉ đạo').click();
  await page.getByRole('dialog').getByText('Tuyên truyền Đại hội Đảng').click();
  await picture(page, 'g-06-picker');
  await page.getByRole('dialog').getByRole('button', { name: /^3\.4/ }).click();
  await expect(title()).toHaveText('Ghi hoạt động');
  await expect(note).toHaveCount(0);
});
