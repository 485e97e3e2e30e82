/**
 * Storage in memory, for tests and for the simulation. A transaction writes to overlays that are laid over the
 * committed tables at the commit, so a snapshot taken at any moment shows committed facts only.
 */
import type { RecordId, UnitId } from '../../domain/id.ts';
import type { Officer } from '../../domain/officer.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Alarm, Facts, Known, NewRow, RawChange, RecordSummary, ScopeHead } from '../../sync/ports.ts';
import type { Epoch, Scope } from '../../sync/protocol.ts';
import type { PhotoHash } from '../../domain/photo.ts';
import { photosNamedByText } from '../../sync/photo.ts';
import { foldPlain } from '../../domain/plain-fold.ts';
import { editionsIn } from './editions-in.ts';
import { searchTextOf } from './search-text.ts';
import type { Account, AuditLine, DeskPage, DeskQuery, DeskSession, Device, Invite, KnownDevice, LoginLink, RecordsQuery, Storage, StoragePage } from './port.ts';

interface Tables {
  scopes: ScopeHead;
  safe: number;
  rows: NewRow;
  changes: RawChange;
  records: RecordSummary;
  receipts: { changeId: RawChange['changeId']; receivedAt: RawChange['receivedAt'] };
  lineages: number;
  photoNames: readonly number[];
  photos: { hash: PhotoHash; scope: UnitId; position: number };
  alarms: Alarm;
  units: Unit;
  officers: Officer;
  devices: Device;
  invites: Invite;
  accounts: Account;
  links: LoginLink;
  sessions: DeskSession;
  audit: AuditLine;
  keys: string;
  /** By id, and the one lived now under `current`. */
  epochs: Epoch;
}
type TableName = keyof Tables;
const tableNames: readonly TableName[] = [
  'scopes', 'safe', 'rows', 'changes', 'records', 'receipts', 'lineages', 'photoNames', 'photos', 'alarms', 'units', 'officers',
  'devices', 'invites', 'accounts', 'links', 'sessions', 'audit', 'keys', 'epochs',
];

/** Committed facts at one moment. Values are never changed in place, so a copy of the maps is a copy of the state. */
export type MemoryState = { readonly [Name in TableName]: ReadonlyMap<string, Tables[Name]> };

type Committed = { [Name in TableName]: Map<string, Tables[Name]> };

export interface MemoryStorage extends Storage {
  /** The committed state now; it does not follow later commits. */
  snapshot(): MemoryState;
}

/** @param state what an earlier `snapshot()` gave: a restart, or a restore from a backup. */
export function openMemoryStorage(state?: MemoryState): MemoryStorage {
  const committed = copyOf(state);
  let last: Promise<unknown> = Promise.resolve();
  return {
    transaction(work) {
      const turn = last.then(async () => {
        const page = new MemoryPage(committed);
        const answer = await work(page);
        page.commit();
        return answer;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    snapshot: () => copyOf(committed),
    close: async () => undefined,
  };
}

function copyOf(state: MemoryState | undefined): Committed {
  return Object.fromEntries(tableNames.map((name) => [name, new Map<string, unknown>(state?.[name])])) as unknown as Committed;
}

/** A table as one transaction sees it. */
class Overlay<Value> {
  readonly #base: Map<string, Value>;
  readonly #written = new Map<string, Value | undefined>();

  constructor(base: Map<string, Value>) {
    this.#base = base;
  }

  get(key: string): Value | undefined {
    return this.#written.has(key) ? this.#written.get(key) : this.#base.get(key);
  }

  set(key: string, value: Value): void {
    this.#written.set(key, value);
  }

  delete(key: string): void {
    this.#written.set(key, undefined);
  }

  clear(): void {
    for (const key of this.#base.keys()) this.#written.set(key, undefined);
    for (const key of this.#written.keys()) this.#written.set(key, undefined);
  }

  get size(): number {
    return this.#base.size + this.#written.size;
  }

  /** In the order of their first writing. */
  values(): Value[] {
    const values: Value[] = [];
    for (const [key, value] of this.#base) {
      if (!this.#written.has(key)) values.push(value);
      else {
        const written = this.#written.get(key);
        if (written !== undefined) values.push(written);
      }
    }
    for (const [key, value] of this.#written) if (value !== undefined && !this.#base.has(key)) values.push(value);
    return values;
  }

  commit(): void {
    for (const [key, value] of this.#written) {
      if (value === undefined) this.#base.delete(key);
      else this.#base.set(key, value);
    }
  }
}

function overlaysOf(committed: Committed): { [Name in TableName]: Overlay<Tables[Name]> } {
  return Object.fromEntries(tableNames.map((name) => [name, new Overlay<unknown>(committed[name] as Map<string, unknown>)])) as unknown as {
    [Name in TableName]: Overlay<Tables[Name]>;
  };
}

const photoKey = (scope: Scope, hash: string) => `${scope} ${hash}`;
const rowKey = (scope: Scope, position: number) => `${scope} ${position}`;

class MemoryPage implements StoragePage {
  readonly #tables: ReturnType<typeof overlaysOf>;

  constructor(committed: Committed) {
    this.#tables = overlaysOf(committed);
  }

  commit(): void {
    for (const name of tableNames) this.#tables[name].commit();
  }

  // ---------------------------------------------------------------- the ledger

  async hasEpoch(): Promise<boolean> {
    return this.#tables.epochs.get('current') !== undefined;
  }

  async epoch(): Promise<Epoch> {
    const epoch = this.#tables.epochs.get('current');
    if (!epoch) throw new Error('No epoch has begun in this store: call beginEpoch first.');
    return epoch;
  }

  async hasLived(epochId: string): Promise<boolean> {
    return this.#tables.epochs.get(`id ${epochId}`) !== undefined;
  }

  async beginEpoch(epoch: Epoch): Promise<void> {
    const current = this.#tables.epochs.get('current');
    if (current && current.ordinal >= epoch.ordinal) throw new Error('An epoch follows only a lower one.');
    this.#tables.epochs.set('current', epoch);
    this.#tables.epochs.set(`id ${epoch.id}`, epoch);
  }

  async scopeHeads(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, ScopeHead>> {
    return new Map(scopes.map((scope) => [scope, this.#headOf(scope)]));
  }

  async hashAt(scope: Scope, position: number): Promise<string | null> {
    if (position === 0) return '';
    return this.#tables.rows.get(rowKey(scope, position))?.hash ?? null;
  }

  async recall(...[changeIds, recordIds, receipts]: Parameters<StoragePage['recall']>): Promise<Known> {
    return {
      changes: found(changeIds, (id) => this.#tables.changes.get(id)),
      records: found(recordIds, (id) => this.#tables.records.get(id)),
      receipts: found(receipts, (number) => this.#tables.receipts.get(number)),
    };
  }

  async raw(changeIds: Parameters<StoragePage['raw']>[0]): Promise<readonly RawChange[]> {
    return [...found(changeIds, (id) => this.#tables.changes.get(id)).values()];
  }

  async editions(recordIds: Parameters<StoragePage['editions']>[0]): ReturnType<StoragePage['editions']> {
    const wanted = new Set<string>(recordIds);
    return editionsIn(this.#tables.rows.values().filter((row) => row.kind === 'edition' && wanted.has(row.key)));
  }

  async record(recordId: RecordId): Promise<RecordSummary | null> {
    return this.#tables.records.get(recordId) ?? null;
  }

  async write(facts: Facts): Promise<void> {
    for (const change of facts.changes) {
      if (this.#tables.changes.get(change.changeId)) throw new Error('A change is stored once only.');
      this.#tables.changes.set(change.changeId, change);
      for (const { hash, byteCount } of photosNamedByText(change.text)) {
        const key = photoKey(change.scope, hash);
        this.#tables.photoNames.set(key, [...new Set([...(this.#tables.photoNames.get(key) ?? []), byteCount])]);
      }
    }
    for (const row of facts.rows) {
      if (row.position !== this.#headOf(row.scope).position + 1) throw new Error('Positions of a scope have no gaps.');
      this.#tables.rows.set(rowKey(row.scope, row.position), row);
      this.#tables.scopes.set(row.scope, { position: row.position, hash: row.hash });
      if (row.kind === 'photo') this.#finishPhoto(row);
    }
    for (const record of facts.records) this.#tables.records.set(record.recordId, record);
    for (const { changeId, recordId, verdict } of facts.renumbered) {
      const change = this.#tables.changes.get(changeId);
      if (!change) throw new Error('Only a stored change can be renumbered.');
      this.#tables.changes.set(changeId, { ...change, verdict });
      const record = this.#tables.records.get(recordId);
      if (record?.changeId === changeId) {
        const { number, receivedAt } = verdict.receipt;
        this.#tables.records.set(recordId, { ...record, receiptNumber: number, receivedAt });
      }
    }
    for (const { number, changeId, receivedAt } of facts.receipts) this.#tables.receipts.set(number, { changeId, receivedAt });
    for (const alarm of facts.alarms) this.#tables.alarms.set(String(this.#tables.alarms.size), alarm);
  }

  #finishPhoto({ scope, key, position }: NewRow): void {
    const name = photoKey(scope, key);
    if (this.#tables.photos.get(name)) throw new Error('A picture becomes whole once in a scope.');
    this.#tables.photos.set(name, { hash: key as PhotoHash, scope: scope as UnitId, position });
  }

  async photos(...[scope, hashes]: Parameters<StoragePage['photos']>): ReturnType<StoragePage['photos']> {
    const named = found(hashes, (hash) => this.#tables.photoNames.get(photoKey(scope, hash)));
    return new Map([...named].map(([hash, byteCounts]) => [hash, { byteCounts, position: this.#tables.photos.get(photoKey(scope, hash))?.position ?? null }]));
  }

  async rowsAfter(scope: Scope, position: number, maxCharacters: number): Promise<{ rows: readonly NewRow[]; more: boolean }> {
    const rows: NewRow[] = [];
    let characters = 0;
    for (let next = position + 1; ; next += 1) {
      const row = this.#tables.rows.get(rowKey(scope, next));
      if (!row) return { rows, more: false };
      characters += row.text.length;
      if (rows.length > 0 && characters > maxCharacters) return { rows, more: true };
      rows.push(row);
    }
  }

  async raiseSeq(deviceId: string, lineage: string, seq: number): Promise<number> {
    const key = `${deviceId} ${lineage}`;
    const before = this.#tables.lineages.get(key) ?? 0;
    if (seq > before) this.#tables.lineages.set(key, seq);
    return before;
  }

  async safe(scopes: readonly Scope[]): Promise<Readonly<Record<string, number>>> {
    const marks: Record<string, number> = {};
    for (const scope of scopes) {
      const position = this.#tables.safe.get(scope) ?? 0;
      if (position > 0) marks[scope] = position;
    }
    return marks;
  }

  async raiseSafe(scope: Scope, position: number): Promise<void> {
    if (position > (this.#tables.safe.get(scope) ?? 0)) this.#tables.safe.set(scope, position);
  }

  #headOf(scope: Scope): ScopeHead {
    return this.#tables.scopes.get(scope) ?? { position: 0, hash: '' };
  }

  // ---------------------------------------------------------------- people and doors

  async units(): Promise<readonly Unit[]> {
    return byText(this.#tables.units.values(), (unit) => unit.id);
  }

  async unit(id: string): Promise<Unit | null> {
    return this.#tables.units.get(id) ?? null;
  }

  async putUnits(units: readonly Unit[]): Promise<void> {
    for (const unit of units) this.#tables.units.set(unit.id, unit);
  }

  async officers(ids: readonly string[]): Promise<readonly Officer[]> {
    return byText(this.#tables.officers.values().filter((officer) => ids.includes(officer.id)), (officer) => officer.id);
  }

  async officersOf(unitId: string): Promise<readonly Officer[]> {
    return byText(this.#tables.officers.values().filter((officer) => officer.unitId === unitId), (officer) => officer.id);
  }

  async putOfficers(officers: readonly Officer[]): Promise<void> {
    for (const officer of officers) this.#tables.officers.set(officer.id, officer);
  }

  async deviceByToken(tokenHash: string): Promise<KnownDevice | null> {
    const device = this.#tables.devices.values().find((each) => each.tokenHash === tokenHash);
    const officer = device && this.#tables.officers.get(device.officerId);
    const unit = officer && this.#tables.units.get(officer.unitId);
    return device && officer && unit ? { device, officer, unit } : null;
  }

  async device(id: string): Promise<Device | null> {
    return this.#tables.devices.get(id) ?? null;
  }

  async devices(): Promise<readonly Device[]> {
    return byText(this.#tables.devices.values(), (device) => device.id);
  }

  async putDevice(device: Device): Promise<void> {
    const holder = this.#tables.devices.values().find((each) => each.tokenHash === device.tokenHash);
    if (holder && holder.id !== device.id) throw new Error('Two devices never share a token.');
    this.#tables.devices.set(device.id, device);
  }

  async invite(codeHash: string): Promise<Invite | null> {
    return this.#tables.invites.get(codeHash) ?? null;
  }

  async putInvite(invite: Invite): Promise<void> {
    this.#tables.invites.set(invite.codeHash, invite);
  }

  async account(name: string): Promise<Account | null> {
    return this.#tables.accounts.get(name) ?? null;
  }

  async accounts(): Promise<readonly Account[]> {
    return byText(this.#tables.accounts.values(), (account) => account.name);
  }

  async putAccount(account: Account): Promise<void> {
    this.#tables.accounts.set(account.name, account);
  }

  async removeAccount(name: string): Promise<void> {
    this.#tables.accounts.delete(name);
  }

  async loginLink(tokenHash: string): Promise<LoginLink | null> {
    return this.#tables.links.get(tokenHash) ?? null;
  }

  async putLoginLink(link: LoginLink): Promise<void> {
    this.#tables.links.set(link.tokenHash, link);
  }

  async session(idHash: string): Promise<DeskSession | null> {
    return this.#tables.sessions.get(idHash) ?? null;
  }

  async putSession(session: DeskSession): Promise<void> {
    this.#tables.sessions.set(session.idHash, session);
  }

  async endSession(idHash: string): Promise<void> {
    this.#tables.sessions.delete(idHash);
  }

  async shutOut(accountName: string): Promise<void> {
    for (const session of this.#tables.sessions.values()) if (session.accountName === accountName) this.#tables.sessions.delete(session.idHash);
    for (const link of this.#tables.links.values()) if (link.accountName === accountName && link.usedAt === null) this.#tables.links.delete(link.tokenHash);
  }

  async endSessionsBefore(at: string): Promise<void> {
    for (const session of this.#tables.sessions.values()) if (session.expiresAt < at) this.#tables.sessions.delete(session.idHash);
  }

  // ---------------------------------------------------------------- the desk

  async deskList(query: DeskQuery): Promise<DeskPage> {
    const wanted = query.text === null ? null : foldPlain(query.text);
    const matching = this.#tables.records
      .values()
      .filter((record) => record.recordKind === 'activity')
      .filter((record) => query.unitIds === null || query.unitIds.includes(record.scope))
      .filter((record) => query.taskId === null || record.taskId === query.taskId)
      .filter((record) => wanted === null || searchTextOf(record).includes(wanted) || query.orUnitIds.includes(record.scope));
    const counts = { received: 0, returned: 0, approved: 0, void: 0 };
    for (const record of matching) counts[record.state] += 1;
    const listed = matching
      .filter((record) => query.state === null || record.state === query.state)
      .toSorted((one, other) => descending(one.receivedAt, other.receivedAt) || descending(one.recordId, other.recordId));
    return { items: listed.slice(query.offset, query.offset + query.limit), total: listed.length, counts };
  }

  async recordsOfKind({ kind, unitIds, from, to }: RecordsQuery): Promise<readonly RecordSummary[]> {
    return this.#tables.records
      .values()
      .filter((record) => record.recordKind === kind && unitIds.includes(record.scope) && record.heldOn >= from && record.heldOn <= to)
      .toSorted((one, other) => descending(other.recordId, one.recordId));
  }

  async changesOf(recordId: RecordId): Promise<readonly RawChange[]> {
    return this.#tables.changes
      .values()
      .filter((change) => change.recordId === recordId)
      .toSorted(
        (one, other) =>
          descending(other.receivedAt, one.receivedAt) || one.standsOn - other.standsOn || descending(other.changeId, one.changeId),
      );
  }

  async rowsOf(scope: Scope, kind: string, key: string): Promise<readonly NewRow[]> {
    return (await this.rowsOfKind(scope, kind)).filter((row) => row.key === key);
  }

  async rowsOfKind(scope: Scope, kind: string): Promise<readonly NewRow[]> {
    const { rows } = await this.rowsAfter(scope, 0, Number.MAX_SAFE_INTEGER);
    return rows.filter((row) => row.kind === kind);
  }

  async photoScopes(hash: PhotoHash): Promise<readonly UnitId[]> {
    return byText(this.#tables.photos.values().filter((photo) => photo.hash === hash).map((photo) => photo.scope), (scope) => scope);
  }

  async alarms(): Promise<readonly Alarm[]> {
    return this.#tables.alarms.values();
  }

  async changesSetAside(): Promise<readonly RawChange[]> {
    return this.#tables.changes
      .values()
      .filter((change) => ['quarantined', 'held', 'returned'].includes(change.verdict.code))
      .toSorted((one, other) => descending(other.receivedAt, one.receivedAt) || descending(other.changeId, one.changeId));
  }

  async audit(line: AuditLine): Promise<void> {
    this.#tables.audit.set(String(this.#tables.audit.size), line);
  }

  async auditLines(): Promise<readonly AuditLine[]> {
    return this.#tables.audit.values();
  }

  async serverKey(name: string): Promise<string | null> {
    return this.#tables.keys.get(name) ?? null;
  }

  async putServerKey(name: string, value: string): Promise<void> {
    this.#tables.keys.set(name, value);
  }

  async removeUnitsAndRecords(): Promise<void> {
    const emptied = ['scopes', 'safe', 'rows', 'changes', 'records', 'receipts', 'lineages', 'photoNames', 'photos', 'units', 'officers', 'devices', 'invites'] as const;
    for (const name of emptied) this.#tables[name].clear();
  }
}

function found<Key extends string, Value>(keys: readonly Key[], look: (key: Key) => Value | undefined): Map<Key, Value> {
  const values = new Map<Key, Value>();
  for (const key of keys) {
    const value = look(key);
    if (value !== undefined) values.set(key, value);
  }
  return values;
}

function byText<Value>(values: readonly Value[], textOf: (value: Value) => string): Value[] {
  return values.toSorted((one, other) => descending(textOf(other), textOf(one)));
}

function descending(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? 1 : -1;
}
