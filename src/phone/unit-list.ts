/** The unit's records as the list that a file and a printed page show. */
import { activityList } from '../documents/activity-list.ts';
import type { ActivityList, ListedRecord } from '../documents/activity-list.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Unit } from '../domain/unit.ts';
import { stateWords } from '../i18n/state-words.ts';
import { wordState } from './outbox-filter.ts';
import type { OutboxFilter } from './outbox-filter.ts';
import type { RecordView } from './record-view.ts';
import { formOf } from './reference.ts';
import type { Reference } from './reference.ts';

export interface UnitListOptions {
  readonly views: readonly RecordView[];
  readonly filter: OutboxFilter;
  readonly reference: Reference;
  readonly unit: Unit;
  readonly today: LocalDate;
}

export function unitList({ views, filter, reference, unit, today }: UnitListOptions): ActivityList {
  const records = views.flatMap(({ activity, standing, receipt }): readonly ListedRecord[] => (activity
    ? [{
      activity, standing, receiptNumber: receipt?.number ?? '',
      formName: formOf(reference, activity.formId, activity.formVersion)?.label ?? '',
      occasionTitle: (activity.occasionId && reference.occasionsById.get(activity.occasionId)?.shortTitle) ?? '',
    }]
    : []));
  const { year, taskId, state, query } = filter;
  return activityList(records, {
    unitName: unit.name, figures: reference.figures, today,
    filter: { year, taskId, query, stateWord: state === null ? null : stateWords[wordState(state)] },
  });
}
