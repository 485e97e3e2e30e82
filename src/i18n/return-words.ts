/** Trả lại để bổ sung: the form of a return, at the desk and on a reviewer's phone, and its ready reasons. */
import type { ReturnReason } from '../domain/return-draft.ts';

export const returnWords = {
  /** Title of the form. */
  title: 'Trả lại để bổ sung',
  /** Hint at its top. */
  lead: 'Chọn từng chỗ cần sửa trong nội dung đơn vị ghi.',
  /** Title of one picked field. {field}: its label. */
  field: 'Chỗ cần sửa: {field}',
  /** Label of the ready reasons. {field}: label of the field. */
  reason: 'Lý do',
  /** Label of the free words. */
  words: 'Nói rõ thêm',
  /** Behind that label when a ready reason was chosen. */
  wordsOptional: '(không bắt buộc)',
  /** Button: lets the field go. {field}: its label. */
  drop: 'Bỏ chỗ này',
  /** Label of the deadline. */
  due: 'Hạn bổ sung',
  /** Hint at the deadline. {count}: number of working days. */
  dueHint: 'Gợi ý {count} ngày làm việc. Để trống nếu không đặt hạn.',
  /** Title of the preview. */
  preview: 'Đơn vị sẽ thấy:',
  /** First line of the preview with a deadline. {date}: 18/5/2020. */
  previewDue: 'Cần bổ sung trước {date}',
  /** First line of the preview without a deadline. */
  previewNoDue: 'Cần bổ sung',
  /** In the preview while a picked field has no words yet. */
  previewNoWords: 'chưa ghi lý do',
  /** Main button of the form. */
  send: 'Trả lại để bổ sung',
  /** Button: leaves the form; its words are kept. */
  cancel: 'Để sau',
  /** Title of the box with what is missing. {count}: a number. */
  troublesTitle: 'Cần xem lại {count} chỗ',
  /** No field was picked. */
  troubleNoField: 'Chọn ít nhất một chỗ cần sửa.',
  /** Too many fields were picked. {most}: a number. */
  troubleTooMany: 'Chọn nhiều nhất {most} chỗ.',
  /** A picked field has no words. {field}: its label. */
  troubleNoWords: 'Chọn lý do hoặc ghi lời cho “{field}”.',
  /** The words at a field are too long. {field}: its label; {most}: a number of characters. */
  troubleTooLong: 'Lời ở “{field}” dài quá {most} ký tự.',
  /** The deadline lies before today. */
  troubleDeadline: 'Hạn bổ sung đã qua. Chọn ngày từ hôm nay trở đi.',
} as const;

/** Ready reasons, which the unit will read. */
export const returnReasonWords = {
  /** Ready reason, which the unit will read: the number of people is missing. */
  'figure-missing': 'Thiếu số người dự',
  /** Ready reason, which the unit will read: the pictures show too little. */
  'photo-unclear': 'Ảnh không rõ',
  /** Ready reason, which the unit will read: another task is meant. */
  'task-wrong': 'Sai nhiệm vụ',
  /** Ready reason, which the unit will read: the day is wrong. */
  'date-wrong': 'Ngày chưa đúng',
  /** Ready reason, which the unit will read: the words are unclear. */
  'words-unclear': 'Ghi chưa rõ',
  /** Of a report: the number does not fit other numbers or papers. */
  'figure-mismatch': 'Số liệu chưa khớp',
  /** Of a report: a number stands there without a sufficient reason for its correction. */
  'correction-unclear': 'Chưa rõ lý do điều chỉnh',
  /** Of a report: the number is missing. */
  'number-missing': 'Thiếu số liệu',
  /** Of a work programme: the time does not fit. */
  'month-wrong': 'Thời gian chưa hợp lý',
  /** Of a work programme: nobody is named who sees to it. */
  'role-missing': 'Thiếu bộ phận phụ trách',
  /** Of a work programme: something is to be put in. */
  'put-in': 'Cần đưa việc này vào',
  /** Choice of words of one's own; the unit does not read this word. */
  other: 'Khác',
} as const satisfies Record<ReturnReason, string>;
