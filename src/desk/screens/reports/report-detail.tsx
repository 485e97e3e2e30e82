import { useEffect, useRef } from 'preact/hooks';
import { reportChanges, reportFieldsOf } from '../../../domain/report-fields.ts';
import { reportReturnReasons, toggleField } from '../../../domain/return-draft.ts';
import type { LocalDate } from '../../../domain/time.ts';
import { deskReportWords as words } from '../../../i18n/desk-report-words.ts';
import { deskWords } from '../../../i18n/desk-words.ts';
import { dateText, dayMonthText } from '../../../i18n/format.ts';
import { reportWarningText } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import type { DeskReviewRequest } from '../../../sync/desk-protocol.ts';
import type { DeskReportDetail, DeskReportEdition } from '../../../sync/desk-report-protocol.ts';
import { Notice } from '../../../ui/strip.tsx';
import { addressText, emptyAddress } from '../../address.ts';
import type { Answer } from '../../api.ts';
import { titleId } from '../../decidable.ts';
import type { Dictionary, FieldLabels } from '../../dictionary.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { reportAddressText } from '../../report-address.ts';
import type { ReportAddress } from '../../report-address.ts';
import type { DecidingProps } from '../../use-deciding.ts';
import { DecisionBar } from '../review/activity-detail.tsx';
import { Timeline } from '../review/record-history.tsx';
import { pickId } from '../review/record-sheet.tsx';
import { ReturnButtons, ReturnForm } from '../review/return-form.tsx';
import { ReviewWords } from '../review/review-words.tsx';
import { LockPart } from './lock-part.tsx';
import { ReportSheet } from './report-sheet.tsx';
import { lateText, placeText, reportLabels, valueText } from './report-words.ts';

interface ReportDetailProps extends DecidingProps {
  detail: DeskReportDetail;
  dictionary: Dictionary;
  address: ReportAddress;
  today: LocalDate;
  onOpen: (path: string) => void;
  onUnlock: (edition: number, reason: string) => Promise<Answer<unknown>>;
}

/** One report: what deserves a look first, then the report itself, then its history and the decision. */
export function ReportDetail(props: ReportDetailProps) {
  const { detail, dictionary, address, today, held, returning, onDraft, onStartReturn, onCancelReturn, onDecide, onOpen, onUnlock } = props;
  const { item, editions, reviews } = detail;
  const current = editions.at(-1);
  const isPicking = returning !== null;
  const wasPicking = useRef(false);
  useEffect(() => {
    if (isPicking && !wasPicking.current) document.getElementById(pickId('situation'))?.focus();
    wasPicking.current = isPicking;
  }, [isPicking]);
  if (current === undefined) return null;

  const { body } = current;
  const due = lateText(item);
  const lastReview = reviews.at(-1) ?? null;
  const labels = reportLabels(detail.indicators, dictionary);
  const isOneUnit = dictionary.unit(item.unitId)?.kind === 'grassroots';
  const judged = lastReview !== null && lastReview.edition < current.edition ? editions.find((each) => each.edition === lastReview.edition) : undefined;
  const decide = (decision: Pick<DeskReviewRequest, 'decision' | 'remarks' | 'dueOn'>): void => {
    onDecide({ recordId: item.recordId, edition: current.edition, ...decision });
  };
  const sheet = (
    <ReportSheet
      body={body} detail={detail} isOneUnit={isOneUnit} returned={lastReview?.decision === 'returned' ? lastReview : null} dictionary={dictionary} labels={labels}
      address={address} onOpen={onOpen} picked={returning?.remarks.map((remark) => remark.field) ?? null}
      onToggle={(field) => { if (returning !== null) onDraft(toggleField(returning, field)); }}
    />
  );

  return (
    <>
      <div class="detail-body">
        <header class="detail-head">
          <p class="detail-unit">{detail.unitPath.join(' · ')}</p>
          <h2 id={titleId} tabIndex={-1}>{item.title}</h2>
          <p class="detail-line digits"><StateTag state={item.state} /> {say(words.headLine, { number: item.receiptNumber, edition: item.edition })}{due !== '' && <span class={item.daysLate > 0 ? 'is-late' : undefined}>{due}</span>}</p>
          <p class="detail-unit digits">{say(words.periodDays, { from: dateText(body.from), to: dateText(body.to) })}</p>
        </header>
        {current.voidReason !== null && <Notice tone="replaced" icon="replaced"><p>{say(deskWords.voidedBecause, { reason: current.voidReason })}</p></Notice>}
        {lastReview !== null && <Notice tone={lastReview.decision} icon={lastReview.decision}><ReviewWords review={lastReview} dictionary={labels} /></Notice>}
        {detail.lock !== null && (
          <LockPart
            lock={detail.lock} sumPath={dictionary.unit(detail.lock.byUnitId) && reportAddressText({ ...address, state: null, unit: null, recordId: detail.lock.sumId })} onOpen={onOpen}
            mayUnlock={detail.mayUnlock} onUnlock={(reason) => onUnlock(current.edition, reason)}
          />
        )}
        {judged !== undefined && <Notice tone="plain" icon="replaced"><Changes before={judged} after={current} detail={detail} labels={labels} isOneUnit={isOneUnit} /></Notice>}
        {detail.late.length > 0 && (
          <Notice tone="queued" icon="clock" title={say(words.lateTitle, { count: detail.late.length })}>
            <ul class="flags digits">
              {detail.late.map((one) => (
                <li key={one.recordId}>
                  <a href={addressText({ ...emptyAddress, recordId: one.recordId })}>{say(words.sourceLine, { date: dayMonthText(one.heldOn), title: one.title })}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {detail.below.length > 0 && <SumUnits detail={detail} address={address} onOpen={onOpen} />}
        {detail.confirmed.length > 0 && (
          <Notice tone="queued" icon="send_error" title={words.confirmedTitle}>
            <ul class="flags">{detail.confirmed.map((one) => {
              const field = labels.label(one.field);
              // What is asked of the whole report has no place in it.
              return <li key={one.id}>{field === one.field ? reportWarningText(one) : say(words.confirmedLine, { field, question: reportWarningText(one) })}</li>;
            })}</ul>
          </Notice>
        )}
        {returning === null
          ? sheet
          : (
            <div class="detail-columns is-return">
              {sheet}
              <ReturnForm
                draft={returning} fields={reportFieldsOf(body, detail.indicators)} today={today} dictionary={labels} reasons={reportReturnReasons} held={held} onDraft={onDraft}
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

/** What a sum was made of: each unit with its report, who is not in it, and what came after it was made. */
function SumUnits({ detail, address, onOpen }: Pick<ReportDetailProps, 'detail' | 'address' | 'onOpen'>) {
  const added = detail.below.filter(({ place }) => place !== 'out' && place !== 'late').length;
  const isWhole = detail.below.every(({ place }) => place === 'added');
  return (
    <Notice tone={isWhole ? 'approved' : 'queued'} icon={isWhole ? 'approved' : 'send_error'} title={say(words.unitsTitle, { added, all: detail.below.length })}>
      <ul class="flags digits">
        {detail.below.map((one) => {
          const text = say(words.unitLine, { unit: one.unitName, place: placeText(one) });
          if (one.recordId === null) return <li key={one.unitId}>{text}</li>;
          const path = reportAddressText({ ...address, state: null, unit: null, recordId: one.recordId });
          return (
            <li key={one.unitId}>
              <a href={path} onClick={(event) => { if (event.ctrlKey || event.metaKey || event.shiftKey) return; event.preventDefault(); onOpen(path); }}>{text}</a>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

interface ChangesProps {
  before: DeskReportEdition;
  after: DeskReportEdition;
  detail: DeskReportDetail;
  labels: FieldLabels;
  isOneUnit: boolean;
}

/** What the unit mended since the decision: numbers with both values, texts by their names. */
function Changes({ before, after, detail, labels, isOneUnit }: ChangesProps) {
  const changes = reportChanges(before.body, after.body, detail.indicators);
  const { edition } = after;
  if (changes.length === 0) return <p>{say(words.changesNone, { edition })}</p>;
  return (
    <>
      <p>{say(words.changesTitle, { edition })}</p>
      <ul class="changes digits">
        {changes.map(({ field, line }) => {
          const name = labels.label(field);
          const indicator = detail.indicators.find((one) => one.code === field);
          if (line === null || indicator === undefined) return <li key={field}>{say(words.changeText, { field: name })}</li>;
          const [old, now] = [line.before, line.after].map((one) => [
            valueText(one?.value ?? null, indicator, isOneUnit), ...(one?.women == null ? [] : [say(words.women, { count: one.women })]),
          ].join(', '));
          return <li key={field}>{old === now ? say(words.changeReason, { field: name }) : say(words.changeLine, { field: name, before: old ?? '', after: now ?? '' })}</li>;
        })}
      </ul>
    </>
  );
}
