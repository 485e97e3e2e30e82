/** Pictures: on the form, at a record, on the phone. */
export const photoWords = {
  /** Label of the box on the form. */
  label: 'Ảnh',
  /** After the label. */
  optional: '(nên có 1–3 ảnh)',
  /** Under the label. */
  hint: 'Chụp toàn cảnh, không chụp danh sách, giấy tờ.',
  /** Button: opens the camera. */
  take: 'Chụp',
  /** Button: opens the pictures of the phone. */
  choose: 'Chọn ảnh',
  /** While a picture is made small. */
  shrinking: 'Đang thu nhỏ ảnh…',
  /** While several are; {count} still to come. */
  shrinkingMany: 'Đang thu nhỏ {count} ảnh…',
  /** Under one picture or several; {size} on the phone, {original} of the files they came from. */
  sizes: '{size} (ảnh gốc {original})',
  /** In place of the buttons; {count} of the pictures one activity takes. */
  enough: 'Đã đủ {count} ảnh.',
  /** A picture that is there already was chosen again. */
  again: 'Ảnh này đã có trong bản ghi.',
  /** Button on a picture, for screen readers; {number} of it. */
  remove: 'Bỏ ảnh {number}',
  /** In place of a picture on the form that another phone took. */
  notHere: 'Không ở máy này',
  /** After a picture was taken off the form. */
  removed: 'Đã bỏ ảnh.',
  /** Its button. */
  undo: 'Hoàn tác',
  /** The disk is full: the words are kept, the picture is not. */
  full: 'Máy sắp đầy. Đã giữ phần chữ; ảnh chưa lưu được.',
  /** The disk is so full that the words are not kept either. */
  fullWords: 'Máy đầy bộ nhớ, ảnh chưa lưu được.',
  /** Under it, when the phone holds pictures that the province has safely; {size} of them. */
  fullNext: 'Xóa bớt ảnh cũ tỉnh đã giữ ({size})?',
  /** Its button, here and on the page of the phone. */
  freeOld: 'Xóa ảnh cũ',
  /** Under it, when there is nothing of ours to give up. */
  fullNothing: 'Không có ảnh cũ nào xóa được. Xóa bớt ảnh, ứng dụng khác trong máy rồi bấm lại.',
  /** Button: keeps the picture now that there is room. */
  keepAgain: 'Lưu lại ảnh',
  /** The store of pictures fails for another reason. */
  broken: 'Máy chưa lưu được ảnh. Phần chữ không bị ảnh hưởng.',

  /** Name of a picture for screen readers; {number} of {of}. */
  picture: 'Ảnh {number} trong {of}',
  /** Name of the page with one large picture. */
  large: 'Ảnh {number}/{of}',
  /** Heading at a record. */
  heading: 'Ảnh',
  /** Beside the heading, while the province does not have them all; {count} of {of}. */
  arrived: '{count}/{of} đã tới tỉnh',
  /** Beside the heading, when it has. */
  arrivedAll: 'Đã tới tỉnh đủ {count} ảnh',
  /** Beside the heading of a record that is not sent yet. */
  waiting: '{count} ảnh, đi sau phần chữ',
  /** Line in Sổ gửi and on the page after a save; {count} of {of} at the province. */
  progress: '{count}/{of} ảnh',
  /** A picture that is not on this phone: it can be fetched. */
  away: 'Ở tỉnh',
  /** Below it. */
  awayTap: 'Bấm để tải',
  /** A picture that is on another phone and not at the province yet. */
  elsewhere: 'Chưa tới tỉnh',
  /** Name of such a picture for screen readers; {number} of {of}. */
  awayPicture: 'Ảnh {number} trong {of}: ở tỉnh, bấm để tải',
  /** Name of such a picture for screen readers; {number} of {of}. */
  elsewherePicture: 'Ảnh {number} trong {of}: còn ở máy khác, chưa tới tỉnh',
  /** While it is fetched. */
  fetching: 'Đang tải…',
  /** It could not be fetched. */
  fetchFailed: 'Chưa tải được. Bấm lại khi có sóng.',
  /** Of two versions with as many pictures, the other one. */
  otherPictures: '{count} (ảnh khác)',

  /** Row on the page of the phone. */
  onPhone: 'Ảnh trên máy',
  /** Its value: {count} pictures, {size} of all. */
  onPhoneValue: '{count} ảnh, {size}',
  /** Under the button that gives room; {size} of what the province has safely. */
  freeHint: '{size} ảnh cũ tỉnh đã nhận và sao lưu; xóa khỏi máy vẫn xem lại được khi có sóng.',
  /** After it; {size}. */
  freed: 'Đã xóa {size} ảnh cũ.',

  /** Choice on the page of the phone, where the browser tells what it is connected by. */
  wifiOnly: 'Chỉ gửi ảnh khi có Wi-Fi',
  /** Under it. */
  wifiOnlyHint: 'Chữ vẫn gửi ngay bằng mạng di động.',
  /** Its value: pictures wait. */
  wifiOnlyOn: 'Có',
  /** Its value. */
  wifiOnlyOff: 'Không',
  /** On the page of the phone and in Sổ gửi, while it keeps them back. */
  waitWifi: 'Ảnh chờ Wi-Fi',
  /** Under it; {count} pictures that are not at the province. */
  waitWifiText: 'Còn {count} ảnh; có Wi-Fi là tự gửi.',
  /** Link under it in Sổ gửi: to the choice. */
  waitWifiChange: 'Đổi ở Máy và dữ liệu',
  /** Page of pictures that another app handed over. */
  shareTitle: 'Ảnh được chia sẻ',
  /** It has nothing to show. */
  shareNone: 'Không có ảnh nào được chia sẻ. Mở ảnh, bấm Chia sẻ rồi chọn Sổ tay.',
  /** The phone had no room to hold them. */
  shareFull: 'Máy sắp đầy, chưa nhận được ảnh chia sẻ. Ảnh vẫn còn trong thư viện.',
  /** {most} taken of {count} that were handed over. */
  shareMany: 'Đã nhận {most} ảnh đầu trong {count} ảnh: mỗi hoạt động nhận nhiều nhất {most} ảnh.',
  /** {count} of them are no pictures this phone can open. */
  shareUnreadable: '{count} ảnh không mở được.',
  /** Button: on with the draft. */
  shareContinue: 'Ghi tiếp',
  /** Button under the pictures that could not be opened: they are offered no more. */
  shareDrop: 'Bỏ ảnh không mở được',
  /** Link. */
  toHome: 'Về Việc',
} as const;
