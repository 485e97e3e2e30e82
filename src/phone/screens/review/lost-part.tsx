import { proposedDueOn } from '../../../domain/deadline.ts';
import type { ReviewSlip } from '../../../domain/review-slip.ts';
import { reviewWords as words } from '../../../i18n/review-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { beginReturnAgain } from '../../actions/begin-return-again.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { SlipText } from '../../parts/slip-text.tsx';
import { paths } from '../../paths.ts';
import { goTo } from '../../router.ts';
import { lostText } from './lost-text.ts';
import { useBelowReport } from './report-part.tsx';
import { placeLabel, reasonsOf } from './return-fields.ts';
import type { ReviewPartProps } from './use-review.ts';

/** A decision that was not counted: why, and what was written in it, which may begin a new one. */
export function LostPart({ item, desk, slip, mayDecide }: ReviewPartProps & { slip: ReviewSlip; mayDecide: boolean }) {
  const phone = usePhone();
  const { run, notice } = useAction();
  const found = useBelowReport({ item, desk }, item.view.report);
  const again = (): void => run(async () => {
    await beginReturnAgain(phone, slip, reasonsOf(item), { today: desk.today, proposed: proposedDueOn(desk.today, desk.reference.calendar) });
    goTo(paths.giveBack(item.recordId));
  });
  return (
    <Notice tone="replaced" icon="replaced" title={words.lostTitle}>
      <p>{lostText(item)}</p>
      <SlipText slip={slip} label={placeLabel(item, desk, found)} />
      {notice}
      {mayDecide && slip.decision === 'returned' && (
        <Button kind="other" small onClick={again}>{slip.changeId === item.record.current.changeId ? words.returnMended : words.returnNewer}</Button>
      )}
    </Notice>
  );
}
