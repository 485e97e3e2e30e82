/**
 * A phone that was installed long ago: its app comes from the phone itself, the server is today's. Each kept build is
 * opened once while it is what the server hands out; from then on it meets only what is handed out now.
 */
import { createServer, request as ask } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { keptBuild, keptBuildNames } from '../fixtures/kept-build.ts';
import { expect, test } from './journey.ts';
import { phone } from './phone.ts';

interface Street {
  readonly origin: string;
  /** The server is brought up to date: from now on it hands out the app of today. */
  update(): void;
  close(): Promise<void>;
}

/** In front of today's server: the doors are always today's, the app is the kept one until the update. */
async function street(name: string, port: number): Promise<Street> {
  const { files } = keptBuild(name);
  let isUpdated = false;
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = new URL(incoming.url ?? '/', 'http://localhost').pathname;
    const isDocument = incoming.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path);
    const file = isUpdated || path.startsWith('/api/') ? undefined : files.get(isDocument ? '/index.html' : path);
    if (file) {
      outgoing.writeHead(200, { 'content-type': file.mediaType, 'cache-control': 'no-cache' });
      outgoing.end(file.bytes);
      return;
    }
    const forward = ask({ host: 'localhost', port, path: incoming.url, method: incoming.method, headers: incoming.headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    forward.on('error', () => outgoing.destroy());
    incoming.pipe(forward);
  };
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    update: () => {
      isUpdated = true;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

test('at least the first build is kept, every file with the hash it had', () => {
  expect(keptBuildNames).toContain('build-1');
  for (const name of keptBuildNames) expect(keptBuild(name).files.has('/index.html')).toBe(true);
});

for (const name of keptBuildNames) {
  test(`[L2] ${name}: the app of then records without signal, sends to the server of today, and what it holds opens in the app of today`, async ({ province, disk }) => {
    const old = await street(name, province.port);
    const page = await disk.open();
    const officer = phone(page);
    await officer.activate(old.origin, await province.invite('c02'));
    await officer.installed();
    old.update();

    await disk.context().setOffline(true);
    await page.goto(old.origin);
    await officer.fillForm('21');
    await officer.save();
    await disk.context().setOffline(false);
    await expect(officer.title()).toHaveText('Tỉnh đã nhận');
    const number = /C02-2020-[A-Z]\d{4}-\w/.exec((await page.locator('.number').first().textContent()) ?? '')?.[0] ?? '';
    expect(number).not.toBe('');

    // Nothing takes over while the kept build is still the newest one.
    const worker = keptBuild(name).files.get('/sw.js')?.bytes.toString() ?? '';
    if ((await (await fetch(`${province.origin}/sw.js`)).text()) !== worker) await takeOver(page);
    await page.goto(`${old.origin}/so-gui`);
    // The list's own filter says it too, folded away.
    await expect(page.getByText('Tỉnh đã nhận').and(page.locator(':not(option)')).first()).toBeVisible();
    await page.locator('main a[href*="/so-gui/"]').first().click();
    await expect(page.getByText(number).first()).toBeVisible();
    await old.close();
  });
}

/** The app of today takes over: with consent in life, by hand here, since the words that ask are those of then. */
async function takeOver(page: Page): Promise<void> {
  const isOffered = (): Promise<boolean> =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
      return Boolean(registration?.waiting);
    });
  await expect.poll(isOffered).toBe(true);
  await page.evaluate(async () => {
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
    });
    (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ type: 'skip-waiting' });
    await changed;
  });
}
