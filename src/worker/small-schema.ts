/**
 * The part of zod/mini that the worker's schemas use, in a tenth of its weight: the worker is fetched again with every
 * release, and zod alone would fill its budget. The build puts this in zod's place for the worker (vite.config.ts), so the
 * schemas stay the very same sources. It answers whether a value fits and what is left of it, and gives no reasons.
 * tests/worker/small-schema.test.ts holds it against zod, on whatever the worker reads.
 */

/** Stands for "does not fit". */
const unfit: unique symbol = Symbol('unfit');
type Read = (value: unknown) => unknown;
type Test = (value: never) => boolean;

interface Schema {
  readonly read: Read;
  readonly shape: Shape | undefined;
  /** Whether an object may go without it. */
  readonly mayMiss: boolean;
  check(...tests: readonly Test[]): Schema;
  brand(): Schema;
  safeParse(value: unknown): { readonly success: true; readonly data: unknown; readonly error?: undefined } | { readonly success: false; readonly data?: undefined; readonly error: Error };
  parse(value: unknown): unknown;
}
type Shape = Readonly<Record<string, Schema>>;

function schema(read: Read, shape?: Shape, mayMiss = false): Schema {
  const self: Schema = {
    read,
    shape,
    mayMiss,
    check: (...tests) =>
      schema((value) => {
        const found = read(value);
        return found === unfit || !tests.every((test) => test(found as never)) ? unfit : found;
      }, shape, mayMiss),
    brand: () => self,
    safeParse: (value) => {
      const data = read(value);
      return data === unfit ? { success: false, error: new Error('The value does not fit.') } : { success: true, data };
    },
    parse: (value) => {
      const data = read(value);
      if (data === unfit) throw new Error('The value does not fit.');
      return data;
    },
  };
  return self;
}

function fitting(fits: (value: unknown) => boolean): Schema {
  return schema((value) => (fits(value) ? value : unfit));
}

export const string = (): Schema => fitting((value) => typeof value === 'string');
export const boolean = (): Schema => fitting((value) => typeof value === 'boolean');
export const number = (): Schema => fitting(Number.isFinite);
export const int = (): Schema => fitting(Number.isSafeInteger);
export const unknown = (): Schema => fitting(() => true);
export const custom = (test: (value: unknown) => boolean): Schema => fitting(test);
export const literal = (wanted: unknown): Schema => fitting((value) => value === wanted);
const oneOf = (options: readonly unknown[]): Schema => fitting((value) => options.includes(value));
const nothing = (): Schema => literal(null);
export { nothing as null, oneOf as enum };

export const optional = (inner: Schema): Schema => schema((value) => (value === undefined ? undefined : inner.read(value)), undefined, true);
export const nullable = (inner: Schema): Schema => schema((value) => (value === null ? null : inner.read(value)), undefined, inner.mayMiss);
export const _default = (inner: Schema, instead: unknown): Schema => schema((value) => (value === undefined ? instead : inner.read(value)), undefined, true);

export function union(options: readonly Schema[]): Schema {
  return schema((value) => {
    for (const option of options) {
      const found = option.read(value);
      if (found !== unfit) return found;
    }
    return unfit;
  });
}
export const discriminatedUnion = (_key: string, options: readonly Schema[]): Schema => union(options);

export function array(item: Schema): Schema {
  return schema((value) => {
    if (!Array.isArray(value)) return unfit;
    const found = value.map(item.read);
    return found.includes(unfit) ? unfit : found;
  });
}

/** Fields that the shape does not name are left out; a loose object keeps them. */
export const object = (shape: Shape): Schema => objectOf(shape, false);
export const looseObject = (shape: Shape): Schema => objectOf(shape, true);
export const extend = (base: Schema, more: Shape): Schema => object({ ...base.shape, ...more });

function objectOf(shape: Shape, keepsRest: boolean): Schema {
  return schema((value) => {
    if (!isObject(value)) return unfit;
    const found: Record<string, unknown> = keepsRest ? { ...value } : {};
    for (const [key, field] of Object.entries(shape)) {
      const read = key in value || field.mayMiss ? field.read(value[key]) : unfit;
      if (read === unfit) return unfit;
      if (read !== undefined || key in value) found[key] = read;
    }
    return found;
  }, shape);
}

export function record(keySchema: Schema, item: Schema): Schema {
  return schema((value) => {
    if (!isObject(value)) return unfit;
    const found: Record<string, unknown> = {};
    for (const [key, each] of Object.entries(value)) {
      // Assigned, it would be no field but the object's own ancestor.
      if (key === '__proto__') continue;
      const read = item.read(each);
      if (read === unfit || keySchema.read(key) === unfit) return unfit;
      found[key] = read;
    }
    return found;
  });
}

export const regex = (pattern: RegExp) => (value: string): boolean => value.search(pattern) >= 0;
export const minLength = (least: number) => (value: { readonly length: number }): boolean => value.length >= least;
export const maxLength = (most: number) => (value: { readonly length: number }): boolean => value.length <= most;
export const minimum = (least: number) => (value: number): boolean => value >= least;
export const maximum = (most: number) => (value: number): boolean => value <= most;
export const refine = (test: (value: never) => boolean): Test => test;

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
