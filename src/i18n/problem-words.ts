/**
 * What the officer or reviewer reads when something was refused: one sentence that says what is the matter, and the
 * next step. One pair for each problem code; the compiler holds the list complete.
 */
import type { ProblemCode } from '../domain/problem.ts';
import type { LocalDate } from '../domain/time.ts';
import { dateText, numberText } from './format.ts';
import { fill } from './say.ts';

export interface ProblemText {
  readonly sentence: string;
  readonly next: string;
}

/**
 * By problem code. `sentence` and `next` stand one after the other, at the field or in a box of their own.
 * `{label}` a figure's name, `{min}` and `{max}` its bounds or a length, `{found}` the words that raised the alarm,
 * `{host}` an address, `{sentence}` a check's own sentence, `{requirement}` a requirement's number, `{minutes}` a time,
 * `{from}` and `{to}` days.
 */
export const problemCatalogue = {
  // ---- what was typed ----
  /** At the requirement's field, when none is chosen. */
  'requirement-missing': { sentence: 'Chưa chọn nhiệm vụ.', next: 'Chọn một yêu cầu của công văn.' },
  /** At the requirement's field: the phone holds an older directive, or the server a newer one. */
  'requirement-unknown': { sentence: 'Yêu cầu {requirement} không có trong công văn đang áp dụng.', next: 'Chọn lại yêu cầu trong danh sách.' },
  /** At the requirement's field: it has a screen of its own. */
  'requirement-closed': { sentence: 'Yêu cầu {requirement} chưa ghi được ở mục này.', next: 'Chọn một yêu cầu khác.' },
  /** At the kind's field, when none is chosen. */
  'form-missing': { sentence: 'Chưa chọn hình thức.', next: 'Chọn hình thức hoạt động.' },
  /** At the kind's field: this version of it is not known. */
  'form-unknown': { sentence: 'Hình thức này chưa có trên máy hoặc đã thay đổi.', next: 'Kết nối mạng để cập nhật, rồi chọn lại.' },
  /** At the kind's field: it has a screen of its own. */
  'form-unfit': { sentence: 'Hình thức này không ghi như một hoạt động.', next: 'Chọn một hình thức khác.' },
  /** At the occasion's field. */
  'occasion-unknown': { sentence: 'Dịp này không có trong lịch.', next: 'Chọn lại trong danh sách, hoặc bỏ trống.' },
  /** At the date, when it is empty. */
  'date-missing': { sentence: 'Chưa ghi ngày.', next: 'Chọn ngày diễn ra hoạt động.' },
  /** At the date, when it has not come yet. */
  'date-future': { sentence: 'Ngày này chưa tới.', next: 'Chọn ngày đã diễn ra hoạt động.' },
  /** At the title, when it is empty. */
  'title-missing': { sentence: 'Chưa ghi tên hoạt động.', next: 'Ghi ngắn gọn đã làm việc gì.' },
  /** At a text field. {max}: characters. */
  'text-too-long': { sentence: 'Đoạn này dài quá {max} chữ cái.', next: 'Viết gọn lại.' },
  /** At a figure that must have a number. {label}: its name. */
  'figure-missing': { sentence: 'Chưa ghi số: {label}.', next: 'Ghi một số, kể cả số 0.' },
  /** At a figure whose text is not a whole number. {label}: its name. */
  'figure-not-whole': { sentence: '{label}: chỉ ghi số nguyên, không ghi chữ hay dấu phẩy.', next: 'Sửa lại số.' },
  /** At a figure. {label}: its name; {min} and {max}: its bounds. */
  'figure-out-of-bounds': { sentence: '{label}: số phải từ {min} đến {max}.', next: 'Xem lại số.' },
  /** At a figure that the kind does not have. */
  'figure-unknown': { sentence: 'Hình thức này không có số liệu đó.', next: 'Bỏ số liệu này đi.' },
  /** At the figures, when all are empty. */
  'figures-none': { sentence: 'Chưa có số liệu nào.', next: 'Ghi ít nhất một số.' },
  /** At a field. {sentence}: the published form's own words. */
  'check-failed': { sentence: '{sentence}', next: 'Xem lại và sửa.' },
  /** At a free text. {found}: the words taken for a name. */
  'text-names-person': { sentence: '“{found}” có vẻ là tên người.', next: 'Bỏ tên, chỉ ghi việc và số người.' },
  /** At a free text. {found}: the number. */
  'text-has-phone': { sentence: '“{found}” có vẻ là số điện thoại.', next: 'Bỏ số này đi.' },
  /** At a free text. {found}: the number. */
  'text-has-identity-number': { sentence: '“{found}” có vẻ là số căn cước.', next: 'Bỏ số này đi.' },
  /** At the link. */
  'link-bad': { sentence: 'Đường dẫn này chưa đúng.', next: 'Chép lại cả đường dẫn, bắt đầu bằng https://.' },
  /** At the link. {host}: where it leads. */
  'link-foreign': { sentence: 'Không nhận đường dẫn tới {host}.', next: 'Dùng trang của công đoàn, cơ quan hoặc báo chí.' },
  /** At the note: this requirement takes numbers only. */
  'note-not-allowed': { sentence: 'Yêu cầu này chỉ ghi số, không ghi chú.', next: 'Xóa ghi chú.' },
  /** At the link: this requirement takes numbers only. */
  'link-not-allowed': { sentence: 'Yêu cầu này chỉ ghi số, không gắn đường dẫn.', next: 'Xóa đường dẫn.' },
  /** At the photos: this requirement takes numbers only. */
  'photo-not-allowed': { sentence: 'Yêu cầu này chỉ ghi số, không gắn ảnh.', next: 'Xóa ảnh.' },
  /** At the photos: the chosen file is no picture this phone can open. */
  'photo-unreadable': { sentence: 'Tệp này không phải ảnh mở được.', next: 'Chọn ảnh khác, hoặc chụp lại.' },
  /** At the photos. {most}: how many one activity takes. */
  'photo-too-many': { sentence: 'Mỗi hoạt động nhận nhiều nhất {most} ảnh.', next: 'Xóa bớt một ảnh rồi thêm ảnh khác.' },
  /** At the photos: it could not be made small enough. */
  'photo-too-big': { sentence: 'Ảnh này không thu nhỏ được.', next: 'Chụp lại, hoặc chọn ảnh khác.' },
  /** Of a program that sends pictures: no stored record of the unit names this one. */
  'photo-unknown': { sentence: 'Chưa có hoạt động nào kèm ảnh này.', next: 'Gửi hoạt động trước, ảnh theo sau.' },
  /** Of a program that sends pictures: the offset is not a place in it. */
  'photo-range-wrong': { sentence: 'Phần ảnh gửi tới không đúng chỗ.', next: 'Gửi lại từ chỗ máy chủ báo.' },
  /** Anywhere: the server could not read what it received. */
  'body-malformed': { sentence: 'Nội dung gửi tới không đọc được.', next: 'Mở lại mục này, xem và gửi lại.' },

  // ---- a work programme ----
  /** At the programme: everything was taken out. */
  'programme-empty': { sentence: 'Chương trình chưa có việc nào.', next: 'Đưa vào ít nhất một việc.' },
  /** At the programme. {max}: how many it takes. */
  'programme-too-many': { sentence: 'Chương trình nhận nhiều nhất {max} việc.', next: 'Gộp hoặc xóa bớt việc riêng.' },
  /** At the programme. {over}: how many characters too many. */
  'programme-too-long': { sentence: 'Chương trình dài quá {over} ký tự.', next: 'Viết gọn các việc riêng và bộ phận phụ trách.' },
  /** At an item. {requirement}: its number. */
  'programme-twice': { sentence: 'Yêu cầu {requirement} đứng hai lần trong chương trình.', next: 'Bỏ một việc, giữ một việc.' },
  /** At the title of an item of the unit's own. */
  'programme-title-missing': { sentence: 'Việc này chưa có tên.', next: 'Ghi ngắn gọn sẽ làm gì, hoặc xóa việc này.' },
  /** At the months of an item. {title}: its words. */
  'programme-month-missing': { sentence: 'Chưa chọn tháng: {title}.', next: 'Bấm tháng sẽ làm.' },
  /** At the programme: it names another unit. */
  'programme-unit-wrong': { sentence: 'Chương trình này của đơn vị khác.', next: 'Mở lại chương trình của đơn vị mình.' },
  /** At the programme. {year}: the year it is for. */
  'programme-year-ahead': { sentence: 'Chưa lập được chương trình năm {year}.', next: 'Lập chương trình của năm nay hoặc năm tới.' },

  // ---- the doors of the server ----
  /** The request is larger than the server takes. */
  'body-too-big': { sentence: 'Lần gửi này quá lớn.', next: 'Cập nhật ứng dụng rồi gửi lại.' },
  /** The request is not in our language. */
  'body-not-json': { sentence: 'Nội dung gửi tới không đúng dạng.', next: 'Cập nhật ứng dụng rồi gửi lại.' },
  /** The request was cut or altered on its way. */
  'body-truncated': { sentence: 'Nội dung bị cắt giữa đường.', next: 'Gửi lại khi sóng khá hơn.' },
  /** The app is newer or much older than the server. */
  'protocol-unknown': { sentence: 'Ứng dụng và máy chủ không cùng phiên bản.', next: 'Cập nhật ứng dụng rồi gửi lại.' },
  /** The request names another kind of content. */
  'media-type-wrong': { sentence: 'Máy chủ không nhận loại nội dung này.', next: 'Cập nhật ứng dụng rồi gửi lại.' },
  /** The server does not know this phone; what was saved stays on it. */
  'token-unknown': { sentence: 'Máy này cần mã kích hoạt mới.', next: 'Xin mã của công đoàn cấp trên; dữ liệu trên máy vẫn còn.' },
  /** The request bears no proof of activation. */
  'token-missing': { sentence: 'Máy này chưa kích hoạt.', next: 'Nhập mã kích hoạt.' },
  /** At the desk, when nobody is logged in or the session has ended. */
  'session-missing': { sentence: 'Phiên làm việc đã hết.', next: 'Đăng nhập lại.' },
  /** At the desk: the unit lies outside the account's subtree, or the account may not decide. */
  'not-allowed': { sentence: 'Tài khoản này không được làm việc đó.', next: 'Nhờ công đoàn cấp trên trực tiếp hoặc LĐLĐ tỉnh.' },
  /** There is nothing at this address. */
  'not-found': { sentence: 'Không tìm thấy.', next: 'Xem lại địa chỉ, hoặc về trang đầu.' },
  /** The address is right, the way of asking is not. */
  'method-wrong': { sentence: 'Địa chỉ này không nhận yêu cầu kiểu đó.', next: 'Về trang đầu.' },
  /** At activation and login. {minutes}: how long to wait. */
  'too-many-tries': { sentence: 'Đã thử quá nhiều lần.', next: 'Đợi {minutes} phút rồi thử lại.' },
  /** Our own mistake, or a full disk. */
  'server-trouble': { sentence: 'Máy chủ đang trục trặc.', next: 'Thử lại sau ít phút; dữ liệu trên máy vẫn còn.' },
  /** The request comes from another site's page. */
  'origin-foreign': { sentence: 'Yêu cầu đến từ một trang khác.', next: 'Mở đúng địa chỉ của Sổ tay rồi làm lại.' },

  // ---- activation ----
  /** At the code's field: wrong length or characters. */
  'code-malformed': { sentence: 'Mã kích hoạt có 8 chữ và số.', next: 'Xem lại mã trên giấy.' },
  /** At the code's field: no such code was given out. */
  'code-unknown': { sentence: 'Không có mã này.', next: 'Xem lại từng chữ, hoặc xin mã mới.' },
  /** At the code's field: another phone has used it. */
  'code-used': { sentence: 'Mã này đã dùng trên máy khác.', next: 'Gọi Ban Tuyên giáo và Nữ công để cấp lại.' },
  /** At the code's field: its time has passed. */
  'code-expired': { sentence: 'Mã này đã hết hạn.', next: 'Gọi Ban Tuyên giáo và Nữ công để cấp lại.' },

  // ---- a periodic report ----
  /** At the head of a report: the calendar has no such period to report. */
  'report-period-unknown': { sentence: 'Lịch báo cáo không có kỳ này.', next: 'Kết nối mạng để cập nhật, rồi chọn lại kỳ.' },
  /** At the head of a report: the province has moved the days. {from} and {to}: the right ones. */
  'report-period-wrong': { sentence: 'Kỳ này tính từ {from} đến {to}.', next: 'Tính lại số liệu rồi gửi. Phần đã viết vẫn giữ nguyên.' },
  /** At the head of a report of a period that has not begun. {from}: its first day. */
  'report-period-ahead': { sentence: 'Kỳ này bắt đầu từ {from}.', next: 'Chọn kỳ đã bắt đầu.' },
  /** At the head of a report that was written for another unit, such as before the officer moved. */
  'report-unit-wrong': { sentence: 'Báo cáo này viết cho đơn vị khác.', next: 'Mở báo cáo của đơn vị hiện nay. Phần đã viết vẫn giữ trên máy.' },
  /** At the head of a report: this list of indicators is not on the phone. */
  'report-version-unknown': { sentence: 'Máy chưa có danh mục chỉ tiêu của báo cáo này.', next: 'Kết nối mạng để cập nhật rồi gửi lại.' },
  /** At a line that does not belong to this unit's report. */
  'report-line-unknown': { sentence: 'Chỉ tiêu này không thuộc báo cáo của đơn vị.', next: 'Tính lại số liệu để bỏ dòng này.' },
  /** At a line that is not there. {label}: its name. */
  'report-line-missing': { sentence: 'Thiếu chỉ tiêu: {label}.', next: 'Tính lại số liệu để thêm dòng này.' },
  /** At an empty box. {label}: the name of its indicator. */
  'report-value-missing': { sentence: '{label}: còn để trống.', next: 'Ghi một số, hoặc chọn “Không phát sinh”.' },
  /** Below a number that was changed. {label}: its indicator. */
  'report-reason-missing': { sentence: '{label}: số đã sửa chưa có lý do.', next: 'Ghi lý do trong một câu, hoặc lấy lại số máy tính.' },
  /** At the box of the women. {label}: the indicator. */
  'report-women-too-many': { sentence: '{label}: số nữ nhiều hơn tổng số.', next: 'Xem lại hai số này.' },
  /** At a part. {label}: its name; {whole}: the indicator it is a part of. */
  'report-part-too-big': { sentence: '{label}: nhiều hơn cả “{whole}”.', next: 'Xem lại hai số này.' },
  /** At a rate that was changed by hand. {label}: its name. */
  'report-ratio-fixed': { sentence: '{label}: tỷ lệ do máy tính từ các số khác.', next: 'Sửa các số đó, tỷ lệ đổi theo.' },
  /** At the top of a report that an upper union has added up. */
  'report-locked': { sentence: 'Cấp trên đã tổng hợp báo cáo này nên báo cáo được khóa.', next: 'Cần sửa thì đề nghị cấp trên mở khóa.' },
  /** At the longest text. {over}: characters too many in the whole report. */
  'report-too-long': { sentence: 'Cả báo cáo dài quá {over} chữ cái.', next: 'Viết gọn lại, trước hết là đoạn này.' },

  // ---- the desk ----
  /** In the login form; it does not tell which of the two is wrong. */
  'login-wrong': { sentence: 'Tên hoặc mật khẩu chưa đúng.', next: 'Nhập lại, hoặc nhờ quản trị cấp lại.' },
  /** In the form of the first login. {min}: characters. */
  'password-weak': { sentence: 'Mật khẩu cần ít nhất {min} chữ cái.', next: 'Dùng một câu dễ nhớ với mình.' },
  /** In the form of the first login: the link was used or has run out. */
  'link-expired': { sentence: 'Đường dẫn này đã dùng hoặc hết hạn.', next: 'Nhờ quản trị cấp đường dẫn mới.' },
  /** In the record's detail: another reviewer was first, and that decision is shown. */
  'review-conflict': { sentence: 'Người khác vừa quyết định mục này.', next: 'Xem quyết định đó ở dưới.' },
  /** In the form of a return without any remark. */
  'review-empty': { sentence: 'Chưa ghi cần bổ sung chỗ nào.', next: 'Chọn ít nhất một chỗ và ghi lý do.' },
  /** At a reviewer's own decision: it was received, and stands. */
  'review-final': { sentence: 'Quyết định đã gửi không sửa lại được.', next: 'Đợi đơn vị gửi bản mới, hoặc gọi đơn vị.' },
  /** On a reviewer's phone: another tab has decided on these words. */
  'review-twice': { sentence: 'Thẻ khác trên máy này vừa quyết định mục này.', next: 'Xem quyết định đó.' },
  /** In the record's detail: the unit has sent a newer edition meanwhile. */
  'review-stale': { sentence: 'Đơn vị vừa gửi bản mới hơn.', next: 'Đọc bản mới rồi quyết định.' },
  /** At the desk's detail and on the phone: the unit has cancelled this record. */
  'record-void': { sentence: 'Đơn vị đã hủy mục này.', next: 'Ghi một hoạt động mới nếu cần.' },
  /** An edit or a cancellation of a record of an earlier working year. {year}. */
  'year-closed': { sentence: 'Năm công tác {year} đã khép, bản tỉnh đang giữ không đổi.', next: 'Nếu sai, gọi tỉnh: tỉnh trả lại thì sửa được.' },
  /** In the form that cancels a record; the form that opens a locked report has an example of its own. */
  'reason-missing': { sentence: 'Chưa ghi lý do.', next: 'Ghi lý do trong một câu, ví dụ: ghi nhầm ngày.' },
  /** Above the list: the address bar holds something that cannot be filtered by. */
  'filter-wrong': { sentence: 'Bộ lọc trong địa chỉ không đúng.', next: 'Bỏ lọc rồi chọn lại.' },
} as const satisfies Record<ProblemCode, ProblemText>;

/**
 * @param problem a refusal of ours, or one that a newer server names: an unknown code gets the words of `body-malformed`.
 * Numbers are written as offices do, but for a year; a blank without a value stays visible.
 */
export function problemWords(problem: {
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}): ProblemText {
  const texts: Readonly<Record<string, ProblemText>> = problemCatalogue;
  const text = Object.hasOwn(texts, problem.code) ? texts[problem.code] : undefined;
  const { sentence, next } = text ?? problemCatalogue['body-malformed'];
  const blanks = Object.fromEntries(Object.entries(problem.details ?? {}).map(([name, value]) => {
    if (typeof value === 'number') return [name, name === 'year' ? value : numberText(value)];
    return [name, isDay(value) ? dateText(value) : value];
  }));
  // A published sentence has blanks of its own, so it is filled after it has been put in.
  return { sentence: fill(fill(sentence, blanks), blanks), next: fill(next, blanks) };
}

function isDay(text: string): text is LocalDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
