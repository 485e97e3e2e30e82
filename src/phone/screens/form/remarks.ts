/** Sentences at the fields: a reviewer's remarks, a rule's refusals, an officer's own slips. */
import type { SoftWarning } from '../../../domain/activity-check.ts';
import type { Problem } from '../../../domain/problem.ts';
import { LocalDate } from '../../../domain/time.ts';
import { dateText, numberText } from '../../../i18n/format.ts';
import { problemWords } from '../../../i18n/problem-words.ts';
import { fill } from '../../../i18n/say.ts';
import type { ReturnedProblem } from '../../../sync/protocol.ts';
import type { RecordView } from '../../record-view.ts';

/** What to mend, by field: the reviewer's own words, or why a rule refused it. */
export function remarksOf(view: RecordView | null): ReadonlyMap<string, string> {
  const remarks = new Map<string, string>();
  const add = (field: string, text: string): void => {
    const before = remarks.get(field);
    remarks.set(field, before === undefined ? text : `${before} ${text}`);
  };
  if (view?.standing.state !== 'returned') return remarks;
  for (const remark of view.review?.remarks ?? []) add(remark.field, remark.text);
  for (const problem of view.problems) add(problem.field ?? 'title', sentenceOf(problem));
  return remarks;
}

export interface StrayRemark {
  readonly field: string;
  readonly text: string;
  readonly kind: 'remark' | 'error';
}

/** Remarks and refusals whose field is not on the page as it stands: they are said at its top, never left out. */
export function strayRemarks(remarks: ReadonlyMap<string, string>, problems: readonly Problem[], onPage: ReadonlySet<string>): readonly StrayRemark[] {
  return [
    ...[...remarks].map(([field, text]) => ({ field, text, kind: 'remark' as const })),
    ...problems.flatMap((problem) => problem.field === undefined ? [] : [{ field: problem.field, text: sentenceOf(problem), kind: 'error' as const }]),
  ].filter(({ field }) => !onPage.has(field));
}

const top = ['requirementId', 'alsoRequirementIds', 'occasionId', 'formId', 'title', 'heldOn'];
const end = ['photos', 'note', 'link'];

/** From the top of this page to its bottom: figures stand between the day and the photos. */
export function inPageOrder<Named extends { readonly field?: string | undefined }>(problems: readonly Named[]): readonly Named[] {
  const place = ({ field = 'title' }: Named): number => {
    const above = top.indexOf(field);
    if (above >= 0) return above;
    return top.length + 1 + end.indexOf(field);
  };
  return [...problems].sort((one, next) => place(one) - place(next));
}

/** One sentence and its next step. */
export function sentenceOf(problem: ReturnedProblem): string {
  const { sentence, next } = problemWords(problem);
  return `${sentence} ${next}`;
}

export function questionText({ sentence, blanks }: SoftWarning): string {
  const written = Object.entries(blanks).map(([name, value]) => [name, blankText(name, value)] as const);
  return fill(sentence, Object.fromEntries(written));
}

function blankText(name: string, value: string | number): string {
  if (typeof value === 'number') return name === 'year' ? String(value) : numberText(value);
  const day = LocalDate.safeParse(value);
  return day.success ? dateText(day.data) : value;
}
