import { expect, test } from 'vitest';
import { foldPlain, matchesPlain } from '../../src/domain/plain-fold.ts';

test('letters lose their marks, however they were typed', () => {
  expect(foldPlain('  Đại hội Đảng  bộ\ntỉnh ')).toBe('dai hoi dang bo tinh');
  expect(foldPlain('Tết Nguyên đán'.normalize('NFD'))).toBe('tet nguyen dan');
});

test.each([
  ['tet', 'Chăm lo Tết Nguyên đán', true], ['TET', 'chăm lo Tết', true], ['cham tet', 'Chăm lo Tết', true], ['dieu le', 'Điều lệ Công đoàn', true],
  ['nguy', 'Tết Nguyên đán', true], ['guyen', 'Tết Nguyên đán', false], ['', 'bất kỳ', true], ['tet thu', 'Chăm lo Tết', false],
])('“%s” in “%s”: %s', (query, text, expected) => {
  expect(matchesPlain(text, query)).toBe(expected);
});
