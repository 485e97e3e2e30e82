import { EditionRow } from '../../sync/protocol.ts';
import type { EditionBodies, NewRow } from '../../sync/ports.ts';

/** The bodies of each record's editions, from its rows. An edition that was written again has the same body. */
export function editionsIn(rows: readonly NewRow[]): Map<EditionRow['recordId'], EditionBodies> {
  const editions = new Map<EditionRow['recordId'], Map<number, EditionRow['body']>>();
  for (const row of rows) {
    const { recordId, edition, body } = EditionRow.parse(JSON.parse(row.text));
    const bodies = editions.get(recordId) ?? new Map<number, EditionRow['body']>();
    editions.set(recordId, bodies.set(edition, body));
  }
  return editions;
}
