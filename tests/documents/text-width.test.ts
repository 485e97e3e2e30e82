import { describe, expect, test } from 'vitest';
import { officeProfiles, textWidth, twipsOfMm } from '../../src/documents/office-profile.ts';
import { evenLines, lengthOf } from '../../src/documents/text-width.ts';

describe('the ruler', () => {
  // Adobe's Times-Roman and Times-Bold, sums of the published widths.
  test.each([
    ['Times', 12, false, (611 + 278 + 778 + 444 + 389) * 0.24],
    ['Times', 12, true, (667 + 278 + 833 + 444 + 389) * 0.24],
    ['Độc lập', 13, true, (722 + 500 + 444 + 250 + 278 + 500 + 556) * 0.26],
    // Tinos: ư and ơ are wider than u and o, and a tone above or below changes nothing.
    ['ươ', 10, false, (542 + 529) * 0.2],
    ['ựợ', 10, false, (542 + 529) * 0.2],
    ['ỨỜ', 10, true, (796 + 778) * 0.2],
  ])('measures “%s” at %d points, bold %j', (text, sizePoints, bold, twips) => {
    expect(lengthOf(text, { sizePoints, bold })).toBeCloseTo(twips);
    expect(lengthOf(text.normalize('NFD'), { sizePoints, bold })).toBeCloseTo(twips);
  });

  test('a short text keeps the whole width; a longer one is broken evenly, not with a word alone', () => {
    const face = { sizePoints: 12, bold: true };
    expect(evenLines('CĐCS', face, 3700)).toEqual({ lineCount: 1, longest: lengthOf('CĐCS', face), width: 3700 });
    const { lineCount, longest, width } = evenLines('LIÊN ĐOÀN LAO ĐỘNG TỈNH ĐIỆN BIÊN', face, 3700);
    expect(lineCount).toBe(2);
    expect(longest).toBeCloseTo(lengthOf('LIÊN ĐOÀN LAO ĐỘNG', face));
    expect(width).toBeLessThan(longest * 1.08);
  });

  test('a word longer than the line is left to the program that sets it', () => {
    expect(evenLines('Một NghịĐịnhRấtDàiKhôngCóDấuCách', { sizePoints: 14, bold: false }, 800).width).toBe(800);
  });
});

test('millimetres become the twips of the decree’s own table', () => {
  expect([210, 297, 20, 30, 15, 12.7].map((mm) => twipsOfMm(mm))).toEqual([11906, 16838, 1134, 1701, 850, 720]);
  expect(textWidth(officeProfiles.nd30)).toBe(9355);
});
