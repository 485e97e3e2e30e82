/** The officer's app as an officer meets it: words, boxes and buttons, and a thumb that counts its taps. */
import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export interface Thumb {
  readonly tapCount: number;
  readonly numberCount: number;
}

export interface Phone {
  readonly page: Page;
  readonly thumb: Thumb;
  /** Opens the activation link, confirms, waits for the first download, opens home. */
  activate(origin: string, code: string, look?: (step: 'code' | 'confirm' | 'ready') => Promise<void>): Promise<void>;
  tap(target: Locator): Promise<void>;
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  /** A tap on one of a few large choices. */
  choose(name: string | RegExp): Promise<void>;
  /** A tap into the box, then digits. */
  number(label: string, digits: string): Promise<void>;
  text(label: string, text: string): Promise<void>;
  /** From home to a filled form, with what it suggests: who was honoured before how many people. */
  fillForm(people: string): Promise<void>;
  /** “Lưu và gửi”, until the page says that it is saved. */
  save(): Promise<void>;
  /** The same where the question about an activity like it may come first: “Vẫn gửi”. */
  saveAnyway(): Promise<void>;
  /** The strip at the top of home: its two lines. */
  strip(): Locator;
  title(): Locator;
  /** Until the app has its worker: from then on it starts without signal. */
  installed(): Promise<void>;
}

export function phone(page: Page): Phone {
  const thumb = { tapCount: 0, numberCount: 0 };
  const tap = async (target: Locator): Promise<void> => {
    thumb.tapCount += 1;
    await target.click();
  };
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
  const fill = async (label: string, value: string): Promise<void> => {
    const box = page.getByLabel(label, { exact: true });
    await tap(box);
    await box.fill(value);
  };
  const here: Phone = {
    page,
    thumb,
    tap,
    button,
    link,
    title: () => page.getByRole('heading', { level: 1 }),
    strip: () => page.locator('.strip'),
    activate: async (origin, code, look) => {
      await page.goto(`${origin}/k#${code}`);
      await expect(page.getByLabel('Mã kích hoạt')).toHaveValue(`${code.slice(0, 4)}-${code.slice(4)}`);
      await look?.('code');
      await button('Tiếp tục').click();
      await expect(here.title()).toHaveText('Đúng đơn vị và cán bộ này?');
      await look?.('confirm');
      await button('Đúng, bắt đầu').click();
      await expect(page.getByText('Đã sẵn sàng dùng khi mất sóng')).toBeVisible();
      await look?.('ready');
      await button('Mở sổ tay').click();
      await expect(link('Ghi hoạt động')).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Việc cần làm' })).toBeVisible();
    },
    // What a thumb meets is the label; the native box lies beneath it.
    choose: (name) => tap(page.getByRole('radio', { name, exact: true }).locator('xpath=ancestor::label')),
    number: async (label, digits) => {
      thumb.numberCount += 1;
      await fill(label, digits);
    },
    text: fill,
    fillForm: async (people) => {
      await tap(link('Ghi hoạt động'));
      await expect(here.title()).toHaveText('Ghi hoạt động');
      await here.number('Số cá nhân được tuyên dương', '3');
      await here.number('Số lượt người dự', people);
    },
    save: async () => {
      await tap(button('Lưu và gửi'));
      // Journeys share units: one that recorded the same that day makes the form ask once.
      const question = button('Vẫn gửi');
      await expect(question.or(here.title().filter({ hasText: /Đã lưu trên máy|Tỉnh đã nhận/ })).first()).toBeVisible();
      if (await question.isVisible()) await tap(question);
      await expect(here.title()).toHaveText(/Đã lưu trên máy|Tỉnh đã nhận/);
    },
    saveAnyway: async () => {
      await tap(button('Lưu và gửi'));
      const question = button('Vẫn gửi');
      await expect(question.or(link('Xem bản ghi')).first()).toBeVisible();
      if (await question.isVisible()) await tap(question);
      await expect(here.title()).toHaveText(/Đã lưu trên máy|Tỉnh đã nhận/);
    },
    installed: async () => {
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    },
  };
  return here;
}
