import { frameWords } from './frame-words.ts';

/** The frame of the phone's app, home and Sổ gửi: what every opening shows. */
export const phoneWords = {
  ...frameWords,
  /** The work programme in lists and as a heading; {year}. */
  programmeTitle: 'Chương trình công tác năm {year}',
  /** Row of home: the year has none. */
  dueProgramme: 'Chưa có · máy đã xếp sẵn',
  /** The same where a draft lies on the phone. */
  dueProgrammeBegun: 'Ghi tiếp · bản nháp chưa gửi',
  /** Arrow back, for screen readers. */
  back: 'Quay lại',
  /** The number on the fourth tab, for screen readers. */
  tabOutboxCount: '{count} mục chờ gửi',
  /** The links at the bottom of pages, for screen readers. */
  quietLinks: 'Máy và trợ giúp',
  /** Quiet link at the bottom of pages. */
  device: 'Máy và dữ liệu',

  /** Strip: the server no longer knows this phone. */
  stripNeedsCode: 'Cần mã kích hoạt mới',
  /** Its second line. */
  stripNeedsCodeText: 'Sổ trên máy vẫn còn nguyên. Bấm để nhập mã.',
  /** Strip: the phone's own store refuses to write. */
  stripStore: 'Máy không ghi được sổ',
  /** Its second line. */
  stripStoreText: 'Có thể máy đã đầy. Bấm để xem cách xử lý.',
  /** Strip: {count} records that a person must see to. */
  stripStuck: '{count} mục chưa gửi được',
  /** Its second line. */
  stripStuckText: 'Bấm để xem cách sửa.',
  /** Strip: {count} of {of} are under way. */
  stripSending: 'Đang gửi {count}/{of}',
  /** Its second line. */
  stripSendingText: 'Chữ đi trước, ảnh theo sau.',
  /** Strip: {count} records, the oldest {days} days old. */
  stripOld: '{count} mục chờ gửi đã {days} ngày',
  /** Its second line. */
  stripOldText: 'Khi ra trung tâm xã, mở ứng dụng vài phút.',
  /** Strip: something has waited for a day and the browser does not promise to keep it. */
  stripAtRisk: 'Nên cài ra màn hình chính',
  /** Its second line. */
  stripAtRiskText: 'Để máy không xóa dữ liệu khi đầy bộ nhớ.',
  /** Strip: a try went unanswered though the phone thinks it has a network. */
  stripWeak: 'Mạng yếu, chưa gửi được',
  /** Its second line; {time} of the next try. */
  stripWeakText: 'Máy thử lại lúc {time}.',
  /** Its second line when no moment is set. */
  stripWeakSoon: 'Máy sẽ tự thử lại.',
  /** Button in that strip and in Sổ gửi. */
  sendNow: 'Gửi ngay',
  /** Strip: no signal, {count} records wait. */
  stripWaiting: '{count} mục chờ gửi, đã lưu trên máy',
  /** Its second line without a signal. */
  stripOffline: 'Chưa có sóng. Có sóng máy sẽ tự gửi.',
  /** Its second line with a signal: the undo window, or the next moment. */
  stripSoon: 'Máy sắp gửi lên tỉnh.',
  /** Strip: no signal, nothing waits. */
  stripOfflineIdle: 'Đang dùng khi mất sóng',
  /** Its second line. */
  stripOfflineIdleText: 'Mọi thứ đã lưu trên máy.',
  /** Strip: the last try failed, nothing waits. */
  stripWeakIdle: 'Mạng yếu, chưa kết nối được với tỉnh',
  /** Strip: no answer ever came to this phone. */
  stripAsking: 'Đang kết nối với tỉnh lần đầu',
  /** Its second line. */
  stripAskingText: 'Chỉ đạo và lịch đang tải về máy.',
  /** Strip: the province began anew from a backup, {count} records of this phone are looked up there. */
  stripRechecking: 'Đang kiểm tra lại {count} mục với tỉnh',
  /** Its second line. */
  stripRecheckingText: 'Máy tự kiểm tra, không cần ghi lại.',
  /** Strip, for a moment: the pictures on this phone are counted. */
  stripReading: 'Đang đọc sổ trên máy',
  /** Strip: the words are at the province, {count} pictures are not. */
  stripPhotos: 'Còn {count} ảnh đang gửi',
  /** Its second line. */
  stripPhotosText: 'Chữ tỉnh đã nhận đủ, ảnh theo sau.',
  /** The strip: the words are at the province, {count} pictures wait because the officer wants it so. */
  stripPhotosWifi: 'Còn {count} ảnh chờ Wi-Fi',
  /** Below it. */
  stripPhotosWifiText: 'Chữ đã đủ, có Wi-Fi là ảnh tự gửi.',
  /** Line of a record that is being looked up there. */
  rechecking: 'Đang kiểm tra lại với tỉnh',
  /** Strip: everything is at the province. */
  stripAll: 'Tỉnh đã nhận đủ',
  /** A moment of today; {time}. */
  atToday: 'lúc {time} hôm nay',
  /** A moment of yesterday; {time}. */
  atYesterday: 'lúc {time} hôm qua',
  /** Any other moment; {time} and {date}. */
  atDate: 'lúc {time} ngày {date}',

  /** While the picture is made small. */
  takeShrinking: 'Đang thu nhỏ ảnh…',
  /** The picture is kept, and a draft holds it. */
  taken: 'Đã giữ ảnh trong một bản nháp. Ghi tiếp khi rảnh.',
  /** Its button. */
  takenContinue: 'Ghi tiếp',
  /** What came from the camera is no picture. */
  takeUnreadable: 'Ảnh này không mở được. Chụp lại.',
  /** No room for the picture. */
  takeFull: 'Máy sắp đầy, ảnh chưa lưu được',
  /** Its next step. */
  takeFullText: 'Xóa bớt ảnh cũ ở trang Máy và dữ liệu, hoặc ảnh, ứng dụng khác trong máy rồi chụp lại.',
  /** Next step where what makes pictures has not come to this phone yet. */
  takeMissing: 'Khi có sóng, mở lại sổ tay rồi chụp.',
  /** A draft of pictures without words; {time} and {date} they were taken. */
  photoDraft: 'Ảnh lúc {time}, {date} — ghi tiếp khi rảnh',
  /** Row on home: pictures that another app handed over and that are in no draft yet. */
  sharedWaiting: 'Có ảnh vừa chia sẻ chưa ghi',
  /** Its button. */
  sharedOpen: 'Ghi hoạt động',
  /** Heading of the list of things to do. */
  dueHeading: 'Việc cần làm',
  /** Below the list; {count} of all. */
  dueAll: 'Xem cả {count} việc',
  /** Below the list when all are shown. */
  dueFewer: 'Thu gọn',
  /** In place of the list while nothing published is on this phone. */
  notDownloaded: 'Chỉ đạo và lịch chưa có trên máy. Cần có mạng một lần.',
  /** Nothing to do, and nothing recorded yet. */
  dueFirst: 'Chưa có việc gấp. Ghi hoạt động đầu tiên của đơn vị, mất khoảng 1 phút.',
  /** Nothing to do; {date} of the next occasion. */
  dueNext: 'Đã xong việc đến hạn. Việc kế tiếp: {date}.',
  /** Nothing to do and nothing known ahead. */
  dueNone: 'Đã xong việc đến hạn.',
  /** A row: a returned record; {field} the one field to mend, in small letters. */
  dueReturned: 'Bổ sung {field}',
  /** A row: a returned record with several fields, or two versions; {title}. */
  dueReturnedTitle: 'Bổ sung: {title}',
  /** Its second line; {unit} that returned it, {when} hôm nay, hôm qua or a date, {count} fields. */
  dueReturnedText: '{unit} trả lại {when} · sửa {count} chỗ',
  /** Its second line with a deadline; {date}. */
  dueReturnedDue: '{unit} trả lại {when} · hạn {date}',
  /** The same when the day has passed; {date}. */
  dueReturnedLate: '{unit} trả lại {when} · quá hạn {date}',
  /** The province in that line: short, beside a day and a deadline. */
  province: 'Tỉnh',
  /** Its second line when a rule of the server refused it; {count} fields. */
  dueMachineText: 'Hệ thống kiểm tra thấy {count} chỗ cần sửa',
  /** Its second line when two versions wait for a choice. */
  dueTwoVersions: 'Có hai bản khác nhau · chọn bản đúng',
  /** A relative day. */
  today: 'hôm nay',
  /** A relative day. */
  yesterday: 'hôm qua',
  /** A relative day; {date}. */
  onDate: 'ngày {date}',
  /** A row: unsent for long; {count} records. */
  dueUnsent: '{count} mục chờ gửi đã lâu',
  /** Its second line; {days}. */
  dueUnsentText: 'Đã {days} ngày · mở ứng dụng nơi có sóng',
  /** Second line of an occasion; {days} to go, {tasks} as “2 và 4”. */
  occasionDays: 'Còn {days} ngày · nhiệm vụ {tasks}',
  /** Second line of an occasion that is tomorrow. */
  occasionTomorrow: 'Ngày mai · nhiệm vụ {tasks}',
  /** Second line of an occasion that is today. */
  occasionToday: 'Hôm nay · nhiệm vụ {tasks}',
  /** Second line of an occasion that was yesterday. */
  occasionYesterday: 'Hôm qua · nhiệm vụ {tasks}',
  /** A list of numbers; {list} all but the last, with commas between them. */
  listEnd: '{list} và {last}',
  /** A draft without a title. */
  untitled: 'Chưa có tên',
  /** Second line of a draft; {when} as “lúc 14:32 hôm nay”. */
  dueDraftText: 'Ghi tiếp · nháp {when}',
  /** Heading of the nine tasks; {year}. */
  nineHeading: 'Chín nhiệm vụ năm {year}',
  /** Link beside it. */
  nineAll: 'Xem cả 9',
  /** Line above the nine cells; the number follows in bold. */
  nineCount: 'Đã có hoạt động:',
  /** Legend: a task with an approved activity. */
  legendApproved: 'đã duyệt',
  /** Legend: with one that waits on the phone. */
  legendQueued: 'chờ gửi',
  /** Legend: with one to be mended. */
  legendReturned: 'bổ sung',
  /** Legend: with one that the province has received. */
  legendReceived: 'đã nhận',
  /** Legend: with none. */
  legendNone: 'chưa có',
  /** The nine cells for screen readers; {tasks} numbers, {state} a word of the legend. */
  nineLabel: 'Nhiệm vụ {tasks}: {state}',
  /** The store could not be read while the app runs. */
  readTrouble: 'Không mở được sổ trên máy',
  /** Its next step. */
  readTroubleText: 'Đóng các thẻ khác rồi thử lại.',
  /** Its button. */
  again: 'Thử lại',
  /** A page whose code did not come from the network or the phone's own store. */
  screenMissing: 'Chưa mở được trang này',
  /** Its next step. */
  screenMissingText: 'Trang này chưa tải đủ về máy. Khi có sóng, bấm Thử lại.',
  /** Row of a new version of the app. */
  update: 'Có bản mới. Cập nhật khi rảnh (mất 3 giây).',
  /** Its button. */
  updateNow: 'Cập nhật',
  /** Heading of a page whose address leads nowhere. */
  unknownHeading: 'Không có trang này',
  /** Its link. */
  goHome: 'Về Việc cần làm',

  /** Title of Sổ gửi. */
  outboxTitle: 'Sổ gửi',
  /** Top of Sổ gửi; {when} as “lúc 08:10 hôm qua”. */
  lastContact: 'Liên lạc với tỉnh lần cuối {when}',
  /** Top of Sổ gửi on a phone that was never answered. */
  noContact: 'Chưa liên lạc được với tỉnh lần nào.',
  /** Answer to Gửi ngay without a signal. */
  sendOffline: 'Chưa có sóng. Đã xếp hàng, máy tự gửi.',
  /** Answer to Gửi ngay when nothing waits. */
  sendNothing: 'Không có mục nào chờ gửi. Đang hỏi tin mới từ tỉnh.',
  /** Answer to Gửi ngay when only such records wait as a person must see to. */
  sendStuck: 'Mục chưa gửi được cần xem lại trước. Đang hỏi tin mới từ tỉnh.',
  /** Answer to Gửi ngay; {count} records. */
  sendStarted: 'Đang gửi {count} mục.',
  /** Row of home on an upper union's phone: what waits for its decision. */
  reviewRow: 'Chờ xem',
  /** Under it until that is counted. */
  reviewRowText: 'Hồ sơ của các đơn vị trong địa bàn',
  /** Heading of a section; {count} of its rows. */
  sectionReturned: 'Cần bổ sung ({count})',
  /** Heading: what a person must see to. */
  sectionStuck: 'Chưa gửi được ({count})',
  /** Heading: waits on the phone. */
  sectionQueued: 'Chờ gửi ({count})',
  /** Heading: looked up again at the province after it began anew from a backup. */
  sectionRechecking: 'Đang kiểm tra lại ({count})',
  /** Heading: not sent by the officer yet. */
  sectionDrafts: 'Nháp ({count})',
  /** Heading: received, not decided. */
  sectionReceived: 'Tỉnh đã nhận ({count})',
  /** Heading: approved. */
  sectionApproved: 'Đã duyệt ({count})',
  /** Heading: history only. */
  sectionReplaced: 'Không còn tính ({count})',
  /** Nothing in Sổ gửi at all. */
  outboxEmpty: 'Chưa có gì trong sổ gửi.',
  /** Second line of a row; {task} number, {date} of the activity. */
  rowText: 'Nhiệm vụ {task} · {date}',
  /** Second line of a row of the closing obligation; {date}. */
  rowClosing: 'Tổ chức thực hiện · {date}',
  /** A record that this version cannot read. */
  rowUnreadable: 'Bản ghi không đọc được',
  /** Line of a received row; {number} of its receipt. */
  rowReceipt: 'Biên nhận {number}',
  /** Line of a returned row: the reviewer's first remark; {text}. */
  rowRemark: '“{text}”',
  /** Button on a draft, with its name for screen readers; {title}. */
  deleteDraft: 'Xóa nháp {title}',
  /** Bar after deleting a draft. */
  draftDeleted: 'Đã xóa nháp.',
  /** Its button. */
  undo: 'Hoàn tác',
  /** {count} unsent rows of the notebook that this version of the app cannot read. */
  unreadable: 'Có {count} mục chưa gửi mà máy không đọc được. Chúng vẫn còn nguyên trên máy.',
  /** Its next step. */
  unreadableNext: 'Cập nhật ứng dụng, hoặc gọi LĐLĐ tỉnh.',
  /** A draft that mends a record already sent; {title}. */
  mendDraft: 'Bản bổ sung: {title}',
} as const;
