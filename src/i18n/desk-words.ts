/** The words of the desk (`/ban`): the province's and the upper-level unions' console. A translator's note above each. */
export const deskWords = {
  /** Name of the product, in the red block at the left, above the login form and behind every page's title. */
  product: 'Sổ tay Công đoàn Điện Biên',
  /** Title of a browser tab. {page}: the page's own title; {product}: the product's name. */
  pageTitle: '{page} – {product}',
  /** Banner of the sample mode, always on top. {date}: the day that stands for today, 15/5/2020. */
  sampleBanner: 'Dữ liệu mẫu · ngày làm việc {date}',
  /** First link of the page, seen only with the keyboard: jumps over menu and filters. */
  skipToList: 'Đến danh sách',

  // ---- what stands in no list ----
  /** Folded under the list, only when there is something; {count}. */
  asideTitle: 'Cần xử lý ở tỉnh ({count})',
  /** Unfolded, above the items. */
  asideLead: 'Những mục đơn vị đã gửi mà chưa thành bản ghi. Chữ vẫn còn nguyên ở máy chủ và trên máy của đơn vị.',
  /** Beside the title; {count} refused by a rule. */
  asideReturned: '{count} chờ đơn vị sửa',
  /** The same: kept until the server understands them; {count}. */
  asideHeld: '{count} chờ cập nhật máy chủ',
  /** The same: from phones that may not write; {count}. */
  asideQuarantined: '{count} để riêng',
  /** In place of a title that cannot be read. */
  asideUnread: 'Mục chưa đọc được',
  /** In an item's line; {when} it arrived. */
  asideReceived: 'tới {when}',
  /** Behind the rule that refused it. */
  asideReturnedNext: 'Máy của đơn vị đã nhắc sửa; gọi đơn vị nếu quá lâu.',
  /** Why an item is kept: a newer app, an unknown form. */
  asideHeldWhy: 'Máy chủ chưa hiểu mục này (ứng dụng mới hơn, hoặc hình thức chưa có ở đây). Nâng cấp máy chủ.',
  /** Why an item stands apart: its phone was revoked. */
  asideRevokedWhy: 'Máy gửi đã bị thu hồi quyền. Xem với đơn vị; cần thì cấp mã mới để đơn vị ghi lại.',
  /** The same: it was written for a unit that this phone no longer serves. */
  asideMovedWhy: 'Máy gửi không còn thuộc đơn vị này. Xem với đơn vị; cần thì ghi lại ở đơn vị đúng.',
  /** The same: another reason. */
  asideStrangeWhy: 'Mục này trùng mã với mục khác hoặc không thuộc máy gửi. Nhờ người quản trị máy chủ xem.',
  /** Under the items; {count} further ones. */
  asideMore: 'Còn {count} mục cũ hơn.',

  // ---- login ----
  /** Title of the login form. */
  logInTitle: 'Đăng nhập bàn làm việc',
  /** Below that title: whom the desk is for. */
  logInLead: 'Dành cho LĐLĐ tỉnh và công đoàn cấp trên trực tiếp cơ sở.',
  /** Shown in the login form after a session has ended while somebody was working. */
  sessionEnded: 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục đúng chỗ đang xem.',
  /** Label of the name field. */
  name: 'Tên đăng nhập',
  /** Label of the password field. */
  password: 'Mật khẩu',
  /** Button beside the password field; pressed, it shows the password as plain text. */
  showPassword: 'Hiện mật khẩu',
  /** Main button of the login form. */
  logIn: 'Đăng nhập',
  /** The same button while the answer is awaited. */
  loggingIn: 'Đang đăng nhập…',
  /** Error at the name field when it is empty. */
  nameMissing: 'Ghi tên đăng nhập.',
  /** Error at the password field when it is empty. */
  passwordMissing: 'Ghi mật khẩu.',
  /** Below the login form: what to do without a password. */
  passwordForgotten: 'Quên mật khẩu: liên hệ người quản trị của LĐLĐ tỉnh để được cấp đường dẫn mới.',

  // ---- first login ----
  /** Title of the page behind a first-login link. */
  firstTitle: 'Lần đầu vào bàn làm việc',
  /** Below that title. */
  firstLead: 'Đặt mật khẩu cho tài khoản. Đường dẫn này chỉ dùng được một lần.',
  /** Label of the name field there. */
  firstName: 'Tên tài khoản',
  /** Behind that label, lighter. */
  firstNameOptional: '(để trống nếu giữ tên đã cấp)',
  /** Hint at that field. */
  firstNameHint: 'Đơn vị thấy tên này ở mỗi lần duyệt hoặc trả lại.',
  /** Error at that field. */
  firstNameWrong: 'Tên gồm 2 đến 60 chữ, số, dấu cách, dấu chấm hoặc gạch nối.',
  /** Label of the new password's field. */
  newPassword: 'Mật khẩu mới',
  /** Hint at that field. {least}: the least number of characters. */
  newPasswordHint: 'Ít nhất {least} ký tự. Nên ghép vài từ dễ nhớ.',
  /** Error at that field. {least}: the least number of characters; {missing}: how many are missing. */
  newPasswordShort: 'Mật khẩu cần ít nhất {least} ký tự, còn thiếu {missing}.',
  /** Main button of the first login. */
  setPassword: 'Đặt mật khẩu và vào',
  /** Link below: for somebody who has set a password already. */
  toLogIn: 'Đã có mật khẩu: đăng nhập',

  // ---- frame ----
  /** Label of the menu at the left, for screen readers. */
  menu: 'Danh sách theo trạng thái',
  /** Menu entry and title of the list of all received activities. */
  allTitle: 'Hoạt động đã nhận',
  /** Menu entry, title of the list and state's tag: the unit has cancelled it. */
  voided: 'Đã hủy',
  /** Step of the timeline: the unit cancelled its record; {edition}, {reason}. */
  stepVoided: 'Đơn vị hủy (bản {edition}): “{reason}”',
  /** Above a cancelled record; {reason}. */
  voidedBecause: 'Đơn vị đã hủy: “{reason}”. Mục này không tính vào số liệu.',
  /** Menu entry, title of the list and state's tag: received, not decided yet. */
  received: 'Chờ duyệt',
  /** The same: sent back to the unit with remarks. */
  returned: 'Đã trả lại',
  /** The same: approved. */
  approved: 'Đã duyệt',
  /** Tag of an edition that a newer one has replaced. */
  replaced: 'Bản cũ',
  /** Entry at the foot of the menu: signs out. */
  logOut: 'Đăng xuất',
  /** Above that entry, when the server did not answer: whoever sits there is still logged in. */
  logOutFailed: 'Chưa đăng xuất được. Kiểm tra mạng rồi bấm lại.',
  /** Switch at the foot of the menu: single-key shortcuts on or off. */
  shortcuts: 'Dùng phím tắt',
  /** Beside the keys J and K in the list's hint. */
  keyMove: 'chọn',
  /** Beside the key Enter. */
  keyOpen: 'mở',
  /** Beside the key D. */
  keyApprove: 'duyệt',
  /** Beside the key T. */
  keyReturn: 'trả lại',
  /** Beside the key /. */
  keySearch: 'tìm',

  // ---- filters ----
  /** Label of the group of filters, for screen readers. */
  filters: 'Lọc danh sách',
  /** Label of the choice of a unit. */
  unit: 'Đơn vị',
  /** First choice there: all units that the account may see. */
  allUnits: 'Tất cả đơn vị',
  /** Label of the choice of a task. */
  task: 'Nhiệm vụ',
  /** First choice there. */
  allTasks: 'Tất cả nhiệm vụ',
  /** One choice there. {number}: 1–9; {short}: a few words of the task. */
  taskChoice: '{number}. {short}',
  /** Label and placeholder of the search field. */
  search: 'Tìm tên, đơn vị, biên nhận',
  /** Chip of the filter by unit. {unit}: its name. */
  chipUnit: 'Đơn vị: {unit}',
  /** Chip of the filter by task. {task}: its number and short words. */
  chipTask: 'Nhiệm vụ {task}',
  /** Chip of the filter by words. {text}: what was typed. */
  chipText: 'Có “{text}”',
  /** What the cross on a chip does, for screen readers. {filter}: the chip's own words. */
  removeFilter: 'Bỏ lọc {filter}',
  /** Link: takes all filters away. */
  clearFilters: 'Bỏ mọi bộ lọc',

  // ---- list ----
  /** Caption of the table, for screen readers. {title}: the list's title. */
  listCaption: '{title}, mới nhận trước',
  /** Above the list. {count}: how many in all. */
  listCount: '{count} hoạt động',
  /** Above the list: when it was read. {time}: 14:32. */
  updatedAt: 'Cập nhật {time}',
  /** Button beside it. */
  reload: 'Tải lại',
  /** Beside it while new data is on its way; the old rows stand grey meanwhile. */
  updating: 'Đang cập nhật',
  /** In place of the list while nothing was ever read. */
  opening: 'Đang mở danh sách…',
  /** Column title of the list: unit and activity. */
  columnActivity: 'Đơn vị, hoạt động',
  /** Column title of the list: the number of the task. */
  columnTask: 'Nhiệm vụ',
  /** Column title of the list: the day of the activity. */
  columnHeldOn: 'Ngày tổ chức',
  /** Column title of the list: when the province received it. */
  columnReceived: 'Tỉnh nhận',
  /** Column title of the list: the state. */
  columnState: 'Tình trạng',
  /** One line in a narrow list. {task}: number of the task; {heldOn}: day; {received}: day and time of receipt. */
  rowLine: 'NV {task} · {heldOn} · nhận {received}',
  /** In a row: how many soft checks the officer confirmed. {count}: a number. */
  rowFlags: '{count} điểm cần xem',
  /** In a row: the record came back with changes after a return. */
  rowMended: 'đã bổ sung',
  /** In a row: the record was changed after its approval. */
  rowChangedAfterApproval: 'đã sửa sau khi duyệt',
  /** In a row: an approval is held and may still be taken back. */
  rowWillApprove: 'sẽ duyệt',
  /** In a row: a return is held and may still be taken back. */
  rowWillReturn: 'sẽ trả lại',
  /** Empty list with filters. The link clearFilters follows. */
  emptyFiltered: 'Không có hoạt động nào khớp bộ lọc.',
  /** Empty list of what waits for a decision. */
  emptyReceived: 'Đã xem hết. Không còn hoạt động chờ duyệt.',
  /** Empty list without filters. */
  emptyAll: 'Chưa có hoạt động nào gửi về.',
  /** Label of the links to other pages of the list, for screen readers. */
  pages: 'Các trang của danh sách',
  /** Between those links. {page}, {count}: numbers. */
  pageOf: 'Trang {page}/{count}',
  /** Link to the page before of the list. */
  previousPage: 'Trang trước',
  /** Link to the next page of the list. */
  nextPage: 'Trang sau',

  // ---- refusals ----
  /** Over old data that is still shown. {time}: when it was read. */
  listStale: 'Không tải được. Số liệu lúc {time} vẫn dùng được.',
  /** When nothing was read yet. */
  listFailed: 'Không tải được danh sách.',
  /** The same for one record. */
  detailFailed: 'Không mở được hoạt động này.',
  /** The same for the words of tasks and forms. */
  referenceFailed: 'Chưa tải được lời văn bản và tên số liệu.',
  /** Button at every such message. */
  again: 'Thử lại',
  /** Sentence: no answer came from the server. */
  unreachable: 'Chưa liên lạc được với máy chủ.',
  /** Its next step. */
  unreachableNext: 'Kiểm tra mạng rồi thử lại.',
  /** Sentence: something else than the server answered, such as the login page of a Wi-Fi network. */
  unreadable: 'Câu trả lời không đọc được.',
  /** Its next step. */
  unreadableNext: 'Tải lại trang. Nếu vẫn vậy, kiểm tra mạng đang dùng.',

  // ---- one record ----
  /** While a record is on its way. */
  openingDetail: 'Đang mở hoạt động…',
  /** Link back to the list on a narrow screen. */
  backToList: 'Danh sách',
  /** Receipt number and edition under the title. {number}: receipt number; {edition}: 1, 2 … */
  receiptLine: 'Biên nhận {number} · bản {edition}',
  /** Title of the box with what the officer confirmed. */
  flagsTitle: 'Cán bộ đã xác nhận',
  /** There, when the published check is not known any more. {id}: its code. */
  flagUnknown: 'Điểm cần xem: {id}',
  /** Title of the record's fields. */
  recordTitle: 'Nội dung đơn vị ghi',
  /** Their value; {count}. */
  photoCount: '{count} ảnh',
  /** The same while some have not arrived; {count} of {of}. */
  photosHere: '{count}/{of} ảnh đã về',
  /** A picture that is still on the phone. */
  photoAway: 'Chưa về',
  /** A picture, for screen readers and as the title of the large one; {number} of {of}. */
  photo: 'Ảnh {number}/{of}',
  /** The same of one that has not arrived; {number} of {of}. */
  photoNotHere: 'Ảnh {number}/{of} chưa về, còn trên máy của đơn vị',
  /** Button of the large picture. */
  photoClose: 'Đóng',
  /** Button of the large picture. */
  photoBefore: 'Ảnh trước',
  /** Button of the large picture. */
  photoNext: 'Ảnh sau',
  /** A figure with its unit. {number}: formatted; {unit}: người, buổi … */
  figureWithUnit: '{number} {unit}',
  /** A figure that is a yes. */
  yes: 'Có',
  /** A figure that is a no. */
  no: 'Không',
  /** In place of a value that was left blank. */
  blank: 'không ghi',
  /** Label of the line that names all fields that were left blank. */
  blankFields: 'Không ghi',
  /** A requirement with its words. {id}: 4.2a; {words}: what is asked. */
  requirementLine: '{id} · {words}',
  /** In front of the value of the edition before, for screen readers. */
  changedFrom: 'Bản trước: {before}',
  /** The same with the field's name. {field}: label; {before}, {after}: values. */
  changeOfField: '{field}: {before} → {after}',
  /** Title of the directive's words beside the record. */
  directiveTitle: 'Chỉ đạo, nhiệm vụ {number}',
  /** The same for the closing obligation, which has no number. */
  directiveClosing: 'Chỉ đạo, phần cuối',
  /** Below: what counts as evidence. */
  evidenceTitle: 'Minh chứng',
  /** Below the words of requirements that take counts only. */
  countsOnly: 'Chỉ ghi số, không ghi lời và đường dẫn.',
  /** Title of the steps of a record. */
  timelineTitle: 'Đường đi của bản ghi',
  /** One step: saved on the phone. {officer}: name. */
  stepSaved: '{officer} ghi trên máy',
  /** One step: received. {number}: receipt number; {edition}: 1, 2 … */
  stepReceived: 'Tỉnh nhận bản {edition} · {number}',
  /** One step: returned. {reviewer}, {unit}: who; {edition}: which edition. */
  stepReturned: 'Trả lại bản {edition} · đ/c {reviewer}, {unit}',
  /** One step: approved. */
  stepApproved: 'Duyệt bản {edition} · đ/c {reviewer}, {unit}',
  /** One step: a change that was stored beside the record, the losing side of a conflict. */
  stepConflict: 'Giữ riêng một bản gửi cùng lúc, chờ đơn vị chọn',
  /** One step: a change that was stored beside the record for another reason, such as a rule that it broke. */
  stepAside: 'Giữ riêng một bản chưa hợp lệ, chờ đơn vị sửa',
  /** Title of former editions. */
  editionsTitle: 'Các bản trước',
  /** One former edition. {edition}: number; {received}: when; {number}: receipt number. */
  editionLine: 'Bản {edition} · nhận {received} · {number}',
  /** Above what changed in the next edition. {edition}: number of that edition. */
  editionChanges: 'Bản {edition} đã đổi:',
  /** When nothing visible changed. */
  editionSame: 'Bản {edition} gửi lại, nội dung không đổi.',
  /** Title above a return. {edition}: number. */
  returnedTitle: 'Đã trả lại bản {edition}',
  /** Title above an approval. {edition}: number. */
  approvedTitle: 'Đã duyệt bản {edition}',
  /** Who decided and when. {reviewer}, {unit}, {time}. */
  decidedBy: 'đ/c {reviewer}, {unit}, {time}',
  /** The deadline of a return. {date}: 18/5/2020. */
  dueBy: 'Hạn bổ sung {date}',
  /** One remark. {field}: label; {text}: the reviewer's words. */
  remarkLine: '{field}: {text}',

  // ---- the decision ----
  /** Label of the place with the two buttons, for screen readers. */
  decision: 'Quyết định',
  /** Button: approves the edition that is shown. */
  approve: 'Duyệt',
  /** Button: opens the choice of fields to return. */
  giveBack: 'Trả lại',
  /** In place of the buttons: the unit has cancelled the record. */
  voidNotDecided: 'Mục đã hủy, không cần quyết định.',
  /** In place of the buttons: this account may look only. */
  mayNotDecide: 'Chỉ xem. Công đoàn cấp trên trực tiếp hoặc LĐLĐ tỉnh quyết định.',
  /** In place of the buttons while the decision may still be taken back. */
  decisionHeld: 'Quyết định sẽ gửi sau ít giây.',
  /** In place of the buttons while the decision is on its way. */
  decisionSending: 'Đang gửi quyết định…',
  /** In place of the buttons after a decision on this edition. */
  decisionStands: 'Bản này đã có quyết định.',

  // ---- decisions on their way, in the bar at the foot ----
  /** Label of the bar, for screen readers. */
  heldLabel: 'Quyết định vừa chọn',
  /** An approval that may still be taken back. {title}: the activity. */
  heldApprove: 'Sẽ duyệt “{title}” sau 8 giây.',
  /** A return that may still be taken back. {title}: the activity. */
  heldReturn: 'Sẽ trả lại “{title}” sau 8 giây.',
  /** Button there. */
  undo: 'Hoàn tác',
  /** While an approval is sent. {title}: the activity. */
  sendingApprove: 'Đang gửi: duyệt “{title}”.',
  /** While a return is sent. {title}: the activity. */
  sendingReturn: 'Đang gửi: trả lại “{title}”.',
  /** After the server has committed an approval. {title}: the activity. */
  doneApprove: 'Đã duyệt “{title}”.',
  /** After the server has committed a return. {title}: the activity. */
  doneReturn: 'Đã trả lại “{title}”.',
  /** Before the server's own sentence when it refused an approval. {title}: the activity. */
  refusedApprove: 'Chưa duyệt được “{title}”.',
  /** Before the server's own sentence when it refused a return. {title}: the activity. */
  refusedReturn: 'Chưa trả lại được “{title}”.',
  /** Button: opens the record that the message is about. */
  openRecord: 'Xem',
  /** The same where a remark was refused: opens the return as it was typed. */
  mendRemark: 'Sửa lời',
  /** Button: takes the message away. */
  dismiss: 'Đóng',
} as const;
