/** A browser with its profile on a disk, so that killing it means what it means on a phone: only what was written stays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../tools/chromium.ts';

/** The phone of the pictures, and the PC of the desk. */
export const phoneScreen = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
export const deskScreen = { viewport: { width: 1366, height: 768 } } as const;
/** The desk on a phone: a reviewer in the field. */
export const narrowScreen = { viewport: { width: 360, height: 740 } } as const;

export interface DiskBrowser {
  context(): BrowserContext;
  /** Starts it, cold, with the first page it has. */
  open(options?: { readonly offline?: boolean }): Promise<Page>;
  /** Ends as a phone's browser does that is put away: what it writes in its own time is on the disk. */
  close(): Promise<void>;
  /** SIGKILL to the browser's own process: no unload, no flush, no good-bye. */
  kill(): Promise<void>;
  dispose(): Promise<void>;
}

export function diskBrowser(): DiskBrowser {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-phone-'));
  let context: BrowserContext | null = null;
  const current = (): BrowserContext => {
    if (!context) throw new Error('the browser is not open');
    return context;
  };
  return {
    context: current,
    open: async ({ offline = false } = {}) => {
      const executablePath = findChromium();
      context = await chromium.launchPersistentContext(folder, {
        ...phoneScreen, offline, locale: 'vi-VN', timezoneId: 'UTC', args: chromiumFlags(), ...(executablePath === undefined ? {} : { executablePath }),
      });
      return context.pages()[0] ?? context.newPage();
    },
    close: async () => {
      await current().close();
      context = null;
    },
    kill: async () => {
      const dying = current();
      const browser = dying.browser();
      if (!browser) throw new Error('no process stands behind this context');
      const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
      const pid = processInfo.find(({ type }) => type === 'browser')?.id;
      if (pid === undefined) throw new Error('the browser does not tell its process');
      const gone = new Promise<void>((resolve) => {
        browser.once('disconnected', () => resolve());
      });
      process.kill(pid, 'SIGKILL');
      await gone;
      context = null;
    },
    dispose: async () => {
      await context?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
