import { describe, expect, it } from 'vitest';
import { emptyReturn, readReturn, remarkWords, toggleField, withRemark } from '../../src/domain/return-draft.ts';
import { LocalDate } from '../../src/domain/time.ts';

const today = LocalDate.parse('2020-05-15');
const order = ['title', 'heldOn', 'attendances'];
const reasons = {
  'figure-missing': 'Thiếu số người dự', 'photo-unclear': 'Ảnh không rõ', 'task-wrong': 'Sai nhiệm vụ', 'date-wrong': 'Ngày chưa đúng', 'words-unclear': 'Ghi chưa rõ', 'figure-mismatch': 'Số liệu chưa khớp', 'correction-unclear': 'Chưa rõ lý do điều chỉnh', 'number-missing': 'Thiếu số liệu', 'month-wrong': 'Thời gian chưa hợp lý', 'role-missing': 'Thiếu bộ phận phụ trách', 'put-in': 'Cần đưa việc này vào', other: 'Khác',
};
const blank = emptyReturn(LocalDate.parse('2020-05-20'));

describe('a return', () => {
  it('is not sent without a field', () => {
    expect(readReturn(blank, order, today, reasons).troubles).toEqual([{ kind: 'no-field' }]);
  });

  it('is not sent while a picked field has neither reason nor words', () => {
    const picked = withRemark(toggleField(toggleField(blank, 'heldOn'), 'title'), 'title', { reason: 'other', text: '   ' });
    expect(readReturn(picked, order, today, reasons).troubles).toEqual([{ kind: 'no-words', field: 'title' }, { kind: 'no-words', field: 'heldOn' }]);
  });

  it('tells the unit the reason and the words at each field, in the order of the record', () => {
    let draft = toggleField(toggleField(blank, 'attendances'), 'title');
    draft = withRemark(draft, 'attendances', { reason: 'figure-missing', text: ' ghi theo  danh sách\n' });
    draft = withRemark(draft, 'title', { reason: 'other', text: 'Ghi rõ tên hội nghị' });
    expect(readReturn(draft, order, today, reasons)).toEqual({
      remarks: [{ field: 'title', text: 'Ghi rõ tên hội nghị' }, { field: 'attendances', text: 'Thiếu số người dự. ghi theo danh sách' }],
      troubles: [],
    });
  });

  it('a field let go takes its words with it', () => {
    const draft = toggleField(withRemark(toggleField(blank, 'title'), 'title', { text: 'x' }), 'title');
    expect(draft.remarks).toEqual([]);
  });

  it('words typed with loose marks are sent composed', () => {
    expect(remarkWords({ field: 'title', reason: null, text: 'Tết'.normalize('NFD') }, reasons)).toBe('Tết');
  });

  it('refuses words that the phone could not store, and a day that has passed', () => {
    const long = withRemark(toggleField(blank, 'title'), 'title', { reason: 'date-wrong', text: 'a'.repeat(290) });
    expect(readReturn({ ...long, dueOn: '2020-05-14' }, order, today, reasons).troubles)
      .toEqual([{ kind: 'words-too-long', field: 'title', most: 300 }, { kind: 'deadline-past' }]);
  });

  it('may go without a deadline', () => {
    const draft = withRemark(toggleField({ ...blank, dueOn: '' }, 'title'), 'title', { reason: 'words-unclear' });
    expect(readReturn(draft, order, today, reasons).troubles).toEqual([]);
  });
});
