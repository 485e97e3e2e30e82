/**
 * The server's side of one part of a picture. Every byte that arrives and continues what is held is kept; the picture
 * counts only when its hash is proven and its bytes are durable, and then gets its row, once for a unit (SPEC.md P3, P4).
 */
import type { UnitId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import { instantOf } from '../domain/time.ts';
import { nextRow } from './accept.ts';
import type { Seals } from './accept.ts';
import { markedCursor } from './cursors.ts';
import { placePart } from './photo.ts';
import { noFacts } from './ports.ts';
import type { LedgerPage, LedgerPort, PhotoBytesPort, ScopeHead } from './ports.ts';
import { protocolVersion } from './protocol.ts';
import type { PhotoReply, PhotoRow } from './protocol.ts';

export interface PhotoPart {
  readonly hash: PhotoHash;
  /** Where it begins in the picture, in bytes. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface PartHost extends Seals {
  readonly nowMs: number;
}

/** `photo-unknown`: no stored change of the unit names it. `photo-too-big`: bytes beyond those named. */
export type PartRefusal = 'photo-unknown' | 'photo-too-big';

/** @param scope the unit of the device that sends; whether it may send at all is decided before. */
export async function receivePart(
  ledger: LedgerPort,
  shelf: PhotoBytesPort,
  scope: UnitId,
  part: PhotoPart,
  host: PartHost,
): Promise<PhotoReply | PartRefusal> {
  const { hash, offset, bytes } = part;
  const named = await ledger.transaction(async (page) => (await page.photos(scope, [hash])).get(hash));
  if (!named) return 'photo-unknown';
  if (offset + bytes.length > Math.max(...named.byteCounts)) return 'photo-too-big';
  return shelf.inTurn(hash, async () => {
    const held = await keepPart(shelf, part, named.byteCounts);
    return ledger.transaction(async (page) => {
      const epoch = await page.epoch();
      const told = { v: protocolVersion, hash, epoch, now: instantOf(host.nowMs) } as const;
      if (held !== 'whole') return { ...told, standing: { held } };
      const { position, head } = await rowOf(page, scope, part, host);
      return { ...told, standing: { position }, witness: markedCursor(scope, head, epoch, host) };
    });
  });
}

/** Changes may name one picture with different sizes, of which only one can be right: the hash says which. */
async function keepPart(shelf: PhotoBytesPort, { hash, offset, bytes }: PhotoPart, byteCounts: readonly number[]): Promise<number | 'whole'> {
  let held = await shelf.held(hash);
  if (held === 'whole') return held;
  for (const end of byteCounts.toSorted((one, other) => one - other)) {
    const placed = placePart(held, end, offset, bytes.length);
    // oxlint-disable-next-line no-await-in-loop -- the next size only matters behind this one
    if (placed && placed.take > 0) held = await shelf.append(hash, bytes.subarray(placed.skip, placed.skip + placed.take));
    if (held < end) return held;
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (held === end && (await shelf.digest(hash)) === hash) {
      // oxlint-disable-next-line no-await-in-loop -- as above
      await shelf.finish(hash);
      return 'whole';
    }
  }
  // All of it is there, and it is not what it was named after.
  await shelf.drop(hash);
  return 0;
}

/** Its position in the unit's scope; the row is appended when the unit has none, also for bytes that another unit brought. */
async function rowOf(page: LedgerPage, scope: UnitId, { hash }: PhotoPart, host: PartHost): Promise<{ readonly position: number; readonly head: ScopeHead }> {
  const heads = new Map(await page.scopeHeads([scope]));
  const named = (await page.photos(scope, [hash])).get(hash);
  const before = heads.get(scope) ?? { position: 0, hash: '' };
  if (named?.position) return { position: named.position, head: before };
  const body: PhotoRow = { hash, byteCount: Math.max(...(named?.byteCounts ?? [0])) };
  const row = nextRow(heads, { scope, kind: 'photo', key: hash, text: JSON.stringify(body), at: instantOf(host.nowMs) }, host);
  await page.write({ ...noFacts, rows: [row] });
  return { position: row.position, head: row };
}
