import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { returnDraftId } from '../../../device/return-draft-entry.ts';
import type { ReturnDraftEntry } from '../../../device/return-draft-entry.ts';
import { troubleOf } from '../../../device/trouble.ts';
import type { Trouble } from '../../../device/trouble.ts';
import { proposedDueOn, proposedWorkingDays } from '../../../domain/deadline.ts';
import type { Problem } from '../../../domain/problem.ts';
import { emptyReturn, readReturn, remarkLength, remarkWords, ReturnDraft, toggleField, withRemark } from '../../../domain/return-draft.ts';
import type { RemarkDraft, ReturnReason, ReturnTrouble } from '../../../domain/return-draft.ts';
import { instantOf, LocalDate } from '../../../domain/time.ts';
import type { Instant } from '../../../domain/time.ts';
import { boxDayText, dateText, timeText } from '../../../i18n/format.ts';
import { recordWords } from '../../../i18n/record-words.ts';
import { returnReasonWords, returnWords as words } from '../../../i18n/return-words.ts';
import { reviewWords } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips, ErrorSummary, TextField } from '../../../ui/field.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { keptReturn } from '../../actions/begin-return-again.ts';
import { decide } from '../../actions/decide.ts';
import { usePhone } from '../../context.ts';
import { ActionTrouble } from '../../parts/action-trouble.tsx';
import { TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { goTo } from '../../router.ts';
import { draftSaver, finishLeft } from '../form/draft-saver.ts';
import { sentenceOf } from '../form/remarks.ts';
import { useBelowReport } from './report-part.tsx';
import { placeLabel, reasonsOf, returnFields } from './return-fields.ts';
import type { ReturnField } from './return-fields.ts';
import { NewerNotice } from './newer-notice.tsx';
import { ReviewPage } from './review-page.tsx';
import type { ReviewPartProps } from './use-review.ts';

type ReturnPageProps = ReviewPartProps & { title: string; onNewer?: () => void };

/** T3: what was typed before the page was killed stands there again. */
export function ReturnPage(props: ReturnPageProps) {
  const phone = usePhone();
  const draftId = returnDraftId(props.item.recordId, phone.identity.officer.id);
  const [kept, setKept] = useState<ReturnDraftEntry | null | 'unread'>();
  useEffect(() => {
    void keptReturn(phone, props.item.recordId).then(setKept, () => setKept('unread'));
  }, []);
  if (kept === undefined) return null;
  return kept === 'unread' ? <TroublePage title={props.title} backHref={paths.review(props.item.recordId)} /> : <Writing {...props} draftId={draftId} kept={kept} />;
}

const formId = 'return-form';
const dueId = 'due-on';

function Writing({ item, desk, title, onNewer, draftId, kept }: ReturnPageProps & { draftId: string; kept: ReturnDraftEntry | null }) {
  const phone = usePhone();
  const [draft, setDraft] = useState<ReturnDraft>(() => ReturnDraft.safeParse(kept?.written).data ?? emptyReturn(proposedDueOn(desk.today, desk.reference.calendar)));
  const [tries, setTries] = useState(0);
  const [refused, setRefused] = useState<readonly Problem[]>([]);
  const saving = useSaver(draftId, item.recordId, kept);
  const report = useBelowReport({ item, desk }, item.view.report);
  const fields = useMemo(() => returnFields(item, desk, report), [item, desk, report]);
  const order = fields.map(({ field }) => field);
  const isOpen = item.state.kind === 'waiting' && !onNewer;
  // Another tab has decided, and took its draft off the shelf that both share: what is typed here goes back to it.
  const isDecidedHere = item.state.kind === 'decided-here';
  useEffect(() => {
    if (isDecidedHere && draft.remarks.length > 0) saving.keep(draft);
  }, [isDecidedHere]);
  const read = readReturn(draft, order, desk.today, returnReasonWords);
  const labelOf = placeLabel(item, desk, report);
  // Written of an earlier edition, at a place that this one has not: seen, to be sent or dropped like any other.
  const gone = draft.remarks.filter(({ field }) => !order.includes(field));
  const troubles: readonly { readonly id: string; readonly field: string | null; readonly text: string }[] = tries === 0 ? [] : [
    ...read.troubles.map((one) => ({ id: placeOf(one, order), field: 'field' in one ? one.field : null, text: troubleText(one, labelOf) })),
    ...refused.map((one) => ({ id: one.field === undefined ? pickId(order[0] ?? '') : wordsId(one.field), field: one.field ?? null, text: sentenceOf(one) })),
  ];
  const change = (next: ReturnDraft): void => {
    setDraft(next);
    setRefused([]);
    saving.touch(next);
  };
  const send = (): void => {
    setTries(tries + 1);
    if (read.troubles.length > 0 || !isOpen) return;
    const dueOn = draft.dueOn === '' ? null : LocalDate.parse(draft.dueOn);
    void saving.hand(draft, (entry) => decide(phone, item, { decision: 'returned', remarks: [...read.remarks], dueOn, reason: '' }, desk.reference.setting.knownNames, entry)).then((problems) => {
      if (problems === null) return;
      setRefused(problems);
      if (problems.length === 0) goTo(paths.review(item.recordId), true);
    });
  };
  const picked = [...gone, ...fields.flatMap(({ field }) => draft.remarks.find((remark) => remark.field === field) ?? [])];
  const boxOf = (field: ReturnField): ComponentChildren => {
    const remark = draft.remarks.find((one) => one.field === field.field);
    return (
      <FieldBox key={field.field} field={field} isPicked={remark !== undefined} onToggle={() => change(toggleField(draft, field.field))}>
        {remark && (
          <RemarkFields
            remark={remark} error={troubles.find((one) => one.field === field.field)?.text} reasons={reasonsOf(item)}
            onRemark={(to) => change(withRemark(draft, field.field, to))}
          />
        )}
      </FieldBox>
    );
  };
  const due = LocalDate.safeParse(draft.dueOn);
  return (
    <ReviewPage
      title={say(reviewWords.returnTitle, { title })} backHref={paths.review(item.recordId)}
      note={saving.note !== '' && <p class="head-note is-quiet digits" role="status">{saving.note}</p>}
      foot={(
        <div class="foot review-foot" role="region" aria-label={reviewWords.foot}>
          <Button kind="other" href={paths.review(item.recordId)}>{words.cancel}</Button>
          {isOpen && <Button type="submit" form={formId}>{words.send}</Button>}
        </div>
      )}
    >
      <p class="review-unit">{desk.unitOf(item.unitId)?.name ?? item.unitId}</p>
      {onNewer ? <NewerNotice onRead={onNewer} /> : !isOpen && <Notice tone="replaced" icon="replaced" role="status"><p>{reviewWords.returnLate}</p></Notice>}
      {saving.trouble && <ActionTrouble trouble={saving.trouble} />}
      <form id={formId} noValidate onSubmit={(event) => { event.preventDefault(); send(); }}>
        {troubles.length > 0 && <ErrorSummary key={tries} title={say(words.troublesTitle, { count: troubles.length })} items={troubles} />}
        <Section title={reviewWords.returnLead} />
        {fields.map(boxOf)}
        {gone.length > 0 && <Section title={reviewWords.goneTitle} />}
        {gone.map(({ field }) => boxOf({ field, label: labelOf(field), text: report?.isListAway ? reviewWords.listAway : reviewWords.goneText }))}
        <TextField
          id={dueId} label={words.due} hint={say(words.dueHint, { count: proposedWorkingDays })} type="date" value={draft.dueOn} day={boxDayText(draft.dueOn)} onValue={(dueOn) => change({ ...draft, dueOn })}
          error={tries > 0 && read.troubles.some((one) => one.kind === 'deadline-past') ? words.troubleDeadline : undefined}
        />
        {picked.length > 0 && (
          <>
            <Section title={words.preview} />
            <Notice tone="returned" icon="returned" title={due.success ? say(words.previewDue, { date: dateText(due.data) }) : words.previewNoDue}>
              {picked.map((remark) => <p key={remark.field}>{say(recordWords.remark, { field: labelOf(remark.field), text: remarkWords(remark, returnReasonWords) || words.previewNoWords })}</p>)}
            </Notice>
          </>
        )}
      </form>
    </ReviewPage>
  );
}

interface Saving {
  readonly note: string;
  readonly trouble: Trouble | null;
  touch(draft: ReturnDraft): void;
  /** The same at once. */
  keep(draft: ReturnDraft): void;
  /** Hands the draft over with nothing of it saved behind; null when the phone refused to write, and the draft goes on. */
  hand<Result extends readonly unknown[]>(draft: ReturnDraft, to: (entry: ReturnDraftEntry) => Promise<Result>): Promise<Result | null>;
}

/** Kept within half a second, and at once when the page is hidden or left. */
function useSaver(draftId: string, returnOf: ReturnDraftEntry['returnOf'], kept: ReturnDraftEntry | null): Saving {
  const { hands: { notebook }, identity } = usePhone();
  const [savedAt, setSavedAt] = useState<Instant | null>(kept?.updatedAt ?? null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const isHanding = useRef(false);
  const entryOf = (written: ReturnDraft): ReturnDraftEntry => ({ draftId, returnOf, updatedAt: instantOf(Date.now()), officerId: identity.officer.id, written: { ...written } });
  const saver = useMemo(() => draftSaver<ReturnDraftEntry>(
    async (entry) => {
      await notebook.saveReturnDraft(entry);
      return entry.updatedAt;
    },
    (at) => {
      setSavedAt(at);
      setTrouble(null);
    },
    (error) => setTrouble(troubleOf(error)),
  ), [notebook]);
  useEffect(() => {
    const flush = (): void => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', flush);
      finishLeft(draftId, saver, Promise.resolve());
    };
  }, [saver]);
  return {
    note: trouble ? reviewWords.notKept : savedAt ? say(reviewWords.kept, { time: timeText(savedAt) }) : '',
    trouble,
    touch: (written) => saver.touch(entryOf(written)),
    keep: (written) => {
      saver.touch(entryOf(written));
      void saver.flush();
    },
    hand: async (written, to) => {
      // A second tap while the first is on its way decides nothing.
      if (isHanding.current) return null;
      isHanding.current = true;
      try {
        await saver.pause();
        const result = await to(entryOf(written));
        if (result.length === 0) saver.stop();
        else saver.resume();
        return result;
      } catch (error) {
        saver.resume();
        setTrouble(troubleOf(error));
        return null;
      } finally {
        isHanding.current = false;
      }
    },
  };
}

interface FieldBoxProps { field: ReturnField; isPicked: boolean; onToggle: () => void; children: ComponentChildren }

/** A place of the record: the whole of it is the target. */
function FieldBox({ field: { field, label, text }, isPicked, onToggle, children }: FieldBoxProps) {
  return (
    <div class={isPicked ? 'review-field is-picked' : 'review-field'}>
      <label>
        <input type="checkbox" id={pickId(field)} checked={isPicked} onChange={onToggle} />
        <span class="grow"><b>{label}</b><span class="muted digits">{text === '' ? reviewWords.blank : text}</span></span>
      </label>
      {children}
    </div>
  );
}

interface RemarkFieldsProps { remark: RemarkDraft; error: string | undefined; reasons: readonly ReturnReason[]; onRemark: (change: Partial<RemarkDraft>) => void }

function RemarkFields({ remark: { field, reason, text }, error, reasons, onRemark }: RemarkFieldsProps) {
  const hasReason = reason !== null && reason !== 'other';
  return (
    <>
      <Chips
        id={`reason-${field}`} label={words.reason} value={reason} onValue={(chosen) => onRemark({ reason: chosen })}
        options={reasons.map((value) => ({ value, label: returnReasonWords[value] }))}
      />
      <TextField
        id={wordsId(field)} label={words.words} rows={2} maxLength={remarkLength} capitals="sentences" value={text} error={error}
        onValue={(typed) => onRemark({ text: typed })} {...(hasReason ? { optional: words.wordsOptional } : {})}
      />
    </>
  );
}

function pickId(field: string): string {
  return `pick-${field}`;
}

function wordsId(field: string): string {
  return `words-${field}`;
}

/** The id of what a line of the summary leads to. */
function placeOf(trouble: ReturnTrouble, order: readonly string[]): string {
  if ('field' in trouble) return wordsId(trouble.field);
  return trouble.kind === 'deadline-past' ? dueId : pickId(order[0] ?? '');
}

function troubleText(trouble: ReturnTrouble, labelOf: (field: string) => string): string {
  switch (trouble.kind) {
    case 'no-field':
      return words.troubleNoField;
    case 'too-many-fields':
      return say(words.troubleTooMany, { most: trouble.most });
    case 'no-words':
      return say(words.troubleNoWords, { field: labelOf(trouble.field) });
    case 'words-too-long':
      return say(words.troubleTooLong, { field: labelOf(trouble.field), most: trouble.most });
    case 'deadline-past':
      return words.troubleDeadline;
  }
}
