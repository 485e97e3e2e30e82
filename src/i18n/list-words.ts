/** The unit's own records as a list: its spreadsheet and its printed page. */
export const listWords = {
  /** Title of the printed page; name of the sheet, at most 31 letters. */
  title: 'Sổ hoạt động công đoàn',
  /** Under the title: a working year; {year}, {from} and {to} its days. */
  year: 'Năm công tác {year} ({from} – {to})',
  /** Under the title: from the first to the last day of what is listed; {from} and {to}. */
  span: 'Từ {from} đến {to}',
  /** Under the title when only one task is listed; {task} its number. */
  task: 'Nhiệm vụ {task}',
  /** The same for the closing part. */
  closing: 'Tổ chức thực hiện',
  /** Under the title when only one state is listed; {state}. */
  state: 'Chỉ các mục: {state}',
  /** Under the title when a search narrows the list; {query}. */
  query: 'Có chữ: {query}',
  /** Under the title; {count} rows, {date} of printing. */
  made: '{count} hoạt động · lập {date}',
  /** Column: running number. */
  number: 'STT',
  /** Column. */
  heldOn: 'Ngày tổ chức',
  /** Column: number of the requirement. */
  requirement: 'Nội dung',
  /** Column. */
  activity: 'Tên hoạt động',
  /** Column. */
  form: 'Hình thức',
  /** Column. */
  occasion: 'Dịp',
  /** Column. */
  note: 'Kết quả, ghi chú',
  /** Column. */
  link: 'Đường dẫn',
  /** Column: how many pictures. */
  photos: 'Số ảnh',
  /** Column. */
  standing: 'Tình trạng',
  /** Column. */
  receipt: 'Số biên nhận',
  /** Column of the printed page: all figures of a row. */
  figures: 'Số liệu',
  /** One of them; {label} and {value}. */
  figure: '{label} {value}',
  /** Place for a signature under the printed table. */
  signature: 'Người lập',
  /** Another one. */
  chair: 'Chủ tịch CĐCS',
  /** In place of rows. */
  none: 'Không có hoạt động nào.',
  /** Word in a cell of a figure that is yes or no. */
  yes: 'Có',
  /** Word in a cell of a figure that is yes or no. */
  no: 'Không',
} as const;
