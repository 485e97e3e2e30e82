/** What the province has published anew, beside what it was. */
export const changeWords = {
  /** Title of the page. */
  title: 'Chỗ tỉnh thay đổi',
  /** Notice above the directive; {thing} one of the things below. */
  one: 'Tỉnh cập nhật: {thing}',
  /** The same for several; {count}. */
  several: 'Tỉnh cập nhật {count} mục',
  /** Its button, and the row that stays when it was seen. */
  look: 'Xem chỗ thay đổi',
  /** Nothing has been published anew. */
  none: 'Tỉnh chưa thay đổi gì từ khi máy này tải về.',
  /** Above the list. */
  about: 'Bản đang viết và bản đã gửi vẫn theo bản cũ của hình thức.',
  /** Heading of a thing; {task} number and {short}. */
  task: 'Nhiệm vụ {task}. {short}',
  /** The same: an occasion. */
  occasion: 'Dịp: {occasion}',
  /** The same: a kind of activity. */
  form: 'Hình thức: {form}',
  /** The same: the directive. */
  directive: 'Toàn văn chỉ đạo',
  /** The same: documents that the directive names. */
  citations: 'Văn bản viện dẫn',
  /** The same: notes beside the text. */
  notes: 'Ghi chú bên toàn văn',
  /** Beside the heading; {version}. */
  version: 'bản {version}',
  /** A place: a requirement; {requirement} its number. */
  requirement: 'Nội dung {requirement}',
  /** A place: when a requirement is due. */
  requirementWhen: 'Thời gian của {requirement}',
  /** A place: what counts as evidence. */
  requirementEvidence: 'Minh chứng của {requirement}',
  /** A place: whether it may be recorded on the phone. */
  requirementOpen: 'Ghi {requirement} trên máy',
  /** Its value. */
  yes: 'được',
  /** Its value. */
  no: 'chưa',
  /** A place. */
  name: 'Tên',
  /** A place: the days of an occasion. */
  days: 'Ngày',
  /** A place: planned, put off, cancelled. */
  status: 'Tình trạng',
  /** A place. */
  note: 'Ghi chú',
  /** A place: the boxes of a form. */
  fields: 'Các ô',
  /** A place: the number of the directive. */
  number: 'Số văn bản',
  /** A place: its day. */
  issuedOn: 'Ngày ban hành',
  /** A place: a passage of its text. */
  passage: 'Một đoạn',
  /** Before the old words. */
  before: 'Trước',
  /** Before the new words. */
  after: 'Nay',
  /** In place of words that were or are not there. */
  nothing: '(không có)',
  /** Nothing that is read has changed. */
  small: 'Chỉnh sửa nhỏ, lời không đổi.',
  /** Link from a task to its page. */
  openTask: 'Mở nhiệm vụ này',
  /** Link from an occasion. */
  openCalendar: 'Mở Lịch',
  /** Link from what belongs to the directive's text. */
  openText: 'Mở toàn văn chỉ đạo',
} as const;
