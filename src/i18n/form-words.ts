/** Ghi hoạt động, and the page that confirms a save. */
export const formWords = {
  /** Title of the page. */
  title: 'Ghi hoạt động',
  /** Title of the page when a returned or sent record is mended. */
  mendTitle: 'Bổ sung',
  /** Title of the tab while something is wrong; {title} without an error. */
  errorTitle: 'Lỗi: {title}',
  /** Under the title; {time} of the last autosave. */
  savedAt: 'Đã tự lưu trên máy lúc {time}',
  /** Instead of the form, for a moment: pictures of the draft are still being made. */
  finishing: 'Đang lưu nốt ảnh của bản nháp này…',
  /** Under the title before anything was typed. */
  notYet: 'Máy tự lưu khi ghi',
  /** Under the title when the last autosave failed. */
  notSaved: 'Chưa lưu được trên máy',
  /** Banner of a form that was left half-way; {time}. */
  resumed: 'Tiếp tục bản đang ghi (lúc {time})',
  /** Its button: a blank form; the other one stays among the drafts. */
  another: 'Ghi việc khác',
  /** First question. */
  requirement: 'Thuộc nhiệm vụ nào?',
  /** Button beside what is chosen. */
  change: 'Đổi',
  /** Why it is suggested; {date} of the occasion ahead. */
  reasonAhead: 'Gợi ý vì sắp đến {date}',
  /** Why it is suggested: the occasion is today. */
  reasonNow: 'Gợi ý vì hôm nay là {date}',
  /** Why it is suggested; {date} of the occasion just past. */
  reasonPast: 'Gợi ý vì vừa qua {date}',
  /** Why it is suggested: a month of action is under way. */
  reasonDuring: 'Gợi ý vì đang trong dịp này',
  /** Why it is suggested. */
  reasonLast: 'Như lần ghi trước',
  /** Chosen by the officer: the closing part of the directive. */
  ofClosing: 'Phần tổ chức thực hiện',
  /** The occasion under the requirement; {occasion}. */
  withOccasion: 'Dịp: {occasion}',
  /** Nothing chosen. */
  chooseRequirement: 'Chọn nội dung chỉ đạo',
  /** Folded part of the form. */
  moreContent: 'Thêm nội dung, dịp',
  /** The same with {count} further requirements chosen. */
  moreContentCount: 'Thêm nội dung, dịp ({count})',
  /** Button in it. */
  addRequirement: 'Thêm nội dung chỉ đạo',
  /** Button on a further requirement; {words} of it. */
  removeRequirement: 'Bỏ: {words}',
  /** Label of the occasion. */
  occasion: 'Dịp',
  /** No occasion. */
  noOccasion: 'Không gắn dịp nào',
  /** The kind of activity. */
  kind: 'Hình thức',
  /** The chip that opens all kinds. */
  otherKinds: 'Khác',
  /** Title of the activity. */
  name: 'Tên hoạt động',
  /** The day. */
  day: 'Ngày tổ chức',
  /** Chip. */
  today: 'Hôm nay',
  /** Chip. */
  yesterday: 'Hôm qua',
  /** Chip that opens a date box. */
  otherDay: 'Ngày khác',
  /** Label of the date box. */
  otherDayLabel: 'Ngày khác (chọn trên lịch)',
  /** The note. */
  note: 'Kết quả, ghi chú',
  /** After a label. */
  optional: '(không bắt buộc)',
  /** Under the note. */
  noteHint: 'Không ghi họ tên người, số điện thoại.',
  /** In place of photos, note and link where only counts are allowed. */
  countsOnly: 'Nội dung này chỉ ghi số, không ghi tên người, ghi chú, ảnh hay đường dẫn.',
  /** Folded part: further figures and the link. */
  moreFigures: 'Thêm số liệu',
  /** The same with {count} boxes filled. */
  moreFiguresCount: 'Thêm số liệu ({count})',
  /** The link. */
  link: 'Đường dẫn bài đã đăng',
  /** Under the link. */
  linkHint: 'Trang của công đoàn, cơ quan hoặc báo chí.',
  /** The main button. */
  submit: 'Lưu và gửi',
  /** The main button of a mended record. */
  submitMend: 'Gửi bản bổ sung',
  /** The region around the main button, for screen readers. */
  footRegion: 'Lưu và gửi',
  /** Above the button without a signal. */
  footOffline: 'Chưa có sóng. Máy giữ lại và tự gửi sau.',
  /** Above the button with a weak network. */
  footWeak: 'Mạng yếu. Máy giữ lại và tự gửi sau.',
  /** Above the button with a signal. */
  footOnline: 'Lưu trên máy trước, rồi gửi lên tỉnh.',
  /** Above the button while a slow phone still keeps what was sent off. */
  saving: 'Đang lưu trên máy…',
  /** Above the button on a phone that lost its leave. */
  footFrozen: 'Lưu trên máy. Cần mã kích hoạt mới để gửi.',
  /** Box of errors; {count} of them. */
  errors: 'Cần xem lại {count} chỗ',
  /** Box of questions: nothing is wrong, but something is unusual. */
  questions: 'Xem lại rồi bấm “Vẫn gửi” nếu đúng',
  /** Its button. */
  sendAnyway: 'Vẫn gửi',
  /** The save failed: disk full. */
  full: 'Máy đầy bộ nhớ, chưa lưu được',
  /** Its next step. */
  fullText: 'Chữ vẫn còn trên màn hình. Xóa bớt ảnh hoặc ứng dụng rồi bấm lại.',
  /** The save failed for another reason. */
  broken: 'Máy không ghi được sổ',
  /** Its next step. */
  brokenText: 'Chữ vẫn còn trên màn hình. Đóng các thẻ khác rồi bấm lại.',
  /** The next step where nothing is being typed: disk full. */
  fullNext: 'Xóa bớt ảnh hoặc ứng dụng rồi bấm lại.',
  /** The same for another fault. */
  brokenNext: 'Đóng các thẻ khác rồi bấm lại.',
  /** {cause}: the browser's own word for the fault. */
  cause: 'Mã lỗi: {cause}',
  /** The draft of this address is not there. */
  goneTitle: 'Bản nháp này không còn',
  /** Its next step. */
  goneText: 'Có thể đã gửi hoặc đã xóa. Xem trong Sổ gửi.',
  /** Link to it. */
  toOutbox: 'Mở Sổ gửi',
  /** Forms have not arrived on this phone yet. */
  noFormsTitle: 'Chưa có biểu mẫu trên máy',
  /** Its next step. */
  noFormsText: 'Cần có mạng một lần để tải chỉ đạo và biểu mẫu. Có mạng mà vẫn không tải được thì gọi LĐLĐ tỉnh.',
  /** Title of the list of requirements. */
  pickTitle: 'Chọn nội dung chỉ đạo',
  /** Title of the list of occasions. */
  pickOccasion: 'Chọn dịp',
  /** Heading over requirements that are not given to this unit. */
  notForUnit: 'Nội dung không giao cho đơn vị mình',
  /** Heading of occasions around today. */
  nearOccasions: 'Gần đây và sắp tới',
  /** Heading of all others of the year. */
  otherOccasions: 'Dịp khác trong năm',
  /** Fields without a remark, folded; {count}. */
  untouched: 'Không cần sửa ({count})',
  /** Above the form of a returned record. */
  mendHint: 'Chỉ cần sửa chỗ được đánh dấu.',
  /** Box of remarks whose field this form does not have. */
  strayTitle: 'Chỗ được nhắc không có trên biểu mẫu này',
  /** A line in it; {field} its name, {text} what is said of it. */
  stray: '{field}: {text}',

  /** Panel after a save. */
  savedPanel: 'Đã lưu trên máy',
  /** In the panel; {number} short running number on this phone. */
  savedNumber: 'Số tạm: {number}',
  /** Panel when the receipt has come. */
  receivedPanel: 'Tỉnh đã nhận',
  /** In the panel; {number} of the receipt. */
  receipt: 'Biên nhận {number}',
  /** Under the panel while pictures are on their way; {photos} as “1/3 ảnh”. */
  photosFollow: 'Chữ đã tới tỉnh, ảnh theo sau: {photos}.',
  /** Heading under the panel. */
  nextHeading: 'Điều gì tiếp theo',
  /** First step without a signal. */
  nextOffline: 'Có sóng, máy tự gửi. Không cần mở lại biểu mẫu này.',
  /** First step with a signal. */
  nextOnline: 'Máy sắp gửi lên tỉnh.',
  /** Second step. */
  nextReceipt: 'Tỉnh nhận xong, máy hiện số biên nhận.',
  /** Third step. */
  nextReview: 'Cần bổ sung chỗ nào, máy báo ở mục Việc.',
  /** Button: the receipt as text to another app. */
  shareReceipt: 'Gửi biên nhận qua Zalo',
  /** The text that is shared; {title}, {number} and {when}. */
  receiptText: '{title}. Biên nhận {number}, {when}.',
  /** Answer where sharing is not possible: the text was copied. */
  receiptCopied: 'Đã chép biên nhận. Dán vào Zalo.',
  /** Button. */
  recordAnother: 'Ghi hoạt động khác',
  /** Button. */
  toHome: 'Về Việc',
  /** Link to the record's own page. */
  toRecord: 'Xem bản ghi',
  /** Bar while the save may be taken back. */
  undoText: 'Đã lưu.',
  /** Its button. */
  undo: 'Hoàn tác',
  /** The save could not be taken back any more: it is under way, or an edit of it was begun. */
  undoLate: 'Không hoàn tác được nữa: máy đã bắt đầu gửi hoặc đã có bản sửa tiếp. Có thể sửa rồi gửi lại.',
} as const;
