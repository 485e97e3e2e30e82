import { describe, expect, test } from 'vitest';
import { indicatorSet } from '../../src/content/indicators.ts';
import { occasions2020 } from '../../src/content/occasions-2020.ts';
import { sampleActivities } from '../../src/content/sample-activities.ts';
import type { FormId, RequirementId, TaskId } from '../../src/domain/id.ts';
import { personalDataProblems } from '../../src/domain/personal-data.ts';
import type { NarratedActivity } from '../../src/i18n/report-narrative.ts';
import { moneyText, officeCount, rolledParagraph, taskParagraph, taskParagraphs } from '../../src/i18n/report-narrative.ts';
import { day, setting } from '../make/activity-context.ts';
import { reportByLevels } from '../make/report.ts';

const task = (id: string): TaskId => id as TaskId;
const occasions = new Map(occasions2020(null).map((one) => [one.id as string, one]));
const samples: readonly NarratedActivity[] = sampleActivities().map(({ activity }) => ({ activity, occasion: occasions.get(activity.occasionId ?? '') ?? null }));

function told(requirementId: string, formId: string, title: string, figures: Record<string, number>, occasionId?: string, heldOn = '2020-05-12'): NarratedActivity {
  return {
    activity: { requirementId: requirementId as RequirementId, formId: formId as FormId, title, heldOn: day(heldOn), figures },
    occasion: occasionId === undefined ? null : occasions.get(occasionId) ?? null,
  };
}

describe('a paragraph reads as a person of the office wrote it', () => {
  test('an anniversary is named with its ordinal, and the figures stand in the sentence', () => {
    expect(taskParagraph(task('2'), [told('2.5', 'hoi-nghi', 'Hội nghị nhân dịp 130 năm Ngày sinh Bác Hồ', { sessions: 1, attendances: 42, women: 31 }, 'e0519')]))
      .toBe('Nhân kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh, đơn vị tổ chức 01 hội nghị với 42 lượt người dự (31 nữ).');
  });

  test.each([
    ['1', 'Các đơn vị đã tổ chức 01 hội nghị quán triệt NQ 20-NQ/TW và KL 79-KL/TW với 34 lượt người dự (16 nữ).'],
    ['3', 'Các đơn vị đã tổ chức 01 hội nghị góp ý dự thảo văn kiện Đại hội Đảng bộ huyện, tỉnh với 22 lượt người dự (08 nữ), tổng hợp 09 lượt ý kiến đóng góp. '
      + 'Cùng với đó, các đơn vị tuyên truyền kết quả Đại hội Đảng bộ tỉnh lần thứ XIV qua 06 buổi với 320 lượt người tham gia (150 nữ).'],
    ['4', 'Nhân kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh, các đơn vị tổ chức 01 hội nghị tuyên dương 07 cá nhân tiêu biểu với 72 lượt người dự (44 nữ). '
      + 'Cùng với đó, các đơn vị tổ chức 01 hội nghị học tập chuyên đề năm 2020 về đại đoàn kết với 33 lượt người dự (15 nữ).'],
    ['5', 'Hưởng ứng Tháng Công nhân năm 2020, các đơn vị tổ chức 01 hội nghị với 53 lượt người dự (27 nữ), trao 06 suất quà cho 06 lượt đoàn viên, người lao động, tổng trị giá 3 triệu đồng. '
      + 'Hưởng ứng Tháng hành động về ATVSLĐ năm 2020, các đơn vị tổ chức 01 cuộc đối thoại, kiểm tra với 96 lượt người tham gia (11 nữ).'],
    ['6', 'Các đơn vị đã công nhận 3 tuyên truyền viên tại doanh nghiệp.'],
    ['7', 'Các đơn vị đã gửi tờ gấp điểm mới Bộ luật Lao động qua nhóm Zalo (86 tờ gấp, tài liệu; 80 lượt người theo dõi). '
      + 'Cùng với đó, các đơn vị mở 01 lớp nâng cao tay nghề cốp pha, an toàn giàn giáo với 58 lượt người học (04 nữ). '
      + 'Hưởng ứng Ngày Pháp luật nước CHXHCN Việt Nam, các đơn vị tổ chức 01 hội nghị với 21 lượt người dự (07 nữ), phát 60 tờ gấp, tài liệu.'],
    ['9', 'Các đơn vị đã lập trang facebook CĐCS, kết nối trang công đoàn ngành (04 tin, bài).'],
  ])('task %s of the samples', (id, paragraph) => {
    expect(taskParagraph(task(id), samples, 'các đơn vị')).toBe(paragraph);
  });

  test('activities of one occasion are one sentence, in the order of the year', () => {
    expect(taskParagraph(task('2'), samples, 'các đơn vị').split('. ')).toEqual([
      'Nhân dịp Tết Nguyên đán Canh Tý, các đơn vị trao 52 suất quà cho 52 lượt đoàn viên, người lao động (31 nữ), tổng trị giá 23,6 triệu đồng',
      'Nhân kỷ niệm 90 năm Ngày thành lập Đảng Cộng sản Việt Nam, các đơn vị tổ chức 01 buổi sinh hoạt chuyên đề với 38 lượt người dự (24 nữ)',
      'Nhân kỷ niệm 110 năm Ngày Quốc tế Phụ nữ, các đơn vị tổ chức 01 buổi sinh hoạt chuyên đề với 18 lượt người dự (đều là nữ)',
      'Nhân kỷ niệm 45 năm Ngày Giải phóng miền Nam, thống nhất đất nước, các đơn vị tuyên truyền trên mạng với 05 tin, bài',
      'Nhân kỷ niệm 91 năm Ngày thành lập Công đoàn Việt Nam, các đơn vị tổ chức 01 hội thi với 105 lượt người tham gia (58 nữ)',
      'Nhân kỷ niệm 75 năm Cách mạng Tháng Tám, các đơn vị tổ chức 01 buổi sinh hoạt chuyên đề với 27 lượt người dự (15 nữ).',
    ]);
  });

  test('several of one kind are counted together and their contents named; a heading stands in quotation marks', () => {
    const paragraph = taskParagraph(task('1'), [
      told('1.1', 'hoi-nghi', 'Triển khai nhiệm vụ năm 2020', { sessions: 2, attendances: 40, women: 20, documents: 2 }),
      told('1.1', 'hoi-nghi', 'Quán triệt Nghị quyết Đại hội.', { sessions: 1, attendances: 9 }),
      told('1.1', 'sinh-hoat', 'Chuyên đề tháng 4', { sessions: 1, attendances: 12, women: 0 }),
    ]);
    expect(paragraph).toBe('Đơn vị đã tổ chức 02 hội nghị (03 buổi) với 49 lượt người dự (nội dung: triển khai nhiệm vụ năm 2020; quán triệt Nghị quyết Đại hội), triển khai 02 văn bản; '
      + 'tổ chức 01 buổi sinh hoạt chuyên đề với nội dung “Chuyên đề tháng 4”, có 12 lượt người dự.');
  });

  test('of people only numbers are told, of a plan its name, of a number on hand the newest', () => {
    expect(taskParagraph(task('3'), [told('3.4', 'thanh-lap', 'Giới thiệu đoàn viên ưu tú', { introduced: 3, admitted: 1 })])).toBe('Đơn vị đã giới thiệu 03 đoàn viên ưu tú cho Đảng, có 01 người được kết nạp Đảng.');
    expect(taskParagraph(task('4'), [
      told('4.1', 'thanh-lap', 'Kế hoạch thực hiện Chỉ thị 05-CT/TW năm 2020', { adopted: 1 }, undefined, '2020-01-10'),
      told('4.2', 'thanh-lap', 'Đăng ký bổ sung', { registered: 26 }, undefined, '2020-03-10'), told('4.2', 'thanh-lap', 'Đăng ký', { registered: 20 }, undefined, '2020-02-10'),
    ])).toBe('Đơn vị đã ban hành “Kế hoạch thực hiện Chỉ thị 05-CT/TW năm 2020”. Cùng với đó, đơn vị có 26 người đăng ký cuộc vận động.');
  });

  test('a tournament is a tournament, and what is not there is not said', () => {
    expect(taskParagraph(task('8'), [told('8.3', 'van-nghe-the-thao', 'Giải cầu lông công đoàn huyện', { sessions: 1, attendances: 40, women: 10, teams: 0 })]))
      .toBe('Đơn vị đã tổ chức 01 giải cầu lông công đoàn huyện với 40 lượt người tham gia (10 nữ).');
    expect(taskParagraph(task('8'), samples)).toBe('');
    expect(taskParagraphs(['7', '8'] as TaskId[], samples)).toEqual({ '7': taskParagraph(task('7'), samples) });
  });

  test('no nought, no double blank and no name comes out of any sample', () => {
    for (const id of ['1', '2', '3', '4', '5', '6', '7', '9']) {
      for (const one of samples) {
        const text = taskParagraph(task(id), [one]);
        expect(text).not.toMatch(/\b00\b|\b0 |undefined|NaN| {2}|\(\)|,,|;\./);
        expect(personalDataProblems(text, 'tasks', setting.knownNames)).toEqual([]);
      }
    }
  });
});

test('what was added up is told in the words of the indicators, parts and women beside their whole', () => {
  const values = reportByLevels('p01', '2020-y').rolled?.indicators ?? new Map<never, never>();
  const of = (id: string): string => rolledParagraph(task(id), indicatorSet.indicators, values, 'Toàn tỉnh');
  expect(of('2')).toBe('Toàn tỉnh có 06 hoạt động giáo dục truyền thống gắn ngày lễ lớn; 260 lượt người tham gia giáo dục truyền thống (159 nữ); '
    + '52 lượt đoàn viên, CNVCLĐ được chăm lo Tết (31 nữ); 52 suất quà Tết; giá trị chăm lo Tết 23,6 triệu đồng.');
  // One unit gave no women, so they are not told: a part would read as the whole.
  expect(of('7')).toBe('Toàn tỉnh có 01 lớp, hoạt động nâng cao trình độ, tay nghề, tác phong; 58 lượt người được học tập nâng cao trình độ, tay nghề (04 nữ); '
    + '02 buổi tuyên truyền, phổ biến giáo dục pháp luật, trong đó 01 buổi về điểm mới Bộ luật Lao động sửa đổi; 101 lượt người dự tuyên truyền pháp luật; 146 tài liệu, tờ gấp pháp luật đã phát.');
  expect(of('9')).toBe('Toàn tỉnh có 01 CĐCS có tài khoản facebook kết nối cấp trên; tỷ lệ CĐCS có tài khoản facebook đạt 3,3%.');
  expect(of('8')).toBe('');
});

test('counts and money are written as offices write them', () => {
  expect([1, 9, 10, 1200].map(officeCount)).toEqual(['01', '09', '10', '1.200']);
  expect([500, 3600, 20_000, 1_250_500].map(moneyText)).toEqual(['500 nghìn đồng', '3,6 triệu đồng', '20 triệu đồng', '1.250,5 triệu đồng']);
});
