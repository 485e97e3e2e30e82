import { changesBetween } from '../../../domain/record-fields.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { dayTimeText } from '../../../i18n/format.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskEdition } from '../../../sync/desk-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import type { Dictionary } from '../../dictionary.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { timelineOf } from '../../timeline.ts';
import type { History, Step } from '../../timeline.ts';

/** Đường đi của bản ghi: ghi, nhận, trả lại, duyệt, each with its moment. */
export function Timeline({ detail }: { detail: History }) {
  return (
    <section aria-labelledby="timeline-title">
      <h3 id="timeline-title">{words.timelineTitle}</h3>
      <ol class="timeline">
        {timelineOf(detail).map((step) => (
          <li key={step.id} class={`tone-${toneOf(step)}`}><Icon name={toneOf(step)} /><span class="digits">{dayTimeText(step.at)}</span><span>{stepText(step)}</span></li>
        ))}
      </ol>
    </section>
  );
}

function toneOf(step: Step): IconName & ('draft' | 'received' | 'replaced' | 'approved' | 'returned') {
  switch (step.kind) {
    case 'saved':
      return 'draft';
    case 'received':
      return 'received';
    case 'aside':
      return 'replaced';
    case 'decided':
      return step.review.decision;
  }
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'saved':
      return say(words.stepSaved, { officer: step.edition.officerName });
    case 'received':
      if (step.edition.voidReason !== null) return say(words.stepVoided, { edition: step.edition.edition, reason: step.edition.voidReason });
      return say(words.stepReceived, { edition: step.edition.edition, number: step.edition.receiptNumber });
    case 'aside':
      return step.code === 'conflict' ? words.stepConflict : words.stepAside;
    case 'decided': {
      const { edition, reviewer, byUnitName: unit, decision } = step.review;
      return say(decision === 'approved' ? words.stepApproved : words.stepReturned, { edition, reviewer, unit });
    }
  }
}

/** Former editions, newest first, each with what the next one changed. */
export function FormerEditions({ editions, dictionary }: { editions: readonly DeskEdition[]; dictionary: Dictionary }) {
  if (editions.length < 2) return null;
  const pairs = editions.slice(1).map((next, at) => ({ former: editions[at], next })).reverse();
  return (
    <section aria-labelledby="editions-title">
      <h3 id="editions-title">{words.editionsTitle}</h3>
      <ul class="editions">
        {pairs.map(({ former, next }) => former !== undefined && (
          <li key={former.edition}>
            <p class="digits">
              <StateTag state="replaced" /> {say(words.editionLine, { edition: former.edition, received: dayTimeText(former.receivedAt), number: former.receiptNumber })}
            </p>
            <EditionChanges former={former} next={next} dictionary={dictionary} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** “Số lượt người dự: 24 → 42” */
export function EditionChanges({ former, next, dictionary }: { former: DeskEdition; next: DeskEdition; dictionary: Dictionary }) {
  const changes = changesBetween(former.body, next.body);
  const { edition } = next;
  if (changes.length === 0) return <p>{say(words.editionSame, { edition })}</p>;
  return (
    <>
      <p>{say(words.editionChanges, { edition })}</p>
      <ul class="changes digits">
        {changes.map(({ field }) => (
          <li key={field}>
            {say(words.changeOfField, {
              field: dictionary.label(field),
              before: dictionary.value(former.body, field) || words.blank,
              after: dictionary.value(next.body, field) || words.blank,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
