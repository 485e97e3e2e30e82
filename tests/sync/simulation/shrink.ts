/** A failing seed made small: fewer troubles, phones and hours, as long as the same promise still breaks. */
import type { Fault } from './faults.ts';
import { rateNames } from './plan.ts';
import type { Plan } from './plan.ts';
import { runSeed } from './world.ts';

export async function shrink(plan: Plan, promise: string, fault: Fault | null = null): Promise<Plan> {
  const stillBreaks = async (smaller: Plan): Promise<boolean> => (await runSeed(smaller, fault)).broken?.promise === promise;
  let least = plan;
  for (const name of rateNames) {
    if (least.rates[name] === 0) continue;
    const smaller = { ...least, rates: { ...least.rates, [name]: 0 } };
    // oxlint-disable-next-line no-await-in-loop -- each step builds on the last
    if (await stillBreaks(smaller)) least = smaller;
  }
  for (const part of ['phoneCount', 'savesPerPhone', 'unitCount', 'hours'] as const) {
    while (least[part] > 1) {
      const smaller = { ...least, [part]: least[part] - 1 };
      // oxlint-disable-next-line no-await-in-loop -- each step builds on the last
      if (!(await stillBreaks(smaller))) break;
      least = smaller;
    }
  }
  return least;
}

/** What is left of a shrunk plan, to print and to keep. */
export function describePlan(plan: Plan): string {
  const rates = Object.fromEntries(Object.entries(plan.rates).filter(([, rate]) => rate > 0));
  return JSON.stringify({ ...plan, rates });
}
