/** The floor of the pages: one empty page with the same kind of service worker, one box to type in, nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface FloorSite {
  readonly origin: string;
  readonly port: number;
  close(): void;
}

const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sàn</title>
<main></main><script src="/page.js"></script>`;
/** Drawn by a script, as every app's first words are. */
const script = `document.querySelector('main').innerHTML = '<a href="/ghi">Ghi hoạt động</a><label>Tên <input></label>';
navigator.serviceWorker.register('/sw.js')`;

/** The same parts of Workbox as the app's worker, with one page to keep. */
const worker = `
import { clientsClaim } from 'workbox-core';
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
precacheAndRoute([{ url: '/index.html', revision: '1' }, { url: '/page.js', revision: '1' }]);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html')));
clientsClaim();
`;

export async function floorSite(): Promise<FloorSite> {
  const bundled = await bundledWorker();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    const [type, body] = path === '/sw.js' ? ['text/javascript', bundled] : path === '/page.js' ? ['text/javascript; charset=utf-8', script] : ['text/html; charset=utf-8', page];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bundledWorker(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const name = 'virtual:floor-worker';
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [{
      name: 'floor-worker',
      resolveId: (id) => (id === name ? `${root}/floor-worker.js` : null),
      load: (id) => (id.endsWith('/floor-worker.js') ? worker : null),
    }],
    build: { write: false, rolldownOptions: { input: name, output: { codeSplitting: false } } },
  });
  const output = Array.isArray(result) ? result[0]?.output : 'output' in result ? result.output : undefined;
  const chunk = output?.[0];
  if (!chunk) throw new Error('the worker of the floor was not bundled');
  return chunk.code;
}
