/** Chụp trước, ghi sau: pictures become a dated draft without words, to be written on later. */
import type { DraftEntry } from '../../device/draft-entry.ts';
import { randomBytes } from '../../device/keys.ts';
import type { Trouble } from '../../device/trouble.ts';
import { troubleOf } from '../../device/trouble.ts';
import { RecordId, uuidV7 } from '../../domain/id.ts';
import { mostPhotos } from '../../domain/photo.ts';
import type { Photo } from '../../domain/photo.ts';
import { instantOf } from '../../domain/time.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { PhoneContext } from '../context.ts';
import { keepPhoto } from './keep-photo.ts';

export interface PhotoFirst {
  /** Null when nothing could be kept. */
  readonly draftId: string | null;
  readonly keptCount: number;
  readonly unreadableCount: number;
  readonly trouble: Trouble | null;
}

/**
 * @param files beyond six are left out. @param today the day of the activity. @param onKept after each file, once it is
 * kept and its draft names it: it need not be held elsewhere any longer. One that could not be made stays where it is: a
 * phone short of memory answers as if it were no picture.
 */
export async function photoFirst(phone: PhoneContext, files: readonly Blob[], today: LocalDate, onKept?: (index: number) => Promise<void>): Promise<PhotoFirst> {
  const { notebook, photos } = phone.hands;
  let draft = emptyDraft(phone, today);
  let unreadableCount = 0;
  const answer = (trouble: Trouble | null): PhotoFirst => {
    const keptCount = draft.content.photos.length;
    return { draftId: keptCount === 0 ? null : draft.draftId, keptCount, unreadableCount, trouble };
  };
  for (const [index, file] of files.slice(0, mostPhotos).entries()) {
    const kept = await keepPhoto(photos, file);
    if (kept.kind === 'trouble') return answer(kept.trouble);
    if (kept.kind === 'problem') unreadableCount += 1;
    else {
      const next = withPhoto(draft, kept.photo);
      try {
        await notebook.saveDraft(next);
      } catch (error) {
        return answer(troubleOf(error));
      }
      draft = next;
      await onKept?.(index);
    }
  }
  return answer(null);
}

function withPhoto(draft: DraftEntry, photo: Photo): DraftEntry {
  const photos = draft.content.photos.some(({ hash }) => hash === photo.hash) ? draft.content.photos : [...draft.content.photos, photo];
  return { ...draft, updatedAt: instantOf(Date.now()), content: { ...draft.content, photos } };
}

function emptyDraft(phone: PhoneContext, today: LocalDate): DraftEntry {
  const nowMs = Date.now();
  const at = instantOf(nowMs);
  return {
    draftId: uuidV7(nowMs, randomBytes(10)), recordId: RecordId.parse(uuidV7(nowMs, randomBytes(10))), base: null, startedAt: at, updatedAt: at,
    officerId: phone.identity.officer.id,
    content: {
      requirementId: null, alsoRequirementIds: [], occasionId: null, formId: null, formVersion: null, heldOn: today, title: '', figures: {}, note: '', link: '',
      photos: [], confirmed: [],
    },
  };
}
