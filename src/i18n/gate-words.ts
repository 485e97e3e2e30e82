/** The page inside Zalo, Facebook and the like, before anything is written: loaded alone. */
export const gateWords = {
  /** The product, in small letters above the title, and in the title of the tab. */
  product: 'Sổ tay Công đoàn Điện Biên',
  /** Heading on Android and on computers. */
  heading: 'Mở bằng Chrome để dùng khi mất sóng',
  /** Heading on iPhone and iPad. */
  headingIos: 'Mở bằng Safari để dùng khi mất sóng',
  /** Under the heading; {app} the name of the app around this page: Zalo, Facebook. */
  inApp: 'Đang mở trong {app}. Ghi ở đây sẽ không giữ được lâu.',
  /** The same where the app does not give its name. */
  inSomeApp: 'Đang mở trong một ứng dụng khác. Ghi ở đây sẽ không giữ được lâu.',
  /** The same when somebody opens this page by its address, in a browser that looks right. */
  inBrowser: 'Nếu trang này đang mở trong Zalo hay Facebook thì ghi ở đây sẽ không giữ được lâu.',
  /** Under it, when the address carries an activation code. */
  codeGoesAlong: 'Mã kích hoạt đi cùng, không phải nhập lại.',
  /** The main button, on Android: hands the page to Chrome. */
  open: 'Mở bằng Chrome',
  /** Heading of the steps below that button. */
  stepsAfterButton: 'Nếu bấm mà không mở được',
  /** Heading of the steps where there is no button. */
  steps: 'Cách mở',
  /** First step: the three dots of the app around this page. */
  stepMenu: 'Bấm dấu ⋮ hoặc … ở góc trên.',
  /** Second step: a row of that menu. */
  stepOpen: 'Chọn “Mở bằng trình duyệt”.',
  /** Second step on iPhone and iPad. */
  stepOpenIos: 'Chọn “Mở bằng Safari” hoặc “Mở bằng trình duyệt”.',
  /** Button: copies the address of this page. */
  copy: 'Sao chép địa chỉ',
  /** After it was copied. */
  copied: 'Đã chép. Dán vào Chrome.',
  /** After it was copied, on iPhone and iPad. */
  copiedIos: 'Đã chép. Dán vào Safari.',
  /** The app refuses to copy: the address is marked, and a long press copies it. */
  marked: 'Ứng dụng này không cho chép. Giữ ngón tay lên địa chỉ rồi chọn Sao chép.',
  /** Link when this is a real browser after all. */
  here: 'Mở sổ tay ở đây',
  /** Button with a sun: white page, black letters, for bright sunlight. */
  sun: 'Ngoài trời nắng',
} as const;
