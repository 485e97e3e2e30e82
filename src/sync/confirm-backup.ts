/**
 * A copy of the database that was read back elsewhere becomes the backup watermark (SPEC.md §7). What lies under it is
 * called safe, so nothing may be raised on a copy's bare word: it has to be a state that this very database once had.
 */
import type { LedgerPage, ScopeHead } from './ports.ts';
import type { Scope } from './protocol.ts';

/** What was read out of the copy: the life it was taken in, and how far each scope had come. */
export interface CopyStanding {
  readonly epochId: string;
  readonly heads: ReadonlyMap<Scope, ScopeHead>;
}

export type Confirmation =
  | { readonly kind: 'confirmed'; readonly raised: readonly { readonly scope: Scope; readonly from: number; readonly to: number }[] }
  /** The copy is of an epoch that this database never lived: another server's, or a lost life's. */
  | { readonly kind: 'epoch-other' }
  /** The epoch is known, the rows are not those that stand here: a life that a restore or a disk image has undone. */
  | { readonly kind: 'rows-other'; readonly scope: Scope };

/**
 * Raises the watermark of each scope to the copy's position; never above what stands here, because each position is
 * found here by its rolling hash, and never down. @param copy read back whole: integrity and hashes are proven already.
 */
export async function confirmCopy(page: LedgerPage, copy: CopyStanding): Promise<Confirmation> {
  if (!(await page.hasLived(copy.epochId))) return { kind: 'epoch-other' };
  const reached = [...copy.heads].filter(([, head]) => head.position > 0);
  for (const [scope, { position, hash }] of reached) {
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one connection: there is nothing to win in parallel
    if ((await page.hashAt(scope, position)) !== hash) return { kind: 'rows-other', scope };
  }
  const before = await page.safe(reached.map(([scope]) => scope));
  const raised = reached.map(([scope, { position }]) => ({ scope, from: before[scope] ?? 0, to: position })).filter(({ from, to }) => to > from);
  for (const { scope, to } of raised) {
    // oxlint-disable-next-line no-await-in-loop -- as above
    await page.raiseSafe(scope, to);
  }
  return { kind: 'confirmed', raised };
}
