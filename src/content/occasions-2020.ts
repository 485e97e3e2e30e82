/** The occasions of the working year 2020. */
import * as z from 'zod/mini';
import { Occasion } from '../domain/occasion.ts';
import type { Repeat } from '../domain/occasion.ts';
import type { LocalDate } from '../domain/time.ts';
import calendar from './data/calendar-2020.json' with { type: 'json' };

const rawOccasions = z.array(z.object({
  id: z.string(),
  date: z.nullable(z.string()),
  endDate: z.nullable(z.string()),
  title: z.string(),
  ordinal: z.string(),
  tasks: z.array(z.string()),
  status: z.string(),
  noteVi: z.string(),
}));

/** Titles too long for one line of a small screen, in the words the offices use. */
const shortTitles: Readonly<Record<string, string>> = {
  'l-ongtao': 'Tiễn ông Công, ông Táo',
  'e-tet': 'Tết Nguyên đán Canh Tý',
  e0203: '90 năm thành lập Đảng',
  e0227: 'Ngày Thầy thuốc Việt Nam 27/2',
  e0308: 'Ngày Quốc tế Phụ nữ 8/3',
  's-hoaban': 'Lễ hội Hoa Ban 2020',
  'x-cachly': 'Cách ly xã hội (Chỉ thị 16)',
  e0430: '45 năm giải phóng miền Nam',
  e0501: 'Ngày Quốc tế Lao động 1/5',
  'm-cn': 'Tháng Công nhân 2020',
  'm-at': 'Tháng hành động về ATVSLĐ',
  e0507: '66 năm Chiến thắng Điện Biên Phủ',
  e0508: 'Phát động Tháng Công nhân',
  e0519: '130 năm Ngày sinh Bác Hồ',
  e0531: 'Chốt số liệu 6 tháng',
  e0611: 'Ngày thi đua yêu nước 11/6',
  e0621: 'Ngày Báo chí Cách mạng 21/6',
  e0628: 'Ngày thành lập tỉnh 28/6',
  e0727: 'Ngày Thương binh - Liệt sĩ',
  e0728: '91 năm Công đoàn Việt Nam',
  e0801: 'Ngày truyền thống Tuyên giáo',
  e0819: '75 năm Cách mạng Tháng Tám',
  e0902: '75 năm Quốc khánh 2/9',
  'e-thidua': 'Đại hội thi đua CNVCLĐ lần X',
  'l-trungthu': 'Tết Trung thu',
  e1010: 'Ngày thành lập Đảng bộ tỉnh',
  'e-dhtinh': 'Đại hội Đảng bộ tỉnh lần XIV',
  e1015: 'Ngày truyền thống dân vận',
  e1020: 'Ngày Phụ nữ Việt Nam 20/10',
  's-caulong': 'Giải cầu lông CNVCLĐ lần 22',
  's-bongchuyen': 'Bóng chuyền Công - Nông - Binh',
  's-hoidien': 'Hội diễn Công - Nông - Binh',
  e1109: 'Ngày Pháp luật 9/11',
  e1120: 'Ngày Nhà giáo Việt Nam 20/11',
  e1130: 'Chốt số liệu năm',
  e1210: 'Đại hội Thi đua toàn quốc lần X',
  e1222: 'Ngày thành lập QĐND 22/12',
  'l-tetmong': 'Tết dân tộc Mông',
  'e-blld': 'Bộ luật Lao động có hiệu lực',
  'e-dh13': 'Đại hội XIII của Đảng',
};

/** Origins that a title tells otherwise than as a day in brackets: by a year alone, or not at all (first kept in 1910). */
const otherOrigins: Readonly<Record<string, readonly string[]>> = { e0308: ['1910', '0040'] };

/** Days of the lunar calendar, as their titles say. */
const lunarDays: Readonly<Record<string, readonly [day: number, month: number]>> = {
  'l-ongtao': [23, 12],
  'e-tet': [1, 1],
  'l-gioto': [10, 3],
  'l-trungthu': [15, 8],
};

/** Congresses, tournaments, laws and what was held in 2020 on a day that was chosen for it. */
const onlyOnce: ReadonlySet<string> = new Set([
  's-hoaban', 'x-cachly', 'e0508', 'e-thidua', 'e-dhtinh', 's-caulong', 's-bongchuyen', 's-hoidien', 'e1210', 'e-blld', 'e-dh13',
]);

/** “(19/5/1890)” in a title is an origin; “(01–31/5/2020)” and days of the year itself are not. */
function originsOf(id: string, title: string): readonly string[] {
  return otherOrigins[id] ?? [...title.matchAll(/\((\d{1,2})\/(\d{1,2})\/(\d{4})\)/g)]
    .map(([, day = '', month = '', year = '']) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function repeatOf(id: string, startsOn: string | null): Repeat | undefined {
  const lunar = lunarDays[id];
  if (lunar !== undefined) return { kind: 'lunar', day: lunar[0], month: lunar[1] };
  // Once: nothing is said, and a phone downloads less.
  if (startsOn === null || onlyOnce.has(id)) return undefined;
  return { kind: 'solar', day: Number(startsOn.slice(8, 10)), month: Number(startsOn.slice(5, 7)) };
}

const occasions: readonly Occasion[] = rawOccasions.parse(calendar).map((occasion) => {
  const origin = originsOf(occasion.id, occasion.title);
  const repeat = repeatOf(occasion.id, occasion.date);
  return Occasion.parse({
    id: occasion.id,
    title: occasion.title,
    shortTitle: shortTitles[occasion.id] ?? occasion.title,
    startsOn: occasion.date,
    endsOn: occasion.endDate,
    ordinal: occasion.ordinal,
    requirementIds: occasion.tasks,
    status: occasion.status,
    note: occasion.noteVi,
    ...(origin.length > 0 ? { origin } : {}),
    ...(repeat ? { repeat } : {}),
  });
});

/**
 * The occasions as they stand on a day. The calendar was written after the year and calls everything held; seen from
 * the sample's working day what still lies ahead is planned. Null: as written.
 */
export function occasions2020(on: LocalDate | null): readonly Occasion[] {
  return occasions.map((occasion) =>
    on !== null && occasion.status === 'held' && occasion.startsOn !== null && occasion.startsOn > on
      ? { ...occasion, status: 'planned' as const }
      : occasion);
}
