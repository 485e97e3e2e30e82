/** The figures an activity may carry: those that an officer enters. What is derived, counted or reported is not asked here. */
import * as z from 'zod/mini';
import { Figure } from '../domain/figure.ts';
import figureData from './data/figures.json' with { type: 'json' };

const rawFigures = z.object({
  figures: z.array(z.object({
    key: z.string(),
    vi: z.string(),
    unit: z.string(),
    source: z.enum(['entered', 'derived', 'system', 'report']),
    value: z.string(),
    min: z.int(),
    max: z.int(),
    meaning: z.string(),
    womenOf: z.optional(z.string()),
  })),
});

export const enteredFigures: readonly Figure[] = rawFigures.parse(figureData).figures
  .filter((figure) => figure.source === 'entered')
  .map((figure) => Figure.parse({
    key: figure.key,
    label: figure.vi,
    unit: figure.unit,
    kind: figure.value,
    min: figure.min,
    max: figure.max,
    meaning: figure.meaning,
    womenOf: figure.womenOf ?? null,
  }));
