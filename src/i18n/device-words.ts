/** Máy và dữ liệu, and Trợ giúp. */
export const deviceWords = {
  /** Title of the page. */
  title: 'Máy và dữ liệu',
  /** Heading of the counts. */
  dataHeading: 'Dữ liệu trên máy này',
  /** A count of what waits. */
  waiting: 'Chưa gửi',
  /** A count of what the province has. */
  received: 'Tỉnh đã nhận',
  /** A count of drafts. */
  drafts: 'Nháp',
  /** Rows that this version cannot read, and keeps. */
  unreadable: 'Chưa đọc được (vẫn giữ)',
  /** Room used by the app. */
  used: 'Đang chiếm',
  /** Whether the browser promises to keep the store. */
  persisted: 'Trình duyệt cam kết giữ dữ liệu',
  /** Its answers. */
  yes: 'Có',
  no: 'Chưa',
  unknown: 'Không rõ',
  /** Button, where the browser has not promised. */
  askToKeep: 'Xin giữ dữ liệu',
  /** After a refusal: what helps. */
  keepRefused: 'Trình duyệt chưa đồng ý. Thêm Sổ tay ra màn hình chính rồi thử lại.',
  /** Heading of unit and officer. */
  ownerHeading: 'Máy của đơn vị',
  unit: 'Đơn vị',
  officer: 'Cán bộ',
  activated: 'Kích hoạt',
  lastContact: 'Liên lạc với tỉnh lần cuối',
  /** No contact yet. */
  never: 'Chưa lần nào',
  version: 'Phiên bản',
  /** Link to type another activation code. */
  newCode: 'Nhập mã kích hoạt khác',
  /** Heading of the looks. */
  lookHeading: 'Giao diện',
  lookSystem: 'Theo máy',
  lookLight: 'Sáng',
  lookDark: 'Tối',
  lookSun: 'Ngoài trời',
  /** Heading of the text's size. */
  textHeading: 'Cỡ chữ',
  textUsual: 'Thường',
  textLarge: 'Lớn',
  /** Heading of the last exchanges since the app was opened. */
  logHeading: 'Các lần liên lạc gần đây',
  /** No exchange since the app was opened. */
  logEmpty: 'Từ lúc mở ứng dụng chưa liên lạc lần nào.',
  /** One line of that list each. */
  logDone: 'Đã trao đổi với tỉnh',
  /** {count} changes were stored by this exchange. */
  logSent: 'Tỉnh đã nhận {count} mục',
  logSilence: 'Không có trả lời',
  logPortal: 'Mạng đòi đăng nhập, chưa gặp được tỉnh',
  logGarbled: 'Trả lời bị hỏng trên đường',
  logServer: 'Máy chủ của tỉnh đang bận',
  logPutOff: 'Tỉnh hẹn gửi lại sau',
  logCode: 'Cần mã kích hoạt mới',
  logBusy: 'Thẻ khác đang gửi',
  logStore: 'Máy không ghi được sổ',

  /** Title of the help page. */
  helpTitle: 'Trợ giúp',
  /** Whom to call; {phone} as the province has published it. */
  helpCall: 'Gọi Ban Tuyên giáo và Nữ công: {phone}',
  /** The province has published no number. */
  helpNoPhone: 'Cần giúp thì gọi Ban Tuyên giáo và Nữ công, LĐLĐ tỉnh.',
  /** Questions and answers, in the order they come up. */
  helpOfflineHeading: 'Không có sóng thì sao?',
  helpOfflineText: 'Cứ ghi như thường. Máy giữ lại và tự gửi khi có sóng. Không cần làm gì thêm.',
  helpReceivedHeading: 'Khi nào là tỉnh đã nhận?',
  helpReceivedText: 'Khi mục đó hiện số biên nhận. Trước lúc đó máy chỉ ghi là Chờ gửi.',
  helpReturnedHeading: 'Bị trả lại thì làm gì?',
  helpReturnedText: 'Mở mục Cần bổ sung, sửa đúng chỗ được khoanh, rồi bấm gửi lại. Chỗ khác vẫn giữ nguyên.',
  helpUndoHeading: 'Bấm nhầm thì sao?',
  helpUndoText: 'Trong 8 giây có nút Hoàn tác. Sau đó mở mục ấy trong Sổ gửi để sửa.',
  helpNamesHeading: 'Vì sao không ghi được tên người?',
  helpNamesText: 'Sổ này chỉ đếm số, để không ai bị lộ. Hãy ghi việc, không ghi ai.',
  helpPhoneHeading: 'Đổi máy, mất máy?',
  helpPhoneText: 'Gọi Ban Tuyên giáo và Nữ công xin mã mới. Những gì tỉnh đã nhận sẽ về lại máy mới.',
} as const;
