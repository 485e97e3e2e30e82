/** The work programme: its pages on the phone, and what is asked before one is sent. */
import type { ProgrammeWarning } from '../domain/programme-check.ts';
import type { ItemState } from '../domain/programme-progress.ts';
import type { MonthSpan } from '../domain/month-span.ts';
import { wholeYear } from '../domain/month-span.ts';
import { fill, say } from './say.ts';

/** By the kind of a soft warning; each is a question with the answer “Đúng”. */
export const programmeWarningWords = {
  /** {task}: its number. Nothing of it was kept. */
  'task-left-out': 'Nhiệm vụ {task} không còn việc nào trong chương trình. Đơn vị không làm nhiệm vụ này trong năm chứ?',
  /** {count}: items without a role. */
  'role-missing': '{count} việc chưa ghi bộ phận phụ trách. Vẫn để trống chứ?',
  /** An item of the directive that is not given to such a unit. */
  'not-for-unit': 'Công văn không giao việc này cho loại hình của đơn vị. Vẫn đưa vào chứ?',
} as const satisfies Record<ProgrammeWarning['kind'], string>;

export function programmeWarningText({ kind, blanks }: ProgrammeWarning): string {
  return fill(programmeWarningWords[kind], blanks);
}

export const programmeWords = {
  /** The programme in lists and as a heading; {year}. */
  title: 'Chương trình công tác năm {year}',
  /** The same where no year is known, and of a remark at the programme as a whole. */
  plainTitle: 'Chương trình công tác',
  /** In place of an item that was removed. */
  gone: 'Việc này không còn trong chương trình.',
  /** Of a programme that a later version wrote in a shape of its own. */
  unreadable: 'Bản ứng dụng này chưa đọc được chương trình. Cập nhật ứng dụng rồi mở lại.',
  /** Before the directive was downloaded. */
  notPublished: 'Máy chưa có công văn của tỉnh. Kết nối mạng một lần để tải về.',
  /** Who answers for most items of a grassroots union. */
  roleUnit: 'Ban Chấp hành CĐCS',
  /** The same of an upper union. */
  roleUpper: 'Ban Thường vụ',
  /** Further roles, each a choice; the first only of a grassroots union. */
  roleChair: 'Chủ tịch CĐCS',
  roles: ['Ban Nữ công', 'Các tổ công đoàn', 'Cán bộ tuyên giáo'],
  /** Above the list; {count} items were proposed. */
  proposed: 'Máy đã xếp {count} việc theo công văn, có tháng và bộ phận phụ trách. Xem từng nhiệm vụ, sửa chỗ cần sửa.',
  /** The same once something was changed; {count} items. */
  planned: 'Chương trình có {count} việc.',
  /** Beside a task; {count} items. */
  count: '{count} việc',
  /** Heading of the unit's own items. */
  own: 'Việc riêng của đơn vị',
  /** Where there is none. */
  ownNone: 'Việc đơn vị tự đặt ra, ngoài công văn.',
  /** Button. */
  addOwn: 'Thêm việc riêng',
  /** A row; {months}, {role}. */
  row: '{months} · {role}',
  /** An item that was taken out. */
  takenOut: 'Không đưa vào chương trình',
  /** A new item without its title. */
  untitled: 'Việc chưa có tên',
  /** Months of an item: one, several, the whole year, none; {month}, {from}, {to}. */
  oneMonth: 'Tháng {month}',
  months: 'Tháng {from} đến tháng {to}',
  /** The same where it begins in December of the year before; {before}, {to}, {year}. */
  decemberOnly: 'Tháng 12/{before}',
  fromDecember: 'Tháng 12/{before} đến tháng {to}/{year}',
  wholeYear: 'Cả năm',
  noMonths: 'Chưa chọn tháng',
  /** On a month’s button, above its number. */
  month: 'Tháng',
  /** In place of its number, where the working year begins; {year} is the year before. */
  decemberBefore: '12/{year}',
  /** A month in the calendar of progress; {month}. */
  monthChip: 'T{month}',
  /** Title of an item’s page; {requirement}. */
  itemTitle: 'Việc {requirement}',
  /** What the directive says of the time; {when}. */
  when: 'Công văn: {when}',
  /** Label of the title of an own item. */
  titleLabel: 'Tên việc',
  titleHint: 'Hoạt động có tên bắt đầu như vậy sẽ được tính cho việc này.',
  /** Label of the months. */
  monthsLabel: 'Tháng thực hiện',
  monthsHint: 'Bấm một tháng. Làm nhiều tháng thì bấm thêm tháng cuối.',
  /** Label of the role. */
  roleLabel: 'Bộ phận phụ trách',
  roleHint: 'Ghi chức danh hoặc bộ phận, không ghi tên người.',
  /** Label of the box for another role. */
  roleOther: 'Ghi bộ phận khác',
  /** Buttons of an item. */
  takeOut: 'Không đưa vào chương trình',
  putBack: 'Đưa vào chương trình',
  remove: 'Xóa việc này',
  /** In the bar with “Hoàn tác”, for eight seconds after it. */
  removed: 'Đã xóa việc.',
  /** Its button. */
  sendAnyway: 'Đúng, gửi chương trình',
  /** Sentence at the checkbox. */
  declare: 'Ban Chấp hành đã thống nhất chương trình này.',
  /** Asked where it was left open. */
  declareMissing: 'Đánh dấu xác nhận trước khi gửi.',
  /** Button; {year}. */
  send: 'Gửi chương trình năm {year}',
  /** Fold of what was taken out; {count}. */
  takenOutCount: '{count} việc không đưa vào chương trình',
  startMending: 'Bổ sung chương trình',
  /** {title} of an item, {before} and {after} its months and role. */
  changed: '{title}: {before} → {after}',
  /** In place of months and role, of an item that was not there. */
  absent: 'chưa có',
  twoVersionsText: 'Tỉnh đang giữ bản khác ở những việc sau. Xem kỹ, sửa cho đúng rồi gửi lại.',
  /** One line of it; {title}, months and role in both. */
  ownAndOther: '{title}: máy này {own}; tỉnh đang giữ {other}',
  /** At a programme that a colleague has sent, while a draft of this officer lies here. */
  strayDraft: 'Đồng nghiệp đã gửi chương trình năm này. Trên máy còn bản nháp chưa gửi.',
  /** Button under it: the draft goes on as an edit of what was sent. */
  adoptDraft: 'Sửa chương trình theo bản nháp này',
  /** Heading of the progress; at its right {done} of {all}. */
  progress: 'Tiến độ',
  progressCount: 'Xong {done}/{all} việc',
  progressHint: 'Máy tự tính từ hoạt động đã ghi, không phải đánh dấu.',
  /** A month of the calendar of progress, spoken; {month}, {done} of {all} items that end in it. */
  monthProgress: 'Tháng {month}: xong {done}/{all} việc',
  monthEmpty: 'Tháng {month}: không có việc đến hạn',
  /** Headings of the groups; {count}. */
  late: 'Trễ ({count})',
  thisMonth: 'Tháng này ({count})',
  running: 'Làm trong nhiều tháng ({count})',
  ahead: 'Chưa đến tháng ({count})',
  done: 'Đã xong ({count})',
  untold: 'Không ghi bằng hoạt động ({count})',
  untoldHint: 'Việc này không ghi bằng hoạt động nên máy không đếm được.',
  /** Nothing is due this month. */
  nothingDue: 'Tháng này không còn việc nào đến hạn.',
  /** Beside an item; {count} activities. */
  deeds: '{count} hoạt động',
  deedsLate: '{count} hoạt động, sau tháng đã định',
  noDeeds: 'chưa có hoạt động',
  /** A row; {months}, {told} how many activities. */
  progressRow: '{months} · {told}',
  /** Button of an item, and the same spoken with its {title}. */
  record: 'Ghi hoạt động',
  recordFor: 'Ghi hoạt động: {title}',
  /** Button of the item that asks for reports. */
  toReports: 'Mở báo cáo',
  /** Link to another year’s programme; {year}. */
  otherYear: 'Chương trình công tác năm {year}',
  /** Of a year that is over. */
  yearClosed: 'Năm {year} đã khép. Chương trình chỉ để xem.',
  /** The same where the unit has none of it. */
  yearClosedNone: 'Năm {year} đã khép. Đơn vị không có chương trình của năm đó.',
} as const;

/** How far an item is, in one word. */
export const itemStateWords = {
  /** Its time is over and nothing was recorded. */
  late: 'Trễ',
  /** Its time runs and nothing was recorded. */
  due: 'Chưa làm',
  /** Recorded, and its months still run. */
  begun: 'Đang làm',
  /** Recorded, and its time is over. */
  done: 'Đã xong',
  /** Its time has not come. */
  ahead: 'Chưa đến tháng',
  /** No activity is recorded for it. */
  untold: 'Máy không đếm',
} as const satisfies Record<ItemState, string>;

/** “Tháng 5”, “Tháng 5 đến tháng 9”, “Tháng 12/2019 đến tháng 3/2020”, “Cả năm”. @param year the working year. */
export function monthsText(months: MonthSpan | null, year: number): string {
  if (months === null) return programmeWords.noMonths;
  const { from, to } = months;
  const before = year - 1;
  if (from === to) return from === 12 ? say(programmeWords.decemberOnly, { before }) : say(programmeWords.oneMonth, { month: from });
  if (from === wholeYear.from && to === wholeYear.to) return programmeWords.wholeYear;
  return from === 12 ? say(programmeWords.fromDecember, { before, to, year }) : say(programmeWords.months, { from, to });
}

/** Months and role in one line; the months alone where nobody is named. */
export function planText({ months, responsible }: { readonly months: MonthSpan | null; readonly responsible: string }, year: number): string {
  const text = monthsText(months, year);
  return responsible.trim() === '' ? text : say(programmeWords.row, { months: text, role: responsible });
}

/** The same of an item before or after a change: also of one that was taken out, or was not there. */
export function itemPlanText(item: { readonly months: MonthSpan | null; readonly responsible: string; readonly isKept: boolean } | undefined, year: number): string {
  if (!item) return programmeWords.absent;
  return item.isKept ? planText(item, year) : programmeWords.takenOut;
}
