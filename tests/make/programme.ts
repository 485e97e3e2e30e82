/** Programmes of the sample province: what the directive of 2020 proposes to a unit, and what an officer makes of it. */
import { occasionsOfYear } from '../../src/domain/occasion-year.ts';
import type { ItemKey, Programme, ProgrammeDraft, ProgrammeItem, ProgrammeItemDraft } from '../../src/domain/programme.ts';
import type { ProgrammeContext } from '../../src/domain/programme-check.ts';
import { readProgramme } from '../../src/domain/programme-check.ts';
import { proposeProgramme } from '../../src/domain/programme-proposal.ts';
import { day, occasions, requirements, tasks, unit } from './activity-context.ts';

export const measure = { manyMembers: 30 };
export const key = (text: string): ItemKey => text as ItemKey;

export function aProposal(unitId = 'c01', workingYear = 2020): ProgrammeDraft {
  return proposeProgramme({ tasks, occasions: occasionsOfYear(occasions, workingYear, 2020), unit: unit(unitId), measure, workingYear, responsible: 'Ban Chấp hành' });
}

export function programmeContext(unitId = 'c01', today = '2020-05-15'): ProgrammeContext {
  return { unit: unit(unitId), requirements, measure, knownNames: [], today: day(today) };
}

/** The proposal with these items otherwise. */
export function withItems(draft: ProgrammeDraft, items: Readonly<Record<string, Partial<ProgrammeItemDraft>>>): ProgrammeDraft {
  const blank: ProgrammeItemDraft = { requirementId: null, title: '', months: null, responsible: '', isKept: true };
  return { ...draft, items: { ...draft.items, ...Object.fromEntries(Object.entries(items).map(([id, item]) => [id, { ...(draft.items[key(id)] ?? blank), ...item }])) } };
}

/** As it is sent. */
export function aProgramme(unitId = 'c01', items: Readonly<Record<string, Partial<ProgrammeItem>>> = {}, workingYear = 2020): Programme {
  const read = readProgramme(withItems(aProposal(unitId, workingYear), items), programmeContext(unitId));
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return read.programme;
}
