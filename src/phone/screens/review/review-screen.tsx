import { useEffect, useState } from 'preact/hooks';
import type { RecordId } from '../../../domain/id.ts';
import type { Problem } from '../../../domain/problem.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { UndoBar } from '../../../ui/list.tsx';
import { keepShortcutChoice, readShortcutChoice, shortcutOf } from '../../../ui/shortcut.ts';
import { Notice } from '../../../ui/strip.tsx';
import { approval, decide } from '../../actions/decide.ts';
import { undoSubmit } from '../../actions/undo-submit.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { InnerPage, TroublePage } from '../../parts/frame.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { indicatorSetOf } from '../../indicator-set.ts';
import { paths } from '../../paths.ts';
import { recordName } from '../../record-name.ts';
import type { RecordView } from '../../record-view.ts';
import { isDecidedHere, neighbours, reviewItem, slipsOf } from '../../review-view.ts';
import type { ReviewItem } from '../../review-view.ts';
import { cameFromList, goBack, goTo } from '../../router.ts';
import { sentenceOf } from '../form/remarks.ts';
import { PhotoPart } from '../record/photo-part.tsx';
import { Timeline } from '../record/record-detail.tsx';
import { ActivityPart } from './activity-part.tsx';
import { AttentionPart } from './attention-part.tsx';
import { DirectivePart } from './directive-part.tsx';
import { ProgrammePart } from './programme-part.tsx';
import { ReportPart } from './report-part.tsx';
import { ReturnPage } from './return-page.tsx';
import { decidedText } from './review-list-screen.tsx';
import { ReviewPage } from './review-page.tsx';
import { NewerNotice } from './newer-notice.tsx';
import { UnlockPart } from './unlock-part.tsx';
import { useReview } from './use-review.ts';
import type { ReviewDesk, ReviewPartProps } from './use-review.ts';

/** T2: one record of a unit below, what the directive says of it, and the decision. T3, its return, is a page of its own. */
export function ReviewScreen({ recordId, isReturning }: { recordId: RecordId; isReturning: boolean }) {
  const { desk, hasFailed } = useReview();
  if (!desk) return hasFailed ? <TroublePage title={words.recordTitle} backHref={paths.reviewList} /> : null;
  const found = [...desk.below.records.values()].find(({ record }) => record.current.recordId === recordId);
  const item = found ? reviewItem(found, slipsOf(desk.book)) : null;
  if (!item) {
    return (
      <InnerPage title={words.noneTitle} backHref={paths.reviewList}>
        <div class="stack"><p>{words.noneText}</p><Button href={paths.reviewList}>{words.toList}</Button></div>
      </InnerPage>
    );
  }
  const title = recordName(item.record.current.body, desk.reference) || words.otherTitle;
  return <Kept key={item.recordId} item={item} desk={desk} title={title} isReturning={isReturning} />;
}

/** The words that were opened stay under the thumb; newer ones are asked for, and nothing is decided until they are read. */
function Kept({ item, desk, title, isReturning }: ReviewPartProps & { title: string; isReturning: boolean }) {
  const [opened, setOpened] = useState(item);
  const isNewer = changeOf(opened) !== changeOf(item);
  const props = { item: isNewer ? opened : item, desk, title, ...(isNewer ? { onNewer: () => setOpened(item) } : {}) };
  return isReturning ? <ReturnPage {...props} /> : <Opened key={changeOf(props.item)} {...props} />;
}

function changeOf({ record: { current } }: ReviewItem): string {
  return `${current.edition} ${current.changeId}`;
}

/** The list comes back as it was left. */
function backToList(event: MouseEvent): void {
  if (!cameFromList()) return;
  event.preventDefault();
  goBack(paths.reviewList);
}

function Opened({ item, desk, title, onNewer }: ReviewPartProps & { title: string; onNewer?: () => void }) {
  const { view } = item;
  const [tab, setTab] = useState<'record' | 'directive'>('record');
  const [hasKeys, setKeys] = useState(readShortcutChoice);
  const beside = neighbours(desk.queue, item);
  const decision = useDecision(item, desk, onNewer !== undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return;
      const asked = event.code === 'KeyJ' || event.code === 'KeyK' ? shortcutOf(event, hasKeys) : null;
      const to = asked === 'next' ? beside.next : asked === 'previous' ? beside.before : null;
      if (to !== null) goTo(paths.review(to), true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [hasKeys, beside.next, beside.before]);
  return (
    <ReviewPage title={title} backHref={paths.reviewList} onBack={backToList} foot={<Foot key={String(decision.mayDecide)} item={item} beside={beside} decision={decision} />}>
      <p class="review-unit">{desk.unitOf(item.unitId)?.name ?? item.unitId}</p>
      <StateLine item={item} />
      {onNewer && <NewerNotice onRead={onNewer} />}
      {decision.notice}
      <div class="review-tabs" role="tablist" aria-label={words.tabs}>
        <Tab id="record" now={tab} onTab={setTab}>{item.programme ? words.tabProgramme : view.report ? words.tabReport : words.tabRecord}</Tab>
        <Tab id="directive" now={tab} onTab={setTab}>{words.tabDirective}</Tab>
      </div>
      <div class="review-columns">
        <div role="tabpanel" id="panel-record" aria-labelledby="tab-record" hidden={tab !== 'record'}>
          <AttentionPart item={item} desk={desk} mayDecide={decision.mayDecide} />
          {!isDecidedHere(item) && <p class="muted state-line">{words.rowOther}</p>}
          {view.standing.qualifier === 'locked' && !onNewer && <UnlockPart item={item} desk={desk} />}
          {view.activity && <ActivityPart item={item} activity={view.activity} desk={desk} />}
          <PhotoPart view={view} unitId={item.unitId} />
          {view.report && <ReportPart item={item} report={view.report} desk={desk} />}
          {item.programme && <ProgrammePart item={item} programme={item.programme} desk={desk} />}
          <Timeline view={view} />
        </div>
        <div role="tabpanel" id="panel-directive" aria-labelledby="tab-directive" hidden={tab !== 'directive'}>
          <DirectivePart view={view} reference={desk.reference} />
        </div>
      </div>
      <label class="declare review-keys">
        <input type="checkbox" checked={hasKeys} onChange={() => { keepShortcutChoice(!hasKeys); setKeys(!hasKeys); }} />
        {words.keys}
      </label>
    </ReviewPage>
  );
}

interface TabProps { id: 'record' | 'directive'; now: string; onTab: (id: 'record' | 'directive') => void; children: string }

function Tab({ id, now, onTab, children }: TabProps) {
  return (
    <button
      type="button" role="tab" id={`tab-${id}`} aria-controls={`panel-${id}`} aria-selected={now === id} tabIndex={now === id ? 0 : -1}
      onClick={() => onTab(id)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
        const other = id === 'record' ? 'directive' : 'record';
        onTab(other);
        document.getElementById(`tab-${other}`)?.focus();
      }}
    >
      {children}
    </button>
  );
}

/** Where the record stands, in the words of the reviewer. */
function StateLine({ item }: { item: ReviewItem }) {
  const { state, view } = item;
  const why = state.kind === 'waiting' ? words.stateWaiting
    : state.kind === 'decided-here' ? decidedText(item)
      : state.kind === 'cancelled' ? say(words.stateCancelled, { reason: view.cancelReason ?? '' })
        : say(state.review.decision === 'approved' ? words.stateApproved : words.stateReturned, { unit: state.review.byUnitName });
  return (
    <p class="row-state state-line" role="status">
      {state.kind === 'decided-here' && <StateTag standing={state.slip.standing} />}
      <span class="muted">{why}</span>
    </p>
  );
}

/** What may be decided, and what may be taken back. */
function useDecision(item: ReviewItem, desk: ReviewDesk, hasNewer: boolean) {
  const phone = usePhone();
  const { run, notice: trouble } = useAction();
  // Until the live reads have heard of the save: a second tap of a wet thumb decides nothing.
  const [isSaved, setSaved] = useState(false);
  const [told, setTold] = useState<Problem | null>(null);
  const slip = item.state.kind === 'decided-here' ? item.state.slip : item.opening;
  return {
    mayDecide: item.state.kind === 'waiting' && !isSaved && !hasNewer && isDecidedHere(item),
    // Lines that nobody could read are not approved.
    mayApprove: item.view.report === null || indicatorSetOf(desk.reference, item.view.report.indicatorVersion) !== null,
    approve: () => {
      setSaved(true);
      run(async () => {
        try {
          const [problem] = await decide(phone, item, approval, desk.reference.setting.knownNames);
          if (!problem) return;
          setTold(problem);
          setSaved(false);
        } catch (error) {
          setSaved(false);
          throw error;
        }
      });
    },
    undoable: !hasNewer && slip?.undoable != null && slip.standing.qualifier === 'undo-window' ? slip : null,
    undo: ({ undoable, slip: taken }: RecordView) => {
      if (undoable === null) return;
      run(async () => {
        const { undone } = await undoSubmit(phone.hands.notebook, undoable);
        setTold(undone ? null : { code: 'review-final' });
        setSaved(false);
        // What was typed is there again.
        if (undone && taken?.decision === 'returned') goTo(paths.giveBack(item.recordId), true);
      });
    },
    notice: <>{trouble}{told && <Notice tone="queued" icon="clock" role="status"><p>{sentenceOf(told)}</p></Notice>}</>,
  };
}

const undoWords = { approved: words.undoApproved, returned: words.undoReturned, unlocked: words.undoUnlocked } as const;

interface FootProps { item: ReviewItem; beside: ReturnType<typeof neighbours>; decision: ReturnType<typeof useDecision> }

/** A second tap that was meant for the button before, or for the page before, is over by then. */
const stillMs = 600;

/** Under the thumb: the way through the list, and between its arrows the decision. */
function Foot({ item, beside, decision }: FootProps) {
  const { undoable } = decision;
  const [isStill, setStill] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setStill(false), stillMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={isStill ? 'foot review-foot is-still' : 'foot review-foot'} role="region" aria-label={words.foot}>
      {undoable && <UndoBar text={undoWords[undoable.slip?.decision ?? 'approved']} action={words.undo} onUndo={() => decision.undo(undoable)} />}
      <Step to={beside.before} label={words.before} icon="back" />
      {decision.mayDecide
        ? (
          <>
            <Button kind="other" href={paths.giveBack(item.recordId)}>{words.giveBack}</Button>
            {decision.mayApprove && <Button onClick={decision.approve}>{words.approve}</Button>}
          </>
        )
        : beside.next === null
          ? <Button kind="other" href={paths.reviewList}>{words.toList}</Button>
          : <Button onClick={() => goTo(paths.review(beside.next ?? ''), true)}>{words.next}</Button>}
      <Step to={beside.next} label={words.next} icon="next" />
    </div>
  );
}

function Step({ to, label, icon }: { to: RecordId | null; label: string; icon: 'back' | 'next' }) {
  return (
    <button type="button" class="icon-button" aria-label={label} aria-disabled={to === null} onClick={() => { if (to !== null) goTo(paths.review(to), true); }}>
      <Icon name={icon} />
    </button>
  );
}
