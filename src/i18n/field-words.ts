/** Names of an activity's fields, as labels on the form and in lists of differences. */
export const fieldWords = {
  /** The main requirement of the directive. */
  requirementId: 'Nội dung chỉ đạo',
  /** Further requirements. */
  alsoRequirementIds: 'Nội dung khác',
  /** The anniversary or month of action. */
  occasionId: 'Dịp',
  /** The kind of activity. */
  formId: 'Hình thức',
  /** The day. */
  heldOn: 'Ngày tổ chức',
  /** The title. */
  title: 'Tên hoạt động',
  /** The pictures. */
  photos: 'Ảnh',
  /** The note. */
  note: 'Kết quả, ghi chú',
  /** The link. */
  link: 'Đường dẫn',
  /** Soft checks that were answered with “đúng”. */
  confirmed: 'Đã xác nhận',
  /** A number whose name is not on this phone, such as after the province has taken the phone off its list. */
  figure: 'Số liệu',
  /** Version of the form: never shown alone. */
  formVersion: 'Bản của biểu mẫu',
} as const;
