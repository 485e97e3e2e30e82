/**
 * The built app in Chromium with its profile on a disk, six times slower than this machine, against the real server:
 * warm offline starts, durable saves, keys, and the first opening over a slow link, each beside its floor.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { phoneScreen } from '../journeys/disk-browser.ts';
import { phone } from '../journeys/phone.ts';
import { chromiumFlags, findChromium } from '../tools/chromium.ts';
import { countingProxy } from './counting-proxy.ts';
import { fillStore } from './filled-store.ts';
import type { EnrolledPhone } from './filled-store.ts';
import { floorSite } from './floor-site.ts';
import { fillJournal, mirrorCount, strictPuts, watchKeys, watchPage } from './in-page.ts';
import { pushingPhone } from './pushing-phone.ts';
import { median, quantile, rounded, watchProcess } from './measure.ts';
import { reports } from './reports.ts';
import { slowProxy, valleyLink } from './slow-proxy.ts';

const slowness = 6;
const startCount = 7;
const saveCount = 5;
const keyCount = 60;
const sizes = [50, 10_000] as const;

const homeWords = 'Ghi hoạt động';
const savedWords = 'Đã lưu trên máy';
const activationWords = 'Mã kích hoạt';
const sendWords = 'Lưu và gửi';
const askWords = 'Vẫn gửi';
/** Of the search and of the search within Sổ gửi. */
export const searchWords = ['Tìm trong sổ tay', 'Liên lạc với tỉnh lần cuối'] as const;
const watched = [homeWords, savedWords, activationWords, askWords, ...searchWords];

/** Milliseconds a page notes, by the words that were shown. */
type Noted = Map<string, number>;
declare const benchNoted: Noted;
declare const benchSpans: number[];
declare const benchKeys: number[];

export async function browserFigures(): Promise<object> {
  const store = await fillStore(1);
  const server = await watchProcess('serve-process.ts', { DATA_DIR: store.folder, PORT: '0' });
  const proxy = await countingProxy(server.port);
  const floor = await floorSite();
  const profile = mkdtempSync(join(tmpdir(), 'so-tay-bench-phone-'));
  let context = await opened(profile);
  try {
    const firstOpen = {
      note: 'over a proxy of our own, 400 kbit/s, 400 ms there and back, new connections; processor as it is',
      activationFormMs: await overThinLink(server.port, activationWords),
      floorMs: await overThinLink(floor.port, homeWords),
    };
    tell('first opening');

    // The officer's page stays open behind the measured ones for nothing: it is closed once the app is installed.
    const first = await context.newPage();
    const officer = phone(first);
    await officer.activate(proxy.origin, store.activationCode);
    await officer.installed();
    await first.close();
    const floorPage = await context.newPage();
    await floorPage.goto(floor.origin);
    await floorPage.evaluate(() => navigator.serviceWorker.ready);
    await floorPage.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await floorPage.close();

    const rawPut = await slowed(context, `${floor.origin}/`, homeWords, (page) => page.evaluate(strictPuts, 30));
    const saves: Record<string, object> = { '0': await savings(context, proxy.origin) };
    tell('saves');
    const keys = { app: await keysIn(context, `${proxy.origin}/ghi`, 'Tên hoạt động'), floor: await keysIn(context, `${floor.origin}/`, 'Tên') };
    tell('keys');
    const exchangeBytes = await exchangeIn(context, proxy);
    tell('one exchange');

    const starts: Record<string, object> = {};
    let sent = 0;
    for (const size of sizes) {
      await push(server.port, store.phones[0] ?? never(), size - sent, sent);
      sent = size;
      await pulled(context, proxy.origin, size);
      tell(`${size} records are on the phone`);
      await context.close();
      starts[String(size)] = { ...(await warmStarts(profile, `${proxy.origin}/`)), floor: await warmStarts(profile, `${floor.origin}/`) };
      tell('warm starts');
      context = await opened(profile);
      saves[String(size)] = await savings(context, proxy.origin);
      tell('saves');
    }
    const version = context.browser()?.version() ?? '';
    return {
      chromium: version,
      processorSlowness: slowness,
      firstOpen,
      warmOfflineStart: { note: 'from the navigation to the drawn “Ghi hoạt động”, without a network, in a browser just started', records: starts },
      durableSave: {
        note: 'storeMs: the strict transaction of the tap; wordsMs: from the tap to the drawn “Đã lưu trên máy”',
        records: saves,
        floor: { rawStrictPutMs: rounded(median(rawPut), 1), worstMs: rounded(Math.max(...rawPut), 1) },
      },
      keyToFrame: keys,
      exchangeOfOneActivity: exchangeBytes,
    };
  } finally {
    await context.close();
    floor.close();
    proxy.close();
    await server.stop();
    store.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

export function opened(profile: string, offline = false): Promise<BrowserContext> {
  const executablePath = findChromium();
  return chromium.launchPersistentContext(profile, {
    ...phoneScreen, offline, locale: 'vi-VN', args: [...chromiumFlags(), '--lang=vi'], ...(executablePath === undefined ? {} : { executablePath }),
  });
}

/** A page of its own, slowed and watched from its beginning; closed afterwards. */
export async function slowed<T>(context: BrowserContext, address: string, words: string, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.addInitScript(watchPage, watched);
  await page.goto(address);
  await momentOf(page, words);
  const answer = await work(page);
  await page.close();
  return answer;
}

/** When the words were drawn, once they are. */
async function momentOf(page: Page, words: string): Promise<number> {
  await page.waitForFunction((text) => (benchNoted.get(text) ?? -1) >= 0, words, { timeout: 60_000, polling: 50 });
  return page.evaluate((text) => benchNoted.get(text) ?? Number.NaN, words);
}

async function overThinLink(port: number, words: string): Promise<number> {
  const link = await slowProxy(port, valleyLink);
  try {
    return await firstOpening(`${link.origin}/`, words);
  } finally {
    link.close();
  }
}

async function firstOpening(address: string, words: string): Promise<number> {
  const moments: number[] = [];
  for (let run = 0; run < saveCount; run += 1) {
    const profile = mkdtempSync(join(tmpdir(), 'so-tay-bench-first-'));
    const context = await opened(profile);
    const page = await context.newPage();
    await page.addInitScript(watchPage, watched);
    await page.goto(address, { waitUntil: 'commit' });
    moments.push(await momentOf(page, words));
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return rounded(median(moments));
}

/** The browser itself is started anew each time, as on a phone that has dropped it; only its profile is warm. */
export async function warmStarts(profile: string, address: string): Promise<{ medianMs: number; worstMs: number }> {
  const moments: number[] = [];
  for (let run = 0; run < startCount; run += 1) {
    const context = await opened(profile, true);
    moments.push(await slowed(context, address, homeWords, (page) => momentOf(page, homeWords)));
    await context.close();
  }
  return { medianMs: rounded(median(moments)), worstMs: rounded(Math.max(...moments)) };
}

/** A new activity each time, from the tap on “Lưu và gửi”; without a network, so that nothing else is going on. */
async function savings(context: BrowserContext, origin: string): Promise<object> {
  await context.setOffline(true);
  const words: number[] = [];
  const spans: number[] = [];
  for (let run = 0; run < saveCount; run += 1) {
    await slowed(context, `${origin}/`, homeWords, async (page) => {
      await fillForm(page, String(40 + run));
      // The form saves itself a moment after the last key; the tap is another write.
      await page.waitForTimeout(1_500);
      let tappedMs = await tap(page, sendWords);
      // The second one of a day, a requirement and a kind is asked about; its answer is the tap that saves.
      await page.waitForFunction(([saved, ask]) => benchNoted.has(saved) || benchNoted.has(ask), [savedWords, askWords] as const);
      if (await page.evaluate((ask) => benchNoted.has(ask), askWords)) tappedMs = await tap(page, askWords);
      words.push((await momentOf(page, savedWords)) - tappedMs);
      spans.push(await page.evaluate(() => benchSpans[0] ?? Number.NaN));
    });
  }
  await context.setOffline(false);
  return { storeMs: rounded(median(spans), 1), worstStoreMs: rounded(Math.max(...spans), 1), wordsMs: rounded(median(words)), worstWordsMs: rounded(Math.max(...words)) };
}

/** As far as the two numbers that the suggested form asks for; a phone full of records may take its time. */
async function fillForm(page: Page, people: string): Promise<void> {
  page.setDefaultTimeout(60_000);
  await page.getByRole('link', { name: homeWords }).click();
  await page.getByLabel('Số cá nhân được tuyên dương').fill('3');
  await page.getByLabel('Số lượt người dự').fill(people);
}

/** A tap from inside the page, so that its moment is the page's own. The first write that follows is the first one noted. */
function tap(page: Page, words: string): Promise<number> {
  return page.evaluate((text) => {
    benchSpans.length = 0;
    const button = [...document.querySelectorAll('button')].find((each) => each.textContent.includes(text));
    const startedMs = performance.now();
    button?.click();
    return startedMs;
  }, words);
}

async function keysIn(context: BrowserContext, address: string, label: string): Promise<object> {
  return slowed(context, address, homeWords, async (page) => {
    await page.getByLabel(label).focus();
    await page.evaluate(watchKeys);
    for (let key = 0; key < keyCount; key += 1) {
      await page.keyboard.press(key % 6 === 5 ? ' ' : 'a');
      await page.waitForTimeout(60);
    }
    const spans = await page.evaluate(() => benchKeys);
    return { medianMs: rounded(median(spans)), p95Ms: rounded(quantile(spans, 0.95)) };
  });
}

/** What one activity costs when the browser itself sends it: every byte between the page and the server. */
async function exchangeIn(context: BrowserContext, proxy: { readonly origin: string; bytes(): { up: number; down: number } }): Promise<object> {
  const page = await context.newPage();
  await page.goto(proxy.origin);
  const officer = phone(page);
  await officer.link(homeWords).waitFor();
  // What the savings left waiting goes first.
  await page.waitForTimeout(3_000);
  await fillForm(page, '77');
  await officer.button(sendWords).click();
  await officer.button(askWords).click();
  await page.getByText(savedWords).first().waitFor();
  const before = proxy.bytes();
  await page.getByText('Tỉnh đã nhận').first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(1_000);
  const after = proxy.bytes();
  await page.close();
  return { bytesUp: after.up - before.up, bytesDown: after.down - before.down };
}

export async function push(port: number, enrolled: EnrolledPhone, count: number, seq: number): Promise<void> {
  const pushing = await pushingPhone(port, enrolled);
  const changes = reports(enrolled.unitId, count, 7 + seq, seq + 1);
  for (let index = 0; index < changes.length; index += 250) await pushing.push(changes.slice(index, index + 250));
  pushing.connection.close();
}

/** Opens the app until its mirror holds so many records more than it began with, then gives the notebook their changes. */
async function pulled(context: BrowserContext, origin: string, count: number): Promise<void> {
  await withRecords(context, origin, count, (page) => page.evaluate(fillJournal));
}

/** A page whose mirror holds at least so many records; closed after the work. */
export async function withRecords<T>(context: BrowserContext, origin: string, count: number, work: (page: Page) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  await page.goto(origin);
  const deadline = Date.now() + 120_000;
  while ((await page.evaluate(mirrorCount)) < count) {
    if (Date.now() > deadline) throw new Error('the phone did not pull everything');
    await page.waitForTimeout(500);
  }
  await page.waitForTimeout(2_000);
  const answer = await work(page);
  await page.close();
  return answer;
}

function tell(what: string): void {
  console.error(`  ${what}`);
}

function never(): never {
  throw new Error('no phone is enrolled');
}
