import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fill, say } from '../../src/i18n/say.ts';

test('a message says what stands in its blanks', () => {
  expect(say('Còn {days} ngày', { days: 4 })).toBe('Còn 4 ngày');
  expect(say('Đã lưu trên máy')).toBe('Đã lưu trên máy');
});

test('a blank without a value is left to be seen, and nothing inherited fills it', () => {
  expect(fill('Từ {from} đến {constructor}', { from: 1 })).toBe('Từ 1 đến {constructor}');
});

test('every message of every catalogue has a note for its translator', () => {
  const room = new URL('../../src/i18n/', import.meta.url);
  const bare: string[] = [];
  for (const name of readdirSync(room).filter((file) => /^(phone|activation|form|record|field|guide|state)-words\.ts$/.test(file))) {
    const lines = readFileSync(new URL(name, room), 'utf8').split('\n');
    lines.forEach((line, index) => {
      if (/^ {2}[a-zA-Z]+: /.test(line) && !(lines[index - 1] ?? '').trim().endsWith('*/')) bare.push(`${name}: ${line.trim()}`);
    });
  }
  expect(bare).toEqual([]);
});
