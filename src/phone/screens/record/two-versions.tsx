import { useState } from 'preact/hooks';
import { recordWords as words } from '../../../i18n/record-words.ts';
import { Button } from '../../../ui/button.tsx';
import { Chips } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/strip.tsx';
import { mendRecord } from '../../actions/mend-record.ts';
import { resubmit } from '../../actions/resubmit.ts';
import { activityContext } from '../../activity-context.ts';
import { chosen, differences } from '../../activity-fields.ts';
import { usePhone } from '../../context.ts';
import { useAction } from '../../parts/action-trouble.tsx';
import { useToday, useUnit } from '../../queries.ts';
import { goTo } from '../../router.ts';
import { paths } from '../../paths.ts';
import type { RecordPartProps } from './record-part.ts';

/** Edited on two phones: side by side, field by field. Nothing is decided by the later clock. */
export function TwoVersions({ view, reference, book }: RecordPartProps) {
  const phone = usePhone();
  const unit = useUnit();
  const today = useToday(reference);
  const { run, notice } = useAction();
  const [fromOther, setFromOther] = useState<ReadonlySet<string>>(new Set());
  const { activity: mine, other } = view;
  if (!mine || !other || !today) return <Notice tone="returned" icon="replaced" title={words.twoVersions}><p>{words.theirsMissing}</p></Notice>;
  const result = chosen(mine, other, fromOther);
  const take = (field: string, side: 'mine' | 'theirs'): void => {
    const next = new Set(fromOther);
    if (side === 'theirs') next.add(field);
    else next.delete(field);
    setFromOther(next);
  };
  const openForm = async (): Promise<void> => goTo(paths.draft(await mendRecord(phone, view, result, true)));
  const send = async (): Promise<void> => {
    const context = activityContext({ reference, unit, today, book }, { ...result, figures: {} }, view.recordId);
    const sent = await resubmit(phone, view, result, context);
    if (sent) goTo(paths.saved(view.recordId), true);
    else await openForm();
  };
  return (
    <Notice tone="returned" icon="replaced" title={words.twoVersions}>
      <p>{words.twoVersionsText}</p>
      {differences(mine, other, reference).map(({ field, name, one, other: theirs }) => (
        <Chips
          key={field} id={`v-${field}`} label={name} ofThree value={fromOther.has(field) ? 'theirs' : 'mine'} onValue={(side) => take(field, side)}
          options={[
            { value: 'mine', label: one || words.empty, small: words.mine },
            { value: 'theirs', label: theirs || words.empty, small: words.theirs },
          ]}
        />
      ))}
      <div class="stack">
        {notice}
        <Button onClick={() => run(send)}>{words.sendChosen}</Button>
        <Button kind="other" onClick={() => run(openForm)}>{words.editChosen}</Button>
      </div>
    </Notice>
  );
}
