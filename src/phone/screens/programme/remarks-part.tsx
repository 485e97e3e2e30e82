import { keyOfField } from '../../../domain/programme.ts';
import { itemTitleAt } from '../../../domain/programme-fields.ts';
import type { ItemKey } from '../../../domain/programme.ts';
import { dateText } from '../../../i18n/format.ts';
import { programmeWords as words } from '../../../i18n/programme-words.ts';
import { reportPageWords as reportWords } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Notice } from '../../../ui/strip.tsx';
import { paths } from '../../paths.ts';
import { programmeIn } from '../../programme-body.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';
import type { RecordView } from '../../record-view.ts';
import { remarksOf } from '../form/remarks.ts';

/** What to mend of a returned programme, each line a link to its item. */
export function RemarksOfProgramme({ view, facts }: { view: RecordView; facts: ProgrammeFacts }) {
  const remarks = [...remarksOf(view)];
  if (remarks.length === 0) return null;
  const dueOn = view.review?.dueOn ?? null;
  const programme = programmeIn(view.programme);
  return (
    <Notice tone="returned" icon="returned" title={dueOn === null ? reportWords.returned : say(reportWords.returnedBefore, { date: dateText(dueOn) })}>
      <ul class="remarks">
        {remarks.map(([field, text]) => {
          const key = keyOfField(field);
          const line = say(reportWords.remark, { place: itemTitleAt(programme, field) || words.plainTitle, text });
          return <li key={field}>{key === null ? line : <a href={paths.programmeItem(facts.workingYear, key)}>{line}</a>}</li>;
        })}
      </ul>
    </Notice>
  );
}

/** The items that something is said of. */
export function remarkKeys(view: RecordView | null): ReadonlySet<ItemKey> {
  return new Set([...remarksOf(view).keys()].flatMap((field) => keyOfField(field) ?? []));
}

/** What is said of an item, whatever box of it is meant. */
export function remarkAt(view: RecordView | null, key: ItemKey): string | undefined {
  const found = [...remarksOf(view)].flatMap(([field, text]) => (keyOfField(field) === key ? [text] : []));
  return found.length === 0 ? undefined : found.join(' ');
}
