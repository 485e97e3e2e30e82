/** Số liệu: one kind of whole number that an activity may carry, with its bounds and what it counts. */
import * as z from 'zod/mini';

export const FigureKey = z.string().check(z.regex(/^[a-zA-Z]{2,30}$/));
export type FigureKey = z.infer<typeof FigureKey>;

export const Figure = z.object({
  key: FigureKey,
  label: z.string().check(z.minLength(1)),
  unit: z.string(),
  /** `count` is added up, of a `stock` the latest holds, `yesNo` is 1 or 0. */
  kind: z.enum(['count', 'stock', 'yesNo', 'percent']),
  min: z.int(),
  max: z.int(),
  meaning: z.string(),
  /** The total of which this figure is the women's share: it stands beside that total. */
  womenOf: z.nullable(FigureKey),
});
export type Figure = z.infer<typeof Figure>;

export function figuresByKey(figures: readonly Figure[]): ReadonlyMap<FigureKey, Figure> {
  return new Map(figures.map((figure) => [figure.key, figure]));
}
