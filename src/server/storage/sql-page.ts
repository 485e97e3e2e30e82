/**
 * The storage's page over SQL, in plain statements that SQLite and PostgreSQL both take. It begins and ends no
 * transaction: whoever opens the store does.
 */
import { CompiledQuery, sql } from 'kysely';
import type { Compilable, Insertable, Kysely, RawBuilder } from 'kysely';
import type { UnitId } from '../../domain/id.ts';
import type { Officer } from '../../domain/officer.ts';
import type { PhotoHash } from '../../domain/photo.ts';
import { foldPlain } from '../../domain/plain-fold.ts';
import type { ReceiptNumber } from '../../domain/receipt.ts';
import type { Instant } from '../../domain/time.ts';
import type { Unit } from '../../domain/unit.ts';
import type { Alarm, Facts, Known, LedgerPhoto, NewRow, RawChange, RecordSummary, ScopeHead, StoredChange } from '../../sync/ports.ts';
import type { Epoch, Scope } from '../../sync/protocol.ts';
import type { Account, AuditLine, DeskPage, DeskQuery, DeskSession, Device, Invite, KnownDevice, LoginLink, RecordsQuery, StoragePage } from './port.ts';
import { editionsIn } from './editions-in.ts';
import { searchTextOf } from './search-text.ts';
import { changeOf, changeRow, photoNameRows, recordOf, recordRow } from './tables.ts';
import type { Tables } from './tables.ts';

/** Rows fetched at a time when a range is read: about one generous reply. */
const rowsPerQuery = 64;
/** Batches of every size have shapes of their own. */
const mostShapes = 2_000;
/** SQLite binds at most 32,766 values in one statement, PostgreSQL 65,535. */
const mostRowsPerInsert = 500;

export class SqlPage implements StoragePage {
  readonly #database: Kysely<Tables>;
  /** Statements of an exchange by their shape: building one costs a phone's server more than running it. */
  readonly #statements = new Map<string, string>();

  constructor(database: Kysely<Tables>) {
    this.#database = database;
  }

  /**
   * Runs a statement that is built once for each shape. @param shape names everything that the text depends on, such
   * as the length of a list. @param parameters in the order in which the text asks for them.
   */
  async #run<Row>(shape: string, parameters: readonly unknown[], build: () => Compilable<Row>): Promise<Row[]> {
    let statement = this.#statements.get(shape);
    if (statement === undefined) {
      statement = build().compile().sql;
      if (this.#statements.size >= mostShapes) this.#statements.clear();
      this.#statements.set(shape, statement);
    }
    return (await this.#database.executeQuery<Row>(CompiledQuery.raw(statement, [...parameters]))).rows;
  }

  // ---------------------------------------------------------------- the ledger

  async hasEpoch(): Promise<boolean> {
    return (await this.#currentEpoch()) !== undefined;
  }

  async epoch(): Promise<Epoch> {
    const epoch = await this.#currentEpoch();
    if (!epoch) throw new Error('No epoch has begun in this store: call beginEpoch first.');
    return epoch;
  }

  async hasLived(epochId: string): Promise<boolean> {
    const row = await this.#database.selectFrom('epochs').select('id').where('id', '=', epochId).executeTakeFirst();
    return row !== undefined;
  }

  async beginEpoch(epoch: Epoch): Promise<void> {
    const current = await this.#currentEpoch();
    if (current && current.ordinal >= epoch.ordinal) throw new Error('An epoch follows only a lower one.');
    await this.#database.insertInto('epochs').values({ id: epoch.id, ordinal: epoch.ordinal, mark: epoch.mark }).execute();
  }

  async #currentEpoch(): Promise<Epoch | undefined> {
    const [row] = await this.#run('epoch', [1], () => this.#database.selectFrom('epochs').select(['id', 'ordinal', 'mark']).orderBy('ordinal', 'desc').limit(1));
    return row && { id: row.id, ordinal: row.ordinal, mark: row.mark };
  }

  async scopeHeads(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, ScopeHead>> {
    const rows =
      scopes.length === 0
        ? []
        : await this.#run(`heads ${scopes.length}`, scopes, () => this.#database.selectFrom('scopes').selectAll().where('scope', 'in', [...scopes]).orderBy('scope'));
    const heads = new Map<Scope, ScopeHead>(scopes.map((scope) => [scope, { position: 0, hash: '' }]));
    for (const row of rows) heads.set(row.scope as Scope, { position: row.position, hash: row.hash });
    return heads;
  }

  async hashAt(scope: Scope, position: number): Promise<string | null> {
    if (position === 0) return '';
    const [row] = await this.#run('hash', [scope, position], () =>
      this.#database.selectFrom('scope_rows').select('hash').where('scope', '=', scope).where('position', '=', position),
    );
    return row?.hash ?? null;
  }

  async recall(...[changeIds, recordIds, receipts]: Parameters<StoragePage['recall']>): Promise<Known> {
    const known = { changes: new Map<StoredChange['changeId'], StoredChange>(), records: new Map<RecordSummary['recordId'], RecordSummary>(), receipts: new Map<ReceiptNumber, { changeId: StoredChange['changeId']; receivedAt: Instant }>() };
    for (const change of await this.raw(changeIds)) known.changes.set(change.changeId, change);
    if (recordIds.length > 0) {
      const rows = await this.#run(`records ${recordIds.length}`, recordIds, () =>
        this.#database.selectFrom('records').selectAll().where('record_id', 'in', [...recordIds]),
      );
      for (const record of rows.map(recordOf)) known.records.set(record.recordId, record);
    }
    if (receipts.length > 0) {
      const rows = await this.#run(`receipts ${receipts.length}`, receipts, () =>
        this.#database.selectFrom('receipts').selectAll().where('number', 'in', [...receipts]),
      );
      for (const row of rows) {
        known.receipts.set(row.number as ReceiptNumber, { changeId: row.change_id as StoredChange['changeId'], receivedAt: row.received_at as Instant });
      }
    }
    return known;
  }

  async raw(changeIds: Parameters<StoragePage['raw']>[0]): Promise<readonly RawChange[]> {
    if (changeIds.length === 0) return [];
    const rows = await this.#run(`changes ${changeIds.length}`, changeIds, () =>
      this.#database.selectFrom('changes').selectAll().where('change_id', 'in', [...changeIds]),
    );
    return rows.map(changeOf);
  }

  async editions(recordIds: Parameters<StoragePage['editions']>[0]): ReturnType<StoragePage['editions']> {
    if (recordIds.length === 0) return new Map();
    const rows = await this.#rows().where('kind', '=', 'edition').where('thing', 'in', [...recordIds]).orderBy('position').execute();
    return editionsIn(rows.map(newRowOf));
  }

  async record(recordId: RecordSummary['recordId']): Promise<RecordSummary | null> {
    const row = await this.#database.selectFrom('records').selectAll().where('record_id', '=', recordId).executeTakeFirst();
    return row ? recordOf(row) : null;
  }

  async write(facts: Facts): Promise<void> {
    await this.#insert('changes', facts.changes.map(changeRow));
    await this.#insert('photo_names', facts.changes.flatMap(photoNameRows));
    if (facts.rows.length > 0) await this.#appendRows(facts.rows);
    await this.#insert('records', facts.records.map((record) => recordRow(record, searchTextOf(record))), ['record_id']);
    for (const renumbered of facts.renumbered) {
      await this.#renumber(renumbered);
    }
    // A number that changes hands within one batch is told twice: the last word counts.
    const holders = new Map(facts.receipts.map(({ number, changeId, receivedAt }) => [number, { number, change_id: changeId, received_at: receivedAt }]));
    await this.#insert('receipts', [...holders.values()], ['number']);
    if (facts.alarms.length > 0) await this.#raise(facts.alarms);
  }

  async #appendRows(rows: readonly NewRow[]): Promise<void> {
    const heads = new Map(await this.scopeHeads([...new Set(rows.map((row) => row.scope))]));
    for (const row of rows) {
      if (row.position !== (heads.get(row.scope)?.position ?? 0) + 1) throw new Error('Positions of a scope have no gaps.');
      heads.set(row.scope, { position: row.position, hash: row.hash });
    }
    const values = rows.map((row) => ({
      scope: row.scope, position: row.position, hash: row.hash, kind: row.kind, thing: row.key, body: row.text, written_at: row.at,
    }));
    await this.#insert('scope_rows', values);
    await this.#insert('photos', rows.filter((row) => row.kind === 'photo').map((row) => ({ hash: row.key, scope: row.scope, position: row.position })));
    // The watermark of a scope that is there already stays as it is.
    await this.#insert('scopes', [...heads].map(([scope, head]) => ({ scope, position: head.position, hash: head.hash, safe_position: 0 })), ['scope'], ['position', 'hash']);
  }

  /**
   * @param unique the columns of a key: a row that has them already is written anew in `columns`, by default all
   * others. Without it a row that is there already is our own mistake, and throws. A table is always asked the same way.
   */
  async #insert<Name extends keyof Tables>(
    table: Name,
    rows: readonly Insertable<Tables[Name]>[],
    unique: readonly (keyof Tables[Name] & string)[] = [],
    columns: readonly (keyof Tables[Name] & string)[] = [],
  ): Promise<void> {
    for (let start = 0; start < rows.length; start += mostRowsPerInsert) {
      const some = rows.slice(start, start + mostRowsPerInsert);
      await this.#run(`${table} + ${some.length}`, some.flatMap((row) => Object.values(row)), () => {
        // The rows fit their table, as the signature says; the builder cannot follow that through the conflict's columns.
        const insert = this.#database.insertInto(table as 'changes').values(some as unknown as Tables['changes'][]);
        if (unique.length === 0) return insert;
        const others = Object.keys(some[0] ?? {}).filter((column) => !(unique as readonly string[]).includes(column));
        return insert.onConflict((conflict) => conflict.columns([...unique] as unknown as (keyof Tables['changes'])[]).doUpdateSet(anew(columns.length > 0 ? columns : others)));
      });
    }
  }

  async #renumber({ changeId, recordId, verdict }: Facts['renumbered'][number]): Promise<void> {
    const { numUpdatedRows } = await this.#database
      .updateTable('changes')
      .set({ verdict: JSON.stringify(verdict) })
      .where('change_id', '=', changeId)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows !== 1n) throw new Error('Only a stored change can be renumbered.');
    const { receipt } = verdict;
    const { rows } = await sql<{ title: string }>`select title from records where record_id = ${recordId} and change_id = ${changeId}`.execute(this.#database);
    const title = rows[0]?.title;
    if (title === undefined) return;
    await this.#database
      .updateTable('records')
      .set({ receipt_number: receipt.number, received_at: receipt.receivedAt, search_text: searchTextOf({ title, receiptNumber: receipt.number }) })
      .where('record_id', '=', recordId)
      .execute();
  }

  async #raise(alarms: readonly Alarm[]): Promise<void> {
    const start = await this.#nextOrdinal('alarms');
    await this.#database
      .insertInto('alarms')
      .values(alarms.map((alarm, index) => ({ ordinal: start + index, raised_at: alarm.at, code: alarm.code, detail: alarm.text })))
      .execute();
  }

  async photos(...[scope, hashes]: Parameters<StoragePage['photos']>): ReturnType<StoragePage['photos']> {
    if (hashes.length === 0) return new Map();
    const names = await this.#run(`photo names ${hashes.length}`, [scope, ...hashes], () =>
      this.#database.selectFrom('photo_names').select(['hash', 'byte_count']).distinct().where('scope', '=', scope).where('hash', 'in', [...hashes]),
    );
    const whole = await this.#run(`photos ${hashes.length}`, [scope, ...hashes], () =>
      this.#database.selectFrom('photos').select(['hash', 'position']).where('scope', '=', scope).where('hash', 'in', [...hashes]),
    );
    const positions = new Map(whole.map((row) => [row.hash, row.position]));
    const photos = new Map<PhotoHash, LedgerPhoto>();
    for (const { hash, byte_count } of names) {
      const byteCounts = [...(photos.get(hash as PhotoHash)?.byteCounts ?? []), byte_count];
      photos.set(hash as PhotoHash, { byteCounts, position: positions.get(hash) ?? null });
    }
    return photos;
  }

  async rowsAfter(scope: Scope, position: number, maxCharacters: number): Promise<{ rows: readonly NewRow[]; more: boolean }> {
    const rows: NewRow[] = [];
    let characters = 0;
    let from = position;
    for (;;) {
      const found: Tables['scope_rows'][] = await this.#run('rows after', [scope, from, rowsPerQuery], () =>
        this.#rows().where('scope', '=', scope).where('position', '>', from).orderBy('position').limit(rowsPerQuery),
      );
      for (const row of found.map(newRowOf)) {
        characters += row.text.length;
        if (rows.length > 0 && characters > maxCharacters) return { rows, more: true };
        rows.push(row);
      }
      if (found.length < rowsPerQuery) return { rows, more: false };
      from += found.length;
    }
  }

  async raiseSeq(deviceId: string, lineage: string, seq: number): Promise<number> {
    const [row] = await this.#run('seq', [deviceId, lineage], () =>
      this.#database.selectFrom('lineages').select('seq').where('device_id', '=', deviceId).where('lineage', '=', lineage),
    );
    const before = row?.seq ?? 0;
    if (seq > before) await this.#insert('lineages', [{ device_id: deviceId, lineage, seq }], ['device_id', 'lineage']);
    return before;
  }

  async safe(scopes: readonly Scope[]): Promise<Readonly<Record<string, number>>> {
    if (scopes.length === 0) return {};
    const rows = await this.#run(`safe ${scopes.length}`, [...scopes, 0], () =>
      this.#database.selectFrom('scopes').select(['scope', 'safe_position']).where('scope', 'in', [...scopes]).where('safe_position', '>', 0),
    );
    return Object.fromEntries(rows.map((row) => [row.scope, row.safe_position]));
  }

  async raiseSafe(scope: Scope, position: number): Promise<void> {
    await this.#database
      .updateTable('scopes')
      .set({ safe_position: position })
      .where('scope', '=', scope)
      .where('safe_position', '<', position)
      .execute();
  }

  #rows() {
    return this.#database.selectFrom('scope_rows').selectAll();
  }

  async #nextOrdinal(table: 'alarms' | 'audit_lines'): Promise<number> {
    const row = await this.#database.selectFrom(table).select('ordinal').orderBy('ordinal', 'desc').limit(1).executeTakeFirst();
    return (row?.ordinal ?? 0) + 1;
  }

  // ---------------------------------------------------------------- people and doors

  async units(): Promise<readonly Unit[]> {
    const rows = await this.#database.selectFrom('units').select('body').orderBy('id').execute();
    return rows.map((row) => JSON.parse(row.body) as Unit);
  }

  async unit(id: string): Promise<Unit | null> {
    const row = await this.#database.selectFrom('units').select('body').where('id', '=', id).executeTakeFirst();
    return row ? (JSON.parse(row.body) as Unit) : null;
  }

  async putUnits(units: readonly Unit[]): Promise<void> {
    await this.#insert('units', units.map((unit) => ({ id: unit.id, parent_id: unit.parentId, body: JSON.stringify(unit) })), ['id']);
  }

  async officers(ids: readonly string[]): Promise<readonly Officer[]> {
    if (ids.length === 0) return [];
    const rows = await this.#database.selectFrom('officers').selectAll().where('id', 'in', [...new Set(ids)]).orderBy('id').execute();
    return rows.map(officerOf);
  }

  async officersOf(unitId: string): Promise<readonly Officer[]> {
    const rows = await this.#database.selectFrom('officers').selectAll().where('unit_id', '=', unitId).orderBy('id').execute();
    return rows.map(officerOf);
  }

  async putOfficers(officers: readonly Officer[]): Promise<void> {
    await this.#insert('officers', officers.map((officer) => ({ id: officer.id, unit_id: officer.unitId, name: officer.name })), ['id']);
  }

  async deviceByToken(tokenHash: string): Promise<KnownDevice | null> {
    const [row] = await this.#run('device', [tokenHash], () =>
      this.#database
        .selectFrom('devices')
        .innerJoin('officers', 'officers.id', 'devices.officer_id')
        .innerJoin('units', 'units.id', 'officers.unit_id')
        .selectAll('devices')
        .select(['officers.unit_id', 'officers.name', 'units.body as unit_body'])
        .where('devices.token_hash', '=', tokenHash),
    );
    if (!row) return null;
    return {
      device: deviceOf(row),
      officer: officerOf({ id: row.officer_id, unit_id: row.unit_id, name: row.name }),
      unit: JSON.parse(row.unit_body) as Unit,
    };
  }

  async device(id: string): Promise<Device | null> {
    const row = await this.#database.selectFrom('devices').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? deviceOf(row) : null;
  }

  async devices(): Promise<readonly Device[]> {
    const rows = await this.#database.selectFrom('devices').selectAll().orderBy('id').execute();
    return rows.map(deviceOf);
  }

  async putDevice(device: Device): Promise<void> {
    const row = {
      id: device.id,
      officer_id: device.officerId,
      token_hash: device.tokenHash,
      sign_key: device.signKey,
      open_key: device.openKey,
      activated_at: device.activatedAt,
      revoked_at: device.revokedAt,
      last_contact_at: device.lastContactAt,
    };
    await this.#insert('devices', [row], ['id']);
  }

  async invite(codeHash: string): Promise<Invite | null> {
    const row = await this.#database.selectFrom('invites').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
    if (!row) return null;
    return {
      codeHash: row.code_hash,
      officerId: row.officer_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      usedBy: row.used_by,
      deviceId: row.device_id,
    } as Invite;
  }

  async putInvite(invite: Invite): Promise<void> {
    const row = {
      code_hash: invite.codeHash,
      officer_id: invite.officerId,
      created_at: invite.createdAt,
      expires_at: invite.expiresAt,
      used_at: invite.usedAt,
      used_by: invite.usedBy,
      device_id: invite.deviceId,
    };
    await this.#insert('invites', [row], ['code_hash']);
  }

  async account(name: string): Promise<Account | null> {
    const row = await this.#database.selectFrom('accounts').selectAll().where('name', '=', name).executeTakeFirst();
    return row ? accountOf(row) : null;
  }

  async accounts(): Promise<readonly Account[]> {
    const rows = await this.#database.selectFrom('accounts').selectAll().orderBy('name').execute();
    return rows.map(accountOf);
  }

  async putAccount(account: Account): Promise<void> {
    const { name, unitId, role, passwordHash, createdAt, displayName } = account;
    await this.#insert('accounts', [{ name, unit_id: unitId, role, password_hash: passwordHash, created_at: createdAt, display_name: displayName }], ['name']);
  }

  async removeAccount(name: string): Promise<void> {
    await this.#database.deleteFrom('accounts').where('name', '=', name).execute();
  }

  async loginLink(tokenHash: string): Promise<LoginLink | null> {
    const row = await this.#database.selectFrom('login_links').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
    if (!row) return null;
    return { tokenHash: row.token_hash, accountName: row.account_name, expiresAt: row.expires_at, usedAt: row.used_at } as LoginLink;
  }

  async putLoginLink(link: LoginLink): Promise<void> {
    const row = { token_hash: link.tokenHash, account_name: link.accountName, expires_at: link.expiresAt, used_at: link.usedAt };
    await this.#insert('login_links', [row], ['token_hash']);
  }

  async session(idHash: string): Promise<DeskSession | null> {
    const row = await this.#database.selectFrom('sessions').selectAll().where('id_hash', '=', idHash).executeTakeFirst();
    return row ? ({ idHash: row.id_hash, accountName: row.account_name, expiresAt: row.expires_at } as DeskSession) : null;
  }

  async putSession(session: DeskSession): Promise<void> {
    await this.#insert('sessions', [{ id_hash: session.idHash, account_name: session.accountName, expires_at: session.expiresAt }], ['id_hash']);
  }

  async endSession(idHash: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('id_hash', '=', idHash).execute();
  }

  async shutOut(accountName: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('account_name', '=', accountName).execute();
    await this.#database.deleteFrom('login_links').where('account_name', '=', accountName).where('used_at', 'is', null).execute();
  }

  async endSessionsBefore(at: string): Promise<void> {
    await this.#database.deleteFrom('sessions').where('expires_at', '<', at).execute();
  }

  // ---------------------------------------------------------------- the desk

  async deskList(query: DeskQuery): Promise<DeskPage> {
    const pattern = query.text === null ? null : `%${foldPlain(query.text).replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    // A report is read on a screen of its own.
    let matching = this.#database.selectFrom('records').where('record_kind', '=', 'activity');
    if (query.unitIds !== null) matching = matching.where('scope', 'in', query.unitIds.length === 0 ? [''] : [...query.unitIds]);
    if (query.taskId !== null) matching = matching.where('task_id', '=', query.taskId);
    if (pattern !== null) {
      matching = matching.where((condition) =>
        condition.or([
          sql<boolean>`search_text like ${pattern} escape '\\'`,
          ...(query.orUnitIds.length === 0 ? [] : [condition('scope', 'in', [...query.orUnitIds] as string[])]),
        ]),
      );
    }
    const tallies = await matching.select(['state', (select) => select.fn.countAll<number | bigint | string>().as('tally')]).groupBy('state').execute();
    const counts = { received: 0, returned: 0, approved: 0, void: 0 };
    for (const { state, tally } of tallies) counts[state as keyof typeof counts] = Number(tally);
    const listed = query.state === null ? matching : matching.where('state', '=', query.state);
    const rows = await listed.selectAll().orderBy('received_at', 'desc').orderBy('record_id', 'desc').limit(query.limit).offset(query.offset).execute();
    const total = query.state === null ? counts.received + counts.returned + counts.approved + counts.void : counts[query.state];
    return { items: rows.map(recordOf), total, counts };
  }

  async recordsOfKind({ kind, unitIds, from, to }: RecordsQuery): Promise<readonly RecordSummary[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.#database.selectFrom('records').selectAll()
      .where('record_kind', '=', kind).where('scope', 'in', [...unitIds]).where('held_on', '>=', from).where('held_on', '<=', to)
      .orderBy('record_id').execute();
    return rows.map(recordOf);
  }

  async changesOf(recordId: RecordSummary['recordId']): Promise<readonly RawChange[]> {
    const rows = await this.#database
      .selectFrom('changes')
      .selectAll()
      .where('record_id', '=', recordId)
      .orderBy('received_at')
      .orderBy('stands_on')
      .orderBy('change_id')
      .execute();
    return rows.map(changeOf);
  }

  async rowsOf(scope: Scope, kind: string, key: string): Promise<readonly NewRow[]> {
    const rows = await this.#rows().where('scope', '=', scope).where('kind', '=', kind).where('thing', '=', key).orderBy('position').execute();
    return rows.map(newRowOf);
  }

  async rowsOfKind(scope: Scope, kind: string): Promise<readonly NewRow[]> {
    const rows = await this.#rows().where('scope', '=', scope).where('kind', '=', kind).orderBy('position').execute();
    return rows.map(newRowOf);
  }

  async photoScopes(hash: PhotoHash): Promise<readonly UnitId[]> {
    const rows = await this.#database.selectFrom('photos').select('scope').where('hash', '=', hash).orderBy('scope').execute();
    return rows.map((row) => row.scope as UnitId);
  }

  async alarms(): Promise<readonly Alarm[]> {
    const rows = await this.#database.selectFrom('alarms').selectAll().orderBy('ordinal').execute();
    return rows.map((row) => ({ at: row.raised_at, code: row.code, text: row.detail }) as Alarm);
  }

  async changesSetAside(): Promise<readonly RawChange[]> {
    // Reads every change: for an administrator's question, not for a door. The pattern spares parsing each verdict.
    const rows = await this.#database
      .selectFrom('changes')
      .selectAll()
      .where((each) => each.or(['quarantined', 'held', 'returned'].map((code) => each('verdict', 'like', `%"code":"${code}"%`))))
      .orderBy('received_at')
      .orderBy('change_id')
      .execute();
    return rows.map(changeOf).filter((change) => ['quarantined', 'held', 'returned'].includes(change.verdict.code));
  }

  async audit(line: AuditLine): Promise<void> {
    const ordinal = await this.#nextOrdinal('audit_lines');
    await this.#database
      .insertInto('audit_lines')
      .values({ ordinal, written_at: line.at, actor: line.actor, act: line.act, subject: line.subject })
      .execute();
  }

  async auditLines(): Promise<readonly AuditLine[]> {
    const rows = await this.#database.selectFrom('audit_lines').selectAll().orderBy('ordinal').execute();
    return rows.map((row) => ({ at: row.written_at, actor: row.actor, act: row.act, subject: row.subject }) as AuditLine);
  }

  async serverKey(name: string): Promise<string | null> {
    const row = await this.#database.selectFrom('server_keys').select('value').where('name', '=', name).executeTakeFirst();
    return row?.value ?? null;
  }

  async putServerKey(name: string, value: string): Promise<void> {
    await this.#insert('server_keys', [{ name, value }], ['name']);
  }

  async removeUnitsAndRecords(): Promise<void> {
    const emptied = ['scopes', 'scope_rows', 'changes', 'records', 'receipts', 'lineages', 'photo_names', 'photos', 'units', 'officers', 'devices', 'invites'] as const;
    for (const table of emptied) {
      await this.#database.deleteFrom(table).execute();
    }
  }
}

/** `set column = excluded.column` for each: what was written again replaces what was there. */
function anew<Column extends string>(columns: readonly Column[]): { [Name in Column]: RawBuilder<never> } {
  return Object.fromEntries(columns.map((column) => [column, sql.ref(`excluded.${column}`)])) as { [Name in Column]: RawBuilder<never> };
}

function newRowOf(row: Tables['scope_rows']): NewRow {
  return { scope: row.scope, position: row.position, hash: row.hash, kind: row.kind, key: row.thing, text: row.body, at: row.written_at } as NewRow;
}

function officerOf(row: Tables['officers']): Officer {
  return { id: row.id, unitId: row.unit_id, name: row.name } as Officer;
}

function accountOf(row: Tables['accounts']): Account {
  return { name: row.name, unitId: row.unit_id, role: row.role, passwordHash: row.password_hash, createdAt: row.created_at, displayName: row.display_name } as Account;
}

function deviceOf(row: Tables['devices']): Device {
  return {
    id: row.id,
    officerId: row.officer_id,
    tokenHash: row.token_hash,
    signKey: row.sign_key,
    openKey: row.open_key,
    activatedAt: row.activated_at,
    revokedAt: row.revoked_at,
    lastContactAt: row.last_contact_at,
  } as Device;
}
