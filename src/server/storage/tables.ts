/** The tables as Kysely sees them; storage/migrations makes them. Positions and editions fit a JavaScript number. */
import { photosNamedByText } from '../../sync/photo.ts';
import type { RawChange, RecordSummary } from '../../sync/ports.ts';

export interface Tables {
  epochs: { ordinal: number; id: string; mark: string };
  scopes: { scope: string; position: number; hash: string; safe_position: number };
  scope_rows: { scope: string; position: number; hash: string; kind: string; thing: string; body: string; written_at: string };
  changes: {
    change_id: string;
    record_id: string;
    hash: string;
    /** JSON */
    verdict: string;
    stands_on: number;
    device_id: string;
    officer_id: string;
    lineage: string;
    scope: string;
    kind: string;
    body: string;
    received_at: string;
  };
  records: {
    record_id: string;
    scope: string;
    record_kind: string;
    edition: number;
    change_id: string;
    review_edition: number | null;
    review_decision: string | null;
    locked_edition: number | null;
    locked_by: string | null;
    task_id: string;
    requirement_id: string;
    held_on: string;
    title: string;
    state: string;
    received_at: string;
    receipt_number: string;
    officer_id: string;
    /** JSON */
    flags: string;
    body: string;
    search_text: string;
  };
  receipts: { number: string; change_id: string; received_at: string };
  lineages: { device_id: string; lineage: string; seq: number };
  /** Which stored change names which picture. */
  photo_names: { scope: string; hash: string; change_id: string; record_id: string; byte_count: number };
  /** Pictures that are whole, by unit; the position is that of their row. */
  photos: { hash: string; scope: string; position: number };
  alarms: { ordinal: number; raised_at: string; code: string; detail: string };
  units: { id: string; parent_id: string | null; body: string };
  officers: { id: string; unit_id: string; name: string };
  devices: {
    id: string;
    officer_id: string;
    token_hash: string;
    sign_key: string | null;
    open_key: string | null;
    activated_at: string;
    revoked_at: string | null;
    last_contact_at: string | null;
  };
  invites: {
    code_hash: string;
    officer_id: string;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    used_by: string | null;
    device_id: string | null;
  };
  accounts: { name: string; unit_id: string; role: string; password_hash: string | null; created_at: string; display_name: string };
  login_links: { token_hash: string; account_name: string; expires_at: string; used_at: string | null };
  sessions: { id_hash: string; account_name: string; expires_at: string };
  audit_lines: { ordinal: number; written_at: string; actor: string; act: string; subject: string };
  server_keys: { name: string; value: string };
}

export function changeOf(row: Tables['changes']): RawChange {
  return {
    changeId: row.change_id,
    recordId: row.record_id,
    hash: row.hash,
    verdict: JSON.parse(row.verdict) as RawChange['verdict'],
    standsOn: row.stands_on,
    deviceId: row.device_id,
    officerId: row.officer_id,
    lineage: row.lineage,
    scope: row.scope,
    kind: row.kind,
    text: row.body,
    receivedAt: row.received_at,
  } as RawChange;
}

export function changeRow(change: RawChange): Tables['changes'] {
  return {
    change_id: change.changeId,
    record_id: change.recordId,
    hash: change.hash,
    verdict: JSON.stringify(change.verdict),
    stands_on: change.standsOn,
    device_id: change.deviceId,
    officer_id: change.officerId,
    lineage: change.lineage,
    scope: change.scope,
    kind: change.kind,
    body: change.text,
    received_at: change.receivedAt,
  };
}

/** One row for each picture that the change names. */
export function photoNameRows(change: RawChange): Tables['photo_names'][] {
  return photosNamedByText(change.text).map(({ hash, byteCount }) => ({
    scope: change.scope, hash, change_id: change.changeId, record_id: change.recordId, byte_count: byteCount,
  }));
}

export function recordOf(row: Tables['records']): RecordSummary {
  return {
    recordId: row.record_id,
    scope: row.scope,
    recordKind: row.record_kind,
    edition: row.edition,
    changeId: row.change_id,
    review: row.review_edition === null ? null : { edition: row.review_edition, decision: row.review_decision },
    isVoid: row.state === 'void',
    lock: row.locked_edition === null ? null : { edition: row.locked_edition, sumId: row.locked_by ?? row.record_id },
    taskId: row.task_id,
    requirementId: row.requirement_id,
    heldOn: row.held_on,
    title: row.title,
    state: row.state,
    receivedAt: row.received_at,
    receiptNumber: row.receipt_number,
    officerId: row.officer_id,
    flags: JSON.parse(row.flags) as string[],
    text: row.body,
  } as unknown as RecordSummary;
}

export function recordRow(record: RecordSummary, searchText: string): Tables['records'] {
  return {
    record_id: record.recordId,
    scope: record.scope,
    record_kind: record.recordKind,
    edition: record.edition,
    change_id: record.changeId,
    review_edition: record.review?.edition ?? null,
    review_decision: record.review?.decision ?? null,
    locked_edition: record.lock?.edition ?? null,
    locked_by: record.lock?.sumId ?? null,
    task_id: record.taskId,
    requirement_id: record.requirementId,
    held_on: record.heldOn,
    title: record.title,
    state: record.state,
    received_at: record.receivedAt,
    receipt_number: record.receiptNumber,
    officer_id: record.officerId,
    flags: JSON.stringify(record.flags),
    body: record.text,
    search_text: searchText,
  };
}
