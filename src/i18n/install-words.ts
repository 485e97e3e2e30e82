/** Onto the home screen: the card that asks, and the page that an iPhone sees before its activation code. */
export const installWords = {
  /** The product, in small letters above the title, and in the title of the tab. */
  product: 'Sổ tay Công đoàn Điện Biên',
  /** Heading of the card, and of the iPhone's page. */
  heading: 'Cài Sổ tay ra màn hình chính',
  /** Under it on Android and on computers. */
  text: 'Mở nhanh khi mất sóng. Máy giữ dữ liệu chắc hơn. Khoảng 1 MB, không cần CH Play.',
  /** Under it on iPhone and iPad. */
  textIos: 'Mở nhanh khi mất sóng. Máy giữ dữ liệu chắc hơn. Khoảng 1 MB.',
  /** Button: opens the browser's own question. */
  install: 'Cài đặt',
  /** Button: the card goes, and comes back after three more saves. */
  later: 'Để sau',
  /** Android without a button: the browser's menu. */
  menuOpen: 'Bấm dấu ⋮ của trình duyệt.',
  /** Its rows; which of the two depends on the browser. */
  menuChoose: 'Chọn “Cài đặt ứng dụng” hoặc “Thêm vào màn hình chính”.',
  /** iPhone: the button is drawn behind these words. */
  shareOpen: 'Bấm nút Chia sẻ',
  /** iPhone: a row of the sheet, in the words of the system. */
  shareChoose: 'Chọn “Thêm vào MH chính”.',
  /** iPhone: the button at the top of the next sheet. */
  shareAdd: 'Bấm “Thêm”.',
  /** When it has been installed. */
  done: 'Đã cài. Lần sau mở từ màn hình chính.',
  /** iPhone's page, under the heading: why there is no box for the code. */
  first: 'Trên iPhone và iPad, cài trước rồi mới nhập mã kích hoạt.',
  /** Under it. */
  firstWhy: 'Safari xóa dữ liệu của trang sau 7 ngày không mở. Sổ tay trên màn hình chính thì không bị xóa.',
  /** Last step: what comes after. */
  firstThen: 'Mở Sổ tay từ màn hình chính rồi nhập mã kích hoạt.',
  /** Above the code that came with the link. */
  codeLabel: 'Mã kích hoạt trong đường dẫn',
  /** Button under it. */
  copyCode: 'Sao chép mã',
  /** After it was copied. */
  codeCopied: 'Đã chép. Cài xong thì dán vào ô mã.',
  /** The browser refuses to copy: the code is marked. */
  codeMarked: 'Chưa chép được. Ghi mã ra giấy hoặc giữ ngón tay lên mã rồi chọn Sao chép.',
  /** Button with a sun: white page, black letters, for bright sunlight. */
  sun: 'Ngoài trời nắng',
} as const;
