/** Claims that also run where no test runner is: the same cases are bundled and carried into a real browser. */

/** One promise of a port, as a case that any runner can run. */
export interface Case<Subject> {
  readonly title: string;
  run(subject: Subject): Promise<void>;
}

export function same(actual: unknown, expected: unknown, what = 'value'): void {
  const [one, other] = [plain(actual), plain(expected)];
  if (one !== other) throw new Error(`${what}: expected ${other}, got ${one}`);
}

/** @returns what the work was rejected with. */
export async function refusal(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('expected a refusal, and there was none');
}

/** JSON with sorted keys, so that two equal values read the same. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (inner === undefined) return '(undefined)';
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  });
}
