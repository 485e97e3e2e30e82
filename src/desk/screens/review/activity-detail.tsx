import { useEffect, useRef } from 'preact/hooks';
import { fieldsOf } from '../../../domain/record-fields.ts';
import { toggleField } from '../../../domain/return-draft.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { deskWords as words } from '../../../i18n/desk-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskDetail, DeskReviewRequest } from '../../../sync/desk-protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { approveId, canDecide, titleId } from '../../decidable.ts';
import type { Decidable } from '../../decidable.ts';
import type { Dictionary } from '../../dictionary.ts';
import type { HeldDecision } from '../../held-decisions.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import type { DecidingProps } from '../../use-deciding.ts';
import { DirectiveSentence } from './directive-sentence.tsx';
import { EditionChanges, FormerEditions, Timeline } from './record-history.tsx';
import { FieldPicker, pickId, RecordSheet } from './record-sheet.tsx';
import { ReturnButtons, ReturnForm } from './return-form.tsx';
import { ReviewWords } from './review-words.tsx';

interface ActivityDetailProps extends DecidingProps {
  detail: DeskDetail;
  dictionary: Dictionary;
  today: LocalDate;
}

/** One record: what the unit wrote, what the directive asks, what happened so far, and the decision. */
export function ActivityDetail(props: ActivityDetailProps) {
  const { detail, dictionary, today, held, returning, onDraft, onStartReturn, onCancelReturn, onDecide } = props;
  const { item, editions, reviews } = detail;
  const current = editions.at(-1);
  const isPicking = returning !== null;
  const wasPicking = useRef(false);
  useEffect(() => {
    if (isPicking && !wasPicking.current) document.getElementById(pickId('title'))?.focus();
    wasPicking.current = isPicking;
  }, [isPicking]);
  if (current === undefined) return null;

  const { body } = current;
  const former = editions.at(-2);
  const lastReview = reviews.at(-1) ?? null;
  const returned = lastReview?.decision === 'returned' ? lastReview : null;
  const fields = fieldsOf(body, dictionary.formFigureKeys(body), dictionary.requirement(body.requirementId)?.countsOnly ?? false);
  const unit = dictionary.unit(item.unitId);
  const decide = (decision: Pick<DeskReviewRequest, 'decision' | 'remarks' | 'dueOn'>): void => {
    onDecide({ recordId: item.recordId, edition: current.edition, ...decision });
  };

  return (
    <>
      <div class="detail-body">
        <header class="detail-head">
          <p class="detail-unit">{detail.unitPath.join(' · ')}</p>
          <h2 id={titleId} tabIndex={-1}>{item.title}</h2>
          <p class="detail-line digits"><StateTag state={item.state} /> {say(words.receiptLine, { number: item.receiptNumber, edition: item.edition })}</p>
        </header>
        {current.voidReason !== null && <Notice tone="replaced" icon="replaced"><p>{say(words.voidedBecause, { reason: current.voidReason })}</p></Notice>}
        {lastReview !== null && (
          <Notice tone={lastReview.decision} icon={lastReview.decision}>
            <ReviewWords review={lastReview} dictionary={dictionary} />
          </Notice>
        )}
        {former !== undefined && lastReview !== null && lastReview.edition < current.edition && (
          <Notice tone="plain" icon="replaced"><EditionChanges former={editions.find((each) => each.edition === lastReview.edition) ?? former} next={current} dictionary={dictionary} /></Notice>
        )}
        {body.confirmed.length > 0 && (
          <Notice tone="queued" icon="send_error" title={words.flagsTitle}>
            <ul class="flags">{body.confirmed.map((id) => <li key={id}>{dictionary.flag(id, body, unit)}</li>)}</ul>
          </Notice>
        )}
        <div class="detail-columns">
          <section aria-labelledby="record-title">
            <h3 id="record-title">{words.recordTitle}</h3>
            {returning === null
              ? <RecordSheet body={body} before={former?.body ?? null} fields={fields} returned={returned} dictionary={dictionary} photos={item.photos} />
              : (
                <FieldPicker
                  body={body} before={former?.body ?? null} fields={fields} dictionary={dictionary}
                  picked={returning.remarks.map((remark) => remark.field)} onToggle={(field) => onDraft(toggleField(returning, field))}
                />
              )}
          </section>
          <div>
            {returning !== null && (
              <ReturnForm
                draft={returning} fields={fields} today={today} dictionary={dictionary} held={held} onDraft={onDraft}
                onReturn={(remarks, dueOn) => decide({ decision: 'returned', remarks: [...remarks], dueOn })}
              />
            )}
            <DirectiveSentence body={body} dictionary={dictionary} />
          </div>
        </div>
        <Timeline detail={detail} />
        <FormerEditions editions={editions} dictionary={dictionary} />
      </div>
      {returning === null
        ? (
          <DecisionBar
            detail={detail} held={held} onStartReturn={onStartReturn}
            onApprove={() => decide({ decision: 'approved', remarks: [], dueOn: null })}
          />
        )
        : <ReturnButtons onCancel={onCancelReturn} />}
    </>
  );
}

interface DecisionBarProps {
  detail: Decidable;
  held: HeldDecision | undefined;
  onApprove: () => void;
  onStartReturn: () => void;
}

/** Duyệt and Trả lại, or why they are not there. */
export function DecisionBar({ detail, held, onApprove, onStartReturn }: DecisionBarProps) {
  return (
    <div class="decision" role="group" aria-label={words.decision}>
      {canDecide(detail, held)
        ? (
          <>
            <button type="button" id={approveId} class="desk-button" onClick={onApprove}><Icon name="approved" />{words.approve}</button>
            <button type="button" class="desk-button is-other" onClick={onStartReturn}><Icon name="returned" />{words.giveBack}</button>
          </>
        )
        : <p>{whyNot(detail, held)}</p>}
    </div>
  );
}

function whyNot(detail: Decidable, held: HeldDecision | undefined): string {
  if (detail.item.state === 'void') return words.voidNotDecided;
  if (held?.standing === 'held') return words.decisionHeld;
  if (held?.standing === 'sending') return words.decisionSending;
  return detail.decided ? words.decisionStands : words.mayNotDecide;
}
