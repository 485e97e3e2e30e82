/**
 * A bundle comes in: seal and signature first, then every request in it takes the very way of an exchange, and every part
 * of a picture that of a part. So it may be imported any number of times, by anybody, whenever it arrives.
 */
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { ChangeId } from '../../domain/id.ts';
import type { DeviceId } from '../../domain/id.ts';
import { instantOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import { answerExchange } from '../../sync/answer.ts';
import type { Bytes } from '../../sync/base64url.ts';
import { BundleHeader, bundleLimits, BundleWords, packInside, partsIn, RescueHeader, splitLine, unpackInside } from '../../sync/bundle.ts';
import type { CarriedReply, ReplyWords } from '../../sync/bundle.ts';
import { limits } from '../../sync/protocol.ts';
import type { ExchangeReply, LooseExchangeRequest, VerdictCode } from '../../sync/protocol.ts';
import { receivePart } from '../../sync/receive-photo.ts';
import type { PhotoPart } from '../../sync/receive-photo.ts';
import { isSignedBy, openBundle, openRescue, sealReply } from '../../sync/seal.ts';
import { formerOpenKeyName, newEpochId, openKeyName, privateKeyOf, sealKeyOf, sealTools } from '../seals.ts';
import type { KnownDevice } from '../storage/port.ts';
import { standingOf } from './device-standing.ts';
import type { Host } from './host.ts';
import { todayOf } from './published-content.ts';

export interface ImportedBundle {
  readonly deviceId: DeviceId;
  readonly unitName: string;
  readonly officerName: string;
  readonly isRevoked: boolean;
  readonly madeAt: Instant;
  /** How many changes got which code. */
  readonly codes: Readonly<Partial<Record<VerdictCode, number>>>;
  readonly changeCount: number;
  /** Pictures of the bundle that are whole here now, of so many that it brought bytes of. */
  readonly wholePhotoCount: number;
  readonly photoCount: number;
  /** The file that answers, for this phone alone; null for one that has no keys. */
  readonly reply: Bytes | null;
}

export type ImportBundleOutcome =
  | { readonly kind: 'imported'; readonly bundle: ImportedBundle }
  | { readonly kind: 'bundle-too-big' }
  /** No bundle, or one whose inside is not what a phone writes. */
  | { readonly kind: 'bundle-malformed' }
  | { readonly kind: 'device-unknown' }
  /** Altered or cut on its way, or made by somebody else. */
  | { readonly kind: 'signature-wrong' }
  /** Sealed to a key that this server does not hold: another server's, or lost with a database. */
  | { readonly kind: 'key-unknown' };

/** @param file as it came; @param actor who brings it in, for the audit. */
export async function importBundle(host: Host, file: Bytes, actor: string): Promise<ImportBundleOutcome> {
  if (file.length > bundleLimits.fileBytes) return { kind: 'bundle-too-big' };
  const split = splitLine(file);
  const header = BundleHeader.safeParse(split?.header).data;
  if (!split || !header) return { kind: 'bundle-malformed' };
  const known = await knownDevice(host, header.device);
  if (!known?.device.signKey) return { kind: 'device-unknown' };
  if (!(await isSignedBy(sealTools.subtle, known.device.signKey, split.line, split.rest))) return { kind: 'signature-wrong' };
  const openKey = await openKeyNamed(host, header.sealKey);
  if (openKey === null) return { kind: 'key-unknown' };
  const own = { privateKey: await privateKeyOf(openKey), point: sealKeyOf(openKey).point };
  const inside = await openBundle(sealTools.subtle, header, split.line, split.rest, own);
  const read = inside && (await readInside(inside));
  if (!read) return { kind: 'bundle-malformed' };
  if (read === 'too-big') return { kind: 'bundle-too-big' };
  const { words, parts } = read;

  const replies: CarriedReply[] = [];
  for (const request of words.requests) {
    // oxlint-disable-next-line no-await-in-loop -- in their order: a change may stand on one before it
    replies.push(await answered(host, known, { ...request, device: header.device, lineage: header.lineage }));
  }
  const [first] = words.requests;
  if (first && known.device.revokedAt === null) {
    for (const part of parts) {
      // oxlint-disable-next-line no-await-in-loop -- one picture after the other, as a phone sends them
      await receivePart(host.storage, host.photos, known.unit.id, part, { ...host.seals, nowMs: host.nowMs() });
    }
    const hashes = [...new Set(parts.map(({ hash }) => hash))];
    for (let at = 0; at < hashes.length; at += limits.photosPerExchange) {
      const photos = hashes.slice(at, at + limits.photosPerExchange);
      // oxlint-disable-next-line no-await-in-loop -- as above
      replies.push(await answered(host, known, { ...first, device: header.device, lineage: header.lineage, changes: [], photos }));
    }
  }
  await host.storage.transaction((page) => page.audit({ at: instantOf(host.nowMs()), actor, act: 'bundle-import', subject: header.device }));

  const codes = replies.flatMap(({ reply }) => reply.codes.map(({ code }) => code));
  const standings = replies.flatMap(({ reply }) => Object.values(reply.photos ?? {}));
  return {
    kind: 'imported',
    bundle: {
      deviceId: header.device,
      unitName: known.unit.name,
      officerName: known.officer.name,
      isRevoked: known.device.revokedAt !== null,
      madeAt: header.madeAt,
      codes: countsOf(codes),
      changeCount: codes.length,
      wholePhotoCount: standings.filter((standing) => 'position' in standing).length,
      photoCount: new Set(parts.map(({ hash }) => hash)).size,
      reply: await replyFile(host, known, { keyId: header.sealKey, ...own }, { lineage: header.lineage, replies }),
    },
  };
}

export type OpenRescueOutcome = { readonly kind: 'opened'; readonly madeAt: Instant; readonly text: string } | { readonly kind: 'bundle-too-big' | 'bundle-malformed' | 'key-unknown' };

/**
 * What a phone in trouble gave out, as text for somebody to read. Nothing of it goes into the book: no signature says who
 * made it, and its rows are those that could not be sent.
 */
export async function openRescueFile(host: Host, file: Bytes): Promise<OpenRescueOutcome> {
  if (file.length > bundleLimits.fileBytes) return { kind: 'bundle-too-big' };
  const split = splitLine(file);
  const header = RescueHeader.safeParse(split?.header).data;
  if (!split || !header) return { kind: 'bundle-malformed' };
  const openKey = await openKeyNamed(host, header.sealKey);
  if (openKey === null) return { kind: 'key-unknown' };
  const inside = await openRescue(sealTools.subtle, header, split.line, split.rest, { privateKey: await privateKeyOf(openKey), point: sealKeyOf(openKey).point });
  const unpacked = inside && unpackInside(inside);
  if (!unpacked) return { kind: 'bundle-malformed' };
  const text = await inflated(unpacked.deflatedWords);
  if (text === 'too-big') return { kind: 'bundle-too-big' };
  return text === null ? { kind: 'bundle-malformed' } : { kind: 'opened', madeAt: header.madeAt, text: text.text };
}

function knownDevice(host: Host, id: DeviceId): Promise<KnownDevice | null> {
  return host.storage.transaction(async (page) => {
    const device = await page.device(id);
    const [officer] = device ? await page.officers([device.officerId]) : [];
    const unit = officer && (await page.unit(officer.unitId));
    return device && officer && unit ? { device, officer, unit } : null;
  });
}

function openKeyNamed(host: Host, keyId: string): Promise<string | null> {
  return host.storage.transaction(async (page) => {
    const current = await page.serverKey(openKeyName);
    return current !== null && sealKeyOf(current).keyId === keyId ? current : page.serverKey(formerOpenKeyName(keyId));
  });
}

async function readInside(inside: Bytes): Promise<{ readonly words: BundleWords; readonly parts: readonly PhotoPart[] } | 'too-big' | null> {
  const unpacked = unpackInside(inside);
  const text = unpacked && (await inflated(unpacked.deflatedWords));
  if (!text || text === 'too-big') return text;
  try {
    const words = BundleWords.safeParse(JSON.parse(text.text));
    const parts = words.success ? partsIn(words.data.photos, unpacked.photos) : null;
    return words.success && parts ? { words: words.data, parts } : null;
  } catch {
    return null;
  }
}

/** A bomb ends where the limit is: nothing beyond it is ever unpacked. */
async function inflated(bytes: Bytes): Promise<{ readonly text: string } | 'too-big' | null> {
  try {
    const unpacked = await promisify<Uint8Array, object, Buffer>(inflate)(bytes, { maxOutputLength: bundleLimits.wordBytes });
    return { text: unpacked.toString('utf8') };
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-big' : null;
  }
}

/** As `runExchange`, for whoever is proven by a signature instead of a token; no contact of the phone is noted. */
async function answered(host: Host, known: KnownDevice, request: LooseExchangeRequest): Promise<CarriedReply> {
  const reply: ExchangeReply = await host.storage.transaction(async (page) => {
    const nowMs = host.nowMs();
    const published = await host.published.read(page);
    return answerExchange(
      page,
      await standingOf(page, known),
      { ...request, cursors: [], want: 0 },
      { ...host.seals, nowMs, newEpochId, photos: host.photos, isCarried: true, judge: published.judgeFor(known.unit, todayOf(published, nowMs)) },
    );
  });
  return {
    changeIds: request.changes.map((change) => ChangeId.safeParse((change as { changeId?: unknown } | null)?.changeId).data ?? null),
    knownEpochId: request.epoch?.id ?? null,
    photos: request.photos ?? [],
    reply,
  };
}

function countsOf(codes: readonly VerdictCode[]): Partial<Record<VerdictCode, number>> {
  const counts: Partial<Record<VerdictCode, number>> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** By the pair that the bundle was sealed to: a phone without signal knows of no later one. */
async function replyFile(
  host: Host, { device }: KnownDevice, own: { readonly keyId: string; readonly privateKey: unknown; readonly point: string }, words: ReplyWords,
): Promise<Bytes | null> {
  if (device.openKey === null) return null;
  const text = await promisify<Uint8Array, Buffer>(deflate)(Buffer.from(JSON.stringify(words)));
  const header = { format: 'so-tay-reply' as const, v: 1 as const, device: device.id, sealKey: own.keyId, madeAt: instantOf(host.nowMs()) };
  return sealReply(sealTools, header, packInside(text, []), device.openKey, own);
}
