/** A folder with the sample in it and as many further units as wanted, each with one officer and one activated phone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceId, OfficerId, UnitId } from '../../src/domain/id.ts';
import { instantOf } from '../../src/domain/time.ts';
import { newDeviceId, sha256 } from '../../src/server/seals.ts';
import type { Host } from '../../src/server/services/host.ts';
import { prepareStore } from '../../src/server/services/prepare-store.ts';
import { memoryPhotoBytes } from '../../src/server/photos/memory-bytes.ts';
import { PublishedContent } from '../../src/server/services/published-content.ts';
import { seedStore } from '../../src/server/services/seed-store.ts';
import { openSqliteStorage } from '../../src/server/storage/sqlite.ts';
import { publish } from '../../src/sync/publish.ts';

export interface EnrolledPhone {
  readonly token: string;
  readonly deviceId: DeviceId;
  readonly officerId: OfficerId;
  readonly unitId: UnitId;
}

export interface FilledStore {
  readonly folder: string;
  /** The first one belongs to the sample's own unit c01. */
  readonly phones: readonly EnrolledPhone[];
  /** Of the sample's own invitation for c01, still unused. */
  readonly activationCode: string;
  remove(): void;
}

export async function fillStore(phoneCount: number): Promise<FilledStore> {
  const folder = mkdtempSync(join(tmpdir(), 'so-tay-bench-'));
  const storage = await openSqliteStorage(join(folder, 'so-tay.sqlite'));
  const { seals } = await prepareStore(storage);
  const host: Host = { storage, seals, published: new PublishedContent(), photos: memoryPhotoBytes(), nowMs: () => Date.now() };
  const links = await seedStore(host, 'sample');
  const phones = await storage.transaction(async (page) => {
    const model = await page.unit('c01' as UnitId);
    if (!model) throw new Error('the sample has no unit c01');
    const enrolled: EnrolledPhone[] = [];
    for (let index = 0; index < phoneCount; index += 1) {
      const number = String(index).padStart(3, '0');
      const unit = index === 0 ? model : { ...model, id: `b${number}` as UnitId, code: `B${number}`, name: `${model.name} ${number}` };
      const officer = { id: `${unit.id}-1` as OfficerId, unitId: unit.id, name: `Cán bộ mẫu ${number}` };
      if (index > 0) {
        await page.putUnits([unit]);
        await page.putOfficers([officer]);
        await publish(page, unit.id, [{ kind: 'unit', key: unit.id, body: unit }, { kind: 'officer', key: officer.id, body: officer }], { hash: seals.hash, nowMs: host.nowMs() });
      }
      const token = randomBytes(32).toString('base64url');
      const deviceId = newDeviceId();
      const at = instantOf(host.nowMs());
      await page.putDevice({ id: deviceId, officerId: officer.id, tokenHash: sha256(token), signKey: null, openKey: null, activatedAt: at, revokedAt: null, lastContactAt: at });
      enrolled.push({ token, deviceId, officerId: officer.id, unitId: unit.id });
    }
    return enrolled;
  });
  await storage.close();
  return { folder, phones, activationCode: links.invitation?.code ?? '', remove: () => rmSync(folder, { recursive: true, force: true }) };
}
