import { photoWords as words } from '../i18n/photo-words.ts';
import { say } from '../i18n/say.ts';
import { deliveredCount, photoPlaces } from './photo-places.ts';
import type { PhotoFacts } from './photo-places.ts';
import type { RecordView } from './record-view.ts';

/** “2/3 ảnh”: the words of a record are at the province, some of its pictures are not. Nothing where all is said. */
export function photoLine({ activity, edition, isCancelled }: RecordView, facts: PhotoFacts | undefined): string {
  const photos = activity?.photos ?? [];
  if (!facts || edition === null || isCancelled || photos.length === 0) return '';
  const count = deliveredCount(photoPlaces(photos, facts));
  return count === photos.length ? '' : say(words.progress, { count, of: photos.length });
}
