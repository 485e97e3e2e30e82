import { reportPageWords as words } from '../../i18n/report-words.ts';
import { say } from '../../i18n/say.ts';
import { Notice } from '../../ui/strip.tsx';
import type { RecordView } from '../record-view.ts';
import type { Reference } from '../reference.ts';

/** What the province set aside because the phone no longer writes for the unit: whom to call. */
export function QuarantineNotice({ view, setting: { phone } }: { view: RecordView; setting: Reference['setting'] }) {
  if (view.standing.qualifier !== 'no-longer-allowed') return null;
  return <Notice tone="error" icon="send_error"><p>{say(words.quarantined, { who: phone === null ? words.province : say(words.provincePhone, { phone }) })}</p></Notice>;
}
