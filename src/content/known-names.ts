/**
 * Names that activities speak of without meaning anybody at work today: leaders and heroes, and the schools, streets and
 * places that bear their names. The check for personal data lets them pass; the province may add to them.
 */
export const knownNames: readonly string[] = [
  'hồ chí minh', 'bác hồ', 'võ nguyên giáp', 'lê duẩn', 'trần phú', 'lê nin', 'tôn đức thắng', 'trần hưng đạo', 'lê lợi',
  'lê lai', 'lê hồng phong', 'hà huy tập', 'nguyễn trãi', 'nguyễn huệ', 'nguyễn du', 'nguyễn ái quốc', 'nguyễn tất thành',
  'nguyễn sinh cung', 'nguyễn bá ngọc', 'nguyễn đức cảnh', 'nguyễn văn linh', 'nguyễn văn cừ', 'nguyễn văn trỗi',
  'nguyễn thị minh khai', 'nguyễn chí thanh', 'nguyễn hữu thọ', 'nguyễn thái học', 'nguyễn viết xuân', 'nguyễn đình chiểu',
  'nguyễn bỉnh khiêm', 'nguyễn khuyến', 'nguyễn trung trực', 'nguyễn lương bằng', 'phạm văn đồng', 'phạm hùng', 'phạm ngũ lão',
  'phan đình giót', 'phan đình phùng', 'phan bội châu', 'phan chu trinh', 'phan châu trinh', 'phan đăng lưu', 'phan thiết',
  'phan rang', 'tô vĩnh diện', 'tô hiệu', 'tô hiến thành', 'bế văn đàn', 'trần can', 'trần đăng ninh', 'trần quốc toản',
  'trần nhân tông', 'trần quang khải', 'hoàng văn thụ', 'hoàng văn nô', 'hoàng công chất', 'hoàng quốc việt', 'hoàng hoa thám',
  'hoàng diệu', 'hoàng liên sơn', 'hoàng sa', 'lý tự trọng', 'lý thường kiệt', 'lý thái tổ', 'võ thị sáu', 'võ văn kiệt',
  'võ nhai', 'lê văn tám', 'lê quý đôn', 'lê thánh tông', 'lê đức thọ', 'lê thanh nghị', 'lê chân', 'lương thế vinh',
  'lương ngọc quyến', 'chu văn an', 'chu văn thịnh', 'cù chính lan', 'ngô quyền', 'ngô gia tự', 'ngô thì nhậm', 'bùi thị xuân',
  'bùi xuân phái', 'đặng thùy trâm', 'đặng thuỳ trâm', 'đặng thai mai', 'đinh tiên hoàng', 'đinh bộ lĩnh', 'đỗ nhuận',
  'vừ a dính', 'lò văn giá', 'lò văn hặc', 'quàng văn tân', 'vũ trọng phụng', 'hai bà trưng', 'bà triệu', 'bà rịa', 'bà nà',
  'bà đen', 'ông công', 'ông táo', 'anh hùng lao', 'anh hùng lực', 'anh hùng liệt', 'anh sơn', 'cao bằng', 'hà nội', 'hà nhì',
  'đoàn văn công', 'đoàn văn nghệ', 'mùa xuân', 'vũ quang', 'lê minh xuân', 'phan xi păng', 'hồ xuân hương', 'đinh núp',
  'bà trưng',
];
