import { useEffect, useRef } from 'preact/hooks';
import { programmeChanges, programmeFieldsOf } from '../../../domain/programme-fields.ts';
import { programmeReturnReasons, toggleField } from '../../../domain/return-draft.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { deskProgrammeWords as words } from '../../../i18n/desk-programme-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { itemPlanText, programmeWarningText, programmeWords } from '../../../i18n/programme-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskProgrammeDetail, DeskProgrammeEdition } from '../../../sync/desk-programme-protocol.ts';
import type { DeskReviewRequest } from '../../../sync/desk-protocol.ts';
import { Notice } from '../../../ui/strip.tsx';
import { titleId } from '../../decidable.ts';
import type { Dictionary } from '../../dictionary.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { programmeLabels } from '../../programme-fields.ts';
import type { DecidingProps } from '../../use-deciding.ts';
import { DecisionBar } from '../review/activity-detail.tsx';
import { Timeline } from '../review/record-history.tsx';
import { pickId } from '../review/record-sheet.tsx';
import { ReturnButtons, ReturnForm } from '../review/return-form.tsx';
import { ReviewWords } from '../review/review-words.tsx';
import { ProgrammeSheet } from './programme-sheet.tsx';

interface ProgrammeDetailProps extends DecidingProps {
  detail: DeskProgrammeDetail;
  dictionary: Dictionary;
  today: LocalDate;
  onOpen: (path: string) => void;
}

/** One programme: what deserves a look first, then the plan itself, then its history and the decision. */
export function ProgrammeDetail(props: ProgrammeDetailProps) {
  const { detail, dictionary, today, held, returning, onDraft, onStartReturn, onCancelReturn, onDecide, onOpen } = props;
  const { item, editions, reviews } = detail;
  const current = editions.at(-1);
  const isPicking = returning !== null;
  const wasPicking = useRef(false);
  const first = current && programmeFieldsOf(current.body)[0];
  useEffect(() => {
    if (isPicking && !wasPicking.current && first !== undefined) document.getElementById(pickId(first))?.focus();
    wasPicking.current = isPicking;
  }, [isPicking]);
  if (current === undefined) return null;

  const { body } = current;
  const lastReview = reviews.at(-1) ?? null;
  const labels = programmeLabels(body, words.listTitle);
  const judged = lastReview !== null && lastReview.edition < current.edition ? editions.find((each) => each.edition === lastReview.edition) : undefined;
  const decide = (decision: Pick<DeskReviewRequest, 'decision' | 'remarks' | 'dueOn'>): void => {
    onDecide({ recordId: item.recordId, edition: current.edition, ...decision });
  };
  const sheet = (
    <ProgrammeSheet
      body={body} detail={detail} returned={lastReview?.decision === 'returned' ? lastReview : null} dictionary={dictionary} onOpen={onOpen}
      picked={returning?.remarks.map((remark) => remark.field) ?? null}
      onToggle={(field) => { if (returning !== null) onDraft(toggleField(returning, field)); }}
    />
  );
  return (
    <>
      <div class="detail-body">
        <header class="detail-head">
          <p class="detail-unit">{detail.unitPath.join(' · ')}</p>
          <h2 id={titleId} tabIndex={-1}>{say(words.title, { year: item.workingYear })}</h2>
          <p class="detail-line digits"><StateTag state={item.state} /> {say(words.headLine, { number: item.receiptNumber, edition: item.edition })}</p>
          <p class="detail-unit digits">{say(words.summary, { count: item.keptCount, own: item.ownCount, out: item.outCount })} · {say(words.progress, { done: item.doneCount, all: item.keptCount - item.untoldCount })}</p>
        </header>
        {current.voidReason !== null && <Notice tone="replaced" icon="replaced"><p>{say(deskWords.voidedBecause, { reason: current.voidReason })}</p></Notice>}
        {lastReview !== null && <Notice tone={lastReview.decision} icon={lastReview.decision}><ReviewWords review={lastReview} dictionary={labels} /></Notice>}
        {judged !== undefined && <Notice tone="plain" icon="replaced"><Changes before={judged} after={current} /></Notice>}
        {detail.confirmed.length > 0 && (
          <Notice tone="queued" icon="send_error" title={words.confirmedTitle}>
            <ul class="flags">{detail.confirmed.map((one) => <li key={one.id}>{programmeWarningText(one)}</li>)}</ul>
          </Notice>
        )}
        {returning === null
          ? sheet
          : (
            <div class="detail-columns is-return">
              {sheet}
              <ReturnForm
                draft={returning} fields={programmeFieldsOf(body)} today={today} dictionary={labels} reasons={programmeReturnReasons} held={held} onDraft={onDraft}
                onReturn={(remarks, dueOn) => decide({ decision: 'returned', remarks: [...remarks], dueOn })}
              />
            </div>
          )}
        <Timeline detail={detail} />
      </div>
      {returning === null
        ? <DecisionBar detail={detail} held={held} onStartReturn={onStartReturn} onApprove={() => decide({ decision: 'approved', remarks: [], dueOn: null })} />
        : <ReturnButtons onCancel={onCancelReturn} />}
    </>
  );
}

/** What the unit mended since the decision, item by item. */
function Changes({ before, after }: { before: DeskProgrammeEdition; after: DeskProgrammeEdition }) {
  const changes = programmeChanges(before.body, after.body);
  const { edition } = after;
  if (changes.length === 0) return <p>{say(words.changesNone, { edition })}</p>;
  return (
    <>
      <p>{say(words.changesTitle, { edition })}</p>
      <ul class="changes digits">
        {changes.map(({ key, title, before: old, after: now }) => <li key={key}>{say(programmeWords.changed, { title, before: itemPlanText(old, after.body.workingYear), after: itemPlanText(now, after.body.workingYear) })}</li>)}
      </ul>
    </>
  );
}
