/**
 * Two edits of one record, both made from the same edition: what each changed is kept, field by field. Nothing is
 * decided by a clock; the same field with different values is a person's to decide (SPEC.md S4).
 */

export type Body = Readonly<Record<string, unknown>>;

export type Merge =
  | { readonly kind: 'merged'; readonly body: Record<string, unknown> }
  /** Fields that both changed, and differently; a part of a field as `figures.women`. */
  | { readonly kind: 'conflict'; readonly fields: readonly string[] };

/**
 * @param base what both were made from; @param theirs the head; @param mine the change that arrives.
 * A field whose value is an object is merged by its own keys, one level deep; `photos` are
 * merged as a set, other lists are taken whole.
 */
export function mergeBodies(base: Body, theirs: Body, mine: Body): Merge {
  const fields: string[] = [];
  const body = mergeKeys(base, theirs, mine, '', fields);
  return fields.length > 0 ? { kind: 'conflict', fields } : { kind: 'merged', body };
}

function mergeKeys(base: Body, theirs: Body, mine: Body, path: string, conflicts: string[]): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])) {
    const [before, their, own] = [ownValue(base, key), ownValue(theirs, key), ownValue(mine, key)];
    const merged = mergeValue(before, their, own, `${path}${key}`, path === '', conflicts);
    if (merged !== undefined) entries.push([key, merged]);
  }
  // Not by assignment: `__proto__` is a key like any other in somebody's JSON.
  return Object.fromEntries(entries);
}

function mergeValue(before: unknown, their: unknown, own: unknown, name: string, mayDescend: boolean, conflicts: string[]): unknown {
  if (isSame(their, own)) return own;
  if (isSame(before, their)) return own;
  if (isSame(before, own)) return their;
  if (name === 'photos' && isList(their) && isList(own)) return mergePhotos(isList(before) ? before : [], their, own);
  if (mayDescend && isPlain(their) && isPlain(own)) return mergeKeys(isPlain(before) ? before : {}, their, own, `${name}.`, conflicts);
  conflicts.push(name);
  return own;
}

/**
 * Each picture stands for itself: one that either added is in, one that either removed is out. Theirs keep their
 * order, mine follow; a list that has become empty is left out, as it travels.
 */
function mergePhotos(before: readonly unknown[] | undefined, their: readonly unknown[] | undefined, own: readonly unknown[] | undefined): unknown {
  const [was, theirs, mine] = [namesIn(before), namesIn(their), namesIn(own)];
  const kept = (their ?? []).filter((photo) => mine.has(nameOf(photo)) || !was.has(nameOf(photo)));
  const added = (own ?? []).filter((photo) => !was.has(nameOf(photo)) && !theirs.has(nameOf(photo)));
  return kept.length + added.length === 0 ? undefined : [...kept, ...added];
}

/** An activity without pictures says nothing of them. */
function isList(value: unknown): value is readonly unknown[] | undefined {
  return value === undefined || Array.isArray(value);
}

function namesIn(photos: readonly unknown[] | undefined): ReadonlySet<string> {
  return new Set((photos ?? []).map(nameOf));
}

function nameOf(photo: unknown): string {
  const hash = (photo as { readonly hash?: unknown } | null)?.hash;
  return typeof hash === 'string' ? hash : `${canonical(photo)}`;
}

function isPlain(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own keys only: a body is somebody's JSON, and may name a key of every object. */
function ownValue(body: Body, key: string): unknown {
  return Object.hasOwn(body, key) ? body[key] : undefined;
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1))) : part,
  );
}
