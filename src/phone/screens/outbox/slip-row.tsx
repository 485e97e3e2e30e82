import type { ReviewSlip } from '../../../domain/review-slip.ts';
import type { Unit } from '../../../domain/unit.ts';
import { say } from '../../../i18n/say.ts';
import { slipWords as words } from '../../../i18n/slip-words.ts';
import type { MirrorRecord } from '../../../sync/mirror.ts';
import { Icon } from '../../../ui/icon.tsx';
import { usePhone } from '../../context.ts';
import { lostReason } from '../../lost-reason.ts';
import { StateTag } from '../../parts/state-tag.tsx';
import { paths } from '../../paths.ts';
import { useLive, useReference } from '../../queries.ts';
import { recordName } from '../../record-name.ts';
import type { RecordView } from '../../record-view.ts';
import { waitsForUnit } from '../../waits-for-unit.ts';
import { whyText } from '../../why-text.ts';

interface SlipRowProps { view: RecordView; slip: ReviewSlip }

/** What a decision was made on, and whose it is; undefined while that is read. */
export function useDecidedOn({ recordId, unitId }: ReviewSlip): { readonly record: MirrorRecord | null; readonly unit: Unit | null } | undefined {
  const { mirror } = usePhone().hands;
  return useLive(async () => ({ record: await mirror.record(recordId), unit: await mirror.unit(unitId) }), [mirror, recordId, unitId], (key) => key.includes(recordId)).value;
}

/** A decision among what was sent: on what, of whom, where it stands. What it was made on is read for the rows that are drawn. */
export function SlipRow({ view, slip }: SlipRowProps) {
  const reference = useReference().value ?? null;
  const below = useDecidedOn(slip);
  const title = recordName(below?.record?.current.body, reference) || words.recordAway;
  const line = below ? lineOf(view, slip, below.record) : '';
  return (
    <a class="item" href={below?.record === null ? paths.record(view.recordId) : paths.review(slip.recordId)}>
      <span class="grow">
        <strong>{below ? say(words[slip.decision], { title }) : ''}</strong>
        <span class="muted">{below?.unit?.name ?? ''}</span>
        <span class="row-state">{!view.rechecking && <StateTag standing={view.standing} />}{line !== '' && <span class="muted digits">{line}</span>}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function lineOf(view: RecordView, slip: ReviewSlip, record: MirrorRecord | null): string {
  if (waitsForUnit(view, record)) return words.waitsForUnit;
  return (view.standing.qualifier === 'not-counted' && lostLine(view, slip, record)) || whyText(view) || (view.receipt ? say(words.receipt, { number: view.receipt.number }) : '');
}

/** Empty where the line of the standing says as much. */
function lostLine(view: RecordView, slip: ReviewSlip, record: MirrorRecord | null): string {
  switch (lostReason(view, record)) {
    case 'decided-before': {
      const first = record?.reviews.find(({ edition }) => edition === slip.edition);
      return first ? say(words.lostBefore, { unit: first.byUnitName }) : '';
    }
    case 'newer-edition':
      return words.lostNewer;
    case 'cancelled':
      return words.lostCancelled;
    case 'not-below':
      return words.lostNotBelow;
    case 'not-locked':
      return words.lostNotLocked;
    case 'refused':
    case 'unknown':
      return '';
  }
}
