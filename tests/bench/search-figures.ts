/** Searching among 10,000 records on a processor six times slower: how long a key takes until the answer is drawn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { phone } from '../journeys/phone.ts';
import { opened, push, searchWords, slowed, withRecords } from './browser-figures.ts';
import { fillStore } from './filled-store.ts';
import { floorSite } from './floor-site.ts';
import { watchAnswers, watchKeys } from './in-page.ts';
import { median, quantile, rounded, watchProcess } from './measure.ts';

declare const benchKeys: number[];
declare const benchAnswers: number[];

const recordCount = 10_000;
/** From a letter that everything has to words that few things have. */
const typed = ['d', 'duong loi', 'thang cong nhan', 'dai hoi dang', 'muong nhe', 'tuyen duong'];

export async function searchFigures(): Promise<object> {
  const store = await fillStore(1);
  const server = await watchProcess('serve-process.ts', { DATA_DIR: store.folder, PORT: '0' });
  const origin = `http://localhost:${server.port}`;
  const floor = await floorSite();
  const profile = mkdtempSync(join(tmpdir(), 'so-tay-bench-search-'));
  const context = await opened(profile);
  try {
    const first = await context.newPage();
    const officer = phone(first);
    await officer.activate(origin, store.activationCode);
    await officer.installed();
    await first.close();
    const [enrolled] = store.phones;
    if (!enrolled) throw new Error('no phone is enrolled');
    await push(server.port, enrolled, recordCount, 0);
    await withRecords(context, origin, recordCount, () => Promise.resolve());
    const floorKeys = await keysOf(context, `${floor.origin}/`, 'Ghi hoạt động', 'Tên');
    await context.setOffline(true);
    return {
      note: 'letter: from a key to the end of the frame that follows; answer: to the last change of the page that it brought, drawn; floor: the same keys into a page that does nothing',
      records: recordCount,
      floor: floorKeys,
      everything: await keysOf(context, `${origin}/tim`, searchWords[0], 'Tìm trong sổ tay'),
      withinOutbox: await keysOf(context, `${origin}/so-gui`, searchWords[1], 'Tìm trong sổ gửi'),
    };
  } finally {
    await context.close();
    floor.close();
    await server.stop();
    store.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @param words that say that the page is there; @param label of the box. */
function keysOf(context: BrowserContext, address: string, words: string, label: string): Promise<object> {
  return slowed(context, address, words, async (page) => {
    page.setDefaultTimeout(60_000);
    if (words === searchWords[1]) await page.getByText('Lọc và tìm').click();
    const box = page.getByLabel(label);
    const startedMs = Date.now();
    await box.fill('d');
    await settled(page);
    const readyMs = Date.now() - startedMs;
    await page.evaluate(watchKeys);
    await page.evaluate(watchAnswers);
    for (const text of typed) {
      await box.fill('');
      for (const letter of text) {
        await page.keyboard.press(letter);
        await page.waitForTimeout(400);
      }
    }
    return { readyMs, letter: figuresOf(await page.evaluate(() => benchKeys)), answer: figuresOf(await page.evaluate(() => benchAnswers)) };
  });
}

function figuresOf(spans: readonly number[]): object {
  return { count: spans.length, medianMs: rounded(median(spans)), p95Ms: rounded(quantile(spans, 0.95)), worstMs: rounded(Math.max(...spans)) };
}

/** Until the page no longer says that it prepares. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  await page.getByText('Đang chuẩn bị').waitFor({ state: 'hidden', timeout: 60_000 });
}
