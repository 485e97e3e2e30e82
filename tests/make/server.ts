/** Builders for what the server keeps. Each takes only what the promise at hand is about. */
import type { ChangeId, DeviceId, OfficerId, RecordId, UnitId } from '../../src/domain/id.ts';
import { ChangeId as ChangeIdSchema, DeviceId as DeviceIdSchema, RecordId as RecordIdSchema } from '../../src/domain/id.ts';
import { receiptNumber } from '../../src/domain/receipt.ts';
import type { Instant } from '../../src/domain/time.ts';
import { Unit } from '../../src/domain/unit.ts';
import type { Facts, NewRow, RawChange, RecordSummary } from '../../src/sync/ports.ts';
import type { Scope } from '../../src/sync/protocol.ts';
import type { Device } from '../../src/server/storage/port.ts';

export const someDay = '2020-05-15T02:00:00.000Z' as Instant;

/** A UUID that ends in the number: equal numbers, equal ids. */
export function uuid(number: number): string {
  return `01720000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
export const changeIdOf = (number: number): ChangeId => ChangeIdSchema.parse(uuid(number));
export const recordIdOf = (number: number): RecordId => RecordIdSchema.parse(uuid(number));
export const deviceIdOf = (number: number): DeviceId => DeviceIdSchema.parse(uuid(number));

export function aReceipt(number = 1, unitCode = 'C01') {
  return { number: receiptNumber(unitCode, 2020, 1, number), receivedAt: someDay, mark: 'mark' };
}

export function aRawChange(number: number, over: Partial<RawChange> = {}): RawChange {
  return {
    changeId: changeIdOf(number),
    recordId: recordIdOf(number),
    hash: `hash-${number}`,
    verdict: { code: 'ok', edition: 1, position: number, receipt: aReceipt(number) },
    standsOn: 1,
    deviceId: deviceIdOf(1),
    officerId: 'can-bo-1' as OfficerId,
    lineage: 'lineage-1',
    scope: 'c01' as UnitId,
    kind: 'activity',
    text: `{"seq":${number}}`,
    receivedAt: someDay,
    ...over,
  };
}

export function aRow(position: number, over: Partial<NewRow> = {}): NewRow {
  return { scope: 'c01' as Scope, position, hash: `rolling-${position}`, kind: 'edition', key: uuid(position), text: `{"row":${position}}`, at: someDay, ...over };
}

export function aRecord(number: number, over: Partial<RecordSummary> = {}): RecordSummary {
  return {
    recordId: recordIdOf(number),
    scope: 'c01' as UnitId,
    recordKind: 'activity',
    edition: 1,
    changeId: changeIdOf(number),
    review: null,
    isVoid: false,
    lock: null,
    taskId: '2',
    requirementId: '2.3',
    heldOn: '2020-01-17',
    title: 'Chăm lo Tết cho giáo viên cắm bản',
    state: 'received',
    receivedAt: someDay,
    receiptNumber: aReceipt(number).number,
    officerId: 'can-bo-1' as OfficerId,
    flags: [],
    text: '{}',
    ...over,
  };
}

export function someFacts(over: Partial<Facts> = {}): Facts {
  return { changes: [], rows: [], records: [], receipts: [], renumbered: [], alarms: [], ...over };
}

export function aUnit(id = 'c01', over: Partial<Unit> = {}): Unit {
  return Unit.parse({
    id,
    code: id.toUpperCase(),
    parentId: 'u07',
    kind: 'grassroots',
    name: `CĐCS ${id}`,
    type: 'school',
    memberCount: 31,
    womenCount: 19,
    isDirect: false,
    ...over,
  });
}

export function aDevice(number = 1, over: Partial<Device> = {}): Device {
  return {
    id: deviceIdOf(number),
    officerId: 'can-bo-1' as OfficerId,
    tokenHash: `token-hash-${number}`,
    signKey: null,
    openKey: null,
    activatedAt: someDay,
    revokedAt: null,
    lastContactAt: null,
    ...over,
  };
}
