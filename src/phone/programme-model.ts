/** A work programme between the records of the phone and the rules of the domain. */
import type { ProgrammeDraftEntry } from '../device/programme-draft-entry.ts';
import { isYearClosed } from '../domain/closed-year.ts';
import type { OfficerId } from '../domain/id.ts';
import { offlineReportStates } from '../domain/indicator-compute.ts';
import type { Occasion } from '../domain/occasion.ts';
import { occasionsOfYear } from '../domain/occasion-year.ts';
import { ProgrammeDraft, programmeRecordId } from '../domain/programme.ts';
import type { Programme } from '../domain/programme.ts';
import type { ProgrammeContext } from '../domain/programme-check.ts';
import { deedOf, programmeProgress, untoldRequirements } from '../domain/programme-progress.ts';
import type { Deed, ItemProgress } from '../domain/programme-progress.ts';
import { proposeProgramme } from '../domain/programme-proposal.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import { workingYearOf, workingYearRange } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import { programmeWords as words } from '../i18n/programme-words.ts';
import type { Book } from './book.ts';
import type { RecordView } from './record-view.ts';
import type { Reference } from './reference.ts';

export interface ProgrammeFacts {
  readonly unit: Unit;
  readonly workingYear: number;
  /** As they stand in the working year. */
  readonly occasions: readonly Occasion[];
  readonly book: Book;
  readonly reference: Reference;
  readonly today: LocalDate;
}

/** Null before the directive was downloaded. */
export function programmeFacts(workingYear: number, parts: Pick<ProgrammeFacts, 'book' | 'reference' | 'unit' | 'today'>): ProgrammeFacts | null {
  const { publishedOccasions, setting, tasks } = parts.reference;
  if (tasks.length === 0) return null;
  return { ...parts, workingYear, occasions: occasionsOfYear(publishedOccasions, workingYear, setting.workingYear) };
}

export function programmeContext({ unit, reference, today }: ProgrammeFacts): ProgrammeContext {
  const { manyMembers, knownNames } = reference.setting;
  return { unit, requirements: reference.requirements, measure: { manyMembers }, knownNames, today };
}

/** A year before the one the province works in is only read: no programme of it is begun, and a sent one is mended only where it was returned. */
export function isOnlyRead({ workingYear, reference }: Pick<ProgrammeFacts, 'workingYear' | 'reference'>, view: Pick<RecordView, 'standing'> | null): boolean {
  return isYearClosed(workingYearRange(workingYear).to, reference.setting.workingYear) && view?.standing.state !== 'returned';
}

/** Who answers for most items until the officer says otherwise. */
export function usualRole({ kind }: Pick<Unit, 'kind'>): string {
  return kind === 'grassroots' ? words.roleUnit : words.roleUpper;
}

/** The programme as the directive proposes it. */
export function startProgramme({ unit, reference, occasions, workingYear }: ProgrammeFacts): ProgrammeDraft {
  const { manyMembers } = reference.setting;
  return proposeProgramme({ tasks: reference.tasks, occasions, unit, measure: { manyMembers }, workingYear, responsible: usualRole(unit) });
}

/** A programme that is begun: its record is the same on every phone of the unit (`newReportEntry`). */
export function newProgrammeEntry(facts: ProgrammeFacts, officerId: OfficerId, draftId: string, at: Instant): ProgrammeDraftEntry {
  const { unit, workingYear, book } = facts;
  const attempt = book.views.filter(({ programme, isCancelled }) => programme?.workingYear === workingYear && isCancelled).length;
  return {
    draftId, recordId: programmeRecordId(unit.id, workingYear, attempt), base: null, startedAt: at, updatedAt: at, officerId, workingYear,
    programme: { ...startProgramme(facts) },
  };
}

/** The draft as the notebook holds it; null when a later version wrote it in a shape of its own. */
export function draftIn(entry: ProgrammeDraftEntry): ProgrammeDraft | null {
  return ProgrammeDraft.safeParse(entry.programme).data ?? null;
}

/** What the unit has done in the year: its activities, and its reports under the requirement that asks for them. */
export function deedsOf({ book, workingYear, today }: Pick<ProgrammeFacts, 'book' | 'workingYear' | 'today'>): readonly Deed[] {
  return book.views.flatMap((view): Deed[] => {
    const { recordId, activity, report, isCancelled, standing } = view;
    if (isCancelled || !offlineReportStates.includes(standing.state)) return [];
    if (activity && workingYearOf(activity.heldOn) === workingYear) {
      return [deedOf(recordId, { activity, heldOn: activity.heldOn }, today)];
    }
    if (report && workingYearOf(report.to) === workingYear) return [deedOf(recordId, { activity: null, heldOn: report.to }, today)];
    return [];
  });
}

export function progressOfProgramme(programme: Programme, facts: ProgrammeFacts): readonly ItemProgress[] {
  return programmeProgress(programme, deedsOf(facts), untoldRequirements(facts.reference.tasks.flatMap((task) => task.requirements)), facts.today);
}
