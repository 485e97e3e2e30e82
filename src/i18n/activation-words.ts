/** What is said before a phone belongs to somebody: loaded alone, so that the first open stays light. */
export const activationWords = {
  /** Another app handed pictures over to a phone that belongs to nobody yet. */
  sharedFirst: 'Kích hoạt máy trước. Ảnh vừa chia sẻ vẫn còn trong thư viện ảnh: kích hoạt xong thì chia sẻ lại.',
  /** The product, in small letters above the title of a page, and in the title of the tab. */
  product: 'Sổ tay Công đoàn Điện Biên',
  /** Heading of the first page; also the title of the tab. */
  heading: 'Nhập mã kích hoạt',
  /** Title of the tab while a box is wrong; {title} without an error. */
  errorTitle: 'Lỗi: {title}',
  /** Button with a sun: white page, black letters, for bright sunlight. */
  sun: 'Ngoài trời nắng',
  /** Under the heading. */
  hint: 'Mã in trên phiếu do LĐLĐ tỉnh gửi, dạng K7M2‑9QXP.',
  /** Label of the only box. */
  codeLabel: 'Mã kích hoạt',
  /** Button: looks the code up. */
  go: 'Tiếp tục',
  /** Under the button, with a camera in mind. */
  scan: 'Có thể quét mã QR trên phiếu bằng máy ảnh của điện thoại.',
  /** Error at the box; {missing} how many characters are still wanted. */
  codeShort: 'Mã gồm 8 ký tự, còn thiếu {missing}.',
  /** Error at the box when nothing was typed. */
  codeNone: 'Nhập mã kích hoạt in trên phiếu.',
  /** Error at the box: more than 8 characters, or signs that no code has. */
  codeWrong: 'Mã gồm 8 chữ và số. Xem lại trên phiếu.',
  /** No answer came from the province. */
  offline: 'Chưa kết nối được với máy chủ của tỉnh. Cần có mạng một lần duy nhất để kích hoạt.',
  /** Something else than our server answered, such as a Wi-Fi login page. */
  garbled: 'Wi-Fi này đòi đăng nhập. Đăng nhập Wi-Fi hoặc dùng mạng di động rồi thử lại.',
  /** While the code is looked up. */
  asking: 'Đang kiểm tra mã…',
  /** Heading of the card that asks whether code and person belong together. */
  confirmHeading: 'Đúng đơn vị và cán bộ này?',
  /** Row of the card: the unit. */
  unitLabel: 'Đơn vị',
  /** Row of the card: the officer. */
  officerLabel: 'Cán bộ',
  /** Row of the card: the phone. */
  deviceLabel: 'Máy',
  /** Value of that row. */
  thisDevice: 'Máy này',
  /** Button: begin. */
  begin: 'Đúng, bắt đầu',
  /** Button: back to the box. */
  notMe: 'Không đúng',
  /** Heading while the directive, the calendar and the forms arrive. */
  downloadHeading: 'Đang tải về máy',
  /** Heading of the same page when all has come. */
  readyHeading: 'Đã tải xong',
  /** Under it; {got} how many parts have arrived. */
  downloading: 'Chỉ đạo, lịch và biểu mẫu: đã tải {got} phần. Xong là dùng được khi mất sóng.',
  /** The download stands still for want of a signal. */
  downloadWaits: 'Mạng yếu, máy tự thử lại. Phần đã tải không mất.',
  /** Heading when everything is there. */
  ready: 'Đã sẵn sàng dùng khi mất sóng',
  /** Under it. */
  readyText: 'Chỉ đạo, lịch và biểu mẫu đã nằm trên máy.',
  /** Button: to the home page. */
  open: 'Mở sổ tay',
  /** Button while the download lasts: the rest arrives by itself. */
  openNow: 'Vào trước, tải tiếp sau',
  /** The bar of progress, for screen readers. */
  progress: 'Đã tải về máy',
  /** Above the box on a phone that has lost its leave. */
  frozenTitle: 'Cần mã kích hoạt mới',
  /** Under it. */
  frozenText: 'Tỉnh không còn nhận máy này. Sổ trên máy vẫn còn nguyên và sẽ được gửi sau khi kích hoạt lại.',
  /** Above the box on a phone that already belongs to somebody; {unit} its unit. */
  already: 'Máy này đang dùng cho {unit}. Chỉ nhập mã khi được cấp mã mới.',
  /** Link beside it. */
  backHome: 'Về sổ tay',
  /** Whole page: the address begins with http and is not this machine's own. */
  plainHeading: 'Cần mở bằng địa chỉ https',
  /** Its text. */
  plainText: 'Địa chỉ này không được mã hóa, nên trình duyệt không cho sổ tay giữ dữ liệu trên máy.',
  /** Before a link to the same address with https. */
  plainNext: 'Mở địa chỉ này:',
  /** Below it, where that does not help. */
  plainAsk: 'Nếu không được, hỏi LĐLĐ tỉnh địa chỉ đúng.',
  /** Whole page: the browser keeps nothing (private mode, blocked). */
  refusedHeading: 'Trình duyệt không cho giữ dữ liệu',
  /** Its next step. */
  refusedText: 'Tắt chế độ ẩn danh hoặc cho phép trang này lưu dữ liệu, rồi mở lại.',
  /** Whole page: another tab with another version holds the store. */
  blockedHeading: 'Không mở được sổ trên máy',
  /** Its next step. */
  blockedText: 'Đóng các thẻ khác đang mở sổ tay rồi thử lại.',
  /** Whole page: the disk is full. */
  fullHeading: 'Máy đã đầy bộ nhớ',
  /** Its next step. */
  fullText: 'Xóa bớt ảnh hoặc ứng dụng khác rồi thử lại. Dữ liệu đã lưu vẫn còn.',
  /** Button of those pages. */
  again: 'Thử lại',
  /** Below those pages; {cause} the browser's own word for the fault. */
  cause: 'Mã lỗi: {cause}',
} as const;
