/**
 * What the province publishes next: a further version of a published thing, its body changed by a patch.
 * `node tests/tools/publish-version.ts <data folder> <id> <patch as JSON>`; a patch is laid over the body, a string `from=>to` replaces words in it.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Publication } from '../../src/domain/publication.ts';
import { prepareStore } from '../../src/server/services/prepare-store.ts';
import { openSqliteStorage } from '../../src/server/storage/sqlite.ts';
import { contentScope } from '../../src/sync/protocol.ts';
import { publish } from '../../src/sync/publish.ts';

export async function publishVersion(folder: string, id: string, patch: Readonly<Record<string, unknown>> | string): Promise<void> {
  const storage = await openSqliteStorage(join(folder, 'so-tay.sqlite'));
  try {
    const { seals } = await prepareStore(storage);
    await storage.transaction(async (page) => {
      const row = (await page.rowsOfKind(contentScope, 'publication')).findLast(({ key }) => key === id);
      if (!row) throw new Error(`${id} was never published`);
      const last = Publication.parse(JSON.parse(row.text));
      const version = last.version + 1;
      await publish(page, contentScope, [{ kind: 'publication', key: id, body: { ...last, version, body: changed(last.body, patch, version) } }], { hash: seals.hash, nowMs: Date.now() });
    });
  } finally {
    await storage.close();
  }
}

function changed(body: unknown, patch: Readonly<Record<string, unknown>> | string, version: number): unknown {
  // A form carries its version in its body as well.
  const own = (body as { version?: unknown }).version === undefined ? {} : { version };
  if (typeof patch !== 'string') return { ...(body as object), ...patch, ...own };
  const [from = '', to = ''] = patch.split('=>');
  const text = JSON.stringify(body);
  if (!text.includes(from)) throw new Error(`${from} does not stand there`);
  return { ...(JSON.parse(text.replaceAll(from, to)) as object), ...own };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder = '', id = '', patch = '{}'] = process.argv;
  await publishVersion(folder, id, patch.startsWith('{') ? (JSON.parse(patch) as Record<string, unknown>) : patch);
}
