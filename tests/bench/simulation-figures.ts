/** Simulated histories a second, each run twice as the tests do. */
import { planFor } from '../sync/simulation/plan.ts';
import { runSeed } from '../sync/simulation/world.ts';
import { median, rounded } from './measure.ts';

const runCount = 5;
const seedsPerRun = 20;

export async function simulationFigures(): Promise<object> {
  const perSecond: number[] = [];
  let stepCount = 0;
  for (let run = 0; run < runCount; run += 1) {
    const startedMs = performance.now();
    for (let seed = 1; seed <= seedsPerRun; seed += 1) {
      const plan = planFor(run * seedsPerRun + seed);
      for (const result of [await runSeed(plan), await runSeed(plan)]) {
        if (result.broken) throw new Error(`seed ${run * seedsPerRun + seed}: ${result.broken.message}`);
        stepCount += result.stepCount;
      }
    }
    perSecond.push((seedsPerRun * 1000) / (performance.now() - startedMs));
  }
  return { seedsPerSecond: rounded(median(perSecond), 1), seeds: runCount * seedsPerRun, runsOfEach: 2, stepsPerRun: rounded(stepCount / (runCount * seedsPerRun * 2)) };
}
