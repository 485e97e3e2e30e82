/**
 * Dữ liệu cá nhân: what would point at a person in a free text. Activities hold numbers, not people (domain paper,
 * §4.3; Luật 91/2025/QH15). No list of patterns is complete: a bare given name passes, and reviewers still read.
 */
import type { Problem } from './problem.ts';
import { problem } from './problem.ts';

// Surnames that are nothing else: with one capitalised syllable after them they are a name.
const surnames: ReadonlySet<string> = new Set([
  'nguyễn', 'trần', 'lê', 'phạm', 'huỳnh', 'phan', 'vũ', 'võ', 'đặng', 'bùi', 'đỗ', 'ngô', 'trịnh', 'đinh', 'lưu', 'lò', 'quàng',
  'lường', 'tòng', 'lèo', 'giàng', 'sùng', 'thào', 'vừ', 'hạng', 'cháng', 'hờ', 'khoàng', 'pờ', 'lỳ', 'sừng', 'chẻo', 'tẩn',
  'phàn', 'chảo', 'lù',
]);

// Surnames that are also common words or begin the names of places: a middle name must follow them.
const wordySurnames: ReadonlySet<string> = new Set([
  'hoàng', 'hồ', 'dương', 'lý', 'đoàn', 'lâm', 'mai', 'tô', 'tạ', 'hà', 'cao', 'lương', 'châu', 'thái', 'triệu', 'quách', 'chu',
  'vương', 'văn', 'trương', 'đào', 'đàm', 'nông', 'bế', 'ma', 'hứa', 'la', 'kim', 'cà', 'vàng', 'mùa', 'cứ', 'chớ', 'chá', 'ly',
  'lầu', 'tráng', 'chang', 'bạc', 'cầm', 'điêu', 'đèo', 'vì', 'vi', 'lự', 'tao', 'má', 'mã', 'lại',
]);

const middleNames: ReadonlySet<string> = new Set([
  'văn', 'thị', 'a', 'thế', 'đức', 'hữu', 'ngọc', 'quang', 'mạnh', 'duy', 'bá', 'đình', 'quốc', 'minh', 'trọng', 'tiến', 'xuân',
  'thúy', 'thuý', 'bích', 'khắc',
]);

// After “đồng chí”, “ông” … these begin a post, a people, a place or an organisation, not a name.
const notNames: ReadonlySet<string> = new Set([
  'hội', 'đảng', 'đoàn', 'ban', 'trường', 'trưởng', 'tổ', 'phòng', 'sở', 'huyện', 'xã', 'tỉnh', 'bí', 'chủ', 'phó', 'giám', 'hiệu', 'kế',
  'điện', 'mường', 'nậm', 'tuần', 'tủa', 'tổng', 'ủy', 'uỷ', 'bộ', 'cán', 'cựu', 'phụ', 'nữ', 'thủ', 'mông', 'dao', 'kinh', 'khơ', 'mẹ',
  'con', 'giáo', 'cô', 'thầy', 'chị', 'em', 'ông', 'bà', 'anh', 'nuôi', 'thương', 'bệnh', 'lãnh', 'viên', 'tết', 'cách', 'người',
]);

// The same for words that are given names as well: only the pair says which.
const notNamePairs: ReadonlySet<string> = new Set([
  'thanh niên', 'thanh tra', 'công đoàn', 'công nhân', 'công ty', 'công chức', 'công an', 'trung tâm', 'trung đội', 'trung ương', 'quốc hội',
  'quốc phòng', 'việt nam', 'đại biểu', 'đại hội', 'đại diện', 'chi bộ', 'chi hội', 'chi đoàn', 'nhà giáo', 'nhà trường', 'nông dân',
  'liên đoàn', 'hùng lao', 'hùng lực', 'hùng liệt',
]);

const titles: ReadonlySet<string> = new Set(['ông', 'bà', 'anh', 'chị', 'cô', 'thầy', 'em']);

// A school, a street or a company that bears a name.
const namedThing = /(?:trường|tiểu học|trung học|cơ sở|phổ thông|chuyên|mầm non|thpt|thcs|ptdtbt|ptdtnt|đường|phố|công ty|tnhh|cp|cổ phần)\s+$/iu;

interface Word {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  /** Only white space between this word and the one before. */
  readonly joined: boolean;
}

/**
 * Looks for what points at a person; marks may be composed or not, digits of any width.
 * @param field the place on the form.
 * @param knownNames names of history and places that are none of that, in lower case (`Setting.knownNames`).
 * Problems, at most one of each, with `details.found`: `text-names-person` (a name or an e-mail address),
 * `text-has-phone`, `text-has-identity-number` (9 or 12 digits).
 */
export function personalDataProblems(text: string, field: string, knownNames: readonly string[]): readonly Problem[] {
  const plain = text.normalize('NFKC');
  const found: Problem[] = [];
  const name = /[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}/iu.exec(plain)?.[0] ?? findName(plain, new Set(knownNames));
  if (name !== null) found.push(problem('text-names-person', field, { found: name }));
  const phone = findPhone(plain);
  if (phone !== null) found.push(problem('text-has-phone', field, { found: phone }));
  const identity = findIdentityNumber(plain);
  if (identity !== null) found.push(problem('text-has-identity-number', field, { found: identity }));
  return found;
}

// No look-behind here: Safari 15 and older cannot read it. What must not stand in front is the first group instead.
const notInNumber = '(^|[^\\d.,]|[^\\d][.,])';

// `84` without a plus counts only when the number goes on at once: 84.500.000.000 is money.
function findPhone(text: string): string | null {
  return new RegExp(`${notInNumber}((?:\\(?\\+84\\)?[ .-]?|84(?=\\d)|0)[35789](?:[ .-]?\\d){8})(?!\\d)`).exec(text)?.[2] ?? null;
}

// Grouped numbers are money, unless they begin with a nought; so is what “đồng” stands behind.
function findIdentityNumber(text: string): string | null {
  const whole = new RegExp(`${notInNumber}(\\d{12}|\\d{9})(?![.,]?\\d)(?!\\s*(?:đồng|vnđ|vnd|đ(?!\\p{L})))`, 'iu').exec(text);
  if (whole !== null) return whole[2] ?? null;
  return new RegExp(`${notInNumber}(0\\d{2}(?:[ .-]\\d{3}){2}(?:[ .-]\\d{3})?)(?![ .-]?\\d)`).exec(text)?.[2] ?? null;
}

function findName(text: string, known: ReadonlySet<string>): string | null {
  const words = wordsOf(text);
  for (let at = 0; at < words.length; at += 1) {
    const length = knownLength(words, at, known);
    if (length > 0) {
      at += length - 1;
      continue;
    }
    const name = nameWithTitle(text, words, at, known) ?? nameBySurname(text, words, at) ?? shoutedOrWhispered(words, at);
    if (name !== null) return name;
  }
  return null;
}

function nameWithTitle(text: string, words: readonly Word[], at: number, known: ReadonlySet<string>): string | null {
  const word = words[at];
  const beside = words[at + 1];
  if (word === undefined || beside === undefined) return null;
  let next = at + 1;
  if (word.lower === 'đồng' && beside.lower === 'chí' && beside.joined) next += 1;
  else if ((word.lower === 'cô' || word.lower === 'thầy') && beside.lower === 'giáo' && beside.joined) next += 1;
  else if (word.lower === 'đ' && beside.lower === 'c' && /^[/.]$/.test(text.slice(word.to, beside.from))) next += 1;
  else if (word.lower !== 'đc' && !(titles.has(word.lower) && isTitle(words, at))) return null;
  const name = words[next];
  const after = words[next + 1];
  if (name === undefined || !isCapitalised(name) || knownLength(words, next, known) > 0) return null;
  if (!/^[\s:.]+$/.test(text.slice(words[next - 1]?.to, name.from))) return null;
  if (notNames.has(name.lower) || (after?.joined === true && notNamePairs.has(`${name.lower} ${after.lower}`))) return null;
  return text.slice(word.from, runEnd(words, next));
}

// “trẻ em”, “anh chị em”, “tiếng Anh” are no titles.
function isTitle(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || words[at]?.joined !== true) return true;
  if (words[at]?.lower === 'em') return !['trẻ', 'chị', 'anh', 'đàn'].includes(before.lower);
  return !(words[at]?.lower === 'anh' && ['tiếng', 'nước', 'vương', 'thanh', 'tinh'].includes(before.lower));
}

function nameBySurname(text: string, words: readonly Word[], at: number): string | null {
  const word = words[at];
  const second = words[at + 1];
  if (word === undefined || second === undefined || !isCapitalised(word) || !second.joined || !isCapitalised(second)) return null;
  if (namedThing.test(text.slice(0, word.from))) return null;
  if (surnames.has(word.lower)) return text.slice(word.from, runEnd(words, at));
  if (!wordySurnames.has(word.lower) || !middleNames.has(second.lower)) return null;
  const third = words[at + 2];
  return third !== undefined && third.joined && isCapitalised(third) ? text.slice(word.from, runEnd(words, at)) : null;
}

// NGUYỄN VĂN AN, or nguyễn văn an: without the sign of the capital a middle name must stand between.
function shoutedOrWhispered(words: readonly Word[], at: number): string | null {
  const [first, middle, last] = [words[at], words[at + 1], words[at + 2]];
  if (first === undefined || middle === undefined || last === undefined || !middle.joined || !last.joined) return null;
  if (!surnames.has(first.lower) || !['văn', 'thị'].includes(middle.lower)) return null;
  if (['hóa', 'hoá', 'nghệ', 'phòng', 'bản', 'trấn', 'xã', 'trường'].includes(last.lower)) return null;
  return `${first.text} ${middle.text} ${last.text}`;
}

/** How many words from here on are a known name; 0 for none. */
function knownLength(words: readonly Word[], at: number, known: ReadonlySet<string>): number {
  for (let length = 4; length >= 2; length -= 1) {
    const part = words.slice(at, at + length);
    if (part.length !== length || part.slice(1).some((word) => !word.joined)) continue;
    if (known.has(part.map((word) => word.lower).join(' '))) return length;
  }
  return 0;
}

function runEnd(words: readonly Word[], at: number): number {
  let end = words[at]?.to ?? 0;
  for (let next = at + 1; next < at + 4; next += 1) {
    const word = words[next];
    if (word === undefined || !word.joined || !isCapitalised(word)) break;
    end = word.to;
  }
  return end;
}

function isCapitalised(word: Word): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word.text);
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(/\p{L}+/gu)) {
    const joined = words.length > 0 && /^[^\S\n]+$/.test(text.slice(end, match.index));
    end = match.index + match[0].length;
    words.push({ text: match[0], lower: match[0].toLowerCase(), from: match.index, to: end, joined });
  }
  return words;
}
