/** What a report is called and when it is due: the words that home and the lists need, apart from its pages. */
export const reportTitleWords = {
  /** A report in rows and as a heading; {period} in small letters, on home without its year. */
  shortTitle: 'Báo cáo {period}',
  /** The same of figures that are only looked at: quarter II, nine months. */
  viewTitle: 'Số liệu {period}',
  /** {period} of a report about an occasion; {occasion} as the calendar calls it. */
  thematicPeriod: 'chuyên đề {occasion}',
  /** {period} of a report about one day; {date}. */
  flashPeriod: 'nhanh ngày {date}',
  /** A report in lists and as a heading where the phone has no calendar. */
  plainTitle: 'Báo cáo định kỳ',
  /** Under a row; {date} day and month. */
  dueOn: 'Hạn {date}',
  /** The same with how much stands there by itself; {date}, {done} of {all}. */
  dueProgress: 'Hạn {date} · đã điền sẵn {done}/{all} mục',
  /** Late; {date}, {days}. */
  late: 'Quá hạn {days} ngày (hạn {date})',
  /** Late, with progress. */
  lateProgress: 'Quá hạn {days} ngày · đã có {done}/{all} mục',
  /** A row; {task}, {short}. */
  taskRow: '{task}. {short}',
  /** Button on the page of its record. */
  open: 'Mở báo cáo',
  /** Link to the list, at the end of longer pages. */
  all: 'Các báo cáo của đơn vị',
} as const;
