/** Reports: what is asked before one is sent. */
import type { ReportWarning } from '../domain/report-check.ts';
import type { LocalDate } from '../domain/time.ts';
import { dateText, numberText } from './format.ts';
import { fill } from './say.ts';

/** By the kind of a soft warning; each is a question with the answer “Đúng”. */
export const reportWarningWords = {
  /** The period still runs; {to}: its last day. */
  early: 'Kỳ này đến {to} mới chốt. Gửi bây giờ thì việc làm sau đó không có trong báo cáo. Vẫn gửi chứ?',
  /** The province has published a newer list of indicators since. */
  'old-version': 'Tỉnh đã có danh mục chỉ tiêu mới hơn. Báo cáo này vẫn hợp lệ theo danh mục cũ. Vẫn gửi chứ?',
  /** {label}: the indicator, {value}: its number, {members}: members of the unit. */
  'many-people': '{label}: {value}, trong khi đơn vị có {members} đoàn viên. Số này đúng chứ?',
  /** {label}: a number that only the officer knows. */
  'not-entered': '{label}: chưa ghi. Đơn vị chưa có số này chứ?',
  /** A section of the text without a word. */
  'section-empty': 'Mục này chưa viết gì. Vẫn để trống chứ?',
  /** {count}: units below without an approved report. */
  'not-reported': 'Còn {count} đơn vị chưa có báo cáo được duyệt. Số tổng hợp chưa gồm các đơn vị này. Vẫn gửi chứ?',
} as const satisfies Record<ReportWarning['kind'], string>;

/** The question of a soft warning, its numbers and days as offices write them. */
export function reportWarningText({ kind, blanks }: ReportWarning): string {
  return fill(reportWarningWords[kind], Object.fromEntries(Object.entries(blanks).map(([name, value]) => {
    if (typeof value === 'number') return [name, numberText(value)];
    return [name, name === 'to' ? dateText(value as LocalDate) : value];
  })));
}
