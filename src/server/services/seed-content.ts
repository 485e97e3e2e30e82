/** Fills an empty store with the content of 2020, and with the province itself, so that somebody can log in. */
import { publications2020 } from '../../content/publications-2020.ts';
import { sampleUnits } from '../../content/sample-units.ts';
import type { Unit } from '../../domain/unit.ts';
import { contentScope } from '../../sync/protocol.ts';
import { publish } from '../../sync/publish.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { publishSealKeyIn } from './publish-seal-key.ts';

export async function seedContent(page: StoragePage, host: Host, isSample: boolean): Promise<void> {
  const items = publications2020({ sample: isSample }).map((publication) => ({ kind: 'publication' as const, key: publication.id, body: publication }));
  await publish(page, contentScope, items, { hash: host.seals.hash, nowMs: host.nowMs() });
  await publishSealKeyIn(page, host);
}

/** The province is no invention; its name stands at the top of the sample units. */
export async function seedProvince(page: StoragePage): Promise<Unit> {
  const province = sampleUnits().find((unit) => unit.kind === 'province');
  if (!province) throw new Error('The sample units have no province.');
  await page.putUnits([province]);
  return province;
}
