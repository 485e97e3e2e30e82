/** The worker in a real browser: one visit is enough for every path to start without signal, and updates ask first. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';

const built = fileURLToPath(new URL('../../dist/', import.meta.url));
const paths = ['/', '/?tu=man-hinh-chinh', '/chi-dao', '/lich', '/so-gui', '/ghi', '/may', '/tro-giup', '/k'];
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

/** What ships, handed out by hand, so that the link can be cut and a new version put there. */
interface Host {
  readonly origin: string;
  version: string;
  cut(): Promise<void>;
}

async function host(): Promise<Host> {
  const state = { version: '' };
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = extname(path) === '' ? 'index.html' : path;
    readFile(join(built, file)).then(
      (content) => {
        response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
        response.end(path === '/sw.js' ? `${content.toString()}\n//${state.version}` : content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return Object.assign(state, {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** One visit with signal, until everything is on the phone. */
async function visit(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  // The phone counts as activated: the form before it needs the province anyway.
  await page.addInitScript(() => localStorage.setItem('so-tay-activated', '1'));
  await page.goto(origin);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

test('every path starts without signal after one visit, and the desk does not pretend to', async ({ context }) => {
  const server = await host();
  const first = await visit(context, server.origin);
  await first.close();
  await server.cut();

  const page = await context.newPage();
  const missing: string[] = [];
  page.on('requestfailed', (request) => {
    if (!request.url().includes('/api/')) missing.push(request.url());
  });
  for (const path of paths) {
    const response = await page.goto(`${server.origin}${path}`);
    expect(response?.status(), path).toBe(200);
    await expect(page.locator('#app > *').first(), path).toBeVisible();
  }
  expect(missing).toEqual([]);
  await expect(page.goto(`${server.origin}/ban`)).rejects.toThrow('ERR_CONNECTION_REFUSED');
});

test('a phone keeps no file of the desk', async ({ context }) => {
  const server = await host();
  const page = await visit(context, server.origin);
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  expect(kept).toContain('/index.html');
  expect(kept.some((path) => path.startsWith('/assets/phone-home-'))).toBe(true);
  expect(kept.filter((path) => path.includes('/desk-'))).toEqual([]);
  await server.cut();
});

test('a new version waits until the officer agrees', async ({ context }) => {
  const server = await host();
  const page = await visit(context, server.origin);
  server.version = '2';
  await page.reload();
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)), { timeout: 15_000 }).toBe(true);
  const tookOver = (): Promise<boolean> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return registration?.waiting === null && registration.active === navigator.serviceWorker.controller;
    });
  await page.reload();
  expect(await tookOver()).toBe(false);
  await page.evaluate(async () => {
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ type: 'skip-waiting' });
    await changed;
  });
  expect(await tookOver()).toBe(true);
  await server.cut();
});
