/** Gấp dấu: text without marks and case, so that “tet” finds “Tết”. For searching only, never for storing. */

/**
 * @returns lower case without marks, `đ` as `d`, runs of white space as one space. `ð` too: old keyboards wrote the
 * Icelandic letter, which looks the same as a capital.
 */
export function foldPlain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐðÐ]/g, 'd').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Whether every word of the query begins a word of the text; an empty query matches everything. */
export function matchesPlain(text: string, query: string): boolean {
  const words = foldPlain(text).split(/[^\p{L}\p{N}]+/u);
  return foldPlain(query).split(/[^\p{L}\p{N}]+/u).every((wanted) => wanted === '' || words.some((word) => word.startsWith(wanted)));
}
