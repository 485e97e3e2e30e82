import { recordWords as words } from '../i18n/record-words.ts';
import { say } from '../i18n/say.ts';
import type { RecordView } from './record-view.ts';

/** Who approved what is shown: “LĐLĐ huyện Mường Nhé duyệt”. Empty where nobody has, and where the mirror is looked up anew. */
export function approvedBy({ review, standing, rechecking }: RecordView): string {
  return !rechecking && standing.state === 'approved' && review ? say(words.approvedBy, { unit: review.byUnitName }) : '';
}
