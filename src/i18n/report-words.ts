/** Reports: what is asked before one is sent. */
import type { ReportWarning } from '../domain/report-check.ts';
import type { LocalDate } from '../domain/time.ts';
import { dateText, numberText } from './format.ts';
import { fill } from './say.ts';

/** By the kind of a soft warning; each is a question with the answer “Đúng”. */
export const reportWarningWords = {
  /** The period still runs; {to}: its last day. */
  early: 'Kỳ này đến {to} mới chốt. Gửi bây giờ thì việc làm sau đó không có trong báo cáo. Vẫn gửi chứ?',
  /** The province has published a newer list of indicators since. */
  'old-version': 'Tỉnh đã có danh mục chỉ tiêu mới hơn. Báo cáo này vẫn hợp lệ theo danh mục cũ. Vẫn gửi chứ?',
  /** {label}: the indicator, {value}: its number, {members}: members of the unit. */
  'many-people': '{label}: {value}, trong khi đơn vị có {members} đoàn viên. Số này đúng chứ?',
  /** {label}: a number that only the officer knows. */
  'not-entered': '{label}: chưa ghi. Đơn vị chưa có số này chứ?',
  /** A section of the text without a word. */
  'section-empty': 'Mục này chưa viết gì. Vẫn để trống chứ?',
  /** {count}: units below without an approved report. */
  'not-reported': 'Còn {count} đơn vị chưa có báo cáo được duyệt. Số tổng hợp chưa gồm các đơn vị này. Vẫn gửi chứ?',
} as const satisfies Record<ReportWarning['kind'], string>;

/** The question of a soft warning, its numbers and days as offices write them. */
export function reportWarningText({ kind, blanks }: ReportWarning): string {
  return fill(reportWarningWords[kind], Object.fromEntries(Object.entries(blanks).map(([name, value]) => {
    if (typeof value === 'number') return [name, numberText(value)];
    return [name, name === 'to' ? dateText(value as LocalDate) : value];
  })));
}

/** The pages of a report on the phone. */
export const reportPageWords = {
  /** Box of a report that a colleague mended meanwhile, at the same place and differently. */
  twoVersions: 'Có hai bản khác nhau',
  /** Its text. */
  twoVersionsText: 'Tỉnh đang giữ bản khác ở những chỗ sau. Xem kỹ, sửa cho đúng rồi gửi lại.',
  /** The same before what the province holds was pulled. */
  twoVersionsUnread: 'Bản tỉnh đang giữ chưa về máy. Có sóng thì mở lại để xem chỗ khác nhau.',
  /** One line of it; {label} of the figure, both numbers. */
  ownAndOther: '{label}: máy này {own}, tỉnh đang giữ {other}',
  /** One line of it; {label} of the part, {text} as the province holds it. */
  otherText: '{label}, bản tỉnh đang giữ: {text}',
  /** At a report that a colleague has sent, while a draft of this officer lies here. */
  strayDraft: 'Đồng nghiệp đã gửi báo cáo kỳ này. Trên máy còn bản nháp chưa gửi.',
  /** Button under it: the draft goes on as an edit of what was sent. */
  adoptDraft: 'Sửa báo cáo theo bản nháp này',
  /** Heading of the list. */
  listTitle: 'Báo cáo của đơn vị',
  /** Above the reports that are owed. */
  owed: 'Đến hạn và sắp đến hạn',
  /** Above the work programme of the year. */
  programme: 'Chương trình công tác',
  /** Above those that were handed in. */
  handedIn: 'Đã gửi',
  /** Nothing is owed. */
  noneOwed: 'Không có báo cáo nào phải gửi trong một năm tới.',
  /** Before the published calendar has come. */
  notPublished: 'Máy chưa có lịch báo cáo của tỉnh. Kết nối mạng một lần để tải về.',
  /** Under the title: {from}, {to}. */
  span: 'Số liệu từ {from} đến {to}',
  /** When it was last kept; {time}. */
  kept: 'Đã tự lưu trên máy lúc {time}',
  /** The phone refused to keep it. */
  notKept: 'Chưa lưu được trên máy',
  /** Progress; {done} of {all}. */
  filled: 'Đã đủ {done}/{all} mục',
  /** Spoken name of the foot of a page. */
  foot: 'Bước tiếp',
  /** Button. */
  check: 'Xem lại và gửi',
  /** Above the nine rows. */
  results: 'II. Kết quả thực hiện',
  /** Above sections I, III, IV, V. */
  story: 'Phần viết',
  /** Where a task's figures stand. */
  done: 'Đã đủ',
  partly: 'Thiếu số liệu',
  none: 'Chưa có',
  /** A section without a word. */
  empty: 'Chưa viết',
  /** Sections. */
  situation: 'I. Đặc điểm, tình hình',
  assessment: 'III. Đánh giá chung',
  direction: 'IV. Phương hướng, nhiệm vụ',
  proposal: 'V. Đề xuất, kiến nghị',
  /** Label of a section's box. */
  sectionText: 'Nội dung',
  /** Fold under a figure; {count}. */
  from: 'từ {count} hoạt động',
  /** Under a figure that nothing entered. */
  fromNone: 'Chưa có hoạt động nào trong kỳ',
  /** Under a figure that was changed; {value} computed. */
  computed: 'Máy tính: {value}',
  /** Button beside it. */
  takeComputed: 'Lấy lại số máy tính',
  /** Label; a changed figure. */
  reason: 'Lý do sửa',
  /** Hint of a reason. */
  reasonHint: 'Một câu, ví dụ: còn một buổi chưa ghi vào sổ.',
  /** Label beside a figure. */
  women: 'Trong đó nữ',
  /** Beside it; {count} activities without the number of women. */
  womenMissing: '{count} hoạt động chưa ghi số nữ',
  /** Hint at a box of a number that only the officer knows. */
  entered: 'Đồng chí tự ghi. Chưa có thì để trống.',
  /** A figure that is counted elsewhere. */
  counted: 'Tỉnh tự đếm, không phải ghi.',
  /** Button: nothing happened in this task. */
  nothing: 'Không phát sinh',
  /** Beside it. */
  nothingHint: 'Ghi 0 vào các ô còn trống của nhiệm vụ này.',
  /** Heading of the paragraph. */
  paragraph: 'Đoạn viết cho nhiệm vụ này',
  paragraphHint: 'Máy soạn sẵn từ các hoạt động. Đồng chí sửa tự do.',
  /** Buttons at the foot of a page of a task. */
  next: 'Xong, về danh sách',
  backToCheck: 'Xong, về trang xem lại',
  /** A figure of a task without any for this unit. */
  noFigures: 'Nhiệm vụ này không có chỉ tiêu nào của đơn vị.',
  /** Notice: {count} activities that are counted. */
  notApproved: 'Số liệu gồm {count} hoạt động chưa được duyệt:',
  /** Notice: {count}. */
  leftOut: '{count} hoạt động trong kỳ chưa được tính vì đang chờ bổ sung hoặc chưa gửi được:',
  /** Notice; {count}. */
  since: '{count} hoạt động của kỳ được ghi sau khi lập báo cáo, chưa có trong số liệu:',
  /** Button. */
  again: 'Tính lại số liệu',
  /** Heading of the last page. */
  checkTitle: 'Xem lại trước khi gửi',
  /** Link at a group. */
  mend: 'Sửa',
  /** A box without a number. */
  blank: 'chưa ghi',
  /** A figure with its women; {value}, {women}. */
  withWomen: '{value} (nữ {women})',
  /** Sentence at the checkbox. */
  declare: 'Tôi xác nhận số liệu đúng với thực tế đơn vị.',
  /** Asked where it was left open. */
  declareMissing: 'Đánh dấu xác nhận số liệu trước khi gửi.',
  /** Title of the box of problems; {count}. */
  problems: 'Cần xem lại {count} chỗ',
  /** Title of the box of questions. */
  questions: 'Xem lại giúp, đúng thì gửi tiếp',
  /** Its button. */
  sendAnyway: 'Đúng, gửi báo cáo',
  /** Button; {title} of the period in small letters. */
  send: 'Gửi báo cáo {period}',
  /** Of a report that was received; {number}. */
  receipt: 'Biên nhận {number}',
  /** A report that is at the province or on its way. */
  toRecord: 'Xem quá trình và biên nhận',
  change: 'Sửa và gửi lại',
  /** Returned. */
  returned: 'Cần bổ sung',
  returnedBefore: 'Cần bổ sung trước {date}',
  startMending: 'Bổ sung báo cáo',
  remark: '{place}: {text}',
  /** Above what was changed since; {field}, {before}, {after}. */
  changes: 'Đã sửa so với bản trước',
  changed: '{label}: {before} → {after}',
  // ---- of an upper union ----
  /** Heading of the units whose reports are added; {done} of {all} are in the sum. */
  unitsBelow: 'Đơn vị báo cáo về',
  unitsDone: 'Đã cộng {done}/{all}',
  /** Tags at a unit: its report is in the sum; approved after the sum was made; approved in another edition since. */
  unitAdded: 'Đã cộng',
  unitLate: 'Đến sau, chưa cộng',
  unitEdited: 'Đã sửa, chưa tính lại',
  /** In the sum, and no longer approved. */
  unitGone: 'Đã rút, còn trong số tổng hợp',
  /** Not in the sum: waits for a decision; was returned; nothing has come. */
  unitWaiting: 'Chờ duyệt',
  unitReturned: 'Đã trả lại',
  unitNone: 'Chưa gửi',
  /** Fold under a figure of a sum; {units} that gave to it, {own} activities of the union itself. */
  fromUnits: 'từ {units} đơn vị và {own} hoạt động của mình',
  /** The same without any of its own. */
  fromUnitsOnly: 'từ {units} đơn vị',
  /** One unit's part; {unit}, {value}. */
  share: '{unit}: {value}',
  /** The part of the union's own activities, within the sum; {value}. */
  ownShare: 'Hoạt động của mình: {value}',
  /** Beside a count of units: what the union has itself, not counted; {value}. */
  ownBeside: 'Riêng của mình: {value}, không cộng vào',
  /** Measure of a yes or no where an upper union counts who has it. */
  countedUnits: 'đơn vị có',
  /** Under a figure of a sum to which nobody gave. */
  fromNobody: 'Chưa đơn vị nào có số này',
  /** Under a figure of a sum that was changed; {value} as it was added. */
  added: 'Cộng được: {value}',
  /** Label of the reason there, and its hint. */
  correction: 'Lý do điều chỉnh',
  correctionHint: 'Một câu. Số của từng đơn vị giữ nguyên, dòng này ghi rõ là điều chỉnh.',
  /** Button beside it. */
  takeAdded: 'Lấy lại số cộng được',
  /** Notice: reports that came to a sum since; {count}. */
  sinceSum: '{count} báo cáo cấp dưới thay đổi sau khi tổng hợp:',
  /** One of them; {unit}, {what} in small letters. */
  sinceLine: '{unit} ({what})',
  sinceLate: 'mới duyệt',
  sinceEdited: 'đã sửa và duyệt lại',
  sinceGone: 'không còn bản được duyệt',
  /** Above the units that are not in a sum, before it is sent; {count}. */
  notInSum: 'Chưa gồm {count} đơn vị:',
  /** Above the units whose reports were approved on this phone and are in the sum, before it is sent; {count}. */
  unsent: 'Số tổng hợp gồm {count} báo cáo mới đồng ý trên máy này, quyết định chờ gửi:',
  /** Under them. */
  unsentHint: 'Quyết định đi trước báo cáo tổng hợp. Nếu có quyết định không được tính, mở lại báo cáo này để tính lại.',
  /** In place of a share of all grassroots unions that has no number; {units} by name. */
  lacking: 'Chưa tính được vì chưa biết hết số CĐCS: thiếu báo cáo được duyệt của {units}.',
  /** {units}, where they are many; {count} further ones. */
  andMore: '{units} và {count} đơn vị khác',

  // ---- a corrected figure, where it is read ----
  /** Under a figure in the check and in what was sent; {computed} by the machine, {reason}. */
  correctedLine: 'Máy tính {computed}. Sửa vì: {reason}',
  /** The same of a sum. */
  correctedSum: 'Cộng được {computed}. Điều chỉnh: {reason}',
  /** In place of a reason that was not written yet. */
  noReason: 'chưa ghi lý do',
  /** In the column Ghi chú of the appendix; {computed}, {reason}. */
  noteCorrected: 'Điều chỉnh từ {computed}: {reason}',

  // ---- versions, units, views ----
  /** Notice: the province has published a newer list of indicators; {now} its version, {own} of this report. */
  newerList: 'Tỉnh đã có danh mục chỉ tiêu mới (bản {now}). Báo cáo này viết theo bản {own}, vẫn gửi được.',
  /** Under it: lines that the newer list has no more, in which something was written; {lines}. */
  goesWith: 'Tính theo bản mới thì không còn các dòng đã ghi này: {lines}',
  /** Its button. */
  againNewest: 'Tính lại theo bản mới',
  /** Notice: words of this period that were written for another unit are on the phone. */
  elsewhere: 'Trên máy còn phần đã viết cho kỳ này khi ở đơn vị khác.',
  /** Its button: takes over texts, never figures. */
  takeWords: 'Lấy phần lời sang báo cáo này',
  /** Notice at a report that the province has set aside because the phone no longer writes for that unit; {who} to call. */
  quarantined: 'Tỉnh để riêng bản này vì máy không còn ghi cho đơn vị đó. Gọi {who} để xin mã kích hoạt của đơn vị hiện nay, nhập mã rồi lập lại. Phần đã viết vẫn giữ trên máy.',
  /** {who}, where the province has no telephone published, and with it. */
  province: 'LĐLĐ tỉnh',
  provincePhone: 'LĐLĐ tỉnh ({phone})',
  /** Heading of figures that are looked at and not sent. */
  views: 'Số liệu để xem và in',
  /** At the top of one. */
  viewOnly: 'Chỉ để xem và in. Kỳ này không phải gửi báo cáo.',
  /** Under it, on the phone of an upper union, where no reports below can be put together to this period. */
  viewOwn: 'Đơn vị cấp dưới không gửi báo cáo kỳ này: số liệu chỉ gồm hoạt động của đơn vị mình.',
  /** The same where they can; {done} of {all} units, {how} from which reports. */
  viewBelow: 'Gồm hoạt động của đơn vị mình và số của {done}/{all} đơn vị báo cáo về. Số đó lấy từ báo cáo đã duyệt: {how}.',
  /** One report of {how}; {period} in small letters. */
  viewReport: 'báo cáo {period}',
  /** Two of them, the second added or taken away; {one} may be such a pair itself. */
  viewPlus: '{one} cộng {next}',
  viewMinus: '{one} trừ {next}',
  /** Under it, where something is taken away: an activity that came after the earlier report was made. */
  viewLate: 'Việc của kỳ trước mà đơn vị ghi muộn cũng nằm trong số này.',
  /** Above the units that are not in it; {count}. */
  viewNotIn: 'Chưa gồm {count} đơn vị, vì chưa đủ các báo cáo đó được duyệt:',
  /** Link in a quarter's report to the sum beside it; {title}. */
  besides: 'Xem {title}',
  /** Row of the list where the province asks for flash reports; begins one of today. */
  flash: 'Lập báo cáo nhanh hôm nay',
  flashHint: 'Khi có việc đột xuất phải báo ngay.',
  /** Papers. */
  papers: 'Tệp và bản in',
  word: 'Tệp Word',
  print: 'In',
  sheet: 'Phụ lục Excel',
  made: 'Đã lưu tệp {file} vào mục Tải xuống.',
  notMade: 'Chưa làm được tệp. Bấm lại một lần nữa.',
  caption: '{title} của {unit}',
  yes: 'Có',
  no: 'Không',
} as const;
