import { describe, expect, it } from 'vitest';
import { groupsOfProgramme, itemTitleAt, programmeChanges, programmeFieldsOf } from '../../src/domain/programme-fields.ts';
import { aProgramme } from '../make/programme.ts';

const own = 'own0a1b2c3d';
const meeting = { requirementId: null, title: 'Gặp mặt đầu xuân', months: { from: 1, to: 1 }, responsible: 'Tổ công đoàn', isKept: true };

describe('a programme as a reviewer reads it', () => {
  it('stands by task in the directive’s order, what was taken out in its place, the unit’s own at the end', () => {
    const groups = groupsOfProgramme(aProgramme('c01', { [own]: meeting }));
    expect(groups.map((one) => one.taskId)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'C', null]);
    expect(groups.find((one) => one.taskId === '5')?.items.map(([key, item]) => [key, item.isKept])).toEqual([['5.1', true], ['5.2', true], ['5.3', false], ['5.4', true], ['5.5', true]]);
  });

  it('may be returned at every item, which is called by its own title', () => {
    const programme = aProgramme('c01', { [own]: meeting });
    expect(programmeFieldsOf(programme)).toEqual(expect.arrayContaining(['items.4.2c', 'items.5.3', `items.${own}`]));
    const fields = [`items.${own}`, 'items.5.1.months', 'items.1.4', 'workingYear'];
    expect(fields.map((field) => itemTitleAt(programme, field))).toEqual(['Gặp mặt đầu xuân', 'Tổ chức các hoạt động Tháng Công nhân năm 2020', '', '']);
  });

  it('says what the unit mended: months, role, taken out, added; the order of keys is no change', () => {
    const before = aProgramme();
    const after = aProgramme('c01', { '5.1': { months: { from: 4, to: 6 } }, '8.5': { isKept: false }, [own]: meeting });
    expect(programmeChanges(before, after).map(({ key, before: old, after: now }) => [key, old?.isKept ?? null, now?.isKept ?? null])).toEqual([['5.1', true, true], ['8.5', true, false], [own, null, true]]);
    expect(programmeChanges(before, { ...before, items: Object.fromEntries(Object.entries(before.items).toReversed()) })).toEqual([]);
  });
});
