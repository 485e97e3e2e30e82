import { expect, test } from 'vitest';
import { excerptAround, markedPieces, SearchIndex } from '../../src/phone/search-index.ts';
import type { SearchGroup, SearchSource } from '../../src/phone/search-index.ts';

let stamp = 0;
function source(title: string, text = '', more: Partial<SearchSource> = {}): SearchSource {
  stamp += 1;
  return { group: 'records', id: `s${stamp}`, title, text, stamp: 'first', ...more };
}

function indexOf(sources: readonly SearchSource[]): SearchIndex {
  const index = new SearchIndex();
  for (const group of new Set(sources.map((one) => one.group))) index.offer(group, sources.filter((one) => one.group === group));
  while (index.fold(7) > 0);
  return index;
}

function titles(index: SearchIndex, query: string, group: SearchGroup = 'records'): readonly string[] {
  return index.find(query).find((hits) => hits.group === group)?.sources.map(({ title }) => title) ?? [];
}

test.each([
  ['muong nhe', 'Thăm đoàn viên xã Mường Nhé'],
  ['duong', 'Tuyên truyền đường lối của Đảng'],
  ['thang cong nhan', 'Hưởng ứng Tháng Công nhân năm 2020'],
  ['dai hoi dang', 'Tuyên truyền Đại hội Đảng bộ tỉnh'],
  ['hang khua', 'Sinh hoạt tại Trường Tiểu học số 2 Háng Khúa'],
  ['tua chua', 'Giao lưu văn nghệ ở Tủa Chùa'],
  ['giang a', 'Tổ công đoàn bản Giàng A, bản Mông'],
  ['ang cang', 'Chăm lo Tết ở Ẳng Cang'],
  ['lo thi', 'Tuyên dương tổ nữ công bản Lò Thị'],
  ['phiêng ban', 'Thi tìm hiểu ở Phiêng Ban'],
  ['35-NQ/TW', 'Học tập Nghị quyết số 35-NQ/TW'],
  ['NQ35', 'Tổ NQ35 của đơn vị'],
  ['nq 35', 'Học tập NQ 35-NQ/TW'],
  ['hoà bình', 'Giải bóng chuyền Hòa Bình'],
  ['Ðảng', 'Góp ý văn kiện Đại hội Đảng'],
])('[kV4] “%s” finds “%s”, with marks, without, and however they are put together', (query, title) => {
  for (const stored of [title.normalize('NFC'), title.normalize('NFD')]) {
    const index = indexOf([source('Mít tinh kỷ niệm 19/5'), source(stored)]);
    for (const typed of [query.normalize('NFC'), query.normalize('NFD'), query.toUpperCase()]) expect(titles(index, typed)).toEqual([stored]);
  }
});

test('every word must be there, each as the beginning of a word', () => {
  const index = indexOf([source('Chăm lo Tết'), source('Chăm sóc cây xanh')]);
  expect(titles(index, 'cham')).toHaveLength(2);
  expect(titles(index, 'cham te')).toEqual(['Chăm lo Tết']);
  expect(titles(index, 'tet cham')).toEqual(['Chăm lo Tết']);
  expect(titles(index, 'ham')).toEqual([]);
  expect(index.find('')).toEqual([]);
  expect(index.find(' - / . ')).toEqual([]);
});

test('what the title says stands above what only the note says, and words side by side above scattered ones', () => {
  const index = indexOf([
    source('Sinh hoạt tháng 3', 'có nhắc Tháng Công nhân'),
    source('Tháng 5: đối thoại với công nhân'),
    source('Hưởng ứng Tháng Công nhân'),
  ]);
  expect(titles(index, 'thang cong nhan')).toEqual(['Hưởng ứng Tháng Công nhân', 'Tháng 5: đối thoại với công nhân', 'Sinh hoạt tháng 3']);
});

test('whoever types the marks gets the words with these marks first', () => {
  const index = indexOf([source('Sửa mương nước'), source('Xã Mường Ảng')]);
  expect(titles(index, 'mương')[0]).toBe('Sửa mương nước');
  expect(titles(index, 'mường')[0]).toBe('Xã Mường Ảng');
  expect(titles(index, 'muong')).toHaveLength(2);
});

test('of equal ones the order stays: the newest record first', () => {
  const index = indexOf(['Mới nhất', 'Cũ hơn', 'Cũ nhất'].map((name) => source(`Thi đua ${name}`)));
  expect(titles(index, 'thi dua')).toEqual(['Thi đua Mới nhất', 'Thi đua Cũ hơn', 'Thi đua Cũ nhất']);
});

test('at most fifty of a group are listed, and all are counted', () => {
  const index = indexOf([...Array.from({ length: 173 }, (_, number) => source(`Hội nghị số ${number}`)), source('Hội nghị', '', { group: 'occasions' })]);
  const [records, occasions] = index.find('hoi nghi');
  expect(records).toMatchObject({ group: 'records', count: 173 });
  expect(records?.sources).toHaveLength(50);
  expect(occasions).toMatchObject({ group: 'occasions', count: 1 });
});

test('a new record is found at once, a changed one by its new words, and only these are folded', () => {
  const kept = Array.from({ length: 20 }, (_, number) => source(`Hội nghị ${number}`));
  const changed = source('Tọa đàm');
  const index = indexOf([...kept, changed]);
  index.offer('records', [source('Mít tinh'), ...kept, { ...changed, title: 'Diễn đàn', stamp: 'second' }]);
  expect(index.fold(0)).toBe(2);
  expect(index.fold(2)).toBe(0);
  expect(titles(index, 'mit tinh')).toEqual(['Mít tinh']);
  expect(titles(index, 'dien dan')).toEqual(['Diễn đàn']);
  expect(titles(index, 'toa dam')).toEqual([]);
  expect(titles(index, 'hoi nghi')).toHaveLength(20);
});

test('what was taken away is found no more, even while it still waits to be folded', () => {
  const index = indexOf([source('Hội nghị')]);
  index.offer('records', [source('Diễn đàn')]);
  index.offer('records', []);
  expect(index.fold(10)).toBe(0);
  expect(index.find('hoi')).toEqual([]);
  expect(index.find('dien')).toEqual([]);
});

test('the words found are marked in the text as it is written, and nothing of the text is lost', () => {
  const text = 'Thăm đoàn viên xã Mường Nhé, bản Mường';
  for (const written of [text, text.normalize('NFD')]) {
    const pieces = markedPieces(written, 'muong nh');
    expect(pieces.map((piece) => piece.text).join('')).toBe(written);
    expect(pieces.filter((piece) => piece.isMatch).map((piece) => piece.text.normalize('NFC'))).toEqual(['Mường Nhé']);
  }
  expect(markedPieces(text, '')).toEqual([{ from: 0, text, isMatch: false }]);
  expect(markedPieces('', 'x')).toEqual([]);
});

test.each([
  ['bac ho', 'Học tập và làm theo Bác Hồ; ngày sinh Bác', ['Bác Hồ']],
  ['bac ho', 'Học Bác', ['Học Bác']],
  ['ho', 'Học tập gương Chủ tịch Hồ Chí Minh', ['Hồ']],
  ['ho', 'Học tập, hội nghị', ['Học', 'hội']],
  ['bac h', 'Học Bác Hồ, học bác', ['Bác Hồ']],
  ['ho bac', 'Học tập gương Bác Hồ', ['Bác Hồ']],
  ['thang cong nhan', 'Công nhân hưởng ứng Tháng Công nhân', ['Tháng Công nhân']],
  ['nq 35', 'Nghị quyết 35-NQ/TW số 355', ['35', 'NQ']],
])('“%s” marks in “%s” what it was found by, and no word that only begins like it', (query, text, marked) => {
  for (const written of [text, text.normalize('NFD')]) {
    expect(markedPieces(written, query).filter((piece) => piece.isMatch).map((piece) => piece.text.normalize('NFC'))).toEqual(marked);
  }
});

test('a line beside the title marks nothing looser than what the title was found by', () => {
  const within = ['Tuyên dương nhân dịp Ngày sinh Bác Hồ', 'Tổ chức học tập tại bản'];
  expect(markedPieces('Tổ chức học tập tại bản', 'bac ho', within).some((piece) => piece.isMatch)).toBe(false);
});

test('a long text is shown around the first word found, cut between words', () => {
  const text = `${'Mở đầu dài dòng. '.repeat(20)}Tập trung hướng dẫn các CĐCS lập tài khoản facebook. ${'Kết thúc cũng dài. '.repeat(20)}`;
  const line = excerptAround(text, 'facebook', 100);
  expect(line).toContain('facebook');
  expect(line.length).toBeLessThanOrEqual(104);
  expect(line).toMatch(/^….+…$/);
  expect(text).toContain(line.slice(1, -1));
  expect(excerptAround('Ngắn', 'x')).toBe('Ngắn');
  expect(excerptAround(text, 'không có', 100).startsWith('Mở đầu')).toBe(true);
});
