/** A server in a box: the shipped door over memory, with a clock that the test moves and seals that need no key. */
import { publications2020 } from '../../src/content/publications-2020.ts';
import { sampleActivities } from '../../src/content/sample-activities.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import type { ChangeId, DeviceId, OfficerId, RecordId, UnitId } from '../../src/domain/id.ts';
import { uuidV7 } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { answerExchange } from '../../src/sync/answer.ts';
import type { DeviceStanding, DoorHost } from '../../src/sync/answer.ts';
import { judgeContext } from '../../src/sync/judge.ts';
import type { JudgeContext } from '../../src/sync/judge.ts';
import type { PhotoBytesPort } from '../../src/sync/ports.ts';
import type { Change, ExchangeReply, LooseExchangeRequest } from '../../src/sync/protocol.ts';
import { firstEpoch, nextEpoch } from '../../src/sync/restore.ts';
import { memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import { openMemoryStorage } from '../../src/server/storage/memory.ts';
import type { MemoryState } from '../../src/server/storage/memory.ts';
import type { StoragePage } from '../../src/server/storage/port.ts';
import { quickHash, quickMark } from '../sync/simulation/seals.ts';

export const startMs = Date.parse('2020-05-15T02:00:00.000Z');
function judgeOf(workingYear: number): JudgeContext {
  const published = publications2020({ sample: true }).map((body) => (body.id === 'setting' ? { ...body, body: { ...(body.body as Record<string, unknown>), workingYear } } : body));
  return judgeContext(published.map((body) => ({ key: body.id, body })), sampleUnits(), '2020-05-15' as LocalDate);
}

let count = 0;
function nextId(): string {
  count += 1;
  return uuidV7(startMs + count, Uint8Array.from({ length: 10 }, (_, index) => (count * 31 + index * 7) % 256));
}

export const aRecordId = (): RecordId => nextId() as RecordId;
export const aChangeId = (): ChangeId => nextId() as ChangeId;

/** A sound body, as a phone would send it. */
export function aBody(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const sample = sampleActivities().find((each) => each.id === 'a03');
  return { ...sample?.activity, ...overrides };
}

export function aChange(overrides: Partial<Change> = {}): Change {
  count += 1;
  return {
    changeId: aChangeId(), recordId: aRecordId(), scope: 'c01' as UnitId, kind: 'activity', base: null, body: aBody(),
    seq: count, savedAt: instantOf(startMs), offset: null, ...overrides,
  };
}

export function aDevice(overrides: Partial<DeviceStanding> = {}): DeviceStanding {
  return {
    deviceId: nextId() as DeviceId, officerId: 'o-c01-1' as OfficerId, officerName: 'Cán bộ mẫu 1', unitId: 'c01' as UnitId, unitName: 'CĐCS mẫu', revoked: false,
    scopes: ['content', 'c01' as UnitId], ...overrides,
  };
}

export function aRequest(device: DeviceStanding, changes: readonly unknown[], overrides: Partial<LooseExchangeRequest> = {}): LooseExchangeRequest {
  return {
    v: 1, device: device.deviceId, lineage: 'lineage-1', seq: count, epoch: null, cursors: [], want: 100_000, nonce: 'nonce-1',
    changes: [...changes], ...overrides,
  };
}

export interface Box {
  photos: PhotoBytesPort;
  nowMs: number;
  exchange(device: DeviceStanding, changes: readonly unknown[], overrides?: Partial<LooseExchangeRequest>): Promise<ExchangeReply>;
  /** The province works in this year from now on. */
  publishYear(workingYear: number): void;
  page<T>(work: (page: StoragePage) => Promise<T>): Promise<T>;
  host(): DoorHost;
  snapshot(): MemoryState;
  /** The folder was copied back, and nobody told the server. */
  rollBack(state: MemoryState): void;
  /** The restore command. */
  restore(state: MemoryState): Promise<void>;
}

export async function aBox(): Promise<Box> {
  let storage = openMemoryStorage();
  let judge = judgeOf(2020);
  const box: Box = {
    nowMs: startMs,
    photos: memoryPhotoBytes(),
    exchange: (device, changes, overrides) =>
      storage.transaction((page) => answerExchange(page, device, aRequest(device, changes, overrides), box.host())),
    publishYear: (workingYear) => {
      judge = judgeOf(workingYear);
    },
    page: (work) => storage.transaction(work),
    host: () => ({ nowMs: box.nowMs, hash: quickHash, mark: quickMark, newEpochId: () => nextId(), judge, photos: box.photos }),
    snapshot: () => storage.snapshot(),
    rollBack: (state) => {
      storage = openMemoryStorage(state);
    },
    restore: async (state) => {
      storage = openMemoryStorage(state);
      await storage.transaction(async (page) => page.beginEpoch(nextEpoch(await page.epoch(), box.host())));
    },
  };
  await storage.transaction((page) => page.beginEpoch(firstEpoch(box.host())));
  return box;
}
