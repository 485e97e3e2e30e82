import { expect, test } from 'vitest';
import { activityList, listFileName } from '../../src/documents/activity-list.ts';
import type { ListedRecord } from '../../src/documents/activity-list.ts';
import { enteredFigures } from '../../src/content/figures.ts';
import { figuresByKey } from '../../src/domain/figure.ts';
import type { Activity } from '../../src/domain/activity.ts';
import { day } from '../make/activity-context.ts';
import { anActivity } from '../make/record.ts';

function listed(over: Partial<Activity> = {}, more: Partial<ListedRecord> = {}): ListedRecord {
  return { activity: anActivity(over), standing: { state: 'received', qualifier: 'plain' }, receiptNumber: 'C01-2020-A0412-K', formName: 'Hội nghị', occasionTitle: '', ...more };
}

const everything = { year: null, taskId: null, stateWord: null, query: '' };
const options = { unitName: 'CĐCS Trường Tiểu học', filter: everything, figures: figuresByKey(enteredFigures), today: day('2020-05-15') };

function cell(list: ReturnType<typeof activityList>, row: number, head: string): unknown {
  return list.sheet.rows[row]?.[list.sheet.head.indexOf(head)];
}

test('the list goes by the day it was held, first to last, numbered', () => {
  const list = activityList([listed({ heldOn: day('2020-05-15'), title: 'Sau' }), listed({ heldOn: day('2020-02-03'), title: 'Trước' })], options);
  expect([cell(list, 0, 'Tên hoạt động'), cell(list, 1, 'Tên hoạt động')]).toEqual(['Trước', 'Sau']);
  expect(cell(list, 1, 'STT')).toBe(2);
  expect(cell(list, 0, 'Ngày tổ chức')).toEqual({ on: '2020-02-03' });
  expect(list.lines).toEqual(['Từ 03/02/2020 đến 15/5/2020', '2 hoạt động · lập 15/5/2020']);
});

test('a figure has a column when any record carries it, in the published order; what was left blank stays empty', () => {
  const list = activityList([listed({ heldOn: day('2020-01-01'), figures: { women: 3, attendances: 40 } }), listed({ heldOn: day('2020-01-02'), figures: { oldFigure: 5 } })], options);
  const heads = list.sheet.head;
  expect(heads.indexOf('Số lượt người dự')).toBeLessThan(heads.indexOf('oldFigure'));
  expect(cell(list, 0, 'Số lượt người dự')).toBe(40);
  expect(cell(list, 1, 'Số lượt người dự')).toBeNull();
  expect(cell(list, 1, 'oldFigure')).toBe(5);
  expect(list.sheet.widths).toHaveLength(heads.length);
});

test('the further requirements, the state in the words of the screen and the receipt stand in their columns', () => {
  const list = activityList([listed({ alsoRequirementIds: ['4.5'] as Activity['alsoRequirementIds'] }, { standing: { state: 'queued', qualifier: 'plain' }, receiptNumber: '' })], options);
  expect(cell(list, 0, 'Nội dung')).toBe('2.5, 4.5');
  expect(cell(list, 0, 'Tình trạng')).toBe('Chờ gửi');
  expect(cell(list, 0, 'Số biên nhận')).toBe('');
});

test('the paper says what it was narrowed to, and its figures in words', () => {
  const list = activityList([listed()], { ...options, filter: { year: 2020, taskId: '2', stateWord: 'Tỉnh đã nhận', query: ' mít tinh ' } });
  expect(list.lines).toEqual([
    'Năm công tác 2020 (01/12/2019 – 30/11/2020)', 'Nhiệm vụ 2', 'Chỉ các mục: Tỉnh đã nhận', 'Có chữ: mít tinh', '1 hoạt động · lập 15/5/2020',
  ]);
  expect(list.paper.rows).toEqual([['1', '15/5/2020', '2.5', 'Mít tinh kỷ niệm 19/5', expect.stringMatching(/^Số lượt người dự 42; .+ 31$/), 'Tỉnh đã nhận', 'C01-2020-A0412-K']]);
  expect(list.paper.head).toHaveLength(7);
});

test('the name of the file has no marks, no spaces and nothing that a path could mean', () => {
  expect(listFileName('C01', 2020)).toBe('so-hoat-dong-c01-2020');
  expect(listFileName('Đội/../ 5', null)).toBe('so-hoat-dong-doi-5');
});
