import { expect, test } from 'vitest';
import type { PhotoHash } from '../../src/domain/photo.ts';
import type { Instant } from '../../src/domain/time.ts';
import { draftTitle } from '../../src/phone/draft-title.ts';
import { aDraft, aDraftContent } from '../make/draft.ts';

const photos = [{ hash: 'a'.repeat(64) as PhotoHash, byteCount: 1, width: 1, height: 1 }];
const startedAt = '2020-05-15T02:12:00.000Z' as Instant;

test.each([
  ['a draft is called by its title', { ...aDraftContent, title: ' Mít tinh ', photos }, 'Mít tinh'],
  ['[M6] pictures without words are called by when they were taken, in Vietnam’s time', { ...aDraftContent, title: '', photos }, 'Ảnh lúc 09:12, 15/5 — ghi tiếp khi rảnh'],
  ['a draft with neither has no name yet', { ...aDraftContent, title: '' }, 'Chưa có tên'],
])('%s', (_title, content, called) => {
  expect(draftTitle(aDraft({ startedAt, content }))).toBe(called);
});
