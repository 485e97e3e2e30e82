/** Runs a stretch of seeds, each twice, and says which broke a promise or gave two histories. */
import { planFor } from './plan.ts';
import { describePlan, shrink } from './shrink.ts';
import { runSeed } from './world.ts';

export async function brokenAmong(from: number, to: number): Promise<string[]> {
  const broken: string[] = [];
  for (let seed = from; seed <= to && broken.length < 3; seed += 1) {
    const plan = planFor(seed);
    // oxlint-disable-next-line no-await-in-loop -- one world after the other: they would share the processor anyway
    const once = await runSeed(plan);
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (!once.broken && (await runSeed(plan, null, false)).trace !== once.trace) broken.push(`seed ${seed}: two runs differ`);
    // oxlint-disable-next-line no-await-in-loop -- only after a failure
    if (once.broken) broken.push(`seed ${seed}: ${once.broken.message}; shrunk: ${describePlan(await shrink(plan, once.broken.promise))}`);
  }
  return broken;
}
