import type { DraftEntry } from '../device/draft-entry.ts';
import { dayOf } from '../domain/time.ts';
import { dayMonthText, timeText } from '../i18n/format.ts';
import { phoneWords as words } from '../i18n/phone-words.ts';
import { say } from '../i18n/say.ts';

/** What a draft is called in lists: its title, or when its pictures were taken. */
export function draftTitle({ content, startedAt }: DraftEntry): string {
  const title = content.title.trim();
  if (title !== '') return title;
  return content.photos.length === 0 ? words.untitled : say(words.photoDraft, { time: timeText(startedAt), date: dayMonthText(dayOf(startedAt)) });
}
