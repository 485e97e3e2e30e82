import { describe, expect, it } from 'vitest';
import { openDictionary } from '../../src/desk/dictionary.ts';
import { Activity } from '../../src/domain/activity.ts';
import { TaskId } from '../../src/domain/id.ts';
import { Unit } from '../../src/domain/unit.ts';
import { statementOf } from '../../src/i18n/statement.ts';
import { DeskReference } from '../../src/sync/desk-protocol.ts';

const unit = Unit.parse({
  id: 'c01', code: 'C01', parentId: null, kind: 'grassroots', name: 'CĐCS Huổi Sang', type: 'school', memberCount: 31, womenCount: 20, isDirect: false,
});
const reference = DeskReference.parse({
  units: [unit],
  tasks: [{
    id: '2', short: 'Giáo dục truyền thống', words: '2. Tổ chức …',
    requirements: [{ id: '2.3', words: 'Chăm lo Tết', quotes: ['chăm lo Tết'], evidence: [], countsOnly: false }],
  }],
  forms: [{ id: 'tham-hoi', version: 1, label: 'Thăm hỏi, tặng quà', figureKeys: ['gifts', 'valueK'] }],
  figures: [
    { key: 'attendances', label: 'Số lượt người dự', unit: 'lượt người', kind: 'count' }, { key: 'valueK', label: 'Giá trị', unit: 'nghìn đồng', kind: 'count' },
    { key: 'linked', label: 'Đã kết nối', unit: 'có/không', kind: 'yesNo' },
  ],
  occasions: [{ id: 'e-tet', title: 'Tết Canh Tý' }],
  checks: [
    { id: 'w-members', sentence: 'Mỗi buổi trung bình {per} người, hơn 1,5 lần số đoàn viên ({members}). Số này đúng chứ?', ratio: { a: 'attendances', per: 'sessions' } },
    { id: 'w-window', sentence: 'Ngày này ngoài khoảng thời gian của yêu cầu ({from} đến {to}). Vẫn lưu được.' },
    { id: 'w-year', sentence: 'Ngày này không thuộc năm công tác {year} ({from} đến {to}).' },
  ],
  setting: { sample: true, workingDay: '2020-05-15', workingYear: 2020 },
});
const body = Activity.parse({
  requirementId: '2.3', alsoRequirementIds: [], occasionId: 'e-tet', formId: 'tham-hoi', formVersion: 1, heldOn: '2020-01-17',
  title: 'Chăm lo Tết', figures: { attendances: 120, sessions: 2, valueK: 3600, linked: 1 }, note: '', link: '', confirmed: [],
});
const words = openDictionary(reference);

describe('the words of a record', () => {
  it('are the officer’s, not the codes', () => {
    expect(['requirementId', 'occasionId', 'formId', 'heldOn', 'valueK', 'linked'].map((field) => `${words.label(field)}: ${words.value(body, field)}`)).toEqual([
      'Nội dung chỉ đạo: 2.3 · Chăm lo Tết', 'Dịp: Tết Canh Tý', 'Hình thức: Thăm hỏi, tặng quà', 'Ngày tổ chức: Thứ Sáu, 17/01/2020',
      'Giá trị: 3.600 nghìn đồng', 'Đã kết nối: Có',
    ]);
  });

  it('a blank figure is empty, a zero is not', () => {
    expect(words.value({ ...body, figures: { gifts: 0 } }, 'gifts')).toBe('0');
    expect(words.value({ ...body, figures: {} }, 'gifts')).toBe('');
    expect(words.value(body, 'constructor')).toBe('');
  });

  it('the closing obligation carries no number in front', () => {
    expect(words.task(TaskId.parse('2'))).toBe('2. Giáo dục truyền thống');
    expect(words.task(TaskId.parse('9'))).toBe('9');
  });

  it('a record can be read before the reference has come', () => {
    const bare = openDictionary(null);
    expect([bare.label('valueK'), bare.value(body, 'valueK'), bare.value(body, 'requirementId')]).toEqual(['valueK', '3.600', '2.3']);
    expect(bare.flag('w-members', body, null)).toBe('Điểm cần xem: w-members');
  });
});

describe('what the officer confirmed', () => {
  it('is stated with its numbers and without the question that was answered', () => {
    expect(words.flag('w-members', body, unit)).toBe('Mỗi buổi trung bình 60 người, hơn 1,5 lần số đoàn viên (31).');
    expect(words.flag('w-year', body, unit)).toBe('Ngày này không thuộc năm công tác 2020 (01/12/2019 đến 30/11/2020).');
  });

  it('leaves out what the desk cannot know, and never shows an empty brace', () => {
    expect(words.flag('w-window', body, unit)).toBe('Ngày này ngoài khoảng thời gian của yêu cầu.');
    expect(words.flag('w-members', { ...body, figures: {} }, null)).toBe('Mỗi buổi trung bình … người, hơn 1,5 lần số đoàn viên.');
    expect(statementOf('Một câu không dấu chấm')).toBe('Một câu không dấu chấm');
  });
});
