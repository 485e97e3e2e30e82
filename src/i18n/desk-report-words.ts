/** The words of the desk's reports (`/ban?muc=bao-cao`) and of their sum. A translator's note above each. */
export const deskReportWords = {
  // ---- menu and filters ----
  /** Menu entry and title of the list of reports. */
  listTitle: 'Báo cáo định kỳ',
  /** Menu entry and title of the sum. */
  sumTitle: 'Tổng hợp số liệu',
  /** Menu entry, title and tag: units that owe a report and have sent none. */
  missing: 'Chưa nộp',
  /** Label of the choice of a period. */
  period: 'Kỳ',
  /** One choice there. {label}: “6 tháng đầu năm”; {year}: 2020. */
  periodChoice: '{label} {year}',
  /** A choice there: flash reports of one day. {date}. */
  periodFlash: 'Báo cáo nhanh {date}',
  /** Beside the period. {from}, {to}: first and last day. */
  periodDays: 'Số liệu từ {from} đến {to}',
  /** Label of the search field of the reports. */
  search: 'Tìm đơn vị, biên nhận',
  /** In place of the list when no calendar of reports is published. */
  noPeriods: 'Tỉnh chưa ban hành lịch báo cáo.',

  // ---- list ----
  /** Above the list. {count}: reports that came in. */
  listCount: '{count} báo cáo',
  /** Above the list. {count}: units that owe one. */
  missingCount: '{count} đơn vị chưa nộp',
  /** Caption of the table, for screen readers. {title}: the list's title; {period}. */
  listCaption: '{title}, {period}, mới nhận trước',
  /** When the officer pressed “Gửi”. */
  columnSent: 'Bấm gửi',
  /** Whether it was in time. */
  columnDue: 'Hạn nộp',
  /** Last contact of the unit's phones. */
  columnContact: 'Máy của đơn vị',
  /** In time. {date}: the due day. */
  inTime: 'Đúng hạn (hạn {date})',
  /** Too late. {count}: whole days; {date}: the due day. */
  late: 'Quá hạn {count} ngày (hạn {date})',
  /** The same in the narrow row, before the state. */
  lateShort: 'Quá hạn {count} ngày',
  /** Nothing sent yet and overdue. {count}: days; {date}: the due day. */
  overdue: 'Quá hạn {count} ngày ({date})',
  /** Nothing sent yet and due today. */
  dueToday: 'Hạn hôm nay',
  /** Nothing sent yet. {count}: days left; {date}: the due day. */
  dueIn: 'Còn {count} ngày ({date})',
  /** No phone of the unit was ever activated. */
  neverActivated: 'Chưa kích hoạt máy nào',
  /** A phone was activated and has never called since. */
  neverCalled: 'Đã kích hoạt, chưa liên lạc',
  /** Last contact of any of its phones. {time}: 14:32, 3/5. */
  lastContact: 'Liên lạc lúc {time}',
  /** Mark at a row. {count}: lines in which the officer put another number. */
  correctedCount: '{count} số điều chỉnh',
  /** Mark at a row: an upper union's sum holds the report, so it stands still. */
  locked: 'Đã tổng hợp',
  /** Title above the units that owe a report. */
  missingTitle: 'Chưa nộp báo cáo {period}',
  /** In place of the list: nothing came in of this period. */
  emptyList: 'Chưa có báo cáo nào của kỳ này.',
  /** In place of the list: nothing fits the filters. */
  emptyFiltered: 'Không có báo cáo nào khớp bộ lọc.',
  /** In place of the units that owe a report: all have sent it. */
  nobodyMissing: 'Tất cả đơn vị đã nộp.',
  /** Link back to the list on a narrow screen. */
  back: 'Danh sách báo cáo',
  /** While a report is fetched for the first time. */
  opening: 'Đang mở báo cáo…',
  /** Title of a notice: the report could not be fetched. */
  openFailed: 'Chưa mở được báo cáo.',
  /** Title of a notice: the list could not be fetched. */
  listFailed: 'Chưa tải được danh sách báo cáo.',

  // ---- one report ----
  /** Line under the title, before in time or late. {number}: receipt number; {edition}. */
  headLine: '{number} · bản {edition}',
  /** Section I. */
  situation: 'I. Đặc điểm, tình hình',
  /** Section II. */
  results: 'II. Kết quả thực hiện',
  /** Section III. */
  assessment: 'III. Đánh giá chung',
  /** Section IV. */
  direction: 'IV. Phương hướng, nhiệm vụ',
  /** Section V. */
  proposal: 'V. Đề xuất, kiến nghị',
  /** The paragraph of a task, as a field. {task}: number and short words. */
  taskText: 'Lời của nhiệm vụ {task}',
  /** “Trong đó: nữ” of a line, as a field. {label}: the line. */
  womenField: '{label} (nữ)',
  /** A section or paragraph without a word. */
  blankText: 'Không viết',
  /** Column titles of the lines: the indicator. */
  columnIndicator: 'Chỉ tiêu',
  /** What the machine computed. */
  columnComputed: 'Máy tính',
  /** What the officer reports. */
  columnValue: 'Báo cáo',
  /** Beside a number. {count}: women among them. */
  women: 'nữ {count}',
  /** Beside it when some activities left the women's box empty. {count}: activities. */
  womenMissing: '{count} hoạt động chưa ghi số nữ',
  /** Above the reason of a corrected number, for screen readers and in the row. {reason}: the officer's words. */
  reason: 'Điều chỉnh: {reason}',
  /** A yes and a no of one unit. */
  yes: 'Có',
  /** See above. */
  no: 'Không',
  /** A box that was left empty. */
  notEntered: 'Chưa ghi',
  /** Before the labels of lines where nothing happened. */
  nothing: 'Không phát sinh',
  /** Opens the activities of a line. {count}. */
  fromActivities: 'Từ {count} hoạt động',
  /** Opens the reports of units below of a line. {count}. */
  fromUnits: 'Từ {count} đơn vị',
  /** An activity behind a number. {title}; {date}. */
  sourceLine: '{date}: {title}',
  /** Behind that line: the activity was edited since. {edition}: the edition that was counted; {now}: today's. */
  sourceEdited: 'tính theo bản {edition}, nay là bản {now}',
  /** What a unit below gave. {unit}; {value}. */
  givenLine: '{unit}: {value}',
  /** The same where the unit put it in the place of a computed number. {from}: that number; {reason}: the unit's words. */
  givenCorrected: '{unit}: {value} (điều chỉnh từ {from}: {reason})',
  /** Of a sum: the part of the union's own activities, within the number. {value}. */
  ownLine: 'Hoạt động của đơn vị: {value}',
  /** Measure of a yes or no where an upper union counts who has it. */
  countedUnits: 'đơn vị có',
  /** Column title in place of what the machine computed, in a sum. */
  columnAdded: 'Cộng được',
  /** Title above the units of a sum. {added}: in it; {all}: that report to this union. */
  unitsTitle: 'Cộng từ {added}/{all} đơn vị',
  /** One of them. {unit}; {place}: what of it is in the sum. */
  unitLine: '{unit}: {place}',
  /** What of a unit is in a sum: its report as it stands. */
  placeAdded: 'đã cộng',
  /** Its report was added, and another edition was approved since. */
  placeEdited: 'đã cộng, sau đó sửa và duyệt lại',
  /** Its report was added, and what stands now is not approved. */
  placeGone: 'đã cộng, sau đó không còn bản được duyệt',
  /** Its report was approved only after the sum was made. */
  placeLate: 'duyệt sau khi tổng hợp, chưa cộng',
  /** Its report waits or was returned. {state}: the state's word, in small letters. */
  placeOut: 'chưa cộng, {state}',
  /** It has sent none. */
  placeNone: 'chưa gửi',
  /** Title above activities that came in after the report was made. {count}. */
  lateTitle: '{count} hoạt động của kỳ này đến sau khi lập báo cáo, chưa tính vào số',
  /** Title above what the officer was asked and answered with “Đúng”. */
  confirmedTitle: 'Đơn vị đã xác nhận “Đúng”',
  /** One of these. {field}: where; {question}: what was asked. */
  confirmedLine: '{field}: {question}',
  /** Title above what changed since the last decision. {edition}: the edition that stands now. */
  changesTitle: 'Bản {edition} đã đổi:',
  /** One changed line. {field}: its label; {before}, {after}: values. */
  changeLine: '{field}: {before} → {after}',
  /** One changed line whose number stayed and whose reason changed. {field}. */
  changeReason: '{field}: viết lại lý do',
  /** One changed text. {field}. */
  changeText: '{field}: viết lại',
  /** Nothing visible changed. {edition}. */
  changesNone: 'Bản {edition} gửi lại, nội dung không đổi.',

  // ---- a report that was added up ----
  /** Box above it; {unit} that added it up. */
  lockedBy: '{unit} đã tổng hợp báo cáo này',
  /** Under it. */
  lockedText: 'Đơn vị chỉ sửa được khi báo cáo được mở khóa.',
  /** Link in that box: the report that it was added up in. */
  toSum: 'Mở báo cáo tổng hợp',
  /** Button: opens the reason. */
  unlock: 'Mở khóa để sửa',
  /** Label of the box that opens then. */
  unlockReason: 'Lý do mở khóa',
  /** Under it. */
  unlockHint: 'Đơn vị sẽ đọc lý do này. Nhớ tổng hợp lại sau khi đơn vị gửi bản mới.',
  /** Error at the box. */
  unlockMissing: 'Ghi lý do trong một câu, ví dụ: đơn vị gửi bổ sung một hoạt động.',
  /** Button under the box. */
  unlockNow: 'Mở khóa',
  /** The same while the answer is awaited. */
  unlocking: 'Đang mở khóa…',
  /** Button beside it. */
  unlockNot: 'Để nguyên',
  /** Box after it was opened; {unit} and {reason}. */
  unlocked: '{unit} đã mở khóa: “{reason}”. Đơn vị sửa và gửi lại được.',

  // ---- the sum ----
  /** Label of the choice of the unit whose reports are added up. */
  sumUnit: 'Tổng hợp của',
  /** Above the table. {added}: units whose report was added; {all}: units that report; {own}: activities of the unit itself. */
  sumLead: 'Cộng {added}/{all} báo cáo đã duyệt và {own} hoạt động của đơn vị.',
  /** Title above the units that are not in it. {count}. */
  sumMissing: '{count} đơn vị chưa có trong số tổng hợp',
  /** A sum that was added lacks units of its own. {unit}; {names}. */
  sumWithout: '{unit} chưa gồm: {names}',
  /** All are in it. */
  sumWhole: 'Đã gồm tất cả đơn vị.',
  /** One of those not in it, who has sent one that waits. {unit}; {state}: the state's word. */
  sumWaiting: '{unit} ({state})',
  /** Title above those that have sent none; their names follow. {count}. */
  sumSilent: 'Chưa nộp ({count})',
  /** Column titles of the sum: unit of measure. */
  columnMeasure: 'Đơn vị tính',
  /** The sum. */
  columnSum: 'Tổng số',
  /** The women among them. */
  columnWomen: 'Nữ',
  /** The part of the unit's own activities. */
  columnOwn: 'Của đơn vị',
  /** Button: the sum as a spreadsheet. */
  download: 'Tải bảng tính',
  /** Button: prints the sum. */
  print: 'In',
  /** Title of a notice: the sum could not be fetched. */
  sumFailed: 'Chưa tải được số tổng hợp.',
  /** While it is fetched for the first time. */
  sumOpening: 'Đang cộng số liệu…',
  /** Name of the sheet in the file. */
  sheetName: 'Tổng hợp',
  /** Column of the file: who is behind a number. */
  columnFrom: 'Gồm',
  /** Last rows of the file: who is not in it. {unit}. */
  sheetMissing: 'Chưa có báo cáo được duyệt: {unit}',
} as const;
