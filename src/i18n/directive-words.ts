/** Chỉ đạo and Lịch: what the province has published, read on the phone. */
export const directiveWords = {
  /** Title of the first page; the same word as its tab. */
  title: 'Chỉ đạo',
  /** Kind and subject of the document; {kind} as “công văn”, {subject}. */
  subject: '{kind}: {subject}',
  /** The document's own number and day; {number} and {date}. */
  numbered: 'Số {number}, ngày {date}',
  /** Its number and day are not in the text that the province published. */
  notNumbered: 'Bản tỉnh gửi chưa có số và ngày ban hành.',
  /** Which version lies on the phone; {version}. */
  onPhone: 'Đã lưu trên máy, bản {version}',
  /** Heading above the tasks. */
  tasksHeading: 'Nhiệm vụ và yêu cầu',
  /** Second line of a task's row; {count} requirements. */
  taskCount: '{count} yêu cầu',
  /** Heading of the document word for word. */
  fullHeading: 'Toàn văn',
  /** Nothing published has arrived yet. */
  notYet: 'Chỉ đạo chưa về đến máy. Mở ứng dụng nơi có sóng một lần.',
  /** Title of one task's page; {task} its number. */
  taskTitle: 'Nhiệm vụ {task}',
  /** Title of the page of the closing obligation. */
  closingTitle: 'Yêu cầu cuối công văn',
  /** Heading above the task's own sentences. */
  wordsHeading: 'Nguyên văn',
  /** Heading above its requirements. */
  requirementsHeading: 'Từng yêu cầu',
  /** Line of a requirement; {when} as the directive's reading gives it. */
  when: 'Thời gian: {when}',
  /** Line of a requirement; {evidence} separated by semicolons. */
  evidence: 'Minh chứng: {evidence}',
  /** Button at a requirement, and for screen readers {requirement} its number. */
  record: 'Ghi hoạt động',
  /** The same for a screen reader; {requirement} as 4.3. */
  recordFor: 'Ghi hoạt động cho yêu cầu {requirement}',
  /** A requirement whose own page comes later. */
  closed: 'Yêu cầu này chưa ghi ở đây.',
  /** A requirement that is not asked of this kind of unit. */
  notForUnit: 'Không giao cho loại đơn vị này.',
  /** A requirement with numbers only. */
  countsOnly: 'Chỉ ghi số, không ghi tên, ghi chú hay đường dẫn.',

  /** Title of the calendar; the same word as its tab. */
  calendarTitle: 'Lịch',
  /** Second line of an occasion that lies ahead; {days} and {tasks} as “2 và 4”. */
  inDays: 'Còn {days} ngày · nhiệm vụ {tasks}',
  /** An occasion that is today or still lasts. */
  isToday: 'Đang diễn ra · nhiệm vụ {tasks}',
  /** An occasion of the past, or one without a day. */
  tasks: 'Nhiệm vụ {tasks}',
  /** An occasion that lasts; {from} and {to} as 13/3. */
  span: 'Từ {from} đến {to}',
  /** An occasion that belongs to no task. */
  noTask: 'Không gắn nhiệm vụ',
  /** It did not take place. */
  cancelled: 'Đã dừng tổ chức',
  /** It takes place at another time. */
  postponed: 'Hoãn',
  /** Its day is not sure. */
  unconfirmed: 'Chưa chốt ngày',
  /** Heading of the occasions without a day. */
  undated: 'Chưa có ngày',
  /** Link that jumps to this month. */
  thisMonth: 'Đến tháng này',
  /** Nothing published has arrived yet. */
  calendarNotYet: 'Lịch chưa về đến máy. Mở ứng dụng nơi có sóng một lần.',
} as const;
