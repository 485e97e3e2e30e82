/** Fills an empty store with the content of 2020, and with the province itself, so that somebody can log in. */
import { publications2020 } from '../../content/publications-2020.ts';
import { sampleUnits } from '../../content/sample-units.ts';
import type { Unit } from '../../domain/unit.ts';
import { contentScope } from '../../sync/protocol.ts';
import { publish } from '../../sync/publish.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';

export async function seedContent(page: StoragePage, host: Host, isSample: boolean): Promise<void> {
  const items = publications2020({ sample: isSample }).map((publication) => ({ kind: 'publication' as const, key: publication.id, body: publication }));
  await publish(page, contentScope, items, { hash: host.seals.hash, nowMs: host.nowMs() });
}

/**
 * A store that an earlier version filled gets what this version publishes besides, such as the indicators and the report
 * calendar. Only what was never published there: a version that the province has made stands. A store without content
 * stays without.
 * @returns the ids that were added.
 */
export async function addNewContent(page: StoragePage, host: Host): Promise<readonly string[]> {
  const rows = await page.rowsOfKind(contentScope, 'publication');
  const published = new Set(rows.map((row) => row.key));
  if (!published.has('setting') || !published.has('figures')) return [];
  const items = publications2020({ sample: false }).filter((one) => !published.has(one.id)).map((one) => ({ kind: 'publication' as const, key: one.id, body: one }));
  if (items.length > 0) await publish(page, contentScope, items, { hash: host.seals.hash, nowMs: host.nowMs() });
  return items.map((item) => item.key);
}

/** The province is no invention; its name stands at the top of the sample units. */
export async function seedProvince(page: StoragePage): Promise<Unit> {
  const province = sampleUnits().find((unit) => unit.kind === 'province');
  if (!province) throw new Error('The sample units have no province.');
  await page.putUnits([province]);
  return province;
}
