import { describe, expect, test } from 'vitest';
import { codeTemplates, codeText, documentDateText, paragraphsOf, plainName, romanNumber, signatureOf } from '../../src/documents/page-model.ts';
import { periodReportDocument } from '../../src/documents/period-report.ts';
import { workProgrammeDocument } from '../../src/documents/work-programme.ts';
import { day } from '../make/activity-context.ts';
import { province, programmeValues, reportValues } from '../make/official-document.ts';

const blanks = '\u00a0'.repeat(6);

describe('number and date', () => {
  test.each([
    [5, 'BC', 'CĐCS', codeTemplates.usual, '05/BC-CĐCS'],
    [34, 'BC', 'LĐLĐ', codeTemplates.usual, '34/BC-LĐLĐ'],
    [33, 'CTr', 'LĐLĐ', codeTemplates.usual, '33/CTr-LĐLĐ'],
    [487, 'CV', 'BTG', codeTemplates.untyped, '487/BTG'],
    [476, 'CV', 'CĐCS', codeTemplates.hyphened, '476-CV/CĐCS'],
    [null, 'BC', 'CĐCS', codeTemplates.usual, `${blanks}/BC-CĐCS`],
  ])('number %j, type %s of %s is written as offices do', (number, type, issuer, template, text) => {
    expect(codeText(number, type, issuer, template)).toBe(text);
  });

  test('a zero stands before days under 10 and the months 1 and 2 only; an open day leaves room for a pen', () => {
    expect(documentDateText(day('2020-06-03'), 2020)).toBe('ngày 03 tháng 6 năm 2020');
    expect(documentDateText(day('2020-02-15'), 2020)).toBe('ngày 15 tháng 02 năm 2020');
    expect(documentDateText(null, 2020)).toBe(`ngày${blanks}tháng${blanks}năm 2020`);
  });
});

describe('who signs', () => {
  test.each([
    ['B', 'chair', ['TM. BAN CHẤP HÀNH', 'CHỦ TỊCH']],
    ['D', 'deputy', ['TM. BAN CHẤP HÀNH', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['U', 'chair', ['TM. BAN THƯỜNG VỤ', 'CHỦ TỊCH']],
    ['P', 'deputy', ['TM. BAN THƯỜNG VỤ', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['P', 'head', ['TL. BAN THƯỜNG VỤ', 'TRƯỞNG BAN']],
    ['P', 'deputyHead', ['TL. BAN THƯỜNG VỤ', 'KT. TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN']],
  ] as const)('at level %s the %s signs as its level does', (level, position, lines) => {
    expect(signatureOf(level, { position, name: 'Lò Văn Mẫu' }).lines).toEqual(lines);
  });

  test.each([
    ['Đ/c Lò Văn Mẫu', 'Lò Văn Mẫu'], ['Đồng chí: Lò Văn Mẫu', 'Lò Văn Mẫu'], ['ThS. Lò Thị Mẫu', 'Lò Thị Mẫu'], ['PGS.TS. Lò Thị Mẫu', 'Lò Thị Mẫu'],
    ['bà Giàng Thị Mẫu', 'Giàng Thị Mẫu'], ['  Tsan Mẫu ', 'Tsan Mẫu'], ['Bàn Văn Mẫu', 'Bàn Văn Mẫu'], ['', ''],
  ])('no title stands before the name: %j', (typed, name) => {
    expect(plainName(typed)).toBe(name);
  });
});

describe('a report', () => {
  test('is laid out in the order of the office', () => {
    const { header, heading, addressees, recipients, body, fileName, appendices } = periodReportDocument(reportValues());
    expect(header).toMatchObject({
      superior: ['LĐLĐ HUYỆN MƯỜNG NHÉ'], issuer: 'CĐCS TRƯỜNG PTDTBT TIỂU HỌC HUỔI SANG', code: 'Số: 05/BC-CĐCS', letterSubject: null,
      placeDate: 'Mường Nhé, ngày 03 tháng 6 năm 2020',
    });
    expect(heading?.typeName).toBe('BÁO CÁO');
    expect(heading?.subject.replaceAll('\u00a0', ' ')).toBe('Kết quả công tác Tuyên giáo Công đoàn 6 tháng đầu năm 2020, phương hướng, nhiệm vụ 6 tháng cuối năm 2020');
    expect(addressees).toEqual({ label: 'Kính gửi: LĐLĐ huyện Mường Nhé.', lines: [] });
    expect(recipients.lines).toEqual(['- Như trên;', '- Chi bộ nhà trường (để b/c);', '- Lưu: VT, TG.']);
    expect(body.at(-1)?.text).toMatch(/^Trên đây là báo cáo kết quả .* của CĐCS Trường PTDTBT Tiểu học Huổi Sang\.\/\.$/);
    expect(fileName).toBe('05_BC-CDCS_2020-06-03_tuyengiao-6thang');
    expect(appendices[0]?.reference.replaceAll('\u00a0', ' ')).toBe('(Kèm theo Báo cáo số 05/BC-CĐCS ngày 03 tháng 6 năm 2020 của CĐCS Trường PTDTBT Tiểu học Huổi Sang)');
  });

  test('leaves out a section without a text and numbers the others without a gap', () => {
    const narrative = { ...reportValues().narrative, situation: ' \n', shortcomings: 'Gửi chậm.', proposals: 'Tập huấn.' };
    const headings = periodReportDocument(reportValues({ narrative })).body.filter(({ kind }) => kind === 'section' || kind === 'item').map(({ text }) => text);
    expect(headings).toEqual([
      'I. KẾT QUẢ THỰC HIỆN', '1. Tuyên truyền, giáo dục truyền thống', '2. Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
      'II. ĐÁNH GIÁ CHUNG', '1. Ưu điểm', '2. Tồn tại, hạn chế', 'III. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2020', 'IV. ĐỀ XUẤT, KIẾN NGHỊ',
    ]);
  });

  test('to several is addressed line by line, and to nobody has no “Như trên”', () => {
    expect(periodReportDocument(reportValues({ addressees: ['LĐLĐ tỉnh', 'Huyện ủy'] })).addressees).toEqual({ label: 'Kính gửi:', lines: ['- LĐLĐ tỉnh;', '- Huyện ủy.'] });
    const alone = periodReportDocument(reportValues({ addressees: [] }));
    expect(alone.addressees).toBeNull();
    expect(alone.recipients.lines).not.toContain('- Như trên;');
  });

  test('without number and day has a file name of what is known', () => {
    expect(periodReportDocument(reportValues({ number: null, issuedOn: null })).fileName).toBe('BC-CDCS_tuyengiao-6thang');
  });

  test('keeps zero apart from what nobody counted', () => {
    const cells = periodReportDocument(reportValues()).appendices[0]?.rows.filter(({ kind }) => kind === 'row').map(({ cells: [, text, , value] }) => [text, value]);
    expect(cells).toContainEqual(['Số tập thể điển hình tiên tiến', 0]);
  });

  test('of the province stands below the confederation', () => {
    const { header, signature } = periodReportDocument(reportValues({ unit: province }));
    expect([...header.superior, header.issuer]).toEqual(['TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM', 'LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐIỆN BIÊN']);
    expect(signature.lines[0]).toBe('TM. BAN THƯỜNG VỤ');
  });

  test('begins a paragraph at every line break and makes a list of hyphens', () => {
    expect(paragraphsOf(['Một.\r\n\n- Hai.\n• Ba.\n+ Bốn.\n-5 độ', ' \n'])).toEqual([
      { kind: 'paragraph', text: 'Một.' }, { kind: 'point', text: '- Hai.' }, { kind: 'point', text: '- Ba.' }, { kind: 'point', text: '+ Bốn.' },
      { kind: 'paragraph', text: '-5 độ' },
    ]);
  });
});

describe('a work programme', () => {
  test('is a document of its own type with its schedule behind it', () => {
    const { header, heading, fileName, appendices: [schedule] } = workProgrammeDocument(programmeValues());
    expect([header.code, heading?.typeName, heading?.subject]).toEqual(['Số: 02/CTr-CĐCS', 'CHƯƠNG TRÌNH', 'Công tác Tuyên giáo Công đoàn năm 2020']);
    expect(fileName).toBe('02_CTr-CDCS_2020-02-05_tuyengiao-2020');
    expect(schedule?.columns.map((column) => column.heading)).toEqual(['TT', 'Nội dung công việc', 'Thời gian', 'Phụ trách', 'Ghi chú']);
    expect(schedule?.rows.slice(0, 2)).toEqual([
      { kind: 'group', cells: ['I', 'Tuyên truyền, quán triệt đường lối, chính sách, pháp luật'] },
      { kind: 'row', cells: [1, 'Sinh hoạt chuyên đề theo tổ công đoàn', 'Tháng 2', 'Chủ tịch CĐCS', null] },
    ]);
  });

  test('without items has no schedule', () => {
    expect(workProgrammeDocument(programmeValues({ tasks: [{ title: 'Tuyên truyền', text: 'Cả năm.', items: [] }] })).appendices).toEqual([]);
  });
});

test('the shares of a table’s columns make a whole, however many figures there are', () => {
  for (const columns of [null, 1, 2, 3, 5].map((count) => count === null ? null : Array.from({ length: count }, (_, index) => ({ heading: `${index}`, under: null })))) {
    const [appendix] = periodReportDocument(reportValues({ figures: { columns, groups: [] } })).appendices;
    expect(appendix?.columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(appendix?.columns.every(({ share }) => share > 0.05)).toBe(true);
  }
});

test('Roman numbers go as far as a document needs', () => {
  expect([1, 4, 5, 9, 10, 14, 19, 21, 39].map((value) => romanNumber(value))).toEqual(['I', 'IV', 'V', 'IX', 'X', 'XIV', 'XIX', 'XXI', 'XXXIX']);
});
