/**
 * How long a text is in Times New Roman: drawn lines are measured by it, and long names broken evenly. Widths in
 * thousandths of the size, taken from Tinos, which has the metrics of Times New Roman (Adobe's Times tables agree, but know
 * no ơ and ư). A mark above or below a letter changes no width.
 */

// From the space (U+0020) to the tilde.
const regular = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564,
  564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722,
  611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500,
  722, 500, 500, 444, 480, 200, 480, 541,
];
const bold = [
  250, 333, 555, 500, 500, 1000, 833, 278, 333, 333, 500, 570, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 333, 333, 570,
  570, 570, 500, 930, 722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778, 722, 556, 667, 722, 722, 1000, 722, 722,
  667, 333, 278, 333, 581, 500, 333, 500, 556, 444, 556, 444, 333, 500, 556, 278, 333, 556, 278, 833, 556, 500, 556, 556, 444, 389, 333, 556, 500,
  722, 500, 500, 444, 394, 220, 394, 520,
];
const regularOthers: Readonly<Record<string, number>> = { Đ: 722, đ: 500, Ơ: 722, ơ: 529, Ư: 776, ư: 542, '–': 500, '“': 444, '”': 444, '…': 1000 };
const boldOthers: Readonly<Record<string, number>> = { Đ: 722, đ: 556, Ơ: 778, ơ: 554, Ư: 796, ư: 600, '–': 500, '“': 500, '”': 500, '…': 1000 };

const horn = '\u031b';

export interface TextFace {
  readonly sizePoints: number;
  readonly bold: boolean;
}

/** Length of a text on one line, twips. */
export function lengthOf(text: string, { sizePoints, bold: isBold }: TextFace): number {
  let thousandths = 0;
  let last = 0;
  for (const sign of text.normalize('NFD')) {
    if (sign === horn) {
      // ơ and ư are wider than o and u; the horn follows its letter, perhaps after a mark below it.
      thousandths += last;
      last = 0;
    } else if (!/\p{M}/u.test(sign)) {
      const width = widthOf(sign, isBold);
      thousandths += width;
      last = hornWidth(sign, width, isBold);
    }
  }
  return (thousandths / 1000) * sizePoints * 20;
}

/** How much the horn adds to this letter. */
function hornWidth(letter: string, width: number, isBold: boolean): number {
  const horned = `${letter}${horn}`.normalize('NFC');
  return ((isBold ? boldOthers : regularOthers)[horned] ?? width) - width;
}

function widthOf(sign: string, isBold: boolean): number {
  const code = sign.codePointAt(0) ?? 0;
  if (code === 0xa0) return 250;
  return (isBold ? bold : regular)[code - 0x20] ?? (isBold ? boldOthers : regularOthers)[sign] ?? 500;
}

export interface EvenLines {
  readonly lineCount: number;
  /** Length of the longest line, twips. */
  readonly longest: number;
  /** About the narrowest width at which the text takes no more lines than at the full width, twips. */
  readonly width: number;
}

// Programs that set text differ by a hair; a line that just fits must not break on another one.
const slack = 1.02;
const ease = 1.05;

/**
 * Breaks a centred text evenly: a name of two lines shall not leave one word alone on the second.
 * @param width what there is, twips.
 */
export function evenLines(text: string, face: TextFace, width: number): EvenLines {
  const words = text.split(' ').filter((word) => word !== '').map((word) => lengthOf(word, face) * slack);
  const space = lengthOf(' ', face) * slack;
  const full = linesAt(words, space, width);
  if (full.count <= 1) return { lineCount: full.count, longest: full.longest / slack, width };
  // The longest word is the least; steps of a point are finer than any word.
  for (let narrow = Math.max(...words); narrow < width; narrow += 20) {
    if (linesAt(words, space, narrow).count > full.count) continue;
    // With a little more, the upper line takes what nearly fits: “LIÊN ĐOÀN LAO ĐỘNG” stays together.
    const wider = Math.min(narrow * ease, width);
    return { lineCount: full.count, longest: linesAt(words, space, wider).longest / slack, width: wider };
  }
  return { lineCount: full.count, longest: full.longest / slack, width };
}

function linesAt(words: readonly number[], space: number, width: number): { count: number; longest: number } {
  let count = 1;
  let length = 0;
  let longest = 0;
  for (const word of words) {
    if (length > 0 && length + space + word > width) {
      count += 1;
      length = 0;
    }
    length += length > 0 ? space + word : word;
    longest = Math.max(longest, length);
  }
  return { count, longest };
}
