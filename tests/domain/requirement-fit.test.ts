import { describe, expect, test } from 'vitest';
import { sampleUnits } from '../../src/content/sample-units.ts';
import { requirementFit } from '../../src/domain/requirement-fit.ts';
import { requirement, unit } from '../make/activity-context.ts';

const fit = (requirementId: string, unitId: string): string => requirementFit(requirement(requirementId), unit(unitId), { manyMembers: 30 });

describe('whom a requirement is given to', () => {
  test.each([
    ['1.1', 'c01', 'applies'], ['1.1', 'u07', 'applies'], ['1.1', 'p01', 'applies'], ['1.1', 'u14', 'no'],
    ['1.4', 'c01', 'no'], ['1.4', 'u07', 'applies'],
    ['4.2c', 'c01', 'applies'], ['4.2d', 'c01', 'no'], ['4.2a', 'c11', 'applies'], ['4.2a', 'c07', 'applies'], ['4.2b', 'c09', 'optional'],
    ['5.3', 'c01', 'optional'], ['5.3', 'u01', 'applies'],
    ['6.4', 'c11', 'applies'], ['6.4', 'c07', 'no'], ['6.4', 'c23', 'no'], ['9.7', 'c07', 'optional'], ['9.7', 'c23', 'applies'],
    ['C.1', 'c30', 'applies'], ['C.1', 'c01', 'applies'], ['C.3', 'c01', 'no'], ['C.3', 'p01', 'applies'],
  ])('%s for %s: %s', (requirementId, unitId, expected) => {
    expect(fit(requirementId, unitId)).toBe(expected);
  });

  test('an upper union has what its grassroots units have', () => {
    const below = (parent: string) => ({ manyMembers: 30, below: sampleUnits().filter((one) => one.parentId === parent) });
    expect(requirementFit(requirement('4.2c'), unit('u11'), below('u11'))).toBe('applies');
    expect(requirementFit(requirement('4.2a'), unit('u11'), below('u11'))).toBe('no');
    expect(requirementFit(requirement('4.2b'), unit('u10'), { manyMembers: 30, below: [unit('c09')] })).toBe('optional');
    expect(fit('4.2a', 'u11')).toBe('applies');
  });

  test('from how many members on a unit has many is the province’s to say', () => {
    expect(requirementFit(requirement('6.4'), unit('c16'), { manyMembers: 45 })).toBe('applies');
    expect(requirementFit(requirement('6.4'), unit('c16'), { manyMembers: 46 })).toBe('no');
    expect(requirementFit(requirement('6.4'), { ...unit('c16'), memberCount: null }, { manyMembers: 46 })).toBe('optional');
  });
});
