import { describe, expect, it, test } from 'vitest';
import type { UnitId } from '../../src/domain/id.ts';
import { itemField, keyOfField, Programme, programmeRecordId } from '../../src/domain/programme.ts';
import type { ProgrammeDraft } from '../../src/domain/programme.ts';
import { checkProgramme, readProgramme } from '../../src/domain/programme-check.ts';
import { aProgramme, aProposal, key, programmeContext, withItems } from '../make/programme.ts';

const hard = (draft: ProgrammeDraft, today?: string): string[] =>
  checkProgramme(draft, programmeContext('c01', today)).hard.map((one) => `${one.field} ${one.code}`);
const soft = (draft: ProgrammeDraft): string[] => checkProgramme(draft, programmeContext()).soft.map((one) => one.id);
const own = 'own0a1b2c3d';
const meeting = { title: 'Gặp mặt đoàn viên điểm trường lẻ', months: { from: 8, to: 8 }, responsible: 'Tổ công đoàn điểm lẻ' };

describe('what keeps a programme from being sent', () => {
  test.each<readonly [string, Parameters<typeof withItems>[1], string]>([
    ['an item of the unit’s own without months', { [own]: { ...meeting, months: null } }, `items.${own}.months programme-month-missing`],
    ['one without a title', { [own]: { ...meeting, title: '' } }, `items.${own}.title programme-title-missing`],
    ['an item of the directive whose months were taken away', { '5.1': { months: null } }, 'items.5.1.months programme-month-missing'],
    ['a person in a title', { [own]: { ...meeting, title: 'Thăm đồng chí Lò Văn Pâng' } }, `items.${own}.title text-names-person`],
    ['a person as the one responsible', { '5.1': { responsible: 'Nguyễn Thị Hoa' } }, 'items.5.1.responsible text-names-person'],
    ['a telephone number', { '5.1': { responsible: 'Tổ trưởng, 0912 345 678' } }, 'items.5.1.responsible text-has-phone'],
    ['a person in what was taken out, for it travels too', { '5.1': { responsible: 'Nguyễn Thị Hoa', isKept: false } }, 'items.5.1.responsible text-names-person'],
    ['a role of more than 80 letters', { '5.1': { responsible: 'Ban '.repeat(21) } }, 'items.5.1.responsible text-too-long'],
    ['a title longer than an activity’s, which could never tell it', { [own]: { ...meeting, title: 'Gặp mặt '.repeat(21) } }, `items.${own}.title text-too-long`],
    ['a requirement a second time', { [own]: { ...meeting, requirementId: '5.1' as never } }, `items.${own} programme-twice`],
    ['a requirement that the directive does not have', { [own]: { ...meeting, requirementId: '5.9' as never } }, `items.${own} requirement-unknown`],
  ])('%s', (_, items, expected) => {
    expect(hard(withItems(aProposal(), items))).toEqual([expected]);
  });

  it('is also that everything was taken out, that it is another unit’s, or of a year too far ahead', () => {
    const draft = aProposal();
    const none = { ...draft, items: Object.fromEntries(Object.entries(draft.items).map(([id, item]) => [id, { ...item, isKept: false }])) };
    expect(hard(none)).toContain('items programme-empty');
    expect(hard({ ...draft, unitId: 'c02' as UnitId })).toEqual(['unitId programme-unit-wrong']);
    expect(hard({ ...draft, workingYear: 2022 })).toEqual(['workingYear programme-year-ahead']);
    expect(hard({ ...draft, workingYear: 2021 })).toEqual([]);
  });

  it('is not what the directive no longer has, once it was taken out: nobody could mend it', () => {
    expect(hard(withItems(aProposal(), { [own]: { ...meeting, requirementId: '5.9' as never, isKept: false } }))).toEqual([]);
  });

  it('is more than one message takes, told with how much is too much', () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`own${String(index).padStart(8, '0')}`, { ...meeting, title: `Việc ${index} ${'của đơn vị '.repeat(13)}`.trim() }]));
    const found = checkProgramme(withItems(aProposal(), many), programmeContext()).hard;
    expect(found.map((one) => one.code)).toEqual(['programme-too-many', 'programme-too-long'].filter((code) => found.some((one) => one.code === code)));
    expect(Number(found.at(-1)?.details?.['over'])).toBeGreaterThan(0);
  });

  it('is not what was begun as an own item and taken out again: it is not sent at all', () => {
    const read = readProgramme(withItems(aProposal(), { [own]: { title: '', isKept: false } }), programmeContext());
    expect('programme' in read && Object.keys(read.programme.items)).not.toContain(own);
  });
});

describe('what is asked once', () => {
  it('is a task of which nothing is left, and a role that nobody was given; “đúng” answers it', () => {
    const draft = aProposal();
    const without = { ...draft, items: Object.fromEntries(Object.entries(draft.items).map(([id, item]) => [id, id.startsWith('8.') ? { ...item, isKept: false } : item])) };
    expect(soft(without)).toEqual(['task-left-out:8']);
    expect(soft(withItems(draft, { '5.1': { responsible: '' } }))).toEqual(['role-missing']);
    expect(soft({ ...without, confirmed: { 'task-left-out:8': true } })).toEqual([]);
  });

  it('is an item that the directive does not give to such a unit', () => {
    expect(soft(withItems(aProposal(), { '1.4': { requirementId: '1.4' as never, title: 'Bồi dưỡng lý luận', months: { from: 6, to: 6 }, responsible: 'BCH' } }))).toEqual(['not-for-unit:1.4']);
  });
});

test('a programme that was read is one that the wire understands, its texts trimmed and composed', () => {
  const programme = aProgramme('c01', { [own]: { ...meeting, title: '  Gặp mặt đoàn viên ', requirementId: null, isKept: true } });
  expect(Programme.parse(JSON.parse(JSON.stringify(programme)))).toEqual(programme);
  expect(programme.items[key(own)]?.title).toBe('Gặp mặt đoàn viên');
});

test('a field leads back to its item, whatever box of it is meant', () => {
  for (const id of ['4.2a', 'C.2', '1.1', own]) {
    for (const box of [undefined, 'title', 'months', 'responsible'] as const) expect(keyOfField(itemField(key(id), box))).toBe(id);
  }
  expect([keyOfField('items'), keyOfField('workingYear'), keyOfField('items.9')]).toEqual([null, null, null]);
});

test('the record of a programme is another for every unit, year and attempt, and the same on every phone for ever', () => {
  const ids = ['c01', 'c02', 'u07'].flatMap((unit) => [2020, 2021].flatMap((year) => [0, 1].map((attempt) => programmeRecordId(unit as UnitId, year, attempt))));
  expect(new Set(ids).size).toBe(ids.length);
  expect(programmeRecordId('c01' as UnitId, 2020)).toBe('d20c0586-8855-8432-a09d-330cfe03fc55');
});
