import type { ReviewSlip } from '../../../domain/review-slip.ts';
import { recordWords } from '../../../i18n/record-words.ts';
import { slipWords as words } from '../../../i18n/slip-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/list.tsx';
import { InnerPage } from '../../parts/frame.tsx';
import { SlipText } from '../../parts/slip-text.tsx';
import { paths } from '../../paths.ts';
import type { RecordView } from '../../record-view.ts';
import { waitsForUnit } from '../../waits-for-unit.ts';
import { SlipRow, useDecidedOn } from '../outbox/slip-row.tsx';

/** A decision by its own address, as a receipt names it: what was written in it, and the way to the record it was made on. */
export function SlipPage({ view, slip }: { view: RecordView; slip: ReviewSlip }) {
  const below = useDecidedOn(slip);
  return (
    <InnerPage title={recordWords.title} backHref={paths.outbox}>
      <Card><SlipRow view={view} slip={slip} /></Card>
      {below && waitsForUnit(view, below.record) && <p class="muted">{words.waitsForUnitText}</p>}
      <SlipText slip={slip} />
      {below?.record && <Button href={paths.review(slip.recordId)}>{words.toRecord}</Button>}
    </InnerPage>
  );
}
