/** Lịch: the agenda of a working year, and the file that carries it into another calendar. */
export const calendarWords = {
  /** Title of the calendar. */
  title: 'Lịch',
  /** No occasion in the calendar at all. */
  missing: 'Lịch chưa tải về máy. Cần có mạng một lần.',
  /** Heading between the two buttons that change the year; {year} from 1/12 of the year before to 30/11. */
  year: 'Năm công tác {year}',
  /** Button with an arrow, for screen readers; {year} it leads to. */
  toYear: 'Sang năm công tác {year}',
  /** Below the heading; {date} of today, {lunar} as “23/4 âm lịch”. */
  today: 'Hôm nay {date} · {lunar}',
  /** Below the heading of a year that the province has not published; {year} of the calendar it is computed from. */
  computed: 'Máy tính ngày và số năm từ lịch {year}. Ngày tổ chức chờ tỉnh thông báo.',
  /** A lunar date; {day} and {month}. */
  lunarDate: '{day}/{month} âm lịch',
  /** A lunar date of a leap month; {day} and {month}. */
  lunarLeapDate: '{day}/{month} nhuận âm lịch',
  /** Second line; {days} to go. */
  inDays: 'Còn {days} ngày',
  /** Second line. */
  tomorrow: 'Ngày mai',
  /** Second line. */
  now: 'Hôm nay',
  /** Second line: lasts today; {date} its last day. */
  until: 'Đang diễn ra, đến {date}',
  /** Second line and status: its day has passed, and nobody said whether it was held. */
  past: 'Đã qua',
  /** Status: ahead. */
  planned: 'Dự kiến',
  /** Status: today, or until a later day. */
  ongoing: 'Đang diễn ra',
  /** Second line and status: it was held. */
  held: 'Đã diễn ra',
  /** Tag and status of an occasion that was called off. */
  cancelled: 'Dừng tổ chức',
  /** Tag and status of an occasion that was put off. */
  postponed: 'Hoãn, chờ ngày mới',
  /** Tag and status of an occasion whose day is not sure. */
  unconfirmed: 'Chưa chốt ngày',
  /** After the second line; {tasks} as “2 và 4”. */
  ofTasks: 'nhiệm vụ {tasks}',
  /** Label in the unfolded row: the full day. */
  dayLabel: 'Ngày',
  /** Its value where it lasts longer; {from} and {to}. */
  dayRange: '{from} đến {to}',
  /** Label in the unfolded row: the lunar day. */
  lunarLabel: 'Âm lịch',
  /** Label in the unfolded row. */
  statusLabel: 'Tình trạng',
  /** Label in the unfolded row: what the province noted. */
  noteLabel: 'Ghi chú',
  /** Heading in the unfolded row: links to the tasks that the occasion belongs to. */
  tasksLabel: 'Thuộc nhiệm vụ',
  /** Link to a task; {task} its number, {short} its short wording. */
  task: '{task}. {short}',
  /** Above the button of an occasion: what could be recorded; {title} of such an activity. */
  suggestion: 'Gợi ý: {title}',
  /** Button at an occasion. */
  record: 'Ghi hoạt động dịp này',
  /** The same for screen readers; {occasion} its title. */
  recordFor: 'Ghi hoạt động dịp này: {occasion}',
  /** Heading of occasions without a day. */
  undated: 'Chưa định ngày',
  /** A month that holds nothing. */
  emptyMonth: 'Tháng này không có ngày lễ lớn.',
  /** Button: makes a file for the phone's own calendar. */
  exportFile: 'Xuất lịch (.ics)',
  /** Below that button, before it is pressed. */
  exportHint: 'Đưa các ngày của năm vào lịch của máy, nhắc trước 7, 3 và 1 ngày.',
  /** Below that button, after the file was handed to the browser; {file} its name. */
  exportDone: 'Đã tạo tệp {file}. Mở tệp để thêm vào lịch của máy.',
  /** Below that button: the browser could not make the file. */
  exportFailed: 'Trình duyệt không tạo được tệp. Mở sổ tay bằng Chrome hoặc Safari rồi thử lại.',
  /** Name of the list in the other calendar; {year}. */
  fileTitle: 'Lịch Công đoàn {year}',
  /** Line in an event of the file; {tasks} as “2, 5”. */
  fileTasks: 'Nhiệm vụ {tasks}',
  /** Reminder of an event of the file; {days} before {title}. */
  fileAlarm: 'Còn {days} ngày: {title}',
} as const;
