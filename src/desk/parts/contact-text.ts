import { deskReportWords as words } from '../../i18n/desk-report-words.ts';
import { dayTimeText } from '../../i18n/format.ts';
import { say } from '../../i18n/say.ts';
import type { DeskMissingReport } from '../../sync/desk-report-protocol.ts';

/** Why nothing has come from a unit: nobody can send, or nobody has been in reach. */
export function contactText({ phoneCount, lastContactAt }: Pick<DeskMissingReport, 'phoneCount' | 'lastContactAt'>): string {
  if (phoneCount === 0) return words.neverActivated;
  return lastContactAt === null ? words.neverCalled : say(words.lastContact, { time: dayTimeText(lastContactAt) });
}
