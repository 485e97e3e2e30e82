/** A whole picture, for a phone of its unit or of the upper union, or for a desk that its unit lies below. */
import type { PhotoHash } from '../../domain/photo.ts';
import { sha256 } from '../seals.ts';
import type { StoragePage } from '../storage/port.ts';
import { unitsReportingTo } from './device-standing.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { visibleUnits } from './subtree.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Problems: `token-unknown`, `not-allowed` for a revoked device, `photo-unknown`. */
export async function showPhotoToPhone(host: Host, token: string, hash: PhotoHash): Promise<Outcome<Bytes>> {
  const allowed = await host.storage.transaction(async (page): Promise<Outcome<boolean>> => {
    const known = await page.deviceByToken(sha256(token));
    if (!known) return refused('token-unknown');
    if (known.device.revokedAt !== null) return refused('not-allowed');
    const scopes = new Set<string>(await page.photoScopes(hash));
    return done([known.unit, ...(await unitsReportingTo(page, known.unit))].some(({ id }) => scopes.has(id)));
  });
  return allowed.kind === 'refused' ? allowed : bytesOf(host, hash, allowed.value);
}

/** Whether some unit that the account may see has the picture whole. */
export async function mayShowPhoto(page: StoragePage, asker: Asker, hash: PhotoHash): Promise<boolean> {
  const scopes = new Set<string>(await page.photoScopes(hash));
  return scopes.size > 0 && (await visibleUnits(page, asker)).some((unit) => scopes.has(unit.id));
}

/** Problems: `photo-unknown`, also for one that may not be seen: whether it exists is not told. */
export async function bytesOf(host: Host, hash: PhotoHash, isAllowed: boolean): Promise<Outcome<Bytes>> {
  const bytes = isAllowed ? await host.photos.read(hash) : null;
  return bytes ? done(bytes) : refused('photo-unknown');
}
