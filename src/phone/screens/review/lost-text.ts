import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { lostReason } from '../../lost-reason.ts';
import type { ReviewItem } from '../../review-view.ts';
import { sentenceOf } from '../form/remarks.ts';

/** Why this union's newest decision was not counted; empty where it was. */
export function lostText({ lost, record }: Pick<ReviewItem, 'lost' | 'record'>): string {
  if (!lost) return '';
  switch (lostReason(lost, record)) {
    case 'decided-before': {
      const first = record.reviews.find(({ edition }) => edition === lost.slip?.edition);
      return first ? say(words.lostBefore, { unit: first.byUnitName, name: first.reviewer }) : words.lostUnknown;
    }
    case 'newer-edition':
      return words.lostNewer;
    case 'cancelled':
      return words.lostCancelled;
    case 'not-below':
      return words.lostNotBelow;
    case 'not-locked':
      return words.lostNotLocked;
    case 'refused':
      return lost.problems.map(sentenceOf).join(' ');
    case 'unknown':
      return words.lostUnknown;
  }
}
