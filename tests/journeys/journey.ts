/** What journeys share: a province that lives as long as its worker, and phones and desks that visit it. */
/* oxlint-disable eslint/no-empty-pattern -- Playwright reads from the pattern what a fixture needs. */
import { test as base, expect } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';
import { desk, goodPassword } from './desk.ts';
import type { Desk } from './desk.ts';
import { deskScreen, diskBrowser, phoneScreen } from './disk-browser.ts';
import type { DiskBrowser } from './disk-browser.ts';
import { phone } from './phone.ts';
import type { Phone } from './phone.ts';
import { provinceServer } from './province-server.ts';
import type { ProvinceServer } from './province-server.ts';
import { weakLink } from './weak-link.ts';
import type { WeakLink } from './weak-link.ts';

/** The account that every province is born with; in the shared one it has a password already. */
export const provinceAccount = 'tinh';

interface Things {
  /** One of the journey's own, to be killed. */
  readonly mortalProvince: ProvinceServer;
  /** A phone's browser with its profile on a disk. */
  readonly disk: DiskBrowser;
  /** A weak link to the shared province. */
  readonly weak: WeakLink;
  /** A new officer with an activated phone, at home. Each unit of the sample has some; a phone is a browser of its own. */
  readonly newOfficer: (unitId: string, origin?: string, context?: BrowserContext, code?: string) => Promise<Phone>;
  /** Somebody of the province at the desk, logged in. */
  readonly newReviewer: (path?: string) => Promise<Desk>;
}

interface SharedThings {
  readonly province: ProvinceServer;
}

export const test = base.extend<Things, SharedThings>({
  province: [
    async ({}, lend) => {
      const province = await provinceServer();
      const response = await fetch(`${province.origin}/api/desk/first-login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: province.origin },
        body: JSON.stringify({ token: province.firstToken, password: goodPassword }),
      });
      if (!response.ok) throw new Error(await response.text());
      await lend(province);
      await province.dispose();
    },
    { scope: 'worker' },
  ],
  mortalProvince: async ({}, lend) => {
    const province = await provinceServer();
    await lend(province);
    await province.dispose();
  },
  disk: async ({}, lend) => {
    const disk = diskBrowser();
    await lend(disk);
    await disk.dispose();
  },
  weak: async ({ province }, lend) => {
    const link = await weakLink(province.port);
    await lend(link);
    await link.close();
  },
  newOfficer: async ({ browser, province }, lend) => {
    const contexts: BrowserContext[] = [];
    await lend(async (unitId, origin = province.origin, given, code) => {
      const context = given ?? (await browser.newContext(phoneScreen));
      if (!given) contexts.push(context);
      const officer = phone(await context.newPage());
      await officer.activate(origin, code ?? (await province.invite(unitId)));
      // Whoever takes a phone out of the signal has had it open long enough for the app to be on it.
      await officer.installed();
      return officer;
    });
    for (const context of contexts) await context.close();
  },
  newReviewer: async ({ browser, province }, lend) => {
    const contexts: BrowserContext[] = [];
    await lend(async (path) => {
      const context = await browser.newContext(deskScreen);
      contexts.push(context);
      const reviewer = desk(await context.newPage());
      await reviewer.logIn(province.origin, provinceAccount, path);
      return reviewer;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
