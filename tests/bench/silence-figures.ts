/**
 * Sixty days without a signal, on a processor six times slower: home's start from cold with 300 records and 200 pictures
 * waiting, and scrolling through all of Sổ gửi, each beside its floor.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fillLongSilence } from '../journeys/long-silence.ts';
import { phone } from '../journeys/phone.ts';
import { opened, slowed, warmStarts } from './browser-figures.ts';
import { fillStore } from './filled-store.ts';
import { floorSite } from './floor-site.ts';
import { median, quantile, rounded, watchProcess } from './measure.ts';

const silence = { recordCount: 300, photoCount: 200, dayCount: 60 } as const;
const scrollCount = 5;
/** Of a frame: above it a finger feels that the page does not follow. */
const longFrameMs = 50;

export async function silenceFigures(): Promise<object> {
  const store = await fillStore(1);
  const server = await watchProcess('serve-process.ts', { DATA_DIR: store.folder, PORT: '0' });
  const origin = `http://localhost:${server.port}`;
  const floor = await floorSite();
  const profile = mkdtempSync(join(tmpdir(), 'so-tay-bench-silence-'));
  let context = await opened(profile);
  try {
    const page = await context.newPage();
    const officer = phone(page);
    await officer.activate(origin, store.activationCode);
    await officer.installed();
    await page.goto(floor.origin);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await page.goto(origin);
    await context.setOffline(true);
    await officer.fillForm('20');
    await officer.saveAnyway();
    // The pictures' database is opened by home.
    await page.goto(origin);
    await officer.strip().waitFor();
    await page.waitForTimeout(1_000);
    await page.evaluate(fillLongSilence, silence);
    await context.close();
    const start = { ...(await warmStarts(profile, `${origin}/`)), floor: await warmStarts(profile, `${floor.origin}/`) };
    context = await opened(profile, true);
    const scroll = await slowed(context, `${origin}/so-gui`, 'Liên lạc với tỉnh lần cuối', async (outbox) => {
      const more = outbox.getByRole('button', { name: /^Xem thêm/ });
      while (await more.isVisible()) await more.click();
      return scrolled(outbox);
    });
    const floorScroll = await slowed(context, `${floor.origin}/`, 'Ghi hoạt động', async (plain) => {
      // As many plain rows as high as the list's own.
      await plain.evaluate((count) => {
        document.body.append(...Array.from({ length: count }, (_, index) => Object.assign(document.createElement('p'), { textContent: `Dòng ${index}`, style: 'height: 101px' })));
      }, silence.recordCount);
      return scrolled(plain);
    });
    return {
      note: 'start: from the navigation to the drawn “Ghi hoạt động”, without a network, in a browser just started; scroll: milliseconds between frames while a wheel turns through the whole list; floor: a page that does nothing',
      ...silence,
      start,
      scroll: { ...scroll, floor: floorScroll },
    };
  } finally {
    await context.close();
    floor.close();
    await server.stop();
    store.remove();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Down to the end and up again, some times over. */
async function scrolled(page: Page): Promise<object> {
  const spans: number[] = [];
  for (let run = 0; run < scrollCount; run += 1) {
    await page.evaluate(() => {
      const gaps: number[] = [];
      let lastMs = performance.now();
      const state = { gaps, isOver: false };
      Object.assign(globalThis, { benchScroll: state });
      const next = (nowMs: number): void => {
        gaps.push(nowMs - lastMs);
        lastMs = nowMs;
        if (!state.isOver) requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    });
    for (let turn = 0; turn < 30; turn += 1) {
      await page.mouse.wheel(0, run % 2 === 0 ? 1_000 : -1_000);
      await page.waitForTimeout(30);
    }
    const gaps = await page.evaluate(() => {
      const state = (globalThis as unknown as { benchScroll: { readonly gaps: number[]; isOver: boolean } }).benchScroll;
      state.isOver = true;
      // The first one began before the wheel did.
      return state.gaps.slice(1);
    });
    spans.push(...gaps);
  }
  return {
    frameCount: spans.length,
    medianMs: rounded(median(spans), 1),
    p95Ms: rounded(quantile(spans, 0.95), 1),
    worstMs: rounded(Math.max(...spans), 1),
    longFrameCount: spans.filter((span) => span > longFrameMs).length,
  };
}
