/**
 * The activation code on its way from an in-app browser to a real one. A slip's link holds it behind the `#`, which no
 * server sees; but the `#` of an `intent:` link belongs to Android, so there the code travels in the query and goes back
 * behind the `#` before anything else happens.
 */

const activationPath = '/k';
const parameter = 'ma';

/** The page to open elsewhere, as path and query: what the address names, with the code where an intent can carry it. */
export function carriedAddress({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>): string {
  if (pathname === activationPath && hash.length > 1) return `${activationPath}?${parameter}=${encodeURIComponent(decoded(hash.slice(1)))}`;
  return pathname === gatePath ? '/' : pathname + search;
}

/** The address with the code back behind the `#`; null when it carries none. */
export function settledAddress({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string | null {
  if (pathname !== activationPath) return null;
  const code = new URLSearchParams(search).get(parameter);
  return code === null || code === '' ? null : `${activationPath}#${encodeURIComponent(code)}`;
}

/** Where the page about the right browser always stands. */
export const gatePath = '/mo';

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
