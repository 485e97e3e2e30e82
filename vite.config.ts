/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig } from 'vite';
import type { Plugin, Rolldown } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

/** Cheap Android phones that still get Chrome, and the iPhones beside them. */
const targets = ['chrome110', 'safari16'];

/** What a phone may ever need: filled while the bundle is written, read when the worker's list is made. */
const phoneFiles = new Set<string>();

/**
 * Few files, cut where the phone waits or where a release changes nothing: every request costs most of a kilobyte of
 * headers, and a chunk that stays the same is not fetched again with a new version. The first match wins.
 */
const chunkGroups = [
  // What paints first, for phone and desk alike.
  { name: 'shell', test: /preload-helper|node_modules[\\/]preact|src[\\/](ui[\\/]|i18n[\\/](say|frame-words)|device[\\/](post|activation-link|browser-|install-prompt|storage-health)|phone[\\/](start|activated-mark|carried-code|first-frame|frame-memory|paths|parts[\\/]rescue-button|screens[\\/](activation[\\/]code-text|install[\\/]install-offer))|sync[\\/]activation-code)/ },
  // What the phone and the desk read through the same schemas.
  { name: 'schemas', test: /node_modules[\\/]zod|src[\\/](domain[\\/](id|time|unit|activity|review)|sync[\\/](activation|problem-reply)|i18n[\\/]format)\.ts$/ },
  { name: 'phone-activation', test: /src[\\/](phone[\\/]screens[\\/]activation|i18n[\\/]activation-words)/ },
  { name: 'phone-gate', test: /src[\\/](phone[\\/]screens[\\/]gate|i18n[\\/]gate-words)/ },
  { name: 'phone-install', test: /src[\\/](phone[\\/]screens[\\/]install|i18n[\\/]install-words)/ },
  { name: 'phone-home', test: /src[\\/]phone[\\/](app|hands|actions[\\/]activate-phone)\.tsx?$/ },
  // What makes and shows pictures: no screen waits for it before there is one.
  { name: 'phone-photos', test: /src[\\/](phone[\\/](parts[\\/](photo|whole)-|actions[\\/](keep-photo|photo-first|forget-photo|prune-photos))|device[\\/](photo-maker|picture-size|fetch-photo)|i18n[\\/]photo-words)/ },
  // Files for who has no signal: they arrive with the tap that asks for one.
  { name: 'phone-files', test: /src[\\/](sync[\\/](bundle|seal|base64url)|device[\\/](bundle|rescue)|phone[\\/]actions[\\/]hand-over-|i18n[\\/]rescue-words)/ },
  { name: 'phone-form', test: /src[\\/]phone[\\/]screens[\\/]form/ },
  // Deflates what is sent and what is handed on; the desk and the phone both mark what the directive says.
  { name: 'fflate', test: /node_modules[\\/]fflate/ },
  { name: 'quotes', test: /src[\\/]domain[\\/]mark-quotes\.ts$/ },
  { name: 'phone-pages', test: /src[\\/]phone[\\/]screens[\\/](calendar|device|help|record|share|outbox[\\/](outbox-screen|filter-part))/ },
  { name: 'phone-reading', test: /src[\\/]phone[\\/]screens[\\/](directive|search)/ },
  // What a return is made of, at the desk and on a reviewer's phone.
  { name: 'returning', test: /src[\\/](i18n[\\/](return-words|statement)|domain[\\/](return-draft|deadline|record-fields|report-fields))/ },
  // The rules of a report: for who writes one, and for who reads it.
  { name: 'phone-report-model', test: /src[\\/](phone[\\/](report-model|screens[\\/]report[\\/](remarks-part|report-sections))|i18n[\\/]report-words|domain[\\/](indicator|report-check|report-lines|report-draft|unit-tree))/ },
  // The rules of a programme, for the same two.
  { name: 'phone-programme-rules', test: /src[\\/](phone[\\/]programme-body|i18n[\\/]programme-words|domain[\\/](programme-(check|fields|progress)|programme\.ts|month-span))/ },
  // The reviewer's pages and the sum of a report: on upper unions' phones alone, and always together.
  { name: 'phone-review', test: /src[\\/](phone[\\/](screens[\\/](review|report[\\/]with-sum)|sum-model|review-view|units-below|below)|domain[\\/]roll-up|i18n[\\/]review-words)/ },
  // Made when somebody asks for a file or for paper, and else never. The desk writes sheets too, and must not get the phone's
  // rules for paper with them, which hide every page but the phone's own list.
  { name: 'spreadsheet', test: /src[\\/]documents[\\/]spreadsheet/ },
  { name: 'phone-list', test: /src[\\/](documents[\\/]activity-list|phone[\\/](unit-list|screens[\\/]outbox[\\/](hand-over-list|print-list)))/ },
];

export default defineConfig({
  // No Babel: Vite's own compiler writes Preact's automatic JSX calls.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: process.env['VITEST'] === undefined ? [phoneBundle(), worker(), compressedFiles()] : [],
  define: { __APP_VERSION__: JSON.stringify(appVersion()) },
  build: {
    target: targets,
    manifest: true,
    // Everything comes from our own origin under a strict content security policy: no data: URLs.
    assetsInlineLimit: 0,
    // Every browser of the targets knows modulepreload, or goes without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A chunk bears its room's name, so that a list of files tells what weighs on whom.
        codeSplitting: { groups: chunkGroups },
        chunkFileNames: (chunk) => `assets/${roomName(chunk.facadeModuleId)}[name]-[hash].js`,
      },
    },
  },
  server: { proxy: { '/api': 'http://localhost:8080' } },
  test: {
    // Left to itself it leaves one of two cores idle.
    maxWorkers: Math.max(2, cpus().length - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/journeys/**', 'tests/**/*.built.test.ts'],
          // No promise is about time here: on two busy cores the standard five seconds are too few for the walks over all of src.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // Needs `vite build` first: these look at what ships.
        extends: true,
        test: { name: 'built', include: ['tests/**/*.built.test.ts'], testTimeout: 60_000 },
      },
    ],
  },
});

function appVersion(): string {
  return (JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

function roomName(module: string | null): string {
  const room = /\/src\/([a-z0-9]+)\//.exec(module ?? '')?.[1];
  return room === undefined ? '' : `${room}-`;
}

/** Follows the imports from the entry, but never into the desk. */
function phoneBundle(): Plugin {
  return {
    name: 'phone-bundle',
    apply: 'build',
    // The form of a first visit is asked for with the shell, not after it: one round trip less where a round trip costs most.
    transformIndexHtml(_html, { bundle }) {
      const form = Object.keys(bundle ?? {}).find((fileName) => fileName.startsWith('assets/phone-activation-'));
      return form === undefined ? [] : [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${form}` }, injectTo: 'head' }];
    },
    generateBundle(_options, bundle) {
      phoneFiles.clear();
      // The manifest and its small icon are asked for by the browser itself, at every opening of an installed app.
      for (const file of ['index.html', 'manifest.webmanifest', 'icons/icon.svg', 'icons/icon-192.png']) phoneFiles.add(file);
      const visit = (fileName: string): void => {
        const chunk = bundle[fileName];
        if (phoneFiles.has(fileName) || chunk?.type !== 'chunk' || isDesk(chunk)) return;
        phoneFiles.add(fileName);
        for (const asset of [...(chunk.viteMetadata?.importedCss ?? []), ...(chunk.viteMetadata?.importedAssets ?? [])]) phoneFiles.add(asset);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) visit(next);
      };
      for (const output of Object.values(bundle)) if (output.type === 'chunk' && output.isEntry) visit(output.fileName);
    },
  };
}

function isDesk(chunk: Rolldown.OutputChunk): boolean {
  return /\/src\/desk\//.test(chunk.facadeModuleId ?? '');
}

function worker(): Plugin[] {
  return VitePWA({
    strategies: 'injectManifest',
    srcDir: 'src/worker',
    filename: 'sw.ts',
    // The page registers it itself and asks before an update (src/device/app-update.ts).
    registerType: 'prompt',
    injectRegister: false,
    // Written by hand in public/, and not needed to start.
    manifest: false,
    includeManifestIcons: false,
    injectManifest: {
      rollupFormat: 'iife',
      buildPlugins: { vite: [smallSchemas()] },
      // A schema that nobody parses with is left out.
      rollupOptions: { treeshake: { manualPureFunctions: ['z'] } },
      target: targets,
      globPatterns: ['**/*.{js,css,html,svg,png,webmanifest}'],
      // Names with a hash need no second revision in the address.
      dontCacheBustURLsMatching: /^assets\//,
      manifestTransforms: [
        (entries) => ({ manifest: entries.filter((entry) => phoneFiles.has(entry.url)), warnings: [] }),
      ],
    },
  });
}

/** The worker reads with the schemas of the app, but not with all of zod: its budget is 15 kB (src/worker/small-schema.ts). */
function smallSchemas(): Plugin {
  return {
    name: 'small-schemas',
    enforce: 'pre',
    resolveId: (id) => (id === 'zod/mini' ? fileURLToPath(new URL('src/worker/small-schema.ts', import.meta.url)) : null),
  };
}

/** Writes `.br` and `.gz` beside every text file over 1 kB, for the server to hand out as they are. */
function compressedFiles(): Plugin {
  let folder = '';
  return {
    name: 'compressed-files',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        const files = await readdir(folder, { recursive: true });
        await Promise.all(files.filter((file) => /\.(js|css|html|svg|json|webmanifest)$/.test(file)).map((file) => compress(join(folder, file))));
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  if ((await stat(path)).size <= 1024) return;
  const content = await readFile(path);
  const [small, smaller] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }),
  ]);
  await Promise.all([writeFile(`${path}.gz`, small), writeFile(`${path}.br`, smaller)]);
}
