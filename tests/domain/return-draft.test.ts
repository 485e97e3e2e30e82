import { describe, expect, it } from 'vitest';
import { emptyReturn, readReturn, remarkWords, returnAgain, returnReasons, toggleField, withRemark } from '../../src/domain/return-draft.ts';
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

describe('a return that was not counted, as the beginning of a new one', () => {
  const proposedOn = LocalDate.parse('2020-05-21');
  const again = (texts: Readonly<Record<string, string>>, dueOn: LocalDate | null = null, written: Parameters<typeof returnAgain>[1] = null) =>
    returnAgain({ remarks: Object.entries(texts).map(([field, text]) => ({ field, text })), dueOn }, written, today, proposedOn, returnReasons, reasons);

  it('loses no word: the unit would read the very same, and a ready reason is chosen again', () => {
    const texts = { attendances: 'Thiếu số người dự. Ghi theo danh sách', photos: 'Ảnh không rõ', title: 'Ảnh không rõ ràng', heldOn: 'Ngày chưa đúng.' };
    const { remarks } = again(texts);
    expect(remarks.map((remark) => [remark.field, remarkWords(remark, reasons)])).toEqual(Object.entries(texts));
    expect(remarks.map(({ reason }) => reason)).toEqual(['figure-missing', 'photo-unclear', 'other', 'other']);
  });

  it('keeps its day, asks for no other where there was none, and proposes one in place of a day that has passed', () => {
    const days = [LocalDate.parse('2020-05-15'), null, LocalDate.parse('2020-05-14')].map((dueOn) => again({ title: 'x' }, dueOn).dueOn);
    expect(days).toEqual(['2020-05-15', '', proposedOn]);
  });

  it('stands beside what is written already, whose words it does not touch', () => {
    const written = withRemark(toggleField(blank, 'title'), 'title', { reason: 'other', text: 'Lời mới' });
    const draft = again({ title: 'Lời cũ', heldOn: 'Ngày chưa đúng' }, LocalDate.parse('2020-05-18'), written);
    expect(draft).toEqual({ remarks: [{ field: 'title', reason: 'other', text: 'Lời mới' }, { field: 'heldOn', reason: 'date-wrong', text: '' }], dueOn: blank.dueOn });
  });
});
