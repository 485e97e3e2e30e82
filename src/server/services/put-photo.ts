/** One part of a picture: who sends it, then what the engine makes of it. */
import type { PhotoReply } from '../../sync/protocol.ts';
import { receivePart } from '../../sync/receive-photo.ts';
import type { PhotoPart } from '../../sync/receive-photo.ts';
import { sha256 } from '../seals.ts';
import type { Host } from './host.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Problems: `token-unknown`, `not-allowed` for a revoked device (it keeps its pictures), `photo-unknown`, `photo-too-big`. */
export async function putPhoto(host: Host, token: string, part: PhotoPart): Promise<Outcome<PhotoReply>> {
  const known = await host.storage.transaction((page) => page.deviceByToken(sha256(token)));
  if (!known) return refused('token-unknown');
  if (known.device.revokedAt !== null) return refused('not-allowed');
  const answer = await receivePart(host.storage, host.photos, known.unit.id, part, { ...host.seals, nowMs: host.nowMs() });
  return typeof answer === 'string' ? refused(answer) : done(answer);
}
