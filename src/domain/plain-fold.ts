/** Text as it is searched: small letters, no marks, đ as d; neither NFD nor a database folds đ by itself. */
export function plainFold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}
