/** Who has reported of a period, in time or late, and who has not. */
import type { PeriodId } from '../../domain/period.ts';
import { daysBetween, instantOf, msOf } from '../../domain/time.ts';
import type { Instant } from '../../domain/time.ts';
import type { UnitId } from '../../domain/id.ts';
import type { DeskMissingReport, DeskReportBoard } from '../../sync/desk-report-protocol.ts';
import type { StoragePage } from '../storage/port.ts';
import type { Host } from './host.ts';
import type { Asker } from './log-in.ts';
import { done, refused } from './outcome.ts';
import type { Outcome } from './outcome.ts';
import { todayOf } from './published-content.ts';
import { reportItemOf } from './report-item.ts';
import { deskPeriodOf, dueOnFor, flashPeriods, reportPeriods, reportRecords } from './report-periods.ts';
import { visibleUnits } from './subtree.ts';

/** Problems: `filter-wrong` for a period that the calendar does not know. */
export async function listReports(page: StoragePage, host: Host, asker: Asker, periodId: PeriodId | undefined): Promise<Outcome<DeskReportBoard>> {
  const published = await host.published.read(page);
  const today = todayOf(published, host.nowMs());
  const periods = reportPeriods(published.judgeFor(asker.unit, today));
  const period = periods.asked(periodId);
  if (periodId !== undefined && periods.calendar !== null && period === null) return refused('filter-wrong', 'period');
  if (period === null) return done({ period: null, periods: [], reports: [], missing: [] });
  const { calendar } = periods;
  const units = await visibleUnits(page, asker);
  const records = await reportRecords(page, units.map((unit) => unit.id), period);
  const officers = await page.officers([...new Set(records.map((record) => record.officerId))]);
  const reports = await Promise.all(records.flatMap((record) => {
    const unit = units.find((one) => one.id === record.scope);
    return unit === undefined ? [] : [page.changesOf(record.recordId).then((changes) => reportItemOf({ record, unit, changes, officers, period, calendar, today }))];
  }));
  const given = new Set(records.filter((record) => !record.isVoid).map((record) => record.scope));
  const contacts = await phonesByUnit(page);
  const missing = units.flatMap((unit): DeskMissingReport[] => {
    // Nobody at the desk reports to itself: what the asker's own unit owes stands on its phones.
    if (given.has(unit.id) || unit.id === asker.unit.id) return [];
    // A flash report is of what happened at one unit: no other owes it.
    const dueOn = period.type === 'flash' ? null : dueOnFor(unit, period, calendar);
    if (dueOn === null) return [];
    const phones = contacts.get(unit.id);
    return [{
      unitId: unit.id, unitName: unit.name, upperName: units.find((one) => one.id === unit.parentId)?.name ?? null,
      dueOn, inDays: daysBetween(today, dueOn), phoneCount: phones?.count ?? 0, lastContactAt: phones?.lastContactAt ?? null,
    }];
  });
  return done({
    period: deskPeriodOf(period),
    periods: [...periods.choices, ...await flashPeriods(page, units.map((unit) => unit.id), periods, today)].map(deskPeriodOf),
    reports: reports.toSorted((one, next) => msOf(next.receivedAt) - msOf(one.receivedAt) || (one.recordId < next.recordId ? 1 : -1)),
    missing: missing.toSorted((one, next) => one.inDays - next.inDays || one.unitName.localeCompare(next.unitName, 'vi')),
  });
}

/** Phones that may still send, and when one of them last called. */
export async function phonesByUnit(page: StoragePage): Promise<ReadonlyMap<UnitId, { readonly count: number; readonly lastContactAt: Instant | null }>> {
  const devices = (await page.devices()).filter((device) => device.revokedAt === null);
  const unitOf = new Map((await page.officers([...new Set(devices.map((device) => device.officerId))])).map((officer) => [officer.id, officer.unitId]));
  const found = new Map<UnitId, { readonly count: number; readonly lastContactAt: Instant | null }>();
  for (const { officerId, lastContactAt } of devices) {
    const unitId = unitOf.get(officerId);
    if (unitId === undefined) continue;
    const before = found.get(unitId);
    const moments = [before?.lastContactAt ?? null, lastContactAt].flatMap((at) => (at === null ? [] : [msOf(at)]));
    found.set(unitId, { count: (before?.count ?? 0) + 1, lastContactAt: moments.length === 0 ? null : instantOf(Math.max(...moments)) });
  }
  return found;
}
