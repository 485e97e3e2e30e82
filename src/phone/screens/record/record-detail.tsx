import { isYearClosed } from '../../../domain/closed-year.ts';
import type { OfficerId } from '../../../domain/id.ts';
import { workingYearOf } from '../../../domain/time.ts';
import { dateText, dayTimeText } from '../../../i18n/format.ts';
import { recordWords as words } from '../../../i18n/record-words.ts';
import { reportTitleWords as reportWords } from '../../../i18n/report-title-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { IconName } from '../../../ui/icon.tsx';
import { Section } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/strip.tsx';
import type { Tone } from '../../../ui/strip.tsx';
import { mendRecord } from '../../actions/mend-record.ts';
import { activityFields, differences } from '../../activity-fields.ts';
import type { ActivityField } from '../../activity-fields.ts';
import { approvedBy } from '../../approved-by.ts';
import { usePhone } from '../../context.ts';
import { fieldName } from '../../field-name.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { LockNotice } from '../../parts/lock-notice.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useUndo } from '../../parts/undo.tsx';
import { paths } from '../../paths.ts';
import { useLive } from '../../queries.ts';
import type { RecordView, TimelineStep } from '../../record-view.ts';
import { formOf } from '../../reference.ts';
import type { Reference } from '../../reference.ts';
import { paperPath, paperTitle } from '../../report-title.ts';
import { cameFromList, goBack, goTo } from '../../router.ts';
import { whyText } from '../../why-text.ts';
import { sentenceOf } from '../form/remarks.ts';
import { CancelledNotice, CancelPart } from './cancel-part.tsx';
import { PhotoPart } from './photo-part.tsx';
import type { RecordPartProps } from './record-part.ts';
import { TwoVersions } from './two-versions.tsx';

/** A list that was narrowed or searched comes back as it was left. */
function backToList(event: MouseEvent): void {
  if (!cameFromList()) return;
  event.preventDefault();
  goBack(paths.outbox);
}

export function RecordDetail({ view, reference, book }: RecordPartProps) {
  const { standing, activity } = view;
  const path = paperPath(view);
  const why = whyText(view) || approvedBy(view);
  const { bar, notice } = useUndo(view);
  return (
    <InnerPage title={paperTitle(view, reference) ?? activity?.title ?? words.title} backHref={paths.outbox} onBack={backToList} foot={bar}>
      {notice}
      <p class="row-state state-line">{!view.rechecking && <StateTag standing={standing} />}{why !== '' && <span class="muted">{why}</span>}</p>
      <CancelledNotice view={view} />
      <LockNotice view={view} />
      <Hands view={view} reference={reference} book={book} />
      {path !== null && <Button href={path}>{view.report ? reportWords.open : words.openProgramme}</Button>}
      <Timeline view={view} />
      {activity && (
        <>
          {standing.qualifier !== 'two-versions' && <Changes view={view} reference={reference} />}
          <Section title={words.content} />
          <div class="card card-inside">
            <dl class="fields digits">
              {view.receipt && <><dt>{words.receipt}</dt><dd class="selectable">{view.receipt.number}</dd></>}
              <WrittenBy view={view} />
              {activityFields(activity, reference).filter(isReadable(reference)).map(({ field, name, text }) => (
                <div key={field}><dt>{name}</dt><dd>{text}</dd></div>
              ))}
            </dl>
          </div>
        </>
      )}
      <PhotoPart view={view} />
      {isReadOnly(view, reference)
        ? <Notice tone="replaced" icon="replaced"><p class="digits">{say(words.yearClosed, { year: yearOf(view) })}</p></Notice>
        : <><EditButton view={view} /><CancelPart view={view} reference={reference} book={book} /></>}
    </InnerPage>
  );
}

/** Of an earlier working year, and received: what the province itself has returned may still be mended. */
function isReadOnly({ activity, edition, standing }: RecordView, { setting }: Reference): boolean {
  return activity !== null && edition !== null && standing.state !== 'returned' && isYearClosed(activity.heldOn, setting.workingYear);
}

function yearOf({ activity }: RecordView): number | '' {
  return activity ? workingYearOf(activity.heldOn) : '';
}

/** Several officers keep one unit's book: whose words these are, where they are another's. */
function WrittenBy({ view: { writtenBy } }: { view: RecordView }) {
  const { hands, identity } = usePhone();
  const isOthers = writtenBy !== null && writtenBy !== identity.officer.id;
  const name = useLive(async () => (isOthers ? await hands.mirror.officer(writtenBy as OfficerId) : null), [hands, writtenBy]).value?.name;
  return name === undefined ? null : <><dt>{words.writtenBy}</dt><dd>{name}</dd></>;
}

/** What the last edit changed: “Số người dự: 24 → 42”. */
function Changes({ view: { activity, previous }, reference }: { view: RecordView; reference: Reference }) {
  const changed = activity && previous ? differences(previous, activity, reference) : [];
  if (changed.length === 0) return null;
  return (
    <>
      <Section title={words.changes} />
      <ul class="card card-inside digits">
        {changed.map(({ field, name, one, other }) => (
          <li key={field}>{say(words.changed, { field: name, before: one || words.empty, after: other || words.empty })}</li>
        ))}
      </ul>
    </>
  );
}

/** Pictures have a place of their own. Without the published lists (S8) an occasion and a kind are but codes; everything that was typed still has words. */
function isReadable({ isComplete }: Reference): (field: ActivityField) => boolean {
  return ({ field, text }) => text !== '' && field !== 'photos' && (isComplete || (field !== 'occasionId' && field !== 'formId'));
}

/** What the officer has to do, when there is something: one box, one button. */
function Hands({ view, reference, book }: RecordPartProps) {
  switch (view.standing.qualifier) {
    case 'two-versions':
      // A paper shows both on its own page.
      return paperPath(view) !== null ? null : <TwoVersions view={view} reference={reference} book={book} />;
    case 'no-longer-allowed':
      return <Notice tone="send_error" icon="send_error"><p>{words.quarantinedText}</p></Notice>;
    case 'needs-code':
      return (
        <Notice tone="send_error" icon="send_error">
          <p>{words.needsCodeText}</p>
          <Button small href={paths.activation}>{words.enterCode}</Button>
        </Notice>
      );
    case 'cannot-be-built':
      return <Notice tone="send_error" icon="send_error"><p>{words.unreadableText}</p></Notice>;
    default:
      return view.standing.state === 'returned' && paperPath(view) === null ? <Remarks view={view} reference={reference} /> : null;
  }
}

function Remarks({ view, reference }: { view: RecordView; reference: Reference }) {
  const phone = usePhone();
  const { run, notice } = useAction();
  const { review, activity } = view;
  const form = activity && formOf(reference, activity.formId, activity.formVersion);
  const dueOn = review?.dueOn;
  const title = !review ? words.machineTitle : dueOn ? say(words.mendBefore, { date: dateText(dueOn) }) : words.mendNow;
  const lines = review
    ? review.remarks.map((remark) => ({ key: remark.field, text: say(words.remark, { field: fieldName(remark.field, reference, form), text: remark.text }) }))
    : view.problems.map((problem) => ({ key: `${problem.code} ${problem.field ?? ''}`, text: sentenceOf(problem) }));
  const mend = (): void => {
    if (activity) run(async () => goTo(paths.draft(await mendRecord(phone, view, activity))));
  };
  return (
    <Notice tone="returned" icon="returned" title={title}>
      <ul class="remarks">{lines.map(({ key, text }) => <li key={key}>{text}</li>)}</ul>
      {review && <p>{say(words.reviewer, { name: review.reviewer, unit: review.byUnitName })}</p>}
      {notice}
      <Button onClick={mend}>{words.mend}</Button>
    </Notice>
  );
}

function EditButton({ view }: { view: RecordView }) {
  const phone = usePhone();
  const { run, notice } = useAction();
  const { state, qualifier } = view.standing;
  const { activity } = view;
  if (!activity || view.cancelReason !== null || state === 'returned' || state === 'send_error' || state === 'replaced' || qualifier === 'locked') return null;
  return (
    <>
      {notice}
      <Button kind="other" icon="draft" onClick={() => run(async () => goTo(paths.draft(await mendRecord(phone, view, activity))))}>
        {words.edit}
      </Button>
      {state === 'approved' && <p class="muted">{words.editApproved}</p>}
    </>
  );
}

/** A record's way, step by step; a reviewer reads the same of a unit below. */
export function Timeline({ view }: { view: RecordView }) {
  return (
    <>
      <Section title={words.timeline} />
      <ol class="card card-inside timeline">
        {view.timeline.map((step) => <Step key={`${step.kind} ${step.at}`} step={step} />)}
      </ol>
    </>
  );
}

function Step({ step }: { step: TimelineStep }) {
  const { text, icon, tone } = stepWords(step);
  return (
    <li class={`tone-${tone}`}>
      <span class="digits">{dayTimeText(step.at)}</span>
      <Icon name={icon} />
      <span class="grow">{text}</span>
    </li>
  );
}

function stepWords(step: TimelineStep): { text: string; icon: IconName; tone: Tone } {
  switch (step.kind) {
    case 'saved':
      return { text: words.stepSaved, icon: 'queued', tone: 'queued' };
    case 'received':
      return { text: say(words.stepReceived, { number: step.receiptNumber }), icon: 'received', tone: 'received' };
    case 'reviewed':
      return step.review.decision === 'approved'
        ? { text: say(words.stepApproved, { unit: step.review.byUnitName }), icon: 'approved', tone: 'approved' }
        : { text: say(words.stepReturned, { unit: step.review.byUnitName }), icon: 'returned', tone: 'returned' };
    case 'refused':
      switch (step.code) {
        case 'held':
          return { text: words.stepHeld, icon: 'received', tone: 'received' };
        case 'returned':
          return { text: words.stepRefused, icon: 'returned', tone: 'returned' };
        case 'year-closed':
          return { text: words.stepTooLate, icon: 'returned', tone: 'returned' };
        case 'conflict':
          return { text: words.stepConflict, icon: 'replaced', tone: 'returned' };
        case 'quarantined':
          return { text: words.stepQuarantined, icon: 'send_error', tone: 'send_error' };
      }
  }
}
