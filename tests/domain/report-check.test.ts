import { describe, expect, test } from 'vitest';
import { indicatorSet } from '../../src/content/indicators.ts';
import { indicatorsFor } from '../../src/domain/indicator.ts';
import { isNothing, lineOf, mostNarrativeCharacters, mostReasonCharacters, mostReportCharacters, Report, reportSize } from '../../src/domain/report.ts';
import type { ReportLine } from '../../src/domain/report.ts';
import { checkReport, readReport } from '../../src/domain/report-check.ts';
import type { ReportContext } from '../../src/domain/report-check.ts';
import { draftNothing, draftOfReport, isTyped, linesAgain, linesThatGo, ReportDraft, tasksAgain } from '../../src/domain/report-draft.ts';
import type { ReportLineDraft } from '../../src/domain/report-draft.ts';
import { chooseNothing, startLines } from '../../src/domain/report-lines.ts';
import type { Unit } from '../../src/domain/unit.ts';
import { levelsOf } from '../../src/domain/unit.ts';
import { reportWarningText } from '../../src/i18n/report-words.ts';
import { limits } from '../../src/sync/protocol.ts';
import { day, figures, setting } from '../make/activity-context.ts';
import { anActivity, code, computeFor, period, recordId, reportByLevels, reportOf, unit, units } from '../make/report.ts';

function context(unitId = 'c01', over: Partial<ReportContext> = {}): ReportContext {
  return {
    unit: unit(unitId), below: unitId === 'c01' ? [] : units.filter((one) => one.parentId === unitId), indicators: indicatorSet, newestVersion: 1,
    period: period('2020-h1'), figures, knownNames: setting.knownNames, today: day('2020-06-02'), ...over,
  };
}

const activities = [
  anActivity(1, '2.3', '2020-01-17', { beneficiaries: 12, beneficiaryWomen: 7, gifts: 12, valueK: 3600 }),
  anActivity(2, '1.2', '2020-02-12', { sessions: 1, attendances: 28, women: 17, documents: 2 }),
];

function aReport(over: Partial<Report> = {}): Report {
  return reportOf('c01', '2020-h1', computeFor('c01', '2020-h1', activities).indicators, { activities: { [recordId(1)]: 1, [recordId(2)]: 1 }, ...over });
}

const asDraft = (lines: Report['lines']): ReportDraft['lines'] => draftOfReport({ ...aReport(), lines }).lines;

function withLine(indicator: string, change: Partial<ReportLine>, report = aReport()): Report {
  return { ...report, lines: { ...report.lines, [indicator]: { computed: null, value: null, ...report.lines[indicator], ...change } } };
}

const problemsOf = (report: Report, over: Partial<ReportContext> = {}, unitId = 'c01'): string[] =>
  checkReport(report, context(unitId, over)).hard.map((one) => `${one.field} ${one.code}`);

test('a report with its choices made passes, on the phone as over the wire', () => {
  expect(checkReport(aReport(), context())).toEqual({ hard: [], soft: [] });
  expect(Report.parse(JSON.parse(JSON.stringify(aReport())))).toEqual(aReport());
});

test.each(['2020-q1', '2020-h1', '2020-q3', '2020-y'])('what every unit of the sample computes or adds up in %s passes, at each of the three levels', (periodId) => {
  const descendants = (id: string): Unit[] => units.flatMap((one) => (one.parentId === id ? [one, ...descendants(one.id)] : []));
  for (const each of units.filter((one) => one.kind !== 'directGroup')) {
    const { hard } = checkReport(reportByLevels(each.id, periodId).report, context(each.id, { below: descendants(each.id), period: period(periodId), today: day('2020-12-02') }));
    expect(hard, each.id).toEqual([]);
  }
});

describe('what is wrong stands at its field', () => {
  test.each<[string, Report, string]>([
    ['an empty box where “không phát sinh” was not chosen', withLine('I3.01', { value: null }), 'I3.01 report-value-missing'],
    ['a correction without a reason', withLine('I2.03', { value: 13 }), 'I2.03.reason report-reason-missing'],
    ['corrected women without a reason', withLine('I2.03', { women: 6 }), 'I2.03.reason report-reason-missing'],
    ['more women than people', withLine('I2.03', { women: 13, reason: 'Đếm lại' }), 'I2.03.women report-women-too-many'],
    ['a part that is more than its whole', withLine('I1.04', { value: 29, reason: 'Đếm lại' }), 'I1.04 report-part-too-big'],
    ['a part of a person', withLine('I2.03', { value: 12.5, reason: 'Đếm lại' }), 'I2.03 figure-not-whole'],
    ['an absurd number', withLine('I2.03', { value: 50_001, reason: 'Đếm lại' }), 'I2.03 figure-out-of-bounds'],
    ['two plans of one unit', withLine('I4.01', { value: 2, reason: 'Đếm lại' }), 'I4.01 figure-out-of-bounds'],
    ['a rate changed by hand', withLine('I8.01', { value: 100, reason: 'Đã đạt' }), 'I8.01 report-ratio-fixed'],
    ['a name in a reason', withLine('I2.03', { value: 13, reason: 'Thêm đồng chí Lò Văn Pâng' }), 'I2.03.reason text-names-person'],
    ['a name in a paragraph', aReport({ tasks: { '4': 'Đồng chí Lò Văn Pâng được tuyên dương.' } }), 'tasks.4 text-names-person'],
    ['a telephone number in a section', aReport({ sections: { ...aReport().sections, proposal: 'Gọi 0912 345 678' } }), 'proposal text-has-phone'],
    ['another unit', aReport({ unitId: unit('c02').id }), 'unitId report-unit-wrong'],
    ['days that are not the period’s', aReport({ to: day('2020-06-30') }), 'periodId report-period-wrong'],
    ['a list of indicators nobody knows', aReport({ indicatorVersion: 9 }), 'indicatorVersion report-version-unknown'],
    ['a line of another level', withLine('I5.05', { computed: 0, value: 0 }), 'I5.05 report-line-unknown'],
  ])('%s', (_, report, expected) => {
    expect(problemsOf(report)).toEqual([expected]);
  });

  test('a sum of many activities is not absurd, however much it is', () => {
    expect(problemsOf(withLine('I2.03', { computed: 60_000, value: 60_000 }))).toEqual([]);
    expect(checkReport(withLine('I2.03', { computed: 60_000, value: 60_000 }), context()).soft.map((one) => one.id)).toEqual(['many-people:I2.03']);
  });

  test('a count of the machine’s own that was entered by hand still has an end', () => {
    expect(problemsOf(withLine('IC.02', { computed: null, value: 1_000_000_000_001 }))).toEqual(['IC.02 figure-out-of-bounds']);
  });

  test('a line that is not there', () => {
    const { 'I1.05': _gone, ...lines } = aReport().lines;
    expect(problemsOf(aReport({ lines }))).toEqual(['I1.05 report-line-missing']);
  });

  test('a view, a period nobody knows and one that has not begun', () => {
    const q2 = reportOf('c01', '2020-q2', computeFor('c01', '2020-q2', activities).indicators);
    expect(problemsOf(q2, { period: period('2020-q2') })).toEqual(['periodId report-period-unknown']);
    expect(problemsOf(aReport(), { period: null })).toEqual(['periodId report-period-unknown']);
    expect(problemsOf(aReport(), { today: day('2019-11-30') })).toEqual(['periodId report-period-ahead']);
  });

  test('an upper union counts no more plans than it has unions', () => {
    const report = reportOf('u07', '2020-h1', computeFor('u07', '2020-h1', []).indicators);
    const counted = (value: number): Report => withLine('I4.01', { value, reason: 'Đếm lại' }, report);
    expect(problemsOf(counted(4), {}, 'u07')).toEqual([]);
    expect(problemsOf(counted(5), {}, 'u07')).toEqual(['I4.01 figure-out-of-bounds']);
  });
});

describe('what is only strange is asked once', () => {
  const askedOf = (report: Report, over: Partial<ReportContext> = {}): string[] => checkReport(report, context('c01', over)).soft.map((one) => `${one.id} · ${reportWarningText(one)}`);

  test('a report before its period has closed', () => {
    expect(askedOf(aReport(), { today: day('2020-05-29') })).toEqual(['early · Kỳ này đến 31/5/2020 mới chốt. Gửi bây giờ thì việc làm sau đó không có trong báo cáo. Vẫn gửi chứ?']);
    expect(askedOf(aReport({ confirmed: ['early'] }), { today: day('2020-05-29') })).toEqual([]);
  });

  test('an older list of indicators stays good', () => {
    expect(askedOf(aReport(), { newestVersion: 2 })[0]).toMatch(/^old-version · /);
    expect(problemsOf(aReport(), { newestVersion: 2 })).toEqual([]);
  });

  test('more people than the unit can have had, and an empty section', () => {
    expect(askedOf(withLine('I4.07', { value: 32, reason: 'Đếm lại' }))).toEqual(['many-people:I4.07 · Số cá nhân điển hình tiên tiến (chỉ đếm): 32, trong khi đơn vị có 31 đoàn viên. Số này đúng chứ?']);
    expect(askedOf(aReport({ sections: { ...aReport().sections, direction: ' ', proposal: '' } })).map((one) => one.split(' · ')[0])).toEqual(['section-empty:direction']);
  });

  test('units that have not reported, and a rate that only the officer knows', () => {
    const report = reportOf('u07', '2020-h1', computeFor('u07', '2020-h1', []).indicators, { missing: [unit('c02').id, unit('c03').id] });
    expect(checkReport(report, context('u07')).soft.map((one) => one.id)).toEqual(['not-reported', 'not-entered:I7.07']);
  });
});

describe('what is typed is read as the officer means it', () => {
  const typed = (indicator: string, change: Partial<ReportLineDraft>): ReportDraft => {
    const draft = draftOfReport(aReport());
    const line = draft.lines[indicator];
    if (line === undefined) throw new Error(`there is no ${indicator}`);
    return { ...draft, lines: { ...draft.lines, [indicator]: { ...line, ...change } } };
  };

  test('opened and read again unchanged it is the same report', () => {
    const draft = draftOfReport(aReport());
    expect(ReportDraft.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(readReport(draft, context())).toEqual({ report: aReport(), soft: [] });
  });

  test.each(['1200', '1.200', '1 200', '１２００'])('“%s” is 1200', (value) => {
    const read = readReport(typed('I2.05', { value, reason: 'Tính lại theo biên nhận' }), context());
    expect('report' in read && lineOf(read.report, code('I2.05'))).toEqual({ computed: 3600, value: 1200, reason: 'Tính lại theo biên nhận' });
  });

  test.each([['1,5 người', 'figure-not-whole'], ['-3', 'figure-not-whole'], ['mười', 'figure-not-whole'], ['9999999999999999', 'figure-out-of-bounds'], ['', 'report-value-missing']])('“%s” is answered at its box: %s', (value, expected) => {
    const read = readReport(typed('I2.03', { value }), context());
    expect('problems' in read && read.problems.map((one) => [one.field, one.code])).toContainEqual(['I2.03', expected]);
  });

  test('a box that cannot be read says one thing, not three', () => {
    const read = readReport(typed('I2.03', { women: '7 chị' }), context());
    expect('problems' in read && read.problems).toEqual([{ code: 'figure-not-whole', field: 'I2.03.women', details: { label: 'Số đoàn viên, CNVCLĐ được chăm lo Tết' } }]);
  });

  test('a correction taken back needs no reason any more', () => {
    const read = readReport(typed('I2.03', { value: '12', reason: 'Bổ sung' }), context());
    expect('report' in read && lineOf(read.report, code('I2.03'))?.reason).toBeUndefined();
  });

  test('“không phát sinh” fills empty boxes only', () => {
    const empty = draftOfReport({ ...aReport(), lines: startLines(indicatorsFor(indicatorSet, levelsOf(unit('c01'))), computeFor('c01', '2020-h1', activities).indicators) });
    expect(empty.lines['I3.01']?.value).toBe('');
    const chosen = draftNothing(empty, [code('I3.01'), code('I2.03')]);
    expect([chosen.lines['I3.01']?.value, chosen.lines['I2.03']?.value, chosen.lines['I3.02']?.value]).toEqual(['0', '12', '']);
  });
});

describe('lines follow a new computation without losing a word', () => {
  const indicators = indicatorsFor(indicatorSet, levelsOf(unit('c01')));
  const first = computeFor('c01', '2020-h1', activities).indicators;
  const more = computeFor('c01', '2020-h1', [...activities, anActivity(3, '2.3', '2020-01-20', { beneficiaries: 3, gifts: 3 }), anActivity(4, '3.1', '2020-05-20', { sessions: 1 })]).indicators;

  test('what stood empty stays the officer’s to say, and a machine’s count needs no word', () => {
    const lines = startLines(indicators, first);
    expect(lines['I3.01']).toEqual({ computed: 0, value: null });
    expect(lines['I8.01']).toEqual({ computed: 0, value: 0 });
    expect(lines['I2.03']).toEqual({ computed: 12, value: 12, computedWomen: 7, women: 7 });
    const chosen = chooseNothing(lines, [code('I3.01')]);
    const nothing = chosen['I3.01'];
    expect(nothing !== undefined && isNothing(nothing)).toBe(true);
    expect(chosen['I3.02']?.value).toBeNull();
  });

  test('an uncorrected line and a “không phát sinh” take the new number', () => {
    const again = linesAgain(asDraft(chooseNothing(startLines(indicators, first), indicators.map((one) => one.code))), asDraft(startLines(indicators, more)), indicators);
    expect(again['I2.03']).toEqual({ computed: 15, value: '15', computedWomen: 7, women: '7', womenMissing: 1, reason: '' });
    expect(again['I3.01']?.value).toBe('1');
    expect(again['I3.05']?.value).toBe('0');
  });

  test('a correction stays with its reason, until the computation says the same', () => {
    const corrected = { ...startLines(indicators, first), 'I2.04': { computed: 12, value: 14, reason: 'Hai suất phát sau' } };
    const again = (lines: Report['lines'], found: typeof first): ReportDraft['lines'] => linesAgain(asDraft(lines), asDraft(startLines(indicators, found)), indicators);
    expect(again(corrected, first)['I2.04']).toMatchObject({ computed: 12, value: '14', reason: 'Hai suất phát sau' });
    const same = { ...corrected, 'I2.04': { computed: 12, value: 15, reason: 'Ba suất phát sau' } };
    const line = again(same, more)['I2.04'];
    expect(line).toMatchObject({ computed: 15, value: '15', reason: '' });
    expect(line !== undefined && isTyped(line)).toBe(false);
  });
});

describe('texts and lines of a draft that is computed again', () => {
  test('the machine’s own paragraph follows its numbers; what somebody wrote, or wrote into it, stays', () => {
    const before = { tasks: { '1': 'Máy soạn.', '2': 'Máy soạn, đã sửa.', '4': 'Tự viết.', '5': ' ' }, drafted: { '1': 'Máy soạn.', '2': 'Máy soạn.' } };
    expect(tasksAgain(before, { '1': 'Mới.', '2': 'Mới.', '5': 'Mới.' })).toEqual({ '1': 'Mới.', '2': 'Máy soạn, đã sửa.', '4': 'Tự viết.', '5': 'Mới.' });
    // A draft of an earlier version of the app does not say what was the machine's: nothing of it is lost.
    expect(tasksAgain({ tasks: { '1': 'Máy soạn.' } }, { '1': 'Mới.' })).toEqual({ '1': 'Máy soạn.' });
  });

  test('what the machine drafted stays on the phone', () => {
    const read = readReport({ ...draftOfReport(aReport()), drafted: { '1': 'Máy soạn.' } }, context());
    expect('report' in read && Object.hasOwn(read.report, 'drafted')).toBe(false);
  });

  test('a line that would go is named before, if somebody has written in it', () => {
    const draft = draftOfReport(withLine('I2.04', { value: 14, reason: 'Hai suất phát sau' }));
    const { 'I2.04': _gone, 'I2.05': _untouched, ...fresh } = draft.lines;
    expect(linesThatGo(draft.lines, fresh)).toEqual(['I2.04']);
  });
});

describe('size', () => {
  test('the largest report there can be in practice fits into one change of the wire', () => {
    const found = new Map([...computeFor('u07', '2020-y', []).indicators].map(([each, one]) => [each, { ...one, value: 48_213, women: 25_107, womenMissing: 12, own: 120 }]));
    const report = reportOf('u07', '2020-y', found);
    const lines = Object.fromEntries(Object.entries(report.lines).map(([each, line], index) => [each, index < 8 ? { ...line, value: 48_214, reason: 'x'.repeat(120) } : line]));
    const text = (length: number): string => 'Chăm lo đời sống, '.repeat(1000).slice(0, length);
    const largest = {
      ...report, lines,
      sections: { situation: text(1400), assessment: text(1200), direction: text(1400), proposal: text(500) },
      tasks: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7', '8', '9', 'C'].map((task) => [task, text(400)])),
      activities: Object.fromEntries(Array.from({ length: 15 }, (_, index) => [recordId(index), 1])),
      reports: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [recordId(100 + index), 2])),
      missing: units.slice(0, 8).map((one) => one.id),
    };
    const { characters, narrative } = reportSize(largest);
    console.log(`largest report: ${characters} characters, ${narrative} of text`);
    expect(narrative).toBe(mostNarrativeCharacters);
    expect(characters).toBeLessThanOrEqual(mostReportCharacters);
    expect(mostReportCharacters).toBeLessThanOrEqual(limits.bodyCharacters);
    expect(() => Report.parse(largest)).not.toThrow();
  });

  test('what is too long is told at its longest text, before it is sent', () => {
    const long = aReport({ tasks: { '2': 'Đã làm. '.repeat(400).trim(), '4': 'Đã làm. '.repeat(480).trim() }, sections: { ...aReport().sections, situation: 'Đã làm. '.repeat(300).trim() } });
    expect(problemsOf(long)).toEqual(['tasks.4 report-too-long']);
    expect(problemsOf(aReport({ reports: Object.fromEntries(Array.from({ length: 400 }, (_, index) => [recordId(index), 1])) }))).toEqual(['direction report-too-long']);
  });

  test('a reason is a sentence, not a page', () => {
    const draft = draftOfReport(withLine('I2.03', { value: 13, reason: 'x' }));
    const line = draft.lines['I2.03'];
    if (line === undefined) throw new Error('the line is gone');
    const read = readReport({ ...draft, lines: { ...draft.lines, 'I2.03': { ...line, reason: 'x'.repeat(mostReasonCharacters + 1) } } }, context());
    expect('problems' in read && read.problems.map((one) => `${one.field} ${one.code}`)).toEqual(['I2.03.reason text-too-long']);
  });
});
