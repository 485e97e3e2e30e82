/** A reviewer's phone: what waits, one record, the decision, the units below. */
export const reviewWords = {
  /** Row of home, and title of the list. */
  title: 'Chờ xem',
  /** The row of home; {count} records that wait. */
  homeRow: 'Chờ xem ({count})',
  /** Under that row: nothing waits. */
  homeNone: 'Đã xem hết các mục đã tải về',
  /** Under that row; {days} since the oldest came. */
  homeOldest: 'Mục cũ nhất đã {days} ngày',
  /** The same where the oldest came today. */
  homeToday: 'Mục cũ nhất gửi hôm nay',
  /** Head of the list; {count} and {days}. */
  waiting: '{count} mục chờ xem · cũ nhất {days} ngày',
  /** The same where the oldest came today; {count}. */
  waitingToday: '{count} mục chờ xem · cũ nhất hôm nay',
  /** Nothing waits. */
  empty: 'Đã xem hết. Cảm ơn đồng chí.',
  /** Under it. */
  emptyText: 'Đơn vị gửi mục mới thì máy tải về khi có sóng.',
  /** Above the list when it is narrowed to one unit; {unit}. */
  onlyUnit: 'Chỉ xem: {unit}',
  /** Button: takes that away. */
  allUnits: 'Xem tất cả đơn vị',
  /** Link to the units below. */
  toUnits: 'Đơn vị nào đã nộp báo cáo, đơn vị nào chưa',
  /** Button below the list; {count} further rows that it shows. */
  more: 'Xem thêm {count}',
  /** Second line of a row: an activity; {task} its number and {date}. */
  rowActivity: 'Nhiệm vụ {task} · {date}',
  /** The same where it answers the closing part; {date}. */
  rowClosing: 'Tổ chức thực hiện · {date}',
  /** The same: a report. */
  rowReport: 'Báo cáo định kỳ',
  /** The same, and on its page: a kind of record that this version does not know. */
  rowOther: 'Loại mục mới, cập nhật ứng dụng để xem đủ',
  /** In place of the title of such a record. */
  otherTitle: 'Mục khác của đơn vị',
  /** In a row; {count} who took part. */
  people: '{count} lượt người',
  /** In a row; {count} pictures. */
  photos: '{count} ảnh',
  /** Tag: more people than the unit has members. */
  flagOverMembers: 'Vượt số đoàn viên',
  /** Tag: another record of the unit shows the same picture. */
  flagSamePhoto: 'Trùng ảnh',
  /** Tag: its day has not come. */
  flagFuture: 'Ngày trong tương lai',
  /** Tag: the officer was asked back and said that it is right. */
  flagConfirmed: 'Cán bộ đã xác nhận lại',
  /** Tag: the officer put other numbers in the place of computed ones. */
  flagCorrected: 'Có số điều chỉnh',
  /** Tag: the unit has mended what was returned. */
  flagMended: 'Đã gửi bản bổ sung',
  /** Tag: the unit has edited what was approved. */
  flagEditedAfterApproval: 'Đã sửa sau khi duyệt',
  /** Tag: this union's decision was not counted. */
  flagNotCounted: 'Quyết định trước không tính',
  /** Heading: records that this phone shows and cannot decide; {count}. */
  elsewhere: 'Không quyết định trên máy này ({count})',
  /** Heading: decisions that have not gone yet; {count}. */
  queued: 'Quyết định chờ gửi ({count})',
  /** Under a record decided on this phone: approved, not sent yet. */
  queuedApproved: 'Đồng ý · quyết định chờ gửi',
  /** The same: returned. */
  queuedReturned: 'Trả lại · quyết định chờ gửi',
  /** The same: approved; the province has it. */
  sentApproved: 'Đồng ý · tỉnh đã nhận quyết định',
  /** The same: returned. */
  sentReturned: 'Trả lại · tỉnh đã nhận quyết định',
  /** Heading: decisions that came second; {count}. */
  lost: 'Quyết định không được tính ({count})',
  /** Why: somebody was first; {unit} and {name} of the reviewer. */
  lostBefore: '{unit} đã quyết định trước (đ/c {name}).',
  /** Why: the unit has sent a newer edition. */
  lostNewer: 'Đơn vị đã gửi bản mới hơn. Xem bản mới rồi quyết định.',
  /** Why: the unit has cancelled the record. */
  lostCancelled: 'Đơn vị đã hủy mục này.',
  /** Why: the unit does not report to this union any more. */
  lostNotBelow: 'Đơn vị không còn thuộc địa bàn. Cần thì gọi LĐLĐ tỉnh.',
  /** Why: an opening of a report that is locked no more. */
  lostNotLocked: 'Báo cáo không còn khóa.',
  /** Why: nothing more is known on this phone. */
  lostUnknown: 'Máy chưa tải được lý do. Có sóng thì mở lại.',
  /** Box above a record: this union's earlier decision; {why} is one of the lines above. */
  lostTitle: 'Quyết định của đồng chí không được tính',
  /** Button in that box: the words of a return begin a new one, of the unit's newer edition. */
  returnNewer: 'Trả lại theo bản mới',
  /** The same where the unit has sent nothing since, such as after a rule refused the words. */
  returnMended: 'Sửa lời rồi trả lại',

  // ---- one record ----
  /** Title while the record is looked up, and when there is none. */
  recordTitle: 'Xem mục',
  /** There is no record at this address. */
  noneTitle: 'Không có mục này trên máy',
  /** Its next step. */
  noneText: 'Có thể máy chưa tải về, hoặc đơn vị không còn thuộc địa bàn.',
  /** Button: to the list. */
  toList: 'Về danh sách chờ xem',
  /** Label of the two tabs. */
  tabs: 'Nội dung xem',
  /** Tab: what the unit wrote. */
  tabRecord: 'Bản ghi',
  /** The same for a report. */
  tabReport: 'Báo cáo',
  /** The same for a work programme. */
  tabProgramme: 'Chương trình',
  /** Tab: what the directive says. */
  tabDirective: 'Chỉ đạo',
  /** Main button. */
  approve: 'Đồng ý',
  /** Button: opens the return. */
  giveBack: 'Trả lại',
  /** Label of the buttons at the foot. */
  foot: 'Quyết định',
  /** Icon button. */
  before: 'Mục trước',
  /** Icon button, and the main button after a decision. */
  next: 'Mục kế tiếp',
  /** Button in that bar. */
  undo: 'Hoàn tác',
  /** Bar for eight seconds after a decision: approved. */
  undoApproved: 'Đã lưu: đồng ý.',
  /** The same: returned. */
  undoReturned: 'Đã lưu: trả lại.',
  /** The same: opened. */
  undoUnlocked: 'Đã lưu: mở khóa.',
  /** State line: nobody has decided. */
  stateWaiting: 'Chờ xem',
  /** State line: decided; {unit}. */
  stateApproved: '{unit} đã duyệt',
  /** The same: returned; {unit}. */
  stateReturned: '{unit} đã trả lại',
  /** State line: the unit has cancelled it; {reason}. */
  stateCancelled: 'Đơn vị đã hủy: “{reason}”. Không cần quyết định.',
  /** Heading: what was mended since the return; {edition}. */
  mendedTitle: 'Đã sửa so với bản bị trả lại',
  /** Under it: nothing differs. */
  mendedNothing: 'Đơn vị gửi lại, nội dung không đổi.',
  /** Under it: the returned words are not on this phone. */
  mendedUnknown: 'Máy này không có bản bị trả lại để so. Đối chiếu với lời góp ý ở dưới.',
  /** A text of a report that was changed; {field}. */
  mendedText: '{field}: đã viết lại',
  /** Heading of the last return's words; {unit}. */
  remarksTitle: 'Lời góp ý lần trước của {unit}',
  /** Heading above soft checks. */
  confirmedTitle: 'Cán bộ đã xác nhận lại',
  /** One whose sentence is not on this phone. */
  confirmedUnknown: 'Một câu hỏi lại mà máy này không có lời',
  /** Above a record with a picture that stands in another one. */
  samePhotoText: 'Có ảnh đã dùng ở mục khác của đơn vị.',
  /** Above a record with more people than members; {people} and {members}. */
  overMembersText: 'Ghi {people} lượt người, đơn vị có {members} đoàn viên.',
  /** Above a record whose day has not come. */
  futureText: 'Ngày tổ chức chưa tới.',
  /** Above a report whose list of indicators has not been fetched: it cannot be approved here yet. */
  listAway: 'Máy chưa có bộ chỉ tiêu của báo cáo này nên chưa đồng ý được. Có sóng thì mở lại.',
  /** Above a record while it is read: the unit has sent a newer edition. */
  newer: 'Đơn vị vừa gửi bản mới.',
  /** Button: shows that edition. */
  readNewer: 'Xem bản mới',
  /** Heading of what the unit wrote. */
  content: 'Nội dung đơn vị ghi',
  /** In place of what a field holds. */
  blank: '(trống)',
  /** Row: officer who wrote. */
  writtenBy: 'Người ghi',
  /** Directive: above the sentences of a task; {number}. */
  directiveTask: 'Nhiệm vụ {number} của chỉ đạo',
  /** The same for the closing part. */
  directiveClosing: 'Phần tổ chức thực hiện',
  /** Fold: the whole text of the task with its sentences marked. */
  directiveWhole: 'Cả đoạn của chỉ đạo',
  /** Heading: what proves it. */
  evidence: 'Minh chứng nên có',
  /** The directive has not come to this phone, or the requirement is not known. */
  directiveMissing: 'Máy chưa tải được đoạn chỉ đạo này.',
  /** Switch of the single keys. */
  keys: 'Phím J, K để sang mục khác',

  // ---- a report ----
  /** Days that it counts; {from} and {to}. */
  span: 'Số liệu từ {from} đến {to}',
  /** A line; {label} and {value}. */
  women: 'Trong đó nữ: {count}',
  /** Beside a corrected number; {computed}. */
  computed: 'máy tính {computed}',
  /** Under it; {reason}. */
  correction: 'Điều chỉnh: {reason}',
  /** Fold: activities of a line; {count}. */
  sources: 'Từ {count} hoạt động',
  /** An activity in it that was edited since; {title}. */
  sourceEdited: '{title} (đơn vị đã sửa sau khi lập báo cáo)',
  /** Activities that the phone does not hold; {count}. */
  sourcesAway: '{count} hoạt động không có trên máy này',
  /** Lines with nothing; {list} of their labels. */
  quiet: 'Không phát sinh: {list}',
  /** A sum; {count} of the reports it was made of. */
  fromReports: 'Cộng từ {count} báo cáo đã duyệt của cấp dưới.',
  /** Box: activities of the period that came later; {count}. */
  late: '{count} hoạt động trong kỳ gửi sau, chưa có trong báo cáo',
  /** Box of a locked report; {unit} that added it up. */
  locked: '{unit} đã tổng hợp báo cáo này',
  /** Under it. */
  lockedText: 'Đơn vị chỉ sửa được khi báo cáo được mở khóa.',
  /** Button: opens the reason. */
  unlock: 'Mở khóa để sửa',
  /** Label of the box that opens then. */
  unlockReason: 'Lý do mở khóa',
  /** Under it. */
  unlockHint: 'Đơn vị sẽ đọc lý do này. Nhớ tổng hợp lại sau khi đơn vị gửi bản mới.',
  /** Button under the box. */
  unlockNow: 'Mở khóa',
  /** Button beside it. */
  unlockNot: 'Để nguyên',
  /** Error at the box. */
  unlockMissing: 'Ghi lý do trong một câu, ví dụ: đơn vị gửi bổ sung một hoạt động.',
  /** An opening that is on its way. */
  unlockQueued: 'Quyết định mở khóa chờ gửi.',

  // ---- the return ----
  /** Title of the page; {title} of the record. */
  returnTitle: 'Trả lại: {title}',
  /** Hint above the fields. */
  returnLead: 'Chạm vào từng chỗ cần sửa.',
  /** Heading below the fields: places that words were written for and that are not among those above. */
  goneTitle: 'Chỗ khác đã ghi lời',
  /** Under the name of such a place: the unit's newer edition has it no longer. */
  goneText: 'Bản mới không còn chỗ này. Bỏ dấu để bỏ lời, hoặc giữ lại để đơn vị đọc ở đầu bản ghi.',
  /** When the typed return was kept; {time}. */
  kept: 'Đã tự lưu trên máy lúc {time}',
  /** It could not be kept. */
  notKept: 'Máy chưa lưu được',
  /** Somebody has decided meanwhile, or the unit has cancelled it. */
  returnLate: 'Mục này không còn chờ quyết định. Lời đã ghi vẫn giữ trên máy.',

  // ---- units below ----
  /** Title of the page. */
  unitsTitle: 'Địa bàn',
  /** Under it; {period} as in a sentence, {sent} of {all}. */
  unitsPeriod: 'Báo cáo {period}: đã nộp {sent}/{all}',
  /** The period is not known on this phone. */
  unitsNoPeriod: 'Tỉnh chưa công bố lịch báo cáo.',
  /** What a phone knows; {when} as “lúc 14:35 hôm nay”. */
  unitsKnown: 'Theo những gì máy này đã tải về {when}. Máy không biết đơn vị nào mất liên lạc.',
  /** The same before the first contact. */
  unitsNever: 'Máy chưa tải được gì từ tỉnh.',
  /** Heading; {count}. */
  unitsMissing: 'Chưa nộp ({count})',
  /** Heading; {count}. */
  unitsSent: 'Đã nộp ({count})',
  /** Heading: units that owe nothing for the period; {count}. */
  unitsOther: 'Không phải nộp kỳ này ({count})',
  /** Line of a unit: its report; {state}. */
  unitReport: 'Báo cáo: {state}',
  /** The state of a report that waits. */
  reportWaiting: 'chờ xem',
  /** The same. */
  reportApproved: 'đã duyệt',
  /** The same. */
  reportReturned: 'đã trả lại',
  /** The same: decided on this phone. */
  reportDecidedHere: 'quyết định chờ gửi',
  /** Line of a unit without a report; {date} due. */
  unitDue: 'Hạn {date}',
  /** The same, past; {date} and {days}. */
  unitLate: 'Hạn {date}, quá {days} ngày',
  /** Line: {count} of its records wait. */
  unitWaiting: '{count} mục chờ xem',
  /** Line: when its last record came; {date}. */
  unitLast: 'Mục gần nhất nhận {date}',
  /** Line: none came. */
  unitNever: 'Chưa nhận được mục nào',
  /** Button; reads on with the unit's name for screen readers. */
  zalo: 'Nhắn Zalo',
  /** The button for screen readers; {unit}. */
  zaloFor: 'Nhắn Zalo cho {unit}',
  /** The prefilled message; {unit}, {period} and {date}. */
  zaloText: 'Kính gửi {unit}: báo cáo {period} có hạn {date}. Hiện cấp trên chưa nhận được báo cáo của đơn vị. Nếu đã ghi trên máy, đồng chí mở Sổ tay Công đoàn khi có sóng để máy gửi. Cảm ơn đồng chí.',
  /** It lies in the clipboard. */
  zaloCopied: 'Đã chép lời nhắn. Mở Zalo rồi dán vào.',
  /** It could neither be shared nor copied: here it is, to be copied by hand. */
  zaloByHand: 'Máy không chép được. Giữ tay vào lời nhắn để chép.',
} as const;
