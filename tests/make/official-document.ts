/** Builders for official documents: invented units, people and figures, laid out as the real ones would be. */
import type { IssuingUnit, OfficeDocument } from '../../src/documents/page-model.ts';
import { addresseesOf, cleaned, documentHeader, paragraphsOf, recipientsOf, signatureOf } from '../../src/documents/page-model.ts';
import type { FiguresTable, PeriodReportValues, ReportNarrative } from '../../src/documents/period-report.ts';
import { periodReportDocument } from '../../src/documents/period-report.ts';
import type { WorkProgrammeValues } from '../../src/documents/work-programme.ts';
import { workProgrammeDocument } from '../../src/documents/work-programme.ts';
import { day } from './activity-context.ts';
import { phonePaper } from './phone-paper.ts';

export const schoolUnion: IssuingUnit = {
  name: 'CĐCS Trường PTDTBT Tiểu học Huổi Sang', superior: ['LĐLĐ huyện Mường Nhé'], level: 'B', codeName: 'CĐCS', place: 'Mường Nhé',
};
export const longNamedUnion: IssuingUnit = {
  name: 'CĐCS Trung tâm Văn hóa - Truyền thanh - Truyền hình huyện Điện Biên Đông', superior: ['LĐLĐ huyện Điện Biên Đông'], level: 'B',
  codeName: 'CĐCS', place: 'Điện Biên Đông',
};
export const districtUnion: IssuingUnit = {
  name: 'LĐLĐ huyện Mường Nhé', superior: ['Liên đoàn Lao động tỉnh Điện Biên'], level: 'U', codeName: 'LĐLĐ', place: 'Mường Nhé',
};
export const province: IssuingUnit = {
  name: 'Liên đoàn Lao động tỉnh Điện Biên', superior: ['Tổng Liên đoàn Lao động Việt Nam'], level: 'P', codeName: 'LĐLĐ', place: 'Điện Biên',
};

const shortNarrative: ReportNarrative = {
  lead: 'Thực hiện định hướng một số nhiệm vụ trọng tâm công tác Tuyên giáo Công đoàn năm 2020 của Ban Thường vụ LĐLĐ tỉnh, Ban Chấp hành CĐCS báo cáo kết quả như sau:',
  situation: 'CĐCS có 31 đoàn viên, trong đó 19 nữ. Tư tưởng của đoàn viên, người lao động ổn định, yên tâm công tác.',
  results: [
    { title: 'Tuyên truyền, giáo dục truyền thống', text: 'Tổ chức 02 buổi sinh hoạt kỷ niệm các ngày lễ lớn, 58 lượt người dự, trong đó 34 lượt nữ. Trao 12 suất quà Tết cho giáo viên cắm bản, trị giá 3.600 nghìn đồng.' },
    { title: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', text: 'Tổ chức 01 buổi sinh hoạt chuyên đề năm 2020, 31 lượt người dự.' },
  ],
  strengths: 'Các hoạt động bám sát định hướng của LĐLĐ tỉnh, phù hợp điều kiện phòng, chống dịch.',
  shortcomings: '', causes: '', models: '',
  plan: 'Tiếp tục tuyên truyền đại hội Đảng các cấp; tham gia các hoạt động kỷ niệm 91 năm Ngày thành lập Công đoàn Việt Nam.',
  proposals: '',
};

const shortFigures: FiguresTable = {
  columns: null,
  groups: [
    {
      title: 'Tuyên truyền, giáo dục truyền thống',
      rows: [
        {
          text: 'Số buổi tuyên truyền đường lối, chính sách, pháp luật, nhiệm vụ công đoàn', unit: 'buổi', values: [2],
        },
        { text: 'Số lượt người dự tuyên truyền', unit: 'lượt người', values: [58], parts: [{ text: 'Trong đó: nữ', unit: 'lượt người', values: [34] }] },
        { text: 'Số suất quà Tết', unit: 'suất', values: [12] },
        { text: 'Giá trị chăm lo Tết', unit: 'nghìn đồng', values: [3600], note: 'Quỹ CĐCS' },
      ],
    },
    {
      title: 'Học tập và làm theo Bác',
      rows: [
        { text: 'Có kế hoạch thực hiện Chỉ thị 05-CT/TW năm 2020', unit: 'có/không', values: ['Có'] },
        { text: 'Số lượt người học chuyên đề năm 2020', unit: 'lượt người', values: [31], parts: [{ text: 'Trong đó: nữ', unit: 'lượt người', values: [19] }] },
        { text: 'Số tập thể điển hình tiên tiến', unit: 'tập thể', values: [0] },
      ],
    },
  ],
};

/** A grassroots union's six months: one page and its appendix. */
export function reportValues(overrides: Partial<PeriodReportValues> = {}): PeriodReportValues {
  return {
    unit: schoolUnion, number: 5, issuedOn: day('2020-06-03'), year: 2020,
    period: '6 tháng đầu năm 2020', next: '6 tháng cuối năm 2020', periodName: '6thang',
    addressees: ['LĐLĐ huyện Mường Nhé'], narrative: shortNarrative, closing: null,
    signer: { position: 'chair', name: 'Lò Văn Mẫu' }, recipients: ['Chi bộ nhà trường (để b/c)'], drafter: 'TG', figures: shortFigures,
    ...overrides,
  };
}

const taskTitles = [
  'Tuyên truyền, quán triệt đường lối, chính sách, pháp luật', 'Giáo dục truyền thống, các ngày lễ lớn', 'Tuyên truyền đại hội Đảng các cấp',
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh', 'Tháng Công nhân, phong trào thi đua', 'Bảo vệ nền tảng tư tưởng, nắm bắt dư luận xã hội',
  'Nâng cao trình độ, phổ biến giáo dục pháp luật', 'Văn hóa, văn nghệ, thể dục, thể thao', 'Thông tin, truyền thông',
];

const longNarrative: ReportNarrative = {
  ...shortNarrative,
  situation: 'Toàn huyện có 64 CĐCS với 1.870 đoàn viên, trong đó 1.012 nữ; 4 CĐCS thuộc doanh nghiệp ngoài khu vực nhà nước.\nTrong 6 tháng đầu năm, dịch COVID-19 làm nhiều hoạt động đông người phải lùi hoặc chuyển sang hình thức trực tuyến; đời sống của một bộ phận lao động hợp đồng gặp khó khăn. Tư tưởng của cán bộ, đoàn viên cơ bản ổn định, tin tưởng sự lãnh đạo của Đảng, chấp hành tốt quy định phòng, chống dịch.',
  results: taskTitles.map((title, index) => ({
    title,
    text: `Các cấp công đoàn trong huyện đã tổ chức ${12 + index * 3} hoạt động với ${numberWord(640 + index * 217)} lượt đoàn viên, người lao động tham gia, trong đó ${numberWord(330 + index * 96)} lượt nữ. Nội dung bám sát định hướng của LĐLĐ tỉnh, gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị, doanh nghiệp; hình thức được đổi mới, tăng cường sinh hoạt theo tổ công đoàn, nhóm Zalo và trang mạng xã hội của công đoàn.\n- Cấp huyện: ${2 + index} hoạt động.\n- CĐCS: ${10 + index * 2} hoạt động.`,
  })),
  shortcomings: 'Một số CĐCS gửi báo cáo chậm; số liệu “trong đó: nữ” chưa đầy đủ. Việc tuyên truyền trong doanh nghiệp ngoài khu vực nhà nước còn ít.',
  causes: 'Dịch bệnh kéo dài; cán bộ công đoàn kiêm nhiệm; đường truyền ở các xã vùng cao không ổn định.',
  models: 'Mô hình “Loa công đoàn” của 6 trường vùng cao: mỗi sáng thứ Hai dành 10 phút đọc tin công đoàn bằng tiếng Việt và tiếng Mông.',
  plan: 'Tuyên truyền kết quả đại hội Đảng bộ các cấp; tổ chức các hoạt động kỷ niệm 91 năm Ngày thành lập Công đoàn Việt Nam, 75 năm Cách mạng Tháng Tám và Quốc khánh 2/9.\nDuy trì chế độ thông tin, báo cáo; hướng dẫn CĐCS ghi hoạt động ngay sau khi tổ chức.',
  proposals: 'Đề nghị LĐLĐ tỉnh tổ chức tập huấn nghiệp vụ tuyên giáo cho cán bộ CĐCS các xã vùng cao, biên giới; hỗ trợ tài liệu tuyên truyền song ngữ.',
};

function numberWord(value: number): string {
  return value >= 1000 ? `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}` : String(value);
}

const wideFigures: FiguresTable = {
  columns: [
    { heading: 'Tổng số', under: 'Kết quả 6 tháng đầu năm 2020' }, { heading: 'Trong đó: nữ', under: 'Kết quả 6 tháng đầu năm 2020' },
    { heading: 'DN ngoài khu vực nhà nước', under: 'Kết quả 6 tháng đầu năm 2020' }, { heading: 'So với cùng kỳ (%)', under: null },
  ],
  groups: taskTitles.map((title, index) => ({
    title,
    rows: [
      { text: 'Số buổi, hoạt động đã tổ chức', unit: 'buổi', values: [12 + index * 3, null, 1 + index, 104.5 + index] },
      {
        text: 'Số lượt người tham gia', unit: 'lượt người', values: [640 + index * 217, 330 + index * 96, 45 + index * 9, 98.2 + index],
        parts: [{ text: 'Trong đó: đoàn viên CĐCS trường học', unit: 'lượt người', values: [410 + index * 120, 255 + index * 61, null, null] }],
      },
      { text: 'Có kế hoạch thực hiện', unit: 'có/không', values: ['Có', null, null, null], note: index === 0 ? 'Theo từng CĐCS' : '' },
    ],
  })),
};

/** An upper-level union's six months: three pages and a turned appendix. */
export function districtReportValues(overrides: Partial<PeriodReportValues> = {}): PeriodReportValues {
  return reportValues({
    unit: districtUnion, number: 27, issuedOn: day('2020-06-08'), addressees: ['Ban Tuyên giáo và Nữ công LĐLĐ tỉnh', 'Ban Tuyên giáo Huyện ủy'],
    narrative: longNarrative, signer: { position: 'deputy', name: 'Giàng Thị Mẫu' }, recipients: ['Thường trực Huyện ủy (để b/c)', 'Các CĐCS trực thuộc'],
    figures: wideFigures, ...overrides,
  });
}

export function programmeValues(overrides: Partial<WorkProgrammeValues> = {}): WorkProgrammeValues {
  return {
    unit: schoolUnion, number: 2, issuedOn: day('2020-02-05'), year: 2020, addressees: [],
    lead: 'Thực hiện định hướng một số nhiệm vụ trọng tâm công tác Tuyên giáo Công đoàn năm 2020 của Ban Thường vụ LĐLĐ tỉnh, Ban Chấp hành CĐCS xây dựng Chương trình công tác như sau:',
    purpose: 'Nâng cao nhận thức của đoàn viên, người lao động về nhiệm vụ của tổ chức công đoàn.\nMỗi nhiệm vụ có thời gian và người phụ trách rõ ràng, phù hợp điều kiện của đơn vị.',
    tasks: taskTitles.slice(0, 5).map((title, index) => ({
      title, text: 'Tổ chức sinh hoạt, tuyên truyền phù hợp với đoàn viên của đơn vị; báo cáo kết quả ngay sau mỗi hoạt động.',
      items: [
        { text: 'Sinh hoạt chuyên đề theo tổ công đoàn', time: `Tháng ${index + 2}`, responsible: 'Chủ tịch CĐCS' },
        { text: 'Tin, ảnh gửi trang thông tin của công đoàn cấp trên', time: `15/${index + 3}/2020`, responsible: 'Ban Chấp hành', note: 'Cả năm' },
      ],
    })),
    arrangement: 'Ban Chấp hành phân công ủy viên theo dõi từng nhiệm vụ; các tổ công đoàn thực hiện và báo cáo trước ngày 25 hằng tháng.',
    signer: { position: 'chair', name: 'Lò Văn Mẫu' }, recipients: ['LĐLĐ huyện Mường Nhé (để b/c)', 'Các tổ công đoàn'], drafter: 'TG', ...overrides,
  };
}

/** A letter (công văn): no type name, its subject stands under the code. */
export function aLetter(): OfficeDocument {
  const number = { number: 12, type: 'CV', template: '{number}/{issuer}', issuedOn: day('2020-02-04'), year: 2020 } as const;
  return cleaned({
    title: 'Công văn về việc gửi báo cáo', creator: districtUnion.name, issuedOn: number.issuedOn, fileName: '12_CV-LDLD_2020-02-04_gui-bao-cao',
    header: documentHeader(districtUnion, number, 'gửi báo cáo công tác Tuyên giáo quý I năm 2020'),
    heading: null, addressees: addresseesOf(['Các CĐCS trực thuộc']),
    body: paragraphsOf(['LĐLĐ huyện đề nghị các CĐCS gửi báo cáo quý I năm 2020 trước ngày 18/3/2020 để tổng hợp báo cáo LĐLĐ tỉnh.', 'Đề nghị các đơn vị quan tâm thực hiện./.']),
    recipients: recipientsOf([], true, 'TG'), signature: signatureOf('U', { position: 'deputy', name: 'Giàng Thị Mẫu' }), appendices: [],
  });
}

/** Every document that the checker and the eye go over, by a name for files. */
export function goldenDocuments(): Readonly<Record<string, OfficeDocument>> {
  return {
    school: periodReportDocument(reportValues()),
    'one-page': periodReportDocument(reportValues({
      number: 2, issuedOn: day('2020-03-18'), period: 'quý I năm 2020', next: null, periodName: 'quy1', figures: null,
      narrative: { ...shortNarrative, strengths: '', proposals: 'Đề nghị LĐLĐ huyện cấp thêm tài liệu tuyên truyền bằng tiếng Mông.' },
    })),
    'long-name': periodReportDocument(reportValues({ unit: longNamedUnion, number: 12, addressees: ['LĐLĐ huyện Điện Biên Đông'], signer: { position: 'deputy', name: 'Lò Văn Mẫu' } })),
    district: periodReportDocument(districtReportValues()),
    province: periodReportDocument(districtReportValues({
      unit: province, number: 134, issuedOn: day('2020-06-15'), addressees: ['Ban Tuyên giáo Tổng Liên đoàn', 'Ban Tuyên giáo Tỉnh ủy'],
      signer: { position: 'head', name: 'Quàng Thị Mẫu' }, recipients: ['Thường trực LĐLĐ tỉnh', 'Các LĐLĐ huyện, thị xã, thành phố'],
    })),
    blank: periodReportDocument(reportValues({ number: null, issuedOn: null, addressees: [], signer: { position: 'chair', name: '' }, figures: null, next: null })),
    programme: workProgrammeDocument(programmeValues()),
    letter: aLetter(),
    'phone-school': phonePaper('c01', { code: 'I2.04', value: 14, reason: 'Hai suất trao sau Tết' }),
    'phone-long-name': phonePaper('c09', null),
    'phone-sum': phonePaper('u07', { code: 'I2.04', value: 15, reason: 'Ba suất huyện trao trực tiếp, chưa ghi vào sổ' }),
  };
}
