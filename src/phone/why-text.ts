import { phoneWords as words } from '../i18n/phone-words.ts';
import { recordWords } from '../i18n/record-words.ts';
import { standingText } from '../i18n/state-words.ts';
import { isRefusedForLock } from './may-mend.ts';
import type { RecordView } from './record-view.ts';

/** The line under a record: why it stands so, and what comes next. Empty where the tag says it all. */
export function whyText(view: RecordView): string {
  if (view.rechecking) return words.rechecking;
  return isRefusedForLock(view) ? recordWords.lockedWhy : standingText(view.standing).why;
}
