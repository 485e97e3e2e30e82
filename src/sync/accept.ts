/**
 * Accept, then judge: what the server does with the changes of one exchange, as a pure function over what the
 * ledger already knows. The raw change is always kept first; whatever is wrong with it becomes a business state,
 * never a refusal of transport (SPEC.md §3).
 */
import * as z from 'zod/mini';
import { ChangeId, RecordId, UnitId } from '../domain/id.ts';
import type { DeviceId, OfficerId } from '../domain/id.ts';
import type { Problem } from '../domain/problem.ts';
import { receiptNumber } from '../domain/receipt.ts';
import type { Receipt, ReceiptNumber } from '../domain/receipt.ts';
import { ReviewSlip, reviewSlipKind } from '../domain/review-slip.ts';
import { msOf } from '../domain/time.ts';
import type { Instant } from '../domain/time.ts';
import { mergeBodies } from './merge.ts';
import type { Body } from './merge.ts';
import { limits, OfferedChange, VoidBody, voidKind } from './protocol.ts';
import type { EditionRow, Epoch, RefusalRow, Scope, Verdict } from './protocol.ts';
import { bodySum, changeText, editionRow } from './edition.ts';
import type { Alarm, EditionBodies, Facts, Known, NewRow, RawChange, RecordSummary, ScopeHead, StoredChange } from './ports.ts';
import { reportsIn, touchedBySlip, touchedBySum } from './upper-union.ts';
import type { Touched, UpperUnion } from './upper-union.ts';

/** Who sends. A revoked device may still push; everything it pushes is kept apart. */
export interface Sender extends UpperUnion {
  readonly deviceId: DeviceId;
  readonly officerId: OfficerId;
  readonly unitCode: string;
  readonly revoked: boolean;
  readonly lineage: string;
}

/** What the rules of a record's kind say of a change. */
export type Judgement =
  | {
      readonly kind: 'sound';
      readonly workingYear: number;
      readonly summary: Pick<RecordSummary, 'taskId' | 'requirementId' | 'heldOn' | 'title' | 'flags'>;
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'not-understood'; readonly reason: string };

/** The server's seals and rules. `hash` and `mark` are one-way; only the server can make a mark. */
export interface Seals {
  hash(text: string): string;
  mark(text: string): string;
}

export interface Desk extends Seals {
  judge(change: OfferedChange): Judgement;
  /** A reason that an officer gave in free words. */
  judgeReason(reason: string): readonly Problem[];
  /** Whether this record belongs to a closed year, and the change comes too late for it. */
  judgeYear(change: OfferedChange, record: { readonly body: Readonly<Record<string, unknown>>; readonly isReturned: boolean }): readonly Problem[];
}

type Keep = (verdict: Verdict) => Verdict;

interface NewEdition {
  readonly change: OfferedChange;
  readonly text: string;
  readonly hash: string;
  readonly edition: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** The phone can make the row itself from its change and the verdict. */
  readonly isOwn: boolean;
  readonly recordKind?: string;
  /** Of a void. */
  readonly reason?: string;
}

export interface Accepted {
  readonly verdicts: readonly Verdict[];
  readonly facts: Facts;
  readonly heads: ReadonlyMap<Scope, ScopeHead>;
  /** Rows of these changes are made by the sender itself, from the verdicts. */
  readonly ownRows: ReadonlySet<NewRow>;
}

/** What a receipt's mark is made over. */
export function receiptSeal(number: ReceiptNumber, changeId: ChangeId, hash: string, receivedAt: Instant): string {
  return `receipt ${number} ${changeId} ${hash} ${receivedAt}`;
}

/** The row after its predecessor: position, and the rolling hash over everything up to it. */
export function nextRow(heads: Map<Scope, ScopeHead>, row: Pick<NewRow, 'scope' | 'kind' | 'key' | 'text' | 'at'>, seals: Pick<Seals, 'hash'>): NewRow {
  const head = heads.get(row.scope) ?? { position: 0, hash: '' };
  const position = head.position + 1;
  const hash = seals.hash(`${head.hash} ${position} ${row.kind} ${row.key} ${row.text}`).slice(0, 22);
  heads.set(row.scope, { position, hash });
  return { ...row, position, hash };
}

/**
 * Decides about every change in turn; later ones see what earlier ones did.
 * @param changes as they arrived, unparsed. @param raws whole stored changes of receipt holders, by changeId.
 * @param editions bodies of the records that an arriving change was not made from the head of.
 */
export function acceptChanges(
  changes: readonly unknown[],
  sender: Sender,
  known: Known,
  raws: ReadonlyMap<ChangeId, RawChange>,
  editions: ReadonlyMap<RecordId, EditionBodies>,
  startHeads: ReadonlyMap<Scope, ScopeHead>,
  epoch: Epoch,
  at: Instant,
  desk: Desk,
): Accepted {
  const book = new Book(sender, known, raws, editions, startHeads, epoch, at, desk);
  const verdicts = changes.map((change) => book.accept(change));
  return { verdicts, facts: book.facts(), heads: book.heads, ownRows: book.ownRows };
}

/** Stands for an edition that was lost with another life of the database: it is never the head. */
const lostEdition = -1;

/** When it was saved, by the server's clock as far as the phone knew it. */
export function savedMs({ savedAt, offset }: OfferedChange): number {
  return msOf(savedAt) + (offset ?? 0);
}

const Loose = z.looseObject({ changeId: ChangeId, recordId: RecordId, scope: UnitId });

/** One exchange's working copy of the ledger. */
class Book {
  readonly heads: Map<Scope, ScopeHead>;
  readonly ownRows = new Set<NewRow>();
  private readonly stored: Map<ChangeId, StoredChange>;
  private readonly records: Map<RecordId, RecordSummary>;
  private readonly holders: Map<ReceiptNumber, { changeId: ChangeId; receivedAt: Instant }>;
  private readonly raws: Map<ChangeId, RawChange>;
  private readonly editions: Map<RecordId, EditionBodies>;
  private readonly changes: RawChange[] = [];
  private readonly rows: NewRow[] = [];
  private readonly changed = new Set<RecordId>();
  private readonly receipts: { number: ReceiptNumber; changeId: ChangeId; receivedAt: Instant }[] = [];
  private readonly renumbered: { changeId: ChangeId; recordId: RecordId; verdict: Extract<Verdict, { code: 'ok' }> }[] = [];
  private readonly alarms: Alarm[] = [];
  private readonly sender: Sender;
  private readonly epoch: Epoch;
  private readonly at: Instant;
  private readonly desk: Desk;

  constructor(
    sender: Sender,
    known: Known,
    raws: ReadonlyMap<ChangeId, RawChange>,
    editions: ReadonlyMap<RecordId, EditionBodies>,
    heads: ReadonlyMap<Scope, ScopeHead>,
    epoch: Epoch,
    at: Instant,
    desk: Desk,
  ) {
    this.sender = sender;
    this.epoch = epoch;
    this.at = at;
    this.desk = desk;
    this.heads = new Map(heads);
    this.stored = new Map(known.changes);
    this.records = new Map(known.records);
    this.holders = new Map(known.receipts);
    this.raws = new Map(raws);
    this.editions = new Map(editions);
  }

  facts(): Facts {
    return {
      changes: this.changes,
      rows: this.rows,
      records: [...this.changed].flatMap((recordId) => this.records.get(recordId) ?? []),
      receipts: this.receipts,
      renumbered: this.renumbered,
      alarms: this.alarms,
    };
  }

  accept(arrived: unknown): Verdict {
    const parsed = OfferedChange.safeParse(arrived);
    if (!parsed.success) return this.acceptStrange(arrived);
    const change = parsed.data;
    const text = changeText(change);
    if (JSON.stringify(change.body).length > limits.bodyCharacters) return { code: 'big' };
    const hash = this.desk.hash(text);
    const before = this.stored.get(change.changeId);
    if (before) return this.repeat(change.changeId, before, hash, text);

    const standsOn = this.baseEdition(change);
    if (standsOn === null) return { code: 'order' };
    const keep = (verdict: Verdict, edition = standsOn): Verdict => this.keep(change, text, hash, verdict, edition);

    if (this.sender.revoked) return keep({ code: 'quarantined', reason: 'device-revoked' });
    if (change.scope !== this.sender.unitId) return keep({ code: 'quarantined', reason: 'unit-moved' });
    const head = this.records.get(change.recordId);
    const isVoiding = change.kind === voidKind;
    if (head && (head.scope !== change.scope || (head.recordKind !== change.kind && !isVoiding))) return keep({ code: 'quarantined', reason: 'record-of-another' });
    if (change.kind === reviewSlipKind || head?.recordKind === reviewSlipKind) return this.acceptSlip(change, text, hash, head, keep);
    // What shows our receipt was taken before: a lock that came back with an older copy does not undo it.
    if (head && head.lock?.edition === head.edition && !this.isOurs(change.receipt, change.changeId, hash)) return keep({ code: 'returned', problems: [{ code: 'report-locked' }] });
    if (head?.isVoid) return keep({ code: 'returned', problems: [{ code: 'record-void' }] });
    const late = head ? this.lateProblems(change, head) : [];
    if (late.length > 0) return keep({ code: 'returned', problems: [...late] });
    if (isVoiding) return this.acceptVoid(change, text, hash, head, standsOn, keep);
    const base = this.baseBody(change, standsOn);
    if ((head?.edition ?? 0) !== standsOn || base.isOther) return this.acceptMerged(change, text, hash, head, base.body, keep);

    const judgement = this.desk.judge(change);
    if (judgement.kind === 'not-understood') return keep({ code: 'held', reason: judgement.reason });
    if (judgement.kind === 'refused') return keep({ code: 'returned', problems: [...judgement.problems] });
    return this.commitEdition({ change, text, hash, edition: standsOn + 1, body: change.body, isOwn: true }, judgement);
  }

  /**
   * Why an edit or a cancellation comes after its year was closed. What was received once is not judged by the calendar
   * again, and what the phone saved before the record was received is still the officer's first saying.
   */
  private lateProblems(change: OfferedChange, head: RecordSummary): readonly Problem[] {
    const body = this.editions.get(change.recordId)?.get(head.edition);
    if (!body || this.isOurs(change.receipt, change.changeId, this.desk.hash(changeText(change)))) return [];
    const followed = change.base && !('edition' in change.base) ? this.raws.get(change.base.changeId) : undefined;
    if (followed && savedMs(change) <= msOf(followed.receivedAt)) return [];
    return this.desk.judgeYear(change, { body, isReturned: head.review?.edition === head.edition && head.review.decision === 'returned' });
  }

  /** Made from an older edition: what it changed joins what others changed, unless both changed the same field. */
  private acceptMerged(change: OfferedChange, text: string, hash: string, head: RecordSummary | undefined, base: Body | undefined, keep: Keep): Verdict {
    const conflict = (): Verdict => keep({ code: 'conflict', edition: head?.edition ?? 0 });
    const theirs = this.editions.get(change.recordId)?.get(head?.edition ?? 0);
    if (!head || !base || !theirs) return conflict();
    const merge = mergeBodies(base, theirs, change.body);
    if (merge.kind === 'conflict') return conflict();
    // Two sound edits may not be sound together (a form changed here, its figures there): then a person decides.
    const judgement = this.desk.judge({ ...change, body: merge.body });
    if (judgement.kind !== 'sound') return conflict();
    return this.commitEdition({ change, text, hash, edition: head.edition + 1, body: merge.body, isOwn: false }, judgement);
  }

  /** The record leaves all counts; its text and history stay. Only from the head: nobody cancels what they have not seen. */
  private acceptVoid(change: OfferedChange, text: string, hash: string, head: RecordSummary | undefined, standsOn: number, keep: Keep): Verdict {
    const body = this.editions.get(change.recordId)?.get(head?.edition ?? 0);
    if (!head || !body || head.edition !== standsOn) return keep({ code: 'conflict', edition: head?.edition ?? 0 });
    const reason = VoidBody.safeParse(change.body);
    if (!reason.success) return keep({ code: 'returned', problems: [{ code: 'reason-missing', field: 'reason' }] });
    const problems = this.desk.judgeReason(reason.data.reason);
    if (problems.length > 0) return keep({ code: 'returned', problems: [...problems] });
    const judgement = this.desk.judge({ ...change, kind: head.recordKind, body: { ...body } });
    if (judgement.kind !== 'sound') return keep({ code: 'held', reason: 'record-not-understood' });
    return this.commitEdition({ change, text, hash, edition: head.edition + 1, body, isOwn: false, recordKind: head.recordKind, reason: reason.data.reason }, judgement);
  }

  /**
   * A reviewer's decision: a record of its own unit, which nothing follows. What it decides on may have to be brought
   * again after a restore, so it waits for the very change that was read.
   */
  private acceptSlip(change: OfferedChange, text: string, hash: string, head: RecordSummary | undefined, keep: Keep): Verdict {
    if (head || change.base !== null) return keep({ code: 'returned', problems: [{ code: 'review-final' }] });
    const judgement = this.desk.judge(change);
    if (judgement.kind === 'not-understood') return keep({ code: 'held', reason: judgement.reason });
    if (judgement.kind === 'refused') return keep({ code: 'returned', problems: [...judgement.problems] });
    const slip = ReviewSlip.parse(change.body);
    const record = this.records.get(slip.recordId);
    if (!this.stored.has(slip.changeId)) return { code: 'order' };
    // What was read is here, but not taken this time (its phone was moved or revoked since): nothing stands to decide on.
    if (!record) return keep({ code: 'conflict', edition: 0 });
    // A decision is nobody's to decide on.
    if (record.scope !== slip.unitId || !this.sender.unitsBelow.has(record.scope) || record.recordKind === reviewSlipKind) return keep({ code: 'quarantined', reason: 'unit-moved' });
    const touched = touchedBySlip(slip, record, this.editionNamed(slip.recordId, slip), this.sender, this.at);
    if (touched === 'conflict') return keep({ code: 'conflict', edition: record.edition });
    const verdict = this.commitEdition({ change, text, hash, edition: 1, body: change.body, isOwn: true }, judgement);
    this.touch(touched);
    return verdict;
  }

  /** A record of a unit below, and the row that tells that unit. */
  private touch({ record, row: { kind, body } }: Touched): void {
    if (!this.heads.has(record.scope)) throw new Error('Who writes into a scope has taken its counter.');
    this.rows.push(nextRow(this.heads, { scope: record.scope, kind, key: record.recordId, text: JSON.stringify(body), at: this.at }, this.desk));
    this.records.set(record.recordId, record);
    this.changed.add(record.recordId);
  }

  private commitEdition(made: NewEdition, judgement: Extract<Judgement, { kind: 'sound' }>): Verdict {
    const { change, text, hash, edition, isOwn, recordKind = change.kind, reason } = made;
    const body = { ...made.body };
    const receipt = this.receiptFor(change, hash, judgement.workingYear);
    const plain = editionRow({ ...change, kind: recordKind, body }, edition, receipt, this.sender.officerId);
    const row = this.append(change.scope, reason === undefined ? plain : { ...plain, voided: { reason } });
    if (isOwn) this.ownRows.add(row);
    const before = this.records.get(change.recordId);
    const bodyBefore = this.editions.get(change.recordId)?.get(before?.edition ?? 0);
    const editions = new Map(this.editions.get(change.recordId));
    this.editions.set(change.recordId, editions.set(edition, body));
    this.records.set(change.recordId, {
      recordId: change.recordId,
      scope: change.scope,
      recordKind,
      edition,
      changeId: change.changeId,
      review: before?.review ?? null,
      isVoid: reason !== undefined,
      lock: before?.lock ?? null,
      ...judgement.summary,
      state: reason === undefined ? 'received' : 'void',
      receivedAt: receipt.receivedAt,
      receiptNumber: receipt.number,
      officerId: this.sender.officerId,
      text: JSON.stringify(body),
    });
    this.changed.add(change.recordId);
    const summed = reason === undefined ? reportsIn(recordKind, body) : {};
    for (const touched of touchedBySum(change.recordId, reportsIn(recordKind, bodyBefore), summed, (id) => this.records.get(RecordId.parse(id)), this.sender, this.at)) this.touch(touched);
    return this.keep(change, text, hash, { code: 'ok', edition, position: row.position, receipt, ...(isOwn || reason !== undefined ? {} : { merged: true as const }) }, edition);
  }

  /** The receipt the phone already holds, if we gave it and the number is still free or rightly its own; else a new one. */
  private receiptFor(change: OfferedChange, hash: string, workingYear: number): Receipt {
    const offered = change.receipt;
    if (this.isOurs(offered, change.changeId, hash)) {
      const holder = this.holders.get(offered.number);
      if (!holder || holder.changeId === change.changeId) return this.give(offered, change.changeId);
      if (offered.receivedAt < holder.receivedAt) {
        this.giveAnew(holder.changeId, workingYear);
        return this.give(offered, change.changeId);
      }
      this.alarm('receipt-number-reused', `${offered.number} stays with ${holder.changeId}`);
    }
    return this.newReceipt(change.scope, change.changeId, hash, workingYear);
  }

  private isOurs(offered: Receipt | undefined, changeId: ChangeId, hash: string): offered is Receipt {
    return offered !== undefined && offered.mark === this.desk.mark(receiptSeal(offered.number, changeId, hash, offered.receivedAt));
  }

  /** Its number is the position that the very next row of the scope takes. */
  private newReceipt(scope: UnitId, changeId: ChangeId, hash: string, workingYear: number): Receipt {
    const position = (this.heads.get(scope)?.position ?? 0) + 1;
    const number = receiptNumber(this.sender.unitCode, workingYear, this.epoch.ordinal, position);
    return this.give({ number, receivedAt: this.at, mark: this.desk.mark(receiptSeal(number, changeId, hash, this.at)) }, changeId);
  }

  private give(receipt: Receipt, changeId: ChangeId): Receipt {
    this.holders.set(receipt.number, { changeId, receivedAt: receipt.receivedAt });
    this.receipts.push({ number: receipt.number, changeId, receivedAt: receipt.receivedAt });
    return receipt;
  }

  /** A number was given twice around a rollback: the younger record gets a new one, and its phones are told by a row. */
  private giveAnew(changeId: ChangeId, workingYear: number): void {
    const raw = this.raws.get(changeId);
    if (!raw || raw.verdict.code !== 'ok') return;
    const change = OfferedChange.parse(JSON.parse(raw.text));
    const receipt = this.newReceipt(raw.scope, changeId, raw.hash, workingYear);
    const { edition } = raw.verdict;
    const body = { ...(this.editions.get(raw.recordId)?.get(edition) ?? change.body) };
    const recordKind = this.records.get(raw.recordId)?.recordKind ?? change.kind;
    const plain = editionRow({ ...change, kind: recordKind, body }, edition, receipt, raw.officerId);
    const voided = change.kind === voidKind ? VoidBody.parse(change.body) : undefined;
    const row = this.append(raw.scope, voided ? { ...plain, voided } : plain);
    const verdict: Verdict = { ...raw.verdict, position: row.position, receipt };
    this.raws.set(changeId, { ...raw, verdict });
    this.stored.set(changeId, { ...raw, verdict });
    this.renumbered.push({ changeId, recordId: raw.recordId, verdict });
    this.alarm('receipt-number-reused', `${changeId} now holds ${receipt.number}`);
  }

  /** Told before: the same verdict again. Other bytes under one id are kept too, and raise an alarm. */
  private repeat(changeId: ChangeId, before: StoredChange, hash: string, text: string): Verdict {
    if (before.hash !== hash) {
      this.alarm('change-id-reused', `${changeId} ${text}`);
      return { code: 'quarantined', reason: 'change-id-reused' };
    }
    const { verdict } = before;
    return verdict.code === 'ok' ? { ...verdict, code: 'duplicate' } : verdict;
  }

  /**
   * The words a change was made from. A change that was merged stands in its edition together with somebody else's
   * edit: what follows it on the same phone was made from its own words, not from that edition.
   */
  private baseBody(change: OfferedChange, standsOn: number): { readonly body: Body | undefined; readonly isOther: boolean } {
    const raw = change.base && !('edition' in change.base) ? this.raws.get(change.base.changeId) : undefined;
    if (raw?.verdict.code === 'ok' && raw.verdict.merged) return { body: OfferedChange.parse(JSON.parse(raw.text)).body, isOther: true };
    return { body: this.editions.get(change.recordId)?.get(standsOn), isOther: false };
  }

  /** Not a change as this version knows it, but with its ids: kept for a later version of the server. */
  private acceptStrange(arrived: unknown): Verdict {
    const loose = Loose.safeParse(arrived);
    if (!loose.success) return { code: 'returned', problems: [{ code: 'body-malformed' }] };
    const text = JSON.stringify(arrived);
    if (text.length > limits.bodyCharacters * 2) return { code: 'big' };
    const hash = this.desk.hash(text);
    const before = this.stored.get(loose.data.changeId);
    if (before) return this.repeat(loose.data.changeId, before, hash, text);
    const allowed = !this.sender.revoked && loose.data.scope === this.sender.unitId;
    const why = this.sender.revoked ? 'device-revoked' : 'unit-moved';
    const verdict: Verdict = allowed ? { code: 'held', reason: 'shape-unknown' } : { code: 'quarantined', reason: why };
    const raw = this.rawOf(loose.data, 'unknown', text, hash, verdict, this.records.get(loose.data.recordId)?.edition ?? 0);
    return this.store(raw);
  }

  /** The edition a change was made from; null when the change it follows has not arrived. */
  private baseEdition(change: OfferedChange): number | null {
    if (change.base === null) return 0;
    if ('edition' in change.base) return this.editionNamed(change.recordId, change.base);
    return this.stored.get(change.base.changeId)?.standsOn ?? null;
  }

  /** Words that this life of the database does not hold lead to none: whoever chooses between two texts is a person. */
  private editionNamed(recordId: RecordId, { edition, changeId, sum }: { readonly edition: number; readonly changeId?: ChangeId | undefined; readonly sum?: string | undefined }): number {
    if (changeId === undefined) return edition;
    const standsOn = this.stored.get(changeId)?.standsOn ?? lostEdition;
    const body = this.editions.get(recordId)?.get(standsOn);
    return body && (sum === undefined || sum === bodySum(body)) ? standsOn : lostEdition;
  }

  private keep(change: OfferedChange, text: string, hash: string, verdict: Verdict, standsOn: number): Verdict {
    return this.store(this.rawOf(change, change.kind, text, hash, verdict, standsOn));
  }

  private rawOf(
    ids: { changeId: ChangeId; recordId: RecordId; scope: UnitId },
    kind: string,
    text: string,
    hash: string,
    verdict: Verdict,
    standsOn: number,
  ): RawChange {
    const { changeId, recordId, scope } = ids;
    const { deviceId, officerId, lineage } = this.sender;
    return { changeId, recordId, scope, kind, text, hash, verdict, standsOn, deviceId, officerId, lineage, receivedAt: this.at };
  }

  private store(raw: RawChange): Verdict {
    const { verdict, scope, changeId, recordId } = raw;
    if (verdict.code === 'held' || verdict.code === 'returned' || verdict.code === 'conflict') {
      const body: RefusalRow = { changeId, recordId, code: verdict.code };
      this.rows.push(nextRow(this.heads, { scope, kind: 'refusal', key: changeId, text: JSON.stringify(body), at: this.at }, this.desk));
    }
    this.changes.push(raw);
    this.stored.set(raw.changeId, raw);
    this.raws.set(raw.changeId, raw);
    return raw.verdict;
  }

  private append(scope: Scope, body: EditionRow): NewRow {
    const row = nextRow(this.heads, { scope, kind: 'edition', key: body.recordId, text: JSON.stringify(body), at: this.at }, this.desk);
    this.rows.push(row);
    return row;
  }

  private alarm(code: Alarm['code'], text: string): void {
    this.alarms.push({ at: this.at, code, text });
  }
}
