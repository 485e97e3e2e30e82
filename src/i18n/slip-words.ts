/** A reviewer's decisions in the reviewer's own Sổ gửi. */
export const slipWords = {
  /** Title of a row; {title} of the record. */
  approved: 'Quyết định đồng ý: {title}',
  /** The same. */
  returned: 'Quyết định trả lại: {title}',
  /** The same. */
  unlocked: 'Quyết định mở khóa: {title}',
  /** In place of the record's title where it is not on this phone. */
  recordAway: 'mục không còn trên máy',
  /** Line: the number of the receipt. */
  receipt: 'Biên nhận {number}',
  /** Line: somebody was first; {unit}. */
  lostBefore: '{unit} đã quyết định trước',
  /** Line: the unit has sent a newer edition. */
  lostNewer: 'Đơn vị đã gửi bản mới hơn',
  /** Line: the unit has cancelled the record. */
  lostCancelled: 'Đơn vị đã hủy mục này',
  /** Line: the unit does not report to this union any more. */
  lostNotBelow: 'Đơn vị không còn thuộc địa bàn',
  /** Line: an opening of a report that is locked no more. */
  lostNotLocked: 'Báo cáo không còn khóa',
  /** Line: after a restore the province does not hold what was decided on; the unit's phone sends it again by itself. */
  waitsForUnit: 'Chờ đơn vị gửi lại bản này',
  /** Under that row on the decision's own page. */
  waitsForUnitText: 'Tỉnh chưa có bản mà đồng chí đã xem. Máy của đơn vị có sóng thì tự gửi lại, quyết định này được nhận sau đó.',
  /** Above what was written in a decision: the remarks of a return, the reason of an opening. */
  written: 'Lời đồng chí đã ghi:',
  /** Button on the page of a decision: to the record it was made on. */
  toRecord: 'Xem mục đã quyết định',
} as const;
