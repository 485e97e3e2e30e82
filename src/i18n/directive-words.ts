/** Chỉ đạo: the directive, its tasks and requirements, the whole text with what stands beside it. */
export const directiveWords = {
  /** Title of the page of the directive. */
  title: 'Chỉ đạo',
  /** Under its title; {version} of the published text. */
  kept: 'Đã lưu trên máy, bản {version}',
  /** The directive has not arrived yet. */
  missing: 'Chỉ đạo chưa tải về máy. Cần có mạng một lần.',
  /** Head of the directive, as offices abbreviate “về việc”; {subject} begins in small letters. */
  subject: 'V/v {subject}',
  /** Line of the head of the directive; {number} and {date}. */
  number: 'Số {number}, {date}',
  /** The head of the directive has no number. */
  noNumber: 'Số và ngày ban hành: tỉnh chưa nhập',
  /** Heading of the list of tasks. */
  tasksHeading: 'Các nhiệm vụ',
  /** Second line of a task; {count} of its requirements. */
  taskText: '{count} nội dung',
  /** Second line of a task; {count} requirements, {own} records of the unit. */
  taskTextOwn: '{count} nội dung · đã ghi {own}',
  /** Title of the page of the whole text, and the row that leads to it. */
  wholeText: 'Toàn văn chỉ đạo',
  /** Second line of that row. */
  wholeTextLine: 'Nguyên văn, từng chữ',
  /** The same where documents and notes are published; {documents} cited, {notes}. */
  wholeTextCounts: 'Kèm {documents} văn bản viện dẫn, {notes} ghi chú',
  /** Title of the page of a task; {task}. */
  taskTitle: 'Nhiệm vụ {task}',
  /** Title of the page of the closing part, and a heading in the whole text. */
  closingTitle: 'Tổ chức thực hiện',
  /** Folded: the task's own words in the directive. */
  taskWords: 'Nguyên văn trong công văn',
  /** Heading of what the task asks for; {count}. */
  requirementsHeading: 'Nội dung cần làm ({count})',
  /** Row; {when} the requirement is due. */
  when: 'Thời gian: {when}',
  /** Above the list of what counts as evidence. */
  evidence: 'Tính là minh chứng:',
  /** Only numbers may be recorded. */
  countsOnly: 'Chỉ ghi số, không ghi tên.',
  /** A requirement that is not given to this kind of unit. */
  notForUnit: 'Không giao cho đơn vị mình.',
  /** A requirement that has no form yet. */
  closed: 'Chưa ghi được trên máy.',
  /** Button at a requirement. */
  record: 'Ghi hoạt động cho nội dung này',
  /** The same for screen readers; {requirement} its number. */
  recordFor: 'Ghi hoạt động cho nội dung này: {requirement}',
  /** Link at a requirement: to its sentences in the whole text. */
  toWords: 'Xem lời trong chỉ đạo',
  /** The same for screen readers; {requirement}. */
  toWordsOf: 'Xem lời trong chỉ đạo của nội dung {requirement}',
  /** Above the unit's records of a requirement; {count}. */
  own: 'Đơn vị đã ghi ({count})',
  /** The unit has no record of a requirement yet. */
  ownNone: 'Đơn vị chưa ghi hoạt động nào.',
  /** Second line of a record; {date} it was held. */
  ownLine: 'Ngày {date}',
  /** Button: further records; {count} of them. */
  more: 'Xem thêm {count}',
  /** Link: all records of a task in Sổ gửi; {count}. */
  ownAll: 'Xem cả {count} trong Sổ gửi',
  /** Heading of the documents that the directive names. */
  citedHeading: 'Văn bản được viện dẫn',
  /** Line of a cited document; {issuer} and {date}. */
  citedIssued: '{issuer}, {date}',
  /** Line of a cited document whose day the directive does not give; {issuer} and {date}. */
  citedLooked: '{issuer}, {date} (chỉ đạo không ghi ngày)',
  /** Line of a cited document that was not compared with another source. */
  citedUnchecked: 'Chưa đối chiếu với nguồn khác.',
  /** Link at a cited document: to where the directive names it. */
  citedWhere: 'Chỗ nhắc đến trong chỉ đạo',
  /** The same for screen readers; {title} of the document. */
  citedWhereOf: 'Chỗ nhắc đến trong chỉ đạo: {title}',
  /** Before a note at a block; the text stays as it is. */
  note: 'Ghi chú',
  /** A note about some words; {quote} of the directive and {text}. */
  noteAt: '“{quote}”: {text}',
  /** Above the whole text: the words of a requirement are marked; {requirement}. */
  markedRequirement: 'Lời của nội dung {requirement} được tô trong bài.',
  /** Link back to that requirement. */
  backToRequirement: 'Về nội dung {requirement}',
  /** The requirement's words are not in this text any more. */
  markedNone: 'Không tìm thấy lời này trong bản đang có.',
  /** List of links to the parts of the whole text, for screen readers. */
  parts: 'Các phần của chỉ đạo',
  /** Folded: that list. */
  goTo: 'Đi tới phần',
  /** Heading of whom the directive is written to. */
  partAddressees: 'Nơi nhận',
  /** Heading of its first paragraphs. */
  partPreamble: 'Mở đầu',
  /** Heading of what it rests on. */
  partBasis: 'Căn cứ',
  /** Heading of a task in the whole text; {task} and {short}. */
  partTask: 'Nhiệm vụ {task}: {short}',
} as const;
