/** Tìm: the page that searches everything on the phone, and the search within Sổ gửi. */
export const searchWords = {
  /** Title of the page. */
  title: 'Tìm',
  /** Entry to it at the top of Chỉ đạo. */
  entry: 'Tìm trong chỉ đạo, sổ gửi, lịch',
  /** The same as an icon in the head of Sổ gửi, for screen readers. */
  entryIcon: 'Tìm trong cả sổ tay',
  /** Label of its box. */
  label: 'Tìm trong sổ tay',
  /** Under the label. */
  hint: 'Không cần gõ dấu. Ví dụ: thang cong nhan',
  /** What can be found, before anything is typed. */
  scope: 'Tìm trong chỉ đạo, hoạt động của đơn vị, các dịp trong năm và trợ giúp. Không cần mạng.',
  /** Said after a search; {count} of all that was found. */
  found: '{count} kết quả',
  /** Nothing was found. */
  none: 'Không tìm thấy. Thử ít chữ hơn.',
  /** While the texts are prepared; {count} not yet. */
  preparing: 'Đang chuẩn bị, còn {count} mục…',
  /** Heading of a group of results; {count}. */
  groupRecords: 'Hoạt động của đơn vị ({count})',
  /** Heading: requirements. */
  groupRequirements: 'Nội dung cần làm ({count})',
  /** Heading: the text of the directive, its notes and cited documents. */
  groupDirective: 'Trong chỉ đạo ({count})',
  /** Heading: occasions. */
  groupOccasions: 'Các dịp trong năm ({count})',
  /** Heading: help. */
  groupHelp: 'Trợ giúp ({count})',
  /** Button below a group; {count} further results that it shows. */
  more: 'Xem thêm {count}',
  /** Below a group when not all are listed; {count} of the rest. */
  rest: 'Còn {count} kết quả. Gõ thêm chữ để thu hẹp.',
  /** Title of a result: a paragraph of a task; {task}. */
  blockTask: 'Nguyên văn nhiệm vụ {task}',
  /** Title of a result: the closing paragraph. */
  blockClosing: 'Nguyên văn phần tổ chức thực hiện',
  /** Title of a result: a paragraph before the tasks. */
  blockOpening: 'Nguyên văn phần mở đầu',
  /** Title of a result: a note at the text. */
  note: 'Ghi chú tại chỉ đạo',
  /** Line of a requirement; {requirement} and {task}. */
  requirementLine: 'Nội dung {requirement}, nhiệm vụ {task}',
  /** The same for one of the closing part. */
  requirementClosing: 'Nội dung {requirement}, tổ chức thực hiện',
} as const;
