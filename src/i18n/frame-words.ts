/** What the first frame shows, before the app is there; apart, so that it weighs next to nothing. */
export const frameWords = {
  /** Title of the tab on the home page. */
  homeTitle: 'Việc cần làm',
  /** After the page's name in the title of the tab. */
  productShort: 'Sổ tay Công đoàn',
  /** The product, in small letters above the unit's name. */
  product: 'Sổ tay Công đoàn Điện Biên',
  /** Button with a sun: white page, black letters, for bright sunlight. */
  sun: 'Ngoài trời nắng',
  /** The bottom tabs, for screen readers. */
  tabs: 'Mục chính',
  /** First tab: what is to be done. */
  tabTasks: 'Việc',
  /** Second tab: the directive. */
  tabDirective: 'Chỉ đạo',
  /** Third tab: the calendar of occasions. */
  tabCalendar: 'Lịch',
  /** Fourth tab: what was sent and what waits. */
  tabOutbox: 'Sổ gửi',
  /** Line under the bar in the sample mode; {date} the day that stands for today. */
  sample: 'Dữ liệu mẫu · ngày làm việc {date}',
  /** Quiet link beside it. */
  help: 'Trợ giúp',
  /** The main button of the home page, and the title of the form. */
  record: 'Ghi hoạt động',
  /** Button beside it: opens the camera, words come later. */
  take: 'Chụp',
  /** Button where the notebook cannot be read: its raw rows as a file. */
  rescue: 'Xuất tệp cứu dữ liệu',
  /** What makes the file is not on the phone, and there is no network. */
  rescueMissing: 'Chưa xuất được tệp. Kết nối mạng rồi thử lại.',
} as const;
