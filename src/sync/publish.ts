/** Facts that the province writes for phones to read: published content, a unit's profile, its officers. */
import { instantOf } from '../domain/time.ts';
import { nextRow } from './accept.ts';
import type { Seals } from './accept.ts';
import type { Scope } from './protocol.ts';
import type { LedgerPage } from './ports.ts';

export interface PublishedItem {
  readonly kind: 'publication' | 'unit' | 'officer';
  readonly key: string;
  readonly body: unknown;
}

export async function publish(page: LedgerPage, scope: Scope, items: readonly PublishedItem[], host: Pick<Seals, 'hash'> & { readonly nowMs: number }): Promise<void> {
  const heads = new Map(await page.scopeHeads([scope]));
  const at = instantOf(host.nowMs);
  const rows = items.map((item) => nextRow(heads, { scope, kind: item.kind, key: item.key, text: JSON.stringify(item.body), at }, host));
  await page.write({ changes: [], rows, records: [], receipts: [], renumbered: [], alarms: [] });
}
