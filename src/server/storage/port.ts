/**
 * The server's storage: the ledger that `sync` writes (its port stands in sync/ports.ts), and beside it what only the
 * server knows: who may enter, by which door, and what the desk lists. One contract suite runs on every
 * implementation (tests/contract/ledger.contract.ts).
 */
import type { DeviceId, OfficerId, RecordId, UnitId } from '../../domain/id.ts';
import type { PhotoHash } from '../../domain/photo.ts';
import type { Officer } from '../../domain/officer.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { DeskRole, RecordState } from '../../sync/desk-protocol.ts';
import type { Alarm, LedgerPage, NewRow, RawChange, RecordSummary } from '../../sync/ports.ts';
import type { Scope } from '../../sync/protocol.ts';

/** An activated phone. Only the hash of its secret is kept. */
export interface Device {
  readonly id: DeviceId;
  readonly officerId: OfficerId;
  readonly tokenHash: string;
  readonly signKey: string | null;
  readonly openKey: string | null;
  readonly activatedAt: Instant;
  readonly revokedAt: Instant | null;
  /** To the hour: a contact is no more than a hint who may be lost, and not worth a write each time. */
  readonly lastContactAt: Instant | null;
}

/** A device with the people and the unit behind it: what the door needs to know, in one look. */
export interface KnownDevice {
  readonly device: Device;
  readonly officer: Officer;
  readonly unit: Unit;
}

/** A code on paper: single use. `usedBy` holds the hash of the secret it was used with. */
export interface Invite {
  readonly codeHash: string;
  readonly officerId: OfficerId;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
  readonly usedBy: string | null;
  readonly deviceId: DeviceId | null;
}

/** Who may sit at the desk. `passwordHash` is null until the first login. */
export interface Account {
  /** Of the login. */
  readonly name: string;
  /** What units read beside a decision; empty: the name of the login. */
  readonly displayName: string;
  readonly unitId: UnitId;
  readonly role: DeskRole;
  readonly passwordHash: string | null;
  readonly createdAt: Instant;
}

/** A first-login link: single use. */
export interface LoginLink {
  readonly tokenHash: string;
  readonly accountName: string;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

export interface DeskSession {
  readonly idHash: string;
  readonly accountName: string;
  readonly expiresAt: Instant;
}

/** Who did what to whom; never what a record says. */
export interface AuditLine {
  readonly at: Instant;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
}

/**
 * `unitIds` null means every unit. `text` is looked for without accents in titles and receipt numbers; records of
 * `orUnitIds`, the units whose name holds the text, count as found too.
 */
export interface DeskQuery {
  readonly unitIds: readonly UnitId[] | null;
  readonly taskId: string | null;
  readonly state: RecordState | null;
  readonly text: string | null;
  readonly orUnitIds: readonly UnitId[];
  readonly offset: number;
  readonly limit: number;
}

export interface DeskPage {
  /** Newest receipt first. */
  readonly items: readonly RecordSummary[];
  readonly total: number;
  /** Of the same query without its state. */
  readonly counts: Readonly<Record<RecordState, number>>;
}

/** Records of one kind whose day (of a report, the last of its period) lies between both days, these included. */
export interface RecordsQuery {
  readonly kind: string;
  readonly unitIds: readonly UnitId[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface StoragePage extends LedgerPage {
  /** Whether `beginEpoch` was ever called: a store that has not is new. */
  hasEpoch(): Promise<boolean>;

  units(): Promise<readonly Unit[]>;
  unit(id: UnitId): Promise<Unit | null>;
  putUnits(units: readonly Unit[]): Promise<void>;
  officers(ids: readonly OfficerId[]): Promise<readonly Officer[]>;
  officersOf(unitId: UnitId): Promise<readonly Officer[]>;
  putOfficers(officers: readonly Officer[]): Promise<void>;

  deviceByToken(tokenHash: string): Promise<KnownDevice | null>;
  device(id: DeviceId): Promise<Device | null>;
  devices(): Promise<readonly Device[]>;
  putDevice(device: Device): Promise<void>;

  invite(codeHash: string): Promise<Invite | null>;
  putInvite(invite: Invite): Promise<void>;

  account(name: string): Promise<Account | null>;
  accounts(): Promise<readonly Account[]>;
  putAccount(account: Account): Promise<void>;
  removeAccount(name: string): Promise<void>;
  loginLink(tokenHash: string): Promise<LoginLink | null>;
  putLoginLink(link: LoginLink): Promise<void>;
  session(idHash: string): Promise<DeskSession | null>;
  putSession(session: DeskSession): Promise<void>;
  endSession(idHash: string): Promise<void>;
  /** Ends every session of an account, and no login link given so far opens it any more. */
  shutOut(accountName: string): Promise<void>;
  /** Drops what ran out before this moment. */
  endSessionsBefore(at: Instant): Promise<void>;

  deskList(query: DeskQuery): Promise<DeskPage>;
  /** By their ids, which are in the order of their making. */
  recordsOfKind(query: RecordsQuery): Promise<readonly RecordSummary[]>;
  /** All changes that named the record: by receipt, then by the edition they stand on. */
  changesOf(recordId: RecordId): Promise<readonly RawChange[]>;
  /** Rows of one thing, in the order of their positions. */
  rowsOf(scope: Scope, kind: string, key: string): Promise<readonly NewRow[]>;
  /** All rows of a kind in a scope, in the order of their positions. */
  rowsOfKind(scope: Scope, kind: string): Promise<readonly NewRow[]>;
  alarms(): Promise<readonly Alarm[]>;
  /** Changes that made no edition and show in no list: quarantined, held or refused; by receipt. */
  changesSetAside(): Promise<readonly RawChange[]>;

  /** Units in which the picture is whole. */
  photoScopes(hash: PhotoHash): Promise<readonly UnitId[]>;

  audit(line: AuditLine): Promise<void>;
  auditLines(): Promise<readonly AuditLine[]>;

  /** Secrets of this server, kept beside the data so that a backup holds them. */
  serverKey(name: string): Promise<string | null>;
  putServerKey(name: string, value: string): Promise<void>;
  /** Empties everything but keys, desk accounts, epochs and audit: what `sample remove` leaves. */
  removeUnitsAndRecords(): Promise<void>;
}

export interface Storage {
  /**
   * One transaction: nothing is visible to others before the commit, all of it after; the promise resolves once the
   * commit is durable. A throw rolls back and is thrown on.
   */
  transaction<T>(work: (page: StoragePage) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
