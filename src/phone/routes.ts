/** The paths people see, and nothing else: values in, values out. */
import { PeriodId } from '../domain/period.ts';
import { OccasionId, RecordId, RequirementId, TaskId, UnitId } from '../domain/id.ts';

export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'directive' }
  /** With a requirement the page opens at it. */
  | { readonly name: 'task'; readonly taskId: TaskId; readonly requirementId: RequirementId | null }
  | { readonly name: 'whole-text'; readonly place: TextPlace | null }
  | { readonly name: 'changes' }
  | { readonly name: 'search'; readonly query: string }
  /** With an occasion the page opens at it. */
  | { readonly name: 'calendar'; readonly occasionId: OccasionId | null }
  /** What the list is narrowed to is read by its screen (`outbox-filter.ts`). */
  | { readonly name: 'outbox'; readonly search: string }
  | { readonly name: 'record'; readonly recordId: RecordId; readonly justSaved: boolean }
  /** `title`: of an item of the unit's own programme; empty otherwise. */
  | { readonly name: 'new'; readonly requirementId: RequirementId | null; readonly occasionId: OccasionId | null; readonly fresh: boolean; readonly title: string }
  | { readonly name: 'draft'; readonly draftId: string }
  | { readonly name: 'reports' }
  /** `part`: null is the list of its parts, `xem-lai` the check of the answers, else a task or a section (`reportParts`). */
  | { readonly name: 'report'; readonly periodId: PeriodId; readonly part: string | null; readonly isMend: boolean }
  /** `year`: null is the present one. `part`: null is the list of its items, `xem-lai` the check of it, else an item. */
  | { readonly name: 'programme'; readonly year: number | null; readonly part: string | null; readonly isMend: boolean }
  /** With a unit, its records alone. */
  | { readonly name: 'review-list'; readonly unitId: UnitId | null }
  | { readonly name: 'review'; readonly recordId: RecordId; readonly isReturning: boolean }
  | { readonly name: 'units-below' }
  | { readonly name: 'device' }
  | { readonly name: 'share'; readonly isFull: boolean }
  | { readonly name: 'help' }
  | { readonly name: 'activation' }
  | { readonly name: 'unknown' };

/** Where in the whole text a page opens: the words of a requirement, a block with words looked for, a note, a cited document. */
export type TextPlace =
  | { readonly kind: 'requirement'; readonly id: RequirementId }
  | { readonly kind: 'block'; readonly id: string; readonly query: string }
  | { readonly kind: 'note' | 'cited'; readonly id: string };

/** @param path the pathname; @param search the query with or without its `?`. */
export function parseRoute(path: string, search = ''): Route {
  const [first = '', second, ...rest] = path.split('/').filter((part) => part !== '');
  const query = new URLSearchParams(search);
  if (rest.length > (first === 'bao-cao' || first === 'xet-duyet' ? 1 : 0)) return { name: 'unknown' };
  switch (first) {
    case '':
      return { name: 'home' };
    case 'chi-dao':
      if (second === undefined) return { name: 'directive' };
      if (second === 'toan-van') return { name: 'whole-text', place: textPlace(query) };
      if (second === 'thay-doi') return { name: 'changes' };
      return withId(TaskId.safeParse(second), (taskId) => ({ name: 'task', taskId, requirementId: RequirementId.safeParse(query.get('noi-dung')).data ?? null }));
    case 'so-gui':
      if (second === undefined) return { name: 'outbox', search: query.toString() };
      return withId(RecordId.safeParse(second), (recordId) => ({ name: 'record', recordId, justSaved: query.has('vua-luu') }));
    case 'ghi':
      if (second !== undefined) return { name: 'draft', draftId: second };
      return {
        name: 'new',
        requirementId: RequirementId.safeParse(query.get('yeu-cau')).data ?? null,
        occasionId: OccasionId.safeParse(query.get('dip')).data ?? null,
        fresh: query.has('moi'),
        title: (query.get('ten') ?? '').slice(0, 160),
      };
    case 'bao-cao': {
      if (second === undefined) return { name: 'reports' };
      const [part = null] = rest;
      if (part !== null && !reportParts.includes(part)) return { name: 'unknown' };
      return withId(PeriodId.safeParse(second), (periodId) => ({ name: 'report', periodId, part, isMend: query.has('xem-lai') }));
    }
    case 'chuong-trinh': {
      const part = second ?? null;
      if (part !== null && part !== 'xem-lai' && !/^([1-9C]\.\d{1,2}[a-z]?|own[0-9a-f]{8})$/.test(part)) return { name: 'unknown' };
      const year = query.get('nam') ?? '';
      return { name: 'programme', year: /^20\d{2}$/.test(year) ? Number(year) : null, part, isMend: query.has('xem-lai') };
    }
    case 'xet-duyet':
      return reviewRoute(second, rest[0], query);
    case 'chia-se':
      return second === undefined ? { name: 'share', isFull: query.has('day') } : { name: 'unknown' };
    case 'tim':
      return second === undefined ? { name: 'search', query: query.get('tu') ?? '' } : { name: 'unknown' };
    default:
      return second === undefined ? onlyPage(first, query) : { name: 'unknown' };
  }
}

function reviewRoute(second: string | undefined, part: string | undefined, query: URLSearchParams): Route {
  if (second === undefined) return { name: 'review-list', unitId: UnitId.safeParse(query.get('don-vi')).data ?? null };
  if (part !== undefined && part !== 'tra-lai') return { name: 'unknown' };
  if (second === 'dia-ban') return part === undefined ? { name: 'units-below' } : { name: 'unknown' };
  return withId(RecordId.safeParse(second), (recordId) => ({ name: 'review', recordId, isReturning: part !== undefined }));
}

const reportParts: readonly string[] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'C', 'muc-1', 'muc-3', 'muc-4', 'muc-5', 'xem-lai'];

function textPlace(query: URLSearchParams): TextPlace | null {
  const requirementId = RequirementId.safeParse(query.get('noi-dung')).data;
  if (requirementId !== undefined) return { kind: 'requirement', id: requirementId };
  const block = query.get('doan');
  if (block !== null) return { kind: 'block', id: block, query: query.get('tu') ?? '' };
  const note = query.get('ghi-chu');
  if (note !== null) return { kind: 'note', id: note };
  const cited = query.get('van-ban');
  return cited === null ? null : { kind: 'cited', id: cited };
}

function onlyPage(name: string, query: URLSearchParams): Route {
  switch (name) {
    case 'lich':
      return { name: 'calendar', occasionId: OccasionId.safeParse(query.get('dip')).data ?? null };
    case 'may':
      return { name: 'device' };
    case 'tro-giup':
      return { name: 'help' };
    case 'k':
      return { name: 'activation' };
    default:
      return { name: 'unknown' };
  }
}

function withId<Id>(parsed: { readonly success: boolean; readonly data?: Id | undefined }, wrap: (id: Id) => Route): Route {
  return parsed.data === undefined ? { name: 'unknown' } : wrap(parsed.data);
}
