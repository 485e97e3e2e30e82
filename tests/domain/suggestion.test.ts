import { describe, expect, test } from 'vitest';
import { forms } from '../../src/content/forms.ts';
import type { RequirementId } from '../../src/domain/id.ts';
import { suggestForms, suggestOccasion, suggestRequirement, suggestTitle } from '../../src/domain/suggestion.ts';
import type { SuggestionFacts } from '../../src/domain/suggestion.ts';
import { day, form, occasions, requirement, requirements, tasks, unit } from '../make/activity-context.ts';

const suggest = (overrides: Partial<SuggestionFacts> = {}) => suggestRequirement({
  unit: unit('c01'), measure: { manyMembers: 30 }, tasks, occasions, today: day('2020-05-15'), lastRequirementId: null, ...overrides,
});

describe('the requirement of a new activity', () => {
  test('four days before 19/5 it is the commendation of that day, in the middle of Workers’ Month', () => {
    expect(suggest()).toEqual({ requirementId: '4.5', reason: { kind: 'occasion', occasionId: 'e0519' } });
  });

  test('a month of action is suggested where no day is near', () => {
    const months = occasions.filter((one) => one.id.startsWith('m-'));
    expect(suggest({ occasions: months })).toMatchObject({ requirementId: '5.2', reason: { kind: 'occasion', occasionId: 'm-at' } });
  });

  test('without an occasion it is the one used last, and without one used the first of all', () => {
    const quiet = { occasions: [] };
    expect(suggest({ ...quiet, lastRequirementId: '7.2' as RequirementId })).toEqual({ requirementId: '7.2', reason: { kind: 'last' } });
    expect(suggest(quiet)).toEqual({ requirementId: '1.1', reason: { kind: 'first' } });
  });

  test('a requirement that is closed, unknown, or not given to the unit is never suggested', () => {
    for (const id of ['6.3', '9.9', '1.4']) expect(suggest({ occasions: [], lastRequirementId: id as RequirementId })?.requirementId).toBe('1.1');
    expect(suggest({ tasks: [] })).toBeNull();
  });

  test('a congress near does not ask a school who was introduced to the Party', () => {
    expect(suggest({ today: day('2020-10-14') })?.requirementId).toBe('3.3');
  });

  test('whatever the day, only what is open and applies is suggested', () => {
    for (let month = 1; month <= 12; month += 1) {
      for (const date of ['03', '11', '19', '27']) {
        const made = suggest({ today: day(`2020-${String(month).padStart(2, '0')}-${date}`) });
        const suggested = made === null ? undefined : requirements.get(made.requirementId);
        expect(suggested?.isOpen).toBe(true);
        expect(suggested?.countsOnly).toBe(false);
      }
    }
  });
});

test('the occasion beside a requirement is its own and near', () => {
  expect(suggestOccasion(requirement('2.5'), occasions, day('2020-05-15'))?.id).toBe('e0519');
  expect(suggestOccasion(requirement('5.1'), occasions, day('2020-05-15'))?.id).toBe('e0508');
  expect(suggestOccasion(requirement('7.1'), occasions, day('2020-05-15'))).toBeNull();
});

describe('the kinds of activity', () => {
  test('at most three are likely, and all can be reached', () => {
    const { likely, all } = suggestForms(requirement('2.5'), forms);
    expect(likely.map((one) => one.id)).toEqual(['hoi-nghi', 'sinh-hoat', 'van-nghe-the-thao']);
    expect(all.map((one) => one.id)).not.toContain('phieu-dlxh');
    expect(all).toHaveLength(12);
    expect(all.at(-1)?.id).toBe('khac');
  });

  test('the newest version of a form is offered', () => {
    const { likely } = suggestForms(requirement('3.3'), [form('gop-y'), { ...form('gop-y'), version: 2 }]);
    expect(likely.map((one) => one.version)).toEqual([2]);
  });

  test('without a requirement, or with one no form names, the first three stand there', () => {
    expect(suggestForms(null, forms).likely.map((one) => one.id)).toEqual(['hoi-nghi', 'sinh-hoat', 'van-nghe-the-thao']);
    expect(suggestForms(requirement('C.4'), forms).likely).toHaveLength(3);
  });
});

describe('the title', () => {
  const near = occasions.find((one) => one.id === 'e0519') ?? null;

  test('names kind and occasion', () => {
    expect(suggestTitle(form('tuyen-duong'), requirement('4.5'), near)).toBe('Tuyên dương nhân dịp 130 năm Ngày sinh Bác Hồ');
    expect(suggestTitle(form('thanh-lap'), requirement('4.5'), near)).toBe('130 năm Ngày sinh Bác Hồ');
  });

  test('without an occasion takes the requirement’s own words, cut where a clause ends', () => {
    expect(suggestTitle(form('hoi-nghi'), requirement('7.2'), null)).toBe(requirement('7.2').words);
    expect(suggestTitle(null, requirement('1.1'), null)).toBe('Tuyên truyền sâu rộng trong cán bộ, đoàn viên, CNVCLĐ về chủ trương, đường lối của Đảng, chính sách');
    for (const one of requirements.values()) expect(suggestTitle(null, one, null).length).toBeLessThanOrEqual(100);
  });
});
