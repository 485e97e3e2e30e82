/** The list of indicators that a report was written by: the newest, or one that it took the place of. */
import { readIndicatorSet } from '../domain/indicator.ts';
import type { IndicatorSet } from '../domain/indicator.ts';
import type { Reference } from './reference.ts';

/** @returns null where that list is not on this phone. */
export function indicatorSetOf({ indicatorsBody, earlierIndicators }: Pick<Reference, 'indicatorsBody' | 'earlierIndicators'>, version: number): IndicatorSet | null {
  for (const body of [indicatorsBody, ...earlierIndicators]) {
    const set = readIndicatorSet(body);
    if (set?.version === version) return set;
  }
  return null;
}
