/** Which pictures a stored row names, read loosely: a row this version cannot read keeps its pictures as well. */

/** @param row of journal or drafts. @returns hashes, in any depth: a change holds its body, and the draft it came from. */
export function photosNamedBy(row: unknown, depth = 0): readonly string[] {
  if (depth > 6 || typeof row !== 'object' || row === null) return [];
  if (Array.isArray(row)) return [];
  return Object.entries(row).flatMap(([key, value]) => (key === 'photos' ? hashesIn(value) : photosNamedBy(value, depth + 1)));
}

function hashesIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown) => {
    const { hash } = (each ?? {}) as { readonly hash?: unknown };
    return typeof hash === 'string' ? [hash] : [];
  });
}
