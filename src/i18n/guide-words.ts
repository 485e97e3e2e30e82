/** Máy và dữ liệu, Trợ giúp: pages beside the daily work. */
export const guideWords = {
  /** Title of the page of the phone. */
  deviceTitle: 'Máy và dữ liệu',
  /** Under its title, in a list of pages. */
  deviceText: 'Chưa gửi bao nhiêu, màu màn hình, cỡ chữ',
  /** Row: records not at the province yet. */
  unsent: 'Chưa gửi',
  /** Row: records at the province. */
  sent: 'Tỉnh đã nhận',
  /** Row: drafts. */
  drafts: 'Nháp',
  /** Row: what the store takes. */
  used: 'Dung lượng trên máy',
  /** Title of the notice when little room is left. */
  nearlyFull: 'Máy sắp đầy',
  /** Under it; {left} a size. */
  nearlyFullText: 'Sổ tay còn khoảng {left}. Chữ vẫn lưu được; ảnh mới có thể không. Gửi hết rồi xóa ảnh đã về tỉnh, hoặc xóa bớt ảnh, ứng dụng khác.',
  /** Its button, on other pages: to the page of the phone. */
  nearlyFullLink: 'Xem Máy và dữ liệu',
  /** Under the rows: drafts of another officer lie on this phone; {count} of them, {officer} who brings them back with a code. */
  othersDrafts: 'Còn {count} bản nháp của {officer} trên máy này. Người đó nhập mã của mình là mở lại được.',
  /** In the place of a name that this phone does not know. */
  anotherOfficer: 'cán bộ khác',
  /** Heading of what this version brought. */
  newsHeading: 'Có gì mới',
  /** A line of it. */
  newsPhotos: 'Chụp trước, ghi sau: bấm Chụp, ảnh thành bản nháp; ảnh đi sau chữ.',
  /** A line of it. */
  newsSearch: 'Tìm không cần dấu trong chỉ đạo, lịch và sổ gửi.',
  /** A line of it. */
  newsCalendar: 'Lịch có ngày âm, tính cho mọi năm, đưa được vào lịch của máy.',
  /** A line of it. */
  newsYears: 'Sổ gửi xếp theo năm công tác; năm đã khép chỉ để xem.',
  /** Row: the browser's promise. */
  persisted: 'Trình duyệt cam kết giữ dữ liệu',
  /** Its value. */
  yes: 'Có',
  /** Its value. */
  no: 'Chưa',
  /** Its value where the browser does not say. */
  unknown: 'Không rõ',
  /** Button: asks the browser for the promise. */
  askPersist: 'Xin giữ dữ liệu',
  /** Answer when the browser refuses. */
  persistRefused: 'Trình duyệt chưa đồng ý. Cài sổ tay ra màn hình chính rồi thử lại.',
  /** Row: last contact with the province. */
  lastContact: 'Liên lạc với tỉnh lần cuối',
  /** Its value when there was none. */
  never: 'Chưa lần nào',
  /** Row: version of the app. */
  version: 'Phiên bản',
  /** Row: the unit. */
  unit: 'Đơn vị',
  /** Row: the officer. */
  officer: 'Cán bộ',
  /** Choice of the look. */
  theme: 'Màu màn hình',
  /** Its values. */
  themeSystem: 'Theo máy',
  /** A value. */
  themeLight: 'Sáng',
  /** A value. */
  themeDark: 'Tối',
  /** A value. */
  themeSun: 'Ngoài trời',
  /** Choice of the size of letters. */
  textSize: 'Cỡ chữ',
  /** Its value. */
  textUsual: 'Vừa',
  /** Its value. */
  textLarge: 'To',
  /** Heading of the last exchanges. */
  logHeading: 'Những lần liên lạc gần đây',
  /** Nothing to list. */
  logEmpty: 'Chưa có lần nào.',
  /** A line: a proven reply; {count} records that it answered, taken or not. */
  logDone: 'Đã gửi {count} mục',
  /** A line: a proven reply without anything to store. */
  logIdle: 'Xong, không có mục mới',
  /** A line: no answer. */
  logSilence: 'Không có trả lời',
  /** A line: a portal page. */
  logPortal: 'Wi-Fi này đòi đăng nhập. Đăng nhập hoặc dùng mạng di động.',
  /** A line: a cut answer. */
  logGarbled: 'Kết nối bị ngắt giữa chừng',
  /** A line: the server has trouble. */
  logServer: 'Hệ thống của tỉnh đang trục trặc',
  /** A line: asked to come again. */
  logPutOff: 'Máy sẽ tự gửi lại',
  /** A line: the phone lost its leave. */
  logUnauthorized: 'Cần mã kích hoạt mới',
  /** A line: another tab was at it. */
  logBusy: 'Thẻ khác đang gửi',
  /** A line: the phone's own store failed. */
  logStore: 'Máy không ghi được sổ',
  /** Link: another activation code. */
  newCode: 'Nhập mã kích hoạt khác',

  /** Title of the help. */
  helpTitle: 'Trợ giúp',
  /** Who to call. */
  helpCall: 'Gọi Ban Tuyên giáo và Nữ công, LĐLĐ tỉnh',
  /** The province has not published a number. */
  helpNoPhone: 'Tỉnh chưa công bố số điện thoại. Số có trên phiếu kích hoạt.',
  /** Heading. */
  helpSteps: 'Ghi một hoạt động',
  /** Step. */
  helpStepOne: 'Ở mục Việc, bấm Ghi hoạt động. Nhiệm vụ, hình thức và ngày đã điền sẵn.',
  /** Step. */
  helpStepTwo: 'Ghi các số mà mẫu hỏi, rồi bấm Lưu và gửi.',
  /** Step. */
  helpStepThree: 'Không có sóng vẫn lưu được. Có sóng, máy tự gửi.',
  /** Heading. */
  helpStates: 'Các chữ trên sổ gửi',
  /** Explains a state. */
  helpQueued: 'đã lưu trên máy, chưa tới tỉnh.',
  /** Explains a state. */
  helpReceived: 'tỉnh đã giữ bản ghi và cấp số biên nhận.',
  /** Explains a state. */
  helpReturned: 'bấm vào để sửa đúng chỗ được nhắc.',
  /** Explains a state. */
  helpApproved: 'tỉnh đã xem và duyệt đúng bản này.',
} as const;
