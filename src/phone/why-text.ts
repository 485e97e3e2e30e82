import { phoneWords as words } from '../i18n/phone-words.ts';
import { standingText } from '../i18n/state-words.ts';
import type { RecordView } from './record-view.ts';

/** The line under a record: why it stands so, and what comes next. Empty where the tag says it all. */
export function whyText({ standing, rechecking }: RecordView): string {
  return rechecking ? words.rechecking : standingText(standing).why;
}
