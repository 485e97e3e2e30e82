/** An upper union's report on its phone: what is added, what is named, and that no path counts anything twice. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indicatorSet } from '../../src/content/indicators.ts';
import { reportCalendar } from '../../src/content/report-calendar.ts';
import { ChangeId } from '../../src/domain/id.ts';
import type { RecordId, UnitId } from '../../src/domain/id.ts';
import type { IndicatorCode } from '../../src/domain/indicator.ts';
import type { PeriodId } from '../../src/domain/period.ts';
import { reportCounts } from '../../src/domain/report-calendar.ts';
import { checkReport } from '../../src/domain/report-check.ts';
import { chooseNothing } from '../../src/domain/report-lines.ts';
import type { Report } from '../../src/domain/report.ts';
import { addTallies, talliesOfUnit, valuesOf } from '../../src/domain/roll-up.ts';
import type { Instant } from '../../src/domain/time.ts';
import { grassrootsCount, reportingBelow } from '../../src/domain/unit-tree.ts';
import { bookOf } from '../../src/phone/book.ts';
import type { Book } from '../../src/phone/book.ts';
import { computedAgain, mendedDraft, reportContext, reportFacts, startedReport, startReport, withLine } from '../../src/phone/report-model.ts';
import type { ReportFacts } from '../../src/phone/report-model.ts';
import { adderOf } from '../../src/phone/sum-model.ts';
import type { Sum } from '../../src/phone/sum.ts';
import { day } from '../make/activity-context.ts';
import { aBelow, aMirrored } from '../make/below.ts';
import type { BelowReport } from '../make/below.ts';
import { bookData } from '../make/book.ts';
import { anActivity as aWholeActivity, anEntry, okay, settled } from '../make/record.ts';
import { aReference } from '../make/reference.ts';
import type { UnitActivity } from '../make/report.ts';
import { anActivity, code, computeFor, period, recordId, reportByLevels, samples, unit, units } from '../make/report.ts';

const sample = aReference();
/** The day does not stand still: the year is over. */
const reference = { ...sample, setting: { ...sample.setting, workingDay: null } };
const at = '2020-12-05T02:00:00.000Z' as Instant;
const today = day('2020-12-05');

const bookWith = (activities: readonly UnitActivity[], more: Parameters<typeof bookData>[0] = {}): Book => bookOf(bookData({
  records: activities.map((one) => aMirrored('activity', one.recordId, aWholeActivity({ ...one.activity, title: one.title }))), ...more,
}), Date.parse(at), new Set());

function factsOf(unitId: string, periodId: string, activities: readonly UnitActivity[], below: readonly BelowReport[] = [], book = bookWith(activities.filter((one) => one.unitId === unitId))): ReportFacts {
  const isUpper = unit(unitId).kind !== 'grassroots';
  const facts = reportFacts(periodId as PeriodId, { book, reference, unit: unit(unitId), today, ...(isUpper ? { addUp: adderOf(aBelow(unitId, below)) } : {}) });
  if (!facts) throw new Error(`${periodId} is no period`);
  return facts;
}

function sumOf({ sum }: ReportFacts): Sum {
  if (!sum) throw new Error('this unit adds nothing up');
  return sum;
}

/** The number of the record is the unit's place among the units, and the period's among the year's. */
const recordOf = (unitId: string, periodId = '2020-h1'): RecordId => recordId((1 + ['2020-h1', '2020-q1', '2020-q3', '2020-y'].indexOf(periodId)) * 1_000_000 + units.findIndex((one) => one.id === unitId));

/** A unit's report as its own phone makes it, from those of the phones below; “không phát sinh” where nothing was computed. */
function phoneReport(unitId: string, periodId: string, activities: readonly UnitActivity[]): Report {
  const below = unit(unitId).kind === 'grassroots' ? [] : reportingBelow(unit(unitId), units).map((one) => ({ recordId: recordOf(one.id), report: phoneReport(one.id, periodId, activities) }));
  const facts = factsOf(unitId, periodId, activities, below);
  const report = startedReport(facts);
  return { ...report, lines: chooseNothing(report.lines, facts.indicators.map((one) => one.code)) };
}

const requirementIds = ['1.2', '2.3', '2.5', '3.1', '4.1', '4.3', '7.3', '8.1', '8.2', '9.6', '9.5'];
const activities = fc.array(fc.record({
  unitId: fc.constantFrom(...units.filter((one) => one.kind !== 'directGroup').map((one) => one.id)),
  requirementId: fc.constantFrom(...requirementIds),
  also: fc.array(fc.constantFrom(...requirementIds), { maxLength: 2 }),
  heldOn: fc.constantFrom('2019-12-01', '2020-03-15', '2020-03-16', '2020-05-31', '2020-06-01'),
  figures: fc.record({ sessions: fc.nat({ max: 9 }), attendances: fc.nat({ max: 500 }), women: fc.nat({ max: 400 }), beneficiaries: fc.nat({ max: 90 }), beneficiaryWomen: fc.nat({ max: 80 }), adopted: fc.nat({ max: 1 }), accounts: fc.nat({ max: 1 }), culturalStandard: fc.nat({ max: 1 }) }, { requiredKeys: [], noNullPrototype: true }),
}), { maxLength: 30 }).map((list) => list.map(({ unitId, requirementId, also, heldOn, figures }, index) => anActivity(index + 1, requirementId, heldOn, figures as Record<string, number>, { unitId, also })));

test('through one hop or two, on the phones of a district, of a unit straight under the province and of the province, the same activities give the same numbers', () => {
  fc.assert(fc.property(activities, fc.constantFrom('2020-q1', '2020-h1'), (list, periodId) => {
    const system = (unitId: string) => reportCounts(unit(unitId), period(periodId), [], reportCalendar, reference.occasions);
    const tallies = units.map((one) => talliesOfUnit(one, computeFor(one.id, periodId, list, { slips: [], system: system(one.id) }).indicators, indicatorSet));
    const atOnce = valuesOf(addTallies(tallies), indicatorSet, grassrootsCount(unit('p01'), units));
    const { lines } = phoneReport('p01', periodId, list);
    const asked = Object.keys(lines).filter((each) => each !== 'I7.07' && each !== 'I6.04') as IndicatorCode[];
    expect(asked.map((each) => [each, lines[each]?.computed, lines[each]?.computedWomen ?? null])).toEqual(asked.map((each) => [each, atOnce.get(each)?.value, atOnce.get(each)?.women ?? null]));
  }), { seed: 20_200_515, numRuns: 6 });
});

const reportPeriods = ['2020-q1', '2020-h1', '2020-q3', '2020-y'];
const throughTheYear = fc.constantFrom('2019-12-01', '2020-03-15', '2020-03-16', '2020-05-31', '2020-06-01', '2020-09-15', '2020-09-16', '2020-11-30');

test('quarters II and IV and nine months, put together from the reports below, give what was done in their days', () => {
  fc.assert(fc.property(fc.array(fc.tuple(activities, throughTheYear), { maxLength: 4 }), fc.constantFrom('2020-q2', '2020-m9', '2020-q4'), fc.constantFrom('u07', 'p01'), (lists, periodId, unitId) => {
    const list = lists.flatMap(([some, heldOn], round) => some.map((one, index) => ({ ...one, recordId: recordId(100 * round + index + 1), activity: { ...one.activity, heldOn: day(heldOn) } })));
    const scope = units.filter((one) => one.id === unitId || one.parentId === unitId || unitId === 'p01');
    const tallies = scope.map((one) => talliesOfUnit(one, computeFor(one.id, periodId, list, { slips: [], system: reportCounts(one, period(periodId), [], reportCalendar, reference.occasions) }).indicators, indicatorSet));
    const atOnce = valuesOf(addTallies(tallies), indicatorSet, grassrootsCount(unit(unitId), units));
    const below = reportingBelow(unit(unitId), units).flatMap((one) => reportPeriods.map((each) => ({ recordId: recordOf(one.id, each), report: phoneReport(one.id, each, list) })));
    const { lines, missing } = startedReport(factsOf(unitId, periodId, list, below));
    expect(missing).toEqual([]);
    const asked = Object.keys(lines).filter((each) => each !== 'I7.07' && each !== 'I6.04') as IndicatorCode[];
    expect(asked.map((each) => [each, lines[each]?.computed])).toEqual(asked.map((each) => [each, atOnce.get(each)?.value]));
  }), { seed: 20_200_515, numRuns: 8 });
});

describe('a district adds up on its phone', () => {
  const report = (unitId: string, over: Partial<Report> = {}): Report => ({ ...reportByLevels(unitId, '2020-h1').report, ...over });
  const approved = (unitId: string, more: Partial<BelowReport> = {}): BelowReport => ({ recordId: recordOf(unitId), report: report(unitId), ...more });

  test('each figure says who gave what, each unit where it stands, and who is not in it is named in the report', () => {
    const facts = factsOf('u07', '2020-h1', samples, [approved('c01'), approved('c02', { decision: null }), approved('c03', { decision: 'returned' })]);
    const sum = sumOf(facts);
    expect(sum.sharesOf(code('I2.03'))).toEqual([{ unitId: 'c01', unitName: unit('c01').name, value: 12 }]);
    expect(sum.units.map((one) => [one.unit.id, one.state])).toEqual([['c01', 'approved'], ['c02', 'received'], ['c03', 'returned'], ['c04', 'none']]);
    const made = startedReport(facts);
    expect([made.reports, made.missing]).toEqual([{ [recordOf('c01')]: 1 }, ['c02', 'c03', 'c04']]);
    expect(made.lines['I2.03']).toMatchObject({ computed: 12, value: 12 });
    const { soft } = checkReport(made, reportContext(facts));
    expect(soft.some((one) => one.kind === 'not-reported' && one.blanks['count'] === 3)).toBe(true);
  });

  test('a decision that waits on this phone counts as made: it travels before the sum that rests on it', () => {
    const waiting = approved('c02', { decision: null });
    const [mirrored] = aBelow('u07', [waiting]).records.values();
    const slip = { recordId: waiting.recordId, unitId: 'c02' as UnitId, edition: 1, changeId: mirrored?.record.current.changeId ?? ChangeId.parse(''), sum: 'x', decision: 'approved' as const, remarks: [], dueOn: null, reason: '' };
    const entry = anEntry();
    const entries = [{ ...entry, change: { ...entry.change, scope: 'u07' as UnitId, recordId: recordId(9), kind: 'review-slip', body: { ...slip } } }];
    expect(sumOf(factsOf('u07', '2020-h1', [], [waiting], bookWith([], { entries }))).units[1]?.state).toBe('approved');
    // Nothing has left the phone: the officer is told on what her sum rests.
    expect(sumOf(factsOf('u07', '2020-h1', [], [waiting], bookWith([], { entries }))).units.map((one) => one.isUnsent)).toEqual([false, true, false, false]);
    const told = entries.map((one) => settled(one, okay()));
    expect(sumOf(factsOf('u07', '2020-h1', [], [waiting], bookWith([], { entries: told }))).units[1]).toMatchObject({ state: 'approved', isUnsent: false });
    // Of another edition than the one that stands it is nothing.
    const other = [{ ...entry, change: { ...entry.change, scope: 'u07' as UnitId, recordId: recordId(9), kind: 'review-slip', body: { ...slip, changeId: '01970000-0000-7000-9000-000000000099' } } }];
    expect(sumOf(factsOf('u07', '2020-h1', [], [waiting], bookWith([], { entries: other }))).units[1]?.state).toBe('received');
  });

  test('a share of all grassroots unions stays empty while an upper union below has not said how many it has', () => {
    const facts = factsOf('p01', '2020-h1', samples, [approved('u07', { report: phoneReport('u07', '2020-h1', samples) })]);
    const shares = indicatorSet.indicators.filter((one) => one.method === 'ratio' && 'system' in one.denominator && one.denominator.system === 'grassrootsCount').map((one) => one.code);
    expect(shares.length).toBeGreaterThan(0);
    expect(sumOf(facts).rolled.missing.some((one) => one.kind !== 'grassroots')).toBe(true);
    const { lines, parts } = startedReport(facts);
    expect(shares.map((each) => [lines[each]?.computed ?? null, parts[each] ?? null])).toEqual(shares.map(() => [null, null]));
    // Why is said at each of them, and at no other figure.
    const uppers = reportingBelow(unit('p01'), units).filter((one) => one.kind !== 'grassroots' && one.id !== 'u07').map((one) => one.id);
    expect(shares.map((each) => sumOf(facts).lackingFor(each, { missing: [] }).map((one) => one.id))).toEqual(shares.map(() => uppers));
    expect(sumOf(facts).lackingFor(code('I2.03'), { missing: [] })).toEqual([]);
    // A report that was made when one was missing says so, though it has come since.
    const whole = factsOf('p01', '2020-h1', samples, reportingBelow(unit('p01'), units).map((one) => approved(one.id, { report: phoneReport(one.id, '2020-h1', samples) })));
    const [share] = shares as [IndicatorCode];
    expect([[], ['u08', 'c30']].map((missing) => sumOf(whole).lackingFor(share, { missing: missing as UnitId[] }).map((one) => one.id))).toEqual([[], ['u08']]);
  });

  test('a view holds the units that have all the reports it is made of, and names the others', () => {
    const reports = [['c01', '2020-q1'], ['c01', '2020-h1'], ['c02', '2020-h1']].map(([unitId = '', periodId = '']) => ({ recordId: recordOf(unitId, periodId), report: reportByLevels(unitId, periodId).report }));
    const { rolled, madeOf, units: below } = sumOf(factsOf('u07', '2020-q2', samples, reports));
    expect([madeOf?.plus, madeOf?.minus].map((all) => all?.map((one) => one.id))).toEqual([['2020-h1'], ['2020-q1']]);
    expect(below.map((one) => one.state)).toEqual(['approved', 'none', 'none', 'none']);
    expect(rolled.missing.map((one) => one.id)).toEqual(['c02', 'c03', 'c04']);
    expect(sumOf(factsOf('u07', '2020-h1', samples, reports)).madeOf).toBeNull();
  });

  test('a report that its unit has cancelled is none', () => {
    expect(sumOf(factsOf('u07', '2020-h1', [], [approved('c01', { voided: true })])).units[0]?.state).toBe('none');
  });

  test('what came since is shown and not slipped in; “Tính lại” adds it and keeps what was written', () => {
    const before = startReport(factsOf('u07', '2020-h1', samples, [approved('c01')]));
    const later = factsOf('u07', '2020-h1', samples, [approved('c01', { edition: 2 }), approved('c02')]);
    const written = { ...before, sections: { ...before.sections, situation: 'Huyện có bốn CĐCS.' }, tasks: { ...before.tasks, '4': 'Lời của huyện.' } };
    expect(sumOf(later).since(written.reports)).toEqual({ late: [recordOf('c02')], edited: [recordOf('c01')], gone: [] });
    const again = computedAgain(written, later);
    expect([again.reports, again.missing]).toEqual([{ [recordOf('c01')]: 2, [recordOf('c02')]: 1 }, ['c03', 'c04']]);
    expect([again.sections.situation, again.tasks['4']]).toEqual(['Huyện có bốn CĐCS.', 'Lời của huyện.']);
    // The machine's own paragraph follows its numbers.
    expect(before.tasks['2']).toContain('01 đơn vị trực thuộc');
    expect(again.tasks['2']).toContain('02 đơn vị trực thuộc');
    expect(sumOf(factsOf('u07', '2020-h1', samples, [])).since(before.reports).gone).toEqual([recordOf('c01')]);
  });

  test('a correction stays beside the sum with its reason; the units’ own numbers stay as they are', () => {
    const facts = factsOf('u07', '2020-h1', samples, [approved('c01')]);
    const draft = startReport(facts);
    const line = draft.lines['I2.03'];
    if (!line) throw new Error('the line is gone');
    const corrected = { ...draft, lines: { ...draft.lines, 'I2.03': { ...line, value: '14', reason: 'Hai suất trao tại huyện' } } };
    const again = computedAgain(corrected, factsOf('u07', '2020-h1', samples, [approved('c01'), approved('c02')]));
    expect(again.lines['I2.03']).toMatchObject({ computed: 12, value: '14', reason: 'Hai suất trao tại huyện' });
    expect(sumOf(facts).sharesOf(code('I2.03'))[0]?.value).toBe(12);
  });

  test('the machine’s own paragraph tells the number that was corrected, also after “Tính lại”; somebody’s stays', () => {
    const facts = factsOf('u07', '2020-h1', samples, [approved('c01')]);
    const draft = startReport(facts);
    const line = draft.lines['I2.03'];
    if (!line) throw new Error('the line is gone');
    expect(draft.tasks['2']).toContain('12 lượt đoàn viên');
    const corrected = withLine(draft, facts, 'I2.03', { ...line, value: '14', reason: 'Hai suất trao tại huyện' });
    expect(corrected.tasks['2']).toContain('14 lượt đoàn viên');
    expect(computedAgain(corrected, factsOf('u07', '2020-h1', samples, [approved('c01'), approved('c02')])).tasks['2']).toContain('14 lượt đoàn viên');
    expect(withLine({ ...draft, tasks: { ...draft.tasks, '2': 'Lời của huyện.' } }, facts, 'I2.03', { ...line, value: '14' }).tasks['2']).toBe('Lời của huyện.');
    // Half a number is none yet.
    expect(withLine(draft, facts, 'I2.03', { ...line, value: '14,' }).tasks['2']).toContain('12 lượt đoàn viên');
  });

  test('a paragraph that was emptied stays empty; in a sum opened for mending the machine’s own go on following', () => {
    const facts = factsOf('u07', '2020-h1', samples, [approved('c01')]);
    const draft = startReport(facts);
    const line = draft.lines['I2.03'];
    if (!line) throw new Error('the line is gone');
    expect(withLine({ ...draft, tasks: { ...draft.tasks, '2': '' } }, facts, 'I2.03', { ...line, value: '14' }).tasks['2']).toBe('');
    const mended = mendedDraft(startedReport(facts), facts);
    expect(withLine(mended, facts, 'I2.03', { ...line, value: '14' }).tasks['2']).toContain('14 lượt đoàn viên');
    const told = { ...startedReport(facts), tasks: { '2': 'Lời của huyện.' } };
    expect(withLine(mendedDraft(told, facts), facts, 'I2.03', { ...line, value: '14' }).tasks['2']).toBe('Lời của huyện.');
  });

  test('a correction does not let a report slip in that came since', () => {
    const draft = startReport(factsOf('u07', '2020-h1', samples, [approved('c01')]));
    const line = draft.lines['I2.03'];
    if (!line) throw new Error('the line is gone');
    const later = factsOf('u07', '2020-h1', samples, [approved('c01'), approved('c02')]);
    expect(withLine(draft, later, 'I2.03', { ...line, value: '14' }).tasks['2']).toBe(draft.tasks['2']);
  });
});
