/** Chín nhiệm vụ: one mark for each task of the directive, from the records of a unit. */
import type { RequirementId, TaskId } from './id.ts';
import { taskOf } from './id.ts';
import type { RecordState } from './record-state.ts';

export const taskMarks = ['returned', 'queued', 'approved', 'received', 'none'] as const;
export type TaskMark = (typeof taskMarks)[number];

export interface TaskRecord {
  /** The main requirement and the further ones. */
  readonly requirementIds: readonly RequirementId[];
  readonly state: RecordState;
}

/**
 * One mark per task, what asks for a hand first: returned, then what has not reached the province yet, then approved,
 * then received. An approved activity is not taken back by a newer one that still waits to be read.
 * A draft and what was taken out of the counts leave no mark; every mark but `none` means “đã có hoạt động”.
 */
export function taskProgress(taskIds: readonly TaskId[], records: readonly TaskRecord[]): ReadonlyMap<TaskId, TaskMark> {
  const progress = new Map<TaskId, TaskMark>(taskIds.map((id) => [id, 'none']));
  for (const record of records) {
    const mark = markOf(record.state);
    for (const id of new Set(record.requirementIds.map(taskOf))) {
      const known = progress.get(id);
      if (known !== undefined && taskMarks.indexOf(mark) < taskMarks.indexOf(known)) progress.set(id, mark);
    }
  }
  return progress;
}

function markOf(state: RecordState): TaskMark {
  switch (state) {
    case 'returned':
      return 'returned';
    // What could not be sent still waits on the phone; the strip of sync says that it needs a hand.
    case 'queued':
    case 'sending':
    case 'send_error':
      return 'queued';
    case 'received':
      return 'received';
    case 'approved':
      return 'approved';
    case 'draft':
    case 'replaced':
      return 'none';
  }
}
