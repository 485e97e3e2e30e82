/**
 * The oracle: what the server has committed, kept as plainly as can be, and the promises held against it at every
 * commit. It knows nothing of how the engine works.
 */
import type { ChangeId, RecordId, UnitId } from '../../../src/domain/id.ts';
import type { Lock } from '../../../src/domain/lock.ts';
import { reportKind } from '../../../src/domain/report.ts';
import type { Report } from '../../../src/domain/report.ts';
import { reviewSlipKind } from '../../../src/domain/review-slip.ts';
import type { ReviewSlip } from '../../../src/domain/review-slip.ts';
import type { Review } from '../../../src/domain/review.ts';
import { bodySum } from '../../../src/sync/edition.ts';
import type { Facts, NewRow, RawChange } from '../../../src/sync/ports.ts';
import { photosIn } from './sim-photos.ts';
import type { Body } from '../../../src/sync/merge.ts';
import type { Base, EditionRow, Scope } from '../../../src/sync/protocol.ts';

export class BrokenPromise extends Error {
  readonly promise: string;
  constructor(promise: string, text: string) {
    super(`[${promise}] ${text}`);
    this.promise = promise;
  }
}

/** One state of the server's book. */
export interface Reference {
  readonly changes: Map<ChangeId, RawChange>;
  readonly rows: Map<Scope, NewRow[]>;
  readonly holders: Map<string, ChangeId>;
  /** By record and edition. */
  readonly editions: Map<string, ChangeId>;
  /** Bodies, by record and edition. */
  readonly bodies: Map<string, Body>;
  /** Where each report stands, its rows read from the first to the last. */
  readonly reports: Map<RecordId, ReportStanding>;
}

interface ReportStanding {
  readonly scope: UnitId;
  readonly edition: number;
  /** The reports that its newest edition names; none of one that is no sum, or was cancelled. */
  readonly names: Report['reports'];
  readonly isVoid: boolean;
  /** The edition that was approved last. */
  readonly approved: number | null;
  readonly lock: Lock | null;
}

/** Whether its newest edition stands still. */
export function isHeld({ lock, edition }: ReportStanding): boolean {
  return lock !== null && lock.isLocked && lock.edition === edition;
}

/** What the world knows beside the book. */
export interface Witnesses {
  /** What a phone once told its officer was saved, by change. */
  readonly savedTexts: ReadonlyMap<ChangeId, string>;
  /** The words an edit began with, as its officer saw them. */
  readonly madeFrom: ReadonlyMap<ChangeId, Body>;
  readonly receivedEver: ReadonlySet<ChangeId>;
  readonly reportsTo: ReadonlyMap<UnitId, UnitId>;
}

export function emptyReference(): Reference {
  return { changes: new Map(), rows: new Map(), holders: new Map(), editions: new Map(), bodies: new Map(), reports: new Map() };
}

export function copyReference(reference: Reference): Reference {
  return {
    changes: new Map(reference.changes),
    rows: new Map([...reference.rows].map(([scope, rows]) => [scope, [...rows]])),
    holders: new Map(reference.holders),
    editions: new Map(reference.editions),
    bodies: new Map(reference.bodies),
    reports: new Map(reference.reports),
  };
}

export function commitTo(reference: Reference, facts: Facts, witnesses: Witnesses): void {
  const { savedTexts, madeFrom } = witnesses;
  for (const change of facts.changes) commitChange(reference, change, savedTexts);
  for (const { changeId, verdict } of facts.renumbered) {
    const before = reference.changes.get(changeId);
    if (!before) throw new BrokenPromise('L1', `${changeId} renumbered but never stored`);
    reference.changes.set(changeId, { ...before, verdict });
  }
  const renumbered = new Set(facts.renumbered.map((each) => each.changeId));
  for (const { number, changeId } of facts.receipts) {
    const holder = reference.holders.get(number);
    if (holder && holder !== changeId && !renumbered.has(holder)) throw new BrokenPromise('L1', `number ${number} stands on ${holder} and ${changeId}`);
    reference.holders.set(number, changeId);
  }
  for (const row of facts.rows) {
    const rows = reference.rows.get(row.scope) ?? [];
    if (row.position !== rows.length + 1) throw new BrokenPromise('L6', `${row.scope}: position ${row.position} after ${rows.length}`);
    rows.push(row);
    if (row.kind === 'edition') commitWords(reference, JSON.parse(row.text) as EditionRow, madeFrom);
    if (row.kind === 'review') commitReview(reference, row.scope, JSON.parse(row.text) as Review);
    reference.rows.set(row.scope, rows);
  }
  commitLocks(reference, facts, witnesses);
  for (const change of facts.changes) if (change.kind === reviewSlipKind && change.verdict.code === 'ok') commitSlip(reference, change, facts);
}

/** [L11] One decision an edition, on the newest one, and on none that was cancelled. */
function commitReview(reference: Reference, scope: Scope, { recordId, edition }: Review): void {
  const rows = (reference.rows.get(scope) ?? []).filter((row) => row.key === recordId).map((row) => ({ kind: row.kind, body: JSON.parse(row.text) as { edition: number; voided?: object } }));
  const isOn = (kind: string, wanted: (each: { edition: number; voided?: object }) => boolean): number => rows.filter((each) => each.kind === kind && wanted(each.body)).length;
  // The row itself stands there by now.
  if (isOn('review', (each) => each.edition === edition) > 1) throw new BrokenPromise('L11', `${recordId} edition ${edition} was decided on twice`);
  if (isOn('edition', (each) => each.edition > edition) > 0) throw new BrokenPromise('L11', `${recordId}: a decision on edition ${edition}, which is no longer the newest`);
  if (isOn('edition', (each) => each.voided !== undefined) > 0) throw new BrokenPromise('L11', `${recordId} was cancelled, and decided on`);
}

/** [L9, L11] A reviewer who is told that the decision was received: its unit is told too, of the very words that were read. */
function commitSlip(reference: Reference, change: RawChange, facts: Facts): void {
  const slip = (JSON.parse(change.text) as { body: ReviewSlip }).body;
  const isOpening = slip.decision === 'unlocked';
  const row = facts.rows.find((each) => each.kind === (isOpening ? 'lock' : 'review') && each.key === slip.recordId && (!isOpening || (JSON.parse(each.text) as Lock).reason === slip.reason));
  if (!row) throw new BrokenPromise('L9', `${change.changeId} was received, and its unit is told of no decision`);
  if (isOpening) return;
  const review = JSON.parse(row.text) as Review;
  const body = reference.bodies.get(`${slip.recordId} ${review.edition}`);
  if (review.decision !== slip.decision || !body || bodySum(body) !== slip.sum) throw new BrokenPromise('L11', `${change.changeId} decides on other words than were read`);
}

/** What a lock row must do next, by the report it is for. */
type Owed = Map<RecordId, Pick<Lock, 'sumId' | 'isLocked'>>;

/** [S13] What is added up stands still, every lock says what the sums name, and the server refuses by the very locks that it tells. */
function commitLocks(reference: Reference, facts: Facts, { receivedEver, reportsTo }: Witnesses): void {
  const { reports } = reference;
  let owed: Owed = new Map();
  for (const row of facts.rows) {
    const recordId = row.key as RecordId;
    const report = reports.get(recordId);
    if (row.kind === 'lock' && report) {
      reports.set(recordId, { ...report, lock: lockAfter(report, JSON.parse(row.text) as Lock, owed) });
      continue;
    }
    if (owed.size > 0) break;
    if (row.kind === 'review' && report) {
      const { edition, decision } = JSON.parse(row.text) as Review;
      reports.set(recordId, { ...report, approved: decision === 'approved' ? edition : report.approved });
    }
    if (row.kind === 'edition') owed = commitReport(reports, JSON.parse(row.text) as EditionRow, row.scope as UnitId, receivedEver, reportsTo);
  }
  for (const [recordId, { sumId, isLocked }] of owed) throw new BrokenPromise('S13', `${sumId} ${isLocked ? 'names' : 'names no longer'} ${recordId}, and no row says so`);
  for (const { recordId, lock, edition } of facts.records) {
    const report = reports.get(recordId);
    if (report && (isHeld(report) ? lock?.edition !== edition || lock.sumId !== report.lock?.sumId : lock?.edition === edition)) throw new BrokenPromise('S13', `${recordId} is held otherwise than its unit is told`);
  }
}

function lockAfter(report: ReportStanding, lock: Lock, owed: Owed): Lock {
  const { recordId, edition, isLocked, sumId, reason } = lock;
  const due = owed.get(recordId);
  const isOpened = !isLocked && reason !== '';
  if (edition !== report.edition) throw new BrokenPromise('S13', `${recordId}: a lock on edition ${edition}, where ${report.edition} stands`);
  if (!isLocked && !isHeld(report)) throw new BrokenPromise('S13', `${recordId} was let go, and nothing held it`);
  if (!isOpened && (due?.isLocked !== isLocked || due.sumId !== sumId)) throw new BrokenPromise('S13', `${recordId}: ${sumId} is said to ${isLocked ? 'hold' : 'let go'} it`);
  owed.delete(recordId);
  return lock;
}

/** @returns what the lock rows behind this edition must say. */
function commitReport(reports: Map<RecordId, ReportStanding>, row: EditionRow, scope: UnitId, receivedEver: ReadonlySet<ChangeId>, reportsTo: ReadonlyMap<UnitId, UnitId>): Owed {
  const before = reports.get(row.recordId);
  // A receipt that was given anew tells an edition again.
  if (row.recordKind !== reportKind || (before && row.edition <= before.edition)) return new Map();
  if (before && isHeld(before) && !receivedEver.has(row.changeId)) throw new BrokenPromise('S13', `${row.changeId} follows edition ${before.edition}, which was added up`);
  const names = row.voided ? {} : (row.body as unknown as Report).reports;
  reports.set(row.recordId, { scope, edition: row.edition, names, isVoid: row.voided !== undefined, approved: before?.approved ?? null, lock: before?.lock ?? null });
  const owed: Owed = new Map();
  for (const [id, report] of reports) {
    const isNamed = names[id] === report.edition;
    const holds = isHeld(report) && report.lock?.sumId === row.recordId;
    const mayHold = reportsTo.get(report.scope) === scope && report.approved === report.edition && !report.isVoid;
    if (holds && !isNamed) owed.set(id, { sumId: row.recordId, isLocked: false });
    if (!holds && isNamed && mayHold && before?.names[id] !== names[id]) owed.set(id, { sumId: row.recordId, isLocked: true });
  }
  return owed;
}

function commitChange(reference: Reference, change: RawChange, savedTexts: Witnesses['savedTexts']): void {
  if (reference.changes.has(change.changeId)) throw new BrokenPromise('L1', `${change.changeId} stored twice`);
  const saved = savedTexts.get(change.changeId);
  if (saved !== undefined && saved !== change.text) throw new BrokenPromise('L1', `${change.changeId} stored with other words`);
  const base = (JSON.parse(change.text) as { base: Base }).base;
  const standsOn = baseEdition(reference, base);
  if (standsOn === null) throw new BrokenPromise('L8', `${change.changeId} took effect before the change it follows`);
  if (change.verdict.code === 'ok' && !change.verdict.merged && change.verdict.edition !== standsOn + 1) {
    throw new BrokenPromise('L9', `${change.changeId} made edition ${change.verdict.edition} from ${standsOn}: somebody's words were written over`);
  }
  if (change.verdict.code === 'ok') {
    const edition = `${change.recordId} ${change.verdict.edition}`;
    const other = reference.editions.get(edition);
    if (other !== undefined) throw new BrokenPromise('L9', `${change.changeId} wrote over ${other}, edition ${change.verdict.edition} of one record`);
    reference.editions.set(edition, change.changeId);
  }
  reference.changes.set(change.changeId, change);
}

/** [L9] What an officer changed stands in the edition; what she did not touch stands as somebody else left it. */
function commitWords(reference: Reference, row: EditionRow, madeFrom: Witnesses['madeFrom']): void {
  const before = reference.bodies.get(`${row.recordId} ${row.edition - 1}`);
  const raw = reference.changes.get(row.changeId);
  const from = raw && wordsBefore(reference, raw, madeFrom);
  if (before && from && raw) {
    const mine = row.voided ? from : (JSON.parse(raw.text) as { body: Body }).body;
    const [was, wrote, stood, stands] = [from, mine, before, row.body].map(flat);
    for (const key of new Set([...Object.keys(wrote ?? {}), ...Object.keys(stood ?? {}), ...Object.keys(stands ?? {})])) {
      const expected = wrote?.[key] === was?.[key] ? stood?.[key] : wrote?.[key];
      if (stands?.[key] !== expected) throw new BrokenPromise('L9', `${row.changeId}: ${key} stands as ${stands?.[key]}, not ${expected}`);
    }
  }
  reference.bodies.set(`${row.recordId} ${row.edition}`, row.body);
}

/**
 * The words an edit began with. Where those were the officer's own, and were refused, they are brought along with it: what
 * was changed in both counts as changed, so it is held against what the refused change was made from.
 */
function wordsBefore(reference: Reference, raw: RawChange, madeFrom: Witnesses['madeFrom']): Body | undefined {
  const from = madeFrom.get(raw.changeId);
  const seen = JSON.stringify(from);
  const refused = [...reference.changes.values()].find(
    (each) =>
      each.recordId === raw.recordId && each.deviceId === raw.deviceId && each.verdict.code !== 'ok' && each.changeId < raw.changeId &&
      JSON.stringify((JSON.parse(each.text) as { body: Body }).body) === seen,
  );
  return refused ? (wordsBefore(reference, refused, madeFrom) ?? from) : from;
}

/** Every field as text, those of `figures`, of a report's lines and the like by their own names. */
function flat(body: Body): Record<string, string> {
  const { photos, ...rest } = body;
  const pictures = photosIn({ photos }).map((photo) => [`photos.${photo.hash}`, photo.byteCount] as const);
  const entries = Object.entries(rest).flatMap(([key, value]): [string, unknown][] =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).map(([part, each]) => [`${key}.${part}`, each]) : [[key, value]]);
  return Object.fromEntries([...entries, ...pictures].map(([key, value]) => [key, JSON.stringify(value)]));
}

function baseEdition(reference: Reference, base: Base): number | null {
  if (base === null) return 0;
  // The number alone proves nothing after a restore: the change that made it must be here, or nothing follows from it.
  if ('edition' in base) return base.changeId === undefined ? base.edition : (reference.changes.get(base.changeId)?.standsOn ?? -1);
  return reference.changes.get(base.changeId)?.standsOn ?? null;
}
