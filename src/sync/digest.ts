import type { Cursor } from './protocol.ts';

/** What the digest over all cursors is made of, in scope order: a phone of many units sends it instead of the list. */
export function digestText(cursors: readonly Pick<Cursor, 'scope' | 'position' | 'hash'>[]): string {
  const sorted = cursors.toSorted((one, other) => (one.scope < other.scope ? -1 : 1));
  return sorted.map((cursor) => `${cursor.scope} ${cursor.position} ${cursor.hash}`).join('\n');
}
