/** The phone belongs to nobody again. Blocked while it may hold the only copy of something. */
import type { BeforeLeaving } from '../../device/notebook.ts';
import { forgetShared } from '../../device/shared-photos.ts';
import { deleteStore } from '../../device/store.ts';
import type { PhotoHash } from '../../domain/photo.ts';
import type { Hands } from '../hands.ts';

/**
 * The notebook is emptied in one transaction that looks once more; what the province said and the pictures follow.
 * @returns how many stand in the way; 0 when the phone was left.
 */
export async function leavePhone(hands: Hands): Promise<number> {
  const waitingCount = await hands.notebook.leave(await undelivered(hands));
  if (waitingCount > 0) return waitingCount;
  hands.runner.stop();
  try {
    localStorage.clear();
  } catch {
    // Storage refused: there is nothing in it then.
  }
  hands.photos.close();
  hands.mirror.close();
  // Nothing of the officer's is in the notebook any more; a tab that still holds a store may keep its empty shell.
  await Promise.all([...['so-tay-photos', 'so-tay-mirror'].map((name) => deleteStore(name)), forgetShared()]);
  return 0;
}

/** What stands in the way, and what would go with it. */
export async function beforeLeaving(hands: Hands): Promise<BeforeLeaving> {
  return hands.notebook.beforeLeaving(await undelivered(hands));
}

async function undelivered({ notebook, photos }: Hands): Promise<ReadonlySet<string>> {
  const states = await photos.states([...(await notebook.namedPhotos())] as PhotoHash[]);
  return new Set([...states.of].filter(([, { isDelivered }]) => !isDelivered).map(([hash]) => hash));
}
