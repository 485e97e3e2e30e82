/**
 * Văn bản: the fixed words of official documents (báo cáo, chương trình), as they stand on paper.
 * Words that an office prints in capitals stand here as sentences do; the page model sets the capitals.
 */
export const documentWords = {
  /** Quốc hiệu, first line of the right block. */
  nationalName: 'Cộng hòa xã hội chủ nghĩa Việt Nam',
  /** Tiêu ngữ, below it; the hyphens stand between spaces. */
  motto: 'Độc lập - Tự do - Hạnh phúc',
  /** Số, ký hiệu: left block; {code} as “05/BC-CĐCS”. */
  code: 'Số: {code}',
  /** Place and date, right block; {place} and {date} as “ngày 05 tháng 6 năm 2020”. */
  placeDate: '{place}, {date}',
  /** A date to be written in by hand; {gap} of blanks, {year}. */
  blankDate: 'ngày{gap}tháng{gap}năm {year}',
  /** Subject of a letter (công văn), under the code; {subject}. */
  letterSubject: 'V/v {subject}',
  /** Before those a document is sent to by name. */
  addresseesLabel: 'Kính gửi:',
  /** One of several addressees that is not the last; {name}. */
  addressee: '- {name};',
  /** The last of several addressees; {name}. */
  lastAddressee: '- {name}.',
  /** A document to one addressee; {name}. */
  onlyAddressee: 'Kính gửi: {name}.',
  /** Above the list of those who get a copy. */
  recipientsLabel: 'Nơi nhận:',
  /** First of that list where the document itself names its addressees. */
  asAbove: 'Như trên',
  /** One of those who get a copy; {name}. */
  recipient: '- {name};',
  /** The last: the file, then the letters of who drafted it. {drafter} is TG. */
  archive: '- Lưu: VT, {drafter}.',
  /** Who signs for the committee of a grassroots union (CĐCS). */
  forCommittee: 'TM. Ban Chấp hành',
  /** Who signs for the standing committee of an upper-level union or the province. */
  forStandingCommittee: 'TM. Ban Thường vụ',
  /** A department signs by order of the standing committee. */
  byOrder: 'TL. Ban Thường vụ',
  /** Position of who signs. */
  chair: 'Chủ tịch',
  /** Stands above the deputy’s own position. */
  forChair: 'KT. Chủ tịch',
  /** Position of who signs. */
  deputy: 'Phó Chủ tịch',
  /** Position of who signs for a department. */
  head: 'Trưởng ban',
  /** Stands above the position of the head’s deputy. */
  forHead: 'KT. Trưởng ban',
  /** Position of who signs for a department. */
  deputyHead: 'Phó Trưởng ban',
  /** What may stand before a name in speech and never before the signer’s name. */
  titlesBeforeName: ['đồng chí', 'đ/c', 'ông', 'bà'],

  /** Type name of a report. */
  report: 'Báo cáo',
  /** Type name of a work programme. */
  programme: 'Chương trình',
  /** Subject of a periodic report; {period} as “6 tháng đầu năm 2020”. */
  reportSubject: 'Kết quả công tác Tuyên giáo Công đoàn {period}',
  /** The same where it looks ahead; {period}, {next} as “6 tháng cuối năm 2020”. */
  reportSubjectAhead: 'Kết quả công tác Tuyên giáo Công đoàn {period}, phương hướng, nhiệm vụ {next}',
  /** Heading of section I of a report. */
  situation: 'Đặc điểm, tình hình',
  /** Heading of section II of a report. */
  results: 'Kết quả thực hiện',
  /** Heading of section III of a report. */
  assessment: 'Đánh giá chung',
  /** Subheading of section III. */
  strengths: 'Ưu điểm',
  /** Subheading of section III. */
  shortcomings: 'Tồn tại, hạn chế',
  /** Subheading of section III. */
  causes: 'Nguyên nhân',
  /** Subheading of section III. */
  models: 'Mô hình, cách làm hay',
  /** Heading of section IV of a report; {next} as “6 tháng cuối năm 2020”, or nothing. */
  plan: 'Phương hướng, nhiệm vụ {next}',
  /** Heading of section V of a report. */
  proposals: 'Đề xuất, kiến nghị',
  /** Last paragraph of a report; {subject} begins with a small letter, {unit} as it is named in a sentence. */
  reportClosing: 'Trên đây là báo cáo {subject} của {unit}./.',

  /** Subject of a work programme; {year}. */
  programmeSubject: 'Công tác Tuyên giáo Công đoàn năm {year}',
  /** Heading of section I of a work programme. */
  purpose: 'Mục đích, yêu cầu',
  /** Heading of section II of a work programme. */
  tasks: 'Nội dung, nhiệm vụ',
  /** Heading of section III of a work programme. */
  arrangement: 'Tổ chức thực hiện',
  /** Last paragraph of a work programme; {unit}, {year}. */
  programmeClosing: 'Trên đây là Chương trình công tác Tuyên giáo Công đoàn năm {year} của {unit}./.',

  /** Label above an appendix. */
  appendix: 'Phụ lục',
  /** Below the title of an appendix; {type} of the document, {code}, {date}, {unit}. */
  appendixOf: '(Kèm theo {type} số {code} {date} của {unit})',
  /** Title of the appendix of a report; {period}. */
  figuresTitle: 'Số liệu công tác Tuyên giáo Công đoàn {period}',
  /** Title of the appendix of a work programme; {year}. */
  scheduleTitle: 'Tiến độ thực hiện công tác Tuyên giáo Công đoàn năm {year}',
  /** Heading of the column of running numbers. */
  orderColumn: 'TT',
  /** Heading of the column of indicators. */
  contentColumn: 'Nội dung',
  /** Heading of the column of units of measure. */
  unitColumn: 'Đơn vị tính',
  /** Heading of the column of figures. */
  quantityColumn: 'Số lượng',
  /** Heading of the last column. */
  noteColumn: 'Ghi chú',
  /** Heading of the column of a programme’s items. */
  workColumn: 'Nội dung công việc',
  /** Heading of the column of their days. */
  timeColumn: 'Thời gian',
  /** Heading of the column of who answers for them. */
  responsibleColumn: 'Phụ trách',

  /** Word and other programs list a document’s styles by these names. */
  styleNationalName: 'VB Quốc hiệu',
  /** As above. */
  styleMotto: 'VB Tiêu ngữ',
  /** As above. */
  styleSuperior: 'VB Cơ quan chủ quản',
  /** As above. */
  styleIssuer: 'VB Cơ quan ban hành',
  /** As above. */
  styleCode: 'VB Số, ký hiệu',
  /** As above. */
  styleLetterSubject: 'VB Trích yếu công văn',
  /** As above. */
  stylePlaceDate: 'VB Địa danh, thời gian',
  /** As above. */
  styleTypeName: 'VB Tên loại',
  /** As above. */
  styleSubject: 'VB Trích yếu',
  /** As above. */
  styleOnlyAddressee: 'VB Kính gửi',
  /** As above. */
  styleAddresseesLabel: 'VB Kính gửi nhiều nơi',
  /** As above. */
  styleAddressee: 'VB Nơi được gửi',
  /** As above. */
  styleSection: 'VB Mục lớn',
  /** As above. */
  styleItem: 'VB Mục nhỏ',
  /** As above. */
  styleParagraph: 'VB Nội dung',
  /** As above. */
  stylePoint: 'VB Gạch đầu dòng',
  /** As above. */
  styleAuthority: 'VB Quyền hạn, chức vụ',
  /** As above. */
  styleSignerName: 'VB Họ tên người ký',
  /** As above. */
  styleRecipientsLabel: 'VB Nơi nhận',
  /** As above. */
  styleRecipient: 'VB Danh sách nơi nhận',
  /** As above. */
  styleAppendixLabel: 'VB Phụ lục',
  /** As above. */
  styleAppendixTitle: 'VB Tên phụ lục',
  /** As above. */
  styleAppendixReference: 'VB Kèm theo',
  /** As above. */
  styleColumnHeading: 'VB Đầu cột',
  /** As above. */
  styleCellText: 'VB Ô chữ',
  /** As above. */
  styleCellCentred: 'VB Ô giữa',
  /** As above. */
  styleCellNumber: 'VB Ô số',
  /** As above. */
  styleGroupName: 'VB Tên nhóm',
  /** As above. */
  styleGroupOrder: 'VB Số nhóm',
  /** As above. */
  stylePartOf: 'VB Trong đó',
  /** As above. */
  stylePageNumber: 'VB Số trang',
  /** As above. */
  styleRule: 'VB Đường kẻ',
  /** First sentence of a periodic report; {year}, {unit}. */
  reportLead: 'Thực hiện định hướng công tác Tuyên giáo năm {year} của LĐLĐ tỉnh, {unit} báo cáo kết quả như sau:',
  /** First sentence of a work programme; {year}, {unit}. */
  programmeLead: 'Thực hiện định hướng công tác Tuyên giáo năm {year} của LĐLĐ tỉnh, {unit} xây dựng chương trình như sau:',
  /** Section I of a work programme, one line a paragraph. */
  programmePurpose: 'Cụ thể hóa các nhiệm vụ tuyên giáo Công đoàn trong năm phù hợp với điều kiện của đơn vị.\nMỗi việc có thời gian, có bộ phận phụ trách; kết quả được ghi và báo cáo theo quy định.',
  /** Section III of a work programme. */
  programmeArrangement: 'Ban Chấp hành phân công, theo dõi và đôn đốc việc thực hiện chương trình; kết quả từng việc được ghi ngay sau khi làm và báo cáo định kỳ về công đoàn cấp trên.',
  /** In the schedule of a work programme, the group of the unit’s own items. */
  programmeOwn: 'Việc riêng của đơn vị',
  /** Whom the province reports to. */
  confederation: 'Tổng Liên đoàn Lao động Việt Nam',
  /** Last item of section II of a sum: the units that are not in its figures. */
  notIncluded: 'Đơn vị chưa có trong số liệu',
  /** Its text; {names} with semicolons between. */
  notIncludedText: 'Số liệu chưa gồm các đơn vị chưa có báo cáo được duyệt: {names}.',
  /** Letters of the issuer in a code, where its name does not begin with them: a federation, a sector union, the public employees' union, a grassroots union. */
  codeFederation: 'LĐLĐ',
  codeSector: 'CĐN',
  codePublicEmployees: 'CĐVC',
  codeGrassroots: 'CĐCS',
  /** In place of a name that the phone does not know: room for a pen. */
  blankName: '………………',
} as const;
