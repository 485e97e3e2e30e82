/**
 * The server's side of the exchange, inside one transaction: epoch, changes, then the rows the phone lacks.
 * The reply may be sent only after the transaction has committed durably (SPEC.md §3).
 */
import { ChangeId, RecordId } from '../domain/id.ts';
import type { DeviceId, OfficerId, UnitId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import type { ReceiptNumber } from '../domain/receipt.ts';
import { reportKind } from '../domain/report.ts';
import { ReviewSlip, reviewSlipKind } from '../domain/review-slip.ts';
import { instantOf } from '../domain/time.ts';
import { acceptChanges, savedMs } from './accept.ts';
import type { Accepted, Seals } from './accept.ts';
import { hasSeenMore, isMarked, markedCursor, markedEpoch } from './cursors.ts';
import { digestText } from './digest.ts';
import { judgeChange, judgeReason, judgeYear } from './judge.ts';
import type { JudgeContext, JudgedRecord } from './judge.ts';
import { contentScope, OfferedChange, protocolVersion, voidKind } from './protocol.ts';
import type { Advice, Cursor, Epoch, ExchangeReply, LooseExchangeRequest, PhotoStanding, Range, Row, Scope } from './protocol.ts';
import { reportsIn } from './upper-union.ts';
import { noFacts } from './ports.ts';
import type { Alarm, EditionBodies, Known, LedgerPage, NewRow, PhotoBytesPort, RawChange, ScopeHead } from './ports.ts';

/** What the server knows of a device. `scopes` begins with the published content. */
export interface DeviceStanding {
  readonly deviceId: DeviceId;
  readonly officerId: OfficerId;
  readonly unitId: UnitId;
  readonly unitName: string;
  readonly officerName: string;
  readonly revoked: boolean;
  /** Published content, the own unit, and of an upper union the units that report to it. */
  readonly scopes: readonly Scope[];
}

/** Time, chance, seals and rules of the server. */
export interface DoorHost extends Seals {
  readonly nowMs: number;
  newEpochId(): string;
  readonly judge: JudgeContext;
  /** Where the bytes of pictures lie; absent where there are none. */
  readonly photos?: Pick<PhotoBytesPort, 'held'>;
  /** The request came in a file, perhaps weeks old: a low sequence number tells no rolled-back notebook. */
  readonly isCarried?: boolean;
}

export async function answerExchange(page: LedgerPage, device: DeviceStanding, request: LooseExchangeRequest, host: DoorHost): Promise<ExchangeReply> {
  const advice: Advice[] = [];
  const alarms: Alarm[] = [];
  const at = instantOf(host.nowMs);
  let epoch = await page.epoch();
  const listed = typeof request.cursors === 'string' ? null : request.cursors;

  if (await hasSeenMore(page, epoch, request.epoch, [...(listed ?? []), ...(request.witness ? [request.witness] : [])], host)) {
    alarms.push({ at, code: 'epoch-changed', text: `${device.deviceId} has seen more than epoch ${epoch.id}` });
    epoch = markedEpoch(host.newEpochId(), Math.max(epoch.ordinal, request.epoch?.ordinal ?? 0) + 1, host);
    await page.beginEpoch(epoch);
  }
  if ((await page.raiseSeq(device.deviceId, request.lineage, request.seq)) > request.seq && !host.isCarried) {
    advice.push('new-lineage');
    alarms.push({ at, code: 'lineage-rolled-back', text: `${device.deviceId} ${request.lineage}` });
  }

  const before = await page.scopeHeads(device.revoked ? [device.unitId] : [...new Set([...scopesToLock(device, request), ...(await scopesSummed(page, request))])]);
  const accepted = await acceptAll(page, device, request, before, epoch, host);
  if (accepted.facts !== noFacts || alarms.length > 0) {
    await page.write({ ...accepted.facts, alarms: [...accepted.facts.alarms, ...alarms] });
  }

  const reply: ExchangeReply = {
    v: protocolVersion,
    nonce: request.nonce,
    epoch,
    now: at,
    ...(await safeFor(page, device, request, epoch)),
    codes: [...accepted.verdicts],
    advice,
    ranges: [],
    more: false,
    least: null,
  };
  if (device.revoked) {
    advice.push('erase-mirror');
    return reply;
  }
  Object.assign(reply, await photosOf(page, device.unitId, request.photos ?? [], host));
  const isDelivered = Object.values(reply.photos ?? {}).some((standing) => 'position' in standing);
  const witness = request.changes.length === 0 && !isDelivered ? {} : witnessOf(device.unitId, accepted, epoch, host);
  if (request.want === 0) return { ...reply, ...witness };
  const starts = startingPoints(device, request, listed, before, epoch, host);
  if (typeof starts === 'string') {
    advice.push(starts);
    return { ...reply, ...witness, more: true };
  }
  const pulled = await rangesFrom(page, starts, accepted, epoch, request.want, host);
  const isTold = pulled.ranges.some((range) => range.to.hash === witness.witness?.hash);
  // Beside a picture's position it also says whose scope that is: the unit may have been moved, and the phone not know.
  return { ...reply, ...pulled, ...(isTold && !isDelivered ? {} : witness) };
}

async function acceptAll(
  page: LedgerPage,
  device: DeviceStanding,
  request: LooseExchangeRequest,
  heads: ReadonlyMap<Scope, ScopeHead>,
  epoch: Epoch,
  host: DoorHost,
): Promise<Accepted> {
  if (request.changes.length === 0) return { verdicts: [], facts: noFacts, heads, ownRows: new Set() };
  const asked = namesIn(request.changes);
  const known = await page.recall(asked.changeIds, asked.recordIds, asked.receipts);
  const whole = wholeNeeded(asked.changes, known);
  const raws = whole.changeIds.length === 0 ? [] : await page.raw(whole.changeIds);
  const recordIds = [...new Set([...whole.recordIds, ...raws.map((raw) => raw.recordId)])];
  const editions = recordIds.length === 0 ? new Map<RecordId, EditionBodies>() : await page.editions(recordIds);
  const summed = summedReports(known, editions);
  const more = summed.length === 0 ? null : await page.recall([], summed, []);
  const sender = {
    deviceId: device.deviceId,
    officerId: device.officerId,
    unitId: device.unitId,
    unitName: device.unitName,
    officerName: device.officerName,
    unitsBelow: new Set(device.scopes.flatMap((scope) => (scope === contentScope || scope === device.unitId ? [] : [scope as UnitId]))),
    unitCode: host.judge.unit(device.unitId)?.code ?? 'XX',
    revoked: device.revoked,
    lineage: request.lineage,
  };
  const raised = new Map<ChangeId, RawChange>(raws.map((raw) => [raw.changeId, raw]));
  const desk = {
    hash: host.hash.bind(host), mark: host.mark.bind(host), judge: (change: OfferedChange) => judgeChange(change, host.judge), judgeReason: (reason: string) => judgeReason(reason, host.judge),
    judgeYear: (change: OfferedChange, record: JudgedRecord) => judgeYear(savedMs(change), record, host.judge),
  };
  return acceptChanges(request.changes, sender, more ? { ...known, records: new Map([...more.records, ...known.records]) } : known, raised, editions, heads, epoch, instantOf(host.nowMs), desk);
}

/** Everything the batch names: its changes, their bases, their records, the receipts offered. */
function namesIn(arrivals: readonly unknown[]): { changes: OfferedChange[]; changeIds: ChangeId[]; recordIds: RecordId[]; receipts: ReceiptNumber[] } {
  const changes: OfferedChange[] = [];
  const changeIds = new Set<ChangeId>();
  const recordIds = new Set<RecordId>();
  const receipts = new Set<ReceiptNumber>();
  for (const arrived of arrivals) {
    const loose = arrived as { changeId?: unknown; recordId?: unknown } | null;
    const changeId = ChangeId.safeParse(loose?.changeId);
    const recordId = RecordId.safeParse(loose?.recordId);
    if (changeId.success) changeIds.add(changeId.data);
    if (recordId.success) recordIds.add(recordId.data);
    const change = OfferedChange.safeParse(arrived);
    if (!change.success) continue;
    changes.push(change.data);
    if (change.data.base?.changeId) changeIds.add(change.data.base.changeId);
    if (change.data.receipt) receipts.add(change.data.receipt.number);
    const slip = slipIn(change.data);
    if (slip) {
      changeIds.add(slip.changeId);
      recordIds.add(slip.recordId);
    }
    for (const reportId of Object.keys(reportsIn(change.data.kind, change.data.body))) recordIds.add(RecordId.parse(reportId));
  }
  return { changes, changeIds: [...changeIds], recordIds: [...recordIds], receipts: [...receipts] };
}

/**
 * What must be known whole, and seldom is needed: holders of receipts offered, changes that others follow, and the
 * editions of records that an arriving change edits or cancels.
 */
function wholeNeeded(changes: readonly OfferedChange[], known: Known): { changeIds: ChangeId[]; recordIds: RecordId[] } {
  const changeIds = new Set([...known.receipts.values()].map((holder) => holder.changeId));
  const recordIds = new Set<RecordId>();
  for (const change of changes) {
    const { changeId, recordId, base } = change;
    const slip = slipIn(change);
    if (slip && known.records.has(slip.recordId)) recordIds.add(slip.recordId);
    if (base === null || known.changes.has(changeId) || !known.records.has(recordId)) continue;
    recordIds.add(recordId);
    if (!('edition' in base) && known.changes.has(base.changeId)) changeIds.add(base.changeId);
  }
  return { changeIds: [...changeIds], recordIds: [...recordIds] };
}

/** A digest has to be compared with every scope's head, and an upper union may write to those below; else a list names what it needs. */
function scopesToLock(device: DeviceStanding, request: LooseExchangeRequest): readonly Scope[] {
  const mayWriteBelow = request.changes.length > 0 && device.scopes.some((scope) => scope !== contentScope && scope !== device.unitId);
  return typeof request.cursors === 'string' || mayWriteBelow ? device.scopes : [device.unitId];
}

/** A unit below may have gone to another upper union since its report was added up: the sum lets it go all the same. */
async function scopesSummed(page: LedgerPage, { changes }: LooseExchangeRequest): Promise<readonly Scope[]> {
  const edited = changes.flatMap((arrived) => {
    const { kind, base, recordId } = OfferedChange.safeParse(arrived).data ?? {};
    return recordId && base && (kind === reportKind || kind === voidKind) ? [recordId] : [];
  });
  if (edited.length === 0) return [];
  const { records } = await page.recall([], edited, []);
  const named = [...records.values()].flatMap(({ recordKind, text }) => (recordKind === reportKind ? Object.keys(reportsIn(recordKind, JSON.parse(text) as Record<string, unknown>)) : []));
  if (named.length === 0) return [];
  return [...(await page.recall([], named.map((id) => RecordId.parse(id)), [])).records.values()].map(({ scope }) => scope);
}

function slipIn(change: OfferedChange): ReviewSlip | null {
  return change.kind === reviewSlipKind ? ReviewSlip.safeParse(change.body).data ?? null : null;
}

/** What the sums that are edited or cancelled here were made of before: it may have to be let go. */
function summedReports(known: Known, editions: ReadonlyMap<RecordId, EditionBodies>): RecordId[] {
  return [...known.records.values()].flatMap(({ recordId, recordKind, edition }) =>
    Object.keys(reportsIn(recordKind, editions.get(recordId)?.get(edition))).map((id) => RecordId.parse(id)));
}

/**
 * Where each scope's rows begin for this phone; or what it has to do first: list its cursors, since the digest
 * does not match, or begin its mirror anew, since a cursor carries no mark of ours.
 */
function startingPoints(
  device: DeviceStanding,
  request: LooseExchangeRequest,
  listed: readonly Cursor[] | null,
  heads: ReadonlyMap<Scope, ScopeHead>,
  epoch: Epoch,
  host: DoorHost,
): ReadonlyMap<Scope, Cursor | null> | Advice {
  if (listed === null) {
    if (request.epoch?.id !== epoch.id) return 'list-cursors';
    const current = device.scopes
      .map((scope) => ({ scope, ...(heads.get(scope) ?? { position: 0, hash: '' }) }))
      .filter((cursor) => cursor.position > 0);
    if (host.hash(digestText(current)) !== request.cursors) return 'list-cursors';
    return new Map(device.scopes.map((scope) => [scope, markedCursor(scope, heads.get(scope) ?? { position: 0, hash: '' }, epoch, host)]));
  }
  const useful = request.epoch?.id === epoch.id ? listed : [];
  if (useful.some((cursor) => !isMarked(cursor, epoch, host))) return 'erase-mirror';
  // The unit was moved, or the officer serves another one now: what the phone holds is no longer its to hold.
  if (listed.some((cursor) => !device.scopes.includes(cursor.scope))) return 'erase-mirror';
  return new Map(device.scopes.map((scope) => [scope, useful.find((cursor) => cursor.scope === scope) ?? null]));
}

/**
 * How far the pictures are that stored changes of the unit name, those of this very request among them. A position is
 * told only while the bytes are there: a folder that was put back without them must not lie (SPEC.md P2).
 */
async function photosOf(page: LedgerPage, scope: UnitId, asked: readonly PhotoHash[], host: DoorHost): Promise<{ photos?: Record<string, PhotoStanding> }> {
  if (asked.length === 0 || !host.photos) return {};
  const photos: Record<string, PhotoStanding> = {};
  for (const [hash, { byteCounts, position }] of await page.photos(scope, asked)) {
    // oxlint-disable-next-line no-await-in-loop -- sixteen at most, and a look at a file each
    const held = await host.photos.held(hash);
    // Bytes that another unit brought: one of them is sent again, and the row is written then.
    const heldCount = held === 'whole' ? Math.max(...byteCounts) : held;
    photos[hash] = held === 'whole' && position !== null ? { position } : { held: heldCount };
  }
  return { photos };
}

/**
 * The watermarks, to a phone of this life. A phone of another life counts other positions: it is told only how far its
 * anchor reaches, if the rolling hash shows that this life holds the same rows up to there.
 */
async function safeFor(page: LedgerPage, { scopes, unitId }: DeviceStanding, request: LooseExchangeRequest, epoch: Epoch): Promise<Pick<ExchangeReply, 'safe' | 'anchor'>> {
  const { anchor } = request;
  if (request.epoch?.id !== epoch.id) {
    const isHere = anchor && scopes.includes(anchor.scope) && (await page.hashAt(anchor.scope, anchor.position)) === anchor.hash;
    return { safe: isHere ? { [anchor.scope]: anchor.position } : {} };
  }
  const safe = withoutZeros(await page.safe(scopes));
  const position = safe[unitId] ?? 0;
  if (position <= (anchor?.scope === unitId ? anchor.position : 0)) return { safe };
  const hash = await page.hashAt(unitId, position);
  return hash === null ? { safe } : { safe, anchor: { scope: unitId, position, hash } };
}

/** How far the sender's own scope has come with its changes: its notebook keeps this beside their codes. */
function witnessOf(scope: UnitId, accepted: Accepted, epoch: Epoch, host: DoorHost): { witness?: Cursor } {
  const head = accepted.heads.get(scope);
  if (!head || head.position === 0) return {};
  return { witness: markedCursor(scope, head, epoch, host) };
}

async function rangesFrom(
  page: LedgerPage,
  starts: ReadonlyMap<Scope, Cursor | null>,
  accepted: Accepted,
  epoch: Epoch,
  want: number,
  host: DoorHost,
): Promise<Pick<ExchangeReply, 'ranges' | 'more'>> {
  const own = new Set([...accepted.ownRows].map((row) => `${row.scope} ${row.position}`));
  const ranges: Range[] = [];
  let room = want;
  let more = false;
  for (const [scope, cursor] of starts) {
    if (room <= 0) {
      more = true;
      break;
    }
    const from = cursor?.position ?? 0;
    // oxlint-disable-next-line no-await-in-loop -- the room left decides how much the next scope may take
    const found = await page.rowsAfter(scope, from, room);
    const last = found.rows.at(-1);
    if (!last) continue;
    more ||= found.more;
    const rows = found.rows.filter((row) => !own.has(`${scope} ${row.position}`)).map(asRow);
    room -= found.rows.reduce((sum, row) => sum + row.text.length, 0);
    ranges.push({ scope, from, to: markedCursor(scope, last, epoch, host), rows });
  }
  return { ranges, more };
}

function asRow(row: NewRow): Row {
  return { position: row.position, kind: row.kind, key: row.key, body: JSON.parse(row.text) as unknown };
}

function withoutZeros(safe: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(safe).filter(([, position]) => position > 0));
}
