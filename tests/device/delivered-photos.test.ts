import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openMirror } from '../../src/device/mirror.ts';
import type { UnitId } from '../../src/domain/id.ts';
import type { Row } from '../../src/sync/protocol.ts';
import { aPhoto } from '../make/photo.ts';
import { firstEpoch } from '../make/record.ts';

test('[L12] the mirror tells which pictures of a unit are at the server, also one that two units have', async () => {
  const mirror = await openMirror({ name: 'delivered-photos' });
  const [one, other] = ['c01' as UnitId, 'c02' as UnitId];
  const [shared, own] = [aPhoto(1).photo, aPhoto(2).photo];
  const row = (position: number, { hash, byteCount }: typeof shared): Row => ({ position, kind: 'photo', key: hash, body: { hash, byteCount } });
  const range = (scope: UnitId, rows: readonly Row[]) => ({ scope, from: 0, to: { scope, position: rows.length, hash: 'h', mark: 'm' }, rows });
  await mirror.apply(await mirror.head(), { epoch: firstEpoch, ranges: [range(one, [row(1, shared), row(2, own)]), range(other, [row(1, shared)])] });
  expect(await mirror.deliveredPhotos(one)).toEqual(new Set([shared.hash, own.hash]));
  expect(await mirror.deliveredPhotos(other)).toEqual(new Set([shared.hash]));
  mirror.close();
});
