/** One file with what waits here, handed to whoever carries it; and the file that comes back. */
import { makeBundle, readReplyFile } from '../../device/bundle.ts';
import type { ReplyOutcome } from '../../device/bundle.ts';
import type { PhoneContext } from '../context.ts';
import { handOn } from '../parts/hand-on.ts';

export type HandOver =
  | { readonly kind: 'handed'; readonly file: string; readonly isShared: boolean; readonly count: number; readonly photoCount: number; readonly leftCount: number }
  | { readonly kind: 'nothing' | 'no-keys' | 'no-seal-key' };

/**
 * Marked as exported only once the file has left. @throws `AbortError` when the share sheet was closed, StoreTrouble.
 * @param what what is still to be sent, or all that the province does not hold safely.
 */
export async function handOverBundle({ hands, identity }: PhoneContext, what: 'open' | 'unsafe'): Promise<HandOver> {
  const nowMs = Date.now();
  const made = await makeBundle(hands, identity, what, nowMs);
  if (made.kind !== 'made') return { kind: made.kind };
  const isShared = await handOn(new File([made.bytes], made.name, { type: 'application/octet-stream' }));
  await hands.notebook.markExported(made.changeIds, made.photos, nowMs);
  return { kind: 'handed', file: made.name, isShared, count: made.changeIds.length, photoCount: made.photos.length, leftCount: made.leftCount };
}

/** @throws StoreTrouble */
export function takeReply({ hands, identity }: PhoneContext, file: Blob): Promise<ReplyOutcome> {
  return readReplyFile(hands, identity, file);
}
