/** The public half of the sealing pair, as a publication: what phones seal their bundles to. */
import type { Publication, PublicationId } from '../../domain/publication.ts';
import { SealKey, sealKeyPublication } from '../../sync/bundle.ts';
import { contentScope } from '../../sync/protocol.ts';
import { publish } from '../../sync/publish.ts';
import { openKeyName, sealKeyOf } from '../seals.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';

/** @returns whether it was news: the first one, or of another pair than the one published last. */
export function publishSealKey(host: Host): Promise<boolean> {
  return host.storage.transaction((page) => publishSealKeyIn(page, host));
}

export async function publishSealKeyIn(page: StoragePage, host: Host): Promise<boolean> {
  const openKey = await page.serverKey(openKeyName);
  if (openKey === null) return false;
  const key = sealKeyOf(openKey);
  const last = (await page.rowsOf(contentScope, 'publication', sealKeyPublication)).at(-1);
  const former = last && (JSON.parse(last.text) as Publication);
  if (SealKey.safeParse(former?.body).data?.keyId === key.keyId) return false;
  const body: Publication = { id: sealKeyPublication as PublicationId, version: (former?.version ?? 0) + 1, audience: 'all', body: key };
  await publish(page, contentScope, [{ kind: 'publication', key: sealKeyPublication, body }], { hash: host.seals.hash, nowMs: host.nowMs() });
  return true;
}
