import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forms } from '../../src/content/forms.ts';
import { sampleActivities } from '../../src/content/sample-activities.ts';
import { sampleUnits } from '../../src/content/sample-units.ts';
import { personalDataProblems } from '../../src/domain/personal-data.ts';
import { suggestTitle } from '../../src/domain/suggestion.ts';
import { directive, occasions, requirements, setting } from '../make/activity-context.ts';

const codesIn = (text: string): string[] => personalDataProblems(text, 'note', setting.knownNames).map((one) => one.code);

describe('a name is noticed', () => {
  test.each([
    'Tặng quà ông Nguyễn Văn A', 'thăm bà Lò Thị Mai ở bản', 'anh Tuấn được khen', 'chị Thanh có con nhỏ', 'cô giáo Hoa', 'thầy Hùng phát biểu',
    'đ/c Minh chủ trì', 'Đ/c Nguyễn Thị Hoa', 'đồng chí Quàng Văn Phương', 'em Giàng A Súa', 'trao học bổng cho em Lan',
    'Nguyễn Văn Hùng', 'Giàng A Lử phát biểu', 'Lò Văn Ín', 'Quàng Thị Dương', 'Vàng Thị Dợ', 'Mùa A Thào', 'Sùng A Chứ', 'Thào Thị Mỷ', 'Vừ A Giống',
    'Hạng Thị Sua', 'Cà Thị Hoa', 'Lường Văn Bình', 'Tòng Văn Thu', 'Pờ Diệu Ninh', 'Hoàng Thị Hà', 'Hồ Quốc Việt',
    'NGUYỄN VĂN AN', 'hỗ trợ nguyễn thị hoa', 'Trần Bình', 'khen: Phạm Thu Hà.', 'liên hệ hoa.nt@gmail.com',
  ])('%s', (text) => {
    expect(codesIn(text)).toContain('text-names-person');
    expect(codesIn(text.normalize('NFD'))).toContain('text-names-person');
  });

  test('the officer is told which words it is', () => {
    expect(personalDataProblems('Thăm bà Lò Thị Mai ở bản', 'title', [])).toEqual([
      { code: 'text-names-person', field: 'title', details: { found: 'bà Lò Thị Mai' } },
    ]);
  });
});

describe('a telephone or identity number is noticed however it is written', () => {
  test.each([
    'gọi 0912345678', 'gọi 0912 345 678', 'gọi 0912.345.678', 'gọi 091-234-5678', '+84912345678', '+84 912 345 678', '84912345678', '０９１２３４５６７８',
    'sđt:0987654321.', '(0987654321)',
  ])('%s', (text) => {
    expect(codesIn(text)).toContain('text-has-phone');
  });

  test.each(['CCCD 040096001234', 'số 040 096 001 234', 'CMND 040123456', 'CMND 123456789'])('%s', (text) => {
    expect(codesIn(text)).toContain('text-has-identity-number');
  });
});

describe('what is nobody stays unharmed', () => {
  test.each([
    'Học tập và làm theo Chủ tịch Hồ Chí Minh', 'Kỷ niệm 130 năm Ngày sinh Bác Hồ', 'làm theo Bác dịp 19/5', 'Bác Tôn', 'HỒ CHÍ MINH',
    'Tham quan Bảo tàng Chiến thắng Điện Biên Phủ', 'mít tinh tại Mường Nhé', 'Lễ hội Hoa Ban', 'Đại tướng Võ Nguyên Giáp', 'Tổng Bí thư Trần Phú',
    'Giải thưởng Nguyễn Đức Cảnh', 'đường Nguyễn Chí Thanh', 'Trường THPT Lương Thế Vinh', 'Trường Tiểu học Lò Văn Hặc', 'Trường THCS Phan Huy Chú',
    'anh hùng Phan Đình Giót', 'Vừ A Dính', 'Mác - Lê Nin',
    'khởi nghĩa Hai Bà Trưng', 'chị em Công đoàn', 'trẻ em Mường Lay', 'các thầy cô giáo', 'bà Mẹ Việt Nam Anh hùng', 'tiếng Anh Lớp 5',
    'đồng chí Bí thư Huyện ủy', 'đ/c Phó Chủ tịch LĐLĐ huyện', 'đồng chí Trưởng ban', 'anh chị em CNVCLĐ', 'Đoàn Thanh niên', 'Hội Phụ nữ',
    'Đoàn Văn công tỉnh', 'Công - Nông - Binh', 'quản lý văn bản', 'xử lý thị trường', 'dân tộc Hà Nhì', 'Hà Nội', 'Cao Bằng', 'Mùa Xuân dâng Đảng',
    'Thị trấn Tủa Chùa', 'Đèo Pha Đin', 'CĐCS Hợp tác xã dược liệu Nậm Pồ Xanh', 'trao 12 suất, tổng 3.600.000 đồng', '350.000.000 đồng',
    '123456789 đồng', '84.500.000.000 đồng', 'số 33/CTr-LĐLĐ ngày 04/6/2019', '03/02/1930 – 03/02/2020', 'giai đoạn 2018-2023', '',
  ])('%s', (text) => {
    expect(personalDataProblems(text, 'note', setting.knownNames)).toEqual([]);
  });

  test('no sample title, occasion, requirement, unit, sentence of the directive or suggested title is taken for a name', () => {
    const texts = [
      ...sampleActivities().map((one) => one.activity.title),
      ...occasions.flatMap((one) => [one.title, one.shortTitle, one.note]),
      ...[...requirements.values()].flatMap((one) => [one.words, ...one.quotes, ...one.evidence]),
      ...sampleUnits().map((one) => one.name),
      ...directive.blocks.map((one) => one.text),
      ...forms.flatMap((form) => [form.label, form.hint, ...occasions.flatMap((occasion) =>
        [...requirements.values()].slice(0, 1).map((requirement) => suggestTitle(form, requirement, occasion)))]),
    ];
    const flagged = texts.filter((text) => codesIn(text).length > 0).map((text) => [text, personalDataProblems(text, 'note', setting.knownNames)[0]?.details?.['found']]);
    expect(flagged).toEqual([]);
  });
});

test('a text of any kind is read without trouble', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
    expect(Array.isArray(personalDataProblems(text, 'note', setting.knownNames))).toBe(true);
  }));
});
