/** The last file of a phone whose store is in trouble. */
export const rescueWords = {
  /** Said afterwards. {file} name; {count} rows. */
  sealed: 'Đã xuất tệp {file}: {count} dòng dữ liệu, không có ảnh. Chỉ LĐLĐ tỉnh mở được; gửi tệp về tỉnh.',
  /** The same without the province's key on the phone. */
  open: 'Đã xuất tệp {file}: {count} dòng dữ liệu, không có ảnh. Tệp này chưa niêm phong, ai cầm cũng đọc được: đưa tận tay LĐLĐ tỉnh.',
  /** As the first one, where the browser did not give back every row. */
  sealedPart: 'Đã xuất tệp {file}: {count} dòng dữ liệu, không có ảnh. Còn dòng không đọc được, chưa nằm trong tệp: đừng xóa dữ liệu của trình duyệt. Chỉ LĐLĐ tỉnh mở được; gửi tệp về tỉnh.',
  /** As the second one, likewise. */
  openPart: 'Đã xuất tệp {file}: {count} dòng dữ liệu, không có ảnh. Còn dòng không đọc được, chưa nằm trong tệp: đừng xóa dữ liệu của trình duyệt. Tệp chưa niêm phong, đưa tận tay LĐLĐ tỉnh.',
  /** Nothing was there to be read. */
  nothing: 'Không đọc được dòng nào trong sổ.',
  /** It did not work. */
  failed: 'Chưa xuất được tệp. Đóng các thẻ khác, mở lại rồi thử lại. Đừng xóa dữ liệu của trình duyệt.',
} as const;
