/**
 * Mục II: a paragraph for each task, drafted from the records in the language of the office. The officer edits it like
 * her own words. Only here is text put together from pieces, because a paragraph has as many shapes as a unit has
 * activities; so nothing is listed that was not done, and no nought is written.
 */
import type { Activity } from '../domain/activity.ts';
import type { TaskId } from '../domain/id.ts';
import { taskOf } from '../domain/id.ts';
import type { Indicator, IndicatorCode } from '../domain/indicator.ts';
import { taskOfIndicator } from '../domain/indicator.ts';
import type { Occasion } from '../domain/occasion.ts';
import { numberText } from './format.ts';

/** An activity as a paragraph tells it. */
export interface NarratedActivity {
  readonly activity: Pick<Activity, 'requirementId' | 'formId' | 'title' | 'heldOn' | 'figures'>;
  readonly occasion: Pick<Occasion, 'id' | 'title' | 'ordinal'> | null;
}

/** 03 · 10 · 1.200: a nought before what is under ten, as offices write counts. */
export function officeCount(count: number): string {
  return count < 10 ? `0${count}` : numberText(count);
}

/** 3,6 triệu đồng · 500 nghìn đồng, from thousands of đồng. */
export function moneyText(thousands: number): string {
  return thousands < 1000 ? `${numberText(thousands)} nghìn đồng` : `${numberText(thousands / 1000, 3)} triệu đồng`;
}

/**
 * The paragraph of one task from the unit's own activities, each told under its main requirement.
 * @param subject who did it, in small letters: “đơn vị”, “công đoàn cơ sở”, “LĐLĐ huyện”.
 * @returns empty when nothing was done: the officer says so herself, or says why.
 */
export function taskParagraph(task: TaskId, activities: readonly NarratedActivity[], subject = 'đơn vị'): string {
  const own = activities.filter(({ activity }) => taskOf(activity.requirementId) === task)
    .sort((one, next) => (one.activity.heldOn < next.activity.heldOn ? -1 : one.activity.heldOn > next.activity.heldOn ? 1 : 0));
  const groups = new Map<string, NarratedActivity[]>();
  for (const one of own) {
    const key = occasionLead(one) === '' ? `requirement ${one.activity.requirementId}` : `occasion ${one.occasion?.id}`;
    groups.set(key, [...groups.get(key) ?? [], one]);
  }
  const sentences: string[] = [];
  let plainCount = 0;
  for (const group of groups.values()) {
    const lead = group[0] === undefined ? '' : occasionLead(group[0]);
    const deeds = deedsOf(group, lead !== '');
    if (deeds === '') continue;
    if (lead !== '') sentences.push(`${lead}, ${subject} ${deeds}.`);
    else {
      sentences.push(sentences.length === 0 ? `${capital(subject)} đã ${deeds}.` : `${linkWords[plainCount % linkWords.length]}, ${subject} ${deeds}.`);
      plainCount += sentences.length === 1 ? 0 : 1;
    }
  }
  return sentences.join(' ');
}

/** Mục II of a unit's own activities: a paragraph for each task that has something to tell. */
export function taskParagraphs(tasks: readonly TaskId[], activities: readonly NarratedActivity[], subject = 'đơn vị'): Readonly<Record<string, string>> {
  return Object.fromEntries(tasks.map((task) => [task, taskParagraph(task, activities, subject)]).filter(([, text]) => text !== ''));
}

const linkWords = ['Cùng với đó', 'Bên cạnh đó', 'Ngoài ra'] as const;

/** “Nhân kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh”; empty where the occasion is no reason to name. */
function occasionLead({ occasion, activity }: NarratedActivity): string {
  // Remarks on a draft are given before a congress, not in its honour.
  if (occasion === null || activity.formId === 'gop-y') return '';
  const name = (occasion.title.split(/;| \/ /)[0] ?? '').replace(/\s*\([^)]*\)\s*$/, '').trim();
  const [ordinal = ''] = occasion.ordinal.split(' / ');
  if (/^(Mốc|Cách ly|Bộ luật)/.test(name) || isNamedIn(name, activity)) return '';
  if (/^\d+ năm$/.test(ordinal)) return `Nhân kỷ niệm ${ordinal} ${name.startsWith('Giải phóng') ? `Ngày ${name}` : name}`;
  if (name.startsWith('Đại hội')) return `Chào mừng ${name}`;
  return /^(Tháng|Ngày|Lễ|Giải|Hội diễn)/.test(name) ? `Hưởng ứng ${name}` : `Nhân dịp ${name}`;
}

/** Where the title has to be said and names the occasion itself, once is enough. */
function isNamedIn(name: string, activity: NarratedActivity['activity']): boolean {
  return activity.formId === 'khac' && activity.title.includes(name.split(' ').slice(0, 3).join(' '));
}

/** What was done, by kind of activity; the words of a title stand where no occasion says what it was about. */
function deedsOf(group: readonly NarratedActivity[], hasOccasion: boolean): string {
  const kinds = new Map<string, NarratedActivity[]>();
  for (const one of group) kinds.set(one.activity.formId, [...kinds.get(one.activity.formId) ?? [], one]);
  return [...kinds].map(([formId, same]) => deedOf(formId, tally(same), titlesOf(same), hasOccasion)).filter((deed) => deed !== '').join('; ');
}

interface Sum {
  readonly count: number;
  /** 0 where none was given. */
  readonly of: (key: string) => number;
  /** “với 42 lượt người dự (31 nữ)”; women only where every activity gave them. */
  readonly people: (noun: string) => string;
  readonly receivers: () => string;
}

const stockKeys: ReadonlySet<string> = new Set(['registered', 'collaborators', 'communicators', 'speakers', 'groups', 'adopted', 'accounts', 'culturalStandard']);

function tally(same: readonly NarratedActivity[]): Sum {
  const valuesOf = (key: string): readonly number[] => same.flatMap(({ activity }) => new Map(Object.entries(activity.figures)).get(key) ?? []);
  // Of a number on hand the newest holds; the activities stand in the order of their days.
  const of = (key: string): number => (stockKeys.has(key) ? valuesOf(key).at(-1) ?? 0 : valuesOf(key).reduce((sum, value) => sum + value, 0));
  const given = (key: string): boolean => same.some(({ activity }) => Object.hasOwn(activity.figures, key));
  const women = (total: string, part: string): string => {
    const isWhole = same.every(({ activity }) => !Object.hasOwn(activity.figures, total) || Object.hasOwn(activity.figures, part));
    if (!isWhole || !given(part) || of(part) === 0) return '';
    return of(part) === of(total) ? ' (đều là nữ)' : ` (${officeCount(of(part))} nữ)`;
  };
  return {
    count: same.length,
    of,
    people: (noun) => (of('attendances') === 0 ? '' : ` với ${officeCount(of('attendances'))} lượt người ${noun}${women('attendances', 'women')}`),
    receivers: () => (of('beneficiaries') === 0 ? '' : `${officeCount(of('beneficiaries'))} lượt đoàn viên, người lao động${women('beneficiaries', 'beneficiaryWomen')}`),
  };
}

function deedOf(formId: string, sum: Sum, titles: Titles, hasOccasion: boolean): string {
  switch (formId) {
    case 'hoi-nghi':
      return meeting('tổ chức', 'hội nghị', sum, titles, hasOccasion, 'dự');
    case 'sinh-hoat':
      return meeting('tổ chức', 'buổi sinh hoạt chuyên đề', sum, titles, hasOccasion, 'dự');
    case 'van-nghe-the-thao':
      return meeting('tổ chức', 'hoạt động văn nghệ, thể thao', sum, titles, hasOccasion, 'tham gia');
    case 'doi-thoai':
      return meeting('tổ chức', 'cuộc đối thoại, kiểm tra', sum, titles, hasOccasion, 'tham gia');
    case 'hoi-thi':
      return meeting('tổ chức', 'hội thi', sum, titles, hasOccasion, 'tham gia');
    case 'gop-y':
      return meeting('tổ chức', 'hội nghị', sum, titles, hasOccasion, 'dự');
    case 'lop-tap-huan':
      return meeting('mở', 'lớp tập huấn', sum, titles, hasOccasion, 'học', Math.max(sum.count, sum.of('classes')));
    case 'tuyen-duong':
      return praise(sum, titles);
    case 'tham-hoi':
      return withFigures(gifts(sum) || plain(titles, 'thăm hỏi, động viên đoàn viên, người lao động'), sum, titles, giftKeys);
    case 'truc-tuyen':
      return online(sum, titles, hasOccasion);
    case 'thanh-lap':
      return founding(sum, titles);
    default:
      return other(sum, titles);
  }
}

/** “tổ chức 01 hội nghị quán triệt … với 34 lượt người dự (16 nữ)”. */
function meeting(verb: string, noun: string, sum: Sum, titles: Titles, hasOccasion: boolean, people: string, number = sum.count): string {
  const only = hasOccasion || titles.list.length !== 1 ? undefined : titles.list[0];
  const sessions = sum.of('sessions') > sum.count && !noun.startsWith('lớp') ? ` (${officeCount(sum.of('sessions'))} buổi)` : '';
  const isQuoted = only?.startsWith('“') === true;
  const what = isQuoted ? `${noun}${sessions} với nội dung ${only}` : only === undefined ? `${noun}${sessions}` : `${thingOf(only, noun)}${sessions}`;
  const crowd = isQuoted ? sum.people(people).replace(/^ với /, ', có ') : sum.people(people);
  const several = hasOccasion || titles.list.length < 2 || titles.list.length > mostTitles ? '' : ` (nội dung: ${titles.list.join('; ')})`;
  return withFigures(`${verb} ${officeCount(number)} ${what}${crowd}${several}`, sum, titles, ['sessions', 'attendances', 'women', 'classes', 'nonStateAttendances']);
}

/** What can be counted as it stands: “01 giải cầu lông …” says more than “01 hoạt động thể thao”. */
const countable = ['hội nghị', 'hội thi', 'hội thảo', 'hội diễn', 'giải', 'lớp', 'cuộc', 'đợt', 'buổi', 'chương trình', 'diễn đàn'];

/** The kind and the title as one thing, no word twice: “hội thi tìm hiểu …”, “buổi sinh hoạt chuyên đề …”. */
function thingOf(title: string, noun: string): string {
  if (countable.some((word) => title.startsWith(`${word} `))) return title;
  if (/^(sinh hoạt|tọa đàm) /.test(title)) return `buổi ${title}`;
  const last = noun.split(' ').at(-1) ?? '';
  return `${noun} ${title.startsWith(`${last} `) ? title.slice(last.length + 1) : title}`;
}

function praise(sum: Sum, titles: Titles): string {
  const praised = [
    sum.of('collectives') > 0 ? `${officeCount(sum.of('collectives'))} tập thể` : '',
    sum.of('honoured') + sum.of('individuals') > 0 ? `${officeCount(sum.of('honoured') + sum.of('individuals'))} cá nhân` : '',
  ].filter((part) => part !== '').join(', ');
  const told = `tổ chức ${officeCount(Math.max(sum.count, sum.of('sessions')))} hội nghị tuyên dương${praised === '' ? '' : ` ${praised} tiêu biểu`}${sum.people('dự')}`;
  return withFigures(told, sum, titles, ['sessions', 'attendances', 'women', 'collectives', 'honoured', 'individuals']);
}

const giftKeys = ['beneficiaries', 'beneficiaryWomen', 'gifts', 'valueK'] as const;

/** “trao 12 suất quà cho 12 lượt đoàn viên, người lao động (07 nữ), tổng trị giá 3,6 triệu đồng”. */
function gifts(sum: Sum): string {
  const [count, value, who] = [sum.of('gifts'), sum.of('valueK'), sum.receivers()];
  if (count === 0 && who === '') return '';
  const told = count > 0 ? `trao ${officeCount(count)} suất quà${who === '' ? '' : ` cho ${who}`}` : `thăm hỏi, hỗ trợ ${who}`;
  return value > 0 ? `${told}, tổng trị giá ${moneyText(value)}` : told;
}

function online(sum: Sum, titles: Titles, hasOccasion: boolean): string {
  const saidKeys = ['articles', 'leaflets', 'materials', 'attendances', 'women', 'sessions'];
  const figures = [
    count(sum, 'articles', 'tin, bài'), count(sum, 'leaflets', 'tờ gấp, tài liệu'), count(sum, 'materials', 'tài liệu'),
    count(sum, 'attendances', 'lượt người theo dõi'),
  ].filter((part) => part !== '');
  if (hasOccasion && figures.length > 0) return `tuyên truyền trên mạng với ${figures.join(', ')}${tail(sum, saidKeys, titles)}`;
  return `${plain(titles, 'tuyên truyền trên mạng')}${figures.length === 0 ? '' : ` (${figures.join('; ')})`}${tail(sum, [...saidKeys, 'accounts'], titles)}`;
}

/** What a decision brought about; a heading that only repeats the figure is left to it. */
function founding(sum: Sum, titles: Titles): string {
  const figures = tail(sum, [], titles).replace(/^, /, '');
  const isAct = titles.list.length <= mostTitles && titles.list.every((title) => /^(thành lập|công nhận|ban hành|kiện toàn|xây dựng|lập|ký kết) /.test(title));
  if (isAct) return `${titles.list.join('; ')}${figures === '' ? '' : `, ${figures}`}`;
  if (figures !== '') return figures;
  return sum.of('adopted') > 0 && titles.list.length <= mostTitles ? `ban hành ${titles.list.join('; ')}` : plain(titles, 'hoàn thành');
}

function other(sum: Sum, titles: Titles): string {
  const told = plain(titles, `tổ chức ${officeCount(sum.count)} hoạt động`);
  const sessions = sum.of('sessions') > 1 ? ` qua ${officeCount(sum.of('sessions'))} buổi` : '';
  return withFigures(`${told}${sessions}${sum.people('tham gia')}`, sum, titles, ['sessions', 'attendances', 'women']);
}

/** Figures that any kind of activity may carry, in the words of a report. */
const figurePhrases: readonly (readonly [key: string, verb: string, noun: string])[] = [
  ['documents', 'triển khai', 'văn bản'],
  ['leaflets', 'phát', 'tờ gấp, tài liệu'],
  ['comments', 'tổng hợp', 'lượt ý kiến đóng góp'],
  ['articles', 'có', 'tin, bài'],
  ['articlesPublished', 'được đăng', 'tin, bài'],
  ['columnIssues', 'có tin trong', 'kỳ chuyên mục'],
  ['materials', 'gửi cơ sở', 'tài liệu'],
  ['models', 'áp dụng', 'mô hình, hình thức tuyên truyền mới'],
  ['teams', 'cử', 'đội, đoàn tham gia'],
  ['performers', 'có', 'vận động viên, diễn viên tham gia'],
  ['delegates', 'cử', 'đại biểu dự'],
  ['collectives', 'biểu dương', 'tập thể điển hình'],
  ['individuals', 'biểu dương', 'cá nhân điển hình'],
  ['honoured', 'tuyên dương', 'cá nhân'],
  ['initiatives', 'có', 'sáng kiến được công nhận'],
  ['goodWorkers', 'có', 'lượt người đạt lao động giỏi, giỏi chuyên môn'],
  ['works', 'hoàn thành', 'công trình, phần việc'],
  ['introduced', 'giới thiệu', 'đoàn viên ưu tú cho Đảng'],
  ['admitted', 'có', 'người được kết nạp Đảng'],
  ['introducedCommittee', 'giới thiệu', 'người tham gia cấp ủy'],
  ['registered', 'có', 'người đăng ký cuộc vận động'],
  ['communicators', 'hiện có', 'tuyên truyền viên'],
  ['speakers', 'hiện có', 'báo cáo viên'],
  ['collaborators', 'hiện có', 'cộng tác viên dư luận xã hội'],
  ['coreWorkers', 'bồi dưỡng', 'công nhân nòng cốt'],
  ['groups', 'hiện có', 'nhóm có nòng cốt tham gia'],
];

function withFigures(told: string, sum: Sum, titles: Titles, saidKeys: readonly string[]): string {
  if (told === '') return '';
  const gift = saidKeys.includes('gifts') ? '' : gifts(sum);
  return `${told}${tail(sum, saidKeys, titles)}${gift === '' ? '' : `, ${gift}`}`;
}

function tail(sum: Sum, saidKeys: readonly string[], titles: Titles): string {
  const counts = figurePhrases.filter(([key, , noun]) => !saidKeys.includes(key) && sum.of(key) > 0 && !titles.list.some((title) => title.includes(`${sum.of(key)} ${noun}`)))
    .map(([key, verb, noun]) => `, ${verb} ${officeCount(sum.of(key))} ${noun}`);
  const words = yesPhrases.filter(([key]) => !saidKeys.includes(key) && sum.of(key) > 0).map(([, phrase]) => `, ${phrase}`);
  return [...counts, ...words].join('');
}

/** A yes has no number to tell. */
const yesPhrases: readonly (readonly [key: string, phrase: string])[] = [
  ['accounts', 'có trang facebook của công đoàn kết nối với cấp trên'],
  ['culturalStandard', 'được công nhận đạt chuẩn văn hóa'],
];

function count(sum: Sum, key: string, noun: string): string {
  return sum.of(key) > 0 ? `${officeCount(sum.of(key))} ${noun}` : '';
}

interface Titles {
  /** Distinct; a title that begins with a word of the office joins the sentence, another stands in quotation marks. */
  readonly list: readonly string[];
}

const mostTitles = 3;

/** What a title may begin with so that “đã …” reads on. */
const verbs = [
  'quán triệt', 'học tập', 'tuyên truyền', 'phổ biến', 'góp ý', 'tập huấn', 'bồi dưỡng', 'triển khai', 'đối thoại', 'kiểm tra', 'tìm hiểu', 'tổ chức',
  'gặp mặt', 'giao lưu', 'thăm', 'trao', 'tặng', 'chăm lo', 'tuyên dương', 'biểu dương', 'giới thiệu', 'nghiên cứu', 'gửi', 'đăng', 'lập', 'thành lập', 'công nhận',
  'ban hành', 'kiện toàn', 'xây dựng', 'phát động', 'phát', 'ra quân', 'tham gia', 'cử', 'sơ kết', 'tổng kết', 'phối hợp', 'vận động', 'ký kết', 'duy trì', 'nâng cao',
  'sinh hoạt', 'tọa đàm', 'thi',
];

function titlesOf(same: readonly NarratedActivity[]): Titles {
  return { list: [...new Set(same.map(({ activity }) => asClause(activity.title)))] };
}

function asClause(title: string): string {
  const clean = title.trim().replace(/\s*\([^)]*\)$/, '').replace(/[.;,]+$/, '');
  const lower = clean.slice(0, 1).toLowerCase() + clean.slice(1);
  return [...verbs, ...countable].some((word) => lower.toLowerCase().startsWith(`${word} `)) ? lower : `“${clean}”`;
}

/** The titles themselves as what was done; the fallback where they are too many or read as headings. */
function plain(titles: Titles, fallback: string): string {
  if (titles.list.length > mostTitles) return fallback;
  if (titles.list.every((title) => !title.startsWith('“'))) return titles.list.join('; ');
  return `${fallback}: ${titles.list.join('; ')}`;
}

/**
 * The paragraph of an upper union from what was added up: the figures of the task in the words of their indicators,
 * with parts and women beside them. Noughts, empty rates and what nobody knows are left out.
 * @param whole who is meant, as the sentence begins: “Toàn huyện”, “Các đơn vị trong ngành”.
 */
export function rolledParagraph(
  task: TaskId, indicators: readonly Indicator[], values: ReadonlyMap<IndicatorCode, { readonly value: number | null; readonly women: number | null; readonly womenMissing: number }>, whole: string,
): string {
  const own = indicators.filter((one) => taskOfIndicator(one.code) === task && one.method !== 'entered' && (values.get(one.code)?.value ?? 0) > 0);
  const phrases = own.filter((one) => one.partOf === null || !own.some((other) => other.code === one.partOf)).map((one) => {
    const parts = own.filter((other) => other.partOf === one.code).map((part) => phraseOf(part, values)).join(', ');
    return `${phraseOf(one, values)}${parts === '' ? '' : `, trong đó ${parts}`}`;
  });
  return phrases.length === 0 ? '' : `${whole} có ${phrases.join('; ')}.`;
}

function phraseOf(indicator: Indicator, values: ReadonlyMap<IndicatorCode, { readonly value: number | null; readonly women: number | null; readonly womenMissing: number }>): string {
  const found = values.get(indicator.code);
  const value = found?.value ?? 0;
  const label = indicator.label.replace(/^Trong đó: /, '').replace(/\s*\((chỉ đếm|4 nhóm a\/b\/c\/d)\)/, '').replace(/(\p{Ll})\/(\p{Ll})/gu, '$1, $2');
  if (indicator.method === 'ratio') return `${small(label)} đạt ${numberText(value)}%`;
  if (indicator.unit === 'nghìn đồng') return `${small(label)} ${moneyText(value)}`;
  if (indicator.rollUp === 'countUnits') return `${officeCount(value)} ${indicator.levels.includes('B') ? 'CĐCS' : 'công đoàn cấp trên'} ${small(label).replace(/^số CĐCS /, '')}`;
  const women = (found?.women ?? 0) > 0 && found?.womenMissing === 0 ? ` (${officeCount(found.women ?? 0)} nữ)` : '';
  const thing = label.startsWith('Số ') ? label.slice(3) : small(label);
  return `${officeCount(value)} ${counterOf(indicator.unit, thing)}${thing}${women}`;
}

// “02 người được kết nạp Đảng”, “52 lượt đoàn viên được chăm lo Tết”, “34 lượt người dự”.
function counterOf(unit: string, thing: string): string {
  if (thing.startsWith('được ')) return `${unit} `;
  return unit === 'lượt người' && /^(đoàn viên|cán bộ|CNVCLĐ)/.test(thing) ? 'lượt ' : '';
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function small(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** Who is meant by the sum of an upper union, as its sentence begins. */
export function sumOf(unitCount: number): string {
  return `Tính cả báo cáo của ${officeCount(unitCount)} đơn vị trực thuộc,`;
}
