import type { ComponentChildren } from 'preact';
import type { UnitId } from '../../../domain/id.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { Card, ListItem, Section } from '../../../ui/list.tsx';
import { TroublePage } from '../../parts/frame.tsx';
import { MoreList } from '../../parts/more-list.tsx';
import { paths } from '../../paths.ts';
import { oldestDays } from '../../review-view.ts';
import type { ReviewItem } from '../../review-view.ts';
import { lostText } from './lost-text.ts';
import { ReviewPage } from './review-page.tsx';
import { ReviewRow } from './review-row.tsx';
import { useReview } from './use-review.ts';
import type { ReviewDesk } from './use-review.ts';

const firstRows = 20;
const moreRows = 50;

/** T1: what waits for a decision, the oldest first; below it the decisions that have not gone yet. */
export function ReviewListScreen({ unitId }: { unitId: UnitId | null }) {
  const { desk, hasFailed } = useReview();
  if (!desk) return hasFailed ? <TroublePage title={words.title} backHref={paths.home} /> : null;
  return <List desk={desk} unitId={unitId} />;
}

function List({ desk, unitId }: { desk: ReviewDesk; unitId: UnitId | null }) {
  const isWanted = (item: ReviewItem): boolean => unitId === null || item.unitId === unitId;
  const waiting = desk.queue.waiting.filter(isWanted);
  const decided = desk.queue.decidedHere.filter(isWanted);
  const elsewhere = desk.queue.elsewhere.filter(isWanted);
  const lost = desk.queue.lost.filter(isWanted);
  const row = (item: ReviewItem): ComponentChildren => <Row item={item} desk={desk} />;
  const decidedRow = (item: ReviewItem): ComponentChildren => <Row item={item} desk={desk} line={decidedText(item)} />;
  const lostRow = (item: ReviewItem): ComponentChildren => <Row item={item} desk={desk} line={lostText(item)} />;
  const more = (count: number): string => say(words.more, { count });
  const keyOf = (item: ReviewItem): string => item.recordId;
  return (
    <ReviewPage title={words.title} backHref={paths.home}>
      {unitId !== null && (
        <div class="row">
          <p class="grow">{say(words.onlyUnit, { unit: desk.unitOf(unitId)?.name ?? unitId })}</p>
          <Button kind="other" small href={paths.reviewList}>{words.allUnits}</Button>
        </div>
      )}
      {waiting.length === 0
        ? <><p class="lead" role="status">{words.empty}</p><p class="muted state-line">{words.emptyText}</p></>
        : (
          <section class="sent-section">
            <p class="lead digits">{headText(desk, waiting)}</p>
            <MoreList items={waiting} first={firstRows} step={moreRows} keyOf={keyOf} row={row} more={more} />
          </section>
        )}
      {decided.length > 0 && (
        <section class="sent-section">
          <Section title={say(words.queued, { count: decided.length })} />
          <MoreList items={decided} first={firstRows} step={moreRows} keyOf={keyOf} row={decidedRow} more={more} />
        </section>
      )}
      {elsewhere.length > 0 && (
        <section class="sent-section">
          <Section title={say(words.elsewhere, { count: elsewhere.length })} />
          <MoreList items={elsewhere} first={firstRows} step={moreRows} keyOf={keyOf} row={row} more={more} />
        </section>
      )}
      {lost.length > 0 && (
        <section class="sent-section">
          <Section title={say(words.lost, { count: lost.length })} />
          <MoreList items={lost} first={firstRows} step={moreRows} keyOf={keyOf} row={lostRow} more={more} />
        </section>
      )}
      <Card><ListItem icon="person" title={words.unitsTitle} text={words.toUnits} href={paths.unitsBelow} /></Card>
    </ReviewPage>
  );
}

/** @param line in place of what deserves a look: the decision is made. */
function Row({ item, desk, line }: { item: ReviewItem; desk: ReviewDesk; line?: string }) {
  return (
    <ReviewRow item={item} unitName={desk.unitOf(item.unitId)?.name ?? ''} reference={desk.reference} flags={line === undefined ? desk.flagsOf(item) : []}>
      {line !== undefined && <span class="muted">{line}</span>}
    </ReviewRow>
  );
}

function headText(desk: ReviewDesk, waiting: readonly ReviewItem[]): string {
  const days = oldestDays({ waiting }, desk.today, desk.nowMs);
  return days === 0 ? say(words.waitingToday, { count: waiting.length }) : say(words.waiting, { count: waiting.length, days });
}

/** Where a decision of this phone stands, in one line. */
export function decidedText({ state }: ReviewItem): string {
  if (state.kind !== 'decided-here') return '';
  const isSent = state.slip.standing.state === 'received';
  if (state.slip.slip?.decision === 'returned') return isSent ? words.sentReturned : words.queuedReturned;
  return isSent ? words.sentApproved : words.queuedApproved;
}
