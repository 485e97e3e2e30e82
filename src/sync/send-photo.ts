/**
 * One part of one picture, from the phone's store to the server and back. Like an exchange it may be killed between
 * any two awaits: the server keeps what arrived, and the next part begins where its answer says (SPEC.md §10).
 */
import { UnitId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import { instantOf, msOf } from '../domain/time.ts';
import type { PhotoOutcome } from './engine.ts';
import { refusalIn, whyUnknown } from './exchange-once.ts';
import { unframe } from './frame.ts';
import type { ClockPort, LinkAnswer, NotebookPort, PhotoLinkPort, PhotosPort } from './ports.ts';
import { photoMediaType, PhotoReply } from './protocol.ts';

export interface SendPhotoPorts {
  readonly photos: PhotosPort;
  /** The unit of this phone. */
  readonly scope: UnitId;
  readonly notebook: Pick<NotebookPort, 'head' | 'freeze' | 'settle'>;
  readonly link: PhotoLinkPort;
  readonly clock: ClockPort;
}

/** @param chunkBytes how large the part may be. */
export async function sendPhoto(ports: SendPhotoPorts, chunkBytes: number): Promise<PhotoOutcome> {
  const { photos, scope, notebook } = ports;
  const head = await notebook.head();
  if (head.frozen) return { kind: 'frozen' };
  const due = await photos.due();
  if (!due) return { kind: 'done', isWhole: false, moreDue: false, isNewEpoch: false };
  // The server may hold every byte and have been killed before it looked at them: then the last one is sent again.
  const startedMs = ports.clock.nowMs();
  const offset = Math.min(due.held, due.byteCount - 1);
  const bytes = await photos.read(due.hash, offset, chunkBytes);
  const answer = bytes && (await ports.link.putPhoto(due.hash, offset, bytes));
  const reply = answer && provenPhotoReply(answer, due.hash);
  const refusal = answer && refusalIn(answer);
  if (answer && refusal === 'token-unknown') {
    await notebook.freeze(true);
    return { kind: 'unauthorized' };
  }
  if (answer && !reply && refusal === null) return { kind: 'unknown', reason: whyUnknown(answer) };

  const news = { asked: [due.hash], scope, safe: 0 };
  if (!reply) {
    // Refused, or no longer here: out of the way of the others until an exchange asks about it again.
    if (head.epoch) await photos.told({ ...news, epoch: head.epoch, at: instantOf(ports.clock.nowMs()), standings: new Map() });
    return { kind: 'put-off' };
  }
  // As with an exchange the notebook is told first: its witness is how a rollback of the row will be noticed.
  const isWitnessed = await notebook.settle({
    lineage: head.lineage, epoch: reply.epoch, at: reply.now, clockOffsetMs: msOf(reply.now) - (startedMs + ports.clock.nowMs()) / 2,
    witness: reply.witness ?? null, verdicts: new Map(), anchor: null, knownEpochId: null, safe: {},
  });
  if (!isWitnessed) return { kind: 'put-off' };
  await photos.told({ ...news, scope: UnitId.safeParse(reply.witness?.scope).data ?? scope, epoch: reply.epoch, at: reply.now, standings: new Map([[due.hash, reply.standing]]) });
  const isNewEpoch = reply.epoch.id !== head.epoch?.id;
  if ('held' in reply.standing && reply.standing.held <= offset && !isNewEpoch) return { kind: 'put-off' };
  return { kind: 'done', isWhole: 'position' in reply.standing, moreDue: (await photos.due()) !== null, isNewEpoch };
}

/** The answer to a part, if it is one: status 200, our media type, whole, and about this very picture. */
export function provenPhotoReply(answer: LinkAnswer, hash: PhotoHash): PhotoReply | null {
  if (answer.kind === 'silence' || answer.status !== 200 || !answer.mediaType.startsWith(photoMediaType)) return null;
  const parsed = PhotoReply.safeParse(unframe(answer.text));
  return parsed.success && parsed.data.hash === hash ? parsed.data : null;
}
