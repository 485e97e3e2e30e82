/** Sổ gửi: narrowing its list, and the list as a file and on paper. */
export const outboxWords = {
  /** Folded above the list. */
  filter: 'Lọc và tìm',
  /** The same while something is chosen; {count} records match. */
  filterOn: 'Đang lọc: {count} mục',
  /** Beside it while something is chosen: a working year; {year}. */
  chosenYear: 'Năm {year}',
  /** The same: a task; {task}. */
  chosenTask: 'Nhiệm vụ {task}',
  /** The same: the closing part. */
  chosenClosing: 'Tổ chức thực hiện',
  /** The same: words; {query}. */
  chosenQuery: '“{query}”',
  /** Label of the box of words. */
  query: 'Tìm trong sổ gửi',
  /** Under it. */
  queryHint: 'Tên, ghi chú, số biên nhận. Không cần dấu.',
  /** Label of the choice of a working year. */
  year: 'Năm công tác',
  /** Its value for every year. */
  everyYear: 'Tất cả',
  /** Label of the choice of a task. */
  task: 'Nhiệm vụ',
  /** Its value for every task. */
  everyTask: 'Tất cả',
  /** One of its values; {task} number and {short}. */
  taskChoice: '{task}. {short}',
  /** Label of the choice of a state. */
  state: 'Tình trạng',
  /** Its value for every state. */
  everyState: 'Tất cả',
  /** Button: takes all of it away. */
  clear: 'Bỏ lọc',
  /** Nothing matches. */
  none: 'Không có mục nào khớp. Bỏ bớt điều kiện lọc.',
  /** In the filter: cancelled records and decisions that did not count. */
  gone: 'Không còn tính',
  /** Said when the list changes; {count}. */
  matches: '{count} mục khớp.',
  /** Heading above the links to earlier working years. */
  otherYears: 'Các năm trước',
  /** One of them; {year}. */
  otherYear: 'Năm công tác {year}',
  /** Under it; {count} records. */
  otherYearText: '{count} mục, đã khép, chỉ xem',
  /** Button below a section; {count} further rows that it shows. */
  more: 'Xem thêm {count}',
  /** Heading of the file and the paper. */
  listHeading: 'Danh sách hoạt động',
  /** Under it; {count} records of the unit that the list holds. */
  listText: 'Gồm {count} hoạt động đang hiện ở trên, kể cả mục chưa gửi.',
  /** Button: an XLSX file. */
  file: 'Tệp Excel',
  /** Button: paper. */
  print: 'In',
  /** While the file is made. */
  making: 'Đang lập tệp…',
  /** The file lies among the downloads; {file}. */
  made: 'Đã lưu tệp {file} vào mục Tải về.',
  /** The file was handed on to another app. */
  shared: 'Đã chuyển tệp {file}.',
  /** The file could not be made. */
  failed: 'Chưa lập được tệp. Xóa bớt tệp trong máy rồi thử lại.',
} as const;
