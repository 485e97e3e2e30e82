/**
 * One exchange, from the notebook and the mirror to the server and back. It may be killed between any two awaits,
 * and two of them may run at once in two tabs: every step is guarded, and doing it again gives the same end
 * (SPEC.md §5).
 */
import { UnitId } from '../domain/id.ts';
import type { ChangeId, DeviceId, OfficerId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import { msOf } from '../domain/time.ts';
import { digestText } from './digest.ts';
import { editionRow } from './edition.ts';
import type { Outcome } from './engine.ts';
import { frame, unframe } from './frame.ts';
import { epochStanding } from './journal.ts';
import { problemMediaType } from './problem-reply.ts';
import { exchangeMediaType, ExchangeReply, limits, protocolVersion, voidKind } from './protocol.ts';
import type { Cursor, Epoch, ExchangeRequest, OfferedChange, PhotoStanding, Range, Row, Verdict } from './protocol.ts';
import type { ChancePort, ClockPort, LinkAnswer, LinkPort, MirrorHead, MirrorPage, MirrorPort, NotebookHead, NotebookPort, PhotosPort, Taken } from './ports.ts';

export interface ExchangePorts {
  readonly notebook: NotebookPort;
  readonly mirror: MirrorPort;
  readonly link: LinkPort;
  readonly clock: ClockPort;
  readonly chance: ChancePort;
  /** SHA-256 in base64url, as the server hashes. */
  hash(text: string): Promise<string>;
  /** Asked about and told, never waited for: its trouble holds up no word. Absent where there are no pictures. */
  readonly photos?: UnitPhotos | null;
}

/** The phone's pictures, and the unit whose stored changes name them. */
export interface UnitPhotos {
  readonly store: PhotosPort;
  readonly scope: UnitId;
}

export interface ExchangeParameters {
  readonly deviceId: DeviceId;
  readonly officerId: OfficerId;
  readonly budgetCharacters: number;
  readonly want: number;
  readonly listCursors: boolean;
}

/** Up to so many scopes the list of cursors costs less than asking for it a second time. */
const fewScopes = 3;

export async function exchangeOnce(ports: ExchangePorts, parameters: ExchangeParameters): Promise<Outcome> {
  const before = await ports.notebook.head();
  if (before.frozen) return { kind: 'frozen' };
  const guard = await ports.mirror.head();
  const startedMs = ports.clock.nowMs();
  const taken = await ports.notebook.take(startedMs, parameters.budgetCharacters);
  const asked = await photosToAsk(ports.photos);
  const request = await requestFor(ports, parameters, guard, taken, asked);
  const answer = await ports.link.exchange(frame(request));
  if (refusalIn(answer) === 'token-unknown') {
    await ports.notebook.freeze(true);
    return { kind: 'unauthorized' };
  }
  const reply = provenReply(answer, request);
  if (!reply) return { kind: 'unknown', reason: whyUnknown(answer) };
  return settleReply(ports, parameters, guard, taken, reply, startedMs, asked);
}

async function requestFor(
  ports: ExchangePorts,
  parameters: ExchangeParameters,
  guard: MirrorHead,
  taken: Taken,
  asked: readonly PhotoHash[],
): Promise<ExchangeRequest> {
  const epoch = newestEpoch(guard.epoch, taken.head.epoch);
  const cursors = guard.epoch?.id === epoch?.id ? guard.cursors : [];
  const listed = parameters.listCursors || cursors.length <= fewScopes;
  return {
    v: protocolVersion,
    device: parameters.deviceId,
    lineage: taken.head.lineage,
    seq: taken.head.seq,
    epoch,
    cursors: listed ? [...cursors] : await ports.hash(digestText(cursors)),
    want: parameters.want,
    nonce: ports.chance.token(),
    changes: [...taken.changes],
    ...witnessFor(taken.head, epoch, cursors),
    ...(taken.head.anchor ? { anchor: taken.head.anchor } : {}),
    ...(asked.length === 0 ? {} : { photos: [...asked] }),
  };
}

/** Pictures live in a store of their own; whatever is wrong with it, words go. */
async function photosToAsk(photos: UnitPhotos | null | undefined): Promise<readonly PhotoHash[]> {
  try {
    return (await photos?.store.undelivered(limits.photosPerExchange)) ?? [];
  } catch {
    return [];
  }
}

/** Tells the store of pictures, also where none was asked about: a new epoch opens some again. Answers whether a part may go. */
async function tellPhotos(photos: UnitPhotos | null | undefined, reply: ExchangeReply, asked: readonly PhotoHash[]): Promise<boolean> {
  if (!photos) return false;
  const { store } = photos;
  // The server's unit for this phone may be another than the phone's: positions are those of the server's.
  const scope = UnitId.safeParse(reply.witness?.scope).data ?? photos.scope;
  const standings = new Map<PhotoHash, PhotoStanding>();
  for (const hash of asked) {
    const standing = reply.photos?.[hash];
    if (standing) standings.set(hash, standing);
  }
  try {
    await store.told({ epoch: reply.epoch, at: reply.now, standings, asked, scope, safe: reply.safe[scope] ?? 0 });
    return (await store.due()) !== null;
  } catch {
    // Told again after the next exchange, which asks again.
    return false;
  }
}

/** The notebook's own evidence of how far the server had come, where the mirror's cursors fall short of it. */
function witnessFor({ witness, epoch: own }: NotebookHead, epoch: Epoch | null, cursors: readonly Cursor[]): { witness?: Cursor } {
  if (!witness || own?.id !== epoch?.id) return {};
  const reached = cursors.find((cursor) => cursor.scope === witness.scope)?.position ?? 0;
  return reached >= witness.position ? {} : { witness };
}

/** The reply applies to the mirror first, then to the notebook; each only while its own guard still holds. */
async function settleReply(
  ports: ExchangePorts,
  parameters: ExchangeParameters,
  guard: MirrorHead,
  taken: Taken,
  reply: ExchangeReply,
  startedMs: number,
  asked: readonly PhotoHash[],
): Promise<Outcome> {
  const page = pageOf(reply, taken.changes, parameters.officerId);
  const isNews = page !== null && (page.ranges.length > 0 || page.epoch.id !== guard.epoch?.id);
  let laid = page !== null && !isNews;
  let trouble: { readonly cause: unknown } | null = null;
  if (page !== null && isNews) {
    try {
      laid = await ports.mirror.apply(guard, page);
    } catch (cause) {
      // A disk too full for the rows must not hold up the receipts: the codes are settled first.
      trouble = { cause };
    }
  }
  const verdicts = verdictsById(taken.changes, reply.codes);
  const shownId = newestEpoch(guard.epoch, taken.head.epoch)?.id;
  const endedMs = ports.clock.nowMs();
  const isUsed = await ports.notebook.settle({
    lineage: taken.head.lineage,
    epoch: reply.epoch,
    at: reply.now,
    clockOffsetMs: msOf(reply.now) - (startedMs + endedMs) / 2,
    witness: reply.witness ?? witnessIn(reply, taken.changes[0]?.scope ?? (reply.photos ? ports.photos?.scope : undefined)),
    verdicts,
    anchor: reply.anchor ?? null,
    // A mirror that was ahead of the notebook showed another life: what was answered says nothing of this one's positions.
    knownEpochId: shownId === taken.head.epoch?.id ? (shownId ?? null) : null,
    safe: reply.safe,
  });
  if (reply.advice.includes('new-lineage')) await ports.notebook.renewLineage(taken.head.lineage, ports.chance.token());
  const erased = reply.advice.includes('erase-mirror');
  if (erased) await ports.mirror.erase();
  // A delivery that the notebook has no witness of might be rolled back unnoticed.
  const photosDue = isUsed && (await tellPhotos(ports.photos, reply, asked));
  if (trouble) throw trouble.cause;
  return outcomeOf({ guard, taken, reply, laid, erased, listed: parameters.listCursors, photosDue, photosUnasked: asked.length >= limits.photosPerExchange });
}

interface Ending {
  readonly guard: MirrorHead;
  readonly taken: Taken;
  readonly reply: ExchangeReply;
  readonly laid: boolean;
  readonly erased: boolean;
  readonly listed: boolean;
  readonly photosDue: boolean;
  readonly photosUnasked: boolean;
}

function outcomeOf({ guard, taken, reply, laid, erased, listed, photosDue, photosUnasked }: Ending): Outcome {
  const putOffCount = reply.codes.filter((verdict) => isPutOff(verdict)).length;
  const storedCount = reply.codes.length - putOffCount;
  const reopened = epochStanding(taken.head.epoch, reply.epoch) === 'newer' && taken.head.epoch !== null;
  const listNext = reply.advice.includes('list-cursors') && !listed;
  const begunAnew = erased && guard.cursors.length > 0;
  const moreToPull = reply.more && (laid || listNext || begunAnew);
  const moreToSend = reopened || taken.moreDue || (putOffCount > 0 && storedCount > 0);
  const stuck = (putOffCount > 0 && storedCount === 0) || (reply.more && !moreToPull);
  if (stuck && !reopened) return { kind: 'put-off', photosDue };
  return { kind: 'done', storedCount, moreToSend, moreToPull, listNext, nextDueMs: taken.nextDueMs, photosDue, photosUnasked };
}

/**
 * The reply, if it is one: our media type, whole, with our nonce and as many codes as changes. Everything else
 * (a portal's page, a cut body, another server's words) proves nothing.
 */
export function provenReply(answer: LinkAnswer, request: Pick<ExchangeRequest, 'nonce' | 'changes'>): ExchangeReply | null {
  if (answer.kind === 'silence' || answer.status !== 200) return null;
  if (!answer.mediaType.startsWith(exchangeMediaType)) return null;
  const parsed = ExchangeReply.safeParse(unframe(answer.text));
  if (!parsed.success || parsed.data.nonce !== request.nonce) return null;
  return parsed.data.codes.length === request.changes.length ? parsed.data : null;
}

/** The code of our own problem document, below 500; null for everything else: a portal may answer 401 as well. */
export function refusalIn(answer: LinkAnswer): string | null {
  if (answer.kind === 'silence' || answer.status < 400 || answer.status >= 500 || !answer.mediaType.startsWith(problemMediaType)) return null;
  try {
    const { code } = JSON.parse(answer.text) as { readonly code?: unknown };
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}

/** Why an answer proves nothing, as far as it can be told. */
export function whyUnknown(answer: LinkAnswer): Extract<Outcome, { kind: 'unknown' }>['reason'] {
  if (answer.kind === 'silence') return 'silence';
  if (answer.status >= 500) return 'server-trouble';
  return answer.mediaType.startsWith('text/html') ? 'portal' : 'garbled';
}

/**
 * The rows of the reply, with the phone's own editions put in: the server leaves out what this very request
 * brought. Null when positions are missing: then only the codes are used.
 */
function pageOf(reply: ExchangeReply, changes: readonly OfferedChange[], officerId: OfficerId): MirrorPage | null {
  const own = ownRows(changes, reply.codes, officerId);
  const ranges: Range[] = [];
  for (const range of reply.ranges) {
    const rows = new Map<number, Row>();
    for (const row of own.get(range.scope) ?? []) if (row.position > range.from && row.position <= range.to.position) rows.set(row.position, row);
    for (const row of range.rows) rows.set(row.position, row);
    const ordered = [...rows.values()].toSorted((one, other) => one.position - other.position);
    const whole = ordered.length === range.to.position - range.from && ordered.every((row, index) => row.position === range.from + index + 1);
    if (!whole) return null;
    ranges.push({ ...range, rows: ordered });
  }
  return { epoch: reply.epoch, ranges };
}

function ownRows(changes: readonly OfferedChange[], codes: readonly Verdict[], officerId: OfficerId): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const [index, change] of changes.entries()) {
    const verdict = codes[index];
    // What was merged with another edit, or takes a record out, comes as a row of the reply.
    if (verdict?.code !== 'ok' || verdict.merged || change.kind === voidKind) continue;
    const body = editionRow(change, verdict.edition, verdict.receipt, officerId);
    const row = { position: verdict.position, kind: 'edition', key: change.recordId, body };
    rows.set(change.scope, [...(rows.get(change.scope) ?? []), row]);
  }
  return rows;
}

/** The range of the changes' own scope ends at its head, or the reply says otherwise. */
function witnessIn(reply: ExchangeReply, scope: UnitId | undefined): Cursor | null {
  return reply.ranges.find((range) => range.scope === scope)?.to ?? null;
}

function verdictsById(changes: readonly OfferedChange[], codes: readonly Verdict[]): Map<ChangeId, Verdict> {
  const verdicts = new Map<ChangeId, Verdict>();
  for (const [index, change] of changes.entries()) {
    const verdict = codes[index];
    if (verdict) verdicts.set(change.changeId, verdict);
  }
  return verdicts;
}

function isPutOff(verdict: Verdict): boolean {
  return verdict.code === 'order' || verdict.code === 'retry' || verdict.code === 'big';
}

function newestEpoch(one: Epoch | null, other: NotebookHead['epoch']): Epoch | null {
  if (!one || !other) return one ?? other;
  return other.ordinal > one.ordinal ? other : one;
}
