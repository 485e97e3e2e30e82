/** The paths people see, and nothing else: values in, values out. */
import { OccasionId, RecordId, RequirementId, TaskId } from '../domain/id.ts';

export type Route =
  | { readonly name: 'home' }
  | { readonly name: 'directive'; readonly taskId: TaskId | null }
  | { readonly name: 'calendar' }
  | { readonly name: 'outbox' }
  | { readonly name: 'record'; readonly recordId: RecordId; readonly justSaved: boolean }
  | { readonly name: 'new'; readonly requirementId: RequirementId | null; readonly occasionId: OccasionId | null; readonly fresh: boolean }
  | { readonly name: 'draft'; readonly draftId: string }
  | { readonly name: 'device' }
  | { readonly name: 'share'; readonly isFull: boolean }
  | { readonly name: 'help' }
  | { readonly name: 'activation' }
  | { readonly name: 'unknown' };

/** @param path the pathname; @param search the query with or without its `?`. */
export function parseRoute(path: string, search = ''): Route {
  const [first = '', second, ...rest] = path.split('/').filter((part) => part !== '');
  const query = new URLSearchParams(search);
  if (rest.length > 0) return { name: 'unknown' };
  switch (first) {
    case '':
      return { name: 'home' };
    case 'chi-dao':
      return second === undefined ? { name: 'directive', taskId: null } : withId(TaskId.safeParse(second), (taskId) => ({ name: 'directive', taskId }));
    case 'so-gui':
      if (second === undefined) return { name: 'outbox' };
      return withId(RecordId.safeParse(second), (recordId) => ({ name: 'record', recordId, justSaved: query.has('vua-luu') }));
    case 'ghi':
      if (second !== undefined) return { name: 'draft', draftId: second };
      return {
        name: 'new',
        requirementId: RequirementId.safeParse(query.get('yeu-cau')).data ?? null,
        occasionId: OccasionId.safeParse(query.get('dip')).data ?? null,
        fresh: query.has('moi'),
      };
    case 'chia-se':
      return second === undefined ? { name: 'share', isFull: query.has('day') } : { name: 'unknown' };
    default:
      return second === undefined ? onlyPage(first) : { name: 'unknown' };
  }
}

function onlyPage(name: string): Route {
  switch (name) {
    case 'lich':
      return { name: 'calendar' };
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

/** Addresses of the pages, for links. */
export const paths = {
  home: '/',
  directive: '/chi-dao',
  task: (taskId: string) => `/chi-dao/${taskId}`,
  calendar: '/lich',
  outbox: '/so-gui',
  record: (recordId: string) => `/so-gui/${recordId}`,
  saved: (recordId: string) => `/so-gui/${recordId}?vua-luu`,
  newActivity: '/ghi',
  freshActivity: '/ghi?moi',
  newFor: (requirementId: string) => `/ghi?yeu-cau=${requirementId}`,
  newForOccasion: (occasionId: string) => `/ghi?dip=${occasionId}`,
  draft: (draftId: string) => `/ghi/${draftId}`,
  device: '/may',
  help: '/tro-giup',
  /** Where other apps hand pictures over (the manifest says so too). */
  share: '/chia-se',
  activation: '/k',
} as const;
