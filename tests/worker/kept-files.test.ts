/** What a phone keeps of the app, and what a new version costs it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keptFiles } from '../../src/worker/kept-files.ts';

const scope = 'https://sotay.example.vn/';
const name = `workbox-precache-v2-${scope}`;
let shelves: Map<string, Map<string, Response>>;
let asked: string[];
let network: (url: string) => Response;

const file = (url: string, text: string): Response => new Response(text, { headers: { 'content-type': url.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/javascript' } });

beforeEach(() => {
  shelves = new Map();
  asked = [];
  network = (url) => file(url, `from the network: ${url}`);
  vi.stubGlobal('caches', {
    open: async (which: string) => {
      const shelf = shelves.get(which) ?? new Map<string, Response>();
      shelves.set(which, shelf);
      return {
        keys: async () => [...shelf.keys()].map((url) => ({ url })),
        match: async (key: string) => shelf.get(key)?.clone(),
        put: async (key: string, response: Response) => void shelf.set(key, response),
        delete: async ({ url }: { url: string }) => shelf.delete(url),
      };
    },
  });
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    asked.push(`${url} ${init?.cache ?? ''}`.trim());
    return network(url);
  });
});
afterEach(() => vi.unstubAllGlobals());

const first = [{ url: 'index.html', revision: 'one' }, { url: 'assets/app-1a2b.js', revision: null }, { url: 'assets/old-9z.js', revision: null }];
const second = [{ url: 'index.html', revision: 'two' }, { url: 'assets/app-1a2b.js', revision: null }];

describe('the files of the app on the phone', () => {
  it('are fetched once, past the browser’s own cache where the name does not change with the content', async () => {
    await keptFiles(first, scope).fetchAll();
    expect(asked).toEqual([`${scope}index.html reload`, `${scope}assets/app-1a2b.js default`, `${scope}assets/old-9z.js default`]);
    expect(await (await keptFiles(first, scope).answer(`${scope}index.html`)).text()).toBe(`from the network: ${scope}index.html`);
    expect(asked).toHaveLength(3);
  });

  it('cost a new version only what has changed, and the old version keeps its own until it goes', async () => {
    await keptFiles(first, scope).fetchAll();
    asked = [];
    network = (url) => file(url, 'new');
    await keptFiles(second, scope).fetchAll();
    expect(asked).toEqual([`${scope}index.html reload`]);
    expect(await (await keptFiles(first, scope).answer(`${scope}index.html`)).text()).toContain('from the network');
    await keptFiles(second, scope).dropOthers();
    expect([...(shelves.get(name)?.keys() ?? [])]).toEqual([`${scope}assets/app-1a2b.js`, `${scope}index.html?__WB_REVISION__=two`]);
    expect(await (await keptFiles(second, scope).answer(`${scope}index.html`)).text()).toBe('new');
  });

  it('leave out what only reviewers open, until a page of an upper union asks; a later version then brings it along', async () => {
    const review = (version: string) => [{ url: 'index.html', revision: version }, { url: `assets/phone-review-${version}.js`, revision: null }];
    await keptFiles(review('one'), scope).fetchAll();
    expect(asked).toEqual([`${scope}index.html reload`]);
    await keptFiles(review('one'), scope).fetchAll(true);
    expect(asked.at(-1)).toBe(`${scope}assets/phone-review-one.js default`);
    asked = [];
    await keptFiles(review('two'), scope).fetchAll();
    expect(asked).toEqual([`${scope}index.html reload`, `${scope}assets/phone-review-two.js default`]);
  });

  it.each([
    ['an error', () => new Response('bad gateway', { status: 502 })],
    ['somebody’s login page behind a redirect', () => Object.defineProperty(new Response('<html>'), 'redirected', { value: true })],
    ['somebody’s login page that says all is well', () => file('login.html', '<html>')],
  ])('are not taken for kept when %s comes in their place', async (_name, answer) => {
    network = answer;
    await expect(keptFiles(first, scope).fetchAll()).rejects.toThrow();
    // The app's page itself is the one a login page can pass for; then its parts fail, and nothing of the version counts.
    expect([...(shelves.get(name)?.keys() ?? [])].filter((key) => !key.includes('index.html'))).toEqual([]);
  });

  it('come from the network where the browser has thrown them away', async () => {
    expect(keptFiles(first, scope).has(`${scope}index.html`)).toBe(true);
    expect(keptFiles(first, scope).has(`${scope}api/exchange`)).toBe(false);
    expect(await (await keptFiles(first, scope).answer(`${scope}index.html`)).text()).toContain('from the network');
  });
});
