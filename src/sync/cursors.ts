/**
 * Cursors and epochs as the server marks them, so that it can tell what it once said from what it never did
 * (SPEC.md §7).
 */
import type { Cursor, Epoch, Scope } from './protocol.ts';
import type { LedgerPage, ScopeHead } from './ports.ts';
import type { Seals } from './accept.ts';

export function markedCursor(scope: Scope, head: ScopeHead, epoch: Epoch, seals: Pick<Seals, 'mark'>): Cursor {
  const { position, hash } = head;
  return { scope, position, hash, mark: seals.mark(cursorSeal(scope, head, epoch)) };
}

export function markedEpoch(id: string, ordinal: number, seals: Pick<Seals, 'mark'>): Epoch {
  return { id, ordinal, mark: seals.mark(`epoch ${id} ${ordinal}`) };
}

/**
 * Has this phone seen a life of the database that we have lost? Then a new epoch must begin: a copied folder or
 * a snapshot rolled back betrays itself so. Without a valid mark nothing is believed.
 */
export async function hasSeenMore(page: LedgerPage, current: Epoch, told: Epoch | null, cursors: readonly Cursor[], seals: Pick<Seals, 'mark'>): Promise<boolean> {
  if (told === null || told.mark !== seals.mark(`epoch ${told.id} ${told.ordinal}`)) return false;
  if (told.id !== current.id) return told.ordinal >= current.ordinal;
  for (const cursor of cursors) {
    if (cursor.position === 0 || !isMarked(cursor, told, seals)) continue;
    // oxlint-disable-next-line no-await-in-loop -- one transaction, one connection: there is nothing to win in parallel
    const hash = await page.hashAt(cursor.scope, cursor.position);
    if (hash !== cursor.hash) return true;
  }
  return false;
}

export function isMarked(cursor: Cursor, epoch: Epoch, seals: Pick<Seals, 'mark'>): boolean {
  return cursor.mark === seals.mark(cursorSeal(cursor.scope, cursor, epoch));
}

function cursorSeal(scope: Scope, head: ScopeHead, epoch: Epoch): string {
  return `cursor ${epoch.id} ${scope} ${head.position} ${head.hash}`;
}
