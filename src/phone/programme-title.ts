/** Which one of the unit's programmes is of a year, and whether it owes one; what home itself needs. */
import { programmeRequirement } from '../domain/requirement.ts';
import { requirementFit } from '../domain/requirement-fit.ts';
import type { LocalDate } from '../domain/time.ts';
import { workingYearOf } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import type { Book } from './book.ts';
import type { RecordView } from './record-view.ts';
import type { Reference } from './reference.ts';

/** The newest programme of a year that counts; a cancelled one is none. */
export function programmeView(book: Book, workingYear: number): RecordView | null {
  return book.views.find((view) => view.programme?.workingYear === workingYear && !view.isCancelled && view.standing.state !== 'replaced') ?? null;
}

/** This working year, where the directive asks a programme of the unit and there is none; null otherwise. */
export function owedProgramme(book: Book, { requirements, setting }: Reference, unit: Unit, today: LocalDate): { readonly workingYear: number; readonly isBegun: boolean } | null {
  const workingYear = workingYearOf(today);
  const requirement = requirements.get(programmeRequirement);
  if (!requirement || requirementFit(requirement, unit, { manyMembers: setting.manyMembers }) !== 'applies' || programmeView(book, workingYear)) return null;
  return { workingYear, isBegun: book.programmeDrafts.some((draft) => draft.workingYear === workingYear) };
}
