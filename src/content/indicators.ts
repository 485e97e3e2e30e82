/** The 74 indicators with the rules that make their numbers; sources and English shorts stay behind. */
import * as z from 'zod/mini';
import { IndicatorSet } from '../domain/indicator.ts';
import indicatorData from './data/indicators.json' with { type: 'json' };

const pairs = z.array(z.object({ req: z.string(), figure: z.string() })).check(z.minLength(1));
const rawShare = z.union([z.object({ from: pairs, method: z.string() }), z.object({ system: z.string() }), z.object({ indicator: z.string() })]);

const rawIndicators = z.array(z.object({
  code: z.string(),
  vi: z.string(),
  unit: z.string(),
  method: z.string(),
  from: z.optional(pairs),
  system: z.optional(z.string()),
  figure: z.optional(z.string()),
  numerator: z.optional(rawShare),
  denominator: z.optional(rawShare),
  partOf: z.optional(z.string()),
  womenFigure: z.optional(z.string()),
  levels: z.array(z.string()),
  rollUp: z.string(),
  note: z.optional(z.string()),
}));

export const indicatorSet: IndicatorSet = IndicatorSet.parse({
  version: 1,
  indicators: rawIndicators.parse(indicatorData).map((raw) => ({
    code: raw.code,
    label: raw.vi,
    unit: raw.unit,
    method: raw.method,
    levels: raw.levels,
    rollUp: raw.rollUp,
    partOf: raw.partOf ?? null,
    note: raw.note ?? '',
    ...(raw.from === undefined ? {} : fromOf(raw.code, raw.from)),
    ...(raw.method === 'sum' ? { womenFigure: raw.womenFigure ?? null } : {}),
    ...(raw.system === undefined ? {} : { system: raw.system }),
    ...(raw.figure === undefined ? {} : { figure: raw.figure }),
    ...(raw.numerator === undefined ? {} : { numerator: shareOf(raw.code, raw.numerator) }),
    ...(raw.denominator === undefined ? {} : { denominator: shareOf(raw.code, raw.denominator) }),
  })),
});

/** One figure for all its requirements: the rule that keeps two figures of one activity from being added. */
function fromOf(code: string, from: z.infer<typeof pairs>): { figure: string; requirementIds: string[] } {
  const [figure = ''] = new Set(from.map((pair) => pair.figure));
  if (from.some((pair) => pair.figure !== figure)) throw new Error(`indicator ${code} adds two kinds of figures`);
  return { figure, requirementIds: from.map((pair) => pair.req) };
}

function shareOf(code: string, raw: z.infer<typeof rawShare>): unknown {
  return 'from' in raw ? fromOf(code, raw.from) : raw;
}
