/**
 * What a bundle carries, and what the answer that comes back in a file does on the phone: an exchange in two halves with
 * weeks in between (SPEC.md §12).
 */
import { UnitId } from '../domain/id.ts';
import type { ChangeId, DeviceId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import type { CarriedReply, ReplyWords } from './bundle.ts';
import type { JournalEntry, NotebookHead, NotebookPort, PhotosPort } from './ports.ts';
import { isSafe } from './journal.ts';
import { limits, protocolVersion } from './protocol.ts';
import type { ExchangeRequest, OfferedChange, PhotoStanding, Verdict } from './protocol.ts';

/** Characters of changes in one request: the server answers each in one transaction. */
const requestCharacters = 500_000;

/**
 * Whether the phone may hold the only copy of it: still to be sent, or not proven to lie under the backup watermark of the
 * life that acknowledged it.
 */
export function isUnsafe(entry: JournalEntry, head: Pick<NotebookHead, 'epoch' | 'anchor'>): boolean {
  if (entry.open || entry.acknowledgement?.epochId !== head.epoch?.id) return true;
  return !isSafe(entry, head.anchor ? { [head.anchor.scope]: head.anchor.position } : {});
}

/** What goes in, in the order of saving, so that nothing stands before what it stands on. */
export function chosenToCarry(entries: readonly JournalEntry[], head: Pick<NotebookHead, 'epoch' | 'anchor'>, what: 'open' | 'unsafe'): readonly JournalEntry[] {
  return entries
    .filter((entry) => (what === 'open' ? entry.open : isUnsafe(entry, head)))
    .toSorted((one, other) => one.change.seq - other.change.seq);
}

/**
 * The requests of a bundle: codes alone are wanted, and the notebook's own evidence of the server's lives goes with them.
 * At least one, also where there are no changes: pictures are asked about in its name.
 * @param changes in the order of saving. @param nonce of chance.
 */
export function requestsToCarry(device: DeviceId, head: NotebookHead, changes: readonly OfferedChange[], nonce: string): ExchangeRequest[] {
  const groups: OfferedChange[][] = [[]];
  let characters = 0;
  for (const change of changes) {
    const size = JSON.stringify(change).length;
    const group = groups.at(-1) ?? [];
    if (group.length > 0 && (group.length >= limits.changesPerExchange || characters + size > requestCharacters)) {
      groups.push([change]);
      characters = size;
    } else {
      group.push(change);
      characters += size;
    }
  }
  return groups.map((group, index) => ({
    v: protocolVersion,
    device,
    lineage: head.lineage,
    seq: head.seq,
    epoch: head.epoch,
    cursors: [],
    want: 0,
    nonce: `${nonce}-${index}`,
    changes: group,
    ...(head.witness ? { witness: head.witness } : {}),
    ...(head.anchor ? { anchor: head.anchor } : {}),
  }));
}

export interface SettledReply {
  /** Whether any of it was still of use: not of another lineage, nor of an earlier life than the phone knows. */
  readonly isUsed: boolean;
  /** How many changes it settled that were still open. */
  readonly settledCount: number;
}

export interface CarryPorts {
  readonly notebook: NotebookPort;
  readonly photos: PhotosPort | null;
  /** Ids of what is still to be sent: what was answered meanwhile is not answered again by older words. */
  openIds(): Promise<ReadonlySet<ChangeId>>;
}

/** Opening the same file again, or an old one, changes nothing more: the guards are those of an exchange. */
export async function settleCarried(ports: CarryPorts, { lineage, replies }: ReplyWords): Promise<SettledReply> {
  let isUsed = false;
  let settledCount = 0;
  for (const carried of replies) {
    // oxlint-disable-next-line no-await-in-loop -- in the order of the requests, each in its own transaction
    const settled = await settleOne(ports, lineage, carried);
    isUsed ||= settled !== null;
    settledCount += settled ?? 0;
  }
  return { isUsed, settledCount };
}

async function settleOne({ notebook, photos, openIds }: CarryPorts, lineage: string, carried: CarriedReply): Promise<number | null> {
  const { reply } = carried;
  const [head, open] = [await notebook.head(), await openIds()];
  const verdicts = new Map<ChangeId, Verdict>();
  for (const [index, changeId] of carried.changeIds.entries()) {
    const verdict = reply.codes[index];
    if (changeId !== null && verdict && open.has(changeId)) verdicts.set(changeId, verdict);
  }
  // The phone may serve another unit by now: what stood in the former one's scope must not take the witness' place.
  const isOfOtherScope = head.witness !== null && reply.witness !== undefined && head.witness.scope !== reply.witness.scope;
  const isUsed = await notebook.settle({
    lineage,
    epoch: reply.epoch,
    at: reply.now,
    // The answer is weeks old: it says nothing about this phone's clock.
    clockOffsetMs: null,
    witness: isOfOtherScope ? null : (reply.witness ?? null),
    verdicts,
    anchor: null,
    knownEpochId: carried.knownEpochId,
    safe: reply.safe,
  });
  if (!isUsed) return null;
  await tellPhotos(photos, carried);
  return [...verdicts.values()].filter(({ code }) => code !== 'order' && code !== 'big' && code !== 'retry').length;
}

async function tellPhotos(photos: PhotosPort | null, { photos: asked, reply }: CarriedReply): Promise<void> {
  const scope = UnitId.safeParse(reply.witness?.scope).data;
  if (!photos || asked.length === 0 || scope === undefined) return;
  const standings = new Map<PhotoHash, PhotoStanding>();
  for (const hash of asked) {
    const standing = reply.photos?.[hash];
    if (standing) standings.set(hash, standing);
  }
  await photos.told({ epoch: reply.epoch, at: reply.now, standings, asked, scope, safe: reply.safe[scope] ?? 0 });
}
