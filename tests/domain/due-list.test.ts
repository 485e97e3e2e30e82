import { expect, test } from 'vitest';
import { dueList } from '../../src/domain/due-list.ts';
import type { DueFacts, ReturnedRecord } from '../../src/domain/due-list.ts';
import type { OccasionId, RecordId } from '../../src/domain/id.ts';
import { day, occasions, requirements, unit } from '../make/activity-context.ts';

const returned = (title: string, dueOn: string | null, returnedOn = '2020-05-14'): ReturnedRecord => ({
  recordId: `00000000-0000-7000-8000-${title.padStart(12, '0')}` as RecordId, title, fields: ['attendances'], returnedOn: day(returnedOn), dueOn: dueOn === null ? null : day(dueOn),
});

const facts = (overrides: Partial<DueFacts> = {}): DueFacts => ({
  today: day('2020-05-15'), unit: unit('c01'), measure: { manyMembers: 30 }, returned: [], unsentSince: [], occasions, requirements,
  recordedOccasionIds: new Set(), reports: [], drafts: [], programme: null, ...overrides,
});

test('what was returned stands first, then what waits too long, then near occasions, then drafts', () => {
  const list = dueList(facts({
    drafts: [{ draftId: 'd1', title: 'a', touchedOn: day('2020-05-14') }],
    unsentSince: [day('2020-05-07'), day('2020-05-01'), day('2020-05-15')],
    returned: [returned('1', '2020-05-18')],
  }));
  expect(list.map((item) => item.kind)).toEqual(['returned', 'unsent', 'occasion', 'draft']);
  expect(list[1]).toEqual({ kind: 'unsent', count: 2, forDays: 14 });
});

test('the nearest deadline stands first, one that has passed before all, none after all', () => {
  const list = dueList(facts({ occasions: [], returned: [returned('1', null), returned('2', '2020-05-18'), returned('3', '2020-05-14'), returned('4', null, '2020-05-01')] }));
  expect(list.map((item) => item.kind === 'returned' && [item.title, item.inDays])).toEqual([['3', -1], ['2', 3], ['4', null], ['1', null]]);
});

test('seven days unsent is not long yet', () => {
  expect(dueList(facts({ occasions: [], unsentSince: [day('2020-05-08')] }))).toEqual([]);
  expect(dueList(facts({ occasions: [], unsentSince: [day('2020-05-07')] }))).toHaveLength(1);
});

test('an occasion asks in the words of its tasks, and falls silent once an activity is recorded for it', () => {
  expect(dueList(facts())).toEqual([
    { kind: 'occasion', occasionId: 'e0519', shortTitle: '130 năm Ngày sinh Bác Hồ', startsOn: '2020-05-19', inDays: 4, taskIds: ['2', '4'] },
  ]);
  expect(dueList(facts({ recordedOccasionIds: new Set(['e0519' as OccasionId]) }))).toEqual([]);
});

test('yesterday’s occasion may still be recorded; a month of action is news only when it begins', () => {
  const ids = (today: string) => dueList(facts({ today: day(today) })).map((item) => item.kind === 'occasion' && item.occasionId);
  expect(ids('2020-05-20')).toEqual(['e0519']);
  expect(ids('2020-05-21')).toEqual([]);
  expect(ids('2020-05-02')).toEqual(['e0501', 'm-cn', 'm-at', 'e0507', 'e0508']);
});

test('an occasion that asks nothing of this unit is not shown to it', () => {
  const teachers = dueList(facts({ today: day('2020-11-15') })).map((item) => item.kind === 'occasion' && item.occasionId);
  const others = dueList(facts({ today: day('2020-11-15'), unit: unit('c11') })).map((item) => item.kind === 'occasion' && item.occasionId);
  expect(teachers).toEqual(['e1120']);
  expect(others).toEqual([]);
});

test('the draft touched last stands first', () => {
  const drafts = [{ draftId: 'old', title: '', touchedOn: day('2020-05-01') }, { draftId: 'new', title: '', touchedOn: day('2020-05-14') }];
  expect(dueList(facts({ occasions: [], drafts })).map((item) => item.kind === 'draft' && item.draftId)).toEqual(['new', 'old']);
});

test('a year without a work programme asks for one, first while the year is young, and falls silent once there is one', () => {
  const owed = { workingYear: 2020, isBegun: false };
  const item = (today: string) => dueList(facts({ today: day(today), occasions: [], programme: owed }))[0];
  expect([item('2020-03-31'), item('2020-04-01')]).toEqual([{ kind: 'programme', ...owed, isYoung: true }, { kind: 'programme', ...owed, isYoung: false }]);
  expect(item('2019-12-02')).toMatchObject({ isYoung: true });
  expect(dueList(facts({ occasions: [] }))).toEqual([]);
});
