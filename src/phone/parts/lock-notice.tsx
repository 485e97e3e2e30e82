import { recordWords as words } from '../../i18n/record-words.ts';
import { say } from '../../i18n/say.ts';
import { Notice } from '../../ui/strip.tsx';
import type { RecordView } from '../record-view.ts';

/** A report that an upper union has added up: by whom, what mending needs, and that refused words are kept. */
export function LockNotice({ view }: { view: RecordView }) {
  const { lock, standing, problems, edition } = view;
  if (!lock) return null;
  const unit = lock.byUnitName;
  const isRefused = problems.some(({ code }) => code === 'report-locked');
  if (lock.isLocked && (standing.qualifier === 'locked' || isRefused)) {
    return (
      <Notice tone="approved" icon="approved" title={say(words.locked, { unit })}>
        <p>{say(words.lockedNext, { unit })}</p>
        {isRefused && <p>{words.lockedKept}</p>}
      </Notice>
    );
  }
  if (lock.isLocked || lock.reason === '' || (edition !== lock.edition && !isRefused)) return null;
  return <Notice tone="queued" icon="draft" title={say(words.unlocked, { unit })}><p>{say(words.unlockedNext, { reason: lock.reason })}</p></Notice>;
}
