/** One record: its way, its remarks, its two versions. */
export const recordWords = {
  /** Button on the page of a programme’s record. */
  openProgramme: 'Mở chương trình',
  /** Title while the record is looked up, and when there is none. */
  title: 'Bản ghi',
  /** There is no record at this address. */
  noneTitle: 'Không có bản ghi này trên máy',
  /** Its next step. */
  noneText: 'Xem các bản ghi khác trong Sổ gửi.',
  /** Link to it. */
  toOutbox: 'Mở Sổ gửi',
  /** Box of a returned record; {date} of the deadline. */
  mendBefore: 'Cần bổ sung trước {date}',
  /** Box of a returned record without a deadline. */
  mendNow: 'Cần bổ sung',
  /** Box: a rule of the server refused it. */
  machineTitle: 'Hệ thống của tỉnh kiểm tra thấy chỗ cần sửa',
  /** Under a reviewer's words; {name} and {unit}. */
  reviewer: 'đ/c {name}, {unit}',
  /** A remark; {field} its name, {text} the reviewer's words. */
  remark: '{field}: {text}',
  /** Button: opens the form at the remark. */
  mend: 'Sửa và gửi lại',
  /** Button on a record that is not returned. */
  edit: 'Sửa bản ghi',
  /** Under that button on an approved record. */
  editApproved: 'Sửa sau khi duyệt thì tỉnh duyệt lại từ đầu.',
  /** Heading of the steps. */
  timeline: 'Đường đi của bản ghi',
  /** A step. */
  stepSaved: 'Ghi trên máy',
  /** A step; {number} of the receipt. */
  stepReceived: 'Tỉnh nhận, biên nhận {number}',
  /** A step; {unit} that decided. */
  stepApproved: '{unit} duyệt',
  /** A step; {unit} that decided. */
  stepReturned: '{unit} trả lại để bổ sung',
  /** A step: stored, not understood yet. */
  stepHeld: 'Tỉnh giữ lại, chờ xử lý',
  /** A step: a rule refused it. */
  stepRefused: 'Hệ thống của tỉnh trả lại',
  /** A step: an edit that came after its working year was closed. */
  stepTooLate: 'Năm đã khép, tỉnh giữ bản cũ',
  /** In place of the buttons on a record of an earlier working year; {year}. */
  yearClosed: 'Năm công tác {year} đã khép: chỉ xem. Nếu sai, gọi tỉnh; tỉnh trả lại thì sửa được.',
  /** A step: two versions. */
  stepConflict: 'Tỉnh đang giữ bản khác',
  /** A step: this phone may not write for the unit any more. */
  stepQuarantined: 'Tỉnh để riêng, máy này không còn quyền gửi',
  /** Heading of the content. */
  content: 'Nội dung đã ghi',
  /** Row: the number of the receipt. */
  receipt: 'Số biên nhận',
  /** Row: the officer of the unit who recorded or last edited it, where it is another one. */
  writtenBy: 'Người ghi',
  /** Box of a change the server put aside. */
  quarantinedText: 'Bản ghi vẫn còn nguyên trên máy. Gọi LĐLĐ tỉnh để được cấp lại quyền.',
  /** Box of a phone that lost its leave. */
  needsCodeText: 'Bản ghi vẫn còn trên máy. Nhập mã kích hoạt mới để gửi.',
  /** Button. */
  enterCode: 'Nhập mã',
  /** Box of a record that cannot be read by this version. */
  unreadableText: 'Máy không đọc được bản này. Nó vẫn còn nguyên trên máy. Cập nhật ứng dụng, hoặc gọi LĐLĐ tỉnh.',
  /** Quiet button at the end of a record that the province has received. */
  cancel: 'Hủy bản ghi này',
  /** Label of the box that opens then. */
  cancelReason: 'Lý do hủy',
  /** Under it: what cancelling does. */
  cancelHint: 'Bản ghi không tính vào số liệu nữa, nhưng vẫn còn trong lịch sử.',
  /** Button under the box. */
  cancelNow: 'Hủy bản ghi',
  /** Button beside it. */
  cancelNot: 'Để nguyên',
  /** The phone could not keep the cancellation. */
  cancelStore: 'Máy chưa ghi được. Xóa bớt ảnh, ứng dụng rồi thử lại.',
  /** Box of a cancelled record; {reason}. */
  cancelled: 'Đã hủy: “{reason}”. Bản ghi không tính vào số liệu.',
  /** In its place where the province refused the cancellation; {reason}. */
  cancelRefused: 'Xin hủy: “{reason}”. Việc hủy không được nhận.',
  /** Bar for eight seconds after cancelling. */
  cancelSaved: 'Đã lưu việc hủy trên máy.',
  /** Box of a report that an upper union has added up; {unit}. */
  locked: '{unit} đã tổng hợp báo cáo này',
  /** Under it; {unit}. */
  lockedNext: 'Báo cáo được khóa để số liệu khớp với bản tổng hợp. Cần sửa thì đề nghị {unit} mở khóa.',
  /** In place of that line where an edit came after it. */
  lockedStands: 'Bản tỉnh đã nhận vẫn giữ nguyên. Bản gửi sau đó không được nhận.',
  /** Under it; {unit}. */
  lockedAsk: 'Cần sửa thì gọi {unit} xin mở khóa, nói rõ chỗ cần sửa. Được mở khóa rồi thì gửi lại.',
  /** Line under such a report in a list. */
  lockedWhy: 'Cấp trên đã tổng hợp, bản sửa không được nhận',
  /** Button: the refused edit is given up. */
  giveUp: 'Bỏ bản sửa này',
  /** The same where the report was to be cancelled. */
  giveUpCancel: 'Bỏ việc hủy này',
  /** Under it. */
  giveUpKept: 'Lời đã ghi vẫn còn trên máy, lấy lại được.',
  /** Line of a report whose refused edit was given up. */
  givenUp: 'Bản sửa đã bỏ vẫn còn trên máy.',
  /** Button under it: the edit asks to be mended and sent again. */
  takeUp: 'Lấy lại bản sửa',
  /** Box of a report that the sum itself let go. */
  letGo: 'Báo cáo không còn khóa',
  /** Under it. */
  letGoNext: 'Sửa rồi gửi lại được.',
  /** Box of a report that was opened again; {unit}. */
  unlocked: '{unit} đã mở khóa báo cáo',
  /** Under it; {reason}. */
  unlockedNext: 'Lý do: “{reason}”. Sửa rồi gửi lại được.',
  /** Beside “Đã duyệt”; {unit} that decided. */
  approvedBy: '{unit} duyệt',
  /** Heading when two phones edited the same record. */
  twoVersions: 'Có hai bản khác nhau',
  /** Under it. */
  twoVersionsText: 'Chọn bản đúng ở từng chỗ. Cả hai bản đều được giữ trong lịch sử.',
  /** The version on this phone. */
  mine: 'Bản trên máy này',
  /** The version the province holds. */
  theirs: 'Bản tỉnh đang giữ',
  /** The province's version has not come to this phone yet. */
  theirsMissing: 'Máy chưa tải được bản tỉnh đang giữ. Bấm Gửi ngay khi có sóng.',
  /** Button after choosing. */
  sendChosen: 'Gửi bản đã chọn',
  /** Button: on with the chosen version in the form. */
  editChosen: 'Sửa thêm trước khi gửi',
  /** A field that is empty in one version. */
  empty: '(trống)',
  /** Heading of what an edit changed. */
  changes: 'Đã sửa so với bản trước',
  /** One change; {field}, {before} and {after}. */
  changed: '{field}: {before} → {after}',
} as const;
