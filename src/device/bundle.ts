/**
 * A bundle made on the phone, and the file that answers it read. Arrives only when it is asked for: whoever has signal
 * never loads it.
 */
import type { ChangeId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import { instantOf } from '../domain/time.ts';
import { bundleFileEnding, bundleLimits, bundleName, packInside, ReplyHeader, ReplyWords, SealKey, sealKeyPublication, splitLine, unpackInside } from '../sync/bundle.ts';
import type { BundleWords, CarriedPart } from '../sync/bundle.ts';
import type { Bytes } from '../sync/base64url.ts';
import { requestsToCarry, settleCarried } from '../sync/carry.ts';
import type { SettledReply } from '../sync/carry.ts';
import type { OfferedChange } from '../sync/protocol.ts';
import { openReply, sealBundle } from '../sync/seal.ts';
import { deflateAnywhere } from './deflate.ts';
import type { Identity } from './identity.ts';
import { newToken, publicKeys, randomBytes } from './keys.ts';
import type { Mirror } from './mirror.ts';
import type { Notebook } from './notebook.ts';
import type { Photos } from './photos.ts';

export interface BundleStores {
  readonly notebook: Pick<Notebook, 'carry' | 'head' | 'settle' | 'openEntries' | 'freeze' | 'renewLineage' | 'take'>;
  readonly mirror: Pick<Mirror, 'publication'>;
  readonly photos: Photos;
}

export interface MadeBundle {
  readonly kind: 'made';
  readonly name: string;
  readonly bytes: Bytes;
  readonly changeIds: readonly ChangeId[];
  readonly photos: readonly PhotoHash[];
  /** Changes and pictures that found no room: for a further file. */
  readonly leftCount: number;
}

export type BundleOutcome =
  | MadeBundle
  | { readonly kind: 'nothing' }
  /** A browser that keeps no keys, or kept none when the phone was activated. */
  | { readonly kind: 'no-keys' }
  /** The province's key has never been pulled. */
  | { readonly kind: 'no-seal-key' };

/** Of all words in one file: they are unpacked at once, at the other end too. */
const mostCharacters = 8_000_000;

/**
 * @param what `open`: what is still to be sent, with pictures that are not delivered; `unsafe`: all that the province does
 * not hold safely. What goes in can no longer be taken back.
 * @throws StoreTrouble
 */
export async function makeBundle({ notebook, mirror, photos }: BundleStores, identity: Identity, what: 'open' | 'unsafe', nowMs: number): Promise<BundleOutcome> {
  const { keys, deviceId } = identity;
  if (!keys) return { kind: 'no-keys' };
  const key = SealKey.safeParse((await mirror.publication(sealKeyPublication))?.body);
  if (!key.success) return { kind: 'no-seal-key' };

  const { head, changes: all, photos: named, exported } = await notebook.carry(nowMs, what);
  const changes = fitting(all);
  const states = await photos.states(named as readonly PhotoHash[]);
  // What may lie here alone goes first, and of it what no file has carried: a second file must not be the first one again.
  const rank = (hash: PhotoHash, isDelivered: boolean): number => (isDelivered ? 2 : 0) + (exported.has(hash) ? 1 : 0);
  const wanted = [...states.of].filter(([, { isDelivered, isSafe }]) => (what === 'open' ? !isDelivered : !isSafe))
    .toSorted(([one, first], [next, second]) => rank(one, first.isDelivered) - rank(next, second.isDelivered)).map(([hash]) => hash);
  if (changes.length === 0 && wanted.length === 0) return { kind: 'nothing' };

  const { parts, bytes } = await picturesFor(photos, wanted, bundleLimits.fileBytes - mostCharacters);
  const requests = requestsToCarry(deviceId, head, changes, newToken());
  const words: BundleWords = { requests, photos: parts };
  const deflated = await deflateAnywhere(new TextEncoder().encode(JSON.stringify(words)));
  const madeAt = instantOf(nowMs);
  const file = await sealBundle(
    { subtle: crypto.subtle, newIv: () => Uint8Array.from(randomBytes(12)) },
    {
      format: 'so-tay-bundle', v: 1, device: deviceId, sealKey: key.data.keyId, madeAt, lineage: head.lineage,
      changeCount: changes.length, photoCount: parts.length,
    },
    packInside(deflated, bytes), key.data.point, keys.sign.privateKey,
  );
  return {
    kind: 'made', name: `${bundleName(identity.unit.code, madeAt)}${bundleFileEnding}`, bytes: file,
    changeIds: changes.map(({ changeId }) => changeId), photos: parts.map(({ hash }) => hash), leftCount: all.length - changes.length + wanted.filter((hash) => !exported.has(hash) && !parts.some((part) => part.hash === hash)).length,
  };
}

/** In the order of saving: what an edit stands on comes before it. */
function fitting(changes: readonly OfferedChange[]): readonly OfferedChange[] {
  let characters = 0;
  const end = changes.findIndex((change) => (characters += JSON.stringify(change).length) > mostCharacters);
  return end < 0 ? changes : changes.slice(0, end);
}

async function picturesFor(photos: Photos, wanted: readonly PhotoHash[], room: number): Promise<{ readonly parts: CarriedPart[]; readonly bytes: Bytes[] }> {
  const parts: CarriedPart[] = [];
  const bytes: Bytes[] = [];
  let left = room;
  for (const hash of wanted.slice(0, bundleLimits.photos)) {
    // oxlint-disable-next-line no-await-in-loop -- one picture in memory more is one too many on a cheap phone
    const picture = await photos.bytes(hash);
    if (!picture || picture.length > left) continue;
    parts.push({ hash, offset: 0, byteCount: picture.length });
    bytes.push(picture);
    left -= picture.length;
  }
  return { parts, bytes };
}

export type ReplyOutcome = ({ readonly kind: 'read' } & SettledReply) | { readonly kind: 'not-a-reply' } | { readonly kind: 'of-other-phone' };

/** Opens the file and settles what it says, behind the guards of an exchange. @throws StoreTrouble */
export async function readReplyFile({ notebook, mirror, photos }: BundleStores, identity: Identity, file: Blob): Promise<ReplyOutcome> {
  if (file.size > bundleLimits.fileBytes) return { kind: 'not-a-reply' };
  const split = splitLine(new Uint8Array(await file.arrayBuffer()));
  const header = ReplyHeader.safeParse(split?.header);
  if (!split || !header.success) return { kind: 'not-a-reply' };
  const { keys } = identity;
  if (header.data.device !== identity.deviceId || !keys) return { kind: 'of-other-phone' };
  const key = SealKey.safeParse((await mirror.publication(sealKeyPublication))?.body);
  const { open: point } = await publicKeys(keys);
  if (!key.success || key.data.keyId !== header.data.sealKey || point === null) return { kind: 'not-a-reply' };
  const inside = await openReply(crypto.subtle, header.data, split.line, split.rest, key.data.point, { privateKey: keys.open.privateKey, point });
  const words = inside && (await wordsIn(inside));
  if (!words) return { kind: 'not-a-reply' };
  const openIds = async (): Promise<ReadonlySet<ChangeId>> => new Set((await notebook.openEntries()).map(({ change }) => change.changeId));
  return { kind: 'read', ...(await settleCarried({ notebook, photos, openIds }, words)) };
}

/** The seal has held: it is the province's own word, and no bomb. */
async function wordsIn(inside: Bytes): Promise<ReplyWords | null> {
  const unpacked = unpackInside(inside);
  if (!unpacked) return null;
  try {
    const parsed = ReplyWords.safeParse(JSON.parse(await inflated(unpacked.deflatedWords)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function inflated(bytes: Bytes): Promise<string> {
  if (typeof DecompressionStream !== 'undefined') {
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
  }
  const { unzlibSync } = await import('fflate');
  return new TextDecoder().decode(unzlibSync(bytes));
}
