/** The way in: out of Zalo into a real browser, onto the home screen, and what the browser needs to offer that. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { browserSamples, inAppSamples, iosSamples, standaloneIphone } from '../device/browser-samples.ts';
import { phoneScreen } from './disk-browser.ts';
import { expect, test } from './journey.ts';
import { expectAccessible, expectReflow, expectWellLaid, themes } from './looks.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const code = 'K7M29QXP';
const androidChrome = browserSamples[0]?.userAgent ?? '';
const installHeading = 'Cài Sổ tay ra màn hình chính';

async function visit(browser: Browser, address: string, userAgent: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ ...phoneScreen, userAgent, colorScheme });
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Everything that a page can leave behind. */
function leftBehind(page: Page): Promise<unknown> {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    texts: localStorage.length + sessionStorage.length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
  }));
}

const nothing = { databases: 0, texts: 0, caches: 0, workers: 0, cookies: '' };

test('[kI7] inside every in-app browser the officer is led out before anything is written, and the code goes along', async ({ browser, province }) => {
  for (const { title, userAgent, appName } of inAppSamples) {
    const page = await visit(browser, `${province.origin}/k#${code}`, userAgent);
    const isIphone = userAgent.includes('iPhone');
    await expect(page.getByRole('heading', { level: 1 }), title).toHaveText(`Mở bằng ${isIphone ? 'Safari' : 'Chrome'} để dùng khi mất sóng`);
    await expect(page.getByText(`Đang mở trong ${appName ?? 'một ứng dụng khác'}. Ghi ở đây sẽ không giữ được lâu.`), title).toBeVisible();
    await expect(page.getByRole('textbox'), title).toHaveCount(0);
    const out = page.getByRole('link', { name: 'Mở bằng Chrome' });
    if (isIphone) await expect(out, title).toHaveCount(0);
    else await expect(out, title).toHaveAttribute('href', new RegExp(`^intent://localhost:\\d+/k\\?ma=${code}#Intent;scheme=http;package=com\\.android\\.chrome;.*;end$`));
    await expect(page.getByText(`${province.origin}/k#${code}`), title).toBeVisible();
    expect(await leftBehind(page), title).toEqual(nothing);
    await page.context().close();
  }
});

test('[kI7] no other path of the app opens inside Zalo, and the desk stays out of it', async ({ browser, province }) => {
  const zalo = inAppSamples[0]?.userAgent ?? '';
  for (const path of ['/', '/ghi', '/so-gui', '/may', '/mo']) {
    const page = await visit(browser, `${province.origin}${path}`, zalo);
    await expect(page.getByRole('link', { name: 'Mở bằng Chrome' }), path).toHaveAttribute('href', new RegExp(`^intent://localhost:\\d+${path === '/mo' ? '/' : path}#Intent;`));
    expect(await leftBehind(page), path).toEqual(nothing);
    await page.context().close();
  }
  const page = await visit(browser, `${province.origin}/ban`, zalo);
  await expect(page.getByRole('button', { name: 'Đăng nhập' })).toBeVisible();
  await page.context().close();
});

test('[kI7] real browsers go straight to the app', async ({ browser, province }) => {
  for (const { title, userAgent } of browserSamples) {
    const page = await visit(browser, `${province.origin}/k#${code}`, userAgent);
    await expect(page.getByLabel('Mã kích hoạt'), title).toHaveValue('K7M2-9QXP');
    await page.context().close();
  }
});

test('the code that came by the query stands behind the hash and in the box at once', async ({ browser, province }) => {
  const page = await visit(browser, `${province.origin}/k?ma=${code}`, androidChrome);
  await expect(page.getByLabel('Mã kích hoạt')).toHaveValue('K7M2-9QXP');
  expect(page.url()).toBe(`${province.origin}/k#${code}`);
  await page.context().close();
});

test('the page about the right browser is always at /mo and leads on; an address that cannot be copied is marked', async ({ browser, province }) => {
  const page = await visit(browser, `${province.origin}/mo`, androidChrome);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Sao chép địa chỉ' }).click();
  await expect(page.getByText('Đã chép. Dán vào Chrome.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${province.origin}/`);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.getByRole('button', { name: 'Sao chép địa chỉ' }).click();
  await expect(page.getByText(/Giữ ngón tay lên địa chỉ/)).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(`${province.origin}/`);
  await page.getByRole('link', { name: 'Mở sổ tay ở đây' }).click();
  await expect(page.getByLabel('Mã kích hoạt')).toBeVisible();
  await page.context().close();
});

test('who already has a notebook inside an in-app browser keeps the way to its records', async ({ browser, newOfficer }) => {
  const context = await browser.newContext({ ...phoneScreen, userAgent: androidChrome });
  const officer = await newOfficer('c15', undefined, context);
  const page = await context.newPage();
  // The same store under another name, as after an update of the app around it.
  const session = await context.newCDPSession(page);
  await session.send('Network.setUserAgentOverride', { userAgent: inAppSamples[0]?.userAgent ?? '' });
  await page.goto(officer.page.url());
  await expect(page.getByRole('link', { name: 'Ghi hoạt động' })).toBeVisible();
  await context.close();
});

test('[kI8] an iPhone installs before it is activated: no box for the code, but the code itself', async ({ browser, province }) => {
  for (const { title, userAgent, touchPointCount } of iosSamples) {
    const context = await browser.newContext({ ...phoneScreen, userAgent });
    if (touchPointCount !== undefined) await context.addInitScript((count) => Object.defineProperty(navigator, 'maxTouchPoints', { value: count }), touchPointCount);
    const page = await context.newPage();
    await page.goto(`${province.origin}/k#${code}`);
    await expect(page.getByRole('heading', { level: 1 }), title).toHaveText(installHeading);
    await expect(page.getByText('Chọn “Thêm vào MH chính”.'), title).toBeVisible();
    await expect(page.getByText('K7M2-9QXP'), title).toBeVisible();
    await expect(page.getByRole('textbox'), title).toHaveCount(0);
    expect(await leftBehind(page), title).toEqual(nothing);
    await context.close();
  }
});

test('[kI8] from the home screen of an iPhone the code is asked for, though its browser looks like an in-app one', async ({ browser, province }) => {
  const context = await browser.newContext({ ...phoneScreen, userAgent: standaloneIphone.userAgent });
  await context.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }));
  const page = await context.newPage();
  await page.goto(`${province.origin}/?tu=man-hinh-chinh`);
  await expect(page.getByLabel('Mã kích hoạt')).toBeVisible();
  await context.close();
});

test('[kI6] nobody is asked to install on opening; after activation once, then after three saves, and never a fourth time', async ({ browser, province }) => {
  test.setTimeout(150_000);
  const context = await browser.newContext({ ...phoneScreen, userAgent: androidChrome });
  const card = (page: Page) => page.getByRole('heading', { name: installHeading });
  const page = await context.newPage();
  const officer = phone(page);
  await officer.activate(province.origin, await province.invite('c16'), async (step) => {
    await offerInstall(page);
    await expect(card(page)).toHaveCount(step === 'ready' ? 1 : 0);
    if (step === 'ready') {
      await expectAccessible(page, 'the card about installing');
      await expectWellLaid(page, 'the card about installing', 48);
      await expectReflow(page, 'the card about installing');
      await officer.button('Để sau').click();
    }
    await expect(card(page)).toHaveCount(0);
  });
  await expect(card(page)).toHaveCount(0);
  const saveAnother = async (): Promise<void> => {
    await page.goto(province.origin);
    await expect(officer.link('Ghi hoạt động')).toBeVisible();
    await offerInstall(page);
    await officer.fillForm('12');
    await expect(card(page)).toHaveCount(0);
    await officer.button('Lưu và gửi').click();
    // The second of the same kind on the same day is asked about.
    const question = officer.button('Vẫn gửi');
    await expect(question.or(officer.link('Xem bản ghi'))).toBeVisible();
    if (await question.isVisible()) await question.click();
    await expect(officer.title()).toHaveText(/Đã lưu trên máy|Tỉnh đã nhận/);
    // The card comes in a file of its own, later than the page: it has made up its mind when the save is on its list.
    const recordId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await expect.poll(() => page.evaluate(() => localStorage.getItem('so-tay-install-asking'))).toContain(recordId);
  };
  for (const isAsked of [false, false, true]) {
    await saveAnother();
    await expect(card(page)).toHaveCount(isAsked ? 1 : 0);
  }
  await picture(page, 'i-01-install-card');
  // The browser's own question, answered with yes.
  await officer.button('Cài đặt').click();
  expect(await page.evaluate(() => (window as { promptCount?: number }).promptCount)).toBe(1);
  await expect(officer.button('Để sau')).toHaveCount(0);
  await expect(page.getByText('Đã cài.')).toHaveCount(0);
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  await expect(page.getByText('Đã cài. Lần sau mở từ màn hình chính.')).toBeVisible();
  // Three times asked, and taken off the home screen again: the officer has answered.
  await page.evaluate(() => localStorage.setItem('so-tay-install-asking', '3 9 0 before'));
  await saveAnother();
  await expect(card(page)).toHaveCount(0);
  // Whoever looks for it finds it on the page about the phone.
  await page.goto(`${province.origin}/may`);
  await expect(officer.title()).toHaveText('Máy và dữ liệu');
  await offerInstall(page);
  await expect(officer.button('Cài đặt')).toBeVisible();
  await context.close();
});

/** Chromium offers nothing in a browser without a profile; the page cannot tell this from its offer. */
async function offerInstall(page: Page): Promise<void> {
  await page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: () => {
        (window as { promptCount?: number }).promptCount = ((window as { promptCount?: number }).promptCount ?? 0) + 1;
        return Promise.resolve({ outcome: 'accepted' });
      },
    });
    dispatchEvent(event);
    if (!event.defaultPrevented) throw new Error('the browser’s own bar would show');
  });
}

test('[kI9] the promise to keep the data is asked for and its answer told', async ({ disk, province }) => {
  const page = await disk.open();
  const officer = phone(page);
  await page.addInitScript(() => {
    const persist = StorageManager.prototype.persist;
    StorageManager.prototype.persist = function count(this: StorageManager) {
      const counted = window as { persistCount?: number };
      counted.persistCount = (counted.persistCount ?? 0) + 1;
      return persist.call(this);
    };
  });
  const askedCount = (): Promise<number> => page.evaluate(() => (window as { persistCount?: number }).persistCount ?? 0);
  await officer.activate(province.origin, await province.invite('c17'));
  expect(await askedCount(), 'at the activation').toBe(1);
  await officer.fillForm('12');
  expect(await askedCount(), 'while the form is filled').toBe(1);
  await officer.save();
  expect(await askedCount(), 'at the first save').toBe(2);
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  expect(await askedCount(), 'once it is installed').toBe(3);
  await page.goto(`${province.origin}/may`);
  const answer = page.locator('dt', { hasText: 'Trình duyệt cam kết giữ dữ liệu' }).locator('+ dd');
  await expect(answer).toHaveText('Chưa');
  const session = await page.context().newCDPSession(page);
  await session.send('Browser.grantPermissions', { origin: province.origin, permissions: ['durableStorage'] });
  await officer.button('Xin giữ dữ liệu').click();
  await expect(answer).toHaveText('Có');
});

test('what has waited for a day where the browser may empty the store is a reason to install', async ({ newOfficer }) => {
  const officer = await newOfficer('c18');
  const { page } = officer;
  await officer.installed();
  await page.context().setOffline(true);
  await officer.fillForm('12');
  await officer.save();
  await page.clock.setSystemTime(Date.now() + 26 * 3_600_000);
  await officer.link('Về Việc').click();
  await expect(officer.strip()).toContainText('Nên cài ra màn hình chính');
  await expect(officer.strip()).toContainText('Để máy không xóa dữ liệu khi đầy bộ nhớ.');
  await picture(page, 'i-02-strip');
  await officer.strip().click();
  await expect(officer.title()).toHaveText('Máy và dữ liệu');
});

test('[kI1, kI3] Chromium finds nothing that keeps the app from being installed, and pictures for its dialog', async ({ disk, province }) => {
  const page = await disk.open();
  await page.addInitScript(() => {
    addEventListener('beforeinstallprompt', () => {
      (window as { wasOffered?: boolean }).wasOffered = true;
    });
  });
  await page.goto(province.origin);
  await expect(page.getByLabel('Mã kích hoạt')).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await expect.poll(async () => (await session.send('Page.getInstallabilityErrors')).installabilityErrors).toEqual([]);
  await expect.poll(() => page.evaluate(() => (window as { wasOffered?: boolean }).wasOffered)).toBe(true);

  const { errors, data = '' } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data) as Manifest;
  expect(manifest).toMatchObject({ id: '/', lang: 'vi', display: 'standalone', launch_handler: { client_mode: 'navigate-existing' }, prefer_related_applications: false });
  expect(manifest.shortcuts.map(({ name }) => name)).toEqual(['Ghi hoạt động', 'Sổ gửi', 'Lịch']);
  expect(manifest.screenshots.map(({ form_factor }) => form_factor)).toEqual(['narrow', 'narrow', 'narrow', 'narrow', 'wide', 'wide']);
  for (const { src, sizes, label, type } of manifest.screenshots) {
    expect(label, src).toMatch(/[à-ỹđ]/i);
    expect(type).toBe('image/png');
    const size = await page.evaluate(async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      return `${image.width}x${image.height}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) expect((await page.request.get(province.origin + url)).status(), url).toBe(200);
});

interface Manifest {
  readonly shortcuts: readonly { readonly name: string; readonly url: string }[];
  readonly screenshots: readonly { readonly src: string; readonly sizes: string; readonly type: string; readonly form_factor: string; readonly label: string }[];
}

test('no phone keeps the pictures of the install dialog', async () => {
  const worker = await readFile(new URL('../../dist/sw.js', import.meta.url), 'utf8');
  expect(worker).toContain('phone-gate');
  expect(worker).not.toContain('screenshots/');
});

test('[kI11] where the browser keeps nothing, a plain sentence stands instead of a blank page', async ({ browser, province }) => {
  const context = await browser.newContext({ ...phoneScreen, userAgent: androidChrome });
  await context.addInitScript(() => {
    const refuse = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    IDBFactory.prototype.open = refuse;
    IDBFactory.prototype.databases = refuse;
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  const page = await context.newPage();
  await page.goto(province.origin);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trình duyệt không cho giữ dữ liệu');
  await context.close();
});

test('[kI2] the icons are there in every kind, and what a round mask cuts off is nothing but ground', async ({ browser, province }) => {
  const page = await visit(browser, province.origin, androidChrome);
  const { icons } = (await (await page.request.get(`${province.origin}/manifest.webmanifest`)).json()) as { icons: readonly Icon[] };
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(['192x192 any', '512x512 any', '512x512 maskable', 'any monochrome']);
  for (const { src, sizes, purpose } of icons.filter(({ type }) => type === 'image/png')) {
    const { size, coloursOutside } = await page.evaluate(async (address) => {
      const image = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      const paper = canvas.getContext('2d');
      if (!paper) throw new Error('no canvas');
      paper.drawImage(image, 0, 0);
      const { data } = paper.getImageData(0, 0, image.width, image.height);
      const outside = new Set<string>();
      for (let y = 0; y < image.height; y += 1) {
        for (let x = 0; x < image.width; x += 1) {
          // The safe zone of a maskable icon: a circle of two fifths of its width.
          if (Math.hypot(x + 0.5 - image.width / 2, y + 0.5 - image.height / 2) > image.width * 0.4) outside.add(data.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 4).join(' '));
        }
      }
      return { size: `${image.width}x${image.height}`, coloursOutside: [...outside] };
    }, src);
    expect(size, src).toBe(sizes);
    if (purpose === 'maskable') expect(coloursOutside, src).toEqual(['159 18 25 255']);
  }
  await page.context().close();
});

interface Icon {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose: string;
}

test('[kA1, kA2, kA3] the pages of the way in are whole for eyes, thumbs and screen readers', async ({ browser, province }) => {
  test.setTimeout(150_000);
  for (const [name, sample] of [['zalo', inAppSamples[0]], ['zalo-iphone', inAppSamples[2]], ['iphone', iosSamples[0]], ['browser', browserSamples[0]]] as const) {
    const page = await visit(browser, `${province.origin}/${name === 'browser' ? 'mo' : `k#${code}`}`, sample?.userAgent ?? '');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('button', { name: /^Sao chép/ }).click();
    await expect(page.getByText(/^(Đã chép|Chưa chép|Ứng dụng này không cho chép)/)).toBeVisible();
    await expectAccessible(page, name);
    await expectWellLaid(page, name, 48);
    await expectReflow(page, name);
    await page.context().close();
    for (const look of themes) {
      const again = await visit(browser, `${province.origin}/${name === 'browser' ? 'mo' : `k#${code}`}`, sample?.userAgent ?? '', look === 'dark' ? 'dark' : 'light');
      if (look === 'sun') await again.getByRole('button', { name: 'Ngoài trời nắng' }).click();
      await expect(again.locator('html')).toHaveAttribute('data-theme', look);
      await picture(again, `i-gate-${name}-${look}`);
      await again.context().close();
    }
  }
});
