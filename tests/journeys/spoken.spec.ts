/** What a screen reader is told, what is left without colours, and that every page is built the same way. */
import type { Locator, Page } from '@playwright/test';
import { deskScreen, phoneScreen } from './disk-browser.ts';
import { desk } from './desk.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';
import { picture } from './picture.ts';

const title = 'Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ';

const phonePages = [
  '/', '/chi-dao', '/chi-dao/6', '/chi-dao/toan-van', '/tim', '/lich', '/so-gui', '/ghi?moi', '/may', '/tro-giup', '/k', '/khong-co',
] as const;

test('[kA10] every page has one heading of the first level, no level left out, a title of its own, and help in the same place', async ({ province, newOfficer }) => {
  const { page } = await newOfficer('c11');
  const titles = new Map<string, string>();
  const helpAt = new Set<string>();
  for (const path of phonePages) {
    await page.goto(`${province.origin}${path}`);
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveCount(1);
    await expect(page.locator('main'), path).not.toBeEmpty();
    await expectHeadings(page, path);
    titles.set(path, await page.title());
    // The activation form asks for the code alone, and says on the paper beside it whom to call.
    if (path === '/k') continue;
    const help = page.locator('.bar, .head').getByRole('link', { name: 'Trợ giúp', exact: true });
    await expect(help, path).toHaveAttribute('href', '/tro-giup');
    const sun = page.locator('.bar, .head').getByRole('button', { name: /Ngoài trời/ });
    const [helpBox, sunBox] = [await help.boundingBox(), await sun.boundingBox()];
    // Right before Ngoài trời, which is the last in the head: so far from the right edge.
    helpAt.add(`${Math.round(360 - (helpBox?.x ?? 0))} ${Math.round((sunBox?.x ?? 0) - (helpBox?.x ?? 0))}`);
  }
  expect(new Set(titles.values()).size, [...titles.values()].join(' | ')).toBe(phonePages.length);
  for (const [path, name] of titles) expect(name, path).toMatch(/ – Sổ tay Công đoàn/);
  expect([...helpAt], 'help from the right edge, and from the button beside it').toHaveLength(1);
});

test('[kA10] the desk’s pages keep the order of headings, and their titles say which page it is', async ({ province, newReviewer }) => {
  const reviewer = await newReviewer();
  const { page } = reviewer;
  await expectHeadings(page, 'the list');
  const list = await page.title();
  await page.getByRole('row').getByRole('link').first().click();
  await expect(reviewer.record().getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expectHeadings(page, 'a record');
  expect(await page.title()).not.toBe(list);
  const stranger = await page.context().browser()?.newContext(deskScreen);
  if (!stranger) throw new Error('no browser');
  const door = await stranger.newPage();
  await door.goto(`${province.origin}/ban`);
  await expect(desk(door).button('Đăng nhập')).toBeVisible();
  await expectHeadings(door, 'login');
  expect(await door.title()).not.toBe(list);
  await stranger.close();
});

async function expectHeadings(page: Page, where: string): Promise<void> {
  const levels = await page.getByRole('heading').evaluateAll((all) => all.map((heading) => Number(heading.getAttribute('aria-level') ?? heading.tagName.slice(1))));
  expect(levels.filter((level) => level === 1), where).toHaveLength(1);
  const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
  expect(jumps, `${where}: ${levels.join(' ')}`).toEqual([]);
}

test('[kA6] every place that can be tapped or typed into has a name, a role and a state that a screen reader can say', async ({ province, newOfficer, newReviewer }) => {
  const { page } = await newOfficer('c12');
  for (const path of phonePages) {
    await page.goto(`${province.origin}${path}`);
    await expect(page.locator('main'), path).not.toBeEmpty();
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible();
    expect(await unspoken(page), path).toEqual([]);
  }
  const reviewer = await newReviewer();
  expect(await unspoken(reviewer.page), 'the desk').toEqual([]);
  await reviewer.page.getByRole('row').getByRole('link').first().click();
  await expect(reviewer.button('Trả lại').or(reviewer.page.locator('.detail-pane')).first()).toBeVisible();
  expect(await unspoken(reviewer.page), 'a record at the desk').toEqual([]);
});

/** What is worked by keys or fingers, and pictures. */
const spokenRoles = new Set([
  'link', 'button', 'textbox', 'searchbox', 'combobox', 'spinbutton', 'radio', 'checkbox', 'switch', 'tab', 'menuitem', 'slider', 'DisclosureTriangle', 'image', 'img',
  'radiogroup', 'navigation', 'dialog',
]);

interface SpokenNode {
  readonly ignored: boolean;
  readonly role?: { readonly value?: string };
  readonly name?: { readonly value?: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** From the tree that the browser hands to a screen reader: what is worked by keys or fingers and has no name, and pictures without words. */
async function unspoken(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { readonly nodes: readonly SpokenNode[] };
  await session.detach();
  const seen = nodes.filter((node) => !node.ignored);
  expect(seen.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const node of seen) {
    const role = node.role?.value ?? '';
    const name = (node.name?.value ?? '').trim();
    const properties = new Map((node.properties ?? []).map((property) => [property.name, property.value.value]));
    if (spokenRoles.has(role) && !/[\p{L}\d]/u.test(name)) found.push(`${role} without a name`);
    if (['radio', 'checkbox'].includes(role) && !properties.has('checked')) found.push(`${role} “${name}” without its state`);
    if (role === 'RootWebArea' && name === '') found.push('a page without a title');
  }
  return found;
}

test('[kA6] the main screens are told as they are meant: landmarks, headings, rows with their states', async ({ province, newOfficer }) => {
  const officer = await newOfficer('c01');
  const { page } = officer;
  await expect(page.locator('.app')).toMatchAriaSnapshot(`
    - banner:
      - heading [level=1]
      - link "Trợ giúp"
      - button /Ngoài trời/
      - status:
        - link /Tỉnh đã nhận đủ|Đang kết nối|Đang gửi/
    - main:
      - link "Ghi hoạt động"
      - button "Chụp"
      - heading "Việc cần làm" [level=2]
      - list:
        - listitem:
          - link /.+/
    - navigation:
      - link "Việc"
      - link "Chỉ đạo"
      - link "Lịch"
      - link /^Sổ gửi/
  `);
  await page.goto(`${province.origin}/ghi?moi`);
  await expect(page.locator('.app')).toMatchAriaSnapshot(`
    - banner:
      - link "Quay lại"
      - heading "Ghi hoạt động" [level=1]
      - status
      - link "Trợ giúp"
    - main:
      - button /Thuộc nhiệm vụ nào/
      - group "Hình thức":
        - radio [checked]
      - textbox "Tên hoạt động"
      - group /Ngày/:
        - radio /Hôm nay/ [checked]
      - textbox "Số lượt người dự"
      - textbox /Kết quả, ghi chú/
    - region:
      - button "Lưu và gửi"
  `);
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.locator('.app')).toMatchAriaSnapshot(`
    - banner:
      - heading "Sổ gửi" [level=1]
    - main:
      - button "Gửi ngay"
      - status
      - heading /Cần bổ sung \\(1\\)/ [level=2]
      - list:
        - listitem:
          - link /Chăm lo Tết cho giáo viên cắm bản .*Cần bổ sung/
  `);
});

test('[kA6] what changes by itself is said: the strip, the draft that is kept, the save and the receipt', async ({ newOfficer }) => {
  const officer = await newOfficer('c13');
  const { page } = officer;
  const strip = page.getByRole('status').filter({ has: page.locator('.strip') });
  await expect(strip).toContainText('Tỉnh đã nhận đủ');
  await watched(strip, 'strip');
  await page.context().setOffline(true);
  await expect(strip).toContainText('Đang dùng khi mất sóng');
  await expectSaid(page, 'strip', 'Đang dùng khi mất sóng');

  await officer.tap(officer.link('Ghi hoạt động'));
  const note = page.getByRole('banner').getByRole('status');
  await expect(note).not.toBeEmpty();
  await watched(note, 'note');
  await officer.number('Số cá nhân được tuyên dương', '3');
  await officer.number('Số lượt người dự', '20');
  await expect(note).toContainText(/Đã tự lưu trên máy lúc \d\d:\d\d/);
  await expectSaid(page, 'note', 'Đã tự lưu trên máy');
  await officer.saveAnyway();
  // A new page begins at its heading; what comes later is said from the same place.
  await expect(officer.title()).toBeFocused();
  const panel = page.getByRole('status').filter({ has: officer.title() });
  await expect(panel).toContainText('Đã lưu trên máy');
  await watched(panel, 'panel');
  await page.context().setOffline(false);
  await expect(panel).toContainText('Tỉnh đã nhận');
  await expectSaid(page, 'panel', 'Biên nhận');

  // An answer to a tap that changes nothing else.
  await officer.link('Về Việc').click();
  await officer.link(/^Sổ gửi/).click();
  const answer = page.getByRole('main').locator('.card').getByRole('status').first();
  await watched(answer, 'answer');
  await officer.button('Gửi ngay').click();
  await expectSaid(page, 'answer', 'Không có mục nào chờ gửi');
});

/** A screen reader speaks what changes inside a live region that was there before: what is put there as new may stay unsaid. */
async function watched(region: Locator, name: string): Promise<void> {
  await region.evaluate((element, key) => {
    const said: string[] = [];
    Object.assign(globalThis, { [`said-${key}`]: said });
    const polite = element.getAttribute('aria-live') ?? (element.getAttribute('role') === 'status' ? 'polite' : 'off');
    if (polite === 'off') throw new Error('not a live region');
    new MutationObserver(() => said.push((element.textContent ?? '').trim())).observe(element, { childList: true, characterData: true, subtree: true });
  }, name);
}

async function expectSaid(page: Page, name: string, words: string): Promise<void> {
  await expect
    .poll(() => page.evaluate((key) => ((globalThis as unknown as Record<string, readonly string[]>)[`said-${key}`] ?? []).join(' | '), name), { message: name })
    .toContain(words);
}

test('[kA7] without colours each state still has its word and a shape of its own', async ({ browser, mortalProvince: province }) => {
  const context = await browser.newContext(phoneScreen);
  const officer = phone(await context.newPage());
  const { page } = officer;
  await officer.activate(province.origin, province.firstCode);
  await officer.installed();
  await officer.fillForm('12');
  await officer.saveAnyway();
  await expect(officer.title()).toHaveText('Tỉnh đã nhận');
  const reviewer = desk(await (await browser.newContext(deskScreen)).newPage());
  await reviewer.firstLogin(province.origin, province.firstToken);
  await reviewer.open(title);
  await reviewer.button('Duyệt').click();
  await expect(reviewer.held().getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
  await expect(reviewer.held().getByRole('button', { name: 'Hoàn tác' })).toHaveCount(0);
  await reviewer.page.context().close();
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('heading', { name: /^Đã duyệt/ })).toBeVisible();
  await context.setOffline(true);
  await page.goto(`${province.origin}/ghi?moi`);
  await officer.number('Số cá nhân được tuyên dương', '2');
  await officer.number('Số lượt người dự', '11');
  await officer.choose(/Hôm qua/);
  await officer.saveAnyway();
  await page.goto(`${province.origin}/ghi?moi`);
  await page.getByLabel('Tên hoạt động').fill('Giao lưu văn nghệ');
  await expect(page.getByText(/Đã tự lưu trên máy lúc/)).toBeVisible();
  await page.goto(`${province.origin}/so-gui`);
  await expect(page.getByRole('heading', { name: 'Nháp (1)' })).toBeVisible();

  const tags = await page.locator('.tag').evaluateAll((all) =>
    all.map((tag) => {
      const icon = tag.querySelector('svg');
      const box = icon?.getBoundingClientRect();
      return { word: (tag.textContent ?? '').trim(), shape: icon?.querySelector('path')?.getAttribute('d') ?? '', width: box?.width ?? 0 };
    }));
  const shapeOf = new Map<string, string>();
  for (const { word, shape, width } of tags) {
    expect(word).not.toBe('');
    expect(width, word).toBeGreaterThanOrEqual(16);
    expect(shapeOf.get(word) ?? shape, word).toBe(shape);
    shapeOf.set(word, shape);
  }
  expect([...shapeOf.keys()].toSorted()).toEqual(['Chờ gửi', 'Cần bổ sung', 'Nháp', 'Đã duyệt'].toSorted());
  expect(new Set(shapeOf.values()).size).toBe(shapeOf.size);
  await page.evaluate(() => {
    document.documentElement.style.filter = 'grayscale(1)';
  });
  await picture(page, 'q-01-greyscale');
  await page.evaluate(() => {
    document.documentElement.style.filter = '';
  });

  // What a reader's own colours leave: borders, and icons that are seen on their ground.
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of ['/so-gui', '/', '/ghi?moi', '/tro-giup']) {
    await page.goto(`${province.origin}${path}`);
    await expect(officer.title()).toBeVisible();
    await expect(page.locator('main')).not.toBeEmpty();
    expect(await lostInForcedColours(page), path).toEqual([]);
    await picture(page, `q-02-forced-colours${path.replaceAll(/[^a-z]/g, '-')}`.replace(/-+$/, ''));
  }
  await context.close();
});

function lostInForcedColours(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const groundOf = (element: Element): string => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { backgroundColor } = getComputedStyle(at);
        if (!/, 0\)$|transparent/.test(backgroundColor)) return backgroundColor;
      }
      return getComputedStyle(document.documentElement).backgroundColor;
    };
    const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${(element.textContent ?? '').trim().slice(0, 30)}”`;
    for (const element of document.querySelectorAll('.tag, .notice, .button, .input, .chip > span, .card, .nine span')) {
      if (element.getClientRects().length === 0) continue;
      const style = getComputedStyle(element);
      const isDrawn = Number.parseFloat(style.borderTopWidth) >= 1 && style.borderTopStyle !== 'none' && style.borderTopColor !== groundOf(element.parentElement ?? element);
      if (!isDrawn) found.push(`no border: ${name(element)}`);
    }
    for (const tab of document.querySelectorAll('.tabs a')) {
      const isMarked = getComputedStyle(tab).borderTopColor !== groundOf(tab);
      if (isMarked !== tab.hasAttribute('aria-current')) found.push(`${isMarked ? 'marked and not' : 'not marked and'} the page now shown: ${name(tab)}`);
    }
    for (const icon of document.querySelectorAll('svg.icon')) {
      if (icon.getClientRects().length > 0 && getComputedStyle(icon).stroke === groundOf(icon)) found.push(`unseen icon in ${name(icon.parentElement ?? icon)}`);
    }
    return found;
  });
}
