import { useEffect, useState } from 'preact/hooks';
import { isPaidFor, networkType, onNetworkType } from '../device/wifi-only.ts';
import type { UnitId } from '../domain/id.ts';
import type { PhotoHash } from '../domain/photo.ts';
import type { Book } from './book.ts';
import { usePhone } from './context.ts';
import type { PhotoFacts } from './photo-places.ts';
import { useLive } from './queries.ts';
import { newestEpoch } from './record-view.ts';

/** Live, of these pictures; undefined until it is read, and where the store of pictures cannot be. @param unitId whose they are; this phone's own unit if none is given. */
export function usePhotoFacts(hashes: readonly PhotoHash[], unitId?: UnitId): PhotoFacts | undefined {
  const { hands, identity } = usePhone();
  const { photos, mirror, notebook } = hands;
  const scope = unitId ?? identity.unit.id;
  return useLive(async (): Promise<PhotoFacts | undefined> => {
    // A page without pictures reads nothing.
    if (hashes.length === 0) return undefined;
    const [states, mirrored, mirrorHead, notebookHead] = await Promise.all([
      photos.states(hashes), mirror.deliveredPhotos(scope), mirror.head(), notebook.head(),
    ]);
    return { states, mirrored, mirrorEpoch: mirrorHead.epoch, newestEpoch: newestEpoch(mirrorHead.epoch, notebookHead.epoch) };
  }, [hands, scope, hashes.join()]).value;
}

const mostCounted = 10_000;

/**
 * Of received records, on this phone and not at the province. Null while it is read, where there is something to read:
 * “Tỉnh đã nhận đủ” must not stand over pictures that wait, nor where their store cannot be read.
 */
export function usePhotosLeft(book: Book): number | null {
  const { photos } = usePhone().hands;
  const { value: open } = useLive(() => photos.undelivered(mostCounted), [photos]);
  if (open === undefined) {
    const hasPictures = book.views.some(({ edition, activity }) => edition !== null && (activity?.photos.length ?? 0) > 0);
    return hasPictures ? null : 0;
  }
  if (open.length === 0) return 0;
  const hashes = new Set(open);
  const left = book.views.flatMap(({ edition, activity }) => (edition === null ? [] : activity?.photos ?? []).filter(({ hash }) => hashes.has(hash)));
  return new Set(left.map(({ hash }) => hash)).size;
}

/** What the phone is connected by; null where the browser does not tell. */
export function useNetworkType(): string | null {
  const [type, setType] = useState(networkType);
  useEffect(() => onNetworkType(setType), []);
  return type;
}

/** Whether pictures wait for Wi-Fi at this moment. */
export function usePhotosHeld(): boolean {
  const { photos } = usePhone().hands;
  const isPaid = isPaidFor(useNetworkType());
  const { value: isWifiOnly } = useLive(() => (isPaid ? photos.isWifiOnly() : Promise.resolve(false)), [photos, isPaid]);
  return isPaid && isWifiOnly === true;
}
