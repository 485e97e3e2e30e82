import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticFiles } from '../../src/server/http/static-files.ts';
import { ProblemReply } from '../../src/sync/problem-reply.ts';
import { served } from '../make/served.ts';
import type { Served } from '../make/served.ts';

const folder = mkdtempSync(join(tmpdir(), 'dist-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const page = '<!doctype html><title>Sổ tay</title>';
const script = 'console.log(1);'.repeat(200);
let server: Served;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'sw.js'), 'self.skipWaiting');
  writeFileSync(join(folder, 'manifest.webmanifest'), '{}');
  writeFileSync(join(folder, '.vite', 'manifest.json'), '{}');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), script);
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.br'), brotliCompressSync(script));
  server = await served({ files: readStaticFiles(folder) });
});
const get = (path: string, headers: Record<string, string> = {}) => Promise.resolve(server.app.request(path, { headers }));

describe('the page', () => {
  it('opens at every path that people see, and asks the server each time whether it has changed', async () => {
    for (const path of ['/', '/chi-dao', '/chi-dao/4', '/chi-dao/toan-van', '/lich', '/tim', '/so-gui', '/so-gui/abc', '/ghi', '/bao-cao/2020/q1', '/xet-duyet', '/may', '/tro-giup', '/mo', '/k', '/ban', '/ban/nhat-ky']) {
      const response = await get(path);
      expect([path, response.status, await response.text()]).toEqual([path, 200, page]);
      expect(response.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('takes whoever hands pictures over to a phone without its worker to the page that says what to do', async () => {
    const response = await server.app.request('/chia-se', { method: 'POST', body: 'ảnh' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/chia-se']);
    expect(await (await get('/chia-se')).text()).toBe(page);
  });

  it('lets nothing in from elsewhere, runs nothing inline, stands in no frame', async () => {
    const { headers } = await get('/');
    const policy = Object.fromEntries((headers.get('content-security-policy') ?? '').split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]));
    expect(policy).toEqual({
      'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' blob: data:", 'connect-src': "'self'",
      'manifest-src': "'self'", 'worker-src': "'self'", 'base-uri': "'none'", 'form-action': "'self'", 'frame-ancestors': "'none'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('geolocation=()');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('tells browsers to stay with https where the server has it', async () => {
    const secure = await served({ files: readStaticFiles(folder), publicUrl: 'https://sotay.example.vn' });
    expect((await secure.app.request('/')).headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  });

  it('an unknown path says so in Vietnamese and leads home', async () => {
    for (const path of ['/khong-co', '/ghichu', '/.vite/manifest.json', '/../package.json', '/assets/', '/%2e%2e/package.json']) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.text()).toContain('Không tìm thấy');
      expect(response.headers.get('content-security-policy')).not.toBeNull();
    }
  });
});

describe('files', () => {
  it('named by their content are kept for ever, in the smallest form the browser takes', async () => {
    const small = await get('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' });
    expect(small.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual(['br', 'accept-encoding']);
    expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(script);
    const plain = await get('/assets/main-1a2b.js');
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, script]);
  });

  it('the worker is asked for anew each time, and answered in a line when it has not changed', async () => {
    const first = await get('/sw.js');
    expect([first.headers.get('cache-control'), first.headers.get('content-type')]).toEqual(['no-cache', 'text/javascript; charset=utf-8']);
    const again = await get('/sw.js', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('health and the unknown', () => {
  it('tells the watchman that it lives and that its store answers', async () => {
    expect([(await get('/healthz')).status, (await get('/readyz')).status]).toEqual([200, 200]);
    const broken = await served();
    broken.host.storage.transaction = () => Promise.reject(new Error('disk gone'));
    expect([(await broken.app.request('/healthz')).status, (await broken.app.request('/readyz')).status]).toEqual([200, 503]);
  });

  it('under /api a refusal is a problem with a code, never a page', async () => {
    const asked = [['GET', '/api/nothing', 404, 'not-found'], ['PUT', '/api/exchange', 405, 'method-wrong'], ['GET', '/api/desk', 404, 'not-found'], ['DELETE', '/api/desk/me', 403, 'origin-foreign']] as const;
    for (const [method, path, status, code] of asked) {
      const response = await server.app.request(path, { method });
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(ProblemReply.parse(await response.json())).toMatchObject({ status, code });
    }
    const post = await server.app.request('/chi-dao', { method: 'POST' });
    expect(ProblemReply.parse(await post.json()).code).toBe('method-wrong');
  });

  it('our own mistake is answered calmly, and what somebody wrote is not told to the log', async () => {
    const broken = await served();
    broken.host.storage.transaction = () => Promise.reject(new Error('SQL with a name in it'));
    const response = await broken.app.request('/api/desk/me', { headers: { cookie: `desk=${'a'.repeat(43)}` } });
    const text = await response.text();
    expect([response.status, ProblemReply.parse(JSON.parse(text)).code]).toEqual([503, 'server-trouble']);
    expect(text).not.toContain('SQL');
    expect(broken.troubles).toHaveLength(1);
  });
});
