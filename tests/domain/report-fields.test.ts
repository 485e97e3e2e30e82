import { expect, test } from 'vitest';
import { groupsOf, isQuiet, reportChanges, reportFieldsOf } from '../../src/domain/report-fields.ts';
import { readReturn, reportReturnReasons, returnReasons } from '../../src/domain/return-draft.ts';
import type { ReturnReason } from '../../src/domain/return-draft.ts';
import { indicatorSet } from '../../src/content/indicators.ts';
import { indicatorsFor, taskOfIndicator } from '../../src/domain/indicator.ts';
import type { Report } from '../../src/domain/report.ts';
import { levelsOf } from '../../src/domain/unit.ts';
import type { DeskIndicator } from '../../src/sync/desk-report-protocol.ts';
import { day } from '../make/activity-context.ts';
import { computeFor, reportOf, unit } from '../make/report.ts';

const indicators: readonly DeskIndicator[] = indicatorsFor(indicatorSet, levelsOf(unit('c01'))).map(({ code, label, unit: measure, partOf, method }) => ({
  code, taskId: taskOfIndicator(code), label, unit: measure, partOf, method,
}));
const report = (over: Partial<Report> = {}): Report => reportOf('c01', '2020-q1', computeFor('c01', '2020-q1', []).indicators, over);

test('every line and every text of a report can be returned, once, in the order of the paper', () => {
  const fields = reportFieldsOf(report(), indicators);
  expect([fields[0], fields[1], fields[2], ...fields.slice(-3)]).toEqual(['situation', 'tasks.1', 'I1.01', 'assessment', 'direction', 'proposal']);
  expect(new Set(fields).size).toBe(fields.length);
  for (const { code } of indicators) expect(fields).toContain(code);
});

test('each field is one that a remark may stand at', () => {
  const words = Object.fromEntries([...returnReasons, ...reportReturnReasons].map((reason) => [reason, reason])) as Record<ReturnReason, string>;
  const fields = reportFieldsOf(report(), indicators);
  for (let at = 0; at < fields.length; at += 12) {
    const some = fields.slice(at, at + 12);
    const read = readReturn({ remarks: some.map((field) => ({ field, reason: 'figure-mismatch', text: '' })), dueOn: '' }, fields, day('2020-05-15'), words);
    expect([read.troubles, read.remarks.map((remark) => remark.field)]).toEqual([[], some]);
  }
});

test('a paragraph of a task without lines is shown too', () => {
  expect(groupsOf(report({ lines: {}, tasks: { '9': 'Đã làm.' } }), []).map(({ taskId, text }) => [taskId, text])).toEqual([['9', 'Đã làm.']]);
});

test('a line is read over quickly only where nothing happened, nobody corrected and nothing is missing', () => {
  expect(isQuiet({ computed: 0, value: 0 })).toBe(true);
  expect(isQuiet({ computed: 0, value: 0, own: 1 })).toBe(false);
  expect(isQuiet({ computed: 0, value: 2, reason: 'Ghi sót' })).toBe(false);
  expect(isQuiet({ computed: 3, value: 0, reason: 'Ghi nhầm' })).toBe(false);
  expect(isQuiet({ computed: 0, value: null })).toBe(false);
});

test('what the unit mended is named; what only the machine computed anew is not', () => {
  const before = report({ tasks: { '4': 'Cũ.' } });
  const line = before.lines['I1.05'];
  const after: Report = { ...before, tasks: { '4': 'Mới.' }, sections: { ...before.sections, proposal: 'Xin tài liệu.' }, lines: { ...before.lines, 'I1.05': { ...line, computed: 0, value: 2, reason: 'Ghi sót' } } };
  expect(reportChanges(before, after, indicators).map(({ field, line: each }) => [field, each?.before?.value, each?.after?.value])).toEqual([
    ['I1.05', 0, 2], ['tasks.4', undefined, undefined], ['proposal', undefined, undefined],
  ]);
  expect(reportChanges(before, { ...before, lines: { ...before.lines, 'I1.05': { ...line, computed: 1, value: 0 } } }, indicators)).toEqual([]);
});
