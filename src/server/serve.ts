/** One running server: store, app, socket. `start.ts` gives it a console, tests give it a folder. */
import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from './config.ts';
import { serverApp } from './http/app.ts';
import type { StaticFiles } from './http/static-files.ts';
import { folderPhotoBytes } from './photos/folder-bytes.ts';
import { holdStore } from './services/hold-store.ts';
import type { Host } from './services/host.ts';
import { prepareStore } from './services/prepare-store.ts';
import { publishAdded, publishUppers } from './services/publish-added.ts';
import { publishSealKey } from './services/publish-seal-key.ts';
import { PublishedContent } from './services/published-content.ts';
import { isHalfRestored } from './services/restore-backup.ts';
import { seedStore } from './services/seed-store.ts';
import type { FirstLinks } from './services/seed-store.ts';
import { openSqliteStorage } from './storage/sqlite.ts';

export interface RunningServer {
  /** Differs from the configured one when that is 0. */
  readonly port: number;
  /** Of an empty store only. */
  readonly firstLinks: FirstLinks | null;
  /** Lets requests under way finish, for five seconds at most. */
  close(): Promise<void>;
}

export type ServeOutcome =
  | { readonly kind: 'running'; readonly server: RunningServer }
  | { readonly kind: 'store-held' }
  | { readonly kind: 'half-restored' }
  | { readonly kind: 'port-taken' };

const farewellMs = 5_000;

export async function serve(config: Config, files: StaticFiles, report: (error: unknown) => void): Promise<ServeOutcome> {
  const letGo = holdStore(config.dataFolder);
  if (!letGo) return { kind: 'store-held' };
  if (isHalfRestored(config.databasePath)) {
    letGo();
    return { kind: 'half-restored' };
  }
  const storage = await openSqliteStorage(config.databasePath);
  const end = async () => {
    await storage.close();
    letGo();
  };
  try {
    const { isNew, seals } = await prepareStore(storage);
    const host: Host = { storage, seals, published: new PublishedContent(), photos: folderPhotoBytes(config.photosFolder), nowMs: () => Date.now() };
    const app = serverApp({ host, files, publicUrl: config.publicUrl, report });
    const server = createAdaptorServer({
      fetch: app.fetch,
      // A phone on a slow link may need a minute for its photos' words; who dawdles over headers is no phone.
      serverOptions: { headersTimeout: 15_000, requestTimeout: 120_000, keepAliveTimeout: 30_000, connectionsCheckingInterval: 5_000 },
    }) as Server;
    if (!(await listen(server, config))) {
      await end();
      return { kind: 'port-taken' };
    }
    // Links are made only once they can be opened: a start that fails must not have used its one printing.
    const firstLinks = isNew ? await seedStore(host, config.seed) : null;
    if (!isNew) await publishAdded(host);
    if (!isNew) await publishUppers(host);
    await publishSealKey(host);
    const close = async () => {
      await closeServer(server);
      await end();
    };
    return { kind: 'running', server: { port: (server.address() as AddressInfo).port, firstLinks, close } };
  } catch (error) {
    await end();
    throw error;
  }
}

function listen(server: Server, config: Config): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(config.port, config.hostName ?? undefined, () => resolve(true));
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => server.closeAllConnections(), farewellMs);
    server.close(() => {
      clearTimeout(impatience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
