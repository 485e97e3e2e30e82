import { dateText } from '../../../i18n/format.ts';
import { reportTitleWords } from '../../../i18n/report-title-words.ts';
import { reportPageWords as words } from '../../../i18n/report-words.ts';
import { say } from '../../../i18n/say.ts';
import { Notice } from '../../../ui/strip.tsx';
import { isRefusedForLock } from '../../may-mend.ts';
import { paths } from '../../paths.ts';
import type { RecordView } from '../../record-view.ts';
import type { ReportFacts } from '../../report-model.ts';
import { taskName } from '../../report-title.ts';
import { remarksOf } from '../form/remarks.ts';
import { partOfField, sectionParts } from './report-sections.ts';

/** What to mend of a returned report, each line a link to its place. */
export function RemarksOfReport({ view, facts }: { view: RecordView; facts: ReportFacts }) {
  const remarks = [...remarksOf(view)];
  // A lock has a notice of its own, with what may be done.
  if (remarks.length === 0 || (isRefusedForLock(view) && view.lock !== null)) return null;
  const dueOn = view.review?.dueOn ?? null;
  return (
    <Notice tone="returned" icon="returned" title={dueOn === null ? words.returned : say(words.returnedBefore, { date: dateText(dueOn) })}>
      <ul class="remarks">
        {remarks.map(([field, text]) => {
          const part = partOfField(field);
          const line = say(words.remark, { place: placeName(field, facts), text });
          return <li key={field}>{part === null ? line : <a href={paths.reportPart(facts.period.id, part)}>{line}</a>}</li>;
        })}
      </ul>
    </Notice>
  );
}

/** What a field of a report is called. */
export function placeName(field: string, { indicators, reference }: Pick<ReportFacts, 'indicators' | 'reference'>): string {
  const indicator = indicators.find((one) => field === one.code || field.startsWith(`${one.code}.`));
  if (indicator) return indicator.label;
  const task = reference.tasks.find((one) => field === `tasks.${one.id}`);
  if (task) return taskName(reference, task.id);
  return sectionParts.find((one) => one.key === field)?.title ?? reportTitleWords.plainTitle;
}
