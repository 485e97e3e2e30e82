import { monthOf } from '../../../domain/month-span.ts';
import { workingYearOf } from '../../../domain/time.ts';
import { programmeWords as words } from '../../../i18n/programme-words.ts';
import { say } from '../../../i18n/say.ts';
import { Button } from '../../../ui/button.tsx';
import { paths } from '../../paths.ts';
import type { ProgrammeFacts } from '../../programme-model.ts';

/** The years stand beside each other: those that there are, and the next one from October on. */
export function OtherYears({ facts: { book, workingYear, today } }: { facts: ProgrammeFacts }) {
  const present = workingYearOf(today);
  const month = monthOf(today);
  const years = new Set([
    ...book.views.flatMap(({ programme, isCancelled }) => (programme && !isCancelled ? [programme.workingYear] : [])),
    present, ...(month === 10 || month === 11 ? [present + 1] : []),
  ]);
  const others = [...years].filter((year) => year !== workingYear).toSorted((one, next) => next - one);
  if (others.length === 0) return null;
  return <div class="stack">{others.map((year) => <Button key={year} kind="quiet" href={paths.programme(year)}>{say(words.otherYear, { year })}</Button>)}</div>;
}
