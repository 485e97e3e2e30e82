import type { Hands } from '../hands.ts';

/** Removes pictures of drafts that are gone. What any draft or change names stays, sent or not. */
export async function prunePhotos({ notebook, photos }: Pick<Hands, 'notebook' | 'photos'>): Promise<void> {
  // Without pictures nothing is to be compared with, and the journal may be long.
  if ((await photos.totals()).count === 0) return;
  await photos.prune(await notebook.namedPhotos(), Date.now());
}
