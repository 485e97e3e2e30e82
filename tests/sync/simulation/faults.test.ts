import { describe, expect, test } from 'vitest';
import { carryFaults, decideFaults, faults, photoFaults, sumFaults } from './faults.ts';
import { keptPlans } from './kept-plans.ts';
import { planFor } from './plan.ts';
import { runSeed } from './world.ts';

const mostSeeds = 500;

describe('mistakes that others have made are caught', () => {
  test.each([...faults, ...photoFaults, ...carryFaults, ...decideFaults, ...sumFaults])('planted: $name', { timeout: 600_000 }, async (fault) => {
    let caught = '';
    for (let seed = 1; seed <= mostSeeds && caught === ''; seed += 1) {
      // oxlint-disable-next-line no-await-in-loop -- stops at the first that is caught
      const { broken } = await runSeed(planFor(seed), fault);
      if (broken) caught = `seed ${seed}: ${broken.message}`;
    }
    console.log(`${fault.name} → ${caught}`);
    expect(caught).not.toBe('');
  });
});

test('worlds that once broke a promise no longer do', async () => {
  for (const { plan, broke } of keptPlans()) {
    // oxlint-disable-next-line no-await-in-loop -- few, and one after the other
    expect((await runSeed(plan)).broken, broke).toBeNull();
  }
});
