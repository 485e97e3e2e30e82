/** What Sổ gửi is narrowed to, kept in its address: year, task, state, words. */
import { TaskId, taskOf } from '../domain/id.ts';
import type { Activity } from '../domain/activity.ts';
import type { RecordState } from '../domain/record-state.ts';
import { yearOfPeriod } from '../domain/period.ts';
import { dayOf, workingYearOf } from '../domain/time.ts';
import { isWaiting } from './book.ts';
import type { RecordView } from './record-view.ts';
import { paths } from './paths.ts';

/** As an officer sorts them: what is on its way counts as waiting. */
export const outboxStates = ['can-bo-sung', 'chua-gui-duoc', 'cho-gui', 'nhap', 'da-nhan', 'da-duyet', 'da-co-ban-moi'] as const;
export type OutboxState = (typeof outboxStates)[number];

export interface OutboxFilter {
  /** Năm công tác. */
  readonly year: number | null;
  readonly taskId: TaskId | null;
  readonly state: OutboxState | null;
  /** As typed. */
  readonly query: string;
}

export const wholeOutbox: OutboxFilter = { year: null, taskId: null, state: null, query: '' };

const statesOf: Readonly<Record<OutboxState, readonly RecordState[]>> = {
  'can-bo-sung': ['returned'],
  'chua-gui-duoc': ['send_error'],
  'cho-gui': ['queued', 'sending'],
  nhap: ['draft'],
  'da-nhan': ['received'],
  'da-duyet': ['approved'],
  'da-co-ban-moi': ['replaced'],
};

/** The state whose word stands for all of an entry of the list. */
export function wordState(state: OutboxState): RecordState {
  return statesOf[state][0] ?? 'draft';
}

/** What an address says; what it says wrongly is left out. */
export function parseOutboxFilter(query: URLSearchParams): OutboxFilter {
  const year = query.get('nam') ?? '';
  const state = query.get('trang-thai');
  return {
    year: /^(19|20)\d{2}$/.test(year) ? Number(year) : null,
    taskId: TaskId.safeParse(query.get('nhiem-vu')).data ?? null,
    state: outboxStates.find((one) => one === state) ?? null,
    query: query.get('tim') ?? '',
  };
}

/** @returns the address of Sổ gửi narrowed to this. */
export function outboxAddress({ year, taskId, state, query }: OutboxFilter): string {
  const parts = new URLSearchParams();
  if (year !== null) parts.set('nam', String(year));
  if (taskId !== null) parts.set('nhiem-vu', taskId);
  if (state !== null) parts.set('trang-thai', state);
  if (query.trim() !== '') parts.set('tim', query);
  const text = parts.toString();
  return text === '' ? paths.outbox : `${paths.outbox}?${text}`;
}

export function isNarrowed(filter: OutboxFilter): boolean {
  return outboxAddress(filter) !== paths.outbox;
}

/** @param found ids of the records that the words find; null when there are none to look for. */
export function inOutbox(view: RecordView, filter: OutboxFilter, found: ReadonlySet<string> | null): boolean {
  if (found && !found.has(view.recordId)) return false;
  if (filter.state !== null && !hasState(view, filter.state)) return false;
  if (filter.year === null && filter.taskId === null) return true;
  // A report is of the year of its period, and answers the directive’s closing part.
  if (view.report) return (filter.year === null || yearOfPeriod(view.report.periodId) === filter.year) && (filter.taskId === null || filter.taskId === 'C');
  if (view.programme) return (filter.year === null || view.programme.workingYear === filter.year) && (filter.taskId === null || filter.taskId === 'C');
  // A decision is of the year it was made in, and of no task.
  if (view.slip) return (filter.year === null || workingYearOf(dayOf(view.savedAt)) === filter.year) && filter.taskId === null;
  // What this version cannot read has neither a day nor a task.
  if (!view.activity) return false;
  return (filter.year === null || workingYearOf(view.activity.heldOn) === filter.year) && (filter.taskId === null || isOfTask(view.activity, filter.taskId));
}

function hasState(view: RecordView, state: OutboxState): boolean {
  return state === 'cho-gui' ? isWaiting(view) && view.standing.state !== 'send_error' : !view.rechecking && statesOf[state].includes(view.standing.state);
}

/** Whether an activity names a requirement of the task, as its own or as a further one. */
export function isOfTask({ requirementId, alsoRequirementIds }: Pick<Activity, 'requirementId' | 'alsoRequirementIds'>, taskId: TaskId): boolean {
  return taskOf(requirementId) === taskId || alsoRequirementIds.some((id) => taskOf(id) === taskId);
}

/** The working years that the records were held in, the latest first. */
export function yearsIn(views: readonly RecordView[]): readonly number[] {
  const years = new Set<number>();
  for (const { activity } of views) if (activity) years.add(workingYearOf(activity.heldOn));
  return [...years].toSorted((one, next) => next - one);
}

/**
 * What the whole list shows of several years: those of earlier ones that are done stand aside, what waits for a hand
 * never does. @returns the rest, and how many of each earlier year stand aside, the latest first.
 */
export function ofCurrentYear(views: readonly RecordView[], currentYear: number): { readonly shown: readonly RecordView[]; readonly aside: readonly { readonly year: number; readonly count: number }[] } {
  const counts = new Map<number, number>();
  const shown = views.filter((view) => {
    const heldOn = view.activity?.heldOn ?? (view.slip ? dayOf(view.savedAt) : null);
    const year = heldOn !== null && isDone(view) ? workingYearOf(heldOn) : currentYear;
    if (year >= currentYear) return true;
    counts.set(year, (counts.get(year) ?? 0) + 1);
    return false;
  });
  return { shown, aside: [...counts].toSorted(([one], [next]) => next - one).map(([year, count]) => ({ year, count })) };
}

/** Nothing is left to do about it on this phone. */
function isDone({ standing: { state }, rechecking }: RecordView): boolean {
  return !rechecking && (state === 'received' || state === 'approved' || state === 'replaced');
}
