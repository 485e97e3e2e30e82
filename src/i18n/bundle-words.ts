/** The file that leaves a phone without signal, the one that answers it, and leaving the phone for good. */
export const bundleWords = {
  /** Heading at the bottom of Sổ gửi. */
  carryHeading: 'Không có mạng cả tháng?',
  /** Under it. */
  carryText: 'Xuất các mục chưa gửi thành một tệp, nhờ người gửi hộ qua Zalo, Bluetooth hoặc thẻ nhớ. Người cầm tệp không đọc, không sửa được.',
  /** Button. */
  carry: 'Xuất tệp để gửi hộ',
  /** Heading on Máy và dữ liệu. */
  backupHeading: 'Tệp dự phòng',
  /** Under it. */
  backupText: 'Mọi mục và ảnh mà tỉnh chưa giữ chắc, trong một tệp có niêm phong. Bản nháp không vào tệp.',
  /** Button: the same file, with all that is not safe yet. */
  backup: 'Sao lưu ra tệp',
  /** Button: the file that the province gave back. */
  openReply: 'Mở tệp trả lời của tỉnh',
  /** While the file is made. */
  making: 'Đang làm tệp…',
  /** Said after it went to the share sheet. {file} name; {count} records; {photos} pictures. */
  shared: 'Đã chuyển tệp {file}: {count} mục, {photos} ảnh. Nhờ gửi về LĐLĐ tỉnh.',
  /** Said after it went among the downloads. */
  saved: 'Đã lưu tệp {file} vào mục Tải xuống: {count} mục, {photos} ảnh. Nhờ gửi về LĐLĐ tỉnh.',
  /** Further sentence. {count} that found no room in the file. */
  leftOut: 'Còn {count} mục và ảnh chưa vừa trong tệp, xuất thêm tệp sau.',
  /** Nothing is left to be handed on. */
  nothing: 'Không còn gì phải chuyển: tỉnh đã giữ đủ.',
  /** The phone's browser holds no keys. */
  noKeys: 'Trình duyệt này không niêm phong được tệp. Mở Sổ tay bằng Chrome mới, hoặc nhập lại mã kích hoạt.',
  /** The server's key has never been pulled. */
  noSealKey: 'Máy chưa nhận khóa niêm phong của tỉnh. Cần có mạng một lần, rồi xuất lại.',
  /** It went wrong, and nothing was changed. */
  failed: 'Không làm được tệp. Dữ liệu vẫn còn nguyên trên máy. Thử lại.',
  /** The file that answers was used. {count} records that were settled. */
  replyUsed: 'Đã đọc tệp trả lời: {count} mục có kết quả của tỉnh.',
  /** It brought nothing new. */
  replyOld: 'Tệp trả lời này không có gì mới.',
  /** Not a reply, or altered. */
  replyWrong: 'Tệp này không phải tệp trả lời, hoặc đã hỏng. Xin LĐLĐ tỉnh gửi lại.',
  /** For another phone. */
  replyOther: 'Tệp này trả lời cho một máy khác.',
  /** Heading. */
  leaveHeading: 'Rời máy này',
  /** Under it. */
  leaveText: 'Khi đổi máy hoặc bàn giao cho người khác.',
  /** Button. */
  leave: 'Rời máy này',
  /** Blocked. {count} records and pictures. */
  leaveBlocked: 'Còn {count} mục và ảnh chưa gửi. Gửi hoặc sao lưu trước khi rời máy.',
  /** Asked once more; what is deleted. */
  leaveAsk: 'Sổ và ảnh trên máy này sẽ bị xóa, không lấy lại được. Những gì tỉnh đã nhận vẫn còn ở tỉnh. Muốn dùng lại phải có mã kích hoạt mới.',
  /** Before it where records have left in a file and no answer has come. {count}: at least one. */
  leaveExported: '{count} mục chỉ còn nằm trong tệp đã xuất: giữ tệp đến khi tỉnh nhận.',
  /** Before it where there are drafts. {count}: at least one. */
  leaveDrafts: '{count} bản nháp chưa gửi cũng mất theo.',
  /** Button: for good. */
  leaveNow: 'Xóa và rời máy',
  /** Button: not after all. */
  leaveNot: 'Giữ lại',
} as const;
