/** The one status language: a word for each of the eight states, a line of “why” for each qualifier. No synonyms. */
import type { Qualifier, RecordStanding, RecordState } from '../domain/record-state.ts';

/** What an officer reads on a tag. */
export const stateWords = {
  /** Autosaved, not yet sent by the officer. */
  draft: 'Nháp',
  /** Saved on the phone, the machine will send it. */
  queued: 'Chờ gửi',
  /** A request is under way. */
  sending: 'Đang gửi',
  /** Refused for good, or the phone lost its leave: the officer has one thing to do. */
  send_error: 'Chưa gửi được',
  /** The province has committed it and gave a receipt. */
  received: 'Tỉnh đã nhận',
  /** Returned by a reviewer, by a rule, or because there are two versions. */
  returned: 'Cần bổ sung',
  /** Approved: this very edition. */
  approved: 'Đã duyệt',
  /** Only history: cancelled or withdrawn. */
  replaced: 'Đã có bản mới',
} as const satisfies Record<RecordState, string>;

/** The line under a record: why it stands so, and what comes next. Empty where the tag says it all. */
export const qualifierWords = {
  /** Nothing to add. */
  plain: '',
  /** The 8 seconds after a save. */
  'undo-window': 'Vừa lưu, còn hoàn tác được',
  /** The province asked for another moment. */
  'will-retry': 'Máy sẽ tự gửi lại',
  /** Found too big for the request it came in. */
  'too-big': 'Bản ghi dài, máy sẽ tự gửi lại',
  /** Handed on in a file; goes by the network too, when there is one. */
  exported: 'Đã xuất tệp, chờ tỉnh nhận',
  /** The province no longer knows this phone. */
  'needs-code': 'Cần mã kích hoạt mới',
  /** The saved change can no longer be read by this version. */
  'cannot-be-built': 'Máy không đọc được bản này, cập nhật ứng dụng hoặc gọi LĐLĐ tỉnh',
  /** Stored aside: this phone may no longer write for the unit. */
  'no-longer-allowed': 'Máy này không còn quyền gửi, gọi LĐLĐ tỉnh',
  /** Stored, not understood yet by the province's server. */
  'being-processed': 'Chờ xử lý',
  /** A rule of the province's server refused it. */
  'machine-check': 'Hệ thống của tỉnh kiểm tra thấy chỗ cần sửa',
  /** Edited on two phones. */
  'two-versions': 'Có hai bản khác nhau, cần chọn',
  /** The approved edition is older than the one shown. */
  'edited-after-approval': 'Đã sửa sau khi duyệt, chờ duyệt lại',
  /** The returned edition is older than the one shown. */
  'edited-after-return': 'Đã gửi bản bổ sung, chờ duyệt',
  /** The upper level has added it up. */
  locked: 'Đã tổng hợp',
  /** Cancelled with a reason. */
  void: 'Không tính vào số liệu',
  /** Withdrawn by the unit. */
  withdrawn: 'Đơn vị đã rút lại',
  /** A reviewer's decision: somebody was first, the unit has sent a newer edition, or a rule refused it. */
  'not-counted': 'Quyết định không được tính',
} as const satisfies Record<Qualifier, string>;

/** On the tag where no newer version took its place: the general word would say so. */
const otherWords: Partial<Record<Qualifier, string>> = {
  /** A reviewer's decision that was not counted. */
  'not-counted': 'Không được tính',
  /** Cancelled, with a reason. */
  void: 'Đã hủy',
  /** Withdrawn by the unit. */
  withdrawn: 'Đã rút',
};

/** Word and line of a standing. Total, because both tables are. */
export function standingText({ state, qualifier }: RecordStanding): { readonly word: string; readonly why: string } {
  return { word: otherWords[qualifier] ?? stateWords[state], why: qualifierWords[qualifier] };
}
