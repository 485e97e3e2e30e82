/** The one server of the simulated world: the shipped door over a real storage, with restarts, restores and rollbacks. */
import type { ChangeId, DeviceId, OfficerId, RecordId, UnitId } from '../../../src/domain/id.ts';
import { confirmCopy } from '../../../src/sync/confirm-backup.ts';
import type { PhotoHash } from '../../../src/domain/photo.ts';
import { answerExchange } from '../../../src/sync/answer.ts';
import type { DeviceStanding, DoorHost } from '../../../src/sync/answer.ts';
import { decideReview, unlockReport } from '../../../src/sync/decide.ts';
import { receivePart } from '../../../src/sync/receive-photo.ts';
import type { PhotoPart } from '../../../src/sync/receive-photo.ts';
import type { CarriedReply, ReplyWords } from '../../../src/sync/bundle.ts';
import { frame, unframe } from '../../../src/sync/frame.ts';
import type { JudgeContext } from '../../../src/sync/judge.ts';
import type { Facts, LedgerPage, LedgerPort, LinkAnswer, NewRow, PhotoBytesPort, RecordSummary, ScopeHead } from '../../../src/sync/ports.ts';
import { contentScope, exchangeMediaType, limits, LooseExchangeRequest, photoMediaType } from '../../../src/sync/protocol.ts';
import type { ExchangeReply, Scope } from '../../../src/sync/protocol.ts';
import { publish } from '../../../src/sync/publish.ts';
import { firstEpoch, nextEpoch } from '../../../src/sync/restore.ts';
import type { Chance } from './chance.ts';
import { PhotoDiskFull, SimShelf } from './sim-photos.ts';
import type { PhotoShelfSnapshot } from './sim-photos.ts';
import type { Fault } from './faults.ts';
import { BrokenPromise, commitTo, copyReference, emptyReference, isHeld } from './reference.ts';
import type { Reference } from './reference.ts';
import { quickHash, quickMark } from './seals.ts';

/** A storage whose whole state can be taken and put back, as a backup does. */
export interface SimStore {
  ledger(): LedgerPort;
  takeSnapshot(): Promise<unknown>;
  putBack(snapshot: unknown): Promise<void>;
  close(): Promise<void>;
}

export interface Enrolled {
  readonly officerId: OfficerId;
  readonly officerName: string;
  unitId: UnitId;
  unitName: string;
  scopes: readonly Scope[];
  revoked: boolean;
}

interface Snapshot {
  readonly shelf: PhotoShelfSnapshot;
  readonly state: unknown;
  readonly reference: Reference;
  readonly epochId: string;
  /** A torn disk, a stick pulled out too early: it cannot be read back. */
  readonly isDamaged: boolean;
}

export class SimServer {
  reference: Reference = emptyReference();
  epochId = '';
  /** Every change that an epoch has ever held: what its screens may rightly have been told. */
  readonly heldByEpoch = new Map<string, Set<ChangeId>>();
  /** Every approval that an epoch has ever held, by record and edition. */
  readonly approvedByEpoch = new Map<string, Set<string>>();
  readonly savedTexts = new Map<ChangeId, string>();
  /** The words an edit began with, as its officer saw them. */
  readonly madeFrom = new Map<ChangeId, Readonly<Record<string, unknown>>>();
  /** Changes that were ever received, in whatever life: their phones may hold a receipt of ours. */
  readonly receivedEver = new Set<ChangeId>();
  readonly devices = new Map<DeviceId, Enrolled>();
  /** The upper union of each unit, as the province has it now. */
  readonly reportsTo = new Map<UnitId, UnitId>();
  readonly snapshots: Snapshot[] = [];
  /** Copies that were read back and confirmed: all that may be called safe. */
  readonly confirmed: Snapshot[] = [];
  /** A rollback begins a new epoch when it happens, though nobody has noticed yet. */
  rolledBackUnnoticed = false;
  broken: BrokenPromise | null = null;
  isDown = false;
  readonly shelf = new SimShelf();
  /** Transactions under way. */
  busyCount = 0;
  knowsTokens = true;
  trouble = { serverError: 0, serverKill: 0, photosLost: 0 };
  readonly #store: SimStore;
  readonly #chance: Chance;
  readonly #judge: JudgeContext;
  readonly #nowMs: () => number;
  readonly #fault: Fault | null;

  constructor(store: SimStore, chance: Chance, judge: JudgeContext, nowMs: () => number, fault: Fault | null) {
    this.#store = store;
    this.#chance = chance;
    this.#judge = judge;
    this.#nowMs = nowMs;
    this.#fault = fault;
  }

  async begin(): Promise<void> {
    await this.#commit(async (page) => {
      const epoch = firstEpoch(this.#host());
      await page.beginEpoch(epoch);
      this.#enterEpoch(epoch.id);
    });
  }

  async exchange(device: DeviceId, body: string): Promise<LinkAnswer> {
    if (this.isDown) return { kind: 'silence' };
    if (this.#chance.happens(this.trouble.serverError)) return page(503, 'text/html', '<h1>503</h1>');
    const enrolled = this.devices.get(device);
    if (!this.knowsTokens || !enrolled) return page(401, 'application/problem+json', '{"code":"token-unknown"}');
    const request = LooseExchangeRequest.safeParse(unframe(body));
    if (!request.success) return page(400, 'application/problem+json', '{"code":"body-truncated"}');
    const standing: DeviceStanding = { deviceId: device, ...enrolled };
    const killed = this.#chance.happens(this.trouble.serverKill) ? this.#chance.pick(['before', 'after'] as const) : undefined;
    const text = await this.#commit(async (ledger) => {
      const told = this.#fault?.request?.(request.data, this.reference) ?? request.data;
      const reply = await answerExchange(ledger, standing, told, this.#host());
      if (killed === 'before') throw new Killed();
      this.#enterEpoch(reply.epoch.id);
      return frame(reply);
    });
    if (text === null && this.#fault?.answersBeforeCommit) return page(200, exchangeMediaType, this.#lastUncommitted);
    return text === null || killed === 'after' ? { kind: 'silence' } : page(200, exchangeMediaType, text);
  }

  /** A file brought in by the command line: each request in a transaction of its own, then the pictures. Null when it was killed on the way. */
  async importFile(device: DeviceId, lineage: string, requests: readonly LooseExchangeRequest[], parts: readonly PhotoPart[]): Promise<ReplyWords | null> {
    const enrolled = this.devices.get(device);
    if (this.isDown || !enrolled) return null;
    const standing: DeviceStanding = { deviceId: device, ...enrolled };
    const replies: CarriedReply[] = [];
    const answer = async (request: LooseExchangeRequest): Promise<boolean> => {
      const killed = this.#chance.happens(this.trouble.serverKill) ? this.#chance.pick(['before', 'after'] as const) : undefined;
      const text = await this.#commit(async (ledger) => {
        const reply = await answerExchange(ledger, standing, this.#fault?.importRequest?.(request) ?? request, { ...this.#host(), isCarried: true });
        if (killed === 'before') throw new Killed();
        this.#enterEpoch(reply.epoch.id);
        return JSON.stringify(reply);
      });
      if (text === null || killed === 'after') return false;
      const changeIds = request.changes.map((change) => (change as { readonly changeId: ChangeId }).changeId);
      replies.push({ changeIds, knownEpochId: request.epoch?.id ?? null, photos: request.photos ?? [], reply: JSON.parse(text) as ExchangeReply });
      return true;
    };
    for (const request of requests) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      if (!(await answer(request))) return null;
    }
    const [first] = requests;
    if (first && !enrolled.revoked && parts.length > 0) {
      for (const { hash, offset, bytes } of parts) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await this.putPhoto(device, hash, offset, bytes);
      }
      for (let at = 0; at < parts.length; at += limits.photosPerExchange) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        if (!(await answer({ ...first, changes: [], photos: parts.slice(at, at + limits.photosPerExchange).map(({ hash }) => hash) }))) return null;
      }
    }
    return { lineage, replies };
  }

  /** One part of a picture, as the shipped door takes it. */
  async putPhoto(device: DeviceId, hash: PhotoHash, offset: number, bytes: Uint8Array): Promise<LinkAnswer> {
    if (this.isDown) return { kind: 'silence' };
    if (this.#chance.happens(this.trouble.serverError)) return page(503, 'text/html', '<h1>503</h1>');
    const enrolled = this.devices.get(device);
    if (!this.knowsTokens || !enrolled) return page(401, 'application/problem+json', '{"code":"token-unknown"}');
    if (enrolled.revoked) return page(403, 'application/problem+json', '{"code":"not-allowed"}');
    const killed = this.#chance.happens(this.trouble.serverKill) ? this.#chance.pick(['bytes', 'row', 'after'] as const) : undefined;
    this.busyCount += 1;
    try {
      const answer = await receivePart(this.#photoLedger(killed === 'row'), this.#shelfPort(killed === 'bytes'), enrolled.unitId, { hash, offset, bytes }, this.#host());
      if (typeof answer === 'string') return page(404, 'application/problem+json', `{"code":"${answer}"}`);
      return killed === 'after' ? { kind: 'silence' } : page(200, photoMediaType, frame(answer));
    } catch (error) {
      if (error instanceof PhotoDiskFull) return page(503, 'application/problem+json', '{"code":"server-trouble"}');
      if (error instanceof Killed) return { kind: 'silence' };
      throw error;
    } finally {
      this.busyCount -= 1;
      if (killed) this.shelf.losePower(this.#chance);
    }
  }

  #shelfPort(isKilled: boolean): PhotoBytesPort {
    const port = this.#fault?.shelf?.(this.shelf.port(), this.shelf) ?? this.shelf.port();
    return isKilled ? { ...port, append: async (hash, bytes) => (await port.append(hash, bytes), Promise.reject(new Killed())) } : port;
  }

  /** @param isKilled between the bytes and the row. */
  #photoLedger(isKilled: boolean): LedgerPort {
    return {
      transaction: async (work) => {
        const answer = await this.#commit(async (ledger) => {
          const result = await work(isKilled ? withoutWriting(ledger) : ledger);
          return { result };
        });
        if (!answer) throw new Killed();
        return answer.result;
      },
    };
  }

  async review(): Promise<void> {
    const record = this.#chance.pick([...this.reference.changes.values()].filter((change) => change.verdict.code === 'ok'));
    if (!record || record.verdict.code !== 'ok') return;
    const { edition } = record.verdict;
    const approved = this.#chance.happens(0.6);
    await this.#commit((ledger) =>
      decideReview(
        ledger,
        {
          recordId: record.recordId,
          edition,
          decision: approved ? 'approved' : 'returned',
          remarks: approved ? [] : [{ field: 'attendances', text: 'Thiếu số người dự' }],
          dueOn: null,
          reviewer: 'Cán bộ mẫu',
          byUnitId: record.scope,
          byUnitName: 'Cấp trên',
        },
        this.#host(),
      ),
    );
  }

  /** The province opens a report that was added up. */
  async openReport(): Promise<void> {
    const held = this.#chance.pick([...this.reference.reports.entries()].filter(([, report]) => isHeld(report)));
    if (!held) return;
    const [recordId, { edition }] = held;
    await this.#commit((ledger) => unlockReport(ledger, { recordId, edition, byUnitId: 'p01' as UnitId, byUnitName: 'Tỉnh', reason: 'Đơn vị gửi bổ sung' }, this.#host()));
  }

  /** What a phone of this upper union may see and write. */
  scopesOf(upperId: UnitId): readonly Scope[] {
    return [contentScope, upperId, ...[...this.reportsTo].flatMap(([unitId, upper]) => (upper === upperId ? [unitId] : []))];
  }

  /** The locks by which the server refuses and lets pass, of every report. */
  async locks(): Promise<ReadonlyMap<RecordId, RecordSummary['lock']>> {
    const ids = [...this.reference.reports.keys()];
    if (ids.length === 0) return new Map();
    const known = await this.#store.ledger().transaction((ledger) => ledger.recall([], ids, []));
    return new Map([...known.records].map(([id, { lock }]) => [id, lock]));
  }

  async publishSomething(): Promise<void> {
    const key = `notice/${this.#chance.below(5)}`;
    const body = { id: key, version: 1, audience: 'all', body: { text: 'x'.repeat(this.#chance.between(10, 3_000)) } };
    await this.#commit((ledger) => publish(ledger, contentScope, [{ kind: 'publication', key, body }], this.#host()));
  }

  async backUp(damage = 0): Promise<void> {
    const isDamaged = this.#chance.happens(damage);
    this.snapshots.push({ shelf: this.shelf.takeSnapshot(), state: await this.#store.takeSnapshot(), reference: copyReference(this.reference), epochId: this.epochId, isDamaged });
  }

  /** One of the copies made so far, the latest as likely as all others, is read back and confirmed. */
  async confirmCopy(): Promise<string> {
    const copy = this.#chance.happens(0.5) ? this.snapshots.at(-1) : this.#chance.pick(this.snapshots);
    if (!copy) return 'none';
    const heads = new Map<Scope, ScopeHead>([...copy.reference.rows].flatMap(([scope, rows]) => rows.slice(-1).map((row) => [scope, { position: row.position, hash: row.hash }] as const)));
    if (this.#fault?.confirmsUnread) {
      await this.#commit(async (ledger) => {
        for (const [scope, { position }] of heads) await ledger.raiseSafe(scope, position);
      });
      if (!copy.isDamaged) this.confirmed.push(copy);
      return 'unread';
    }
    if (copy.isDamaged) return 'damaged';
    const outcome = await this.#commit((ledger) => confirmCopy(ledger, { epochId: copy.epochId, heads }));
    if (outcome?.kind === 'confirmed') this.confirmed.push(copy);
    return outcome?.kind ?? 'killed';
  }

  /** A copied folder or an old disk image put back: the server does not know. */
  async rollBack(): Promise<void> {
    const snapshot = this.#chance.pick(this.snapshots);
    if (!snapshot) return;
    await this.#putBack(snapshot);
    this.rolledBackUnnoticed = true;
  }

  /** The restore command: a new epoch at once. */
  async restore(): Promise<void> {
    const snapshot = this.#chance.pick(this.snapshots.filter((each) => !each.isDamaged));
    if (!snapshot) return;
    await this.#putBack(snapshot);
    if (this.trouble.photosLost > 0 && this.#chance.happens(this.trouble.photosLost)) this.shelf.putBack(null);
    await this.#commit(async (ledger) => {
      const epoch = nextEpoch(await ledger.epoch(), this.#host());
      await ledger.beginEpoch(epoch);
      this.#enterEpoch(epoch.id);
    });
  }

  async #putBack(snapshot: Snapshot): Promise<void> {
    await this.#store.putBack(snapshot.state);
    this.shelf.putBack(snapshot.shelf);
    this.reference = copyReference(snapshot.reference);
    this.epochId = snapshot.epochId;
  }

  #lastUncommitted = '';

  /** One transaction; what it wrote reaches the oracle only when it has committed. Null when it was killed. */
  async #commit<T>(work: (ledger: LedgerPage) => Promise<T>): Promise<T | null> {
    const written: Facts[] = [];
    this.busyCount += 1;
    try {
      const answer = await this.#store.ledger().transaction(async (ledger) => {
        const result = await work(this.#fault?.page?.(watched(ledger, written)) ?? watched(ledger, written));
        if (typeof result === 'string') this.#lastUncommitted = result;
        if (this.#fault?.answersBeforeCommit && typeof result === 'string' && this.#chance.happens(0.03)) throw new Killed();
        return result;
      });
      for (const facts of written) this.#remember(facts);
      return answer;
    } catch (error) {
      if (error instanceof Killed) return null;
      throw error;
    } finally {
      this.busyCount -= 1;
    }
  }

  #remember(facts: Facts): void {
    try {
      commitTo(this.reference, facts, this);
    } catch (error) {
      // Found inside a phone's request: told to the world at its next step.
      if (!(error instanceof BrokenPromise)) throw error;
      this.broken ??= error;
    }
    const held = this.heldByEpoch.get(this.epochId) ?? new Set();
    for (const change of facts.changes) {
      held.add(change.changeId);
      if (change.verdict.code === 'ok') this.receivedEver.add(change.changeId);
    }
    this.heldByEpoch.set(this.epochId, held);
    this.#rememberApprovals(facts.rows);
  }

  #rememberApprovals(rows: readonly NewRow[]): void {
    const approved = this.approvedByEpoch.get(this.epochId) ?? new Set();
    for (const row of rows) {
      if (row.kind !== 'review') continue;
      const review = JSON.parse(row.text) as { edition: number; decision: string };
      if (review.decision === 'approved') approved.add(`${row.key} ${review.edition}`);
    }
    this.approvedByEpoch.set(this.epochId, approved);
  }

  #enterEpoch(id: string): void {
    if (this.epochId === id) return;
    this.epochId = id;
    this.rolledBackUnnoticed = false;
    this.heldByEpoch.set(id, new Set(this.reference.changes.keys()));
    this.#rememberApprovals([...this.reference.rows.values()].flat());
  }

  #host(): DoorHost {
    return { nowMs: this.#nowMs(), hash: quickHash, mark: quickMark, newEpochId: () => this.#chance.token(), judge: this.#judge, photos: this.#shelfPort(false) };
  }
}

class Killed extends Error {}

/** The process ends where it would have written. */
function withoutWriting(ledger: LedgerPage): LedgerPage {
  return new Proxy(ledger, {
    get(target, key) {
      if (key === 'write') return () => Promise.reject(new Killed());
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

function page(status: number, mediaType: string, text: string): LinkAnswer {
  return { kind: 'answer', status, mediaType, text };
}

function watched(ledger: LedgerPage, written: Facts[]): LedgerPage {
  return new Proxy(ledger, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown;
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...values: unknown[]) => unknown;
      if (key !== 'write') return method;
      return (facts: Facts) => {
        written.push(facts);
        return method(facts);
      };
    },
  });
}
