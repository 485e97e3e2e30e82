import type { PhotoHash } from '../domain/photo.ts';
import { usePhone } from './context.ts';
import type { PhotoFacts } from './photo-places.ts';
import { useLive } from './queries.ts';
import { newestEpoch } from './record-view.ts';

/** Live, of these pictures; undefined until it is read, and where the store of pictures cannot be. */
export function usePhotoFacts(hashes: readonly PhotoHash[]): PhotoFacts | undefined {
  const { hands, identity } = usePhone();
  const { photos, mirror, notebook } = hands;
  return useLive(async (): Promise<PhotoFacts | undefined> => {
    // A page without pictures reads nothing.
    if (hashes.length === 0) return undefined;
    const [states, mirrored, mirrorHead, notebookHead] = await Promise.all([
      photos.states(hashes), mirror.deliveredPhotos(identity.unit.id), mirror.head(), notebook.head(),
    ]);
    return { states, mirrored, mirrorEpoch: mirrorHead.epoch, newestEpoch: newestEpoch(mirrorHead.epoch, notebookHead.epoch) };
  }, [hands, identity, hashes.join()]).value;
}
