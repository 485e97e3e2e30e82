/** The desk as a reviewer meets it. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { deskScreen, narrowScreen } from './disk-browser.ts';
import { picture } from './picture.ts';

export const goodPassword = 'bốn cái ghế gỗ lim';

export interface Desk {
  readonly page: Page;
  /** Through a first-login link: a password, and a name if one is given. */
  firstLogin(origin: string, token: string, name?: string, look?: () => Promise<void>): Promise<void>;
  logIn(origin: string, name: string, path?: string): Promise<void>;
  button(name: string | RegExp): Locator;
  /** The rows of the list whose link says this. */
  rows(title: string | RegExp): Locator;
  open(title: string): Promise<void>;
  /** The record that stands open. */
  record(): Locator;
  /** What stands at the foot: decisions that may be taken back, are on their way, or were refused. */
  held(): Locator;
  /** Returns the open record: one field, a ready reason, words of one's own, a deadline. */
  giveBack(remark: { readonly field: string; readonly reason: string; readonly words: string; readonly dueOn: string }, look?: () => Promise<void>): Promise<void>;
  /** A picture on a PC and on a narrow screen. */
  pictures(name: string): Promise<void>;
}

export function desk(page: Page): Desk {
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: true });
  const inside = (): Promise<void> => expect(page.getByRole('combobox', { name: 'Đơn vị' })).toBeVisible();
  const here: Desk = {
    page,
    button,
    rows: (title) => page.getByRole('row').filter({ has: page.getByRole('link', { name: title }) }),
    record: () => page.locator('.detail-pane'),
    held: () => page.getByRole('status', { name: 'Quyết định vừa chọn' }),
    firstLogin: async (origin, token, name, look) => {
      await page.goto(`${origin}/ban#dau-tien=${token}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lần đầu vào bàn làm việc');
      if (name !== undefined) await page.getByRole('textbox', { name: /Tên tài khoản/ }).fill(name);
      await page.getByRole('textbox', { name: 'Mật khẩu mới' }).fill(goodPassword);
      await look?.();
      await button('Đặt mật khẩu và vào').click();
      await inside();
      expect(page.url()).not.toContain(token);
    },
    logIn: async (origin, name, path = '/ban') => {
      await page.goto(`${origin}${path}`);
      await page.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(name);
      await page.getByRole('textbox', { name: 'Mật khẩu' }).fill(goodPassword);
      await button('Đăng nhập').click();
      await inside();
    },
    open: async (title) => {
      await page.getByRole('link', { name: title }).first().click();
      await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible();
    },
    giveBack: async ({ field, reason, words, dueOn }, look) => {
      await button('Trả lại').click();
      await page.getByRole('checkbox', { name: new RegExp(`^${field}`) }).check();
      await page.getByRole('radio', { name: reason }).locator('xpath=ancestor::label').click();
      await page.getByRole('textbox', { name: /Nói rõ thêm/ }).fill(words);
      await page.getByLabel('Hạn bổ sung').fill(dueOn);
      await look?.();
      await button('Trả lại để bổ sung').click();
      await expect(here.held().getByRole('button', { name: 'Hoàn tác' })).toBeVisible();
    },
    pictures: async (name) => {
      await picture(page, `${name}-pc`);
      await page.setViewportSize(narrowScreen.viewport);
      await picture(page, `${name}-narrow`);
      await page.setViewportSize(deskScreen.viewport);
    },
  };
  return here;
}
