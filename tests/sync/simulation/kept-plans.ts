/**
 * Worlds that once broke a promise, shrunk; they are run for ever. Each line says what it broke and what mended it.
 */
import { calmRates } from './plan.ts';
import type { Plan } from './plan.ts';

const kept: readonly (Partial<Omit<Plan, 'rates'>> & { readonly seed: number; readonly rates: Partial<Plan['rates']>; readonly broke: string })[] = [
  {
    // A phone whose mirror was lost had no cursor to show: since then the notebook keeps a witness beside its codes.
    broke: 'L3: an acknowledged change was lost by a rollback that nobody could notice',
    seed: 7949,
    hours: 6,
    phoneCount: 4,
    savesPerPhone: 1,
    rates: {
      truncate: 0.08, portal: 0.16, serverError: 0.16, serverKill: 0.08, diskFull: 0.005, badBody: 0.15, undo: 0.2,
      restart: 0.23, rollback: 0.054, mirrorLoss: 0.2, review: 0.9, publish: 0.49,
    },
  },
];

export function keptPlans(): readonly { readonly plan: Plan; readonly broke: string }[] {
  return kept.map(({ broke, ...part }) => ({
    broke,
    plan: { hours: 3, unitCount: 1, phoneCount: 2, savesPerPhone: 3, store: 'memory', ...part, rates: { ...calmRates, ...part.rates } },
  }));
}
