/** What the server says at its start and on the command line, and the invented words of the sample mode. */

/** Lines printed by `npm start`. */
export const startWords = {
  /** First line. {version}: of Node. */
  node: 'Node {version}',
  /** Refusal. {version}: of Node, as found. */
  nodeTooOld: 'Cần Node 24 trở lên, máy này đang chạy {version}. Trên Linux và Windows 64 bit, lệnh npm ci mang theo sẵn; máy khác xin cài thêm.',
  /** Refusal. {variable}: name of the environment variable that cannot be read. */
  configWrong: 'Biến môi trường {variable} không đúng. Xem bảng trong README.md.',
  /** While the app is built. */
  building: 'Đang dựng ứng dụng…',
  /** Refusal: the build failed; its own words stand above. */
  buildFailed: 'Không dựng được ứng dụng. Xem lỗi ở trên.',
  /** Refusal: `--no-build` was given and there is nothing to serve. {folder}: where it should be. */
  buildMissing: 'Chưa có ứng dụng trong {folder}. Chạy npm run build trước.',
  /** Refusal. {folder}: of the data. */
  storeHeld: 'Một máy chủ khác đang dùng thư mục {folder}. Dừng máy chủ đó trước.',
  /** Refusal: a restore began and never ended. {path}: of the database. */
  halfRestored: 'Lần phục hồi vào {path} chưa xong. Chạy lại lệnh restore với tệp sao lưu trước. Nếu bỏ, không phục hồi nữa: xóa {path}.incoming.',
  /** After an empty store was filled with the sample. {day}: the working day. */
  sampleSeeded: 'Dữ liệu mẫu · ngày làm việc {day}',
  /** Above the link for the province's first login. {name}: of the account. */
  firstLogin: 'Đường dẫn đăng nhập lần đầu của tài khoản {name} (một lần, trong 24 giờ):',
  /** Above the activation link. {officer}: name; {unit}: name. */
  activation: 'Đường dẫn kích hoạt máy cho {officer}, {unit} (một lần, trong 24 giờ):',
  /** Last line. {url}: where the server is reached. */
  listening: 'Sổ tay đang chạy tại {url}',
  /** Refusal. {port}: the number. */
  portTaken: 'Cổng {port} đang có chương trình khác dùng. Đặt PORT khác hoặc dừng chương trình đó.',
  /** On SIGTERM or SIGINT. */
  stopping: 'Đang dừng…',
  /** In the log, for a mistake of ours. {kind}: class of the error, without its text. */
  trouble: 'Trục trặc: {kind}',
} as const;

/** Answers of the command line. */
export const commandWords = {
  /** Head of the help. */
  about: 'Lệnh quản trị Sổ tay Công đoàn',
  /** Help of `invite`. */
  invite: 'cấp mã kích hoạt máy cho một cán bộ, dùng một lần',
  /** Help of an option: a unit's id. */
  optionUnit: 'mã đơn vị, như c01',
  /** Help of an option. */
  optionOfficer: 'họ tên cán bộ; tên mới thì thêm cán bộ vào đơn vị',
  /** Help of an option. */
  optionDays: 'số ngày mã còn dùng được',
  /** Help of an option. */
  optionJson: 'in ra JSON cho chương trình khác đọc',
  /** Help of `admin`. */
  admin: 'tài khoản bàn làm việc',
  /** Help of `admin add`. */
  adminAdd: 'thêm tài khoản và in đường dẫn đăng nhập lần đầu',
  /** Help of `admin reset`. */
  adminReset: 'cấp lại đường dẫn đăng nhập; mật khẩu, phiên và đường dẫn cũ đều hết dùng',
  /** Help of an argument. */
  argumentAccount: 'tên đăng nhập',
  /** `admin reset` done. {name}: of the account; {until}: date and time. */
  reset: 'Tài khoản {name} phải đặt lại mật khẩu. Đường dẫn đăng nhập, dùng một lần, đến {until}:',
  /** Refusal. {name}: as typed. */
  accountUnknown: 'Không có tài khoản {name}.',
  /** Help of `receipt`. */
  receipt: 'biên nhận',
  /** Help of `receipt verify`. */
  receiptVerify: 'kiểm tra một số biên nhận có đúng do máy chủ này cấp',
  /** Help of an argument. */
  argumentReceipt: 'số biên nhận, như C01-2020-A0412-K',
  /** `receipt verify` done, first line. {number}: of the receipt; {unit}: name; {at}: date and time. */
  receiptVerified: 'Đúng. Biên nhận {number} cấp cho {unit}, tỉnh nhận lúc {at}.',
  /** Second line. {title}: of the record; {record}: id; {edition}: number. */
  receiptOf: 'Hồ sơ: {title} ({record}), bản {edition}.',
  /** Third line, when the record was mended since. {edition}: number of the one that stands. */
  receiptMended: 'Hồ sơ đã sửa sau đó, nay là bản {edition}.',
  /** Third line, when the record was taken out of all counts. */
  receiptVoid: 'Hồ sơ đã hủy, không còn tính.',
  /** Refusal. {number}: as typed. */
  receiptMalformed: '{number} không phải số biên nhận: sai dạng hoặc sai ký tự cuối. Xem lại từng chữ.',
  /** Refusal. {number}: as typed. */
  receiptUnknown: 'Máy chủ này chưa cấp biên nhận {number}. Sau khi phục hồi, đợi điện thoại của đơn vị gửi lại rồi thử lại.',
  /** Refusal. {number}: as typed. */
  receiptMarkWrong: 'Biên nhận {number} có ở đây nhưng dấu hoặc nội dung không khớp: dữ liệu đã bị sửa bên ngoài chương trình.',
  /** Help of `bundle`. */
  bundle: 'tệp gửi hộ của điện thoại không có sóng',
  /** Help of `bundle import`. */
  bundleImport: 'nhận một tệp gửi hộ; nhập lại bao nhiêu lần cũng được',
  /** Help of an argument. */
  argumentBundle: 'tệp .so-tay do điện thoại xuất ra',
  /** `bundle import` done, first line. {officer}, {unit}: names; {at}: date and time when the phone made it. */
  bundleImported: 'Đã nhận tệp của {officer}, {unit}, xuất lúc {at}.',
  /** Second line: how many changes. {count}: all of them; {stored}: those taken as they were; {other}: the rest. */
  bundleCounts: 'Mục trong tệp: {count}. Đã vào sổ: {stored}. Cần xem lại: {other}.',
  /** Third line, when there were pictures. {whole}: complete here now; {count}: in the file. */
  bundlePhotos: 'Ảnh: đã đủ {whole}/{count}.',
  /** Further line: the phone was revoked. */
  bundleRevoked: 'Máy này đã bị thu hồi: các mục được giữ riêng, xem bằng lệnh alarms.',
  /** Last line. {path}: the reply file beside the bundle. */
  bundleReply: 'Gửi lại cho đơn vị tệp trả lời: {path}',
  /** Refusal. {path}: as typed. */
  bundleMissing: 'Không có tệp {path}.',
  /** Refusal. {path}: as typed. */
  bundleTooBig: 'Tệp {path} quá lớn, không phải tệp gửi hộ của Sổ tay.',
  /** Refusal. {path}: as typed. */
  bundleMalformed: '{path} không phải tệp gửi hộ, hoặc đã hỏng. Xin đơn vị gửi lại tệp.',
  /** Refusal. {path}: as typed. */
  bundleDeviceUnknown: 'Tệp {path} do một máy chưa kích hoạt ở đây xuất ra. Kiểm tra xem có đúng máy chủ của tỉnh không.',
  /** Refusal. {path}: as typed. */
  bundleSignatureWrong: 'Tệp {path} đã bị sửa hoặc bị cắt trên đường đi. Xin đơn vị gửi lại tệp.',
  /** Refusal. {path}: as typed. */
  bundleKeyUnknown: 'Tệp {path} niêm phong cho một máy chủ khác, ở đây không mở được.',
  /** Help of `bundle open`. */
  bundleOpen: 'mở một tệp cứu dữ liệu của máy bị trục trặc, ghi ra tệp đọc được; không đưa gì vào sổ',
  /** Help of an argument. */
  argumentRescue: 'tệp so-tay-cuu-….so-tay',
  /** `bundle open` done. {path}: of the new file; {at}: date and time by the phone. */
  rescueOpened: 'Đã mở tệp cứu dữ liệu xuất lúc {at}: {path}. Xem xong thì xóa tệp này.',
  /** Refusal. {path}: as typed. */
  rescueMalformed: '{path} không phải tệp cứu dữ liệu, hoặc đã hỏng. Tệp gửi hộ thì dùng bundle import; tệp đuôi .json thì đọc được ngay.',
  /** Refusal. {path}: of the file that could not be written. */
  rescueUnwritten: 'Không ghi được tệp {path}. Kiểm tra thư mục rồi chạy lại lệnh.',
  /** Refusal. {path}: of the reply file. */
  bundleReplyUnwritten: 'Đã nhận các mục, nhưng không ghi được tệp trả lời {path}. Kiểm tra thư mục rồi chạy lại lệnh.',
  /** Help of an option. */
  optionName: 'tên đăng nhập',
  /** Help of the option --display of `admin add`. */
  optionDisplay: 'tên đơn vị đọc thấy khi duyệt, trả lại; bỏ trống thì là tên đăng nhập',
  /** Help of `device`. */
  device: 'máy của cán bộ',
  /** Help of `device list`. */
  deviceList: 'liệt kê máy đã kích hoạt, lần liên lạc cuối',
  /** Help of `device revoke`. */
  deviceRevoke: 'ngắt một máy bị mất: không nhận gì thêm, thứ nó gửi được để riêng',
  /** Help of an argument. */
  argumentDevice: 'mã máy, xem ở lệnh device list',
  /** Help of `alarms`. */
  alarms: 'liệt kê điều máy chủ thấy bất thường và những lần gửi được để riêng, không hiện ở bàn làm việc',
  /** `alarms`, when there is nothing. */
  noAlarm: 'Không có gì bất thường.',
  /** In a line of `alarms`: what was noticed. Ids follow. */
  alarmOf: {
    /** The same id came with other words. */
    'change-id-reused': 'một mã gửi lên với hai nội dung',
    /** The same receipt number was held by two changes after a restore. */
    'receipt-number-reused': 'một số biên nhận cấp hai lần',
    /** A phone knew more than the server: a backup was put in place. */
    'epoch-changed': 'máy biết nhiều hơn máy chủ',
    /** A phone's own data went back to an earlier state. */
    'lineage-rolled-back': 'dữ liệu trên máy lùi về trước',
  },
  /** Help of `backup`. */
  backup: 'sao lưu cơ sở dữ liệu và khóa vào một tệp, không phải dừng máy chủ',
  /** Help of an argument. */
  argumentBackup: 'tệp sẽ ghi, hoặc một thư mục',
  /** Help of `backup confirm`. */
  backupConfirm: 'đọc lại bản sao ở nơi cất và ghi nhận nó; điện thoại được biết phần nào đã an toàn',
  /** Help of an argument. */
  argumentConfirm: 'tệp sao lưu ở nơi cất, hoặc thư mục có tệp đó',
  /** `backup confirm` done. {path}: of the copy; {records}: how many. */
  confirmed: 'Đã đọc lại {path}: nguyên vẹn, {records} hồ sơ. Từ nay những gì có trong bản này được coi là an toàn.',
  /** `backup confirm` done, when nothing is newly safe. {path}: of the copy; {records}: how many. */
  confirmedBefore: 'Đã đọc lại {path}: nguyên vẹn, {records} hồ sơ. Không có gì mới: đã có bản sao này hoặc bản mới hơn được ghi nhận.',
  /** Refusal. {path}: as typed. */
  copyMissing: 'Không thấy bản sao lưu nào ở {path}.',
  /** Refusal. {path}: as typed. */
  copyAtHome: '{path} nằm trong thư mục dữ liệu của chính máy chủ. Chép bản sao sang máy hoặc ổ khác rồi chạy lệnh này với nơi đó.',
  /** Refusal. {count}: how many; {folder}: where they should lie. */
  copyLacksPhotos: 'Thiếu {count} ảnh trong {folder}. Chép cả thư mục photos đến đó rồi chạy lại.',
  /** Refusal. {path}: as typed. */
  copyUnsound: 'Bản sao ở {path} không đọc lại được nguyên vẹn. Sao lưu lại, chép lại rồi thử lại.',
  /** Refusal. {path}: as typed. */
  copyOfOther: 'Bản sao ở {path} không phải của máy chủ này.',
  /** Refusal. {path}: as typed. */
  copyOfLostLife: 'Bản sao ở {path} thuộc một đời dữ liệu đã bị lần phục hồi thay thế. Sao lưu lại từ máy chủ đang chạy.',
  /** Help of `restore`. */
  restore: 'đặt lại một bản sao lưu; phải dừng máy chủ trước',
  /** Help of an argument. */
  argumentRestore: 'tệp sao lưu',
  /** Help of `content`. */
  content: 'nội dung công bố',
  /** Help of `content check`. */
  contentCheck: 'chứng minh nội dung khớp từng chữ với công văn',
  /** Help of `sample`. */
  sample: 'dữ liệu mẫu',
  /** Help of `sample remove`. */
  sampleRemove: 'xóa đơn vị mẫu và mọi thứ đã ghi cho chúng, chuyển sang ngày thật',
  /** `invite` done. {officer}, {unit}: names; {until}: date and time. */
  invited: 'Mã kích hoạt cho {officer}, {unit}, dùng một lần, đến {until}:',
  /** `admin add` done. {name}: of the account; {unit}: name; {until}: date and time. */
  added: 'Đã thêm tài khoản {name} của {unit}. Đường dẫn đăng nhập lần đầu, dùng một lần, đến {until}:',
  /** `device revoke` done. {device}: id. */
  revoked: 'Đã ngắt máy {device}.',
  /** `device revoke`, when it was done before. {device}: id. */
  revokedBefore: 'Máy {device} đã ngắt từ trước.',
  /** `device list`, when there is none. */
  noDevice: 'Chưa có máy nào.',
  /** In a line of `device list`. */
  isRevoked: 'đã ngắt',
  /** In a line of `device list`. {at}: date and time. */
  lastContact: 'liên lạc cuối {at}',
  /** In a line of `device list`. */
  neverContacted: 'chưa liên lạc',
  /** `backup` done. {path}: of the file; {size}: with unit; {records}: how many. */
  backedUp: 'Đã sao lưu {records} hồ sơ vào {path} ({size}). Chép tệp này sang máy khác.',
  /** After `backup`, where there are pictures. {count}: how many; {folder}: where they lie. */
  photosBackedUp: 'Kèm {count} ảnh trong thư mục {folder}. Chép cả thư mục này.',
  /** After `backup` or `restore`. {count}: pictures whose file is gone. */
  photosMissing: 'Thiếu tệp của {count} ảnh. Máy của cán bộ sẽ gửi lại những ảnh còn giữ.',
  /** `restore` done. {path}: of the file put in place; {epoch}: number of the new epoch: which life of the data begins. */
  restored: 'Đã đặt lại từ {path}. Từ nay là đời dữ liệu số {epoch}. Các máy sẽ gửi lại những gì bản sao lưu còn thiếu.',
  /** After `restore`. {path}: where the former database was put. */
  setAside: 'Cơ sở dữ liệu trước đó nằm ở {path}.',
  /** `content check` done. */
  contentSound: 'Nội dung khớp.',
  /** `sample remove` done. */
  sampleRemoved: 'Đã xóa dữ liệu mẫu. Ngày làm việc từ nay là ngày thật.',
  /** Refusal. {unit}: the id as typed. */
  unitUnknown: 'Không có đơn vị {unit}.',
  /** Refusal. {unit}: the id as typed. */
  unitRecordsNothing: 'Đơn vị {unit} chỉ là nhóm đơn vị, nên không cấp mã kích hoạt.',
  /** Refusal. {unit}: the id as typed. */
  officerNameNeeded: 'Đơn vị {unit} chưa có cán bộ, hoặc tên không dùng được. Ghi họ tên sau --officer.',
  /** Refusal. {name}: as typed. */
  nameTaken: 'Đã có tài khoản tên {name}.',
  /** Refusal. */
  nameMalformed: 'Tên đăng nhập cần 2 đến 60 chữ, số, dấu chấm hoặc gạch nối.',
  /** Refusal. {device}: as typed. */
  deviceUnknown: 'Không có máy {device}.',
  /** Refusal. {path}: of the database. */
  storeMissing: 'Chưa có cơ sở dữ liệu ở {path}. Chạy npm start một lần trước.',
  /** Refusal. {path}: as typed. */
  backupUnsound: 'Tệp {path} không phải bản sao lưu nguyên vẹn của Sổ tay.',
  /** Refusal. {path}: as typed. */
  backupExists: 'Đã có tệp {path}. Chọn tên khác.',
  /** Refusal: the option is no number of days. */
  daysWrong: 'Số ngày phải từ 1 đến 365.',
  /** Refusal. */
  noSample: 'Máy chủ này không ở chế độ dữ liệu mẫu.',
} as const;

/** Invented people and remarks of the sample mode. */
export const sampleWords = {
  /** Name of an officer. {number}: 1 and up. */
  officer: 'Cán bộ mẫu {number}',
  /** Name of whoever reviewed the samples. */
  reviewer: 'Cán bộ thẩm định mẫu',
  /** Remark at the field of the gifts' value, in the record that was returned. */
  remark: 'Đề nghị xem lại số tiền: 12 suất quà, tổng 3.600 nghìn đồng có đúng không?',
  /** Name of the account printed at the first start. */
  account: 'tinh',
  /** What units read beside a decision of that account in the sample mode. */
  accountShown: 'Cán bộ Ban Tuyên giáo và Nữ công',
} as const;
