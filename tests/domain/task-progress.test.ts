import { expect, test } from 'vitest';
import { TaskId } from '../../src/domain/id.ts';
import type { RequirementId } from '../../src/domain/id.ts';
import type { RecordState } from '../../src/domain/record-state.ts';
import { taskProgress } from '../../src/domain/task-progress.ts';

const nine = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((id) => TaskId.parse(id));
const record = (state: RecordState, ...ids: string[]) => ({ state, requirementIds: ids as RequirementId[] });

test('what needs a hand first is what the task shows', () => {
  const orders: [RecordState[], string][] = [
    [['approved', 'returned', 'queued'], 'returned'], [['approved', 'queued', 'received'], 'queued'], [['sending'], 'queued'], [['send_error'], 'queued'],
    [['received', 'approved'], 'approved'], [['received'], 'received'], [['draft'], 'none'], [['replaced'], 'none'], [[], 'none'],
  ];
  for (const [states, mark] of orders) expect(taskProgress(nine, states.map((state) => record(state, '4.3'))).get(nine[3] ?? TaskId.parse('4'))).toBe(mark);
});

test('a further requirement counts for its task too, and every task has its mark', () => {
  const progress = taskProgress(nine, [record('approved', '4.5', '2.5'), record('received', 'C.1')]);
  expect([...progress.entries()]).toEqual([
    ['1', 'none'], ['2', 'approved'], ['3', 'none'], ['4', 'approved'], ['5', 'none'], ['6', 'none'], ['7', 'none'], ['8', 'none'], ['9', 'none'],
  ]);
});
