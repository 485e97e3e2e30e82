/** Who has a work programme for a year, how far it is, and who owes one. */
import { programmeRequirement } from '../../domain/requirement.ts';
import { requirementFit } from '../../domain/requirement-fit.ts';
import { msOf, workingYearOf } from '../../domain/time.ts';
import type { DeskMissingProgramme, DeskProgrammeBoard } from '../../sync/desk-programme-protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import { phonesByUnit } from './list-reports.ts';
import type { Asker } from './log-in.ts';
import { done } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { deedsOfUnits, programmeItemOf, programmeRecords, progressOf } from './programme-item.ts';
import { todayOf } from './published-content.ts';
import { visibleUnits } from './subtree.ts';

/** @param asked the working year; undefined for the present one. */
export async function listProgrammes(page: StoragePage, host: Host, asker: Asker, asked: number | undefined): Promise<Outcome<DeskProgrammeBoard>> {
  const published = await host.published.read(page);
  const today = todayOf(published, host.nowMs());
  const context = published.judgeFor(asker.unit, today);
  const present = workingYearOf(today);
  const year = asked ?? present;
  const units = await visibleUnits(page, asker);
  const unitIds = units.map((unit) => unit.id);
  const records = await programmeRecords(page, unitIds, year);
  const next = year === present + 1 || (await programmeRecords(page, unitIds, present + 1)).length > 0 ? [present + 1] : [];
  const firstYear = context.calendars.at(-1)?.firstYear ?? present;
  const years = [...new Set([...next, present, ...(present - 1 >= firstYear ? [present - 1] : []), year])].toSorted((one, other) => other - one);
  const officers = await page.officers([...new Set(records.map((record) => record.officerId))]);
  const deeds = await deedsOfUnits(page, records.map((record) => record.scope), year, today);
  const programmes = records.flatMap((record) => {
    const unit = units.find((one) => one.id === record.scope);
    return unit === undefined ? [] : [programmeItemOf(record, unit, officers, progressOf(record, deeds.get(unit.id) ?? [], context))];
  });
  const given = new Set(records.filter((record) => !record.isVoid).map((record) => record.scope));
  const contacts = await phonesByUnit(page);
  const requirement = context.requirements.get(programmeRequirement);
  const measure = { manyMembers: context.setting?.manyMembers ?? 0 };
  const missing = units.flatMap((unit): DeskMissingProgramme[] => {
    // Nobody at the desk writes its own: what the asker's own unit owes stands on its phones.
    if (given.has(unit.id) || unit.id === asker.unit.id || !requirement || requirementFit(requirement, unit, measure) !== 'applies') return [];
    const phones = contacts.get(unit.id);
    return [{
      unitId: unit.id, unitName: unit.name, upperName: units.find((one) => one.id === unit.parentId)?.name ?? null,
      phoneCount: phones?.count ?? 0, lastContactAt: phones?.lastContactAt ?? null,
    }];
  });
  return done({
    year,
    years,
    programmes: programmes.toSorted((one, other) => msOf(other.receivedAt) - msOf(one.receivedAt) || (one.recordId < other.recordId ? 1 : -1)),
    missing: missing.toSorted((one, other) => one.unitName.localeCompare(other.unitName, 'vi')),
  });
}
