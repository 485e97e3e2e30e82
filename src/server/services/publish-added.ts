/** After an upgrade: what this version's content has and an older one did not publish. */
import { directive2020 } from '../../content/directive-2020.ts';
import { publications2020 } from '../../content/publications-2020.ts';
import { contentScope } from '../../sync/protocol.ts';
import { publish } from '../../sync/publish.ts';
import type { Host } from './host.ts';
import { publishUnit } from './publish-unit.ts';

/**
 * Publishes the ids that were never published, and nothing over what stands: a version that the province has written
 * itself is never replaced. A store with another directive, or without one, is left alone.
 * @returns how many were published.
 */
export function publishAdded(host: Host): Promise<number> {
  return host.storage.transaction(async (page) => {
    const { directive, setting } = await host.published.read(page);
    if (directive?.id !== directive2020.id) return 0;
    const known = new Set((await page.rowsOfKind(contentScope, 'publication')).map(({ key }) => key));
    const items = publications2020({ sample: setting?.sample ?? false })
      .filter(({ id }) => !known.has(id))
      .map((publication) => ({ kind: 'publication' as const, key: publication.id, body: publication }));
    if (items.length > 0) await publish(page, contentScope, items, { hash: host.seals.hash, nowMs: host.nowMs() });
    return items.length;
  });
}

/** After an upgrade: an older version did not tell the phones of a unit whom they report to. @returns how many rows were written. */
export function publishUppers(host: Host): Promise<number> {
  return host.storage.transaction(async (page) => {
    const units = await page.units();
    let count = 0;
    for (const unit of units) {
      // oxlint-disable-next-line no-await-in-loop -- one transaction, unit by unit
      if ((await page.officersOf(unit.id)).length > 0) count += await publishUnit(page, host, unit, units, []);
    }
    return count;
  });
}
