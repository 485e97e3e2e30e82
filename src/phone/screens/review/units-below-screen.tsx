import { useState } from 'preact/hooks';
import { dayOf, daysBetween, instantOf } from '../../../domain/time.ts';
import { dateText, dayMonthText } from '../../../i18n/format.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { Card, Section } from '../../../ui/list.tsx';
import { besideToday } from '../../due-facts.ts';
import { TroublePage } from '../../parts/frame.tsx';
import { paths } from '../../paths.ts';
import { useSyncStatus } from '../../queries.ts';
import { whenText } from '../../relative-time.ts';
import { periodText } from '../../report-title.ts';
import { unitsBelow } from '../../units-below.ts';
import type { UnitBelow, UnitsBelow } from '../../units-below.ts';
import { ReviewPage } from './review-page.tsx';
import { useReview } from './use-review.ts';
import type { ReviewDesk } from './use-review.ts';

/** T4: the units below, by whether their report is there. What no phone can know, such as who is out of contact, is not said. */
export function UnitsBelowScreen() {
  const { desk, hasFailed } = useReview();
  if (!desk) return hasFailed ? <TroublePage title={words.unitsTitle} backHref={paths.reviewList} /> : null;
  return <Units desk={desk} />;
}

function Units({ desk }: { desk: ReviewDesk }) {
  const { lastContactAt } = useSyncStatus();
  const { below, book, reference, today, nowMs } = desk;
  const found = unitsBelow(below, book, reference.calendar, today);
  const owing = found.units.filter(({ dueOn }) => dueOn !== null);
  const sent = found.units.filter(({ report }) => report !== null);
  const missing = owing.filter(({ report }) => report === null);
  const other = found.units.filter(({ dueOn, report }) => dueOn === null && report === null);
  return (
    <ReviewPage title={words.unitsTitle} backHref={paths.reviewList}>
      <p class="lead digits">{found.period ? say(words.unitsPeriod, { period: periodText(found.period.id, reference), sent: owing.length - missing.length, all: owing.length }) : words.unitsNoPeriod}</p>
      <p class="muted digits state-line">{lastContactAt === null ? words.unitsNever : say(words.unitsKnown, { when: whenText(lastContactAt, nowMs) })}</p>
      <Group title={say(words.unitsMissing, { count: missing.length })} units={missing} desk={desk} period={found.period} />
      <Group title={say(words.unitsSent, { count: sent.length })} units={sent} desk={desk} period={found.period} />
      <Group title={say(words.unitsOther, { count: other.length })} units={other} desk={desk} period={found.period} />
    </ReviewPage>
  );
}

interface GroupProps { title: string; units: readonly UnitBelow[]; desk: ReviewDesk; period: UnitsBelow['period'] }

function Group({ title, units, desk, period }: GroupProps) {
  if (units.length === 0) return null;
  return (
    <section>
      <Section title={title} />
      <Card><ul>{units.map((one) => <li key={one.unit.id}><UnitRow one={one} desk={desk} period={period} /></li>)}</ul></Card>
    </section>
  );
}

function UnitRow({ one, desk, period }: Omit<GroupProps, 'title' | 'units'> & { one: UnitBelow }) {
  const { unit, report, dueOn, waitingCount } = one;
  return (
    <div class="card-inside">
      <p class="review-unit">{unit.name}</p>
      {report ? <p class="muted">{say(words.unitReport, { state: reportState(report) })}</p> : dueOn !== null && <p class="muted digits">{dueText(dueOn, desk.today)}</p>}
      <p class="muted digits">{lastText(one, desk)}</p>
      <div class="review-ways">
        {waitingCount > 0 && <Button kind="other" small href={paths.reviewListOf(unit.id)}>{say(words.unitWaiting, { count: waitingCount })}</Button>}
        {report && <Button kind="other" small href={paths.review(report.recordId)}>{words.tabReport}</Button>}
        {!report && dueOn !== null && period && <ZaloButton unitName={unit.name} text={say(words.zaloText, { unit: unit.name, period: periodText(period.id, desk.reference), date: dateText(dueOn) })} />}
      </div>
    </div>
  );
}

function reportState({ state }: NonNullable<UnitBelow['report']>): string {
  if (state.kind === 'decided-here') return words.reportDecidedHere;
  if (state.kind === 'decided') return state.review.decision === 'approved' ? words.reportApproved : words.reportReturned;
  return words.reportWaiting;
}

function dueText(dueOn: NonNullable<UnitBelow['dueOn']>, today: ReviewDesk['today']): string {
  const late = daysBetween(dueOn, today);
  return late > 0 ? say(words.unitLate, { date: dayMonthText(dueOn), days: late }) : say(words.unitDue, { date: dayMonthText(dueOn) });
}

/** Beside the working day, which stands still in the sample mode. */
function lastText({ lastReceivedAt }: UnitBelow, { today, nowMs }: ReviewDesk): string {
  return lastReceivedAt === null ? words.unitNever : say(words.unitLast, { date: dateText(besideToday(dayOf(lastReceivedAt), today, dayOf(instantOf(nowMs)))) });
}

/** The message is handed to the share sheet, or copied: a person picks who reads it, and presses send. */
function ZaloButton({ unitName, text }: { unitName: string; text: string }) {
  const [answer, setAnswer] = useState<'none' | 'copied' | 'by-hand'>('none');
  const hand = async (): Promise<void> => {
    const sharer = navigator as { share?: (data: { text: string }) => Promise<void> };
    if (sharer.share && matchMedia('(pointer: coarse)').matches) {
      await sharer.share({ text }).catch(() => undefined);
      return;
    }
    setAnswer((await copyText(text, null)) ? 'copied' : 'by-hand');
  };
  return (
    <>
      <Button kind="other" small label={say(words.zaloFor, { unit: unitName })} onClick={() => void hand()}>{words.zalo}</Button>
      {answer !== 'none' && (
        <div class="grow" role="status">
          <p class="muted">{answer === 'copied' ? words.zaloCopied : words.zaloByHand}</p>
          <p class="selectable">{text}</p>
        </div>
      )}
    </>
  );
}
