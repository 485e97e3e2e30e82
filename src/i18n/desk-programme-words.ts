/** The words of the desk's work programmes (`/ban?muc=chuong-trinh`). A translator's note above each. */
export const deskProgrammeWords = {
  // ---- menu and filters ----
  /** Menu entry and title of the list. */
  listTitle: 'Chương trình công tác',
  /** Menu entry, title and tag: units that owe a programme and have sent none. */
  missing: 'Chưa có',
  /** Label of the choice of a year. */
  year: 'Năm',
  /** Label of the search field. */
  search: 'Tìm đơn vị, biên nhận',

  // ---- list ----
  /** Above the list. {count}: programmes that came in. */
  listCount: '{count} chương trình',
  /** Above the list. {count}: units that owe one. */
  missingCount: '{count} đơn vị chưa có',
  /** Caption of the table, for screen readers. {title}: the list's title; {year}. */
  listCaption: '{title}, năm {year}, mới nhận trước',
  /** Column titles: who sent it. */
  columnUnit: 'Đơn vị',
  /** What is in it. */
  columnItems: 'Số việc',
  /** How far it is. */
  columnProgress: 'Tiến độ',
  /** What the province has of it. */
  columnReceived: 'Tỉnh nhận',
  /** The state. */
  columnState: 'Tình trạng',
  /** Last contact of the unit's phones. */
  columnContact: 'Máy của đơn vị',
  /** In the row. {count}: items; {own}: those of the unit's own among them. */
  items: '{count} việc, {own} việc riêng',
  /** In the row. {done} of {all} items. */
  progress: 'Xong {done}/{all}',
  /** Mark at a row. {count}: items whose time is over and for which nothing was recorded. */
  lateCount: '{count} việc trễ',
  /** Title above the units that owe one. {year}. */
  missingTitle: 'Chưa có chương trình công tác năm {year}',
  /** In place of the list: nothing came in of this year. */
  emptyList: 'Chưa có chương trình nào của năm này.',
  /** In place of the list: nothing fits the filters. */
  emptyFiltered: 'Không có chương trình nào khớp bộ lọc.',
  /** In place of the units that owe one: all have sent it. */
  nobodyMissing: 'Tất cả đơn vị đã có chương trình.',
  /** Link back to the list on a narrow screen. */
  back: 'Danh sách chương trình',
  /** While a programme is fetched for the first time. */
  opening: 'Đang mở chương trình…',
  /** Title of a notice: the programme could not be fetched. */
  openFailed: 'Chưa mở được chương trình.',
  /** Title of a notice: the list could not be fetched. */
  listFailed: 'Chưa tải được danh sách chương trình.',

  // ---- one programme ----
  /** Its title. {year}. */
  title: 'Chương trình công tác năm {year}',
  /** Line under the title. {number}: receipt number; {edition}. */
  headLine: '{number} · bản {edition}',
  /** Below it. {count} items, {own} of the unit's own, {out} taken out. */
  summary: '{count} việc, {own} việc riêng, {out} việc không đưa vào',
  /** Heading of the unit's own items. */
  own: 'Việc riêng của đơn vị',
  /** Column titles of the items. */
  columnWork: 'Nội dung công việc',
  columnMonths: 'Thời gian',
  columnRole: 'Phụ trách',
  /** An item that was taken out. */
  takenOut: 'Không đưa vào',
  /** Opens what was recorded for an item. {count}. */
  deeds: '{count} bản ghi',
  /** One of them. {date}; {title}. */
  deedLine: '{date}: {title}',
  /** Title of a notice: soft checks that the officer answered with “đúng”. */
  confirmedTitle: 'Đơn vị đã xác nhận',
  /** Above what changed since the decision. {edition}. */
  changesTitle: 'Bản {edition} đã sửa:',
  /** The same where nothing did. {edition}. */
  changesNone: 'Bản {edition} không đổi việc nào.',
  /** One change. {title} of the item; {before} and {after}: its months and role. */
  changeLine: '{title}: {before} → {after}',
  /** In place of months and role, of an item that was not there. */
  absent: 'chưa có',
} as const;
