import { describe, expect, it, test } from 'vitest';
import { occasionsOfYear } from '../../src/domain/occasion-year.ts';
import { itemsOf, mostItemTitle, mostProgrammeCharacters } from '../../src/domain/programme.ts';
import { readProgramme } from '../../src/domain/programme-check.ts';
import { proposedMonths } from '../../src/domain/programme-proposal.ts';
import { occasions, requirement, requirements } from '../make/activity-context.ts';
import { aProposal, programmeContext } from '../make/programme.ts';
import { units } from '../make/report.ts';

const months = (id: string, year = 2020): string => {
  const { from, to } = proposedMonths(requirement(id), occasionsOfYear(occasions, year, 2020), year);
  return `${from}-${to}`;
};

describe('the proposed time of a requirement is what the directive says of it', () => {
  test.each([
    ['1.1', 'thường xuyên cả năm', '12-11'], ['1.4', 'trong năm', '12-11'], ['4.2', 'đầu năm', '1-3'], ['C.4', 'cuối năm', '10-11'],
    ['2.1', 'theo từng ngày lễ', '12-10'], ['2.2', 'quanh 03/02/2020', '2-2'], ['2.3', 'trước 25/01/2020', '1-1'], ['2.5', 'quanh 19/5/2020', '5-5'],
    ['3.1', 'trước, trong, sau đại hội', '9-11'], ['3.5', 'trước đại hội đảng cấp mình', '9-10'], ['4.5', 'dịp 19/5/2020', '5-5'],
    ['5.1', 'tháng 5/2020', '5-5'], ['5.3', 'trước 9/2020', '6-8'], ['7.3', 'cả năm, trước 01/01/2021', '12-11'],
    ['8.4', '2020 (ngày chưa xác định)', '12-11'], ['C.2', 'định kỳ', '5-11'],
  ])('%s, “%s”: months %s', (id, when, expected) => {
    expect(requirement(id).when).toContain(when);
    expect(months(id)).toBe(expected);
  });

  it('follows the lunar days and the anniversaries of another year', () => {
    expect([months('2.3', 2021), months('2.5', 2021), months('5.1', 2021)]).toEqual(['2-2', '5-5', '5-5']);
    // A congress is held once: another year has no day for it.
    expect(months('3.5', 2022)).toBe('12-11');
  });
});

describe('the proposal of a unit', () => {
  it('has what applies to the unit in it, without what does not concern it and without the programme itself', () => {
    const school = aProposal('c01');
    const keys = itemsOf(school).map(([id]) => id as string);
    expect(keys).toEqual(expect.arrayContaining(['1.1', '4.2c', '5.1', '9.6', 'C.2']));
    for (const gone of ['1.4', '4.2a', '4.2d', 'C.1', 'C.3']) expect(keys).not.toContain(gone);
  });

  it('has what may be taken on, and what was called off, beside it and one tap away', () => {
    const { items } = aProposal('c01') as { items: Record<string, { isKept: boolean }> };
    expect([items['5.3']?.isKept, items['8.7']?.isKept, items['5.1']?.isKept]).toEqual([false, false, true]);
  });

  test.each(units.filter((unit) => unit.kind !== 'directGroup').map((unit) => [unit.id, unit.kind]))('of %s (%s) may be sent as it is: every item has months, and it fits into one message', (id) => {
    const read = readProgramme(aProposal(id), programmeContext(id));
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(JSON.stringify(read.programme).length).toBeLessThan(mostProgrammeCharacters - 2_000);
    expect(read.soft).toEqual([]);
  });

  it('takes every requirement by its own words, however long', () => {
    for (const { words } of requirements.values()) expect(words.length).toBeLessThanOrEqual(mostItemTitle);
  });
});
